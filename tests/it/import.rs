//! Reading tables through the program itself: the walk of the document, conflicts, refusals, hostile files, kills.

mod damaged;
mod limits;
mod mishaps;
mod plain;
mod proposals;
mod walk;
mod workbook;
