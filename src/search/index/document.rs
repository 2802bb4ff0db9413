//! Turns a record into a tantivy document: words by part, values by column, what is stored.

use std::{fmt::Write as _, sync::Arc};

use tantivy::TantivyDocument;

use super::terms::TermWriter;
use crate::{
    catalogue::{Kind, Record, Register},
    german::{self, Lexicon},
    locale::{Lang, Texts},
    search::{
        FacetColumn, Fields, ResultRow, SearchError, Whole, epoch_days, facet::document_values, push_whole,
        schema::parts,
    },
};

/// Writes documents; keeps its buffers and the memory of words it has analysed.
pub(super) struct DocumentWriter<'a> {
    fields: &'a Fields,
    register: &'a Register,
    /// Labels of closed lists as people type them. Entries are German whatever language the screen speaks.
    texts: Arc<Texts>,
    terms: TermWriter,
}

/// Titles are sorted by their letters; the id behind them makes the order of equal ones the same in every build.
fn sort_key(record: &Record) -> String {
    let folded = german::fold(record.title());
    format!("{}\0{}", folded.trim_start_matches(|c: char| !c.is_alphanumeric()), record.id())
}

/// The key under which a record is replaced and deleted.
pub(in crate::search) fn key(kind: Kind, id: &str) -> String {
    format!("{}:{id}", kind.code())
}

impl<'a> DocumentWriter<'a> {
    pub(in crate::search) fn new(fields: &'a Fields, register: &'a Register, lexicon: Arc<Lexicon>) -> Self {
        Self { fields, register, texts: Arc::new(Texts::new(Lang::De)), terms: TermWriter::new(lexicon) }
    }

    /// The document of a record that came from `file` (empty for what comes from the register).
    pub(in crate::search) fn document(&mut self, record: &Record, file: &str) -> Result<TantivyDocument, SearchError> {
        let fields = self.fields;
        let mut document = TantivyDocument::default();
        document.add_text(fields.key, key(record.kind(), record.id()));
        document.add_text(fields.file, file);
        document.add_text(fields.title, sort_key(record));
        document.add_bytes(fields.row, &postcard::to_stdvec(&ResultRow::of(record))?);
        document.add_bytes(fields.record, &postcard::to_stdvec(record)?);
        let mut whole = self.whole_names(record);
        let texts = self.texts.clone();
        for (part, texts) in parts(record, self.register, &texts) {
            let (exact, forms) = self.terms.of_part(part, &texts, &mut whole);
            document.add_text(fields.part(part).exact, exact);
            document.add_text(fields.part(part).forms, forms);
        }
        document.add_text(fields.whole, whole);
        document.add_text(fields.facet, self.facets(record));
        if let Record::Measure(measure) = record {
            // Sorting needs a number; that it is unknown is said by the facet.
            document.add_u64(fields.free, measure.capacity.free.unwrap_or(0).into());
            document.add_i64(fields.confirmed, epoch_days(measure.confirmed.on));
            let numbers = [(fields.places, measure.capacity.places), (fields.waiting, measure.capacity.waiting)];
            let known = numbers.into_iter().filter_map(|(field, number)| Some((field, number?)));
            known.for_each(|(field, number)| document.add_u64(field, number.into()));
            let dates = [(fields.as_of, measure.capacity.as_of), (fields.until, measure.period.until)];
            let known = dates.into_iter().filter_map(|(field, day)| Some((field, day?)));
            known.for_each(|(field, day)| document.add_i64(field, epoch_days(day)));
        }
        Ok(document)
    }

    /// One line for each name: a query that equals a whole name must find it first, one that equals a piece of it
    /// ("Arbeitsgelegenheiten (AGH)") soon after.
    fn whole_names(&mut self, record: &Record) -> String {
        let aliases = record.measure().map(|m| m.short.iter().chain(&m.aliases)).into_iter().flatten();
        let mut lines = String::new();
        for name in std::iter::once(record.title()).chain(aliases) {
            push_whole(Whole::Name, name, &mut self.terms.analyser, &mut lines);
            let pieces = name.split(['(', ')', ':', '–', '/', ',']).filter(|piece| piece.len() < name.len());
            pieces.for_each(|piece| push_whole(Whole::Piece, piece, &mut self.terms.analyser, &mut lines));
        }
        lines
    }

    fn facets(&self, record: &Record) -> String {
        let mut lines = String::new();
        let mut add = |column: FacetColumn, value: &str| {
            let _ = writeln!(lines, "{}\0{value}", column.name());
        };
        match record {
            Record::Measure(measure) => {
                document_values(measure, self.register).iter().for_each(|(column, value)| add(*column, value));
            }
            other => add(FacetColumn::Kind, other.kind().code()),
        }
        lines
    }
}
