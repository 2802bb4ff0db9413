//! Finding entries of small catalogues: for each way in which words meet, a few entries that little else tells apart.

mod calm;
mod compounds;
mod hyphens;
mod labels;
mod lines;
mod needs;
mod stems;
mod towns;
