//! Remembers the matches of the last lines: whoever moves through the hits or takes a letter back asks again what has
//! just been answered.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{query::parse::Query, rank::evaluate::Matches};

/// Documents that all remembered lines may cover together; one of them takes some 12 bytes of memory.
const MOST_DOCS: usize = 800_000;
/// Lines that are remembered at most.
const MOST_LINES: usize = 8;

/// A line, taken apart, with its matches.
pub(in crate::search) struct Asked {
    pub query: Query,
    pub matches: Matches,
}

/// The last lines, the latest first.
pub(in crate::search) struct RecentQueries {
    lines: Mutex<VecDeque<(String, Arc<Asked>)>>,
    most: usize,
}

impl RecentQueries {
    /// For an index of so many documents.
    pub(in crate::search) fn new(docs: usize) -> Self {
        let most = (MOST_DOCS / docs.max(1)).clamp(1, MOST_LINES);
        Self { lines: Mutex::default(), most }
    }

    pub(in crate::search) fn get(&self, line: &str) -> Option<Arc<Asked>> {
        let mut lines = self.lines();
        let known = lines.iter().position(|(known, _)| known == line)?;
        // Asked again: the last to be forgotten.
        let entry = lines.remove(known)?;
        let asked = entry.1.clone();
        lines.push_front(entry);
        Some(asked)
    }

    pub(in crate::search) fn put(&self, line: &str, asked: Arc<Asked>) {
        let mut lines = self.lines();
        lines.push_front((line.to_owned(), asked));
        lines.truncate(self.most);
    }

    /// A poisoned lock only means that somebody else's search failed; what is remembered is still true.
    fn lines(&self) -> MutexGuard<'_, VecDeque<(String, Arc<Asked>)>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
