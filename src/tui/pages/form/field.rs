//! One field of a form: what is in it, what it held, and what is wrong with it.

use super::content::FieldContent;
use crate::{
    catalogue::{Code, Diagnostic, Field, InputFault, Severity, Shape, Value, typed_value},
    locale::Texts,
    tui::widgets::fault_text::check_words,
};

pub(super) struct FormField {
    pub field: &'static Field,
    pub content: FieldContent,
    /// What it held when the form was opened.
    pub held: Option<Value>,
}

/// Something that is wrong with what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FormFault {
    /// The field; `None` for the entry as a whole.
    pub field: Option<&'static Field>,
    pub fault: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wrong {
    /// The words are no value of the field.
    Input(InputFault),
    /// The check says so.
    Check(Box<Diagnostic<Code>>),
}

impl FormFault {
    /// What is wrong and what to do about it.
    pub(super) fn sentence(&self, texts: &Texts) -> String {
        match &self.fault {
            Wrong::Input(fault) => fault.localize(texts),
            Wrong::Check(fault) => check_words(fault, texts),
        }
    }

    /// True when something is not there that has to be.
    pub(super) fn is_missing(&self) -> bool {
        matches!(&self.fault, Wrong::Check(fault) if fault.code == Code::MissingKey)
    }

    /// True when the entry cannot be saved with it.
    pub(super) fn is_error(&self) -> bool {
        match &self.fault {
            Wrong::Input(_) => true,
            Wrong::Check(fault) => fault.severity() == Severity::Error,
        }
    }
}

impl FormField {
    /// What would stand in the file.
    pub(super) fn value(&self) -> Result<Option<Value>, InputFault> {
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
