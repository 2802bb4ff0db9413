//! Why something was not saved, in sentences for whoever sits before the screen, and what becomes of an editor's text.

use super::state::DialogKind;
use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, EditError, Id, Register, Severity, Values, changed},
    locale::Texts,
    store::{EditedText, SaveError},
    tui::{Action, Effect, Intent, KeyContext, PageEffect, StoreCommand, UiContext},
};

/// Most faults of a text that are listed.
const SHOWN: usize = 8;

/// What is in the way, to be read whole; `context` is where the user is.
pub(crate) fn lines(error: &SaveError, ui: &UiContext, context: KeyContext) -> Vec<String> {
    let (message, hint) = sentences(error, ui, context);
    let mut lines = vec![message];
    if let SaveError::Faulty { faults, .. } = error {
        lines.extend(fault_lines(faults, &ui.texts));
    }
    lines.push(hint);
    lines
}

/// What is in the way and what to do about it, at the screen and not at the command line.
fn sentences(error: &SaveError, ui: &UiContext, context: KeyContext) -> (String, String) {
    let texts = &ui.texts;
    let (message, hint) = (error.localize(texts), error.hint(texts));
    let key = match error {
        SaveError::Gone => "refused-gone",
        SaveError::Text(EditError::Syntax(_)) => "refused-syntax",
        SaveError::Text(EditError::Unsafe(_)) => "refused-unsafe",
        _ => return (message, hint),
    };
    let editor = ui.key_for(context, Action::OpenEditor);
    (message, texts.with(key, &[("key", editor.into())]))
}

fn fault_lines(faults: &[Diagnostic<Code>], texts: &Texts) -> Vec<String> {
    let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
    let line = |fault: &Diagnostic<Code>| {
        texts.with(
            "ask-editor-line",
            &[("line", fault.location.line.to_string().into()), ("fault", fault.localize(texts).into())],
        )
    };
    errors.take(SHOWN).map(line).collect()
}

/// A text from an editor that was refused.
pub(crate) struct RefusedText {
    pub id: Id,
    /// The text of its file before.
    pub base: String,
    pub text: String,
}

/// Whatever is in the way: the text of an editor is somebody's work. `context` is where the user is.
pub(crate) fn editor_text(
    refused: RefusedText,
    error: &SaveError,
    ui: &UiContext,
    context: KeyContext,
    register: Option<&Register>,
) -> Vec<PageEffect> {
    let RefusedText { id, base, text } = refused;
    let (faults, line) = match error {
        SaveError::Clashes { .. } if only_fields_differ(&base, &text) => {
            // A form can put both values side by side.
            let open = PageEffect::Outside(Effect::Store(StoreCommand::Open(id)));
            return vec![PageEffect::Intend(Intent::Settle(base, text)), open];
        }
        SaveError::Faulty { faults, .. } => {
            let line = faults.iter().map(|fault| fault.location.line).find(|line| *line > 0);
            (fault_lines(faults, &ui.texts), line)
        }
        error => {
            let (message, hint) = sentences(error, ui, context);
            let mut lines = vec![message];
            if let (SaveError::Clashes { clashes, .. }, Some(register)) = (error, register) {
                lines.extend(clashes.iter().map(|clash| clash.localize(register, &ui.texts)));
            }
            lines.push(hint);
            (lines, None)
        }
    };
    vec![PageEffect::Ask(DialogKind::Editor { id, base, text, faults, line })]
}

/// True when a form can show all that an editor has changed: it knows nothing of comments.
fn only_fields_differ(base: &str, text: &str) -> bool {
    let (Ok(before), Ok(after)) = (Values::read(base), Values::read(text)) else { return false };
    changed(base, &before.changes_to(&after)).is_ok_and(|written| written == text)
}

/// The editor has ended. What it has left is not lost because something is wrong with it. `given` is the text that it
/// got, `base` that of the file.
pub(crate) fn edited(id: Id, base: String, given: String, left: Result<EditedText, Text>, texts: &Texts) -> PageEffect {
    let left = match left {
        Ok(left) => left,
        Err(reason) => {
            let faults = vec![reason.to_string(), texts.get("cli-editor-failed-hint").into_owned()];
            return PageEffect::Ask(match given == base {
                true => DialogKind::Info(faults),
                false => DialogKind::Editor { id, base, text: given, faults, line: None },
            });
        }
    };
    if left.content == base.as_bytes() {
        return PageEffect::Message(texts.get("editor-given-up").into_owned());
    }
    let fault = match String::from_utf8(left.content.clone()) {
        Ok(text) if left.status.success() => {
            return PageEffect::Outside(Effect::Store(StoreCommand::SaveText { id, base, text }));
        }
        Ok(_) => {
            let status = Text::line(&left.status.to_string()).to_string();
            texts.with("cli-editor-ended", &[("status", status.into())])
        }
        Err(_) => texts.get("cli-editor-not-utf8").into_owned(),
    };
    let text = String::from_utf8_lossy(&left.content).into_owned();
    PageEffect::Ask(DialogKind::Editor { id, base, text, faults: vec![fault], line: None })
}
