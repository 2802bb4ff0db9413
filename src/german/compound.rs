//! Compound splitting: "schuldnerberatung" is made of "schuldner" and "beratung".
//!
//! The cheapest way to lay known words end to end, with the linking elements of German between them. Few and long
//! parts are cheap. When nothing fits, an unknown beginning before known words is a part too ("lotsenberatung").

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use super::{fold::fold_word, lexicon::Lexicon};

/// Shorter words are not cut.
const SHORTEST_WORD: usize = 7;
/// A word of so few letters is a part only if it is listed.
const SHORTEST_PART: usize = 3;
/// A shorter beginning says too little.
const SHORTEST_BEGINNING: usize = 4;
/// An unknown beginning is a part from this length on ...
const SHORTEST_UNKNOWN: usize = 4;
/// ... and only before a known word of this length: "Approbationskurs". Endings such as "burg" and "heim" make names.
const HEAD_OF_UNKNOWN: usize = 4;

/// Letters that stand at least before a cut beside a known word, and behind it.
const SHORTEST_CUT: usize = 5;
const SHORTEST_END: usize = 4;
/// Ends that make names of places: what stands before them is neither a part nor a slip of another word.
const NAME_ENDINGS: [&str; 24] = [
    "bach", "beck", "berg", "born", "bruck", "burg", "dorf", "feld", "furt", "hain", "haus", "hausen", "heim", "hof",
    "holz", "horn", "land", "moos", "rath", "ried", "stadt", "stein", "tal", "wald",
];

/// What may stand between two parts.
const LINKS: [&str; 10] = ["", "s", "n", "en", "es", "er", "e", "ns", "ens", "innen"];
/// What a last part may end in besides itself.
const ENDINGS: [&str; 10] = ["", "n", "en", "e", "s", "es", "er", "ern", "in", "innen"];

/// More words of one's own are left out: they cost memory and a moment at every start.
const MOST_OWN: usize = 100_000;

/// Costs of a part: few parts before many, plain ones before changed ones.
const PART: u32 = 100;
const SHORT_PART: u32 = 40;
const CHANGED: u32 = 10;
const LINK: u32 = 5;
const UNKNOWN: u32 = 260;

/// What a lexicon says of words that it does not list: one needs compounds for that.
impl Lexicon {
    /// The shipped words and `own` ones. Of these only simple words count: what can be cut with the others is a compound,
    /// not a part.
    pub fn with<'w>(own: impl IntoIterator<Item = &'w str>) -> Arc<Self> {
        let mut lexicon = Self::clone(&Self::shipped());
        let mut simple: Vec<String> =
            own.into_iter().take(MOST_OWN).map(fold_word).filter(|word| is_simple(word)).collect();
        // What is made of other own words is no simple one: the short ones come first.
        simple.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        for folded in simple {
            if !is_known(&folded, &lexicon) && split(&folded, &lexicon).is_empty() {
                lexicon.own.insert(folded.into());
            }
        }
        Arc::new(lexicon)
    }

    /// Whether a folded word is German as far as this lexicon goes, in whatever form. Compounds do not count: slips
    /// make them, too.
    ///
    /// `imbiss` is, `suchtbertaung` and `gutschien` are not.
    pub fn recognises(&self, folded: &str) -> bool {
        self::is_known(folded, self)
    }

    /// Where a folded word may be cut so that one side is known: the other one may be misspelt. Nowhere where the whole word is
    /// made of known ones that are long enough to be no slip.
    pub fn cuts(&self, folded: &str) -> CompoundCuts {
        self::cuts(folded, self)
    }

    /// The known beginning of a folded compound of which the last part is not typed to its end.
    ///
    /// `netzwerkjug` has `netzwerk`, `xyz` none.
    pub fn known_beginning<'w>(&self, folded: &'w str) -> Option<&'w str> {
        self::known_beginning(folded, self)
    }
}

/// Numbers and short words would be found inside everything.
fn is_simple(folded: &str) -> bool {
    folded.len() >= 5 && folded.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The parts of a folded word, as byte ranges in order; empty when it is no compound.
///
/// | word | parts |
/// |---|---|
/// | `schuldnerberatung` | `schuldner`, `beratung` |
/// | `teilzeitausbildungen` | `teilzeit`, `ausbildungen` |
/// | `arbeitsgelegenheit` | `arbeit`, `gelegenheit` |
/// | `schulabschluss` | `schul`, `abschluss` |
/// | `beratung`, `dillenburg` | none |
pub(super) fn split(word: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    if word.len() < SHORTEST_WORD || !word.is_ascii() || is_known(word, lexicon) {
        return Vec::new();
    }
    let table = PathTable::new(word, lexicon);
    table.known().or_else(|| table.after_unknown()).unwrap_or_default()
}

/// Whether a word is known as it stands or in another form: "vorbereitungen".
pub(super) fn is_known(word: &str, lexicon: &Lexicon) -> bool {
    endings(word).any(|base| lexicon.knows(base))
}

/// The known beginning of a word that nobody knows as a whole, because its last part is not typed to its end:
/// `netzwerk` of `netzwerkjug`.
pub(super) fn known_beginning<'w>(word: &'w str, lexicon: &Lexicon) -> Option<&'w str> {
    if !word.is_ascii() {
        return None;
    }
    let beginnings = (SHORTEST_BEGINNING..word.len()).rev().filter_map(|end| word.get(..end));
    let unlinked = beginnings.flat_map(|beginning| LINKS.iter().filter_map(|link| beginning.strip_suffix(link)));
    let starts = starts_after_known(word, lexicon);
    unlinked
        .filter(|beginning| beginning.len() >= SHORTEST_BEGINNING)
        .find(|beginning| lexicon.knows(beginning) || is_made_of_known(beginning, &starts, lexicon))
}

/// Where a word may be cut that nobody knows as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompoundCuts {
    /// Where the known words at its beginning end, with what links them to the rest, in order.
    pub after_known: Vec<usize>,
    /// What links the beginning to known words that go to the end of the word; empty where nothing does. The longest known end
    /// first.
    pub before_known: Vec<Range<usize>>,
}

fn cuts(word: &str, lexicon: &Lexicon) -> CompoundCuts {
    if !word.is_ascii() {
        return CompoundCuts::default();
    }
    let table = PathTable::new(word, lexicon);
    if table.known().is_some_and(|parts| parts.iter().all(|part| part.len() >= SHORTEST_END)) {
        return CompoundCuts::default();
    }
    let is_end = |start: &usize| {
        let is_name = word.get(*start..).is_some_and(|end| NAME_ENDINGS.contains(&end));
        table.step(*start).is_some_and(|step| step.part.len() >= SHORTEST_END) && !is_name
    };
    let starts = (SHORTEST_CUT..word.len()).filter(is_end);
    let before = |start: usize| {
        let beginning = word.get(..start).unwrap_or_default();
        let unlinked = LINKS.iter().filter_map(|link| beginning.strip_suffix(link)).map(str::len);
        unlinked.filter(|end| *end >= SHORTEST_CUT).map(move |end| end..start).collect::<Vec<_>>()
    };
    let after_known = starts_after_known(word, lexicon).into_iter().filter(|start| *start >= SHORTEST_CUT);
    CompoundCuts { after_known: after_known.collect(), before_known: starts.flat_map(before).collect() }
}

/// Whether the beginning of a word consists of known ones from its first letter to its last, as [`PathTable::known`]
/// would say: what is known as a whole is not cut. `starts` are those of the whole word.
fn is_made_of_known(beginning: &str, starts: &BTreeSet<usize>, lexicon: &Lexicon) -> bool {
    let last_parts = || starts.iter().filter_map(|start| beginning.get(*start..));
    beginning.len() >= SHORTEST_WORD
        && !is_known(beginning, lexicon)
        && last_parts().any(|part| is_known(part, lexicon))
}

/// Where a part may begin that follows only known ones. Found once for all beginnings of a word: a table for each of
/// them would take the third power of its length in time, with every key.
fn starts_after_known(word: &str, lexicon: &Lexicon) -> BTreeSet<usize> {
    let (mut follows, mut at) = (BTreeSet::new(), Some(0));
    while let Some(start) = at {
        for stop in start + SHORTEST_PART..word.len() {
            if word.get(start..stop).is_some_and(|part| inner_cost(part, lexicon).is_some()) {
                follows.extend(linked_starts(word, stop).map(|(_, next)| next));
            }
        }
        at = follows.range(start + 1..).next().copied();
    }
    follows
}

fn endings(word: &str) -> impl Iterator<Item = &str> {
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|base| base.len() >= SHORTEST_PART)
}

/// One step of the way through a word: a part, and where the next one begins.
#[derive(Clone)]
struct SplitStep {
    cost: u32,
    part: Range<usize>,
    next: usize,
}

/// For every position the cheapest way from there to the end.
struct PathTable<'a> {
    word: &'a str,
    lexicon: &'a Lexicon,
    steps: Vec<Option<SplitStep>>,
}

impl<'a> PathTable<'a> {
    fn new(word: &'a str, lexicon: &'a Lexicon) -> Self {
        let mut table = Self { word, lexicon, steps: vec![None; word.len() + 1] };
        for start in (0..word.len()).rev() {
            let best = table.best(start);
            if let Some(step) = table.steps.get_mut(start) {
                *step = best;
            }
        }
        table
    }

    /// The step from a position on, where a way leads to the end from there.
    fn step(&self, at: usize) -> Option<&SplitStep> {
        self.steps.get(at)?.as_ref()
    }

    /// The cheapest step from `start`.
    fn best(&self, start: usize) -> Option<SplitStep> {
        let end = self.word.len();
        let last = self.last_cost(start).map(|cost| SplitStep { cost, part: start..end, next: end });
        let inner = (start + SHORTEST_PART..end).filter_map(|stop| self.inner(start, stop));
        last.into_iter().chain(inner).min_by_key(|step| (step.cost, usize::MAX - step.part.end))
    }

    /// A part that others follow, with the cheapest link.
    fn inner(&self, start: usize, stop: usize) -> Option<SplitStep> {
        let cost = inner_cost(self.word.get(start..stop)?, self.lexicon)?;
        self.linked(start, stop, cost)
    }

    fn linked(&self, start: usize, stop: usize, cost: u32) -> Option<SplitStep> {
        let steps = linked_starts(self.word, stop).filter_map(|(link, next)| {
            let onward = self.step(next)?.cost;
            let link = if link.is_empty() { 0 } else { LINK };
            Some(SplitStep { cost: cost + link + onward, part: start..stop, next })
        });
        steps.min_by_key(|step| step.cost)
    }

    /// What the rest of the word costs as one part.
    fn last_cost(&self, start: usize) -> Option<u32> {
        let part = self.word.get(start..)?;
        let base = endings(part).find(|base| self.lexicon.knows(base))?;
        Some(plain_cost(base) + if base.len() == part.len() { 0 } else { CHANGED })
    }

    /// The parts when the whole word is made of known ones.
    fn known(&self) -> Option<Vec<Range<usize>>> {
        self.walk(self.step(0)?.clone())
    }

    /// The parts when the word begins with an unknown one.
    fn after_unknown(&self) -> Option<Vec<Range<usize>>> {
        let vowel = |part: &str| part.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let stops = (SHORTEST_UNKNOWN..self.word.len()).filter(|stop| vowel(&self.word[..*stop]));
        let firsts = stops
            .filter_map(|stop| self.linked(0, stop, UNKNOWN))
            .filter(|step| self.step(step.next).is_some_and(|next| self.is_head_of_unknown(&next.part)));
        self.walk(firsts.min_by_key(|step| (step.cost, usize::MAX - step.part.end))?)
    }

    fn is_head_of_unknown(&self, part: &Range<usize>) -> bool {
        let is_name = self.word.get(part.clone()).is_some_and(|head| NAME_ENDINGS.contains(&head));
        part.len() >= HEAD_OF_UNKNOWN && !is_name
    }

    fn walk(&self, first: SplitStep) -> Option<Vec<Range<usize>>> {
        let mut parts = vec![first.part];
        let mut at = first.next;
        while at < self.word.len() {
            let step = self.step(at)?;
            parts.push(step.part.clone());
            at = step.next;
        }
        (parts.len() > 1).then_some(parts)
    }
}

/// What a part costs that others follow, if it is known: as it stands or without its final "e" ("schul").
fn inner_cost(part: &str, lexicon: &Lexicon) -> Option<u32> {
    if lexicon.knows(part) {
        return Some(plain_cost(part));
    }
    let cut = part.len() > SHORTEST_PART && lexicon.knows(&format!("{part}e"));
    cut.then(|| plain_cost(part) + CHANGED)
}

/// The links that may stand behind a part that stops here, and where the next part begins.
fn linked_starts(word: &str, stop: usize) -> impl Iterator<Item = (&'static str, usize)> {
    let rest = word.get(stop..).unwrap_or_default();
    let links = LINKS.iter().filter(move |link| rest.starts_with(**link) && link.len() < rest.len());
    links.map(move |link| (*link, stop + link.len()))
}

fn plain_cost(part: &str) -> u32 {
    if part.len() <= SHORTEST_PART { PART + SHORT_PART } else { PART }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> Vec<String> {
        let folded = super::super::fold(word);
        split(&folded, &Lexicon::shipped()).into_iter().map(|range| folded[range].to_owned()).collect()
    }

    #[test]
    fn compounds_of_the_field_are_cut_at_the_right_places() {
        for (word, expected) in [
            ("Schuldnerberatung", &["schuldner", "beratung"][..]),
            ("Teilzeitausbildungen", &["teilzeit", "ausbildungen"]),
            ("Arbeitsgelegenheit", &["arbeit", "gelegenheit"]),
            ("Schulabschluss", &["schul", "abschluss"]),
            ("Sprachkenntnisse", &["sprach", "kenntnisse"]),
            ("Kinderbetreuungskosten", &["kinder", "betreuung", "kosten"]),
            ("Eingliederungszuschuss", &["eingliederung", "zuschuss"]),
            ("Rentenantragsverfahren", &["rente", "antrag", "verfahren"]),
            ("Gesundheitscoaching", &["gesundheit", "coaching"]),
            ("Selbstlernzentrum", &["selbst", "lern", "zentrum"]),
            ("Wohnungsnotfallhilfe", &["wohnung", "notfall", "hilfe"]),
            ("Jugendberufsagentur", &["jugend", "beruf", "agentur"]),
            ("Migrantinnenberatung", &["migrant", "beratung"]),
            ("Kitaregistrierung", &["kita", "registrierung"]),
            ("Unterhaltsvorschuss", &["unterhalt", "vorschuss"]),
            ("Deutschkurs", &["deutsch", "kurs"]),
            ("Bewerbungstraining", &["bewerbung", "training"]),
            ("Vermittlungshemmnis", &["vermittlung", "hemmnis"]),
        ] {
            assert_eq!(parts(word), expected, "{word}");
        }
    }

    #[test]
    fn an_unknown_beginning_is_a_part_before_a_known_word() {
        assert_eq!(parts("Gwabberatung"), ["gwab", "beratung"]);
        assert_eq!(parts("Xkurs"), [""; 0], "too short to be a part");
    }

    #[test]
    fn other_words_stay_whole() {
        for word in [
            "Beratung",
            "Vorbereitungen",
            "Unterstützung",
            "Dillenburg",
            "Langenfeld",
            "Heiligenhaus",
            "Teilnehmer",
            "Möglichkeiten",
            "Gesellschaft",
            "Alleinerziehende",
            "Führerschein",
            "Berufsrückkehrende",
            "Information",
            "Organisation",
            "Integration",
            "Verantwortung",
            "Wirtschaft",
            "Urlaub",
            "Heirat",
            "Material",
            "",
        ] {
            let cut = parts(word);
            assert!(cut.is_empty() || word == "Berufsrückkehrende" && cut[0] == "beruf", "{word}: {cut:?}");
        }
    }

    #[test]
    fn the_beginning_of_an_unfinished_compound_is_known() {
        let lexicon = Lexicon::shipped();
        assert_eq!(known_beginning("netzwerkjug", &lexicon), Some("netzwerk"));
        assert_eq!(known_beginning("gesundheitscoac", &lexicon), Some("gesundheit"));
        assert_eq!(known_beginning("xyz", &lexicon), None);
    }

    /// What a table for each beginning says.
    fn known_beginning_by_tables<'w>(word: &'w str, lexicon: &Lexicon) -> Option<&'w str> {
        let is_made_of_known =
            |beginning: &str| beginning.len() >= SHORTEST_WORD && PathTable::new(beginning, lexicon).known().is_some();
        let beginnings = (SHORTEST_BEGINNING..word.len()).rev().map(|end| &word[..end]);
        let unlinked = beginnings.flat_map(|beginning| LINKS.iter().filter_map(|link| beginning.strip_suffix(link)));
        unlinked
            .filter(|beginning| beginning.len() >= SHORTEST_BEGINNING)
            .find(|beginning| lexicon.knows(beginning) || is_made_of_known(beginning))
    }

    proptest::proptest! {
        #[test]
        fn a_known_beginning_is_that_of_a_table_for_each_beginning(
            parts in proptest::collection::vec("arbeit|schul|schule|kind|berat|beratung|gut|s|er|n|en|innen|[a-z]{1,3}", 0..7)
        ) {
            let (word, lexicon) = (parts.concat(), Lexicon::shipped());
            proptest::prop_assert_eq!(known_beginning(&word, &lexicon), known_beginning_by_tables(&word, &lexicon));
        }

        #[test]
        fn parts_lie_in_order_inside_the_word(word in "[a-zäöüß]{0,40}") {
            let folded = super::super::fold(&word);
            let mut end = 0;
            for range in split(&folded, &Lexicon::shipped()) {
                proptest::prop_assert!(range.start >= end && range.end <= folded.len() && !range.is_empty());
                end = range.end;
            }
        }
    }

    #[test]
    fn own_words_count_when_they_are_simple() {
        let lexicon = Lexicon::with(["Wetzikon", "Schuldnerberatung", "IQ", "Beratung"]);
        assert_eq!(lexicon.own(), ["wetzikon".into()]);
        let lexicon = Lexicon::with(["Zwibbelquork", "Quork", "Zwibbel"]);
        assert_eq!(lexicon.own(), ["quork".into(), "zwibbel".into()], "what is made of own words is a compound");
        assert_eq!(Lexicon::restored(lexicon.own()).own(), lexicon.own());
    }
}
