//! The fields of an entry as data: section, key, what may stand there, where a form shows it.
//!
//! Everything that treats fields alike (reading, forms, `lotse set`, merging, histories) walks
//! [`FIELDS`](super::FIELDS), which is declared with the entry itself.

use super::{Choice, UNKNOWN};
use crate::base::coded_enum;

/// One field of an entry: a key of its file, perhaps in a section.
#[derive(Debug)]
pub struct Field {
    /// Section of the file, such as `schedule`; empty for the keys above all sections.
    pub section: &'static str,
    /// Key within the section.
    pub key: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Where a form shows it.
    pub group: Group,
    /// Whether an entry without it is faulty, lacks something, or is complete.
    pub need: Need,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// The id of the entry itself.
    Slug,
    /// One line of text.
    Line,
    /// Text of any number of lines.
    Paragraphs,
    /// A list of lines.
    Lines,
    /// One id of a vocabulary.
    Reference(Reference),
    /// Several ids of a vocabulary.
    References(Reference),
    /// One value of a closed list.
    Choice(ClosedList),
    /// Several values of a closed list.
    Choices(ClosedList),
    /// A whole number from 0 to this one.
    Number(i64),
    /// A day.
    Date,
    /// Several days.
    Dates,
}

/// The vocabulary that a field refers to; `register.rs` says where it stands and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the vocabulary of its name")]
pub enum Reference {
    MeasureTypes,
    TargetGroups,
    LegalBases,
    Modules,
    Goals,
    Certificates,
    Regions,
    Places,
    Providers,
    Coordinators,
}

/// How much an entry needs a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without it there is no entry.
    Required,
    /// Somebody in a consultation asks for it: it counts for completeness.
    Wanted,
    /// Says something only where there is something to say.
    Optional,
}

/// A closed list of values: its name in the Fluent keys (`<name>-<code>`) and its codes.
#[derive(Clone, Copy, Debug)]
pub struct ClosedList {
    /// Name in Fluent keys.
    pub name: &'static str,
    codes: fn() -> Vec<&'static str>,
    meant: fn(&str) -> Option<&'static str>,
    likely: fn(&str) -> Option<&'static str>,
}

coded_enum! {
    /// The parts of a form, in the order in which it shows them. Named in Fluent keys (`form-group-<code>`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[allow(missing_docs, reason = "their labels stand in the Fluent files")]
    pub enum Group {
        Name = "name",
        Content = "content",
        Participants = "participants",
        Law = "law",
        Access = "access",
        People = "people",
        Place = "place",
        Schedule = "schedule",
        Capacity = "capacity",
        Upkeep = "upkeep",
    }
}

impl ClosedList {
    /// The list of what is no closed list.
    pub(super) const EMPTY: Self = Self { name: "", codes: Vec::new, meant: |_| None, likely: |_| None };

    /// The list of these values.
    pub const fn of<C: Choice>() -> Self {
        Self {
            name: C::LIST,
            codes: || C::codes().collect(),
            meant: |words| C::meant(words).map(C::code),
            likely: |words| C::likely(words).map(C::code),
        }
    }

    /// The codes in the order in which they are offered.
    pub fn codes(&self) -> Vec<&'static str> {
        (self.codes)()
    }

    /// The code that these words mean.
    pub fn code_meant(&self, words: &str) -> Option<&'static str> {
        (self.meant)(words)
    }

    /// The code that these words mostly mean: for a person to confirm.
    pub fn likely_code(&self, words: &str) -> Option<&'static str> {
        (self.likely)(words)
    }
}

impl Field {
    /// Its full name, such as `title` or `capacity.free`.
    pub fn name(&self) -> String {
        if self.section.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.section, self.key) }
    }

    /// Its name in Fluent keys: `form-<name>` and `form-<name>-help`.
    pub fn text_key(&self) -> String {
        format!("form-{}", self.name().replace('.', "-"))
    }

    /// True for a choice that may say that nothing is known.
    pub fn may_be_unknown(&self) -> bool {
        matches!(self.shape, Shape::Choice(list) if list.codes().contains(&UNKNOWN))
    }

    pub(super) fn has_name(&self, name: &str) -> bool {
        match name.split_once('.') {
            Some((section, key)) => self.section == section && self.key == key,
            None => self.section.is_empty() && self.key == name,
        }
    }

    pub(super) fn path(&self) -> Vec<&'static str> {
        if self.section.is_empty() { vec![self.key] } else { vec![self.section, self.key] }
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (self.section, self.key) == (other.section, other.key)
    }
}

impl Eq for Field {}
