//! JSON that a terminal may show: what could drive it is escaped.

use super::text::Displayable;

/// JSON in which what it leaves as it is and a terminal would obey or hide is written as `\uXXXX`: the same text to a
/// program, harmless to a reader.
pub fn escaped_json(json: String) -> String {
    let mut displayable = Displayable::default();
    let mut stays = |c: char| displayable.takes(c) || matches!(c, '\n' | '\t');
    if json.chars().all(&mut stays) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if stays(c) {
            escaped.push(c);
        } else {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        }
    }
    escaped
}
