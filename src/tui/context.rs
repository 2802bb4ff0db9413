//! What never changes while the screen is open: words, settings, keys, the catalogue's folder.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::Date;

use super::{Action, KeyContext, KeyMap};
use crate::{config::Settings, locale::Texts};

/// What never changes while the screen is open.
pub(super) struct UiContext {
    pub texts: Arc<Texts>,
    pub settings: Settings,
    pub keymap: KeyMap,
    /// Separates what is to come from what is past.
    pub today: Date,
    /// True for the catalogue inside the binary.
    pub embedded: bool,
    /// The catalogue folder, if it is one.
    pub folder: Option<PathBuf>,
    /// False for `NO_COLOR` and `--no-color`.
    pub colour: bool,
}

impl UiContext {
    /// True when entries can be kept here: somebody is named as coordinator, and the catalogue is a folder.
    pub(super) fn keeps(&self) -> bool {
        self.folder.is_some() && self.settings.coordinator.is_some()
    }

    /// The first key that does this here, in words; empty where none does.
    pub(super) fn key_for(&self, context: KeyContext, action: Action) -> String {
        let keys = self.keymap.keys_for(context, action);
        keys.first().map(|key| key.localize(&self.texts)).unwrap_or_default()
    }

    /// A text without variables.
    pub(super) fn text(&self, key: &str) -> String {
        self.texts.get(key).into_owned()
    }
}
