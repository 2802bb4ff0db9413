//! German text analysis: from what people write to the terms in which it is found.
//!
//! ```text
//! text -> scan (tokens with their bytes) -> fold (one spelling) -> stem -> Token
//!           paragraph  "§ 16 i"        16i
//!           law        "SGB II"        sgb2
//!           gender     "Erzieher:innen"  erzieherinnen, stem of "erzieher"
//!           kind       AGH, U25: never stemmed
//! ```
//!
//! A [`Token`] carries every form in which its word counts: as written, stemmed, glued. The search room decides
//! which of them become terms, and under which mark (`search::form`).
//!
//! No input makes it panic, and time and memory grow with the length of the text only.

mod analyser;
mod chars;
mod feminine;
mod fold;
mod gender;
mod kind;
mod law;
mod paragraph;
mod prefix;
mod scan;
mod stem;
mod stop_words;
mod token;

#[cfg(test)]
mod nasty_tests;

pub use analyser::Analyser;
pub use fold::fold;
pub use kind::TokenKind;
pub use prefix::prefix_len_in;
pub use stop_words::is_stop_word;
pub use token::Token;

/// Raised with every change of what analysis yields.
pub const VERSION: u32 = 1;

/// Names this analysis: an index built under another name must be built anew.
///
/// Version, stemmer with its version, and a hash of the word lists:
/// `german-1/frostem-2.20261016.1/8c2f...`.
pub fn fingerprint() -> String {
    let lists = [stop_words::STOP_WORDS, stem::KEPT, feminine::NOT_FEMININE];
    let hash = hash(lists.into_iter().flatten());
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
