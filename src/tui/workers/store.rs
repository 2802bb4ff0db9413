//! The store thread: everything that is done to files of entries, behind the screen, one command after the other.
//!
//! The screen hands over a [`StoreCommand`] and goes on; what became of it comes back as a
//! [`StoreEvent`]. Drafts wait here for a moment in which nobody types.

mod desk;
mod drafts;
mod trust;
pub(crate) mod worker;

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread::{self, JoinHandle},
    time::Instant,
};

use self::worker::StoreWorker;
use crate::{
    base::Text,
    panics::caught,
    tui::{StoreCommand, StoreEvent},
};

/// The thread and the way to it.
pub(crate) struct StoreHandle {
    commands: Sender<StoreCommand>,
    thread: Option<JoinHandle<()>>,
}

impl StoreHandle {
    /// Hands a command over. Without the thread there is nobody to do it.
    pub(crate) fn ask(&self, command: StoreCommand) {
        let _ = self.commands.send(command);
    }
}

impl Drop for StoreHandle {
    /// What was typed is kept before the screen is gone.
    fn drop(&mut self) {
        let _ = self.commands.send(StoreCommand::Finish);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

pub(crate) fn start(worker: StoreWorker) -> StoreHandle {
    let (commands, received) = channel();
    let thread = thread::spawn(move || work(worker, &received));
    StoreHandle { commands, thread: Some(thread) }
}

fn work(mut worker: StoreWorker, commands: &Receiver<StoreCommand>) {
    let mut waiting: VecDeque<StoreCommand> = VecDeque::new();
    loop {
        if waiting.is_empty() {
            match next(&worker, commands) {
                Ok(command) => waiting.push_back(command),
                Err(RecvTimeoutError::Timeout) => {
                    worker.keep_draft();
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => waiting.push_back(StoreCommand::Finish),
            }
        }
        waiting.extend(commands.try_iter());
        let Some(command) = waiting.pop_front() else { continue };
        let again =
            |later: &StoreCommand| matches!((&command, later), (StoreCommand::Desk { .. }, StoreCommand::Desk { .. }));
        if waiting.iter().any(again) {
            continue;
        }
        let last = matches!(command, StoreCommand::Finish);
        // Whatever happens: whoever waits for an answer gets one.
        if let Err(said) = caught(|| worker.execute(command)) {
            worker.report(StoreEvent::Failed(Text::line(&said).to_string()));
        }
        if last {
            return;
        }
    }
}

/// The next command; a draft that waits does not wait for it.
fn next(worker: &StoreWorker, commands: &Receiver<StoreCommand>) -> Result<StoreCommand, RecvTimeoutError> {
    match worker.due() {
        None => commands.recv().map_err(|_| RecvTimeoutError::Disconnected),
        Some(due) => commands.recv_timeout(due.saturating_duration_since(Instant::now())),
    }
}
