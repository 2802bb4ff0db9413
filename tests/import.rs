//! Reading tables through the program itself: the walk of the document, conflicts, refusals, hostile files, kills.

mod cli_support;
#[path = "import/limits.rs"]
mod limits;
#[path = "import/mishaps.rs"]
mod mishaps;
#[path = "import/proposals.rs"]
mod proposals;
#[path = "import/walk.rs"]
mod walk;
#[path = "import/workbook.rs"]
mod workbook;
