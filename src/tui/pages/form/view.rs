//! How a form is drawn: fields in groups, the cursor in one of them, what is wrong with it, the entry beside it.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{content::FieldContent, field::FormField, picker, state::FormPage};
use crate::{
    base::Text,
    catalogue::{Record, read_entry, typed_text},
    locale::fields,
    tui::{Canvas, ClickTarget, Marked, Role, columns, ending, widgets::sheet},
};

/// From this width on the entry stands beside its form.
const WITH_PREVIEW: u16 = 120;
/// Rows for help and faults below the fields.
const PANEL: u16 = 4;
/// Columns of a label, and of the mark before it.
const LABEL: u16 = 27;
/// Rows of a long text that is being written, and of one that is not.
const LONG: usize = 10;
const SHORT: usize = 3;
/// Columns of a list of choices, where there are so many.
const CHOICES: u16 = 50;
/// Columns of a value that are set at most.
const WIDEST: usize = 4_000;

/// Draws the form; returns where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, form: &FormPage) -> Option<Position> {
    draw_head(canvas, Rect { height: 1, ..area }, form);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if form.preview {
        draw_preview(canvas, body, form);
        return None;
    }
    let wide = area.width >= WITH_PREVIEW;
    let width = if wide { area.width * 11 / 20 } else { area.width };
    let advice = advice(canvas, form, usize::from(width));
    let least = if body.height > 12 { PANEL } else { body.height.min(2) };
    let panel = (advice.len() as u16 + 1).clamp(least, least.max(body.height / 2));
    let fields = Rect { width, height: body.height - panel, ..body };
    let cursor = draw_fields(canvas, fields, form);
    draw_advice(canvas, Rect { y: fields.bottom(), width, height: panel, ..body }, advice);
    if wide {
        canvas.separator(Rect { x: area.x + width + 1, width: 1, ..body }, Role::Border);
        draw_preview(canvas, Rect { x: area.x + width + 3, width: area.width - width - 3, ..body }, form);
    }
    cursor
}

fn draw_head(canvas: &mut Canvas<'_, '_>, area: Rect, form: &FormPage) {
    let texts = &canvas.ui.texts;
    let title = form.fields.iter().find(|field| field.field.name() == "title");
    let title = Text::line(&title.map(|field| field.content.text()).unwrap_or_default()).to_string();
    let title = match &form.id {
        Some(id) if title.is_empty() => id.to_string(),
        _ => title,
    };
    let key = if form.id.is_some() { "form-heading-edit" } else { "form-heading-new" };
    let heading = texts.with(key, &[("title", title.into())]);
    let (errors, warnings) = form.counts();
    // Of a new entry everything is new.
    let changes: i64 = match form.id {
        None => -1,
        Some(_) if form.is_changed() => form.changes().len().max(1) as i64,
        Some(_) => 0,
    };
    let args = [("changes", changes.into()), ("errors", errors.into()), ("warnings", warnings.into())];
    let counts = texts.with("form-counts", &args);
    let counts = counts.trim_start_matches([' ', '·']).to_owned();
    let width = columns(&counts);
    let room = usize::from(area.width.saturating_sub(width + 2));
    let style = canvas.style(Role::Heading);
    canvas.line(area, Line::from(Marked::plain(&heading, style).cut(room)));
    canvas.right(area, counts, width, if errors > 0 { Role::Error } else { Role::Muted });
}

/// One field as it is set: the rows that it takes.
struct FieldBlock {
    at: usize,
    /// A heading with a blank row before it.
    heading: usize,
    rows: usize,
}

fn draw_fields(canvas: &mut Canvas<'_, '_>, area: Rect, form: &FormPage) -> Option<Position> {
    let label = LABEL.min(area.width / 2);
    let width = usize::from(area.width.saturating_sub(label + 1)).max(1);
    let blocks: Vec<FieldBlock> = (0..form.fields.len()).map(|at| block(canvas, form, at, width)).collect();
    let starts: Vec<usize> = blocks
        .iter()
        .scan(0, |y, block| {
            let start = *y;
            *y += block.heading + block.rows;
            Some(start)
        })
        .collect();
    let total = starts.last().zip(blocks.last()).map_or(0, |(start, block)| start + block.heading + block.rows);
    let top = top(&blocks, &starts, total, form.at, usize::from(area.height));
    let mut cursor = None;
    for (block, start) in blocks.iter().zip(starts) {
        let y = start as isize - top as isize;
        if let Some(row) = row_of(area, y + block.heading as isize - 1).filter(|_| block.heading > 0) {
            draw_group(canvas, row, form, block.at);
        }
        let found = draw_field(canvas, area, y + block.heading as isize, block, form, label);
        cursor = cursor.or(found);
    }
    // Above all fields, at the one that it belongs to.
    let at = cursor.filter(|_| form.picker.is_some());
    let row = at.map(|at| {
        // On a narrow screen the names need the room of the labels.
        let x = at.x.min(area.right().saturating_sub(CHOICES)).max(area.x);
        Rect { x, y: at.y, width: area.right().saturating_sub(x), height: 1 }
    });
    let picker = row.zip(form.picker.as_ref());
    picker.and_then(|(row, picker)| picker::draw(canvas, row, area, picker)).or(cursor)
}

/// The first row that is shown: the field with the cursor lies whole on the screen, with some of what precedes it.
fn top(blocks: &[FieldBlock], starts: &[usize], total: usize, at: usize, height: usize) -> usize {
    let (Some(block), Some(start)) = (blocks.get(at), starts.get(at)) else { return 0 };
    let end = start + block.heading + block.rows;
    let comfortable = start.saturating_sub(height / 3);
    // Where not even the heading has room, the field has.
    comfortable.max(end.saturating_sub(height)).min(start + block.heading).min(total.saturating_sub(height))
}

fn row_of(area: Rect, y: isize) -> Option<Rect> {
    let y = u16::try_from(y).ok().filter(|y| *y < area.height)?;
    Some(Rect { y: area.y + y, height: 1, ..area })
}

fn block(canvas: &Canvas<'_, '_>, form: &FormPage, at: usize, width: usize) -> FieldBlock {
    let heading = if !form.opens_group(at) { 0 } else { 1 + usize::from(at > 0) };
    let Some(field) = form.fields.get(at) else { return FieldBlock { at, heading, rows: 1 } };
    let lines = || shown(canvas, form, field).lines().map(|line| wrapped(line, width)).sum::<usize>();
    let rows = match (&field.content, at == form.at) {
        (FieldContent::Typed { long: true, .. }, true) => (lines() + 1).clamp(SHORT, LONG),
        (FieldContent::Typed { long: true, .. }, false) => lines().clamp(1, SHORT),
        (FieldContent::Chosen { .. }, true) => lines().clamp(1, SHORT),
        _ => 1,
    };
    FieldBlock { at, heading, rows }
}

fn wrapped(line: &str, width: usize) -> usize {
    Marked::plain(line, Style::default()).wrap(width, Vec::new(), 0).len()
}

/// What is in a field, as it is read.
fn shown(canvas: &Canvas<'_, '_>, form: &FormPage, field: &FormField) -> String {
    let text = match &field.content {
        // Free places take today along, and one sees it.
        content if field.field.name() == "capacity.as_of" && !content.is_touched() => {
            let set = form.changes().into_iter().find(|change| change.field == field.field);
            let set = set.and_then(|change| change.value).or_else(|| field.held.clone());
            set.map(|value| typed_text(&value, canvas.ui.texts.lang().has_iso_days())).unwrap_or_default()
        }
        FieldContent::Typed { .. } => field.content.text(),
        FieldContent::Chosen { codes, .. } => {
            let texts = &canvas.ui.texts;
            let label = |code: &String| fields::localize_option(field.field, code, &form.register, texts);
            codes.iter().map(label).collect::<Vec<_>>().join(", ")
        }
    };
    let end = text.char_indices().nth(WIDEST).map_or(text.len(), |(end, _)| end);
    Text::paragraphs(&text[..end]).to_string()
}

fn draw_group(canvas: &mut Canvas<'_, '_>, row: Rect, form: &FormPage, at: usize) {
    let Some(field) = form.fields.get(at) else { return };
    let label = canvas.text(&format!("form-group-{}", field.field.group.code()));
    let style = canvas.style(Role::Heading);
    canvas.line(row, Line::styled(label, style));
}

fn draw_field(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    y: isize,
    block: &FieldBlock,
    form: &FormPage,
    label: u16,
) -> Option<Position> {
    let field = form.fields.get(block.at)?;
    let current = block.at == form.at;
    let value = Rect { x: area.x + label + 1, width: area.width.saturating_sub(label + 1), ..area };
    if let Some(row) = row_of(area, y) {
        let first = Rect { width: label, ..row };
        draw_label(canvas, first, form, field, current);
        canvas.layout.add(Rect { height: 1, ..row }, ClickTarget::Field(block.at));
    }
    match &field.content {
        FieldContent::Typed { area: text, .. } if current => {
            let first = row_of(value, y)?;
            let rows = (block.rows as u16).min(value.bottom().saturating_sub(first.y));
            let inner = Rect { height: rows, ..first };
            let style = canvas.style(Role::Input);
            // First the theme, so that the marked selection lies over it.
            canvas.frame.buffer_mut().set_style(inner, style);
            canvas.frame.render_widget(&**text, inner);
            let (top, left) = text.scroll_offset();
            let at = text.screen_cursor();
            let column = (at.col as u16).saturating_sub(left).min(inner.width.saturating_sub(1));
            let row = (at.row as u16).saturating_sub(top).min(inner.height.saturating_sub(1));
            Some(Position::new(inner.x + column, inner.y + row))
        }
        _ => {
            let text = shown(canvas, form, field);
            let hint = current && text.is_empty();
            let text = if hint { canvas.text("form-choose") } else { text };
            let role = if hint {
                Role::Placeholder
            } else if current {
                Role::Input
            } else {
                Role::Text
            };
            let style = canvas.style(role);
            draw_value(canvas, value, y, block.rows, &text, style);
            let first = row_of(value, y).filter(|_| current)?;
            Some(Position::new(first.x, first.y))
        }
    }
}

fn draw_value(canvas: &mut Canvas<'_, '_>, area: Rect, y: isize, rows: usize, text: &str, style: Style) {
    let width = usize::from(area.width);
    let mut lines: Vec<Line<'static>> =
        text.lines().flat_map(|line| Marked::plain(line, style).wrap(width, Vec::new(), 0)).collect();
    ending(&mut lines, rows, width);
    for (number, line) in lines.into_iter().enumerate() {
        if let Some(row) = row_of(area, y + number as isize) {
            canvas.line(row, line);
        }
    }
}

/// The label with its marks: where the cursor is, what is wrong, what was changed. Nothing is said by colour alone.
fn draw_label(canvas: &mut Canvas<'_, '_>, area: Rect, form: &FormPage, field: &FormField, current: bool) {
    let fault = form.fault_of(field.field);
    let changed = field.value().as_ref() != Ok(&field.held);
    let (mark, role) = match fault {
        Some(fault) if fault.is_error() => ("!", Role::Error),
        Some(_) => ("?", Role::Warning),
        None if changed => ("*", Role::Accent),
        None => (" ", Role::Key),
    };
    let label = canvas.text(&field.field.text_key());
    let arrow = if current { "›" } else { " " };
    let label_role = if current { Role::Selected } else { Role::Key };
    let styles = [canvas.style(Role::Accent), canvas.style(role), canvas.style(label_role)];
    let room = usize::from(area.width).saturating_sub(3);
    let mut spans = vec![Span::styled(arrow, styles[0]), Span::styled(mark, styles[1])];
    spans.extend(Marked::plain(&label, styles[2]).cut(room));
    canvas.line(area, Line::from(spans));
}

/// Below the fields: what there is to say of the one with the cursor.
fn draw_advice(canvas: &mut Canvas<'_, '_>, area: Rect, mut lines: Vec<Line<'static>>) {
    if area.height == 0 {
        return;
    }
    let width = usize::from(area.width);
    let rule = canvas.rule(width);
    canvas.line(area, rule);
    ending(&mut lines, usize::from(area.height - 1), width);
    canvas.lines(Rect { y: area.y + 1, height: area.height - 1, ..area }, lines);
}

/// What one should know about the form, what is wrong with the field, and what belongs into it.
fn advice(canvas: &Canvas<'_, '_>, form: &FormPage, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.ui.texts;
    let mut lines = Vec::new();
    let Some(field) = form.current() else { return lines };
    for (notice, role) in notices(canvas, form) {
        lines.extend(canvas.wrap(&notice, role, width));
    }
    if let Some(fault) = form.fault_of(field.field) {
        let role = if fault.is_error() { Role::Error } else { Role::Warning };
        lines.extend(canvas.wrap(&fault.sentence(texts), role, width));
    }
    lines.extend(canvas.wrap(&texts.get(&format!("{}-help", field.field.text_key())), Role::Muted, width));
    lines
}

/// What one should know about the form as a whole.
fn notices(canvas: &Canvas<'_, '_>, form: &FormPage) -> Vec<(String, Role)> {
    let texts = &canvas.ui.texts;
    let mut notices = Vec::new();
    if form.saving {
        notices.push((texts.get("form-saving").into_owned(), Role::Accent));
    }
    if form.overtaken {
        notices.push((texts.get("form-overtaken").into_owned(), Role::Warning));
    }
    let needed: Vec<String> = form.needed().into_iter().map(|field| field.localize(texts)).collect();
    if !needed.is_empty() {
        notices.push((texts.with("form-needed", &[("fields", needed.join(", ").into())]), Role::Text));
    }
    if let Some(other) = form.others.first() {
        let who = other.localize(texts);
        notices.push((texts.with("form-others", &[("who", who.into())]), Role::Warning));
    }
    notices
}

/// The entry as the caseworker will see it.
fn draw_preview(canvas: &mut Canvas<'_, '_>, area: Rect, form: &FormPage) {
    let id = form.id_now().map_or_else(|| "neu".to_owned(), |id| id.to_string());
    let text = form.text().unwrap_or_default();
    let read = read_entry(&id, &text, &form.register, canvas.ui.today);
    match read.measure {
        Some(measure) => {
            sheet::draw_record(canvas, area, &Record::Measure(Box::new(measure)), &form.register, form.preview_top)
        }
        None => {
            let lines = canvas.wrap(&canvas.text("form-no-preview"), Role::Muted, usize::from(area.width));
            canvas.lines(area, lines);
        }
    }
}
