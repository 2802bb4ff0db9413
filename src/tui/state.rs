//! Everything that changes on the screen: the pages one above the other, and what they share. Changed only by `update`.

use super::{
    Confirmation, Effect, Intent, KeyContext, PageContext, Session, StoreCommand, Theme, UiContext,
    pages::{
        Page,
        dialog::state::Dialog,
        form::state::FormPage,
        overlay::{Overlay, OverlayKind},
        palette::Palette,
        report::state::{ReportPage, ReportView},
        search::state::{Extras, SearchPage},
    },
};

/// Confirmations that are remembered: more than anybody takes back.
const MOST_CONFIRMATIONS: usize = 100;

pub(super) struct State {
    pub(super) session: Session,
    /// Below all pages. It goes on while they lie above it.
    pub(super) search: SearchPage,
    /// The pages above the search, the topmost last.
    pub(super) pages: Vec<Page>,
    /// What has to be answered before anything else.
    pub(super) dialog: Option<Dialog>,
    /// A window above everything.
    pub(super) overlay: Option<Overlay>,
    /// The command palette, above even that.
    pub(super) palette: Option<Palette>,
    /// What the next form is opened for.
    pub(super) intent: Option<Intent>,
    /// True when somebody has agreed to change an entry of somebody else.
    pub(super) agreed: bool,
    /// True when Lotse was opened for one form: it ends with it.
    pub(super) only_form: bool,
    /// Confirmations that can be taken back, the last one last.
    confirmations: Vec<Confirmation>,
    /// What the last report showed.
    pub(super) last_report: Option<ReportView>,
}

impl State {
    pub(super) fn new(ui: &UiContext, theme: Theme, warnings: Vec<String>) -> Self {
        Self {
            session: Session::new(ui, theme, warnings),
            search: SearchPage::new(),
            pages: Vec::new(),
            dialog: None,
            overlay: None,
            palette: None,
            intent: None,
            agreed: false,
            only_form: false,
            confirmations: Vec::new(),
            last_report: None,
        }
    }

    pub(super) fn context<'a>(&'a self, ui: &'a UiContext) -> PageContext<'a> {
        PageContext { ui, session: &self.session }
    }

    pub(super) fn key_context(&self) -> KeyContext {
        if self.palette.is_some() { KeyContext::Choice } else { self.context_below() }
    }

    /// Where the user is, the palette set aside.
    fn context_below(&self) -> KeyContext {
        if let Some(overlay) = &self.overlay {
            return overlay.key_context();
        }
        match (&self.dialog, self.pages.last()) {
            (Some(dialog), _) => dialog.key_context(),
            (None, Some(page)) => page.stacked().key_context(),
            (None, None) => self.search.key_context(),
        }
    }

    /// Opens the palette with the actions of where the user is.
    pub(super) fn open_palette(&mut self) {
        self.palette = Some(Palette::new(self.context_below()));
    }

    /// The form, whatever lies above it.
    pub(super) fn form(&mut self) -> Option<&mut FormPage> {
        self.pages.iter_mut().rev().find_map(Page::form)
    }

    /// True when closing the form would lose something.
    pub(super) fn has_changes(&mut self) -> bool {
        self.form().is_some_and(|form| form.is_changed())
    }

    /// An entry was confirmed.
    pub(super) fn confirmed(&mut self, confirmation: Confirmation) {
        self.confirmations.push(confirmation);
        let excess = self.confirmations.len().saturating_sub(MOST_CONFIRMATIONS);
        self.confirmations.drain(..excess);
    }

    /// The last confirmation, to be taken back.
    pub(super) fn last_confirmation(&mut self) -> Option<Confirmation> {
        self.confirmations.pop()
    }

    /// True when the desk lies somewhere among the pages.
    pub(super) fn has_desk(&self) -> bool {
        self.pages.iter().any(|page| matches!(page, Page::Desk(_)))
    }

    /// The report, if it lies on top.
    pub(super) fn report(&self) -> Option<&ReportPage> {
        match self.pages.last() {
            Some(Page::Report(report)) => Some(report),
            _ => None,
        }
    }

    pub(super) fn extras(&self) -> Extras {
        let explain = self.overlay.as_ref().is_some_and(|overlay| overlay.kind() == OverlayKind::Why);
        Extras { explain, cross_tab: self.report().map(ReportPage::cross_tab) }
    }

    /// Leaves the topmost page. The next report begins with what this one shows.
    pub(super) fn close_page(&mut self) {
        if let Some(Page::Report(report)) = self.pages.pop() {
            self.last_report = Some(report.view());
        }
    }

    /// Closes the form and what lies above it; its draft goes.
    pub(super) fn close_form(&mut self) -> Vec<Effect> {
        if let Some(at) = self.pages.iter().rposition(Page::is_form) {
            self.pages.truncate(at);
        }
        let mut effects = vec![Effect::Store(StoreCommand::Close)];
        effects.extend(self.only_form.then_some(Effect::Quit));
        effects
    }
}
