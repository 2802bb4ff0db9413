//! Collects the faults of one file while it is read and checked.

use std::{cell::RefCell, ops::Range, sync::Arc};

use crate::base::{Diagnostic, DiagnosticCode, Location, Severity};

/// Most faults that are kept of one file. Nobody mends more at once, and to find their places in a large file that
/// holds nothing but faults would take minutes.
const MOST: usize = 500;

/// Faults of one file in the order in which they were found.
pub struct FileFaults<'s, C> {
    file: Arc<str>,
    source: &'s str,
    found: RefCell<Vec<Diagnostic<C>>>,
    /// Where something has been said already.
    told: RefCell<Vec<Range<usize>>>,
    /// Lines that are no TOML.
    broken: RefCell<Vec<Range<usize>>>,
}

impl<'s, C: DiagnosticCode> FileFaults<'s, C> {
    /// No faults yet of a file with this text. A byte order mark at its beginning is none of it.
    pub fn new(file: &Arc<str>, source: &'s str) -> Self {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        Self {
            file: file.clone(),
            source,
            found: RefCell::default(),
            told: RefCell::default(),
            broken: RefCell::default(),
        }
    }

    /// The file.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Its text, to which all places belong.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// A place in the file.
    pub fn location(&self, span: Range<usize>) -> Location {
        Location::in_source(&self.file, self.source, span)
    }

    /// A fault at this byte range, to be completed and handed to [`Self::push`].
    pub fn at(&self, code: C, span: Range<usize>) -> Diagnostic<C> {
        if self.is_full() {
            return self.of_file(code);
        }
        let location = self.location(span.clone());
        self.told.borrow_mut().push(span);
        Diagnostic::new(code, location)
    }

    /// A fault of the file as a whole.
    pub fn of_file(&self, code: C) -> Diagnostic<C> {
        Diagnostic::new(code, Location::file(&self.file))
    }

    /// The place of some words within a value, so that a fault in a long text is shown where it is. The value itself
    /// where they are written in another way there.
    pub fn place_within(&self, span: Range<usize>, words: &str) -> Range<usize> {
        let at = self.source.get(span.clone()).and_then(|value| value.find(words));
        at.map_or(span.clone(), |at| span.start + at..span.start + at + words.len())
    }

    /// Keeps a fault. An error is never lost behind warnings: it says why an entry is out.
    pub fn push(&self, fault: Diagnostic<C>) {
        let is_error = |fault: &Diagnostic<C>| fault.severity() == Severity::Error;
        if !self.is_full() || is_error(&fault) && !self.found.borrow().iter().any(is_error) {
            self.found.borrow_mut().push(fault);
        }
    }

    /// The lines of what was found so far.
    pub fn lines_at_fault(&self) -> Vec<usize> {
        self.found.borrow().iter().map(|fault| fault.location.line).collect()
    }

    /// Completes faults that were found before there was enough to know.
    pub fn amend(&self, complete: impl Fn(&mut Diagnostic<C>)) {
        self.found.borrow_mut().iter_mut().for_each(complete);
    }

    /// True when nothing has been found so far.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// True when something has been said of this place.
    pub fn is_told(&self, at: usize) -> bool {
        self.told.borrow().iter().any(|span| (span.start..=span.end).contains(&at))
    }

    /// Notes that the line around a place is no TOML.
    pub(super) fn note_broken(&self, span: Range<usize>) {
        let bytes = self.source.as_bytes();
        let (before, behind) = bytes.split_at_checked(span.start).unwrap_or((bytes, &[]));
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        let end = behind.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |next| before.len() + next);
        self.broken.borrow_mut().push(start..end);
    }

    /// True for a value that stands in a line that is no TOML.
    pub fn is_broken(&self, span: &Range<usize>) -> bool {
        self.broken.borrow().iter().any(|line| span.start <= line.end && line.start <= span.end)
    }

    /// True for a line that is no TOML itself.
    pub(super) fn is_broken_line(&self, span: &Range<usize>) -> bool {
        self.broken.borrow().iter().any(|line| line.start == span.start)
    }

    /// All faults, by line.
    pub fn into_sorted(self) -> Vec<Diagnostic<C>> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| (fault.location.line, fault.location.column));
        found
    }

    fn is_full(&self) -> bool {
        self.found.borrow().len() >= MOST
    }
}
