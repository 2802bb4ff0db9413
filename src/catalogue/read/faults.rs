//! Collects the faults of one file while it is read and checked.

use std::{cell::RefCell, ops::Range, sync::Arc};

use crate::catalogue::{Code, Diagnostic, Id, Location, Named, Vocabulary};

/// Faults of one file in the order in which they were found.
pub(crate) struct Faults<'s> {
    file: Arc<str>,
    source: &'s str,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'s> Faults<'s> {
    pub(crate) fn new(file: &Arc<str>, source: &'s str) -> Self {
        Self { file: file.clone(), source, found: RefCell::default() }
    }

    /// A fault at this byte range, to be completed and handed to [`Self::push`].
    pub(crate) fn at(&self, code: Code, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(code, self.location(span))
    }

    pub(crate) fn location(&self, span: Range<usize>) -> Location {
        Location::in_source(&self.file, self.source, span)
    }

    /// Reports an id that its vocabulary does not have. A vocabulary that could not be read whole proves nothing.
    pub(crate) fn check_reference<T: Named>(&self, key: &str, id: &Id, known: &Vocabulary<T>, span: Range<usize>) {
        if known.get(id).is_none() && known.is_complete() {
            let fault = self.at(Code::UnknownId, span).with("key", key).with("id", id);
            self.push(fault.suggest(id, known.iter().map(|item| item.id().as_str())));
        }
    }

    pub(crate) fn push(&self, fault: Diagnostic) {
        self.found.borrow_mut().push(fault);
    }

    /// All faults, by line.
    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| (fault.location.line, fault.location.column));
        found
    }
}
