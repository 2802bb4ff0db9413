//! Reads one measure file.

use std::{cell::RefCell, sync::Arc};

use jiff::civil::Date;

use super::{
    document::Document,
    faults::Faults,
    table::{Spans, Table},
};
use crate::catalogue::{
    Capacity, Code, Confirmed, Contact, Diagnostic, Eligibility, Id, Measure, Period, Register, Schedule, Severity,
    Text, check,
};

/// What became of one measure file.
#[derive(Clone, Debug)]
pub struct ReadMeasure {
    /// The entry; `None` when the file is too broken to be one. An entry may have errors and still be readable: then
    /// it stays findable while somebody mends it.
    pub measure: Option<Measure>,
    /// All faults, by line.
    pub diagnostics: Vec<Diagnostic>,
}

impl ReadMeasure {
    /// A file of which nothing could be read.
    pub fn unreadable(fault: Diagnostic) -> Self {
        Self { measure: None, diagnostics: vec![fault] }
    }

    /// The errors, by line.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error)
    }
}

/// Reads and checks the text of `measures/<id>.toml`. `today` decides what is overdue.
pub fn read_measure(file: &Arc<str>, source: &str, register: &Register, today: Date) -> ReadMeasure {
    let faults = Faults::new(file, source);
    let spans = RefCell::default();
    let document = Document::parse(source, &faults);
    if document.damaged {
        return ReadMeasure { measure: None, diagnostics: faults.into_vec() };
    }
    let table = Table::new(&faults, &spans, "", Some(document.root.get_ref()), 0..0);
    let mut measure = build(&table);
    table.finish();
    let spans = spans.into_inner();
    if let Some(entry) = &measure {
        check::measure(entry, register, today, &spans, &faults);
        if !id_is_file_name(entry, file, &spans, &faults) {
            measure = None;
        }
    }
    ReadMeasure { measure, diagnostics: faults.into_vec() }
}

/// `None` when a required value is missing or cannot be understood. Everything is read before anything is given up,
/// so that one run reports every fault.
fn build(table: &Table<'_, '_>) -> Option<Measure> {
    let id = table.required("id", table.id("id"));
    let title = table.required_text("title", table.line("title"));
    let category = table.required("category", table.choice("category"));
    let summary = table.required_text("summary", table.paragraphs("summary"));
    let provider = table.required("provider", table.id("provider"));
    let childcare = table.required("childcare", table.choice("childcare"));
    let status = table.required("status", table.choice("status"));
    let types = table.required_list("types", table.ids("types"));
    let target_groups = table.required_list("target_groups", table.ids("target_groups"));
    let legal_bases = table.required_list("legal_bases", table.ids("legal_bases"));
    let places = table.required_list("places", table.ids("places"));
    let texts = Texts::read(table);
    let lists = Lists::read(table);
    let funding = table.choice("funding");
    let accessibility = table.choice("accessibility");
    let coordinator = table.id("coordinator");
    let eligibility = eligibility(table.section("eligibility"));
    let schedule = schedule(table.section("schedule"));
    let period = period(table.section("period"));
    let capacity = capacity(table.section("capacity"));
    let contact = contact(table.section("contact"));
    let confirmed = confirmed(table.section("confirmed"));
    Some(Measure {
        id: id?,
        title: title?,
        category: category?,
        summary: summary?,
        provider: provider?,
        childcare: childcare?,
        status: status?,
        schedule: schedule?,
        confirmed: confirmed?,
        types,
        target_groups,
        legal_bases,
        places,
        eligibility,
        period,
        capacity,
        contact,
        funding,
        accessibility,
        coordinator,
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
        aliases: lists.aliases,
        goals: lists.goals,
        modules: lists.modules,
        certificates: lists.certificates,
        documents: lists.documents,
        links: lists.links,
    })
}

/// The optional texts of an entry.
struct Texts {
    short: Option<Text>,
    content: Option<Text>,
    admission: Option<Text>,
    exclusion: Option<Text>,
    legal_note: Option<Text>,
    measure_number: Option<Text>,
    access_route: Option<Text>,
    waiting_time: Option<Text>,
    accessibility_note: Option<Text>,
    internal_note: Option<Text>,
    source: Option<Text>,
}

impl Texts {
    fn read(table: &Table<'_, '_>) -> Self {
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

/// The optional lists of an entry.
struct Lists {
    aliases: Vec<Text>,
    goals: Vec<Id>,
    modules: Vec<Id>,
    certificates: Vec<Id>,
    documents: Vec<Text>,
    links: Vec<Text>,
}

impl Lists {
    fn read(table: &Table<'_, '_>) -> Self {
        Self {
            aliases: table.lines("aliases"),
            goals: table.ids("goals"),
            modules: table.ids("modules"),
            certificates: table.ids("certificates"),
            documents: table.lines("documents"),
            links: table.lines("links"),
        }
    }
}

fn eligibility(table: Table<'_, '_>) -> Eligibility {
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

fn schedule(table: Table<'_, '_>) -> Option<Schedule> {
    let setting = table.required("setting", table.choice("setting"));
    let delivery = table.required("delivery", table.choice("delivery"));
    let time_model = table.required("time_model", table.choice("time_model"));
    let entry = table.required("entry", table.choice("entry"));
    let hours_per_week = table.number("hours_per_week", 0..=168);
    let times_of_day = table.choices("times_of_day");
    let weeks_min = table.number("weeks_min", 0..=1040);
    let weeks_max = table.number("weeks_max", 0..=1040);
    let start_dates = table.dates("start_dates");
    table.finish();
    Some(Schedule {
        setting: setting?,
        delivery: delivery?,
        time_model: time_model?,
        entry: entry?,
        hours_per_week,
        times_of_day,
        weeks_min,
        weeks_max,
        start_dates,
    })
}

fn period(table: Table<'_, '_>) -> Period {
    let period = Period { from: table.date("from"), until: table.date("until") };
    table.finish();
    period
}

fn capacity(table: Table<'_, '_>) -> Capacity {
    let capacity = Capacity {
        places: table.number("places", 0..=1_000_000),
        free: table.number("free", 0..=1_000_000),
        waiting: table.number("waiting", 0..=1_000_000),
        as_of: table.date("as_of"),
    };
    table.finish();
    capacity
}

fn contact(table: Table<'_, '_>) -> Contact {
    let contact = Contact { name: table.line("name"), phone: table.line("phone"), email: table.line("email") };
    table.finish();
    contact
}

fn confirmed(table: Table<'_, '_>) -> Option<Confirmed> {
    let on = table.required("on", table.date("on"));
    let by = table.line("by");
    table.finish();
    Some(Confirmed { on: on?, by })
}

/// An id that differs from the file name would make two names for one entry: such a file is out.
fn id_is_file_name(measure: &Measure, file: &Arc<str>, spans: &Spans, faults: &Faults<'_>) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    if measure.id.as_str() == stem {
        return true;
    }
    let fault = faults.at(Code::IdMismatch, spans.of("", "id", 0));
    faults.push(fault.with("id", &measure.id).with("file", name));
    false
}
