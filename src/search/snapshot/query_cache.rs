//! The last lines that were asked for, with their matches: a key that only moves asks for the same line again.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::search::{Matches, Query};

/// Documents that all remembered lines may cover together; one of them takes some 12 bytes of memory.
const MAX_CACHED_DOCS: usize = 800_000;
/// Lines that are remembered at most.
const MAX_CACHED_LINES: usize = 8;

/// A line, taken apart, with its matches.
pub(super) struct EvaluatedQuery {
    pub query: Query,
    pub matches: Matches,
}

/// The last lines, the latest first.
pub(super) struct QueryCache {
    lines: Mutex<VecDeque<(String, Arc<EvaluatedQuery>)>>,
    most: usize,
}

impl QueryCache {
    /// For an index of so many documents.
    pub(super) fn new(docs: usize) -> Self {
        let most = (MAX_CACHED_DOCS / docs.max(1)).clamp(1, MAX_CACHED_LINES);
        Self { lines: Mutex::default(), most }
    }

    pub(super) fn get(&self, line: &str) -> Option<Arc<EvaluatedQuery>> {
        let mut lines = self.lines();
        let known = lines.iter().position(|(known, _)| known == line)?;
        // Asked again: the last to be forgotten.
        let entry = lines.remove(known)?;
        let found = entry.1.clone();
        lines.push_front(entry);
        Some(found)
    }

    pub(super) fn put(&self, line: &str, evaluated: Arc<EvaluatedQuery>) {
        let mut lines = self.lines();
        lines.push_front((line.to_owned(), evaluated));
        lines.truncate(self.most);
    }

    /// A poisoned lock only means that somebody else's search failed; what is remembered is still true.
    fn lines(&self) -> MutexGuard<'_, VecDeque<(String, Arc<EvaluatedQuery>)>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
