//! Which terms of the index count for a query, how much, and in which order hits stand.

mod candidates;
mod evaluate;
mod highlight;
mod known_stems;
mod lacking;
mod lookup;
mod order;
mod score;
mod scored_words;
mod spelling;
mod suggestion;
mod term_match;
mod title_match;
mod together;
mod towns;

use self::{
    candidates::Candidate,
    lookup::Lookup,
    score::{Clauses, SegmentMatches},
    spelling::Spelling,
};
pub use highlight::{Highlighter, MatchExplanation};
pub use order::Sort;
pub use term_match::TermMatch;

pub(super) use evaluate::{Evaluator, Matches};
pub(super) use known_stems::KnownStems;
pub(super) use lacking::Lacking;
pub(super) use lookup::docs_with;
pub(super) use order::{Lead, Ranked, Ranking};
pub(super) use scored_words::LastScored;
pub(super) use suggestion::suggest;
pub(super) use towns::Towns;
