//! Reads the history of a repository for whose settings nobody has vouched.
//!
//! A repository's settings can name programs: monitors, filters, helpers, hooks. Switching each of them off would rely
//! on a list that is never complete. So git gets another repository, empty and made by Lotse, which only borrows the
//! objects: nothing that the folder says about how git is to work is ever read.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

use tempfile::TempDir;

use super::{
    child::{self, GitError},
    log::{self, Commit},
    path::literally,
    work_tree::WorkTree,
};
use crate::{
    base::{is_not_ordinary, private, read_no_link},
    catalogue::LeadsOutside,
};

/// Longest file of a single reference that is read, in bytes.
const LONGEST_REFERENCE: u64 = 4 << 10;
/// Longest list of references, and of commits at which a history was cut off, that is read.
const LONGEST_LIST: u64 = 64 << 20;
/// How many references may lead to each other.
const MOST_STEPS: usize = 5;
/// How the name of an empty repository begins.
const PREFIX: &str = "lotse-git-";
/// One of this age was left behind by a process that was killed.
const LEFT: Duration = Duration::from_secs(3600);
/// Digits of a SHA-1 and of a SHA-256.
const SHA1: usize = 40;
const SHA256: usize = 64;

/// The objects of a repository, and the commit at which its history begins.
pub(super) struct Objects {
    top: PathBuf,
    folder: PathBuf,
    /// `None` in a repository without commits.
    head: Option<String>,
    /// Commits whose parents were never fetched, as git writes them.
    shallow: Option<Vec<u8>>,
}

/// What was found in a repository without a look at its settings.
type BorrowedObjects<T> = Result<T, GitError>;

impl Objects {
    /// The objects around the work tree; [`GitError::Settings`] when only the repository's own settings lead to them.
    pub(super) fn of(tree: &WorkTree) -> BorrowedObjects<Self> {
        let repository = tree.repository();
        let folder = repository.join("objects");
        let plain = is_folder(&repository) && is_folder(&folder);
        // Linked work trees, borrowed objects: they lead to other folders.
        let borrowed = ["commondir", "objects/info/alternates", "objects/info/http-alternates"];
        if !plain || borrowed.iter().any(|name| fs::symlink_metadata(repository.join(name)).is_ok()) {
            return Err(GitError::Settings);
        }
        let shallow = read_plain(&repository.join("shallow"), LONGEST_LIST)?;
        Ok(Self { top: tree.top().to_owned(), folder, head: head(&repository)?, shallow })
    }

    /// The commits that changed this file, the newest first, as [`super::Checkout::log`] gives them. The empty repository lies
    /// in the folder `scratch` meanwhile.
    pub(super) fn log(&self, file: &Path, limit: usize, scratch: &Path) -> BorrowedObjects<Vec<Commit>> {
        let Some(head) = &self.head else { return Ok(Vec::new()) };
        let empty = self.empty_repository(head.len(), scratch)?;
        let place = file.strip_prefix(&self.top).map_err(|_| io::Error::from(LeadsOutside))?;
        log::read(&|| self.git(empty.path()), Some(head), &literally(place), limit)
    }

    fn empty_repository(&self, digits: usize, scratch: &Path) -> io::Result<TempDir> {
        clear_left(scratch);
        // Whoever could write into it could let git run a program.
        let empty = private::temporary_folder(PREFIX, Some(scratch))?;
        let write = |name: &str, text: &[u8]| fs::write(empty.path().join(name), text);
        let format = match digits {
            SHA256 => "[core]\nbare = true\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = sha256\n",
            _ => "[core]\nbare = true\nrepositoryformatversion = 0\n",
        };
        write("config", format.as_bytes())?;
        write("HEAD", b"ref: refs/heads/none\n")?;
        self.shallow.iter().try_for_each(|commits| write("shallow", commits))?;
        ["objects", "refs"].into_iter().try_for_each(|name| fs::create_dir(empty.path().join(name)))?;
        Ok(empty)
    }

    fn git(&self, repository: &Path) -> Command {
        let mut git = child::without_settings(repository);
        git.env("GIT_DIR", repository).env("GIT_OBJECT_DIRECTORY", &self.folder);
        git
    }
}

/// Deletes the empty repositories that killed processes have left.
fn clear_left(scratch: &Path) {
    for entry in fs::read_dir(scratch).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|meta| meta.modified()).map(|then| SystemTime::now().duration_since(then));
        let old = age.is_ok_and(|age| age.is_ok_and(|age| age > LEFT));
        if old && entry.file_name().to_string_lossy().starts_with(PREFIX) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The commit at which the history of a repository begins: `HEAD`, through the references to which it leads.
fn head(repository: &Path) -> BorrowedObjects<Option<String>> {
    let mut name = "HEAD".to_owned();
    for _ in 0..MOST_STEPS {
        let Some(text) = reference(repository, &name)? else { return Ok(None) };
        let text = text.trim_end();
        match text.strip_prefix("ref:") {
            Some(next) if is_reference(next.trim()) => name = next.trim().to_owned(),
            None if is_hash(text) => return Ok(Some(text.to_owned())),
            _ => return Err(GitError::Settings),
        }
    }
    Err(GitError::Settings)
}

/// What a reference says: its own file, or its line in the list of packed ones.
fn reference(repository: &Path, name: &str) -> BorrowedObjects<Option<String>> {
    let path = name.split('/').fold(repository.to_owned(), |path, part| path.join(part));
    if let Some(text) = read_plain(&path, LONGEST_REFERENCE)? {
        return String::from_utf8(text).map(Some).map_err(|_| GitError::Unclear);
    }
    // References in a database of their own, which only git can read.
    if repository.join("reftable").exists() {
        return Err(GitError::Settings);
    }
    let packed = read_plain(&repository.join("packed-refs"), LONGEST_LIST)?.unwrap_or_default();
    let packed = String::from_utf8_lossy(&packed);
    let found = packed.lines().find_map(|line| line.split_once(' ').filter(|(_, known)| *known == name));
    Ok(found.map(|(hash, _)| hash.to_owned()))
}

/// `refs/heads/main` and its like: nothing that leads out of the repository when it becomes a path.
fn is_reference(name: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    name.starts_with("refs/") && name.split('/').all(is_part)
}

fn is_hash(text: &str) -> bool {
    [SHA1, SHA256].contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
}

/// An ordinary file that is no link and not too long; `None` where there is nothing.
fn read_plain(path: &Path, most: u64) -> BorrowedObjects<Option<Vec<u8>>> {
    use io::ErrorKind as Kind;
    match read_no_link(path, most) {
        Ok(bytes) => Ok(Some(bytes)),
        // A reference may be the folder of others.
        Err(error) if matches!(error.kind(), Kind::NotFound | Kind::NotADirectory | Kind::IsADirectory) => Ok(None),
        Err(error) if is_not_ordinary(&error) => Err(GitError::Settings),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stays_in_its_repository() {
        for good in ["refs/heads/main", "refs/heads/arbeit/neu", "refs/remotes/origin/HEAD"] {
            assert!(is_reference(good), "{good}");
        }
        for bad in ["HEAD", "refs/../config", "refs/heads/", "/refs/x", "refs//x", "refs/.x", "refs/a\\b", "refs/c:x"] {
            assert!(!is_reference(bad), "{bad}");
        }
    }
}
