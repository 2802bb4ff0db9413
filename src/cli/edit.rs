//! `lotse edit`: opens the form of an entry on the screen, or its file in the user's editor.

use std::io::{self, IsTerminal as _, Write as _};

use super::{
    Exit,
    args::EditArgs,
    bureau::{self, Bureau},
    context::{Context, shown},
    errors::CliError,
    output, screen,
};
use crate::{
    catalogue::Id,
    locale::{Texts, system},
    tui::Start,
    upkeep::{SaveError, edit_text},
};

/// Opens the form, or the editor.
///
/// # Errors
/// When there is no such entry, it may not be changed, or it cannot be saved.
pub(super) fn run(args: &EditArgs, context: Context) -> Result<Exit, CliError> {
    let id = bureau::id(&args.id, &context)?;
    if args.editor {
        let bureau = Bureau::open(&context, args.upkeep.by.as_deref())?;
        let base = bureau.text_to_change(&id, args.upkeep.force)?;
        return in_editor(&id, &base, &bureau, &context);
    }
    screen::open_at(context, Start::Edit(id))
}

/// From the editor into the file, or back into the editor at the line that is wrong.
fn in_editor(id: &Id, base: &str, bureau: &Bureau<'_>, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let (mut text, mut line) = (base.to_owned(), None);
    loop {
        let edited = edit_text(id, &text, line).map_err(|error| {
            let reason = system::reason(&error, texts);
            CliError::new(Exit::Unreadable, texts.with("cli-editor-failed", &[("reason", reason.into())]))
                .hint(texts.get("cli-editor-failed-hint"))
        })?;
        text = match edited {
            Some(edited) if edited != base => edited,
            Some(_) => {
                output::print(&texts.with("cli-unchanged", &[("id", id.as_str().into())]), texts)?;
                return Ok(Exit::Done);
            }
            None => {
                output::note(&texts.get("editor-given-up"));
                return Ok(Exit::No);
            }
        };
        let error = match bureau.office.save_text(id, base, &text, bureau.rules()) {
            Ok(saved) => return bureau.print_saved(id, base, &saved).map(|()| Exit::Done),
            Err(error) => error,
        };
        line = first_fault(&error);
        let told = bureau.failed(&error);
        told.print(texts);
        if !io::stdin().is_terminal() || !bureau::asks(&texts.get("cli-editor-again"), texts) {
            keep(id, &text, texts);
            return Ok(told.exit);
        }
    }
}

/// What was written is not lost because it was not right.
fn keep(id: &Id, text: &str, texts: &Texts) {
    let file = tempfile::Builder::new().prefix(&format!("{id}.")).suffix(".toml").tempfile();
    let kept = file.and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        Ok(file.into_temp_path().keep()?)
    });
    if let Ok(path) = kept {
        output::note(&texts.with("cli-editor-kept", &[("path", shown(&path).into())]));
    }
}

fn first_fault(error: &SaveError) -> Option<usize> {
    match error {
        SaveError::Faulty { faults, .. } => faults.iter().map(|fault| fault.location.line).find(|line| *line > 0),
        _ => None,
    }
}
