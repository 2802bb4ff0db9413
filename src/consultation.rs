//! What happens with an entry in a consultation: set out to be read. No terminal, no tantivy.

mod sheet;

pub use sheet::{Audience, Sheet, SheetBlock};
