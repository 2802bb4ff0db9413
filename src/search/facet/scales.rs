//! The filters with a scale, counted by steps: which documents of a segment are open to each level, age and start.

use jiff::civil::Date;

use super::{BitSet, FilterKey};

/// The steps of one filter in their order, each with the documents that it lets through.
pub(super) type ScaleSteps = Vec<(String, BitSet)>;

/// All steps, worked out once for a segment and a day: a count is the intersection of two sets, as for any other value.
#[derive(Debug)]
pub(super) struct Scales {
    /// The days ahead are counted from this one.
    pub today: Date,
    pub german: ScaleSteps,
    pub age: ScaleSteps,
    pub start: ScaleSteps,
}

impl Scales {
    /// The steps of a filter; none where it has a list of values.
    pub(super) fn steps(&self, key: FilterKey) -> &[(String, BitSet)] {
        match key {
            FilterKey::German => &self.german,
            FilterKey::Age => &self.age,
            FilterKey::StartsBefore => &self.start,
            _ => &[],
        }
    }
}
