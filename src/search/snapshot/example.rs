//! An example of what can be typed here: words that offers of this catalogue have.

use std::sync::Arc;

use crate::{
    german::Analyser,
    search::{
        BitSet, FacetColumn, FilterKey, FilterValues, Query, SearchError, Snapshot, docs_with, facet::count_values,
    },
};

/// What is shown where the catalogue has it.
const SHIPPED: &str = "agh wetzlar";
/// The most frequent types and places of which words are tried.
const TRIED: usize = 4;
/// Shorter words say little.
const TELLING: usize = 4;

impl Snapshot {
    /// Words that an offer has as they stand; `None` where there is none. Worked out once.
    pub(super) fn example(&self, analyser: &mut Analyser) -> Option<Arc<str>> {
        // A damaged index is told of by the question itself.
        self.example.get_or_init(|| self.find_example(analyser).ok().flatten().map(Arc::from)).clone()
    }

    fn find_example(&self, analyser: &mut Analyser) -> Result<Option<String>, SearchError> {
        let offers = self.current_offers();
        let types = self.frequent_words(FilterKey::Type, &offers);
        let places = self.frequent_words(FilterKey::Place, &offers);
        let both = types.iter().flat_map(|kind| places.iter().map(move |place| format!("{kind} {place}")));
        let all = std::iter::once(SHIPPED.to_owned()).chain(both).chain(types.iter().cloned()).chain(places.clone());
        for words in all {
            if self.has_all(&words, &offers, analyser)? {
                return Ok(Some(words));
            }
        }
        Ok(None)
    }

    /// The first word of each of the most frequent labels of a filter.
    fn frequent_words(&self, key: FilterKey, offers: &[BitSet]) -> Vec<String> {
        let mut counts: Vec<_> = count_values(&self.columns, FacetColumn::Filter(key), offers).into_iter().collect();
        counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let values = FilterValues::new(&self.register, &self.labels);
        let word = |(value, _): &(&str, usize)| {
            let label = values.label(key, value).to_lowercase();
            let mut words = label.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
            words.find(|word| word.chars().count() >= TELLING && word.chars().all(char::is_alphabetic))
        };
        let mut words: Vec<String> = counts.iter().filter_map(word).collect();
        let mut seen = std::collections::BTreeSet::new();
        words.retain(|word| seen.insert(word.clone()));
        words.truncate(TRIED);
        words
    }

    /// Whether one of these offers has all words, or is reached from the town that is one of them; without any list of other
    /// words.
    fn has_all(&self, words: &str, offers: &[BitSet], analyser: &mut Analyser) -> Result<bool, SearchError> {
        let query = Query::parse(&format!("{words} "), analyser);
        let segments = self.searcher.segment_readers().iter().zip(&self.columns);
        for ((segment, columns), offers) in segments.zip(offers) {
            let mut having = offers.clone();
            for word in &query.words {
                let mut docs = docs_with(segment, &self.fields, word, offers)?;
                // A town is reached from further out as well.
                for level in self.towns.outwards(&word.surface) {
                    let there = |place: &str| level.places.iter().any(|id| id.as_str() == place);
                    docs.unite(&columns.any(FacetColumn::Filter(FilterKey::Place), there));
                }
                having.intersect(&docs);
            }
            if having.count() > 0 && !query.words.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
