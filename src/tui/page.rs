//! What lies above the search while entries are kept: the desk, a form, a history, and what is asked in between.

use tui_input::Input;

use super::{effect::EntryAction, form::Form, report::ReportPage};
use crate::{
    base::Text,
    catalogue::Id,
    store::{Clash, DeskEntry, OrphanedDraft, Revision},
};

/// A page above the search.
pub enum Page {
    /// One's own entries and what is due.
    Desk(DeskPage),
    /// The form of an entry.
    Form(Box<Form>),
    /// Who changed an entry.
    Past(HistoryPage),
    /// The offers, counted.
    Report(ReportPage),
}

/// One's own entries and what is due.
#[derive(Default)]
pub struct DeskPage {
    /// The entries, those that need somebody first; `None` until they have been looked at.
    pub entries: Option<Vec<DeskEntry>>,
    /// The selected one.
    pub at: usize,
}

/// Who changed an entry.
pub struct HistoryPage {
    /// The entry.
    pub id: Id,
    /// Its states, newest first; `None` until they have been read.
    pub states: Option<Vec<Revision>>,
    /// What is missing among them, in sentences.
    pub faults: Vec<String>,
    /// The selected one.
    pub at: usize,
    /// Whether the state is shown whole instead of what changed.
    pub whole: bool,
    /// First line of what is shown of the state.
    pub top: usize,
}

/// Something that has to be answered before anything else.
pub struct Dialog {
    /// What it is about.
    pub about: DialogKind,
    /// The marked answer.
    pub at: usize,
}

/// What a question is about.
pub enum DialogKind {
    /// The form is left with changes; true when Lotse ends as well.
    Leave(bool),
    /// The entry is somebody else's: `name` keeps it.
    NotYours {
        /// The entry.
        id: Id,
        /// Name of whoever keeps it.
        name: Text,
        /// What was wanted.
        action: EntryAction,
    },
    /// Forms of an earlier run that were not saved; the first is asked about.
    Drafts(Vec<OrphanedDraft>),
    /// Somebody else has changed the same fields.
    Clash {
        /// The text of the file now.
        now: String,
        /// The fields, each with whether one's own value counts.
        clashes: Vec<(Clash, bool)>,
    },
    /// The file was deleted or broken meanwhile; its text, if it is there.
    Overwrite(Option<String>),
    /// May git run what this folder names?
    Trust(String),
    /// How many places are free.
    Places {
        /// The entry.
        id: Id,
        /// Its title.
        title: Text,
        /// What was typed.
        input: Input,
    },
    /// Something that has to be read before one goes on, in sentences.
    Told(Vec<String>),
    /// The text from the editor has errors; the text, and the line of the first.
    Editor {
        /// The entry.
        id: Id,
        /// The text of the file before.
        base: String,
        /// The text from the editor.
        text: String,
        /// What is wrong, in sentences.
        faults: Vec<String>,
        /// Line of the first fault.
        line: Option<usize>,
    },
}

/// What the next form is opened for.
pub enum Intent {
    /// To go on with a draft.
    Draft(Box<OrphanedDraft>),
    /// To bring back an earlier state; the text of its file.
    Restore(String),
    /// To settle in a form what an editor could not: the text of the file before, and the text from the editor.
    Settle(String, String),
}

/// An answer that can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// Save, then leave.
    Save,
    /// Forget what was typed.
    Discard,
    /// Go back to where one was.
    Back,
    /// Yes, do it.
    Yes,
    /// Open the draft.
    Open,
    /// Decide another time.
    Later,
    /// Put one's own text in the place of what is there.
    Overwrite,
    /// Back into the editor.
    Again,
    /// Keep what was written in a file.
    Keep,
    /// Git may run what its folder names.
    Trust,
    /// Git may not.
    NoTrust,
}

impl DialogAnswer {
    /// Name in Fluent keys: `answer-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Discard => "discard",
            Self::Back => "back",
            Self::Yes => "yes",
            Self::Open => "open",
            Self::Later => "later",
            Self::Overwrite => "overwrite",
            Self::Again => "again",
            Self::Keep => "keep",
            Self::Trust => "trust",
            Self::NoTrust => "no-trust",
        }
    }
}

impl Dialog {
    /// A question with the first answer marked.
    pub fn new(about: DialogKind) -> Self {
        Self { about, at: 0 }
    }

    /// The answers that can be given, the one that loses nothing first.
    pub fn answers(&self) -> &'static [DialogAnswer] {
        match &self.about {
            DialogKind::Leave(_) => &[DialogAnswer::Save, DialogAnswer::Back, DialogAnswer::Discard],
            DialogKind::NotYours { .. } => &[DialogAnswer::Back, DialogAnswer::Yes],
            DialogKind::Drafts(_) => &[DialogAnswer::Open, DialogAnswer::Later, DialogAnswer::Discard],
            DialogKind::Overwrite(_) => &[DialogAnswer::Back, DialogAnswer::Overwrite],
            DialogKind::Editor { .. } => &[DialogAnswer::Again, DialogAnswer::Keep, DialogAnswer::Discard],
            DialogKind::Told(_) => &[DialogAnswer::Back],
            DialogKind::Trust(_) => &[DialogAnswer::NoTrust, DialogAnswer::Trust],
            DialogKind::Clash { .. } | DialogKind::Places { .. } => &[],
        }
    }

    /// True when the key that saves is an answer.
    pub fn can_save(&self) -> bool {
        matches!(self.about, DialogKind::Leave(_) | DialogKind::Clash { .. } | DialogKind::Places { .. })
    }

    /// Number of rows among which the mark moves.
    pub fn rows(&self) -> usize {
        match &self.about {
            DialogKind::Clash { clashes, .. } => clashes.len(),
            _ => self.answers().len(),
        }
    }
}
