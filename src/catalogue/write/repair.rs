//! Mending an entry without asking what was meant: spelling that has one meaning only, blanks, order, misplaced keys.
//!
//! Every step is a splice of the text, tried on its own: it counts when the checks find nothing worse afterwards.

use std::{ops::Range, sync::Arc};

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};
use toml_parser::decoder::Encoding;

use super::{
    BOM, Change, changed,
    layout::{Holder, KeyValue, Node, TableHeading, TextLayout, spliced},
    place, render,
};
use crate::{
    base::{only_near, tidy_line, typed_day},
    catalogue::{
        Code, FIELDS, Field, MAX_FILE, Register, SECTIONS, Shape, UNKNOWN_LEGAL_BASIS, Value,
        check::id_meant,
        read::errors_of,
        section_words::section_meant,
        value::{held, value_of},
    },
};

/// Most slips of one sort that are mended in one file; a file with more is not the work of a hand.
const MOST: usize = 200;

/// Most rounds: a heading, its keys, their values, and what they refer to.
const ROUNDS: usize = 5;

type Splice = (Range<usize>, String);

/// The text of an entry's file with everything mended that has only one meaning; `None` when there is nothing of that
/// sort. `file` is its path in the catalogue. Comments, line ends and everything else stay as they are.
///
/// ```
/// use lotse::catalogue::{Register, repaired};
/// let today = jiff::civil::date(2026, 11, 20);
/// let mended = |text: &str| repaired(&"measures/kurs.toml".into(), text, &Register::default(), today);
/// assert_eq!(mended("titel = \"Kurs\"\n").as_deref(), Some("title = \"Kurs\"\n"));
/// assert_eq!(mended("title = \" Kurs\" # so\r\n").as_deref(), Some("title = \"Kurs\" # so\r\n"));
/// assert_eq!(mended("title = \"Kurs\"\n"), None);
/// ```
pub fn repaired(file: &Arc<str>, text: &str, register: &Register, today: Date) -> Option<String> {
    let body = text.strip_prefix(BOM).unwrap_or(text);
    let mut mender = Mender { file, register, today, body: body.to_owned(), faults: Vec::new() };
    mender.faults = errors_of(file, body, register, today);
    if mender.faults.contains(&Code::Syntax) {
        return None;
    }
    // What one step brings to light, or no longer stands in the way, may be another's work.
    for _ in 0..ROUNDS {
        let before = mender.body.clone();
        mender.round();
        if mender.body == before {
            break;
        }
    }
    let mended = (mender.body != body).then(|| format!("{}{}", &text[..text.len() - body.len()], mender.body));
    // A file that grows beyond what is read would be out.
    mended.filter(|mended| mended.len() as u64 <= MAX_FILE)
}

/// True when a text of an entry has no sort of error more often than it had before.
pub fn is_no_worse(file: &Arc<str>, before: &str, after: &str, register: &Register, today: Date) -> bool {
    let errors = |text: &str| errors_of(file, text.strip_prefix(BOM).unwrap_or(text), register, today);
    no_worse(&errors(before), &errors(after))
}

fn no_worse(before: &[Code], after: &[Code]) -> bool {
    let count = |all: &[Code], code| all.iter().filter(|other| **other == code).count();
    after.iter().all(|code| count(after, *code) <= count(before, *code))
}

struct Mender<'a> {
    file: &'a Arc<str>,
    register: &'a Register,
    today: Date,
    body: String,
    /// The errors that the text has now.
    faults: Vec<Code>,
}

impl Mender<'_> {
    fn round(&mut self) {
        self.splice(|layout, _| layout.headings.iter().filter_map(heading).collect());
        self.splice(|layout, _| layout.slots.iter().filter_map(|slot| key(layout, slot)).collect());
        self.misplaced();
        self.splice(values);
        self.lists();
    }

    /// Takes a text that is no worse.
    fn accept(&mut self, text: String) -> bool {
        let faults = errors_of(self.file, &text, self.register, self.today);
        let better = no_worse(&self.faults, &faults);
        if better {
            (self.body, self.faults) = (text, faults);
        }
        better
    }

    /// Applies splices: all at once, else those that do no harm one by one, from the end so that places stay true.
    fn splice(&mut self, find: impl Fn(&TextLayout<'_>, &Register) -> Vec<Splice>) {
        let mut splices = find(&TextLayout::of(&self.body), self.register);
        splices.truncate(MOST);
        if splices.is_empty() || self.accept(spliced(&self.body, &splices)) {
            return;
        }
        splices.sort_by_key(|(range, _)| range.start);
        for splice in splices.into_iter().rev() {
            self.accept(spliced(&self.body, &[splice]));
        }
    }

    /// Brings keys to the section in which alone they make sense: the usual slip is a key at the end of the file.
    fn misplaced(&mut self) {
        let mut refused = Vec::new();
        for _ in 0..MOST {
            let layout = TextLayout::of(&self.body);
            let found = layout.slots.iter().find_map(|slot| {
                let field = home(&layout, slot)?;
                (!refused.contains(&field.position())).then_some((slot, field))
            });
            let Some((slot, field)) = found else { return };
            let moved = moved(&self.body, &layout, slot, field);
            if !moved.is_some_and(|text| self.accept(text)) {
                refused.push(field.position());
            }
        }
    }

    /// Takes out what stands twice and puts days in order. Where there are comments among them, nobody knows to which
    /// value they belong, and everything stays.
    fn lists(&mut self) {
        for field in &FIELDS {
            let layout = TextLayout::of(&self.body);
            let commented = layout.slot(&field.path()).is_none_or(|slot| !slot.comments.is_empty());
            let Ok(root) = DeTable::parse(&self.body) else { return };
            let held = value_of(field, root.get_ref(), &self.body).filter(|_| !commented);
            let Some(value) = held.as_ref().and_then(orderly).filter(|value| Some(value) != held.as_ref()) else {
                continue;
            };
            if let Ok(text) = changed(&self.body, &[Change { field, value: Some(value) }]) {
                self.accept(text);
            }
        }
    }
}

/// A misspelt heading of a section.
fn heading(heading: &TableHeading) -> Option<Splice> {
    let [name] = heading.path.as_slice() else { return None };
    if SECTIONS.contains(&name.as_str()) {
        return None;
    }
    let meant = only_near(name, SECTIONS).or_else(|| section_meant(name))?;
    // Behind the bracket; a name in quotes is not found and stays.
    let start = heading.start + 1;
    Some((start..start + name.len(), meant.to_owned()))
}

/// A misspelt key.
fn key(layout: &TextLayout<'_>, slot: &KeyValue) -> Option<Splice> {
    let (name, section) = named(slot)?;
    let bare = layout.written(slot) == name;
    let keys = || FIELDS.iter().filter(|field| field.section == section).map(|field| field.key);
    let is_section = section.is_empty() && SECTIONS.contains(&name);
    if !bare || is_section || keys().any(|key| key == name) || Field::only_section_of(name).is_some() {
        return None;
    }
    let meant = match slot.node {
        Node::Inline if section.is_empty() => only_near(name, SECTIONS)?,
        _ => only_near(name, keys())?,
    };
    Some((slot.key.clone(), meant.to_owned()))
}

/// The key and the section in which it stands.
fn named(slot: &KeyValue) -> Option<(&str, &str)> {
    match slot.path.as_slice() {
        [key] => Some((key, "")),
        [section, key] if SECTIONS.contains(&section.as_str()) => Some((key, section)),
        _ => None,
    }
}

/// The field that is meant by a key in a section that does not have it.
fn home(layout: &TextLayout<'_>, slot: &KeyValue) -> Option<&'static Field> {
    let (key, section) = named(slot)?;
    let home = Field::only_section_of(key).filter(|home| *home != section)?;
    let field = Field::at(home, key)?;
    let in_block = matches!(slot.holder, Holder::Root | Holder::Heading(_)) && layout.written(slot) == key;
    (in_block && layout.slot(&field.path()).is_none()).then_some(field)
}

/// The text with a key and the comment behind it in another place.
fn moved(text: &str, layout: &TextLayout<'_>, slot: &KeyValue, field: &Field) -> Option<String> {
    let (start, end) = (layout.line_start(slot.key.start), layout.next_line(slot.value.end));
    let value = text.get(slot.value.start..end)?.trim_end();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let without = spliced(text, &[(start..end, String::new())]);
    place::with(&without, &TextLayout::of(&without), field, value, line_end)
}

/// Values that mean something else than they say: misspelt ids and codes, lines with stray blanks.
fn values(layout: &TextLayout<'_>, register: &Register) -> Vec<Splice> {
    let Ok(root) = DeTable::parse(layout.text) else { return Vec::new() };
    let mut splices = Vec::new();
    for field in &FIELDS {
        let Some(slot) = layout.slot(&field.path()) else { continue };
        let Some(held) = held(field, root.get_ref()) else { continue };
        match (&slot.node, held.get_ref()) {
            (Node::Scalar(encoding), DeValue::String(raw)) => {
                let line_end = if layout.text.contains("\r\n") { "\r\n" } else { "\n" };
                let written = layout.text.get(slot.value.clone()).unwrap_or_default();
                let reshaped = reshaped(field, raw, register).map(|value| render::value(&value, None, line_end));
                let better = || {
                    let better = Value::Text(better(field, raw, register)?);
                    Some(render::value(&better, Some((*encoding, written)), "\n"))
                };
                splices.extend(reshaped.or_else(better).map(|value| (slot.value.clone(), value)));
            }
            (Node::Array(elements), DeValue::Array(items)) => {
                for (element, item) in elements.iter().zip(items.iter()) {
                    let day =
                        item.get_ref().as_str().filter(|_| matches!(field.shape, Shape::Dates)).and_then(typed_day);
                    splices.extend(day.map(|day| (element.value.clone(), day.to_string())));
                    let better = item.get_ref().as_str().and_then(|raw| better(field, raw, register));
                    let written = layout.text.get(element.value.clone()).unwrap_or_default();
                    let quotes = written.starts_with('\'').then_some(Encoding::LiteralString);
                    splices.extend(better.map(|better| {
                        (element.value.clone(), render::value(&Value::Text(better), Some((quotes, "")), "\n"))
                    }));
                }
            }
            _ => {}
        }
    }
    splices
}

/// The value that a text stands for where its field wants something else: a day or number in quotes, a list of one
/// without brackets.
fn reshaped(field: &Field, raw: &str, register: &Register) -> Option<Value> {
    match field.shape {
        Shape::Date => typed_day(raw).map(Value::Date),
        Shape::Number(most) => raw.trim().parse().ok().filter(|number| (0..=most).contains(number)).map(Value::Number),
        Shape::Choices(_) | Shape::References(_) => {
            let known = match field.shape {
                Shape::Choices(list) => list.codes().contains(&raw),
                Shape::References(of) => of.options(register).iter().any(|(id, _)| *id == raw),
                _ => false,
            };
            let meant = known.then(|| raw.to_owned()).or_else(|| better(field, raw, register));
            meant.map(|code| Value::List(vec![code]))
        }
        _ => None,
    }
}

/// What was certainly meant by a value, if it is something else than what stands there.
fn better(field: &Field, raw: &str, register: &Register) -> Option<String> {
    let meant = match field.shape {
        Shape::Line | Shape::Lines => Some(tidy_line(raw)).filter(|line| !line.is_empty()),
        Shape::Choice(list) | Shape::Choices(list) => {
            let spoken = || list.code_meant(raw).map(str::to_owned);
            near_code(raw, &list.codes()).or_else(spoken)
        }
        Shape::Reference(of) | Shape::References(of) if of.is_complete(register) => {
            let ids = of.options(register).into_iter().map(|(id, _)| id);
            // Allowed in every office, whether its vocabulary lists it or not.
            let always = (field.key == "legal_bases").then_some(UNKNOWN_LEGAL_BASIS);
            let ids: Vec<_> = ids.chain(always).collect();
            let by_name = || id_meant(of, raw, register).filter(|_| !ids.contains(&raw)).map(str::to_owned);
            near_code(raw, &ids).or_else(by_name)
        }
        _ => None,
    };
    meant.filter(|meant| meant != raw)
}

fn near_code(raw: &str, known: &[&str]) -> Option<String> {
    if known.contains(&raw) {
        return None;
    }
    only_near(raw, known.iter().copied()).map(str::to_owned)
}

/// The list without what stands twice, days in order.
fn orderly(value: &Value) -> Option<Value> {
    match value {
        Value::List(items) => {
            let mut kept: Vec<String> = Vec::with_capacity(items.len());
            for item in items.iter().filter(|item| !item.is_empty()) {
                if !kept.contains(item) {
                    kept.push(item.clone());
                }
            }
            Some(Value::List(kept))
        }
        Value::Dates(days) => {
            let mut days = days.clone();
            days.sort_unstable();
            days.dedup();
            Some(Value::Dates(days))
        }
        _ => None,
    }
}
