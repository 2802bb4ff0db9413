//! The thesaurus: other words for what was typed, and which way they lead.
//!
//! It is asked at query time, so that a change of the lists needs no new index. Words are compared by their stems,
//! small words ("für", "der") are skipped, and a term may have several words.

mod keys;

use std::{
    array,
    sync::{Arc, OnceLock},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Analyser, Token, unfinished_stems};
use keys::{LETTERS, beginnings, key_of_all, letter_of, spellings, telling};

/// Which way the words of a rule lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// All are equal.
    Both,
    /// A variant finds the term, the term does not find its variants.
    ToTerm,
    /// The variants do not find the term, whatever an earlier rule says.
    Off,
}

/// One rule of a list: words for the same thing.
#[derive(Clone, Debug)]
pub struct SynonymRule<'a> {
    /// The preferred term.
    pub term: &'a str,
    /// Other words for it.
    pub variants: Vec<&'a str>,
    /// Which way they lead.
    pub direction: Direction,
    /// What whoever types a variant should know.
    pub hint: Option<&'a str>,
}

/// What else a typed word may mean.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The other words, as written in the list.
    pub text: Arc<str>,
    /// The other words; small ones are left out.
    pub tokens: Vec<Token>,
    /// True when both mean the same; false when one only leads to the other.
    pub equal: bool,
    /// What whoever typed it should know.
    pub hint: Option<Arc<str>>,
    /// How many variants the rule has that leads there.
    pub variants: usize,
    /// The rule that leads there.
    pub rule: RuleNumber,
}

/// Which rule of a thesaurus it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleNumber {
    /// A rule of the thesaurus on which the asked one builds.
    of_base: bool,
    number: usize,
}

/// Words of a query that the thesaurus knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThesaurusMatch {
    /// Which words of the query, by number and in order; one in between does not belong to them.
    pub words: Vec<usize>,
    /// The key under which the thesaurus knows them.
    pub key: String,
}

/// A term of a rule.
#[derive(Debug)]
struct Member {
    /// Its number among the words of the rule.
    place: usize,
    text: Arc<str>,
    key: Box<str>,
}

/// A rule as it is kept.
#[derive(Debug)]
struct Kept {
    /// The term and its variants.
    texts: Vec<Arc<str>>,
    /// Those that say something, when somebody has asked for them; the first one is the term.
    members: OnceLock<Vec<Member>>,
    direction: Direction,
    hint: Option<Arc<str>>,
}

impl Kept {
    fn members(&self) -> &[Member] {
        self.members.get_or_init(|| {
            let mut analyser = Analyser::without_compounds();
            let texts = self.texts.iter().enumerate();
            let member = |(place, text): (usize, &Arc<str>)| {
                let key = key_of_all(&telling(text, &mut analyser)?).into();
                Some(Member { place, text: text.clone(), key })
            };
            texts.filter_map(member).collect()
        })
    }
}

/// The keys that begin with one letter.
#[derive(Debug)]
struct KeyIndex {
    /// For each key the rules that have it, and the number of its text there.
    entries: FxHashMap<Box<str>, Vec<(usize, usize)>>,
    /// The keys in order: of words that are still being typed, and of terms that have more words to come.
    keys: Vec<Box<str>>,
}

/// All rules, ready to be asked.
///
/// Whoever asks for a word asks for keys with its first letter only, so the others are not analysed before.
#[derive(Debug)]
pub struct Thesaurus {
    /// Earlier rules, which the own ones override.
    base: Option<&'static Self>,
    rules: Vec<Kept>,
    /// For each letter the texts that may have a key with it: their rules, and their numbers there.
    begun: [Vec<(usize, usize)>; LETTERS],
    indexes: [OnceLock<KeyIndex>; LETTERS],
}

/// Words of a query that may stand between two of a term.
const BETWEEN: usize = 2;

impl Thesaurus {
    /// Builds a thesaurus. A later rule overrides an earlier one where it names the same two terms.
    pub fn new<'r>(rules: impl IntoIterator<Item = SynonymRule<'r>>) -> Self {
        Self::build(None, rules)
    }

    /// Builds a thesaurus whose rules come after those of `base`.
    pub fn over<'r>(base: &'static Self, rules: impl IntoIterator<Item = SynonymRule<'r>>) -> Self {
        Self::build(Some(base), rules)
    }

    fn build<'r>(base: Option<&'static Self>, rules: impl IntoIterator<Item = SynonymRule<'r>>) -> Self {
        let mut thesaurus = Self {
            base,
            rules: Vec::new(),
            begun: array::from_fn(|_| Vec::new()),
            indexes: array::from_fn(|_| OnceLock::new()),
        };
        let mut known = FxHashSet::default();
        rules.into_iter().for_each(|rule| thesaurus.add(&rule, &mut known));
        thesaurus
    }

    /// Adds a rule. Half of the texts stand in several rules: those in `known` are shared.
    fn add(&mut self, rule: &SynonymRule<'_>, known: &mut FxHashSet<Arc<str>>) {
        let mut share = |text: &&str| match known.get(*text) {
            Some(text) => text.clone(),
            None => {
                let text: Arc<str> = (*text).into();
                known.insert(text.clone());
                text
            }
        };
        let texts: Vec<Arc<str>> = std::iter::once(&rule.term).chain(&rule.variants).map(&mut share).collect();
        for (place, text) in texts.iter().enumerate() {
            let own = (self.rules.len(), place);
            for letter in beginnings(text) {
                if let Some(begun) = self.begun.get_mut(letter).filter(|begun| begun.last() != Some(&own)) {
                    begun.push(own);
                }
            }
        }
        let (members, direction, hint) = (OnceLock::new(), rule.direction, rule.hint.map(Arc::from));
        self.rules.push(Kept { texts, members, direction, hint });
    }

    /// Analyses all texts, so that no word has to wait for those that begin like it.
    pub fn prepare(&self) {
        let _ = self.keys_beginning("").count();
    }

    fn index(&self, letter: usize) -> Option<&KeyIndex> {
        let (begun, index) = (self.begun.get(letter)?, self.indexes.get(letter)?);
        Some(index.get_or_init(|| {
            let mut analyser = Analyser::without_compounds();
            let mut entries: FxHashMap<Box<str>, Vec<(usize, usize)>> = FxHashMap::default();
            for (number, place) in begun {
                let text = self.rules.get(*number).and_then(|rule| rule.texts.get(*place));
                let Some(tokens) = text.and_then(|text| telling(text, &mut analyser)) else { continue };
                let keys = spellings(&key_of_all(&tokens), &tokens, &mut analyser).into_iter();
                keys.filter(|key| letter_of(key) == Some(letter))
                    .for_each(|key| entries.entry(key).or_default().push((*number, *place)));
            }
            let mut keys: Vec<Box<str>> = entries.keys().cloned().collect();
            keys.sort_unstable();
            KeyIndex { entries, keys }
        }))
    }

    /// What one key leads to; the latest rule about two terms decides.
    pub fn get(&self, key: &str, analyser: &mut Analyser) -> Vec<Expansion> {
        let mut decided: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for (number, rule, own, own_member) in self.rules_of(key) {
            for (index, member) in rule.members().iter().enumerate() {
                let concerned = rule.direction == Direction::Both || index == 0 || own == 0;
                if !concerned || member.key == own_member.key || decided.contains(&&*member.key) {
                    continue;
                }
                decided.push(&member.key);
                let leads = match rule.direction {
                    Direction::Both => true,
                    Direction::ToTerm => index == 0,
                    Direction::Off => false,
                };
                let equal = rule.direction == Direction::Both;
                // Only old names carry the hint, not today's.
                let hint = rule.hint.clone().filter(|_| own > 0);
                let tokens = telling(&member.text, analyser).filter(|_| leads);
                let variants = rule.texts.len().saturating_sub(1);
                let expansion =
                    |tokens| Expansion { text: member.text.clone(), tokens, equal, hint, variants, rule: number };
                found.extend(tokens.map(expansion));
            }
        }
        found
    }

    /// The other variants that lead to the term of a rule: for a term that nobody uses.
    pub fn siblings(&self, rule: RuleNumber, analyser: &mut Analyser) -> Vec<Expansion> {
        let layer = if rule.of_base { self.base } else { Some(self) };
        let Some(kept) = layer.and_then(|layer| layer.rules.get(rule.number)) else { return Vec::new() };
        if kept.direction != Direction::ToTerm {
            return Vec::new();
        }
        let variants = kept.texts.len().saturating_sub(1);
        let members = kept.members().iter().filter(|member| member.place > 0);
        let expansion = |member: &Member| {
            let tokens = telling(&member.text, analyser)?;
            Some(Expansion { text: member.text.clone(), tokens, equal: false, hint: None, variants, rule })
        };
        members.filter_map(expansion).collect()
    }

    /// The rules that have a key, the latest first, and which member it is there.
    fn rules_of(&self, key: &str) -> impl Iterator<Item = (RuleNumber, &Kept, usize, &Member)> {
        self.layers().enumerate().flat_map(move |(depth, layer)| {
            let own = layer.entries(key).iter().rev();
            own.filter_map(move |(number, place)| {
                let rule = layer.rules.get(*number)?;
                let (own, member) = rule.members().iter().enumerate().find(|(_, member)| member.place == *place)?;
                Some((RuleNumber { of_base: depth > 0, number: *number }, rule, own, member))
            })
        })
    }

    /// Where a key stands in this layer.
    fn entries(&self, key: &str) -> &[(usize, usize)] {
        let index = letter_of(key).and_then(|letter| self.index(letter));
        index.and_then(|index| index.entries.get(key)).map_or(&[], Vec::as_slice)
    }

    /// This thesaurus and what it builds on.
    fn layers(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.base)
    }

    /// Whether a word that is still being typed may stand for a key as it is: "ruck" has the stem of "Rücken", but is on
    /// its way to "Rucksack".
    pub fn is_whole(&self, key: &str, typed: &str) -> bool {
        let length = typed.chars().count();
        self.rules_of(key).any(|(.., own)| own.text.chars().count() <= length)
    }

    /// Whether anything is known under this key.
    fn has(&self, key: &str) -> bool {
        self.layers().any(|layer| !layer.entries(key).is_empty())
    }

    /// All terms among the words of a query, the longest first. `keys` holds for each word the keys under which it may
    /// stand. A word that does not belong may stand between those of a term.
    pub fn find(&self, keys: &[Vec<String>]) -> Vec<ThesaurusMatch> {
        let mut found: Vec<ThesaurusMatch> = Vec::new();
        for (start, first) in keys.iter().enumerate() {
            let mut paths: Vec<(Vec<usize>, String)> = first.iter().map(|key| (vec![start], key.clone())).collect();
            while let Some((words, key)) = paths.pop() {
                let end = words.last().map_or(start, |last| last + 1);
                for (next, keys) in keys.iter().enumerate().skip(end).take(1 + BETWEEN) {
                    let longer = keys.iter().map(|more| format!("{key} {more}")).filter(|path| self.begins(path));
                    paths.extend(longer.map(|path| (words.iter().copied().chain([next]).collect(), path)));
                }
                if self.has(&key) {
                    found.push(ThesaurusMatch { words, key });
                }
            }
        }
        found.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)));
        found
    }

    /// Whether a term begins with these words.
    fn begins(&self, path: &str) -> bool {
        self.keys_beginning(path).next().is_some()
    }

    /// The keys that begin like this, in order within each layer.
    fn keys_beginning<'t>(&'t self, beginning: &'t str) -> impl Iterator<Item = &'t str> {
        let letters = letter_of(beginning).map_or(0..LETTERS, |letter| letter..letter + 1);
        let indexes = self.layers().flat_map(move |layer| letters.clone().filter_map(|letter| layer.index(letter)));
        indexes.flat_map(move |index| {
            let start = index.keys.partition_point(|key| **key < *beginning);
            index.keys.iter().skip(start).map(|key| &**key).take_while(move |key| key.starts_with(beginning))
        })
    }

    /// The keys that words not typed to their end may become: `beginning` is folded, with the words before it if there
    /// are any. A beginning of more than `limit` terms leads nowhere yet.
    pub fn complete<'t>(&'t self, beginning: &'t str, limit: usize) -> Vec<&'t str> {
        let mut begun: Vec<&str> = self.keys_beginning(beginning).take(limit + 1).collect();
        if begun.len() > limit {
            begun.clear();
        }
        begun.extend(unfinished_stems(beginning).into_iter().filter(|stem| self.has(stem)));
        begun
    }

    /// Every single word that the thesaurus knows, as a stem: what a mistyped word may have been meant to be.
    pub fn single_words<'t>(&'t self, first: &'t str) -> impl Iterator<Item = &'t str> {
        self.keys_beginning(first).filter(|key| !key.contains(' '))
    }
}

#[cfg(test)]
mod tests {
    use super::{keys::key_of, *};

    fn rule<'a>(term: &'a str, variants: &[&'a str], direction: Direction) -> SynonymRule<'a> {
        SynonymRule { term, variants: variants.to_vec(), direction, hint: None }
    }

    fn ask(thesaurus: &Thesaurus, query: &str) -> Vec<String> {
        let mut analyser = Analyser::new();
        let tokens = analyser.tokens(query);
        let telling = tokens.iter().filter(|token| !token.is_small);
        let keys: Vec<Vec<String>> = telling.map(|token| vec![key_of(token).to_owned()]).collect();
        let found = thesaurus.find(&keys).into_iter().flat_map(|found| thesaurus.get(&found.key, &mut analyser));
        found.map(|expansion| expansion.text.to_string()).collect()
    }

    fn sample() -> Thesaurus {
        Thesaurus::new([
            rule("Arbeitsgelegenheit", &["AGH", "Ein-Euro-Job"], Direction::Both),
            rule("psychosoziale Betreuung", &["Depression", "keine Kraft für den Alltag"], Direction::ToTerm),
            rule("Suchtberatung", &["kiffen", "schläft im Rausch"], Direction::ToTerm),
        ])
    }

    #[test]
    fn words_lead_to_others_the_way_the_rule_says() {
        let thesaurus = sample();
        for (query, found) in [
            ("AGH", &["Arbeitsgelegenheit", "Ein-Euro-Job"][..]),
            ("agh", &["Arbeitsgelegenheit", "Ein-Euro-Job"]),
            ("Arbeitsgelegenheiten", &["AGH", "Ein-Euro-Job"]),
            ("ein euro jobs", &["Arbeitsgelegenheit", "AGH"]),
            ("Depressionen", &["psychosoziale Betreuung"]),
            ("keine Kraft im Alltag", &["psychosoziale Betreuung"]),
            ("psychosoziale Betreuung", &[]),
            ("keine Kraft mehr im Alltag", &["psychosoziale Betreuung"]),
            ("Alltag", &[]),
            ("kiffen", &["Suchtberatung"]),
            ("im Rausch geschlafen", &[]),
            ("schlafen im Rausch", &["Suchtberatung"]),
        ] {
            let mut answer = ask(&thesaurus, query);
            answer.dedup();
            assert_eq!(answer, found, "{query}");
        }
    }

    #[test]
    fn a_later_rule_overrides_an_earlier_one() {
        let rules = [
            rule("Coaching", &["Begleitung"], Direction::Both),
            rule("Coaching", &["Begleitung"], Direction::Off),
            rule("Kita", &["Hort"], Direction::Both),
            rule("Kita", &["Hort"], Direction::ToTerm),
        ];
        let thesaurus = Thesaurus::new(rules);
        assert!(ask(&thesaurus, "Begleitung").is_empty());
        assert_eq!(ask(&thesaurus, "Hort"), ["Kita"]);
        assert!(ask(&thesaurus, "Kita").is_empty());
    }

    #[test]
    fn a_beginning_leads_where_its_end_would() {
        let thesaurus = sample();
        let ends = |beginning: &str| thesaurus.complete(beginning, 4).len();
        assert_eq!(ends("depres"), 1);
        assert_eq!(ends("xyz"), 0);
    }
}
