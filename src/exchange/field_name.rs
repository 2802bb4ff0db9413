//! What stands above a column: the label of its field, as the form has it.

use std::{collections::HashMap, sync::OnceLock};

use crate::{
    catalogue::{FIELDS, Field},
    german,
    locale::{Lang, Texts},
};

/// The heading of a field's column in the language of `texts`.
pub fn field_name(field: &Field, texts: &Texts) -> String {
    texts.get(&field.text_key()).into_owned()
}

/// The field that a heading means: the name of a field (`capacity.free`) or its label in German or English, however
/// its letters are written.
pub fn field_of_heading(heading: &str) -> Option<&'static Field> {
    static HEADINGS: OnceLock<HashMap<String, &'static Field>> = OnceLock::new();
    let headings = HEADINGS.get_or_init(|| {
        let languages = [Texts::new(Lang::De), Texts::new(Lang::En)];
        let names = |field: &'static Field| {
            let labels = languages.iter().map(move |texts| spelling(&field_name(field, texts)));
            labels.chain([spelling(&field.name())]).map(move |key| (key, field)).collect::<Vec<_>>()
        };
        FIELDS.iter().flat_map(names).collect()
    });
    headings.get(&spelling(heading)).copied()
}

/// One spelling for all that differ by case, umlauts and blanks only.
pub(super) fn spelling(words: &str) -> String {
    german::fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_leads_back_to_its_field() {
        for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
            for field in &FIELDS {
                assert_eq!(field_of_heading(&field_name(field, &texts)), Some(field), "{}", field.name());
                assert_eq!(field_of_heading(&field.name().to_uppercase()), Some(field));
            }
        }
    }

    #[test]
    fn letters_and_blanks_do_not_matter() {
        let named = |text: &str| field_of_heading(text).map(Field::name);
        assert_eq!(named(" FREIE  PLAETZE "), Some("capacity.free".to_owned()));
        assert_eq!(named("traeger"), named("Provider"));
        assert_eq!(named("lfd. Nr."), None);
    }
}
