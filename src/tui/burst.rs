//! What arrives in one burst: a paste that the terminal does not mark as one, and answers to questions that others asked.

use std::time::Duration;

use ratatui::crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event::{self, Event};

/// Most keys of one burst that are kept: as many as a paste may have characters.
const MOST_KEYS: usize = 100_000;
/// For what is waited after a first key: only for what is there already. Not zero: then crossterm does not even look.
const AT_ONCE: Duration = Duration::from_micros(200);
/// The same once a second key was there already: nobody types like that, and what is pasted comes in pieces.
const TOGETHER: Duration = Duration::from_millis(5);
/// The same behind a line break: whether text follows decides what it means.
const LINE_BREAK: Duration = Duration::from_millis(30);
/// The same within an answer, whose end is sure to come, also on a slow line.
const ANSWER: Duration = Duration::from_millis(300);

/// Keys that arrive together, and the event that ends them.
///
/// A line break with text before it and behind it is no Enter but part of a paste: Windows and old terminals send pastes as
/// keys. One that ends the burst is an Enter: somebody was quicker than the line.
#[derive(Default)]
pub(super) struct Burst {
    keys: Vec<BurstKey>,
    /// What ended the burst: a key that commands, the mouse, another size.
    last: Option<TerminalEvent>,
    /// Where the answer begins that has not ended.
    answer: Option<usize>,
}

#[derive(Clone, Copy)]
struct BurstKey {
    event: KeyEvent,
    part: BurstPart,
}

/// What a key can be in a burst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BurstPart {
    Text(char),
    LineBreak,
    Tab,
    /// Esc and the character that begins an answer of the terminal.
    Begin(char),
    /// What ends one: BEL, or Esc and a backslash.
    End,
}

impl Burst {
    /// Takes an event. True when it depends on the next one what it means.
    pub(super) fn take(&mut self, event: TerminalEvent) -> bool {
        let TerminalEvent::Key(key) = event else {
            self.last = Some(event);
            return false;
        };
        // Windows tells also that a key was released, in the middle of a paste as well.
        if key.kind == KeyEventKind::Release {
            return !self.keys.is_empty();
        }
        match part(&key).filter(|part| self.fits(*part)) {
            Some(part) => self.add(BurstKey { event: key, part }),
            None => self.last = Some(event),
        }
        self.last.is_none()
    }

    /// How long the next event may take to belong to the burst.
    pub(super) fn patience(&self) -> Duration {
        match self.keys.as_slice() {
            _ if self.answer.is_some_and(|at| self.is_answer(at)) => ANSWER,
            [BurstKey { part: BurstPart::Text(_), .. }] => AT_ONCE,
            keys if keys.iter().any(|key| key.part == BurstPart::LineBreak) => LINE_BREAK,
            _ => TOGETHER,
        }
    }

    /// The burst is over: what it means.
    pub(super) fn finish(self) -> Vec<Event> {
        let last = self.last.clone();
        let keys = self.without_answers();
        let mut events = match pasted(&keys) {
            Some(text) => vec![Event::Text(event::pasted(&text))],
            None => keys.iter().filter_map(|key| event::from_terminal(TerminalEvent::Key(key.event))).collect(),
        };
        events.extend(last.and_then(event::from_terminal));
        events
    }

    fn fits(&self, part: BurstPart) -> bool {
        match part {
            BurstPart::Text(_) | BurstPart::Begin(_) => true,
            // Without text before them they are the keys that they look like.
            BurstPart::LineBreak | BurstPart::Tab => self.answer.is_none() && !self.keys.is_empty(),
            BurstPart::End => self.answer.is_some(),
        }
    }

    fn add(&mut self, key: BurstKey) {
        match key.part {
            BurstPart::Begin(_) if self.answer.is_none() => self.answer = Some(self.keys.len()),
            BurstPart::End => self.answer = None,
            _ => {}
        }
        if self.keys.len() < MOST_KEYS || key.part == BurstPart::End {
            self.keys.push(key);
        }
    }

    /// True when an answer of a terminal begins here, and nothing that somebody types: Alt and a bracket is a key as well.
    fn is_answer(&self, at: usize) -> bool {
        let mut parts = self.keys.iter().skip(at).map(|key| key.part);
        let begin = parts.next();
        let text: String = parts.take(6).map_while(BurstPart::character).collect();
        match begin {
            // A number and a semicolon: colours, the clipboard.
            Some(BurstPart::Begin(']')) => text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(';'),
            // Name and version, settings, capabilities.
            Some(BurstPart::Begin('P')) => {
                [">|", "!|", "0$r", "1$r", "0+r", "1+r"].iter().any(|head| text.starts_with(head))
            }
            // Pictures.
            Some(BurstPart::Begin('_')) => text.starts_with('G'),
            _ => false,
        }
    }

    /// The keys that somebody has pressed.
    fn without_answers(self) -> Vec<BurstKey> {
        let mut left: Vec<BurstKey> = Vec::new();
        let mut at = 0;
        while let Some(key) = self.keys.get(at) {
            let rest = self.keys.get(at..).unwrap_or_default();
            if self.is_answer(at) {
                at += rest.iter().position(|key| key.part == BurstPart::End).map_or(rest.len(), |end| end + 1);
            } else if left.is_empty()
                && let Some(length) = attributes(rest)
            {
                at += length;
            } else {
                left.push(*key);
                at += 1;
            }
        }
        left
    }
}

impl BurstPart {
    fn character(self) -> Option<char> {
        if let Self::Text(c) = self { Some(c) } else { None }
    }
}

fn part(key: &KeyEvent) -> Option<BurstPart> {
    let (alt, control) = (KeyModifiers::ALT, KeyModifiers::CONTROL);
    let modifiers = key.modifiers - KeyModifiers::SHIFT;
    match key.code {
        KeyCode::Char(c @ (']' | 'P' | '_')) if modifiers == alt => Some(BurstPart::Begin(c)),
        KeyCode::Char('\\') if modifiers == alt => Some(BurstPart::End),
        KeyCode::Char('g') if key.modifiers == control => Some(BurstPart::End),
        KeyCode::Char('j') if key.modifiers == control => Some(BurstPart::LineBreak),
        KeyCode::Char('\r' | '\n') if modifiers.is_empty() => Some(BurstPart::LineBreak),
        KeyCode::Enter if key.modifiers.is_empty() => Some(BurstPart::LineBreak),
        KeyCode::Tab if key.modifiers.is_empty() => Some(BurstPart::Tab),
        KeyCode::Char(c) if event::is_text(key) && !c.is_control() => Some(BurstPart::Text(c)),
        _ => None,
    }
}

/// The text of a paste; `None` where there is no line break between text and text.
fn pasted(keys: &[BurstKey]) -> Option<String> {
    let is_text = |key: &BurstKey| matches!(key.part, BurstPart::Text(_));
    let first = keys.iter().position(is_text)?;
    let last = keys.iter().rposition(is_text)?;
    let broken = keys.get(first..last)?.iter().any(|key| key.part == BurstPart::LineBreak);
    let text: Option<String> = keys
        .iter()
        .map(|key| match (key.part, key.event.code) {
            (BurstPart::Text(c), _) => Some(c),
            (BurstPart::Tab, _) => Some('\t'),
            // Both halves of a line end are told apart by the one that reads them.
            (BurstPart::LineBreak, KeyCode::Enter | KeyCode::Char('\r')) => Some('\r'),
            (BurstPart::LineBreak, _) => Some('\n'),
            (BurstPart::Begin(_) | BurstPart::End, _) => None,
        })
        .collect();
    text.filter(|_| broken)
}

/// Number of keys of what crossterm leaves of an answer to "what are you": `41;388;0c`, or `[?62;22c` and less of it.
fn attributes(keys: &[BurstKey]) -> Option<usize> {
    let text: String = keys.iter().take(40).map_while(|key| key.part.character()).collect();
    let end = text.find('c')?;
    let numbers = text.get(..end)?;
    let (asked, numbers) = match numbers.strip_prefix('[').unwrap_or(numbers).strip_prefix('?') {
        Some(numbers) => (true, numbers),
        None => (false, numbers),
    };
    let all_numbers = numbers.split(';').all(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    (all_numbers && (asked || numbers.matches(';').count() == 2)).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> TerminalEvent {
        TerminalEvent::Key(KeyEvent::new(code, modifiers))
    }

    /// The events of these bytes: what Esc stands before is a key with Alt.
    fn events(bytes: &str) -> Vec<TerminalEvent> {
        let mut events = Vec::new();
        let mut alt = KeyModifiers::NONE;
        for c in bytes.chars() {
            events.push(match c {
                '\u{1b}' => {
                    alt = KeyModifiers::ALT;
                    continue;
                }
                '\r' => key(KeyCode::Enter, alt),
                '\t' => key(KeyCode::Tab, alt),
                '\u{7f}' => key(KeyCode::Backspace, alt),
                '\u{1}'..='\u{1a}' => key(KeyCode::Char(char::from(c as u8 + b'a' - 1)), alt | KeyModifiers::CONTROL),
                c if c.is_uppercase() => key(KeyCode::Char(c), alt | KeyModifiers::SHIFT),
                c => key(KeyCode::Char(c), alt),
            });
            alt = KeyModifiers::NONE;
        }
        events
    }

    /// What becomes of events that all wait already, burst after burst.
    fn meaning(events: Vec<TerminalEvent>) -> Vec<String> {
        let (mut told, mut burst) = (Vec::new(), Burst::default());
        for event in events {
            if !burst.take(event) {
                told.extend(std::mem::take(&mut burst).finish());
            }
        }
        told.extend(burst.finish());
        told.iter().map(in_words).collect()
    }

    fn in_words(event: &Event) -> String {
        match event {
            Event::Text(text) => text.clone(),
            Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) => format!("<{modifiers}-{c}>"),
            Event::Key(key) => format!("<{}>", key.code),
            Event::Click(..) => "<click>".to_owned(),
            _ => "<other>".to_owned(),
        }
    }

    fn typed(bytes: &str) -> String {
        meaning(events(bytes)).join("|")
    }

    #[test]
    fn keys_with_a_line_break_among_them_are_a_paste() {
        for (bytes, expected) in [
            ("Frauenprojekt Nord\r\nKurs A\r\nmontags\r\n", "Frauenprojekt Nord\nKurs A\nmontags"),
            ("eins\rzwei", "eins\nzwei"),
            ("eins\nzwei", "eins\nzwei"),
            ("Name\tOrt\rMüller\tWetzlar", "Name Ort\nMüller Wetzlar"),
            ("a\u{7}", "a|<Control-g>"),
        ] {
            assert_eq!(typed(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn an_enter_that_ends_what_was_typed_is_an_enter() {
        for (bytes, expected) in [
            ("fr\r", "f|r|<Enter>"),
            ("fr\r\r", "f|r|<Enter>|<Enter>"),
            ("\rfr", "<Enter>|f|r"),
            ("\r\r", "<Enter>|<Enter>"),
            ("f\tr", "f|<Tab>|r"),
            ("f\r\u{7f}r", "f|<Enter>|<Backspace>|r"),
            ("\n\n", "<Control-j>|<Control-j>"),
            ("f\n", "f|<Control-j>"),
        ] {
            assert_eq!(typed(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_key_alone_waits_for_nothing_and_commands_end_a_burst() {
        for event in [
            key(KeyCode::Enter, KeyModifiers::NONE),
            key(KeyCode::Down, KeyModifiers::NONE),
            key(KeyCode::Char('s'), KeyModifiers::CONTROL),
            TerminalEvent::Resize(80, 24),
        ] {
            assert!(!Burst::default().take(event.clone()), "{event:?} may be meant for an editor that it starts");
        }
        let mut burst = Burst::default();
        assert!(burst.take(key(KeyCode::Char('a'), KeyModifiers::NONE)));
        assert!(burst.patience() < Duration::from_millis(1), "only what is there already");
        let arrows = vec![key(KeyCode::Down, KeyModifiers::NONE); 3];
        assert_eq!(meaning(arrows), ["<Down>"; 3]);
    }

    #[test]
    fn a_paste_on_windows_has_released_keys_in_it() {
        let with_releases = |bytes: &str| {
            let pair = |event: TerminalEvent| {
                let mut released = event.clone();
                if let TerminalEvent::Key(key) = &mut released {
                    key.kind = KeyEventKind::Release;
                }
                [event, released]
            };
            meaning(events(bytes).into_iter().flat_map(pair).collect()).join("|")
        };
        assert_eq!(with_releases("eins\rzwei\r"), "eins\nzwei");
        assert_eq!(with_releases("ab\r"), "a|b|<Enter>");
        assert_eq!(with_releases("\r"), "<Enter>");
        // A line end is a key of its own there, AltGr a character with two modifiers.
        let mut events = events("me");
        events.push(key(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT));
        events.push(key(KeyCode::Char('\r'), KeyModifiers::NONE));
        events.push(key(KeyCode::Char('x'), KeyModifiers::NONE));
        assert_eq!(meaning(events), ["me@\nx"]);
    }

    #[test]
    fn late_answers_of_the_terminal_are_dropped_and_what_was_typed_is_not() {
        for answer in [
            "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\",
            "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{7}",
            "\u{1b}]4;255;rgb:eeee/eeee/eeee\u{1b}\\",
            "\u{1b}]52;c;Z2VoZWlt\u{1b}\\",
            "\u{1b}P>|xterm(388)\u{1b}\\",
            "\u{1b}P1$r0m\u{1b}\\",
            "\u{1b}P1+r544e=787465726d\u{1b}\\",
            "\u{1b}P!|00000000\u{1b}\\",
            "\u{1b}_Gi=31;OK\u{1b}\\",
            // crossterm has taken the beginning of these away.
            "41;388;0c",
            "[?62;22c",
            "?1;2c",
        ] {
            assert_eq!(typed(answer), "", "{answer:?}");
            assert_eq!(typed(&format!("{answer}fr\r")), "f|r|<Enter>", "{answer:?}");
            assert_eq!(typed(&format!("{answer}{answer}f")), "f", "{answer:?}");
        }
        assert_eq!(typed("fr\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\au"), "f|r|a|u");
        assert_eq!(typed("\u{1b}]11;rgb:1e1e/1e"), "", "its end is still on the way");
        assert_eq!(typed("\u{1b}]11;\u{7}\u{1b}[a"), "<Alt-[>|a");
    }

    #[test]
    fn keys_that_begin_like_an_answer_are_keys() {
        for (bytes, expected) in [
            ("\u{1b}]", "<Alt-]>"),
            ("\u{1b}]fr\u{1b}\\", "<Alt-]>|f|r|<Alt-\\>"),
            ("\u{1b}P12", "<Shift+Alt-P>|1|2"),
            ("\u{1b}p12", "<Alt-p>|1|2"),
            ("16;2c", "1|6|;|2|c"),
            ("\u{7}", "<Control-g>"),
        ] {
            assert_eq!(typed(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_paste_without_end_is_cut() {
        let mut burst = Burst::default();
        for event in events("a\r").into_iter().cycle().take(3 * MOST_KEYS) {
            burst.take(event);
        }
        let events = burst.finish();
        assert!(matches!(events.as_slice(), [Event::Text(text)] if text.len() <= MOST_KEYS));
    }
}
