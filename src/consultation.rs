//! What happens with an entry in a consultation: set out to be read. No terminal, no tantivy.

mod clipboard;
mod key_fact;
mod people;
mod sheet;
mod wording;

pub use clipboard::{Passage, addresses, is_openable, pages_and_mails, passages};
pub use key_fact::{KeyFact, KeyFactKind};
pub use sheet::{Audience, Sheet, SheetBlock};
