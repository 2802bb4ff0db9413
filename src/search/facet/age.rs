//! Ages: one, or all from one to another, as the value of a filter and as people type them.

use std::fmt;

/// Nobody is older.
const OLDEST: u8 = 120;

/// From one age to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct AgeBand {
    pub from: u8,
    pub to: u8,
}

impl AgeBand {
    /// The bands that are counted.
    pub(super) const COUNTED: [Self; 5] = [
        Self::under(18),
        Self { from: 18, to: 24 },
        Self { from: 25, to: 49 },
        Self { from: 50, to: 54 },
        Self::from(55),
    ];

    pub(in crate::search) const fn under(age: u8) -> Self {
        Self { from: 0, to: age.saturating_sub(1) }
    }

    pub(in crate::search) const fn from(age: u8) -> Self {
        Self { from: age, to: OLDEST }
    }

    /// What no age limits from above.
    pub(super) fn is_open(self) -> bool {
        self.to >= OLDEST
    }

    /// Reads what `Display` wrote.
    pub(super) fn parse(value: &str) -> Option<Self> {
        match value.split_once('-') {
            Some((from, to)) => Some(Self { from: age_of(from)?, to: age_of(to)? }),
            None => age_of(value).map(|age| Self { from: age, to: age }),
        }
    }

    /// As people write several ages: `U25`, `ü50`, `ue50`, `50+`, `50plus`, `<25`, `18-24`.
    pub(in crate::search) fn typed(typed: &str) -> Option<Self> {
        let lower = typed.trim().to_lowercase();
        let behind = |signs: &[&str]| signs.iter().find_map(|sign| age_of(lower.strip_prefix(sign)?.trim()));
        if let Some(above) = behind(&["ü", "ue", "über ", "ueber ", ">", "ab "]) {
            return Some(Self::from(above));
        }
        if let Some(below) = behind(&["u", "unter ", "<"]) {
            return Some(Self::under(below));
        }
        if let Some(from) = lower.strip_suffix('+').or_else(|| lower.strip_suffix("plus")).and_then(age_of) {
            return Some(Self::from(from));
        }
        let (from, to) = lower.split_once(['-', '–'])?;
        let (from, to) = (age_of(from.trim())?, age_of(to.trim())?);
        (from < to).then_some(Self { from, to })
    }
}

impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from == self.to {
            true => write!(f, "{}", self.from),
            false => write!(f, "{}-{}", self.from, self.to),
        }
    }
}

/// An age as plain digits.
pub(in crate::search) fn age_of(digits: &str) -> Option<u8> {
    let plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|age| *age <= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_ages_are_typed_in_many_ways() {
        for (typed, value) in [
            ("U25", "0-24"),
            ("ü50", "50-120"),
            ("ue50", "50-120"),
            ("50+", "50-120"),
            ("50plus", "50-120"),
            ("<25", "0-24"),
            ("18-24", "18-24"),
            ("18 – 24", "18-24"),
        ] {
            assert_eq!(AgeBand::typed(typed).map(|band| band.to_string()).as_deref(), Some(value), "{typed}");
        }
        for typed in ["", "u", "25", "uhr", "24-18", "u2500", "50-", "-"] {
            assert_eq!(AgeBand::typed(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_value_is_read_as_it_was_written() {
        for band in AgeBand::COUNTED.into_iter().chain([AgeBand { from: 22, to: 22 }]) {
            assert_eq!(AgeBand::parse(&band.to_string()), Some(band));
        }
    }
}
