//! One entry while it is read: whatever of it could be understood.

use jiff::civil::Date;

use super::table::TomlTable;
use crate::{
    base::Text,
    catalogue::{
        Accessibility, Capacity, Category, Childcare, Confirmed, Contact, Delivery, Eligibility, Entry, Funding, Id,
        Measure, Period, Schedule, Setting, Status, TimeModel, TimeOfDay,
    },
};

/// The readable parts of an entry. Everything is read before anything is given up, and the checks work on what is
/// there: one run reports every fault, and a missing title hides no wrong date.
pub(crate) struct MeasureDraft {
    pub(crate) id: Option<Id>,
    pub(crate) title: Option<Text>,
    pub(crate) category: Option<Category>,
    pub(crate) summary: Option<Text>,
    pub(crate) provider: Option<Id>,
    pub(crate) childcare: Option<Childcare>,
    pub(crate) status: Option<Status>,
    pub(crate) texts: DraftTexts,
    pub(crate) lists: DraftLists,
    pub(crate) funding: Option<Funding>,
    pub(crate) accessibility: Option<Accessibility>,
    pub(crate) coordinator: Option<Id>,
    pub(crate) eligibility: Eligibility,
    pub(crate) schedule: ScheduleDraft,
    pub(crate) period: Period,
    pub(crate) capacity: Capacity,
    pub(crate) contact: Contact,
    pub(crate) confirmed: ConfirmedDraft,
}

impl MeasureDraft {
    pub(super) fn read(table: &TomlTable<'_, '_>) -> Self {
        Self {
            id: table.required("id", table.id("id")),
            title: table.required_text("title", table.line("title")),
            category: table.required("category", table.choice("category")),
            summary: table.required_text("summary", table.paragraphs("summary")),
            provider: table.required("provider", table.id("provider")),
            childcare: table.required("childcare", table.choice("childcare")),
            status: table.required("status", table.choice("status")),
            texts: DraftTexts::read(table),
            lists: DraftLists::read(table),
            funding: table.choice("funding"),
            accessibility: table.choice("accessibility"),
            coordinator: table.id("coordinator"),
            eligibility: eligibility(table.section("eligibility")),
            schedule: ScheduleDraft::read(table.section("schedule")),
            period: period(table.section("period")),
            capacity: capacity(table.section("capacity")),
            contact: contact(table.section("contact")),
            confirmed: ConfirmedDraft::read(table.section("confirmed")),
        }
    }

    /// The entry; `None` when a required value is missing or could not be understood.
    pub(super) fn into_measure(self) -> Option<Measure> {
        let Self { texts, lists, .. } = self;
        Some(Measure {
            id: self.id?,
            title: self.title?,
            category: self.category?,
            summary: self.summary?,
            provider: self.provider?,
            childcare: self.childcare?,
            status: self.status?,
            schedule: self.schedule.whole()?,
            confirmed: self.confirmed.whole()?,
            funding: self.funding,
            accessibility: self.accessibility,
            coordinator: self.coordinator,
            eligibility: self.eligibility,
            period: self.period,
            capacity: self.capacity,
            contact: self.contact,
            short: texts.short,
            content: texts.content,
            admission: texts.admission,
            exclusion: texts.exclusion,
            legal_note: texts.legal_note,
            measure_number: texts.measure_number,
            access_route: texts.access_route,
            waiting_time: texts.waiting_time,
            accessibility_note: texts.accessibility_note,
            internal_note: texts.internal_note,
            source: texts.source,
            types: lists.types,
            target_groups: lists.target_groups,
            legal_bases: lists.legal_bases,
            places: lists.places,
            aliases: lists.aliases,
            goals: lists.goals,
            modules: lists.modules,
            certificates: lists.certificates,
            documents: lists.documents,
            links: lists.links,
        })
    }
}

/// The optional texts of an entry.
pub(crate) struct DraftTexts {
    pub(crate) short: Option<Text>,
    pub(crate) content: Option<Text>,
    pub(crate) admission: Option<Text>,
    pub(crate) exclusion: Option<Text>,
    pub(crate) legal_note: Option<Text>,
    pub(crate) measure_number: Option<Text>,
    pub(crate) access_route: Option<Text>,
    pub(crate) waiting_time: Option<Text>,
    pub(crate) accessibility_note: Option<Text>,
    pub(crate) internal_note: Option<Text>,
    pub(crate) source: Option<Text>,
}

impl DraftTexts {
    fn read(table: &TomlTable<'_, '_>) -> Self {
        Self {
            short: table.line("short"),
            content: table.paragraphs("content"),
            admission: table.paragraphs("admission"),
            exclusion: table.paragraphs("exclusion"),
            legal_note: table.paragraphs("legal_note"),
            measure_number: table.line("measure_number"),
            access_route: table.paragraphs("access_route"),
            waiting_time: table.paragraphs("waiting_time"),
            accessibility_note: table.paragraphs("accessibility_note"),
            internal_note: table.paragraphs("internal_note"),
            source: table.line("source"),
        }
    }
}

/// The lists of an entry.
pub(crate) struct DraftLists {
    pub(crate) types: Vec<Id>,
    pub(crate) target_groups: Vec<Id>,
    pub(crate) legal_bases: Vec<Id>,
    pub(crate) places: Vec<Id>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) goals: Vec<Id>,
    pub(crate) modules: Vec<Id>,
    pub(crate) certificates: Vec<Id>,
    pub(crate) documents: Vec<Text>,
    pub(crate) links: Vec<Text>,
}

impl DraftLists {
    fn read(table: &TomlTable<'_, '_>) -> Self {
        Self {
            types: table.required_list("types", table.ids("types")),
            target_groups: table.required_list("target_groups", table.ids("target_groups")),
            legal_bases: table.required_list("legal_bases", table.ids("legal_bases")),
            places: table.required_list("places", table.ids("places")),
            aliases: table.lines("aliases"),
            goals: table.ids("goals"),
            modules: table.ids("modules"),
            certificates: table.ids("certificates"),
            documents: table.lines("documents"),
            links: table.lines("links"),
        }
    }
}

/// When and how the offer takes place, as far as it could be read.
pub(crate) struct ScheduleDraft {
    pub(crate) setting: Option<Setting>,
    pub(crate) delivery: Option<Delivery>,
    pub(crate) time_model: Option<TimeModel>,
    pub(crate) entry: Option<Entry>,
    pub(crate) hours_per_week: Option<u16>,
    pub(crate) times_of_day: Vec<TimeOfDay>,
    pub(crate) weeks_min: Option<u16>,
    pub(crate) weeks_max: Option<u16>,
    pub(crate) start_dates: Vec<Date>,
}

impl ScheduleDraft {
    fn read(table: TomlTable<'_, '_>) -> Self {
        let schedule = Self {
            setting: table.required("setting", table.choice("setting")),
            delivery: table.required("delivery", table.choice("delivery")),
            time_model: table.required("time_model", table.choice("time_model")),
            entry: table.required("entry", table.choice("entry")),
            hours_per_week: table.number("hours_per_week", 0..=168),
            times_of_day: table.choices("times_of_day"),
            weeks_min: table.number("weeks_min", 0..=1040),
            weeks_max: table.number("weeks_max", 0..=1040),
            start_dates: table.dates("start_dates"),
        };
        table.finish();
        schedule
    }

    fn whole(self) -> Option<Schedule> {
        Some(Schedule {
            setting: self.setting?,
            delivery: self.delivery?,
            time_model: self.time_model?,
            entry: self.entry?,
            hours_per_week: self.hours_per_week,
            times_of_day: self.times_of_day,
            weeks_min: self.weeks_min,
            weeks_max: self.weeks_max,
            start_dates: self.start_dates,
        })
    }
}

/// The last confirmation, as far as it could be read.
pub(crate) struct ConfirmedDraft {
    pub(crate) on: Option<Date>,
    pub(crate) by: Option<Text>,
}

impl ConfirmedDraft {
    fn read(table: TomlTable<'_, '_>) -> Self {
        let confirmed = Self { on: table.required("on", table.date("on")), by: table.line("by") };
        table.finish();
        confirmed
    }

    fn whole(self) -> Option<Confirmed> {
        Some(Confirmed { on: self.on?, by: self.by })
    }
}

fn eligibility(table: TomlTable<'_, '_>) -> Eligibility {
    let eligibility = Eligibility {
        age_min: table.number("age_min", 0..=120),
        age_max: table.number("age_max", 0..=120),
        german_min: table.choice("german_min"),
        german_target: table.choice("german_target"),
        benefits: table.choices("benefits"),
    };
    table.finish();
    eligibility
}

fn period(table: TomlTable<'_, '_>) -> Period {
    let period = Period { from: table.date("from"), until: table.date("until") };
    table.finish();
    period
}

fn capacity(table: TomlTable<'_, '_>) -> Capacity {
    let capacity = Capacity {
        places: table.number("places", 0..=1_000_000),
        free: table.number("free", 0..=1_000_000),
        waiting: table.number("waiting", 0..=1_000_000),
        as_of: table.date("as_of"),
    };
    table.finish();
    capacity
}

fn contact(table: TomlTable<'_, '_>) -> Contact {
    let contact = Contact { name: table.line("name"), phone: table.line("phone"), email: table.line("email") };
    table.finish();
    contact
}
