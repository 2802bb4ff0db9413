//! The user's own editor, as the environment names it. Started without a shell.

use std::{env, ffi::OsString, fs, io, path::Path, process::Command};

use crate::catalogue::Id;

/// Editors that know `+LINE`.
const GO_TO_LINE: [&str; 9] = ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "joe", "micro", "kak"];

/// Lets the user edit a text, from this line on, and returns what it has become. `None` when the editor says that it
/// was left without saving.
///
/// The editor gets a copy in a folder of its own: whatever it does, the entry stays whole.
///
/// # Errors
/// When the editor cannot be started, or what it leaves cannot be read.
pub fn edit_text(id: &Id, text: &str, line: Option<usize>) -> io::Result<Option<String>> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join(format!("{id}.toml"));
    fs::write(&copy, text)?;
    if !command(&copy, line).status()?.success() {
        return Ok(None);
    }
    String::from_utf8(fs::read(&copy)?).map(Some).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// `VISUAL`, `EDITOR`, or what every system has; words are separated by blanks.
fn command(file: &Path, line: Option<usize>) -> Command {
    let wished = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let wished = wished.unwrap_or_else(|| OsString::from(if cfg!(windows) { "notepad" } else { "vi" }));
    let wished = wished.to_string_lossy().into_owned();
    // A path with blanks in it names a program by itself.
    let words: Vec<&str> =
        if Path::new(&wished).is_file() { vec![&wished] } else { wished.split_whitespace().collect() };
    let (program, arguments) = words.split_first().map_or(("vi", [].as_slice()), |(first, rest)| (*first, rest));
    let mut command = Command::new(program);
    command.args(arguments);
    let name = Path::new(program).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(line) = line.filter(|_| GO_TO_LINE.contains(&name.as_str())) {
        command.arg(format!("+{line}"));
    }
    command.arg(file);
    command
}
