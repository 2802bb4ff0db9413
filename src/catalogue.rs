//! What the catalogue *is*: entries, vocabularies, reading TOML, checking, diagnostics.
//!
//! It knows nothing of search, screen or command line. [`Source`] says where the files are,
//! [`Catalogue::load`] reads all of them, [`read_measures`] hands them over one by one, and every fault is a
//! [`Diagnostic`] that knows its file, line and column.

mod address;
mod availability;
mod check;
mod choice;
mod code;
mod declare;
mod field;
mod field_type;
mod file_meta;
mod id;
mod input;
mod layout;
mod measure;
mod read;
mod record;
mod region_tree;
mod register;
pub mod schema;
mod section_words;
mod source;
mod synonyms;
mod value;
mod vocabulary;
mod write;

pub use crate::base::{Diagnostic, DiagnosticCode, Location, Severity, all_inside, inside, is_inside, remembered};
pub use address::is_web_link;
pub use availability::{Availability, next_start};
pub use check::UNKNOWN_LEGAL_BASIS;
pub use choice::*;
pub use code::{Code, Example};
pub use field::{ClosedList, Field, Group, Need, Reference, Shape};
pub use file_meta::FileMeta;
pub use id::{Id, MAX_ID_LENGTH, NotAnId};
pub use input::{InputFault, typed_text, typed_value};
pub use layout::{MANIFEST, MEASURES, SYNONYMS, SourceError, entry_path, is_measure, name_in_entry_path};
pub use measure::{
    Capacity, Confirmed, Contact, Eligibility, FIELDS, MAX_SUMMARY, MAX_TITLE, Measure, Period, Schedule,
};
use measure::{CapacityDraft, MeasureDraft, SECTIONS};
pub use read::{
    Catalogue, ReadFile, ReadMeasure, entry_faults, read_entry, read_measure, read_measures, read_register,
};
pub use record::{Kind, Record};
pub(crate) use region_tree::TreeStep;
pub use region_tree::{Extent, Reach, ReachLevel, RegionTree};
pub use register::{Coordinator, LegalBasis, Manifest, Place, Provider, Region, Register, Synonym, Term};
use register::{CoordinatorDraft, LegalBasisDraft, PlaceDraft, ProviderDraft, RegionDraft, TermDraft};
pub use source::{LeadsOutside, MAX_FILE, Source};
pub use synonyms::shipped_synonyms;
pub use value::Value;
pub use vocabulary::{Named, NamedItems, Vocabulary};
pub use write::{Change, EditError, Values, changed, field_of, is_no_worse, repaired};
