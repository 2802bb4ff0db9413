//! Keeping entries on the command line: through the program itself, as people and scripts use it.

mod cli_support;
#[path = "upkeep_cli/desk.rs"]
mod desk;
#[path = "upkeep_cli/editor.rs"]
mod editor;
#[path = "upkeep_cli/fields.rs"]
mod fields;
#[path = "upkeep_cli/histories.rs"]
mod histories;
#[path = "upkeep_cli/mishaps.rs"]
mod mishaps;
