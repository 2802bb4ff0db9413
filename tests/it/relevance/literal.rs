//! What stands in an entry as it was typed comes before what only a synonym leads to.

use std::collections::{BTreeMap, BTreeSet};

use lotse::{
    catalogue::{Choice as _, Measure, Register},
    german::Analyser,
    locale::{Lang, Texts},
};

/// Entries in which a noun may stand at most to be one that leads to few.
const RARE: usize = 3;
/// Shorter words are names of places and abbreviations.
const SHORTEST: usize = 4;

/// The nouns of titles, other names and summaries that stand in few entries, each as it is written.
pub(crate) fn rare_nouns(measures: &[Measure], analyser: &mut Analyser) -> Vec<String> {
    let mut entries: BTreeMap<String, usize> = BTreeMap::new();
    for measure in measures {
        let stems: BTreeSet<String> = texts(measure).flat_map(|text| stems(text, analyser)).collect();
        stems.into_iter().for_each(|stem| *entries.entry(stem).or_default() += 1);
    }
    let mut nouns: BTreeMap<String, String> = BTreeMap::new();
    for measure in measures.iter().filter(|measure| !measure.status.is_over()) {
        let names = [&measure.title, &measure.summary].into_iter().chain(&measure.aliases);
        for noun in names.flat_map(|text| nouns_of(text)) {
            let [stem] = &stems(noun, analyser)[..] else { continue };
            if entries.get(stem).is_some_and(|count| *count <= RARE) {
                nouns.entry(stem.clone()).or_insert_with(|| noun.to_owned());
            }
        }
    }
    nouns.into_values().collect()
}

/// Whether an entry has a noun, in whatever form, also inside a compound or among its labels.
pub(crate) fn has(measure: &Measure, register: &Register, noun: &str, analyser: &mut Analyser) -> bool {
    let wanted = stems(noun, analyser);
    let labels = labels(measure, register);
    texts(measure).chain(labels.iter().map(String::as_str)).any(|text| {
        let tokens = analyser.tokens(text);
        let mut found = tokens.iter().flat_map(|token| {
            let own = token.stem.as_deref().unwrap_or(&token.surface);
            std::iter::once(own)
                .chain(token.joined.iter().map(|joined| &*joined.surface))
                .chain(token.parts.iter().map(|part| &*part.stem))
        });
        found.any(|stem| wanted.iter().any(|wanted| wanted == stem))
    })
}

fn stems(text: &str, analyser: &mut Analyser) -> Vec<String> {
    let tokens = analyser.tokens(text).into_iter();
    tokens.map(|token| token.stem.map_or(token.surface, |stem| stem.to_string())).collect()
}

fn labels(measure: &Measure, register: &Register) -> Vec<String> {
    let groups = measure.target_groups.iter().map(|id| register.target_groups.label(id));
    let types = measure.types.iter().map(|id| register.measure_types.label(id));
    let goals = measure.goals.iter().map(|id| register.goals.label(id));
    let modules = measure.modules.iter().map(|id| register.modules.label(id));
    let places = measure.places.iter().map(|id| register.places.label(id));
    let bases = measure.legal_bases.iter().map(|id| register.legal_bases.label(id));
    let provider = std::iter::once(register.providers.label(&measure.provider));
    let named = groups.chain(types).chain(goals).chain(modules).chain(places).chain(bases).chain(provider);
    let texts = Texts::new(Lang::De);
    let category = texts.get(&format!("category-{}", measure.category.code())).into_owned();
    named.map(str::to_owned).chain([category]).collect()
}

fn texts(measure: &Measure) -> impl Iterator<Item = &str> {
    let long = [&measure.content, &measure.admission, &measure.exclusion, &measure.access_route, &measure.legal_note];
    let names = [Some(&measure.title), measure.short.as_ref(), Some(&measure.summary)];
    let long = long.into_iter().map(Option::as_ref);
    names.into_iter().chain(long).flatten().chain(&measure.aliases).map(|text| text.as_str())
}

/// German writes nouns with a capital.
fn nouns_of(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.chars().count() >= SHORTEST && word.starts_with(char::is_uppercase))
        .filter(|word| word.chars().skip(1).all(char::is_lowercase))
}
