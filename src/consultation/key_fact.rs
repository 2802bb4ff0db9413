//! The facts of an offer that decide at a glance: free places, next start, place, time, childcare, how one gets in.

use jiff::civil::Date;

use super::{
    people::People,
    wording::{Wording, join, text},
};
use crate::{
    base::{Text, coded_enum},
    catalogue::{Availability, Capacity, Intake, Measure, next_start},
};

coded_enum! {
    /// What a fact tells, in the order in which a consultation asks. Its short label is the text `fact-<code>`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum KeyFactKind {
        /// Free places with the day on which they were counted, and who waits.
        Free = "free",
        /// The next day on which one can begin.
        Start = "start",
        /// Place or area.
        Place = "place",
        /// Time model, hours, times of the day.
        Time = "time",
        /// Childcare.
        Childcare = "childcare",
        /// How one gets in: who calls whom, with what.
        Access = "access",
        /// Telephone, or where there is none the mail address, and whose it is.
        Contact = "contact",
    }
}

/// One fact in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFact {
    /// What it tells.
    pub kind: KeyFactKind,
    /// A short label.
    pub label: String,
    /// What is so; never empty.
    pub value: String,
}

/// The facts of an offer. What nobody has written down is left out.
pub(super) fn facts(measure: &Measure, words: Wording<'_>, today: Date) -> Vec<KeyFact> {
    let Measure { schedule, capacity, .. } = measure;
    let value = |kind| match kind {
        KeyFactKind::Free => free(capacity, words),
        KeyFactKind::Start => start(measure, words, today),
        KeyFactKind::Place => words.place_names(&measure.places),
        KeyFactKind::Time => words.schedule(schedule),
        KeyFactKind::Childcare => words.known(measure.childcare),
        KeyFactKind::Access => access(measure, words),
        KeyFactKind::Contact => contact(measure, words),
    };
    let fact = |kind: KeyFactKind| {
        let label = words.texts.get(&format!("fact-{}", kind.code())).into_owned();
        KeyFact { kind, label, value: value(kind) }
    };
    KeyFactKind::ALL.into_iter().map(fact).filter(|fact| !fact.value.is_empty()).collect()
}

/// "4 frei (Stand 17.11.2026), 6 warten". An undated number is said to be one.
fn free(capacity: &Capacity, words: Wording<'_>) -> String {
    let texts = words.texts;
    let free = capacity.free.map(|free| {
        let as_of = capacity.as_of.map_or_else(|| texts.get("sheet-undated").into_owned(), |day| words.date(day));
        texts.with("fact-free-of", &[("free", u64::from(free).into()), ("date", as_of.into())])
    });
    let waiting = capacity
        .waiting
        .filter(|waiting| *waiting > 0)
        .map(|n| texts.with("fact-waiting", &[("count", u64::from(n).into())]));
    join([free, waiting].into_iter().flatten())
}

/// The next of the days that are known, else how one can begin.
fn start(measure: &Measure, words: Wording<'_>, today: Date) -> String {
    let schedule = &measure.schedule;
    let next = next_start(&schedule.start_dates, today);
    let from = measure.period.from.filter(|from| *from > today);
    match (next, from) {
        (Some(day), _) => words.date(day),
        (None, Some(from)) => words.period(Some(from), None),
        // A date that has passed is no start, and "on fixed dates" without one helps nobody to plan.
        (None, None) if schedule.entry == Intake::Fixed => words.texts.get("fact-start-fixed").into_owned(),
        (None, None) if Availability::of_measure(measure) == Availability::Over => String::new(),
        (None, None) => words.known(schedule.entry),
    }
}

/// The first paragraph of the way in, and what to bring along.
fn access(measure: &Measure, words: Wording<'_>) -> String {
    let route = measure.access_route.as_deref().unwrap_or_default();
    let first = route.split("\n\n").next().unwrap_or_default();
    let lines = first.lines().map(|line| line.trim().trim_start_matches("- "));
    let first: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let mut access = first.join(" ");
    if !measure.documents.is_empty() {
        let documents = join(measure.documents.iter().map(Text::to_string));
        if !access.is_empty() {
            access.push_str(" · ");
        }
        access.push_str(&words.texts.with("fact-documents", &[("documents", documents.into())]));
    }
    access
}

/// The telephone of the contact, else of the provider; else a mail address; with whose it is.
fn contact(measure: &Measure, words: Wording<'_>) -> String {
    let people = People::of_measure(measure, words.register);
    match people.phone().or_else(|| people.mail()) {
        Some((number, None)) => number.to_string(),
        Some((number, Some(whose))) => format!("{number} · {whose}"),
        None => text(measure.contact.name.as_ref()),
    }
}
