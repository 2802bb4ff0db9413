//! Splits a line into what stands between blanks: words, phrases, exclusions, filters.

use std::ops::Range;

use crate::search::FilterKey;

pub(super) struct QueryPiece {
    pub kind: PieceKind,
    pub range: Range<usize>,
    /// Without quotes, minus or name.
    pub text: String,
}

pub(super) enum PieceKind {
    Plain,
    Phrase,
    Excluded,
    ExcludedPhrase,
    Filter(FilterKey),
    /// Its text is the name; what stands behind the colon is plain.
    Unknown(FilterKey),
}

/// Splits at blanks; quotes hold blanks together, also behind a minus or a filter's name.
pub(super) fn pieces(line: &str) -> Vec<QueryPiece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(skipped) = line[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + skipped;
        let end = piece_end(line, start);
        pieces.push(piece(&line[start..end], start..end));
        at = end;
    }
    pieces
}

fn piece_end(line: &str, start: usize) -> usize {
    let mut quoted = false;
    for (offset, c) in line[start..].char_indices() {
        match c {
            '"' | '„' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return start + offset,
            _ => {}
        }
    }
    line.len()
}

fn piece(raw: &str, range: Range<usize>) -> QueryPiece {
    let quote = |c: char| matches!(c, '"' | '„' | '“' | '”');
    let text = |raw: &str| raw.replace(quote, "");
    // A quote that is still open holds words like any others: every beginning narrows.
    let closed = raw.matches(quote).count().is_multiple_of(2);
    if raw.starts_with(quote) && closed {
        return QueryPiece { kind: PieceKind::Phrase, range, text: text(raw) };
    }
    if let Some(excluded) = raw.strip_prefix(['-', '−', '–']).filter(|rest| rest.contains(char::is_alphanumeric)) {
        let phrase = excluded.starts_with(quote) && closed;
        let kind = if phrase { PieceKind::ExcludedPhrase } else { PieceKind::Excluded };
        return QueryPiece { kind, range, text: text(excluded) };
    }
    if let Some((name, value)) = raw.split_once(':') {
        if let Some(key) = FilterKey::from_typed(name) {
            return QueryPiece { kind: PieceKind::Filter(key), range, text: text(value) };
        }
        if let Some(meant) = FilterKey::nearly(name).filter(|_| may_be_value(value)) {
            return QueryPiece { kind: PieceKind::Unknown(meant), range, text: name.to_owned() };
        }
    }
    QueryPiece { kind: PieceKind::Plain, range, text: raw.to_owned() }
}

/// Whether what stands behind a colon may be the value of a filter: no address, and no ending of "Ort:innen".
fn may_be_value(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '„' | '“' | '=' | '<'))
        && !matches!(text, "in" | "innen" | "r" | "n" | "m" | "s" | "e")
}
