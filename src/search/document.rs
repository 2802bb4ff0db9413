//! Turns a record into a tantivy document: words by part, values by column, what is stored.

use std::{borrow::Cow, fmt::Write as _};

use jiff::civil::date;
use rustc_hash::FxHashSet;
use tantivy::TantivyDocument;

use super::{
    SearchError,
    facet::{self, Column},
    form::{self, Form},
    parts::parts,
    row::Row,
    schema::{Fields, Part},
};
use crate::{
    catalogue::{Kind, Record, Register},
    german::{self, Analyser, Token},
    locale::{Lang, Texts},
};

/// Writes documents; keeps its buffers and the memory of words it has analysed.
pub(super) struct DocumentWriter<'a> {
    fields: &'a Fields,
    register: &'a Register,
    /// Labels of closed lists as people type them. Entries are German whatever language the screen speaks.
    texts: Texts,
    analyser: Analyser,
    seen: FxHashSet<String>,
}

/// Titles are sorted by their letters; the id behind them makes the order of equal ones the same in every build.
fn sort_key(record: &Record) -> String {
    let folded = german::fold(record.title());
    format!("{}\0{}", folded.trim_start_matches(|c: char| !c.is_alphanumeric()), record.id())
}

/// The key under which a record is replaced and deleted.
pub(super) fn key(kind: Kind, id: &str) -> String {
    format!("{}:{id}", kind.code())
}

impl<'a> DocumentWriter<'a> {
    pub(super) fn new(fields: &'a Fields, register: &'a Register) -> Self {
        let seen = FxHashSet::default();
        Self { fields, register, texts: Texts::new(Lang::De), analyser: Analyser::new(), seen }
    }

    /// The document of a record that came from `file` (empty for what comes from the register).
    pub(super) fn document(&mut self, record: &Record, file: &str) -> Result<TantivyDocument, SearchError> {
        let fields = self.fields;
        let mut document = TantivyDocument::default();
        document.add_text(fields.key, key(record.kind(), record.id()));
        document.add_text(fields.file, file);
        document.add_text(fields.title, sort_key(record));
        document.add_bytes(fields.row, &postcard::to_stdvec(&Row::of(record))?);
        document.add_bytes(fields.record, &postcard::to_stdvec(record)?);
        for (part, texts) in parts(record, self.register, &self.texts) {
            words(fields, part, &texts, &mut self.analyser, &mut self.seen, &mut document);
        }
        document.add_text(fields.whole, self.whole_names(record));
        document.add_text(fields.facet, self.facets(record));
        if let Record::Measure(measure) = record {
            document.add_u64(fields.free, measure.capacity.free.unwrap_or(0).into());
            document.add_i64(fields.confirmed, days(measure.confirmed.on));
        }
        Ok(document)
    }

    /// One line for each name: a query that equals a whole name must find it first.
    fn whole_names(&mut self, record: &Record) -> String {
        let aliases = record.measure().map(|m| m.short.iter().chain(&m.aliases)).into_iter().flatten();
        let mut lines = String::new();
        for name in std::iter::once(record.title()).chain(aliases) {
            let _ = writeln!(lines, "{}", whole(&mut self.analyser, name));
        }
        lines
    }

    fn facets(&self, record: &Record) -> String {
        let mut lines = String::new();
        let mut add = |column: Column, value: &str| {
            let _ = writeln!(lines, "{}\0{value}", column.name());
        };
        match record {
            Record::Measure(measure) => {
                facet::values(measure, self.register).iter().for_each(|(column, value)| add(*column, value));
            }
            other => add(Column::Kind, other.kind().code()),
        }
        lines
    }
}

/// Adds the words of one part: as they stand, and in their other forms.
fn words(
    fields: &Fields,
    part: Part,
    texts: &[Cow<'_, str>],
    analyser: &mut Analyser,
    seen: &mut FxHashSet<String>,
    document: &mut TantivyDocument,
) {
    let (mut exact, mut forms) = (String::new(), String::new());
    seen.clear();
    for text in texts {
        for token in analyser.tokens(text) {
            exact.push_str(&token.surface);
            exact.push('\n');
            if seen.insert(token.surface.clone()) {
                push_forms(&token, part, &mut forms);
            }
        }
        // A gap, so that no phrase runs from one text into the next.
        exact.push_str("\u{0}\n");
    }
    let fields = fields.part(part);
    document.add_text(fields.exact, exact);
    document.add_text(fields.forms, forms);
}

fn push_forms(token: &Token, part: Part, forms: &mut String) {
    let shortest = if matches!(part, Part::Summary | Part::Body) { form::BODY_PREFIX } else { 1 };
    let mut add = |form: Form, text: &str| {
        form.push(forms, text);
        forms.push('\n');
    };
    token.stem.iter().for_each(|stem| add(Form::Stem, stem));
    token.joined.iter().for_each(|joined| add(Form::Joined, joined));
    form::prefixes(&token.surface, shortest).for_each(|prefix| add(Form::Prefix, prefix));
}

/// A whole text as one term: its folded words, separated by blanks.
pub(super) fn whole(analyser: &mut Analyser, text: &str) -> String {
    let surfaces: Vec<_> = analyser.tokens(text).into_iter().map(|token| token.surface).collect();
    surfaces.join(" ")
}

/// Days since 1970-01-01.
pub(super) fn days(day: jiff::civil::Date) -> i64 {
    const EPOCH: jiff::civil::Date = date(1970, 1, 1);
    day.since(EPOCH).map_or(0, |span| i64::from(span.get_days()))
}
