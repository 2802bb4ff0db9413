//! Reads one measure file.

use std::{cell::RefCell, sync::Arc};

use jiff::civil::Date;

use super::{
    faults::Faults,
    table::{Spans, TomlTable},
};
use crate::{
    base::toml::TomlDocument,
    catalogue::{Code, Diagnostic, Field, Id, Measure, MeasureDraft, Register, Severity, check, layout::entry_path},
};

/// What became of one measure file.
#[derive(Clone, Debug)]
pub struct ReadMeasure {
    /// The entry; `None` when the file is too broken to be one. An entry may have errors and still be readable: then
    /// it stays findable while somebody mends it.
    pub measure: Option<Measure>,
    /// All faults, by line.
    pub diagnostics: Vec<Diagnostic<Code>>,
}

impl ReadMeasure {
    /// A file of which nothing could be read.
    pub fn unreadable(fault: Diagnostic<Code>) -> Self {
        Self { measure: None, diagnostics: vec![fault] }
    }

    /// The errors, by line.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic<Code>> {
        self.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error)
    }
}

/// Reads and checks the text of `measures/<id>.toml`. `today` decides what is overdue.
pub fn read_measure(file: &Arc<str>, source: &str, register: &Register, today: Date) -> ReadMeasure {
    let (measure, faults) = read_text(file, source, register, today);
    ReadMeasure { measure, diagnostics: faults.into_vec() }
}

/// Reads and checks the text of the entry `id`, which may begin with a byte order mark.
pub fn read_entry(id: &str, text: &str, register: &Register, today: Date) -> ReadMeasure {
    read_measure(&entry_path(id), text.strip_prefix('\u{feff}').unwrap_or(text), register, today)
}

/// Everything that is wrong with the text of the entry `id`: that it is too long, else what is wrong in it.
pub fn entry_faults(id: &str, text: &str, register: &Register, today: Date) -> Vec<Diagnostic<Code>> {
    match Diagnostic::too_large(&entry_path(id), text.len() as u64) {
        Some(fault) => vec![fault],
        None => read_entry(id, text, register, today).diagnostics,
    }
}

/// The codes of all errors of a text, also of those that follow from others.
pub(in crate::catalogue) fn errors_of(file: &Arc<str>, source: &str, register: &Register, today: Date) -> Vec<Code> {
    let (_, faults) = read_text(file, source, register, today);
    let errors = faults.into_all().into_iter().filter(|fault| fault.severity() == Severity::Error);
    errors.map(|fault| fault.code).collect()
}

fn read_text<'s>(file: &Arc<str>, source: &'s str, register: &Register, today: Date) -> (Option<Measure>, Faults<'s>) {
    let faults = Faults::new(file, source);
    let document = TomlDocument::parse(&faults);
    let measure = if document.damaged { None } else { read(&document, file, register, today, &faults) };
    (measure, faults)
}

fn read(
    document: &TomlDocument<'_>,
    file: &Arc<str>,
    register: &Register,
    today: Date,
    faults: &Faults<'_>,
) -> Option<Measure> {
    let root = document.root.get_ref();
    if root.is_empty() {
        faults.push(faults.of_file(Code::Empty).with("key", "file"));
        return None;
    }
    let spans = RefCell::default();
    let table = TomlTable::root(faults, &spans, root).with_homes(Field::only_section_of);
    let draft = MeasureDraft::read(&table);
    table.finish();
    let spans = spans.into_inner();
    check::measure(&draft, register, today, &spans, faults);
    faults.amend(|fault| check::suggest_id(fault, register));
    let id_fits = draft.id.as_ref().is_some_and(|id| is_file_name(id, file, &spans, faults));
    draft.whole().filter(|_| id_fits)
}

/// An id that differs from the file name would make two names for one entry: such a file is out.
fn is_file_name(id: &Id, file: &Arc<str>, spans: &Spans, faults: &Faults<'_>) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    if id.as_str() == stem {
        return true;
    }
    let fault = faults.at(Code::IdMismatch, spans.of("", "id", 0));
    faults.push(fault.with("id", id).with("file", name));
    false
}
