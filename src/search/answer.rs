//! What one asks the index and what it answers.

use std::{ops::Range, sync::Arc, time::Duration};

use jiff::civil::Date;

use super::{
    CrossTab, Facet, FilterKey, Filters, Highlighter, MatchExplanation, OfferReport, ReachCount, ResultRow, Sort,
    TermMatch, UnknownFilter, ValueError,
};
use crate::{base::Text, catalogue::Kind, locale::Texts};

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What stands in the search line: words, phrases, exclusions, typed filters.
    pub line: String,
    /// Filters chosen elsewhere.
    pub filters: Filters,
    /// Only things of this kind.
    pub kind: Option<Kind>,
    /// Order of the hits.
    pub sort: Sort,
    /// Whether offers that cannot be had yet or any more come after all others.
    pub there_first: bool,
    /// Hits to skip.
    pub offset: usize,
    /// Most hits to return.
    pub limit: usize,
    /// What stood first a letter ago. While somebody types it keeps its place unless another hit is clearly better.
    pub stood_first: Option<(Kind, String)>,
    /// A thing whose position among the hits is asked for.
    pub locate: Option<(Kind, String)>,
    /// Whether to count the values of all facets.
    pub facets: bool,
    /// Whether to say for each hit why it was found.
    pub explain: bool,
    /// Two dimensions by which all hits are to be counted.
    pub cross_tab: Option<CrossTab>,
    /// True when the line is finished: a filter at its end is no longer being typed.
    pub complete: bool,
    /// Separates starts to come from past ones.
    pub today: Date,
}

impl Request {
    /// The first twenty hits for a line, best first.
    pub fn new(line: &str, today: Date) -> Self {
        Self {
            line: line.to_owned(),
            filters: Filters::default(),
            kind: None,
            sort: Sort::default(),
            there_first: false,
            offset: 0,
            limit: 20,
            stood_first: None,
            locate: None,
            facets: false,
            explain: false,
            cross_tab: None,
            complete: false,
            today,
        }
    }
}

/// The answer to a [`Request`].
#[derive(Clone)]
pub struct Answer {
    /// Number of all hits.
    pub total: usize,
    /// Hits before those that cannot be had yet or any more, where these were asked to come last; else all of them.
    pub there: usize,
    /// Hits that were skipped, as asked for.
    pub offset: usize,
    /// Position of the thing that was to be located, if it is a hit.
    pub located: Option<usize>,
    /// The hits of the window.
    pub hits: Vec<Hit>,
    /// Counts, if they were asked for.
    pub facets: Vec<Facet>,
    /// The offers among the hits counted by two dimensions, if that was asked for.
    pub report: Option<Arc<OfferReport>>,
    /// Hits of each [`Kind`], whatever kind was asked for.
    pub kinds: [usize; 4],
    /// How many hits each filter takes away from those that the others leave.
    pub removed_by_filter: Vec<(FilterKey, usize)>,
    /// With a filter of places: the hits at these places and on each step outwards, each hit once. Else nothing.
    pub reach: Vec<ReachCount>,
    /// Hits that there would be without any chosen filter.
    pub without_filters: usize,
    /// `(matched, of)` when no hit has all words. Numbers count; facts do not: see [`TypedFact::missing`].
    pub partial: Option<(u32, u32)>,
    /// The line as it may have been meant.
    pub suggestion: Option<String>,
    /// All filters in force, chosen and typed.
    pub filters: Filters,
    /// Typed filters that were understood.
    pub resolved: Vec<ResolvedFilter>,
    /// Typed filters that were not.
    pub issues: Vec<ValueError>,
    /// Names before a colon that are no filter's.
    pub unknown_filters: Vec<UnknownFilter>,
    /// What was typed as words though a filter knows it, in the order of the line; without what is chosen already.
    pub facts: Vec<TypedFact>,
    /// True when words were left out because there were too many.
    pub shortened: bool,
    /// Marks the found words in any text.
    pub highlighter: Arc<Highlighter>,
    /// Words that an offer of this catalogue has: an example of what can be typed.
    pub example: Option<Arc<str>>,
    /// What one should know about the words that were typed: old names, and what they are called today.
    pub hints: Vec<Arc<str>>,
    /// How each word was understood.
    pub understood: Vec<TermMatch>,
    /// Time from the question to the answer.
    pub took: Duration,
}

impl Answer {
    /// The two words of the line that no offer serves both, where the best for each stand first.
    pub fn two_needs(&self) -> Option<[&str; 2]> {
        let mut needs = self.hits.iter().filter_map(|hit| hit.serves.as_deref());
        Some([needs.next()?, needs.next()?])
    }

    /// For each word of the line why this hit was found by it; `None` where the entry does not have the word. Nothing
    /// where no explanations were asked for.
    pub fn reasons<'a>(&'a self, hit: &'a Hit) -> impl Iterator<Item = (&'a TermMatch, Option<&'a MatchExplanation>)> {
        let of = |all: &'a [MatchExplanation], how: &TermMatch| all.iter().find(|why| why.word == how.word.surface);
        let all = hit.explanations.iter();
        all.flat_map(move |all| self.understood.iter().map(move |how| (how, of(all, how))))
    }

    /// Why this hit was found, one sentence for each word of `line`, the line that was asked: "„gesunheit“ ist fast
    /// „Gesundheit“ (Titel)", "„termin“ kommt in diesem Eintrag nicht vor".
    pub fn localize_reasons(&self, hit: &Hit, line: &str, texts: &Texts) -> Vec<String> {
        let sentence = |(how, why): (&TermMatch, Option<&MatchExplanation>)| {
            // As it was typed; the index knows it folded.
            let typed = line.get(how.word.range.clone()).unwrap_or(&how.word.surface);
            let word = Text::line(typed).to_string();
            let Some(why) = why else { return texts.with("why-missing", &[("word", word.into())]) };
            let (found, part) = (Text::line(&why.found).to_string(), texts.get(&format!("part-{}", why.part.code())));
            let args = [("word", word.into()), ("found", found.into()), ("part", (&*part).into())];
            texts.with(&format!("why-{}", why.reason.code()), &args)
        };
        self.reasons(hit).map(sentence).collect()
    }
}

/// One hit.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What a list shows of it.
    pub row: ResultRow,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// The word of the line for which it is the best, where no offer serves the two that were typed.
    pub serves: Option<String>,
    /// How many offers there are of this target group, coordinator or provider; none for an offer.
    pub offers: Option<usize>,
    /// Byte ranges of the title that matched.
    pub title_marks: Vec<Range<usize>>,
    /// Why it was found, if that was asked for.
    pub explanations: Option<Vec<MatchExplanation>>,
}

/// A fact that was typed as plain words and that a filter knows: "58", "deutsch b1", "ab März".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedFact {
    /// The filter.
    pub key: FilterKey,
    /// Its value.
    pub value: String,
    /// Bytes of the line.
    pub range: Range<usize>,
    /// The value as people read it.
    pub label: String,
    /// Bytes of a word of it that no hit has, if there is one.
    pub missing: Option<Range<usize>>,
}

/// A typed filter that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedFilter {
    /// The dimension.
    pub key: FilterKey,
    /// The values it means.
    pub values: Vec<String>,
    /// Bytes of the line.
    pub range: Range<usize>,
    /// True while it may still be being typed.
    pub open: bool,
}
