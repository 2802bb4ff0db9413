//! What can happen to the screen, and the edge where terminal events become it.

use std::sync::Arc;

use ratatui::crossterm::event::{
    Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::effect::EntryAction;
use crate::{
    base::Text,
    catalogue::{Id, Record, Register, Values},
    search::{Answer, IndexHealth, Snapshot},
    store::{Act, DeskEntry, EditedText, OrphanedDraft, ProcessIdentity, Revision, SaveError, Saved},
};

/// Most characters of one paste.
const LONGEST_PASTE: usize = 100_000;

/// Something happened.
pub(super) enum Event {
    /// A key that writes no text.
    Key(KeyEvent),
    /// Text was typed or pasted; displayable, with its line breaks.
    Text(String),
    /// The mouse was pressed at column, row.
    Click(u16, u16),
    /// The wheel was turned at column, row: down is positive.
    Wheel(u16, u16, i32),
    /// The terminal has another size now: columns, rows.
    Resized(u16, u16),
    /// The search thread answered.
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
    /// The editor has ended.
    Edited {
        /// The entry.
        id: Id,
        /// The text of its file.
        base: String,
        /// The text that the editor got.
        text: String,
        /// What was left, or why the editor could not be used.
        left: Result<EditedText, Text>,
    },
    /// The terminal is gone.
    Closed,
}

impl Event {
    /// True for what the terminal has sent.
    pub(super) fn is_from_terminal(&self) -> bool {
        matches!(self, Self::Key(_) | Self::Text(_) | Self::Click(..) | Self::Wheel(..) | Self::Resized(..))
    }
}

/// The answer to one request.
pub(super) struct Answered {
    /// Number of the request; answers to older ones are dropped.
    pub generation: u64,
    /// The answer.
    pub answer: Answer,
    /// Position among all hits of the one that is selected now.
    pub selected: usize,
    /// Its record.
    pub record: Option<Arc<Record>>,
}

/// What became of a command.
pub(super) enum StoreEvent {
    /// Drafts that an earlier run has left.
    Drafts(Vec<OrphanedDraft>),
    /// One's own entries.
    Desk(Vec<DeskEntry>),
    /// An entry as it is now.
    Opened(Box<OpenedEntry>),
    /// Whose an entry is, and its title. The one answer to that question: until it comes no key is read.
    Whose {
        /// The entry.
        id: Id,
        /// What somebody wants to do with it.
        action: EntryAction,
        /// Its text.
        text: String,
        /// What entries refer to.
        register: Arc<Register>,
    },
    /// Something was saved.
    Saved {
        /// The entry, as it is called now.
        id: Id,
        /// What it was called before, if that is different.
        before: Option<Id>,
        /// What sort of change it was.
        act: Act,
        /// What the save has done.
        saved: Box<Saved>,
    },
    /// Nothing was saved.
    Refused {
        /// The entry.
        id: Id,
        /// Why.
        error: Box<SaveError>,
        /// The text of its file now, if it can be read.
        now: Option<String>,
        /// The text from an editor that was to be saved.
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
    /// What entries refer to, as it is now.
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
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let commanding = key.modifiers.intersects(alt_gr) && !key.modifiers.contains(alt_gr);
    match key.code {
        KeyCode::Char(c) if !commanding => {
            Some(Event::Text(one_line(c.encode_utf8(&mut [0; 4])))).filter(|_| !c.is_control())
        }
        _ => Some(Event::Key(key)),
    }
}

/// Pasted text without anything that drives a terminal. Terminals send line ends of a paste as carriage returns.
fn pasted(raw: &str) -> String {
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
