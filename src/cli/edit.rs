//! `lotse edit`: opens the form of an entry on the screen, or its file in the user's editor.

use super::{CliError, Context, EditContext, Exit, args::EditArgs, edit_context, output, question, screen, shown};
use crate::{
    base::Text,
    catalogue::Id,
    locale::{Localize as _, Texts},
    store::{EditedText, SaveError, edit_text, editor},
    tui::StartView,
};

pub(super) fn run(args: &EditArgs, mut context: Context) -> Result<Exit, CliError> {
    let id = edit_context::id(&args.id, &context)?;
    if args.editor {
        let edit_context = EditContext::open_to_change(&context, args.change.by.as_deref())?;
        let base = edit_context.text_to_change(&id, args.change.force)?;
        return in_editor(&id, &base, &edit_context, &context);
    }
    // What is wrong with the call is said here, not on a screen that opens for nothing.
    EditContext::open(&context, args.change.by.as_deref())?.text(&id)?;
    if let Some(by) = &args.change.by {
        context.settings.coordinator = Some(by.clone());
    }
    screen::open_at(context, StartView::Edit { id, agreed: args.change.force })
}

/// From the editor into the file, or back into the editor at the line that is wrong.
fn in_editor(id: &Id, base: &str, edit_context: &EditContext<'_>, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let (mut content, mut line, mut before) = (base.as_bytes().to_vec(), None, None);
    loop {
        let edited = edit_text(id, &content, line, context.state.as_deref()).map_err(|error| {
            before.take().into_iter().for_each(|edited| keep(edited, texts));
            let args = [("program", shown(&editor().0).into()), ("reason", error.localize(texts).into())];
            CliError::new(Exit::Unreadable, texts.with("cli-editor-failed", &args))
                .hint(texts.get("cli-editor-failed-hint"))
        })?;
        content.clone_from(&edited.content);
        let error = if !edited.status.success() {
            let status = Text::line(&edited.status.to_string()).to_string();
            CliError::new(Exit::Unreadable, texts.with("cli-editor-ended", &[("status", status.into())]))
                .hint(texts.get("cli-editor-failed-hint"))
        } else if content == base.as_bytes() {
            output::print(&texts.with("cli-unchanged", &[("id", id.as_str().into())]), texts)?;
            return Ok(Exit::Done);
        } else if let Ok(text) = std::str::from_utf8(&content) {
            match edit_context.store.save_text(id, base, text, edit_context.rules()) {
                Ok(saved) => return edit_context.print_saved(id, base, &saved).map(|()| Exit::Done),
                Err(error) => {
                    line = first_fault(&error);
                    edit_context.failed(&error)
                }
            }
        } else {
            CliError::new(Exit::Unreadable, texts.get("cli-editor-not-utf8").into_owned())
                .hint(texts.get("cli-editor-not-utf8-hint"))
        };
        if content == base.as_bytes() {
            return Err(error);
        }
        output::print_error(&error, texts);
        // Whoever ends an editor with an error wants out.
        if !edited.status.success() || !question::is_agreed(&texts.get("cli-editor-again"), texts) {
            keep(edited, texts);
            return Ok(error.exit);
        }
        before = Some(edited);
    }
}

/// What was written is not lost because it was not right.
fn keep(edited: EditedText, texts: &Texts) {
    output::note(&texts.with("cli-editor-kept", &[("path", shown(&edited.keep()).into())]));
}

fn first_fault(error: &SaveError) -> Option<usize> {
    match error {
        SaveError::Faulty { faults, .. } => faults.iter().map(|fault| fault.location.line).find(|line| *line > 0),
        _ => None,
    }
}
