//! Changing a list: elements that stay keep their place, their line and the comment behind them.

use super::layout::{Element, KeyValue, Node, TextLayout, spliced};

/// The text with the list at `path` brought from the elements `old` to `new`, both as TOML.
pub(super) fn changed(text: &str, path: &[&str], old: &[String], new: &[String], line_end: &str) -> Option<String> {
    let mut text = text.to_owned();
    let steps = steps(old, new);
    // New ones first, so that they find a neighbour whose manner they take over.
    for (index, step) in steps.iter().enumerate() {
        if let ListStep::Add(item) = step {
            text = with(&text, path, index, item, line_end)?;
        }
    }
    for (index, step) in steps.iter().enumerate().rev() {
        if let ListStep::Remove = step {
            text = without(&text, path, index)?;
        }
    }
    Some(text)
}

/// What becomes of each element, the old and the new ones in one row.
enum ListStep<'a> {
    Keep,
    Add(&'a str),
    Remove,
}

fn steps<'a>(old: &[String], new: &'a [String]) -> Vec<ListStep<'a>> {
    let mut steps = Vec::with_capacity(old.len() + new.len());
    let (mut i, mut j) = (0, 0);
    for (kept_old, kept_new) in common(old, new).into_iter().chain([(old.len(), new.len())]) {
        steps.extend((i..kept_old).map(|_| ListStep::Remove));
        steps.extend(new.get(j..kept_new).unwrap_or_default().iter().map(|item| ListStep::Add(item)));
        if kept_old < old.len() {
            steps.push(ListStep::Keep);
        }
        (i, j) = (kept_old + 1, kept_new + 1);
    }
    steps
}

/// How many elements are left of both when what is the same at their beginnings and ends is set aside.
pub(super) fn different(old: &[String], new: &[String]) -> usize {
    let (front, back) = same_ends(old, new);
    old.len() + new.len() - 2 * (front + back)
}

/// How many elements are the same at the beginning and, behind them, at the end.
fn same_ends(old: &[String], new: &[String]) -> (usize, usize) {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (old.iter().skip(front), new.iter().skip(front));
    let back = old.rev().zip(new.rev()).take_while(|(a, b)| a == b).count();
    (front, back)
}

/// Pairs of positions of a longest common subsequence.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let (front, back) = same_ends(old, new);
    let (old_end, new_end) = (old.len() - back, new.len() - back);
    let (old, new) = (old.get(front..old_end).unwrap_or_default(), new.get(front..new_end).unwrap_or_default());
    let between = common_between(old, new).into_iter().map(|(i, j)| (front + i, front + j));
    let at_front = (0..front).map(|at| (at, at));
    at_front.chain(between).chain((0..back).map(|at| (old_end + at, new_end + at))).collect()
}

fn common_between(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let lengths = common_lengths(old, new);
    // Of what is left from these positions on.
    let length = |i: usize, j: usize| lengths.get(old.len() - i).and_then(|row| row.get(new.len() - j));
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while let (Some(a), Some(b)) = (old.get(i), new.get(j)) {
        if a == b {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length(i + 1, j) >= length(i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// How long the longest common subsequence of the last elements is: one row for each number of old ones, with a length for
/// each number of new ones.
fn common_lengths(old: &[String], new: &[String]) -> Vec<Vec<usize>> {
    let mut above = vec![0; new.len() + 1];
    let mut rows = Vec::with_capacity(old.len() + 1);
    for a in old.iter().rev() {
        let mut last = 0;
        let lengths =
            new.iter().rev().zip(above.iter().zip(above.iter().skip(1))).map(|(b, (without_both, without_a))| {
                last = if a == b { without_both + 1 } else { last.max(*without_a) };
                last
            });
        let row = std::iter::once(0).chain(lengths).collect();
        rows.push(std::mem::replace(&mut above, row));
    }
    rows.push(above);
    rows
}

/// Takes an element out. A comment behind it stays; a line that is blank then goes.
fn without(text: &str, path: &[&str], index: usize) -> Option<String> {
    let layout = TextLayout::of(text);
    let (_, elements) = list(&layout, path)?;
    let element = elements.get(index)?;
    let last = index + 1 == elements.len();
    let comma = if last && element.comma.is_none() {
        // The one before would be left over.
        index.checked_sub(1).and_then(|before| elements.get(before)?.comma.clone())
    } else {
        element.comma.clone()
    };
    let mut end = element.value.end;
    let mut edits = Vec::new();
    match comma {
        Some(comma) if comma.start >= end && text[end..comma.start].trim().is_empty() => end = comma.end,
        // There is a comment between the two.
        other => edits.extend(other.map(|comma| (comma, String::new()))),
    }
    let line = layout.line_start(element.value.start);
    let mut start = element.value.start;
    let next = layout.next_line(end);
    if text[line..start].trim().is_empty() && text[end..next].trim().is_empty() {
        (start, end) = (line, next);
    } else if last {
        start = text[..start].trim_end_matches([' ', '\t']).len();
    } else {
        end = text.len() - text[end..].trim_start_matches([' ', '\t']).len();
    }
    // The comma before may lie within the blanks that go.
    let before = edits.iter().filter(|(comma, _)| comma.end <= element.value.start);
    start = before.fold(start, |start, (comma, _)| start.max(comma.end));
    edits.push((start..end, String::new()));
    Some(spliced(text, &edits))
}

/// Puts an element at this position, in the manner of the others: on the same line or on one of its own.
fn with(text: &str, path: &[&str], index: usize, item: &str, line_end: &str) -> Option<String> {
    let layout = TextLayout::of(text);
    let (slot, elements) = list(&layout, path)?;
    let open = slot.value.start + 1;
    let Some(before) = index.checked_sub(1) else {
        return Some(at_front(text, &layout, open, elements.first(), item, line_end));
    };
    let before = elements.get(before)?;
    let indent = own_line(text, &layout, before);
    let Some(indent) = indent else {
        return Some(spliced(text, &[(before.value.end..before.value.end, format!(", {item}"))]));
    };
    let behind = before.comma.as_ref().map_or(before.value.end, |comma| comma.end);
    // Behind the comment of the element before, but within the list.
    let line = layout.next_line(behind).min(slot.value.end - 1);
    let rest = text[behind..line].trim_end_matches(['\r', '\n']);
    let at =
        if rest.trim_start().is_empty() || rest.trim_start().starts_with('#') { behind + rest.len() } else { behind };
    let comma = if before.comma.is_some() { "," } else { "" };
    let mut edits = vec![(at..at, format!("{line_end}{indent}{item}{comma}"))];
    if before.comma.is_none() {
        edits.push((before.value.end..before.value.end, ",".to_owned()));
    }
    // Two insertions at one place: the comma comes first.
    if at == before.value.end && edits.len() == 2 {
        edits = vec![(at..at, format!(",{line_end}{indent}{item}"))];
    }
    Some(spliced(text, &edits))
}

fn at_front(
    text: &str,
    layout: &TextLayout<'_>,
    open: usize,
    first: Option<&Element>,
    item: &str,
    line_end: &str,
) -> String {
    match first {
        None => {
            // What stands in an empty list is a comment, if anything.
            let comma = if text[open..].trim_start_matches([' ', '\t']).starts_with(']') { "" } else { "," };
            spliced(text, &[(open..open, format!("{item}{comma}"))])
        }
        Some(first) => {
            let at = first.value.start;
            let gap = match own_line(text, layout, first) {
                Some(indent) => format!("{item},{line_end}{indent}"),
                None => format!("{item}, "),
            };
            spliced(text, &[(at..at, gap)])
        }
    }
}

/// The indentation of an element that stands first on its line.
fn own_line<'t>(text: &'t str, layout: &TextLayout<'_>, element: &Element) -> Option<&'t str> {
    let before = text.get(layout.line_start(element.value.start)..element.value.start)?;
    before.trim().is_empty().then_some(before)
}

fn list<'l>(layout: &'l TextLayout<'_>, path: &[&str]) -> Option<(&'l KeyValue, &'l [Element])> {
    let slot = layout.slot(path)?;
    match &slot.node {
        Node::Array(elements) => Some((slot, elements)),
        _ => None,
    }
}
