//! What a plan is made of, and what it holds of each entry.

use jiff::civil::Date;

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Field, Id, Register, Value},
    exchange::import::{Mapping, Memory, RowFault, TableEntry},
};

/// An entry that there is.
#[derive(Clone, Debug)]
pub struct Existing {
    /// Its id.
    pub id: Id,
    /// The text of its file; `None` when it cannot be read.
    pub text: Option<String>,
}

/// What to do where table and catalogue differ and it is unknown who is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// Nothing: the difference is reported, and the entry keeps its value.
    #[default]
    Ask,
    /// The table is right.
    Table,
    /// The catalogue is right, now and until the table has a new value.
    Catalogue,
}

/// Makes an id of words; the second argument is true of an id that is taken.
pub type ProposeId<'p> = dyn Fn(&str, &dyn Fn(&Id) -> bool) -> Option<Id> + 'p;

/// What a plan is made of.
pub struct PlanInput<'p> {
    /// What the columns mean.
    pub mapping: &'p Mapping,
    /// The entries that there are.
    pub existing: &'p [Existing],
    /// The values of earlier imports.
    pub memory: &'p Memory,
    /// Who is right in doubt.
    pub prefer: Prefer,
    /// What entries refer to.
    pub register: &'p Register,
    /// Decides what is overdue.
    pub today: Date,
    /// Makes the ids of new entries.
    pub propose_id: &'p ProposeId<'p>,
}

/// What would become of the catalogue.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One item for each entry of the table, in its order.
    pub items: Vec<PlannedEntry>,
    /// What is to be remembered afterwards.
    pub memory: Memory,
}

/// What would become of one entry.
#[derive(Clone, Debug)]
pub struct PlannedEntry {
    /// The rows of the table.
    pub rows: Vec<usize>,
    /// The entry; `None` when there is none and none can be made.
    pub id: Option<Id>,
    /// The title in the table, else in the catalogue.
    pub title: Text,
    /// What would be done.
    pub outcome: Outcome,
    /// Fields that were changed by hand since the last import and stay.
    pub kept: Vec<PlanDifference>,
    /// Fields in which it is unknown who is right.
    pub conflicts: Vec<PlanDifference>,
    /// Fields of a new entry that were filled with "unknown".
    pub unknown: Vec<&'static Field>,
    /// What is wrong with the rows.
    pub row_faults: Vec<RowFault>,
    /// What `lotse check` finds in the entry that would come of them, at the cells from which the values came.
    pub entry_faults: Vec<Diagnostic<Code>>,
}

/// What would be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A new entry.
    New {
        /// The text of its file.
        text: String,
    },
    /// An entry gets other values.
    Changed {
        /// The text of its file as it is.
        base: String,
        /// The text as it would be.
        text: String,
        /// What is different.
        changes: Vec<PlanDifference>,
    },
    /// The entry has these values already.
    Unchanged,
    /// Something is wrong with the rows.
    Refused,
}

/// A field in which table and catalogue differ.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanDifference {
    /// The field.
    pub field: &'static Field,
    /// The value of the last import; the outer `None` when there was none.
    pub base: Option<Option<Value>>,
    /// The value in the table.
    pub table: Option<Value>,
    /// The value in the catalogue.
    pub catalogue: Option<Value>,
}

impl PlannedEntry {
    pub(super) fn of(table_entry: &TableEntry, id: Option<Id>, title: &str) -> Self {
        Self {
            rows: table_entry.rows.clone(),
            id,
            title: Text::line(title),
            outcome: Outcome::Unchanged,
            kept: Vec::new(),
            conflicts: Vec::new(),
            unknown: Vec::new(),
            row_faults: table_entry.faults.clone(),
            entry_faults: Vec::new(),
        }
    }

    pub(super) fn refuse(&mut self, fault: RowFault) {
        self.outcome = Outcome::Refused;
        self.row_faults.push(fault);
    }

    /// True when its entry would be written.
    pub fn writes(&self) -> bool {
        matches!(self.outcome, Outcome::New { .. } | Outcome::Changed { .. })
    }
}
