//! The user's own editor, as the environment names it. Started without a shell.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
};

use tempfile::TempDir;

use super::{find_program, private};
use crate::catalogue::Id;

/// Editors that know `+LINE`.
const GO_TO_LINE: [&str; 9] = ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "joe", "micro", "kak"];

/// How the name of the folder of a copy begins.
const PREFIX: &str = "editor-";

/// What an editor has left.
#[derive(Debug)]
pub struct EditedText {
    /// The content of the file; editors may write what is no text.
    pub content: Vec<u8>,
    /// How the editor has ended. Whoever ends it with an error wants out.
    pub status: ExitStatus,
    /// The folder of the copy, which goes with this.
    folder: TempDir,
    copy: PathBuf,
}

impl EditedText {
    /// Leaves the file as the editor has left it, readable by its owner only, and says where. Nothing is written for
    /// that, so it works on a full disk as well.
    pub fn keep(self) -> PathBuf {
        let _ = self.folder.keep();
        self.copy
    }
}

/// Lets the user edit a text, from this line on.
///
/// The editor gets a copy in a folder of its own: whatever it does, the entry stays whole. Nobody but the user can look
/// into that folder, so what the editor writes anew there, or beside it, is as private as the copy. It lies in the user's
/// folder `state`, or without one where the system keeps temporary files.
///
/// # Errors
/// When the editor cannot be started, or what it leaves cannot be read.
pub fn edit_text(id: &Id, text: &[u8], line: Option<usize>, state: Option<&Path>) -> io::Result<EditedText> {
    let folder = private::temporary_folder(PREFIX, state)?;
    let copy = folder.path().join(format!("{id}.toml"));
    private::new_file(&copy)?.write_all(text)?;
    let status = command(&copy, line)?.status()?;
    Ok(EditedText { content: fs::read(&copy)?, status, folder, copy })
}

/// Keeps what was written of an entry in a file of its own, readable by its owner only, and says where: in the user's
/// folder `state`, or without one where the system keeps temporary files.
///
/// # Errors
/// What the system says.
pub fn keep_text(id: &Id, content: &[u8], state: Option<&Path>) -> io::Result<PathBuf> {
    let folder = private::temporary_folder(PREFIX, state)?;
    let path = folder.path().join(format!("{id}.toml"));
    private::new_file(&path)?.write_all(content)?;
    // Only what is whole stays.
    let _ = folder.keep();
    Ok(path)
}

/// The program that edits, and its first arguments: `VISUAL`, `EDITOR`, or what every system has.
pub fn editor() -> (OsString, Vec<OsString>) {
    let command = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let command = command.unwrap_or_else(|| OsString::from(if cfg!(windows) { "notepad" } else { "vi" }));
    // A path with blanks in it names a program by itself.
    let mut words = if Path::new(&command).is_file() { vec![command] } else { words(&command.to_string_lossy()) };
    let program = if words.is_empty() { "vi".into() } else { words.remove(0) };
    (program, words)
}

/// # Errors
/// When there is no such program. One that only lies in the folder of the catalogue is none.
fn command(file: &Path, line: Option<usize>) -> io::Result<Command> {
    let (program, words) = editor();
    let name = Path::new(&program).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut command = Command::new(find_program(Path::new(&program)).ok_or(io::ErrorKind::NotFound)?);
    command.args(words);
    if let Some(line) = line.filter(|_| GO_TO_LINE.contains(&name.as_str())) {
        command.arg(format!("+{line}"));
    }
    command.arg(file);
    Ok(command)
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
