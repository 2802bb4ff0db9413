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

use super::find_program;
use crate::{
    base::{expand_home, home, private},
    catalogue::Id,
};

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
pub fn editor() -> (PathBuf, Vec<OsString>) {
    let command = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let command = command.unwrap_or_else(|| OsString::from(if cfg!(windows) { "notepad" } else { "vi" }));
    if is_path_of_file(Path::new(&command)) {
        return (command.into(), Vec::new());
    }
    program_and_words(&command.to_string_lossy(), home(|name| env::var_os(name)).as_deref())
}

/// Takes a line apart that names a program. A path with blanks in it need not stand in quotes: the longest beginning that
/// is a file is the program.
fn program_and_words(line: &str, home: Option<&Path>) -> (PathBuf, Vec<OsString>) {
    let line = line.trim();
    let blanks = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    let mut ways = blanks.chain([line.len()]).rev().filter_map(|end| line.split_at_checked(end));
    let whole = ways.find_map(|(path, rest)| {
        let path = expand_home(Path::new(path), home);
        is_path_of_file(&path).then(|| (path, words(rest)))
    });
    whole.unwrap_or_else(|| {
        let mut words = words(line).into_iter();
        let program = words.next().map_or_else(|| "vi".into(), |program| expand_home(Path::new(&program), home));
        (program, words.collect())
    })
}

/// A name alone is looked for in `PATH`, never here.
fn is_path_of_file(path: &Path) -> bool {
    path.components().count() > 1 && path.is_file()
}

/// A program that only lies in the folder of the catalogue is none.
fn command(file: &Path, line: Option<usize>) -> io::Result<Command> {
    let (program, words) = editor();
    let name = program.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut command = Command::new(find_program(&program).ok_or(io::ErrorKind::NotFound)?);
    command.args(words);
    if let Some(line) = line.filter(|_| GO_TO_LINE.contains(&name.as_str())) {
        command.arg(format!("+{line}"));
    }
    command.arg(file);
    Ok(command)
}

/// The words of a line, separated by blanks; quotes hold together what has blanks in it, and a backslash before a blank
/// does where it is no part of a path.
fn words(line: &str) -> Vec<OsString> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            None if cfg!(unix) && c == '\\' && letters.peek().is_some_and(|next| next.is_whitespace()) => {
                word.get_or_insert_default().extend(letters.next());
            }
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
        #[cfg(unix)]
        assert_eq!(words(r"/my\ tools/ed -x\ y a\b"), ["/my tools/ed", "-x y", r"a\b"]);
    }

    #[test]
    fn a_path_with_blanks_is_taken_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("my tools/ed it");
        fs::create_dir(folder.path().join("my tools")).unwrap();
        fs::write(&path, "").unwrap();
        let named = path.to_str().unwrap();
        for line in [named.to_owned(), format!(" {named} "), format!("'{named}'")] {
            assert_eq!(program_and_words(&line, None), (path.clone(), vec![]), "{line}");
        }
        for line in [format!("{named} --wait 'a b'"), format!("\"{named}\" --wait \"a b\"")] {
            let (program, words) = program_and_words(&line, None);
            assert_eq!((program, words), (path.clone(), vec!["--wait".into(), "a b".into()]), "{line}");
        }
        let (program, words) = program_and_words("~/my tools/ed it -x", Some(folder.path()));
        assert_eq!((program, words), (path.clone(), vec!["-x".into()]));
        let (program, words) = program_and_words("'~/my tools/ed it' -x", Some(folder.path()));
        assert_eq!((program, words), (path, vec!["-x".into()]));
        assert_eq!(program_and_words("code --wait", None), ("code".into(), vec!["--wait".into()]));
        assert_eq!(program_and_words("", None).0, Path::new("vi"));
    }
}
