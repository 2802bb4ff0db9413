//! Entries as JSON with the keys, nesting and types of their files.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{ExportEntry, ExportError, ExportInput};
use crate::{
    base::escaped_json,
    catalogue::{FIELDS, Field},
    exchange::ValueJson,
};

/// What the file calls itself, so that a reader knows it.
const FORMAT: &str = "lotse-catalogue";
/// Changes when a reader of an older version would misunderstand the file.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct ExportJson<'a> {
    format: &'static str,
    version: u32,
    exported: String,
    measures: Vec<MeasureJson<'a>>,
}

pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let fields: Vec<&'static Field> = input.fields().collect();
    let measures = input.entries.iter().map(|entry| MeasureJson { entry, fields: &fields }).collect();
    let document = ExportJson { format: FORMAT, version: VERSION, exported: input.day.to_string(), measures };
    // Plain structs and maps with text keys; there is nothing that could not be written.
    let text = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
    Ok(escaped_json(text).into_bytes())
}

struct MeasureJson<'a> {
    entry: &'a ExportEntry,
    fields: &'a [&'static Field],
}

impl<'a> MeasureJson<'a> {
    fn section(&self, section: &str) -> Vec<(&'static str, ValueJson<'a>)> {
        let inside = self.fields.iter().filter(|field| field.section == section);
        inside.filter_map(|field| Some((field.key, ValueJson(self.entry.get(field)?)))).collect()
    }
}

impl Serialize for MeasureJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, cell) in self.section("") {
            map.serialize_entry(key, &cell)?;
        }
        let mut sections: Vec<&str> = FIELDS.iter().map(|field| field.section).collect();
        sections.dedup();
        for section in sections.into_iter().filter(|section| !section.is_empty()) {
            let inside = self.section(section);
            if !inside.is_empty() {
                map.serialize_entry(section, &SectionJson(inside))?;
            }
        }
        map.end()
    }
}

struct SectionJson<'a>(Vec<(&'static str, ValueJson<'a>)>);

impl Serialize for SectionJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, cell)| (key, cell)))
    }
}
