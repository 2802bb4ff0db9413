//! What the last row says of the search: how many hits, what is hidden, what is wrong; and the keys it names.

use super::state::{Focus, SearchPage};
use crate::{
    search::{Answer, FilterKey, ReachCount},
    tui::{Action, KeyContext, PageContext, Role, widgets::pane::has_borders},
};

/// From this width on the last row has room for the hits of each step outwards from a place.
const ROOM_FOR_LEVELS: u16 = 130;

impl SearchPage {
    pub(crate) fn key_context(&self) -> KeyContext {
        match (&self.completion, self.focus) {
            (Some(_), _) => KeyContext::Completion,
            (None, Focus::Filters) => KeyContext::Filters,
            (None, Focus::Entry) => KeyContext::Reading,
            (None, Focus::List) if self.offered_fact().is_some() => KeyContext::Fact,
            (None, Focus::List) => KeyContext::Search,
        }
    }

    pub(crate) fn offered(&self, cx: PageContext<'_>) -> Vec<Action> {
        use Action::*;
        match self.key_context() {
            KeyContext::Completion => vec![AcceptCompletion, Back],
            KeyContext::Filters => vec![ToggleValue, NextFacet, ClearFilters, Back, Help],
            KeyContext::Fact => vec![TakeFact, OpenEntry, Help, NextSort, WhyFound, Quit],
            KeyContext::Reading => vec![Back, ScrollEntryPageDown, ToggleInternal, WhyFound, Help],
            _ if cx.session.problems() > 0 => {
                vec![Help, Problems, OpenEntry, ToggleFilters, Desk, EditEntry, NextSort, Quit]
            }
            _ if cx.ui.keeps() => {
                vec![Help, OpenEntry, ToggleFilters, Desk, EditEntry, NextSort, WhyFound, Quit, Report]
            }
            _ => vec![
                Help,
                OpenEntry,
                ToggleFilters,
                NextSort,
                ToggleInternal,
                WhyFound,
                NextKind,
                Problems,
                Quit,
                Report,
            ],
        }
    }

    /// The count, and whatever is more urgent.
    pub(crate) fn status(&self, cx: PageContext<'_>) -> (String, Role) {
        let (texts, session) = (&cx.ui.texts, cx.session);
        let mut parts = Vec::new();
        let mut role = Role::Status;
        if let Some(answer) = &self.answer {
            parts.push(self.hits(cx, answer));
            // The border of the list says which one is selected.
            if answer.total > 0 && !has_borders(session.size.0, cx.ui.settings.screen_reader) {
                let at = texts.number(i64::try_from(self.selected + 1).unwrap_or(i64::MAX));
                parts.push(texts.with("screen-at", &[("at", at.into())]));
            }
        }
        if let Some(count) = self.hidden() {
            parts.push(texts.with("screen-hidden", &[("count", count.into())]));
        }
        if let Some((done, total)) = session.index.building {
            parts.push(texts.with("screen-building", &[("done", done.into()), ("total", total.into())]));
            role = Role::Warning;
        }
        let problems = session.problems();
        if problems > 0 {
            let files = session.index.health.files_out;
            let key = if files > 0 { "screen-files-out" } else { "screen-problems" };
            let count = if files > 0 { files } else { problems };
            parts.push(texts.with(key, &[("count", count.into())]));
            role = Role::Warning;
        }
        (parts.join(" · "), role)
    }

    /// How many hits there are; with a filter of places also how many of them are how near, as far as there is room.
    fn hits(&self, cx: PageContext<'_>, answer: &Answer) -> String {
        let (texts, session) = (&cx.ui.texts, cx.session);
        let hits = texts.with("screen-hits", &[("count", answer.total.into())]);
        let (Some(nearest), Some(register)) = (answer.reach.first(), &session.register) else { return hits };
        if answer.total == 0 {
            return hits;
        }
        match ReachCount::localize_all(&answer.reach, register, texts) {
            None => hits,
            Some(levels) if session.size.0 >= ROOM_FOR_LEVELS => {
                texts.with("screen-reach", &[("hits", hits.into()), ("levels", levels.into())])
            }
            Some(_) => texts.with("screen-reach-short", &[("hits", hits.into()), ("count", nearest.count.into())]),
        }
    }

    /// Ended offers that the words would find as well.
    fn hidden(&self) -> Option<usize> {
        let answer = self.answer.as_ref().filter(|answer| !answer.understood.is_empty() && answer.total > 0)?;
        // A status that is being typed hides something else.
        let by_default = answer.filters.values(FilterKey::Status).is_empty();
        let removed = answer.removed_by_filter.iter().find(|(key, _)| *key == FilterKey::Status && by_default);
        removed.map(|(_, count)| *count)
    }
}
