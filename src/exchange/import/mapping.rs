//! What the columns of a table mean: the mapping file, as the rest of the import knows it.

pub(super) mod code;
pub(super) mod pattern;
pub(super) mod read;
mod targets;

use std::collections::HashMap;

use self::pattern::Pattern;
use super::DateFormat;
use crate::{
    catalogue::{FIELDS, Field, Location, Shape, Value},
    exchange::spelling,
};

/// What the columns of a table mean.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// The sheet of a workbook; without it the first one.
    pub sheet: Option<String>,
    /// The rows of the headings, from 1; of several the upper ones are the groups of those below. Without any, columns
    /// are known by their letters only.
    pub header_rows: Vec<usize>,
    /// Rows that are passed over.
    pub skip_rows: Vec<usize>,
    /// Rows are passed over as well when this column holds one of these words.
    pub skip_where: Vec<(ColumnName, Vec<String>)>,
    /// The field by which a row finds its entry; `None` for the first of id, measure number and title that has a column.
    pub key: Option<&'static Field>,
    /// The field from which the id of a new entry is made, where no column holds it; else the title.
    pub id_from: Option<&'static Field>,
    /// What counts as an empty cell, as words are compared.
    pub blank: Vec<String>,
    /// True when an empty cell takes the value out of the entry.
    pub empty_clears: bool,
    /// How days are written, besides `11.1.2027`, `11.1.27` and `2027-01-11`.
    pub date_formats: Vec<DateFormat>,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnRule>,
    /// Columns that nobody needs.
    pub ignore: Vec<ColumnName>,
    /// Fields whose values are taken together where several rows are one entry.
    pub join: Vec<&'static Field>,
    /// What words mean, by field and by the words as they are compared.
    pub values: HashMap<(usize, String), Meaning>,
    /// Fields with the same value in every row.
    pub fixed: Vec<(&'static Field, Option<Value>)>,
    /// Values of new entries for which the table has none.
    pub new: Vec<(&'static Field, Option<Value>)>,
}

/// A column as the mapping names it.
#[derive(Clone, Debug)]
pub struct ColumnName {
    /// The heading, or letters or a number.
    pub name: String,
    /// Where it stands in the mapping; `None` when Lotse has chosen it.
    pub place: Option<Location>,
}

impl ColumnName {
    pub(super) fn new(name: &str, place: Option<Location>) -> Self {
        Self { name: name.to_owned(), place }
    }
}

/// By what a row may find its entry, best first.
pub(super) const KEYS: [&str; 3] = ["id", "measure_number", "title"];

/// What is done with a column.
#[derive(Clone, Debug)]
pub struct ColumnRule {
    /// Which one.
    pub name: ColumnName,
    /// What its cells may look like; the first that fits counts.
    pub patterns: Vec<Pattern>,
    /// What separates several values; `None` for what a field has by itself.
    pub separators: Option<Vec<String>>,
}

/// What words of a cell stand for.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A value, or nothing at all.
    Value(Option<Value>),
    /// Not filled in yet.
    Open,
}

impl Mapping {
    /// What words of a field mean, if the mapping has them.
    pub fn meaning(&self, field: &Field, words: &str) -> Option<&Meaning> {
        if self.values.is_empty() {
            return None;
        }
        self.values.get(&(field.position(), spelling(words)))
    }

    /// True for words that stand for nothing.
    pub fn is_blank(&self, words: &str) -> bool {
        words.trim().is_empty() || !self.blank.is_empty() && self.blank.contains(&spelling(words))
    }
}

impl ColumnRule {
    /// A column that is one field, whole.
    pub fn of(name: &str, field: &'static Field) -> Self {
        Self { name: ColumnName::new(name, None), patterns: vec![Pattern::whole(field)], separators: None }
    }
}

/// What separates the values of a field by itself: those of a vocabulary never hold a semicolon, texts may.
pub(super) fn separators(field: &Field) -> &'static [&'static str] {
    match field.shape {
        Shape::Lines => &["\n"],
        Shape::References(_) | Shape::Choices(_) | Shape::Dates => &["\n", ";"],
        _ => &[],
    }
}

pub(super) fn is_list(field: &Field) -> bool {
    !separators(field).is_empty()
}

/// True for a field that can hold the values of several columns or rows.
pub(super) fn holds_several(field: &Field) -> bool {
    is_list(field) || matches!(field.shape, Shape::Paragraphs)
}

/// The field of a key that only one section has.
pub(super) fn unique_field(key: &str) -> Option<&'static Field> {
    let mut fields = FIELDS.iter().filter(|field| field.key == key);
    fields.next().filter(|_| fields.next().is_none())
}
