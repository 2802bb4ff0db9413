//! A plan in numbers, and what its outcomes are called: the same in text and JSON.

use serde::Serialize;

use crate::exchange::import::{Outcome, Plan, PlannedEntry};

/// How many items there are of each sort.
#[derive(Serialize)]
pub(super) struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub refused: usize,
    pub conflicts: usize,
    pub kept: usize,
    pub warnings: usize,
}

impl Counts {
    pub(super) fn of(plan: &Plan) -> Self {
        let count = |fits: fn(&PlannedEntry) -> bool| plan.items.iter().filter(|item| fits(item)).count();
        Self {
            new: count(|item| matches!(item.outcome, Outcome::New { .. })),
            changed: count(|item| matches!(item.outcome, Outcome::Changed { .. })),
            unchanged: count(|item| item.outcome == Outcome::Unchanged),
            refused: count(|item| item.outcome == Outcome::Refused),
            conflicts: plan.items.iter().map(|item| item.conflicts.len()).sum(),
            kept: plan.items.iter().map(|item| item.kept.len()).sum(),
            warnings: plan
                .items
                .iter()
                .filter(|item| item.writes())
                .map(|item| item.row_faults.len() + item.entry_faults.len())
                .sum(),
        }
    }
}

/// The code of an outcome; `import-outcome-<code>` is its text.
pub(super) fn outcome_code(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::New { .. } => "new",
        Outcome::Changed { .. } => "changed",
        Outcome::Unchanged => "unchanged",
        Outcome::Refused => "refused",
    }
}
