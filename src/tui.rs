//! The screen: terminal events become events, `update` changes the state, the pages draw it.
//!
//! ```text
//! input thread ──┐                      ┌─▶ search thread ─┐
//! search thread ─┼─▶ Event ─▶ update ───┼─▶ index thread ──┼─▶ Event
//! index thread ──┤     state ─▶ view    └─▶ store thread ──┘
//! store thread ──┘
//! ```
//!
//! The watch thread tells the index thread which files have changed. `update` is pure; threads talk through one channel; a
//! frame is drawn when something has happened and never else.
//! Each page owns its state, its keys and its views. This is the only module that names ratatui.

pub mod action;
mod app;
mod burst;
mod clicks;
mod context;
mod effect;
mod event;
mod hyperlinks;
mod kept_layout;
pub mod keymap;
mod pages;
mod session;
mod state;
mod terminal;
mod test_app;
pub mod theme;
mod update;
mod view;
mod widgets;
mod workers;

// The names that stand in many files of the screen. Each is the only one of its kind in the program.
use self::{
    action::Action,
    context::UiContext,
    effect::{Confirmation, Effect, EntryAction, IndexCommand, KnownPlaces, SearchJob, Select, StoreCommand},
    event::{Answered, CopiedBy, Event, OpenedEntry, StoreEvent},
    keymap::{Key, KeyBinding, KeyContext, KeyMap},
    pages::contract::{After, FormCommand, Intent, PageContext, PageEffect, PageHelp, StackedPage},
    session::Session,
    state::State,
    theme::{Role, Theme},
    widgets::canvas::Canvas,
    widgets::layout::{ClickTarget, Layout, ScrollArea},
    widgets::text::{Marked, columns, ending, fitting},
};
pub use app::{Launch, StartView, TuiError, run};
pub use test_app::TestApp;
