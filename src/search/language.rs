//! What a snapshot knows of German: the words that compounds are made of, and the thesaurus.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use crate::{
    catalogue::{Register, Synonym, SynonymDirection, shipped_synonyms},
    german::{self, Analyser, Lexicon, SynonymRule, Thesaurus},
};

pub(super) struct Language {
    /// Documents and queries are analysed with the same one.
    pub lexicon: Arc<Lexicon>,
    /// The synonyms of the office.
    own: Vec<Synonym>,
    /// Built when the first word is searched: a start need not wait for it.
    thesaurus: OnceLock<Thesaurus>,
    /// Analyses the texts that are shown, so that they can be marked. Shared, because it remembers words.
    pub highlighting: Arc<Mutex<Analyser>>,
}

impl Language {
    pub(super) fn new(lexicon: Arc<Lexicon>, register: &Register) -> Self {
        let highlighting = Arc::new(Mutex::new(Analyser::with(lexicon.clone())));
        Self { lexicon, own: register.synonyms.clone(), thesaurus: OnceLock::new(), highlighting }
    }

    /// Asked at query time: a change of the lists needs no new index.
    pub(super) fn thesaurus(&self) -> &Thesaurus {
        self.thesaurus.get_or_init(|| Thesaurus::over(&SHIPPED, rules(&self.own)))
    }
}

static SHIPPED: LazyLock<Thesaurus> = LazyLock::new(|| Thesaurus::new(rules(&shipped_synonyms().0)));

fn rules(synonyms: &[Synonym]) -> impl Iterator<Item = SynonymRule<'_>> {
    synonyms.iter().map(|synonym| SynonymRule {
        term: &synonym.term,
        variants: synonym.variants.iter().map(|variant| variant.as_str()).collect(),
        direction: match synonym.direction {
            SynonymDirection::Both => german::Direction::Both,
            SynonymDirection::ToTerm => german::Direction::ToTerm,
            SynonymDirection::None => german::Direction::Off,
        },
        hint: synonym.hint.as_deref(),
    })
}
