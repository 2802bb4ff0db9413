//! The words of a diagnostic: what is wrong and what to do about it.

use jiff::civil::Date;

use super::{Arg, Texts, system, toml_reasons};
use crate::base::{Diagnostic, DiagnosticCode, Severity, Text};

impl<C: DiagnosticCode> Diagnostic<C> {
    /// The whole fault: what is wrong and what to do about it, in sentences that do not name its place.
    pub fn localize(&self, texts: &Texts) -> String {
        let message = self.message(texts);
        let stop = if message.ends_with(['.', '?', '!']) { "" } else { "." };
        format!("{message}{stop} {}", self.hint(texts).unwrap_or_default()).trim_end().to_owned()
    }

    /// The same behind the place, for whoever does not see the line.
    pub fn localize_with_place(&self, texts: &Texts) -> String {
        let place = &self.location;
        let file = C::quoted(&place.file);
        let mut args: Vec<(&str, Arg<'_>)> = vec![("file", file.as_str().into())];
        let key = match place.line {
            0 => "place-file",
            _ => {
                args.extend([("line", place.line.to_string().into()), ("column", place.column.to_string().into())]);
                "place-line"
            }
        };
        format!("{} {}", texts.with(key, &args), self.localize(texts))
    }

    /// What is wrong, in one sentence that may lack its full stop.
    pub fn message(&self, texts: &Texts) -> String {
        texts.with(&format!("{}-{}", C::PREFIX, self.code.as_str()), &self.args(texts))
    }

    /// What to do about it: first the word that was probably meant, then advice. `None` when the message says it all.
    pub fn hint(&self, texts: &Texts) -> Option<String> {
        let meant = self.suggestion.as_deref().map(|word| texts.with("check-did-you-mean", &[("word", word.into())]));
        let key = format!("{}-{}-hint", C::PREFIX, self.code.as_str());
        let advice = texts.has(&key).then(|| texts.with(&key, &self.args(texts)));
        // Advice that fits only some cases is empty for the others.
        let parts: Vec<_> = meant.into_iter().chain(advice).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn args(&self, texts: &Texts) -> Vec<(&str, Arg<'_>)> {
        // For advice that holds only where nothing better is known.
        let meant = if self.suggestion.is_some() { "yes" } else { "no" };
        let details = self.details.iter().map(|(name, value)| (&**name, arg(name, value, texts)));
        let file = self.location.shown_file().to_string();
        // What has variables of these names itself means those.
        [("path", file.into()), ("suggested", meant.into())].into_iter().chain(details).collect()
    }
}

impl Severity {
    /// "Fehler" or "Warnung".
    pub fn localize(self, texts: &Texts) -> String {
        match self {
            Self::Error => texts.get("severity-error").into_owned(),
            Self::Warning => texts.get("severity-warning").into_owned(),
        }
    }
}

/// Days, counts and the parser's reasons are put as people write them; everything else is quoted from the file.
fn arg<'d>(name: &str, value: &'d Text, texts: &Texts) -> Arg<'d> {
    let put = match name {
        "date" => value.parse::<Date>().ok().map(|day| texts.date(day).into()),
        "length" | "limit" | "size" | "min" | "max" | "weeks" | "days" | "errors" | "warnings" => {
            value.parse::<i64>().ok().map(Arg::from)
        }
        "reason" => {
            let parser = || toml_reasons::key(value).map(|key| texts.get(key).into_owned());
            system::localize_words(value, texts).or_else(parser).map(Arg::from)
        }
        _ => None,
    };
    put.unwrap_or_else(|| value.as_str().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::Location,
        catalogue::{self, Code},
        locale::Lang,
    };

    fn texts() -> [Texts; 2] {
        [Texts::new(Lang::De), Texts::new(Lang::En)]
    }

    fn fault(code: Code) -> Diagnostic<Code> {
        Diagnostic::new(code, Location::file(&"measures/x.toml".into()))
    }

    #[test]
    fn every_code_has_words() {
        for texts in texts() {
            for code in Code::ALL {
                assert!(texts.has(&format!("check-{}", code.as_str())), "{code:?}");
            }
        }
    }

    #[test]
    fn every_value_of_a_closed_list_has_a_label() {
        for texts in &texts() {
            let lists = catalogue::FIELDS.iter().filter_map(|field| match field.shape {
                catalogue::Shape::Choice(list) | catalogue::Shape::Choices(list) => Some(list),
                _ => None,
            });
            for list in lists.chain([catalogue::ClosedList::of::<catalogue::SynonymDirection>()]) {
                for key in list.codes().into_iter().map(|code| format!("{}-{code}", list.name)) {
                    assert!(texts.has(&key), "{key}");
                }
            }
        }
    }

    /// Whoever types what the screen says is told the code for it.
    #[test]
    fn every_label_of_a_closed_list_is_understood() {
        let register = catalogue::Register::default();
        let today = jiff::civil::date(2026, 11, 20);
        for field in &catalogue::FIELDS {
            let (catalogue::Shape::Choice(list) | catalogue::Shape::Choices(list)) = field.shape else { continue };
            for (texts, code) in
                texts().iter().flat_map(|texts| list.codes().into_iter().map(move |code| (texts, code)))
            {
                let label = texts.get(&format!("{}-{code}", list.name)).into_owned();
                let section = if field.section.is_empty() { String::new() } else { format!("[{}]\n", field.section) };
                let value = if matches!(field.shape, catalogue::Shape::Choice(_)) {
                    format!("\"{label}\"")
                } else {
                    format!("[\"{label}\"]")
                };
                let source = format!("{section}{} = {value}\n", field.key);
                let read = catalogue::read_measure(&"measures/x.toml".into(), &source, &register, today);
                let unknown = read.diagnostics.iter().find(|fault| fault.code == Code::UnknownValue);
                let understood = unknown.map_or(label == code, |fault| fault.suggestion.as_deref() == Some(code));
                assert!(understood, "{}: „{label}“ for {code}", field.name());
            }
        }
    }

    #[test]
    fn days_and_counts_are_put_as_people_write_them() {
        let [de, en] = texts();
        let stale = fault(Code::FreeStale).with("date", "2026-10-02");
        assert_eq!(stale.message(&de), "Die Zahl der freien Plätze ist vom 02.10.2026 und damit veraltet");
        assert_eq!(stale.message(&en), "The number of free places is of 2 Oct 2026 and therefore out of date");
        let large = fault(Code::TooLarge).with("size", "1300").with("limit", "1024");
        assert_eq!(large.message(&de), "Die Datei hat 1.300 KiB, erlaubt sind höchstens 1.024 KiB");
    }

    #[test]
    fn types_and_reasons_of_the_parser_are_translated() {
        let [de, en] = texts();
        for (part, words) in [("value", "Hier steht"), ("element", "In der Liste steht")] {
            let wrong = fault(Code::WrongType).with("key", "title").with("part", part).with("expected", "string");
            let words = format!("title: {words} eine ganze Zahl, erwartet wird ein Text in Anführungszeichen");
            assert_eq!(wrong.with("found", "integer").message(&de), words);
        }
        let syntax = fault(Code::Syntax).with("reason", "unclosed table, expected `]`");
        assert_eq!(syntax.message(&de), "Kein gültiges TOML: Die schließende Klammer der Überschrift fehlt");
        assert_eq!(syntax.message(&en), "Not valid TOML: the closing bracket of the heading is missing");
        let unheard = fault(Code::Syntax).with("reason", "something new");
        assert_eq!(unheard.message(&de), "Kein gültiges TOML: something new");
    }

    #[test]
    fn the_word_that_was_meant_comes_first() {
        let [de, _] = texts();
        let typo = fault(Code::UnknownId).with("key", "types").with("id", "coachin");
        let typo = typo.suggest("coachin", ["coaching"].into_iter());
        let words = "Meinten Sie „coaching“? Die Kennungen stehen in vocabulary/measure_types.toml.";
        assert_eq!(typo.hint(&de).as_deref(), Some(words));
        assert_eq!(fault(Code::Syntax).with("reason", "x").hint(&de), None);
        assert_eq!(fault(Code::MissingKey).with("key", "title").hint(&de), None);
    }
}
