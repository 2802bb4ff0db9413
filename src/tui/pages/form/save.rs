//! A form and the store: it is opened for an entry, its draft is kept, it is saved, and a save may be refused.

use super::state::FormPage;
use crate::{
    catalogue::{EditError, Field, Id, Values},
    store::{Act, Clash, Draft, EntryEdit, OrphanedDraft, SaveError},
    tui::{
        After, Effect, FormCommand, Intent, OpenedEntry, PageContext, PageEffect, StoreCommand,
        pages::dialog::state::DialogKind,
    },
};

impl FormPage {
    /// The form of an entry that was read, filled with what it is opened for.
    pub(crate) fn open(
        cx: PageContext<'_>,
        opened: OpenedEntry,
        intent: Option<Intent>,
    ) -> Result<(Self, Vec<PageEffect>), EditError> {
        let OpenedEntry { id, text, begin, register, process, others, .. } = opened;
        let base = match &intent {
            Some(Intent::Draft(found)) => found.draft.base.clone(),
            Some(Intent::Settle(base, _)) => base.clone(),
            _ => text.clone(),
        };
        let mut form = Self::new(id, base, register, process, &cx.ui.texts, cx.ui.today)?;
        form.others = others;
        form.overtaken = form.base != text;
        if let (Some(values), None) = (&begin, &intent) {
            form.begin_with(values);
        }
        let found = form.fill_for(intent);
        let mut effects = form.keep(cx);
        // The draft that was found goes only after its successor is there.
        effects.extend(found.map(|found| store(StoreCommand::Discard(found))));
        Ok((form, effects))
    }

    /// Puts in what the form is opened for; returns the draft of which this makes another.
    fn fill_for(&mut self, intent: Option<Intent>) -> Option<OrphanedDraft> {
        match intent {
            Some(Intent::Draft(found)) => {
                self.retype(&found.draft.typed);
                return Some(*found);
            }
            Some(Intent::Restore(earlier)) => {
                self.act = Act::Restore;
                if let Ok(mut values) = Values::read(&earlier) {
                    keep_id(&mut values, &self.base);
                    self.fill(&values);
                    self.go_to_change();
                }
            }
            Some(Intent::Settle(_, written)) => {
                if let Ok(values) = Values::read(&written) {
                    self.fill(&values);
                    self.go_to_change();
                }
            }
            None if self.id.is_some() => drop(self.go_to_error()),
            None => {}
        }
        None
    }

    /// True from the key that saves until there is news of it.
    pub(crate) fn is_saving(&self) -> bool {
        self.saving
    }

    /// True when Lotse ends once the form is saved.
    pub(crate) fn quits(&self) -> bool {
        self.saving && self.after == After::Quit
    }

    /// Asks whether somebody else has changed the file meanwhile.
    pub(crate) fn compare(&self) -> Option<Effect> {
        Some(Effect::Store(StoreCommand::Compare(self.id.clone()?, self.base.clone())))
    }

    /// Saving has failed; true when it was this form that was being saved. What was typed is still there.
    pub(crate) fn stop_saving(&mut self) -> bool {
        std::mem::take(&mut self.saving)
    }

    /// What was typed is kept as a draft, so that nothing can happen to it.
    pub(super) fn keep(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        let Some(folder) = cx.ui.folder.clone() else { return Vec::new() };
        if !self.is_changed() {
            return self.kept.take().map(|_| store(StoreCommand::Forget)).into_iter().collect();
        }
        let typed = self.typed();
        if self.kept.as_ref() == Some(&typed) {
            return Vec::new();
        }
        self.kept = Some(typed.clone());
        let (id, base, worker) = (self.id.clone(), self.base.clone(), self.worker.clone());
        vec![store(StoreCommand::Draft(Box::new(Draft { catalogue: folder, id, base, typed, worker })))]
    }

    /// Saves, unless there are errors: then the cursor goes to the first.
    pub(super) fn save(&mut self, cx: PageContext<'_>, after: After) -> Vec<PageEffect> {
        let texts = &cx.ui.texts;
        self.picker = None;
        self.preview = false;
        self.leave_field();
        self.tried = true;
        self.check();
        if self.go_to_error() {
            let errors = self.counts().0;
            return vec![PageEffect::Message(texts.with("notice-form-errors", &[("count", errors.into())]))];
        }
        if !self.is_changed() && self.id.is_some() {
            let mut effects = vec![PageEffect::Message(cx.ui.text("notice-form-unchanged"))];
            effects.extend((after == After::Quit).then_some(PageEffect::Outside(Effect::Quit)));
            return effects;
        }
        let command = match (&self.id, self.id_now(), self.text()) {
            (Some(id), ..) => {
                let (id, base) = (id.clone(), self.base.clone());
                StoreCommand::Save(EntryEdit { id, base, changes: self.changes(), act: self.act.clone() })
            }
            (None, Some(id), Ok(text)) => StoreCommand::Create { id, text },
            (None, _, Err(error)) => return vec![PageEffect::Message(SaveError::from(error).localize(texts))],
            // Without an id there is an error.
            (None, None, _) => return Vec::new(),
        };
        (self.saving, self.after) = (true, after);
        vec![store(command)]
    }

    /// Goes on with the chosen values on top of what somebody else has saved.
    pub(super) fn settle(&mut self, cx: PageContext<'_>, now: String, clashes: &[(Clash, bool)]) -> Vec<PageEffect> {
        let after = self.after;
        let all: Vec<_> = clashes.iter().map(|(clash, _)| clash.clone()).collect();
        let mine = |clash: &Clash| clashes.iter().any(|(known, mine)| known.field == clash.field && *mine);
        if let Err(error) = self.rebase(now, &all, mine) {
            return vec![PageEffect::Message(SaveError::from(error).localize(&cx.ui.texts))];
        }
        if self.changes().is_empty() {
            let message = PageEffect::Message(cx.ui.text("notice-theirs-holds"));
            return vec![message, PageEffect::Form(FormCommand::Close)];
        }
        self.save(cx, after)
    }

    /// Puts the text of the form in the place of what is there. Where there is no file any more, it gets the name that
    /// the form gives it.
    pub(super) fn overwrite(&mut self, now: Option<String>) -> Vec<PageEffect> {
        let id = if now.is_none() { self.id_now() } else { self.id.clone() };
        let (Some(id), Ok(text)) = (id, self.text()) else { return Vec::new() };
        self.saving = true;
        vec![store(StoreCommand::Overwrite { id, now, text })]
    }

    /// The save was refused. What can be settled here is asked about, any other error comes back; `now` is the text of the
    /// file, if it can be read.
    pub(crate) fn on_refused(
        &mut self,
        cx: PageContext<'_>,
        error: SaveError,
        now: Option<String>,
    ) -> Result<PageEffect, SaveError> {
        Ok(match error {
            SaveError::Clashes { now, clashes } if !clashes.is_empty() => {
                let clashes = clashes.into_iter().map(|clash| (clash, true)).collect();
                PageEffect::Ask(DialogKind::Clash { now, clashes })
            }
            SaveError::Gone => PageEffect::Ask(DialogKind::Overwrite(None)),
            // What is no text at all cannot be replaced unseen.
            SaveError::Text(EditError::Syntax(_)) if now.is_some() => PageEffect::Ask(DialogKind::Overwrite(now)),
            SaveError::Exists => {
                self.go_to("id");
                PageEffect::Message(SaveError::Exists.localize(&cx.ui.texts))
            }
            error => return Err(error),
        })
    }

    /// Somebody else has saved the entry: said at once, settled when it is saved here.
    pub(crate) fn on_overtaken(&mut self, cx: PageContext<'_>, id: &Id) -> Option<PageEffect> {
        if self.id.as_ref() != Some(id) || self.saving || self.overtaken {
            return None;
        }
        self.overtaken = true;
        Some(PageEffect::Message(cx.ui.text("notice-overtaken")))
    }
}

/// The file keeps its name, whatever it was called then.
fn keep_id(values: &mut Values, base: &str) {
    if let (Some(field), Ok(now)) = (Field::named("id"), Values::read(base)) {
        values.set(field, now.get(field).cloned());
    }
}

fn store(command: StoreCommand) -> PageEffect {
    PageEffect::Outside(Effect::Store(command))
}
