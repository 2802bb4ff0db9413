//! The form of an entry: the keys that move between fields, type, choose, save and leave.

mod content;
mod field;
mod fill;
mod picker;
mod save;
pub(crate) mod state;
mod steps;
mod view;

use ratatui::layout::{Position, Rect};

use self::{
    content::{FieldContent, Motion, Way},
    picker::Picker,
    state::FormPage,
};
use super::dialog::state::DialogKind;
use crate::{
    catalogue::Id,
    locale::Texts,
    tui::{
        Action, After, Canvas, ClickTarget, FormCommand, KeyContext, PageContext, PageEffect, PageHelp, StackedPage,
    },
};

/// Rows by which a list or a preview is leafed through.
const PAGE: usize = 10;

impl StackedPage for FormPage {
    fn key_context(&self) -> KeyContext {
        if self.picker.is_some() { KeyContext::Choice } else { KeyContext::Form }
    }

    fn help(&self) -> PageHelp {
        use Action::{Back, Help, History, OpenEditor, Problems, Quit, Redraw, Refresh, ToggleInternal, ToggleMouse};
        PageHelp {
            contexts: &[KeyContext::Form, KeyContext::Choice],
            works: &[Help, Back, Quit, OpenEditor, History, ToggleInternal, Problems, Refresh, ToggleMouse, Redraw],
            in_table: false,
        }
    }

    fn offered(&self) -> Vec<Action> {
        use Action::{Activate, Back, FindField, Help, NextField, NextGroup, Preview, Save, Undo};
        match self.picker {
            Some(_) => vec![Activate, Back],
            None => vec![Save, Back, FindField, Help, Preview, NextField, NextGroup, Undo],
        }
    }

    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        if self.saving {
            return Vec::new();
        }
        if let Some(picker) = self.picker.as_mut().filter(|_| action != Action::Save) {
            match action {
                Action::Activate => self.pick(),
                Action::Back => self.picker = None,
                other => move_in_list(picker, other),
            }
            return self.keep(cx);
        }
        let mut effects = Vec::new();
        match action {
            Action::Save => return self.save(cx, After::Close),
            Action::Back if self.preview => self.preview = false,
            Action::Back => return vec![self.leave()],
            Action::Preview => (self.preview, self.preview_top) = (!self.preview, 0),
            Action::Undo if !self.undo() => effects.push(PageEffect::Message(cx.ui.text("notice-nothing-to-undo"))),
            Action::Redo if !self.redo() => effects.push(PageEffect::Message(cx.ui.text("notice-nothing-to-redo"))),
            Action::Undo | Action::Redo => {}
            other if self.preview && self.scroll_preview(cx, other) => {}
            other => {
                // Nothing is changed that one does not see.
                self.preview = false;
                self.in_fields(&cx.ui.texts, other);
            }
        }
        effects.extend(self.keep(cx));
        effects
    }

    fn on_click(&mut self, _cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect> {
        match (target, &mut self.picker) {
            (ClickTarget::Field(field), _) => {
                self.leave_field();
                (self.picker, self.at) = (None, *field);
            }
            // It is marked before it is taken.
            (ClickTarget::Choice(choice), Some(picker)) => picker.at = *choice,
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
        view::draw(canvas, area, self)
    }

    fn entry(&self) -> Option<&Id> {
        self.id.as_ref()
    }

    fn on_text(&mut self, cx: PageContext<'_>, text: &str) -> Vec<PageEffect> {
        if !self.saving {
            self.preview = false;
            self.type_text(text, &cx.ui.texts);
        }
        self.keep(cx)
    }

    /// On a screen of another size everything has its place anew.
    fn on_resize(&mut self, _cx: PageContext<'_>) {
        self.fields.iter_mut().for_each(|field| field.content.unscroll());
    }
}

impl FormPage {
    /// What is to be done with the form from outside. Closing it is left to the screen.
    pub(crate) fn on_command(&mut self, cx: PageContext<'_>, command: FormCommand) -> Vec<PageEffect> {
        match command {
            FormCommand::Save(after) => self.save(cx, after),
            FormCommand::Settle { now, clashes } => self.settle(cx, now, &clashes),
            FormCommand::Overwrite(now) => self.overwrite(now),
            FormCommand::Close => Vec::new(),
        }
    }

    /// Closes the form, or asks when something would be lost.
    fn leave(&self) -> PageEffect {
        if self.is_changed() {
            return PageEffect::Ask(DialogKind::Leave(false));
        }
        PageEffect::Form(FormCommand::Close)
    }

    /// Scrolls the entry as it will be seen; false when the key does something else.
    fn scroll_preview(&mut self, cx: PageContext<'_>, action: Action) -> bool {
        let layout = &cx.session.layout;
        let last = layout.entry_lines.saturating_sub(layout.entry_height);
        let top = self.preview_top;
        self.preview_top = match action {
            Action::SelectPrevious => top.saturating_sub(1),
            Action::SelectNext => (top + 1).min(last),
            Action::PageUp | Action::PreviousGroup => top.saturating_sub(PAGE),
            Action::PageDown | Action::NextGroup => (top + PAGE).min(last),
            Action::First | Action::CursorStart => 0,
            Action::Last | Action::CursorEnd => last,
            _ => return false,
        };
        true
    }

    /// The keys that move the cursor and change what stands there.
    fn in_fields(&mut self, texts: &Texts, action: Action) {
        match action {
            Action::NextField => self.step(1),
            Action::PreviousField => self.step(-1),
            Action::NextGroup | Action::PageDown => self.step_group(true),
            Action::PreviousGroup | Action::PageUp => self.step_group(false),
            Action::Activate => self.activate(texts),
            Action::FindField => self.open_finder(texts),
            other => {
                if let Some(motion) = motion_of(other) {
                    self.move_in_field(motion);
                }
            }
        }
    }

    /// Enter: a list of choices opens, a long text gets a line, everything else goes on to the next field.
    fn activate(&mut self, texts: &Texts) {
        match self.current().map(|field| &field.content) {
            Some(FieldContent::Chosen { .. }) => self.open_picker(texts),
            Some(FieldContent::Typed { long: true, .. }) => drop(self.motion(Motion::Break)),
            _ => self.step(1),
        }
    }

    /// A cursor that can go no further goes on to the next field.
    fn move_in_field(&mut self, motion: Motion) {
        if self.motion(motion) {
            return;
        }
        match motion {
            Motion::Move(Way::Up) => self.step(-1),
            Motion::Move(Way::Down) => self.step(1),
            _ => {}
        }
    }
}

fn move_in_list(picker: &mut Picker, action: Action) {
    match action {
        Action::SelectPrevious => picker.step(-1),
        Action::SelectNext => picker.step(1),
        Action::PageUp => picker.step(-(PAGE as isize)),
        Action::PageDown => picker.step(PAGE as isize),
        Action::First | Action::CursorStart => picker.step(isize::MIN),
        Action::Last | Action::CursorEnd => picker.step(isize::MAX),
        Action::DeleteBack => drop(picker.delete()),
        Action::ClearLine | Action::DeleteWordBack => picker.clear_filter(),
        _ => {}
    }
}

fn motion_of(action: Action) -> Option<Motion> {
    use Motion::{Extend, Move};
    Some(match action {
        Action::CursorLeft => Move(Way::Left),
        Action::CursorRight => Move(Way::Right),
        Action::SelectPrevious => Move(Way::Up),
        Action::SelectNext => Move(Way::Down),
        Action::WordLeft => Move(Way::WordLeft),
        Action::WordRight => Move(Way::WordRight),
        Action::CursorStart => Move(Way::LineStart),
        Action::CursorEnd => Move(Way::LineEnd),
        Action::First => Move(Way::TextStart),
        Action::Last => Move(Way::TextEnd),
        Action::ExtendLeft => Extend(Way::Left),
        Action::ExtendRight => Extend(Way::Right),
        Action::ExtendUp => Extend(Way::Up),
        Action::ExtendDown => Extend(Way::Down),
        Action::ExtendWordLeft => Extend(Way::WordLeft),
        Action::ExtendWordRight => Extend(Way::WordRight),
        Action::ExtendStart => Extend(Way::LineStart),
        Action::ExtendEnd => Extend(Way::LineEnd),
        Action::SelectAll => Motion::SelectAll,
        Action::DeleteBack => Motion::DeleteBack,
        Action::DeleteForward => Motion::DeleteForward,
        Action::DeleteWordBack => Motion::DeleteWordBack,
        Action::ClearLine => Motion::Clear,
        Action::Cut => Motion::Cut,
        Action::Copy => Motion::Copy,
        Action::InsertCopied => Motion::Paste,
        _ => return None,
    })
}
