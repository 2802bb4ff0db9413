//! Where a word of the query stands in a segment: the terms that count as a match, each with its weight.

use tantivy::{
    DocSet as _, SegmentReader, TERMINATED,
    postings::{SegmentPostings, TermInfo},
    schema::{Field, IndexRecordOption},
};

use super::{Candidate, Spelling, candidates::CandidateDocs};
use crate::{
    german,
    search::{
        AlternativeWord, Density, Doc, Fields, MatchReason, Part, STORED_PREFIX, SearchError, TermMark, Whole, Word,
    },
};

/// A stem that a word will have once it is typed to its end.
const UNFINISHED: f32 = 0.8;
/// What a word as it was typed is worth beyond its stem.
const AS_TYPED: f32 = 0.1;
/// A word that stands there as an abbreviation: "MAT" is meant, not "Material".
const ABBREVIATION: f32 = 1.25;
/// A relative of a word compared with the word itself.
const RELATIVE: f32 = 0.85;
/// One part of a typed compound instead of all of them.
const ONE_PART: f32 = 0.35;
/// A whole label compared with one that merely has the word.
const WHOLE_LABEL: f32 = 1.2;
/// Most words that one beginning may stand for; more say nothing any more.
const MAX_COMPLETIONS: usize = 4_000;
/// Names that are looked at for one beginning.
const MAX_NAMES: usize = 200;

pub(super) struct Lookup<'a> {
    pub segment: &'a SegmentReader,
    pub fields: &'a Fields,
}

impl Lookup<'_> {
    /// The word itself, joined with a neighbour, or in another form.
    pub(super) fn word(&self, word: &Word, parts: &[Part]) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in parts {
            let fields = self.fields.part(*part);
            let weight = part.weight();
            match &word.stem {
                // Small words have no other forms.
                Some(_) if german::is_stop_word(&word.surface) => {
                    found.extend(self.term(fields.exact, &word.surface, weight)?);
                }
                Some(stem) => {
                    self.stem(stem, *part, weight * MatchReason::Stem.weight(), &mut found)?;
                    let unfinished = german::unfinished_stems(&word.surface).into_iter().filter(|_| word.open);
                    for other in unfinished.filter(|other| **other != **stem) {
                        self.stem(other, *part, weight * UNFINISHED, &mut found)?;
                    }
                    let typed = self.term(fields.exact, &word.surface, weight * AS_TYPED)?;
                    found.extend(typed.map(Candidate::boost_only));
                }
                None => found.extend(self.term(fields.exact, &word.surface, weight)?),
            }
            // Looked for whatever the query's spelling: nobody types capitals in a search line.
            let abbreviation = TermMark::Abbreviation.term(&word.surface);
            found.extend(self.term(fields.forms, &abbreviation, weight * ABBREVIATION)?);
            found.extend(self.term(fields.forms, &TermMark::Joined.term(&word.surface), weight)?);
            for joined in &word.joined {
                let weight = weight * MatchReason::Joined.weight();
                found.extend(self.term(fields.exact, joined, weight)?);
                if word.open {
                    self.longer_terms(fields.exact, joined, weight * UNFINISHED, &mut found)?;
                }
            }
        }
        Ok(found)
    }

    /// Other words of its family.
    pub(super) fn relatives(&self, word: &Word) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in Part::ALL {
            for stem in &word.relatives {
                self.stem(stem, part, part.weight() * MatchReason::Stem.weight() * RELATIVE, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Compounds that have the word, or one of its family, as a part.
    pub(super) fn compounds(&self, word: &Word) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        let own = word.stem.iter().map(|stem| (&**stem, 1.0));
        let relatives = word.relatives.iter().map(|stem| (&**stem, RELATIVE));
        let unfinished = german::unfinished_stems(&word.surface).into_iter().map(|stem| (stem, 1.0));
        for (stem, factor) in own.chain(relatives).chain(unfinished.filter(|_| word.open)) {
            for part in Part::ALL {
                found.extend(self.in_compounds(stem, part, part.weight() * MatchReason::Part.weight() * factor)?);
            }
        }
        Ok(found)
    }

    /// Single parts of a compound that is not known as a whole: better than nothing.
    pub(super) fn single_parts(&self, word: &Word) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for compound_part in &*word.parts {
            let stem = &compound_part.stem;
            let word = AlternativeWord { surface: (**stem).into(), stem: Some(stem.clone()) };
            for part in Part::ALL {
                self.other_word(&word, part, part.weight() * ONE_PART, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Words, and words in compounds, that begin with `prefix`.
    pub(super) fn completions(&self, prefix: &str) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        let length = prefix.chars().count();
        for part in Part::ALL {
            let fields = self.fields.part(part);
            let weight = part.weight() * MatchReason::Prefix.weight();
            // Short beginnings are terms of their own: as a range they would be half of the dictionary.
            if length <= STORED_PREFIX {
                found.extend(self.term(fields.forms, &TermMark::Prefix.term(prefix), weight)?);
            } else {
                self.longer_terms(fields.exact, prefix, weight, &mut found)?;
            }
            if length >= STORED_PREFIX {
                let weight = weight * MatchReason::Part.weight();
                found.extend(self.in_compounds(prefix, part, weight)?);
                self.longer_terms(fields.forms, &TermMark::Part.term(prefix), weight, &mut found)?;
            }
        }
        Ok(found)
    }

    /// A word that is spelt almost like the one typed, in all its parts.
    pub(super) fn spelling(&self, spelt: &str, stem: &str) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in Part::ALL {
            let weight = part.weight() * MatchReason::Typo.weight();
            found.extend(self.term(self.fields.part(part).exact, spelt, weight)?);
            self.stem(stem, part, weight, &mut found)?;
            found.extend(self.in_compounds(stem, part, weight * MatchReason::Part.weight())?);
        }
        Ok(found)
    }

    pub(super) fn whole(&self, whole: Whole, key: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.whole, &whole.term(key), weight)
    }

    /// A whole label, which says more than one that merely has the words.
    pub(super) fn whole_label(&self, key: &str) -> Result<Option<Candidate>, SearchError> {
        self.whole(Whole::Label, key, Part::Label.weight() * WHOLE_LABEL)
    }

    /// Whole names that begin with `key`, each with its length in bytes.
    pub(super) fn names_with_prefix(&self, key: &str) -> Result<Vec<(usize, Candidate)>, SearchError> {
        let (field, prefix) = (self.fields.whole, Whole::Name.term(key));
        let mut found = Vec::new();
        self.for_each_longer(field, &prefix, |term, info| {
            let is_wanted = found.len() < MAX_NAMES;
            if is_wanted {
                found.push((term.len() - 1, Candidate::of_term(field, info.clone(), 1.0)));
            }
            is_wanted
        })?;
        Ok(found)
    }

    /// Other words instead of the typed ones: all of them in one part. One word somewhere in a long text says little
    /// about a typed one that only leads to it, so contents are searched `in_bodies` only.
    pub(super) fn alternative(
        &self,
        words: &[AlternativeWord],
        weight: f32,
        in_bodies: bool,
    ) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        match words {
            [] => {}
            [word] => {
                for part in Part::ALL.into_iter().filter(|part| in_bodies || *part != Part::Body) {
                    self.other_word(word, part, part.weight() * weight, &mut found)?;
                }
            }
            // Labels are many small texts, contents are long: words that stand there together mean little.
            several => {
                for part in [Part::Name, Part::Alias, Part::Legal, Part::Summary] {
                    let docs = self.docs_with_all(several, part)?;
                    if !docs.is_empty() {
                        let (docs, weight) = (CandidateDocs::List(docs), part.weight() * weight);
                        found.push(Candidate { docs, weight, boost_only: false });
                    }
                }
            }
        }
        Ok(found)
    }

    fn other_word(
        &self,
        word: &AlternativeWord,
        part: Part,
        weight: f32,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        match &word.stem {
            Some(stem) => {
                self.stem(stem, part, weight, found)?;
                found.extend(self.in_compounds(stem, part, weight * MatchReason::Part.weight())?);
            }
            None => found.extend(self.term(self.fields.part(part).exact, &word.surface, weight)?),
        }
        Ok(())
    }

    /// Documents that have all words in one part. The rarest decides how much is read.
    fn docs_with_all(&self, words: &[AlternativeWord], part: Part) -> Result<Vec<Doc>, SearchError> {
        let mut lists = Vec::new();
        for word in words {
            let mut found = Vec::new();
            self.other_word(word, part, 1.0, &mut found)?;
            if found.is_empty() {
                return Ok(Vec::new());
            }
            lists.push(found);
        }
        // Everything else is only looked up for the documents of the shortest list.
        lists.sort_by_key(|found| found.iter().map(Candidate::count).sum::<u32>());
        let Some((rarest, others)) = lists.split_first() else { return Ok(Vec::new()) };
        let mut docs = Vec::new();
        for candidate in rarest {
            candidate.for_each_doc(self.segment, |doc| docs.push(doc))?;
        }
        // One document may have several forms of the word.
        docs.sort_unstable();
        docs.dedup();
        for other in others {
            docs = self.intersect(docs, other)?;
        }
        Ok(docs)
    }

    /// Those of `docs` that stand in any of the candidates.
    fn intersect(&self, docs: Vec<Doc>, candidates: &[Candidate]) -> Result<Vec<Doc>, SearchError> {
        let mut lists: Vec<SegmentPostings> = Vec::new();
        for candidate in candidates {
            if let CandidateDocs::Term(field, info) = &candidate.docs {
                let inverted = self.segment.inverted_index(*field)?;
                lists.push(inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?);
            }
        }
        let mut has = |doc: Doc| lists.iter_mut().any(|list| list.doc() != TERMINATED && seek(list, doc) == doc);
        Ok(docs.into_iter().filter(|doc| has(*doc)).collect())
    }

    /// Offers all words of `parts` that begin with `prefix` to a search for the right spelling.
    pub(super) fn offer_words(&self, prefix: &str, parts: &[Part], spelling: &mut Spelling) -> Result<(), SearchError> {
        for part in parts {
            let fields = self.fields.part(*part);
            for (field, mark) in [(fields.exact, ""), (fields.forms, &*TermMark::Part.term(""))] {
                self.for_each_with_prefix(field, &format!("{mark}{prefix}"), |term, info| {
                    if let Some(word) = std::str::from_utf8(term).ok().and_then(|term| term.strip_prefix(mark)) {
                        spelling.offer(word, info.doc_freq);
                    }
                    true
                })?;
            }
        }
        Ok(())
    }

    /// A stem, in the four lists in which it may stand.
    fn stem(&self, stem: &str, part: Part, weight: f32, found: &mut Vec<Candidate>) -> Result<(), SearchError> {
        for density in Density::ALL {
            let term = TermMark::Stem(density).term(stem);
            found.extend(self.term(self.fields.part(part).forms, &term, weight * density.weight())?);
        }
        Ok(())
    }

    fn in_compounds(&self, stem: &str, part: Part, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.part(part).forms, &TermMark::Part.term(stem), weight)
    }

    fn term(&self, field: Field, term: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        let info = self.segment.inverted_index(field)?.terms().get(term.as_bytes())?;
        Ok(info.map(|info| Candidate::of_term(field, info, weight)))
    }

    fn longer_terms(
        &self,
        field: Field,
        prefix: &str,
        weight: f32,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        self.for_each_longer(field, prefix, |_, info| {
            let is_wanted = found.len() < MAX_COMPLETIONS;
            if is_wanted {
                found.push(Candidate::of_term(field, info.clone(), weight));
            }
            is_wanted
        })
    }

    /// Visits the terms that begin with `prefix` and go on, as long as `visit` wants more.
    fn for_each_longer(
        &self,
        field: Field,
        prefix: &str,
        mut visit: impl FnMut(&[u8], &TermInfo) -> bool,
    ) -> Result<(), SearchError> {
        // The term that is no longer than the prefix is the word itself, which counts as more than a completion.
        self.for_each_with_prefix(field, prefix, |term, info| term.len() == prefix.len() || visit(term, info))
    }

    /// Visits the terms that begin with `prefix`, in order, as long as `visit` wants more.
    fn for_each_with_prefix(
        &self,
        field: Field,
        prefix: &str,
        mut visit: impl FnMut(&[u8], &TermInfo) -> bool,
    ) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(field)?;
        let mut range = inverted.terms().range().ge(prefix.as_bytes());
        if let Some(end) = end_of_prefix(prefix) {
            range = range.lt(end);
        }
        let mut terms = range.into_stream()?;
        while terms.advance() && visit(terms.key(), terms.value()) {}
        Ok(())
    }
}

/// The first document of a list that is not before `doc`.
fn seek(list: &mut SegmentPostings, doc: Doc) -> Doc {
    if list.doc() < doc { list.seek(doc) } else { list.doc() }
}

/// The smallest byte string behind everything that begins with `prefix`.
fn end_of_prefix(prefix: &str) -> Option<Vec<u8>> {
    let mut end = prefix.as_bytes().to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Some(end);
        }
    }
    None
}
