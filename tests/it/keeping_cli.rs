//! Keeping entries on the command line: through the program itself, as people and scripts use it.

mod desk;
mod editor;
mod fields;
mod histories;
mod mishaps;
