//! What a spreadsheet takes for a formula, made text for it and given back when it is read again.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::base::is_displayable;

/// A cell of a CSV file that no program runs. An apostrophe in front says that it is text; what looks as if that had been
/// done already gets one more, so that [`unguarded`] takes away what this has added.
///
/// ```
/// use lotse::exchange::{guarded, unguarded};
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("Frau Stark"), "Frau Stark");
/// assert_eq!(unguarded(&guarded("'＝1")), "'＝1");
/// ```
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell without the apostrophe that [`guarded`] and spreadsheets put in front of what looks like a formula.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether some program may take a text for a formula, whatever number of apostrophes stands in front: after blanks and
/// what is not seen there comes a sign with which formulas begin, in any of its widths.
pub(super) fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let first = text.chars().find(|&c| !c.is_whitespace() && is_displayable(c));
    first.is_some_and(|c| match c {
        '=' | '+' | '-' | '@' | '\u{2212}' => true,
        c if c.is_ascii() => false,
        c => matches!([c].into_iter().nfkc().next(), Some('=' | '+' | '-' | '@' | '\u{2212}')),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_text() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("- ein Punkt", "'- ein Punkt"),
            ("+49 30", "'+49 30"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            ("﹦1", "'﹦1"),
            ("\u{2212}1", "'\u{2212}1"),
            ("\t1", "'\t1"),
            ("\rx", "'\rx"),
            ("\nx", "'\nx"),
            ("  =1", "'  =1"),
            ("\u{a0}\u{feff}\u{200b}=1", "'\u{a0}\u{feff}\u{200b}=1"),
            ("'=1", "''=1"),
            ("'zitiert'", "'zitiert'"),
            ("'", "'"),
            ("Frau Stark", "Frau Stark"),
            ("  x = 1", "  x = 1"),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_begins_a_formula_and_every_text_comes_back(
            text in "'{0,3}[ \\t\\r\\n\u{feff}\u{3164}]{0,2}[=+@＝＋－＠-]?.{0,20}",
        ) {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
            prop_assert_eq!(unguarded(&cell), &text);
        }
    }
}
