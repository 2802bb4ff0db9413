//! The forms in which a word stands in the index besides itself, each with a leading mark.

/// Longest word beginning that is a term of its own. Longer beginnings are looked up as a range of whole words;
/// for short ones that range would be half the dictionary.
pub(in crate::search) const STORED_PREFIX: usize = 3;

/// Beginnings shorter than this are kept for the telling parts only: one letter of a long text says nothing.
pub(in crate::search) const BODY_PREFIX: usize = 3;

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum TermMark {
    /// Its stem, by how much of the text it makes up.
    Stem(Density),
    /// A word in a compound, as a stem.
    Part,
    /// A hyphenated word, glued.
    Joined,
    /// Its first letters.
    Prefix,
    /// Written as an abbreviation: "MAT", not "Mat".
    Abbreviation,
}

impl TermMark {
    fn mark(self) -> char {
        match self {
            Self::Stem(Density::Faint) => '1',
            Self::Stem(Density::Low) => '2',
            Self::Stem(Density::Plain) => '3',
            Self::Stem(Density::High) => '4',
            Self::Part => '=',
            Self::Joined => '+',
            Self::Prefix => '^',
            Self::Abbreviation => '!',
        }
    }

    /// The stem that a term is about, alone or inside a compound; none for terms of other kinds.
    pub(in crate::search) fn stem_of(term: &[u8]) -> Option<&[u8]> {
        let (mark, stem) = term.split_first()?;
        let is_stem = Density::ALL
            .map(Self::Stem)
            .into_iter()
            .chain([Self::Part])
            .any(|form| u32::from(*mark) == u32::from(form.mark()));
        is_stem.then_some(stem)
    }

    /// The term under which the form stands in the index.
    pub(in crate::search) fn term(self, text: &str) -> String {
        let mut term = String::with_capacity(text.len() + 1);
        self.push(&mut term, text);
        term
    }

    /// Appends the term to `terms`.
    pub(in crate::search) fn push(self, terms: &mut String, text: &str) {
        terms.push(self.mark());
        terms.push_str(text);
    }
}

/// How much of a text a word makes up, in four steps.
///
/// It is the weight that BM25 gives to the frequency of a word in a text of some length, worked out when the text is
/// indexed: a document stands in one of four lists instead of carrying a frequency, and lists are read fastest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Density {
    Faint,
    Low,
    Plain,
    High,
}

impl Density {
    pub(in crate::search) const ALL: [Self; 4] = [Self::High, Self::Plain, Self::Low, Self::Faint];

    /// `count` times in a text of `length` words, where texts have some `usual` words.
    pub(in crate::search) fn of(count: u32, length: u32, usual: f32) -> Self {
        /// The usual parameters of BM25 (Robertson and Zaragoza 2009).
        const K1: f32 = 1.2;
        const B: f32 = 0.75;
        let count = count as f32;
        let weight = count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length as f32 / usual));
        match weight {
            ..0.7 => Self::Faint,
            ..1.0 => Self::Low,
            ..1.35 => Self::Plain,
            _ => Self::High,
        }
    }

    /// What a find is worth.
    pub(in crate::search) fn weight(self) -> f32 {
        match self {
            Self::Faint => 0.45,
            Self::Low => 0.65,
            Self::Plain => 1.15,
            Self::High => 1.65,
        }
    }
}

/// The stored beginnings of a folded word, shortest first.
pub(in crate::search) fn prefixes(word: &str, shortest: usize) -> impl Iterator<Item = &str> {
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

    #[test]
    fn a_word_counts_more_in_a_short_text_and_when_it_comes_often() {
        let weight = |count, length| Density::of(count, length, 100.0).weight();
        assert!(weight(1, 30) > weight(1, 100));
        assert!(weight(1, 100) > weight(1, 500));
        assert!(weight(4, 100) > weight(1, 100));
    }
}
