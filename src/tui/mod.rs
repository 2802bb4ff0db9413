//! The screen: terminal events become events, `update` changes the state, views draw it.
//!
//! ```text
//! input thread ─┐                     ┌─▶ search thread ─┐
//! keeper thread ┼─▶ Event ─▶ update ──┤                  ├─▶ Event
//! search thread ┘      state ─▶ view  └─▶ keeper thread ─┘
//!                                           ▲
//!                    watching thread ─Wish──┘
//! ```
//!
//! `update` is pure; threads talk through one channel; a frame is drawn when something has happened and never else.
//! This is the only room that names ratatui.

pub mod action;
mod clerk;
mod event;
mod form;
mod headless;
mod keeping;
pub mod keymap;
mod page;
mod portfolio;
mod run;
mod state;
mod terminal;
pub mod theme;
mod update;
mod view;
mod worker;

pub use headless::TestApp;
pub use run::{Launch, StartView, TuiError, run};
