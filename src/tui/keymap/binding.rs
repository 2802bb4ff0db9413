//! Where a key means what: contexts, and the rules that bind a key in a context to an action.

use super::key::Key;
use crate::{base::coded_enum, tui::action::Action};

coded_enum! {
    /// Where the user is when a key is pressed, in the order in which help shows it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum KeyContext {
        /// Rules that hold wherever no context says otherwise.
        Anywhere = "anywhere",
        /// In the search line and the results.
        Search = "search",
        /// In the entry.
        Reading = "reading",
        /// In the facets.
        Filters = "filters",
        /// While completions are offered.
        Completion = "completion",
        /// In a window above the screen, such as help.
        Overlay = "overlay",
        /// On the desk.
        Desk = "desk",
        /// In a form.
        Form = "form",
        /// In a list of choices.
        Choice = "choice",
        /// In the history of an entry.
        History = "history",
        /// In the report.
        Report = "report",
        /// While something is asked.
        Question = "question",
    }
}

impl KeyContext {
    /// The key of the name in the texts.
    pub fn text_key(self) -> String {
        format!("context-{}", self.code())
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
