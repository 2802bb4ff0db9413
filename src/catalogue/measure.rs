//! One catalogue entry of any category: a measure, instrument, service, project ...
//!
//! This is the one place that says which fields it has. Reading, checking, forms, `lotse set`, merging, histories,
//! tables and schemas walk [`FIELDS`] or what is made of it.

use jiff::civil::Date;

use super::{
    Accessibility, Benefits, Category, Childcare, Delivery, Field, Funding, GermanLevel, Group, Id, Intake, Need,
    Reference, Setting, Status, TimeModel, TimeOfDay,
    declare::entry,
    field_type::{DraftContent, FieldType},
    schema::KeyType,
};
use crate::base::Text;

/// Longest title in characters.
pub const MAX_TITLE: usize = 120;
/// Longest summary in characters.
pub const MAX_SUMMARY: usize = 300;
/// Twenty years.
const MOST_WEEKS: i64 = 1_040;
/// More than any office has to do with.
const MOST_PEOPLE: i64 = 1_000_000;

entry! {
    /// One entry, as one file `measures/<id>.toml` describes it.
    Measure, MeasureDraft {
        /// Slug, equal to the file name.
        id: Id, Slug, Name, Required;
        /// At most [`MAX_TITLE`] characters.
        title: Text, Line, Name, Required;
        /// Abbreviation.
        short: Option<Text>, Line, Name, Optional;
        /// Other names under which people look for it.
        aliases: Vec<Text>, Lines, Name, Optional;
        /// What sort of entry it is.
        category: Category, Choice, Name, Required;
        /// Ids of measure types.
        types: Vec<Id>, References(Reference::MeasureTypes), Name, Required;
        /// Ids of goals.
        goals: Vec<Id>, References(Reference::Goals), Content, Wanted;
        /// Plain language, at most [`MAX_SUMMARY`] characters; may be read out to a client.
        summary: Text, Paragraphs, Content, Required;
        /// Paragraphs; lines that begin with `- ` are list items.
        content: Option<Text>, Paragraphs, Content, Wanted;
        /// Ids of modules.
        modules: Vec<Id>, References(Reference::Modules), Content, Wanted;
        /// Ids of target groups, at least one.
        target_groups: Vec<Id>, References(Reference::TargetGroups), Participants, Required;
        /// Entry requirements in words.
        admission: Option<Text>, Paragraphs, Participants, Wanted;
        /// Who cannot take part.
        exclusion: Option<Text>, Paragraphs, Participants, Optional;
        /// Ids of legal bases; `unbekannt` is allowed.
        legal_bases: Vec<Id>, References(Reference::LegalBases), Law, Required;
        /// Remark on the legal basis.
        legal_note: Option<Text>, Paragraphs, Law, Optional;
        /// How it is paid for.
        funding: Option<Funding>, Choice, Law, Wanted;
        /// Number of the measure in the Fachverfahren.
        measure_number: Option<Text>, Line, Law, Optional;
        /// Ids of certificates.
        certificates: Vec<Id>, References(Reference::Certificates), Law, Optional;
        /// How a client gets in (Zugangsweg).
        access_route: Option<Text>, Paragraphs, Access, Wanted;
        /// Waiting time in words.
        waiting_time: Option<Text>, Paragraphs, Access, Optional;
        /// What to bring along.
        documents: Vec<Text>, Lines, Access, Optional;
        /// Web addresses.
        links: Vec<Text>, Lines, Access, Optional;
        /// Id of the provider.
        provider: Id, Reference(Reference::Providers), People, Required;
        /// Id of the coordinator; required when the setting is a group.
        coordinator: Option<Id>, Reference(Reference::Coordinators), People, Wanted;
        /// Ids of places; the region follows from the place.
        places: Vec<Id>, References(Reference::Places), Place, Required;
        /// What it does about childcare.
        childcare: Childcare, Choice, Place, Required;
        /// Access without steps.
        accessibility: Option<Accessibility>, Choice, Place, Wanted;
        /// Remark on the access.
        accessibility_note: Option<Text>, Paragraphs, Place, Optional;
        /// Where it stands in its life.
        status: Status, Choice, Name, Required;
        /// Staff only: never in the client view, a handout or a default export.
        internal_note: Option<Text>, Paragraphs, Upkeep, Optional;
        /// Where the facts come from.
        source: Option<Text>, Line, Upkeep, Optional;
    }

    /// Machine-readable part of the admission rules.
    eligibility:
        /// Who may take part, as far as a machine can tell.
        #[derive(Default)]
        Eligibility, EligibilityDraft {
            /// Youngest age in years.
            age_min: Option<u8>, Number(120), Participants, Optional;
            /// Oldest age in years.
            age_max: Option<u8>, Number(120), Participants, Optional;
            /// Level of German one must bring along.
            german_min: Option<GermanLevel>, Choice, Participants, Wanted;
            /// Level of German one reaches.
            german_target: Option<GermanLevel>, Choice, Participants, Optional;
            /// Benefits one must draw.
            benefits: Vec<Benefits>, Choices, Participants, Wanted;
        }

    /// When and how it takes place.
    schedule:
        /// When and how an offer takes place.
        Schedule, ScheduleDraft {
            /// Alone or in a group.
            setting: Setting, Choice, Schedule, Required;
            /// In person, online ...
            delivery: Delivery, Choice, Schedule, Required;
            /// Full time, part time ...
            time_model: TimeModel, Choice, Schedule, Required;
            /// Hours a week.
            hours_per_week: Option<u16>, Number(168), Schedule, Wanted;
            /// Times of the day.
            times_of_day: Vec<TimeOfDay>, Choices, Schedule, Wanted;
            /// Shortest duration in weeks.
            weeks_min: Option<u16>, Number(MOST_WEEKS), Schedule, Optional;
            /// Longest duration in weeks.
            weeks_max: Option<u16>, Number(MOST_WEEKS), Schedule, Wanted;
            /// When one can begin.
            entry: Intake, Choice, Schedule, Required;
            /// Days on which it begins.
            start_dates: Vec<Date>, Dates, Schedule, Optional;
        }

    /// First and last day of the offer as a whole.
    period:
        /// First and last day; either may be open.
        #[derive(Default)]
        Period, PeriodDraft {
            /// First day.
            from: Option<Date>, Date, Capacity, Optional;
            /// Last day.
            until: Option<Date>, Date, Capacity, Optional;
        }

    /// Places, free places, waiting list.
    capacity:
        /// Numbers of places. An undated number of free places is worse than none, hence `as_of`.
        #[derive(Default)]
        Capacity, CapacityDraft {
            /// All places.
            places: Option<u32>, Number(MOST_PEOPLE), Capacity, Wanted;
            /// Free places on the day `as_of`.
            free: Option<u32>, Number(MOST_PEOPLE), Capacity, Wanted;
            /// People on the waiting list.
            waiting: Option<u32>, Number(MOST_PEOPLE), Capacity, Optional;
            /// The day on which `free` and `waiting` were true.
            as_of: Option<Date>, Date, Capacity, Optional;
        }

    /// Outside contact at the provider: a function, not a private person.
    contact:
        /// Outside contact: a function at the provider.
        #[derive(Default)]
        Contact, ContactDraft {
            /// Name of the function.
            name: Option<Text>, Line, People, Wanted;
            /// Phone number.
            phone: Option<Text>, Line, People, Wanted;
            /// E-mail address.
            email: Option<Text>, Line, People, Optional;
        }

    /// When the coordinator last said "this is still true".
    confirmed:
        /// The last confirmation.
        Confirmed, ConfirmedDraft {
            /// Day of the confirmation.
            on: Date, Date, Upkeep, Required;
            /// Coordinator id or initials.
            by: Option<Text>, Line, Upkeep, Wanted;
        }
}

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

    /// Position in [`FIELDS`].
    pub fn position(&self) -> usize {
        // Almost always it is one of them itself, and comparing words takes its time where there are thousands of rows.
        let itself = FIELDS.iter().position(|field| std::ptr::eq(field, self));
        itself.or_else(|| FIELDS.iter().position(|field| field == self)).unwrap_or(0)
    }
}

impl Contact {
    /// True when nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.phone.is_none() && self.email.is_none()
    }
}
