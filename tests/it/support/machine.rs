//! Files in memory that can fail or lose power at every single operation, as those of a real machine can, and who saves
//! there.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
    time::SystemTime,
};

use jiff::Timestamp;
use lotse::store::{Author, CheckContext, Files};

use super::{TODAY, screen::catalogue};

/// Who saves.
pub(crate) fn author() -> Author {
    Author { name: "Koordination Frauen".into(), email: "frauen@example.org".into() }
}

pub(crate) fn now() -> Timestamp {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

/// When whatever was left behind counts as left behind.
pub(crate) fn later() -> Timestamp {
    "2026-11-20T10:00:00Z".parse().unwrap()
}

pub(crate) fn rules() -> CheckContext<'static> {
    CheckContext { register: &catalogue().register, today: TODAY }
}

/// What happens at one of the operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The system says no, everything goes on.
    Refuse,
    /// The process is killed: nothing happens any more.
    Kill,
    /// The same after half of the content was written.
    Tear,
}

#[derive(Clone, Default)]
struct File {
    content: Vec<u8>,
    /// What has reached the disk of it.
    durable: Option<Vec<u8>>,
}

#[derive(Default)]
struct State {
    files: BTreeMap<PathBuf, File>,
    /// The names that have reached the disk.
    durable: BTreeMap<PathBuf, File>,
    done: usize,
    fault: Option<(usize, Fault)>,
    dead: bool,
}

/// Files in memory.
#[derive(Default)]
pub(crate) struct Machine(Mutex<State>);

impl Machine {
    /// A machine on which these files lie safely.
    pub(crate) fn with(files: &[(&Path, &str)]) -> Self {
        let machine = Self::default();
        for (path, text) in files {
            let content = text.as_bytes().to_vec();
            let file = File { content: content.clone(), durable: Some(content) };
            machine.state().files.insert(path.to_path_buf(), file.clone());
            machine.state().durable.insert(path.to_path_buf(), file);
        }
        machine
    }

    /// Lets the operation of this number (from 0) go wrong.
    pub(crate) fn fail_at(&self, number: usize, fault: Fault) {
        self.state().fault = Some((number, fault));
    }

    /// How many operations there were.
    pub(crate) fn operations(&self) -> usize {
        self.state().done
    }

    /// Starts again after a kill: what was written is there, also what has not reached the disk.
    pub(crate) fn restart(&self) {
        let mut state = self.state();
        (state.dead, state.fault, state.done) = (false, None, 0);
    }

    /// Starts again after a power cut: only what has reached the disk is there. The content of a file that was not
    /// brought to it is lost.
    pub(crate) fn lose_power(&self) {
        self.restart();
        let mut state = self.state();
        let survived = |file: &File| {
            let content = file.durable.clone().unwrap_or_default();
            File { content: content.clone(), durable: Some(content) }
        };
        state.files = state.durable.iter().map(|(path, file)| (path.clone(), survived(file))).collect();
    }

    /// The content of a file, if it is there.
    pub(crate) fn text(&self, path: &Path) -> Option<String> {
        self.state().files.get(path).map(|file| String::from_utf8_lossy(&file.content).into_owned())
    }

    /// Somebody writes a file by other means, safely.
    pub(crate) fn put(&self, path: &Path, text: &str) {
        let content = text.as_bytes().to_vec();
        let file = File { content: content.clone(), durable: Some(content) };
        let mut state = self.state();
        state.files.insert(path.to_owned(), file.clone());
        state.durable.insert(path.to_owned(), file);
    }

    /// All paths.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        self.state().files.keys().cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Counts an operation; true when only half of it happens.
    fn step(&self) -> io::Result<bool> {
        let mut state = self.state();
        if state.dead {
            return Err(io::Error::other("killed"));
        }
        let number = state.done;
        state.done += 1;
        match state.fault {
            Some((at, Fault::Refuse)) if at == number => Err(io::ErrorKind::StorageFull.into()),
            Some((at, fault)) if at == number => {
                state.dead = true;
                if fault == Fault::Tear { Ok(true) } else { Err(io::Error::other("killed")) }
            }
            _ => Ok(false),
        }
    }
}

impl Files for Machine {
    fn changed(&self, _path: &Path) -> io::Result<SystemTime> {
        self.step()?;
        Ok(SystemTime::UNIX_EPOCH)
    }

    fn read(&self, path: &Path, _most: u64) -> io::Result<Vec<u8>> {
        self.step()?;
        self.state().files.get(path).map(|file| file.content.clone()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step()?;
        let known = self.state().files.keys().any(|known| known.starts_with(path));
        if known { Ok(path.to_owned()) } else { Err(io::ErrorKind::NotFound.into()) }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.step()?;
        let own =
            |path: &PathBuf| (path.parent() == Some(folder)).then(|| path.file_name()?.to_str().map(str::to_owned));
        Ok(self.state().files.keys().filter_map(own).flatten().collect())
    }

    fn write_new(&self, path: &Path, content: &[u8], _like: &Path) -> io::Result<()> {
        let torn = self.step()?;
        let mut state = self.state();
        if state.files.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let content = if torn { &content[..content.len() / 2] } else { content };
        state.files.insert(path.to_owned(), File { content: content.to_vec(), durable: None });
        if torn { Err(io::Error::other("killed")) } else { Ok(()) }
    }

    fn append(&self, path: &Path, content: &[u8], _like: &Path) -> io::Result<()> {
        let torn = self.step()?;
        let mut state = self.state();
        let content = if torn { &content[..content.len() / 2] } else { content };
        state.files.entry(path.to_owned()).or_default().content.extend(content);
        if torn { Err(io::Error::other("killed")) } else { Ok(()) }
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        let mut state = self.state();
        let file = state.files.get_mut(path).ok_or(io::ErrorKind::NotFound)?;
        file.durable = Some(file.content.clone());
        let file = file.clone();
        if state.durable.contains_key(path) {
            state.durable.insert(path.to_owned(), file);
        }
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        let mut state = self.state();
        state.durable.retain(|path, _| path.parent() != Some(folder));
        let own: Vec<_> = state.files.iter().filter(|(path, _)| path.parent() == Some(folder)).collect();
        let own: Vec<_> = own.into_iter().map(|(path, file)| (path.clone(), file.clone())).collect();
        state.durable.extend(own);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        let mut state = self.state();
        let file = state.files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.files.insert(to.to_owned(), file);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        self.state().files.remove(path);
        Ok(())
    }

    fn create_folder(&self, _path: &Path, _like: &Path) -> io::Result<()> {
        self.step().map(drop)
    }
}
