//! Finds out which terms of the index match a word of the query, widening only where nothing was found: the word itself,
//! its forms, other words for it, its beginning, its spelling.

use std::ops::Range;

use tantivy::Searcher;

use super::{Candidate, KnownStems, Lookup, Spelling};
use crate::{
    german::{self, Analyser, Lexicon, WordRole},
    search::{Alternative, Fields, Language, MatchReason, Part, SearchError, Word, query::expansion},
};

/// What a word around the subject is worth compared with it.
const FILLER: f32 = 0.45;
/// What a word for whom something is is worth compared with the subject.
const PERSON: f32 = 0.65;
/// Shorter words are near too many others.
const SHORTEST_SLIP: usize = 5;
/// What a mistyped beginning is worth compared with a mistyped whole word.
const MISTYPED_BEGINNING: f32 = 0.8;
/// Letters from which on a finished word may be the mistyped beginning of a longer one: "damen" is no "datenbank".
const LONG_BEGINNING: usize = 6;
/// What a paragraph is worth in other parts of an entry that has it among its legal bases.
const PARAGRAPH_ELSEWHERE: f32 = 0.05;

/// How a word was matched: what marks and explanations go by.
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
    /// True when an entry has the word itself where it says what it is about: not in its long texts, and not by spelling.
    pub firm: bool,
}

/// Candidates of one kind, by segment.
type CandidatesBySegment = Vec<Vec<Candidate>>;

/// Candidates of one kind that are as rare as each other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TermGroup {
    pub candidates: CandidatesBySegment,
    pub rarity: f32,
    pub kind: GroupKind,
}

/// How the candidates of a group count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// Forms of one word: every part that has one counts a little.
    Forms,
    /// Different words: a thousand completions say no more than one.
    OneOf,
    /// Words to which the typed one only leads. An entry that has nothing better must be among the good ones; several
    /// such groups that meet in one entry make it a better find.
    LedTo,
}

/// All candidates of one word, the surest kind first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TermGroups(pub Vec<TermGroup>);

impl TermGroups {
    /// What the word tells: as much as its surest candidates.
    pub(super) fn rarity(&self) -> f32 {
        self.0.first().map_or(0.0, |group| group.rarity)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a letter or two are worth of which nobody knows what they become: what stands first must not go for them.
const BEGUN: f32 = 0.1;

/// What a word counts for by its role in the query.
pub(super) fn role_weight(word: &Word) -> f32 {
    match word.role {
        _ if word.begun => BEGUN,
        WordRole::Subject => 1.0,
        WordRole::Person => PERSON,
        WordRole::Filler => FILLER,
    }
}

pub(super) struct TermMatcher<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub language: &'a Language,
    pub known: Option<&'a KnownStems>,
}

impl TermMatcher<'_> {
    /// The candidates of one word. Where it has a known synonym it is no slip of the keyboard.
    pub(super) fn match_word(
        &self,
        word: &Word,
        has_synonym: bool,
        analyser: &mut Analyser,
    ) -> Result<(TermGroups, TermMatch), SearchError> {
        let mut how =
            TermMatch { word: word.clone(), prefix: word.open, spellings: Vec::new(), unknown: false, firm: false };
        let mut groups = self.direct(word)?;
        how.firm = groups.0.iter().any(|group| group.kind == GroupKind::Forms && has_firm(&group.candidates));
        if groups.is_empty() && !word.open && word.surface.chars().count() > 2 {
            how.prefix = self.add_group(self.completions(word)?, GroupKind::OneOf, &mut groups);
        }
        // A German word that nobody uses here is no slip.
        let is_slip = word.forgiving && !is_short(word) && !self.language.lexicon.recognises(&word.surface);
        if groups.is_empty() && is_slip && !has_synonym {
            how.spellings = self.spellings(word)?;
            let candidates = self.spelling_candidates(word, &how.spellings, analyser)?;
            self.add_group(candidates, GroupKind::Forms, &mut groups);
        }
        how.unknown = groups.is_empty();
        Ok((groups, how))
    }

    /// Lets a short word of which nothing is known count as the whole words that are spelt almost like it. So few letters
    /// are near too many words: asked only where nothing else of the line was found.
    pub(super) fn respell_short(
        &self,
        how: &mut TermMatch,
        groups: &mut TermGroups,
        analyser: &mut Analyser,
    ) -> Result<(), SearchError> {
        let word = &how.word;
        if !word.forgiving || !is_short(word) || self.language.lexicon.recognises(&word.surface) {
            return Ok(());
        }
        let spellings = self.nearest(word, false)?;
        let candidates = self.spelling_candidates(word, &spellings, analyser)?;
        how.unknown = !self.add_group(candidates, GroupKind::Forms, groups);
        how.spellings = spellings;
        Ok(())
    }

    /// The word as it stands, in other forms, inside compounds; while it is being typed also its completions.
    fn direct(&self, word: &Word) -> Result<TermGroups, SearchError> {
        let mut groups = TermGroups::default();
        if word.legal {
            let named = self.per_segment(|lookup| lookup.word(word, &[Part::Legal, Part::Name, Part::Alias]))?;
            if has_any(&named) {
                let elsewhere =
                    self.per_segment(|lookup| lookup.word(word, &[Part::Label, Part::Summary, Part::Body]))?;
                self.add_group(named, GroupKind::Forms, &mut groups);
                let boost = |found: Candidate| found.scaled(PARAGRAPH_ELSEWHERE).boost_only();
                self.add_group(map_each(elsewhere, boost), GroupKind::Forms, &mut groups);
                return Ok(groups);
            }
        }
        let mut own = self.per_segment(|lookup| lookup.word(word, &Part::ALL))?;
        if word.open && german::role_of(&word.surface) == WordRole::Filler {
            // It may become another word.
            own = map_each(own, |found| found.scaled(FILLER));
        }
        self.add_group(own, GroupKind::Forms, &mut groups);
        self.add_group(self.per_segment(|lookup| lookup.relatives(word))?, GroupKind::Forms, &mut groups);
        self.add_group(self.per_segment(|lookup| lookup.compounds(word))?, GroupKind::Forms, &mut groups);
        if word.open {
            self.add_group(self.completions(word)?, GroupKind::OneOf, &mut groups);
        }
        Ok(groups)
    }

    fn completions(&self, word: &Word) -> Result<CandidatesBySegment, SearchError> {
        self.per_segment(|lookup| lookup.completions(&word.surface))
    }

    /// Lets single parts of a compound count that was found nowhere as a whole.
    pub(super) fn add_single_parts(&self, how: &mut TermMatch, groups: &mut TermGroups) -> Result<(), SearchError> {
        // Whatever it was meant to be is nowhere: the parts are those of the word as it was typed.
        how.spellings.clear();
        let candidates = self.per_segment(|lookup| lookup.single_parts(&how.word))?;
        how.unknown = !self.add_group(candidates, GroupKind::OneOf, groups);
        Ok(())
    }

    /// Known words that the typed one is almost spelt like.
    fn spellings(&self, word: &Word) -> Result<Vec<String>, SearchError> {
        let spellings = self.nearest(word, word.open)?;
        if spellings.is_empty() && !word.open && word.surface.chars().count() >= LONG_BEGINNING {
            // Not a whole word, then: perhaps the beginning of one.
            return self.nearest(word, true);
        }
        Ok(spellings)
    }

    fn nearest(&self, word: &Word, open: bool) -> Result<Vec<String>, SearchError> {
        let mut spelling = Spelling::new(&word.surface, open);
        self.offer_words(&first_letter(word), &Part::ALL, &mut spelling)?;
        if spelling.is_empty() && spelling.is_long() {
            // A wrong first letter is rare; the words of the long texts are too many to look through for it.
            self.offer_words("", &[Part::Name, Part::Alias, Part::Legal, Part::Label], &mut spelling)?;
        }
        Ok(spelling.best())
    }

    fn offer_words(&self, prefix: &str, parts: &[Part], spelling: &mut Spelling) -> Result<(), SearchError> {
        let mut segments = self.searcher.segment_readers().iter();
        segments.try_for_each(|segment| Lookup { segment, fields: self.fields }.offer_words(prefix, parts, spelling))
    }

    fn spelling_candidates(
        &self,
        word: &Word,
        spellings: &[String],
        analyser: &mut Analyser,
    ) -> Result<CandidatesBySegment, SearchError> {
        let mut all: CandidatesBySegment = self.searcher.segment_readers().iter().map(|_| Vec::new()).collect();
        for spelt in spellings {
            let stem = analyser.stem(spelt);
            let mut found = self.per_segment(|lookup| lookup.spelling(spelt, &stem))?;
            // That is more than the allowed edits can add.
            if spelt.len() > word.surface.len() + 2 {
                // The mistyped word is only the beginning of this one.
                found = map_each(found, |candidate| candidate.scaled(MISTYPED_BEGINNING));
            }
            all.iter_mut().zip(found).for_each(|(all, more)| all.extend(more));
        }
        Ok(all)
    }

    /// Lets a mistyped word count as what German knows it as.
    pub(super) fn add_corrected(&self, corrected: &Word, how: &mut TermMatch) -> Result<TermGroups, SearchError> {
        let mut groups = self.direct(corrected)?;
        let candidates = groups.0.iter_mut().flat_map(|group| group.candidates.iter_mut().flatten());
        candidates.for_each(|candidate| candidate.weight *= MatchReason::Typo.weight());
        how.spellings.push(corrected.surface.clone());
        how.unknown = groups.is_empty();
        Ok(groups)
    }

    /// A mistyped word as German knows it, by its nearest spelling or by that of one part: "beratnug", "schuldnerberatnug".
    pub(super) fn corrected(&self, word: &Word, analyser: &mut Analyser) -> Option<Word> {
        let lexicon = &self.language.lexicon;
        if !word.forgiving || lexicon.recognises(&word.surface) {
            return None;
        }
        let surface = nearest_known(&word.surface, lexicon).or_else(|| respelt_compound(&word.surface, lexicon))?;
        Some(word.corrected(analyser.tokens(&surface).into_iter().next()?))
    }

    /// What a mistyped word may mean by the thesaurus: it is compared with the words there.
    pub(super) fn thesaurus_spellings(
        &self,
        number: usize,
        how: &TermMatch,
        analyser: &mut Analyser,
    ) -> Vec<Alternative> {
        let word = &how.word;
        if !word.forgiving || is_short(word) || self.language.lexicon.recognises(&word.surface) {
            return Vec::new();
        }
        let thesaurus = self.language.thesaurus();
        let mut spelling = Spelling::new(&analyser.stem(&word.surface), false);
        thesaurus.single_words(&first_letter(word)).for_each(|known| spelling.offer(known, 1));
        let lead = |stem: &String| {
            Alternative::synonyms(vec![number], thesaurus.get(stem, analyser), MatchReason::Typo.weight())
        };
        spelling.best().iter().flat_map(lead).collect()
    }

    /// Where the other words lead themselves of which no entry is, and what else leads to them.
    pub(super) fn second_degree(
        &self,
        alternatives: &[Alternative],
        matched: &[TermMatch],
        analyser: &mut Analyser,
    ) -> Vec<Alternative> {
        let thesaurus = self.language.thesaurus();
        let vague = |alternative: &Alternative| !matches!(alternative.words[..], [number] if matched.get(number).is_some_and(|how| how.firm));
        let synonyms = alternatives.iter().filter(|other| other.reason == MatchReason::Synonym);
        let unused = synonyms.filter(|other| !other.firm && vague(other));
        unused.flat_map(|other| expansion::second_degree(other, thesaurus, analyser)).collect()
    }

    /// Lets other words count for the words that they stand for, and notes of each whether an entry is about it.
    pub(super) fn add_alternatives(
        &self,
        alternatives: &mut [Alternative],
        words: &mut [TermGroups],
        matched: &mut [TermMatch],
    ) -> Result<(), SearchError> {
        for alternative in alternatives {
            alternative.firm = self.add_alternative(alternative, words, matched)?;
        }
        Ok(())
    }

    fn add_alternative(
        &self,
        alternative: &Alternative,
        words: &mut [TermGroups],
        matched: &mut [TermMatch],
    ) -> Result<bool, SearchError> {
        // The parts of a typed compound have candidates of their own; everything else needs all its words.
        if alternative.reason == MatchReason::Synonym && self.known.is_some_and(|known| !known.may_have(alternative)) {
            return Ok(false);
        }
        let is_unknown = |number: &usize| matched.get(*number).is_some_and(|how| how.unknown);
        let in_bodies = !alternative.is_loose() || alternative.words.iter().any(is_unknown);
        let candidates = self.alternative_candidates(alternative, in_bodies)?;
        if !has_any(&candidates) {
            return Ok(false);
        }
        let firm = has_firm(&candidates);
        let kind = if alternative.is_loose() { GroupKind::LedTo } else { GroupKind::OneOf };
        for number in &alternative.words {
            if let (Some(groups), Some(how)) = (words.get_mut(*number), matched.get_mut(*number)) {
                how.unknown = false;
                self.add_group(candidates.clone(), kind, groups);
            }
        }
        Ok(firm)
    }

    fn alternative_candidates(
        &self,
        alternative: &Alternative,
        in_bodies: bool,
    ) -> Result<CandidatesBySegment, SearchError> {
        let Alternative { replacement, weight, reason, .. } = alternative;
        if *reason == MatchReason::Part && replacement.len() > 1 {
            return self.per_segment(|lookup| lookup.parts_anywhere(replacement, *weight));
        }
        let key = alternative.whole_key();
        self.per_segment(|lookup| {
            let mut found = lookup.alternative(replacement, *weight, in_bodies)?;
            found.extend(lookup.whole_label(&key)?.map(|label| label.scaled(*weight)));
            Ok(found)
        })
    }

    /// Adds candidates as a group of their own; false when there are none.
    pub(super) fn add_group(&self, candidates: CandidatesBySegment, kind: GroupKind, groups: &mut TermGroups) -> bool {
        if !has_any(&candidates) {
            return false;
        }
        // Completions and synonyms are different words, as common as all of them together. The other candidates are forms of one
        // word in the same documents, as common as the most common.
        let count = |found: &Vec<Candidate>| match kind {
            GroupKind::OneOf | GroupKind::LedTo => found.iter().map(Candidate::count).sum::<u32>(),
            GroupKind::Forms => found.iter().map(Candidate::count).max().unwrap_or(0),
        };
        let found = candidates.iter().map(count).sum::<u32>() as f32;
        let docs = self.searcher.num_docs() as f32;
        let rarity = (1.0 + docs / (1.0 + found)).ln().max(0.1);
        groups.0.push(TermGroup { candidates, rarity, kind });
        true
    }

    fn per_segment(
        &self,
        mut look_up: impl FnMut(&Lookup<'_>) -> Result<Vec<Candidate>, SearchError>,
    ) -> Result<CandidatesBySegment, SearchError> {
        let segments = self.searcher.segment_readers().iter();
        segments.map(|segment| look_up(&Lookup { segment, fields: self.fields })).collect()
    }
}

fn map_each(candidates: CandidatesBySegment, change: impl Fn(Candidate) -> Candidate) -> CandidatesBySegment {
    candidates.into_iter().map(|found| found.into_iter().map(&change).collect()).collect()
}

fn has_any(candidates: &CandidatesBySegment) -> bool {
    candidates.iter().any(|segment| !segment.is_empty())
}

fn has_firm(candidates: &CandidatesBySegment) -> bool {
    candidates.iter().flatten().any(Candidate::is_firm)
}

/// The known word that is spelt almost like this one.
fn nearest_known(typed: &str, lexicon: &Lexicon) -> Option<String> {
    let long_enough = typed.chars().count() >= SHORTEST_SLIP;
    let mut spelling = Spelling::new(typed, false);
    let first = typed.chars().next().filter(|_| long_enough)?;
    lexicon.words_beginning(first).for_each(|known| spelling.offer(known, 1));
    spelling.best().into_iter().next()
}

/// A compound of which all is known but one part, which is almost: "schuldnerberatnug", "musuemsberatung".
fn respelt_compound(typed: &str, lexicon: &Lexicon) -> Option<String> {
    let cuts = lexicon.cuts(typed);
    let last = cuts.after_known.iter().rev().find_map(|at| {
        let (known, last) = typed.split_at_checked(*at)?;
        Some(format!("{known}{}", nearest_known(last, lexicon)?))
    });
    let first = |range: &Range<usize>| {
        let (first, known) = (typed.get(..range.start)?, typed.get(range.start..)?);
        Some(format!("{}{known}", nearest_known(first, lexicon)?))
    };
    last.or_else(|| cuts.before_known.iter().find_map(first))
}

/// Words of so few letters are near too many others.
fn is_short(word: &Word) -> bool {
    word.surface.chars().count() < SHORTEST_SLIP
}

fn first_letter(word: &Word) -> String {
    word.surface.chars().take(1).collect()
}
