//! The kinds of files of a catalogue as data, and the keys of those that entries refer to.
//!
//! The register is read by code of its own (`read/register.rs`); a test there holds it against this table.

use crate::catalogue::{ClosedList, Direction, Reference};

/// A kind of file.
#[derive(Debug)]
pub struct FileKind {
    /// Its name on the command line and of its schema; also in Fluent keys: `schema-of-<name>`.
    pub name: &'static str,
    /// Path in the catalogue folder, with `/`; for entries that of any of them.
    pub file: &'static str,
    /// The keys at the top of the file.
    pub(in crate::catalogue) keys: &'static [Key],
    /// The keys of its `[[lists]]`, in the order in which they are read, and the keys of what stands there.
    pub(in crate::catalogue) lists: &'static [(&'static str, &'static [Key])],
}

/// One key of a file that entries refer to.
#[derive(Debug)]
pub(in crate::catalogue) struct Key {
    pub name: &'static str,
    pub holds: Holds,
    pub required: bool,
}

/// What may stand there.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue) enum Holds {
    Id,
    Line,
    Paragraphs,
    Lines,
    Flag,
    /// A number of days from 1 to 3650.
    Days,
    Date,
    Region,
    Reference(Reference),
    References(Reference),
    Choice(ClosedList),
    Email,
    Link,
}

impl FileKind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// The name of the file that holds its schema.
    pub fn schema_file(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The line by which a file of this kind names its schema to an editor.
    pub fn schema_line(&self) -> String {
        let way = if self.file.contains('/') { ".." } else { "." };
        format!("#:schema {way}/{SCHEMAS}/{}", self.schema_file())
    }
}

/// The folder in a catalogue in which the schemas lie.
pub const SCHEMAS: &str = "schema";

const fn required(name: &'static str, holds: Holds) -> Key {
    Key { name, holds, required: true }
}

const fn optional(name: &'static str, holds: Holds) -> Key {
    Key { name, holds, required: false }
}

const MANIFEST_KEYS: &[Key] = &[
    required("title", Holds::Line),
    optional("operator", Holds::Line),
    optional("language", Holds::Line),
    optional("demo", Holds::Flag),
    optional("confirm_after_days", Holds::Days),
    optional("places_after_days", Holds::Days),
];

const TERM: &[Key] = &[
    required("id", Holds::Id),
    required("label", Holds::Line),
    optional("aliases", Holds::Lines),
    optional("note", Holds::Paragraphs),
];

const LEGAL_BASIS: &[Key] = &[
    required("id", Holds::Id),
    optional("citation", Holds::Line),
    optional("short", Holds::Line),
    required("label", Holds::Line),
    optional("valid_from", Holds::Date),
    optional("valid_until", Holds::Date),
    optional("responsible", Holds::Line),
    optional("note", Holds::Paragraphs),
];

const PLACE: &[Key] = &[
    required("id", Holds::Id),
    required("label", Holds::Line),
    optional("region", Holds::Region),
    optional("aliases", Holds::Lines),
    optional("note", Holds::Paragraphs),
];

const PROVIDER: &[Key] = &[
    required("id", Holds::Id),
    required("name", Holds::Line),
    optional("phone", Holds::Line),
    optional("email", Holds::Email),
    optional("url", Holds::Link),
    optional("places", Holds::References(Reference::Places)),
];

const COORDINATOR: &[Key] = &[
    required("id", Holds::Id),
    required("name", Holds::Line),
    optional("team", Holds::Line),
    optional("phone", Holds::Line),
    optional("email", Holds::Email),
    optional("substitute", Holds::Reference(Reference::Coordinators)),
];

const SYNONYM: &[Key] = &[
    required("term", Holds::Line),
    required("variants", Holds::Lines),
    optional("direction", Holds::Choice(ClosedList::of::<Direction>())),
    optional("note", Holds::Paragraphs),
    optional("hint", Holds::Line),
];

/// All kinds in the order in which they are read: what refers to something comes after it.
pub static KINDS: [FileKind; 12] = {
    type Lists = &'static [(&'static str, &'static [Key])];
    const fn file(name: &'static str, file: &'static str, lists: Lists) -> FileKind {
        FileKind { name, file, keys: &[], lists }
    }
    [
        FileKind { name: "catalogue", file: "catalogue.toml", keys: MANIFEST_KEYS, lists: &[] },
        file("measure_types", "vocabulary/measure_types.toml", &[("measure_type", TERM)]),
        file("target_groups", "vocabulary/target_groups.toml", &[("target_group", TERM)]),
        file("legal_bases", "vocabulary/legal_bases.toml", &[("legal_basis", LEGAL_BASIS)]),
        file("modules", "vocabulary/modules.toml", &[("module", TERM)]),
        file("goals", "vocabulary/goals.toml", &[("goal", TERM)]),
        file("certificates", "vocabulary/certificates.toml", &[("certificate", TERM)]),
        file("places", "vocabulary/places.toml", &[("region", TERM), ("place", PLACE)]),
        file("providers", "providers.toml", &[("provider", PROVIDER)]),
        file("coordinators", "coordinators.toml", &[("coordinator", COORDINATOR)]),
        file("synonyms", "synonyms.toml", &[("synonym", SYNONYM)]),
        FileKind { name: "measure", file: "measures/<id>.toml", keys: &[], lists: &[] },
    ]
};
