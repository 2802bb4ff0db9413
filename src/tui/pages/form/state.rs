//! What a form holds: what was typed, what is wrong with it, and the way back. Knows neither files nor the screen.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{
    content::{FieldContent, Motion},
    field::{FormFault, FormField, Wrong},
    picker::{Picker, PickerAim},
    steps::{UndoStep, UndoSteps},
};
use crate::{
    catalogue::{Change, EditError, FIELDS, Field, Group, Id, Register, Shape, Values, changed, field_of, read_entry},
    locale::{Texts, fields},
    store::{Act, ProcessIdentity, propose_id, with_day},
    tui::After,
};

/// The form of one entry.
pub(crate) struct FormPage {
    /// The entry; `None` for a new one.
    pub(crate) id: Option<Id>,
    /// The text of its file when the form was opened; empty for a new one.
    pub(super) base: String,
    pub(super) register: Arc<Register>,
    /// All fields in the order in which they are shown.
    pub(super) fields: Vec<FormField>,
    /// The field with the cursor.
    pub(super) at: usize,
    /// What `lotse check` says of what was typed.
    pub(super) faults: Vec<FormFault>,
    /// The open list of choices.
    pub(super) picker: Option<Picker>,
    /// Whether the entry is shown as the caseworker will see it.
    pub(super) preview: bool,
    /// First line of the preview that is shown.
    pub(super) preview_top: usize,
    /// What sort of change it will be in the history.
    pub(super) act: Act,
    /// Since when this form is open, and by whom.
    pub(super) worker: ProcessIdentity,
    /// Who else has the entry open.
    pub(super) others: Vec<ProcessIdentity>,
    /// True from the key that saves until there is news of it.
    pub(super) saving: bool,
    /// What happens once it is saved.
    pub(super) after: After,
    /// True when somebody else has changed the file since it was opened.
    pub(super) overtaken: bool,
    pub(super) today: Date,
    pub(super) iso: bool,
    /// What stood in the fields when the form was opened.
    pub(super) opened: Vec<String>,
    /// True as long as the id of a new entry is made from its title.
    pub(super) id_follows: bool,
    /// True once somebody has tried to save: from then on what is missing is an error.
    pub(super) tried: bool,
    pub(super) steps: UndoSteps,
    /// What was cut out or copied last.
    copied: String,
    /// What was typed when its draft was last kept.
    pub(super) kept: Option<BTreeMap<String, String>>,
}

impl FormPage {
    /// The form of an entry whose file has the text `base`; of a new one when `id` is `None`.
    pub(super) fn new(
        id: Option<Id>,
        base: String,
        register: Arc<Register>,
        worker: ProcessIdentity,
        texts: &Texts,
        today: Date,
    ) -> Result<Self, EditError> {
        let values = Values::read(&base)?;
        let iso = texts.lang().has_iso_days();
        let mut fields: Vec<&'static Field> = FIELDS.iter().collect();
        // Within a group as in the file.
        fields.sort_by_key(|field| Group::ALL.iter().position(|group| *group == field.group));
        let fields = fields.into_iter().map(|field| {
            let held = values.get(field).cloned();
            FormField { field, content: FieldContent::of(field, held.as_ref(), iso), held }
        });
        let mut form = Self {
            id,
            base,
            register,
            fields: fields.collect(),
            at: 0,
            faults: Vec::new(),
            picker: None,
            preview: false,
            preview_top: 0,
            act: Act::Change,
            worker,
            others: Vec::new(),
            saving: false,
            after: After::Close,
            overtaken: false,
            today,
            iso,
            opened: Vec::new(),
            id_follows: false,
            tried: false,
            steps: UndoSteps::default(),
            copied: String::new(),
            kept: None,
        };
        form.at = form.position("title");
        form.id_follows = form.id.is_none();
        form.opened = form.fields.iter().map(|field| field.content.text()).collect();
        form.check();
        Ok(form)
    }

    /// The field with the cursor.
    pub(super) fn current(&self) -> Option<&FormField> {
        self.fields.get(self.at)
    }

    pub(super) fn position(&self, name: &str) -> usize {
        self.fields.iter().position(|field| field.field.name() == name).unwrap_or(0)
    }

    /// What has to be changed in the file, as far as the words are values.
    pub(super) fn changes(&self) -> Vec<Change> {
        let differs = |field: &FormField| {
            let value = field.value().ok()?;
            (value != field.held).then_some(Change { field: field.field, value })
        };
        with_day(self.fields.iter().filter_map(differs).collect(), self.today)
    }

    /// True when closing would lose something.
    pub(crate) fn is_changed(&self) -> bool {
        let now = self.fields.iter().map(|field| field.content.text());
        !now.eq(self.opened.iter().cloned())
    }

    /// The text of the file with what was typed.
    pub(super) fn text(&self) -> Result<String, EditError> {
        changed(&self.base, &self.changes())
    }

    /// The id under which the entry is checked and saved.
    pub(super) fn id_now(&self) -> Option<Id> {
        let typed = self.fields.iter().find(|field| field.field.name() == "id")?;
        Id::parse(typed.value().ok()??.as_text()?)
    }

    /// Checks what was typed by the rules of `lotse check`.
    pub(super) fn check(&mut self) {
        let inputs = self.fields.iter().filter_map(|field| {
            let fault = field.value().err()?;
            Some(FormFault { field: Some(field.field), fault: Wrong::Input(fault) })
        });
        let mut faults: Vec<FormFault> = inputs.collect();
        let text = self.text().unwrap_or_default();
        // Without an id there is no file, and the missing id is a fault by itself.
        let id = self.id_now().map_or_else(|| "neu".to_owned(), |id| id.to_string());
        let read = read_entry(&id, &text, &self.register, self.today);
        for fault in read.diagnostics {
            let field = field_of(&fault, &text);
            // What was typed wrongly is not missing as well.
            if field.is_none_or(|field| !faults.iter().any(|known| known.field == Some(field))) {
                faults.push(FormFault { field, fault: Wrong::Check(Box::new(fault)) });
            }
        }
        faults.sort_by_key(|fault| (!fault.is_error(), fault.field.map(|field| self.position(&field.name()))));
        self.faults = faults;
    }

    /// What is wrong with a field, the worst first.
    pub(super) fn fault_of(&self, field: &Field) -> Option<&FormFault> {
        self.told().find(|fault| fault.field == Some(field))
    }

    /// Number of errors and of warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        let errors = self.told().filter(|fault| fault.is_error()).count();
        (errors, self.told().count() - errors)
    }

    /// What is told as wrong. Of an entry that has only begun, what is missing is no fault yet.
    fn told(&self) -> impl Iterator<Item = &FormFault> {
        let begun = self.id.is_none() && !self.tried;
        self.faults.iter().filter(move |fault| !(begun && fault.is_missing()))
    }

    /// What a new entry still needs, in the order of its fields. An id comes with the title.
    pub(super) fn needed(&self) -> Vec<&'static Field> {
        if self.id.is_some() {
            return Vec::new();
        }
        let missing =
            |field: &&FormField| self.faults.iter().any(|fault| fault.is_missing() && fault.field == Some(field.field));
        let mut needed: Vec<_> = self.fields.iter().filter(missing).map(|field| field.field).collect();
        if self.id_follows && needed.iter().any(|field| field.name() == "title") {
            needed.retain(|field| field.name() != "id");
        }
        needed
    }

    /// Puts the cursor on the first error; false when there is none.
    pub(super) fn go_to_error(&mut self) -> bool {
        let Some(fault) = self.faults.iter().find(|fault| fault.is_error()) else { return false };
        if let Some(field) = fault.field {
            self.at = self.position(&field.name());
        }
        true
    }

    /// Puts the cursor on the first field that was changed.
    pub(super) fn go_to_change(&mut self) {
        let changed = self.fields.iter().position(|field| field.value().as_ref() != Ok(&field.held));
        self.at = changed.unwrap_or(self.at);
    }

    pub(super) fn go_to(&mut self, name: &str) {
        self.leave_field();
        self.at = self.position(name);
    }

    /// The cursor leaves its field. An id that was left empty follows the title again.
    pub(super) fn leave_field(&mut self) {
        self.steps.pause();
        if self.id_follows && self.at == self.position("id") {
            self.follow_title(self.position("title"));
            self.check();
        }
    }

    /// Moves the cursor by so many fields.
    pub(super) fn step(&mut self, by: isize) {
        self.leave_field();
        self.at = self.at.saturating_add_signed(by).min(self.fields.len().saturating_sub(1));
    }

    /// Moves the cursor to the first field of the next or the previous group.
    pub(super) fn step_group(&mut self, forward: bool) {
        let starts: Vec<usize> = (0..self.fields.len()).filter(|at| self.opens_group(*at)).collect();
        let own = starts.iter().rposition(|start| *start <= self.at).unwrap_or(0);
        let start_of_own = starts.get(own).copied().unwrap_or(0);
        let target = if forward {
            starts.get(own + 1).copied().unwrap_or(self.fields.len().saturating_sub(1))
        } else if self.at > start_of_own {
            start_of_own
        } else {
            own.checked_sub(1).and_then(|before| starts.get(before).copied()).unwrap_or(0)
        };
        self.leave_field();
        self.at = target;
    }

    /// True for the first field of a group.
    pub(super) fn opens_group(&self, at: usize) -> bool {
        let group = |at: usize| self.fields.get(at).map(|field| field.field.group);
        at == 0 || group(at) != group(at - 1)
    }

    /// Types text at the cursor. In a field of choices it begins to look for one.
    pub(super) fn type_text(&mut self, typed: &str, texts: &Texts) {
        if let Some(picker) = &mut self.picker {
            picker.type_text(typed);
            return;
        }
        match self.current().map(|field| &field.content) {
            Some(FieldContent::Chosen { .. }) => {
                self.open_picker(texts);
                if let Some(picker) = &mut self.picker {
                    picker.type_text(typed);
                }
            }
            Some(FieldContent::Typed { .. }) => {
                let letter = typed.chars().count() == 1 && !typed.trim().is_empty();
                self.edit(letter, |content| content.insert(typed));
            }
            None => {}
        }
    }

    /// Moves, selects or deletes in a typed field. False when the cursor is at the edge and should go on to the next
    /// field.
    pub(super) fn motion(&mut self, motion: Motion) -> bool {
        match motion {
            Motion::Copy | Motion::Cut => {
                let selected = self.current().and_then(|field| field.content.selected());
                self.copied = selected.unwrap_or_else(|| std::mem::take(&mut self.copied));
            }
            Motion::Paste if self.copied.is_empty() => return true,
            Motion::Paste => {
                let copied = self.copied.clone();
                return self.edit(false, |content| content.insert(&copied));
            }
            _ => {}
        }
        if motion.changes() {
            return self.edit(false, |content| content.motion(motion));
        }
        self.steps.pause();
        self.fields.get_mut(self.at).is_some_and(|field| field.content.motion(motion))
    }

    /// Opens the list of choices of the current field.
    pub(super) fn open_picker(&mut self, texts: &Texts) {
        let Some(field) = self.current() else { return };
        if let FieldContent::Chosen { codes, .. } = &field.content {
            let options = fields::field_options(field.field, &self.register, texts);
            let several = matches!(field.field.shape, Shape::Choices(_) | Shape::References(_));
            let aim = if several { PickerAim::Several } else { PickerAim::One };
            self.picker = Some(Picker::open(field.field.localize(texts), options, codes, aim));
        }
    }

    /// Opens the list of all fields, to go to one of them.
    pub(super) fn open_finder(&mut self, texts: &Texts) {
        let options = self.fields.iter().map(|field| (field.field.name(), field.field.localize(texts))).collect();
        let current = self.current().map(|field| field.field.name());
        let title = texts.get("form-find-title").into_owned();
        self.picker = Some(Picker::open(title, options, current.as_slice(), PickerAim::Field));
    }

    /// Takes the marked choice over. A list of several stays open.
    pub(super) fn pick(&mut self) {
        let Some(picker) = &mut self.picker else { return };
        let multiple = picker.aim == PickerAim::Several;
        let picked = picker.marked().map(|option| option.0.clone());
        if picker.aim == PickerAim::Field {
            // Where nothing fits one can go on typing.
            if let Some(field) = picked {
                self.picker = None;
                self.go_to(&field);
            }
            return;
        }
        picker.clear_filter();
        if let Some(code) = picked {
            self.edit(false, |content| {
                content.toggle(&code, multiple);
                true
            });
        }
        match (&mut self.picker, self.fields.get(self.at).map(|field| &field.content)) {
            (Some(picker), Some(FieldContent::Chosen { codes, .. })) if multiple => picker.chosen = codes.clone(),
            _ => self.picker = None,
        }
    }

    fn edit(&mut self, letter: bool, change: impl FnOnce(&mut FieldContent) -> bool) -> bool {
        let at = self.at;
        let Some(field) = self.fields.get_mut(at) else { return true };
        let before = field.content.clone();
        let done = change(&mut field.content);
        if field.content.same_as(&before) {
            field.content.as_touched_as(&before);
            return done;
        }
        self.steps.record(UndoStep { at, content: before }, letter);
        self.follow_title(at);
        self.check();
        done
    }

    /// The id of a new entry follows its title until somebody types one, and again once that is taken away.
    pub(super) fn follow_title(&mut self, edited: usize) {
        let (title, id) = (self.position("title"), self.position("id"));
        if edited == id && self.id.is_none() {
            // Whoever takes it away again wants none of their own.
            let typed = self.fields.get(id).map(|field| field.content.text()).unwrap_or_default();
            self.id_follows = typed.trim().is_empty() || typed == self.proposed_id();
        }
        if !self.id_follows || edited != title {
            return;
        }
        let proposed = self.proposed_id();
        if let Some(field) = self.fields.get_mut(id) {
            field.content = FieldContent::typed_for(field.field, &proposed).touched();
        }
    }

    pub(super) fn proposed_id(&self) -> String {
        let typed = self.fields.get(self.position("title")).map(|field| field.content.text()).unwrap_or_default();
        propose_id(&typed, |_| false).map(|id| id.to_string()).unwrap_or_default()
    }

    /// Takes the last step back; false when there is none.
    pub(super) fn undo(&mut self) -> bool {
        let Some(step) = self.steps.back() else { return false };
        let taken = self.swap(step);
        self.steps.taken_back(taken);
        true
    }

    /// Takes the last step back again; false when there is none.
    pub(super) fn redo(&mut self) -> bool {
        let Some(step) = self.steps.forward() else { return false };
        let taken = self.swap(step);
        self.steps.push(taken);
        true
    }

    fn swap(&mut self, step: UndoStep) -> UndoStep {
        self.steps.pause();
        self.at = step.at;
        let now = match self.fields.get_mut(step.at) {
            Some(field) => std::mem::replace(&mut field.content, step.content),
            None => step.content,
        };
        self.follow_title(step.at);
        self.check();
        UndoStep { at: step.at, content: now }
    }
}
