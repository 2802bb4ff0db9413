//! `lotse edit`: opens the form of an entry on the screen, or its file in the user's editor.

use std::{env, ffi::OsString, fs, path::Path, process::Command};

use super::{
    Exit,
    args::EditArgs,
    bureau::{self, Bureau},
    context::Context,
    errors::CliError,
    output, screen,
};
use crate::{
    catalogue::{Id, Text},
    locale::system,
    tui::Start,
    upkeep::SaveError,
};

/// Editors that know `+LINE`.
const GO_TO_LINE: [&str; 9] = ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "joe", "micro", "kak"];

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

/// The file is a copy until it is saved: whatever the editor does to it, the entry stays whole.
fn in_editor(id: &Id, base: &str, bureau: &Bureau<'_>, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let failed = |error: &std::io::Error| {
        let reason = system::reason(error, texts);
        CliError::new(Exit::Unreadable, texts.with("cli-editor-failed", &[("reason", reason.into())]))
            .hint(texts.get("cli-editor-failed-hint"))
    };
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    let copy = folder.path().join(format!("{id}.toml"));
    fs::write(&copy, base).map_err(|error| failed(&error))?;
    let mut line = None;
    loop {
        let done = command(&copy, line).status().map_err(|error| failed(&error))?;
        let text = fs::read(&copy).map_err(|error| failed(&error))?;
        let text = String::from_utf8_lossy(&text).into_owned();
        if text == base || !done.success() {
            output::print(&texts.with("cli-unchanged", &[("id", id.as_str().into())]), texts)?;
            return Ok(Exit::Done);
        }
        let error = match bureau.office.save_text(id, base, &text, bureau.rules()) {
            Ok(saved) => return bureau.print_saved(id, base, &saved).map(|()| Exit::Done),
            Err(error) => error,
        };
        line = first_fault(&error);
        let told = bureau.failed(&error);
        told.print(texts);
        if !bureau::asks(&texts.get("cli-editor-again"), texts) {
            let kept = folder.keep().join(format!("{id}.toml"));
            let kept = Text::line(&kept.display().to_string()).to_string();
            output::note(&texts.with("cli-editor-kept", &[("path", kept.into())]));
            return Ok(told.exit);
        }
    }
}

fn first_fault(error: &SaveError) -> Option<usize> {
    match error {
        SaveError::Faulty { faults, .. } => faults.iter().map(|fault| fault.location.line).find(|line| *line > 0),
        _ => None,
    }
}

/// `VISUAL`, `EDITOR`, or what every system has. Started without a shell: the words are separated by blanks.
fn command(file: &Path, line: Option<usize>) -> Command {
    let wished = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let wished = wished.unwrap_or_else(|| OsString::from(if cfg!(windows) { "notepad" } else { "vi" }));
    let wished = wished.to_string_lossy().into_owned();
    // A path with blanks in it names a program by itself.
    let whole = Path::new(&wished).is_file();
    let mut words =
        if whole { vec![wished.as_str()] } else { wished.split_whitespace().collect::<Vec<_>>() }.into_iter();
    let program = words.next().unwrap_or("vi").to_owned();
    let name = Path::new(&program).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut command = Command::new(&program);
    command.args(words);
    if let Some(line) = line.filter(|_| GO_TO_LINE.contains(&name.as_str())) {
        command.arg(format!("+{line}"));
    }
    command.arg(file);
    command
}
