//! The pages: each with its state, what its keys do, what answers of the threads mean to it, and how it is drawn.

pub(super) mod contract;
pub(super) mod desk;
pub(super) mod dialog;
pub(super) mod form;
pub(super) mod history;
pub(super) mod overlay;
pub(super) mod report;
pub(super) mod search;

use ratatui::layout::{Position, Rect};

use self::{
    contract::{PageContext, PageEffect, PageHelp},
    desk::DeskPage,
    form::state::FormPage,
    history::HistoryPage,
    report::state::ReportPage,
};
use super::{
    action::Action,
    keymap::KeyContext,
    widgets::{canvas::Canvas, layout::ClickTarget},
};
use crate::{base::Text, catalogue::Id};

/// A page above the search.
pub(super) enum Page {
    /// One's own entries and what is due.
    Desk(DeskPage),
    /// The form of an entry.
    Form(Box<FormPage>),
    /// Who changed an entry.
    History(HistoryPage),
    /// The offers, counted.
    Report(ReportPage),
}

impl Page {
    /// The desk, if it is one.
    pub(super) fn desk(&mut self) -> Option<&mut DeskPage> {
        if let Self::Desk(desk) = self { Some(desk) } else { None }
    }

    /// The form, if it is one.
    pub(super) fn form(&mut self) -> Option<&mut FormPage> {
        if let Self::Form(form) = self { Some(form) } else { None }
    }

    /// True for a form: it takes the text that is typed.
    pub(super) fn is_form(&self) -> bool {
        matches!(self, Self::Form(_))
    }

    /// The entry that is meant where one says that something is to be done with it.
    pub(super) fn entry(&self) -> Option<&Id> {
        match self {
            Self::Desk(desk) => desk.entry(),
            Self::Form(form) => form.entry(),
            Self::History(history) => Some(history.entry()),
            Self::Report(_) => None,
        }
    }

    /// The title of an entry, where the page knows it.
    pub(super) fn title_of(&self, id: &Id) -> Option<&Text> {
        match self {
            Self::Desk(desk) => desk.title_of(id),
            _ => None,
        }
    }

    /// Where the user is.
    pub(super) fn key_context(&self) -> KeyContext {
        match self {
            Self::Desk(desk) => desk.key_context(),
            Self::Form(form) => form.key_context(),
            Self::History(history) => history.key_context(),
            Self::Report(report) => report.key_context(),
        }
    }

    /// The keys that help shows.
    pub(super) fn help(&self) -> PageHelp {
        match self {
            Self::Desk(desk) => desk.help(),
            Self::Form(form) => form.help(),
            Self::History(history) => history.help(),
            Self::Report(report) => report.help(),
        }
    }

    /// The actions that the last row names, the most useful first.
    pub(super) fn offered(&self) -> Vec<Action> {
        match self {
            Self::Desk(desk) => desk.offered(),
            Self::Form(form) => form.offered(),
            Self::History(history) => history.offered(),
            Self::Report(report) => report.offered(),
        }
    }

    /// Does what a key asks for.
    pub(super) fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        match self {
            Self::Desk(desk) => desk.on_action(cx, action),
            Self::Form(form) => form.on_action(cx, action),
            Self::History(history) => history.on_action(cx, action),
            Self::Report(report) => report.on_action(cx, action),
        }
    }

    /// Types text.
    pub(super) fn on_text(&mut self, cx: PageContext<'_>, text: &str) -> Vec<PageEffect> {
        match self {
            Self::Form(form) => form.on_text(cx, text),
            _ => Vec::new(),
        }
    }

    /// Something was clicked.
    pub(super) fn on_click(&mut self, cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect> {
        match (self, target) {
            (Self::Desk(desk), ClickTarget::Item(number)) => desk.on_click(*number),
            (Self::History(history), ClickTarget::Item(number)) => history.on_click(*number),
            (Self::Form(form), ClickTarget::Field(number)) => form.on_click(*number),
            (Self::Form(form), ClickTarget::Choice(number)) => form.on_choice_click(*number),
            (Self::Report(report), ClickTarget::Cell(row, column)) => return report.on_click(cx, (*row, *column)),
            _ => {}
        }
        Vec::new()
    }

    /// The terminal has another size.
    pub(super) fn on_resize(&mut self, cx: PageContext<'_>) {
        match self {
            Self::Form(form) => form.on_resize(),
            Self::Report(report) => report.on_resize(cx),
            Self::Desk(_) | Self::History(_) => {}
        }
    }

    /// Somebody else looks on.
    pub(super) fn on_audience(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        match self {
            Self::Report(report) => report.on_audience(cx),
            _ => Vec::new(),
        }
    }

    /// Draws the page; returns where its cursor stands.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
        match self {
            Self::Desk(desk) => desk.draw(canvas, area),
            Self::Form(form) => form.draw(canvas, area),
            Self::History(history) => history.draw(canvas, area),
            Self::Report(report) => report.draw(canvas, area),
        }
    }
}
