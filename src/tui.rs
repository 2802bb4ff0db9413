//! The screen: terminal events become events, `update` changes the state, views draw it.
//!
//! ```text
//! input thread ─┐                     ┌─▶ search thread ─┐
//! manager thread ┼─▶ Event ─▶ update ──┤                  ├─▶ Event
//! search thread ┘      state ─▶ view  └─▶ manager thread ─┘
//!                                           ▲
//!                    watch thread ─IndexCommand─┘
//! ```
//!
//! `update` is pure; threads talk through one channel; a frame is drawn when something has happened and never else.
//! This is the only room that names ratatui.

pub mod action;
mod app;
mod context;
mod effect;
mod event;
mod form;
pub mod keymap;
mod page;
mod report;
mod session;
mod state;
mod terminal;
mod test_app;
pub mod theme;
mod update;
mod view;
mod widgets;
mod workers;

pub use app::{Launch, StartView, TuiError, run};
pub use test_app::TestApp;
