//! Whether an offer can be had now: what the statuses of entries and their free places come down to in a consultation.

use jiff::civil::Date;

use super::{Measure, Status};
use crate::base::coded_enum;

coded_enum! {
    /// Whether an offer can be had now. Its text is `availability-<code>`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Availability {
        /// Somebody can be sent there.
        Now = "now",
        /// It is there, but there is no place at the moment, or it pauses.
        Waiting = "waiting",
        /// It is thought of, examined, put out to tender or planned.
        NotYet = "not-yet",
        /// It has ended.
        Over = "over",
    }
}

impl Availability {
    /// From the status and the number of free places, as far as it is known.
    pub fn of(status: Status, free: Option<u32>) -> Self {
        match status {
            Status::Running | Status::Ending if free == Some(0) => Self::Waiting,
            Status::Running | Status::Ending => Self::Now,
            Status::Full | Status::Paused => Self::Waiting,
            Status::Idea | Status::Review | Status::Tender | Status::Planned => Self::NotYet,
            Status::Ended | Status::Archived => Self::Over,
        }
    }

    /// The availability of an entry.
    pub fn of_measure(measure: &Measure) -> Self {
        Self::of(measure.status, measure.capacity.free)
    }

    /// False for what cannot be had yet or any more, whatever one does: not even a waiting list leads there.
    pub fn is_there(self) -> bool {
        matches!(self, Self::Now | Self::Waiting)
    }

    /// One column that says it without colour.
    pub fn sign(self) -> char {
        match self {
            Self::Now => '●',
            Self::Waiting => '◐',
            Self::NotYet => '○',
            Self::Over => '×',
        }
    }
}

/// The first of the days on which an offer starts that is not past.
pub fn next_start(days: &[Date], today: Date) -> Option<Date> {
    days.iter().copied().filter(|day| *day >= today).min()
}
