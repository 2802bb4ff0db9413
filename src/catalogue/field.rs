//! The fields of an entry as data: section, key, what may stand there, where a form shows it.
//!
//! Reading has types of its own; everything that treats fields alike (forms, `lotse set`, merging, histories) walks
//! this table. A test holds both against each other.

use super::{
    Accessibility, Benefits, Category, Childcare, Choice, Delivery, Entry, Funding, GermanLevel, Named, Register,
    Setting, Status, TimeModel, TimeOfDay,
};
use crate::base::Text;

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

/// The vocabulary that a field refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the vocabulary of its name")]
pub enum Reference {
    MeasureTypes,
    Goals,
    Modules,
    TargetGroups,
    LegalBases,
    Certificates,
    Places,
    Providers,
    Coordinators,
}

/// A closed list of values: its name in the Fluent keys (`<name>-<code>`) and its codes.
#[derive(Clone, Copy, Debug)]
pub struct ClosedList {
    /// Name in Fluent keys.
    pub name: &'static str,
    codes: fn() -> Vec<&'static str>,
}

/// The parts of a form, in the order in which it shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "their labels stand in the Fluent files")]
pub enum Group {
    Name,
    Content,
    Participants,
    Law,
    Access,
    People,
    Place,
    Schedule,
    Capacity,
    Upkeep,
}

impl Group {
    /// All groups in order.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Content,
        Self::Participants,
        Self::Law,
        Self::Access,
        Self::People,
        Self::Place,
        Self::Schedule,
        Self::Capacity,
        Self::Upkeep,
    ];

    /// Name in Fluent keys: `form-group-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Content => "content",
            Self::Participants => "participants",
            Self::Law => "law",
            Self::Access => "access",
            Self::People => "people",
            Self::Place => "place",
            Self::Schedule => "schedule",
            Self::Capacity => "capacity",
            Self::Upkeep => "upkeep",
        }
    }
}

impl ClosedList {
    pub(super) const fn of<C: Choice>() -> Self {
        Self { name: C::LIST, codes: || C::codes().collect() }
    }

    /// The codes in the order in which they are offered.
    pub fn codes(&self) -> Vec<&'static str> {
        (self.codes)()
    }
}

impl Reference {
    /// False when the file of the vocabulary could not be read whole: then nobody knows what it has not.
    pub fn is_complete(self, register: &Register) -> bool {
        match self {
            Self::MeasureTypes => register.measure_types.is_complete(),
            Self::Goals => register.goals.is_complete(),
            Self::Modules => register.modules.is_complete(),
            Self::TargetGroups => register.target_groups.is_complete(),
            Self::LegalBases => register.legal_bases.is_complete(),
            Self::Certificates => register.certificates.is_complete(),
            Self::Places => register.places.is_complete(),
            Self::Providers => register.providers.is_complete(),
            Self::Coordinators => register.coordinators.is_complete(),
        }
    }

    /// The ids of the vocabulary with their labels, in the order of its file.
    pub fn options(self, register: &Register) -> Vec<(&str, &Text)> {
        fn all<T: Named>(items: &super::Vocabulary<T>) -> Vec<(&str, &Text)> {
            items.iter().map(|item| (item.id().as_str(), item.label())).collect()
        }
        match self {
            Self::MeasureTypes => all(&register.measure_types),
            Self::Goals => all(&register.goals),
            Self::Modules => all(&register.modules),
            Self::TargetGroups => all(&register.target_groups),
            Self::LegalBases => all(&register.legal_bases),
            Self::Certificates => all(&register.certificates),
            Self::Places => all(&register.places),
            Self::Providers => all(&register.providers),
            Self::Coordinators => all(&register.coordinators),
        }
    }
}

/// All sections in the order in which a file has them.
pub(super) const SECTIONS: [&str; 6] = ["eligibility", "schedule", "period", "capacity", "contact", "confirmed"];

/// All fields in the order in which they are written.
pub static FIELDS: [Field; 56] = {
    use Group as G;
    use Need::{Optional, Required, Wanted};
    use Reference as R;
    use Shape::{Choice, Choices, Date, Dates, Line, Lines, Number, Paragraphs, References, Slug};
    const fn top(key: &'static str, shape: Shape, group: Group, need: Need) -> Field {
        Field { section: "", key, shape, group, need }
    }
    const fn sub(section: &'static str, key: &'static str, shape: Shape, group: Group, need: Need) -> Field {
        Field { section, key, shape, group, need }
    }
    const WEEKS: Shape = Number(1_040);
    const PEOPLE: Shape = Number(1_000_000);
    [
        top("id", Slug, G::Name, Required),
        top("title", Line, G::Name, Required),
        top("short", Line, G::Name, Optional),
        top("aliases", Lines, G::Name, Optional),
        top("category", Choice(ClosedList::of::<Category>()), G::Name, Required),
        top("types", References(R::MeasureTypes), G::Name, Required),
        top("goals", References(R::Goals), G::Content, Wanted),
        top("summary", Paragraphs, G::Content, Required),
        top("content", Paragraphs, G::Content, Wanted),
        top("modules", References(R::Modules), G::Content, Wanted),
        top("target_groups", References(R::TargetGroups), G::Participants, Required),
        top("admission", Paragraphs, G::Participants, Wanted),
        top("exclusion", Paragraphs, G::Participants, Optional),
        top("legal_bases", References(R::LegalBases), G::Law, Required),
        top("legal_note", Paragraphs, G::Law, Optional),
        top("funding", Choice(ClosedList::of::<Funding>()), G::Law, Wanted),
        top("measure_number", Line, G::Law, Optional),
        top("certificates", References(R::Certificates), G::Law, Optional),
        top("access_route", Paragraphs, G::Access, Wanted),
        top("waiting_time", Paragraphs, G::Access, Optional),
        top("documents", Lines, G::Access, Optional),
        top("links", Lines, G::Access, Optional),
        top("provider", Shape::Reference(R::Providers), G::People, Required),
        top("coordinator", Shape::Reference(R::Coordinators), G::People, Wanted),
        top("places", References(R::Places), G::Place, Required),
        top("childcare", Choice(ClosedList::of::<Childcare>()), G::Place, Required),
        top("accessibility", Choice(ClosedList::of::<Accessibility>()), G::Place, Wanted),
        top("accessibility_note", Paragraphs, G::Place, Optional),
        top("status", Choice(ClosedList::of::<Status>()), G::Name, Required),
        top("internal_note", Paragraphs, G::Upkeep, Optional),
        top("source", Line, G::Upkeep, Optional),
        sub("eligibility", "age_min", Number(120), G::Participants, Optional),
        sub("eligibility", "age_max", Number(120), G::Participants, Optional),
        sub("eligibility", "german_min", Choice(ClosedList::of::<GermanLevel>()), G::Participants, Wanted),
        sub("eligibility", "german_target", Choice(ClosedList::of::<GermanLevel>()), G::Participants, Optional),
        sub("eligibility", "benefits", Choices(ClosedList::of::<Benefits>()), G::Participants, Wanted),
        sub("schedule", "setting", Choice(ClosedList::of::<Setting>()), G::Schedule, Required),
        sub("schedule", "delivery", Choice(ClosedList::of::<Delivery>()), G::Schedule, Required),
        sub("schedule", "time_model", Choice(ClosedList::of::<TimeModel>()), G::Schedule, Required),
        sub("schedule", "hours_per_week", Number(168), G::Schedule, Wanted),
        sub("schedule", "times_of_day", Choices(ClosedList::of::<TimeOfDay>()), G::Schedule, Wanted),
        sub("schedule", "weeks_min", WEEKS, G::Schedule, Optional),
        sub("schedule", "weeks_max", WEEKS, G::Schedule, Wanted),
        sub("schedule", "entry", Choice(ClosedList::of::<Entry>()), G::Schedule, Required),
        sub("schedule", "start_dates", Dates, G::Schedule, Optional),
        sub("period", "from", Date, G::Capacity, Optional),
        sub("period", "until", Date, G::Capacity, Optional),
        sub("capacity", "places", PEOPLE, G::Capacity, Wanted),
        sub("capacity", "free", PEOPLE, G::Capacity, Wanted),
        sub("capacity", "waiting", PEOPLE, G::Capacity, Optional),
        sub("capacity", "as_of", Date, G::Capacity, Optional),
        sub("contact", "name", Line, G::People, Wanted),
        sub("contact", "phone", Line, G::People, Wanted),
        sub("contact", "email", Line, G::People, Optional),
        sub("confirmed", "on", Date, G::Upkeep, Required),
        sub("confirmed", "by", Line, G::Upkeep, Wanted),
    ]
};

impl Field {
    /// The field of this full name, such as `title` or `capacity.free`.
    pub fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.has_name(name))
    }

    /// The field of this key in this section; for keys that the program itself writes down.
    pub fn at(section: &str, key: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.section == section && field.key == key)
    }

    /// The section of the only field that has this key; empty for a key above all sections. `None` when there is no
    /// such field or several, and for keys that might mean anything elsewhere.
    pub fn only_section_of(key: &str) -> Option<&'static str> {
        const VAGUE: [&str; 3] = ["name", "on", "by"];
        if VAGUE.contains(&key) {
            return None;
        }
        let mut fields = FIELDS.iter().filter(|field| field.key == key);
        let field = fields.next()?;
        fields.next().is_none().then_some(field.section)
    }

    /// Its full name, such as `title` or `capacity.free`.
    pub fn name(&self) -> String {
        if self.section.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.section, self.key) }
    }

    /// Its name in Fluent keys: `form-<name>` and `form-<name>-help`.
    pub fn text_key(&self) -> String {
        format!("form-{}", self.name().replace('.', "-"))
    }

    /// Position in [`FIELDS`].
    pub fn position(&self) -> usize {
        // Almost always it is one of them itself, and comparing words takes its time where there are thousands of rows.
        let itself = FIELDS.iter().position(|field| std::ptr::eq(field, self));
        itself.or_else(|| FIELDS.iter().position(|field| field == self)).unwrap_or(0)
    }

    fn has_name(&self, name: &str) -> bool {
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
