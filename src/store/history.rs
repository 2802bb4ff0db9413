//! Who changed what and when: commits where the catalogue lies in a git checkout that is trusted, and a journal beside it.

use std::{
    collections::VecDeque,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    author::Author,
    files::Files,
    git::{Checkout, GitError, WorkTree, log_without_settings},
    journal::{Journal, JournalEntry},
    merge::{Difference, differences},
    process::ProcessIdentity,
    trust::{Trust, TrustStore},
};
use crate::{
    base::Text,
    catalogue::{Field, Id, Values},
};

/// Fields that the first line of a commit names.
const NAMED: usize = 4;
/// Characters of a hash that people type.
const SHORT_HASH: usize = 10;
/// Bytes of all paths of one command. Windows takes 32,767 characters in all.
const LONGEST_COMMAND: usize = if cfg!(windows) { 24_000 } else { 512_000 };
/// What git is told of each path besides the path.
const PER_PATH: usize = 16;
/// Characters of a value in a commit.
const LONGEST: usize = 200;

/// What sort of change it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Fields were changed.
    Change,
    /// Somebody said that everything is still true.
    Confirm,
    /// The entry was new.
    Create,
    /// The entry got another id.
    Rename {
        /// The id that it had.
        from: Id,
    },
    /// An earlier state was brought back.
    Restore,
    /// Lotse found it so: it was changed by other means.
    Found,
}

/// The history of the entries of one catalogue: the commits of a git checkout, and the journal for what is no commit.
pub struct History {
    folder: PathBuf,
    journal: Journal,
    git: HistoryBackend,
}

/// What git has to do with a catalogue.
enum HistoryBackend {
    /// Nothing: it lies in no work tree.
    Absent,
    /// Its commits are read, but nothing that its repository names is run, so that nothing is committed. Also where git
    /// ignores the catalogue, or refuses the folder.
    Reading {
        tree: WorkTree,
        /// Where git's small files lie while it reads.
        scratch: PathBuf,
    },
    /// Every save is a commit.
    Committing(Checkout),
}

/// One change to be recorded.
#[derive(Clone, Copy)]
pub(super) struct HistoryRecord<'a> {
    pub(super) act: &'a Act,
    pub(super) id: &'a Id,
    pub(super) author: &'a Author,
    pub(super) worker: &'a ProcessIdentity,
    pub(super) before: Option<&'a str>,
    pub(super) after: &'a str,
}

/// A state of an entry, and how it came about.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Short hash of the commit, or number in the journal; empty for a state that nobody has recorded.
    pub key: String,
    /// When it was recorded.
    pub at: Option<Timestamp>,
    /// Who changed the entry.
    pub by: Text,
    /// What sort of change it was, where that is known.
    pub act: Option<Act>,
    /// First line of the commit, where there is one.
    pub message: Option<Text>,
    /// The text of the file after the change; `None` when it cannot be read any more.
    pub text: Option<String>,
    /// What was different from the state before; empty for the first one.
    pub differences: Vec<Difference>,
    /// True for the oldest state there is.
    pub first: bool,
}

/// The states of an entry, and what is missing among them.
#[derive(Debug, Default)]
pub struct Revisions {
    /// Newest first.
    pub states: Vec<Revision>,
    /// What could not be read.
    pub faults: Vec<HistoryFault>,
}

/// A part of a history that cannot be read.
#[derive(Debug)]
pub enum HistoryFault {
    /// Lines of a journal that say nothing that makes sense: they were not written by Lotse, or were changed since.
    Lines {
        /// The journal.
        file: PathBuf,
        /// Their numbers, from 1.
        lines: Vec<usize>,
    },
    /// A journal cannot be read at all.
    Journal {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The commits cannot be read.
    Git(GitError),
}

/// Why a change is not where it belongs in the history.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// git says no, so the change stands in the journal.
    #[error("{cause}")]
    Git {
        /// Why.
        cause: GitError,
        /// Why it does not stand in the journal either, if it does not.
        journal: Option<Box<RecordError>>,
    },
    /// The journal cannot be written or read.
    #[error("{}: {cause}", path.display())]
    Journal {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl History {
    /// The history of the catalogue in `folder`. Git only works in a folder that the user trusts; nothing of an untrusted
    /// one is read but its commits.
    pub fn of(folder: &Path, files: Arc<dyn Files>, trust: &TrustStore) -> Self {
        let measures = folder.join("measures");
        let git = match WorkTree::around(&measures) {
            None => HistoryBackend::Absent,
            Some(tree) => {
                // What was said and cannot be read any more counts as not said.
                let trusted = trust.of(&tree).is_ok_and(|trust| trust == Trust::Trusted);
                // Git might find another work tree than the one that was asked about, or refuse this one.
                let checkout = trusted.then(|| Checkout::of(&measures)).flatten();
                match checkout.filter(|checkout| checkout.is_of(&tree)) {
                    Some(checkout) => HistoryBackend::Committing(checkout),
                    None => HistoryBackend::Reading { tree, scratch: trust.scratch() },
                }
            }
        };
        Self { folder: folder.to_owned(), journal: Journal::new(folder, files), git }
    }

    /// A history without git.
    pub(super) fn journal(folder: &Path, files: Arc<dyn Files>) -> Self {
        Self { folder: folder.to_owned(), journal: Journal::new(folder, files), git: HistoryBackend::Absent }
    }

    pub(super) fn record(&self, record: &HistoryRecord<'_>) -> Result<(), RecordError> {
        let HistoryBackend::Committing(checkout) = &self.git else { return self.journal.record(record) };
        let mut paths = vec![self.path(record.id)];
        if let Act::Rename { from } = record.act {
            paths.push(self.path(from));
        }
        let committed = checkout.commit(&paths, record.author, &message(record));
        committed.map(drop).map_err(|cause| not_in_git(cause, self.journal.record(record)))
    }

    /// Records changes that were made together: in git as one commit, or as few as the length of a command line lets
    /// them be. What a journal has as its last state already is not recorded again.
    pub(super) fn record_all(&self, records: &[HistoryRecord<'_>], title: &str) -> Result<(), RecordError> {
        let HistoryBackend::Committing(checkout) = &self.git else { return self.note_all(records) };
        let mut rest = records;
        while let Some(first) = rest.first() {
            let mut length = 0;
            let longer = |record: &HistoryRecord<'_>| {
                length += self.path(record.id).as_os_str().len() + PER_PATH;
                length > LONGEST_COMMAND
            };
            let end = rest.iter().position(longer).unwrap_or(rest.len()).max(1);
            let (now, later) = rest.split_at(end);
            let paths: Vec<PathBuf> = now.iter().map(|record| self.path(record.id)).collect();
            let lines: Vec<String> = now.iter().map(|record| first_line(record)).collect();
            let committed = checkout.commit(&paths, first.author, &format!("{title}\n\n{}\n", lines.join("\n")));
            committed.map_err(|cause| not_in_git(cause, self.note_all(rest)))?;
            rest = later;
        }
        Ok(())
    }

    fn note_all(&self, records: &[HistoryRecord<'_>]) -> Result<(), RecordError> {
        let new =
            |record: &&HistoryRecord<'_>| record.before.is_some() || !self.journal.ends_with(record.id, record.after);
        self.journal.record_all(records.iter().filter(new))
    }

    /// The states of an entry, newest first, at most `limit`. `now` is the text of its file: a state that nobody has
    /// recorded comes before all others.
    pub fn revisions(&self, id: &Id, now: Option<&str>, limit: usize) -> Revisions {
        let (entries, mut faults) = self.journal.states(id);
        let mut states = self.commits(id, limit).unwrap_or_else(|error| {
            faults.push(HistoryFault::Git(error));
            Vec::new()
        });
        let known: Vec<Option<String>> = states.iter().map(|state| state.text.clone()).collect();
        states = newest_first(states, entries.into_iter().map(Revision::of_entry).collect());
        // What the journal found, git may have known all along.
        states.retain(|state| state.act != Some(Act::Found) || !known.contains(&state.text));
        if let Some(now) = now
            && states.first().is_none_or(|newest| newest.text.as_deref() != Some(now))
        {
            states.insert(0, Revision::unrecorded(now));
        }
        compare_all(&mut states);
        states.truncate(limit);
        Revisions { states, faults }
    }

    fn commits(&self, id: &Id, limit: usize) -> Result<Vec<Revision>, GitError> {
        // One more, to tell what was different in the last one.
        let (path, limit) = (self.path(id), limit.saturating_add(1));
        let commits = match &self.git {
            HistoryBackend::Absent => Vec::new(),
            HistoryBackend::Reading { tree, scratch } => log_without_settings(tree, &path, limit, scratch)?,
            HistoryBackend::Committing(checkout) => checkout.log(&path, limit)?,
        };
        Ok(commits.into_iter().map(Revision::of_commit).collect())
    }

    fn path(&self, id: &Id) -> PathBuf {
        self.folder.join("measures").join(format!("{id}.toml"))
    }
}

/// Both lists, each in its own order: clocks of different machines disagree. Git counts whole seconds; in the same one, an
/// entry of the journal is the newer state where it began with the text of the commit.
fn newest_first(commits: Vec<Revision>, entries: Vec<Revision>) -> Vec<Revision> {
    let mut states = Vec::with_capacity(commits.len() + entries.len());
    let mut entries = VecDeque::from(entries);
    let second = |state: &Revision| state.at.map(Timestamp::as_second);
    for commit in commits {
        let is_newer = |entries: &VecDeque<Revision>| {
            let Some(entry) = entries.front() else { return false };
            let began_with = || entries.get(1).is_some_and(|before| before.text == commit.text);
            second(entry) > second(&commit) || second(entry) == second(&commit) && began_with()
        };
        while is_newer(&entries) {
            states.extend(entries.pop_front());
        }
        states.push(commit);
    }
    states.extend(entries);
    states
}

fn not_in_git(cause: GitError, journal: Result<(), RecordError>) -> RecordError {
    RecordError::Git { cause, journal: journal.err().map(Box::new) }
}

/// Says of each state what is different from the one before, and of the last one that it is the first.
fn compare_all(states: &mut [Revision]) {
    let texts: Vec<Option<String>> = states.iter().skip(1).map(|state| state.text.clone()).collect();
    for (number, state) in states.iter_mut().enumerate() {
        match texts.get(number) {
            Some(before) => state.compare(before.as_deref()),
            None => state.first = true,
        }
    }
}

impl Revision {
    fn of_commit(commit: super::git::Commit) -> Self {
        let act = act_of(&commit.message);
        Self {
            key: commit.hash.chars().take(SHORT_HASH).collect(),
            at: Some(commit.at),
            by: commit.by,
            act,
            message: Some(Text::line(commit.message.lines().next().unwrap_or_default())),
            text: commit.text,
            differences: Vec::new(),
            first: false,
        }
    }

    fn of_entry((number, entry): (usize, JournalEntry)) -> Self {
        Self {
            key: number.to_string(),
            at: Some(entry.at),
            by: entry.by,
            act: Some(entry.act),
            message: None,
            text: Some(entry.text),
            differences: Vec::new(),
            first: false,
        }
    }

    fn unrecorded(now: &str) -> Self {
        Self {
            key: String::new(),
            at: None,
            by: Text::default(),
            act: Some(Act::Found),
            message: None,
            text: Some(now.to_owned()),
            differences: Vec::new(),
            first: false,
        }
    }

    fn compare(&mut self, before: Option<&str>) {
        let read = |text: &str| Values::read(text).ok();
        if let (Some(before), Some(after)) = (before.and_then(read), self.text.as_deref().and_then(read)) {
            self.differences = differences(&before, &after);
        }
    }
}

/// The words of a commit that say what sort of change it was.
const NEW: &str = "new";
const CONFIRMED: &str = "confirmed";
const RESTORED: &str = "restored";
const BECAME: &str = " -> ";

/// What sort of change a commit was, if Lotse made it. The entry may have had another id then.
fn act_of(message: &str) -> Option<Act> {
    let first = message.lines().next().unwrap_or_default();
    if let Some((from, to)) = first.split_once(BECAME) {
        return Id::parse(from).filter(|_| Id::parse(to).is_some()).map(|from| Act::Rename { from });
    }
    let (id, what) = first.split_once(": ")?;
    Id::parse(id)?;
    match what {
        NEW => Some(Act::Create),
        CONFIRMED => Some(Act::Confirm),
        _ if what.starts_with(RESTORED) => Some(Act::Restore),
        _ => {
            let mut names = what.split(", ").filter(|name| *name != "...");
            names.all(|name| Field::named(name).is_some()).then_some(Act::Change)
        }
    }
}

/// What a commit says: the entry and the fields in the first line, the values below. In the words of the file, so that
/// it means the same to everybody.
fn message(record: &HistoryRecord<'_>) -> String {
    let line = |difference: &Difference| format!("{}: {}", difference.field.name(), difference.to_line(LONGEST));
    let body: Vec<String> = different(record).iter().map(line).collect();
    format!("{}\n\n{}\n", first_line(record), body.join("\n"))
}

fn different(record: &HistoryRecord<'_>) -> Vec<Difference> {
    match record.before.map(Values::read) {
        Some(Ok(before)) => Values::read(record.after).map(|after| differences(&before, &after)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn first_line(record: &HistoryRecord<'_>) -> String {
    let (differences, id) = (different(record), record.id);
    let mut names: Vec<String> = differences.iter().take(NAMED).map(|difference| difference.field.name()).collect();
    if differences.len() > NAMED {
        names.push("...".to_owned());
    }
    match record.act {
        Act::Create => format!("{id}: {NEW}"),
        Act::Confirm => format!("{id}: {CONFIRMED}"),
        Act::Rename { from } => format!("{from}{BECAME}{id}"),
        Act::Restore => format!("{id}: {RESTORED} {}", names.join(", ")),
        Act::Change | Act::Found => format!("{id}: {}", names.join(", ")),
    }
}
