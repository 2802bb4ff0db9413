//! Where a word of the query stands in a segment: the terms that count as a match, each with its weight.

use tantivy::{SegmentReader, postings::TermInfo, schema::Field};

use super::{Candidate, Spelling};
use crate::{
    german,
    search::{
        AlternativeWord, BitSet, Density, Fields, MatchReason, Part, STORED_PREFIX, SearchError, TermMark, Whole, Word,
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
/// The last part alone compared with another one: a "Theaterkurs" without theatre is any course.
const HEAD_ALONE: f32 = 0.6;
/// A whole label compared with one that merely has the word.
const WHOLE_LABEL: f32 = 1.2;
/// Several words among the labels of an entry: they need not stand in the same one.
const IN_LABELS: f32 = 0.5;
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
            let weight = part.weight();
            match &word.stem {
                // Small words have no other forms.
                Some(_) if german::is_stop_word(&word.surface) => {
                    found.extend(self.exact(*part, &word.surface, weight)?);
                }
                Some(stem) => {
                    self.stem(stem, *part, weight * MatchReason::Stem.weight(), &mut found)?;
                    let unfinished = german::unfinished_stems(&word.surface).into_iter().filter(|_| word.open);
                    for other in unfinished.filter(|other| **other != **stem) {
                        self.stem(other, *part, weight * UNFINISHED, &mut found)?;
                    }
                    let typed = self.exact(*part, &word.surface, weight * AS_TYPED)?;
                    found.extend(typed.map(Candidate::boost_only));
                }
                None => found.extend(self.exact(*part, &word.surface, weight)?),
            }
            // Looked for whatever the query's spelling: nobody types capitals in a search line.
            found.extend(self.form(*part, TermMark::Abbreviation, &word.surface, weight * ABBREVIATION)?);
            found.extend(self.form(*part, TermMark::Joined, &word.surface, weight)?);
            for joined in &word.joined {
                let weight = weight * MatchReason::Joined.weight();
                found.extend(self.exact(*part, joined, weight)?);
                if word.open {
                    self.longer_words(*part, joined, weight * UNFINISHED, &mut found)?;
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
        for (number, compound_part) in word.parts.iter().enumerate() {
            let stem = &compound_part.stem;
            let weight = if number + 1 == word.parts.len() { ONE_PART * HEAD_ALONE } else { ONE_PART };
            let word = AlternativeWord { surface: (**stem).into(), stem: Some(stem.clone()) };
            for part in Part::ALL {
                self.other_word(&word, part, part.weight() * weight, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Words, and words in compounds, that begin with `prefix`.
    pub(super) fn completions(&self, prefix: &str) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        let length = prefix.chars().count();
        for part in Part::ALL {
            let weight = part.weight() * MatchReason::Prefix.weight();
            // Short beginnings are terms of their own: as a range they would be half of the dictionary.
            if length <= STORED_PREFIX {
                found.extend(self.form(part, TermMark::Prefix, prefix, weight)?);
            } else {
                self.longer_words(part, prefix, weight, &mut found)?;
            }
            if length >= STORED_PREFIX {
                let weight = weight * MatchReason::Part.weight();
                found.extend(self.in_compounds(prefix, part, weight)?);
                self.longer_parts(part, prefix, weight, &mut found)?;
            }
        }
        Ok(found)
    }

    /// A word that is spelt almost like the one typed, in all its parts.
    pub(super) fn spelling(&self, spelt: &str, stem: &str) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in Part::ALL {
            let weight = part.weight() * MatchReason::Typo.weight();
            found.extend(self.exact(part, spelt, weight)?);
            self.stem(stem, part, weight, &mut found)?;
            found.extend(self.in_compounds(stem, part, weight * MatchReason::Part.weight())?);
        }
        Ok(found)
    }

    pub(super) fn whole(&self, whole: Whole, key: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.whole, whole.part(), &whole.term(key), weight)
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
                found.push((term.len() - 1, Candidate::of_term(field, Part::Name, info.clone(), 1.0)));
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
            // Contents are long: words that stand there together mean little. Labels are many small texts.
            several => {
                for part in [Part::Name, Part::Alias, Part::Legal, Part::Label, Part::Summary] {
                    let docs = self.docs_with_all(several, part)?;
                    if !docs.is_empty() {
                        let apart = if part == Part::Label { IN_LABELS } else { 1.0 };
                        found.push(Candidate::of_docs(docs, part, part.weight() * weight * apart));
                    }
                }
            }
        }
        Ok(found)
    }

    pub(super) fn other_word(
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
            None => found.extend(self.exact(part, &word.surface, weight)?),
        }
        Ok(())
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
            found.extend(self.form(part, TermMark::Stem(density), stem, weight * density.weight())?);
        }
        Ok(())
    }

    fn in_compounds(&self, stem: &str, part: Part, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.form(part, TermMark::Part, stem, weight)
    }

    /// A word as it stands.
    fn exact(&self, part: Part, surface: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.part(part).exact, part, surface, weight)
    }

    /// A word in another form.
    fn form(&self, part: Part, mark: TermMark, text: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.part(part).forms, part, &mark.term(text), weight)
    }

    fn term(&self, field: Field, part: Part, term: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        let info = self.segment.inverted_index(field)?.terms().get(term.as_bytes())?;
        Ok(info.map(|info| Candidate::of_term(field, part, info, weight)))
    }

    /// Words that begin with `prefix` and go on.
    fn longer_words(
        &self,
        part: Part,
        prefix: &str,
        weight: f32,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        self.longer_terms(self.fields.part(part).exact, part, prefix, weight, found)
    }

    /// Words in compounds that begin with `prefix` and go on.
    fn longer_parts(
        &self,
        part: Part,
        prefix: &str,
        weight: f32,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        self.longer_terms(self.fields.part(part).forms, part, &TermMark::Part.term(prefix), weight, found)
    }

    fn longer_terms(
        &self,
        field: Field,
        part: Part,
        prefix: &str,
        weight: f32,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        self.for_each_longer(field, prefix, |_, info| {
            let is_wanted = found.len() < MAX_COMPLETIONS;
            if is_wanted {
                found.push(Candidate::of_term(field, part, info.clone(), weight));
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

/// The documents of one segment that have a word as it stands or in another form; none beyond those of `among`.
pub(in crate::search) fn docs_with(
    segment: &SegmentReader,
    fields: &Fields,
    word: &Word,
    among: &BitSet,
) -> Result<BitSet, SearchError> {
    let mut docs = among.clone();
    docs.retain(|_| false);
    for candidate in (Lookup { segment, fields }).word(word, &Part::ALL)? {
        candidate.for_each_doc(segment, |doc| docs.insert(doc))?;
    }
    docs.intersect(among);
    Ok(docs)
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
