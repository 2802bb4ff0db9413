//! When one can begin with an offer, as the values of a column.

use std::fmt;

use jiff::civil::Date;

use crate::catalogue::{Intake, Measure};

/// When one can begin: the values of [`FacetColumn::Start`].
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

    /// True when one can still begin before `day`. When `day` itself lies in the past, the question is about the past
    /// and every earlier start counts.
    pub(super) fn is_before(self, day: Date, today: Date) -> bool {
        let from = if day <= today { Date::MIN } else { today };
        self.next(from).is_some_and(|start| start < day)
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

/// All starts of an offer; none once it takes nobody in any more.
pub(super) fn starts(measure: &Measure) -> Vec<StartPeriod> {
    let days = measure.schedule.start_dates.iter().map(|day| StartPeriod::On(*day));
    match measure.schedule.entry {
        Intake::Closed => Vec::new(),
        Intake::Rolling => days.chain([StartPeriod::Rolling(measure.period.from, measure.period.until)]).collect(),
        _ => days.collect(),
    }
}
