//! Who changed what and when: commits where the catalogue lies in a git checkout, else a journal beside it.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    author::Author,
    files::Files,
    git::{Checkout, GitError},
    journal::{Entry, Journal},
    merge::{Difference, differences},
    process::Worker,
};
use crate::catalogue::{Field, Id, Text, Values};

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

/// The history of the entries of one catalogue.
pub struct History {
    folder: PathBuf,
    keeper: Keeper,
}

enum Keeper {
    Git(Checkout),
    Journal(Journal),
}

/// One change to be recorded.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) act: &'a Act,
    pub(super) id: &'a Id,
    pub(super) author: &'a Author,
    pub(super) worker: &'a Worker,
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

/// Why a change is not in the history.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// git says no.
    #[error(transparent)]
    Git(#[from] GitError),
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
    /// The history of the catalogue in `folder`.
    pub fn of(folder: &Path, files: Arc<dyn Files>) -> Self {
        match Checkout::of(&folder.join("measures")) {
            Some(checkout) => Self { folder: folder.to_owned(), keeper: Keeper::Git(checkout) },
            None => Self::journal(folder, files),
        }
    }

    pub(super) fn journal(folder: &Path, files: Arc<dyn Files>) -> Self {
        Self { folder: folder.to_owned(), keeper: Keeper::Journal(Journal::new(folder, files)) }
    }

    /// True where every save is a commit.
    pub fn is_git(&self) -> bool {
        matches!(self.keeper, Keeper::Git(_))
    }

    pub(super) fn record(&self, record: &Record<'_>) -> Result<(), RecordError> {
        match &self.keeper {
            Keeper::Journal(journal) => journal.record(record),
            Keeper::Git(checkout) => {
                let mut paths = vec![self.path(record.id)];
                if let Act::Rename { from } = record.act {
                    paths.push(self.path(from));
                }
                checkout.commit(&paths, record.author, &message(record))?;
                Ok(())
            }
        }
    }

    /// Records changes that were made together: in git as one commit, or as few as the length of a command line lets
    /// them be. What a journal has as its last state already is not recorded again.
    pub(super) fn record_all(&self, records: &[Record<'_>], title: &str) -> Result<(), RecordError> {
        match &self.keeper {
            Keeper::Journal(journal) => {
                let new = |record: &&Record<'_>| record.before.is_some() || !journal.ends_with(record.id, record.after);
                journal.record_all(records.iter().filter(new))
            }
            Keeper::Git(checkout) => {
                let mut rest = records;
                while let Some(first) = rest.first() {
                    let mut length = 0;
                    let longer = |record: &Record<'_>| {
                        length += self.path(record.id).as_os_str().len() + PER_PATH;
                        length > LONGEST_COMMAND
                    };
                    let end = rest.iter().position(longer).unwrap_or(rest.len()).max(1);
                    let (now, later) = rest.split_at(end);
                    let paths: Vec<PathBuf> = now.iter().map(|record| self.path(record.id)).collect();
                    let lines: Vec<String> = now.iter().map(|record| first_line(record)).collect();
                    checkout.commit(&paths, first.author, &format!("{title}\n\n{}\n", lines.join("\n")))?;
                    rest = later;
                }
                Ok(())
            }
        }
    }

    /// The states of an entry, newest first, at most `limit`. `now` is the text of its file: a state that nobody has
    /// recorded comes before all others.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn revisions(&self, id: &Id, now: Option<&str>, limit: usize) -> Result<Vec<Revision>, RecordError> {
        // One more, to tell what was different in the last one.
        let mut states = match &self.keeper {
            Keeper::Git(checkout) => {
                let commits = checkout.log(&self.path(id), limit.saturating_add(1))?;
                commits.into_iter().map(Revision::of_commit).collect()
            }
            Keeper::Journal(journal) => journal.states(id)?.into_iter().map(Revision::of_entry).collect::<Vec<_>>(),
        };
        if let Some(now) = now
            && states.first().is_none_or(|newest| newest.text.as_deref() != Some(now))
        {
            states.insert(0, Revision::unrecorded(now));
        }
        let texts: Vec<Option<String>> = states.iter().skip(1).map(|state| state.text.clone()).collect();
        for (number, state) in states.iter_mut().enumerate() {
            match texts.get(number) {
                Some(before) => state.compare(before.as_deref()),
                None => state.first = true,
            }
        }
        states.truncate(limit);
        Ok(states)
    }

    fn path(&self, id: &Id) -> PathBuf {
        self.folder.join("measures").join(format!("{id}.toml"))
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

    fn of_entry((number, entry): (usize, Entry)) -> Self {
        Self {
            key: number.to_string(),
            at: Some(entry.at),
            by: Text::line(&entry.by),
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
fn message(record: &Record<'_>) -> String {
    let line = |difference: &Difference| format!("{}: {}", difference.field.name(), difference.to_line(LONGEST));
    let body: Vec<String> = different(record).iter().map(line).collect();
    format!("{}\n\n{}\n", first_line(record), body.join("\n"))
}

fn different(record: &Record<'_>) -> Vec<Difference> {
    match record.before.map(Values::read) {
        Some(Ok(before)) => Values::read(record.after).map(|after| differences(&before, &after)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn first_line(record: &Record<'_>) -> String {
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
