//! The words of one part of one entry as the lines that are indexed: as they stand, and in their other forms.

use std::{borrow::Cow, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    german::{Analyser, Lexicon, Token, TokenKind},
    search::{BODY_PREFIX, Density, LONGEST_LABEL, Part, TermMark, Whole, push_whole, schema::prefixes},
};

/// Writes the words of parts; keeps its buffers and the memory of words and labels that it has analysed.
pub(super) struct TermWriter {
    pub analyser: Analyser,
    /// Texts of the register, which come again in entry after entry, as they were analysed the first time.
    labels: FxHashMap<Box<str>, Arc<AnalysedLabel>>,
    seen: SeenTerms,
}

/// A text of the register, analysed.
struct AnalysedLabel {
    tokens: Vec<Token>,
    /// The line with which a query is compared; empty for long labels.
    whole: String,
}

/// Texts that are remembered before the memory is emptied: registers are smaller, measure numbers are not.
const MAX_LABELS: usize = 1 << 14;

/// What one part of one entry has shown so far.
#[derive(Default)]
struct SeenTerms {
    surfaces: FxHashSet<String>,
    stems: FxHashMap<Arc<str>, u32>,
    parts: FxHashSet<Arc<str>>,
    words: u32,
}

impl SeenTerms {
    fn clear(&mut self) {
        self.surfaces.clear();
        self.stems.clear();
        self.parts.clear();
        self.words = 0;
    }
}

impl TermWriter {
    pub(super) fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { analyser: Analyser::with(lexicon), labels: FxHashMap::default(), seen: SeenTerms::default() }
    }

    /// The words of a part as they stand, and in their other forms; whole labels go to `whole`.
    pub(super) fn of_part(&mut self, part: Part, texts: &[Cow<'_, str>], whole: &mut String) -> (String, String) {
        let (mut exact, mut forms) = (String::new(), String::new());
        self.seen.clear();
        for text in texts {
            if matches!(part, Part::Label | Part::Legal) {
                let label = self.label(text);
                self.add(&label.tokens, part, &mut exact, &mut forms);
                if part == Part::Label {
                    whole.push_str(&label.whole);
                }
            } else {
                let tokens = self.analyser.tokens(text);
                self.add(&tokens, part, &mut exact, &mut forms);
            }
        }
        for (stem, count) in &self.seen.stems {
            push_line(&mut forms, TermMark::Stem(Density::of(*count, self.seen.words, part.usual_length())), stem);
        }
        (exact, forms)
    }

    fn label(&mut self, text: &str) -> Arc<AnalysedLabel> {
        if let Some(label) = self.labels.get(text) {
            return label.clone();
        }
        let mut whole = String::new();
        if text.split_whitespace().count() <= LONGEST_LABEL {
            push_whole(Whole::Label, text, &mut self.analyser, &mut whole);
        }
        let label = Arc::new(AnalysedLabel { tokens: self.analyser.tokens(text), whole });
        // Emptied as a whole: keeping an order would cost more than analysing them again.
        if self.labels.len() >= MAX_LABELS {
            self.labels.clear();
        }
        self.labels.insert(text.into(), label.clone());
        label
    }

    fn add(&mut self, tokens: &[Token], part: Part, exact: &mut String, forms: &mut String) {
        for token in tokens {
            exact.push_str(&token.surface);
            exact.push('\n');
            // Nobody looks for small words but in phrases and as they stand.
            if !token.is_small {
                self.seen.add(token, part, forms);
            }
        }
        // A gap, so that no phrase runs from one text into the next.
        exact.push_str("\u{0}\n");
    }
}

impl SeenTerms {
    /// Appends the forms of a word that are not there yet. Stems wait until their number is known.
    fn add(&mut self, token: &Token, part: Part, forms: &mut String) {
        self.words += 1;
        if let Some(stem) = &token.stem {
            match self.stems.get_mut(stem) {
                Some(count) => *count += 1,
                None => _ = self.stems.insert(stem.clone(), 1),
            }
        }
        // Counted above, but its other forms are there already.
        if self.surfaces.contains(&token.surface) {
            return;
        }
        for word in &*token.parts {
            if self.parts.insert(word.stem.clone()) {
                push_line(forms, TermMark::Part, &word.stem);
            }
        }
        token.joined.iter().for_each(|joined| push_line(forms, TermMark::Joined, &joined.surface));
        if token.kind == TokenKind::Abbreviation {
            push_line(forms, TermMark::Abbreviation, token.stem.as_deref().unwrap_or(&token.surface));
        }
        let shortest = if part.is_long() { BODY_PREFIX } else { 1 };
        prefixes(&token.surface, shortest).for_each(|prefix| push_line(forms, TermMark::Prefix, prefix));
        self.surfaces.insert(token.surface.clone());
    }
}

fn push_line(lines: &mut String, form: TermMark, text: &str) {
    form.push(lines, text);
    lines.push('\n');
}
