//! What is known of the files of a catalogue: their names, their lists, their keys. `register.rs` declares them.

use std::ops::RangeInclusive;

use crate::catalogue::Shape;

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
    Email,
    Link,
}

impl KeyType {
    pub(in crate::catalogue) const DAYS: RangeInclusive<i64> = 1..=3650;
}

impl FileKind {
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
