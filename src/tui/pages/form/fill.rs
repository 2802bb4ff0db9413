//! Values that are put into a form from elsewhere: a copy, a draft, an earlier state, what somebody else has saved.

use std::collections::BTreeMap;

use super::{content::FieldContent, state::FormPage, steps::UndoStep};
use crate::{
    catalogue::{EditError, Values},
    store::{Clash, merge_value},
};

impl FormPage {
    /// The values with which a new entry begins.
    pub(super) fn begin_with(&mut self, values: &Values) {
        self.fill(values);
        self.steps.clear();
        self.follow_title(self.position("title"));
        self.opened = self.fields.iter().map(|field| field.content.text()).collect();
        self.check();
    }

    /// Puts other values into the form, as one change each: an earlier state that is brought back, a copy, a draft.
    pub(super) fn fill(&mut self, values: &Values) {
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
            self.steps.push(UndoStep { at, content: before });
        }
    }

    /// What was typed, by field, for a draft.
    pub(super) fn typed(&self) -> BTreeMap<String, String> {
        let touched = self.fields.iter().filter(|field| field.content.is_touched());
        touched.map(|field| (field.field.name(), field.content.text())).collect()
    }

    /// Types a draft in again.
    pub(super) fn retype(&mut self, typed: &BTreeMap<String, String>) {
        for at in 0..self.fields.len() {
            let Some(field) = self.fields.get(at) else { continue };
            if let Some(text) = typed.get(&field.field.name()) {
                let content = FieldContent::typed_for(field.field, text).touched();
                self.replace(at, content);
            }
        }
        // An id that somebody has typed stays.
        let id = self.fields.get(self.position("id")).map(|field| field.content.text());
        self.id_follows &= id.is_some_and(|id| id.is_empty() || id == self.proposed_id());
        self.check();
    }

    /// Goes on from the text that somebody else has saved meanwhile: `now` is the base from here on. Fields that only
    /// they have changed take their value; of the clashes, those for which `mine` says no as well. Lists that both have
    /// changed hold what a save would make of them.
    pub(super) fn rebase(
        &mut self,
        now: String,
        clashes: &[Clash],
        mine: impl Fn(&Clash) -> bool,
    ) -> Result<(), EditError> {
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
        self.steps.clear();
        self.overtaken = false;
        self.check();
        Ok(())
    }
}
