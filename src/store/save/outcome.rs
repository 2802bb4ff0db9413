//! What is asked of a save, and what it answers.

use std::{io, path::PathBuf};

use jiff::civil::Date;

use crate::{
    base::Text,
    catalogue::{Change, Code, Diagnostic, EditError, Field, Id, Register, Severity, entry_faults},
    locale::{Arg, Localize as _, Texts},
    store::{Act, Clash, ProcessIdentity, RecordError},
};

/// A change of one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryEdit {
    /// Names the file, `measures/<id>.toml`.
    pub id: Id,
    /// The text of its file when the change began.
    pub base: String,
    /// What is to be different.
    pub changes: Vec<Change>,
    /// What sort of change it is, for the history.
    pub act: Act,
}

impl EntryEdit {
    /// The id that the entry is to have, where it is another one.
    pub fn new_id(&self) -> Option<Id> {
        let ids = self.changes.iter().rfind(|change| change.field.name() == "id");
        ids.and_then(|change| Id::parse(change.value.as_ref()?.as_text()?)).filter(|id| *id != self.id)
    }
}

/// By what an entry is checked before it is saved.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// Everything that entries refer to.
    pub register: &'a Register,
    /// Decides what is overdue.
    pub today: Date,
}

impl CheckContext<'_> {
    /// Refuses what `lotse check` would call an error.
    pub(in crate::store) fn check(self, id: &Id, text: &str) -> Result<(), SaveError> {
        let faults = entry_faults(id, text, self.register, self.today);
        let sound = faults.iter().all(|fault| fault.severity() != Severity::Error);
        if sound { Ok(()) } else { Err(SaveError::Faulty { text: text.to_owned(), faults }) }
    }
}

/// What a save has done. The file is safe on the disk, whatever became of the history.
#[derive(Debug)]
pub struct Saved {
    /// The text of the file now.
    pub text: String,
    /// Fields that somebody else had changed meanwhile, and that stayed.
    pub theirs: Vec<&'static Field>,
    /// False when there was nothing to do.
    pub changed: bool,
    /// What the disk says when it is not certain that the new text would survive a power cut.
    pub uncertain: Option<io::Error>,
    /// Why the change is missing in the history, if it is.
    pub unrecorded: Option<RecordError>,
}

/// Why nothing was saved. Everything is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has changed the same fields to something else; where there are none, the comments.
    #[error("changed by somebody else")]
    Clashes {
        /// The text of the file now.
        now: String,
        /// Each field with its three values.
        clashes: Vec<Clash>,
    },
    /// The entry would have errors.
    #[error("the entry has errors")]
    Faulty {
        /// The text that was refused.
        text: String,
        /// All that is wrong with it.
        faults: Vec<Diagnostic<Code>>,
    },
    /// Somebody else saves the entry at this moment, and takes long.
    #[error("somebody else is saving")]
    Held(Option<ProcessIdentity>),
    /// The file is gone.
    #[error("the file is gone")]
    Gone,
    /// There is an entry of this id already.
    #[error("there is an entry of this id")]
    Exists,
    /// A link leads out of the catalogue.
    #[error("the file lies outside of the catalogue")]
    Outside,
    /// The file is not UTF-8, or no TOML any more, so the changes have no place in it.
    #[error(transparent)]
    Text(#[from] EditError),
    /// The system says no.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        cause: io::Error,
    },
}

impl SaveError {
    /// Why nothing was saved.
    pub fn localize(&self, texts: &Texts) -> String {
        let (key, args) = self.text(texts);
        texts.with(key, &args)
    }

    /// What to do about it.
    pub fn hint(&self, texts: &Texts) -> String {
        let (key, args) = self.text(texts);
        texts.with(&format!("{key}-hint"), &args)
    }

    fn text(&self, texts: &Texts) -> (&'static str, Vec<(&'static str, Arg<'_>)>) {
        match self {
            Self::Clashes { clashes, .. } => {
                let mut labels: Vec<String> = clashes.iter().map(|clash| clash.field.localize(texts)).collect();
                if labels.is_empty() {
                    labels.push(texts.get("upkeep-comments").into_owned());
                }
                ("save-clashes", vec![("fields", labels.join(", ").into())])
            }
            Self::Faulty { faults, .. } => {
                let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
                ("save-faulty", vec![("count", errors.count().into())])
            }
            Self::Held(holder) => {
                let nobody = || texts.get("save-held-nobody").into_owned();
                let who = holder.as_ref().map_or_else(nobody, |holder| holder.localize(texts));
                ("save-held", vec![("who", who.into())])
            }
            Self::Gone => ("save-gone", Vec::new()),
            Self::Exists => ("save-exists", Vec::new()),
            Self::Outside => ("save-outside", Vec::new()),
            Self::Text(EditError::Syntax(_)) => ("save-syntax", Vec::new()),
            Self::Text(EditError::Unsafe(field)) => ("save-unsafe", vec![("field", field.as_str().into())]),
            Self::Io { path, cause } => {
                let path = Text::path(path).to_string();
                ("save-io", vec![("path", path.into()), ("reason", cause.localize(texts).into())])
            }
        }
    }
}
