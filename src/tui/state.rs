//! Everything the screen knows. Changed only by `update`, read only by the views.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use tui_input::Input;

use super::{
    context::UiContext,
    effect::Select,
    form::Form,
    keymap::KeyContext,
    page::{Dialog, Intent, Page},
    report::ReportPage,
    session::Session,
    theme::Theme,
    view::Areas,
};
use crate::{
    catalogue::{Kind, Record},
    search::{Answer, Figure, FilterKey, FilterValue, Filters, OfferReport, Request, Sort},
};

/// Everything that does change.
pub struct State {
    /// What all pages share.
    pub session: Session,
    /// The search line.
    pub line: Input,
    /// Filters chosen as chips or in the panel.
    pub filters: Filters,
    /// The tab.
    pub kind: Kind,
    /// Order of the hits.
    pub sort: Sort,
    /// First hit on the screen.
    pub top: usize,
    /// Selected hit, counted from the first of all.
    pub selected: usize,
    /// The last answer; `None` until the first.
    pub answer: Option<Answer>,
    /// The record of the selected hit.
    pub record: Option<Arc<Record>>,
    /// First line of the entry on the screen.
    pub entry_top: usize,
    /// What the arrow keys move.
    pub focus: Focus,
    /// True when the last key moved the selection: a screen reader's cursor follows it, else it stays in the line.
    pub selected_by_key: bool,
    /// A window above the screen.
    pub overlay: Option<Overlay>,
    /// First line of the window above the screen.
    pub overlay_top: usize,
    /// Values offered for the filter under the cursor.
    pub completion: Option<Completion>,
    /// The open facet and the position in its values.
    pub facet: FacetCursor,
    /// Where the selection goes when the question that is under way is answered.
    pub pending: Option<Select>,
    /// Pages of upkeep above the search, the topmost last.
    pub pages: Vec<Page>,
    /// Rows, columns and figure of the last report.
    pub counted: Option<(FilterKey, FilterKey, Figure)>,
    /// What has to be answered before anything else.
    pub question: Option<Dialog>,
    /// What the next form is opened for.
    pub intent: Option<Intent>,
    /// True when somebody has agreed to change an entry of somebody else.
    pub agreed: bool,
    /// True when Lotse was opened for one form: it ends with it.
    pub only_form: bool,
    /// What was typed in the form when its draft was last kept.
    pub kept: Option<BTreeMap<String, String>>,
    /// Number of the last request.
    pub generation: u64,
    /// Number of the last request that was answered.
    pub answered: u64,
}

/// What the arrow keys move. The search line takes text in every one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The selection in the list.
    #[default]
    List,
    /// The entry.
    Entry,
    /// The cursor in the filter panel.
    Filters,
}

/// A window above the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All keys.
    Help,
    /// Why the selected entry was found.
    Why,
    /// Faulty files and settings.
    Problems,
}

/// Values offered for the filter under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The dimension.
    pub key: FilterKey,
    /// Bytes of the line that the choice replaces.
    pub range: std::ops::Range<usize>,
    /// What may be chosen.
    pub values: Vec<FilterValue>,
    /// The marked one.
    pub selected: usize,
}

/// The open facet and the position in its values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FacetCursor {
    /// Number of the facet among those that have values.
    pub facet: usize,
    /// Number of the value.
    pub value: usize,
}

impl State {
    /// A screen that has just been opened.
    pub fn new(ui: &UiContext, theme: Theme, warnings: Vec<String>) -> Self {
        Self {
            session: Session::new(ui, theme, warnings),
            line: Input::default(),
            filters: Filters::default(),
            kind: Kind::Measure,
            sort: Sort::default(),
            top: 0,
            selected: 0,
            answer: None,
            record: None,
            entry_top: 0,
            focus: Focus::default(),
            selected_by_key: false,
            overlay: None,
            overlay_top: 0,
            completion: None,
            facet: FacetCursor::default(),
            pending: None,
            pages: Vec::new(),
            counted: None,
            question: None,
            intent: None,
            agreed: false,
            only_form: false,
            kept: None,
            generation: 0,
            answered: 0,
        }
    }

    /// Where the user is, for the keymap.
    pub fn context(&self) -> KeyContext {
        if self.overlay.is_none() {
            match (&self.question, self.pages.last()) {
                (Some(_), _) => return KeyContext::Question,
                (None, Some(Page::Form(form))) if form.picker.is_some() => return KeyContext::Choice,
                (None, Some(Page::Form(_))) => return KeyContext::Form,
                (None, Some(Page::Desk(_))) => return KeyContext::Desk,
                (None, Some(Page::Past(_))) => return KeyContext::History,
                (None, Some(Page::Report(_))) => return KeyContext::Report,
                (None, None) => {}
            }
        }
        match (&self.overlay, &self.completion, self.focus) {
            (Some(_), ..) => KeyContext::Overlay,
            (None, Some(_), _) => KeyContext::Completion,
            (None, None, Focus::Filters) => KeyContext::Filters,
            (None, None, Focus::Entry) => KeyContext::Reading,
            (None, None, Focus::List) => KeyContext::Search,
        }
    }

    /// The open form, if it lies on top.
    pub fn form(&mut self) -> Option<&mut Form> {
        match self.pages.last_mut() {
            Some(Page::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// The report, if it lies on top.
    pub fn report(&self) -> Option<&ReportPage> {
        match self.pages.last() {
            Some(Page::Report(page)) => Some(page),
            _ => None,
        }
    }

    /// The report, if it lies on top.
    pub fn report_mut(&mut self) -> Option<&mut ReportPage> {
        match self.pages.last_mut() {
            Some(Page::Report(page)) => Some(page),
            _ => None,
        }
    }

    /// The table that the report shows; `None` until it has been counted.
    pub fn portfolio(&self) -> Option<Arc<OfferReport>> {
        let page = self.report()?;
        let counted = self.answer.as_ref()?.portfolio.as_ref()?;
        let (rows, columns) = (counted.table.rows.key, counted.table.columns.key);
        ((rows, columns) == (page.rows, page.columns)).then(|| counted.clone())
    }

    /// The open form, whatever lies above it.
    pub fn open_form(&mut self) -> Option<&mut Form> {
        self.pages.iter_mut().rev().find_map(|page| match page {
            Page::Form(form) => Some(&mut **form),
            _ => None,
        })
    }

    /// Number of all hits.
    pub fn total(&self) -> usize {
        self.answer.as_ref().map_or(0, |answer| answer.total)
    }

    /// What the screen wants to know now.
    pub fn request(&self, today: Date) -> Request {
        Request {
            filters: self.filters.clone(),
            kind: Some(self.kind),
            sort: self.sort,
            offset: self.top,
            limit: Areas::most_rows(self.session.size.1),
            facets: true,
            explain: self.overlay == Some(Overlay::Why),
            cross_tab: self.report().map(ReportPage::cross_tab),
            ..Request::new(self.line.value(), today)
        }
    }
}
