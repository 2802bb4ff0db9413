//! The keymap: rules as data, from the embedded `keys.toml` and the user's `[keys]`.

use ratatui::crossterm::event::KeyEvent;

use self::build::{KeyMapBuilder, shipped};
use super::action::Action;
use crate::config::{KeySetting, SettingsFault};

mod build;
mod key;

pub use key::{Key, KeyFault};

/// Where the user is when a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyContext {
    /// Rules that hold wherever no context says otherwise.
    Anywhere,
    /// In the search line and the results.
    Search,
    /// In the entry.
    Reading,
    /// In the facets.
    Filters,
    /// While completions are offered.
    Completion,
    /// In a window above the screen, such as help.
    Overlay,
    /// On the desk.
    Desk,
    /// In a form.
    Form,
    /// In a list of choices.
    Choice,
    /// In the history of an entry.
    History,
    /// In the report.
    Report,
    /// While something is asked.
    Question,
}

impl KeyContext {
    /// All contexts, in the order in which help shows them.
    pub const ALL: [Self; 12] = [
        Self::Anywhere,
        Self::Search,
        Self::Reading,
        Self::Filters,
        Self::Completion,
        Self::Overlay,
        Self::Desk,
        Self::Form,
        Self::Choice,
        Self::History,
        Self::Report,
        Self::Question,
    ];
    const NAMES: [&'static str; 12] = [
        "anywhere",
        "search",
        "reading",
        "filters",
        "completion",
        "overlay",
        "desk",
        "form",
        "choice",
        "history",
        "report",
        "question",
    ];

    /// The name in key files.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Reads a name from a key file.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }

    /// The key of the name in the texts.
    pub fn text_key(self) -> String {
        format!("context-{}", self.name())
    }
}

/// In this context this key means this action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyBinding {
    /// Where.
    pub context: KeyContext,
    /// Which key.
    pub key: Key,
    /// What it asks for.
    pub action: Action,
}

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
        for ui in own {
            builder.add_own(ui, &shipped);
        }
        builder.add_shipped(&shipped);
        builder.keep_essential(&shipped, own);
        builder.finish()
    }

    /// What this key asks for here.
    pub fn action(&self, context: KeyContext, event: KeyEvent) -> Option<Action> {
        let key = Key::from_event(&event)?;
        self.meaning(context, key)
    }

    /// The keys that lead to this action here, the ones of the context first.
    pub fn keys_for(&self, context: KeyContext, action: Action) -> Vec<Key> {
        let here = self.rules.iter().filter(|rule| rule.context == context);
        let anywhere =
            self.rules.iter().filter(|rule| context != KeyContext::Anywhere && rule.context == KeyContext::Anywhere);
        let mut keys = Vec::new();
        for rule in here.chain(anywhere) {
            let leads_there = self.meaning(context, rule.key) == Some(action);
            if leads_there && !keys.contains(&rule.key) {
                keys.push(rule.key);
            }
        }
        keys
    }

    /// All rules, by context and then in the order of the actions.
    pub fn rules(&self) -> &[KeyBinding] {
        &self.rules
    }

    fn meaning(&self, context: KeyContext, key: Key) -> Option<Action> {
        let rule_in = |wanted| {
            let mut rules = self.rules.iter();
            rules.find(|rule: &&KeyBinding| rule.context == wanted && rule.key == key)
        };
        let rule = rule_in(context).or_else(|| rule_in(KeyContext::Anywhere))?;
        Some(rule.action)
    }
}

#[cfg(test)]
mod tests;
