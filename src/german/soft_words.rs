//! Words that say little about what is wanted: "Hilfe bei Schulden" asks for "Schulden".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{fold::fold_word, lexicon::words};

pub(super) const LIST: &str = include_str!("../../config/german/soft-words.txt");

static SOFT: LazyLock<FxHashSet<String>> = LazyLock::new(|| words(LIST).map(fold_word).collect());

/// Whether a folded word is wanted, but not insisted on, where others say more.
///
/// `brauche`, `kunde`, `bekommen` are; `schulden`, `frauen` are not.
pub fn is_soft_word(folded: &str) -> bool {
    SOFT.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_need_are_soft() {
        for word in ["brauche", "kundin", "mochte", "angebot"] {
            assert!(is_soft_word(word), "{word}");
        }
        for word in ["schulden", "frauen", "sucht", "kita", "wohnung"] {
            assert!(!is_soft_word(word), "{word}");
        }
    }
}
