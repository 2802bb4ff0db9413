//! What is asked before anything else can be done: the keys of a dialog, and what follows from an answer.

pub(crate) mod refusal;
pub(crate) mod state;
mod view;

use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

use self::state::{Dialog, DialogAnswer, DialogKind, Pick};
use crate::{
    base::Text,
    catalogue::{Field, Id, Value, typed_value},
    consultation::{Passage, is_openable},
    store::OrphanedDraft,
    tui::{
        Action, After, Canvas, Effect, FormCommand, Intent, KeyContext, KnownPlaces, PageContext, PageEffect,
        StoreCommand,
    },
};

/// Most bytes that are copied at once: terminals take no more than about a hundred thousand, and there every three are four.
const MOST_COPIED: usize = 74_000;

/// What is left of a dialog after a key, and what has to be done.
type DialogOutcome = (Option<Dialog>, Vec<PageEffect>);

impl Dialog {
    pub(crate) fn key_context(&self) -> KeyContext {
        KeyContext::Question
    }

    pub(crate) fn offered(&self) -> Vec<Action> {
        let save = self.can_save().then_some(Action::Save);
        [Some(Action::Activate), save, Some(Action::Back)].into_iter().flatten().collect()
    }

    pub(crate) fn on_action(mut self, cx: PageContext<'_>, action: Action) -> DialogOutcome {
        let last = self.rows().saturating_sub(1);
        match action {
            Action::SelectPrevious | Action::PreviousField => self.at = self.at.saturating_sub(1),
            Action::SelectNext | Action::NextField => self.at = (self.at + 1).min(last),
            Action::Back => return (None, self.back()),
            Action::Quit => return (None, self.quit()),
            Action::Activate => return self.answer(cx, action),
            // It must never stand for another answer that happens to be marked.
            Action::Save if self.can_save() => {
                if let DialogKind::Leave(_) = self.kind {
                    self.at = self.answers().iter().position(|answer| *answer == DialogAnswer::Save).unwrap_or(0);
                }
                return self.answer(cx, action);
            }
            other => self.edit_places(other),
        }
        (Some(self), Vec::new())
    }

    /// Types into the number of free places.
    pub(crate) fn on_text(&mut self, text: &str) {
        if let DialogKind::Places { input, .. } = &mut self.kind {
            for digit in text.chars().filter(char::is_ascii_digit).take(7) {
                input.handle(InputRequest::InsertChar(digit));
            }
        }
    }

    /// An answer was clicked: it is marked before it is given.
    pub(crate) fn on_click(&mut self, number: usize) {
        self.at = number;
    }

    /// Draws the dialog; returns where the cursor stands.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_, '_>, whole: Rect) -> Option<Position> {
        view::draw(canvas, whole, self)
    }

    fn edit_places(&mut self, action: Action) {
        let DialogKind::Places { input, .. } = &mut self.kind else { return };
        let request = match action {
            Action::DeleteBack => InputRequest::DeletePrevChar,
            Action::DeleteForward => InputRequest::DeleteNextChar,
            Action::CursorLeft => InputRequest::GoToPrevChar,
            Action::CursorRight => InputRequest::GoToNextChar,
            Action::CursorStart => InputRequest::GoToStart,
            Action::CursorEnd => InputRequest::GoToEnd,
            Action::ClearLine | Action::DeleteWordBack => InputRequest::DeleteLine,
            _ => return,
        };
        input.handle(request);
    }

    /// No answer: nothing happens, and nothing is lost.
    fn back(self) -> Vec<PageEffect> {
        match self.kind {
            DialogKind::Drafts(found) => {
                let mut effects = about_drafts(found.into_iter().skip(1).collect());
                effects.push(PageEffect::GiveUp);
                effects
            }
            // What has waited for the answer goes on.
            DialogKind::Trust(_) => vec![store(StoreCommand::Trust(None))],
            // What was written is not lost because a window was closed.
            DialogKind::Editor { id, text, .. } => vec![store(StoreCommand::Keep(id, text))],
            _ => vec![PageEffect::GiveUp],
        }
    }

    /// Whoever wants out is asked about what was typed, and about nothing else. The text of an editor is kept first.
    fn quit(self) -> Vec<PageEffect> {
        if matches!(self.kind, DialogKind::Editor { .. }) { self.back() } else { vec![PageEffect::Quit] }
    }

    fn answer(self, cx: PageContext<'_>, action: Action) -> DialogOutcome {
        let answer = self.answers().get(self.at).copied();
        let effects = match (self.kind, answer) {
            (DialogKind::Clash { now, mut clashes }, _) if action == Action::Activate => {
                if let Some((_, mine)) = clashes.get_mut(self.at) {
                    *mine = !*mine;
                }
                return (Some(Self { kind: DialogKind::Clash { now, clashes }, at: self.at }), Vec::new());
            }
            (DialogKind::Pick(pick, passages), _) => return (None, picked(cx, pick, passages, self.at)),
            (DialogKind::Places { id, title, before, input }, _) => return places(cx, id, title, before, input),
            (DialogKind::Clash { now, clashes }, _) => vec![PageEffect::Form(FormCommand::Settle { now, clashes })],
            (DialogKind::Leave(quit), Some(DialogAnswer::Save)) => {
                let after = if quit { After::Quit } else { After::Close };
                vec![PageEffect::Form(FormCommand::Save(after))]
            }
            (DialogKind::Leave(quit), Some(DialogAnswer::Discard)) => {
                let mut effects = vec![PageEffect::Form(FormCommand::Close)];
                effects.extend(quit.then_some(PageEffect::Outside(Effect::Quit)));
                effects
            }
            (DialogKind::NotYours { id, action, .. }, Some(DialogAnswer::Yes)) => vec![PageEffect::Agreed(id, action)],
            (DialogKind::Drafts(found), Some(answer)) => drafts(found, answer),
            (DialogKind::Trust(_), Some(answer)) => {
                vec![store(StoreCommand::Trust(Some(answer == DialogAnswer::Trust)))]
            }
            (DialogKind::Overwrite(now), Some(DialogAnswer::Overwrite)) => {
                vec![PageEffect::Form(FormCommand::Overwrite(now))]
            }
            (DialogKind::Editor { id, base, text, line, .. }, Some(DialogAnswer::Again)) => {
                vec![PageEffect::Outside(Effect::Editor { id, begun: Some((base, text, line)) })]
            }
            (DialogKind::Editor { id, text, .. }, Some(DialogAnswer::Keep)) => {
                vec![store(StoreCommand::Keep(id, text))]
            }
            _ => vec![PageEffect::GiveUp],
        };
        (None, effects)
    }
}

/// Says in a window what has to be read whole; below what stands there already. Another question is not pushed aside:
/// then it is a message for the last row.
#[must_use]
pub(crate) fn inform(open: &mut Option<Dialog>, lines: Vec<String>) -> Option<String> {
    match open {
        None => *open = Some(Dialog::new(DialogKind::Info(lines))),
        Some(Dialog { kind: DialogKind::Info(before), .. }) => before.extend(lines),
        Some(_) => return Some(lines.join(" ")),
    }
    None
}

/// A number that is none can be mended where it was typed.
fn places(cx: PageContext<'_>, id: Id, title: Text, before: Option<KnownPlaces>, input: Input) -> DialogOutcome {
    let field = Field::named("capacity.free");
    match field.map(|field| typed_value(field, input.value())) {
        Some(Ok(Some(Value::Number(free)))) => (None, vec![store(StoreCommand::Places(id, free))]),
        Some(Err(fault)) => {
            let message = PageEffect::Message(fault.localize(&cx.ui.texts));
            (Some(Dialog::new(DialogKind::Places { id, title, before, input })), vec![message])
        }
        _ => (None, vec![PageEffect::Message(cx.ui.text("notice-form-unchanged"))]),
    }
}

/// Copies or opens what was picked. An address that may not be opened is shown, so that it can be copied by hand.
fn picked(cx: PageContext<'_>, pick: Pick, mut passages: Vec<Passage>, at: usize) -> Vec<PageEffect> {
    if at >= passages.len() {
        return vec![PageEffect::GiveUp];
    }
    let Passage { label, text } = passages.swap_remove(at);
    vec![match pick {
        Pick::Copy if text.len() > MOST_COPIED => PageEffect::Message(cx.ui.text("notice-too-long-to-copy")),
        Pick::Copy => PageEffect::Outside(Effect::Copy(label, text)),
        Pick::Open if is_openable(&text) => PageEffect::Outside(Effect::Open(text)),
        Pick::Open => PageEffect::Inform(vec![cx.ui.text("notice-not-openable"), text]),
    }]
}

fn drafts(found: Vec<OrphanedDraft>, answer: DialogAnswer) -> Vec<PageEffect> {
    let mut found = found.into_iter();
    let Some(first) = found.next() else { return Vec::new() };
    let found = found.collect();
    match answer {
        DialogAnswer::Open => {
            let command = match &first.draft.id {
                Some(id) => StoreCommand::Reopen(id.clone()),
                None => StoreCommand::New { from: None },
            };
            vec![PageEffect::Intend(Intent::Draft(Box::new(first))), store(command)]
        }
        DialogAnswer::Discard => {
            let mut effects = about_drafts(found);
            effects.push(store(StoreCommand::Discard(first)));
            effects
        }
        _ => about_drafts(found),
    }
}

fn about_drafts(found: Vec<OrphanedDraft>) -> Vec<PageEffect> {
    if found.is_empty() { Vec::new() } else { vec![PageEffect::Ask(DialogKind::Drafts(found))] }
}

fn store(command: StoreCommand) -> PageEffect {
    PageEffect::Outside(Effect::Store(command))
}
