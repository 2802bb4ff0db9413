//! What ships in the lists of synonyms can be used: no rule too wide, no term that nobody can find.

use std::collections::{BTreeMap, BTreeSet};

use lotse::{
    catalogue::{Synonym, SynonymDirection, shipped_synonyms},
    german::Analyser,
};

/// A rule with more variants gathers everything and says little about each.
const MOST_VARIANTS: usize = 80;
/// The thesaurus looks at no more words of a term.
const MOST_WORDS: usize = 6;
/// A variant of more terms says little about each.
const MOST_TERMS: usize = 4;

/// The rules by which words lead somewhere.
fn leading() -> Vec<Synonym> {
    let rules = shipped_synonyms().0.into_iter();
    rules.filter(|rule| rule.direction != SynonymDirection::None).collect()
}

/// Under what a text is known: the stems of the words that say something, and the others of them as they are.
fn key(text: &str, analyser: &mut Analyser) -> String {
    let tokens = analyser.tokens(text).into_iter().filter(|token| !token.is_small);
    let keys: Vec<String> = tokens.map(|token| token.stem.as_deref().unwrap_or(&token.surface).to_owned()).collect();
    keys.join(" ")
}

/// A leading rule with the keys of its term and its variants.
struct Keyed {
    rule: Synonym,
    term: String,
    variants: Vec<String>,
}

fn keyed() -> Vec<Keyed> {
    let mut analyser = Analyser::new();
    let mut keyed = |rule: Synonym| {
        let term = key(&rule.term, &mut analyser);
        let variants = rule.variants.iter().map(|variant| key(variant, &mut analyser)).collect();
        Keyed { rule, term, variants }
    };
    leading().into_iter().map(&mut keyed).collect()
}

/// Nothing of what was found wrong; all of it is shown.
fn assert_none(wrong: &[String], what: &str) {
    assert!(wrong.is_empty(), "{} {what}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_rule_gathers_everything() {
    let rules = leading().into_iter().filter(|rule| rule.variants.len() > MOST_VARIANTS);
    let wrong: Vec<_> = rules.map(|rule| format!("{}: {}", rule.term, rule.variants.len())).collect();
    assert_none(&wrong, "rules with too many variants");
}

#[test]
fn every_term_says_something_in_few_words() {
    let mut analyser = Analyser::new();
    let mut says = |text: &str| analyser.tokens(text).iter().filter(|token| !token.is_small).count();
    let rules = leading().into_iter().filter(|rule| !(1..=MOST_WORDS).contains(&says(&rule.term)));
    let wrong: Vec<_> = rules.map(|rule| rule.term.to_string()).collect();
    assert_none(&wrong, "terms with too few or too many words");
}

#[test]
fn no_variant_leads_to_many_terms() {
    let rules = keyed();
    let mut terms: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for rule in &rules {
        for variant in &rule.variants {
            terms.entry(variant).or_default().insert(&rule.term, &rule.rule.term);
        }
    }
    let wide = terms.iter().filter(|(_, terms)| terms.len() > MOST_TERMS);
    let wrong: Vec<_> = wide.map(|(variant, terms)| format!("{variant}: {:?}", terms.values())).collect();
    assert_none(&wrong, "variants of too many terms");
}

#[test]
fn no_variant_says_the_same_as_its_term() {
    let mut wrong = Vec::new();
    for Keyed { rule, term, variants } in &keyed() {
        let same = variants.iter().zip(&rule.variants).filter(|(key, _)| *key == term);
        wrong.extend(same.map(|(_, variant)| format!("{}: {variant}", rule.term)));
    }
    assert_none(&wrong, "variants with the key of their term");
}

#[test]
fn no_rule_has_a_variant_twice() {
    let mut wrong = Vec::new();
    for Keyed { rule, variants, .. } in &keyed() {
        let mut seen = BTreeSet::new();
        let again = variants.iter().zip(&rule.variants).filter(|(key, _)| !seen.insert(*key));
        wrong.extend(again.map(|(key, variant)| format!("{}: {variant} ({key})", rule.term)));
    }
    assert_none(&wrong, "variants with the key of another one");
}

#[test]
fn no_two_rules_could_be_one() {
    let rules = keyed();
    let mut alike: BTreeMap<_, Vec<&Keyed>> = BTreeMap::new();
    for rule in &rules {
        alike.entry((&rule.term, rule.rule.direction, &rule.rule.hint)).or_default().push(rule);
    }
    let mut wrong = Vec::new();
    for rules in alike.values() {
        for (number, one) in rules.iter().enumerate() {
            let narrow = rules.iter().skip(number + 1).filter(|other| together(one, other) <= MOST_VARIANTS);
            wrong.extend(narrow.map(|other| format!("{}: {}", one.rule.term, together(one, other))));
        }
    }
    assert_none(&wrong, "pairs of rules with one term, one direction and room for all their variants");
}

/// How many variants two rules have as one.
fn together(one: &Keyed, other: &Keyed) -> usize {
    one.variants.iter().chain(&other.variants).collect::<BTreeSet<_>>().len()
}
