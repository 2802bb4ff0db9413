//! What is in a field of a form: typed text with a cursor, or choices.

use ratatui_textarea::{CursorMove, DataCursor, TextArea, WrapMode};

use crate::catalogue::{Field, Shape, Value, typed_text};

#[derive(Clone, Debug)]
pub(super) enum FieldContent {
    /// Typed text, of one line or of many.
    Typed {
        area: Box<TextArea<'static>>,
        /// Whether it may have several lines.
        long: bool,
        /// True once it was changed: what nobody touches stays as it is in the file.
        touched: bool,
    },
    /// Codes or ids that were chosen.
    Chosen {
        /// In the order of the file.
        codes: Vec<String>,
        touched: bool,
    },
}

/// What a key does in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Move(Way),
    /// Moves it and selects what lies between.
    Extend(Way),
    SelectAll,
    /// Deletes the selection, else the character before.
    DeleteBack,
    /// Deletes the selection, else the character behind.
    DeleteForward,
    /// Deletes the selection, else the word before.
    DeleteWordBack,
    Clear,
    /// Takes the selection out, to be put in elsewhere.
    Cut,
    /// Remembers the selection, to be put in elsewhere.
    Copy,
    /// Puts in what was remembered, from whatever field it came.
    Paste,
    /// Begins a line.
    Break,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) enum Way {
    Left,
    Right,
    Up,
    Down,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
}

impl Motion {
    /// True when it may change the text.
    pub(super) fn changes(self) -> bool {
        !matches!(self, Self::Move(_) | Self::Extend(_) | Self::SelectAll | Self::Copy)
    }
}

impl Way {
    fn cursor(self) -> CursorMove {
        match self {
            Self::Left => CursorMove::Back,
            Self::Right => CursorMove::Forward,
            Self::Up => CursorMove::Up,
            Self::Down => CursorMove::Down,
            Self::WordLeft => CursorMove::WordBack,
            Self::WordRight => CursorMove::WordForward,
            Self::LineStart => CursorMove::Head,
            Self::LineEnd => CursorMove::End,
            Self::TextStart => CursorMove::Top,
            Self::TextEnd => CursorMove::Bottom,
        }
    }
}

impl FieldContent {
    /// The content of a field that holds this value.
    pub(super) fn of(field: &Field, value: Option<&Value>, iso: bool) -> Self {
        let text = value.map(|value| typed_text(value, iso)).unwrap_or_default();
        Self::typed_for(field, &text)
    }

    /// The content of a field in which this was typed.
    pub(super) fn typed_for(field: &Field, text: &str) -> Self {
        match field.shape {
            Shape::Choice(_) | Shape::Choices(_) | Shape::Reference(_) | Shape::References(_) => {
                let codes = text.lines().map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned);
                Self::Chosen { codes: codes.collect(), touched: false }
            }
            shape => {
                let long = matches!(shape, Shape::Paragraphs | Shape::Lines | Shape::Dates);
                Self::Typed { area: Box::new(area(text, long)), long, touched: false }
            }
        }
    }

    /// The same, as somebody has put it there.
    pub(super) fn touched(mut self) -> Self {
        self.touch();
        self
    }

    pub(super) fn is_touched(&self) -> bool {
        match self {
            Self::Typed { touched, .. } | Self::Chosen { touched, .. } => *touched,
        }
    }

    fn touch(&mut self) {
        match self {
            Self::Typed { touched, .. } | Self::Chosen { touched, .. } => *touched = true,
        }
    }

    /// Takes back that it was changed: nothing is different after all.
    pub(super) fn as_touched_as(&mut self, before: &Self) {
        match self {
            Self::Typed { touched, .. } | Self::Chosen { touched, .. } => *touched = before.is_touched(),
        }
    }

    /// The selected part of the text, if there is one.
    pub(super) fn selected(&self) -> Option<String> {
        let Self::Typed { area, .. } = self else { return None };
        area.selection_range().filter(|(start, end)| start != end)?;
        let mut area = area.clone();
        area.copy();
        Some(area.yank_text())
    }

    /// The text, or the codes on lines of their own.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Typed { area, .. } => area.lines().join("\n"),
            Self::Chosen { codes, .. } => codes.join("\n"),
        }
    }

    pub(super) fn same_as(&self, other: &Self) -> bool {
        self.text() == other.text()
    }

    /// Types text at the cursor; a selection gives way to it.
    pub(super) fn insert(&mut self, typed: &str) -> bool {
        if let Self::Typed { area, long, .. } = self {
            let typed = if *long { typed.to_owned() } else { typed.replace('\n', " ") };
            area.insert_str(typed);
            self.touch();
            self.bring_into_view();
        }
        true
    }

    /// Chooses a code or takes it back. Without `multiple` it takes the place of the one before.
    pub(super) fn toggle(&mut self, code: &str, multiple: bool) {
        if let Self::Chosen { codes, .. } = self {
            let known = codes.iter().position(|known| known == code);
            match known {
                Some(at) if multiple => drop(codes.remove(at)),
                _ if code.is_empty() => codes.clear(),
                _ if multiple => codes.push(code.to_owned()),
                _ => *codes = vec![code.to_owned()],
            }
            self.touch();
        }
    }

    /// What was scrolled away for a longer text or a smaller screen comes back where there is room for it.
    pub(super) fn unscroll(&mut self) {
        if let Self::Typed { area, long, .. } = self
            && !area.is_selecting()
        {
            let DataCursor(row, column) = area.cursor();
            **area = self::area(&area.lines().join("\n"), *long);
            let at = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
            area.move_cursor(CursorMove::Jump(at(row), at(column)));
        }
    }

    /// Whoever deletes wants to see what is left.
    fn bring_into_view(&mut self) {
        if let Self::Typed { area, long, .. } = self {
            let ((top, left), at) = (area.scroll_offset(), area.screen_cursor());
            let (above, before) = (top > 0 && at.row <= usize::from(top), left > 0 && at.col <= usize::from(left));
            if above || before && !*long {
                self.unscroll();
            }
        }
    }

    /// Moves, selects or deletes. False at an edge, where the cursor should go on to the next field.
    pub(super) fn motion(&mut self, motion: Motion) -> bool {
        if motion.changes() {
            self.touch();
        }
        match self {
            Self::Typed { area, long, .. } => {
                let (long, done) = (*long, moved(area, *long, motion));
                // In a long text the cursor may come to its upper edge line by line.
                if !long || motion.changes() {
                    self.bring_into_view();
                }
                done
            }
            Self::Chosen { codes, .. } => {
                match motion {
                    Motion::DeleteBack => drop(codes.pop()),
                    Motion::DeleteForward | Motion::DeleteWordBack | Motion::Clear => codes.clear(),
                    Motion::Move(Way::Up | Way::Down) => return false,
                    _ => {}
                }
                true
            }
        }
    }
}

fn area(text: &str, long: bool) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    // The form has one history for all fields, and the terminal a cursor of its own.
    area.set_max_histories(0);
    area.set_cursor_line_style(ratatui::style::Style::default());
    area.set_cursor_style(ratatui::style::Style::default());
    // Also where there are no colours.
    area.set_selection_style(ratatui::style::Style::default().add_modifier(ratatui::style::Modifier::REVERSED));
    area.set_wrap_mode(if long { WrapMode::WordOrGlyph } else { WrapMode::None });
    area.move_cursor(CursorMove::End);
    area
}

fn moved(area: &mut TextArea<'static>, long: bool, motion: Motion) -> bool {
    match motion {
        Motion::Move(way) => {
            area.cancel_selection();
            return goes(area, long, way);
        }
        Motion::Extend(way) => {
            if !area.is_selecting() {
                area.start_selection();
            }
            goes(area, long, way);
        }
        Motion::SelectAll => area.select_all(),
        Motion::DeleteBack => drop(area.delete_char()),
        Motion::DeleteForward => drop(area.delete_next_char()),
        Motion::DeleteWordBack => drop(area.delete_word()),
        Motion::Clear => {
            area.select_all();
            area.delete_char();
        }
        Motion::Cut => drop(area.cut()),
        Motion::Copy => area.copy(),
        // The form knows what was remembered.
        Motion::Paste => {}
        Motion::Break if long => area.insert_newline(),
        Motion::Break => return false,
    }
    true
}

/// False when there is no line in that direction.
fn goes(area: &mut TextArea<'static>, long: bool, way: Way) -> bool {
    let vertical = matches!(way, Way::Up | Way::Down);
    if vertical && !long {
        return false;
    }
    let before = area.screen_cursor().row;
    area.move_cursor(way.cursor());
    !vertical || area.screen_cursor().row != before
}
