//! What the faults of a catalogue file know of the catalogue.

use std::ops::Range;

use crate::{
    base::{Diagnostic, is_hostile, toml::FileFaults},
    catalogue::{Code, Id, NamedItems, layout::is_measure},
};

/// The faults of one file of a catalogue.
pub(crate) type Faults<'s> = FileFaults<'s, Code>;

impl Faults<'_> {
    /// Reports an id that its vocabulary does not have. A vocabulary that could not be read whole proves nothing.
    pub(crate) fn check_reference(&self, key: &str, id: &Id, known: &dyn NamedItems, span: Range<usize>) {
        if known.item(id).is_none() && known.is_complete() {
            let fault = self.at(Code::UnknownId, span).with("key", key).with("id", id);
            self.push(fault.suggest(id, known.items().map(|item| item.id().as_str())));
        }
    }

    /// Reports a character that could drive a terminal or deceive a reader.
    pub(crate) fn hostile(&self, c: char, span: Range<usize>) {
        let fault = self.at(Code::HostileText, span);
        self.push(fault.with("character", &format!("U+{:04X}", u32::from(c))));
    }

    /// All faults, by line. A key of an entry that is misspelt or stands in the wrong place is not missing as well.
    pub(crate) fn into_vec(self) -> Vec<Diagnostic<Code>> {
        let entry = is_measure(self.file());
        let mut found = self.into_all();
        if entry {
            let meant: Vec<String> = found.iter().filter_map(name_that_was_meant).collect();
            found.retain(|fault| !meant.iter().any(|name| is_said_with(fault, name)));
        }
        found
    }

    /// All faults, by line, also those that follow from others.
    pub(crate) fn into_all(self) -> Vec<Diagnostic<Code>> {
        self.remarks();
        self.into_sorted()
    }

    /// Reports the first hostile character in what is no value, such as a remark, where a file is deceptive to whoever
    /// opens it in an editor. One for each file is enough, and none where something has been said already.
    fn remarks(&self) {
        // What is ASCII and drives a terminal is a syntax error already.
        let mut hostile = self.source().char_indices().filter(|(_, c)| !c.is_ascii() && is_hostile(*c));
        if let Some((at, c)) = hostile.find(|(at, _)| !self.is_told(*at)) {
            self.hostile(c, at..at + c.len_utf8());
        }
    }
}

/// The full name of the key that is meant by one in the wrong place or with a slip.
fn name_that_was_meant(fault: &Diagnostic<Code>) -> Option<String> {
    let key = match fault.code {
        Code::MisplacedKey => fault.detail("key")?,
        Code::UnknownKey => fault.suggestion.as_ref()?,
        _ => return None,
    };
    let section = fault.detail("section").filter(|section| !section.is_empty());
    Some(section.map_or_else(|| key.to_string(), |section| format!("{section}.{key}")))
}

/// True for the lack of this key, or of a key of this section.
fn is_said_with(fault: &Diagnostic<Code>, name: &str) -> bool {
    match fault.code {
        Code::CoordinatorMissing => name == "coordinator",
        Code::MissingKey => fault
            .detail("key")
            .is_some_and(|key| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))),
        _ => false,
    }
}
