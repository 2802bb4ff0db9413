//! Where something stands in a file: file, line, column, and the line itself.

use std::{fmt, ops::Range, path::Path, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{Displayable, Text, inside, shortened};

/// Where a fault is, with the line itself so that it can be shown without the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct Location {
    /// The file as the file system has it, in a catalogue by its path inside, with `/`: to look it up, not to be shown.
    /// People read [`Location::shown_file`].
    pub file: Arc<str>,
    /// Line, from 1; 0 when the fault concerns the file as a whole.
    pub line: usize,
    /// Column in characters, from 1; 0 when the fault concerns the file as a whole.
    pub column: usize,
    /// The line, made displayable and cut to a readable length.
    pub excerpt: Text,
    /// Characters of `excerpt` that are at fault.
    pub marked: Range<usize>,
    /// In a table, what stands above the column. There, `line` is the row, `column` the number of the cell in it, and
    /// `excerpt` the cell. Tables are not stored.
    #[serde(skip_serializing)]
    pub heading: Text,
}

/// A place as it was stored, before anybody has looked whether there can be such a place.
#[derive(Deserialize)]
struct Stored {
    #[serde(deserialize_with = "inside")]
    file: Arc<str>,
    line: usize,
    column: usize,
    excerpt: Text,
    marked: Range<usize>,
}

impl TryFrom<Stored> for Location {
    type Error = &'static str;
    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let Stored { file, line, column, excerpt, marked } = stored;
        // The mark may stand behind the last character.
        let there = excerpt.chars().count() <= EXCERPT && marked.start <= marked.end && marked.end <= EXCERPT + 1;
        let there = there && column <= FARTHEST && line <= FARTHEST;
        let heading = Text::default();
        if there { Ok(Self { file, line, column, excerpt, marked, heading }) } else { Err("no such place") }
    }
}

/// Last line or column there can be: no file of more bytes is read as TOML.
const FARTHEST: usize = (1 << 20) + 1;

/// Longest part of a line that an excerpt shows, in characters.
const EXCERPT: usize = 160;

/// Longest part of a cell, which stands in the middle of a sentence.
const CELL_EXCERPT: usize = 120;

impl Location {
    /// The file as a whole.
    pub fn file(file: &Arc<str>) -> Self {
        let (excerpt, heading) = (Text::default(), Text::default());
        Self { file: file.clone(), line: 0, column: 0, excerpt, marked: 0..0, heading }
    }

    /// The file or folder of this path as a whole.
    pub fn path(path: &Path) -> Self {
        Self::file(&path.to_string_lossy().into())
    }

    /// A row of a table as a whole.
    pub fn row(file: &Arc<str>, row: usize) -> Self {
        Self { line: row, ..Self::file(file) }
    }

    /// A cell of a row, by the number of its column, or 0 where it has only a name.
    pub fn cell(self, column: usize, heading: &str, cell: &str) -> Self {
        let excerpt = Text::line(&shortened(cell, CELL_EXCERPT));
        Self { column, marked: 0..excerpt.chars().count(), excerpt, heading: Text::line(heading), ..self }
    }

    /// The column behind the last character at fault on this line; 0 when the fault concerns the file as a whole.
    pub fn end_column(&self) -> usize {
        self.column + self.marked.len()
    }

    /// The path of the file, displayable: a file name is text from outside like any other.
    pub fn shown_file(&self) -> Text {
        Text::line(&self.file)
    }

    /// The place of a byte range in `source`. Ranges beyond the end, inside a character or a line end are brought
    /// back in.
    pub fn in_source(file: &Arc<str>, source: &str, span: Range<usize>) -> Self {
        let start = floor_boundary(source, span.start);
        let line_start = source[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_feed = source[start..].find('\n').map_or(source.len(), |i| start + i);
        let line_end = line_start + source[line_start..line_feed].trim_end_matches('\r').len();
        let start = start.min(line_end);
        let end = floor_boundary(source, span.end).clamp(start, line_end);
        let before = source[line_start..start].chars().count();
        let marked = source[start..end].chars().count().max(1);
        let skipped = before.saturating_sub(EXCERPT / 2);
        let mut displayable = Displayable::default();
        let one_column = |c| if displayable.takes(c) { c } else { stand_in(c) };
        let excerpt: String =
            source[line_start..line_end].chars().skip(skipped).take(EXCERPT).map(one_column).collect();
        let from = before - skipped;
        Self {
            file: file.clone(),
            line: 1 + source[..line_start].matches('\n').count(),
            column: before + 1,
            marked: from..(from + marked).min(excerpt.chars().count().max(from + 1)),
            excerpt: Text::untrimmed(&excerpt),
            heading: Text::default(),
        }
    }
}

/// One character for one, so that the caret stays under the letter it means.
fn stand_in(c: char) -> char {
    match c {
        '\t' | '\u{2028}' | '\u{2029}' => ' ',
        '\r' => '␍',
        '\u{1b}' => '␛',
        // Also what is harmless, but of no width: in a key nobody would see why it is unknown.
        _ => '\u{FFFD}',
    }
}

fn floor_boundary(source: &str, index: usize) -> usize {
    (0..=index.min(source.len())).rev().find(|i| source.is_char_boundary(*i)).unwrap_or(0)
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => self.shown_file().fmt(f),
            line => write!(f, "{}:{line}:{}", self.shown_file(), self.column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_shows_its_line_and_counts_characters() {
        let source = "id = \"x\"\ntitle = \"Träger\" # größer\n";
        let at = source.find('#').unwrap();
        let location = Location::in_source(&"measures/x.toml".into(), source, at..at + 1);
        assert_eq!((location.line, location.column), (2, 18));
        assert_eq!(location.excerpt.as_str(), "title = \"Träger\" # größer");
        assert_eq!(location.marked, 17..18);
        assert_eq!(location.to_string(), "measures/x.toml:2:18");
    }

    #[test]
    fn a_place_at_the_line_end_of_windows_is_behind_the_last_character() {
        let source = "id = 1\r\nb = 2\r\n";
        for span in [6..6, 6..7, 7..7, 7..8] {
            let location = Location::in_source(&"x".into(), source, span);
            assert_eq!((location.line, location.column, location.marked), (1, 7, 6..7));
            assert_eq!(location.excerpt.as_str(), "id = 1");
        }
    }

    #[test]
    fn a_file_name_is_shown_without_what_drives_a_terminal() {
        let location = Location::file(&"measures/\u{1b}[2J\u{202E}.toml".into());
        assert_eq!(location.to_string(), "measures/␛[2J.toml");
        assert!(location.file.contains('\u{1b}'), "it can still be looked up");
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let source = format!("{}FEHLER{}", "a".repeat(1000), "b".repeat(1000));
        let location = Location::in_source(&"x".into(), &source, 1000..1006);
        let shown: String = location.excerpt.chars().skip(location.marked.start).take(6).collect();
        assert_eq!(shown, "FEHLER");
        assert!(location.excerpt.chars().count() <= EXCERPT);
    }

    proptest::proptest! {
        #[test]
        fn any_span_in_any_text_has_a_location(source in ".{0,200}", start in 0usize..300, length in 0usize..300) {
            let location = Location::in_source(&"x".into(), &source, start..start + length);
            proptest::prop_assert!(location.line >= 1 && location.marked.start < location.marked.end);
        }
    }
}
