//! The words that compounds are made of: the shipped lists, a user's own dictionary, the catalogue's words.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use super::fold::fold_word;

/// The shipped lists: simple words of everyday life, work and offices, and words that only look like compounds.
pub(super) const LISTS: [&str; 4] = [
    include_str!("../../config/german/words-everyday.txt"),
    include_str!("../../config/german/words-office.txt"),
    include_str!("../../config/german/words-work.txt"),
    include_str!("../../config/german/protected.txt"),
];

/// The known simple words, folded. A known word is never cut; every other word may be made of known ones.
///
/// Cheap to share. Index and query must be analysed with the same lexicon.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// What is known besides the shipped words.
    pub(super) own: FxHashSet<Box<str>>,
}

/// Read when the first word is looked up: a start need not wait for it.
static SHIPPED: LazyLock<FxHashSet<Box<str>>> =
    LazyLock::new(|| LISTS.iter().flat_map(|list| words(list)).map(|word| fold_word(word).into()).collect());

/// The same in order: asked for when a word was mistyped.
static IN_ORDER: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = SHIPPED.iter().map(|word| &**word).collect();
    words.sort_unstable();
    words
});

static PLAIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Lexicon::restored(Vec::new()));

/// The words of a list: one on each line, `#` opens a remark.
pub fn words(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|word| !word.is_empty())
}

impl Lexicon {
    /// The shipped words.
    pub fn shipped() -> Arc<Self> {
        PLAIN.clone()
    }

    /// The lexicon whose own words were asked for by [`Lexicon::own`].
    pub fn restored(own: Vec<Box<str>>) -> Arc<Self> {
        Arc::new(Self { own: own.into_iter().collect() })
    }

    /// The own words that count, folded and in order.
    pub fn own(&self) -> Vec<Box<str>> {
        let mut own: Vec<_> = self.own.iter().cloned().collect();
        own.sort_unstable();
        own
    }

    /// The known words that begin with a letter, in order: what a mistyped word may have been meant to be.
    pub fn words_beginning(&self, letter: char) -> impl Iterator<Item = &str> {
        let start = IN_ORDER.partition_point(|word| word.chars().next() < Some(letter));
        let shipped = IN_ORDER.iter().skip(start).copied().take_while(move |word| word.starts_with(letter));
        shipped.chain(self.own.iter().map(|word| &**word).filter(move |word| word.starts_with(letter)))
    }

    pub(super) fn knows(&self, folded: &str) -> bool {
        is_listed(folded) || self.own.contains(folded)
    }
}

/// Whether a folded word stands in the shipped lists.
pub(super) fn is_listed(folded: &str) -> bool {
    SHIPPED.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_words_and_remarks() {
        assert_eq!(words("# Haus\nschule\n\n  amt # kurz\n").collect::<Vec<_>>(), ["schule", "amt"]);
    }

    #[test]
    fn the_shipped_lists_are_clean() {
        for list in LISTS {
            for word in words(list) {
                assert!(word.chars().all(|c| c.is_lowercase()), "{word}");
                assert!(word.chars().count() >= 3, "{word}");
            }
        }
    }
}
