//! JSON Schemas of the files of a catalogue, so that editors complete and check: made from the tables by which the
//! files are read and edited, and from the words of the form.
//!
//! A schema says what `lotse check` calls an error and one file alone can show. Ids of vocabularies are listed when a
//! register is given; then editors offer them, and mark others.

mod node;
mod table;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

pub(super) use self::table::{KeySpec, KeyType};
pub use self::{
    node::{DRAFT, Labels, Others, Properties, Schema},
    table::{FileKind, SCHEMAS},
};
pub use super::register::KINDS;
use super::{
    ClosedList, FIELDS, Field, MAX_ID_LENGTH, MAX_SUMMARY, MAX_TITLE, Manifest, NamedItems, Need, Reference, Register,
    SECTIONS, Shape, UNKNOWN_LEGAL_BASIS,
};

/// Where the words come from: the text of a Fluent key, if there is one.
pub type DescriptionSource<'w> = &'w dyn Fn(&str) -> Option<String>;

impl FileKind {
    /// The JSON Schema of such a file. With a register, references are the ids that it has.
    pub fn schema(&self, register: Option<&Register>, words: DescriptionSource<'_>) -> Schema {
        let writer = SchemaWriter { register, words };
        let schema = if self.name == "measure" { writer.entry() } else { writer.file(self) };
        schema.of_file(words(&format!("schema-of-{}", self.name)).unwrap_or_default())
    }
}

struct SchemaWriter<'a> {
    register: Option<&'a Register>,
    words: DescriptionSource<'a>,
}

impl SchemaWriter<'_> {
    /// An entry: the keys above all sections, then the sections.
    fn entry(&self) -> Schema {
        let (mut properties, mut required) = self.section("");
        for section in SECTIONS {
            let (below, needed) = self.section(section);
            required.extend((!needed.is_empty()).then_some(section));
            let about = (self.words)(&format!("schema-section-{section}"));
            properties.push((section, Schema::table(below, needed).about(None, about)));
        }
        // A measure for groups has somebody who keeps it true. Tombi takes silence about other keys for a no.
        let in_groups = with_others(json!({ "setting": { "const": "group" } }), &["setting"]);
        Schema {
            condition: Some(with_others(json!({ "schedule": in_groups }), &["schedule"])),
            consequence: Some(with_others(json!({}), &["coordinator"])),
            ..Schema::table(properties, required)
        }
    }

    fn section(&self, section: &str) -> (Vec<(&'static str, Schema)>, Vec<&'static str>) {
        let fields = || FIELDS.iter().filter(|field| field.section == section);
        let required = fields().filter(|field| field.need == Need::Required).map(|field| field.key).collect();
        (fields().map(|field| (field.key, self.field(field))).collect(), required)
    }

    fn field(&self, field: &Field) -> Schema {
        let key = field.text_key();
        let about = ((self.words)(&key), (self.words)(&format!("{key}-help")));
        self.field_schema(field).about(about.0, about.1)
    }

    fn field_schema(&self, field: &Field) -> Schema {
        let required = field.need == Need::Required;
        match field.key {
            "title" => Schema { max_length: Some(MAX_TITLE), ..self.shape(field.shape, required) },
            "summary" => Schema { max_length: Some(MAX_SUMMARY), ..self.shape(field.shape, required) },
            "email" => email(),
            "links" => Schema::list(link()),
            _ => self.shape(field.shape, required),
        }
    }

    fn shape(&self, shape: Shape, required: bool) -> Schema {
        let text = || if required { Schema::said() } else { Schema::text() };
        let list = |items| Schema { min_items: required.then_some(1), ..Schema::list(items) };
        match shape {
            Shape::Slug => slug(),
            Shape::Line | Shape::Paragraphs => text(),
            Shape::Lines => list(Schema::text()),
            Shape::Reference(of) => self.reference(of),
            Shape::References(of) => list(self.reference(of)),
            Shape::Choice(of) => self.choice(of),
            Shape::Choices(of) => list(self.choice(of)),
            Shape::Number(most) => Schema::number(0, most),
            Shape::Date => Schema::day(),
            Shape::Dates => list(Schema::day()),
        }
    }

    /// A file that entries refer to.
    fn file(&self, kind: &FileKind) -> Schema {
        let (mut properties, required) = self.keys("catalogue", kind.keys);
        for (list, keys) in kind.lists {
            let (below, needed) = self.keys(list, keys);
            let about = (self.words)(&format!("schema-list-{list}"));
            properties.push((list, Schema::list(Schema::table(below, needed)).about(None, about)));
        }
        Schema::table(properties, required)
    }

    fn keys(&self, list: &str, keys: &[KeySpec]) -> (Vec<(&'static str, Schema)>, Vec<&'static str>) {
        let about = |key: &KeySpec| {
            let own = (self.words)(&format!("schema-{list}-{}", key.name));
            own.or_else(|| (self.words)(&format!("schema-key-{}", key.name)))
        };
        // What the office's own settings are where the file says nothing.
        let usual = if list == "catalogue" { json!(Manifest::default()) } else { Value::Null };
        let default = |key: &KeySpec| usual.get(key.name).filter(|value| value.is_boolean() || value.is_number());
        let schema = |key: &KeySpec| Schema { default: default(key).cloned(), ..self.holds(key) };
        let properties = keys.iter().map(|key| (key.name, schema(key).about(None, about(key)))).collect();
        (properties, keys.iter().filter(|key| key.required).map(|key| key.name).collect())
    }

    fn holds(&self, key: &KeySpec) -> Schema {
        match key.holds {
            KeyType::Of(shape) => self.shape(shape, key.required),
            KeyType::Flag => Schema::of("boolean"),
            KeyType::Days => Schema::number(*KeyType::DAYS.start(), *KeyType::DAYS.end()),
            KeyType::Email => email(),
            KeyType::Link => Schema { any_of: vec![link(), nothing()], ..Schema::default() },
        }
    }

    fn choice(&self, list: ClosedList) -> Schema {
        let label = |code: &str| (self.words)(&format!("{}-{code}", list.name)).unwrap_or_else(|| code.to_owned());
        Schema::one_of(list.codes().into_iter().map(|code| (code.to_owned(), label(code))))
    }

    fn reference(&self, of: Reference) -> Schema {
        let Some(register) = self.register else { return slug() };
        let known = ids(of.vocabulary(register));
        if of == Reference::LegalBases { with_unknown(known) } else { known }
    }
}

/// A table with these keys among others.
fn with_others(properties: Value, required: &[&str]) -> Value {
    json!({ "properties": properties, "required": required, "additionalProperties": true })
}

/// The ids of a vocabulary. One that is empty or could not be read whole proves nothing.
fn ids(known: &dyn NamedItems) -> Schema {
    let ids: Vec<_> = known.items().map(|item| (item.id().to_string(), item.label().to_string())).collect();
    if ids.is_empty() || !known.is_complete() { slug() } else { Schema::one_of(ids) }
}

/// "No legal basis is known" may be said in every office.
fn with_unknown(mut ids: Schema) -> Schema {
    let unknown = UNKNOWN_LEGAL_BASIS;
    if let (Some(values), Some(Labels(labels))) = (&mut ids.values, &mut ids.labels)
        && !values.iter().any(|id| id == unknown)
    {
        values.push(unknown.to_owned());
        labels.push(unknown.to_owned());
    }
    ids
}

fn slug() -> Schema {
    Schema { pattern: Some(format!("^[a-z0-9][a-z0-9-]{{0,{}}}$", MAX_ID_LENGTH - 1)), ..Schema::text() }
}

/// An address or nothing: an empty text says as much as none.
fn email() -> Schema {
    let address = Schema { format: Some("email"), ..Schema::text() };
    Schema { any_of: vec![address, nothing()], ..Schema::default() }
}

fn link() -> Schema {
    Schema { format: Some("uri"), pattern: Some("^(https?://|mailto:|tel:).".to_owned()), ..Schema::text() }
}

fn nothing() -> Schema {
    Schema { max_length: Some(0), ..Schema::text() }
}

/// A new entry with the line in front by which it names its schema to an editor.
pub fn naming_its_schema(entry: &str) -> String {
    let names_one = entry.lines().next().is_some_and(|line| line.starts_with("#:schema"));
    match FileKind::named("measure").filter(|_| !names_one) {
        Some(kind) => format!("{}\n{entry}", kind.schema_line()),
        None => entry.to_owned(),
    }
}

/// Where the schema of entries lies in a catalogue that has one.
pub fn of_entries(catalogue: &Path) -> PathBuf {
    catalogue.join(SCHEMAS).join("measure.schema.json")
}
