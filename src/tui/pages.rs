//! The pages: each with its state, what its keys do, what answers of the threads mean to it, and how it is drawn.

pub(super) mod contract;
pub(super) mod desk;
pub(super) mod dialog;
pub(super) mod form;
pub(super) mod history;
pub(super) mod overlay;
pub(super) mod palette;
pub(super) mod report;
pub(super) mod search;

use self::{
    contract::StackedPage, desk::state::DeskPage, form::state::FormPage, history::HistoryPage,
    report::state::ReportPage,
};

pub(super) enum Page {
    Desk(DeskPage),
    Form(Box<FormPage>),
    History(HistoryPage),
    Report(ReportPage),
}

impl Page {
    pub(super) fn desk(&mut self) -> Option<&mut DeskPage> {
        if let Self::Desk(desk) = self { Some(desk) } else { None }
    }

    pub(super) fn form(&mut self) -> Option<&mut FormPage> {
        if let Self::Form(form) = self { Some(form) } else { None }
    }

    /// True for a form: it takes the text that is typed.
    pub(super) fn is_form(&self) -> bool {
        matches!(self, Self::Form(_))
    }

    /// What the screen can do with any page.
    pub(super) fn stacked(&self) -> &dyn StackedPage {
        match self {
            Self::Desk(desk) => desk,
            Self::Form(form) => &**form,
            Self::History(history) => history,
            Self::Report(report) => report,
        }
    }

    /// The same, to be changed.
    pub(super) fn stacked_mut(&mut self) -> &mut dyn StackedPage {
        match self {
            Self::Desk(desk) => desk,
            Self::Form(form) => &mut **form,
            Self::History(history) => history,
            Self::Report(report) => report,
        }
    }
}
