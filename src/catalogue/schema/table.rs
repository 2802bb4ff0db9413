//! The kinds of files of a catalogue as data, and the keys of those that entries refer to.
//!
//! The register is read by code of its own (`read/register.rs`); a test there holds it against this table.

use std::ops::RangeInclusive;

use crate::catalogue::{ClosedList, Direction, Reference, Shape};

/// A kind of file.
#[derive(Debug)]
pub struct FileKind {
    /// Its name on the command line and of its schema; also in Fluent keys: `schema-of-<name>`.
    pub name: &'static str,
    /// Path in the catalogue folder, with `/`; for entries that of any of them.
    pub file: &'static str,
    /// The keys at the top of the file.
    pub(in crate::catalogue) keys: &'static [KeySpec],
    /// The keys of its `[[lists]]`, in the order in which they are read, and the keys of what stands there.
    pub(in crate::catalogue) lists: &'static [(&'static str, &'static [KeySpec])],
}

/// One key of a file that entries refer to.
#[derive(Debug)]
pub(in crate::catalogue) struct KeySpec {
    pub name: &'static str,
    pub holds: KeyType,
    pub required: bool,
}

/// What may stand there.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue) enum KeyType {
    /// What a field of an entry may hold as well.
    Of(Shape),
    Flag,
    /// A number of [`Self::DAYS`].
    Days,
    Region,
    Email,
    Link,
}

impl KeyType {
    pub(in crate::catalogue) const DAYS: RangeInclusive<i64> = 1..=3650;
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

const fn required(name: &'static str, holds: KeyType) -> KeySpec {
    KeySpec { name, holds, required: true }
}

const fn optional(name: &'static str, holds: KeyType) -> KeySpec {
    KeySpec { name, holds, required: false }
}

const MANIFEST_KEYS: &[KeySpec] = &[
    required("title", KeyType::Of(Shape::Line)),
    optional("operator", KeyType::Of(Shape::Line)),
    optional("language", KeyType::Of(Shape::Line)),
    optional("demo", KeyType::Flag),
    optional("confirm_after_days", KeyType::Days),
    optional("places_after_days", KeyType::Days),
];

const TERM: &[KeySpec] = &[
    required("id", KeyType::Of(Shape::Slug)),
    required("label", KeyType::Of(Shape::Line)),
    optional("aliases", KeyType::Of(Shape::Lines)),
    optional("note", KeyType::Of(Shape::Paragraphs)),
];

const LEGAL_BASIS: &[KeySpec] = &[
    required("id", KeyType::Of(Shape::Slug)),
    optional("citation", KeyType::Of(Shape::Line)),
    optional("short", KeyType::Of(Shape::Line)),
    required("label", KeyType::Of(Shape::Line)),
    optional("valid_from", KeyType::Of(Shape::Date)),
    optional("valid_until", KeyType::Of(Shape::Date)),
    optional("responsible", KeyType::Of(Shape::Line)),
    optional("note", KeyType::Of(Shape::Paragraphs)),
];

const PLACE: &[KeySpec] = &[
    required("id", KeyType::Of(Shape::Slug)),
    required("label", KeyType::Of(Shape::Line)),
    optional("region", KeyType::Region),
    optional("aliases", KeyType::Of(Shape::Lines)),
    optional("note", KeyType::Of(Shape::Paragraphs)),
];

const PROVIDER: &[KeySpec] = &[
    required("id", KeyType::Of(Shape::Slug)),
    required("name", KeyType::Of(Shape::Line)),
    optional("phone", KeyType::Of(Shape::Line)),
    optional("email", KeyType::Email),
    optional("url", KeyType::Link),
    optional("places", KeyType::Of(Shape::References(Reference::Places))),
];

const COORDINATOR: &[KeySpec] = &[
    required("id", KeyType::Of(Shape::Slug)),
    required("name", KeyType::Of(Shape::Line)),
    optional("team", KeyType::Of(Shape::Line)),
    optional("phone", KeyType::Of(Shape::Line)),
    optional("email", KeyType::Email),
    optional("substitute", KeyType::Of(Shape::Reference(Reference::Coordinators))),
];

const SYNONYM: &[KeySpec] = &[
    required("term", KeyType::Of(Shape::Line)),
    required("variants", KeyType::Of(Shape::Lines)),
    optional("direction", KeyType::Of(Shape::Choice(ClosedList::of::<Direction>()))),
    optional("note", KeyType::Of(Shape::Paragraphs)),
    optional("hint", KeyType::Of(Shape::Line)),
];

/// All kinds in the order in which they are read: what refers to something comes after it.
pub static KINDS: [FileKind; 12] = {
    type Lists = &'static [(&'static str, &'static [KeySpec])];
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
