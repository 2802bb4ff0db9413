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
        let told = if !done.success() {
            let status = Text::line(&done.to_string()).to_string();
            CliError::new(Exit::Unreadable, texts.with("cli-editor-ended", &[("status", status.into())]))
                .hint(texts.get("cli-editor-failed-hint"))
        } else if text == base.as_bytes() {
            output::print(&texts.with("cli-unchanged", &[("id", id.as_str().into())]), texts)?;
            return Ok(Exit::Done);
        } else if let Ok(text) = std::str::from_utf8(&text) {
            match bureau.office.save_text(id, base, text, bureau.rules()) {
                Ok(saved) => return bureau.print_saved(id, base, &saved).map(|()| Exit::Done),
                Err(error) => {
                    line = first_fault(&error);
                    bureau.failed(&error)
                }
            }
        } else {
            CliError::new(Exit::Unreadable, texts.get("cli-editor-not-utf8").into_owned())
                .hint(texts.get("cli-editor-not-utf8-hint"))
        };
        if text == base.as_bytes() {
            return Err(told);
        }
        told.print(texts);
        // Whoever ends an editor with an error wants out.
        if !done.success() || !bureau::asks(&texts.get("cli-editor-again"), texts) {
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

/// `VISUAL`, `EDITOR`, or what every system has. Started without a shell.
fn command(file: &Path, line: Option<usize>) -> Command {
    let wished = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let wished = wished.unwrap_or_else(|| OsString::from(if cfg!(windows) { "notepad" } else { "vi" }));
    // A path with blanks in it names a program by itself.
    let mut words = if Path::new(&wished).is_file() { vec![wished] } else { words(&wished.to_string_lossy()) };
    let program = if words.is_empty() { "vi".into() } else { words.remove(0) };
    let name = Path::new(&program).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut command = Command::new(&program);
    command.args(words);
    if let Some(line) = line.filter(|_| GO_TO_LINE.contains(&name.as_str())) {
        command.arg(format!("+{line}"));
    }
    command.arg(file);
    command
}

/// The words of a line, separated by blanks; quotes hold together what has blanks in it.
fn words(line: &str) -> Vec<OsString> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words.into_iter().map(OsString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_named_with_its_options() {
        assert_eq!(words("  code --wait "), ["code", "--wait"]);
        assert_eq!(
            words(r#""C:\Program Files\n++.exe" -multi 'a "b"'"#),
            [r"C:\Program Files\n++.exe", "-multi", "a \"b\""]
        );
        assert_eq!(words("ed '' --x='a b'"), ["ed", "", "--x=a b"]);
        assert_eq!(words(" \t"), Vec::<OsString>::new());
        assert_eq!(words("'/opt/never closed"), ["/opt/never closed"]);
    }
}
