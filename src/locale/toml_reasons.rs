//! The reasons of the `toml` crate, which speaks English only, led to texts of ours.

/// Beginnings of reasons and the texts for them. The first that fits counts, so special cases stand before general ones.
const REASONS: &[(&str, &str)] = &[
    // What Lotse has seen in the line itself.
    ("curly", "toml-reason-curly"),
    ("day", "toml-reason-day"),
    ("colon", "toml-reason-colon"),
    ("wide-blank", "toml-reason-wide-blank"),
    ("heading", "toml-reason-bad-key"),
    ("remark", "toml-reason-remark"),
    ("conflict", "toml-reason-conflict"),
    ("empty", "toml-reason-empty"),
    ("comma", "toml-reason-comma"),
    ("list-brackets", "toml-reason-list-brackets"),
    ("decimals", "toml-reason-decimals"),
    ("range", "toml-reason-range"),
    ("phone", "toml-reason-phone"),
    ("number-words", "toml-reason-number-words"),
    ("inner-quotes", "toml-reason-inner-quotes"),
    ("windows-path", "toml-reason-windows-path"),
    // What the crate says.
    ("missing opening quote", "toml-reason-string-begin"),
    ("string values must be quoted", "toml-reason-quotes"),
    ("key with no value", "toml-reason-no-value"),
    ("missing value for key", "toml-reason-no-value"),
    ("missing assignment between", "toml-reason-no-value"),
    ("unquoted keys cannot be empty", "toml-reason-no-key"),
    ("missing key for inline table", "toml-reason-no-key"),
    ("invalid unquoted key", "toml-reason-bad-key"),
    ("keys cannot be multi-line", "toml-reason-bad-key"),
    ("duplicate key", "toml-reason-duplicate"),
    ("invalid basic string, expected `\"`", "toml-reason-string-open"),
    ("invalid literal string, expected `'`", "toml-reason-string-open"),
    ("invalid multi-line basic string, expected `\"`", "toml-reason-text-open"),
    ("invalid multi-line literal string, expected `'`", "toml-reason-text-open"),
    ("invalid basic string", "toml-reason-string-character"),
    ("invalid literal string", "toml-reason-string-character"),
    ("invalid multi-line", "toml-reason-string-character"),
    ("missing escaped value", "toml-reason-escape"),
    ("too few unicode value digits", "toml-reason-escape"),
    ("invalid value, expected unicode", "toml-reason-escape"),
    ("missing comma between array elements", "toml-reason-list-comma"),
    ("unexpected `=` in array", "toml-reason-list-open"),
    ("unclosed array table", "toml-reason-heading-open"),
    ("unclosed table", "toml-reason-heading-open"),
    ("unclosed array", "toml-reason-list-open"),
    ("extra comma", "toml-reason-extra-comma"),
    ("unclosed inline table", "toml-reason-inline-open"),
    ("missing comma between key-value pairs", "toml-reason-inline-open"),
    ("invalid inline table element", "toml-reason-inline-open"),
    ("unexpected key or value", "toml-reason-after-value"),
    ("unexpected content", "toml-reason-after-value"),
    ("extra `=`", "toml-reason-extra-equals"),
    ("extra assignment", "toml-reason-extra-equals"),
    ("unexpected leading zero", "toml-reason-leading-zero"),
    ("missing value", "toml-reason-empty"),
    ("invalid key-value pair", "toml-reason-no-value"),
    ("invalid key", "toml-reason-bad-key"),
    ("invalid string", "toml-reason-string-character"),
    ("invalid table", "toml-reason-heading-open"),
    ("missing table open", "toml-reason-heading-open"),
    ("missing array opening", "toml-reason-after-value"),
    ("missing inline table opening", "toml-reason-after-value"),
    ("missing comment start", "toml-reason-remark"),
    ("integers with a radix", "toml-reason-number"),
    ("radix must be", "toml-reason-number"),
    ("redundant integer number prefix", "toml-reason-number"),
    ("unexpected sign", "toml-reason-number"),
    ("invalid binary number", "toml-reason-number"),
    ("invalid octal number", "toml-reason-number"),
    ("invalid hexadecimal number", "toml-reason-number"),
    ("invalid value", "toml-reason-quotes"),
    ("invalid date", "toml-reason-date"),
    ("invalid time", "toml-reason-date"),
    ("invalid boolean", "toml-reason-boolean"),
    ("invalid float", "toml-reason-number"),
    ("invalid integer", "toml-reason-number"),
    ("invalid mantissa", "toml-reason-number"),
    ("invalid fraction", "toml-reason-number"),
    ("invalid exponent", "toml-reason-number"),
    ("`_` may only go between digits", "toml-reason-number"),
    ("redundant numeric sign", "toml-reason-number"),
    ("invalid comment character", "toml-reason-comment"),
    ("carriage return must be followed", "toml-reason-line-end"),
    ("cannot extend value of type", "toml-reason-not-a-section"),
    ("cannot recurse further", "toml-reason-too-deep"),
    ("recursion limit", "toml-reason-too-deep"),
];

/// The Fluent key for a reason of the `toml` crate; `None` for one that nobody has put into words yet.
pub(crate) fn key(reason: &str) -> Option<&'static str> {
    REASONS.iter().find(|(beginning, _)| reason.starts_with(beginning)).map(|(_, key)| *key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::{Lang, Texts};

    /// What the crate says today about common slips; a new version that words them otherwise fails here.
    #[test]
    fn the_crate_still_speaks_like_this() {
        let mut unexpected = Vec::new();
        for (source, expected) in [
            ("a = Angebot", "toml-reason-quotes"),
            ("a = „Angebot“", "toml-reason-quotes"),
            ("a =", "toml-reason-quotes"),
            ("a \"b\"\n", "toml-reason-no-value"),
            ("= 1", "toml-reason-no-key"),
            ("straße = 1", "toml-reason-bad-key"),
            ("a = 1\na = 2", "toml-reason-duplicate"),
            ("[a]\n[a]", "toml-reason-duplicate"),
            ("a = \"b\nc = 1", "toml-reason-string-open"),
            ("a = 'b\nc = 1", "toml-reason-string-open"),
            ("a = \"\"\"b", "toml-reason-text-open"),
            ("a = '''b", "toml-reason-text-open"),
            ("a = \"\u{1}\"", "toml-reason-string-character"),
            ("a = \"C:\\Ordner\"", "toml-reason-escape"),
            ("a = \"\\u12\"", "toml-reason-escape"),
            ("a = [\"b\" \"c\"]", "toml-reason-list-comma"),
            ("a = [1", "toml-reason-list-open"),
            ("a = [1,, 2]", "toml-reason-extra-comma"),
            ("[a\n", "toml-reason-heading-open"),
            ("[[a]\n", "toml-reason-heading-open"),
            ("a = { b = 1", "toml-reason-inline-open"),
            ("a = \"b\" c", "toml-reason-after-value"),
            ("a == 1", "toml-reason-extra-equals"),
            ("a = 02.10.2026", "toml-reason-leading-zero"),
            ("a = 2026-02-30", "toml-reason-date"),
            ("a = 2026-1-1", "toml-reason-date"),
            ("a = TRUE", "toml-reason-boolean"),
            ("a = 12,5", "toml-reason-after-value"),
            ("a = 1.", "toml-reason-number"),
            ("a = 0X1F", "toml-reason-number"),
            ("a = -0x1F", "toml-reason-number"),
            ("a = 0xZZ", "toml-reason-number"),
            ("a = 0o9", "toml-reason-number"),
            ("a = 0b2", "toml-reason-number"),
            ("a = ++1", "toml-reason-number"),
            ("# \u{1}", "toml-reason-comment"),
            ("a = 1\n[a.b]", "toml-reason-not-a-section"),
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(source);
            let reasons: Vec<_> = errors.iter().map(toml::de::Error::message).collect();
            let keys: Vec<_> = reasons.iter().copied().map(key).collect();
            if !keys.contains(&Some(expected)) || keys.contains(&None) {
                unexpected.push((source, expected, reasons.join("; ")));
            }
        }
        assert!(unexpected.is_empty(), "{unexpected:#?}");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_wrong_has_words(source in "[ab01=\\[\\]{}\"'#.,_+xXoz:T \r\n\\\\-]{0,24}") {
            let (_, errors) = toml::de::DeTable::parse_recoverable(&source);
            let mute = errors.iter().map(toml::de::Error::message).find(|reason| key(reason).is_none());
            proptest::prop_assert_eq!(mute, None);
        }
    }

    #[test]
    fn every_reason_has_words() {
        let keys: BTreeSet<_> = REASONS.iter().map(|(_, key)| *key).collect();
        for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
            assert!(keys.iter().all(|key| texts.has(key)));
        }
    }

    #[test]
    fn no_reason_hides_behind_a_shorter_one() {
        for (later, (reason, expected)) in REASONS.iter().enumerate() {
            assert_eq!(key(reason), Some(*expected), "entry {later}");
        }
    }
}
