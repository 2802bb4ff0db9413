//! Keeps the index of one catalogue current.

mod checks;
mod rebuild;
mod refresh;
mod state;
mod status;
mod verify;

pub use state::{IndexEvent, IndexHealth, IndexManager, RefreshOutcome};
use state::{Serving, Verified};
pub use status::{IndexInfo, IndexStatus, index_state};
