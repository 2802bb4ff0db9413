//! Finds out what each word of a query may mean, widening only where nothing was found: itself, its forms, other words
//! for it, its beginning, its spelling.

use super::{
    candidates::{Candidate, Lookup, MatchReason},
    evaluate::{Evaluator, FILLER},
    spelling::Spelling,
};
use crate::{
    german::{self, Analyser, WordRole},
    search::{
        error::SearchError,
        query::{
            expansion::{self, Alternative},
            parse::Word,
        },
        schema::fields::Part,
    },
};

/// What a mistyped beginning is worth compared with a mistyped whole word.
const BEGINNING_OF_SPELLING: f32 = 0.8;
/// Letters from which on a finished word may be the mistyped beginning of a longer one: "damen" is no "datenbank".
const LONG_BEGINNING: usize = 6;
/// What a paragraph is worth in other parts of an entry that has it among its legal bases.
const PARAGRAPH_ELSEWHERE: f32 = 0.05;

/// How a word was understood: what marks and explanations go by.
#[derive(Clone, Debug, PartialEq)]
pub struct TermMatch {
    /// The word as it was typed, taken apart.
    pub word: Word,
    /// Words that begin with it count too.
    pub prefix: bool,
    /// Known words that it is almost spelt like; empty unless it is unknown.
    pub spellings: Vec<String>,
    /// True when it was found nowhere.
    pub unknown: bool,
}

/// Finds of one kind, by segment.
pub(in crate::search) type CandidatesBySegment = Vec<Vec<Candidate>>;

/// Finds of one kind that are as rare as each other.
pub(in crate::search) struct TermGroup {
    pub finds: CandidatesBySegment,
    pub rarity: f32,
    /// Counts only where nothing better was found: a thousand completions or synonyms say no more than one.
    pub only_first: bool,
    /// The typed word only leads there: a document that has nothing better must be among the good ones.
    pub loose: bool,
}

/// All finds of one word.
#[derive(Default)]
pub(in crate::search) struct WordFinds {
    pub groups: Vec<TermGroup>,
}

impl WordFinds {
    /// What the word tells: as much as its surest finds.
    pub(in crate::search) fn rarity(&self) -> f32 {
        self.groups.first().map_or(0.0, |group| group.rarity)
    }
}

impl Evaluator<'_> {
    /// Finds out what a word may mean, widening only where nothing was found: itself, its beginning, its spelling.
    pub(in crate::search) fn understand(
        &self,
        word: &Word,
        synonyms: bool,
        analyser: &mut Analyser,
    ) -> Result<(WordFinds, TermMatch), SearchError> {
        let mut how = TermMatch { word: word.clone(), prefix: word.open, spellings: Vec::new(), unknown: false };
        let mut finds = self.direct(word)?;
        if finds.groups.is_empty() && !word.open && word.surface.chars().count() > 2 {
            let completed = self.each(|lookup| lookup.completions(&word.surface, &Part::ALL))?;
            how.prefix = self.add(completed, true, &mut finds);
        }
        // A German word that nobody uses here is no slip.
        let slip = word.forgiving && !self.language.lexicon.recognises(&word.surface);
        if finds.groups.is_empty() && slip && !synonyms {
            how.spellings = self.spellings(word)?;
            let almost = self.almost(word, &how.spellings, analyser)?;
            self.add(almost, false, &mut finds);
        }
        how.unknown = finds.groups.is_empty();
        Ok((finds, how))
    }

    /// The word as it stands, in other forms, inside compounds; while it is being typed also its completions.
    fn direct(&self, word: &Word) -> Result<WordFinds, SearchError> {
        let mut finds = WordFinds::default();
        if word.legal {
            let named = self.each(|lookup| lookup.own(word, &[Part::Legal, Part::Name, Part::Alias]))?;
            if any(&named) {
                let elsewhere = self.each(|lookup| lookup.own(word, &[Part::Label, Part::Summary, Part::Body]))?;
                self.add(named, false, &mut finds);
                self.add(supporting(elsewhere), false, &mut finds);
                return Ok(finds);
            }
        }
        let mut own = self.each(|lookup| lookup.own(word, &Part::ALL))?;
        if word.open && german::role_of(&word.surface) == WordRole::Filler {
            // It may become another word.
            own.iter_mut().flatten().for_each(|find| find.weight *= FILLER);
        }
        self.add(own, false, &mut finds);
        self.add(self.each(|lookup| lookup.relatives(word))?, false, &mut finds);
        self.add(self.each(|lookup| lookup.compounds(word))?, false, &mut finds);
        if word.open {
            self.add(self.each(|lookup| lookup.completions(&word.surface, &Part::ALL))?, true, &mut finds);
        }
        Ok(finds)
    }

    /// Known words that the typed one is almost spelt like.
    fn spellings(&self, word: &Word) -> Result<Vec<String>, SearchError> {
        let spellings = self.nearest(word)?;
        let long = word.surface.chars().count() >= LONG_BEGINNING;
        if spellings.is_empty() && !word.open && long {
            // Not a whole word, then: perhaps the beginning of one.
            return self.nearest(&Word { open: true, ..word.clone() });
        }
        Ok(spellings)
    }

    fn nearest(&self, word: &Word) -> Result<Vec<String>, SearchError> {
        let mut spelling = Spelling::new(&word.surface, word.open);
        let first: String = word.surface.chars().take(1).collect();
        self.spell(&first, &Part::ALL, &mut spelling)?;
        if spelling.is_empty() && spelling.is_long() {
            // A wrong first letter is rare; the words of the long texts are too many to look through for it.
            self.spell("", &[Part::Name, Part::Alias, Part::Legal, Part::Label], &mut spelling)?;
        }
        Ok(spelling.best())
    }

    fn spell(&self, first: &str, parts: &[Part], spelling: &mut Spelling) -> Result<(), SearchError> {
        let mut segments = self.searcher.segment_readers().iter();
        segments.try_for_each(|segment| Lookup { segment, fields: self.fields }.spell(first, parts, spelling))
    }

    fn almost(
        &self,
        word: &Word,
        spellings: &[String],
        analyser: &mut Analyser,
    ) -> Result<CandidatesBySegment, SearchError> {
        let mut almost: CandidatesBySegment = self.searcher.segment_readers().iter().map(|_| Vec::new()).collect();
        for spelt in spellings {
            let stem = analyser.stem(spelt);
            let mut found = self.each(|lookup| lookup.almost(spelt, &stem))?;
            if spelt.len() > word.surface.len() + 2 {
                // The mistyped word is only the beginning of this one.
                found.iter_mut().flatten().for_each(|candidate| candidate.weight *= BEGINNING_OF_SPELLING);
            }
            almost.iter_mut().zip(found).for_each(|(all, more)| all.extend(more));
        }
        Ok(almost)
    }

    /// What an unknown word may have been meant to be among the words of the thesaurus: it is mistyped.
    pub(in crate::search) fn meant(&self, number: usize, how: &TermMatch, analyser: &mut Analyser) -> Vec<Alternative> {
        let word = &how.word;
        if !word.forgiving || self.language.lexicon.recognises(&word.surface) {
            return Vec::new();
        }
        let mut spelling = Spelling::new(&analyser.stem(&word.surface), false);
        let first: String = word.surface.chars().take(1).collect();
        self.language.thesaurus().single_words(&first).for_each(|known| spelling.offer(known, 1));
        let thesaurus = self.language.thesaurus();
        spelling.best().iter().flat_map(|stem| expansion::corrected(number, stem, thesaurus, analyser)).collect()
    }

    /// Where the other words for unknown words lead themselves.
    pub(in crate::search) fn onward(
        &self,
        alternatives: &[Alternative],
        understood: &[TermMatch],
        analyser: &mut Analyser,
    ) -> Vec<Alternative> {
        let unknown = |alternative: &&Alternative| alternative.words.clone().all(|word| understood[word].unknown);
        let thesaurus = self.language.thesaurus();
        let synonyms = alternatives.iter().filter(|other| other.reason == MatchReason::Synonym).filter(unknown);
        synonyms.flat_map(|alternative| expansion::onward(alternative, thesaurus, analyser)).collect()
    }

    /// Lets other words count for the words that they stand for.
    pub(in crate::search) fn add_alternatives(
        &self,
        alternatives: &[Alternative],
        words: &mut [WordFinds],
        understood: &mut [TermMatch],
    ) -> Result<(), SearchError> {
        for alternative in alternatives {
            let to_the_end = !alternative.is_loose() || alternative.words.clone().any(|word| understood[word].unknown);
            let mut finds = self.each(|lookup| lookup.instead(&alternative.instead, alternative.weight, to_the_end))?;
            let key = alternative.whole_key();
            let labels = self.each(|lookup| Ok(lookup.whole_label(&key)?.into_iter().collect()))?;
            for (finds, labels) in finds.iter_mut().zip(labels) {
                finds.extend(labels.into_iter().map(|c| Candidate { weight: c.weight * alternative.weight, ..c }));
            }
            for number in alternative.words.clone() {
                if any(&finds) {
                    understood[number].unknown = false;
                    self.add(finds.clone(), true, &mut words[number]);
                    let group = words[number].groups.last_mut();
                    group.into_iter().for_each(|group| group.loose = alternative.is_loose());
                }
            }
        }
        Ok(())
    }

    /// Adds finds as a group of their own; false when there are none.
    pub(in crate::search) fn add(&self, finds: CandidatesBySegment, only_first: bool, words: &mut WordFinds) -> bool {
        if !any(&finds) {
            return false;
        }
        let docs = self.searcher.num_docs() as f32;
        let of_segment = |found: &Vec<Candidate>| match only_first {
            true => found.iter().map(Candidate::count).sum::<u32>(),
            false => found.iter().map(Candidate::count).max().unwrap_or(0),
        };
        let found = finds.iter().map(of_segment).sum::<u32>() as f32;
        let rarity = (1.0 + docs / (1.0 + found)).ln().max(0.1);
        words.groups.push(TermGroup { finds, rarity, only_first, loose: false });
        true
    }

    pub(in crate::search) fn each(
        &self,
        mut look: impl FnMut(&Lookup<'_>) -> Result<Vec<Candidate>, SearchError>,
    ) -> Result<CandidatesBySegment, SearchError> {
        let segments = self.searcher.segment_readers().iter();
        segments.map(|segment| look(&Lookup { segment, fields: self.fields })).collect()
    }
}

fn supporting(finds: CandidatesBySegment) -> CandidatesBySegment {
    let weaker =
        |candidate: Candidate| Candidate { weight: candidate.weight * PARAGRAPH_ELSEWHERE, ..candidate }.supporting();
    finds.into_iter().map(|found| found.into_iter().map(weaker).collect()).collect()
}

fn any(finds: &CandidatesBySegment) -> bool {
    finds.iter().any(|segment| !segment.is_empty())
}
