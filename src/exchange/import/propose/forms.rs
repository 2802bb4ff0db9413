//! The patterns that the cells of a column need, because they hold more than the value of their field.

use jiff::civil::Date;

use super::{Guess, guess::toml};
use crate::{
    catalogue::{Field, typed_value},
    exchange::import::{DateFormat, mapping::Pattern, matching},
};

/// Forms in which cells hold more than one value, by the field of their column: first the forms, then the plain one.
const FORMS: &[(&str, &[&str])] = &[
    (
        "capacity.places",
        &[
            "{capacity.places} ({capacity.free} frei)",
            "{capacity.places} (frei: {capacity.free})",
            "{capacity.places} / {capacity.free} frei",
            "{capacity.places}, davon {capacity.free} frei",
            "{capacity.places} ({capacity.free})",
            "{capacity.places} / {capacity.free}",
            "ca. {capacity.places}",
            "{capacity.places} TN",
            "{capacity.places} Plätze",
            "{capacity.places}",
        ],
    ),
    (
        "capacity.free",
        &[
            "{capacity.free} (Stand {capacity.as_of})",
            "{capacity.free} (Stand: {capacity.as_of})",
            "{capacity.free} (am {capacity.as_of})",
            "{capacity.free}, Stand {capacity.as_of}",
            "{capacity.free} ({capacity.as_of})",
            "{capacity.free} frei",
            "{capacity.free}",
        ],
    ),
    (
        "period.from",
        &[
            "ab {period.from}",
            "seit {period.from}",
            "{period.from} - {period.until}",
            "{period.from} – {period.until}",
            "{period.from} bis {period.until}",
            "{period.from}",
        ],
    ),
    ("period.until", &["bis {period.until}", "{period.until}"]),
    ("schedule.start_dates", &["ab {schedule.start_dates}", "{schedule.start_dates}"]),
    (
        "eligibility.age_min",
        &[
            "{eligibility.age_min} - {eligibility.age_max}",
            "ab {eligibility.age_min}",
            "bis {eligibility.age_max}",
            "{eligibility.age_min}",
        ],
    ),
    (
        "schedule.weeks_max",
        &["{schedule.weeks_min} - {schedule.weeks_max}", "{schedule.weeks_max} Wochen", "{schedule.weeks_max}"],
    ),
    (
        "schedule.hours_per_week",
        &["{schedule.hours_per_week} Std.", "{schedule.hours_per_week} h", "{schedule.hours_per_week}"],
    ),
];
/// Words that stand where a day is expected, and say how one can begin.
const BEGINNINGS: &[(&str, &str)] = &[
    ("laufend", "rolling"),
    ("sofort", "rolling"),
    ("ab sofort", "rolling"),
    ("jederzeit", "rolling"),
    ("nach Absprache", "on_request"),
    ("n. V.", "on_request"),
];
/// Words that stand where the last day is expected and say that there is none.
const WITHOUT_END: &[&str] =
    &["laufend", "offen", "unbefristet", "fortlaufend", "auf Dauer", "bis auf Weiteres", "dauerhaft"];
/// Other ways to write days that are recognised.
const DATE_FORMATS: [&str; 5] = ["MM/JJJJ", "MM.JJJJ", "MMM JJJJ", "TT. MMM JJJJ", "TT/MM/JJJJ"];

/// The patterns of a column; empty where its cells are nothing but the value.
pub(super) fn of(guess: &Guess, field: &'static Field, fields: &[&'static Field], today: Date) -> Vec<String> {
    let plain = format!("{{{}}}", field.name());
    let mut patterns = forms(guess, field, fields, today);
    patterns.extend(words(guess, field, fields));
    if !patterns.is_empty() {
        // It fits everything and comes last.
        patterns.push(toml(&plain));
    }
    patterns
}

/// The formats in which cells of `guesses` write days that would not be understood without.
pub(super) fn date_formats(guesses: &[Guess]) -> Vec<&'static str> {
    let days = guesses.iter().filter(|guess| guess.field.is_some_and(is_day));
    let open: Vec<&String> = days
        .flat_map(|guess| &guess.samples)
        .filter(|sample| Field::named("period.from").is_some_and(|field| typed_value(field, sample).is_err()))
        .collect();
    let used = |format: &&&str| {
        DateFormat::parse(format).is_some_and(|format| open.iter().any(|sample| format.read(sample).is_some()))
    };
    DATE_FORMATS.iter().filter(used).copied().collect()
}

fn is_day(field: &Field) -> bool {
    use crate::catalogue::Shape;
    matches!(field.shape, Shape::Date | Shape::Dates)
}

/// The forms of [`FORMS`] that any cell has.
fn forms(guess: &Guess, field: &'static Field, fields: &[&'static Field], today: Date) -> Vec<String> {
    let name = field.name();
    let known = FORMS.iter().find(|(of, _)| *of == name).map(|(_, forms)| *forms).unwrap_or_default();
    // What has a column of its own is not taken from this one.
    let free = |pattern: &Pattern| pattern.fields().all(|other| other == field || !fields.contains(&other));
    let mut used = Vec::new();
    for form in known {
        let Ok(pattern) = Pattern::parse(form) else { continue };
        if pattern.as_field().is_some() || !free(&pattern) {
            continue;
        }
        let sound = |part: &(&'static Field, &str)| typed_value(part.0, part.1).is_ok();
        let mut whole = false;
        for parts in guess.samples.iter().filter_map(|cell| pattern.parts(cell)) {
            whole |= parts.iter().all(sound);
            let without_year = without_year(form, &parts, today);
            used.extend(without_year.filter(|literal| !used.contains(literal)));
        }
        if whole {
            used.push(toml(form));
        }
    }
    used
}

/// "3 (Stand 10.11.)": the day is the last one of that name, and a person can see which.
fn without_year(form: &str, parts: &[(&'static Field, &str)], today: Date) -> Option<String> {
    let (dated, rest): (Vec<_>, Vec<_>) = parts.iter().partition(|(field, _)| field.name() == "capacity.as_of");
    let [(field, words)] = dated.as_slice() else { return None };
    if rest.iter().any(|(field, part)| typed_value(field, part).is_err()) {
        return None;
    }
    let format = DateFormat::parse("TT.MM.JJJJ")?;
    let of_year = |year: i16| format.read(&format!("{}.{year}", words.trim_end_matches('.')));
    let day = of_year(today.year()).filter(|day| *day <= today).or_else(|| of_year(today.year() - 1))?;
    let text = form.replace("{capacity.as_of}", words);
    Some(format!("{{ text = {}, set = {{ \"{}\" = {day} }} }}", toml(&text), field.name()))
}

/// Words that stand where a day is expected.
fn words(guess: &Guess, field: &'static Field, fields: &[&'static Field]) -> Vec<String> {
    let said = |words: &str| guess.samples.iter().any(|cell| matching::key(cell) == matching::key(words));
    match field.name().as_str() {
        "period.from" | "schedule.start_dates" if !fields.iter().any(|other| other.name() == "schedule.entry") => {
            let beginnings = BEGINNINGS.iter().filter(|(words, _)| said(words));
            let pattern = |(words, code): &(&str, &str)| {
                format!("{{ text = {}, set = {{ \"schedule.entry\" = \"{code}\" }} }}", toml(words))
            };
            beginnings.map(pattern).collect()
        }
        // How one can begin is said elsewhere already.
        "period.from" | "schedule.start_dates" => {
            BEGINNINGS.iter().filter(|(words, _)| said(words)).map(|(words, _)| toml(words)).collect()
        }
        "period.until" => WITHOUT_END.iter().filter(|words| said(words)).map(|words| toml(words)).collect(),
        _ => Vec::new(),
    }
}
