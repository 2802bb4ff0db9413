//! Reading TOML tolerantly: every value with its place, every fault noted, nothing given up because of one line.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Expected, FaultKind, FilePosition, Hint, Located, SettingsFault};

/// A key and its value, in the order of the file.
pub(super) struct SettingsEntry<'t, 'i> {
    pub(super) key: Located<String>,
    pub(super) value: &'t Spanned<DeValue<'i>>,
}

/// Turns offsets into places and collects the faults of one file.
pub(super) struct SettingsReader<'i> {
    file: Arc<Path>,
    text: &'i str,
    // A line that is no TOML yields stray values; one fault for it is enough.
    broken_lines: BTreeSet<usize>,
    faults: Vec<SettingsFault>,
}

impl<'i> SettingsReader<'i> {
    /// Reads what can be read.
    pub(super) fn parse(file: &Path, text: &'i str) -> (Self, DeTable<'i>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Self { file: file.into(), text, broken_lines: BTreeSet::new(), faults: Vec::new() };
        for error in errors {
            let place = reader.place(error.span().map_or(0, |span| span.start));
            if reader.broken_lines.insert(place.line) {
                let detail = error.message().to_owned();
                let fault = SettingsFault::new(&place, FaultKind::Syntax { detail }, None);
                reader.faults.push(fault);
            }
        }
        (reader, table.into_inner())
    }

    /// The faults, in the order of the file.
    pub(super) fn into_faults(mut self) -> Vec<SettingsFault> {
        self.faults.sort_by_key(|fault| (fault.place.line, fault.place.column));
        self.faults
    }

    pub(super) fn fault(&mut self, place: &FilePosition, kind: FaultKind, hint: Option<Hint>) {
        if !self.broken_lines.contains(&place.line) {
            self.faults.push(SettingsFault::new(place, kind, hint));
        }
    }

    /// The entries of a table as they stand in the file (the parser sorts them by name).
    pub(super) fn entries<'t, 'v>(&self, table: &'t DeTable<'v>) -> Vec<SettingsEntry<'t, 'v>> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
            .into_iter()
            .map(|(key, value)| SettingsEntry {
                key: Located { value: key.get_ref().to_string(), place: self.place(key.span().start) },
                value,
            })
            .collect()
    }

    pub(super) fn text(&mut self, entry: &SettingsEntry<'_, '_>) -> Option<Located<String>> {
        let text = entry.value.get_ref().as_str();
        self.expect(entry, text, Expected::Text).map(|text| self.located(entry.value, text))
    }

    pub(super) fn flag(&mut self, entry: &SettingsEntry<'_, '_>) -> Option<bool> {
        self.expect(entry, entry.value.get_ref().as_bool(), Expected::Flag)
    }

    pub(super) fn table<'t, 'v>(&mut self, entry: &SettingsEntry<'t, 'v>) -> Option<&'t DeTable<'v>> {
        self.expect(entry, entry.value.get_ref().as_table(), Expected::Table)
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn list(&mut self, entry: &SettingsEntry<'_, '_>) -> Option<Vec<Located<String>>> {
        let list = match entry.value.get_ref() {
            DeValue::String(one) => Some(vec![self.located(entry.value, one)]),
            DeValue::Array(many) => many.iter().map(|one| Some(self.located(one, one.get_ref().as_str()?))).collect(),
            _ => None,
        };
        self.expect(entry, list, Expected::List)
    }

    fn expect<T>(&mut self, entry: &SettingsEntry<'_, '_>, found: Option<T>, expected: Expected) -> Option<T> {
        if found.is_none() {
            let place = self.place(entry.value.span().start);
            let key = entry.key.value.clone();
            self.fault(&place, FaultKind::WrongType { key, expected }, None);
        }
        found
    }

    fn located(&self, at: &Spanned<DeValue<'_>>, text: &str) -> Located<String> {
        Located { value: text.to_owned(), place: self.place(at.span().start) }
    }

    fn place(&self, offset: usize) -> FilePosition {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        FilePosition {
            file: Arc::clone(&self.file),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
