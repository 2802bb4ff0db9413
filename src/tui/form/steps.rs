//! The way back in a form: steps that are taken back, and values that are put in from elsewhere.

use std::collections::BTreeMap;

use super::{FieldContent, Form};
use crate::{
    catalogue::{EditError, Values},
    store::{Clash, merge_value},
};

/// Steps that can be taken back.
pub(super) const STEPS: usize = 500;

/// What stood in a field before it was changed.
pub(super) struct UndoStep {
    pub(super) at: usize,
    pub(super) content: FieldContent,
}

impl Form {
    /// Takes the last step back.
    pub fn undo(&mut self) -> bool {
        let step = self.undo.pop();
        let taken = step.map(|step| self.swap(step));
        let done = taken.is_some();
        self.redo.extend(taken);
        done
    }

    /// Takes the last step back again.
    pub fn redo(&mut self) -> bool {
        let step = self.redo.pop();
        let taken = step.map(|step| self.swap(step));
        let done = taken.is_some();
        self.undo.extend(taken);
        done
    }

    fn swap(&mut self, step: UndoStep) -> UndoStep {
        self.typing = None;
        self.at = step.at;
        let now = match self.fields.get_mut(step.at) {
            Some(field) => std::mem::replace(&mut field.content, step.content),
            None => step.content,
        };
        self.follow_title(step.at);
        self.check();
        UndoStep { at: step.at, content: now }
    }

    /// Puts other values into the form, as one change each: an earlier state that is brought back, a copy, a draft.
    pub fn fill(&mut self, values: &Values) {
        let iso = self.iso;
        for at in 0..self.fields.len() {
            let Some(field) = self.fields.get(at) else { continue };
            let wanted = values.get(field.field);
            if field.value().ok().as_ref().map(Option::as_ref) != Some(wanted) {
                let content = FieldContent::of(field.field, wanted, iso).touched();
                self.replace(at, content);
            }
        }
        self.check();
    }

    fn replace(&mut self, at: usize, content: FieldContent) {
        if let Some(field) = self.fields.get_mut(at) {
            let before = std::mem::replace(&mut field.content, content);
            self.undo.push(UndoStep { at, content: before });
        }
    }

    /// What was typed, by field, for a draft.
    pub fn typed(&self) -> BTreeMap<String, String> {
        let touched = self.fields.iter().filter(|field| field.content.is_touched());
        touched.map(|field| (field.field.name(), field.content.text())).collect()
    }

    /// Types a draft in again.
    pub fn retype(&mut self, typed: &BTreeMap<String, String>) {
        for at in 0..self.fields.len() {
            let Some(field) = self.fields.get(at) else { continue };
            if let Some(text) = typed.get(&field.field.name()) {
                let content = FieldContent::typed_for(field.field, text).touched();
                self.replace(at, content);
            }
        }
        // An id that somebody has typed stays.
        let id = self.fields.get(self.position("id")).map(|field| field.content.text());
        self.id_follows &= id.is_some_and(|id| id == self.proposed_id());
        self.check();
    }

    /// Goes on from the text that somebody else has saved meanwhile: `now` is the base from here on. Fields that only
    /// they have changed take their value; of the clashes, those for which `mine` says no as well. Lists that both have
    /// changed hold what a save would make of them.
    pub fn rebase(&mut self, now: String, clashes: &[Clash], mine: impl Fn(&Clash) -> bool) -> Result<(), EditError> {
        let theirs = Values::read(&now)?;
        for field in &mut self.fields {
            let value = theirs.get(field.field).cloned();
            let clash = clashes.iter().find(|clash| clash.field == field.field);
            let own = field.value();
            let keep = match clash {
                Some(clash) => mine(clash),
                None => own.as_ref() != Ok(&field.held),
            };
            let together = match (clash, own) {
                (None, Ok(own)) if keep => {
                    let together = merge_value(field.held.as_ref(), own.as_ref(), value.as_ref());
                    together.filter(|together| *together != own)
                }
                _ => None,
            };
            if let Some(together) = together {
                field.content = FieldContent::of(field.field, together.as_ref(), self.iso).touched();
            } else if !keep {
                field.content = FieldContent::of(field.field, value.as_ref(), self.iso);
            }
            field.held = value;
        }
        self.base = now;
        self.undo.clear();
        self.redo.clear();
        self.overtaken = false;
        self.check();
        Ok(())
    }
}
