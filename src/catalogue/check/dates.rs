//! Rules about days: what is overdue or over, and days that contradict each other or the status.

use jiff::{Span, civil::Date};

use super::Check;
use crate::catalogue::{Code, Status};

/// Days after which a planned offer whose period has begun should be called something else. A month is what an office
/// needs to notice.
const PLANNED: i64 = 30;

impl Check<'_> {
    pub(super) fn dates(&self) {
        self.confirmation();
        self.period();
        self.starts();
        self.weeks();
    }

    fn confirmation(&self) {
        let Some(day) = self.entry.confirmed.on else { return };
        if day > self.today {
            self.report(Code::DateInFuture, "confirmed", "on");
        } else if self.is_overdue(day, self.register.manifest.confirm_after_days) {
            self.report_day(Code::ConfirmationOverdue, "confirmed", "on", 0, day);
        }
    }

    fn period(&self) {
        use Status as S;
        if let Some(day) = self.entry.period.until.filter(|day| *day < self.today && self.is_current()) {
            self.report_day(Code::PeriodOver, "period", "until", 0, day);
        }
        // Where the first day lies behind the last, nobody knows which of them is wrong.
        let (Some(day), Some(status)) = (self.entry.period.from, self.entry.status) else { return };
        let until = self.entry.period.until;
        if until.is_some_and(|until| until < day) {
            return;
        }
        let is_over = until.is_some_and(|until| until < self.today);
        match status {
            S::Running | S::Full | S::Ending if day > self.today => {
                self.report_day(Code::PeriodNotBegun, "period", "from", 0, day);
            }
            S::Idea | S::Review | S::Tender | S::Planned
                if day.saturating_add(Span::new().days(PLANNED)) < self.today && !is_over =>
            {
                self.report_day(Code::PeriodBegun, "period", "from", 0, day);
            }
            _ => {}
        }
    }

    fn starts(&self) {
        let (days, period) = (&self.entry.schedule.start_dates, &self.entry.period);
        let last = days.iter().max().filter(|day| **day < self.today && self.is_current());
        if let Some(day) = last {
            self.report_day(Code::StartsPast, "schedule", "start_dates", 0, *day);
        }
        if let Some(at) = days.windows(2).position(|pair| matches!(pair, [day, next] if next < day)) {
            self.report_with(Code::StartsUnsorted, "schedule", "start_dates", at + 1, |fault| fault);
        }
        for (index, day) in days.iter().enumerate() {
            let before = period.from.is_some_and(|from| *day < from);
            let after = period.until.is_some_and(|until| *day > until);
            // Where the period itself is the wrong way round, that is the fault.
            if before != after {
                self.report_day(Code::StartOutsidePeriod, "schedule", "start_dates", index, *day);
            }
        }
    }

    /// Only the shortest duration contradicts the period for certain: a longest one may be meant for those who go on
    /// in the next.
    fn weeks(&self) {
        let (period, weeks) = (&self.entry.period, self.entry.schedule.weeks_min);
        let (Some(from), Some(until), Some(weeks)) = (period.from, period.until, weeks) else { return };
        let days = until.since(from).map_or(0, |span| span.get_days());
        if from <= until && i64::from(weeks) * 7 > i64::from(days) + 7 {
            self.report_with(Code::WeeksExceedPeriod, "schedule", "weeks_min", 0, |fault| {
                fault.with("weeks", &weeks.to_string()).with("days", &(days + 1).to_string())
            });
        }
    }

    fn report_day(&self, code: Code, section: &'static str, key: &'static str, index: usize, day: Date) {
        self.report_with(code, section, key, index, |fault| fault.with("date", &day.to_string()));
    }
}
