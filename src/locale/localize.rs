//! One way from a value to words in the user's language. `Display` is English, for logs and tests.

use super::Texts;

/// A value that can be said in the user's language. Types above this layer have methods of the same names.
pub trait Localize {
    /// The words: one displayable sentence or label.
    fn localize(&self, texts: &Texts) -> String;

    /// What to do about it, where there is something to say.
    fn localize_hint(&self, _texts: &Texts) -> Option<String> {
        None
    }

    /// Both in whole sentences.
    fn localize_with_hint(&self, texts: &Texts) -> String {
        let message = self.localize(texts);
        let stop = if message.ends_with(['.', '?', '!']) { "" } else { "." };
        format!("{message}{stop} {}", self.localize_hint(texts).unwrap_or_default()).trim_end().to_owned()
    }
}
