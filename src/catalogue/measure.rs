//! One catalogue entry of any category: a measure, instrument, service, project ...

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Accessibility, Benefits, Category, Childcare, Delivery, Entry, Funding, GermanLevel, Id, Setting, Status,
    TimeModel, TimeOfDay,
};
use crate::base::Text;

/// One entry, as one file `measures/<id>.toml` describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Slug, equal to the file name.
    pub id: Id,
    /// At most [`MAX_TITLE`] characters.
    pub title: Text,
    /// Abbreviation.
    pub short: Option<Text>,
    /// Other names under which people look for it.
    pub aliases: Vec<Text>,
    /// What sort of entry it is.
    pub category: Category,
    /// Ids of measure types.
    pub types: Vec<Id>,
    /// Ids of goals.
    pub goals: Vec<Id>,
    /// Plain language, at most [`MAX_SUMMARY`] characters; may be read out to a client.
    pub summary: Text,
    /// Paragraphs; lines that begin with `- ` are list items.
    pub content: Option<Text>,
    /// Ids of modules.
    pub modules: Vec<Id>,
    /// Ids of target groups, at least one.
    pub target_groups: Vec<Id>,
    /// Entry requirements in words.
    pub admission: Option<Text>,
    /// Who cannot take part.
    pub exclusion: Option<Text>,
    /// Ids of legal bases; `unbekannt` is allowed.
    pub legal_bases: Vec<Id>,
    /// Remark on the legal basis.
    pub legal_note: Option<Text>,
    /// How it is paid for.
    pub funding: Option<Funding>,
    /// Number of the measure in the Fachverfahren.
    pub measure_number: Option<Text>,
    /// Ids of certificates.
    pub certificates: Vec<Id>,
    /// How a client gets in (Zugangsweg).
    pub access_route: Option<Text>,
    /// Waiting time in words.
    pub waiting_time: Option<Text>,
    /// What to bring along.
    pub documents: Vec<Text>,
    /// Web addresses.
    pub links: Vec<Text>,
    /// Id of the provider.
    pub provider: Id,
    /// Id of the coordinator; required when the setting is a group.
    pub coordinator: Option<Id>,
    /// Ids of places; the region follows from the place.
    pub places: Vec<Id>,
    /// What it does about childcare.
    pub childcare: Childcare,
    /// Access without steps.
    pub accessibility: Option<Accessibility>,
    /// Remark on the access.
    pub accessibility_note: Option<Text>,
    /// Where it stands in its life.
    pub status: Status,
    /// Staff only: never in the client view, a handout or a default export.
    pub internal_note: Option<Text>,
    /// Where the facts come from.
    pub source: Option<Text>,
    /// Machine-readable part of the admission rules.
    pub eligibility: Eligibility,
    /// When and how it takes place.
    pub schedule: Schedule,
    /// First and last day of the offer as a whole.
    pub period: Period,
    /// Places, free places, waiting list.
    pub capacity: Capacity,
    /// Outside contact at the provider: a function, not a private person.
    pub contact: Contact,
    /// When the coordinator last said "this is still true".
    pub confirmed: Confirmed,
}

/// Longest title in characters.
pub const MAX_TITLE: usize = 120;
/// Longest summary in characters.
pub const MAX_SUMMARY: usize = 300;

/// Who may take part, as far as a machine can tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Eligibility {
    /// Youngest age in years.
    pub age_min: Option<u8>,
    /// Oldest age in years.
    pub age_max: Option<u8>,
    /// Level of German one must bring along.
    pub german_min: Option<GermanLevel>,
    /// Level of German one reaches.
    pub german_target: Option<GermanLevel>,
    /// Benefits one must draw.
    pub benefits: Vec<Benefits>,
}

/// When and how an offer takes place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// Alone or in a group.
    pub setting: Setting,
    /// In person, online ...
    pub delivery: Delivery,
    /// Full time, part time ...
    pub time_model: TimeModel,
    /// Hours a week.
    pub hours_per_week: Option<u16>,
    /// Times of the day.
    pub times_of_day: Vec<TimeOfDay>,
    /// Shortest duration in weeks.
    pub weeks_min: Option<u16>,
    /// Longest duration in weeks.
    pub weeks_max: Option<u16>,
    /// When one can begin.
    pub entry: Entry,
    /// Days on which it begins.
    pub start_dates: Vec<Date>,
}

/// First and last day; either may be open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// Numbers of places. An undated number of free places is worse than none, hence `as_of`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    /// All places.
    pub places: Option<u32>,
    /// Free places on the day `as_of`.
    pub free: Option<u32>,
    /// People on the waiting list.
    pub waiting: Option<u32>,
    /// The day on which `free` and `waiting` were true.
    pub as_of: Option<Date>,
}

/// Outside contact: a function at the provider.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Name of the function.
    pub name: Option<Text>,
    /// Phone number.
    pub phone: Option<Text>,
    /// E-mail address.
    pub email: Option<Text>,
}

impl Contact {
    /// True when nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.phone.is_none() && self.email.is_none()
    }
}

/// The last confirmation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confirmed {
    /// Day of the confirmation.
    pub on: Date,
    /// Coordinator id or initials.
    pub by: Option<Text>,
}
