//! How git is called, and what it means when it says no.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

use super::GitError;
use crate::catalogue::Text;

/// Variables that lead to another repository, another time or another reading of paths. Lotse may have been started by
/// a hook or an alias of git, which leaves them behind. Variables with settings (`GIT_CONFIG_*`) are the user's will.
const MISLEADING: &[&str] = &[
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_DATE",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// Settings for this one call. Only the first is about more than the form of the output: a commit that was promised
/// survives a power cut.
const SETTINGS: &[&str] = &["core.fsync=all", "color.ui=false", "i18n.commitEncoding=UTF-8"];

/// What [`is_locked`] reads must not be translated; and nobody is there to answer or to edit.
const SURROUNDINGS: &[(&str, &str)] =
    &[("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_EDITOR", "true"), ("GIT_OPTIONAL_LOCKS", "0")];

/// How long to wait before each further attempt while another process holds a lock, in milliseconds: 2 s in all.
const WAITS: [u64; 6] = [50, 100, 200, 400, 600, 650];

/// So many lines of a refusal are told. What git says of a lock has seven.
const TOLD_LINES: usize = 8;

/// Git, to be run in this folder.
pub(super) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder).stdin(Stdio::null()).arg("--no-pager");
    git.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    for name in MISLEADING {
        git.env_remove(name);
    }
    git.envs(SURROUNDINGS.iter().copied());
    git
}

/// What git writes when it agrees.
pub(super) fn answer(git: &mut Command) -> Result<Vec<u8>, GitError> {
    let output = output(git)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refusal(&output)) }
}

/// What git writes, whether it agrees or not; only that another process holds a lock is waited for.
pub(super) fn output(git: &mut Command) -> Result<Output, GitError> {
    for wait in WAITS {
        let output = git.output()?;
        if !is_locked(&output) {
            return Ok(output);
        }
        thread::sleep(Duration::from_millis(wait));
    }
    Ok(git.output()?)
}

fn is_locked(output: &Output) -> bool {
    !output.status.success() && String::from_utf8_lossy(&output.stderr).contains(".lock': File exists")
}

/// The last words of git or of its hook, whose output git sends the same way.
pub(super) fn refusal(output: &Output) -> GitError {
    let said = |bytes: &[u8]| {
        let said = String::from_utf8_lossy(bytes);
        let lines: Vec<_> = said.lines().filter(|line| !line.trim().is_empty()).collect();
        Text::paragraphs(&lines.get(lines.len().saturating_sub(TOLD_LINES)..).unwrap_or_default().join("\n"))
    };
    let errors = said(&output.stderr);
    let words = if errors.is_empty() { said(&output.stdout) } else { errors };
    // A hook may fail without a word.
    GitError::Refused(if words.is_empty() { Text::line(&output.status.to_string()) } else { words })
}
