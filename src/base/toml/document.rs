//! Parses the text of one TOML file into a tree with positions and reports all syntax errors at once.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
};

use super::{FileFaults, TomlCode, TypedTable, syntax_hint};

/// The tree of a file. With syntax errors it holds what could be understood around them.
pub struct TomlDocument<'s> {
    /// The table of the whole file.
    pub root: Spanned<DeTable<'s>>,
    /// True when there was a syntax error: then a missing key proves nothing.
    pub damaged: bool,
}

impl<'s> TomlDocument<'s> {
    /// Reads what can be read of the text that `faults` are collected of.
    pub fn parse<C: TomlCode>(faults: &FileFaults<'s, C>) -> Self {
        let source = faults.source();
        let (root, errors) = DeTable::parse_recoverable(source);
        let damaged = !errors.is_empty();
        if damaged {
            report(source, root.get_ref(), errors, faults);
        }
        Self { root, damaged }
    }

    /// The lines, from 1, of a damaged file that say something and became no part of any value, such as those behind a
    /// text that is never closed. Lines that are themselves no TOML are told anyway and not among them.
    pub fn lost_lines<C: TomlCode>(&self, faults: &FileFaults<'_, C>) -> Vec<usize> {
        let mut read = Vec::new();
        values_in(self.root.get_ref(), &mut read);
        read.retain(|span| !faults.is_broken(span));
        let (mut lost, mut start) = (Vec::new(), 0);
        for (number, line) in faults.source().split_inclusive('\n').enumerate() {
            let span = start..start + line.trim_end().len();
            start += line.len();
            let says_nothing = matches!(line.trim_start().chars().next(), None | Some('#' | '['));
            let is_read = read.iter().any(|value| value.start <= span.end && span.start <= value.end);
            if !says_nothing && !is_read && !faults.is_broken_line(&span) {
                lost.push(number + 1);
            }
        }
        lost
    }

    /// The table of the whole file, ready to be asked.
    pub fn table<'a, C: TomlCode>(&'a self, faults: &'a FileFaults<'s, C>) -> TypedTable<'a, 's, C> {
        TypedTable::new(faults, self.root.get_ref())
    }
}

/// Where keys with their values stand that are no tables.
fn values_in(table: &DeTable<'_>, found: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::Table(below) => values_in(below, found),
            _ => found.push(key.span().start..value.span().end),
        }
    }
}

/// Reports at most one error for each line, and one for a list that is never closed: what the parser says beyond it,
/// down to the end of the file, follows from the same slip.
fn report<C: TomlCode>(source: &str, root: &DeTable<'_>, mut errors: Vec<Error>, faults: &FileFaults<'_, C>) {
    errors.sort_by_key(start);
    if let Some(open) = errors.iter().find(|error| error.message().starts_with("unclosed array")) {
        let list = outermost_list(root, start(open)).unwrap_or(usize::MAX);
        let first_in_list = errors.partition_point(|error| start(error) <= list);
        errors.truncate(first_in_list + 1);
    }
    let mut conflict = false;
    for error in first_of_each_line(source, errors) {
        let span = opening(source, &error).unwrap_or_else(|| error.span().unwrap_or(0..0));
        faults.note_broken(span.clone());
        let slip = syntax_hint::find(source, span.start, C::heading_meant);
        let slip = slip.filter(|_| !speaks_for_itself(error.message()));
        // Marks of one conflict stand on three lines.
        let is_mark = slip.as_ref().is_some_and(|slip| slip.name == "conflict");
        if is_mark && std::mem::replace(&mut conflict, true) {
            continue;
        }
        let (reason, meant) = slip.map_or((error.message(), None), |slip| (slip.name, slip.meant));
        let fault = faults.at(C::SYNTAX, span.clone()).suggest_this(meant.as_deref());
        let first = first_of_key(root, source, &error).map(|line| line.to_string());
        let path = syntax_hint::windows_path(source, span.start).filter(|_| is_escape(error.message()));
        faults.push(match (first, path) {
            (Some(line), _) => fault.with("reason", reason).with("of", "twice").with("first", &line),
            (None, Some(path)) => fault.with("reason", "windows-path").with("of", "path").with("path", &path),
            (None, None) => fault.with("reason", reason),
        });
    }
}

/// Reasons of the parser that no look at the line can better: what is meant by them is elsewhere.
fn speaks_for_itself(reason: &str) -> bool {
    ["duplicate key", "unclosed", "cannot"].iter().any(|beginning| reason.starts_with(beginning))
}

/// Reasons of the parser that mean a backslash with something behind it that is no escape.
fn is_escape(reason: &str) -> bool {
    ["missing escaped value", "too few unicode value digits", "invalid value, expected unicode"]
        .iter()
        .any(|beginning| reason.starts_with(beginning))
}

/// The line in which a key or heading stands for the first time that stands twice.
fn first_of_key(root: &DeTable<'_>, source: &str, error: &Error) -> Option<usize> {
    let span = error.span().filter(|_| error.message().starts_with("duplicate key"))?;
    let name = source.get(span.clone())?;
    let heading = || {
        let heading = format!("\n[{name}]");
        source.get(..span.start - 1)?.rfind(&heading).map(|at| at + 1).filter(|_| source[..span.start].ends_with('['))
    };
    let before = last_key_before(root, name, span.start).or_else(heading)?;
    Some(1 + source.get(..before)?.matches('\n').count())
}

fn last_key_before(table: &DeTable<'_>, name: &str, end: usize) -> Option<usize> {
    let here = table.iter().filter(|(key, _)| key.get_ref() == name).map(|(key, _)| key.span().start);
    let below = table.iter().filter_map(|(_, value)| last_key_before(value.get_ref().as_table()?, name, end));
    here.chain(below).filter(|start| *start < end).max()
}

/// Where a long text begins that is never closed: its end is the end of the file, where nothing is wrong.
fn opening(source: &str, error: &Error) -> Option<Range<usize>> {
    let quotes = match error.message() {
        reason if reason.starts_with("invalid multi-line basic string, expected `\"`") => "\"\"\"",
        reason if reason.starts_with("invalid multi-line literal string, expected `'`") => "'''",
        _ => return None,
    };
    let at = source.rfind(quotes)?;
    Some(at..at + quotes.len())
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

fn first_of_each_line(source: &str, errors: Vec<Error>) -> Vec<Error> {
    let bytes = source.as_bytes();
    let rest = |start: usize| bytes.get(start..).unwrap_or_default();
    // Where a text is not closed in front of `\r\n`, the parser wonders about the `\r` before it says so.
    let at_line_end = |error: &Error| rest(start(error)).starts_with(b"\r\n");
    let mut firsts: Vec<Error> = Vec::new();
    let mut line_end = None;
    for error in errors {
        let start = start(&error);
        if line_end.is_none_or(|end| start > end) {
            line_end = Some(rest(start).iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| start + i));
            firsts.push(error);
        } else if let Some(first) = firsts.last_mut().filter(|first| at_line_end(first)) {
            *first = error;
        }
    }
    firsts
}

/// Where the outermost of the lists begins that end at `end`.
fn outermost_list(table: &DeTable<'_>, end: usize) -> Option<usize> {
    table.iter().filter_map(|(_, value)| list_in(value, end)).min()
}

fn list_in(value: &Spanned<DeValue<'_>>, end: usize) -> Option<usize> {
    match value.get_ref() {
        DeValue::Array(_) if value.span().end == end => Some(value.span().start),
        DeValue::Array(items) => items.iter().filter_map(|item| list_in(item, end)).min(),
        DeValue::Table(table) => outermost_list(table, end),
        _ => None,
    }
}
