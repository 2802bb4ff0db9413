//! The facts of an offer that decide at a glance: free places, next start, place, time, childcare, how one gets in.

use jiff::civil::Date;

use super::wording::{Wording, join, text};
use crate::{
    base::{Text, coded_enum},
    catalogue::{Availability, Capacity, Contact, Intake, Measure},
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
    let next = schedule.start_dates.iter().filter(|day| **day >= today).min();
    let from = measure.period.from.filter(|from| *from > today);
    match (next, from) {
        (Some(day), _) => words.date(*day),
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
    let Contact { name, phone, email } = &measure.contact;
    let name = text(name.as_ref());
    let provider = words.register.providers.get(&measure.provider);
    let of_provider = |value: fn(&crate::catalogue::Provider) -> Option<&Text>| {
        provider.and_then(|provider| Some((value(provider)?.to_string(), provider.name.to_string())))
    };
    let own = |value: &Option<Text>| value.as_ref().map(|value| (value.to_string(), name.clone()));
    let phone = own(phone).or_else(|| of_provider(|provider| provider.phone.as_ref()));
    let mail = || own(email).or_else(|| of_provider(|provider| provider.email.as_ref()));
    match phone.or_else(mail) {
        Some((number, whose)) if whose.is_empty() => number,
        Some((number, whose)) => format!("{number} · {whose}"),
        None => name,
    }
}
