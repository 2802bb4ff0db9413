//! What pages draw with: a canvas, text set in lines, the sheet of an entry, and where everything stands.

pub mod canvas;
pub mod fault_text;
pub mod last_row;
pub mod layout;
pub mod sheet;
pub mod text;
