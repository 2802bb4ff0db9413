//! The search thread: takes the latest job only, so that a fast typist never waits for old answers.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::Sender},
    thread,
};

use crate::{
    catalogue::{Kind, Record},
    german::Analyser,
    locale::Texts,
    search::{Answer, SearchError, Snapshot, guarded},
    tui::{Answered, Event, SearchJob, Select},
};

pub(crate) struct SearchWorker {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    slot: Mutex<PendingJob>,
    wake: Condvar,
}

#[derive(Default)]
struct PendingJob {
    /// A newer job overwrites an older one that nobody has looked at yet.
    job: Option<SearchJob>,
    snapshot: Option<Arc<Snapshot>>,
    closed: bool,
}

impl Shared {
    fn slot(&self) -> MutexGuard<'_, PendingJob> {
        // Nothing is ever half done in a slot.
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a job and the index to ask.
    fn next(&self) -> Option<(SearchJob, Arc<Snapshot>)> {
        let mut slot = self.slot();
        loop {
            if slot.closed {
                return None;
            }
            if let (Some(snapshot), true) = (slot.snapshot.clone(), slot.job.is_some())
                && let Some(job) = slot.job.take()
            {
                return Some((job, snapshot));
            }
            slot = self.wake.wait(slot).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl SearchWorker {
    /// Starts the thread; answers go to `events`.
    pub(crate) fn start(texts: Arc<Texts>, events: Sender<Event>) -> Self {
        let shared = Arc::new(Shared::default());
        let own = shared.clone();
        thread::spawn(move || {
            let mut analyser = Analyser::new();
            while let Some((job, snapshot)) = own.next() {
                let event = answer_safely(&snapshot, job, &mut analyser, &texts);
                if events.send(event).is_err() {
                    return;
                }
            }
        });
        Self { shared }
    }

    /// Asks; a job that nobody has looked at yet is forgotten.
    pub(crate) fn ask(&self, job: SearchJob) {
        self.shared.slot().job = Some(job);
        self.shared.wake.notify_one();
    }

    /// From now on questions go to this state of the index.
    pub(crate) fn use_snapshot(&self, snapshot: Arc<Snapshot>) {
        self.shared.slot().snapshot = Some(snapshot);
        self.shared.wake.notify_one();
    }
}

impl Drop for SearchWorker {
    fn drop(&mut self) {
        self.shared.slot().closed = true;
        self.shared.wake.notify_one();
    }
}

/// A damaged index can make the library panic: that becomes words on the screen like any other fault.
pub(crate) fn answer_safely(snapshot: &Snapshot, job: SearchJob, analyser: &mut Analyser, texts: &Texts) -> Event {
    let number = job.number;
    match guarded(|| answer(snapshot, job, analyser)) {
        Ok(answered) => Event::Answered(Box::new(answered)),
        Err(error) => {
            // What it remembers may be half done.
            *analyser = Analyser::new();
            Event::SearchFailed(number, error.localize(texts))
        }
    }
}

fn answer(snapshot: &Snapshot, mut job: SearchJob, analyser: &mut Analyser) -> Result<Answered, SearchError> {
    let mut answer = snapshot.answer(&job.request, analyser)?;
    if let Some(offset) = elsewhere(&answer, &job) {
        job.request.offset = offset;
        answer = snapshot.answer(&job.request, analyser)?;
    }
    let selected = selected(&answer, &job.select);
    let hit = selected.checked_sub(answer.offset).and_then(|row| answer.hits.get(row));
    let record: Option<Record> = match hit {
        Some(hit) => snapshot.record(hit.row.kind, &hit.row.id)?,
        None => None,
    };
    let hidden = match &job.select {
        Select::Entry { id, .. } if answer.located.is_none() => snapshot.record(Kind::Measure, id)?.is_some(),
        _ => false,
    };
    let lost = is_lost(snapshot, &answer, &job)?;
    Ok(Answered { number: job.number, answer, selected, record: record.map(Arc::new), hidden, lost })
}

/// Whether the entry that was to be kept is in the index no more; one that is only no hit is there.
fn is_lost(snapshot: &Snapshot, answer: &Answer, job: &SearchJob) -> Result<bool, SearchError> {
    match (&job.select, &job.request.locate) {
        (Select::Keep { .. }, Some((kind, id))) if answer.located.is_none() => {
            Ok(snapshot.record(*kind, id)?.is_none())
        }
        _ => Ok(false),
    }
}

/// Where the window has to begin for the selection to stay on its row, if it does not lie in the window already.
fn elsewhere(answer: &Answer, job: &SearchJob) -> Option<usize> {
    let row = match job.select {
        Select::Keep { row, .. } => row,
        Select::Entry { .. } => 0,
        Select::First | Select::At(_) => return None,
    };
    let located = answer.located?;
    let in_window = (answer.offset..answer.offset + answer.hits.len()).contains(&located);
    if in_window && matches!(job.select, Select::Entry { .. }) {
        return None;
    }
    let offset = located.saturating_sub(row);
    (offset != answer.offset).then_some(offset)
}

fn selected(answer: &Answer, select: &Select) -> usize {
    let last = answer.total.saturating_sub(1);
    match select {
        Select::First => 0,
        Select::At(position) => (*position).min(last),
        Select::Keep { position, .. } | Select::Entry { position, .. } => answer.located.unwrap_or(*position).min(last),
    }
}
