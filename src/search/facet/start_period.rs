//! When one can begin with an offer, as the values of a column.

use std::fmt;

use jiff::{ToSpan as _, civil::Date};

use crate::{
    base::typed_day,
    catalogue::{Intake, Measure},
};

/// When one can begin: the values of the column of starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum StartPeriod {
    /// On this day.
    On(Date),
    /// On any day of the offer's period, which may be open at either end.
    Rolling(Option<Date>, Option<Date>),
}

impl StartPeriod {
    /// The first day from `today` on at which one can begin.
    pub(in crate::search) fn next(self, today: Date) -> Option<Date> {
        match self {
            Self::On(day) => Some(day).filter(|day| *day >= today),
            Self::Rolling(from, until) => {
                let first = from.unwrap_or(today).max(today);
                Some(first).filter(|first| until.is_none_or(|until| *first <= until))
            }
        }
    }

    /// Reads what `Display` wrote.
    pub(in crate::search) fn parse(value: &str) -> Option<Self> {
        let Some((from, until)) = value.split_once("..") else { return value.parse().ok().map(Self::On) };
        let day = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
        Some(Self::Rolling(day(from)?, day(until)?))
    }
}

impl fmt::Display for StartPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        match *self {
            Self::On(day) => write!(f, "{day}"),
            Self::Rolling(from, until) => write!(f, "{}..{}", day(from), day(until)),
        }
    }
}

/// The time in which somebody wants to begin: the values of the filter for starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct StartWindow {
    /// The first day that is early enough; none for "from now on".
    pub from: Option<Date>,
    /// The first day that is too late.
    pub before: Option<Date>,
}

impl StartWindow {
    /// True when one can still begin then. When all of it lies in the past, the question is about the past and every start
    /// in it counts.
    pub(super) fn has(self, start: StartPeriod, today: Date) -> bool {
        let past = self.before.is_some_and(|before| before <= today);
        let earliest = self.from.unwrap_or(Date::MIN);
        let from = if past { earliest } else { earliest.max(today) };
        start.next(from).is_some_and(|start| self.before.is_none_or(|before| start < before))
    }

    /// Reads what `Display` wrote.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let Some((from, before)) = value.split_once("..") else {
            return value.parse().ok().map(|before| Self { from: None, before: Some(before) });
        };
        let before = if before.is_empty() { None } else { Some(before.parse().ok()?) };
        Some(Self { from: Some(from.parse().ok()?), before })
    }

    /// As people type it: `<1.2.2027`, `1.2.2027`, `>1.2.2027`, `1.2.2027..1.3.2027`.
    pub(super) fn typed(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if let Some((from, before)) = typed.split_once("..") {
            let before = if before.trim().is_empty() { None } else { Some(typed_day(before)?) };
            return Some(Self { from: Some(typed_day(from)?), before });
        }
        if let Some(from) = typed.strip_prefix('>').or_else(|| typed.strip_prefix("ab ")) {
            return Some(Self { from: Some(typed_day(from)?), before: None });
        }
        Some(Self { from: None, before: Some(typed_day(typed.trim_start_matches('<'))?) })
    }

    /// The windows that are counted: at once, and within the next weeks and months.
    pub(super) fn counted(today: Date) -> impl Iterator<Item = Self> {
        let ahead = [1.day(), 4.weeks(), 3.months(), 6.months()];
        let before = ahead.into_iter().filter_map(move |span| today.checked_add(span).ok());
        before.map(|before| Self { from: None, before: Some(before) })
    }
}

impl fmt::Display for StartWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = self.before.map(|day| day.to_string()).unwrap_or_default();
        match self.from {
            Some(from) => write!(f, "{from}..{before}"),
            None => write!(f, "{before}"),
        }
    }
}

/// All starts of an offer; none once it takes nobody in any more.
pub(super) fn starts(measure: &Measure) -> Vec<StartPeriod> {
    let days = measure.schedule.start_dates.iter().map(|day| StartPeriod::On(*day));
    match measure.schedule.entry {
        Intake::Closed => Vec::new(),
        Intake::Rolling => days.chain([StartPeriod::Rolling(measure.period.from, measure.period.until)]).collect(),
        _ => days.collect(),
    }
}
