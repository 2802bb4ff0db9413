//! Entries about everything: German words in no order, with compounds, to stand around a catalogue of measures.

use lotse::{base::Text, catalogue::Measure, german::words};

use super::generator;

const LISTS: [&str; 2] =
    [include_str!("../../config/german/words-everyday.txt"), include_str!("../../config/german/words-office.txt")];

/// `count` of them, the same every time.
pub(crate) fn measures(count: usize) -> impl Iterator<Item = Measure> {
    let words: Vec<&str> = LISTS.iter().flat_map(|list| words(list)).collect();
    let mut chance = Chance(7);
    (0..count).map(move |number| measure(number, &words, &mut chance))
}

fn measure(number: usize, words: &[&str], chance: &mut Chance) -> Measure {
    let mut text = |count: usize| {
        let words: Vec<String> = (0..count).map(|_| word(words, chance)).collect();
        Text::line(&words.join(" "))
    };
    let empty = generator::measure(number);
    Measure {
        title: text(3),
        short: None,
        aliases: Vec::new(),
        summary: text(15),
        content: Some(text(90)),
        types: Vec::new(),
        goals: Vec::new(),
        modules: Vec::new(),
        target_groups: Vec::new(),
        legal_bases: Vec::new(),
        places: Vec::new(),
        admission: None,
        exclusion: None,
        access_route: None,
        legal_note: None,
        certificates: Vec::new(),
        documents: Vec::new(),
        ..empty
    }
}

/// A word or a compound, the common ones more often.
fn word(words: &[&str], chance: &mut Chance) -> String {
    let mut one = || {
        let (a, b) = (chance.below(words.len()), chance.below(words.len()));
        words[a.min(b)]
    };
    let (first, second) = (one(), one());
    let text = if chance.below(4) == 0 { format!("{first}{second}") } else { first.to_owned() };
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}

/// Numbers in no order, the same every time (Knuth's linear congruential generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
