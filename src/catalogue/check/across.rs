//! Rules across files, which no file can break alone: titles and numbers that stand twice, people whom nobody names.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::DeTable;

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Location, Measure, Named, Reference, Register, Source},
};

/// The faults between files. `all` is true when every entry could be read: else nobody can tell who is not named.
pub(in crate::catalogue) fn across(
    source: &Source,
    register: &Register,
    measures: &[Measure],
    all: bool,
) -> Vec<Diagnostic<Code>> {
    let mut finder = Finder { source, found: Vec::new() };
    finder.twice(measures, Code::TitleTwice, "title", |measure| Some(&measure.title));
    finder.twice(measures, Code::MeasureNumberTwice, "measure_number", |measure| measure.measure_number.as_ref());
    if all && !measures.is_empty() {
        let providers = measures.iter().map(|measure| measure.provider.as_str()).collect();
        finder.unused(Code::ProviderUnused, Reference::Providers, register, &providers);
        finder.unused(Code::CoordinatorUnused, Reference::Coordinators, register, &{
            let named = measures.iter().filter_map(|measure| measure.coordinator.as_deref());
            let confirming = measures.iter().filter_map(|measure| measure.confirmed.by.as_deref());
            let substitutes = register.coordinators.iter().filter_map(|person| person.substitute.as_deref());
            named.chain(confirming).chain(substitutes).collect()
        });
    }
    finder.found
}

struct Finder<'a> {
    source: &'a Source,
    found: Vec<Diagnostic<Code>>,
}

impl Finder<'_> {
    /// Current entries that say the same; each but the first is reported, and names the first. What is over may have had
    /// a successor of the same name.
    fn twice<'m>(
        &mut self,
        measures: &'m [Measure],
        code: Code,
        key: &str,
        text_of: impl Fn(&'m Measure) -> Option<&'m Text>,
    ) {
        let mut firsts: FxHashMap<String, &Measure> = FxHashMap::default();
        for measure in measures.iter().filter(|measure| !measure.status.is_over()) {
            let Some(text) = text_of(measure) else { continue };
            let folded: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            if folded.is_empty() {
                continue;
            }
            match firsts.get(&folded) {
                None => drop(firsts.insert(folded, measure)),
                Some(first) => self.report(code, measure, key, text, &first.id),
            }
        }
    }

    fn report(&mut self, code: Code, measure: &Measure, key: &str, text: &Text, first: &str) {
        let file: Arc<str> = format!("measures/{}.toml", measure.id).into();
        let location = self.locate(&file, |root| Some(root.get(key)?.span()));
        let fault = Diagnostic::new(code, location).with("text", text);
        self.found.push(fault.with("other", &format!("measures/{first}.toml")));
    }

    /// People whom nobody names, in a vocabulary that was read whole.
    fn unused(&mut self, code: Code, of: Reference, register: &Register, named: &FxHashSet<&str>) {
        let people = of.vocabulary(register);
        let unused = people.items().map(Named::id).filter(|id| !named.contains(id.as_str()));
        let mut unused: BTreeSet<&str> = unused.map(|id| id.as_str()).collect();
        if unused.is_empty() || !people.is_complete() {
            return;
        }
        let file: Arc<str> = of.file().into();
        let Ok(text) = self.source.read(&file) else { return };
        let (root, _) = DeTable::parse_recoverable(&text);
        let tables = root.get_ref().get(of.list()).and_then(|list| list.get_ref().as_array());
        for id in tables.into_iter().flat_map(|list| list.iter()).filter_map(|item| item.get_ref().get("id")) {
            // The second of the same id has been reported as such.
            if let Some(name) = id.get_ref().as_str().filter(|name| unused.remove(name)) {
                let fault = Diagnostic::new(code, Location::in_source(&file, &text, id.span()));
                self.found.push(fault.with("id", name));
            }
        }
    }

    /// Where something stands in a file that is read again for it: only files with a fault are.
    fn locate(&self, file: &Arc<str>, place: impl Fn(&DeTable<'_>) -> Option<Range<usize>>) -> Location {
        let Ok(text) = self.source.read(file) else { return Location::file(file) };
        let (root, _) = DeTable::parse_recoverable(&text);
        place(root.get_ref()).map_or_else(|| Location::file(file), |span| Location::in_source(file, &text, span))
    }
}
