//! The tantivy schema: which fields an index has, how they are tokenised, and what identifies them.

use jiff::{
    Span,
    civil::{Date, date},
};
use tantivy::{
    Index,
    schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer},
};

use super::Part;

/// Raised with every change of the schema or of what the index stores, except for the fields of an entry and the filters:
/// what is declared of them counts by itself.
const VERSION: u32 = 6;

/// The two tantivy fields of a [`Part`].
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct PartFields {
    /// Folded words as they stand, with positions for phrases.
    pub exact: Field,
    /// Other forms of the words, each with a leading mark ([`super::term`]).
    pub forms: Field,
}

/// All fields.
#[derive(Clone, Debug)]
pub(in crate::search) struct Fields {
    pub schema: Schema,
    /// `<kind>:<id>`: what an update deletes by.
    pub key: Field,
    /// File the document came from.
    pub file: Field,
    /// In the order of [`Part::ALL`].
    parts: [PartFields; 6],
    /// Whole folded titles, abbreviations and aliases.
    pub whole: Field,
    /// `<facet>\0<value>`.
    pub facet: Field,
    /// Title for sorting (fast).
    pub title: Field,
    /// Free places (fast).
    pub free: Field,
    /// Day of the confirmation, days since 1970 (fast).
    pub confirmed: Field,
    /// All places (fast), where somebody says.
    pub places: Field,
    /// People on the waiting list (fast), where somebody says.
    pub waiting: Field,
    /// Day of the free places, days since 1970 (fast), where there is one.
    pub as_of: Field,
    /// Last day of the period, days since 1970 (fast), where there is one.
    pub until: Field,
    /// What a row of the list shows (stored).
    pub row: Field,
    /// The whole entry (stored).
    pub record: Field,
}

// The names of the fast fields: what is in each says [`Fields`].
pub(in crate::search) const TITLE: &str = "title";
pub(in crate::search) const FREE: &str = "free";
pub(in crate::search) const CONFIRMED: &str = "confirmed";
pub(in crate::search) const PLACES: &str = "places";
pub(in crate::search) const WAITING: &str = "waiting";
pub(in crate::search) const AS_OF: &str = "as_of";
pub(in crate::search) const UNTIL: &str = "until";

const EPOCH: Date = date(1970, 1, 1);

const LINES: &str = "lines";

impl Fields {
    pub(in crate::search) fn new() -> Self {
        let mut schema = Schema::builder();
        let text = |record| {
            // No norms: the length of a text is part of the mark of a stem.
            let indexing = TextFieldIndexing::default().set_tokenizer(LINES).set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing.set_index_option(record))
        };
        Self {
            key: schema.add_text_field("key", STRING),
            file: schema.add_text_field("file", STRING),
            parts: Part::ALL.map(|part| PartFields {
                exact: schema.add_text_field(part.code(), text(IndexRecordOption::WithFreqsAndPositions)),
                forms: schema.add_text_field(&format!("{}_forms", part.code()), text(IndexRecordOption::Basic)),
            }),
            whole: schema.add_text_field("whole", text(IndexRecordOption::Basic)),
            facet: schema.add_text_field("facet", text(IndexRecordOption::Basic)),
            title: schema.add_text_field(TITLE, TextOptions::default().set_fast("raw")),
            free: schema.add_u64_field(FREE, FAST),
            confirmed: schema.add_i64_field(CONFIRMED, FAST),
            places: schema.add_u64_field(PLACES, FAST),
            waiting: schema.add_u64_field(WAITING, FAST),
            as_of: schema.add_i64_field(AS_OF, FAST),
            until: schema.add_i64_field(UNTIL, FAST),
            row: schema.add_bytes_field("row", STORED),
            record: schema.add_bytes_field("record", STORED),
            // Last, when all fields are in it: fields are evaluated in the order in which they stand here.
            schema: schema.build(),
        }
    }

    pub(in crate::search) fn part(&self, part: Part) -> PartFields {
        let [name, alias, legal, label, summary, body] = self.parts;
        match part {
            Part::Name => name,
            Part::Alias => alias,
            Part::Legal => legal,
            Part::Label => label,
            Part::Summary => summary,
            Part::Body => body,
        }
    }
}

/// A day as fast fields hold it: days since 1970-01-01.
pub(in crate::search) fn epoch_days(day: Date) -> i64 {
    day.since(EPOCH).map_or(0, |span| i64::from(span.get_days()))
}

/// The day that a fast field holds; `None` for what is no day.
pub(in crate::search) fn date_of(epoch_days: i64) -> Option<Date> {
    EPOCH.checked_add(Span::new().try_days(epoch_days).ok()?).ok()
}

/// Tells `index` how text fields are tokenised: the terms come ready, one on each line.
pub(in crate::search) fn register_tokenizer(index: &Index) {
    index.tokenizers().register(LINES, TextAnalyzer::from(Lines::default()));
}

/// What an index must have been built with to be usable: schema, analysis, tantivy.
pub(in crate::search) fn fingerprint() -> String {
    format!(
        "schema {VERSION}; tantivy {}; lotse {}; {}",
        tantivy::version_string(),
        env!("CARGO_PKG_VERSION"),
        crate::german::fingerprint()
    )
}

/// Splits at line breaks. Analysis happens before tantivy sees the text, so that it lives in a module of its own.
#[derive(Clone, Default)]
struct Lines {
    token: Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LineStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LineStream<'a> {
        self.token.reset();
        LineStream { text, token: &mut self.token }
    }
}

struct LineStream<'a> {
    text: &'a str,
    token: &'a mut Token,
}

impl TokenStream for LineStream<'_> {
    fn advance(&mut self) -> bool {
        if self.text.is_empty() {
            return false;
        }
        let (line, rest) = self.text.split_once('\n').unwrap_or((self.text, ""));
        self.token.offset_from = 0;
        self.token.offset_to = line.len();
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(line);
        self.text = rest;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
