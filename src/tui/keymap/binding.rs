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
        /// In the search, while what was typed is offered as a filter: the keys of the search, and those of the offer.
        Fact = "fact",
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

    /// The context whose rules hold here as well.
    fn within(self) -> Option<Self> {
        (self == Self::Fact).then_some(Self::Search)
    }

    /// The contexts whose rules hold here, the nearest first.
    fn outwards(self) -> impl Iterator<Item = Self> {
        let anywhere = (self != Self::Anywhere).then_some(Self::Anywhere);
        std::iter::once(self).chain(self.within()).chain(anywhere)
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

/// What this key means here: the rule of the context, else that of the context around it, else the one that holds anywhere.
pub(super) fn meaning(rules: &[KeyBinding], context: KeyContext, key: Key) -> Option<Action> {
    let rule_in = |wanted| {
        let mut rules = rules.iter();
        rules.find(|rule: &&KeyBinding| rule.context == wanted && rule.key == key)
    };
    Some(context.outwards().find_map(rule_in)?.action)
}

/// The keys that lead to this action here, the ones of the context first.
pub(super) fn keys_for(rules: &[KeyBinding], context: KeyContext, action: Action) -> Vec<Key> {
    let mut keys = Vec::new();
    for rule in context.outwards().flat_map(|wanted| rules.iter().filter(move |rule| rule.context == wanted)) {
        let leads_there = meaning(rules, context, rule.key) == Some(action);
        if leads_there && !keys.contains(&rule.key) {
            keys.push(rule.key);
        }
    }
    keys
}
