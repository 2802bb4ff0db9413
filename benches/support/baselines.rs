//! Two engines without German, as yardsticks: SQLite FTS5, and plain tantivy with the Snowball stemmer.

use lotse::catalogue::{Measure, Named, Register};
use rusqlite::{Connection, params};
use tantivy::{
    Index, IndexReader, TantivyDocument,
    collector::TopDocs,
    query::QueryParser,
    schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _},
    tokenizer::{SimpleTokenizer, TextAnalyzer, Token, TokenFilter, TokenStream, Tokenizer},
};

/// The texts of an entry.
pub(crate) struct EntryTexts {
    pub title: String,
    /// Its other names.
    pub names: Vec<String>,
    pub summary: String,
    pub content: Vec<String>,
    /// Legal bases, target groups, types, places and provider by all their names.
    pub labels: Vec<String>,
}

impl EntryTexts {
    pub(crate) fn new(measure: &Measure, register: &Register) -> Self {
        let names = measure.short.iter().chain(&measure.aliases);
        let content =
            [&measure.content, &measure.admission, &measure.exclusion, &measure.access_route, &measure.legal_note];
        Self {
            title: measure.title.to_string(),
            names: names.map(ToString::to_string).collect(),
            summary: measure.summary.to_string(),
            content: content.into_iter().flatten().map(ToString::to_string).collect(),
            labels: labels(measure, register),
        }
    }

    /// Its names, and everything else.
    fn two(self) -> (String, String) {
        let names = std::iter::once(self.title).chain(self.names).collect::<Vec<_>>();
        let body = std::iter::once(self.summary).chain(self.content).chain(self.labels).collect::<Vec<_>>();
        (names.join("\n"), body.join("\n"))
    }
}

fn labels(measure: &Measure, register: &Register) -> Vec<String> {
    let mut labels = Vec::new();
    for id in &measure.legal_bases {
        labels.extend(register.legal_bases.get(id).map(|law| format!("{} {}", law.citation, law.label)));
        labels.extend(register.legal_bases.get(id).and_then(|law| law.short.as_ref()).map(ToString::to_string));
    }
    let groups = measure.target_groups.iter().filter_map(|id| register.target_groups.get(id));
    for term in groups.chain(measure.types.iter().filter_map(|id| register.measure_types.get(id))) {
        labels.push(term.label().to_string());
        labels.extend(term.other_names().iter().map(ToString::to_string));
    }
    labels.extend(measure.places.iter().map(|id| register.places.label(id).to_owned()));
    labels.push(register.providers.label(&measure.provider).to_owned());
    labels
}

/// SQLite FTS5 with `unicode61 remove_diacritics`, a prefix on the last word, bm25; all words, then any.
pub(crate) struct Fts5 {
    connection: Connection,
}

impl Fts5 {
    pub(crate) fn new(register: &Register, measures: &[Measure]) -> rusqlite::Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, names, body, tokenize = 'unicode61 remove_diacritics 2')",
        )?;
        for measure in measures {
            let (names, body) = EntryTexts::new(measure, register).two();
            connection.execute("INSERT INTO entries VALUES (?, ?, ?)", params![measure.id.to_string(), names, body])?;
        }
        Ok(Self { connection })
    }

    pub(crate) fn search(&self, query: &str) -> Vec<String> {
        let words: Vec<&str> = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let Some((last, before)) = words.split_last() else { return Vec::new() };
        let mut terms: Vec<String> = before.iter().map(|word| format!("\"{word}\"")).collect();
        terms.push(format!("\"{last}\" *"));
        let all = self.ask(&terms.join(" AND "));
        if all.is_empty() { self.ask(&terms.join(" OR ")) } else { all }
    }

    fn ask(&self, expression: &str) -> Vec<String> {
        let sql = "SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 3, 1) LIMIT 10";
        let mut statement = self.connection.prepare(sql).expect("a statement");
        let rows = statement.query_map([expression], |row| row.get(0)).expect("an answer");
        rows.filter_map(Result::ok).collect()
    }
}

/// tantivy with its own query parser and ranking over stemmed words.
pub(crate) struct Stemmed {
    reader: IndexReader,
    parser: QueryParser,
    id: Field,
}

impl Stemmed {
    pub(crate) fn new(register: &Register, measures: &[Measure]) -> tantivy::Result<Self> {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("german")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let names = schema.add_text_field("names", TextOptions::default().set_indexing_options(indexing.clone()));
        let body = schema.add_text_field("body", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("german", TextAnalyzer::builder(SimpleTokenizer::default()).filter(Stem).build());
        let mut writer = index.writer_with_num_threads(1, 20_000_000)?;
        for measure in measures {
            let (name_text, body_text) = EntryTexts::new(measure, register).two();
            let mut document = TantivyDocument::default();
            document.add_text(id, measure.id.to_string());
            document.add_text(names, name_text);
            document.add_text(body, body_text);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let mut parser = QueryParser::for_index(&index, vec![names, body]);
        parser.set_field_boost(names, 3.0);
        Ok(Self { reader: index.reader()?, parser, id })
    }

    pub(crate) fn search(&self, query: &str) -> Vec<String> {
        let searcher = self.reader.searcher();
        let (query, _) = self.parser.parse_query_lenient(query);
        let hits = searcher.search(&query, &TopDocs::with_limit(10).order_by_score()).expect("an answer");
        let id = |address| {
            let document: TantivyDocument = searcher.doc(address).ok()?;
            Some(document.get_first(self.id)?.as_str()?.to_owned())
        };
        hits.into_iter().filter_map(|(_, address)| id(address)).collect()
    }
}

/// Lower case and the German Snowball stemmer.
#[derive(Clone)]
struct Stem;

#[derive(Clone)]
struct Stemming<T> {
    inner: T,
}

struct StemStream<T> {
    tail: T,
    stemmer: frostem::Stemmer,
}

impl TokenFilter for Stem {
    type Tokenizer<T: Tokenizer> = Stemming<T>;

    fn transform<T: Tokenizer>(self, inner: T) -> Stemming<T> {
        Stemming { inner }
    }
}

impl<T: Tokenizer> Tokenizer for Stemming<T> {
    type TokenStream<'a> = StemStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        let stemmer = frostem::Stemmer::new(frostem::Algorithm::German);
        StemStream { tail: self.inner.token_stream(text), stemmer }
    }
}

impl<T: TokenStream> TokenStream for StemStream<T> {
    fn advance(&mut self) -> bool {
        if !self.tail.advance() {
            return false;
        }
        let lower = self.tail.token().text.to_lowercase();
        self.tail.token_mut().text = self.stemmer.stem(&lower).into_owned();
        true
    }

    fn token(&self) -> &Token {
        self.tail.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tail.token_mut()
    }
}
