//! What is asked before anything else can be done, and which answers there are.

use tui_input::Input;

use crate::{
    base::{Text, coded_enum},
    catalogue::Id,
    consultation::Passage,
    store::{Clash, OrphanedDraft},
    tui::{EntryAction, KnownPlaces},
};

/// Something that has to be answered before anything else.
pub(crate) struct Dialog {
    pub(super) kind: DialogKind,
    /// The marked answer.
    pub(super) at: usize,
}

pub(crate) enum DialogKind {
    /// The form is left with changes; true when Lotse ends as well.
    Leave(bool),
    /// The entry is somebody else's: `name` keeps it.
    NotYours { id: Id, name: Text, action: EntryAction },
    /// Forms of an earlier run that were not saved; the first is asked about.
    Drafts(Vec<OrphanedDraft>),
    /// Somebody else has changed the same fields; each with whether one's own value counts. The text of the file is this `now`.
    Clash { now: String, clashes: Vec<(Clash, bool)> },
    /// The file was deleted or broken meanwhile; its text, if it is there.
    Overwrite(Option<String>),
    /// May git run what this folder names?
    Trust(String),
    /// How many places are free.
    Places { id: Id, title: Text, before: Option<KnownPlaces>, input: Input },
    /// Something that has to be read before one goes on, in sentences.
    Info(Vec<String>),
    /// Something of a record is to be copied or opened.
    Pick(Pick, Vec<Passage>),
    /// The text from the editor has errors, the first in this line; `base` is the text of the file before.
    Editor { id: Id, base: String, text: String, faults: Vec<String>, line: Option<usize> },
}

/// What becomes of what is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    Copy,
    Open,
}

coded_enum! {
    /// An answer that can be given: its text is `answer-<code>`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum DialogAnswer {
        /// Save, then leave.
        Save = "save",
        /// Forget what was typed.
        Discard = "discard",
        Back = "back",
        Yes = "yes",
        Open = "open",
        Later = "later",
        /// Put one's own text in the place of what is there.
        Overwrite = "overwrite",
        /// Back into the editor.
        Again = "again",
        /// Keep what was written in a file.
        Keep = "keep",
        /// Git may run what its folder names.
        Trust = "trust",
        /// Git may not.
        NoTrust = "no-trust",
    }
}

impl DialogAnswer {}

impl Dialog {
    /// A dialog with the first answer marked.
    pub(crate) fn new(kind: DialogKind) -> Self {
        Self { kind, at: 0 }
    }

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
            DialogKind::Clash { .. } | DialogKind::Places { .. } | DialogKind::Pick(..) => &[],
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
            DialogKind::Pick(_, passages) => passages.len(),
            _ => self.answers().len(),
        }
    }
}
