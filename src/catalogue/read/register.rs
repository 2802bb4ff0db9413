//! Reads the files that entries refer to: `catalogue.toml`, the vocabularies, coordinators, providers, synonyms.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::FxHashSet;

use super::{faults::Faults, table::TomlTable};
use crate::{
    base::{Text, toml::TomlDocument},
    catalogue::{
        Code, CoordinatorDraft, Diagnostic, FileMeta, LegalBasisDraft, Location, Manifest, Named, PlaceDraft,
        ProviderDraft, Reference, Register, Shape, Source, Synonym, TermDraft, Vocabulary,
        address::{is_email, is_phone, is_web_link},
        field_type::{DraftContent, KeyedTable, VocabularyRules},
        layout::{MEASURES, SYNONYM_LIST, VOCABULARY, is_measure},
        register::RegisterFile,
        schema::{FileKind, KINDS, KeyType},
    },
};

/// The files that entries refer to, in the order in which they are read: places refer to regions and people to places.
fn files_of_register() -> impl Iterator<Item = &'static FileKind> {
    KINDS.iter().filter(|kind| !is_measure(kind.file))
}

/// Reads everything except the measures. A file that is missing is an empty vocabulary.
pub fn read_register(source: &Source, listed: &[FileMeta]) -> (Register, Vec<Diagnostic<Code>>) {
    let mut reader = RegisterReader { source, register: Register::default(), diagnostics: Vec::new() };
    let files = || listed.iter().map(|file| &file.path).filter(|path| !is_measure(path));
    let known = |path: &str| files_of_register().any(|kind| kind.file == path);
    for path in files().filter(|path| !known(path)) {
        match is_folder(path).then(|| source.folder_fault(path)).flatten() {
            Some(code) => reader.folder(path, code),
            None => reader.unknown_file(path),
        }
    }
    for kind in files_of_register() {
        if let Some(path) = files().find(|path| &***path == kind.file) {
            reader.file(path, kind);
        }
    }
    (reader.register, reader.diagnostics)
}

/// Reads a list of synonyms that is not part of a catalogue.
pub(in crate::catalogue) fn read_synonyms(path: &Arc<str>, text: &str) -> (Vec<Synonym>, Vec<Diagnostic<Code>>) {
    let faults = Faults::new(path, text);
    let document = TomlDocument::parse(&faults);
    let spans = RefCell::default();
    let table = TomlTable::root(&faults, &spans, document.root.get_ref());
    let synonyms = ListFile { table: &table, faults: &faults, whole: !document.damaged }.synonyms();
    table.finish();
    (synonyms, faults.into_vec())
}

/// True for the catalogue's own folders, which stand among the files when they must not be read.
fn is_folder(path: &str) -> bool {
    [VOCABULARY, MEASURES].contains(&path)
}

struct RegisterReader<'a> {
    source: &'a Source,
    register: Register,
    diagnostics: Vec<Diagnostic<Code>>,
}

impl RegisterReader<'_> {
    /// Says what sort of stranger it is: a file of another name, one whose name ends in `.TOML`, or a folder.
    fn unknown_file(&mut self, path: &Arc<str>) {
        let kind = match path.rsplit_once('.') {
            Some((_, "toml")) => "name",
            Some((_, suffix)) if suffix.eq_ignore_ascii_case("toml") => "suffix",
            _ => "folder",
        };
        let fault = Diagnostic::new(Code::UnknownFile, Location::file(path)).with("kind", kind);
        self.diagnostics.push(fault.suggest(path, files_of_register().map(|kind| kind.file)));
    }

    /// A folder of the catalogue that is not read. What it holds is unknown then, not missing.
    fn folder(&mut self, path: &Arc<str>, code: Code) {
        self.diagnostics.push(Diagnostic::new(code, Location::file(path)).with("folder", path));
        let within = |name: &str| name.strip_prefix(&**path).is_some_and(|rest| rest.starts_with('/'));
        for kind in files_of_register().filter(|kind| within(kind.file)) {
            self.unreadable(&kind.file.into());
        }
    }

    fn file(&mut self, path: &Arc<str>, kind: &FileKind) {
        match self.source.read(path) {
            Ok(text) => self.text(path, &text, kind),
            Err(fault) => {
                self.diagnostics.push(*fault);
                self.unreadable(path);
            }
        }
    }

    fn text(&mut self, path: &Arc<str>, text: &str, kind: &FileKind) {
        let faults = Faults::new(path, text);
        let document = TomlDocument::parse(&faults);
        // In a damaged file all but the syntax errors may be their consequence: they go to nobody.
        let follow_ups = Faults::new(path, text);
        let shown = if document.damaged { &follow_ups } else { &faults };
        // A list under another key may have been meant for this one.
        let is_list = |key: &str| kind.lists.iter().any(|(list, _)| *list == key);
        let only_lists = document.root.get_ref().keys().all(|key| is_list(key.get_ref()));
        self.fill(path, &document, shown, only_lists && !document.damaged);
        self.diagnostics.extend(faults.into_vec());
    }

    /// Leaves the vocabularies of a file empty and incomplete.
    fn unreadable(&mut self, path: &Arc<str>) {
        let faults = Faults::new(path, "");
        self.fill(path, &TomlDocument::parse(&faults), &faults, false);
    }

    fn fill(&mut self, path: &str, document: &TomlDocument<'_>, faults: &Faults<'_>, whole: bool) {
        let spans = RefCell::default();
        let table = TomlTable::root(faults, &spans, document.root.get_ref());
        self.register.fill(path, &ListFile { table: &table, faults, whole });
        table.finish();
    }
}

/// One file that entries refer to.
struct ListFile<'a, 's> {
    table: &'a TomlTable<'a, 's>,
    faults: &'a Faults<'s>,
    /// False when the file could not be read whole.
    whole: bool,
}

impl RegisterFile for ListFile<'_, '_> {
    fn manifest(&self) -> Manifest {
        Manifest::whole(Manifest::read(self.table)).unwrap_or_default()
    }

    fn synonyms(&self) -> Vec<Synonym> {
        let read = |table: &TomlTable<'_, '_>| Synonym::whole(Synonym::read(table));
        self.tables(SYNONYM_LIST, read).into_iter().flatten().collect()
    }

    /// An id that stands twice is reported where it stands for the second time.
    fn vocabulary<T>(&self, of: Reference, register: &Register) -> Vocabulary<T>
    where
        T: Named + KeyedTable<Draft: VocabularyRules>,
    {
        let seen = RefCell::new(FxHashSet::default());
        let labels = RefCell::new(FxHashSet::default());
        let among_themselves = RefCell::new(Vec::new());
        let found = self.tables(of.list(), |table| {
            let draft = T::read(table);
            for (key, content) in T::KEYS.iter().zip(T::contents(&draft)) {
                let (KeyType::Of(Shape::Reference(to) | Shape::References(to)), DraftContent::Ids(ids)) =
                    (key.holds, content)
                else {
                    continue;
                };
                for (index, id) in ids.iter().enumerate() {
                    // What is meant may stand further down.
                    if to == of {
                        among_themselves.borrow_mut().push((key.name, id.clone(), table.place_of(key.name)));
                    } else {
                        table.check_reference(key.name, index, id, to.vocabulary(register));
                    }
                }
            }
            draft.check(table);
            let item = T::whole(draft)?;
            let first = seen.borrow_mut().insert(item.id().clone());
            if !first {
                table.report(Code::DuplicateId, "id", |fault| fault.with("id", item.id()));
            } else if !labels.borrow_mut().insert(item.label().to_lowercase()) {
                table.report(Code::LabelTwice, T::label_key(), |fault| fault.with("label", item.label()));
            }
            Some((item, first))
        });
        let complete = self.whole && found.iter().all(Option::is_some);
        let items = found.into_iter().flatten().filter(|(_, first)| *first).map(|(item, _)| item);
        let vocabulary = Vocabulary::new(items.collect(), complete);
        for (key, id, place) in among_themselves.into_inner() {
            self.faults.check_reference(key, &id, &vocabulary, place);
        }
        vocabulary
    }
}

impl<'s> ListFile<'_, 's> {
    /// What stands under `[[key]]`; `None` for what could not be read.
    fn tables<T>(&self, key: &'static str, read: impl Fn(&TomlTable<'_, 's>) -> Option<T>) -> Vec<Option<T>> {
        let read_one = |(item, span)| {
            let spans = RefCell::default();
            let table = self.table.item(&spans, item, span);
            let value = read(&table);
            table.finish();
            value
        };
        self.table.tables(key).into_iter().map(|item| item.and_then(read_one)).collect()
    }
}

impl VocabularyRules for TermDraft {}

impl VocabularyRules for PlaceDraft {}

impl VocabularyRules for LegalBasisDraft {
    fn check(&self, table: &TomlTable<'_, '_>) {
        if self.valid_from.zip(self.valid_until).is_some_and(|(from, until)| until < from) {
            table.report(Code::DatesReversed, "valid_until", |fault| fault.with("key", "valid_until"));
        }
    }
}

impl VocabularyRules for ProviderDraft {
    fn check(&self, table: &TomlTable<'_, '_>) {
        reachable(table, self.phone.as_ref(), self.email.as_ref());
        if self.url.as_deref().is_some_and(|url| !is_web_link(url)) {
            table.report(Code::BadLink, "url", |fault| fault.with("key", "url"));
        }
    }
}

impl VocabularyRules for CoordinatorDraft {
    fn check(&self, table: &TomlTable<'_, '_>) {
        reachable(table, self.phone.as_ref(), self.email.as_ref());
        if self.id.is_some() && self.substitute == self.id {
            table.report(Code::SubstituteSelf, "substitute", |fault| fault.with("key", "substitute"));
        }
        if self.phone.is_none() && self.email.is_none() {
            table.report(Code::CoordinatorUnreachable, "id", |fault| fault.with("key", "phone"));
        }
    }
}

/// Reports a phone number or an e-mail address that cannot be one.
fn reachable(table: &TomlTable<'_, '_>, phone: Option<&Text>, email: Option<&Text>) {
    if phone.is_some_and(|phone| !is_phone(phone)) {
        table.report(Code::BadPhone, "phone", |fault| fault.with("key", "phone"));
    }
    if email.is_some_and(|email| !is_email(email)) {
        table.report(Code::BadEmail, "email", |fault| fault.with("key", "email"));
    }
}

#[cfg(test)]
mod tests;
