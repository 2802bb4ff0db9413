//! The legend of a table: what each column means and what may stand in it.

use crate::{
    catalogue::{Field, Need, Shape},
    exchange::{Cells, cell::SEPARATOR, export::ExportInput, field_name},
    locale::Texts,
};

/// Keys of the headings, and widths in characters.
pub(super) const COLUMNS: [(&str, u16); 5] = [
    ("export-legend-heading", 28),
    ("export-legend-field", 26),
    ("export-legend-need", 14),
    ("export-legend-meaning", 70),
    ("export-legend-values", 60),
];

/// Most values that are listed, and most bytes of them; an office may have thousands of providers, and a cell has an end.
const LISTED: usize = 200;
const LONGEST: usize = 20_000;

/// The cells of one field, in the order of [`COLUMNS`].
pub(super) fn row(field: &'static Field, input: &ExportInput<'_>, cells: &Cells) -> [String; 5] {
    let texts = input.texts;
    let meaning = texts.get(&format!("{}-help", field.text_key())).into_owned();
    [field_name(field, texts), field.name(), need(field, texts), meaning, values(field, input, cells)]
}

fn need(field: &Field, texts: &Texts) -> String {
    texts
        .get(match field.need {
            Need::Required => "export-need-required",
            Need::Wanted => "export-need-wanted",
            Need::Optional => "export-need-optional",
        })
        .into_owned()
}

fn values(field: &Field, input: &ExportInput<'_>, cells: &Cells) -> String {
    let texts = input.texts;
    let codes = || match field.shape {
        Shape::Reference(reference) | Shape::References(reference) => {
            reference.options(input.register).into_iter().map(|(id, _)| id.to_owned()).collect()
        }
        Shape::Choice(list) | Shape::Choices(list) => list.codes().into_iter().map(str::to_owned).collect(),
        _ => Vec::<String>::new(),
    };
    match field.shape {
        Shape::Slug => texts.get("export-shape-slug").into_owned(),
        Shape::Line => texts.get("export-shape-line").into_owned(),
        Shape::Paragraphs => texts.get("export-shape-paragraphs").into_owned(),
        Shape::Lines => texts.get("export-shape-lines").into_owned(),
        Shape::Number(most) => texts.with("export-shape-number", &[("most", most.into())]),
        Shape::Date => texts.get("export-shape-date").into_owned(),
        Shape::Dates => texts.with("export-shape-dates", &[("separator", SEPARATOR.trim().into())]),
        Shape::Reference(_) | Shape::Choice(_) => list(&texts.get("export-shape-one"), field, &codes(), cells, texts),
        Shape::References(_) | Shape::Choices(_) => {
            let several = texts.with("export-shape-several", &[("separator", SEPARATOR.trim().into())]);
            list(&several, field, &codes(), cells, texts)
        }
    }
}

/// What may stand there, one below the other, with the id where the words are others.
fn list(intro: &str, field: &Field, codes: &[String], cells: &Cells, texts: &Texts) -> String {
    let mut lines = vec![intro.to_owned()];
    let mut room = LONGEST;
    for code in codes.iter().take(LISTED) {
        let word = cells.word(field, code);
        let line = if word == code { code.clone() } else { format!("{word} ({code})") };
        let Some(left) = room.checked_sub(line.len()) else { break };
        room = left;
        lines.push(line);
    }
    let more = codes.len() + 1 - lines.len();
    if more > 0 {
        lines.push(texts.with("export-shape-more", &[("count", more.into())]));
    }
    lines.join("\n")
}
