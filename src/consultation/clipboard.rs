//! What of a record is passed on: texts to be copied, addresses to be opened. Never what only staff may read.

use jiff::civil::Date;

use super::{Audience, Sheet, SheetBlock, people::People};
use crate::{
    base::Text,
    catalogue::{Record, Register, is_web_link},
    locale::Texts,
};

/// Longest address that is opened.
const LONGEST: usize = 2_000;

/// A text to be copied or an address to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is, in a word or two.
    pub label: String,
    /// The text itself.
    pub text: String,
}

/// What of a record can be copied, as far as it has it: title, contact, telephone, link, its facts, all that a client may
/// read. The next start among the facts is the first one from `today` on.
pub fn passages(record: &Record, register: &Register, texts: &Texts, today: Date) -> Vec<Passage> {
    let people = People::of(record, register);
    let sheet = Sheet::of(record, register, texts, Audience::Client, today);
    let all = [
        ("copied-title", record.title().to_string()),
        ("copied-contact", people.told()),
        ("copied-phone", people.phone().map(|(phone, _)| phone.to_string()).unwrap_or_default()),
        ("copied-link", people.links().map(Text::as_str).collect::<Vec<_>>().join("\n")),
        ("copied-facts", told_facts(&sheet)),
        ("copied-all", plain(&sheet)),
    ];
    let passage = |(key, text): (&str, String)| Passage { label: texts.get(key).into_owned(), text };
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(passage).collect()
}

/// The addresses of a record as they are opened, whole: links, mail, telephone.
pub fn addresses(record: &Record, register: &Register, texts: &Texts, audience: Audience) -> Vec<Passage> {
    let all = known_addresses(record, register, audience).into_iter();
    all.map(|(key, text)| Passage { label: texts.get(key).into_owned(), text }).collect()
}

/// Those of them that may be opened and lead to a page or a mail.
pub fn pages_and_mails(record: &Record, register: &Register, audience: Audience) -> Vec<String> {
    let all = known_addresses(record, register, audience).into_iter().map(|(_, address)| address);
    all.filter(|address| is_openable(address) && !address.starts_with("tel:")).collect()
}

/// Each address once, with the key of the text that says what it is.
fn known_addresses(record: &Record, register: &Register, audience: Audience) -> Vec<(&'static str, String)> {
    let people = People::of(record, register);
    let (mut phones, mut mails) = (vec![people.contact.phone.as_ref()], vec![people.contact.email.as_ref()]);
    if let Some(provider) = people.provider {
        phones.push(provider.phone.as_ref());
        mails.push(provider.email.as_ref());
    }
    if let (Record::Coordinator(coordinator), Audience::Staff) = (record, audience) {
        phones.push(coordinator.phone.as_ref());
        mails.push(coordinator.email.as_ref());
    }
    let links = people.links().map(|link| ("copied-link", link.to_string()));
    let mails = mails.into_iter().flatten().map(|mail| ("address-mail", format!("mailto:{mail}")));
    let phones = phones.into_iter().flatten().map(|phone| ("copied-phone", dialled(phone)));
    let mut all: Vec<(&str, String)> = Vec::new();
    for (key, text) in links.chain(mails).chain(phones) {
        if !all.iter().any(|(_, known)| *known == text) {
            all.push((key, text));
        }
    }
    all
}

/// True for an address that may be handed to the system. A catalogue is somebody else's text: nothing passes that is not a
/// whole address of a kind that opens a page, a mail or a call, in letters that every program reads alike.
pub fn is_openable(address: &str) -> bool {
    let sound =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '`' | '<' | '>' | '\\' | '^' | '{' | '|' | '}');
    if address.len() > LONGEST || !address.chars().all(sound) || !is_web_link(address) {
        return false;
    }
    match address.split_once(':') {
        Some(("tel", number)) => number.strip_prefix('+').unwrap_or(number).bytes().all(|b| b.is_ascii_digit()),
        // Other parts of a mail, such as a file to be attached, are not for a catalogue to choose.
        Some(("mailto", mail)) => mail.split_once('?').is_none_or(|(_, parts)| {
            parts.split('&').all(|part| part.starts_with("subject=") || part.starts_with("body="))
        }),
        _ => true,
    }
}

/// A number as it is dialled. What has more in it than digits and what stands between them stays as it is, and is not opened.
fn dialled(phone: &str) -> String {
    let local = phone.replace("(0)", "");
    let number: String = local.chars().filter(|c| !matches!(c, ' ' | '-' | '/' | '(' | ')' | '.' | '–')).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    format!("tel:{}", if whole { &number } else { phone })
}

/// What decides, in lines under the title; empty where a record has no facts.
fn told_facts(sheet: &Sheet) -> String {
    if sheet.facts.is_empty() { String::new() } else { head(sheet).join("\n") }
}

fn head(sheet: &Sheet) -> Vec<String> {
    let facts = sheet.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value));
    [sheet.heading(), sheet.subtitle.clone()].into_iter().chain(facts).collect()
}

/// A sheet in lines, as it stands in a mail.
fn plain(sheet: &Sheet) -> String {
    let mut lines = head(sheet);
    for block in &sheet.blocks {
        match block {
            SheetBlock::Lead(text) | SheetBlock::Paragraph(text) => lines.extend([String::new(), text.clone()]),
            SheetBlock::Heading(text) => lines.extend([String::new(), text.clone()]),
            SheetBlock::Bullet(text) => lines.push(format!("- {text}")),
            SheetBlock::Field { label, value } => lines.push(format!("{label}: {value}")),
            // A sheet for clients has none, and should it have one, it is not theirs.
            SheetBlock::Internal(_) => {}
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_and_harmless_addresses_are_opened() {
        for address in [
            "https://example.org/flyer.pdf?a=1&b=2#c",
            "http://intranet:8080/",
            "mailto:info@example.org",
            "mailto:info@example.org?subject=Frage&body=Guten%20Tag",
            "tel:+4964419999",
            "tel:115",
        ] {
            assert!(is_openable(address), "{address}");
        }
        for address in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "HTTPS://example.org",
            "https://user@example.org",
            "https://example.org/a b",
            "https://example.org/\u{1b}[2J",
            "https://example.org/\u{202e}gpj.exe",
            "https://bücher.example",
            "https://example.org/$(reboot)`id`",
            "https://example.org/'",
            "https://",
            "mailto:info@example.org?attach=/etc/passwd",
            "mailto:-x",
            "tel:0641 1234",
            "tel:0641;ext=5",
            "-h",
            "www.example.org",
            "",
        ] {
            assert!(!is_openable(address), "{address}");
        }
        assert!(!is_openable(&format!("https://example.org/{}", "x".repeat(LONGEST))));
    }

    #[test]
    fn a_number_is_dialled_without_what_stands_between_its_digits() {
        for (written, number) in [
            ("06441 200-115", "tel:06441200115"),
            ("+49 (0)6441 / 200.115", "tel:+496441200115"),
            ("06441 200, Anmeldung", "tel:06441 200, Anmeldung"),
        ] {
            assert_eq!(dialled(written), number);
        }
        assert!(!is_openable(&dialled("06441 200, Anmeldung")));
    }
}
