//! What ships in the lists of synonyms can be used: no rule too wide, no term that nobody can find.

use lotse::{
    catalogue::{Synonym, SynonymDirection, shipped_synonyms},
    german::Analyser,
};

/// A rule with more variants gathers everything and says little about each.
const MOST_VARIANTS: usize = 80;
/// The thesaurus looks at no more words of a term.
const MOST_WORDS: usize = 6;

/// The rules by which words lead somewhere.
fn leading() -> Vec<Synonym> {
    let rules = shipped_synonyms().0.into_iter();
    rules.filter(|rule| rule.direction != SynonymDirection::None).collect()
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
