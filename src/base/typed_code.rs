//! A code as somebody types it.

/// The code that somebody means who writes `-` for `_` or the other way round, or in another case.
///
/// Files of a catalogue hold codes as they are; everywhere else, nobody should have to know how one is spelt.
///
/// ```
/// use lotse::base::typed_code;
/// assert_eq!(typed_code("Target-Group", ["measure", "target_group"]), Some("target_group"));
/// assert_eq!(typed_code("b1", ["A2", "B1"]), Some("B1"));
/// assert_eq!(typed_code("group", ["measure", "target_group"]), None);
/// ```
pub fn typed_code<'c>(typed: &str, codes: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let typed = typed.trim();
    let plain = |byte: u8| if byte == b'-' { b'_' } else { byte.to_ascii_lowercase() };
    let mut meant = None;
    for code in codes {
        if code == typed {
            return Some(code);
        }
        if meant.is_none() && code.bytes().map(plain).eq(typed.bytes().map(plain)) {
            meant = Some(code);
        }
    }
    meant
}
