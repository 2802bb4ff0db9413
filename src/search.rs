//! The index: building it, keeping it current, asking it.
//!
//! A [`IndexManager`] owns the index of one catalogue and hands out [`Snapshot`]s; a snapshot answers a [`Request`] with an
//! [`Answer`]. This is the only room that names tantivy. What flows through it:
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

pub use answer::{Answer, Hit, Request, ResolvedFilter};
pub use error::{SearchError, guarded};
pub use facet::{
    drill_sideways::Facet,
    filter::{FilterValue, FilterValues, Filters, ValueError},
    key::{FilterKey, FilterSource},
};
pub use index::{cancel::CancelToken, files::paths_in_list};
pub use manager::{
    state::{IndexEvent, IndexHealth, IndexManager, RefreshOutcome},
    status::{IndexInfo, IndexStatus, index_state},
};
pub use query::{
    expansion::{Alternative, Instead},
    match_reason::MatchReason,
    parse::{MAX_WORDS, Query, TypedFilter, Word},
};
pub use rank::{
    highlight::{Marker, MatchExplanation},
    order::Sort,
    term_match::TermMatch,
};
pub use report::{
    Axis, AxisLine, AxisValue, BREAKDOWNS, Breakdown, CellContent, CrossTab, CrossTable, Figure, Figures, Gap,
    OfferReport, Overview, ShadedTable, Sum, Widths,
};
pub use row::{Offer, ResultRow};
pub use schema::part::Part;
pub use snapshot::{Snapshot, index_in_memory};
