//! Values of an entry in the words of the reader: choices, dates, ranges, places.

use jiff::civil::Date;

use crate::{
    base::Text,
    catalogue::{Choice, Id, Register, Schedule, UNKNOWN},
    locale::Texts,
};

/// What values are put into words with.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    pub register: &'a Register,
    pub texts: &'a Texts,
}

impl Wording<'_> {
    pub(super) fn choice<C: Choice>(&self, value: C) -> String {
        self.texts.get(&format!("{}-{}", C::LIST, value.code())).into_owned()
    }

    /// A value that says something; what is unknown is told in one line at the end.
    pub(super) fn known<C: Choice>(&self, value: C) -> String {
        if value.code() == UNKNOWN { String::new() } else { self.choice(value) }
    }

    pub(super) fn optional<C: Choice>(&self, value: Option<C>) -> String {
        value.map(|value| self.choice(value)).unwrap_or_default()
    }

    pub(super) fn list<C: Choice>(&self, values: &[C]) -> String {
        join(values.iter().map(|value| self.choice(*value)))
    }

    pub(super) fn date(&self, day: Date) -> String {
        self.texts.date(day)
    }

    pub(super) fn with_value(&self, key: &str, value: &str) -> String {
        let texts = self.texts;
        texts.with(key, &[("value", value.into())])
    }

    pub(super) fn hours(&self, hours: Option<u16>) -> String {
        hours.map(|hours| self.texts.with("sheet-hours", &[("hours", u64::from(hours).into())])).unwrap_or_default()
    }

    pub(super) fn weeks(&self, least: Option<u16>, most: Option<u16>) -> String {
        let range = self.range(least.map(|n| n.to_string()), most.map(|n| n.to_string()));
        if range.is_empty() { range } else { self.with_value("sheet-weeks", &range) }
    }

    pub(super) fn ages(&self, youngest: Option<u8>, oldest: Option<u8>) -> String {
        let range = self.range(youngest.map(|n| n.to_string()), oldest.map(|n| n.to_string()));
        if range.is_empty() { range } else { self.with_value("sheet-years", &range) }
    }

    pub(super) fn period(&self, from: Option<Date>, until: Option<Date>) -> String {
        self.range(from.map(|day| self.date(day)), until.map(|day| self.date(day)))
    }

    /// "8 bis 24", "ab 8", "bis 24".
    fn range(&self, from: Option<String>, until: Option<String>) -> String {
        let texts = self.texts;
        match (from, until) {
            (Some(from), Some(until)) if from == until => from,
            (Some(from), Some(until)) => {
                texts.with("sheet-from-until", &[("from", from.into()), ("until", until.into())])
            }
            (Some(from), None) => self.with_value("sheet-from", &from),
            (None, Some(until)) => self.with_value("sheet-until", &until),
            (None, None) => String::new(),
        }
    }

    /// Each place with its region, unless its name says that already.
    pub(super) fn place_names(&self, places: &[Id]) -> String {
        let register = self.register;
        let place = |id: &Id| {
            let region = register.region_of(id).map(|region| register.regions.label(region));
            let label = register.places.label(id);
            match region.filter(|region| !label.starts_with(region)) {
                Some(region) => format!("{label} ({region})"),
                None => label.to_owned(),
            }
        };
        join(places.iter().map(place))
    }

    /// "Teilzeit, 20 Stunden, vormittags".
    pub(super) fn schedule(&self, schedule: &Schedule) -> String {
        let hours = self.hours(schedule.hours_per_week);
        join([self.known(schedule.time_model), hours, self.list(&schedule.times_of_day)])
    }
}

pub(super) fn text(value: Option<&Text>) -> String {
    value.map(Text::to_string).unwrap_or_default()
}

pub(super) fn join(parts: impl IntoIterator<Item = String>) -> String {
    join_with(", ", parts)
}

pub(super) fn join_with(separator: &str, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(separator)
}
