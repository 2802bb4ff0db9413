//! What happens with an entry in a consultation: set out to be read. No terminal, no tantivy.

mod clipboard;
mod sheet;

pub use clipboard::{Passage, addresses, is_openable, passages};
pub use sheet::{Audience, Sheet, SheetBlock};
