//! What the screen remembers from one run to the next: widths, and nothing of what was looked for.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::base::{AtomicWrite, private, read_at_most};

/// Longest file that is read.
const LONGEST: u64 = 4_096;

/// What is remembered. What a file says otherwise is passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct KeptLayout {
    /// The share of list and entry that the list has, in hundredths.
    pub list_share: Option<u16>,
}

impl KeptLayout {
    /// What the last run has left in this folder; nothing where there is none or it cannot be read.
    pub(super) fn read(state: Option<&Path>) -> Self {
        let text = state.and_then(|state| String::from_utf8(read_at_most(&file(state), LONGEST).ok()?).ok());
        text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    /// Leaves it for the next run. That it cannot be kept is no reason to stop anybody from leaving.
    pub(super) fn write(self, state: Option<&Path>) {
        let Some((state, text)) = state.zip(toml::to_string(&self).ok()) else { return };
        if private::create_folders(state).is_ok() {
            let _ = AtomicWrite::to(&file(state)).write(text.as_bytes());
        }
    }
}

fn file(state: &Path) -> PathBuf {
    state.join("screen.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_remembered_and_nonsense_is_passed_over() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let state = folder.path().join("state");
        assert_eq!(KeptLayout::read(Some(&state)), KeptLayout::default());
        let kept = KeptLayout { list_share: Some(55) };
        kept.write(Some(&state));
        assert_eq!(KeptLayout::read(Some(&state)), kept);
        for nonsense in ["list_share = 'wide'", "\u{0}", "list_share = 99999999"] {
            std::fs::write(file(&state), nonsense).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(KeptLayout::read(Some(&state)), KeptLayout::default());
        }
        kept.write(None);
    }
}
