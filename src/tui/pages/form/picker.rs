//! A list above the form, narrowed down while one types: the choices of a field, or the fields to go to.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    catalogue::Field,
    german::fold,
    tui::{Canvas, ClickTarget, Marked, Role, columns, widgets::choices},
};

/// What a list is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PickerAim {
    /// To choose one.
    One,
    /// To choose several.
    Several,
    /// To go to a field.
    Field,
}

/// Most choices that are shown at once.
const ROWS: u16 = 10;

#[derive(Clone, Debug)]
pub(super) struct Picker {
    /// Codes with their labels. An empty code stands for no choice.
    options: Vec<(String, String)>,
    /// What was typed to narrow the list down.
    pub filter: String,
    /// Position of the marked one among those that are shown.
    pub at: usize,
    pub chosen: Vec<String>,
    pub aim: PickerAim,
    /// True when the last key has moved the mark: a screen reader's cursor follows it.
    moved: bool,
    /// What stands in the frame.
    title: String,
}

impl Picker {
    /// A list in which the first chosen one is marked.
    pub(super) fn open(title: String, options: Vec<(String, String)>, chosen: &[String], aim: PickerAim) -> Self {
        let at = chosen.first().and_then(|code| options.iter().position(|(known, _)| known == code)).unwrap_or(0);
        Self { options, filter: String::new(), at, chosen: chosen.to_vec(), aim, moved: false, title }
    }

    /// The choices that what was typed leaves: every word begins one of theirs. Of a field any part of its name is
    /// enough; those of which it is the beginning come first.
    pub(super) fn shown(&self) -> Vec<&(String, String)> {
        let wanted: Vec<String> = self.filter.split_whitespace().map(fold).collect();
        if self.aim == PickerAim::Field {
            let fits = |(_, label): &&(String, String)| {
                let label = fold(label);
                wanted.iter().all(|word| label.contains(word))
            };
            let mut fields: Vec<_> = self.options.iter().filter(fits).collect();
            let first = wanted.first().map_or("", String::as_str);
            let rank = |label: &str| (!label.starts_with(first), !begins(label, first));
            fields.sort_by_key(|(_, label)| rank(&fold(label)));
            return fields;
        }
        let fits = |(code, label): &&(String, String)| {
            let names = [fold(label), fold(code)];
            wanted.iter().all(|word| names.iter().any(|name| begins(name, word)))
        };
        self.options.iter().filter(fits).collect()
    }

    pub(super) fn marked(&self) -> Option<&(String, String)> {
        self.shown().get(self.at).copied()
    }

    pub(super) fn type_text(&mut self, typed: &str) {
        self.filter.push_str(&typed.replace('\n', " "));
        (self.at, self.moved) = (0, false);
    }

    /// Takes the last letter back; false when there is none.
    pub(super) fn delete(&mut self) -> bool {
        (self.at, self.moved) = (0, false);
        self.filter.pop().is_some()
    }

    /// Shows everything again; the mark stays with its choice.
    pub(super) fn clear_filter(&mut self) {
        let marked = self.marked().map(|option| option.0.clone());
        self.filter.clear();
        self.at = marked.and_then(|code| self.options.iter().position(|(known, _)| *known == code)).unwrap_or(0);
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.shown().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.moved = true;
    }
}

fn begins(name: &str, word: &str) -> bool {
    name.match_indices(word)
        .any(|(at, _)| name[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()))
}

/// Draws the list at the row of its field; returns where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, field: Rect, within: Rect, picker: &Picker) -> Option<Position> {
    let options = picker.shown();
    let below = within.bottom().saturating_sub(field.y + 1);
    let above = field.y.saturating_sub(within.y);
    // The line that narrows the list down, and the frame.
    let around = if choices::is_framed(canvas) { 3 } else { 1 };
    let room = below.max(above).min(ROWS + around);
    let rows = (options.len() as u16).clamp(1, ROWS).min(room.saturating_sub(around));
    let height = rows + around;
    let y = if below >= height { field.y + 1 } else { field.y.saturating_sub(height) };
    let whole = Rect { y, height: height.min(within.bottom().saturating_sub(y)), ..field };
    // What lies below cannot be clicked.
    canvas.layout.add(whole, ClickTarget::Overlay);
    let area = choices::open(canvas, whole, &picker.title);
    let mut cursor = draw_filter(canvas, Rect { height: 1.min(area.height), ..area }, picker, options.len());
    if options.is_empty() {
        let text = canvas.text("form-no-choice");
        let style = canvas.style(Role::Muted);
        canvas.line(Rect { y: area.y + 1, height: 1, ..area }, Line::styled(text, style));
        return cursor;
    }
    let rows = area.height.saturating_sub(1);
    let top = picker.at.saturating_sub(usize::from(rows).saturating_sub(1));
    for (number, option) in options.iter().enumerate().skip(top).take(usize::from(rows)) {
        let row = Rect { y: area.y + 1 + (number - top) as u16, height: 1, ..area };
        let marked = number == picker.at;
        let chosen = picker.chosen.contains(&option.0);
        draw_option(canvas, row, option, marked, chosen, picker.aim);
        canvas.layout.add(row, ClickTarget::Choice(number));
        if marked && picker.moved && canvas.ui.settings.screen_reader {
            cursor = Some(row.as_position());
        }
    }
    cursor
}

/// What was typed, and which of how many is marked.
fn draw_filter(canvas: &mut Canvas<'_, '_>, row: Rect, picker: &Picker, count: usize) -> Option<Position> {
    let typed = &picker.filter;
    let prompt = canvas.text(if picker.aim == PickerAim::Field { "form-find" } else { "form-filter" });
    let prompt = format!("{prompt}: ");
    let width = usize::from(row.width.saturating_sub(columns(&prompt)));
    let styles = [canvas.style(Role::Key), canvas.style(Role::Input)];
    let mut spans = vec![Span::styled(prompt.clone(), styles[0])];
    spans.extend(Marked::plain(typed, styles[1]).cut(width));
    canvas.line(row, Line::from(spans));
    let mut place = if count > 0 { choices::place(canvas, picker.at, count) } else { String::new() };
    // Who hears the screen hears the row of the cursor, and what Enter would take.
    if let Some((_, label)) = picker.marked().filter(|_| canvas.ui.settings.screen_reader) {
        place = format!("{label}, {place}");
    }
    let width = columns(&place);
    if columns(&prompt).saturating_add(columns(typed)).saturating_add(width + 2) <= row.width {
        canvas.right(row, place, width, Role::Count);
    }
    let column = columns(&prompt).saturating_add(columns(typed)).min(row.width.saturating_sub(1));
    Some(Position::new(row.x + column, row.y))
}

fn draw_option(
    canvas: &mut Canvas<'_, '_>,
    row: Rect,
    (code, label): &(String, String),
    marked: bool,
    chosen: bool,
    aim: PickerAim,
) {
    let style = canvas.style(if marked { Role::Selected } else { Role::Text });
    let box_ = match (aim, chosen) {
        (PickerAim::Several, true) => "[x] ",
        (PickerAim::Several, false) => "[ ] ",
        (PickerAim::One, true) => "(•) ",
        (PickerAim::One, false) => "( ) ",
        (PickerAim::Field, _) => " ",
    };
    let group = Field::named(code).filter(|_| aim == PickerAim::Field).map(|field| field.group.code());
    let text = match group {
        Some(group) => format!("{label} · {}", canvas.text(&format!("form-group-{group}"))),
        None if code.is_empty() || label.eq_ignore_ascii_case(code) => label.clone(),
        None => format!("{label} ({code})"),
    };
    let mut spans = vec![Span::raw(if marked { "›" } else { " " }), Span::raw(box_)];
    spans.extend(Marked::plain(&text, style).cut(usize::from(row.width).saturating_sub(5)));
    canvas.line(row, Line::from(spans).style(style));
}
