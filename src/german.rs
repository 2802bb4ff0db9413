//! German text analysis: from what people write to the terms in which it is found.
//!
//! ```text
//! text -> scan (tokens with their bytes) -> fold (one spelling) -> stem -> Token
//!           paragraph  "§ 16 i"        16i
//!           law        "SGB II"        sgb2
//!           gender     "Erzieher:innen"  erzieherinnen, stem of "erzieher"
//!           kind       AGH, U25: never stemmed
//!           compound   "Schuldnerberatung"  schuldn, berat
//! ```
//!
//! Lists that change more often than code lie in `config/german`: the words that compounds are made of, word families,
//! words that say little, words for whom. The [`Thesaurus`] knows other words for a word; the search asks it about what was typed.
//!
//! A [`Token`] carries every form in which its word counts: as written, stemmed, glued. The search decides
//! which of them become terms, and under which mark (`search::form`).
//!
//! No input makes it panic, and time and memory grow with the length of the text only.

mod analyser;
mod chars;
mod compound;
mod family;
mod feminine;
mod fold;
mod forms;
mod gender;
mod kind;
mod law;
mod lexicon;
mod paragraph;
mod prefix;
mod role;
mod scan;
mod separable;
mod stem;
mod stop_words;
mod thesaurus;
mod token;
mod unfinished;
mod verb;

#[cfg(test)]
mod nasty_tests;

pub use analyser::Analyser;
pub use family::relatives;
pub use fold::fold;
pub use kind::TokenKind;
pub use lexicon::{Lexicon, words};
pub use prefix::{prefix_len_in, shared_len_in};
pub use role::{WordRole, role_of};
pub use separable::joined_verbs;

pub use stop_words::is_stop_word;
pub use thesaurus::{Direction, Expansion, RuleNumber, SynonymRule, Thesaurus, ThesaurusMatch};
pub use token::{CompoundPart, JoinedForm, Token};
pub use unfinished::unfinished_stems;
pub use verb::infinitive_of;

/// Raised with every change of what analysis yields.
pub const VERSION: u32 = 5;

/// Names this analysis: an index built under another name must be built anew.
///
/// Version, stemmer with its version, and a hash of the word lists:
/// `german-2/frostem-2.20261016.1/8c2f...`.
pub fn fingerprint() -> String {
    let lists = [stop_words::STOP_WORDS, stem::KEPT, stem::OWN_SENSE, feminine::NOT_FEMININE, &lexicon::LISTS];
    let exceptions = stem::EXCEPTIONS.iter().flat_map(|(stem, forms)| forms.iter().flat_map(move |form| [form, stem]));
    let hash = hash(lists.into_iter().flatten().chain(exceptions));
    format!("german-{VERSION}/{}/{hash:016x}", stem::STEMMER)
}

/// FNV-1a: the same on every machine and in every version of Rust.
fn hash<'w>(words: impl Iterator<Item = &'w &'w str>) -> u64 {
    words
        .flat_map(|word| word.bytes().chain([0]))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_names_version_stemmer_and_lists() {
        let name = fingerprint();
        assert!(name.starts_with(&format!("german-{VERSION}/frostem-")));
        assert_eq!(name, fingerprint());
        assert_ne!(hash(["ab", "c"].iter()), hash(["a", "bc"].iter()));
    }
}
