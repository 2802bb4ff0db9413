//! The list of choices of a field, narrowed down while one types.

use crate::german::fold;

/// The open list of choices.
#[derive(Clone, Debug)]
pub struct Picker {
    /// Codes with their labels. An empty code stands for no choice.
    options: Vec<(String, String)>,
    /// What was typed to narrow the list down.
    pub filter: String,
    /// Position of the marked one among those that are shown.
    pub at: usize,
    /// The codes that are chosen.
    pub chosen: Vec<String>,
    /// Whether there may be several.
    pub multiple: bool,
}

impl Picker {
    /// A list in which the first chosen one is marked.
    pub fn open(options: Vec<(String, String)>, chosen: &[String], multiple: bool) -> Self {
        let at = chosen.first().and_then(|code| options.iter().position(|(known, _)| known == code)).unwrap_or(0);
        Self { options, filter: String::new(), at, chosen: chosen.to_vec(), multiple }
    }

    /// The choices that what was typed leaves: every word begins one of theirs.
    pub fn shown(&self) -> Vec<&(String, String)> {
        let wanted: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        let fits = |(code, label): &&(String, String)| {
            let names = [fold(label), fold(code)];
            wanted.iter().all(|word| names.iter().any(|name| begins(name, word)))
        };
        self.options.iter().filter(fits).collect()
    }

    /// The marked choice.
    pub fn marked(&self) -> Option<&(String, String)> {
        self.shown().get(self.at).copied()
    }

    /// Narrows the list down.
    pub fn type_text(&mut self, typed: &str) {
        self.filter.push_str(&typed.replace('\n', " "));
        self.at = 0;
    }

    /// Takes the last letter back; false when there is none.
    pub fn delete(&mut self) -> bool {
        self.at = 0;
        self.filter.pop().is_some()
    }

    /// Shows everything again; the mark stays with its choice.
    pub fn clear_filter(&mut self) {
        let marked = self.marked().map(|option| option.0.clone());
        self.filter.clear();
        self.at = marked.and_then(|code| self.options.iter().position(|(known, _)| *known == code)).unwrap_or(0);
    }

    /// Moves the mark.
    pub fn step(&mut self, by: isize) {
        let last = self.shown().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

fn begins(name: &str, word: &str) -> bool {
    name.match_indices(word)
        .any(|(at, _)| name[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
}
