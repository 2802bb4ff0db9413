//! The rules that one entry must keep beyond its syntax: references, order of dates, what is overdue.

use jiff::{Span, civil::Date};

use super::{
    Capacity, Code, Diagnostic, MAX_SUMMARY, MAX_TITLE, Register, Setting, Text,
    read::{Draft, Faults, Spans},
};

/// The legal basis that says that none is known. Allowed, and reported.
pub const UNKNOWN_LEGAL_BASIS: &str = "unbekannt";

/// Checks the readable parts of an entry against the register and against each other. `today` decides what is overdue.
pub(super) fn measure(entry: &Draft, register: &Register, today: Date, spans: &Spans, faults: &Faults<'_>) {
    let check = Check { entry, register, today, spans, faults };
    check.references();
    check.lengths();
    check.coordination();
    check.ranges();
    check.legal_bases();
    check.capacity();
    check.confirmation();
    check.period();
    check.starts();
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
    entry: &'a Draft,
    register: &'a Register,
    today: Date,
    spans: &'a Spans,
    faults: &'a Faults<'a>,
}

impl Check<'_> {
    fn report(&self, code: Code, section: &'static str, key: &'static str) {
        self.report_with(code, section, key, 0, |fault| fault);
    }

    /// Reports a fault at a value and says its key.
    fn report_with(
        &self,
        code: Code,
        section: &'static str,
        key: &'static str,
        index: usize,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let name = if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") };
        self.faults.push(complete(self.faults.at(code, self.spans.of(section, key, index)).with("key", &name)));
    }

    fn references(&self) {
        let (lists, register) = (&self.entry.lists, self.register);
        macro_rules! known {
            ($key:ident in $vocabulary:ident, $ids:expr) => {
                for (index, id) in $ids.enumerate() {
                    let span = self.spans.of("", stringify!($key), index);
                    self.faults.check_reference(stringify!($key), id, &register.$vocabulary, span);
                }
            };
        }
        known!(types in measure_types, lists.types.iter());
        known!(goals in goals, lists.goals.iter());
        known!(modules in modules, lists.modules.iter());
        known!(target_groups in target_groups, lists.target_groups.iter());
        known!(certificates in certificates, lists.certificates.iter());
        known!(places in places, lists.places.iter());
        known!(provider in providers, self.entry.provider.iter());
        known!(coordinator in coordinators, self.entry.coordinator.iter());
    }

    fn lengths(&self) {
        for (key, text, limit) in
            [("title", &self.entry.title, MAX_TITLE), ("summary", &self.entry.summary, MAX_SUMMARY)]
        {
            let length = text.as_ref().map_or(0, |text| text.chars().count());
            if length > limit {
                self.report_with(Code::TooLong, "", key, 0, |fault| {
                    fault.with("length", &length.to_string()).with("limit", &limit.to_string())
                });
            }
        }
    }

    fn coordination(&self) {
        if self.entry.schedule.setting == Some(Setting::Group) && !self.spans.has("", "coordinator") {
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
        for (index, id) in self.entry.lists.legal_bases.iter().enumerate() {
            if id.as_str() == UNKNOWN_LEGAL_BASIS {
                // Allowed in every house, whether its vocabulary lists it or not.
                self.report_with(Code::LegalBasisUnknown, "", "legal_bases", index, |fault| fault);
                continue;
            }
            let span = self.spans.of("", "legal_bases", index);
            self.faults.check_reference("legal_bases", id, &self.register.legal_bases, span);
            let ended = self.register.legal_bases.get(id).and_then(|basis| basis.valid_until);
            if let Some(day) = ended.filter(|day| *day < self.today && self.is_current()) {
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

    fn confirmation(&self) {
        let Some(day) = self.entry.confirmed.on else { return };
        if day > self.today {
            self.report(Code::DateInFuture, "confirmed", "on");
        } else if self.is_overdue(day, self.register.manifest.confirm_after_days) {
            self.report_with(Code::ConfirmationOverdue, "confirmed", "on", 0, |fault| {
                fault.with("date", &day.to_string())
            });
        }
    }

    fn period(&self) {
        let over = self.entry.period.until.filter(|day| *day < self.today && self.is_current());
        if let Some(day) = over {
            self.report_with(Code::PeriodOver, "period", "until", 0, |fault| fault.with("date", &day.to_string()));
        }
    }

    fn starts(&self) {
        let last = self.entry.schedule.start_dates.iter().max().filter(|day| **day < self.today && self.is_current());
        if let Some(day) = last {
            self.report_with(Code::StartsPast, "schedule", "start_dates", 0, |fault| {
                fault.with("date", &day.to_string())
            });
        }
    }

    fn links(&self) {
        for (index, link) in self.entry.lists.links.iter().enumerate() {
            if !is_web_link(link) {
                self.report_with(Code::BadLink, "", "links", index, |fault| fault);
            }
        }
    }

    fn client_numbers(&self) {
        let (texts, lists, contact) = (&self.entry.texts, &self.entry.lists, &self.entry.contact);
        let single = [
            ("", "title", &self.entry.title),
            ("", "summary", &self.entry.summary),
            ("", "short", &texts.short),
            ("", "content", &texts.content),
            ("", "admission", &texts.admission),
            ("", "exclusion", &texts.exclusion),
            ("", "legal_note", &texts.legal_note),
            ("", "measure_number", &texts.measure_number),
            ("", "access_route", &texts.access_route),
            ("", "waiting_time", &texts.waiting_time),
            ("", "accessibility_note", &texts.accessibility_note),
            ("", "internal_note", &texts.internal_note),
            ("", "source", &texts.source),
            ("contact", "name", &contact.name),
            ("contact", "phone", &contact.phone),
            ("contact", "email", &contact.email),
            ("confirmed", "by", &self.entry.confirmed.by),
        ];
        for (section, key, text) in single {
            self.client_number(section, key, 0, text.as_ref());
        }
        for (key, list) in [("aliases", &lists.aliases), ("documents", &lists.documents), ("links", &lists.links)] {
            for (index, text) in list.iter().enumerate() {
                self.client_number("", key, index, Some(text));
            }
        }
    }

    fn client_number(&self, section: &'static str, key: &'static str, index: usize, text: Option<&Text>) {
        if text.is_some_and(|text| has_client_number(text)) {
            self.report_with(Code::ClientNumber, section, key, index, |fault| fault);
        }
    }

    /// False for what is over, and where nobody can tell: nothing is due there.
    fn is_current(&self) -> bool {
        self.entry.status.is_some_and(|status| !status.is_over())
    }

    fn is_overdue(&self, day: Date, days: u32) -> bool {
        self.is_current() && day.saturating_add(Span::new().days(days)) < self.today
    }
}

fn reversed<T: PartialOrd>(least: Option<T>, most: Option<T>) -> bool {
    least.zip(most).is_some_and(|(least, most)| least > most)
}

fn has_client_number(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '/').any(is_client_number)
}

/// Looks like a Kundennummer of the Agentur für Arbeit (`123A456789`) or the number of a Bedarfsgemeinschaft
/// (`12345//0012345`, `12345BG0012345`).
fn is_client_number(word: &str) -> bool {
    ["999A999999", "99999//9999999", "99999AA9999999"].iter().any(|shape| has_shape(word.as_bytes(), shape.as_bytes()))
}

/// In a shape, 9 stands for any digit and A for any letter from A to Z or a to z.
fn has_shape(word: &[u8], shape: &[u8]) -> bool {
    let fits = |(byte, shape): (&u8, &u8)| match shape {
        b'9' => byte.is_ascii_digit(),
        b'A' => byte.is_ascii_alphabetic(),
        other => byte == other,
    };
    word.len() == shape.len() && word.iter().zip(shape).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clients_are_recognised_by_their_shape() {
        for number in ["123A456789", "123a456789", "12345//0012345", "12345BG0012345", "12345bg0012345"] {
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
