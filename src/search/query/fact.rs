//! Facts about a client that were typed as plain words and that a filter knows: an age, a level of German, when one can begin.

use std::{borrow::Cow, ops::Range};

use jiff::{ToSpan as _, civil::Date};

use crate::{
    base::{day_of, full_year, typed_day},
    german,
    search::{AgeBand, FilterKey, StartWindow, age_of},
};

/// A fact that was typed as plain words.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::search) struct Fact {
    /// Bytes of the line.
    pub range: Range<usize>,
    said: Said,
}

#[derive(Clone, Debug, PartialEq)]
enum Said {
    /// The value of a filter.
    Value(FilterKey, Cow<'static, str>),
    /// When one can begin: the first day of that, and the first day behind it.
    Start(Bound, When),
}

/// Which side of a time is meant: "ab März", "vor März", "bis März", "im März".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    From,
    Before,
    Until,
    Within,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Now,
    Day(Date),
    /// A month, perhaps with its year; else the next one.
    Month(i8, Option<i16>),
}

impl Fact {
    /// The filter that says the same, and its value; what is meant by the name of a month depends on the day.
    pub(in crate::search) fn filter(&self, today: Date) -> Option<(FilterKey, String)> {
        match &self.said {
            Said::Value(key, value) => Some((*key, value.to_string())),
            Said::Start(bound, when) => {
                let (first, behind) = when.days(today)?;
                let (from, before) = match bound {
                    Bound::From => (Some(first), None),
                    Bound::Before => (None, Some(first)),
                    Bound::Until => (None, Some(behind)),
                    Bound::Within => (Some(first), Some(behind)),
                };
                Some((FilterKey::StartsBefore, StartWindow { from, before }.to_string()))
            }
        }
    }
}

impl When {
    /// The first day of it, and the first one behind it.
    fn days(self, today: Date) -> Option<(Date, Date)> {
        match self {
            Self::Now => Some((today, today.tomorrow().ok()?)),
            Self::Day(day) => Some((day, day.tomorrow().ok()?)),
            Self::Month(month, year) => {
                let year = year.unwrap_or(today.year() + i16::from(month < today.month()));
                let first = Date::new(year, month, 1).ok()?;
                Some((first, first.checked_add(1.month()).ok()?))
            }
        }
    }
}

/// A word of the line, between blanks.
struct Piece<'l> {
    /// As it was typed, without the punctuation behind it.
    typed: &'l str,
    folded: String,
    range: Range<usize>,
}

/// Finds the facts in a line whose filters, phrases and exclusions are blanked out.
pub(super) fn facts(plain: &str) -> Vec<Fact> {
    let pieces: Vec<Piece<'_>> = plain.split_whitespace().map(|word| piece(plain, word)).collect();
    let of_law = pieces.iter().any(|piece| is_of_law(&piece.folded));
    let mut found = Vec::new();
    let mut rest = pieces.as_slice();
    while let [first, ..] = rest {
        let fact = level(rest).or_else(|| age(rest, of_law)).or_else(|| start(rest)).or_else(|| listed(rest));
        let taken = match fact {
            Some((count, said)) => {
                let end = rest.get(count.saturating_sub(1)).map_or(first.range.end, |last| last.range.end);
                found.push(Fact { range: first.range.start..end, said });
                count.max(1)
            }
            None => 1,
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    found
}

fn piece<'l>(plain: &'l str, word: &'l str) -> Piece<'l> {
    let start = (word.as_ptr() as usize).saturating_sub(plain.as_ptr() as usize);
    let typed = word.trim_end_matches([',', '.', ';', '!', '?']);
    Piece { typed, folded: german::fold(typed), range: start..start + typed.len() }
}

/// Whether numbers in the line are those of paragraphs.
fn is_of_law(folded: &str) -> bool {
    folded.starts_with('§') || folded.starts_with("sgb") || folded.starts_with("paragra")
}

/// A fact with the number of its words.
type Found = Option<(usize, Said)>;

/// "b1", "deutsch b1", "niveau b1", "ohne deutsch".
fn level(rest: &[Piece<'_>]) -> Found {
    let is_subject = |piece: &Piece<'_>| {
        matches!(&*piece.folded, "deutsch" | "niveau" | "deutschniveau" | "sprachniveau" | "sprachstand" | "german")
    };
    let of = |piece: &Piece<'_>| {
        let codes = ["A1", "A2", "B1", "B2", "C1", "C2"];
        codes.into_iter().find(|code| code.eq_ignore_ascii_case(piece.typed))
    };
    let said = |code| Said::Value(FilterKey::German, Cow::Borrowed(code));
    match rest {
        [subject, level, more @ ..] if is_subject(subject) => {
            let code = of(level)?;
            Some((2 + usize::from(more.first().is_some_and(|next| next.folded == "niveau")), said(code)))
        }
        [without, german, ..]
            if matches!(&*without.folded, "ohne" | "kein" | "keine" | "without" | "no")
                && matches!(&*german.folded, "deutsch" | "deutschkenntnisse" | "german") =>
        {
            Some((2, said("none")))
        }
        [level, next, ..] if is_subject(next) && next.folded.ends_with("niveau") => Some((2, said(of(level)?))),
        [level, ..] => Some((1, said(of(level)?))),
        [] => None,
    }
}

/// Ages of which a number alone may speak; others count something else as a rule.
const PLAUSIBLE: std::ops::RangeInclusive<u8> = 15..=75;

/// "58", "17 Jahre", "58 Jahre alt", "58-jährig", "U25", "ü50", "50+", "unter 25".
fn age(rest: &[Piece<'_>], of_law: bool) -> Found {
    let said = |count, value: String| Some((count, Said::Value(FilterKey::Age, Cow::Owned(value))));
    let [first, more @ ..] = rest else { return None };
    if let Some(ages) = AgeBand::typed(first.typed) {
        return said(1 + years(more), ages.to_string());
    }
    let of_number = more.first().and_then(|piece| age_of(piece.typed));
    if let Some((number, ages)) = of_number.and_then(|number| Some((number, band_of(&first.folded, number)?))) {
        let behind = more.get(1..).unwrap_or_default();
        return is_age(number, behind, of_law).then(|| said(2 + years(behind), ages.to_string())).flatten();
    }
    if let Some(number) = number_before(&first.folded, &["jahrig", "jahrige", "jahriger", "jahrigen", "j", "jahre"]) {
        let old = more.first().is_some_and(|next| next.folded == "alt");
        return said(1 + usize::from(old), number.to_string());
    }
    let number = age_of(first.typed)?;
    is_age(number, more, of_law).then(|| said(1 + years(more), number.to_string())).flatten()
}

/// Whether a number is an age: it says so, or nothing else is counted by it.
fn is_age(number: u8, behind: &[Piece<'_>], of_law: bool) -> bool {
    let counts_something = behind.first().is_some_and(|next| is_unit(&next.folded));
    years(behind) > 0 || PLAUSIBLE.contains(&number) && !of_law && !counts_something
}

/// "Jahre", "Jahre alt", "J.": so many words.
fn years(rest: &[Piece<'_>]) -> usize {
    let is_year =
        |folded: &str| matches!(folded, "jahre" | "jahren" | "jahr" | "j" | "jahrig" | "years" | "year" | "yrs");
    match rest {
        [years, old, ..] if is_year(&years.folded) && matches!(&*old.folded, "alt" | "old") => 2,
        [years, ..] if is_year(&years.folded) => 1,
        _ => 0,
    }
}

/// What a number counts that is no age.
fn is_unit(folded: &str) -> bool {
    const UNITS: [&str; 25] = [
        "stunden",
        "stunde",
        "std",
        "h",
        "wochen",
        "woche",
        "monate",
        "monaten",
        "monat",
        "tage",
        "tagen",
        "tag",
        "euro",
        "eur",
        "prozent",
        "platze",
        "platz",
        "teilnehmer",
        "teilnehmende",
        "personen",
        "uhr",
        "km",
        "minuten",
        "min",
        "ue",
    ];
    UNITS.contains(&folded) || folded.starts_with(['€', '%']) || MONTHS.contains(&folded)
}

/// The ages that a small word and a number mean: "unter 25", "ab 50".
fn band_of(folded: &str, number: u8) -> Option<AgeBand> {
    match folded {
        "unter" | "under" | "bis" => Some(AgeBand::under(number)),
        "uber" | "ab" | "over" | "from" => Some(AgeBand::from(number)),
        _ => None,
    }
}

/// The number before one of these endings, which may be joined by a hyphen.
fn number_before(folded: &str, endings: &[&str]) -> Option<u8> {
    endings.iter().find_map(|ending| age_of(folded.strip_suffix(ending)?.trim_end_matches('-')))
}

/// Months as people write them, folded, in their order: German, English, short.
const MONTHS: [&str; 48] = [
    "januar",
    "january",
    "jan",
    "janner", //
    "februar",
    "february",
    "feb",
    "feber", //
    "marz",
    "march",
    "mrz",
    "mar", //
    "april",
    "apr",
    "april",
    "apr", //
    "mai",
    "may",
    "mai",
    "may", //
    "juni",
    "june",
    "jun",
    "juni", //
    "juli",
    "july",
    "jul",
    "juli", //
    "august",
    "aug",
    "august",
    "aug", //
    "september",
    "sept",
    "sep",
    "september", //
    "oktober",
    "october",
    "okt",
    "oct", //
    "november",
    "nov",
    "november",
    "nov", //
    "dezember",
    "december",
    "dez",
    "dec",
];
const NAMES_OF_MONTH: usize = 4;

/// "ab März", "bis Februar", "im Januar 2027", "ab 1.2.2027", "ab sofort".
fn start(rest: &[Piece<'_>]) -> Found {
    let [first, more @ ..] = rest else { return None };
    if first.folded == "sofort" {
        return Some((1, Said::Start(Bound::Until, When::Now)));
    }
    let bound = match &*first.folded {
        "ab" | "from" | "seit" => Bound::From,
        "vor" | "before" => Bound::Before,
        "bis" | "until" | "till" => Bound::Until,
        "im" | "in" => Bound::Within,
        _ => return None,
    };
    let when = more.first()?;
    if when.folded == "sofort" {
        return Some((2, Said::Start(Bound::Until, When::Now)));
    }
    if let Some(day) = typed_day(when.typed) {
        return Some((2, Said::Start(bound, When::Day(day))));
    }
    let month = MONTHS.iter().position(|name| *name == when.folded)? / NAMES_OF_MONTH + 1;
    let month = i8::try_from(month).ok()?;
    let year = more.get(1).and_then(|piece| full_year(piece.typed)).filter(|year| day_of(*year, 1, 1).is_some());
    Some((2 + usize::from(year.is_some()), Said::Start(bound, When::Month(month, year))))
}

/// "teilzeit", "online", "wochenende", "kinderbetreuung": words that name a value of a list.
fn listed(rest: &[Piece<'_>]) -> Found {
    let [first, ..] = rest else { return None };
    let (key, value) = FilterKey::said_by(first.typed)?;
    Some((1, Said::Value(key, Cow::Borrowed(value))))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 20);

    fn said(line: &str) -> Vec<String> {
        let found = facts(line).into_iter();
        let told = |fact: Fact| {
            let (key, value) = fact.filter(TODAY).unwrap();
            format!("{} {value} {}", key.name(), &line[fact.range])
        };
        found.map(told).collect()
    }

    #[test]
    fn facts_are_found_wherever_they_stand() {
        for (line, expected) in [
            ("58", &["age 58 58"][..]),
            ("gärtner 17 Jahre", &["age 17 17 Jahre"]),
            ("58 jahre alt, schulden", &["age 58 58 jahre alt"]),
            ("58-jährige Frau", &["age 58 58-jährige"]),
            ("58jährig", &["age 58 58jährig"]),
            ("U25", &["age 0-24 U25"]),
            ("ü50 büro", &["age 50-120 ü50"]),
            ("50+ büro", &["age 50-120 50+"]),
            ("unter 25", &["age 0-24 unter 25"]),
            ("B1", &["german B1 B1"]),
            ("deutsch b1 kurs", &["german B1 deutsch b1"]),
            ("kurs b1 niveau", &["german B1 b1 niveau"]),
            ("ohne deutsch", &["german none ohne deutsch"]),
            ("bis Februar", &["starts_before 2027-03-01 bis Februar"]),
            ("ab März coaching", &["starts_before 2027-03-01.. ab März"]),
            ("im Januar", &["starts_before 2027-01-01..2027-02-01 im Januar"]),
            ("im November", &["starts_before 2026-11-01..2026-12-01 im November"]),
            ("vor 1.2.2027", &["starts_before 2027-02-01 vor 1.2.2027"]),
            ("ab sofort", &["starts_before 2026-11-21 ab sofort"]),
            ("im Mai 2028", &["starts_before 2028-05-01..2028-06-01 im Mai 2028"]),
            ("teilzeit b1 58", &["time_model part_time teilzeit", "german B1 b1", "age 58 58"]),
            ("online", &["delivery online online"]),
            ("am wochenende", &["time_model weekend wochenende"]),
            ("kinderbetreuung", &["childcare yes kinderbetreuung"]),
        ] {
            assert_eq!(said(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_no_fact_is_none() {
        for line in [
            "§ 16",
            "45 sgb iii",
            "16i coaching",
            "B1-Kurs",
            "a2/b1",
            "30 stunden",
            "ab 20 plätze",
            "2027",
            "5",
            "99",
            "11.1.2027",
            "10:30",
            "bis bald",
            "ab",
            "im kreis",
            "abends",
            "",
            "🙂 58x",
        ] {
            assert_eq!(said(line), [""; 0], "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_fact_lies_in_its_line(line in "\\PC{0,40}|([uü]?[0-9]{1,3} ?(jahre|alt|b1|ab|im|mai|[,.]){0,2} ?){0,4}") {
            let mut end = 0;
            for fact in facts(&line) {
                proptest::prop_assert!(fact.range.start >= end && line.get(fact.range.clone()).is_some());
                end = fact.range.end;
            }
        }
    }
}
