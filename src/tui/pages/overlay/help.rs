//! The keys that work where one is, by context, from the keymap in force.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::{
    locale::Texts,
    search::{FilterKey, FilterSource},
    tui::{Action, Canvas, Key, KeyBinding, KeyContext, Marked, PageHelp, Role},
};

/// Columns of the keys.
const KEYS: usize = 24;
/// Below this width what runs on begins at the left.
const ROOMY: usize = 60;

const SEARCH: [KeyContext; 7] = [
    KeyContext::Anywhere,
    KeyContext::Search,
    KeyContext::Fact,
    KeyContext::Reading,
    KeyContext::Filters,
    KeyContext::Completion,
    KeyContext::Overlay,
];

/// The keys of the search, by context, from the keymap in force.
pub(crate) fn of_search(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.ui.texts;
    let keeps = canvas.ui.keeps();
    let mut lines = first_keys(canvas, width);
    let filters = texts.with("help-filters", &[("names", typed_filters(texts).into())]);
    for paragraph in [&texts.get("help-search"), filters.as_str(), &texts.get("help-mouse")] {
        lines.extend(canvas.wrap(paragraph, Role::Text, width));
        lines.push(Line::default());
    }
    for context in SEARCH {
        let of_context = |rule: &&KeyBinding| rule.context == context && (keeps || !rule.action.keeps_entries());
        let rules: Vec<&KeyBinding> = canvas.ui.keymap.rules().iter().filter(of_context).collect();
        Section { canvas, width, in_table: false }.add(context, by_action(&rules), &mut lines);
    }
    lines
}

/// The keys that matter most, before everything else.
fn first_keys(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    use Action::*;
    let keymap = &canvas.ui.keymap;
    let of = |context, action| (action, keymap.keys_for(context, action));
    let first = [
        (KeyContext::Search, SelectNext),
        (KeyContext::Search, OpenEntry),
        (KeyContext::Anywhere, Back),
        (KeyContext::Search, ToggleFilters),
        (KeyContext::Anywhere, NextConsultation),
        (KeyContext::Anywhere, WhyFound),
        (KeyContext::Anywhere, ToggleInternal),
        (KeyContext::Anywhere, NextSort),
        (KeyContext::Anywhere, Palette),
        (KeyContext::Anywhere, Interrupt),
    ];
    let mut lines = vec![Line::styled(canvas.text("help-first"), canvas.style(Role::Heading))];
    let section = Section { canvas, width, in_table: false };
    for (action, keys) in first.map(|(context, action)| of(context, action)) {
        lines.extend(section.key_lines(action, &keys));
    }
    lines.push(Line::default());
    lines.extend(canvas.wrap(&canvas.text("help-find"), Role::Muted, width));
    lines.push(Line::default());
    lines
}

/// The shortest names under which filters can be typed; `help-filters` itself has the two that need an example.
fn typed_filters(texts: &Texts) -> String {
    let name = |key: FilterKey| {
        let name = key.typed_in(texts.lang()).iter().copied().min_by_key(|name| name.len()).unwrap_or_default();
        // An abbreviation says nothing by itself.
        let text = if name.len() <= 2 { "help-filter-short" } else { "help-filter" };
        let label = texts.get(&format!("filter-{}", key.name())).into_owned();
        texts.with(text, &[("name", name.into()), ("label", label.into())])
    };
    let needs_example = |key: &FilterKey| matches!(key.source(), FilterSource::Free | FilterSource::Day);
    let names = FilterKey::ALL.iter().copied().filter(|key| !needs_example(key)).map(name);
    names.collect::<Vec<_>>().join(", ")
}

/// The keys of a page: first what belongs to it, then what else works there.
pub(crate) fn of_page(canvas: &Canvas<'_, '_>, page: &PageHelp, width: usize) -> Vec<Line<'static>> {
    let keymap = &canvas.ui.keymap;
    let keeps = canvas.ui.keeps();
    let shown = |action: &Action| keeps || !action.keeps_entries();
    let mut lines = Vec::new();
    if page.in_table {
        lines.extend(canvas.wrap(&canvas.text("help-report"), Role::Text, width));
        lines.push(Line::default());
    }
    let section = Section { canvas, width, in_table: page.in_table };
    // The report asks nothing.
    let questions = (!page.in_table).then_some(KeyContext::Question);
    for context in page.contexts.iter().copied().chain(questions) {
        let rules: Vec<&KeyBinding> =
            keymap.rules().iter().filter(|r| r.context == context && shown(&r.action)).collect();
        // Together with the keys that the action has anywhere.
        let groups = by_action(&rules).into_iter().map(|(action, _)| (action, keymap.keys_for(context, action)));
        section.add(context, groups.collect(), &mut lines);
    }
    let own = page.contexts.first().copied().unwrap_or(KeyContext::Anywhere);
    let named = |action: &Action| keymap.rules().iter().any(|rule| rule.context == own && rule.action == *action);
    let rest = page.works.iter().filter(|action| shown(action) && !named(action));
    let rest = rest.map(|action| (*action, keymap.keys_for(own, *action))).filter(|(_, keys)| !keys.is_empty());
    section.add(KeyContext::Anywhere, rest.collect(), &mut lines);
    lines
}

struct Section<'c, 'a, 'f> {
    canvas: &'c Canvas<'a, 'f>,
    width: usize,
    /// In a table there are lines and columns where elsewhere there are results and characters.
    in_table: bool,
}

impl Section<'_, '_, '_> {
    fn add(&self, context: KeyContext, groups: Vec<(Action, Vec<Key>)>, lines: &mut Vec<Line<'static>>) {
        if groups.is_empty() {
            return;
        }
        let name = self.canvas.text(&context.text_key());
        lines.push(Line::styled(name, self.canvas.style(Role::Heading)));
        for (action, keys) in groups {
            lines.extend(self.key_lines(action, &keys));
        }
        lines.push(Line::default());
    }

    fn key_lines(&self, action: Action, keys: &[Key]) -> Vec<Line<'static>> {
        let texts = &self.canvas.ui.texts;
        let keys: Vec<String> = keys.iter().map(|key| key.localize(texts)).collect();
        let keys = keys.join(", ");
        let gap = KEYS.saturating_sub(keys.width()).max(1);
        let of_table = Some(format!("table-{}", action.code())).filter(|key| self.in_table && texts.has(key));
        let action = texts.get(&of_table.unwrap_or_else(|| action.text_key())).into_owned();
        let first = vec![Span::styled(keys, self.canvas.style(Role::Key)), Span::raw(" ".repeat(gap))];
        let indent = if self.width < ROOMY { 2 } else { KEYS };
        Marked::plain(&action, self.canvas.style(Role::Text)).wrap(self.width, first, indent)
    }
}

/// Keys of one context, those of the same action together.
fn by_action(rules: &[&KeyBinding]) -> Vec<(Action, Vec<Key>)> {
    let mut groups: Vec<(Action, Vec<Key>)> = Vec::new();
    for rule in rules {
        match groups.iter_mut().find(|(action, _)| *action == rule.action) {
            Some((_, keys)) => keys.push(rule.key),
            None => groups.push((rule.action, vec![rule.key])),
        }
    }
    groups
}
