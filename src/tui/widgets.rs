//! What pages draw with: a canvas, text set in lines, the sheet of an entry, and where everything stands.

pub(super) mod canvas;
pub(super) mod choices;
pub(super) mod fault_text;
pub(super) mod last_row;
pub(super) mod layout;
pub(super) mod pane;
pub(super) mod scroll;
pub(super) mod sheet;
pub(super) mod text;
