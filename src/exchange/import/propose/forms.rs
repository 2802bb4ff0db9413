//! The patterns that the cells of a column need, because they hold more than the value of their field.

use jiff::civil::Date;

use super::toml_text::toml_text;
use crate::{
    catalogue::{Choice as _, Field, Intake, typed_value},
    exchange::{
        import::{DateFormat, Pattern},
        spelling,
    },
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
/// How one can begin, where words for it stand instead of a day.
const BEGINNINGS: [&str; 2] = ["rolling", "on_request"];
/// Words that stand where the last day is expected and mean that there is none.
const WITHOUT_END: &[&str] =
    &["laufend", "offen", "unbefristet", "fortlaufend", "auf Dauer", "bis auf Weiteres", "dauerhaft"];
/// Other ways to write days that are recognised.
const DATE_FORMATS: [&str; 5] = ["MM/JJJJ", "MM.JJJJ", "MMM JJJJ", "TT. MMM JJJJ", "TT/MM/JJJJ"];

/// The patterns of a column; empty where its cells are nothing but the value.
pub(super) fn of(samples: &[String], field: &'static Field, fields: &[&'static Field], today: Date) -> Vec<String> {
    let plain = format!("{{{}}}", field.name());
    let mut patterns = forms(samples, field, fields, today);
    patterns.extend(words(samples, field, fields));
    if !patterns.is_empty() {
        // It fits everything and comes last.
        patterns.push(toml_text(&plain));
    }
    patterns
}

/// The formats in which these cells of days are written, where they would not be understood without.
pub(super) fn date_formats<'c>(cells: impl Iterator<Item = &'c String>) -> Vec<&'static str> {
    let open = |cell: &&String| Field::named("period.from").is_some_and(|field| typed_value(field, cell).is_err());
    let open: Vec<&String> = cells.filter(open).collect();
    let used = |format: &&&str| {
        DateFormat::parse(format).is_some_and(|format| open.iter().any(|cell| format.read(cell).is_some()))
    };
    DATE_FORMATS.iter().filter(used).copied().collect()
}

fn forms(samples: &[String], field: &'static Field, fields: &[&'static Field], today: Date) -> Vec<String> {
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
        for parts in samples.iter().filter_map(|cell| pattern.parts(cell)) {
            whole |= parts.iter().all(sound);
            let without_year = without_year(form, &parts, today);
            used.extend(without_year.filter(|literal| !used.contains(literal)));
        }
        if whole {
            used.push(toml_text(form));
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
    Some(format!("{{ text = {}, set = {{ \"{}\" = {day} }} }}", toml_text(&text), field.name()))
}

/// Words that stand where a day is expected.
fn words(samples: &[String], field: &'static Field, fields: &[&'static Field]) -> Vec<String> {
    match field.name().as_str() {
        "period.from" | "schedule.start_dates" => {
            // Where another column is about how one can begin, this one is not.
            let alone = !fields.iter().any(|other| other.name() == "schedule.entry");
            let pattern = |(words, code): (&str, &str)| match alone {
                true => format!("{{ text = {}, set = {{ \"schedule.entry\" = \"{code}\" }} }}", toml_text(words)),
                false => toml_text(words),
            };
            beginnings(samples).into_iter().map(pattern).collect()
        }
        "period.until" => {
            let used = |words: &&&str| samples.iter().any(|cell| spelling(cell) == spelling(words));
            WITHOUT_END.iter().filter(used).map(|words| toml_text(words)).collect()
        }
        _ => Vec::new(),
    }
}

/// The different cells about how one can begin, with their codes.
fn beginnings(samples: &[String]) -> Vec<(&str, &'static str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for words in samples.iter().map(|sample| sample.trim()) {
        if let Some(code) = Intake::likely(words).map(Intake::code).filter(|code| BEGINNINGS.contains(code))
            && !found.iter().any(|(known, _)| spelling(known) == spelling(words))
        {
            found.push((words, code));
        }
    }
    found
}
