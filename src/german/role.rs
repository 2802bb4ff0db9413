//! What a word does in a query: "Frau braucht Hilfe bei Schulden" asks for "Schulden".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{fold::fold_word, lexicon::words};

/// What a word does in a query, by what it says beside other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordRole {
    /// What is wanted: "Schulden", "Coaching", "Wetzlar".
    Subject,
    /// For whom: "Frau", "U25". It says less than the subject, and most entries for everybody do not name it.
    Person,
    /// Around it: "brauche", "Hilfe", "Angebot". Wanted, but not insisted on.
    Filler,
}

static PERSONS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded(include_str!("../../config/german/person-words.txt")));
static FILLERS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded(include_str!("../../config/german/soft-words.txt")));

fn folded(list: &str) -> FxHashSet<String> {
    words(list).map(fold_word).collect()
}

/// What a folded word does where others stand beside it.
pub fn role_of(folded: &str) -> WordRole {
    match folded {
        _ if FILLERS.contains(folded) => WordRole::Filler,
        _ if PERSONS.contains(folded) => WordRole::Person,
        _ => WordRole::Subject,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_need_stands_between_persons_and_fillers() {
        for word in ["brauche", "kundin", "mochte", "angebot"] {
            assert_eq!(role_of(word), WordRole::Filler, "{word}");
        }
        for word in ["frauen", "u25", "fluchtling", "alleinerziehende"] {
            assert_eq!(role_of(word), WordRole::Person, "{word}");
        }
        for word in ["schulden", "sucht", "kita", "wohnung", "azubi"] {
            assert_eq!(role_of(word), WordRole::Subject, "{word}");
        }
    }
}
