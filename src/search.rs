//! The index: building it, keeping it current, asking it.
//!
//! A [`IndexManager`] owns the index of one catalogue and hands out [`Snapshot`]s; a snapshot answers a [`Request`] with an
//! [`Answer`]. This is the only module that names tantivy. Its modules, each of which uses only those before it: `schema`,
//! `facet`, `query`, `rank`, `report`, `index`, `snapshot`, `manager`. What flows through them:
//!
//! ```text
//! record ─parts─▶ words by part ─document─▶ tantivy ─columns─▶ bit sets of filters
//! line ─query─▶ words ─candidates─▶ terms ─evaluate─▶ matches ─filters─▶ hits ─order─▶ rows, counts, marks
//! ```

mod answer;
mod error;
mod facet;
mod index;
mod language;
mod manager;
mod query;
mod rank;
mod report;
mod row;
mod schema;
mod snapshot;

// The names that stand in many files of the search. Each is the only one of its kind in the program.
use self::{
    facet::{
        AgeBand, BitSet, Columns, Doc, DrillSideways, FREE_UNKNOWN, FacetColumn, Nearness, OTHER_KINDS, StartPeriod,
    },
    facet::{Referred, StartWindow, age_of},
    index::{BuildObserver, FileChanges, Generation, GenerationStore, IndexedFiles, list_files, read_dictionary},
    language::Language,
    query::{Fact, MAX_CLAUSES},
    rank::{Evaluator, KnownStems, Lacking, LastScored, Lead, Matches, Ranked, Ranking, Towns, docs_with},
    report::ReportBuilder,
    schema::{AS_OF, CONFIRMED, FREE, PLACES, TITLE, UNTIL, WAITING, date_of, epoch_days},
    schema::{BODY_PREFIX, Density, LONGEST_LABEL, STORED_PREFIX, TermMark, TextsByPart, Whole, push_whole, whole_key},
    schema::{Fields, for_each_doc, register_tokenizer},
};
pub use answer::{Answer, Hit, Request, ResolvedFilter, TypedFact};
pub use error::{SearchError, guarded};
pub use facet::{Facet, FilterKey, FilterSource, FilterValue, FilterValues, Filters, ReachCount, ValueError};
pub use index::{CancelToken, paths_in_list};
pub use manager::{IndexEvent, IndexHealth, IndexInfo, IndexManager, IndexStatus, RefreshOutcome, index_state};
pub use query::{Alternative, AlternativeWord, MAX_WORDS, MatchReason, Query, TypedFilter, UnknownFilter, Word};
pub use rank::{Highlighter, MatchExplanation, Sort, TermMatch};
pub use report::{
    Axis, AxisLine, AxisValue, BREAKDOWNS, Breakdown, CellContent, CrossTab, CrossTable, Figure, Figures, Gap,
    OfferReport, Overview, ShadedTable, Sum, Widths,
};
pub use row::{Offer, ResultRow};
pub use schema::Part;
pub use snapshot::{Snapshot, index_in_memory};
