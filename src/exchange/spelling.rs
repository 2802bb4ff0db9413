//! How words of tables are compared: whatever their case, umlauts, blanks and signs.

use crate::german;

/// One spelling for all that differ by case, umlauts and blanks only.
pub(super) fn spelling(words: &str) -> String {
    german::fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without anything but letters and digits: `§16 d` and `§ 16d` are one.
pub(super) fn letters_and_digits(words: &str) -> String {
    german::fold(words).chars().filter(|c| c.is_alphanumeric()).collect()
}
