//! What can happen to the screen, and the edge where terminal events become it.

use std::sync::Arc;

use ratatui::crossterm::event::{
    Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::{Confirmation, EntryAction};
use crate::{
    base::Text,
    catalogue::{Id, Record, Register, Values},
    search::{Answer, IndexHealth, Snapshot},
    store::{Act, DeskEntry, EditedText, OrphanedDraft, ProcessIdentity, Revision, SaveError, Saved},
};

/// Most characters of one paste.
const LONGEST_PASTE: usize = 100_000;

pub(super) enum Event {
    /// A key that writes no text.
    Key(KeyEvent),
    /// Text was typed or pasted; displayable, with its line breaks.
    Text(String),
    /// The mouse was pressed at column, row.
    Click(u16, u16),
    /// The same, right after a click there.
    DoubleClick(u16, u16),
    /// The pressed mouse was moved to this row.
    Drag(u16),
    /// The mouse was let go.
    Release,
    /// The wheel was turned at column, row: down is positive.
    Wheel(u16, u16, i32),
    /// The terminal has another size now: columns, rows.
    Resized(u16, u16),
    Answered(Box<Answered>),
    /// The search thread could not answer the request of this number.
    SearchFailed(u64, Text),
    /// The index did not answer somebody else.
    IndexFailed(Text),
    /// The index that was there was of no use, because of this, and another is being built or has been.
    IndexUnfit(Text),
    /// There is a newer state to search in.
    Snapshot(Arc<Snapshot>),
    /// An index is being built: files done, files in all.
    Building(usize, usize),
    /// The index agrees with the files again.
    Current(IndexHealth),
    /// The catalogue could not be read.
    CatalogueUnreadable(Text),
    /// The store thread has done a command.
    Store(Box<StoreEvent>),
    /// The editor has ended, which got this text of the file `base`: what it has left, or why it could not be used.
    Edited {
        id: Id,
        base: String,
        text: String,
        left: Result<EditedText, Text>,
    },
    /// Nobody has pressed a key for as long as internal notes may be seen without.
    InternalOver,
    /// This was copied, or could not be.
    Copied(String, CopiedBy),
    /// The system was handed an address; false when there is nothing here that opens it.
    Opened(String, bool),
    /// The terminal is gone.
    Closed,
}

/// The clipboard that has a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CopiedBy {
    /// That of the system has it for sure.
    System,
    /// The terminal was told; it does not say whether it does it.
    Terminal,
    Nothing,
}

impl Event {
    /// True for what the terminal has sent.
    pub(super) fn is_from_terminal(&self) -> bool {
        use Event::{Click, DoubleClick, Drag, Key, Release, Resized, Text, Wheel};
        matches!(self, Key(_) | Text(_) | Click(..) | DoubleClick(..) | Drag(..) | Release | Wheel(..) | Resized(..))
    }
}

/// The answer to one request.
pub(super) struct Answered {
    /// Number of the request; answers to older ones are dropped.
    pub number: u64,
    pub answer: Answer,
    /// Position among all hits of the one that is selected now.
    pub selected: usize,
    pub record: Option<Arc<Record>>,
    /// True when the entry that was to be selected is there, and not among the hits.
    pub hidden: bool,
    /// True when the index does not have the record any more that was to be kept.
    pub lost: bool,
}

/// What became of a command.
pub(super) enum StoreEvent {
    /// Drafts that an earlier run has left.
    Drafts(Vec<OrphanedDraft>),
    /// One's own entries.
    Desk(Vec<DeskEntry>),
    Opened(Box<OpenedEntry>),
    /// Whose an entry is, and its title. The one answer to that question: until it comes no key is read.
    Whose {
        id: Id,
        action: EntryAction,
        text: String,
        register: Arc<Register>,
    },
    /// The entry has this id now; `before` is another one that it had.
    Saved {
        id: Id,
        before: Option<Id>,
        act: Act,
        saved: Box<Saved>,
    },
    /// It was confirmed, and this takes it back.
    Confirmed(Confirmation),
    /// A confirmation was taken back.
    Unconfirmed {
        id: Id,
        saved: Box<Saved>,
    },
    /// Nothing was saved. `now` is the text of the file, if it can be read, `text` what came from an editor: before and after.
    Refused {
        id: Id,
        error: Box<SaveError>,
        now: Option<String>,
        text: Option<(String, String)>,
    },
    /// The states of an entry, newest first, and what is missing among them, in sentences.
    History(Id, Vec<Revision>, Vec<String>),
    /// May git run what this folder names? Until that is answered, nothing is saved.
    Trust(String),
    /// Something to know, in one sentence.
    Message(String),
    /// Something that has to be read before one goes on, in one sentence.
    Info(String),
    /// The file of the open form has changed.
    Overtaken(Id),
    /// What was typed cannot be kept.
    DraftFailed(String),
    /// What was written lies in this file.
    Kept(String),
    /// The store thread gave up in the middle of a command.
    Failed(String),
}

/// An entry to be changed.
pub(super) struct OpenedEntry {
    /// The entry; `None` for a new one.
    pub id: Option<Id>,
    /// The text of its file; empty for a new one.
    pub text: String,
    /// The values with which a new entry begins.
    pub begin: Option<Values>,
    pub register: Arc<Register>,
    /// This process, at work since now.
    pub process: ProcessIdentity,
    /// Who else has the form open.
    pub others: Vec<ProcessIdentity>,
    /// Why it could not be saved, if that is known by now.
    pub fixed: Option<SaveError>,
}

/// Translates a terminal event; `None` for what means nothing here.
///
/// AltGr arrives on Windows as a character with Control and Alt: that is text. Key releases, which Windows sends too,
/// are nothing.
pub(super) fn from_terminal(event: TerminalEvent) -> Option<Event> {
    match event {
        TerminalEvent::Key(key) => from_key(key),
        TerminalEvent::Paste(text) => Some(Event::Text(pasted(&text))),
        TerminalEvent::Resize(columns, rows) => Some(Event::Resized(columns, rows)),
        TerminalEvent::Mouse(mouse) => {
            let (column, row) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(column, row)),
                MouseEventKind::Drag(MouseButton::Left) => Some(Event::Drag(row)),
                MouseEventKind::Up(MouseButton::Left) => Some(Event::Release),
                MouseEventKind::ScrollDown => Some(Event::Wheel(column, row, 1)),
                MouseEventKind::ScrollUp => Some(Event::Wheel(column, row, -1)),
                _ => None,
            }
        }
        TerminalEvent::FocusGained | TerminalEvent::FocusLost => None,
    }
}

fn from_key(key: KeyEvent) -> Option<Event> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    match key.code {
        KeyCode::Char(c) if is_text(&key) => {
            Some(Event::Text(one_line(c.encode_utf8(&mut [0; 4])))).filter(|_| !c.is_control())
        }
        _ => Some(Event::Key(key)),
    }
}

/// True for a key that writes its character instead of commanding something.
pub(super) fn is_text(key: &KeyEvent) -> bool {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let commanding = key.modifiers.intersects(alt_gr) && !key.modifiers.contains(alt_gr);
    matches!(key.code, KeyCode::Char(_)) && !commanding
}

/// Pasted text without anything that drives a terminal. Terminals send line ends of a paste as carriage returns.
pub(super) fn pasted(raw: &str) -> String {
    let cut: String = raw.chars().take(LONGEST_PASTE).collect();
    let lines = cut.replace("\r\n", "\n").replace('\r', "\n");
    let shown = Text::paragraphs(&lines).to_string();
    if shown.is_empty() && !lines.is_empty() { " ".to_owned() } else { shown }
}

/// Text as one displayable line: what the search takes. A blank that was typed stays a blank.
pub(super) fn one_line(raw: &str) -> String {
    if raw.chars().all(char::is_whitespace) && raw.chars().count() == 1 {
        return " ".to_owned();
    }
    // A hard blank is a blank as well.
    let cut: String = raw.chars().take(LONGEST_PASTE).collect();
    let words: Vec<&str> = cut.split_whitespace().collect();
    Text::line(&words.join(" ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(event: TerminalEvent) -> Option<String> {
        match from_terminal(event)? {
            Event::Text(text) => Some(text),
            _ => None,
        }
    }

    fn press(c: char, modifiers: KeyModifiers) -> TerminalEvent {
        TerminalEvent::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    #[test]
    fn alt_gr_writes_text() {
        for c in ['@', '[', ']', '{', '}', '\\', '|', '~', '€'] {
            assert_eq!(text_of(press(c, KeyModifiers::CONTROL | KeyModifiers::ALT)), Some(c.to_string()));
            assert_eq!(text_of(press(c, KeyModifiers::NONE)), Some(c.to_string()));
        }
        assert_eq!(text_of(press('f', KeyModifiers::CONTROL)), None);
    }

    #[test]
    fn a_paste_is_harmless_and_one_line_where_there_is_only_one() {
        let pasted = TerminalEvent::Paste("Frau\r\nStark\t\u{1b}[2J\rVelbert".into());
        let text = text_of(pasted).unwrap_or_default();
        assert_eq!(text, "Frau\nStark ␛[2J\nVelbert");
        assert_eq!(one_line(&text), "Frau Stark ␛[2J Velbert");
    }

    #[test]
    fn releasing_a_key_is_nothing() {
        let mut key = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        key.kind = KeyEventKind::Release;
        assert!(from_terminal(TerminalEvent::Key(key)).is_none());
    }
}
