//! Ids: lower-case slugs that are safe as file names on every system.

use std::{borrow::Borrow, fmt, ops::Deref};

use serde::{Deserialize, Serialize};

/// Longest id in bytes.
pub const MAX_ID_LENGTH: usize = 80;

/// Names that Windows keeps for devices; a file of that name cannot exist there.
const DEVICE_NAMES: &[&str] = &["con", "prn", "aux", "nul"];

/// A lower-case slug, `^[a-z0-9][a-z0-9-]{0,79}$`, never the name of a Windows device.
///
/// An id can therefore never leave the catalogue folder when it becomes a file name.
///
/// ```
/// use lotse::catalogue::Id;
/// assert!(Id::parse("frau-stark").is_some());
/// assert!(Id::parse("../etc/passwd").is_none());
/// assert!(Id::parse("com1").is_none());
/// ```
///
/// What is read back from a file passes the same check: an index, a journal or a draft cannot bring another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Box<str>")]
pub struct Id(Box<str>);

/// Why a text is no [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl TryFrom<Box<str>> for Id {
    type Error = NotAnId;

    fn try_from(raw: Box<str>) -> Result<Self, NotAnId> {
        if is_id(&raw) { Ok(Self(raw)) } else { Err(NotAnId) }
    }
}

impl Id {
    /// The id, or `None` when `raw` is not a slug.
    pub fn parse(raw: &str) -> Option<Self> {
        is_id(raw).then(|| Self(raw.into()))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_id(raw: &str) -> bool {
    let slug = raw.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !raw.is_empty()
        && !raw.starts_with('-')
        && raw.len() <= MAX_ID_LENGTH;
    slug && !is_device(raw)
}

fn is_device(raw: &str) -> bool {
    let numbered = |name: &str| raw.strip_prefix(name).is_some_and(|n| n.len() == 1 && n != "0");
    DEVICE_NAMES.contains(&raw) || numbered("com") || numbered("lpt")
}

impl Deref for Id {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_ids() {
        let longest = "a".repeat(MAX_ID_LENGTH);
        for good in ["a", "u25", "16i", "frau-stark", "komm-an-nrw", longest.as_str(), "com10", "console"] {
            assert_eq!(Id::parse(good), serde_json::from_value(good.into()).ok(), "{good}");
            assert!(Id::parse(good).is_some(), "{good}");
        }
        let too_long = "a".repeat(MAX_ID_LENGTH + 1);
        for bad in ["", "-a", "Frau", "frau stark", "träger", "a/b", "a.b", "..", "nul", "lpt9", too_long.as_str()] {
            assert!(Id::parse(bad).is_none(), "{bad}");
            assert!(serde_json::from_value::<Id>(bad.into()).is_err(), "{bad} came from a file");
        }
        let id = Id::parse("frau-stark").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"frau-stark\"");
        assert_eq!(serde_json::from_str::<Id>("\"frau-stark\"").unwrap(), id);
    }
}
