//! Reads the files that entries refer to: `catalogue.toml`, the vocabularies, coordinators, providers, synonyms.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::FxHashSet;

use super::{faults::Faults, table::TomlTable};
use crate::{
    base::{Text, toml::TomlDocument},
    catalogue::{
        Code, Coordinator, Diagnostic, Direction, FileMeta, Id, LegalBasis, Location, Manifest, Named, Place, Provider,
        Register, Source, Synonym, Term, Vocabulary, check,
        schema::{FileKind, KINDS},
        source::{MANIFEST, MEASURES, SYNONYMS, VOCABULARY, is_measure},
    },
};

/// The files that entries refer to, in the order in which they are read: places refer to regions and people to places.
fn files_of_register() -> impl Iterator<Item = &'static FileKind> {
    KINDS.iter().filter(|kind| !is_measure(kind.file))
}

/// Reads everything except the measures. A file that is missing is an empty vocabulary.
pub fn read_register(source: &Source, stamps: &[FileMeta]) -> (Register, Vec<Diagnostic<Code>>) {
    let mut reader = RegisterReader { source, register: Register::default(), diagnostics: Vec::new() };
    let files = || stamps.iter().map(|stamp| &stamp.path).filter(|path| !is_measure(path));
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
    let file = ListFile { table: &table, faults: &faults, whole: !document.damaged };
    let synonyms = file.tables("synonym", synonym).into_iter().flatten().collect();
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
        fill(&mut self.register, path, &ListFile { table: &table, faults, whole });
        table.finish();
    }
}

fn fill(register: &mut Register, path: &str, file: &ListFile<'_, '_>) {
    match path {
        MANIFEST => register.manifest = manifest(file.table),
        "vocabulary/measure_types.toml" => register.measure_types = file.items("measure_type", term),
        "vocabulary/target_groups.toml" => register.target_groups = file.items("target_group", term),
        "vocabulary/legal_bases.toml" => register.legal_bases = file.items("legal_basis", legal_basis),
        "vocabulary/modules.toml" => register.modules = file.items("module", term),
        "vocabulary/goals.toml" => register.goals = file.items("goal", term),
        "vocabulary/certificates.toml" => register.certificates = file.items("certificate", term),
        "vocabulary/places.toml" => {
            register.regions = file.items("region", term);
            register.places = file.items("place", |table| place(table, &register.regions));
        }
        "providers.toml" => register.providers = file.items("provider", |table| provider(table, &register.places)),
        "coordinators.toml" => register.coordinators = coordinators(file),
        SYNONYMS => register.synonyms = file.tables("synonym", synonym).into_iter().flatten().collect(),
        _ => {}
    }
}

/// One file of `[[key]]` tables.
struct ListFile<'a, 's> {
    table: &'a TomlTable<'a, 's>,
    faults: &'a Faults<'s>,
    /// False when the file could not be read whole.
    whole: bool,
}

impl<'a, 's> ListFile<'a, 's> {
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

    /// A vocabulary. An id that stands twice is reported where it stands for the second time.
    fn items<T: Named>(&self, key: &'static str, read: impl Fn(&TomlTable<'_, 's>) -> Option<T>) -> Vocabulary<T> {
        let seen = RefCell::new(FxHashSet::default());
        let labels = RefCell::new(FxHashSet::default());
        let found = self.tables(key, |table| {
            let item = read(table)?;
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
        Vocabulary::new(items.collect(), complete)
    }
}

fn manifest(table: &TomlTable<'_, '_>) -> Manifest {
    let usual = Manifest::default();
    Manifest {
        title: table.required_text("title", table.line("title")).unwrap_or_default(),
        operator: table.line("operator"),
        language: table.line("language"),
        demo: table.flag("demo").unwrap_or(usual.demo),
        confirm_after_days: table.number("confirm_after_days", 1..=3650).unwrap_or(usual.confirm_after_days),
        places_after_days: table.number("places_after_days", 1..=3650).unwrap_or(usual.places_after_days),
    }
}

fn term(table: &TomlTable<'_, '_>) -> Option<Term> {
    let id = table.required("id", table.id("id"));
    let label = table.required_text("label", table.line("label"));
    let (aliases, note) = (table.lines("aliases"), table.paragraphs("note"));
    Some(Term { id: id?, label: label?, aliases, note })
}

fn legal_basis(table: &TomlTable<'_, '_>) -> Option<LegalBasis> {
    let id = table.required("id", table.id("id"));
    let label = table.required_text("label", table.line("label"));
    let basis = LegalBasis {
        citation: table.line("citation").unwrap_or_default(),
        short: table.line("short"),
        valid_from: table.date("valid_from"),
        valid_until: table.date("valid_until"),
        responsible: table.line("responsible"),
        note: table.paragraphs("note"),
        id: id?,
        label: label?,
    };
    if basis.valid_from.zip(basis.valid_until).is_some_and(|(from, until)| until < from) {
        table.report(Code::DatesReversed, "valid_until", |fault| fault.with("key", "valid_until"));
    }
    Some(basis)
}

fn place(table: &TomlTable<'_, '_>, regions: &Vocabulary<Term>) -> Option<Place> {
    let id = table.required("id", table.id("id"));
    let label = table.required_text("label", table.line("label"));
    let region = table.id("region");
    if let Some(region) = &region {
        table.check_reference("region", 0, region, regions);
    }
    let (aliases, note) = (table.lines("aliases"), table.paragraphs("note"));
    Some(Place { id: id?, label: label?, aliases, region, note })
}

fn provider(table: &TomlTable<'_, '_>, known_places: &Vocabulary<Place>) -> Option<Provider> {
    let id = table.required("id", table.id("id"));
    let name = table.required_text("name", table.line("name"));
    let places = table.ids("places");
    for (index, place) in places.iter().enumerate() {
        table.check_reference("places", index, place, known_places);
    }
    let (phone, email, url) = (table.line("phone"), table.line("email"), table.line("url"));
    reachable(table, phone.as_ref(), email.as_ref());
    if url.as_deref().is_some_and(|url| !check::is_web_link(url)) {
        table.report(Code::BadLink, "url", |fault| fault.with("key", "url"));
    }
    Some(Provider { id: id?, name: name?, phone, email, url, places })
}

/// Reports a phone number or an e-mail address that cannot be one.
fn reachable(table: &TomlTable<'_, '_>, phone: Option<&Text>, email: Option<&Text>) {
    if phone.is_some_and(|phone| !check::is_phone(phone)) {
        table.report(Code::BadPhone, "phone", |fault| fault.with("key", "phone"));
    }
    if email.is_some_and(|email| !check::is_email(email)) {
        table.report(Code::BadEmail, "email", |fault| fault.with("key", "email"));
    }
}

/// A substitute may stand further down, so the references are checked when all are read.
fn coordinators(file: &ListFile<'_, '_>) -> Vocabulary<Coordinator> {
    let substitutes: RefCell<Vec<(Id, _)>> = RefCell::default();
    let coordinators = file.items("coordinator", |table| {
        let coordinator = coordinator(table)?;
        let substitute = coordinator.substitute.iter().map(|id| (id.clone(), table.place_of("substitute")));
        substitutes.borrow_mut().extend(substitute);
        Some(coordinator)
    });
    for (id, place) in substitutes.into_inner() {
        file.faults.check_reference("substitute", &id, &coordinators, place);
    }
    coordinators
}

fn coordinator(table: &TomlTable<'_, '_>) -> Option<Coordinator> {
    let id = table.required("id", table.id("id"));
    let name = table.required_text("name", table.line("name"));
    let (team, phone, email) = (table.line("team"), table.line("phone"), table.line("email"));
    let substitute = table.id("substitute");
    reachable(table, phone.as_ref(), email.as_ref());
    if id.is_some() && substitute == id {
        table.report(Code::SubstituteSelf, "substitute", |fault| fault.with("key", "substitute"));
    }
    if phone.is_none() && email.is_none() {
        table.report(Code::CoordinatorUnreachable, "id", |fault| fault.with("key", "phone"));
    }
    Some(Coordinator { id: id?, name: name?, team, phone, email, substitute })
}

fn synonym(table: &TomlTable<'_, '_>) -> Option<Synonym> {
    let term = table.required_text("term", table.line("term"));
    let variants = table.required_lines("variants");
    let direction = table.choice("direction").unwrap_or(Direction::Both);
    let note = table.paragraphs("note");
    let hint = table.line("hint");
    Some(Synonym { term: term?, variants, direction, note, hint })
}

#[cfg(test)]
mod tests;
