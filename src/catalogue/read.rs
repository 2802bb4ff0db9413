//! Reading a catalogue: from the text of its files to typed values with positions.

mod faults;
mod load;
mod measure;
mod register;
mod table;

pub(super) use faults::Faults;
pub use load::{Catalogue, ReadFile, read_measures};
pub(super) use measure::errors_of;
pub use measure::{ReadMeasure, entry_faults, read_entry, read_measure};
pub use register::read_register;
pub(super) use register::read_synonyms;
pub(super) use table::{Spans, TomlTable, choice_of, id_of};
