//! Where the keys and values of one file stand, to the byte: the map by which a change finds its place.

use std::ops::Range;

use toml_parser::{
    Source,
    decoder::Encoding,
    parser::{Event, EventKind, parse_document},
};

/// Where everything stands in the text of one file that holds valid TOML.
pub(super) struct TextLayout<'s> {
    pub(super) text: &'s str,
    /// All keys that have a value, in the order of the file.
    pub(super) slots: Vec<KeyValue>,
    /// All headings such as `[schedule]`.
    pub(super) headings: Vec<TableHeading>,
}

pub(super) struct KeyValue {
    /// All names that lead to it from the top, through headings, dotted keys and inline tables.
    pub(super) path: Vec<String>,
    /// The key as it is written, with its dots.
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
    pub(super) node: Node,
    pub(super) holder: Holder,
    /// Comments within the value or behind it on its last line.
    pub(super) comments: Vec<Range<usize>>,
    /// The comma behind it, in an inline table.
    pub(super) comma: Option<Range<usize>>,
}

/// What a value is made of.
pub(super) enum Node {
    Scalar(Option<Encoding>),
    Array(Vec<Element>),
    Inline,
}

#[derive(Clone)]
pub(super) struct Element {
    pub(super) value: Range<usize>,
    pub(super) comma: Option<Range<usize>>,
}

/// What a key stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// Above all headings.
    Root,
    /// Below the heading of this number.
    Heading(usize),
    /// In an inline table that begins at this byte.
    Inline(usize),
}

pub(super) struct TableHeading {
    pub(super) path: Vec<String>,
    pub(super) start: usize,
    /// Where the line behind it begins.
    pub(super) end: usize,
}

impl<'s> TextLayout<'s> {
    /// Maps a text that is known to be valid.
    pub(super) fn of(text: &'s str) -> Self {
        let tokens = Source::new(text).lex().into_vec();
        let mut events = Vec::with_capacity(tokens.len());
        parse_document(&tokens, &mut |event: Event| events.push(event), &mut ());
        let mut mapper = Mapper { text, events: &events, next: 0, slots: Vec::new(), headings: Vec::new() };
        mapper.document();
        let Mapper { mut slots, headings, .. } = mapper;
        slots.sort_by_key(|slot| slot.key.start);
        Self { text, slots, headings }
    }

    /// The key as it is written.
    pub(super) fn written(&self, slot: &KeyValue) -> &'s str {
        &self.text[slot.key.clone()]
    }

    pub(super) fn slot(&self, path: &[&str]) -> Option<&KeyValue> {
        self.slots.iter().find(|slot| slot.path == path)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    pub(super) fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }
}

struct Mapper<'s, 'e> {
    text: &'s str,
    events: &'e [Event],
    next: usize,
    slots: Vec<KeyValue>,
    headings: Vec<TableHeading>,
}

impl Mapper<'_, '_> {
    fn document(&mut self) {
        let mut prefix = Vec::new();
        let mut holder = Holder::Root;
        while let Some(event) = self.peek() {
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    prefix = self.heading();
                    holder = Holder::Heading(self.headings.len() - 1);
                }
                EventKind::SimpleKey => self.pair(&prefix, holder),
                _ => self.next += 1,
            }
        }
    }

    fn heading(&mut self) -> Vec<String> {
        let mut path = Vec::new();
        let start = self.peek().map_or(0, |event| event.span().start());
        let mut end = start;
        while let Some(event) = self.advance() {
            end = event.span().end();
            match event.kind() {
                EventKind::SimpleKey => path.push(self.key_text(&event)),
                // The tables of a list have no place of their own that a field could mean.
                EventKind::ArrayTableOpen => path.push(String::new()),
                EventKind::StdTableClose | EventKind::ArrayTableClose => break,
                _ => {}
            }
        }
        let end = self.text[end..].find('\n').map_or(self.text.len(), |line| end + line + 1);
        self.headings.push(TableHeading { path: path.clone(), start, end });
        path
    }

    /// A key, `=` and its value.
    fn pair(&mut self, prefix: &[String], holder: Holder) {
        let mut path = prefix.to_vec();
        let start = self.peek().map_or(0, |event| event.span().start());
        let mut key = start..start;
        while let Some(event) = self.advance() {
            match event.kind() {
                EventKind::SimpleKey => {
                    path.push(self.key_text(&event));
                    key.end = event.span().end();
                }
                EventKind::KeyValSep => break,
                _ => {}
            }
        }
        let mut comments = Vec::new();
        let Some((value, node)) = self.value(&path, &mut comments) else { return };
        let comma = match holder {
            Holder::Inline(_) => self.comma(&mut comments),
            Holder::Root | Holder::Heading(_) => {
                self.line_comment(&mut comments);
                None
            }
        };
        self.slots.push(KeyValue { path, key, value, node, holder, comments, comma });
    }

    fn value(&mut self, path: &[String], comments: &mut Vec<Range<usize>>) -> Option<(Range<usize>, Node)> {
        loop {
            let event = self.advance()?;
            let span = event.span();
            match event.kind() {
                EventKind::Scalar => return Some((span.start()..span.end(), Node::Scalar(event.encoding()))),
                EventKind::ArrayOpen => {
                    let (elements, end) = self.elements(path, comments);
                    return Some((span.start()..end, Node::Array(elements)));
                }
                EventKind::InlineTableOpen => {
                    let end = self.inline(path, span.start(), comments);
                    return Some((span.start()..end, Node::Inline));
                }
                EventKind::Comment => comments.push(span.start()..span.end()),
                EventKind::Whitespace | EventKind::Newline => {}
                _ => return None,
            }
        }
    }

    fn elements(&mut self, path: &[String], comments: &mut Vec<Range<usize>>) -> (Vec<Element>, usize) {
        let mut elements = Vec::new();
        while let Some(event) = self.peek() {
            let span = event.span();
            match event.kind() {
                EventKind::ArrayClose => {
                    self.next += 1;
                    return (elements, span.end());
                }
                EventKind::Scalar | EventKind::ArrayOpen | EventKind::InlineTableOpen => {
                    // Keys of tables within a list are nobody's field: their path cannot be one.
                    let inner: Vec<String> = path.iter().cloned().chain([String::new()]).collect();
                    let Some((value, _)) = self.value(&inner, comments) else { break };
                    let comma = self.comma(comments);
                    elements.push(Element { value, comma });
                }
                _ => self.pass(comments),
            }
        }
        (elements, self.text.len())
    }

    fn inline(&mut self, path: &[String], start: usize, comments: &mut Vec<Range<usize>>) -> usize {
        while let Some(event) = self.peek() {
            match event.kind() {
                EventKind::InlineTableClose => {
                    self.next += 1;
                    return event.span().end();
                }
                EventKind::SimpleKey => self.pair(path, Holder::Inline(start)),
                _ => self.pass(comments),
            }
        }
        self.text.len()
    }

    /// The comma that follows, if one does before anything else but blanks and comments.
    fn comma(&mut self, comments: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
        while let Some(event) = self.peek() {
            match event.kind() {
                EventKind::ValueSep => {
                    self.next += 1;
                    return Some(event.span().start()..event.span().end());
                }
                EventKind::Whitespace | EventKind::Newline | EventKind::Comment => self.pass(comments),
                _ => break,
            }
        }
        None
    }

    /// The comment behind a value on the same line.
    fn line_comment(&mut self, comments: &mut Vec<Range<usize>>) {
        while let Some(event) = self.peek() {
            match event.kind() {
                EventKind::Whitespace | EventKind::Comment => self.pass(comments),
                _ => return,
            }
        }
    }

    /// Passes over an event and remembers it if it is a comment.
    fn pass(&mut self, comments: &mut Vec<Range<usize>>) {
        if let Some(event) = self.advance().filter(|event| event.kind() == EventKind::Comment) {
            comments.push(event.span().start()..event.span().end());
        }
    }

    fn peek(&self) -> Option<Event> {
        self.events.get(self.next).copied()
    }

    fn advance(&mut self) -> Option<Event> {
        let event = self.peek();
        self.next += usize::from(event.is_some());
        event
    }

    fn key_text(&self, event: &Event) -> String {
        let mut key = String::new();
        if let Some(raw) = Source::new(self.text).get(event) {
            raw.decode_key(&mut key, &mut ());
        }
        key
    }
}

/// The text with some ranges replaced; they do not overlap.
pub(super) fn spliced(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse((range.start, range.end)));
    let mut text = text.to_owned();
    for (range, new) in edits {
        text.replace_range(range.clone(), new);
    }
    text
}
