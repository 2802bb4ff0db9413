//! What is asked before anything else can be done, and which answers there are.

use tui_input::Input;

use crate::{
    base::Text,
    catalogue::Id,
    store::{Clash, OrphanedDraft},
    tui::effect::EntryAction,
};

/// Something that has to be answered before anything else.
pub(crate) struct Dialog {
    /// What it is about.
    pub(super) kind: DialogKind,
    /// The marked answer.
    pub(super) at: usize,
}

/// What a dialog is about.
pub(crate) enum DialogKind {
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
    Info(Vec<String>),
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

/// An answer that can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DialogAnswer {
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
    pub(crate) fn name(self) -> &'static str {
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
    /// A dialog with the first answer marked.
    pub(crate) fn new(kind: DialogKind) -> Self {
        Self { kind, at: 0 }
    }

    /// What it is about.
    pub(crate) fn kind(&self) -> &DialogKind {
        &self.kind
    }

    /// The answers that can be given, the one that loses nothing first.
    pub(super) fn answers(&self) -> &'static [DialogAnswer] {
        match &self.kind {
            DialogKind::Leave(_) => &[DialogAnswer::Save, DialogAnswer::Back, DialogAnswer::Discard],
            DialogKind::NotYours { .. } => &[DialogAnswer::Back, DialogAnswer::Yes],
            DialogKind::Drafts(_) => &[DialogAnswer::Open, DialogAnswer::Later, DialogAnswer::Discard],
            DialogKind::Overwrite(_) => &[DialogAnswer::Back, DialogAnswer::Overwrite],
            DialogKind::Editor { .. } => &[DialogAnswer::Again, DialogAnswer::Keep, DialogAnswer::Discard],
            DialogKind::Info(_) => &[DialogAnswer::Back],
            DialogKind::Trust(_) => &[DialogAnswer::NoTrust, DialogAnswer::Trust],
            DialogKind::Clash { .. } | DialogKind::Places { .. } => &[],
        }
    }

    /// True when the key that saves is an answer.
    pub(crate) fn can_save(&self) -> bool {
        matches!(self.kind, DialogKind::Leave(_) | DialogKind::Clash { .. } | DialogKind::Places { .. })
    }

    /// Number of rows among which the mark moves.
    pub(super) fn rows(&self) -> usize {
        match &self.kind {
            DialogKind::Clash { clashes, .. } => clashes.len(),
            _ => self.answers().len(),
        }
    }
}
