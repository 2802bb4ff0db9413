//! Who changed what and when: commits where the catalogue lies in a git checkout that is trusted, and a journal beside it.

mod git;
mod journal;
mod message;
mod record;
mod trust;

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::Arc,
};

use git::log_without_settings;
pub use git::{Checkout, Commit, GitError, WorkTree, ask_git};
use jiff::Timestamp;
use journal::Journal;
pub use journal::{JournalEntry, read_journal};
use message::{act_of, first_line, message};
pub(super) use record::HistoryRecord;
pub use record::{Act, HistoryFault, RecordError, Revision, Revisions};
pub use trust::{Trust, TrustStore};

use super::{difference::differences, files::Files};
use crate::{
    base::Text,
    catalogue::{Id, MEASURES, Values},
};

/// Characters of a hash that people type.
const SHORT_HASH: usize = 10;
/// Bytes of all paths of one command. Windows takes 32,767 characters in all.
const LONGEST_COMMAND: usize = if cfg!(windows) { 24_000 } else { 512_000 };
/// What git is told of each path besides the path.
const PER_PATH: usize = 16;

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

impl History {
    /// The history of the catalogue in `folder`. Git only works in a folder that the user trusts; nothing of an untrusted
    /// one is read but its commits.
    pub fn of(folder: &Path, files: Arc<dyn Files>, trust: &TrustStore) -> Self {
        let measures = folder.join(MEASURES);
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
        self.folder.join(MEASURES).join(format!("{id}.toml"))
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
    fn of_commit(commit: Commit) -> Self {
        Self {
            key: commit.hash.chars().take(SHORT_HASH).collect(),
            at: Some(commit.at),
            by: commit.by,
            act: act_of(&commit.message),
            message: Some(Text::line(commit.message.lines().next().unwrap_or_default())),
            text: commit.text,
            ..Self::default()
        }
    }

    fn of_entry((number, entry): (usize, JournalEntry)) -> Self {
        Self {
            key: number.to_string(),
            at: Some(entry.at),
            by: entry.by,
            act: Some(entry.act),
            text: Some(entry.text),
            ..Self::default()
        }
    }

    fn unrecorded(now: &str) -> Self {
        Self { act: Some(Act::Found), text: Some(now.to_owned()), ..Self::default() }
    }

    fn compare(&mut self, before: Option<&str>) {
        let read = |text: &str| Values::read(text).ok();
        if let (Some(before), Some(after)) = (before.and_then(read), self.text.as_deref().and_then(read)) {
            self.differences = differences(&before, &after);
        }
    }
}
