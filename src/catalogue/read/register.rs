//! Reads the files that entries refer to: `catalogue.toml`, the vocabularies, coordinators, providers, synonyms.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::FxHashSet;

use super::{document::Document, faults::Faults, table::Table};
use crate::catalogue::{
    Code, Coordinator, Diagnostic, Direction, LegalBasis, Location, Manifest, Named, Place, Provider, Register, Source,
    Stamp, Synonym, Term, Text, Vocabulary, check, source::MANIFEST,
};

/// Reads everything except the measures. A file that is missing is an empty vocabulary.
pub fn read_register(source: &Source, stamps: &[Stamp]) -> (Register, Vec<Diagnostic>) {
    let mut reader = RegisterReader { source, register: Register::default(), diagnostics: Vec::new() };
    // Places refer to regions and people to places, so these files are read in this order.
    let in_order = [
        MANIFEST,
        "vocabulary/measure_types.toml",
        "vocabulary/target_groups.toml",
        "vocabulary/legal_bases.toml",
        "vocabulary/modules.toml",
        "vocabulary/goals.toml",
        "vocabulary/certificates.toml",
        "vocabulary/places.toml",
        "providers.toml",
        "coordinators.toml",
        "synonyms.toml",
    ];
    let files = || stamps.iter().map(|stamp| &stamp.path).filter(|path| !is_measure(path));
    for name in in_order {
        if let Some(path) = files().find(|path| &***path == name) {
            reader.file(path);
        }
    }
    for path in files().filter(|path| !in_order.contains(&&***path)) {
        reader.unknown_file(path, &in_order);
    }
    (reader.register, reader.diagnostics)
}

/// True for the files that hold one entry each.
pub fn is_measure(path: &str) -> bool {
    path.starts_with("measures/")
}

struct RegisterReader<'a> {
    source: &'a Source,
    register: Register,
    diagnostics: Vec<Diagnostic>,
}

impl RegisterReader<'_> {
    fn unknown_file(&mut self, path: &Arc<str>, known: &[&str]) {
        let fault = Diagnostic::new(Code::UnknownFile, Location::file(path));
        self.diagnostics.push(fault.suggest(path, known.iter().copied()));
    }

    fn file(&mut self, path: &Arc<str>) {
        match self.source.read(path) {
            Ok(text) => self.text(path, &text, false),
            Err(fault) => {
                self.diagnostics.push(*fault);
                self.text(path, "", true);
            }
        }
    }

    fn text(&mut self, path: &Arc<str>, text: &str, unreadable: bool) {
        let faults = Faults::new(path, text);
        let spans = RefCell::default();
        let document = Document::parse(text, &faults);
        let table = Table::new(&faults, &spans, "", Some(document.root.get_ref()), 0..0);
        let list = ListFile { table: &table, faults: &faults, whole: !document.damaged && !unreadable };
        fill(&mut self.register, path, &list);
        table.finish();
        self.diagnostics.extend(faults.into_vec());
    }
}

fn fill(register: &mut Register, path: &str, file: &ListFile<'_, '_>) {
    match path {
        MANIFEST => register.manifest = manifest(file),
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
        "coordinators.toml" => register.coordinators = file.items("coordinator", coordinator),
        "synonyms.toml" => register.synonyms = file.tables("synonym", synonym),
        _ => {}
    }
}

/// One file of `[[key]]` tables.
struct ListFile<'a, 's> {
    table: &'a Table<'a, 's>,
    faults: &'a Faults<'s>,
    /// False when the file could not be read whole.
    whole: bool,
}

impl<'a, 's> ListFile<'a, 's> {
    fn tables<T>(&self, key: &'static str, read: impl Fn(&Table<'_, 's>) -> Option<T>) -> Vec<T> {
        let read_one = |(item, span)| {
            let spans = RefCell::default();
            let table = Table::new(self.faults, &spans, "", Some(item), span);
            let value = read(&table);
            table.finish();
            value
        };
        self.table.tables(key).into_iter().filter_map(read_one).collect()
    }

    /// A vocabulary. An id that stands twice is reported where it stands for the second time.
    fn items<T: Named>(&self, key: &'static str, read: impl Fn(&Table<'_, 's>) -> Option<T>) -> Vocabulary<T> {
        let seen = RefCell::new(FxHashSet::default());
        let unreadable = RefCell::new(false);
        let items = self.tables(key, |table| {
            let Some(item) = read(table) else {
                *unreadable.borrow_mut() = true;
                return None;
            };
            if seen.borrow_mut().insert(item.id().clone()) {
                return Some(item);
            }
            table.report("id", 0, |at| Diagnostic::new(Code::DuplicateId, at).with("id", item.id()));
            None
        });
        Vocabulary::new(items, self.whole && !unreadable.into_inner())
    }
}

fn manifest(file: &ListFile<'_, '_>) -> Manifest {
    let table = file.table;
    let title = table.line("title");
    let usual = Manifest::default();
    Manifest {
        title: if file.whole { table.required_text("title", title) } else { title }.unwrap_or_default(),
        operator: table.line("operator"),
        language: table.line("language"),
        demo: table.flag("demo").unwrap_or(usual.demo),
        confirm_after_days: table.number("confirm_after_days", 1..=3650).unwrap_or(usual.confirm_after_days),
        places_after_days: table.number("places_after_days", 1..=3650).unwrap_or(usual.places_after_days),
    }
}

fn term(table: &Table<'_, '_>) -> Option<Term> {
    let id = table.required("id", table.id("id"));
    let label = table.required_text("label", table.line("label"));
    let (aliases, note) = (table.lines("aliases"), table.paragraphs("note"));
    Some(Term { id: id?, label: label?, aliases, note })
}

fn legal_basis(table: &Table<'_, '_>) -> Option<LegalBasis> {
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
        table.report("valid_until", 0, |at| Diagnostic::new(Code::DatesReversed, at));
    }
    Some(basis)
}

fn place(table: &Table<'_, '_>, regions: &Vocabulary<Term>) -> Option<Place> {
    let id = table.required("id", table.id("id"));
    let label = table.required_text("label", table.line("label"));
    let region = table.id("region");
    if let Some(region) = &region {
        table.check_reference("region", 0, region, regions);
    }
    let (aliases, note) = (table.lines("aliases"), table.paragraphs("note"));
    Some(Place { id: id?, label: label?, aliases, region, note })
}

fn provider(table: &Table<'_, '_>, known_places: &Vocabulary<Place>) -> Option<Provider> {
    let id = table.required("id", table.id("id"));
    let name = table.required_text("name", table.line("name"));
    let places = table.ids("places");
    for (index, place) in places.iter().enumerate() {
        table.check_reference("places", index, place, known_places);
    }
    let (phone, email, url) = (table.line("phone"), table.line("email"), table.line("url"));
    if url.as_deref().is_some_and(|url| !check::is_web_link(url)) {
        table.report("url", 0, |at| Diagnostic::new(Code::BadLink, at));
    }
    Some(Provider { id: id?, name: name?, phone, email, url, places })
}

fn coordinator(table: &Table<'_, '_>) -> Option<Coordinator> {
    let id = table.required("id", table.id("id"));
    let name = table.required_text("name", table.line("name"));
    let (team, phone, email) = (table.line("team"), table.line("phone"), table.line("email"));
    let substitute = table.id("substitute");
    if phone.is_none() && email.is_none() {
        table.report("id", 0, |at| Diagnostic::new(Code::CoordinatorUnreachable, at));
    }
    Some(Coordinator { id: id?, name: name?, team, phone, email, substitute })
}

fn synonym(table: &Table<'_, '_>) -> Option<Synonym> {
    let term = table.required_text("term", table.line("term"));
    let variants: Vec<Text> = table.required_list("variants", table.lines("variants"));
    let direction = table.choice("direction").unwrap_or(Direction::Both);
    let note = table.paragraphs("note");
    Some(Synonym { term: term?, variants, direction, note })
}
