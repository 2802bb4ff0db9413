//! The filters: what one does in their panel, and the chips of what is chosen.

use ratatui::{layout::Rect, text::Line};

use super::{
    panel::Panel,
    panel_rows::{PanelPlace, RowId},
    state::{Focus, SearchPage},
};
use crate::{
    search::{FilterKey, FilterValues, Filters},
    tui::{Action, Canvas, ClickTarget, PageContext, PageEffect, Role, columns, fitting, widgets::layout::Along},
};

/// Columns of a value's label in a chip.
const LONGEST_LABEL: usize = 40;

/// Columns that are kept for the number of chips that do not fit.
const COUNTER: u16 = 5;

pub(super) fn toggle_panel(page: &mut SearchPage, cx: PageContext<'_>) {
    if page.focus == Focus::Filters {
        return leave(page);
    }
    page.focus = Focus::Filters;
    page.completion = None;
    if page.panel.place.is_none() {
        next_facet(page, cx, 0);
    }
}

/// The arrow keys move in the list again.
pub(super) fn leave(page: &mut SearchPage) {
    page.focus = Focus::List;
    page.panel.narrowed.clear();
}

/// Goes to the facet so many steps further on, and opens it.
pub(super) fn next_facet(page: &mut SearchPage, cx: PageContext<'_>, steps: isize) {
    let keys = Panel::of(page, cx).keys();
    if keys.is_empty() {
        return;
    }
    let at = page.panel.place.as_ref().and_then(|place| keys.iter().position(|key| *key == place.key)).unwrap_or(0);
    let facet = at.checked_add_signed(steps).unwrap_or(keys.len() - 1) % keys.len();
    if let Some(key) = keys.get(facet).copied() {
        page.panel.opened.insert(key, true);
        go_into(page, cx, key);
    }
}

/// The cursor goes to the first value of a facet, or to its heading where it is closed.
fn go_into(page: &mut SearchPage, cx: PageContext<'_>, key: FilterKey) {
    let rows = Panel::of(page, cx).rows();
    let heading = rows.iter().position(|row| row.key == key && row.id() == RowId::Heading);
    let value = rows.iter().position(|row| row.key == key && row.id() != RowId::Heading);
    if let Some(at) = value.or(heading) {
        page.panel.go(&rows, at);
    }
}

/// Moves the cursor through all rows of the panel.
pub(super) fn move_cursor(page: &mut SearchPage, cx: PageContext<'_>, action: Action) {
    let panel = Panel::of(page, cx);
    let rows = panel.rows();
    let (last, height) = (rows.len().saturating_sub(1), panel.height.saturating_sub(1).max(1));
    let at = page.panel.position(&rows);
    let to = match action {
        Action::SelectPrevious => at.saturating_sub(1),
        Action::SelectNext => at + 1,
        Action::PageUp => at.saturating_sub(height),
        Action::PageDown => at + height,
        Action::First => 0,
        _ => last,
    };
    page.panel.go(&rows, to.min(last));
}

/// Goes as far as the bar of the panel was drawn: what is shown follows the cursor.
pub(super) fn scroll_to(page: &mut SearchPage, cx: PageContext<'_>, along: Along) {
    page.focus = Focus::Filters;
    let rows = Panel::of(page, cx).rows();
    page.panel.go(&rows, along.up_to(rows.len().saturating_sub(1)));
}

/// Chooses the value under the cursor, or takes it back; opens or closes a facet; shows the rest of its values.
pub(super) fn toggle_row(page: &mut SearchPage, cx: PageContext<'_>) -> Vec<PageEffect> {
    let rows = Panel::of(page, cx).rows();
    let at = page.panel.position(&rows);
    let Some(row) = rows.get(at) else { return Vec::new() };
    let key = row.key;
    page.panel.go(&rows, at);
    match row.id() {
        RowId::Value(value) => return toggle(page, key, &value),
        RowId::Heading => open_or_close(page, cx, key),
        RowId::More => show_all(page, cx, key),
    }
    Vec::new()
}

pub(super) fn open_or_close(page: &mut SearchPage, cx: PageContext<'_>, key: FilterKey) {
    let open = Panel::of(page, cx).is_open(key);
    set_open(page, key, !open);
}

fn set_open(page: &mut SearchPage, key: FilterKey, open: bool) {
    page.focus = Focus::Filters;
    page.panel.opened.insert(key, open);
    page.panel.place = Some(PanelPlace { key, id: RowId::Heading });
}

/// Shows all values of a facet; the cursor goes to the first of those that were not shown.
pub(super) fn show_all(page: &mut SearchPage, cx: PageContext<'_>, key: FilterKey) {
    page.focus = Focus::Filters;
    let rows = Panel::of(page, cx).rows();
    let more = rows.iter().position(|row| row.key == key && row.id() == RowId::More);
    page.panel.whole.insert(key);
    let rows = Panel::of(page, cx).rows();
    page.panel.go(&rows, more.unwrap_or(0).min(rows.len().saturating_sub(1)));
}

/// Typed text narrows the values; a blank chooses.
pub(super) fn on_text(page: &mut SearchPage, cx: PageContext<'_>, text: &str) -> Vec<PageEffect> {
    if text == " " {
        return toggle_row(page, cx);
    }
    page.panel.narrowed.push_str(text);
    narrowed(page, cx);
    Vec::new()
}

/// What edits the search line elsewhere.
pub(super) fn edit(page: &mut SearchPage, cx: PageContext<'_>, action: Action) {
    match action {
        Action::CursorStart => move_cursor(page, cx, Action::First),
        Action::CursorEnd => move_cursor(page, cx, Action::Last),
        Action::CursorLeft | Action::CursorRight => {
            let rows = Panel::of(page, cx).rows();
            let key = rows.get(page.panel.position(&rows)).map(|row| row.key);
            key.into_iter().for_each(|key| set_open(page, key, action == Action::CursorRight));
        }
        Action::DeleteBack if page.panel.narrowed.pop().is_some() => narrowed(page, cx),
        Action::ClearLine | Action::DeleteWordBack => {
            page.panel.narrowed.clear();
            narrowed(page, cx);
        }
        _ => {}
    }
}

/// Shows all values again; false when none are hidden.
pub(super) fn widen(page: &mut SearchPage) -> bool {
    let narrowed = !page.panel.narrowed.is_empty();
    page.panel.narrowed.clear();
    narrowed
}

/// Other values are shown: the cursor goes to the first of them.
fn narrowed(page: &mut SearchPage, cx: PageContext<'_>) {
    let rows = Panel::of(page, cx).rows();
    let first = rows.iter().position(|row| matches!(row.id(), RowId::Value(_)));
    page.panel.go(&rows, first.unwrap_or(0));
}

/// Chooses a value, or takes it back.
pub(super) fn toggle(page: &mut SearchPage, key: FilterKey, value: &str) -> Vec<PageEffect> {
    page.filters.toggle(key, value);
    page.search()
}

/// Takes the filter back that was chosen last.
pub(super) fn remove_last(page: &mut SearchPage) -> Vec<PageEffect> {
    let last = page.filters.iter().last().map(|(key, value)| (key, value.to_owned()));
    match last {
        Some((key, value)) => toggle(page, key, &value),
        None => Vec::new(),
    }
}

pub(super) fn clear(page: &mut SearchPage) -> Vec<PageEffect> {
    page.filters = Filters::default();
    page.search()
}

/// Draws the chosen filters, and how many of them do not fit.
pub(super) fn draw_chips(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) {
    if area.is_empty() {
        return;
    }
    let chosen: Vec<_> = page.filters.iter().map(|(key, value)| (key, value.to_owned())).collect();
    let mut x = area.x;
    for (number, (key, value)) in chosen.iter().enumerate() {
        let label = chip(canvas, *key, value);
        let last = number + 1 == chosen.len();
        let room = area.right().saturating_sub(if last { 0 } else { COUNTER });
        if x.saturating_add(columns(&label)) > room {
            let more = format!("+{}", chosen.len() - number);
            let style = canvas.style(Role::Chip);
            canvas.line(Rect { x, width: area.right().saturating_sub(x), ..area }, Line::styled(more, style));
            return;
        }
        let chip = Rect { x, width: columns(&label), ..area };
        let style = canvas.style(Role::Chip);
        canvas.line(chip, Line::styled(label, style));
        canvas.layout.add(chip, ClickTarget::Chip(*key, value.clone()));
        x += chip.width + 1;
    }
}

fn chip(canvas: &Canvas<'_, '_>, key: FilterKey, value: &str) -> String {
    let name = canvas.text(&format!("filter-{}", key.name()));
    let label = match &canvas.session.register {
        Some(register) => FilterValues::new(register, &canvas.ui.texts).label(key, value),
        None => value.to_owned(),
    };
    let end = fitting(&label, LONGEST_LABEL);
    let more = if end < label.len() { "…" } else { "" };
    format!("[{name}: {}{more} ×]", &label[..end])
}
