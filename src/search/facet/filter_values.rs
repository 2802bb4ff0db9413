//! The values of the filters with their labels, and how a typed value becomes one of them.

use jiff::civil::Date;

use super::{AgeBand, FilterKey, FilterSource, age::age_of, start_period::StartWindow};
use crate::{
    base::{nearest, typed_code},
    catalogue::{Id, Named, Reference, Register},
    german,
    locale::Texts,
};

/// Why a typed value is no filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Nothing of that name.
    #[error("{}: no value {value:?}", key.name())]
    Unknown {
        /// The dimension.
        key: FilterKey,
        /// What was typed.
        value: String,
        /// What was probably meant.
        suggestion: Option<String>,
    },
    /// Several values begin like that.
    #[error("{}: {value:?} may be {}", key.name(), candidates.join(", "))]
    Ambiguous {
        /// The dimension.
        key: FilterKey,
        /// What was typed.
        value: String,
        /// Ids of the values that begin like that.
        candidates: Vec<String>,
    },
}

/// Knows the values of every dimension with their labels.
#[derive(Clone, Copy)]
pub struct FilterValues<'a> {
    register: &'a Register,
    texts: &'a Texts,
}

/// One value that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterValue {
    /// Id or code.
    pub id: String,
    /// What people read.
    pub label: String,
}

impl<'a> FilterValues<'a> {
    /// Labels of vocabularies come from the register, those of closed lists from `texts`.
    pub fn new(register: &'a Register, texts: &'a Texts) -> Self {
        Self { register, texts }
    }

    /// All values of a dimension; none for ages and days.
    pub fn all(&self, key: FilterKey) -> Vec<FilterValue> {
        let value = |id: &str| FilterValue { id: id.to_owned(), label: self.label(key, id) };
        let collective = key.collective().map(|(all, _)| all);
        collective.into_iter().chain(key.known_values(self.register)).map(value).collect()
    }

    /// The label of a value; the value itself where nobody knows it.
    pub fn label(&self, key: FilterKey, id: &str) -> String {
        if let Some(only) = FilterKey::exact(id).filter(|_| key.has_reach()) {
            return self.texts.with("filter-only", &[("value", self.label(key, only).into())]);
        }
        let listed = |list: &str| {
            let key = format!("{list}-{id}");
            if self.texts.has(&key) { self.texts.get(&key).into_owned() } else { id.to_owned() }
        };
        if key.collective().is_some_and(|(all, _)| all == id) {
            return self.texts.get("filter-any").into_owned();
        }
        match key.source() {
            FilterSource::Vocabulary(of) => {
                let item = of.vocabulary(self.register).item(id);
                item.map_or_else(|| id.to_owned(), |item| item.label().to_string())
            }
            FilterSource::List(list) => listed(list.name),
            FilterSource::Free => listed("free"),
            FilterSource::Number => AgeBand::parse(id).map_or_else(|| id.to_owned(), |ages| self.ages(ages)),
            FilterSource::Day => StartWindow::parse(id).map_or_else(|| id.to_owned(), |window| self.window(window)),
        }
    }

    /// The label of a value that is counted, as one says it today: "sofort", "in drei Monaten".
    pub fn label_ahead(&self, key: FilterKey, id: &str, today: Date) -> String {
        let steps = ["start-now", "start-weeks", "start-months", "start-half-year"];
        let ahead = (key == FilterKey::StartsBefore).then(|| StartWindow::counted(today).zip(steps));
        let step = ahead.into_iter().flatten().find(|(window, _)| window.to_string() == id);
        step.map_or_else(|| self.label(key, id), |(_, text)| self.texts.get(text).into_owned())
    }

    /// "22", "unter 25", "ab 50", "18 bis 24".
    fn ages(&self, ages: AgeBand) -> String {
        let [from, to] = [ages.from, ages.to].map(|age| age.to_string());
        match ages {
            AgeBand { from: one, to: other } if one == other => from,
            AgeBand { from: 0, to } => self.texts.with("age-under", &[("age", (to + 1).to_string().into())]),
            _ if ages.is_open() => self.texts.with("age-from", &[("age", from.into())]),
            _ => self.texts.with("age-between", &[("from", from.into()), ("to", to.into())]),
        }
    }

    /// "vor 01.02.2027", "ab 01.03.2027", "01.01.2027 bis 31.01.2027".
    fn window(&self, window: StartWindow) -> String {
        let day = |day: Date| self.texts.date(day);
        match (window.from, window.before) {
            (Some(from), Some(before)) => {
                let last = before.yesterday().unwrap_or(before);
                self.texts.with("start-between", &[("from", day(from).into()), ("to", day(last).into())])
            }
            (Some(from), None) => self.texts.with("start-from", &[("day", day(from).into())]),
            (None, before) => {
                let before = before.map(day).unwrap_or_default();
                self.texts.with("start-before", &[("day", before.into())])
            }
        }
    }

    /// The values that a typed value means: by id, label or the beginning of either, folded. Legal bases are also
    /// known by their abbreviation and paragraph, and several may share one. A place or region behind `=` is meant
    /// exactly.
    ///
    /// # Errors
    /// When no value or more than one is meant.
    pub fn resolve(&self, key: FilterKey, typed: &str) -> Result<Vec<String>, ValueError> {
        match key {
            key if key.has_reach() => match FilterKey::exact(typed.trim()) {
                Some(only) => exactly(key, self.resolve_value(key, only)),
                None => self.resolve_value(key, typed),
            },
            FilterKey::Age => self.resolve_age(typed),
            FilterKey::StartsBefore => self.resolve_day(typed),
            _ => self.resolve_value(key, typed),
        }
    }

    /// The values whose id or label, or a word of it, begins with what was typed.
    pub fn completions(&self, key: FilterKey, typed: &str) -> Vec<FilterValue> {
        if let Some(only) = FilterKey::exact(typed).filter(|_| key.has_reach()) {
            let exact = |id: String| FilterValue { label: self.label(key, &id), id };
            return self.completions(key, only).into_iter().map(|value| exact(key.exactly(&value.id))).collect();
        }
        let wanted = german::fold(typed);
        // The beginning of a name tells more than the beginning of a word within.
        let rank = |value: &FilterValue| {
            let names = [german::fold(&value.label), german::fold(&value.id)];
            let within =
                |name: &String| name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&wanted));
            let begins = names.iter().any(|name| name.starts_with(&wanted));
            if begins { Some(0) } else { names.iter().any(within).then_some(1) }
        };
        let mut found: Vec<(u8, FilterValue)> =
            self.all(key).into_iter().filter_map(|value| Some((rank(&value)?, value))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, value)| value).collect()
    }

    fn resolve_value(&self, key: FilterKey, typed: &str) -> Result<Vec<String>, ValueError> {
        let all = self.all(key);
        let wanted = german::fold(typed.trim());
        let folded = |value: &FilterValue| [german::fold(&value.id), german::fold(&value.label)];
        if let Some(value) = all.iter().find(|value| folded(value).contains(&wanted)) {
            return Ok(vec![value.id.clone()]);
        }
        if let Some(id) = typed_code(typed, all.iter().map(|value| value.id.as_str())) {
            return Ok(vec![id.to_owned()]);
        }
        if key == FilterKey::LegalBasis {
            let by_norm = self.legal_bases_by_norm(typed);
            if !by_norm.is_empty() {
                return Ok(by_norm);
            }
        }
        if let Some(id) = self.by_other_name(key, &wanted) {
            return Ok(vec![id]);
        }
        let begins =
            |value: &&FilterValue| !wanted.is_empty() && folded(value).iter().any(|name| name.starts_with(&wanted));
        let candidates: Vec<String> = all.iter().filter(begins).map(|value| value.id.clone()).collect();
        match candidates.len() {
            // Without a vocabulary nothing is known to be wrong; entries may still have the id.
            0 if all.is_empty() && Id::parse(typed.trim()).is_some() => Ok(vec![typed.trim().to_owned()]),
            1 => Ok(candidates),
            0 => Err(unknown(key, typed, &all)),
            _ => Err(ValueError::Ambiguous { key, value: typed.to_owned(), candidates }),
        }
    }

    /// Legal bases whose abbreviation or citation says what was typed: `AGH`, `16d`, `§ 16 d SGB II`.
    fn legal_bases_by_norm(&self, typed: &str) -> Vec<String> {
        let mut analyser = german::Analyser::new();
        let mut words = |text: &str| -> Vec<String> { analyser.tokens(text).into_iter().map(|t| t.surface).collect() };
        let wanted = words(typed);
        let mut matches = |text: &str| {
            let words = words(text);
            !wanted.is_empty() && wanted.iter().all(|word| words.contains(word))
        };
        let bases = self.register.legal_bases.iter();
        bases
            .filter(|basis| matches(&basis.citation) || basis.short.as_ref().is_some_and(|short| matches(short)))
            .map(|basis| basis.id.to_string())
            .collect()
    }

    /// Words for a value that are neither its id nor its label: "ja", aliases of places and groups.
    fn by_other_name(&self, key: FilterKey, wanted: &str) -> Option<String> {
        match key.source() {
            FilterSource::Free => match wanted {
                "ja" | "yes" | "j" | "y" | "frei" => Some("yes".into()),
                "nein" | "no" | "n" => Some("no".into()),
                _ => None,
            },
            // A legal basis is known by its norm, and a team is no name of one of its people.
            FilterSource::Vocabulary(Reference::LegalBases | Reference::Coordinators) => None,
            FilterSource::Vocabulary(of) => {
                let named = |item: &&dyn Named| item.other_names().iter().any(|name| german::fold(name) == wanted);
                of.vocabulary(self.register).items().find(named).map(|item| item.id().to_string())
            }
            _ => None,
        }
    }

    fn resolve_age(&self, typed: &str) -> Result<Vec<String>, ValueError> {
        let one = age_of(typed.trim()).map(|age| age.to_string());
        let ages = one.or_else(|| AgeBand::typed(typed).map(|ages| ages.to_string()));
        ages.map(|ages| vec![ages]).ok_or_else(|| unknown(FilterKey::Age, typed, &[]))
    }

    /// `2027-01-11`, `<2027-01-11`, `11.1.27`; `>11.1.27`, `11.1.27..1.2.27`.
    fn resolve_day(&self, typed: &str) -> Result<Vec<String>, ValueError> {
        let window = StartWindow::typed(typed).map(|window| vec![window.to_string()]);
        window.ok_or_else(|| unknown(FilterKey::StartsBefore, typed, &[]))
    }
}

/// The values that are meant exactly.
fn exactly(key: FilterKey, resolved: Result<Vec<String>, ValueError>) -> Result<Vec<String>, ValueError> {
    let mark = |ids: Vec<String>| ids.iter().map(|id| key.exactly(id)).collect();
    match resolved {
        Ok(ids) => Ok(mark(ids)),
        Err(ValueError::Ambiguous { key, value, candidates }) => {
            Err(ValueError::Ambiguous { key, value, candidates: mark(candidates) })
        }
        Err(unknown) => Err(unknown),
    }
}

fn unknown(key: FilterKey, typed: &str, known: &[FilterValue]) -> ValueError {
    let names = known.iter().flat_map(|value| [value.id.as_str(), value.label.as_str()]);
    let suggestion = nearest(typed, names).map(str::to_owned);
    ValueError::Unknown { key, value: typed.to_owned(), suggestion }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_single_value_is_told_in_words() {
        let (register, texts) = (Register::default(), Texts::new(crate::locale::Lang::De));
        let values = FilterValues::new(&register, &texts);
        for (key, value, label) in [
            (FilterKey::Age, "22", "22"),
            (FilterKey::Age, "0-24", "unter 25"),
            (FilterKey::Age, "50-120", "ab 50"),
            (FilterKey::Age, "18-24", "18 bis 24"),
            (FilterKey::StartsBefore, "2027-02-01", "vor 01.02.2027"),
            (FilterKey::StartsBefore, "2027-03-01..", "ab 01.03.2027"),
            (FilterKey::StartsBefore, "2027-01-01..2027-02-01", "01.01.2027 bis 31.01.2027"),
            (FilterKey::Childcare, "yes", "ja"),
        ] {
            assert_eq!(values.label(key, value), label);
        }
    }

    #[test]
    fn days_are_typed_in_either_way() {
        let (register, texts) = (Register::default(), Texts::new(crate::locale::Lang::De));
        let values = FilterValues::new(&register, &texts);
        for typed in ["2027-01-11", "<2027-01-11", "11.1.2027", "< 11.01.2027", "<11.1.27"] {
            assert_eq!(values.resolve(FilterKey::StartsBefore, typed).unwrap(), ["2027-01-11"], "{typed}");
        }
        assert_eq!(values.resolve(FilterKey::StartsBefore, ">11.1.2027").unwrap(), ["2027-01-11.."]);
        assert_eq!(values.resolve(FilterKey::StartsBefore, "1.1.27..1.2.27").unwrap(), ["2027-01-01..2027-02-01"]);
        assert!(values.resolve(FilterKey::StartsBefore, "31.2.2027").is_err());
        assert!(values.resolve(FilterKey::Age, "steinalt").is_err());
    }
}
