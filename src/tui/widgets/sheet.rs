//! An entry as it is read: its sheet, set for the width, with the found words marked.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::scroll::Scroll;
use crate::{
    catalogue::{Availability, Kind, Record, Register},
    consultation::{KeyFact, KeyFactKind, Sheet, SheetBlock},
    tui::{Canvas, Marked, Role, columns, ending},
};

/// Bytes of one text that are set. More than anybody reads; a file may hold a megabyte, and a frame has milliseconds.
const LONGEST_TEXT: usize = 16_000;
/// Lines of one entry that are set, for the same reason.
const MOST_LINES: usize = 2_000;
/// Columns by which the value of a field is indented where it runs on.
const INDENT: usize = 2;

/// Rows of a title that are shown: it stays while the text below it is scrolled.
const TITLE_ROWS: usize = 2;
/// Rows of a fact that the text says whole further down.
const FACT_ROWS: usize = 2;
/// Columns below which the labels of facts do not stand in a column of their own.
const ROOM_FOR_LABELS: usize = 30;

/// Draws a record from the line `top` on, as whoever looks on may see it. Where it goes on, the last row says so.
pub(crate) fn draw_record(canvas: &mut Canvas<'_, '_>, area: Rect, record: &Record, register: &Register, top: usize) {
    let text = set(canvas, area, record, register);
    let head = text.head_rows(area);
    let whole = usize::from(area.height.saturating_sub(head));
    let rows = if text.body.len() > whole { area.height.saturating_sub(1).max(1) } else { area.height };
    let scroll = text.draw(canvas, Rect { height: rows, ..area }, top);
    if !scroll.is_whole() {
        scroll.draw_label(canvas, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area });
    }
}

/// The same in a pane, whose border says where it goes on.
pub(crate) fn draw_in_pane(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    record: &Record,
    register: &Register,
    top: usize,
) -> Scroll {
    set(canvas, area, record, register).draw(canvas, area, top)
}

/// A record, set in lines: what stays above, and what is scrolled below it.
struct SetSheet {
    head: Vec<Line<'static>>,
    body: Vec<Line<'static>>,
}

fn set(canvas: &Canvas<'_, '_>, area: Rect, record: &Record, register: &Register) -> SetSheet {
    let sheet = Sheet::of(record, register, &canvas.ui.texts, canvas.session.audience, canvas.ui.today);
    let setter = Setter { canvas, width: usize::from(area.width) };
    let mut body = setter.body(&sheet);
    if record.kind() != Kind::Measure {
        body.push(Line::default());
        body.extend(setter.text(&canvas.text("screen-open-offers"), Role::Muted, Vec::new(), 0));
    }
    SetSheet { head: setter.head(&sheet), body }
}

impl SetSheet {
    /// What stays takes at most half of the area.
    fn head_rows(&self, area: Rect) -> u16 {
        (self.head.len() as u16).min(area.height / 2)
    }

    fn draw(self, canvas: &mut Canvas<'_, '_>, area: Rect, top: usize) -> Scroll {
        let head = self.head_rows(area);
        canvas.lines(Rect { height: head, ..area }, self.head);
        let below = Rect { y: area.y + head, height: area.height - head, ..area };
        let (total, height) = (self.body.len(), usize::from(below.height));
        (canvas.layout.entry_lines, canvas.layout.entry_height) = (total, height);
        let top = top.min(total.saturating_sub(height));
        canvas.lines(below, self.body.into_iter().skip(top).take(height));
        Scroll::of_text(top, height, total)
    }
}

/// How the availability of an offer looks.
pub(crate) fn role_of(availability: Availability) -> Role {
    match availability {
        Availability::Now => Role::Available,
        Availability::Waiting => Role::Waiting,
        Availability::NotYet => Role::NotYet,
        Availability::Over => Role::Over,
    }
}

struct Setter<'c, 'a, 'f> {
    canvas: &'c Canvas<'a, 'f>,
    width: usize,
}

impl Setter<'_, '_, '_> {
    /// Title and status.
    fn head(&self, sheet: &Sheet) -> Vec<Line<'static>> {
        let mut lines = self.text(&sheet.heading(), Role::Heading, Vec::new(), 0);
        ending(&mut lines, TITLE_ROWS, self.width);
        let sign = sheet.availability.map(|state| self.span(&format!("{} ", state.sign()), role_of(state)));
        let role = sheet.availability.map_or(Role::Muted, role_of);
        lines.extend(self.text(&sheet.subtitle, role, sign.into_iter().collect(), INDENT));
        lines
    }

    fn body(&self, sheet: &Sheet) -> Vec<Line<'static>> {
        let mut lines = self.facts(sheet);
        let mut before: Option<&SheetBlock> = None;
        for block in &sheet.blocks {
            if lines.len() > MOST_LINES {
                break;
            }
            let gap = before.map_or(!lines.is_empty(), |before| needs_gap(before, block));
            if gap {
                lines.push(Line::default());
            }
            lines.extend(self.block(block));
            before = Some(block);
        }
        lines
    }

    /// The facts below each other, their labels in a column of their own.
    fn facts(&self, sheet: &Sheet) -> Vec<Line<'static>> {
        let labels = sheet.facts.iter().map(|fact| usize::from(columns(&fact.label))).max().unwrap_or(0) + 2;
        let aligned = self.width >= ROOM_FOR_LABELS && !self.canvas.ui.settings.screen_reader;
        let mut lines = Vec::new();
        for KeyFact { kind, label, value } in &sheet.facts {
            let (label, indent) =
                if aligned { (format!("{label:labels$}"), labels) } else { (format!("{label}: "), INDENT) };
            let role = match kind {
                KeyFactKind::Free => sheet.availability.map_or(Role::Text, role_of),
                KeyFactKind::Contact => Role::Accent,
                _ => Role::Text,
            };
            let mut fact = self.text(value, role, vec![self.span(&label, Role::Label)], indent);
            if *kind == KeyFactKind::Access {
                ending(&mut fact, FACT_ROWS, self.width);
            }
            lines.extend(fact);
        }
        lines
    }

    fn block(&self, block: &SheetBlock) -> Vec<Line<'static>> {
        match block {
            SheetBlock::Lead(text) | SheetBlock::Paragraph(text) => self.text(text, Role::Text, Vec::new(), 0),
            SheetBlock::Heading(text) => self.text(text, Role::Heading, Vec::new(), 0),
            SheetBlock::Bullet(text) => self.text(text, Role::Text, vec![self.span("• ", Role::Text)], INDENT),
            SheetBlock::Field { label, value } => {
                self.text(value, Role::Text, vec![self.span(&format!("{label}: "), Role::Label)], INDENT)
            }
            SheetBlock::Internal(text) => {
                let label = format!("{}: ", self.canvas.text("field-internal_note"));
                self.text(text, Role::Internal, vec![self.span(&label, Role::Internal)], INDENT)
            }
        }
    }

    fn span(&self, text: &str, role: Role) -> Span<'static> {
        Span::styled(text.to_owned(), self.canvas.style(role))
    }

    fn text(&self, text: &str, role: Role, first: Vec<Span<'static>>, indent: usize) -> Vec<Line<'static>> {
        let text = shortened(text);
        let marks = self.canvas.highlighter.map(|highlighter| highlighter.marks(text)).unwrap_or_default();
        let style: Style = self.canvas.style(role);
        let mark = self.canvas.style(Role::Match);
        Marked { text, marks: &marks, style, mark }.wrap(self.width, first, indent)
    }
}

/// The beginning of a text, at the border of a letter.
fn shortened(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST_TEXT)).rev().find(|end| text.is_char_boundary(*end));
    end.map_or(text, |end| &text[..end])
}

/// Fields and list items stand close together; everything else is set apart.
fn needs_gap(before: &SheetBlock, block: &SheetBlock) -> bool {
    let close = matches!(
        (before, block),
        (SheetBlock::Heading(_), _)
            | (SheetBlock::Field { .. }, SheetBlock::Field { .. })
            | (SheetBlock::Bullet(_), SheetBlock::Bullet(_) | SheetBlock::Field { .. })
            | (SheetBlock::Internal(_), SheetBlock::Internal(_))
            | (SheetBlock::Paragraph(_), SheetBlock::Bullet(_))
    );
    !close
}
