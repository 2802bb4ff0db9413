//! The rows of the panel of filters, and where somebody stands among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::FilterKey;

/// What somebody has done in the panel.
#[derive(Clone, Debug, Default)]
pub(crate) struct PanelState {
    /// Where the cursor stands; `None` before anybody was there.
    pub(super) place: Option<PanelPlace>,
    /// The number of that row, should it go.
    at: usize,
    /// What the values are narrowed to, as it was typed.
    pub(super) narrowed: String,
    /// Facets that somebody has opened or closed.
    pub(super) opened: BTreeMap<FilterKey, bool>,
    /// Facets of which all values are shown.
    pub(super) whole: BTreeSet<FilterKey>,
}

/// A row by what it shows: it stays under the cursor whatever becomes of the counts around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PanelPlace {
    pub key: FilterKey,
    pub id: RowId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowId {
    Heading,
    Value(String),
    /// "… 44 weitere".
    More,
}

impl PanelState {
    /// The number of the row under the cursor.
    pub(super) fn position(&self, rows: &[PanelRow]) -> usize {
        let same =
            |row: &PanelRow| self.place.as_ref().is_some_and(|place| place.key == row.key && place.id == row.id());
        rows.iter().position(same).unwrap_or_else(|| self.at.min(rows.len().saturating_sub(1)))
    }

    /// Moves the cursor to a row.
    pub(super) fn go(&mut self, rows: &[PanelRow], at: usize) {
        if let Some(row) = rows.get(at) {
            (self.place, self.at) = (Some(PanelPlace { key: row.key, id: row.id() }), at);
        }
    }
}

pub(super) struct PanelRow {
    pub key: FilterKey,
    pub shown: Shown,
}

pub(super) enum Shown {
    Heading { open: bool, chosen: usize },
    Value { value: String, label: String, count: usize, chosen: bool },
    More(usize),
}

impl PanelRow {
    pub(super) fn id(&self) -> RowId {
        match &self.shown {
            Shown::Heading { .. } => RowId::Heading,
            Shown::Value { value, .. } => RowId::Value(value.clone()),
            Shown::More(_) => RowId::More,
        }
    }
}
