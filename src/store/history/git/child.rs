//! How git is called, and what it means when it says no.

use std::{
    env,
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, SystemTime},
};

use crate::{
    base::Text,
    locale::{Localize as _, Texts},
    store::find_program,
};

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

/// Settings for this one call. Two are about more than the form of the output: a commit that was promised survives a
/// power cut, and a folder of files that look like a repository is none.
const SETTINGS: &[&str] =
    &["core.fsync=all", "color.ui=false", "i18n.commitEncoding=UTF-8", "safe.bareRepository=explicit"];

/// What [`lock_in_the_way`] reads must not be translated; and nobody is there to answer or to edit.
const SURROUNDINGS: &[(&str, &str)] =
    &[("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_EDITOR", "true"), ("GIT_OPTIONAL_LOCKS", "0")];

/// What git must not take from anywhere when it reads for a folder that nobody trusts: settings, attributes, helpers.
const ALONE: &[(&str, &str)] = &[
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" }),
    ("GIT_ATTR_NOSYSTEM", "1"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_ALLOW_PROTOCOL", ""),
];

/// How long to wait before each further attempt while another process is at work, in milliseconds: 2 s in all.
const WAITS: [u64; 6] = [50, 100, 200, 400, 600, 650];

/// A lock that nobody has touched for so long is not waited for: git writes in much less.
const LEFT: Duration = Duration::from_secs(2);

/// So long git may read a history.
const READ_TIMEOUT: Duration = Duration::from_secs(10);

/// Longest answer that is taken, and longest complaint, in bytes.
const LONGEST_ANSWER: u64 = 256 << 20;
const LONGEST_WORDS: u64 = 64 << 10;

/// So many lines of a refusal are told. What git says of a lock has seven.
const QUOTED_LINES: usize = 8;

/// Why git did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// The command could not be started.
    #[error("git cannot be started: {0}")]
    Start(#[from] io::Error),
    /// Git or a hook said no.
    #[error("git: {0}")]
    Refused(
        /// The last lines of what they said.
        Text,
    ),
    /// Somebody is rebasing here. Git would take the commit and, should they give up, throw it away.
    #[error("git: a rebase is in progress")]
    Rebasing,
    /// Another process holds this lock, or has left it behind.
    #[error("git: {} exists", .0.display())]
    Locked(PathBuf),
    /// The history can only be read by way of the repository's settings, and nobody has said that they are trusted.
    #[error("git: the repository is not trusted")]
    Settings,
    /// Git reads for so long that nobody waits for it any more.
    #[error("git: no answer")]
    Slow,
    /// Git said yes, but in words that Lotse does not know.
    #[error("git: the answer cannot be understood")]
    Unclear,
}

impl GitError {
    /// What git says, in the user's language as far as it happens often.
    pub fn localize(&self, texts: &Texts) -> String {
        match self {
            Self::Rebasing => texts.get("history-rebasing").into_owned(),
            Self::Settings => texts.get("history-untrusted").into_owned(),
            Self::Unclear => texts.get("history-git-unclear").into_owned(),
            Self::Slow => texts.get("history-git-slow").into_owned(),
            Self::Locked(path) => texts.with("history-locked", &[("path", Text::path(path).to_string().into())]),
            Self::Start(cause) => texts.with("history-git-missing", &[("reason", cause.localize(texts).into())]),
            Self::Refused(words) => texts.with("history-git-said", &[("words", Text::line(words).as_str().into())]),
        }
    }
}

/// Git, to be run in this folder with the settings of the user and of the repository.
pub(super) fn git(folder: &Path) -> Command {
    // Without one, the attempt to start nothing fails as it should.
    let mut git = Command::new(find_program(Path::new("git")).unwrap_or_default());
    git.current_dir(folder).stdin(Stdio::null()).arg("--no-pager");
    git.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    for name in MISLEADING {
        git.env_remove(name);
    }
    git.envs(SURROUNDINGS.iter().copied());
    git
}

/// Git, to be run in a repository that Lotse has made, with no settings but its own.
pub(super) fn without_settings(folder: &Path) -> Command {
    let mut git = git(folder);
    let names = env::vars_os().map(|(name, _)| name);
    for name in names.filter(|name| name.to_string_lossy().to_uppercase().starts_with("GIT_")) {
        // Where git keeps its own programs is part of its installation.
        if name != "GIT_EXEC_PATH" {
            git.env_remove(name);
        }
    }
    git.envs(SURROUNDINGS.iter().chain(ALONE).copied());
    git
}

/// What git writes when it agrees.
pub(super) fn answer(git: &mut Command) -> Result<Vec<u8>, GitError> {
    let output = output(git)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refusal(&output)) }
}

/// What git writes, whether it agrees or not; only that another process is at work is waited for.
pub(super) fn output(git: &mut Command) -> Result<Output, GitError> {
    let mut waits = WAITS.into_iter();
    loop {
        let output = git.output()?;
        let lock = lock_in_the_way(&output);
        if lock.is_none() && !is_overtaken(&output) {
            return Ok(output);
        }
        match (waits.next(), lock) {
            (Some(wait), lock) if !lock.as_deref().is_some_and(is_left) => thread::sleep(Duration::from_millis(wait)),
            (_, Some(lock)) => return Err(GitError::Locked(lock)),
            (_, None) => return Ok(output),
        }
    }
}

/// Lets git read something: it gets `input`, and `take` its answer as it comes. What a repository holds may never end, a
/// pipe for example, and nobody waits for that longer than `PATIENCE`.
pub(super) fn read<T>(
    git: &mut Command,
    input: &[u8],
    take: impl FnOnce(&mut dyn Read) -> io::Result<T>,
) -> Result<T, GitError> {
    let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (Some(mut requests), Some(answers), Some(mut errors)) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(GitError::Unclear);
    };
    let (done, ended) = channel::<()>();
    thread::scope(|scope| {
        // Beside the reading: with all pipes full, each side would wait for the other.
        scope.spawn(move || requests.write_all(input));
        let words = scope.spawn(move || {
            let mut words = Vec::new();
            let _ = errors.by_ref().take(LONGEST_WORDS).read_to_end(&mut words);
            let _ = io::copy(&mut errors, &mut io::sink());
            words
        });
        let watch = scope.spawn(move || {
            let late = ended.recv_timeout(READ_TIMEOUT) == Err(RecvTimeoutError::Timeout);
            if late {
                let _ = child.kill();
            }
            (late, child.wait())
        });
        let mut answers = answers.take(LONGEST_ANSWER);
        let taken = take(&mut answers);
        // Whoever does not want the rest does not wait for it either.
        drop((answers, done));
        let words = words.join().unwrap_or_default();
        let Ok((late, status)) = watch.join() else { return Err(GitError::Unclear) };
        match (status?, taken) {
            _ if late => Err(GitError::Slow),
            (_, Err(error)) if error.kind() == io::ErrorKind::InvalidData => Err(GitError::Unclear),
            (status, Ok(taken)) if status.success() => Ok(taken),
            (status, _) => Err(refusal(&Output { status, stdout: Vec::new(), stderr: words })),
        }
    })
}

/// The lock of another process that git complains of.
fn lock_in_the_way(output: &Output) -> Option<PathBuf> {
    let words = String::from_utf8_lossy(&output.stderr);
    let (before, _) = words.split_once(".lock': File exists").filter(|_| !output.status.success())?;
    let (_, path) = before.rsplit_once('\'')?;
    Some(PathBuf::from(format!("{path}.lock")))
}

/// True where another process has committed between git's look at the branch and its own commit: nothing was done.
fn is_overtaken(output: &Output) -> bool {
    let words = String::from_utf8_lossy(&output.stderr);
    !output.status.success() && words.contains("cannot lock ref") && words.contains("but expected")
}

/// True for a lock at which nobody has been working for a while.
fn is_left(lock: &Path) -> bool {
    let changed = lock.metadata().and_then(|meta| meta.modified());
    changed.is_ok_and(|then| SystemTime::now().duration_since(then).is_ok_and(|age| age > LEFT))
}

/// The last words of git or of its hook, whose output git sends the same way.
pub(super) fn refusal(output: &Output) -> GitError {
    let last_lines = |bytes: &[u8]| {
        let output = String::from_utf8_lossy(bytes);
        let lines: Vec<_> = output.lines().filter(|line| !line.trim().is_empty()).collect();
        Text::paragraphs(&lines.get(lines.len().saturating_sub(QUOTED_LINES)..).unwrap_or_default().join("\n"))
    };
    let errors = last_lines(&output.stderr);
    let words = if errors.is_empty() { last_lines(&output.stdout) } else { errors };
    // A hook may fail without a word.
    GitError::Refused(if words.is_empty() { Text::line(&output.status.to_string()) } else { words })
}
