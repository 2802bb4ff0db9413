//! What a cell may look like: `{capacity.places} ({capacity.free} frei)`.

use crate::{
    catalogue::{Field, Value},
    exchange::spelling,
};

/// Most characters of a cell that is taken apart; to try all ways takes long.
const LONGEST: usize = 300;

/// What a cell may look like, and what it says then.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub(super) pieces: Vec<PatternPart>,
    /// Values that hold besides when a cell looks like this.
    pub set: Vec<(&'static Field, Option<Value>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum PatternPart {
    /// Words that stand there, as they are compared, without blanks.
    Words(String),
    Slot(&'static Field),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange::import) enum PatternFault {
    /// A bracket without its other half.
    Bracket,
    UnknownField(String),
    /// Nothing tells where one value ends and the next begins.
    Adjoining,
    Twice(String),
}

impl Pattern {
    /// A whole cell is the value of a field.
    pub fn whole(field: &'static Field) -> Self {
        Self { pieces: vec![PatternPart::Slot(field)], set: Vec::new() }
    }

    pub(in crate::exchange::import) fn parse(text: &str) -> Result<Self, PatternFault> {
        let mut pieces: Vec<PatternPart> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (words, after) = rest.split_once('{').map_or((rest, None), |(words, after)| (words, Some(after)));
            if words.contains('}') {
                return Err(PatternFault::Bracket);
            }
            let words = dense(words);
            if !words.is_empty() {
                pieces.push(PatternPart::Words(words));
            }
            let Some(after) = after else { break };
            let (name, behind) = after.split_once('}').ok_or(PatternFault::Bracket)?;
            let field = Field::named(name.trim()).ok_or_else(|| PatternFault::UnknownField(name.trim().to_owned()))?;
            if pieces.contains(&PatternPart::Slot(field)) {
                return Err(PatternFault::Twice(field.name()));
            }
            if matches!(pieces.last(), Some(PatternPart::Slot(_))) {
                return Err(PatternFault::Adjoining);
            }
            pieces.push(PatternPart::Slot(field));
            rest = behind;
        }
        Ok(Self { pieces, set: Vec::new() })
    }

    /// The fields that get something when a cell looks like this.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + '_ {
        let slots = self.pieces.iter().filter_map(|piece| match piece {
            PatternPart::Slot(field) => Some(*field),
            PatternPart::Words(_) => None,
        });
        slots.chain(self.set.iter().map(|(field, _)| *field))
    }

    /// The field, if a whole cell is its value.
    pub fn as_field(&self) -> Option<&'static Field> {
        match self.pieces.as_slice() {
            [PatternPart::Slot(field)] if self.set.is_empty() => Some(field),
            _ => None,
        }
    }

    /// True when the whole cell is one value.
    pub fn is_whole(&self) -> bool {
        matches!(self.pieces.as_slice(), [PatternPart::Slot(_)])
    }

    /// The parts of a cell that belong to the fields; `None` when it does not look like this.
    pub fn parts<'c>(&self, cell: &'c str) -> Option<Vec<(&'static Field, &'c str)>> {
        if let [PatternPart::Slot(field)] = self.pieces.as_slice() {
            return Some(vec![(*field, cell)]);
        }
        let mut parts = Vec::new();
        let short = cell.chars().nth(LONGEST).is_none();
        (short && fit(&self.pieces, cell, &mut parts)).then_some(parts)
    }
}

/// Matches pieces from the beginning; a value is as short as possible.
fn fit<'c>(pieces: &[PatternPart], text: &'c str, parts: &mut Vec<(&'static Field, &'c str)>) -> bool {
    match pieces {
        [] => text.trim().is_empty(),
        [PatternPart::Words(words), rest @ ..] => {
            let heads = text.char_indices().map(|(at, c)| at + c.len_utf8()).map(|end| (dense(&text[..end]), end));
            let end = heads.take_while(|(head, _)| head.len() <= words.len()).find(|(head, _)| head == words);
            end.and_then(|(_, end)| text.get(end..)).is_some_and(|tail| fit(rest, tail, parts))
        }
        [PatternPart::Slot(field)] => {
            let value = text.trim();
            parts.push((*field, value));
            !value.is_empty()
        }
        [PatternPart::Slot(field), rest @ ..] => {
            let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends {
                let (Some(value), Some(tail)) = (text.get(..end), text.get(end..)) else { continue };
                let before = parts.len();
                parts.push((*field, value.trim()));
                if !value.trim().is_empty() && fit(rest, tail, parts) {
                    return true;
                }
                parts.truncate(before);
            }
            false
        }
    }
}

/// Blanks between words do not matter, nor how the letters are written.
fn dense(words: &str) -> String {
    spelling(words).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(pattern: &str, cell: &str) -> Option<Vec<String>> {
        let pattern = Pattern::parse(pattern).unwrap();
        pattern.parts(cell).map(|parts| parts.into_iter().map(|(_, part)| part.to_owned()).collect())
    }

    fn some(parts: &[&str]) -> Option<Vec<String>> {
        Some(parts.iter().map(|part| (*part).to_owned()).collect())
    }

    #[test]
    fn a_cell_is_taken_apart() {
        let both = "{capacity.places} ({capacity.free} frei)";
        assert_eq!(parts(both, "12 (3 frei)"), some(&["12", "3"]));
        assert_eq!(parts(both, "12(3FREI) "), some(&["12", "3"]));
        assert_eq!(parts(both, "12"), None);
        assert_eq!(parts(both, "12 (3 frei) ca."), None);
        assert_eq!(parts("ab {period.from}", "Ab 01.02.27"), some(&["01.02.27"]));
        assert_eq!(parts("{period.from} - {period.until}", "1.2.27-1.3.27"), some(&["1.2.27", "1.3.27"]));
        assert_eq!(parts("laufend", " Laufend "), some(&[]));
        assert_eq!(parts("laufend", "nicht laufend"), None);
        assert_eq!(parts("für {title}", "fuer Frauen und Männer"), some(&["Frauen und Männer"]));
    }

    #[test]
    fn what_is_no_pattern() {
        for (text, fault) in [
            ("{title", PatternFault::Bracket),
            ("title}", PatternFault::Bracket),
            ("{titel}", PatternFault::UnknownField("titel".into())),
            ("{title}{short}", PatternFault::Adjoining),
            ("{title} {short}", PatternFault::Adjoining),
            ("{title}, {title}", PatternFault::Twice("title".into())),
        ] {
            assert_eq!(Pattern::parse(text).unwrap_err(), fault, "{text}");
        }
    }
}
