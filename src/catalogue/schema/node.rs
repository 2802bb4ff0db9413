//! A JSON Schema as a value: the few keywords that editors of TOML understand, in draft 7.

use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::Value;

/// The draft that all of Taplo, Tombi and the JSON tools of editors read. Later ones are read in part only.
pub const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// One JSON Schema. What is not said is not written.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the keyword of its name")]
pub struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub draft: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
    /// What people read for each of `values`, as the extension of Taplo (Even Better TOML) has it.
    #[serde(rename = "x-taplo", skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    pub properties: Properties,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Others>,
    /// What must hold ...
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Value>,
    /// ... for this to be demanded.
    #[serde(rename = "then", skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Value>,
}

/// Other keys than those of `properties`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Others {
    /// There are none.
    Allowed(bool),
    /// They hold this.
    Like(Box<Schema>),
}

/// Labels of the values of an enumeration, in their order.
#[derive(Clone, Debug, Serialize)]
#[serde(into = "Value")]
pub struct Labels(pub Vec<String>);

impl From<Labels> for Value {
    fn from(labels: Labels) -> Self {
        serde_json::json!({ "docs": { "enumValues": labels.0 } })
    }
}

/// Keys with what they hold, in the order in which editors offer them.
#[derive(Clone, Debug, Default)]
pub struct Properties(pub Vec<(&'static str, Schema)>);

impl Properties {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, schema) in &self.0 {
            map.serialize_entry(key, schema)?;
        }
        map.end()
    }
}

impl Schema {
    /// Something of this type: `string`, `integer`, `boolean`, `array`, `object`.
    pub fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// A text.
    pub fn text() -> Self {
        Self::of("string")
    }

    /// A text with more than blanks in it.
    pub fn said() -> Self {
        Self { pattern: Some("\\S".to_owned()), min_length: Some(1), ..Self::text() }
    }

    /// A day. Editors hand the days of TOML over as texts.
    pub fn day() -> Self {
        Self { format: Some("date"), ..Self::text() }
    }

    /// A whole number.
    pub fn number(least: i64, most: i64) -> Self {
        Self { minimum: Some(least), maximum: Some(most), ..Self::of("integer") }
    }

    /// A list.
    pub fn list(items: Self) -> Self {
        Self { items: Some(Box::new(items)), ..Self::of("array") }
    }

    /// One of these values with their labels.
    pub fn one_of(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let (values, labels) = values.into_iter().unzip();
        Self { values: Some(values), labels: Some(Labels(labels)), ..Self::text() }
    }

    /// A table with these keys and no others.
    pub fn table(properties: Vec<(&'static str, Self)>, required: Vec<&'static str>) -> Self {
        let (properties, additional_properties) = (Properties(properties), Some(Others::Allowed(false)));
        Self { properties, required, additional_properties, ..Self::of("object") }
    }

    /// The schema of a whole file.
    pub fn of_file(self, title: String) -> Self {
        Self { draft: Some(DRAFT), title: Some(title), ..self }
    }

    /// Adds what people read about it.
    pub fn about(self, title: Option<String>, description: Option<String>) -> Self {
        Self { title, description, ..self }
    }

    /// The schema as a file, indented, with a line break at its end.
    pub fn to_json(&self) -> String {
        // Text keys and plain values only; there is nothing that could not be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
