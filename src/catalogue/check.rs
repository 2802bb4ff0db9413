//! The rules that one entry must keep beyond its syntax. Here are those about references and addresses; the
//! others have files of their own.

mod across;
mod dates;
mod numbers;
mod phrases;
mod privacy;
mod resolve_id;
mod words;

use jiff::{Span, civil::Date};

use super::{
    Code, Diagnostic, Field, MeasureDraft, Reference, Register, Setting, Shape,
    address::{is_email, is_phone, is_web_link},
    field_type::DraftContent,
    read::{Faults, Spans},
};
use crate::base::Text;

pub(super) use across::across;
pub(super) use resolve_id::{id_meant, suggest_id};

/// The legal basis that says that none is known. Allowed, and reported.
pub const UNKNOWN_LEGAL_BASIS: &str = "unbekannt";

/// Checks the readable parts of an entry against the register and against each other. `today` decides what is overdue.
pub(super) fn measure(entry: &MeasureDraft, register: &Register, today: Date, spans: &Spans, faults: &Faults<'_>) {
    let check = Check { entry, register, today, spans, faults };
    check.references();
    check.coordination();
    check.legal_bases();
    check.numbers();
    check.dates();
    check.addresses();
    check.texts();
}

/// A text and where it stands.
struct Typed<'a> {
    field: &'static Field,
    index: usize,
    text: &'a Text,
}

struct Check<'a> {
    entry: &'a MeasureDraft,
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
        complete: impl FnOnce(Diagnostic<Code>) -> Diagnostic<Code>,
    ) {
        let name = if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") };
        self.faults.push(complete(self.faults.at(code, self.spans.of(section, key, index)).with("key", &name)));
    }

    /// Reports a fault at some words of a text.
    fn report_words(
        &self,
        code: Code,
        typed: &Typed<'_>,
        words: &str,
        complete: impl FnOnce(Diagnostic<Code>) -> Diagnostic<Code>,
    ) {
        let Typed { field, index, .. } = *typed;
        let span = self.faults.place_within(self.spans.of(field.section, field.key, index), words);
        self.faults.push(complete(self.faults.at(code, span).with("key", &field.name())));
    }

    fn references(&self) {
        for (field, content) in self.entry.contents() {
            let (Shape::Reference(of) | Shape::References(of), DraftContent::Ids(ids)) = (field.shape, content) else {
                continue;
            };
            // Those have a rule of their own.
            if of == Reference::LegalBases {
                continue;
            }
            for (index, id) in ids.iter().enumerate() {
                let span = self.spans.of(field.section, field.key, index);
                self.faults.check_reference(field.key, id, of.vocabulary(self.register), span);
            }
        }
    }

    fn coordination(&self) {
        if self.entry.schedule.setting == Some(Setting::Group) && !self.spans.has("", "coordinator") {
            self.report(Code::CoordinatorMissing, "schedule", "setting");
        }
    }

    fn addresses(&self) {
        for (index, link) in self.entry.links.iter().enumerate() {
            if !is_web_link(link) {
                self.report_with(Code::BadLink, "", "links", index, |fault| fault);
            }
        }
        let contact = &self.entry.contact;
        if contact.email.as_deref().is_some_and(|email| !is_email(email)) {
            self.report(Code::BadEmail, "contact", "email");
        }
        if contact.phone.as_deref().is_some_and(|phone| !is_phone(phone)) {
            self.report(Code::BadPhone, "contact", "phone");
        }
    }

    fn legal_bases(&self) {
        for (index, id) in self.entry.legal_bases.iter().enumerate() {
            if id.as_str() == UNKNOWN_LEGAL_BASIS {
                // Allowed in every office, whether its vocabulary lists it or not.
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

    /// All texts that somebody has typed, with their places.
    fn all_texts(&self) -> impl Iterator<Item = Typed<'_>> {
        self.entry.contents().flat_map(|(field, content)| {
            let texts = if let DraftContent::Texts(texts) = content { texts } else { &[] };
            texts.iter().enumerate().map(move |(index, text)| Typed { field, index, text })
        })
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
