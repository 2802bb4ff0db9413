//! Collects the faults of one file while it is read and checked.

use std::{cell::RefCell, ops::Range, sync::Arc};

use super::is_measure;
use crate::{
    base::is_hostile,
    catalogue::{Code, Diagnostic, Field, Id, Location, NamedItems, Severity},
};

/// Most faults that are kept of one file. Nobody mends more at once, and to find their places in a large file that
/// holds nothing but faults would take minutes.
const MOST: usize = 500;

/// Faults of one file in the order in which they were found.
pub(crate) struct Faults<'s> {
    file: Arc<str>,
    source: &'s str,
    found: RefCell<Vec<Diagnostic<Code>>>,
    /// Where something has been said already.
    told: RefCell<Vec<Range<usize>>>,
}

impl<'s> Faults<'s> {
    pub(crate) fn new(file: &Arc<str>, source: &'s str) -> Self {
        Self { file: file.clone(), source, found: RefCell::default(), told: RefCell::default() }
    }

    /// A fault at this byte range, to be completed and handed to [`Self::push`].
    pub(crate) fn at(&self, code: Code, span: Range<usize>) -> Diagnostic<Code> {
        if self.is_full() {
            return self.of_file(code);
        }
        let location = Location::in_source(&self.file, self.source, span.clone());
        self.told.borrow_mut().push(span);
        Diagnostic::new(code, location)
    }

    /// The place of some words within a value, so that a fault in a long text is shown where it is. The value itself
    /// where they are written in another way there.
    pub(crate) fn place_within(&self, span: Range<usize>, words: &str) -> Range<usize> {
        let at = self.source.get(span.clone()).and_then(|value| value.find(words));
        at.map_or(span.clone(), |at| span.start + at..span.start + at + words.len())
    }

    /// A fault of the file as a whole.
    pub(crate) fn of_file(&self, code: Code) -> Diagnostic<Code> {
        Diagnostic::new(code, Location::file(&self.file))
    }

    /// The section of an entry to which a key belongs that was found elsewhere: empty for the keys above all sections,
    /// `None` where several or none have it, and in other files than entries.
    pub(crate) fn home_of(&self, key: &str) -> Option<&'static str> {
        if is_measure(&self.file) { Field::only_section_of(key) } else { None }
    }

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

    /// Keeps a fault. An error is never lost behind warnings: it says why an entry is out.
    pub(crate) fn push(&self, fault: Diagnostic<Code>) {
        let is_error = |fault: &Diagnostic<Code>| fault.severity() == Severity::Error;
        if !self.is_full() || is_error(&fault) && !self.found.borrow().iter().any(is_error) {
            self.found.borrow_mut().push(fault);
        }
    }

    /// Completes faults that were found before there was enough to know.
    pub(crate) fn amend(&self, complete: impl Fn(&mut Diagnostic<Code>)) {
        self.found.borrow_mut().iter_mut().for_each(complete);
    }

    fn is_full(&self) -> bool {
        self.found.borrow().len() >= MOST
    }

    /// All faults, by line. A key of an entry that is misspelt or stands in the wrong place is not missing as well.
    pub(crate) fn into_vec(self) -> Vec<Diagnostic<Code>> {
        let entry = is_measure(&self.file);
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
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| (fault.location.line, fault.location.column));
        found
    }

    /// Reports the first hostile character in what is no value, such as a remark, where a file is deceptive to whoever
    /// opens it in an editor. One for each file is enough, and none where something has been said already.
    fn remarks(&self) {
        // What is ASCII and drives a terminal is a syntax error already.
        let mut hostile = self.source.char_indices().filter(|(_, c)| !c.is_ascii() && is_hostile(*c));
        let told = |at: usize| self.told.borrow().iter().any(|span| (span.start..=span.end).contains(&at));
        if let Some((at, c)) = hostile.find(|(at, _)| !told(*at)) {
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
