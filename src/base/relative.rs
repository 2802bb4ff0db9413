//! Paths inside a catalogue: relative, with `/`, and nothing in them that leads out of it.

use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Deserializer, de::Error};

/// Longest path in bytes; no system opens a longer one.
const LONGEST: usize = 4096;

/// True for a path that names something inside a catalogue on every system: relative, with `/`, without `.` and `..`,
/// backslashes, drive letters and control characters.
///
/// ```
/// use lotse::base::is_inside;
/// assert!(is_inside("measures/frau-stark.toml"));
/// assert!(!is_inside("../frau-stark.toml"));
/// assert!(!is_inside("C:/frau-stark.toml"));
/// ```
pub fn is_inside(path: &str) -> bool {
    let drive = matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    let named = |part: &str| !matches!(part, "" | "." | "..");
    path.len() <= LONGEST && !drive && path.split('/').all(named) && !path.contains(is_foreign)
}

fn is_foreign(c: char) -> bool {
    c == '\\' || c.is_control()
}

/// The path by which a file is remembered that the file system lists as `path`: the same where that
/// [names something inside](is_inside) on every system, else a stand-in under which no file is found.
pub fn remembered(path: &str) -> Cow<'_, str> {
    if is_inside(path) {
        return Cow::Borrowed(path);
    }
    let told: String = path.chars().map(told).collect();
    Cow::Owned(if is_inside(&told) { told } else { told.replacen(':', "\u{FFFD}", 1) })
}

/// What stands for a character that no path may have, so that two files seldom get the same name.
fn told(c: char) -> char {
    match c {
        '\\' => '\u{29F5}',
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        c if is_foreign(c) => '\u{FFFD}',
        c => c,
    }
}

/// Reads a stored path; one that leads out of the catalogue is none.
///
/// # Errors
/// When [`is_inside`] does not hold.
pub fn inside<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    checked(Arc::deserialize(deserializer)?)
}

/// Reads several stored paths.
///
/// # Errors
/// When [`is_inside`] does not hold for one of them.
pub fn all_inside<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<str>>, D::Error> {
    Vec::deserialize(deserializer)?.into_iter().map(checked).collect()
}

fn checked<E: Error>(path: Arc<str>) -> Result<Arc<str>, E> {
    if is_inside(&path) { Ok(path) } else { Err(E::custom("not a path inside a catalogue")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUT: [&str; 14] = [
        "",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "\\\\server\\x",
        "c:/x",
        "C:x",
        "a\u{1b}[2J",
        "a\0b",
    ];

    #[test]
    fn no_path_leads_out() {
        for path in ["catalogue.toml", "measures/frau-stark.toml", "measures/Ä b.toml", "measures/..x", "measures/a:b"]
        {
            assert!(is_inside(path), "{path}");
            assert_eq!(remembered(path), path);
        }
        for path in OUT {
            assert!(!is_inside(path), "{path:?}");
            let stored = serde_json::to_string(path).unwrap();
            assert!(inside(&mut serde_json::Deserializer::from_str(&stored)).is_err(), "{path:?}");
            let stored = format!("[\"a\",{stored}]");
            assert!(all_inside(&mut serde_json::Deserializer::from_str(&stored)).is_err(), "{path:?}");
        }
        assert!(!is_inside(&"a".repeat(LONGEST + 1)));
    }

    #[test]
    fn whatever_a_folder_lists_can_be_remembered() {
        for path in ["measures/\u{1b}[2J.toml", "measures/a\\b.toml", "c:x.toml", "C:\\x.toml", "vocabulary/a\nb.toml"]
        {
            assert!(is_inside(&remembered(path)), "{path:?} as {}", remembered(path));
        }
        assert_eq!(remembered("measures/\u{1b}[2J.toml"), "measures/␛[2J.toml");
    }
}
