//! What stands above a column and which field that means: the field's own names, and those that offices use.

use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use super::{letters_and_digits, spelling};
use crate::{
    catalogue::{FIELDS, Field},
    locale::{Lang, Texts},
};

/// A field with the headings under which tables have it, besides its own names.
struct HeadingAliases {
    field: &'static str,
    /// They mean this field wherever they stand.
    certain: Vec<&'static str>,
    /// They most often do; in some tables they mean another one, or something that not everybody may see.
    likely: Vec<&'static str>,
}

const LIST: &str = include_str!("../../config/headings.txt");

static ALIASES: LazyLock<Vec<HeadingAliases>> =
    LazyLock::new(|| LIST.lines().filter(|line| !line.starts_with('#')).filter_map(aliases).collect());

/// `field: certain; certain | likely; likely`
fn aliases(line: &'static str) -> Option<HeadingAliases> {
    let (field, headings) = line.split_once(':')?;
    let (certain, likely) = headings.split_once('|').unwrap_or((headings, ""));
    let words = |list: &'static str| list.split(';').map(str::trim).filter(|word| !word.is_empty()).collect();
    Some(HeadingAliases { field, certain: words(certain), likely: words(likely) })
}

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

/// The field that a heading means wherever it stands: one of its own names, or a usual one that means nothing else.
pub(super) fn certain_field(heading: &str) -> Option<&'static Field> {
    field_of_heading(heading).or_else(|| aliased(heading, |aliases| &aliases.certain))
}

/// The field that a heading probably means: whole, else without what is added to it, as in "Plätze (frei)",
/// "Träger / Adresse", "Koordinatorin JC".
pub(super) fn probable_field(heading: &str) -> Option<&'static Field> {
    let whole = known(heading);
    let (main, added) = heading.split_once(['(', '/', '[']).unwrap_or((heading, ""));
    whole.or_else(|| known(main).filter(|_| !added.is_empty())).or_else(|| {
        let of_house = spelling(heading);
        let main =
            [" im jobcenter", " im jc", " jobcenter", " jc"].iter().find_map(|end| of_house.strip_suffix(end))?;
        known(main).filter(|field| field.name() == "coordinator")
    })
}

/// The field of a column below a heading that covers several: "Ansprechpartner / Name".
pub(super) fn probable_field_below(group: &str, own: &str) -> Option<&'static Field> {
    let (above, below) = (probable_field(group), known(own));
    let of_person = |field: &Field| matches!(field.name().as_str(), "coordinator" | "contact.name");
    let is_name = matches!(spelling(own).as_str(), "name" | "bezeichnung" | "funktion" | "firma");
    match (above, below) {
        (Some(above), _) if is_name && above.name() != "title" => Some(above),
        // The telephone of a coordinator is no telephone of the offer, and "Nr." below a group is any number.
        (Some(above), Some(below)) if above.name() == "coordinator" && below.section == "contact" => None,
        (Some(above), Some(below)) if above.name() == "provider" && of_person(below) => Field::named("contact.name"),
        (Some(above), None) if above.name() == "title" && matches!(dense(own).as_str(), "nr" | "nummer") => {
            Field::named("measure_number")
        }
        (Some(above), None) if above.section == "capacity" && matches!(dense(own).as_str(), "gesamt" | "soll") => {
            Field::named("capacity.places")
        }
        (Some(above), Some(below)) if above.section == "capacity" && below.name() == "confirmed.on" => {
            Field::named("capacity.as_of")
        }
        (_, below) => below,
    }
}

fn known(heading: &str) -> Option<&'static Field> {
    certain_field(heading).or_else(|| aliased(heading, |aliases| &aliases.likely))
}

fn aliased(heading: &str, words: fn(&HeadingAliases) -> &[&str]) -> Option<&'static Field> {
    let wanted = dense(heading);
    let means = |aliases: &&HeadingAliases| words(aliases).iter().any(|known| dense(known) == wanted);
    let found = ALIASES.iter().filter(|_| !wanted.is_empty()).find(means);
    found.and_then(|aliases| Field::named(aliases.field))
}

/// Letters, digits and the paragraph sign.
fn dense(heading: &str) -> String {
    letters_and_digits(&heading.replace('§', " paragrafzeichen "))
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

    #[test]
    fn every_usual_heading_means_one_field() {
        let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(ALIASES.len(), lines.count(), "a line that is none");
        for HeadingAliases { field: name, certain, likely } in &*ALIASES {
            let field = Field::named(name);
            assert!(field.is_some(), "{name}");
            for heading in certain {
                assert_eq!((certain_field(heading), probable_field(heading)), (field, field), "{heading}");
            }
            for heading in likely {
                assert_eq!((certain_field(heading), probable_field(heading)), (None, field), "{heading}");
            }
        }
    }

    #[test]
    fn the_headings_of_offices_are_known() {
        for (heading, name) in [
            ("Maßnahme-\nbezeichnung", "title"),
            ("MASSNAHMEBEZEICHNUNG", "title"),
            ("MN-Nr", "measure_number"),
            ("§", "legal_bases"),
            ("Zielgr.", "target_groups"),
            ("Bemerkung (intern)", "internal_note"),
            ("Bemerkungen intern", "internal_note"),
            ("Koordinator JC", "coordinator"),
            ("Koordinatorin im Jobcenter", "coordinator"),
            ("Plätze (frei)", "capacity.places"),
            ("Durchführender Träger / Adresse", "provider"),
            ("Wo?", "places"),
            ("capacity.free", "capacity.free"),
            ("Free places", "capacity.free"),
        ] {
            assert_eq!(probable_field(heading).map(Field::name).as_deref(), Some(name), "{heading}");
        }
        for heading in ["lfd.", "Telefon JC", "lfd. / Nr."] {
            assert_eq!(probable_field(heading), None, "{heading}");
        }
        assert_eq!(probable_field("()"), None);
    }

    #[test]
    fn a_merged_heading_says_what_those_below_it_belong_to() {
        for (group, own, name) in [
            ("Ansprechpartner", "Name", Some("contact.name")),
            ("Ansprechpartner", "Telefon", Some("contact.phone")),
            ("Träger", "Name", Some("provider")),
            ("Träger", "Ansprechpartner", Some("contact.name")),
            ("Koordination", "Name", Some("coordinator")),
            ("Koordination", "Telefon", None),
            ("Maßnahme", "Nr.", Some("measure_number")),
            ("Maßnahme", "Bezeichnung", Some("title")),
            ("Plätze", "Stand", Some("capacity.as_of")),
            ("Plätze", "gesamt", Some("capacity.places")),
            ("Haushalt", "Nr.", None),
        ] {
            assert_eq!(probable_field_below(group, own).map(Field::name).as_deref(), name, "{group} / {own}");
        }
    }
}
