//! The forms in which a word stands in the index besides itself, each with a leading mark.

/// Longest word beginning that is a term of its own. Longer beginnings are looked up as a range of whole words;
/// for short ones that range would be half the dictionary.
pub(super) const STORED_PREFIX: usize = 3;

/// Beginnings shorter than this are kept for the telling parts only: one letter of a long text says nothing.
pub(super) const BODY_PREFIX: usize = 3;

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Its stem.
    Stem,
    /// A hyphenated word, glued.
    Joined,
    /// Its first letters.
    Prefix,
}

impl Form {
    fn mark(self) -> char {
        match self {
            Self::Stem => '~',
            Self::Joined => '+',
            Self::Prefix => '^',
        }
    }

    /// The term under which the form stands in the index.
    pub(super) fn term(self, text: &str) -> String {
        let mut term = String::with_capacity(text.len() + 1);
        self.push(&mut term, text);
        term
    }

    /// Appends the term to `terms`.
    pub(super) fn push(self, terms: &mut String, text: &str) {
        terms.push(self.mark());
        terms.push_str(text);
    }
}

/// The stored beginnings of a folded word, shortest first.
pub(super) fn prefixes(word: &str, shortest: usize) -> impl Iterator<Item = &str> {
    let ends = word.char_indices().map(|(start, c)| start + c.len_utf8()).take(STORED_PREFIX);
    ends.enumerate().filter(move |(i, _)| i + 1 >= shortest).map(|(_, end)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_end_at_letters() {
        assert_eq!(prefixes("жизнь", 1).collect::<Vec<_>>(), ["ж", "жи", "жиз"]);
        assert_eq!(prefixes("agh", BODY_PREFIX).collect::<Vec<_>>(), ["agh"]);
        assert_eq!(prefixes("ab", BODY_PREFIX).count(), 0);
    }
}
