//! Saving an entry: the old or the new file, whole, whatever happens; and nobody's change lost.
//!
//! ```text
//! lock ─▶ read again, merge ─▶ check ─▶ temporary file ─▶ sync ─▶ rename ─▶ sync of the folder ─▶ history ─▶ unlock
//! ```

pub(super) mod entry_store;
pub(super) mod lock;
pub(super) mod merge;
pub(super) mod outcome;

use entry_store::{EntryStore, Replaced};
use lock::PROBE;
use merge::{Merged, merge};
use outcome::{CheckContext, EntryEdit, SaveError, Saved};

use super::{Act, files::beside};
use crate::catalogue::{Change, Field, Id, Values, changed, entry_faults, entry_path, is_no_worse};

/// How often a save begins anew because somebody else has changed the file without a lock.
const TRIES: usize = 5;

impl EntryStore {
    /// Saves a change of an entry, together with what others have changed meanwhile. With another id, its file gets
    /// another name.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn save(&self, edit: &EntryEdit, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        self.finish(rules);
        if let Some(new) = edit.new_id() {
            return self.rename(edit, &new, rules);
        }
        self.put(
            &edit.id,
            &edit.act,
            |text| rules.check(&edit.id, text),
            |now| together(&edit.base, &edit.changes, now),
        )
    }

    /// Saves the text of an entry that was changed as a whole, in an editor. When somebody else has changed the file
    /// meanwhile, the two are brought together by their fields, and comments stay where only one of them wrote some.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn save_text(&self, id: &Id, base: &str, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        self.finish(rules);
        self.put(
            id,
            &Act::Change,
            |text| rules.check(id, text),
            |now| {
                if now == base {
                    return Ok((text.to_owned(), Vec::new()));
                }
                let before = Values::read(base)?;
                let (mine, theirs) = (before.changes_to(&Values::read(text)?), before.changes_to(&Values::read(now)?));
                let merged = together(base, &mine, now)?;
                let only_fields = |changes: &[Change], to: &str| changed(base, changes).is_ok_and(|after| after == to);
                if only_fields(&mine, text) {
                    return Ok(merged);
                }
                if only_fields(&theirs, now) {
                    let rest = Values::read(text)?.changes_to(&Values::read(&merged.0)?);
                    return Ok((changed(text, &rest)?, merged.1));
                }
                Err(SaveError::Clashes { now: now.to_owned(), clashes: Vec::new() })
            },
        )
    }

    /// Saves the text of an entry in which single slips were mended. It may still have errors, but none that `base`
    /// does not have. Whoever has changed the file meanwhile goes first: then nothing is saved.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn repair(&self, id: &Id, base: &str, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        let file = entry_path(id);
        let no_worse = |text: &str| match is_no_worse(&file, base, text, rules.register, rules.today) {
            true => Ok(()),
            false => Err(SaveError::Faulty {
                text: text.to_owned(),
                faults: entry_faults(id, text, rules.register, rules.today),
            }),
        };
        self.finish(rules);
        self.put(id, &Act::Change, no_worse, |now| match now == base {
            true => Ok((text.to_owned(), Vec::new())),
            false => Err(SaveError::Clashes { now: now.to_owned(), clashes: Vec::new() }),
        })
    }

    /// Puts what `change` makes of the text of the file in its place, if `allow` agrees.
    fn put(
        &self,
        id: &Id,
        act: &Act,
        allow: impl Fn(&str) -> Result<(), SaveError>,
        change: impl Fn(&str) -> Result<(String, Vec<&'static Field>), SaveError>,
    ) -> Result<Saved, SaveError> {
        let path = self.locate(id)?;
        self.may_write(&path)?;
        let lock = self.lock(&path)?;
        for _ in 0..TRIES {
            let now = self.read(&path)?;
            let (text, theirs) = change(&now)?;
            allow(&text)?;
            if text == now {
                return Ok(Saved { text, theirs, changed: false, uncertain: None, unrecorded: None });
            }
            if let Replaced::Done(uncertain) = self.replace(&path, &text, Some(&now), &path, &lock)? {
                let unrecorded = self.record(act, id, Some(&now), &text);
                return Ok(Saved { text, theirs, changed: true, uncertain, unrecorded });
            }
        }
        Err(SaveError::Held(None))
    }

    /// Saves a new entry of which `text` is the whole file.
    ///
    /// # Errors
    /// When there is one of this id already, or it cannot be saved.
    pub fn create(&self, id: &Id, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        let text = &self.text_of_new(text);
        rules.check(id, text)?;
        self.finish(rules);
        let path = self.path_of_new(id)?;
        let lock = self.lock(&path)?;
        if self.held_at(&path)?.is_some() {
            return Err(SaveError::Exists);
        }
        let Replaced::Done(uncertain) = self.replace(&path, text, None, &self.measures(), &lock)? else {
            return Err(SaveError::Exists);
        };
        let unrecorded = self.record(&Act::Create, id, None, text);
        Ok(Saved { text: text.to_owned(), theirs: Vec::new(), changed: true, uncertain, unrecorded })
    }

    /// First there are both files, then only the new one; when that was interrupted, the next attempt ends it. Of a link
    /// only the link goes, not what it leads to.
    fn rename(&self, edit: &EntryEdit, new: &Id, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        let id = &edit.id;
        let (from, old, to) = (self.locate(id)?, self.path(id), self.path_of_new(new)?);
        self.may_write(&from)?;
        let old_lock = self.lock(&from)?;
        let new_lock = self.lock(&to)?;
        let (before, there) = (self.read(&from)?, self.held_at(&to)?);
        let (text, theirs) = together(&edit.base, &edit.changes, &before)?;
        if there.as_ref().is_some_and(|there| there != text.as_bytes()) {
            return Err(SaveError::Exists);
        }
        rules.check(new, &text)?;
        if there.is_none()
            && let Replaced::Overtaken = self.replace(&to, &text, None, &from, &new_lock)?
        {
            return Err(SaveError::Exists);
        }
        if self.held_at(&from)?.is_none_or(|held| held != before.as_bytes()) {
            // Somebody who knows no locks has changed it in this moment.
            let _ = self.files.remove(&to);
            return Err(SaveError::Held(None));
        }
        self.files.remove(&old).map_err(|cause| SaveError::Io { path: old.clone(), cause })?;
        let uncertain = self.sync_folder(&old).err();
        let unrecorded = self.record(&Act::Rename { from: id.clone() }, new, Some(&before), &text);
        drop(old_lock);
        Ok(Saved { text, theirs, changed: true, uncertain, unrecorded })
    }

    /// Says whether entries can be saved here at all, before somebody types for an hour: writes a file and takes it away.
    ///
    /// # Errors
    /// What is in the way.
    pub fn try_writing(&self, id: Option<&Id>) -> Result<(), SaveError> {
        let path = match id {
            Some(id) => self.locate(id)?,
            None => self.measures().join("neu.toml"),
        };
        if id.is_some() {
            self.may_write(&path)?;
        }
        let probe = beside(&path, &format!("{PROBE}{}", std::process::id()));
        let written = self.files.write_new(&probe, b"", &self.measures());
        let removed = self.files.remove(&probe);
        written.and(removed).map_err(|cause| SaveError::Io { path: self.measures(), cause })
    }
}

/// One's own changes and what others have changed meanwhile.
fn together(base: &str, changes: &[Change], now: &str) -> Result<(String, Vec<&'static Field>), SaveError> {
    match merge(base, changes, now)? {
        Merged::Clean { text, theirs } => Ok((text, theirs)),
        Merged::Clashes(clashes) => Err(SaveError::Clashes { now: now.to_owned(), clashes }),
    }
}
