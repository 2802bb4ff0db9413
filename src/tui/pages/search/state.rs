//! What the search knows: the line, the filters, the hits, what is selected, and which question is under way.

use std::{ops::Range, sync::Arc};

use jiff::civil::Date;
use tui_input::Input;

use super::{list_share::ListShare, panel_rows::PanelState};
use crate::{
    catalogue::{Id, Kind, Record},
    search::{Answer, CrossTab, FilterKey, FilterValue, Filters, Request, Sort},
    tui::{PageEffect, SearchJob, Select},
};

pub(crate) struct SearchPage {
    pub(super) line: Input,
    /// Filters chosen as chips or in the panel.
    pub(super) filters: Filters,
    pub(super) kind: Kind,
    pub(super) sort: Sort,
    /// First hit on the screen.
    pub(super) top: usize,
    /// Selected hit, counted from the first of all.
    pub(super) selected: usize,
    /// The last answer; `None` until the first.
    pub(super) answer: Option<Answer>,
    pub(super) record: Option<Arc<Record>>,
    /// True when the index has that record no more: its file is faulty or gone, and what is shown is its last good state.
    pub(super) lost: bool,
    /// First line of the entry on the screen.
    pub(super) entry_top: usize,
    /// How list and entry share the width.
    pub(super) list_share: ListShare,
    /// True when offers that cannot be had yet or any more are folded away.
    pub(super) folded: bool,
    /// What the arrow keys move.
    pub(super) focus: Focus,
    /// True when the last key moved the selection: a screen reader's cursor follows it, else it stays in the line.
    pub(super) selected_by_key: bool,
    /// Values offered for the filter under the cursor.
    pub(super) completion: Option<Completion>,
    /// What somebody has done in the panel of filters.
    pub(super) panel: PanelState,
    /// The line that was asked last, and what keeps the first place while it is typed on.
    calm: CalmLine,
    /// Where the selection goes when the question that is under way is answered.
    pending: Option<Select>,
    /// The entry that was just made and is to be selected as soon as the index knows it.
    wanted: Option<Id>,
    /// Number of the last request.
    number: u64,
    /// Number of the last request that was answered.
    answered: u64,
}

/// A line that is being typed, with what stood first a letter ago.
#[derive(Clone, Debug, Default)]
struct CalmLine {
    line: String,
    stood_first: Option<(Kind, String)>,
}

impl CalmLine {
    /// Takes the line that is asked next. While it goes on from the last one, or takes letters back, `first` keeps its
    /// place; asked again, the same line has the same order.
    fn follow(&mut self, line: &str, first: Option<(Kind, String)>) {
        if line == self.line {
            return;
        }
        let goes_on = !self.line.trim().is_empty() && (line.starts_with(&*self.line) || self.line.starts_with(line));
        self.stood_first = first.filter(|_| goes_on);
        self.line = line.to_owned();
    }
}

/// What the arrow keys move. In the filters what is typed narrows their values, elsewhere it goes into the search line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    #[default]
    List,
    Entry,
    Filters,
}

/// Values offered for the filter under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Completion {
    pub key: FilterKey,
    /// Bytes of the line that the choice replaces.
    pub range: Range<usize>,
    pub values: Vec<FilterValue>,
    pub selected: usize,
}

/// What an answer has to bring besides the hits.
#[derive(Default)]
pub(crate) struct Extras {
    /// Why each hit was found.
    pub explain: bool,
    /// A table of all hits.
    pub cross_tab: Option<CrossTab>,
}

impl SearchPage {
    /// Chooses the place that the user has set, unless somebody has begun with something else.
    pub(crate) fn choose_place(&mut self, place: &str) {
        if self.line.value().is_empty() && self.filters.is_empty() {
            self.filters.add(FilterKey::Place, place);
        }
    }

    /// Forgets what was asked, as when Lotse has just been opened. Widths stay: they tell nothing of anybody.
    pub(crate) fn begin_anew(&mut self, place: Option<&str>) -> Vec<PageEffect> {
        let Self { number, answered, list_share, .. } = *self;
        *self = Self { number, answered, list_share, ..Self::new() };
        place.into_iter().for_each(|place| self.choose_place(place));
        self.search()
    }

    /// The share of the width that the list has, in hundredths.
    pub(crate) fn list_share(&self) -> u16 {
        self.list_share.hundredths()
    }

    /// The list has this share, if it is known.
    pub(crate) fn set_list_share(&mut self, hundredths: Option<u16>) {
        self.list_share = hundredths.map(ListShare::new).unwrap_or_default();
    }

    /// A search in which nothing was typed yet.
    pub(crate) fn new() -> Self {
        Self {
            line: Input::default(),
            filters: Filters::default(),
            kind: Kind::Measure,
            sort: Sort::default(),
            top: 0,
            selected: 0,
            answer: None,
            calm: CalmLine::default(),
            record: None,
            lost: false,
            entry_top: 0,
            list_share: ListShare::default(),
            folded: false,
            focus: Focus::default(),
            selected_by_key: false,
            completion: None,
            panel: PanelState::default(),
            pending: None,
            wanted: None,
            number: 0,
            answered: 0,
        }
    }

    /// Hits that can be selected: what is folded away cannot.
    pub(super) fn total(&self) -> usize {
        let Some(answer) = &self.answer else { return 0 };
        if self.is_folded() { answer.there } else { answer.total }
    }

    /// True when the list has a row that divides what can be had from what cannot.
    pub(super) fn has_divider(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.there < answer.total)
    }

    /// True when something is folded away. Where there is nothing else, it is shown.
    pub(super) fn is_folded(&self) -> bool {
        self.folded && self.has_divider() && self.answer.as_ref().is_some_and(|answer| answer.there > 0)
    }

    /// True when the last question has been answered.
    pub(crate) fn is_answered(&self) -> bool {
        self.answered == self.number
    }

    /// The question has changed: the selection goes to the best hit.
    pub(super) fn search(&mut self) -> Vec<PageEffect> {
        (self.top, self.selected, self.lost) = (0, 0, false);
        self.wanted = None;
        vec![PageEffect::Search(Select::First)]
    }

    /// The selection stays where it is.
    pub(crate) fn search_again(&self) -> Vec<PageEffect> {
        // What is shown though it is no hit any more stays.
        let row = self.selected.saturating_sub(self.top);
        let keep = Select::Keep { position: self.selected, row };
        vec![PageEffect::Search(if self.lost { keep } else { Select::At(self.selected) })]
    }

    /// The question for what the page shows now, with at most `limit` hits.
    pub(crate) fn ask(&mut self, today: Date, limit: usize, extras: Extras, select: Select) -> SearchJob {
        self.number += 1;
        // News of the index must not undo what a key has asked for and nobody has answered yet.
        let select = match (&select, self.pending.take()) {
            (Select::Keep { .. }, Some(pending)) => pending,
            _ => select,
        };
        self.pending = Some(select.clone());
        let top = self.answer.as_ref().filter(|answer| answer.offset == 0).and_then(|answer| answer.hits.first());
        let first = top.map(|hit| (hit.row.kind, hit.row.id.to_string()));
        self.calm.follow(self.line.value(), first);
        let mut request = Request {
            filters: self.filters.clone(),
            kind: Some(self.kind),
            sort: self.sort,
            there_first: true,
            offset: self.top,
            limit,
            facets: true,
            explain: extras.explain,
            cross_tab: extras.cross_tab,
            stood_first: self.calm.stood_first.clone(),
            ..Request::new(self.line.value(), today)
        };
        request.locate = match &select {
            Select::Keep { .. } => self.record.as_ref().map(|record| (record.kind(), record.id().to_string())),
            Select::Entry { id, .. } => Some((Kind::Measure, id.to_string())),
            Select::First | Select::At(_) => None,
        };
        SearchJob { number: self.number, request, select }
    }

    /// Selects an entry that was just made, once the index knows it.
    pub(crate) fn want(&mut self, id: &Id) {
        self.wanted = Some(id.clone());
    }

    /// The question that selects what is wanted, if anything is.
    pub(super) fn search_wanted(&mut self) -> Option<PageEffect> {
        let id = self.wanted.clone()?;
        self.kind = Kind::Measure;
        Some(PageEffect::Search(Select::Entry { id, position: self.selected }))
    }

    /// What is wanted is selected, or the answer says that it is `hidden`: then the line and the filters go that hide it.
    pub(super) fn settle_wanted(&mut self, hidden: bool) -> Option<PageEffect> {
        let id = self.wanted.as_ref()?;
        if self.record.as_ref().is_some_and(|record| record.kind() == Kind::Measure && record.id() == id) {
            self.wanted = None;
            return None;
        }
        if !hidden {
            return None;
        }
        if self.line.value().is_empty() && self.filters.is_empty() {
            // It is ended or archived: no search shows it.
            self.wanted = None;
            return None;
        }
        self.line.reset();
        self.filters = Filters::default();
        self.completion = None;
        self.top = 0;
        self.search_wanted()
    }

    /// A question was answered, for better or worse; false when a newer one has been asked since.
    pub(crate) fn is_answer_to(&mut self, number: u64) -> bool {
        let current = number == self.number;
        if current {
            self.answered = number;
        }
        current
    }

    /// The selection is where the answer has put it.
    pub(super) fn settled(&mut self) {
        self.pending = None;
    }
}
