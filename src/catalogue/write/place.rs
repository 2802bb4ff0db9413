//! Where a key that is new goes, and what stays when one is taken out.

use super::layout::{Holder, KeyValue, Node, TextLayout, spliced};
use crate::catalogue::{FIELDS, Field, SECTIONS};

/// The text without a key. Its comments stay, each on a line of its own.
pub(super) fn without(text: &str, layout: &TextLayout<'_>, slot: &KeyValue, line_end: &str) -> String {
    if let Holder::Inline(_) = slot.holder {
        return without_in_line(text, layout, slot, line_end);
    }
    let start = layout.line_start(slot.key.start);
    let indent = &text[start..slot.key.start];
    let comments: String =
        slot.comments.iter().map(|comment| format!("{indent}{}{line_end}", &text[comment.clone()])).collect();
    spliced(text, &[(start..layout.next_line(slot.value.end), comments)])
}

/// Takes a key out of an inline table, with the comma that separates it. Comments stay here as well.
fn without_in_line(text: &str, layout: &TextLayout<'_>, slot: &KeyValue, line_end: &str) -> String {
    let siblings: Vec<&KeyValue> = layout.slots.iter().filter(|other| other.holder == slot.holder).collect();
    let at = siblings.iter().position(|other| other.key == slot.key).unwrap_or(0);
    let comma_before = at.checked_sub(1).and_then(|before| siblings.get(before)?.comma.clone());
    let (mut start, mut end) = (slot.key.start, slot.comma.as_ref().map_or(slot.value.end, |comma| comma.end));
    let (line, next) = (layout.line_start(start), layout.next_line(end));
    let within: Vec<_> = slot.comments.iter().filter(|comment| comment.end <= end).collect();
    if text[line..start].trim().is_empty() && text[end..next].trim().is_empty() {
        (start, end) = (line, next);
    } else if !within.is_empty() {
        // The comments need the room.
    } else if slot.comma.is_none() {
        start = text[..start].trim_end_matches([' ', '\t']).len();
    } else {
        end = text.len() - text[end..].trim_start_matches([' ', '\t']).len();
    }
    let indent = " ".repeat(slot.key.start - start);
    let comments: String =
        within.iter().map(|comment| format!("{indent}{}{line_end}", &text[(*comment).clone()])).collect();
    let mut edits = vec![(start..end, comments)];
    // What is last now has no comma behind it.
    edits.extend(comma_before.filter(|_| slot.comma.is_none()).map(|comma| (comma, String::new())));
    spliced(text, &edits)
}

/// The text with a key that it did not have: behind the one that comes before it in the order of the fields.
/// `None` when its section is something else than a table.
pub(super) fn with(text: &str, layout: &TextLayout<'_>, field: &Field, value: &str, line_end: &str) -> Option<String> {
    let line = |indent: &str, key: &str| format!("{indent}{key} = {value}{line_end}");
    if field.section.is_empty() {
        let at = behind(layout, field, |slot| slot.holder == Holder::Root);
        let (at, indent) = at.map_or_else(|| (root_end(layout, text), ""), |slot| line_behind(text, layout, slot));
        return Some(insert_line(text, at, &line(indent, field.key), line_end));
    }
    if let Some(table) = layout.slot(&[field.section]) {
        return matches!(table.node, Node::Inline).then(|| in_line(text, layout, table, field, value));
    }
    if let Some(number) = heading(layout, field.section) {
        let at = behind(layout, field, |slot| slot.holder == Holder::Heading(number));
        let heading_end = layout.headings.get(number)?.end;
        let (at, indent) = at.map_or((heading_end, ""), |slot| line_behind(text, layout, slot));
        return Some(insert_line(text, at, &line(indent, field.key), line_end));
    }
    let dotted = |slot: &KeyValue| slot.path.len() == 2 && slot.path.first().is_some_and(|name| name == field.section);
    if let Some(slot) = behind(layout, field, dotted).or_else(|| layout.slots.iter().rfind(|slot| dotted(slot))) {
        let (at, indent) = line_behind(text, layout, slot);
        let written = &text[slot.key.clone()];
        let prefix = written.rfind('.').map_or(written, |dot| &written[..=dot]);
        return Some(insert_line(text, at, &line(indent, &format!("{prefix}{}", field.key)), line_end));
    }
    Some(new_section(text, layout, field, &line("", field.key), line_end))
}

/// The key of the nearest field before this one that stands in the same place.
fn behind<'l>(layout: &'l TextLayout<'_>, field: &Field, here: impl Fn(&KeyValue) -> bool) -> Option<&'l KeyValue> {
    let earlier = FIELDS.iter().take(field.position()).rev().filter(|other| other.section == field.section);
    earlier.filter_map(|other| layout.slot(&other.path())).find(|slot| here(slot))
}

/// Where the line behind a key begins, and how the key's own line is indented.
fn line_behind<'t>(text: &'t str, layout: &TextLayout<'_>, slot: &KeyValue) -> (usize, &'t str) {
    let start = layout.line_start(slot.key.start);
    (layout.next_line(slot.value.end), &text[start..slot.key.start])
}

/// Where the keys above all headings end.
fn root_end(layout: &TextLayout<'_>, text: &str) -> usize {
    let last = layout.slots.iter().rfind(|slot| slot.holder == Holder::Root);
    let first_heading = layout.headings.first().map_or(text.len(), |heading| layout.line_start(heading.start));
    last.map_or(first_heading, |slot| layout.next_line(slot.value.end))
}

fn heading(layout: &TextLayout<'_>, section: &str) -> Option<usize> {
    layout.headings.iter().position(|heading| heading.path == [section])
}

/// A section that the file did not have, behind the one that comes before it.
fn new_section(text: &str, layout: &TextLayout<'_>, field: &Field, line: &str, line_end: &str) -> String {
    let earlier = SECTIONS.iter().take_while(|section| **section != field.section);
    let before = earlier.filter_map(|section| heading(layout, section)).max();
    let at = match before.and_then(|number| Some((number, layout.headings.get(number)?))) {
        Some((number, heading)) => {
            let last = layout.slots.iter().rfind(|slot| slot.holder == Holder::Heading(number));
            last.map_or(heading.end, |slot| layout.next_line(slot.value.end))
        }
        // Nothing else may follow a heading that belongs above all of them.
        None => layout.headings.first().map_or(text.len(), |_| root_end(layout, text)),
    };
    let gap = if at == 0 { "" } else { line_end };
    insert_line(text, at, &format!("{gap}[{}]{line_end}{line}", field.section), line_end)
}

/// Inserts whole lines. A file whose last line has no end gets one.
fn insert_line(text: &str, at: usize, line: &str, line_end: &str) -> String {
    let open = at == text.len() && !text.is_empty() && !text.ends_with('\n');
    let line = if open { format!("{line_end}{line}") } else { line.to_owned() };
    spliced(text, &[(at..at, line)])
}

/// Puts a key into an inline table.
fn in_line(text: &str, layout: &TextLayout<'_>, table: &KeyValue, field: &Field, value: &str) -> String {
    let holder = Holder::Inline(table.value.start);
    let last = layout.slots.iter().rfind(|slot| slot.holder == holder);
    match behind(layout, field, |slot| slot.holder == holder).or(last) {
        Some(slot) => {
            let at = slot.value.end;
            spliced(text, &[(at..at, format!(", {} = {value}", field.key))])
        }
        None => {
            let inner = table.value.start + 1..table.value.end - 1;
            // What stands in a table without keys is a comment, if anything.
            let replaced = if text[inner.clone()].trim().is_empty() { inner } else { inner.start..inner.start };
            let gap = if replaced.is_empty() && replaced.end + 1 < table.value.end { "" } else { " " };
            spliced(text, &[(replaced, format!(" {} = {value}{gap}", field.key))])
        }
    }
}
