//! Windows above the screen: help, why an entry was found, what is wrong with the catalogue.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
    widgets::{Block, BorderType, Borders, Clear},
};
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::Marked;
use crate::{
    locale::{Texts, explanations},
    search::{FilterKey, FilterSource, MatchExplanation, TermMatch},
    tui::{
        action::Action,
        keymap::{Key, KeyBinding, KeyContext},
        page::Page,
        state::Overlay,
        theme::Role,
    },
};

/// Widest window.
const WIDTH: u16 = 90;

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, whole: Rect) {
    let Some(overlay) = canvas.state.overlay.clone() else { return };
    let width = whole.width.min(WIDTH);
    let inner = usize::from(width.saturating_sub(4));
    let (title, lines) = match overlay {
        Overlay::Help => (canvas.get("overlay-help"), help(canvas, inner)),
        Overlay::Why => (canvas.get("overlay-why"), why(canvas, inner)),
        Overlay::Problems => (canvas.get("overlay-problems"), problems(canvas, inner)),
    };
    let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    // The last row stays: it names the keys of the window.
    let height = wanted.max(3).min(whole.height.saturating_sub(1).max(1));
    let area = Rect { x: whole.x + (whole.width - width) / 2, y: whole.y + (whole.height - height) / 2, width, height };
    canvas.frame.render_widget(Clear, area);
    canvas.fill(area);
    let borders = if canvas.ui.settings.screen_reader { Borders::NONE } else { Borders::ALL };
    let block =
        Block::new().borders(borders).border_type(BorderType::Plain).border_style(canvas.style(Role::BorderFocus));
    let heading = canvas.style(Role::Heading);
    canvas.frame.render_widget(block.title(Line::styled(format!(" {title} "), heading)), area);
    canvas.layout.add(area, ClickTarget::Overlay);
    show(canvas, area, lines);
}

fn show(canvas: &mut Canvas<'_, '_>, area: Rect, lines: Vec<Line<'static>>) {
    let height = usize::from(area.height.saturating_sub(2));
    canvas.layout.overlay_lines = lines.len();
    canvas.layout.overlay_height = height;
    let top = canvas.state.overlay_top.min(lines.len().saturating_sub(height));
    let below = lines.len().saturating_sub(top + height);
    if below > 0 {
        // Left of the corner.
        crate::tui::widgets::sheet::more(
            &mut canvas.page_canvas(),
            Rect { width: area.width.saturating_sub(1), ..area },
            below,
        );
    }
    for (row, line) in lines.into_iter().skip(top).take(height).enumerate() {
        let y = area.y + 1 + row as u16;
        canvas.line(Rect { x: area.x + 2, y, width: area.width.saturating_sub(4), height: 1 }, line);
    }
}

/// The keys that work where one is, by context, from the live keymap.
fn help(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    match canvas.state.pages.last() {
        None => search_help(canvas, width),
        Some(page) => page_help(canvas, page, width),
    }
}

/// The contexts of the search.
const SEARCH: [KeyContext; 6] = [
    KeyContext::Anywhere,
    KeyContext::Search,
    KeyContext::Reading,
    KeyContext::Filters,
    KeyContext::Completion,
    KeyContext::Overlay,
];

/// The shortest names under which filters can be typed; `help-filters` itself has the two that need an example.
fn typed_filters(texts: &Texts) -> String {
    let name = |key: FilterKey| {
        let name = key.typed_in(texts.lang()).iter().copied().min_by_key(|name| name.len()).unwrap_or_default();
        // An abbreviation says nothing by itself.
        let text = if name.len() <= 2 { "help-filter-short" } else { "help-filter" };
        let label = texts.get(&format!("filter-{}", key.name())).into_owned();
        texts.with(text, &[("name", name.into()), ("label", label.into())])
    };
    let shown =
        FilterKey::ALL.iter().copied().filter(|key| !matches!(key.source(), FilterSource::Free | FilterSource::Day));
    shown.map(name).collect::<Vec<_>>().join(", ")
}

fn search_help(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.ui.texts;
    let keeps = canvas.ui.keeps();
    let mut lines = Vec::new();
    let filters = texts.with("help-filters", &[("names", typed_filters(texts).into())]);
    for paragraph in [&texts.get("help-search"), filters.as_str(), &texts.get("help-mouse")] {
        lines.extend(paragraph_lines(canvas, paragraph, width));
        lines.push(Line::default());
    }
    for context in SEARCH {
        let of_context = |rule: &&KeyBinding| rule.context == context && (keeps || !rule.action.keeps_entries());
        let rules: Vec<&KeyBinding> = canvas.ui.keymap.rules().iter().filter(of_context).collect();
        section(canvas, context, by_action(&rules), width, &mut lines);
    }
    lines
}

/// What works on the report besides its own keys.
const REPORT: [Action; 17] = [
    Action::Help,
    Action::Back,
    Action::Quit,
    Action::SelectPrevious,
    Action::SelectNext,
    Action::CursorLeft,
    Action::CursorRight,
    Action::PageUp,
    Action::PageDown,
    Action::WordLeft,
    Action::WordRight,
    Action::First,
    Action::Last,
    Action::ToggleInternal,
    Action::Desk,
    Action::CycleTheme,
    Action::Redraw,
];

/// First what belongs to the page, then what else works there.
fn page_help(canvas: &Canvas<'_, '_>, page: &Page, width: usize) -> Vec<Line<'static>> {
    use Action::{
        Back, ConfirmEntry, CopyEntry, Desk, EditEntry, FreePlaces, Help, History, NewEntry, OpenEditor, Quit, Redraw,
    };
    let (contexts, works): (&[KeyContext], &[Action]) = match page {
        Page::Desk(_) => (&[KeyContext::Desk], &[Help, Back, Quit, Desk, EditEntry, OpenEditor, Redraw]),
        Page::Report(_) => (&[KeyContext::Report], &REPORT),
        Page::Form(_) => (&[KeyContext::Form, KeyContext::Choice], &[Help, Back, Quit, OpenEditor, History, Redraw]),
        Page::Past(_) => (
            &[KeyContext::History],
            &[Help, Back, Quit, Desk, EditEntry, OpenEditor, NewEntry, CopyEntry, ConfirmEntry, FreePlaces, Redraw],
        ),
    };
    let keymap = &canvas.ui.keymap;
    let keeps = canvas.ui.keeps();
    let shown = |action: &Action| keeps || !action.keeps_entries();
    let mut lines = Vec::new();
    let counted = matches!(page, Page::Report(_));
    if counted {
        lines.extend(paragraph_lines(canvas, &canvas.get("help-report"), width));
        lines.push(Line::default());
    }
    // The report asks nothing.
    let questions = (!counted).then_some(KeyContext::Question);
    for context in contexts.iter().copied().chain(questions) {
        let rules: Vec<&KeyBinding> =
            keymap.rules().iter().filter(|r| r.context == context && shown(&r.action)).collect();
        // Together with the keys that the action has anywhere.
        let groups = by_action(&rules).into_iter().map(|(action, _)| (action, keymap.keys_for(context, action)));
        section(canvas, context, groups.collect(), width, &mut lines);
    }
    let own = contexts.first().copied().unwrap_or(KeyContext::Anywhere);
    let told = |action: &Action| keymap.rules().iter().any(|rule| rule.context == own && rule.action == *action);
    let rest = works.iter().filter(|action| shown(action) && !told(action));
    let rest = rest.map(|action| (*action, keymap.keys_for(own, *action))).filter(|(_, keys)| !keys.is_empty());
    section(canvas, KeyContext::Anywhere, rest.collect(), width, &mut lines);
    lines
}

/// A context and what its keys do.
fn section(
    canvas: &Canvas<'_, '_>,
    context: KeyContext,
    groups: Vec<(Action, Vec<Key>)>,
    width: usize,
    lines: &mut Vec<Line<'static>>,
) {
    if groups.is_empty() {
        return;
    }
    let name = canvas.ui.texts.get(&context.text_key()).into_owned();
    lines.push(Line::styled(name, canvas.style(Role::Heading)));
    for (action, keys) in groups {
        lines.extend(key_lines(canvas, action, &keys, width));
    }
    lines.push(Line::default());
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

fn key_lines(canvas: &Canvas<'_, '_>, action: Action, keys: &[Key], width: usize) -> Vec<Line<'static>> {
    const KEYS: usize = 24;
    /// Below this width what runs on begins at the left.
    const ROOMY: usize = 60;
    let texts = &canvas.ui.texts;
    let keys: Vec<String> = keys.iter().map(|key| key.localize(texts)).collect();
    let keys = keys.join(", ");
    let gap = KEYS.saturating_sub(keys.width()).max(1);
    // In a table there are lines and columns where elsewhere there are results and characters.
    let in_table = matches!(canvas.state.pages.last(), Some(Page::Report(_)));
    let of_table = Some(format!("table-{}", action.name())).filter(|key| in_table && texts.has(key));
    let action = texts.get(&of_table.unwrap_or_else(|| action.text_key())).into_owned();
    let first = vec![Span::styled(keys, canvas.style(Role::Key)), Span::raw(" ".repeat(gap))];
    let indent = if width < ROOMY { 2 } else { KEYS };
    Marked::plain(&action, canvas.style(Role::Text)).wrap(width, first, indent)
}

/// Why the selected entry was found, one sentence for each word.
fn why(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let state = canvas.state;
    let Some(answer) = &state.answer else { return Vec::new() };
    let hit = state.selected.checked_sub(answer.offset).and_then(|index| answer.hits.get(index));
    let reasons = hit.into_iter().flat_map(|hit| answer.reasons(hit));
    let sentences: Vec<String> = reasons.map(|(how, why)| sentence(canvas, how, why)).collect();
    if sentences.is_empty() {
        return paragraph_lines(canvas, &canvas.get("why-no-words"), width);
    }
    sentences.iter().flat_map(|sentence| paragraph_lines(canvas, sentence, width)).collect()
}

fn sentence(canvas: &Canvas<'_, '_>, how: &TermMatch, why: Option<&MatchExplanation>) -> String {
    let texts = &canvas.ui.texts;
    // As it was typed; the index knows it folded.
    let word = canvas.state.line.value().get(how.word.range.clone()).unwrap_or(&how.word.surface);
    let Some(why) = why else { return explanations::missing(texts, word) };
    explanations::sentence(texts, word, &why.found, why.reason.code(), why.part.code())
}

fn problems(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let (state, texts) = (canvas.state, &canvas.ui.texts);
    let mut lines = Vec::new();
    for warning in state.session.index.unreadable.iter().chain(&state.session.warnings) {
        lines.extend(paragraph_lines(canvas, warning, width));
        lines.push(Line::default());
    }
    if let Some(reason) = &state.session.index.health.in_memory {
        lines.extend(paragraph_lines(
            canvas,
            &texts.with("problem-in-memory", &[("reason", reason.as_str().into())]),
            width,
        ));
        lines.push(Line::default());
    }
    for error in &state.session.index.health.errors {
        let place = Span::styled(format!("{}: ", error.location), canvas.style(Role::Key));
        let message = error.message(texts);
        lines.extend(Marked::plain(&message, canvas.style(Role::Text)).wrap(width, vec![place], 2));
        if let Some(hint) = error.hint(texts) {
            lines.extend(Marked::plain(&hint, canvas.style(Role::Muted)).wrap(width, vec![Span::raw("  ")], 2));
        }
    }
    if lines.is_empty() {
        lines = paragraph_lines(canvas, &canvas.get("problem-none"), width);
    }
    lines
}

fn paragraph_lines(canvas: &Canvas<'_, '_>, text: &str, width: usize) -> Vec<Line<'static>> {
    Marked::plain(text, canvas.style(Role::Text)).wrap(width, Vec::new(), 0)
}
