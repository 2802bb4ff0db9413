//! Values of fields as JSON.

use serde::{Serialize, Serializer};

use crate::catalogue::Value;

/// A value as JSON: texts, numbers and lists of texts; days are ISO, codes and ids stay.
pub struct ValueJson<'a>(pub &'a Value);

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) | Value::Foreign(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::Date(day) => serializer.collect_str(day),
            Value::Dates(days) => serializer.collect_seq(days.iter().map(ToString::to_string)),
        }
    }
}
