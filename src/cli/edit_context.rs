//! What the commands that change entries share: the catalogue as something to be changed, who changes it, and what they print.

use std::io;

use super::{CliError, Context, Exit, Origin, errors, output, question, render_diagnostic::report, trust};
use crate::{
    base::{Text, nearest},
    catalogue::{
        Change, Code, Coordinator, Diagnostic, Field, Id, Named as _, Register, Severity, Source, Value, Values,
        name_in_entry_path,
    },
    locale::{Localize as _, Texts},
    store::{
        Act, Author, CheckContext, EntryEdit, EntryStore, Finished, Ownership, RecordError, SaveError, Saved,
        coordinator_of, differences,
    },
};

/// A catalogue that is changed, and by whom.
pub(super) struct EditContext<'c> {
    pub store: EntryStore,
    pub register: Register,
    pub source: Source,
    /// The coordinator, if one is named.
    pub me: Option<Id>,
    context: &'c Context,
}

impl<'c> EditContext<'c> {
    /// Opens the catalogue in force to be changed, as [`EditContext::prepare_to_write`] does it.
    pub(super) fn open_to_change(context: &'c Context, by: Option<&str>) -> Result<Self, CliError> {
        let mut edit_context = Self::open(context, by)?;
        edit_context.prepare_to_write();
        Ok(edit_context)
    }

    /// Gets ready to write: asks once whether git may run what its folder names, and finishes an import whose process was
    /// killed after it was decided. What is in the way of that is told and holds up nothing else.
    pub(super) fn prepare_to_write(&mut self) {
        let Some(folder) = self.source.path() else { return };
        let trust = trust::before_saving(folder, self.context);
        self.store = EntryStore::new(folder, self.store.author().clone(), &trust);
        let texts = &self.context.texts;
        match self.store.finish(self.rules()) {
            Finished::Nothing => {}
            Finished::Done(count) => output::note(&texts.with("import-finished", &[("count", count.into())])),
            Finished::Stuck(error) => {
                let reason = error.localize(texts);
                output::note(&texts.with("import-waiting", &[("reason", reason.into())]));
            }
        }
    }

    /// Opens the catalogue in force for the coordinator `by`, else the one in the settings. Nothing is written by that.
    pub(super) fn open(context: &'c Context, by: Option<&str>) -> Result<Self, CliError> {
        let (source, origin) = context.source()?;
        Self::on(&source, origin, context, by)
    }

    /// Opens this catalogue for the coordinator `by`, else the one in the settings.
    pub(super) fn on(
        source: &Source,
        origin: Origin,
        context: &'c Context,
        by: Option<&str>,
    ) -> Result<Self, CliError> {
        let texts = &context.texts;
        let Some(folder) = source.path() else {
            let error = CliError::new(Exit::Usage, texts.get("cli-demo-fixed").into_owned());
            return Err(error.hint(texts.get("cli-demo-fixed-hint")));
        };
        let register = context.register(source, origin)?;
        let me = by.or(context.settings.coordinator.as_deref());
        let known = me.map(|id| known_coordinator(id, &register, texts)).transpose()?;
        let author = known.map_or_else(Author::of_user, Author::of);
        let me = known.map(|coordinator| coordinator.id.clone());
        let store = EntryStore::new(folder, author, &context.trust);
        Ok(Self { store, me, register, source: source.clone(), context })
    }

    /// What decides whether an entry may be saved.
    pub(super) fn rules(&self) -> CheckContext<'_> {
        CheckContext { register: &self.register, today: self.context.today }
    }

    /// The text of an entry that may be changed by whoever asks.
    pub(super) fn text_to_change(&self, id: &Id, force: bool) -> Result<String, CliError> {
        let texts = &self.context.texts;
        let text = self.text(id)?;
        let me = self.me.as_deref().unwrap_or_default();
        let ownership = Ownership::of(coordinator_of(&text).as_deref(), me, &self.register);
        let Ownership::Other(other) = ownership else { return Ok(text) };
        if force || self.me.is_none() || self.agrees(id, &other)? {
            return Ok(text);
        }
        let args = [("id", id.as_str().into()), ("name", self.register.coordinators.label(&other).into())];
        let error = CliError::new(Exit::Usage, texts.with("cli-not-yours", &args));
        Err(error.hint(texts.get("cli-not-yours-hint")))
    }

    pub(super) fn text(&self, id: &Id) -> Result<String, CliError> {
        self.store.open(id).map_err(|error| match error {
            SaveError::Gone => unknown(id, self.context),
            other => self.failed(&other),
        })
    }

    /// Asks whether an entry of somebody else is meant, where there is somebody to answer.
    fn agrees(&self, id: &Id, other: &Id) -> Result<bool, CliError> {
        let texts = &self.context.texts;
        if !question::can_be_answered() {
            return Ok(false);
        }
        let args = [("id", id.as_str().into()), ("name", self.register.coordinators.label(other).into())];
        Ok(question::is_agreed(&texts.with("cli-not-yours-question", &args), texts))
    }

    /// Saves these changes of an entry whose text was `base`, and prints what that has done.
    pub(super) fn save(&self, id: &Id, base: &str, changes: Vec<Change>, act: Act) -> Result<(), CliError> {
        let edit = EntryEdit { id: id.clone(), base: base.to_owned(), changes, act };
        let saved = self.store.save(&edit, self.rules()).map_err(|error| self.failed(&error))?;
        self.print_saved(&edit.new_id().unwrap_or(edit.id), base, &saved)
    }

    pub(super) fn print_saved(&self, id: &Id, before: &str, saved: &Saved) -> Result<(), CliError> {
        let texts = &self.context.texts;
        let key = if saved.changed { "cli-saved" } else { "cli-unchanged" };
        let mut lines = vec![texts.with(key, &[("id", id.as_str().into())])];
        if let (Ok(before), Ok(after)) = (Values::read(before), Values::read(&saved.text)) {
            let changed = differences(&before, &after);
            lines.extend(changed.iter().map(|difference| format!("  {}", difference.localize(&self.register, texts))));
        }
        if !saved.theirs.is_empty() {
            let fields: Vec<String> = saved.theirs.iter().map(|field| field.localize(texts)).collect();
            output::note(&texts.with("cli-merged", &[("fields", fields.join(", ").into())]));
        }
        self.print_uncertainties(saved.uncertain.as_ref(), saved.unrecorded.as_ref());
        output::print(&lines.join("\n"), texts)
    }

    /// Prints what a save or a batch could not promise: that it survives a power cut, that it stands in the history.
    pub(super) fn print_uncertainties(&self, uncertain: Option<&io::Error>, unrecorded: Option<&RecordError>) {
        let texts = &self.context.texts;
        if let Some(error) = uncertain {
            output::note(&texts.with("cli-uncertain", &[("reason", error.localize(texts).into())]));
        }
        if let Some(error) = unrecorded {
            output::note(&error.localize(texts));
        }
    }

    /// What is in the way of a save; the faults of the entry as `lotse check` prints them.
    pub(super) fn failed(&self, error: &SaveError) -> CliError {
        let texts = &self.context.texts;
        let exit = match error {
            SaveError::Faulty { faults, .. } => {
                let is_error = |fault: &&Diagnostic<Code>| fault.severity() == Severity::Error;
                faults
                    .iter()
                    .filter(is_error)
                    .for_each(|fault| output::note(&format!("{}\n", report(fault, texts, false))));
                Exit::No
            }
            SaveError::Clashes { clashes, .. } => {
                clashes.iter().for_each(|clash| output::note(&clash.localize(&self.register, texts)));
                Exit::No
            }
            SaveError::Exists | SaveError::Gone => Exit::No,
            SaveError::Held(_) | SaveError::Outside | SaveError::Text(_) | SaveError::Io { .. } => Exit::Unreadable,
        };
        CliError::new(exit, error.localize(texts)).hint(error.hint(texts))
    }
}

fn known_coordinator<'r>(id: &str, register: &'r Register, texts: &Texts) -> Result<&'r Coordinator, CliError> {
    register.coordinators.get(id).ok_or_else(|| {
        let shown = Text::line(id).to_string();
        let error = CliError::new(Exit::Usage, texts.with("cli-no-coordinator", &[("id", shown.into())]));
        let nearest = nearest(id, register.coordinators.iter().map(|known| known.id().as_str()));
        errors::suggest(error, nearest, "cli-no-coordinator-hint", texts)
    })
}

pub(super) fn id(typed: &str, context: &Context) -> Result<Id, CliError> {
    let texts = &context.texts;
    let unknown = || errors::unknown_entry(typed, texts).hint(texts.get("cli-show-unknown-hint"));
    Id::parse(typed.trim()).ok_or_else(unknown)
}

fn unknown(id: &Id, context: &Context) -> CliError {
    let texts = &context.texts;
    let known: Vec<String> = context.source().ok().into_iter().flat_map(|(source, _)| ids(&source)).collect();
    let nearest = nearest(id, known.iter().map(String::as_str));
    errors::suggest(errors::unknown_entry(id, texts), nearest, "cli-show-unknown-hint", texts)
}

/// The ids of all entries, from the names of their files.
pub(super) fn ids(source: &Source) -> Vec<String> {
    let files = source.files().unwrap_or_default();
    files.iter().filter_map(|file| name_in_entry_path(&file.path)).map(str::to_owned).collect()
}

pub(super) fn text_of(values: &Values, name: &str) -> Option<String> {
    let field = Field::named(name)?;
    values.get(field).and_then(Value::as_text).map(str::to_owned)
}
