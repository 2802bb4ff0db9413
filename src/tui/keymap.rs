//! The keymap: rules as data, from the embedded `keys.toml` and the user's `[keys]`.

mod binding;
mod build;
mod key;

use ratatui::crossterm::event::KeyEvent;

use self::build::{KeyMapBuilder, shipped};
pub use self::{
    binding::{KeyBinding, KeyContext},
    key::{Key, KeyFault},
};
use super::action::Action;
use crate::config::{KeySetting, SettingsFault};

/// The keys in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMap {
    // At most one rule for a key in a context, ordered as help shows them.
    rules: Vec<KeyBinding>,
}

impl KeyMap {
    /// The keys Lotse ships with.
    pub fn standard() -> Self {
        Self::new(&[]).0
    }

    /// The shipped keys with the user's own laid over them, and what could not be used.
    ///
    /// A line directly below `[keys]` replaces the keys that the action has anywhere; an action that only has
    /// keys in certain contexts gets the new ones there. A line below `[keys.CONTEXT]` replaces those of that context.
    pub fn new(own: &[KeySetting]) -> (Self, Vec<SettingsFault>) {
        let shipped = shipped();
        let mut builder = KeyMapBuilder::default();
        for setting in own {
            builder.add_own(setting, &shipped);
        }
        builder.add_shipped(&shipped);
        builder.keep_essential(&shipped, own);
        let (rules, faults) = builder.finish();
        (Self { rules }, faults)
    }

    /// What this key asks for here.
    pub fn action(&self, context: KeyContext, event: KeyEvent) -> Option<Action> {
        binding::meaning(&self.rules, context, Key::from_event(&event)?)
    }

    /// The keys that lead to this action here, the ones of the context first.
    pub fn keys_for(&self, context: KeyContext, action: Action) -> Vec<Key> {
        binding::keys_for(&self.rules, context, action)
    }

    /// All rules, by context and then in the order of the actions.
    pub fn rules(&self) -> &[KeyBinding] {
        &self.rules
    }
}

#[cfg(test)]
mod tests;
