//! The list of choices of a field, below or above it, narrowed down while one types.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    german::fold,
    tui::{Canvas, ClickTarget, Marked, Role, columns},
};

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
    /// Whether there may be several.
    pub multiple: bool,
}

impl Picker {
    /// A list in which the first chosen one is marked.
    pub(super) fn open(options: Vec<(String, String)>, chosen: &[String], multiple: bool) -> Self {
        let at = chosen.first().and_then(|code| options.iter().position(|(known, _)| known == code)).unwrap_or(0);
        Self { options, filter: String::new(), at, chosen: chosen.to_vec(), multiple }
    }

    /// The choices that what was typed leaves: every word begins one of theirs.
    pub(super) fn shown(&self) -> Vec<&(String, String)> {
        let wanted: Vec<String> = self.filter.split_whitespace().map(fold).collect();
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
        self.at = 0;
    }

    /// Takes the last letter back; false when there is none.
    pub(super) fn delete(&mut self) -> bool {
        self.at = 0;
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
    let room = below.max(above).min(ROWS + 1);
    let rows = (options.len() as u16).clamp(1, ROWS).min(room.saturating_sub(1));
    let height = rows + 1;
    let y = if below >= height { field.y + 1 } else { field.y.saturating_sub(height) };
    let area = Rect { y, height: height.min(within.bottom().saturating_sub(y)), ..field };
    canvas.clear(area);
    let cursor = draw_filter(canvas, Rect { height: 1, ..area }, &picker.filter);
    if options.is_empty() {
        let text = canvas.text("form-no-choice");
        let style = canvas.style(Role::Muted);
        canvas.line(Rect { y: area.y + 1, height: 1, ..area }, Line::styled(text, style));
        return cursor;
    }
    let top = picker.at.saturating_sub(usize::from(rows).saturating_sub(1));
    for (number, option) in options.iter().enumerate().skip(top).take(usize::from(rows)) {
        let row = Rect { y: area.y + 1 + (number - top) as u16, height: 1, ..area };
        let marked = number == picker.at;
        let chosen = picker.chosen.contains(&option.0);
        draw_option(canvas, row, option, marked, chosen, picker.multiple);
        canvas.layout.add(row, ClickTarget::Choice(number));
    }
    cursor
}

fn draw_filter(canvas: &mut Canvas<'_, '_>, row: Rect, typed: &str) -> Option<Position> {
    let prompt = format!("{}: ", canvas.text("form-filter"));
    let width = usize::from(row.width.saturating_sub(columns(&prompt)));
    let styles = [canvas.style(Role::Key), canvas.style(Role::Input)];
    let mut spans = vec![Span::styled(prompt.clone(), styles[0])];
    spans.extend(Marked::plain(typed, styles[1]).cut(width));
    canvas.line(row, Line::from(spans));
    let column = columns(&prompt).saturating_add(columns(typed)).min(row.width.saturating_sub(1));
    Some(Position::new(row.x + column, row.y))
}

fn draw_option(
    canvas: &mut Canvas<'_, '_>,
    row: Rect,
    (code, label): &(String, String),
    marked: bool,
    chosen: bool,
    multiple: bool,
) {
    let style = canvas.style(if marked { Role::Selected } else { Role::Chip });
    let box_ = match (multiple, chosen) {
        (true, true) => "[x] ",
        (true, false) => "[ ] ",
        (false, true) => "(•) ",
        (false, false) => "( ) ",
    };
    let text =
        if code.is_empty() || label.eq_ignore_ascii_case(code) { label.clone() } else { format!("{label} ({code})") };
    let mut spans = vec![Span::raw(if marked { "›" } else { " " }), Span::raw(box_)];
    spans.extend(Marked::plain(&text, style).cut(usize::from(row.width).saturating_sub(5)));
    canvas.line(row, Line::from(spans).style(style));
}
