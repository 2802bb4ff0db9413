//! The rules that one entry must keep beyond its syntax: references, order of dates, what is overdue.

use jiff::{Span, civil::Date};

use super::{
    Capacity, Code, Diagnostic, MAX_SUMMARY, MAX_TITLE, Measure, Register, Setting,
    read::{Faults, Spans},
};

/// The legal basis that says that none is known. Allowed, and reported.
pub const UNKNOWN_LEGAL_BASIS: &str = "unbekannt";

/// Checks a readable entry against the register and against itself. `today` decides what is overdue.
pub(super) fn measure(entry: &Measure, register: &Register, today: Date, spans: &Spans, faults: &Faults<'_>) {
    let check = Check { entry, register, today, spans, faults };
    check.references();
    check.lengths();
    check.coordination();
    check.ranges();
    check.legal_bases();
    check.capacity();
    check.confirmation();
    check.period();
    check.links();
    check.client_numbers();
}

/// True for addresses that Lotse would open: https, http, mailto, tel.
pub(super) fn is_web_link(link: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| link.len() > scheme.len() && link.starts_with(scheme))
}

struct Check<'a> {
    entry: &'a Measure,
    register: &'a Register,
    today: Date,
    spans: &'a Spans,
    faults: &'a Faults<'a>,
}

impl Check<'_> {
    fn report(&self, code: Code, section: &'static str, key: &'static str) {
        self.report_with(code, section, key, 0, |fault| fault);
    }

    fn report_with(
        &self,
        code: Code,
        section: &'static str,
        key: &'static str,
        index: usize,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.faults.push(complete(self.faults.at(code, self.spans.of(section, key, index))));
    }

    fn references(&self) {
        let (entry, register) = (self.entry, self.register);
        macro_rules! known {
            ($key:ident in $vocabulary:ident) => {
                for (index, id) in entry.$key.iter().enumerate() {
                    let span = self.spans.of("", stringify!($key), index);
                    self.faults.check_reference(stringify!($key), id, &register.$vocabulary, span);
                }
            };
        }
        known!(types in measure_types);
        known!(goals in goals);
        known!(modules in modules);
        known!(target_groups in target_groups);
        known!(legal_bases in legal_bases);
        known!(certificates in certificates);
        known!(places in places);
        known!(coordinator in coordinators);
        let span = self.spans.of("", "provider", 0);
        self.faults.check_reference("provider", &entry.provider, &register.providers, span);
    }

    fn lengths(&self) {
        for (key, text, limit) in
            [("title", &self.entry.title, MAX_TITLE), ("summary", &self.entry.summary, MAX_SUMMARY)]
        {
            let length = text.chars().count();
            if length > limit {
                self.report_with(Code::TooLong, "", key, 0, |fault| {
                    fault.with("key", key).with("length", &length.to_string()).with("limit", &limit.to_string())
                });
            }
        }
    }

    fn coordination(&self) {
        if self.entry.schedule.setting == Setting::Group && self.entry.coordinator.is_none() {
            self.report(Code::CoordinatorMissing, "schedule", "setting");
        }
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

    fn legal_bases(&self) {
        for (index, id) in self.entry.legal_bases.iter().enumerate() {
            if id.as_str() == UNKNOWN_LEGAL_BASIS {
                self.report_with(Code::LegalBasisUnknown, "", "legal_bases", index, |fault| fault);
            }
            let ended = self.register.legal_bases.get(id).and_then(|basis| basis.valid_until);
            if let Some(day) = ended.filter(|day| *day < self.today && !self.entry.status.is_over()) {
                self.report_with(Code::LegalBasisEnded, "", "legal_bases", index, |fault| {
                    fault.with("id", id).with("date", &day.to_string())
                });
            }
        }
    }

    fn capacity(&self) {
        let Capacity { places, free, as_of, .. } = self.entry.capacity;
        if reversed(free, places) {
            self.report(Code::FreeExceedsPlaces, "capacity", "free");
        }
        match (free, as_of) {
            (Some(_), None) => self.report(Code::FreeUndated, "capacity", "free"),
            (Some(_), Some(day)) if day > self.today => self.report(Code::DateInFuture, "capacity", "as_of"),
            (Some(_), Some(day)) if self.is_older(day, self.register.manifest.places_after_days) => {
                self.report_with(Code::FreeStale, "capacity", "as_of", 0, |fault| fault.with("date", &day.to_string()));
            }
            _ => {}
        }
    }

    fn confirmation(&self) {
        let day = self.entry.confirmed.on;
        if day > self.today {
            self.report(Code::DateInFuture, "confirmed", "on");
        } else if !self.entry.status.is_over() && self.is_older(day, self.register.manifest.confirm_after_days) {
            self.report_with(Code::ConfirmationOverdue, "confirmed", "on", 0, |fault| {
                fault.with("date", &day.to_string())
            });
        }
    }

    fn period(&self) {
        let over = self.entry.period.until.filter(|day| *day < self.today && !self.entry.status.is_over());
        if let Some(day) = over {
            self.report_with(Code::PeriodOver, "period", "until", 0, |fault| fault.with("date", &day.to_string()));
        }
    }

    fn links(&self) {
        for (index, link) in self.entry.links.iter().enumerate() {
            if !is_web_link(link) {
                self.report_with(Code::BadLink, "", "links", index, |fault| fault);
            }
        }
    }

    fn client_numbers(&self) {
        let texts = [
            ("title", Some(&self.entry.title)),
            ("summary", Some(&self.entry.summary)),
            ("content", self.entry.content.as_ref()),
            ("admission", self.entry.admission.as_ref()),
            ("exclusion", self.entry.exclusion.as_ref()),
            ("access_route", self.entry.access_route.as_ref()),
            ("internal_note", self.entry.internal_note.as_ref()),
        ];
        for (key, text) in texts {
            if text.is_some_and(|text| text.split(|c: char| !c.is_alphanumeric() && c != '/').any(is_client_number)) {
                self.report(Code::ClientNumber, "", key);
            }
        }
    }

    fn is_older(&self, day: Date, days: u32) -> bool {
        day.saturating_add(Span::new().days(days)) < self.today
    }
}

fn reversed<T: PartialOrd>(least: Option<T>, most: Option<T>) -> bool {
    least.zip(most).is_some_and(|(least, most)| least > most)
}

/// Looks like a Kundennummer of the Agentur für Arbeit (`123A456789`) or the number of a Bedarfsgemeinschaft
/// (`12345//0012345`, `12345BG0012345`).
fn is_client_number(word: &str) -> bool {
    let shape: String = word
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect();
    matches!(shape.as_str(), "999A999999" | "99999//9999999" | "99999AA9999999")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clients_are_recognised_by_their_shape() {
        for number in ["123A456789", "12345//0012345", "12345BG0012345"] {
            assert!(is_client_number(number), "{number}");
        }
        for harmless in ["M-00-00000", "2026", "06421", "16i", "03056712345"] {
            assert!(!is_client_number(harmless), "{harmless}");
        }
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_web_link("https://example.org/flyer.pdf") && is_web_link("tel:+490000"));
        assert!(!is_web_link("javascript:alert(1)") && !is_web_link("file:///etc/passwd") && !is_web_link("https://"));
    }
}
