//! Whether the documents of an index are stored under their own keys and can be found.

use rustc_hash::FxHashMap;
use tantivy::{
    DocSet as _, SegmentReader, TantivyDocument, Term,
    query::{EnableScoring, Query as _, TermQuery},
    schema::IndexRecordOption,
};

use super::{STORE_BLOCKS, Snapshot, bytes};
use crate::{
    catalogue::Record,
    german::Analyser,
    search::{Doc, ResultRow, SearchError, Whole, for_each_doc, index::key, whole_key},
};

impl Snapshot {
    /// The [`key`] of each thing, as what is stored of it says. [`SearchError::Misfit`] when one is stored under another key
    /// than its own, or its row and its record are of different things.
    pub(in crate::search) fn stored_keys(&self) -> Result<Vec<String>, SearchError> {
        let mut keys = Vec::new();
        for segment in self.searcher.segment_readers() {
            let store = segment.get_store_reader(STORE_BLOCKS)?;
            let mut of_doc = FxHashMap::default();
            // Deleted documents are passed over, and their numbers as well.
            let alive = (0..segment.max_doc()).filter(|doc| !segment.is_deleted(*doc));
            for (doc, document) in alive.zip(store.iter::<TantivyDocument>(segment.alive_bitset())) {
                let document = document?;
                let row: ResultRow = postcard::from_bytes(bytes(&document, self.fields.row)?)?;
                let record: Record = postcard::from_bytes(bytes(&document, self.fields.record)?)?;
                if (row.kind, &row.id) != (record.kind(), record.id()) {
                    return Err(SearchError::Misfit);
                }
                of_doc.insert(doc, key(row.kind, &row.id));
            }
            self.compare_keys(segment, &of_doc)?;
            keys.extend(of_doc.into_values());
        }
        Ok(keys)
    }

    /// Every document is found under its key, and under no other.
    fn compare_keys(&self, segment: &SegmentReader, of_doc: &FxHashMap<Doc, String>) -> Result<(), SearchError> {
        let inverted = segment.inverted_index(self.fields.key)?;
        let mut terms = inverted.terms().stream()?;
        let (mut found, mut has_others) = (0, false);
        while let Some((term, info)) = terms.next() {
            for_each_doc(&inverted, info, |doc| match of_doc.get(&doc) {
                Some(key) if key.as_bytes() == term => found += 1,
                Some(_) => has_others = true,
                None => {}
            })?;
        }
        if found == of_doc.len() && !has_others { Ok(()) } else { Err(SearchError::Misfit) }
    }

    /// Asks for a thing by its whole title. A title of small words only is no question.
    pub(in crate::search) fn finds_by_title(&self, record: &Record) -> Result<bool, SearchError> {
        let key = whole_key(&Analyser::with(self.language.lexicon.clone()).tokens(record.title()));
        let Some(address) = self.find(record.kind(), record.id())? else { return Ok(false) };
        if key.is_empty() {
            return Ok(true);
        }
        let term = Term::from_field_text(self.fields.whole, &Whole::Name.term(&key));
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut hits = weight.scorer(self.searcher.segment_reader(address.segment_ord), 1.0)?;
        let wanted = address.doc_id;
        Ok(hits.doc() == wanted || hits.doc() < wanted && hits.seek(wanted) == wanted)
    }
}
