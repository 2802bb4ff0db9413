//! What the store thread does: reads entries, saves them, and says what became of it. Knows no thread.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Arc, mpsc::Sender},
    time::Instant,
};

use jiff::{Timestamp, civil::Date};

use super::{desk, drafts::DraftQueue, trust::FolderTrust};
use crate::{
    base::Text,
    catalogue::{Change, Field, Id, Register, Source, Value, Values, read_register},
    locale::{Localize as _, Texts},
    search::Snapshot,
    store::{
        Act, Author, CheckContext, DeskEntry, EntryEdit, EntryStore, Finished, Presence, ProcessIdentity, Revisions,
        SaveError, Saved, TrustStore, blank, confirmation, copy, free_places, is_unfinished, keep_text, title_in,
    },
    tui::{Confirmation, EntryAction, Event, OpenedEntry, StoreCommand, StoreEvent},
};

/// Most states of a history on the screen.
const STATES: usize = 500;

/// What the worker needs to know from the start.
pub(crate) struct WorkerConfig {
    pub source: Source,
    /// Where drafts lie.
    pub state: Option<PathBuf>,
    /// The id of the coordinator, as the settings name it.
    pub coordinator: Option<String>,
    /// Decides what is overdue.
    pub today: Date,
    pub texts: Arc<Texts>,
}

pub(crate) struct StoreWorker {
    config: WorkerConfig,
    drafts: DraftQueue,
    trust: FolderTrust,
    events: Sender<Event>,
    snapshot: Option<Arc<Snapshot>>,
    /// With whose name it was opened.
    store: Option<(Author, EntryStore)>,
    presence: Option<Presence>,
    /// Changes that wait until it is known whether git is trusted.
    waiting: Vec<StoreCommand>,
    /// True once an import was found that cannot be finished.
    stuck: bool,
}

impl StoreWorker {
    /// A worker whose reports go to `events`.
    pub(crate) fn new(config: WorkerConfig, trust: TrustStore, events: Sender<Event>) -> Self {
        Self {
            drafts: DraftQueue::new(config.state.as_deref()),
            trust: FolderTrust::new(trust),
            config,
            events,
            snapshot: None,
            store: None,
            presence: None,
            waiting: Vec::new(),
            stuck: false,
        }
    }

    /// When there is something to be done although nobody asks for it.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.drafts.due()
    }

    /// Does a command. The first change waits until it is known whether git may run what the folder names.
    pub(crate) fn execute(&mut self, command: StoreCommand) {
        if command.is_change() {
            let question = self.trust.ask(self.config.source.path(), &self.config.texts);
            self.report_all(question);
            if self.trust.is_open() {
                return self.waiting.push(command);
            }
            self.finish_left_over();
        }
        match command {
            StoreCommand::Trust(trusted) => self.decide(trusted),
            StoreCommand::Snapshot(snapshot) => self.snapshot = Some(snapshot),
            StoreCommand::FindDrafts => self.find_drafts(),
            StoreCommand::Desk { broken } => self.desk(broken),
            StoreCommand::Open(id) => self.open(id, false),
            StoreCommand::Reopen(id) => self.open(id, true),
            StoreCommand::New { from } => self.begin(from),
            StoreCommand::Save(edit) => self.save(&edit),
            StoreCommand::Create { id, text } => self.create(&id, &text),
            StoreCommand::Overwrite { id, now, text } => match now {
                Some(now) => self.save_text(&id, &now, &text),
                None => self.create(&id, &text),
            },
            StoreCommand::SaveText { id, base, text } => self.save_text(&id, &base, &text),
            StoreCommand::Confirm(id) => self.confirm(&id),
            StoreCommand::Unconfirm(confirmation) => self.unconfirm(&confirmation),
            StoreCommand::Places(id, free) => self.short(&id, free_places(free, self.config.today), Act::Change),
            StoreCommand::Whose(id, action) => self.whose(id, action),
            StoreCommand::History(id) => self.history(id),
            StoreCommand::Compare(id, base) => self.compare(id, &base),
            StoreCommand::Draft(draft) => self.drafts.push(draft),
            StoreCommand::Keep(id, text) => self.keep_text(&id, &text),
            StoreCommand::Forget => self.drafts.forget(),
            StoreCommand::Close => {
                self.presence = None;
                self.drafts.forget();
            }
            StoreCommand::Discard(found) => {
                // What takes its place has to be there first.
                if self.keep_draft() {
                    self.drafts.discard(&found);
                }
            }
            StoreCommand::Finish => {
                self.keep_draft();
            }
        }
    }

    /// Sends a report to the screen. A closed channel means that it is gone; what was done stays done.
    pub(crate) fn report(&self, event: StoreEvent) {
        let _ = self.events.send(Event::Store(Box::new(event)));
    }

    fn report_all(&self, events: impl IntoIterator<Item = StoreEvent>) {
        events.into_iter().for_each(|event| self.report(event));
    }

    /// Says which drafts an earlier run has left.
    fn find_drafts(&self) {
        let Some(left) = self.config.source.path().and_then(|folder| self.drafts.left_behind(folder)) else { return };
        self.report_all(left.localize_unreadable(&self.config.texts).map(StoreEvent::Message));
        if !left.found.is_empty() {
            self.report(StoreEvent::Drafts(left.found));
        }
    }

    /// Writes the draft that waits; false when that is not possible.
    pub(crate) fn keep_draft(&mut self) -> bool {
        let kept = self.drafts.keep();
        if let Err(error) = &kept {
            self.report(StoreEvent::DraftFailed(error.localize(&self.config.texts)));
        }
        kept.is_ok()
    }

    /// A file of its own, readable by its owner only.
    fn keep_text(&self, id: &Id, text: &str) {
        self.report(match keep_text(id, text.as_bytes(), self.config.state.as_deref()) {
            Ok(path) => StoreEvent::Kept(Text::path(&path).to_string()),
            Err(error) => StoreEvent::DraftFailed(error.localize(&self.config.texts)),
        });
    }

    /// Keeps what the user says of the git folder, and goes on with what has waited for it.
    fn decide(&mut self, trusted: Option<bool>) {
        let failure = self.trust.decide(trusted, self.config.source.path(), &self.config.texts);
        self.report_all(failure);
        if trusted.is_some() {
            // The history is another one now.
            self.store = None;
        }
        std::mem::take(&mut self.waiting).into_iter().for_each(|command| self.execute(command));
    }

    /// Finishes an import whose process was killed after it was decided, and says what became of it.
    fn finish_left_over(&mut self) {
        let waits = self.config.source.path().is_some_and(|folder| is_unfinished(folder, Timestamp::now()));
        if !waits || self.stuck {
            return;
        }
        let (register, today, texts) = (self.register(), self.config.today, self.config.texts.clone());
        let Some(store) = self.store(&register) else { return };
        let outcome = match store.finish(CheckContext { register: &register, today }) {
            Finished::Nothing => return,
            Finished::Done(count) => texts.with("import-finished", &[("count", count.into())]),
            Finished::Stuck(error) => {
                // Said once: whoever goes on has read it.
                self.stuck = true;
                texts.with("import-waiting", &[("reason", error.localize(&texts).into())])
            }
        };
        self.report(StoreEvent::Info(outcome));
    }

    /// What entries refer to, as the files say it now.
    fn register(&self) -> Arc<Register> {
        let files = self.config.source.register_files().unwrap_or_default();
        Arc::new(read_register(&self.config.source, &files).0)
    }

    /// The store in the name of the coordinator. Which history there is, is looked up once.
    fn store(&mut self, register: &Register) -> Option<&EntryStore> {
        let folder = self.config.source.path()?;
        let me = self.config.coordinator.as_deref().and_then(|id| register.coordinators.get(id));
        let author = me.map_or_else(Author::of_user, Author::of);
        if self.store.as_ref().is_none_or(|(known, _)| *known != author) {
            self.store = Some((author.clone(), EntryStore::new(folder, author, self.trust.known())));
        }
        self.store.as_ref().map(|(_, store)| store)
    }

    fn me(&self) -> Option<Id> {
        self.config.coordinator.as_deref().and_then(Id::parse)
    }

    fn desk(&mut self, broken: Vec<Id>) {
        let Some(me) = self.me() else { return };
        let (register, today) = (self.register(), self.config.today);
        let mut ids: BTreeSet<Id> = broken.into_iter().collect();
        match desk::ids_of(self.snapshot.as_deref(), &desk::owners(&register, &me), today) {
            Ok(known) => ids.extend(known),
            // The desk is looked at again when there is a new index.
            Err(error) => drop(self.events.send(Event::IndexFailed(error.localize(&self.config.texts)))),
        }
        let Some(store) = self.store(&register) else { return };
        let look = |id: &Id| Some(DeskEntry::of(id, &store.open(id).ok()?, &me, &register, today));
        let entries = desk::by_urgency(ids.iter().filter_map(look));
        self.report(StoreEvent::Desk(entries));
    }

    fn open(&mut self, id: Id, whatever: bool) {
        let register = self.register();
        let Some(folder) = self.config.source.path().map(PathBuf::from) else { return };
        let Some(store) = self.store(&register) else { return };
        let process = ProcessIdentity::this(&store.author().name, Timestamp::now());
        let (text, there) = match store.open(&id) {
            Ok(text) => (text, Some(&id)),
            // When it is saved, somebody is informed of what became of the file.
            Err(SaveError::Gone | SaveError::Text(_)) if whatever => (String::new(), None),
            Err(error) => {
                return self.report(StoreEvent::Refused { id, error: Box::new(error), now: None, text: None });
            }
        };
        let fixed = store.try_writing(there).err();
        let others = Presence::others(&folder, &id, process.since);
        // The one before goes first: it may be of the same entry.
        self.presence = None;
        self.presence = Presence::announce(&folder, &id, &process);
        let opened = OpenedEntry { id: Some(id), text, begin: None, register, process, others, fixed };
        self.report(StoreEvent::Opened(Box::new(opened)));
    }

    fn begin(&mut self, from: Option<Id>) {
        let (register, me, today) = (self.register(), self.me(), self.config.today);
        let texts = self.config.texts.clone();
        let Some(store) = self.store(&register) else { return };
        let process = ProcessIdentity::this(&store.author().name, Timestamp::now());
        let begin = match &from {
            None => Ok(blank(me.as_ref(), today)),
            Some(from) => store.open(from).and_then(|text| Ok(Values::read(&text)?)).map(|values| {
                let title = Field::named("title").and_then(|field| values.get(field));
                let title = title.and_then(Value::as_text).unwrap_or_default();
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
        self.report(StoreEvent::Opened(Box::new(opened)));
    }

    fn save(&mut self, edit: &EntryEdit) {
        self.write(&edit.id, edit.new_id(), edit.act.clone(), None, |store, rules| store.save(edit, rules));
    }

    fn refuse(&self, id: Id, error: SaveError, text: Option<(String, String)>) {
        let now = match &error {
            SaveError::Clashes { now, .. } => Some(now.clone()),
            SaveError::Text(_) => self.store.as_ref().and_then(|(_, store)| store.open(&id).ok()),
            _ => None,
        };
        self.report(StoreEvent::Refused { id, error: Box::new(error), now, text });
    }

    fn create(&mut self, id: &Id, text: &str) {
        self.write(id, None, Act::Create, None, |store, rules| store.create(id, text, rules));
    }

    fn save_text(&mut self, id: &Id, base: &str, text: &str) {
        let texts = Some((base.to_owned(), text.to_owned()));
        self.write(id, None, Act::Change, texts, |store, rules| store.save_text(id, base, text, rules));
    }

    fn confirm(&mut self, id: &Id) {
        let Some(me) = self.me() else { return };
        let (changes, act) = (confirmation(&me, self.config.today), Act::Confirm);
        let mut confirmed = None;
        self.write(id, None, act.clone(), None, |store, rules| {
            let base = store.open(id)?;
            let values = Values::read(&base)?;
            let earlier = |change: &Change| Change { field: change.field, value: values.get(change.field).cloned() };
            let before = changes.iter().map(earlier).collect();
            let saved = store.save(&EntryEdit { id: id.clone(), base, changes, act }, rules)?;
            confirmed = saved.changed.then(|| Confirmation { id: id.clone(), text: saved.text.clone(), before });
            Ok(saved)
        });
        self.report_all(confirmed.map(StoreEvent::Confirmed));
    }

    /// Writes back what stood there before somebody confirmed. Whoever has saved the entry since has seen it confirmed:
    /// then it stays.
    fn unconfirm(&mut self, confirmation: &Confirmation) {
        let Confirmation { id, text, before } = confirmation.clone();
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let texts = self.config.texts.clone();
        let Some(store) = self.store(&register) else { return };
        let saved = match store.open(&id) {
            Ok(now) if now != text => {
                let title = title_in(&now, &id).to_string();
                let sentence = texts.with("notice-confirmation-overtaken", &[("title", title.into())]);
                return self.report(StoreEvent::Message(sentence));
            }
            Ok(base) => store.save(&EntryEdit { id: id.clone(), base, changes: before, act: Act::Restore }, rules),
            Err(error) => Err(error),
        };
        match saved {
            Ok(saved) => self.report(StoreEvent::Unconfirmed { id, saved: Box::new(saved) }),
            Err(error) => self.refuse(id, error, None),
        }
    }

    /// A change that needs no form.
    fn short(&mut self, id: &Id, changes: Vec<Change>, act: Act) {
        self.write(id, None, act.clone(), None, |store, rules| {
            let base = store.open(id)?;
            store.save(&EntryEdit { id: id.clone(), base, changes, act }, rules)
        });
    }

    /// Writes an entry and says what became of it; `text` is what a refusal brings back, before and after.
    fn write(
        &mut self,
        id: &Id,
        new: Option<Id>,
        act: Act,
        text: Option<(String, String)>,
        write: impl FnOnce(&EntryStore, CheckContext<'_>) -> Result<Saved, SaveError>,
    ) {
        let register = self.register();
        let rules = CheckContext { register: &register, today: self.config.today };
        let Some(store) = self.store(&register) else { return };
        match write(store, rules) {
            Ok(saved) => {
                let before = new.is_some().then(|| id.clone());
                let id = new.unwrap_or_else(|| id.clone());
                self.report(StoreEvent::Saved { id, before, act, saved: Box::new(saved) });
            }
            Err(error) => self.refuse(id.clone(), error, text),
        }
    }

    fn whose(&mut self, id: Id, action: EntryAction) {
        let register = self.register();
        let Some(store) = self.store(&register) else { return };
        match store.open(&id) {
            Ok(text) => self.report(StoreEvent::Whose { id, action, text, register }),
            Err(error) => self.refuse(id, error, None),
        }
    }

    fn history(&mut self, id: Id) {
        let register = self.register();
        let texts = self.config.texts.clone();
        let Some(store) = self.store(&register) else { return };
        let now = store.open(&id).ok();
        let Revisions { states, faults } = store.history().revisions(&id, now.as_deref(), STATES);
        let faults = faults.iter().map(|fault| fault.localize(&texts)).collect();
        self.report(StoreEvent::History(id, states, faults));
    }

    fn compare(&mut self, id: Id, base: &str) {
        let Some((_, store)) = &self.store else { return };
        if store.open(&id).ok().as_deref() != Some(base) {
            self.report(StoreEvent::Overtaken(id));
        }
    }
}
