//! What stands in a cell: the value of a field in words that people read and that lead back to it.

use std::collections::{BTreeSet, HashMap};

use super::{
    spelling,
    value_name::{ValueName, has_value_names, value_names},
};
use crate::{
    catalogue::{FIELDS, Field, Register, Value},
    locale::{Lang, Texts},
};

/// Stands between the values of a cell that has several, except between lines of text.
pub(super) const SEPARATOR: &str = "; ";

/// Writes the cells of one catalogue in one language.
pub(super) struct Cells {
    /// For each of [`FIELDS`] the words for its ids or codes, where words lead back to exactly one.
    words: Vec<HashMap<String, String>>,
}

impl Cells {
    /// Cells with the labels of `register` and of the closed lists in the language of `texts`.
    pub(super) fn new(register: &Register, texts: &Texts) -> Self {
        let other = Texts::new(match texts.lang() {
            Lang::De => Lang::En,
            Lang::En => Lang::De,
        });
        let words = |field: &Field| unambiguous(&value_names(field, register, [texts, &other]));
        Self { words: FIELDS.iter().map(words).collect() }
    }

    /// The words for one id or code of a field: its label, where that leads back to it, else itself.
    pub(super) fn word<'a>(&'a self, field: &Field, code: &'a str) -> &'a str {
        self.words.get(field.position()).and_then(|words| words.get(code)).map_or(code, String::as_str)
    }

    /// The text of a cell. Line breaks are `\n`; days are ISO.
    pub(super) fn text(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Text(text) if has_value_names(field) => self.word(field, text).to_owned(),
            Value::Text(text) | Value::Foreign(text) => text.clone(),
            Value::List(items) if has_value_names(field) => {
                items.iter().map(|item| self.word(field, item)).collect::<Vec<_>>().join(SEPARATOR)
            }
            // Such lines may hold any separator but a line break.
            Value::List(items) => items.join("\n"),
            Value::Number(number) => number.to_string(),
            Value::Date(day) => day.to_string(),
            Value::Dates(days) => days.iter().map(ToString::to_string).collect::<Vec<_>>().join(SEPARATOR),
        }
    }
}

/// The labels that lead back to one code only, however they are written, and that no reader would take apart.
fn unambiguous(names: &[ValueName]) -> HashMap<String, String> {
    let readings = readings(names);
    let whole = |label: &str| !label.trim().is_empty() && !label.contains([';', ',', '\n']);
    let leads_back = |name: &&ValueName| {
        let meant = readings.get(&spelling(&name.label));
        whole(&name.label) && meant.is_some_and(|meant| meant.iter().all(|code| *code == name.code))
    };
    names.iter().filter(leads_back).map(|name| (name.code.clone(), name.label.clone())).collect()
}

fn readings(names: &[ValueName]) -> HashMap<String, BTreeSet<&str>> {
    let mut readings: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for name in names {
        for words in [&name.code, &name.label].into_iter().chain(&name.others) {
            readings.entry(spelling(words)).or_default().insert(&name.code);
        }
    }
    readings
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::{
        base::Text,
        catalogue::{Id, Provider, Shape, Term, Vocabulary},
    };

    /// Reads a cell as strictly as it was written: nothing but what [`Cells::text`] writes.
    pub(crate) fn strict(field: &Field, text: &str, register: &Register) -> Option<Value> {
        static TEXTS: LazyLock<[Texts; 2]> = LazyLock::new(|| [Texts::new(Lang::De), Texts::new(Lang::En)]);
        let names = value_names(field, register, [&TEXTS[0], &TEXTS[1]]);
        let coded = |word: &str| match names.iter().find(|name| name.code == word) {
            Some(name) => Some(name.code.clone()),
            None => {
                match readings(&names).get(&spelling(word)).map(|codes| codes.iter().copied().collect::<Vec<_>>()) {
                    Some(codes) if codes.len() == 1 => Some(codes[0].to_owned()),
                    _ => None,
                }
            }
        };
        let split = || text.split(SEPARATOR);
        match field.shape {
            Shape::Slug => Id::parse(text).map(|id| Value::Text(id.to_string())),
            Shape::Line | Shape::Paragraphs => Value::text(text),
            Shape::Lines => Some(Value::List(text.split('\n').map(str::to_owned).collect())),
            Shape::Reference(_) | Shape::Choice(_) => coded(text).map(Value::Text),
            Shape::References(_) | Shape::Choices(_) => split().map(coded).collect::<Option<_>>().map(Value::List),
            Shape::Number(most) => text.parse().ok().filter(|n| (0..=most).contains(n)).map(Value::Number),
            Shape::Date => text.parse().ok().map(Value::Date),
            Shape::Dates => split().map(|day| day.parse().ok()).collect::<Option<_>>().map(Value::Dates),
        }
    }

    fn term(id: &str, label: &str, aliases: &[&str]) -> Term {
        let aliases = aliases.iter().map(|alias| Text::line(alias)).collect();
        Term { id: Id::parse(id).unwrap(), label: Text::line(label), aliases, note: None }
    }

    /// Vocabularies as houses have them on a bad day.
    pub(crate) fn register() -> Register {
        let provider = |id: &str, name: &str| Provider {
            id: Id::parse(id).unwrap(),
            name: Text::line(name),
            phone: None,
            email: None,
            url: None,
            places: Vec::new(),
        };
        let groups = vec![
            term("frauen", "Frauen", &[]),
            term("frauen-mit-kind", "Frauen; mit Kind", &[]),
            term("eltern", "Mütter, Väter", &[]),
            term("muetter", "Mütter", &["Eltern"]),
            term("u25", "=Unter 25", &["Jugendliche"]),
            term("jugend", "JUGENDLICHE", &[]),
            term("alle", "u25", &[]),
            term("ohne", "", &[]),
        ];
        let providers = vec![provider("gwab", "GWAB"), provider("a", "Träger"), provider("b", "traeger")];
        Register {
            target_groups: Vocabulary::new(groups, true),
            providers: Vocabulary::new(providers, true),
            ..Register::default()
        }
    }

    fn written(field: &str, codes: &[&str]) -> String {
        let field = Field::named(field).unwrap();
        let list = Value::List(codes.iter().map(|code| (*code).to_owned()).collect());
        Cells::new(&register(), &Texts::new(Lang::De)).text(field, &list)
    }

    #[test]
    fn labels_stand_where_they_lead_back_to_one_id() {
        assert_eq!(written("target_groups", &["frauen", "muetter"]), "Frauen; Mütter");
        assert_eq!(written("target_groups", &["u25"]), "=Unter 25");
    }

    #[test]
    fn ids_stand_where_a_label_would_mislead() {
        for id in ["frauen-mit-kind", "eltern", "jugend", "alle", "ohne", "gibt-es-nicht"] {
            assert_eq!(written("target_groups", &[id]), id);
        }
        assert_eq!(written("provider", &["a", "b"]), "a; b", "both are called the same once folded");
    }

    #[test]
    fn closed_lists_are_written_in_the_language_of_the_run() {
        let field = Field::named("status").unwrap();
        let value = Value::Text("running".to_owned());
        assert_eq!(Cells::new(&register(), &Texts::new(Lang::De)).text(field, &value), "läuft");
        assert_eq!(Cells::new(&register(), &Texts::new(Lang::En)).text(field, &value), "running");
    }

    #[test]
    fn every_code_of_every_closed_list_leads_back_in_both_languages() {
        let register = register();
        for lang in [Lang::De, Lang::En] {
            let cells = Cells::new(&register, &Texts::new(lang));
            for field in &FIELDS {
                let codes = match field.shape {
                    Shape::Choice(list) | Shape::Choices(list) => list.codes(),
                    _ => continue,
                };
                for code in codes {
                    let word = cells.word(field, code).to_owned();
                    let read = strict(field, &word, &register);
                    let text = match read {
                        Some(Value::List(items)) => items.first().cloned(),
                        Some(Value::Text(text)) => Some(text),
                        _ => None,
                    };
                    assert_eq!(text.as_deref(), Some(code), "{}: {word}", field.name());
                }
            }
        }
    }

    /// Texts that have broken tables before.
    fn nasty() -> impl Strategy<Value = String> {
        const KNOWN: &[&str] =
            &["=1+1", "'=1", "''", "-1", "@x", "a;b", "a\"b", "a\nb", "1,5", "  x  ", "\u{feff}", "ä€😀", "_x0041_"];
        prop_oneof![proptest::sample::select(KNOWN).prop_map(str::to_owned), ".{0,30}", Just("ü; \n".repeat(2_500))]
    }

    /// A value that a sound file may hold in this field.
    pub(crate) fn any_value(field: &'static Field) -> BoxedStrategy<Option<Value>> {
        let register = register();
        let texts = Texts::new(Lang::De);
        let codes: Vec<String> =
            value_names(field, &register, [&texts, &texts]).into_iter().map(|name| name.code).collect();
        let code = || proptest::sample::select(if codes.is_empty() { vec![String::new()] } else { codes.clone() });
        let day = || (0i16..3_000, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
        let line = || nasty().prop_map(|text| Text::line(&text).to_string());
        let value = match field.shape {
            Shape::Slug => "[a-z0-9][a-z0-9-]{0,20}".prop_map(|id| Value::text(&id)).boxed(),
            Shape::Line => line().prop_map(|text| Value::text(&text)).boxed(),
            Shape::Paragraphs => nasty().prop_map(|text| Value::text(&Text::paragraphs(&text))).boxed(),
            Shape::Lines => proptest::collection::vec(line().prop_filter("not empty", |l| !l.is_empty()), 1..4)
                .prop_map(|items| Some(Value::List(items)))
                .boxed(),
            Shape::Reference(_) | Shape::Choice(_) => code().prop_map(|code| Value::text(&code)).boxed(),
            Shape::References(_) | Shape::Choices(_) if codes.is_empty() => Just(None).boxed(),
            Shape::References(_) | Shape::Choices(_) => {
                proptest::collection::vec(code(), 1..4).prop_map(|items| Some(Value::List(items))).boxed()
            }
            Shape::Number(most) => (0..=most).prop_map(|number| Some(Value::Number(number))).boxed(),
            Shape::Date => day().prop_map(|day| Some(Value::Date(day))).boxed(),
            Shape::Dates => proptest::collection::vec(day(), 1..4).prop_map(|days| Some(Value::Dates(days))).boxed(),
        };
        value.boxed()
    }

    proptest! {
        #[test]
        fn what_a_cell_says_is_what_the_file_said(
            (field, value) in (0..FIELDS.len()).prop_flat_map(|at| (Just(&FIELDS[at]), any_value(&FIELDS[at]))),
            english: bool,
        ) {
            let register = register();
            let cells = Cells::new(&register, &Texts::new(if english { Lang::En } else { Lang::De }));
            if let Some(value) = value {
                prop_assert_eq!(strict(field, &cells.text(field, &value), &register), Some(value));
            }
        }
    }
}
