//! The figures of an offer, and of many together: places, what is overdue, what ends soon.

use jiff::{Span, civil::Date};
use serde::Serialize;
use tantivy::{SegmentReader, columnar::Column};

use crate::{
    base::coded_enum,
    catalogue::Manifest,
    search::{
        AS_OF, BitSet, CONFIRMED, Columns, Doc, FREE, FREE_UNKNOWN, FacetColumn, FilterKey, PLACES, SearchError, UNTIL,
        WAITING, date_of, epoch_days,
    },
};

/// Days within which the end of an offer's period is soon.
const SOON: i32 = 90;

coded_enum! {
    /// Which figure a table shows, in the order in which a key goes through them: its text is `figure-<code>`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Figure {
        /// How many offers there are.
        #[default]
        Offers = "offers",
        /// How many places are free.
        Free = "free",
        /// How many confirmations are overdue.
        Overdue = "overdue",
    }
}

/// A sum over those offers that say a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The sum.
    pub sum: u64,
    /// How many offers say a number.
    pub offers: usize,
}

impl Sum {
    fn of(number: Option<u64>) -> Self {
        Self { sum: number.unwrap_or(0), offers: usize::from(number.is_some()) }
    }

    fn add(&mut self, other: &Self) {
        self.sum = self.sum.saturating_add(other.sum);
        self.offers += other.offers;
    }
}

/// The figures of some offers together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// How many offers.
    pub offers: usize,
    /// Free places that have a day: a number without one is worse than none.
    pub free: Sum,
    /// Offers whose confirmation is overdue.
    pub overdue: usize,
}

impl Figures {
    /// The figure that a table shows; `None` where there are offers and none of them says.
    pub fn get(&self, figure: Figure) -> Option<u64> {
        let count = |count: usize| Some(count as u64);
        match figure {
            Figure::Offers => count(self.offers),
            Figure::Free if self.free.offers == 0 && self.offers > 0 => None,
            Figure::Free => Some(self.free.sum),
            Figure::Overdue => count(self.overdue),
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.offers += other.offers;
        self.free.add(&other.free);
        self.overdue += other.overdue;
    }
}

/// What is said about all counted offers together, each counted once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// All places.
    pub places: Sum,
    /// People on waiting lists.
    pub waiting: Sum,
    /// Offers that say how many places are free, but not on which day.
    pub undated: usize,
    /// Offers whose number of free places is older than the office allows.
    pub stale: usize,
    /// The oldest and the newest day of the free places.
    pub as_of: Option<(Date, Date)>,
    /// Offers whose period ends within the next 90 days.
    pub ending: usize,
    /// Offers that name no place.
    pub placeless: usize,
    /// Offers that name places, none of which belongs to a region.
    pub regionless: usize,
}

impl Overview {
    pub(super) fn add(&mut self, numbers: &Numbers, doc: Doc) {
        let (free, as_of) = (numbers.free(doc), numbers.as_of(doc));
        let current = numbers.current.contains(doc);
        let soon = numbers.today..=numbers.today + i64::from(SOON);
        let until = first(&numbers.until, doc);
        self.places.add(&Sum::of(first(&numbers.places, doc)));
        self.waiting.add(&Sum::of(first(&numbers.waiting, doc)));
        self.undated += usize::from(free.is_some() && as_of.is_none());
        self.stale += usize::from(current && as_of.is_some_and(|day| day < numbers.counted_since));
        self.ending += usize::from(current && until.is_some_and(|day| soon.contains(&day)));
        let placed = numbers.placed.contains(doc);
        self.placeless += usize::from(!placed);
        self.regionless += usize::from(placed && !numbers.in_region.contains(doc));
        if let Some(day) = as_of.and_then(date_of) {
            let (oldest, newest) = self.as_of.unwrap_or((day, day));
            self.as_of = Some((oldest.min(day), newest.max(day)));
        }
    }
}

/// The figures of the offers of one segment, read where they are asked for.
pub(super) struct Numbers {
    places: Option<Column<u64>>,
    free: Option<Column<u64>>,
    waiting: Option<Column<u64>>,
    as_of: Option<Column<i64>>,
    until: Option<Column<i64>>,
    confirmed: Option<Column<i64>>,
    /// Offers that say how many places are free.
    free_known: BitSet,
    /// Offers that go on: of others nothing is due.
    current: BitSet,
    /// Offers that name a place.
    placed: BitSet,
    /// Offers one of whose places belongs to a region.
    in_region: BitSet,
    today: i64,
    /// The first day on which a confirmation is not overdue.
    confirmed_since: i64,
    /// The first day on which a number of free places is not old.
    counted_since: i64,
}

impl Numbers {
    pub(super) fn open(
        segment: &SegmentReader,
        columns: &Columns,
        manifest: &Manifest,
        today: Date,
    ) -> Result<Self, SearchError> {
        let fast = segment.fast_fields();
        let since = |days: u32| epoch_days(today.saturating_sub(Span::new().days(days)));
        Ok(Self {
            places: fast.column_opt(PLACES)?,
            free: fast.column_opt(FREE)?,
            waiting: fast.column_opt(WAITING)?,
            as_of: fast.column_opt(AS_OF)?,
            until: fast.column_opt(UNTIL)?,
            confirmed: fast.column_opt(CONFIRMED)?,
            free_known: columns.any(FacetColumn::Filter(FilterKey::Free), |value| value != FREE_UNKNOWN),
            current: columns.current(),
            placed: columns.any(FacetColumn::Filter(FilterKey::Place), |_| true),
            in_region: columns.any(FacetColumn::Filter(FilterKey::Region), |_| true),
            today: epoch_days(today),
            confirmed_since: since(manifest.confirm_after_days),
            counted_since: since(manifest.places_after_days),
        })
    }

    pub(super) fn of(&self, doc: Doc) -> Figures {
        let overdue = || first(&self.confirmed, doc).is_some_and(|day| day < self.confirmed_since);
        // A number without a day may be years old.
        let dated = self.as_of(doc).and_then(|_| self.free(doc));
        Figures { offers: 1, free: Sum::of(dated), overdue: usize::from(self.current.contains(doc) && overdue()) }
    }

    fn free(&self, doc: Doc) -> Option<u64> {
        if self.free_known.contains(doc) { first(&self.free, doc) } else { None }
    }

    /// The day on which the number of free places was true, if there is such a number.
    fn as_of(&self, doc: Doc) -> Option<i64> {
        if self.free_known.contains(doc) { first(&self.as_of, doc) } else { None }
    }
}

/// A segment in which nobody says a number has no column.
fn first<T: PartialOrd + Copy + std::fmt::Debug + Send + Sync + 'static>(
    column: &Option<Column<T>>,
    doc: Doc,
) -> Option<T> {
    column.as_ref()?.first(doc)
}
