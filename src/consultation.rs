//! What happens with an entry in a consultation: set out to be read. No terminal, no tantivy.

mod fact;
mod sheet;
mod wording;

pub use fact::{Fact, FactKind};
pub use sheet::{Audience, Sheet, SheetBlock};
