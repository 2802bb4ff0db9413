//! Guesses what each column is for, and what separates the values in its cells.

use jiff::civil::Date;

use super::forms;
use crate::{
    catalogue::{Field, Shape},
    exchange::{
        field_of_heading,
        heading::{certain_field, probable_field, probable_field_below},
        import::{
            ColumnHeading, ColumnPlace, Matcher, Near, Table, ValueMatch, headings, holds_several, letters, separators,
            split,
        },
        letters_and_digits, spelling,
    },
};

/// Most different cells of a column that are looked at.
const MAX_SAMPLES: usize = 2_000;
/// Longest word of a list, in characters; what is longer is a sentence.
const LONGEST_WORD: usize = 80;

/// Columns that are in many tables and hold nothing of an offer.
const NOT_NEEDED: [&str; 10] = [
    "lfd.",
    "lfd. Nr.",
    "lfdNr",
    "Nr. lfd.",
    "Pos.",
    "Kostenstelle",
    "Kostenst.",
    "Budget",
    "Kosten",
    "Haushaltsstelle",
];

/// What a column is probably for.
pub(in crate::exchange::import) struct ColumnGuess {
    pub place: ColumnPlace,
    /// How the mapping names it.
    pub name: String,
    pub field: Option<&'static Field>,
    /// True when the heading, and where that leaves a doubt its cells, can mean no other field.
    pub certain: bool,
    /// The field that another column has already.
    pub taken: Option<&'static Field>,
    pub separators: Option<Vec<&'static str>>,
    /// Patterns as TOML, where cells hold more than the value.
    pub patterns: Vec<String>,
    /// Different cells, in the order of the table.
    pub samples: Vec<String>,
    /// Words of vocabularies and lists that the cells use.
    pub words: Vec<(String, ValueMatch)>,
}

/// A guess for every column that has a heading or any cell.
pub(in crate::exchange::import) fn columns(
    table: &Table,
    header: &[usize],
    matcher: &Matcher,
    today: Date,
) -> Vec<ColumnGuess> {
    let headings = headings(table, header);
    let last = header.iter().max().copied().unwrap_or(0);
    let width = table.width();
    let mut guesses: Vec<ColumnGuess> = Vec::new();
    for column in 0..width {
        let heading = headings.get(column).cloned().unwrap_or_default();
        let samples = samples(table, last, column);
        if heading.own.is_empty() && samples.is_empty() {
            continue;
        }
        let name = name_of(&headings, column);
        let (field, certain) = of_heading(&heading).unzip();
        let field = field.filter(|field| !is_foreign_id(field, &samples));
        let (field, certain) = match (field, guesses.last().and_then(|left| left.field)) {
            // "Stand" beside the free places is theirs.
            (Some(field), Some(left)) if field.name() == "confirmed.on" && left.name() == "capacity.free" => {
                (Field::named("capacity.as_of"), false)
            }
            // "Art" may be the sort of an entry or the type of an offer: the cells decide.
            (Some(field), _) if field.name() == "category" && field_of_heading(&heading.own).is_none() => {
                let (field, decided) = category_or_types(field, &samples, matcher);
                (Some(field), decided && certain == Some(true))
            }
            (field, _) => (field, certain == Some(true)),
        };
        let taken =
            field.filter(|field| !holds_several(field) && guesses.iter().any(|guess| guess.field == Some(field)));
        let place = ColumnPlace { letters: letters(column), heading: heading.full.unwrap_or(heading.own) };
        let field = field.filter(|_| taken.is_none());
        guesses.push(ColumnGuess {
            place,
            name,
            field,
            certain,
            taken,
            separators: None,
            patterns: Vec::new(),
            samples,
            words: Vec::new(),
        });
    }
    let fields: Vec<&'static Field> = guesses.iter().filter_map(|guess| guess.field).collect();
    for guess in &mut guesses {
        if let Some(field) = guess.field {
            guess.refine(field, &fields, matcher, today);
        }
    }
    guesses
}

/// How a mapping names a column so that no other is meant: its heading where it is the only one, else its letters.
fn name_of(headings: &[ColumnHeading], column: usize) -> String {
    let names = |heading: &ColumnHeading| [Some(heading.own.clone()), heading.full.clone()].into_iter().flatten();
    let so_called = |name: &str| {
        let key = spelling(name);
        headings.iter().filter(|heading| names(heading).any(|other| spelling(&other) == key)).count()
    };
    let mut own = headings.get(column).into_iter().flat_map(names).filter(|name| !name.is_empty());
    own.find(|name| so_called(name) == 1).unwrap_or_else(|| match letters(column) {
        letters if so_called(&letters) == 0 => letters,
        _ => (column + 1).to_string(),
    })
}

/// The field of a heading, with what stands above it where it covers several columns, and whether that is certain.
fn of_heading(heading: &ColumnHeading) -> Option<(&'static Field, bool)> {
    let with_group = heading.full.as_deref().and_then(|full| Some((full, full.strip_suffix(&heading.own)?)));
    let Some((full, group)) = with_group else {
        let field = probable_field(&heading.own)?;
        return Some((field, certain_field(&heading.own) == Some(field)));
    };
    match field_of_heading(full) {
        Some(field) => Some((field, true)),
        None => probable_field_below(group.trim_end_matches(" / "), &heading.own).map(|field| (field, false)),
    }
}

/// The running number of another program is no id by which people know an entry.
fn is_foreign_id(field: &Field, samples: &[String]) -> bool {
    let is_number = |sample: &String| sample.trim().bytes().all(|byte| byte.is_ascii_digit());
    field.key == "id" && field.section.is_empty() && samples.iter().all(is_number)
}

/// The one of the two fields of which more words are known, and whether none of the other one is.
fn category_or_types(category: &'static Field, samples: &[String], matcher: &Matcher) -> (&'static Field, bool) {
    let known = |field: &'static Field| {
        let words = words(samples, separators(field), field, matcher);
        words.iter().filter(|(_, found)| matches!(found, ValueMatch::One(_))).count()
    };
    let of_category = known(category);
    let types = Field::named("types").map(|types| (types, known(types)));
    match types.filter(|(_, of_types)| *of_types > of_category) {
        Some((types, _)) => (types, of_category == 0),
        None => (category, types.is_none_or(|(_, of_types)| of_types == 0) && of_category > 0),
    }
}

fn samples(table: &Table, last: usize, column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in table.rows.iter().filter(|row| row.number > last) {
        let cell = row.cell(column);
        if !cell.is_blank() && samples.len() < MAX_SAMPLES && !samples.contains(&cell.shown()) {
            samples.push(cell.shown());
        }
    }
    samples
}

impl ColumnGuess {
    /// True for a column that nobody needs in the catalogue.
    pub(crate) fn is_not_needed(&self) -> bool {
        let heading = letters_and_digits(&self.place.heading);
        self.field.is_none() && NOT_NEEDED.iter().any(|known| letters_and_digits(known) == heading)
    }

    fn refine(&mut self, field: &'static Field, fields: &[&'static Field], matcher: &Matcher, today: Date) {
        let listed = matches!(field.shape, Shape::References(_) | Shape::Choices(_));
        let one = matches!(field.shape, Shape::Reference(_) | Shape::Choice(_));
        if listed || one {
            self.separators = listed.then(|| self.best_separators(field, matcher)).flatten();
            let own = self.separators.clone().unwrap_or_else(|| separators(field).to_vec());
            self.words = words(&self.samples, if listed { &own } else { &[] }, field, matcher);
        }
        self.patterns = forms::of(&self.samples, field, fields, today);
    }

    /// The separators with which most words are known; commas and strokes may belong to names as well.
    fn best_separators(&self, field: &'static Field, matcher: &Matcher) -> Option<Vec<&'static str>> {
        let tried: [&[&'static str]; 5] = [
            separators(field),
            &["\n", ";", ","],
            &["\n", ";", ",", "/"],
            &["\n", ";", ",", "/", "+", " und ", " u. "],
            &["\n", ";", ",", "/", "&"],
        ];
        let share = |own: &[&'static str]| {
            let words = words(&self.samples, own, field, matcher);
            let known = words.iter().filter(|(_, found)| matches!(found, ValueMatch::One(_))).count();
            let near = words
                .iter()
                .filter(|(_, found)| matches!(found, ValueMatch::None(Some(_)) | ValueMatch::Several(_)))
                .count();
            (known * 1_000 + near * 500) / words.len().max(1)
        };
        let plain = share(tried[0]);
        let best = tried.iter().skip(1).rev().max_by_key(|own| share(own))?;
        let several = self.samples.iter().any(|sample| sample.contains([',', '/', '+', '&']));
        (several && share(best) >= plain).then(|| best.to_vec())
    }
}

fn words(
    samples: &[String],
    separators: &[&str],
    field: &'static Field,
    matcher: &Matcher,
) -> Vec<(String, ValueMatch)> {
    let mut words: Vec<(String, ValueMatch)> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for sample in samples {
        for part in split(sample, separators) {
            if part.chars().count() <= LONGEST_WORD
                && known.insert(spelling(part))
                && let Some(found) = matcher.find(field, part)
            {
                let found = match found {
                    ValueMatch::None(near) => ValueMatch::None(probably(field, part, matcher).or(near)),
                    found => found,
                };
                words.push((part.to_owned(), found));
            }
        }
    }
    words
}

/// What offices usually mean by a word, else the only value that has a word in common with it.
fn probably(field: &Field, part: &str, matcher: &Matcher) -> Option<Near> {
    let usual = match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => list.likely_code(part),
        _ => None,
    };
    if let Some(code) = usual {
        let label = matcher.codes(field).into_iter().find(|(known, _)| *known == code).map(|(_, label)| label);
        return Some(Near { code: code.to_owned(), name: label.unwrap_or(code).to_owned() });
    }
    let mut candidates = matcher.candidates(field, part);
    if candidates.len() == 1 { candidates.pop() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_are_called_the_same_go_by_their_letters() {
        let heading = |own: &str, full: Option<&str>| ColumnHeading { own: own.into(), full: full.map(Into::into) };
        let headings = [
            heading("Name", Some("Träger / Name")),
            heading("Name", Some("Kontakt / Name")),
            heading("Bemerkung", None),
            heading("bemerkung", None),
            heading("Ort", Some("Kontakt / Ort")),
            heading("Stand", Some("Plätze / Stand")),
            heading("Stand", Some("Plätze / Stand")),
            heading("C", None),
            heading("", None),
        ];
        let names: Vec<String> = (0..headings.len()).map(|column| name_of(&headings, column)).collect();
        assert_eq!(names, ["Träger / Name", "Kontakt / Name", "3", "D", "Ort", "F", "G", "C", "I"]);
    }
}
