//! Reads which documents have a term.

use tantivy::{InvertedIndexReader, postings::TermInfo, schema::IndexRecordOption};

use crate::search::SearchError;

/// Visits the documents of a segment that have a term, deleted ones as well.
pub(in crate::search) fn for_each_doc(
    inverted: &InvertedIndexReader,
    term: &TermInfo,
    mut visit: impl FnMut(u32),
) -> Result<(), SearchError> {
    let mut postings = inverted.read_block_postings_from_terminfo(term, IndexRecordOption::Basic)?;
    while !postings.docs().is_empty() {
        postings.docs().iter().for_each(|doc| visit(*doc));
        postings.advance();
    }
    Ok(())
}
