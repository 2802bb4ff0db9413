//! The form of one entry: what was typed, what is wrong with it, and the way back. Knows neither files nor the screen.

mod content;
mod picker;
mod steps;

use std::sync::Arc;

use jiff::civil::Date;

use self::steps::{STEPS, UndoStep};
pub use self::{
    content::{FieldContent, Motion, Way},
    picker::Picker,
};
use crate::{
    catalogue::{
        Change, Code, Diagnostic, EditError, FIELDS, Field, Group, Id, InputFault, Register, Severity, Shape, Value,
        Values, changed, field_of, read_measure, typed_value,
    },
    locale::Texts,
    store::{Act, ProcessIdentity, propose_id, with_day, words},
};

/// The form of one entry.
pub struct Form {
    /// The entry; `None` for a new one.
    pub id: Option<Id>,
    /// The text of its file when the form was opened; empty for a new one.
    pub base: String,
    /// What entries refer to.
    pub register: Arc<Register>,
    /// All fields in the order in which they are shown.
    pub fields: Vec<FormField>,
    /// The field with the cursor.
    pub at: usize,
    /// What `lotse check` says of what was typed.
    pub faults: Vec<FormFault>,
    /// The open list of choices.
    pub picker: Option<Picker>,
    /// Whether the entry is shown as the caseworker will see it.
    pub preview: bool,
    /// First line of the preview that is shown.
    pub preview_top: usize,
    /// What sort of change it will be in the history.
    pub act: Act,
    /// Since when this form is open, and by whom.
    pub worker: ProcessIdentity,
    /// Who else has the entry open.
    pub others: Vec<ProcessIdentity>,
    /// True from the key that saves until there is news of it.
    pub saving: bool,
    /// What happens once it is saved.
    pub after: After,
    /// True when somebody else has changed the file since it was opened.
    pub overtaken: bool,
    today: Date,
    iso: bool,
    /// What stood in the fields when the form was opened.
    opened: Vec<String>,
    /// True as long as the id of a new entry is made from its title.
    id_follows: bool,
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    /// What was cut out or copied last.
    copied: String,
    /// The field of the last edit, when it was a letter: letters that follow each other are one step.
    typing: Option<usize>,
}

/// What happens to a form once it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// It closes.
    Close,
    /// Lotse ends.
    Quit,
}

/// One field of a form.
pub struct FormField {
    /// Which one.
    pub field: &'static Field,
    /// What is in it.
    pub content: FieldContent,
    /// What it held when the form was opened.
    pub held: Option<Value>,
}

/// Something that is wrong with what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFault {
    /// The field; `None` for the entry as a whole.
    pub field: Option<&'static Field>,
    /// What is wrong.
    pub fault: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The words are no value of the field.
    Input(InputFault),
    /// The check says so.
    Check(Box<Diagnostic<Code>>),
}

impl FormFault {
    /// True when the entry cannot be saved with it.
    pub fn is_error(&self) -> bool {
        match &self.fault {
            Wrong::Input(_) => true,
            Wrong::Check(fault) => fault.severity() == Severity::Error,
        }
    }
}

impl FormField {
    /// What would stand in the file.
    ///
    /// # Errors
    /// When the words are no value.
    pub fn value(&self) -> Result<Option<Value>, InputFault> {
        match &self.content {
            content if !content.is_touched() => Ok(self.held.clone()),
            FieldContent::Typed { .. } => typed_value(self.field, &self.content.text()),
            FieldContent::Chosen { codes, .. } => Ok(match (self.field.shape, codes.first()) {
                (_, None) => None,
                (Shape::Choices(_) | Shape::References(_), _) => Some(Value::List(codes.clone())),
                (_, Some(code)) => Value::text(code),
            }),
        }
    }
}

impl Form {
    /// The form of an entry whose file has the text `base`; of a new one when `id` is `None`.
    ///
    /// # Errors
    /// When the text is no TOML.
    pub fn open(
        id: Option<Id>,
        base: String,
        register: Arc<Register>,
        worker: ProcessIdentity,
        texts: &Texts,
        today: Date,
    ) -> Result<Self, EditError> {
        let values = Values::read(&base)?;
        let iso = words::is_iso(texts);
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
            undo: Vec::new(),
            redo: Vec::new(),
            copied: String::new(),
            typing: None,
        };
        form.at = form.position("title");
        form.id_follows = form.id.is_none();
        form.opened = form.fields.iter().map(|field| field.content.text()).collect();
        form.check();
        Ok(form)
    }

    /// The values with which a new entry begins.
    pub fn begin_with(&mut self, values: &Values) {
        self.fill(values);
        self.undo.clear();
        self.follow_title(self.position("title"));
        self.opened = self.fields.iter().map(|field| field.content.text()).collect();
        self.check();
    }

    /// The field with the cursor.
    pub fn current(&self) -> Option<&FormField> {
        self.fields.get(self.at)
    }

    fn position(&self, name: &str) -> usize {
        self.fields.iter().position(|field| field.field.name() == name).unwrap_or(0)
    }

    /// What has to be changed in the file, as far as the words are values.
    pub fn changes(&self) -> Vec<Change> {
        let differs = |field: &FormField| {
            let value = field.value().ok()?;
            (value != field.held).then_some(Change { field: field.field, value })
        };
        with_day(self.fields.iter().filter_map(differs).collect(), self.today)
    }

    /// True when closing would lose something.
    pub fn is_changed(&self) -> bool {
        let now = self.fields.iter().map(|field| field.content.text());
        !now.eq(self.opened.iter().cloned())
    }

    /// The text of the file with what was typed.
    ///
    /// # Errors
    /// When a change has no place in the file.
    pub fn text(&self) -> Result<String, EditError> {
        changed(&self.base, &self.changes())
    }

    /// The id under which the entry is checked and saved.
    pub fn id_now(&self) -> Option<Id> {
        let typed = self.fields.iter().find(|field| field.field.name() == "id")?;
        Id::parse(typed.value().ok()??.as_text()?)
    }

    /// Checks what was typed by the rules of `lotse check`.
    pub fn check(&mut self) {
        let inputs = self.fields.iter().filter_map(|field| {
            let fault = field.value().err()?;
            Some(FormFault { field: Some(field.field), fault: Wrong::Input(fault) })
        });
        let mut faults: Vec<FormFault> = inputs.collect();
        let text = self.text().unwrap_or_default();
        // Without an id there is no file, and the missing id is told by itself.
        let id = self.id_now().map_or_else(|| "neu".to_owned(), |id| id.to_string());
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let read = read_measure(&format!("measures/{id}.toml").into(), body, &self.register, self.today);
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
    pub fn fault_of(&self, field: &Field) -> Option<&FormFault> {
        self.faults.iter().find(|fault| fault.field == Some(field))
    }

    /// Number of errors and of warnings.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.faults.iter().filter(|fault| fault.is_error()).count();
        (errors, self.faults.len() - errors)
    }

    /// Puts the cursor on the first error; false when there is none.
    pub fn go_to_error(&mut self) -> bool {
        let Some(fault) = self.faults.iter().find(|fault| fault.is_error()) else { return false };
        if let Some(field) = fault.field {
            self.at = self.position(&field.name());
        }
        true
    }

    /// Puts the cursor on the first field that was changed.
    pub fn go_to_change(&mut self) {
        let changed = self.fields.iter().position(|field| field.value().as_ref() != Ok(&field.held));
        self.at = changed.unwrap_or(self.at);
    }

    /// Puts the cursor on the field of this name.
    pub fn go_to(&mut self, name: &str) {
        self.at = self.position(name);
    }

    /// Moves the cursor by so many fields.
    pub fn step(&mut self, by: isize) {
        self.typing = None;
        self.at = self.at.saturating_add_signed(by).min(self.fields.len().saturating_sub(1));
    }

    /// Moves the cursor to the first field of the next or the previous group.
    pub fn step_group(&mut self, forward: bool) {
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
        self.typing = None;
        self.at = target;
    }

    /// True for the first field of a group.
    pub fn opens_group(&self, at: usize) -> bool {
        let group = |at: usize| self.fields.get(at).map(|field| field.field.group);
        at == 0 || group(at) != group(at - 1)
    }

    /// Types text at the cursor. In a field of choices it begins to look for one.
    pub fn type_text(&mut self, typed: &str, texts: &Texts) {
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
    pub fn motion(&mut self, motion: Motion) -> bool {
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
        self.typing = None;
        self.fields.get_mut(self.at).is_some_and(|field| field.content.motion(motion))
    }

    /// On a screen of another size everything has its place anew.
    pub fn unscroll(&mut self) {
        self.fields.iter_mut().for_each(|field| field.content.unscroll());
    }

    /// Opens the list of choices of the current field.
    pub fn open_picker(&mut self, texts: &Texts) {
        let Some(field) = self.current() else { return };
        if let FieldContent::Chosen { codes, .. } = &field.content {
            let options = words::options(field.field, &self.register, texts);
            let multiple = matches!(field.field.shape, Shape::Choices(_) | Shape::References(_));
            self.picker = Some(Picker::open(options, codes, multiple));
        }
    }

    /// Takes the marked choice over. A list of several stays open.
    pub fn pick(&mut self) {
        let Some(picker) = &mut self.picker else { return };
        let multiple = picker.multiple;
        let picked = picker.marked().map(|option| option.0.clone());
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
        if !letter || self.typing != Some(at) {
            self.undo.push(UndoStep { at, content: before });
            let excess = self.undo.len().saturating_sub(STEPS);
            self.undo.drain(..excess);
        }
        self.typing = letter.then_some(at);
        self.redo.clear();
        self.follow_title(at);
        self.check();
        done
    }

    /// The id of a new entry follows its title until somebody types another one.
    fn follow_title(&mut self, edited: usize) {
        let (title, id) = (self.position("title"), self.position("id"));
        self.id_follows &= edited != id;
        if !self.id_follows || edited != title {
            return;
        }
        let proposed = self.proposed_id();
        if let Some(field) = self.fields.get_mut(id) {
            field.content = FieldContent::typed_for(field.field, &proposed).touched();
        }
    }

    /// The id that the title makes.
    fn proposed_id(&self) -> String {
        let typed = self.fields.get(self.position("title")).map(|field| field.content.text()).unwrap_or_default();
        propose_id(&typed, |_| false).map(|id| id.to_string()).unwrap_or_default()
    }
}
