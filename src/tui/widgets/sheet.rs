//! An entry as it is read: its sheet, set for the width, with the found words marked.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    catalogue::{Kind, Record, Register},
    consultation::{Sheet, SheetBlock},
    tui::{Canvas, Marked, Role, columns},
};

/// Bytes of one text that are set. More than anybody reads; a file may hold a megabyte, and a frame has milliseconds.
const LONGEST_TEXT: usize = 16_000;
/// Lines of one entry that are set, for the same reason.
const MOST_LINES: usize = 2_000;
/// Columns by which the value of a field is indented where it runs on.
const INDENT: usize = 2;

/// Draws a record from the line `top` on, as whoever looks on may see it.
pub(crate) fn draw_record(canvas: &mut Canvas<'_, '_>, area: Rect, record: &Record, register: &Register, top: usize) {
    let sheet = Sheet::of(record, register, &canvas.ui.texts, canvas.session.audience);
    let setter = Setter { canvas, width: usize::from(area.width) };
    let mut lines = setter.sheet(&sheet);
    if record.kind() != Kind::Measure {
        lines.push(Line::default());
        lines.extend(setter.text(&canvas.text("screen-open-offers"), Role::Muted, Vec::new(), 0));
    }
    // Where the entry goes on, the last row says so.
    let whole = usize::from(area.height);
    let height = if lines.len() > whole { whole.saturating_sub(1).max(1) } else { whole };
    canvas.layout.entry_lines = lines.len();
    canvas.layout.entry_height = height;
    let top = top.min(lines.len().saturating_sub(height));
    let below = lines.len().saturating_sub(top + height);
    canvas.lines(area, lines.into_iter().skip(top).take(height));
    if below > 0 {
        more(canvas, area, below);
    }
}

/// Says at the lower border that the entry goes on.
pub(crate) fn more(canvas: &mut Canvas<'_, '_>, area: Rect, lines: usize) {
    let texts = &canvas.ui.texts;
    let label = format!(" ↓ {} ", texts.with("screen-more-lines", &[("count", lines.into())]));
    let width = columns(&label);
    canvas.right(Rect { y: area.bottom() - 1, height: 1, ..area }, label, width, Role::Count);
}

struct Setter<'c, 'a, 'f> {
    canvas: &'c Canvas<'a, 'f>,
    width: usize,
}

impl Setter<'_, '_, '_> {
    fn sheet(&self, sheet: &Sheet) -> Vec<Line<'static>> {
        let short = sheet.short.as_ref().map(|short| format!(" ({short})")).unwrap_or_default();
        let mut lines = self.text(&format!("{}{short}", sheet.title), Role::Heading, Vec::new(), 0);
        lines.extend(self.text(&sheet.subtitle, Role::Muted, Vec::new(), 0));
        lines.push(Line::default());
        let mut before: Option<&SheetBlock> = None;
        for block in &sheet.blocks {
            if lines.len() > MOST_LINES {
                break;
            }
            if before.is_some_and(|before| needs_gap(before, block)) {
                lines.push(Line::default());
            }
            lines.extend(self.block(block));
            before = Some(block);
        }
        lines
    }

    fn block(&self, block: &SheetBlock) -> Vec<Line<'static>> {
        match block {
            SheetBlock::Lead(text) | SheetBlock::Paragraph(text) => self.text(text, Role::Text, Vec::new(), 0),
            SheetBlock::Heading(text) => self.text(text, Role::Heading, Vec::new(), 0),
            SheetBlock::Bullet(text) => self.text(text, Role::Text, vec![self.span("• ", Role::Text)], INDENT),
            SheetBlock::Field { label, value } => {
                self.text(value, Role::Text, vec![self.span(&format!("{label}: "), Role::Key)], INDENT)
            }
            SheetBlock::Internal(text) => {
                let label = format!("{}: ", self.canvas.text("field-internal_note"));
                self.text(text, Role::Warning, vec![self.span(&label, Role::Warning)], INDENT)
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
