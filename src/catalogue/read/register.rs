//! Reads the files that entries refer to: `catalogue.toml`, the vocabularies, coordinators, providers, synonyms.

use std::{cell::RefCell, ops::Range, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{faults::Faults, table::TomlTable};
use crate::{
    base::{Text, toml::TomlDocument},
    catalogue::{
        Code, CoordinatorDraft, Diagnostic, FileMeta, Id, LegalBasisDraft, Location, Manifest, Named, NamedItems,
        PlaceDraft, ProviderDraft, Reference, RegionDraft, Register, Shape, Source, Synonym, TermDraft, Vocabulary,
        address::{is_email, is_phone, is_web_link},
        field_type::{DraftContent, KeyedTable, VocabularyRules},
        layout::{MEASURES, SYNONYM_LIST, VOCABULARY, is_measure},
        region_tree::circles,
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
            let own_id = T::KEYS.iter().zip(T::contents(&draft)).find_map(|(key, content)| match content {
                DraftContent::Ids([id]) if key.name == "id" => Some(id.clone()),
                _ => None,
            });
            for (key, content) in T::KEYS.iter().zip(T::contents(&draft)) {
                let (KeyType::Of(Shape::Reference(to) | Shape::References(to)), DraftContent::Ids(ids)) =
                    (key.holds, content)
                else {
                    continue;
                };
                for (index, id) in ids.iter().enumerate() {
                    // What is meant may stand further down.
                    if to == of {
                        let place = table.place_of(key.name);
                        let reference = Sideways { key: key.name, from: own_id.clone(), to: id.clone(), place };
                        among_themselves.borrow_mut().push(reference);
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
        let among_themselves = among_themselves.into_inner();
        for reference in &among_themselves {
            self.faults.check_reference(reference.key, &reference.to, &vocabulary, reference.place.clone());
        }
        if let Some(key) = T::Draft::CONTAINED_BY {
            self.check_circles(among_themselves.iter().filter(|reference| reference.key == key), &vocabulary);
        }
        vocabulary
    }
}

/// A reference from one thing of a vocabulary to another of the same.
struct Sideways {
    key: &'static str,
    /// `None` where the thing has no readable id.
    from: Option<Id>,
    to: Id,
    place: Range<usize>,
}

impl<'s> ListFile<'_, 's> {
    /// Reports what contains itself, on whatever detour: each circle once, where its first member stands.
    fn check_circles<'r>(&self, references: impl Iterator<Item = &'r Sideways>, known: &dyn NamedItems) {
        let ids: Vec<&Id> = known.items().map(Named::id).collect();
        let index: FxHashMap<&Id, usize> = ids.iter().copied().zip(0..).collect();
        let mut within: Vec<Option<(usize, &Sideways)>> = vec![None; ids.len()];
        for reference in references {
            let ends = reference.from.as_ref().and_then(|from| Some((*index.get(from)?, *index.get(&reference.to)?)));
            // The second of the same id has been reported as such.
            if let Some((slot, to)) = ends.and_then(|(from, to)| Some((within.get_mut(from)?, to)))
                && slot.is_none()
            {
                *slot = Some((to, reference));
            }
        }
        let next: Vec<Option<usize>> = within.iter().map(|link| link.map(|(to, _)| to)).collect();
        for circle in circles(&next) {
            let Some((_, first)) = circle.first().and_then(|first| within.get(*first).copied().flatten()) else {
                continue;
            };
            let members = circle.iter().chain(circle.first()).filter_map(|member| ids.get(*member));
            let named: Vec<&str> = members.map(|id| id.as_str()).collect();
            let fault = self.faults.at(Code::RegionCircle, first.place.clone());
            self.faults.push(fault.with("key", first.key).with("circle", &way(&named)));
        }
    }

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

impl VocabularyRules for RegionDraft {
    const CONTAINED_BY: Option<&'static str> = Some("within");
}

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

/// A way through the things of a vocabulary; of a long one its beginning and where it ends.
fn way(ids: &[&str]) -> String {
    const SHOWN: usize = 8;
    match ids {
        [first @ .., last] if ids.len() > SHOWN => {
            let first: Vec<&str> = first.iter().take(SHOWN - 2).copied().collect();
            format!("{} → … → {last}", first.join(" → "))
        }
        all => all.join(" → "),
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
