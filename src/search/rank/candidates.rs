//! Where a word of the query stands in a segment: the terms that count as a find, each with its worth.

use tantivy::{
    DocSet as _, SegmentReader, TERMINATED,
    postings::{SegmentPostings, TermInfo},
    schema::{Field, IndexRecordOption},
};

use super::spelling::Spelling;
use crate::{
    german,
    search::{
        error::SearchError,
        facet::docset::Doc,
        query::{expansion::Instead, parse::Word},
        schema::{
            exact_name::Whole,
            fields::{Fields, Part},
            term::{Density, STORED_PREFIX, TermMark},
        },
    },
};

/// Why a term counts as a find, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchReason {
    /// The word itself.
    Exact,
    /// The word together with its neighbour, written as one.
    Joined,
    /// Another form of the word.
    Stem,
    /// Another word for it.
    Synonym,
    /// A part of a compound.
    Part,
    /// A word that begins like that.
    Prefix,
    /// A word that is spelt almost like that.
    Typo,
}

impl MatchReason {
    /// What a find is worth compared with the word itself.
    pub(in crate::search) fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Joined => 0.95,
            Self::Stem => 0.9,
            Self::Synonym => 0.8,
            Self::Part => 0.75,
            Self::Prefix => 0.7,
            Self::Typo => 0.4,
        }
    }

    /// Name in Fluent keys (`reason-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Joined => "joined",
            Self::Stem => "stem",
            Self::Synonym => "synonym",
            Self::Part => "part",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }
}

/// A stem that a word will have once it is typed to its end.
const UNFINISHED: f32 = 0.8;
/// What a word as it was typed is worth beyond its stem.
const AS_TYPED: f32 = 0.1;
/// A word that stands there as an abbreviation: "MAT" is meant, not "Material".
const ABBREVIATION: f32 = 1.25;
/// A relative of a word compared with the word itself.
const RELATIVE: f32 = 0.85;
/// One part of a typed compound instead of all of them.
const ONE_PIECE: f32 = 0.35;
/// A whole label compared with one that merely has the word.
const WHOLE_LABEL: f32 = 1.2;

/// Documents of one segment that count as a find.
#[derive(Clone, Debug)]
pub(in crate::search) struct Candidate {
    pub docs: CandidateDocs,
    /// By part, form and density; without rarity.
    pub weight: f32,
    /// Only raises documents that have the word elsewhere.
    pub supporting: bool,
}

/// The documents of a candidate.
#[derive(Clone, Debug)]
pub(in crate::search) enum CandidateDocs {
    Term(Field, TermInfo),
    List(Vec<Doc>),
}

impl Candidate {
    /// Number of documents.
    pub(in crate::search) fn count(&self) -> u32 {
        match &self.docs {
            CandidateDocs::Term(_, info) => info.doc_freq,
            CandidateDocs::List(docs) => u32::try_from(docs.len()).unwrap_or(u32::MAX),
        }
    }

    pub(in crate::search) fn supporting(self) -> Self {
        Self { supporting: true, ..self }
    }

    pub(in crate::search) fn for_each_doc(
        &self,
        segment: &SegmentReader,
        mut visit: impl FnMut(Doc),
    ) -> Result<(), SearchError> {
        match &self.docs {
            CandidateDocs::List(docs) => docs.iter().for_each(|doc| visit(*doc)),
            CandidateDocs::Term(field, info) => {
                let inverted = segment.inverted_index(*field)?;
                let mut postings = inverted.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
                while !postings.docs().is_empty() {
                    postings.docs().iter().for_each(|doc| visit(*doc));
                    postings.advance();
                }
            }
        }
        Ok(())
    }
}

/// Looks words up in one segment.
pub(in crate::search) struct Lookup<'a> {
    pub segment: &'a SegmentReader,
    pub fields: &'a Fields,
}

/// Most words that one beginning may stand for; more say nothing any more.
const COMPLETIONS: usize = 4_000;

/// Names that are looked at for one beginning.
const NAMES_BEGINNING: usize = 200;

/// Collects candidates.
type CandidateList = Vec<Candidate>;

impl Lookup<'_> {
    /// The word itself, joined with a neighbour, or in another form.
    pub(in crate::search) fn own(&self, word: &Word, parts: &[Part]) -> Result<CandidateList, SearchError> {
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
                    found.extend(typed.map(Candidate::supporting));
                }
                None => found.extend(self.term(fields.exact, &word.surface, weight)?),
            }
            let abbreviation = TermMark::Abbreviation.term(&word.surface);
            found.extend(self.term(fields.forms, &abbreviation, weight * ABBREVIATION)?);
            found.extend(self.term(fields.forms, &TermMark::Joined.term(&word.surface), weight)?);
            for joined in &word.joined {
                found.extend(self.term(fields.exact, joined, weight * MatchReason::Joined.weight())?);
                if word.open {
                    self.range(fields.exact, joined, weight * MatchReason::Joined.weight() * UNFINISHED, &mut found)?;
                }
            }
        }
        Ok(found)
    }

    /// Other words of its family.
    pub(in crate::search) fn relatives(&self, word: &Word) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        for part in Part::ALL {
            for stem in &word.relatives {
                self.stem(stem, part, part.weight() * MatchReason::Stem.weight() * RELATIVE, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Compounds that have the word, or one of its family, as a part.
    pub(in crate::search) fn compounds(&self, word: &Word) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        let own = word.stem.iter().map(|stem| (&**stem, 1.0));
        let relatives = word.relatives.iter().map(|stem| (&**stem, RELATIVE));
        let unfinished = german::unfinished_stems(&word.surface).into_iter().map(|stem| (stem, 1.0));
        for (stem, worth) in own.chain(relatives).chain(unfinished.filter(|_| word.open)) {
            for part in Part::ALL {
                let weight = part.weight() * MatchReason::Part.weight() * worth;
                found.extend(self.term(self.fields.part(part).forms, &TermMark::Part.term(stem), weight)?);
            }
        }
        Ok(found)
    }

    /// Single parts of a compound that is not known as a whole: better than nothing.
    pub(in crate::search) fn pieces(&self, word: &Word) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        for piece in &*word.parts {
            for part in Part::ALL {
                let instead = Instead { surface: (*piece.stem).into(), stem: Some(piece.stem.clone()) };
                self.other_word(&instead, part, part.weight() * ONE_PIECE, &mut found)?;
            }
        }
        Ok(found)
    }

    /// Words, and words in compounds, that begin with `beginning`.
    pub(in crate::search) fn completions(&self, beginning: &str, parts: &[Part]) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        let length = beginning.chars().count();
        for part in parts {
            let fields = self.fields.part(*part);
            let weight = part.weight() * MatchReason::Prefix.weight();
            if length <= STORED_PREFIX {
                found.extend(self.term(fields.forms, &TermMark::Prefix.term(beginning), weight)?);
            } else {
                self.range(fields.exact, beginning, weight, &mut found)?;
            }
            if length >= STORED_PREFIX {
                let whole =
                    self.term(fields.forms, &TermMark::Part.term(beginning), weight * MatchReason::Part.weight())?;
                found.extend(whole);
                self.range(
                    fields.forms,
                    &TermMark::Part.term(beginning),
                    weight * MatchReason::Part.weight(),
                    &mut found,
                )?;
            }
        }
        Ok(found)
    }

    /// A word that is spelt almost like the one typed, in all its parts.
    pub(in crate::search) fn almost(&self, spelt: &str, stem: &str) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        for part in Part::ALL {
            let weight = part.weight() * MatchReason::Typo.weight();
            found.extend(self.term(self.fields.part(part).exact, spelt, weight)?);
            self.stem(stem, part, weight, &mut found)?;
            let compound = TermMark::Part.term(stem);
            found.extend(self.term(self.fields.part(part).forms, &compound, weight * MatchReason::Part.weight())?);
        }
        Ok(found)
    }

    /// A whole name or label.
    pub(in crate::search) fn whole(
        &self,
        whole: Whole,
        key: &str,
        weight: f32,
    ) -> Result<Option<Candidate>, SearchError> {
        self.term(self.fields.whole, &whole.term(key), weight)
    }

    /// Whole names that begin with `key`, each with its length in bytes.
    pub(in crate::search) fn names_beginning(&self, key: &str) -> Result<Vec<(usize, Candidate)>, SearchError> {
        let beginning = Whole::Name.term(key);
        let inverted = self.segment.inverted_index(self.fields.whole)?;
        let mut range = inverted.terms().range().gt(beginning.as_bytes());
        if let Some(end) = after(&beginning) {
            range = range.lt(end);
        }
        let mut terms = range.into_stream()?;
        let mut found = Vec::new();
        while let Some((term, info)) = terms.next().filter(|_| found.len() < NAMES_BEGINNING) {
            let docs = CandidateDocs::Term(self.fields.whole, info.clone());
            found.push((term.len() - 1, Candidate { docs, weight: 1.0, supporting: false }));
        }
        Ok(found)
    }

    /// A whole label, which says more than one that merely has the words.
    pub(in crate::search) fn whole_label(&self, key: &str) -> Result<Option<Candidate>, SearchError> {
        self.whole(Whole::Label, key, Part::Label.weight() * WHOLE_LABEL)
    }

    /// Other words instead of the typed ones: all of them in one part. A word somewhere in a long text says little
    /// about one that leads to it, so that is looked at only `to_the_end`.
    pub(in crate::search) fn instead(
        &self,
        words: &[Instead],
        weight: f32,
        to_the_end: bool,
    ) -> Result<CandidateList, SearchError> {
        let mut found = Vec::new();
        match words {
            [] => {}
            [word] => {
                let telling = |part: &Part| to_the_end || *part != Part::Body;
                for part in Part::ALL.into_iter().filter(telling) {
                    self.other_word(word, part, part.weight() * weight, &mut found)?;
                }
            }
            // Labels are many small texts, contents are long: words that stand there together mean little.
            several => {
                for part in [Part::Name, Part::Alias, Part::Legal, Part::Summary] {
                    let docs = self.all_of(several, part)?;
                    if !docs.is_empty() {
                        let weight = part.weight() * weight;
                        found.push(Candidate { docs: CandidateDocs::List(docs), weight, supporting: false });
                    }
                }
            }
        }
        Ok(found)
    }

    fn other_word(
        &self,
        word: &Instead,
        part: Part,
        weight: f32,
        found: &mut CandidateList,
    ) -> Result<(), SearchError> {
        let fields = self.fields.part(part);
        match &word.stem {
            Some(stem) => {
                self.stem(stem, part, weight, found)?;
                found.extend(self.term(
                    fields.forms,
                    &TermMark::Part.term(stem),
                    weight * MatchReason::Part.weight(),
                )?);
            }
            None => found.extend(self.term(fields.exact, &word.surface, weight)?),
        }
        Ok(())
    }

    /// Documents that have all words in one part. The rarest decides how much is read.
    fn all_of(&self, words: &[Instead], part: Part) -> Result<Vec<Doc>, SearchError> {
        let mut lists = Vec::new();
        for word in words {
            let mut found = Vec::new();
            self.other_word(word, part, 1.0, &mut found)?;
            if found.is_empty() {
                return Ok(Vec::new());
            }
            lists.push(found);
        }
        lists.sort_by_key(|found| found.iter().map(Candidate::count).sum::<u32>());
        let Some((rarest, others)) = lists.split_first() else { return Ok(Vec::new()) };
        let mut docs = Vec::new();
        for candidate in rarest {
            candidate.for_each_doc(self.segment, |doc| docs.push(doc))?;
        }
        docs.sort_unstable();
        docs.dedup();
        for other in others {
            docs = self.having(docs, other)?;
        }
        Ok(docs)
    }

    /// Those of `docs` that stand in any of the candidates.
    fn having(&self, docs: Vec<Doc>, candidates: &[Candidate]) -> Result<Vec<Doc>, SearchError> {
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

    /// Offers all words of `parts` that begin with `first` to a search for the right spelling.
    pub(in crate::search) fn spell(
        &self,
        first: &str,
        parts: &[Part],
        spelling: &mut Spelling,
    ) -> Result<(), SearchError> {
        for part in parts {
            let fields = self.fields.part(*part);
            for (field, mark) in [(fields.exact, ""), (fields.forms, &*TermMark::Part.term(""))] {
                let beginning = format!("{mark}{first}");
                let inverted = self.segment.inverted_index(field)?;
                let mut terms = inverted.terms().range().ge(beginning.as_bytes());
                if let Some(end) = after(&beginning) {
                    terms = terms.lt(end);
                }
                let mut terms = terms.into_stream()?;
                while let Some((term, info)) = terms.next() {
                    if let Some(word) = std::str::from_utf8(term).ok().and_then(|term| term.strip_prefix(mark)) {
                        spelling.offer(word, info.doc_freq);
                    }
                }
            }
        }
        Ok(())
    }

    /// A stem, in the four lists in which it may stand.
    fn stem(&self, stem: &str, part: Part, weight: f32, found: &mut CandidateList) -> Result<(), SearchError> {
        for density in Density::ALL {
            let term = TermMark::Stem(density).term(stem);
            found.extend(self.term(self.fields.part(part).forms, &term, weight * density.weight())?);
        }
        Ok(())
    }

    fn term(&self, field: Field, term: &str, weight: f32) -> Result<Option<Candidate>, SearchError> {
        let info = self.segment.inverted_index(field)?.terms().get(term.as_bytes())?;
        Ok(info.map(|info| Candidate { docs: CandidateDocs::Term(field, info), weight, supporting: false }))
    }

    fn range(&self, field: Field, beginning: &str, weight: f32, found: &mut CandidateList) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(field)?;
        let mut range = inverted.terms().range().gt(beginning.as_bytes());
        if let Some(end) = after(beginning) {
            range = range.lt(end);
        }
        let mut terms = range.into_stream()?;
        while let Some((_, info)) = terms.next().filter(|_| found.len() < COMPLETIONS) {
            found.push(Candidate { docs: CandidateDocs::Term(field, info.clone()), weight, supporting: false });
        }
        Ok(())
    }
}

/// The first document of a list that is not before `doc`.
fn seek(list: &mut SegmentPostings, doc: Doc) -> Doc {
    if list.doc() < doc { list.seek(doc) } else { list.doc() }
}

/// The smallest byte string behind everything that begins with `beginning`.
fn after(beginning: &str) -> Option<Vec<u8>> {
    let mut end = beginning.as_bytes().to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Some(end);
        }
    }
    None
}
