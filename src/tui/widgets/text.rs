//! Sets text: wraps it at words, keeps marks, cuts it to a width. Widths are columns of the terminal.

use std::ops::Range;

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that must be left beside a label for the text to begin there.
const LEAST_ROOM: usize = 8;

/// A text with a style for all of it and one for the marked ranges.
pub(crate) struct Marked<'t> {
    pub text: &'t str,
    /// Bytes that are marked, in order.
    pub marks: &'t [Range<usize>],
    pub style: Style,
    /// The style of what is marked, laid over it.
    pub mark: Style,
}

impl<'t> Marked<'t> {
    /// A text of which nothing is marked.
    pub(crate) fn plain(text: &'t str, style: Style) -> Self {
        Self { text, marks: &[], style, mark: style }
    }

    /// The spans of a byte range of the text.
    fn spans(&self, range: Range<usize>) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        let mut at = range.start;
        for mark in self.marks.iter().filter(|mark| mark.start < range.end && mark.end > range.start) {
            let (start, end) = (mark.start.max(at), mark.end.min(range.end));
            self.push(at..start, self.style, &mut spans);
            self.push(start..end, self.style.patch(self.mark), &mut spans);
            at = at.max(end);
        }
        self.push(at..range.end, self.style, &mut spans);
        spans
    }

    fn push(&self, range: Range<usize>, style: Style, spans: &mut Vec<Span<'static>>) {
        if let Some(text) = self.text.get(range).filter(|text| !text.is_empty()) {
            spans.push(Span::styled(text.to_owned(), style));
        }
    }

    /// One line, cut with an ellipsis where it is too wide.
    pub(crate) fn cut(&self, width: usize) -> Vec<Span<'static>> {
        let end = fitting(self.text, width);
        if end == self.text.len() {
            return self.spans(0..end);
        }
        let end = fitting(self.text, width.saturating_sub(1));
        let mut spans = self.spans(0..end);
        spans.push(Span::styled("…", self.style));
        spans
    }

    /// Lines of at most `width` columns; those after the first are indented.
    pub(crate) fn wrap(&self, width: usize, first: Vec<Span<'static>>, indent: usize) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let mut head = first;
        let used: usize = head.iter().map(|span| columns_of(&span.content)).sum();
        let mut before = used;
        if used > indent && used + LEAST_ROOM > width {
            // No room beside the label: the text begins below it.
            lines.push(Line::from(std::mem::take(&mut head)));
            head.push(Span::raw(" ".repeat(indent)));
            before = indent;
        }
        let room = |line: usize| width.saturating_sub(if line == 0 { before } else { indent }).max(1);
        for (number, range) in breaks(self.text, room).into_iter().enumerate() {
            let mut spans = if number == 0 { std::mem::take(&mut head) } else { vec![Span::raw(" ".repeat(indent))] };
            spans.extend(self.spans(range));
            lines.push(Line::from(spans));
        }
        if lines.is_empty() {
            lines.push(Line::from(head));
        }
        lines
    }
}

/// Width of a text as the terminal counts; wider than any terminal is as wide as can be.
pub(crate) fn columns(text: &str) -> u16 {
    u16::try_from(columns_of(text)).unwrap_or(u16::MAX)
}

/// Columns of a text, grapheme by grapheme: that is how it is put into cells.
fn columns_of(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Bytes of `text` that fit into `width` columns.
pub(crate) fn fitting(text: &str, width: usize) -> usize {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > width {
            return start;
        }
    }
    text.len()
}

/// Leaves as many lines as fit; where some had to go, the last one says so.
pub(crate) fn ending(lines: &mut Vec<Line<'static>>, height: usize, width: usize) {
    if lines.len() <= height {
        return;
    }
    lines.truncate(height);
    if let Some(last) = lines.last_mut() {
        let text: String = last.spans.iter().map(|span| span.content.as_ref()).collect();
        let style = last.spans.first().map(|span| span.style).unwrap_or_default();
        let end = fitting(&text, width.saturating_sub(2));
        *last = Line::styled(format!("{} …", text[..end].trim_end()), last.style.patch(style));
    }
}

/// Bytes at the beginning of a line that is scrolled by `columns`: a wide character at the edge goes whole.
pub(crate) fn scrolled_away(text: &str, columns: usize) -> usize {
    let end = fitting(text, columns);
    let short = columns_of(&text[..end]) < columns;
    if short { end + first_grapheme(&text[end..]) } else { end }
}

/// Byte ranges of the lines of `text`; `room` gives the columns of a line by its number. A word longer than a line is
/// broken within.
fn breaks(text: &str, room: impl Fn(usize) -> usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    for (at, word) in words_and_blanks(text) {
        let width = columns_of(word);
        let blank = word.trim().is_empty();
        if used + width <= room(lines.len()) {
            used += width;
            end = if blank { end } else { at + word.len() };
            continue;
        }
        if blank {
            continue;
        }
        if end > start {
            lines.push(start..end);
        }
        (start, end, used) = (at, at + word.len(), width);
        while used > room(lines.len()) {
            let fits = fitting(&text[start..end], room(lines.len())).max(first_grapheme(&text[start..end]));
            if start + fits >= end {
                break;
            }
            lines.push(start..start + fits);
            start += fits;
            used = columns_of(&text[start..end]);
        }
    }
    if end > start {
        lines.push(start..end);
    }
    lines
}

fn first_grapheme(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

/// Words and the blanks between them, with their positions.
fn words_and_blanks(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut blank = None;
    // By graphemes: a mark that follows a blank belongs to it and must not begin a word.
    for (at, grapheme) in text.grapheme_indices(true) {
        let now = grapheme.trim().is_empty();
        if blank.is_some_and(|before| before != now) {
            pieces.push((start, &text[start..at]));
            start = at;
        }
        blank = Some(now);
    }
    if start < text.len() {
        pieces.push((start, &text[start..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let lines = Marked::plain(text, Style::default()).wrap(width, Vec::new(), 0);
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn text_is_wrapped_at_words() {
        assert_eq!(wrapped("Beratung für Frauen", 12), ["Beratung für", "Frauen"]);
        assert_eq!(wrapped("Schuldnerberatung", 10), ["Schuldnerb", "eratung"]);
        assert_eq!(wrapped("", 10), [""]);
        assert_eq!(wrapped("職業訓練", 4), ["職業", "訓練"]);
    }

    #[test]
    fn a_cut_text_ends_with_an_ellipsis() {
        let cut: String =
            Marked::plain("Überbrückung", Style::default()).cut(5).iter().map(|s| s.content.clone()).collect();
        assert_eq!(cut, "Über…");
    }

    proptest::proptest! {
        #[test]
        fn any_text_fits_any_width(text in "\\PC{0,80}", width in 2usize..40) {
            let third = text.char_indices().nth(3).map_or(text.len(), |(i, _)| i);
            let marks = vec![0..third, third..third];
            let marked = Marked { text: &text, marks: &marks, style: Style::default(), mark: Style::default() };
            for line in marked.wrap(width, Vec::new(), 0) {
                let columns: usize = line.iter().map(|span| super::columns_of(&span.content)).sum();
                // A single grapheme may be wider than the narrowest of lines.
                let one = line.to_string().graphemes(true).count() == 1;
                proptest::prop_assert!(columns <= width || one, "{line}");
            }
            let cut: usize = marked.cut(width).iter().map(|span| super::columns_of(&span.content)).sum();
            proptest::prop_assert!(cut <= width);
        }
    }
}
