//! The command palette: every action that has a meaning here, found by its name or its key.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    german::fold,
    tui::{
        Action, Canvas, ClickTarget, KeyContext, Marked, Role, ScrollArea, UiContext, columns,
        widgets::{choices, pane::Pane, scroll::Scroll},
    },
};

/// Widest window.
const WIDTH: u16 = 70;
/// Most rows of actions.
const ROWS: u16 = 14;

/// Lists actions and takes what is typed to narrow them.
pub(crate) struct Palette {
    /// Where it was opened: the keys and meanings are those of this context.
    context: KeyContext,
    typed: String,
    selected: usize,
}

/// What becomes of the palette after a key.
pub(crate) enum PaletteStep {
    Stay,
    Close,
    /// It closes, and this is done.
    Run(Action),
}

/// An action with its name and keys in words.
struct PaletteRow {
    action: Action,
    name: String,
    keys: String,
}

impl Palette {
    pub(crate) fn new(context: KeyContext) -> Self {
        Self { context, typed: String::new(), selected: 0 }
    }

    /// Typed text narrows.
    pub(crate) fn on_text(&mut self, text: &str) {
        self.typed.push_str(text);
        self.selected = 0;
    }

    pub(crate) fn on_action(&mut self, ui: &UiContext, action: Action) -> PaletteStep {
        if choices::take_away(&mut self.typed, action) {
            self.selected = 0;
            return PaletteStep::Stay;
        }
        let commands = self.commands(ui);
        let last = commands.len().saturating_sub(1);
        let page = usize::from(ROWS);
        match action {
            Action::Activate => {
                return commands.get(self.selected).map_or(PaletteStep::Stay, |found| PaletteStep::Run(found.action));
            }
            Action::Back | Action::Palette => return PaletteStep::Close,
            Action::SelectPrevious => self.selected = self.selected.checked_sub(1).unwrap_or(last),
            Action::SelectNext => self.selected = if self.selected >= last { 0 } else { self.selected + 1 },
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.selected = (self.selected + page).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            _ => {}
        }
        PaletteStep::Stay
    }

    /// The number of an action was clicked.
    pub(crate) fn on_click(&mut self, ui: &UiContext, number: usize) -> PaletteStep {
        self.selected = number;
        self.on_action(ui, Action::Activate)
    }

    /// The actions whose name, keys or code have every typed word.
    fn commands(&self, ui: &UiContext) -> Vec<PaletteRow> {
        let wanted = fold(&self.typed);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let command = |action: Action| {
            let keys = ui.keymap.keys_for(self.context, action);
            let keys: Vec<String> = keys.iter().map(|key| key.localize(&ui.texts)).collect();
            PaletteRow { action, name: ui.text(&action.text_key()), keys: keys.join(", ") }
        };
        let offered = Action::ALL.into_iter().filter(|action| action.is_command());
        let offered = offered.filter(|action| ui.keeps() || !action.keeps_entries()).map(command);
        let fits = |command: &PaletteRow| {
            let text = format!("{} {} {}", fold(&command.name), fold(&command.keys), command.action.code());
            wanted.iter().all(|word| text.contains(word))
        };
        offered.filter(fits).collect()
    }

    /// Draws the window; returns where its cursor stands.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_, '_>, whole: Rect) -> Option<Position> {
        let commands = self.commands(canvas.ui);
        let width = whole.width.min(WIDTH);
        let height = ROWS.min(whole.height.saturating_sub(4)).max(1);
        let (x, y) = (whole.x + (whole.width - width) / 2, whole.y + 1.min(whole.height.saturating_sub(1)));
        let area = Rect { x, y, width, height: (height + 3).min(whole.height) };
        canvas.clear(area);
        canvas.layout.add(area, ClickTarget::Overlay);
        let title = canvas.text("overlay-palette");
        let pane = Pane::draw(canvas, area, &title, "", true);
        let inner = pane.inner();
        let prompt = format!("› {}", self.typed);
        canvas.cut(Rect { height: 1, ..inner }, &prompt, Role::Input);
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        if commands.is_empty() {
            let nothing = canvas.text("palette-nothing");
            canvas.cut(rows, &nothing, Role::Muted);
        }
        let shown = usize::from(rows.height);
        let top = self.selected.saturating_sub(shown.saturating_sub(1));
        let scroll = Scroll { first: top, shown, total: commands.len(), at: self.selected + 1 };
        if !commands.is_empty() {
            pane.scroll(canvas, &scroll, ScrollArea::Overlay);
        }
        let mut cursor = None;
        for (row, (number, command)) in rows.rows().zip(commands.iter().enumerate().skip(top)) {
            let current = number == self.selected;
            draw_command(canvas, row, command, current);
            canvas.layout.add(row, ClickTarget::Choice(number));
            cursor = cursor.or(current.then(|| row.as_position()));
        }
        let typed = Position::new((inner.x + columns(&prompt)).min(inner.right().saturating_sub(1)), inner.y);
        // A screen reader follows the cursor to the action.
        if canvas.ui.settings.screen_reader { cursor.or(Some(typed)) } else { Some(typed) }
    }
}

fn draw_command(canvas: &mut Canvas<'_, '_>, row: Rect, command: &PaletteRow, current: bool) {
    let style = canvas.style(if current { Role::Selected } else { Role::Text });
    let keys = columns(&command.keys);
    let room = row.width.saturating_sub(keys + 4);
    let name = Marked::plain(&command.name, style).cut(usize::from(room));
    let used: u16 = name.iter().map(|span| columns(&span.content)).sum();
    let mut spans = vec![Span::styled(if current { "› " } else { "  " }, style)];
    spans.extend(name);
    spans.push(Span::styled(" ".repeat(usize::from(row.width.saturating_sub(used + keys + 3))), style));
    let key_style = if current { style } else { canvas.style(Role::Key) };
    spans.push(Span::styled(format!("{} ", command.keys), key_style));
    canvas.line(row, Line::from(spans));
}
