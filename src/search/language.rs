//! What a snapshot knows of German: the words that compounds are made of, and the thesaurus.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use rustc_hash::FxHashMap;

use crate::{
    catalogue::{Direction, Measure, Register, Synonym, shipped_synonyms},
    german::{self, Analyser, Lexicon, SynonymRule, Thesaurus},
};

/// The language of one catalogue.
pub(in crate::search) struct Language {
    /// Documents and queries are analysed with the same one.
    pub lexicon: Arc<Lexicon>,
    /// The synonyms of the house.
    own: Vec<Synonym>,
    /// Built when the first word is searched: a start need not wait for it.
    thesaurus: OnceLock<Thesaurus>,
    /// Analyses the texts that are shown, so that they can be marked. Shared, because it remembers words.
    pub marking: Arc<Mutex<Analyser>>,
}

impl Language {
    pub(in crate::search) fn new(lexicon: Arc<Lexicon>, register: &Register) -> Self {
        let marking = Arc::new(Mutex::new(Analyser::with(lexicon.clone())));
        Self { lexicon, own: register.synonyms.clone(), thesaurus: OnceLock::new(), marking }
    }

    /// Asked at query time: a change of the lists needs no new index.
    pub(in crate::search) fn thesaurus(&self) -> &Thesaurus {
        self.thesaurus.get_or_init(|| Thesaurus::over(&SHIPPED, rules(&self.own)))
    }
}

static SHIPPED: LazyLock<Thesaurus> = LazyLock::new(|| Thesaurus::new(rules(&shipped_synonyms().0)));

/// Synonyms as rules of a thesaurus.
fn rules(synonyms: &[Synonym]) -> impl Iterator<Item = SynonymRule<'_>> {
    synonyms.iter().map(|synonym| SynonymRule {
        term: &synonym.term,
        variants: synonym.variants.iter().map(|variant| variant.as_str()).collect(),
        direction: match synonym.direction {
            Direction::Both => german::Direction::Both,
            Direction::ToTerm => german::Direction::ToTerm,
            Direction::None => german::Direction::Off,
        },
        hint: synonym.hint.as_deref(),
    })
}

/// More entries than these are not looked through for words: what they have in common has shown by then.
pub(in crate::search) const ENTRIES_FOR_WORDS: usize = 20_000;

/// In so many entries a word must stand to be more than somebody's slip.
const ENTRIES_WITH_WORD: u32 = 2;

/// Gathers the words of a catalogue that compounds may be made of: its nouns, which German writes with a capital.
#[derive(Default)]
pub(in crate::search) struct OwnWords {
    /// In how many entries each word stands, and the last one of them.
    counts: FxHashMap<Box<str>, (u32, u32)>,
    entries: u32,
}

impl OwnWords {
    /// Looks through one entry.
    pub(in crate::search) fn look_through(&mut self, measure: &Measure) {
        self.entries += 1;
        let texts =
            [Some(&measure.title), Some(&measure.summary), measure.content.as_ref(), measure.admission.as_ref()];
        for text in texts.into_iter().flatten().chain(&measure.aliases) {
            for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| is_noun(word)) {
                self.count(word);
            }
        }
    }

    fn count(&mut self, word: &str) {
        match self.counts.get_mut(word) {
            Some((_, last)) if *last == self.entries => {}
            Some((count, last)) => (*count, *last) = (*count + 1, self.entries),
            None => _ = self.counts.insert(word.into(), (1, self.entries)),
        }
    }

    /// The lexicon of these words, of the names in the register and of a user's own dictionary.
    pub(in crate::search) fn lexicon(self, register: &Register, dictionary: &[Box<str>]) -> Arc<Lexicon> {
        let mut frequent: Vec<Box<str>> = self
            .counts
            .into_iter()
            .filter(|(_, (count, _))| *count >= ENTRIES_WITH_WORD)
            .map(|(word, _)| word)
            .collect();
        frequent.sort_unstable();
        let names = register.target_groups.iter().map(|term| &term.label);
        let names = names.chain(register.places.iter().map(|place| &place.label));
        let names = names.chain(register.regions.iter().map(|region| &region.label));
        let names = names.flat_map(|label| label.split(|c: char| !c.is_alphabetic()).filter(|word| is_noun(word)));
        Lexicon::with(dictionary.iter().chain(&frequent).map(|word| &**word).chain(names))
    }
}

fn is_noun(word: &str) -> bool {
    word.len() >= 5 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}
