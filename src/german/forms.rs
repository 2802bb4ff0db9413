//! The forms of a word, its stem and its parts, with a memory, because words repeat.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{CompoundPart, Lexicon, compound, is_stop_word, stem::Stemmer};

/// Words remembered before the memory is emptied: some megabytes at most.
const REMEMBERED: usize = 1 << 16;

#[derive(Clone, Debug)]
pub(super) struct WordForms {
    pub stem: Arc<str>,
    /// Empty when it is no compound.
    pub parts: Arc<[CompoundPart]>,
    pub is_small: bool,
}

/// Stems words and takes compounds apart.
pub(super) struct Forms {
    stemmer: Stemmer,
    /// Without one no compound is taken apart.
    pub lexicon: Option<Arc<Lexicon>>,
    memory: FxHashMap<Box<str>, WordForms>,
}

impl Forms {
    pub(super) fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon: Some(lexicon), ..Self::without_compounds() }
    }

    pub(super) fn without_compounds() -> Self {
        Self { stemmer: Stemmer::new(), lexicon: None, memory: FxHashMap::default() }
    }

    pub(super) fn of(&mut self, folded: &str) -> WordForms {
        if let Some(known) = self.memory.get(folded) {
            return known.clone();
        }
        if self.memory.len() >= REMEMBERED {
            self.memory.clear();
        }
        let forms = self.compute(folded);
        self.memory.insert(folded.into(), forms.clone());
        forms
    }

    fn compute(&self, folded: &str) -> WordForms {
        let ranges = self.lexicon.as_ref().map_or_else(Vec::new, |lexicon| compound::split(folded, lexicon));
        let part =
            |range: std::ops::Range<usize>| CompoundPart { stem: self.stemmer.stem(&folded[range.clone()]), range };
        let parts = ranges.into_iter().map(part).collect();
        WordForms { stem: self.stemmer.stem(folded), parts, is_small: is_stop_word(folded) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_is_bounded_and_does_not_change_the_answer() {
        let mut forms = Forms::new(Lexicon::shipped());
        for number in 0..=REMEMBERED {
            forms.of(&format!("wort{number}"));
        }
        assert!(forms.memory.len() <= REMEMBERED);
        assert_eq!(&*forms.of("massnahmen").stem, "massnahm");
        assert_eq!(&*forms.of("massnahmen").stem, "massnahm");
    }
}
