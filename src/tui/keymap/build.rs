//! From key files to a keymap: the user's lines over the shipped ones, conflicts found, nobody locked in.

use std::path::Path;

use super::{
    binding::{self, KeyBinding, KeyContext},
    key::Key,
};
use crate::{
    base::{Diagnostic, Location},
    config::{self, KeySetting, SettingsCode, SettingsFault},
    tui::action::Action,
};

pub(super) const DEFAULTS: &str = include_str!("../../../config/keys.toml");

/// Without these nobody gets out again: in these contexts they always keep a key.
const ESSENTIAL: [(Action, &[KeyContext]); 2] =
    [(Action::Quit, &KeyContext::ALL), (Action::Back, &[KeyContext::Anywhere, KeyContext::Overlay])];

pub(super) fn shipped() -> Vec<KeyBinding> {
    // A test proves that the embedded file has no fault.
    let (settings, _) = config::read_keys(DEFAULTS, Path::new("config/keys.toml"));
    let mut builder = KeyMapBuilder::default();
    for setting in &settings {
        builder.add_own(setting, &[]);
    }
    builder.finish().0
}

/// Collects rules; whoever comes first with a key in a context keeps it.
#[derive(Default)]
pub(super) struct KeyMapBuilder {
    own: Vec<(KeyBinding, Location)>,
    // Where the user's lines take the place of the shipped ones.
    replaced: Vec<(KeyContext, Action)>,
    shipped: Vec<KeyBinding>,
    faults: Vec<SettingsFault>,
}

impl KeyMapBuilder {
    pub(super) fn add_own(&mut self, setting: &KeySetting, shipped: &[KeyBinding]) {
        let Some((action, contexts)) = self.target(setting, shipped) else {
            return;
        };
        let keys = self.keys(setting);
        if keys.is_empty() && !setting.keys.is_empty() {
            // Nothing usable was written: the shipped keys are better than none.
            return;
        }
        for context in contexts {
            self.replaced.push((context, action));
            for (key, place) in &keys {
                let rule = KeyBinding { context, key: *key, action };
                self.add_rule(rule, place);
            }
        }
    }

    /// The shipped rules that the user's lines leave in force.
    pub(super) fn add_shipped(&mut self, shipped: &[KeyBinding]) {
        for rule in shipped {
            if self.replaced.contains(&(rule.context, rule.action)) {
                continue;
            }
            match self.owner(rule) {
                Some((own, _)) if own.action == rule.action => {}
                Some((own, place)) => {
                    self.faults.push(clash(SettingsCode::KeyTaken, place, rule.key, own.action, rule.action));
                }
                None => self.shipped.push(*rule),
            }
        }
    }

    /// Gives an essential action its shipped keys back when the user's lines left it none.
    pub(super) fn keep_essential(&mut self, shipped: &[KeyBinding], own: &[KeySetting]) {
        for (action, contexts) in ESSENTIAL {
            let rules = self.rules();
            if contexts.iter().all(|&context| !binding::keys_for(&rules, context, action).is_empty()) {
                continue;
            }
            let restored: Vec<_> = shipped.iter().filter(|rule| rule.action == action).copied().collect();
            let clashes = |rule: &KeyBinding| restored.iter().any(|saved| saved.key == rule.key);
            self.own.retain(|(rule, _)| !clashes(rule));
            self.shipped.retain(|rule| !clashes(rule));
            self.shipped.extend(restored);
            let cause = own.iter().find(|setting| setting.action.value == action.code());
            if let Some(setting) = cause.or(own.first()) {
                let fault = Diagnostic::new(SettingsCode::KeyNeeded, setting.action.place.clone());
                self.faults.push(fault.with("action", action.code()));
            }
        }
    }

    pub(super) fn finish(mut self) -> (Vec<KeyBinding>, Vec<SettingsFault>) {
        self.faults.sort_by_key(|fault| (fault.location.line, fault.location.column));
        (self.rules(), self.faults)
    }

    fn rules(&self) -> Vec<KeyBinding> {
        let own = self.own.iter().map(|(rule, _)| *rule);
        let mut rules: Vec<_> = own.chain(self.shipped.iter().copied()).collect();
        rules.sort_by_key(|rule| (rule.context, rule.action as usize));
        rules
    }

    fn target(&mut self, setting: &KeySetting, shipped: &[KeyBinding]) -> Option<(Action, Vec<KeyContext>)> {
        let context = match &setting.context {
            None => None,
            Some(written) => match KeyContext::from_code(&written.value) {
                Some(context) => Some(context),
                None => {
                    let name = &written.value;
                    let fault = Diagnostic::new(SettingsCode::UnknownContext, written.place.clone()).with("name", name);
                    let fault = fault.with("known", &KeyContext::CODES.join(", "));
                    let fault = fault.suggest(name, KeyContext::CODES.into_iter());
                    if !self.faults.contains(&fault) {
                        self.faults.push(fault);
                    }
                    return None;
                }
            },
        };
        let Some(action) = Action::from_code(&setting.action.value) else {
            let name = &setting.action.value;
            let fault = Diagnostic::new(SettingsCode::UnknownAction, setting.action.place.clone()).with("name", name);
            self.faults.push(fault.suggest(name, Action::CODES.into_iter()));
            return None;
        };
        Some((action, contexts(context, action, shipped)))
    }

    fn keys(&mut self, setting: &KeySetting) -> Vec<(Key, Location)> {
        let mut keys = Vec::new();
        for written in &setting.keys {
            match Key::parse(&written.value) {
                Ok(key) => keys.push((key, written.place.clone())),
                Err(reason) => {
                    let fault = Diagnostic::new(SettingsCode::BadKey, written.place.clone());
                    self.faults.push(fault.with("key", &written.value).with("why", reason.code()));
                }
            }
        }
        keys
    }

    fn add_rule(&mut self, rule: KeyBinding, place: &Location) {
        match self.owner(&rule) {
            None => self.own.push((rule, place.clone())),
            Some((first, _)) => {
                let same = first.action == rule.action;
                let code = if same { SettingsCode::KeyRepeated } else { SettingsCode::KeyTwice };
                self.faults.push(clash(code, place.clone(), rule.key, rule.action, first.action));
            }
        }
    }

    fn owner(&self, rule: &KeyBinding) -> Option<(KeyBinding, Location)> {
        let same = |(own, _): &&(KeyBinding, Location)| own.context == rule.context && own.key == rule.key;
        self.own.iter().find(same).cloned()
    }
}

/// A key that two actions want.
fn clash(code: SettingsCode, place: Location, key: Key, action: Action, other: Action) -> SettingsFault {
    let fault = Diagnostic::new(code, place).with("key", &key.to_string());
    fault.with("action", action.code()).with("other", other.code())
}

/// A line without context holds anywhere; an action known only in certain contexts stays in those.
fn contexts(written: Option<KeyContext>, action: Action, shipped: &[KeyBinding]) -> Vec<KeyContext> {
    if let Some(context) = written {
        return vec![context];
    }
    let mut contexts: Vec<_> = shipped.iter().filter(|rule| rule.action == action).map(|rule| rule.context).collect();
    contexts.dedup();
    if contexts.is_empty() || contexts.contains(&KeyContext::Anywhere) {
        return vec![KeyContext::Anywhere];
    }
    contexts
}
