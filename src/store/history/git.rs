//! The history of a catalogue that lies in a git checkout: every save is a commit in the coordinator's name.
//!
//! Speaks to the `git` command and never to a shell, so that the settings and hooks of the organisation hold. Nothing is
//! pushed. What else lies changed or staged in the checkout belongs to somebody else and stays as it is.

mod child;
mod log;
mod objects;
mod path;
mod work_tree;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

pub use child::GitError;
use child::git;
pub use log::Commit;
use objects::Objects;
use path::{literally, path, real};
pub use work_tree::WorkTree;

use crate::{base::Text, store::Author};

/// What no entry is called: an id has no line below.
const NEW: &str = "_.toml";

/// The git checkout in which a catalogue lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkout {
    /// The top folder of the work tree, as git writes it.
    top: PathBuf,
}

/// Files of a checkout that differ from its last commit, as git is told of them.
#[derive(Default)]
struct PendingFiles {
    all: BTreeSet<OsString>,
    /// Those of which git knows nothing yet.
    new: BTreeSet<OsString>,
}

impl Checkout {
    /// The checkout around `folder`. `None` when git is not installed or does not work here, the folder lies in no
    /// work tree, or git ignores it or what would be new in it.
    pub fn of(folder: &Path) -> Option<Self> {
        let top = child::answer(git(folder).args(["rev-parse", "--show-toplevel"])).ok()?;
        let top = path(top.strip_suffix(b"\n")?);
        let ignored = child::output(git(folder).args(["check-ignore", "--", ".", NEW])).ok()?;
        (!ignored.status.success()).then_some(Self { top })
    }

    /// True for the checkout that lies in this work tree.
    pub fn is_of(&self, tree: &WorkTree) -> bool {
        real(&self.top) == tree.top()
    }

    /// Commits these files as they are on disk and nothing else. A file that does not exist any more is removed from
    /// the history, one that git does not know yet is added. Hooks run. Waits about two seconds while another process
    /// writes in the checkout.
    ///
    /// The short hash of the commit, or `None` when there is nothing to commit: no file differs, or git ignores those
    /// that do.
    ///
    /// # Errors
    /// When git or a hook refuses, for example in the middle of a merge, and always during a rebase. The files on disk
    /// stay as they are then, and none of them is staged that was not before.
    pub fn commit(&self, paths: &[PathBuf], author: &Author, message: &str) -> Result<Option<String>, GitError> {
        let PendingFiles { all, new } = self.changes(paths)?;
        if all.is_empty() {
            return Ok(None);
        }
        if self.is_rebasing()? {
            return Err(GitError::Rebasing);
        }
        self.announce(&new)?;
        let done = self.commit_known(&all, author, message);
        let to_settle = if matches!(done, Ok(Some(_))) { &all } else { &new };
        self.settle(to_settle);
        done
    }

    /// The commits that changed this file, the newest first, `limit` at most. They are followed through renames, but
    /// not into a file of which this one began as a copy.
    ///
    /// # Errors
    /// When git refuses or its answer is not understood. A file that was never committed is no error.
    pub fn log(&self, path: &Path, limit: usize) -> Result<Vec<Commit>, GitError> {
        log::read(&|| self.git(), None, &literally(&self.place(path)), limit)
    }

    /// Which of these files differ from the last commit or are staged.
    fn changes(&self, paths: &[PathBuf]) -> Result<PendingFiles, GitError> {
        let mut changes = PendingFiles::default();
        if paths.is_empty() {
            return Ok(changes); // Without a path, git would speak of all files.
        }
        let paths = paths.iter().map(|path| literally(&self.place(path)));
        let status = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--"];
        let status = child::answer(self.git().args(status).args(paths))?;
        for line in status.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let (state, name) = line.split_at_checked(3).ok_or(GitError::Unclear)?;
            let file = literally(&path(name));
            // Where somebody has staged a removal, the file stands here twice, and the last commit knows it.
            if state == b"?? " && !changes.all.contains(&file) {
                changes.new.insert(file.clone());
            }
            changes.all.insert(file);
        }
        Ok(changes)
    }

    /// True also in the middle of `git am`, which git keeps in the same folder.
    fn is_rebasing(&self) -> Result<bool, GitError> {
        let folders = ["rev-parse", "--git-path", "rebase-merge", "--git-path", "rebase-apply"];
        let folders = child::answer(self.git().args(folders))?;
        let mut folders = folders.split(|byte| *byte == b'\n').filter(|folder| !folder.is_empty());
        Ok(folders.any(|folder| self.top.join(path(folder)).exists()))
    }

    /// Tells git that these files exist, but stages nothing: only files that it knows can be committed by name.
    fn announce(&self, files: &BTreeSet<OsString>) -> Result<(), GitError> {
        if files.is_empty() {
            return Ok(());
        }
        child::answer(self.git().args(["add", "--intent-to-add", "--"]).args(files)).map(drop)
    }

    fn commit_known(
        &self,
        files: &BTreeSet<OsString>,
        author: &Author,
        message: &str,
    ) -> Result<Option<String>, GitError> {
        if !self.would_commit(files)? {
            return Ok(None);
        }
        // Other ways of cleaning a message take lines with `#` for comments.
        let message = format!("--message={}", Text::paragraphs(message));
        let mut commit = self.git();
        commit.args(["commit", "--only", "--quiet", "--cleanup=whitespace", &message, "--"]).args(files);
        child::answer(sign(&mut commit, author))?;
        let hash = child::answer(self.git().args(["rev-parse", "--short", "HEAD"]))?;
        Ok(Some(String::from_utf8_lossy(&hash).trim().to_owned()))
    }

    /// A file that is staged may be on disk as it was committed. To find that out only by committing would run hooks.
    fn would_commit(&self, files: &BTreeSet<OsString>) -> Result<bool, GitError> {
        let rehearsal = ["commit", "--dry-run", "--only", "--porcelain", "--untracked-files=no", "--"];
        let output = child::output(self.git().args(rehearsal).args(files))?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(child::refusal(&output)),
        }
    }

    /// Makes the index say of these files what the last commit says. After a commit it may say what they were before a
    /// hook rewrote them, and whoever commits next would undo the hook's work; after a failure it knows files that it
    /// did not know before. When this fails, nothing is lost by it.
    fn settle(&self, files: &BTreeSet<OsString>) {
        if !files.is_empty() {
            let _ = child::answer(self.git().args(["reset", "--quiet", "--"]).args(files));
        }
    }

    /// Where a file lies below the top folder. Git refuses ways that lead through links. A path that leads elsewhere
    /// stays whole; git will say what it thinks of it.
    fn place(&self, path: &Path) -> PathBuf {
        let path = real(path);
        path.strip_prefix(real(&self.top)).map(Path::to_owned).unwrap_or(path)
    }

    fn git(&self) -> Command {
        git(&self.top)
    }
}

/// The commits that changed this file, as [`Checkout::log`] gives them, from a work tree that nobody trusts: no setting of
/// its repository is read, and [`GitError::Settings`] says that there is no other way. `scratch` is a folder in which git's
/// small files may lie meanwhile.
pub(super) fn log_without_settings(
    tree: &WorkTree,
    path: &Path,
    limit: usize,
    scratch: &Path,
) -> Result<Vec<Commit>, GitError> {
    Objects::of(tree)?.log(&real(path), limit, scratch)
}

/// What git answers to a question about this folder, in one line. Nothing is changed by it.
///
/// # Errors
/// When git cannot be started, or refuses: with its own words.
pub fn ask_git(folder: &Path, question: &[&str]) -> Result<Text, GitError> {
    let answer = child::answer(git(folder).args(question))?;
    Ok(Text::line(String::from_utf8_lossy(&answer).trim()))
}

/// Without user or e-mail in git's settings, or with those of somebody else, the commit is still the author's.
fn sign<'a>(commit: &'a mut Command, author: &Author) -> &'a mut Command {
    let (name, email) = (author.signed_name(), author.signed_email());
    commit.env("GIT_AUTHOR_NAME", &name).env("GIT_COMMITTER_NAME", &name);
    commit.env("GIT_AUTHOR_EMAIL", &email).env("GIT_COMMITTER_EMAIL", &email)
}
