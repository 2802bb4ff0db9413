//! Reads the history of one file: one git for the commits, one for all texts.

use std::{
    ffi::OsStr,
    io::{self, BufRead, BufReader, Read},
    process::Command,
};

use jiff::Timestamp;

use super::child::{self, GitError};
use crate::{base::Text, catalogue::MAX_FILE};

/// How git writes a commit: fields that end with a zero byte, then `:<modes> <hashes> <status>` and one or two paths.
/// A blank stands before each field that may be empty, so that every empty field is padding of git's.
const FORMAT: &str = "--format=%H%x00%at%x00 %an%x00 %B%x00";

/// Entries of one organisation resemble each other. A file that shares less than this with one that was removed by the same
/// commit is another entry and no rename.
const SAME_ENTRY: &str = "--find-renames=70%";

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The full hash. The short one is its beginning.
    pub hash: String,
    /// When the author made the change.
    pub at: Timestamp,
    /// The name of the author.
    pub by: Text,
    /// What the author says of it.
    pub message: Text,
    /// The file after the change; `None` when it was deleted, is not UTF-8 or is longer than an entry may be.
    pub text: Option<String>,
}

/// A commit with the blob of the file after it.
struct BlobRevision {
    commit: Commit,
    blob: String,
}

/// The commits that changed the file, the newest first, from the commit `from` on, or else from the one that is checked
/// out. `git` begins a command in the right repository.
pub(super) fn read(
    git: &dyn Fn() -> Command,
    from: Option<&str>,
    file: &OsStr,
    limit: usize,
) -> Result<Vec<Commit>, GitError> {
    let mut log = git();
    log.args(["log", "-z", "--follow", SAME_ENTRY, "-c", "--raw", "--no-abbrev", "--no-show-signature"]);
    log.args(["--encoding=UTF-8", FORMAT, &format!("--max-count={limit}")]);
    log.args(from).arg("--").arg(file);
    let all = |answer: &mut dyn Read| {
        let mut output = Vec::new();
        answer.read_to_end(&mut output).map(|_| output)
    };
    let changes = match child::read(&mut log, b"", all) {
        Ok(output) => changes(&output).ok_or(GitError::Unclear)?,
        Err(GitError::Refused(_)) if !has_commits(git)? => Vec::new(),
        Err(error) => return Err(error),
    };
    with_texts(git, changes)
}

/// In a new repository there is no log to be had.
fn has_commits(git: &dyn Fn() -> Command) -> Result<bool, GitError> {
    Ok(child::output(git().args(["rev-parse", "--verify", "--quiet", "HEAD"]))?.status.success())
}

fn changes(output: &[u8]) -> Option<Vec<BlobRevision>> {
    let fields = output.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let mut fields = fields.filter(|field| !field.is_empty()).peekable();
    let mut changes = Vec::new();
    while let Some(hash) = fields.next() {
        let at = Timestamp::from_second(fields.next()?.parse().ok()?).ok()?;
        let (by, message) = (Text::line(&fields.next()?), Text::paragraphs(&fields.next()?));
        let commit = Commit { hash: hash.into_owned(), at, by, message, text: None };
        let Some(change) = fields.next_if(|field| field.trim_start().starts_with(':')) else { continue };
        let (status, blob) = {
            let mut words = change.rsplit(' ');
            (words.next()?, words.next()?.to_owned())
        };
        changes.push(BlobRevision { commit, blob });
        // Two colons: a merge that took the file from neither side. It has one path, whatever its status.
        let moved = !change.trim_start().starts_with("::") && status.starts_with(['R', 'C']);
        fields.nth(usize::from(moved))?;
        // Git would go on with the history of the file that was copied, which is another entry's.
        if moved && status.starts_with('C') {
            break;
        }
    }
    Some(changes)
}

fn with_texts(git: &dyn Fn() -> Command, mut changes: Vec<BlobRevision>) -> Result<Vec<Commit>, GitError> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: String = changes.iter().map(|change| format!("{}\n", change.blob)).collect();
    child::read(git().args(["cat-file", "--batch"]), wanted.as_bytes(), |answers| {
        let mut answers = BufReader::new(answers);
        changes.iter_mut().try_for_each(|change| next_text(&mut answers).map(|text| change.commit.text = text))
    })?;
    Ok(changes.into_iter().map(|change| change.commit).collect())
}

/// One answer: `<hash> blob <size>`, the text and a line break; or `<hash> missing`, as for the file that a commit
/// removed.
fn next_text(answers: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    if head.ends_with(" missing\n") {
        return Ok(None);
    }
    let size: u64 =
        head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let mut text = answers.by_ref().take(size);
    if size > MAX_FILE {
        io::copy(&mut text, &mut io::sink())?;
    }
    let mut bytes = Vec::new();
    text.read_to_end(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok(String::from_utf8(bytes).ok().filter(|_| size <= MAX_FILE))
}
