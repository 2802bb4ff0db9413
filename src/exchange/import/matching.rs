//! From the words of a cell to ids and codes: folded, by label, alias or abbreviation, in German or English.

mod citation;

use std::collections::HashMap;

use self::citation::Citation;
use crate::{
    base::nearest,
    catalogue::{FIELDS, Field, Reference, Register, Shape},
    exchange::{
        letters_and_digits, spelling,
        value_name::{ValueName, has_value_names, value_names},
    },
    locale::{Lang, Texts},
};

/// What words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueMatch {
    /// This id or code.
    One(String),
    /// Any of several ids.
    Several(Vec<String>),
    /// Nothing; perhaps the id or code of this label was meant.
    None(Option<Near>),
}

/// An id that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The id or code.
    pub code: String,
    /// Its name that comes closest.
    pub name: String,
}

#[derive(Debug, Default)]
struct ValueNames {
    /// Codes with their names, in the order of the list.
    all: Vec<(String, String)>,
    exact: HashMap<String, Vec<String>>,
    dense: HashMap<String, Vec<String>>,
    /// Names that cite the law, with their codes.
    cited: Vec<(String, Citation)>,
}

impl ValueNames {
    fn of(names: &[ValueName], field: &Field, register: &Register) -> Self {
        let mut own = Self::default();
        for name in names {
            let all = [&name.code, &name.label].into_iter().chain(&name.others);
            all.filter(|words| !words.is_empty()).for_each(|words| own.add(&name.code, words));
        }
        if matches!(field.shape, Shape::Reference(Reference::LegalBases) | Shape::References(Reference::LegalBases)) {
            let cited = register.legal_bases.iter();
            own.cited = cited.filter_map(|law| Some((law.id.to_string(), Citation::read(&law.citation)?))).collect();
        }
        own
    }

    fn add(&mut self, code: &str, name: &str) {
        let (exact, dense) = (spelling(name), letters_and_digits(name));
        for (map, key) in [(&mut self.exact, exact), (&mut self.dense, dense)] {
            let codes = map.entry(key).or_default();
            if !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        }
        self.all.push((code.to_owned(), name.to_owned()));
    }

    fn find(&self, words: &str) -> ValueMatch {
        let words = words.trim();
        // Whoever writes an id means it, whatever else is called like that.
        if self.all.iter().any(|(code, _)| code == words) {
            return ValueMatch::One(words.to_owned());
        }
        let dense = letters_and_digits(words);
        let found = self.exact.get(&spelling(words)).or_else(|| self.dense.get(&dense).filter(|_| !dense.is_empty()));
        match found.map(Vec::as_slice) {
            Some([one]) => ValueMatch::One(one.clone()),
            Some([]) | None => self.cited(words).unwrap_or_else(|| ValueMatch::None(self.near(words))),
            Some(several) => ValueMatch::Several(several.to_vec()),
        }
    }

    /// What a reference to the law means: the same one in other words, or any that includes it.
    fn cited(&self, words: &str) -> Option<ValueMatch> {
        let wanted = if self.cited.is_empty() { None } else { Citation::read(words) }?;
        let codes = |fits: &dyn Fn(&Citation) -> bool| {
            let mut codes: Vec<String> =
                self.cited.iter().filter(|(_, known)| fits(known)).map(|(code, _)| code.clone()).collect();
            codes.dedup();
            codes
        };
        let same = codes(&|known| wanted.is(known));
        if let [code] = same.as_slice() {
            return Some(ValueMatch::One(code.clone()));
        }
        let possible = codes(&|known| wanted.may_be(known));
        Some(match possible.as_slice() {
            [] => ValueMatch::None(None),
            [code] => ValueMatch::None(Some(self.named(code))),
            _ => ValueMatch::Several(possible),
        })
    }

    fn near(&self, words: &str) -> Option<Near> {
        let names: Vec<(String, &str)> = self.all.iter().map(|(code, name)| (spelling(name), code.as_str())).collect();
        let words = spelling(words);
        if let Some(name) = nearest(&words, names.iter().map(|(key, _)| key.as_str())) {
            let code = names.iter().find(|(key, _)| key == name).map(|(_, code)| *code);
            return code.map(|code| self.named(code));
        }
        let stem = words.trim_end_matches(['.', ' ']);
        // An abbreviation is the beginning of one name only, or a word of it, or shortens each of its words.
        let begins = |name: &str| name.starts_with(stem);
        let holds = |name: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word == stem);
        let shortens = |name: &str| shortens(stem, name);
        // An address or a legal form may follow the name.
        let goes_on = |name: &str| {
            let rest = words.strip_prefix(name).filter(|_| name.len() >= 3);
            rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric() && c != '-'))
        };
        self.only(&names, stem, begins)
            .or_else(|| self.only(&names, stem, holds))
            .or_else(|| self.only(&names, stem, shortens))
            .or_else(|| self.only(&names, stem, goes_on))
    }

    /// The values that share a word with what stands in the table, for a person to choose from.
    fn candidates(&self, words: &str) -> Vec<Near> {
        if let ValueMatch::Several(codes) = self.find(words) {
            return codes.iter().map(|code| self.named(code)).collect();
        }
        let words = spelling(words);
        let telling = |word: &&str| word.chars().count() >= 4;
        let wanted: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(telling).collect();
        let mut found: Vec<Near> = Vec::new();
        for (code, name) in &self.all {
            let name = spelling(name);
            let shares = name.split(|c: char| !c.is_alphanumeric()).any(|word| wanted.contains(&word));
            if shares && !found.iter().any(|near| near.code == *code) {
                found.push(self.named(code));
            }
        }
        found
    }

    /// The one value of which any name fits.
    fn only(&self, names: &[(String, &str)], stem: &str, fits: impl Fn(&str) -> bool) -> Option<Near> {
        let mut codes = names.iter().filter(|(name, _)| stem.len() >= 3 && fits(name)).map(|(_, code)| *code);
        let first = codes.next()?;
        codes.all(|code| code == first).then(|| self.named(first))
    }

    /// A value with its label, which stands behind the id.
    fn named(&self, code: &str) -> Near {
        let mut names = self.all.iter().filter(|(known, _)| known == code).map(|(_, name)| name);
        let id = names.next().map_or(code, String::as_str);
        Near { code: code.to_owned(), name: names.next().map_or(id, String::as_str).to_owned() }
    }
}

/// "bildungswerk d. hess. wirtschaft" for "Bildungswerk der Hessischen Wirtschaft".
fn shortens(words: &str, name: &str) -> bool {
    let parts = |text: &str| text.split_whitespace().map(|word| word.trim_end_matches('.').to_owned()).collect();
    let (short, long): (Vec<String>, Vec<String>) = (parts(words), parts(name));
    short.len() > 1
        && short.len() == long.len()
        && short.iter().zip(&long).all(|(short, long)| !short.is_empty() && long.starts_with(short.as_str()))
}

/// Finds the values of all fields that have a list of them.
pub struct Matcher {
    /// By the positions of the fields.
    names: HashMap<usize, ValueNames>,
}

impl Matcher {
    /// For the vocabularies of a catalogue.
    pub fn new(register: &Register) -> Self {
        let (german, english) = (Texts::new(Lang::De), Texts::new(Lang::En));
        let mut names = HashMap::new();
        for field in &FIELDS {
            if has_value_names(field) {
                let known = value_names(field, register, [&german, &english]);
                names.insert(field.position(), ValueNames::of(&known, field, register));
            }
        }
        Self { names }
    }

    /// What words mean in a field; `None` for a field without a list of values.
    pub fn find(&self, field: &Field, words: &str) -> Option<ValueMatch> {
        self.names(field).map(|names| names.find(words))
    }

    /// Values of a field that words may mean which are not clear by themselves.
    pub(super) fn candidates(&self, field: &Field, words: &str) -> Vec<Near> {
        self.names(field).map(|names| names.candidates(words)).unwrap_or_default()
    }

    /// The ids or codes of a field with their first names.
    pub(super) fn codes(&self, field: &Field) -> Vec<(&str, &str)> {
        let mut codes: Vec<(&str, &str)> = Vec::new();
        for (code, name) in self.names(field).into_iter().flat_map(|names| &names.all) {
            // The first name is the id itself.
            match codes.iter_mut().find(|(known, _)| known == code) {
                Some((id, label)) if id == label => *label = name,
                Some(_) => {}
                None => codes.push((code, name)),
            }
        }
        codes
    }

    fn names(&self, field: &Field) -> Option<&ValueNames> {
        self.names.get(&field.position())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{FIELDS, Source, read_register};

    fn shipped() -> Register {
        read_register(&Source::Embedded, &Source::Embedded.files().unwrap()).0
    }

    /// What an export writes: the label where it is the only one of its language, else the code.
    #[test]
    fn every_code_and_label_leads_back() {
        let matcher = Matcher::new(&shipped());
        for field in &FIELDS {
            let (Shape::Choice(list) | Shape::Choices(list)) = field.shape else { continue };
            for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
                let label = |code: &str| texts.get(&format!("{}-{code}", list.name)).into_owned();
                for code in list.codes() {
                    let alone =
                        list.codes().iter().filter(|other| spelling(&label(other)) == spelling(&label(code))).count()
                            == 1;
                    let one = Some(ValueMatch::One(code.to_owned()));
                    assert_eq!(matcher.find(field, code), one);
                    assert!(!alone || matcher.find(field, &label(code).to_uppercase()) == one, "{}", label(code));
                }
            }
        }
    }

    #[test]
    fn words_of_offices_are_understood_or_guessed() {
        let matcher = Matcher::new(&shipped());
        let find = |field: &str, words: &str| matcher.find(Field::named(field).unwrap(), words).unwrap();
        assert_eq!(find("target_groups", "ALLEINERZIEHENDE"), ValueMatch::One("alleinerziehende".into()));
        assert_eq!(find("legal_bases", "§16d SGB II"), ValueMatch::One("agh".into()));
        assert_eq!(find("legal_bases", "unbekannt"), ValueMatch::One("unbekannt".into()));
        let near = |field: &str, words: &str| match find(field, words) {
            ValueMatch::None(near) => near.map(|near| near.code),
            other => panic!("{other:?}"),
        };
        assert_eq!(near("target_groups", "Alleinerz.").as_deref(), Some("alleinerziehende"));
        assert_eq!(near("coordinator", "Frauen").as_deref(), Some("koordination-frauen"));
        assert_eq!(near("provider", "WALI, Weg 11, 35578 Wetzlar").as_deref(), Some("wali"));
        assert_eq!(near("provider", "Bildungswerk d. Hess. Wirtschaft").as_deref(), Some("bwhw"));
        assert_eq!(find("legal_bases", "SGB II §16d"), ValueMatch::One("agh".into()));
        assert_eq!(near("legal_bases", "16a").as_deref(), Some("ga"));
        let ValueMatch::Several(codes) = find("legal_bases", "§ 45 SGB III") else { panic!("there are several") };
        assert!(["mat", "mpav", "avgs"].iter().all(|code| codes.iter().any(|known| known == code)), "{codes:?}");
        assert_eq!(near("target_groups", "Menschen mit"), None, "the beginning of many");
        assert_eq!(near("provider", "§"), None);
    }
}
