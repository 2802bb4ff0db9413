//! Rules about numbers and lengths: ranges, places, what is too long to be read.

use super::{Check, Typed, reversed};
use crate::catalogue::{CapacityDraft, Code, Field, MAX_SUMMARY, MAX_TITLE, Shape, Status};

/// Longest text of several paragraphs in characters. A screen of 80 columns and 24 lines shows some 1,200 of them beside
/// the list: whoever has to turn more than four pages while a client waits does not read on.
const LONG_TEXT: usize = 5_000;
/// Longest remark, such as entry requirements: one such screen and a bit.
const LONG_REMARK: usize = 1_500;
/// Longest line in characters: two lines of a screen of 120 columns.
const LONG_LINE: usize = 240;
/// Most elements of a list: more chips than a screen has room for.
const LONG_LIST: usize = 40;

impl Check<'_> {
    pub(super) fn numbers(&self) {
        self.ranges();
        self.capacity();
        self.too_long();
        self.long_lists();
    }

    fn ranges(&self) {
        let (eligibility, schedule, period) = (&self.entry.eligibility, &self.entry.schedule, &self.entry.period);
        if reversed(eligibility.age_min, eligibility.age_max) {
            self.report(Code::RangeReversed, "eligibility", "age_max");
        }
        if reversed(eligibility.german_min, eligibility.german_target) {
            self.report(Code::RangeReversed, "eligibility", "german_target");
        }
        if reversed(schedule.weeks_min, schedule.weeks_max) {
            self.report(Code::RangeReversed, "schedule", "weeks_max");
        }
        if reversed(period.from, period.until) {
            self.report(Code::DatesReversed, "period", "until");
        }
    }

    fn capacity(&self) {
        let CapacityDraft { places, free, as_of, .. } = self.entry.capacity;
        if reversed(free, places) {
            self.report(Code::FreeExceedsPlaces, "capacity", "free");
        }
        if free.is_some_and(|free| free > 0) && self.entry.status == Some(Status::Full) {
            self.report(Code::FullButFree, "capacity", "free");
        }
        match (free, as_of) {
            (Some(_), None) if !self.spans.has("capacity", "as_of") => {
                self.report(Code::FreeUndated, "capacity", "free");
            }
            (Some(_), Some(day)) if day > self.today => self.report(Code::DateInFuture, "capacity", "as_of"),
            (Some(_), Some(day)) if self.is_overdue(day, self.register.manifest.places_after_days) => {
                self.report_with(Code::FreeStale, "capacity", "as_of", 0, |fault| fault.with("date", &day.to_string()));
            }
            _ => {}
        }
    }

    fn too_long(&self) {
        for (key, text, limit) in
            [("title", &self.entry.title, MAX_TITLE), ("summary", &self.entry.summary, MAX_SUMMARY)]
        {
            let length = text.as_ref().map_or(0, |text| text.chars().count());
            if length > limit {
                self.report_length(Code::TooLong, "", key, 0, length, limit);
            }
        }
    }

    /// A text that can be shown, but that nobody reads.
    pub(super) fn long_text(&self, typed: &Typed<'_>) {
        let limit = match (typed.field.key, typed.field.shape) {
            // These have a limit that counts as an error.
            ("title" | "summary", _) => return,
            ("content" | "internal_note", _) => LONG_TEXT,
            (_, Shape::Paragraphs) => LONG_REMARK,
            _ => LONG_LINE,
        };
        // Bytes are counted first: most texts are far below.
        let length = if typed.text.len() > limit { typed.text.chars().count() } else { 0 };
        if length > limit {
            let Field { section, key, .. } = typed.field;
            self.report_length(Code::LongText, section, key, typed.index, length, limit);
        }
    }

    fn long_lists(&self) {
        for (field, content) in self.entry.contents() {
            let length = content.len();
            if length > LONG_LIST {
                // The first element: the place of the list itself would be all of its lines.
                self.report_with(Code::LongText, field.section, field.key, 0, |fault| {
                    fault.with("length", &length.to_string()).with("limit", &LONG_LIST.to_string()).with("of", "list")
                });
            }
        }
    }

    fn report_length(
        &self,
        code: Code,
        section: &'static str,
        key: &'static str,
        index: usize,
        length: usize,
        limit: usize,
    ) {
        self.report_with(code, section, key, index, |fault| {
            fault.with("length", &length.to_string()).with("limit", &limit.to_string()).with("of", "text")
        });
    }
}
