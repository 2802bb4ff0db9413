//! The store_worker thread: everything that upkeep does to files, behind the screen, one command after the other.
//!
//! The screen hands over a [`StoreCommand`] and goes on; what became of it comes back as a [`StoreEvent`]. Drafts wait here for a
//! moment in which nobody types.

mod command;
mod drafts;
mod trust;

use std::{
    collections::{BTreeSet, VecDeque},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use jiff::{Timestamp, civil::Date};

pub use self::command::{OpenedEntry, StoreCommand, StoreEvent};
use self::trust::TrustQuestion;
use crate::tui::{event::Event, page::EntryAction};
use crate::{
    base::Text,
    catalogue::{Choice as _, Id, Register, Source, Status, Values, read_register},
    german::Analyser,
    panics::caught,
    search::{FilterKey, Request, Snapshot, guarded},
    store::{
        Act, Author, CheckContext, DeskEntry, Draft, Drafts, EntryEdit, EntryStore, Ownership, Presence,
        ProcessIdentity, Revisions, SaveError, Saved, TrustStore, blank, confirmation, copy, free_places, words,
    },
};

/// How long a draft waits for the next key.
const PAUSE: Duration = Duration::from_secs(1);
/// Most entries on a desk.
const DESK: usize = 5_000;
/// Most states of a history on the screen.
const STATES: usize = 500;

/// What the store_worker needs to know from the start.
pub struct WorkerConfig {
    /// The catalogue.
    pub source: Source,
    /// Where drafts lie.
    pub state: Option<PathBuf>,
    /// The id of the coordinator, as the settings name it.
    pub coordinator: Option<String>,
    /// Decides what is overdue.
    pub today: Date,
    /// The words of the screen.
    pub texts: Arc<crate::locale::Texts>,
    /// Which git folders the user trusts.
    pub trust: TrustStore,
}

/// The thread and the way to it.
pub struct StoreHandle {
    commands: Sender<StoreCommand>,
    thread: Option<JoinHandle<()>>,
}

impl StoreHandle {
    /// Hands a command over. Without the thread there is nobody to do it, and nobody to tell.
    pub fn ask(&self, command: StoreCommand) {
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

/// Starts the thread; reports go to `events`.
pub fn start(config: WorkerConfig, events: Sender<Event>) -> StoreHandle {
    let (commands, received) = channel();
    let thread = thread::spawn(move || StoreWorker::new(config, events).work(&received));
    StoreHandle { commands, thread: Some(thread) }
}

/// Does the commands.
pub struct StoreWorker {
    config: WorkerConfig,
    drafts: Option<Drafts>,
    events: Sender<Event>,
    snapshot: Option<Arc<Snapshot>>,
    /// With whose name it was opened.
    store: Option<(Author, EntryStore)>,
    /// A draft that is to be kept, and when.
    pending: Option<(Box<Draft>, Instant)>,
    /// The draft that was kept last.
    draft: Option<Box<Draft>>,
    presence: Option<Presence>,
    /// Whether the user has been asked about the git folder.
    question: TrustQuestion,
    /// Changes that wait for the answer.
    waiting: Vec<StoreCommand>,
    /// True once an import was found that cannot be finished.
    stuck: bool,
}

impl StoreWorker {
    /// A store_worker whose reports go to `events`.
    pub fn new(config: WorkerConfig, events: Sender<Event>) -> Self {
        let drafts = config.state.as_ref().map(|state| Drafts::new(&state.join("drafts")));
        Self {
            config,
            drafts,
            events,
            snapshot: None,
            store: None,
            pending: None,
            draft: None,
            presence: None,
            question: TrustQuestion::Unasked,
            waiting: Vec::new(),
            stuck: false,
        }
    }

    fn work(mut self, commands: &Receiver<StoreCommand>) {
        let mut waiting: VecDeque<StoreCommand> = VecDeque::new();
        loop {
            if waiting.is_empty() {
                match self.next(commands) {
                    Ok(command) => waiting.push_back(command),
                    Err(RecvTimeoutError::Timeout) => {
                        self.keep_draft();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => waiting.push_back(StoreCommand::Finish),
                }
            }
            waiting.extend(commands.try_iter());
            let Some(command) = waiting.pop_front() else { continue };
            let again = |later: &StoreCommand| {
                matches!((&command, later), (StoreCommand::Desk { .. }, StoreCommand::Desk { .. }))
            };
            if waiting.iter().any(again) {
                continue;
            }
            let last = matches!(command, StoreCommand::Finish);
            // Whatever happens: whoever waits for an answer gets one.
            if let Err(said) = caught(|| self.execute(command)) {
                self.tell(StoreEvent::Failed(Text::line(&said).to_string()));
            }
            if last {
                return;
            }
        }
    }

    /// The next command; a draft that waits does not wait for it.
    fn next(&self, commands: &Receiver<StoreCommand>) -> Result<StoreCommand, RecvTimeoutError> {
        match &self.pending {
            None => commands.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some((_, due)) => commands.recv_timeout(due.saturating_duration_since(Instant::now())),
        }
    }

    /// Does a command. The first change waits until it is known whether git may run what the folder names.
    pub fn execute(&mut self, command: StoreCommand) {
        if command.is_change() {
            if self.must_wait() {
                return self.waiting.push(command);
            }
            self.finish_left_over();
        }
        match command {
            StoreCommand::Trust(trusted) => self.decide(trusted),
            StoreCommand::Snapshot(snapshot) => self.snapshot = Some(snapshot),
            StoreCommand::Greet => self.greet(),
            StoreCommand::Desk { broken } => self.desk(broken),
            StoreCommand::Open(id) => self.open(id, false),
            StoreCommand::Reopen(id) => self.open(id, true),
            StoreCommand::New { from } => self.begin(from),
            StoreCommand::Save(edit) => self.save(edit),
            StoreCommand::Create { id, text } => self.create(&id, &text),
            StoreCommand::Overwrite { id, now, text } => match now {
                Some(now) => self.save_text(&id, &now, &text),
                None => self.create(&id, &text),
            },
            StoreCommand::SaveText { id, base, text } => self.save_text(&id, &base, &text),
            StoreCommand::Confirm(id) => self.confirm(&id),
            StoreCommand::Places(id, free) => self.short(&id, free_places(free, self.config.today), Act::Change),
            StoreCommand::Whose(id, action) => self.whose(id, action),
            StoreCommand::Past(id) => self.past(id),
            StoreCommand::Look(id, base) => self.look(id, &base),
            StoreCommand::Draft(draft) => {
                // Whoever types without a pause is kept as well: the first key sets the time.
                let due = self.pending.take().map_or_else(|| Instant::now() + PAUSE, |(_, due)| due);
                self.pending = Some((draft, due));
            }
            StoreCommand::Keep(id, text) => self.keep_text(&id, &text),
            StoreCommand::Forget => self.forget(),
            StoreCommand::Close => {
                self.presence = None;
                self.forget();
            }
            StoreCommand::Discard(found) => {
                // What takes its place has to be there first.
                if self.keep_draft() {
                    self.drafts.iter().for_each(|drafts| drafts.discard(&found));
                }
            }
            StoreCommand::Finish => {
                self.keep_draft();
            }
        }
    }

    fn tell(&self, report: StoreEvent) {
        // A closed channel means that the screen is gone; what was done stays done.
        let _ = self.events.send(Event::Reported(Box::new(report)));
    }

    /// What entries refer to, as the files say it now.
    fn register(&self) -> Arc<Register> {
        let stamps = self.config.source.register_stamps().unwrap_or_default();
        Arc::new(read_register(&self.config.source, &stamps).0)
    }

    /// The store in the name of the coordinator. Which history there is, is looked up once.
    fn store(&mut self, register: &Register) -> Option<&EntryStore> {
        let folder = self.config.source.path()?;
        let me = self.config.coordinator.as_deref().and_then(|id| register.coordinators.get(id));
        let author = me.map_or_else(Author::of_user, Author::of);
        if self.store.as_ref().is_none_or(|(known, _)| *known != author) {
            self.store = Some((author.clone(), EntryStore::new(folder, author, &self.config.trust)));
        }
        self.store.as_ref().map(|(_, store)| store)
    }

    fn me(&self) -> Option<Id> {
        self.config.coordinator.as_deref().and_then(Id::parse)
    }

    fn desk(&mut self, broken: Vec<Id>) {
        let Some(me) = self.me() else { return };
        let register = self.register();
        let stands_in = |other: &&crate::catalogue::Coordinator| other.substitute.as_ref() == Some(&me);
        let mut owners: BTreeSet<Id> =
            register.coordinators.iter().filter(stands_in).map(|other| other.id.clone()).collect();
        owners.insert(me.clone());
        let mut ids: BTreeSet<Id> = broken.into_iter().collect();
        ids.extend(self.ids_of(&owners));
        let today = self.config.today;
        let Some(store) = self.store(&register) else { return };
        let look = |id: &Id| Some(DeskEntry::of(id, &store.open(id).ok()?, &me, &register, today));
        let mut entries: Vec<DeskEntry> =
            ids.iter().filter_map(look).filter(|entry| entry.ownership.is_mine()).collect();
        let urgency = |entry: &DeskEntry| (entry.is_faulty(), entry.due.len());
        entries.sort_by(|a, b| {
            let own = |entry: &DeskEntry| entry.ownership != Ownership::Mine;
            own(a).cmp(&own(b)).then(urgency(b).cmp(&urgency(a))).then_with(|| a.title.cmp(&b.title))
        });
        self.tell(StoreEvent::Desk(entries));
    }

    /// The entries of these coordinators, the ended ones included, as the index knows them.
    fn ids_of(&self, owners: &BTreeSet<Id>) -> Vec<Id> {
        let Some(snapshot) = &self.snapshot else { return Vec::new() };
        let mut request = Request { limit: DESK, ..Request::new("", self.config.today) };
        owners.iter().for_each(|id| request.filters.add(FilterKey::Coordinator, id));
        let current = Status::ALL.iter().filter(|status| **status != Status::Archived);
        current.for_each(|status| request.filters.add(FilterKey::Status, status.code()));
        match guarded(|| snapshot.answer(&request, &mut Analyser::new())) {
            Ok(answer) => answer.hits.iter().map(|hit| hit.row.id.clone()).collect(),
            Err(error) => {
                // The desk is looked at again when there is a new index.
                let _ = self.events.send(Event::IndexFailed(error.localize(&self.config.texts)));
                Vec::new()
            }
        }
    }

    fn open(&mut self, id: Id, whatever: bool) {
        let register = self.register();
        let Some(folder) = self.config.source.path().map(PathBuf::from) else { return };
        let Some(store) = self.store(&register) else { return };
        let process = ProcessIdentity::this(&store.author().name, Timestamp::now());
        let (text, there) = match store.open(&id) {
            Ok(text) => (text, Some(&id)),
            // When it is saved, it will be told what became of the file.
            Err(SaveError::Gone | SaveError::Text(_)) if whatever => (String::new(), None),
            Err(error) => {
                return self.tell(StoreEvent::Refused { id, error: Box::new(error), now: None, text: None });
            }
        };
        let fixed = store.try_writing(there).err();
        let others = Presence::others(&folder, &id, process.since);
        // The one before goes first: it may be of the same entry.
        self.presence = None;
        self.presence = Presence::announce(&folder, &id, &process);
        let opened = OpenedEntry { id: Some(id), text, begin: None, register, process, others, fixed };
        self.tell(StoreEvent::Opened(Box::new(opened)));
    }

    fn begin(&mut self, from: Option<Id>) {
        let (register, me, today) = (self.register(), self.me(), self.config.today);
        let texts = self.config.texts.clone();
        let Some(store) = self.store(&register) else { return };
        let process = ProcessIdentity::this(&store.author().name, Timestamp::now());
        let begin = match &from {
            None => Ok(blank(me.as_ref(), today)),
            Some(from) => store.open(from).and_then(|text| Ok(Values::read(&text)?)).map(|values| {
                let title = crate::catalogue::Field::named("title").and_then(|field| values.get(field));
                let title = title.and_then(crate::catalogue::Value::as_text).unwrap_or_default();
                let title = texts.with("upkeep-copy-of", &[("title", title.into())]);
                copy(&values, &title, me.as_ref(), today)
            }),
        };
        let begin = match (begin, from) {
            (Ok(begin), _) => begin,
            (Err(error), Some(from)) => return self.refuse(from, error, None),
            (Err(_), None) => return,
        };
        let fixed = store.try_writing(None).err();
        let opened = OpenedEntry {
            id: None,
            text: String::new(),
            begin: Some(begin),
            register,
            process,
            others: Vec::new(),
            fixed,
        };
        self.tell(StoreEvent::Opened(Box::new(opened)));
    }

    fn save(&mut self, edit: EntryEdit) {
        let EntryEdit { id, base, changes, act } = edit;
        let (ids, changes): (Vec<_>, Vec<_>) = changes.into_iter().partition(|change| change.field.name() == "id");
        let new = ids.iter().find_map(|change| Id::parse(change.value.as_ref()?.as_text()?)).filter(|new| *new != id);
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let edit = EntryEdit { id: id.clone(), base, changes, act };
        let Some(store) = self.store(&register) else { return };
        if new.as_ref().is_some_and(|new| !matches!(store.open(new), Err(SaveError::Gone))) {
            // Neither half of it is done.
            return self.refuse(id, SaveError::Exists, None);
        }
        let saved = store.save(&edit, rules);
        let saved = match (saved, &new) {
            (Ok(_), Some(new)) => store.rename(&id, new, rules),
            (other, _) => other,
        };
        let before = new.is_some().then(|| id.clone());
        match saved {
            Ok(saved) => {
                self.tell(StoreEvent::Saved { id: new.unwrap_or(id), before, act: edit.act, saved: Box::new(saved) });
            }
            Err(error) => self.refuse(id, error, None),
        }
    }

    fn refuse(&self, id: Id, error: SaveError, text: Option<(String, String)>) {
        let now = match &error {
            SaveError::Clashes { now, .. } => Some(now.clone()),
            SaveError::Text(_) => self.store.as_ref().and_then(|(_, store)| store.open(&id).ok()),
            _ => None,
        };
        self.tell(StoreEvent::Refused { id, error: Box::new(error), now, text });
    }

    fn create(&mut self, id: &Id, text: &str) {
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let Some(store) = self.store(&register) else { return };
        let saved = store.create(id, text, rules);
        self.tell_saved(id, Act::Create, saved, None);
    }

    fn save_text(&mut self, id: &Id, base: &str, text: &str) {
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let Some(store) = self.store(&register) else { return };
        let saved = store.save_text(id, base, text, rules);
        self.tell_saved(id, Act::Change, saved, Some((base.to_owned(), text.to_owned())));
    }

    fn confirm(&mut self, id: &Id) {
        if let Some(me) = self.me() {
            self.short(id, confirmation(&me, self.config.today), Act::Confirm);
        }
    }

    /// A change that needs no form.
    fn short(&mut self, id: &Id, changes: Vec<crate::catalogue::Change>, act: Act) {
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let Some(store) = self.store(&register) else { return };
        let saved = store
            .open(id)
            .and_then(|base| store.save(&EntryEdit { id: id.clone(), base, changes, act: act.clone() }, rules));
        self.tell_saved(id, act, saved, None);
    }

    fn tell_saved(&self, id: &Id, act: Act, saved: Result<Saved, SaveError>, text: Option<(String, String)>) {
        match saved {
            Ok(saved) => self.tell(StoreEvent::Saved { id: id.clone(), before: None, act, saved: Box::new(saved) }),
            Err(error) => self.refuse(id.clone(), error, text),
        }
    }

    fn whose(&mut self, id: Id, action: EntryAction) {
        let register = self.register();
        let Some(store) = self.store(&register) else { return };
        match store.open(&id) {
            Ok(text) => self.tell(StoreEvent::Whose { id, action, text, register }),
            Err(error) => self.refuse(id, error, None),
        }
    }

    fn past(&mut self, id: Id) {
        let register = self.register();
        let texts = self.config.texts.clone();
        let Some(store) = self.store(&register) else { return };
        let now = store.open(&id).ok();
        let Revisions { states, faults } = store.history().revisions(&id, now.as_deref(), STATES);
        let faults = faults.iter().map(|fault| words::history_fault(fault, &texts)).collect();
        self.tell(StoreEvent::Past(id, states, faults));
    }

    fn look(&mut self, id: Id, base: &str) {
        let Some((_, store)) = &self.store else { return };
        if store.open(&id).ok().as_deref() != Some(base) {
            self.tell(StoreEvent::Overtaken(id));
        }
    }
}
