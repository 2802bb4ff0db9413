//! Where a key means what: contexts, and the rules that bind a key in a context to an action.

use super::key::Key;
use crate::tui::action::Action;

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

    /// The name in key files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Search => "search",
            Self::Reading => "reading",
            Self::Filters => "filters",
            Self::Completion => "completion",
            Self::Overlay => "overlay",
            Self::Desk => "desk",
            Self::Form => "form",
            Self::Choice => "choice",
            Self::History => "history",
            Self::Report => "report",
            Self::Question => "question",
        }
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

/// What this key means here: the rule of the context, else the one that holds anywhere.
pub(super) fn meaning(rules: &[KeyBinding], context: KeyContext, key: Key) -> Option<Action> {
    let rule_in = |wanted| {
        let mut rules = rules.iter();
        rules.find(|rule: &&KeyBinding| rule.context == wanted && rule.key == key)
    };
    let rule = rule_in(context).or_else(|| rule_in(KeyContext::Anywhere))?;
    Some(rule.action)
}

/// The keys that lead to this action here, the ones of the context first.
pub(super) fn keys_for(rules: &[KeyBinding], context: KeyContext, action: Action) -> Vec<Key> {
    let here = rules.iter().filter(|rule| rule.context == context);
    let anywhere = rules.iter().filter(|rule| context != KeyContext::Anywhere && rule.context == KeyContext::Anywhere);
    let mut keys = Vec::new();
    for rule in here.chain(anywhere) {
        let leads_there = meaning(rules, context, rule.key) == Some(action);
        if leads_there && !keys.contains(&rule.key) {
            keys.push(rule.key);
        }
    }
    keys
}
