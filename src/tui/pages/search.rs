//! The search: a line, filters, a list of hits, and the entry that is selected. It lies below all other pages.

mod answer;
mod areas;
mod columns;
mod completion;
mod entry;
mod fact;
mod filters;
mod line;
mod list;
mod list_share;
pub(crate) mod lost;
mod panel;
mod panel_rows;
pub(crate) mod state;
mod status;
mod tabs;

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use self::{
    areas::Areas,
    state::{Extras, Focus, SearchPage},
};
use super::report::state::ReportScope;
use crate::{
    catalogue::{Kind, Record, Register},
    search::{AxisValue, FilterKey, Highlighter, OfferReport},
    tui::{
        Action, Answered, Canvas, ClickTarget, PageContext, PageEffect, ScrollArea, SearchJob, Select, event::one_line,
        widgets::layout::Along,
    },
};

impl SearchPage {
    pub(crate) fn record(&self) -> Option<&Arc<Record>> {
        self.record.as_ref()
    }

    pub(crate) fn highlighter(&self) -> Option<&Highlighter> {
        self.answer.as_ref().map(|answer| &*answer.highlighter)
    }

    /// The table of all hits, if the last question asked for one.
    pub(crate) fn counted(&self) -> Option<Arc<OfferReport>> {
        self.answer.as_ref()?.report.clone()
    }

    pub(crate) fn scope(&self) -> ReportScope {
        ReportScope { words: self.line.value().to_owned(), filters: self.filters.clone() }
    }

    /// Hits that fit into the list on a terminal of this size, whether it is shown now or not.
    pub(crate) fn list_rows(&self, size: (u16, u16), screen_reader: bool) -> usize {
        Areas::list_rows_of(size, self, screen_reader)
    }

    /// The question for what is shown now.
    pub(crate) fn job(&mut self, cx: PageContext<'_>, select: Select, extras: Extras) -> SearchJob {
        self.ask(cx.ui.today, Areas::most_rows(cx.session.size.1), extras, select)
    }

    pub(crate) fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        match action {
            Action::Back => return self.back(cx),
            Action::NextKind => return tabs::step(self, 1),
            Action::PreviousKind => return tabs::step(self, -1),
            Action::ShowMeasures => return tabs::show(self, Kind::Measure),
            Action::ShowTargetGroups => return tabs::show(self, Kind::TargetGroup),
            Action::ShowCoordinators => return tabs::show(self, Kind::Coordinator),
            Action::ShowProviders => return tabs::show(self, Kind::Provider),
            Action::NextSort => return tabs::next_sort(self),
            Action::OpenEntry => return entry::open(self),
            Action::ToggleUnavailable => return list::toggle_fold(self, cx),
            Action::WidenList => self.list_share = self.list_share.wider(),
            Action::NarrowList => self.list_share = self.list_share.narrower(),
            Action::SelectPrevious
            | Action::SelectNext
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last => return self.move_cursor(cx, action),
            Action::ScrollEntryUp
            | Action::ScrollEntryDown
            | Action::ScrollEntryPageUp
            | Action::ScrollEntryPageDown
            | Action::ScrollEntryTop
            | Action::ScrollEntryBottom => entry::scroll(self, &cx.session.layout, action),
            Action::ToggleFilters => filters::toggle_panel(self, cx),
            Action::ToggleValue => return filters::toggle_row(self, cx),
            Action::NextFacet => filters::next_facet(self, cx, 1),
            Action::PreviousFacet => filters::next_facet(self, cx, -1),
            Action::TakeFact => return fact::take(self),
            Action::RemoveLastFilter => return filters::remove_last(self),
            Action::ClearFilters => return filters::clear(self),
            Action::AcceptCompletion => return completion::accept(self),
            Action::ClearLine
            | Action::CursorLeft
            | Action::CursorRight
            | Action::CursorStart
            | Action::CursorEnd
            | Action::WordLeft
            | Action::WordRight
            | Action::DeleteBack
            | Action::DeleteForward
            | Action::DeleteWordBack => return self.edit_line(cx, action),
            // The others mean something on other pages only.
            _ => {}
        }
        Vec::new()
    }

    pub(crate) fn on_text(&mut self, cx: PageContext<'_>, text: &str) -> Vec<PageEffect> {
        match self.focus {
            Focus::Filters => return filters::on_text(self, cx, &one_line(text)),
            Focus::Entry => self.focus = Focus::List,
            Focus::List => {}
        }
        line::insert(self, &one_line(text));
        self.line_changed(cx)
    }

    pub(crate) fn on_click(&mut self, cx: PageContext<'_>, target: ClickTarget) -> Vec<PageEffect> {
        match target {
            ClickTarget::Hit(number) => {
                self.focus = Focus::List;
                list::select(self, cx, number)
            }
            ClickTarget::Tab(kind) => tabs::show(self, kind),
            ClickTarget::Chip(key, value) | ClickTarget::Value(key, value) => filters::toggle(self, key, &value),
            ClickTarget::Facet(key) => {
                filters::open_or_close(self, cx, key);
                Vec::new()
            }
            ClickTarget::MoreValues(key) => {
                filters::show_all(self, cx, key);
                Vec::new()
            }
            ClickTarget::Completion(number) => {
                if let Some(completion) = &mut self.completion {
                    completion.selected = number;
                }
                completion::accept(self)
            }
            ClickTarget::Sort => tabs::next_sort(self),
            ClickTarget::Divider => list::toggle_fold(self, cx),
            _ => Vec::new(),
        }
    }

    pub(crate) fn on_wheel(
        &mut self,
        cx: PageContext<'_>,
        target: Option<&ClickTarget>,
        down: bool,
    ) -> Vec<PageEffect> {
        let step = if down { Action::SelectNext } else { Action::SelectPrevious };
        match target {
            Some(ClickTarget::Entry) => {
                // Two lines at once.
                entry::scroll(self, &cx.session.layout, step);
                entry::scroll(self, &cx.session.layout, step);
                Vec::new()
            }
            Some(ClickTarget::Value(..) | ClickTarget::Facet(_) | ClickTarget::MoreValues(_)) => {
                filters::move_cursor(self, cx, step);
                Vec::new()
            }
            _ => self.move_cursor(cx, step),
        }
    }

    /// A scroll bar was drawn along.
    pub(crate) fn scroll_to(&mut self, cx: PageContext<'_>, of: ScrollArea, along: Along) -> Vec<PageEffect> {
        match of {
            ScrollArea::List if self.total() > 0 => return list::select(self, cx, along.up_to(self.total() - 1)),
            ScrollArea::Entry => entry::scroll_to(self, &cx.session.layout, along),
            ScrollArea::Filters => filters::scroll_to(self, cx, along),
            ScrollArea::List | ScrollArea::Overlay => {}
        }
        Vec::new()
    }

    /// The terminal has another size, and shows another number of rows.
    pub(crate) fn on_resize(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        list::bring_into_view(self, cx);
        self.search_again()
    }

    /// Takes an answer over; `None` when a newer question has been asked.
    pub(crate) fn on_answer(&mut self, cx: PageContext<'_>, answered: Answered) -> Option<Vec<PageEffect>> {
        self.is_answer_to(answered.number).then(|| answer::take(self, cx, answered))
    }

    /// New answers replace old ones without moving the selection.
    pub(crate) fn on_snapshot(&mut self) -> Vec<PageEffect> {
        if let Some(search) = self.search_wanted() {
            return vec![search];
        }
        let row = self.selected.saturating_sub(self.top);
        vec![PageEffect::Search(Select::Keep { position: self.selected, row })]
    }

    /// No values are offered any more.
    pub(crate) fn close_completion(&mut self) {
        self.completion = None;
    }

    /// Shows the offers with these values.
    pub(crate) fn show_offers(&mut self, cell: [(FilterKey, AxisValue); 2], register: &Register) -> Vec<PageEffect> {
        for (key, value) in cell {
            // What the table has set aside gives way to what was chosen in it.
            let chosen: Vec<Box<str>> = self.filters.values(key).to_vec();
            chosen.iter().for_each(|old| self.filters.remove(key, old));
            // A cell counts what is there, not what reaches it from further out or lies in a region within.
            let stands_for_itself = |id: &str| key == FilterKey::Region && !register.has_regions_within(id);
            let exactly = |id: &str| if stands_for_itself(id) { id.to_owned() } else { key.exactly(id) };
            value.id().into_iter().for_each(|id| self.filters.add(key, &exactly(id)));
        }
        tabs::show(self, Kind::Measure)
    }

    /// Draws the search; returns where its cursor stands.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_, '_>, whole: Rect) -> Option<Position> {
        let screen_reader = canvas.ui.settings.screen_reader;
        let areas = Areas::of(whole, self, screen_reader);
        let cursor = line::draw(canvas, areas.line, self);
        tabs::draw(canvas, areas.tabs, self);
        filters::draw_chips(canvas, areas.chips, self);
        answer::draw_message(canvas, areas.message, self);
        let value = panel::draw(canvas, &areas, self);
        let selected = list::draw(canvas, &areas, self);
        entry::draw(canvas, &areas, self);
        // The real cursor stands where the focus is: a screen reader follows it. For everybody else that is the line.
        let followed = match self.focus {
            _ if !screen_reader => None,
            Focus::Filters => value,
            Focus::Entry => Some(areas.entry.as_position()),
            Focus::List => selected.filter(|_| self.selected_by_key),
        };
        followed.or(cursor)
    }

    /// Draws what lies above the search and its last row: the values offered for a filter.
    pub(crate) fn draw_above(&self, canvas: &mut Canvas<'_, '_>, whole: Rect) {
        if self.completion.is_some() {
            let areas = Areas::of(whole, self, canvas.ui.settings.screen_reader);
            completion::draw(canvas, areas.line, areas.whole, self);
        }
    }

    /// One step back: closes what is open, then empties the line. Never leaves: that would lose a search by accident.
    fn back(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        if self.completion.take().is_some() {
            return Vec::new();
        }
        match self.focus {
            Focus::Filters => {
                if !filters::widen(self) {
                    filters::leave(self);
                }
                return Vec::new();
            }
            Focus::Entry => {
                self.focus = Focus::List;
                return Vec::new();
            }
            Focus::List => {}
        }
        if self.line.value().is_empty() {
            let key = cx.ui.key_for(self.key_context(), Action::Quit);
            return vec![PageEffect::Message(cx.ui.texts.with("notice-quit", &[("key", key.into())]))];
        }
        self.edit_line(cx, Action::ClearLine)
    }

    /// Moves whatever the arrow keys move.
    fn move_cursor(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        if completion::move_mark(self, action) {
            return Vec::new();
        }
        if self.focus == Focus::Filters {
            filters::move_cursor(self, cx, action);
            return Vec::new();
        }
        list::move_selection(self, cx, action)
    }

    fn edit_line(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        if self.focus == Focus::Filters {
            filters::edit(self, cx, action);
            return Vec::new();
        }
        if action == Action::DeleteBack && self.line.value().is_empty() {
            return filters::remove_last(self);
        }
        let before = self.line.cursor();
        if line::edit(self, action) {
            return self.line_changed(cx);
        }
        self.completion = None;
        // At the end of the line the key goes on to the end of the list.
        match action {
            Action::CursorStart if before == 0 => list::move_selection(self, cx, Action::First),
            Action::CursorEnd if before == self.line.cursor() => list::move_selection(self, cx, Action::Last),
            _ => Vec::new(),
        }
    }

    /// The line has changed: offers values and asks anew.
    fn line_changed(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        self.completion = completion::offer(self, cx);
        self.selected_by_key = false;
        self.search()
    }
}
