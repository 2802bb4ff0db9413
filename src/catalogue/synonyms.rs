//! The synonyms of the domain, which ship with the program; a catalogue's own come on top.

use super::{Code, Diagnostic, Synonym, read::read_synonyms};

/// The lists by subject, in the form of a catalogue's `synonyms.toml`.
const LISTS: [(&str, &str); 16] = [
    ("config/synonyms/foreign.toml", include_str!("../../config/synonyms/foreign.toml")),
    ("config/synonyms/health.toml", include_str!("../../config/synonyms/health.toml")),
    ("config/synonyms/disability.toml", include_str!("../../config/synonyms/disability.toml")),
    ("config/synonyms/crises.toml", include_str!("../../config/synonyms/crises.toml")),
    ("config/synonyms/money.toml", include_str!("../../config/synonyms/money.toml")),
    ("config/synonyms/housing.toml", include_str!("../../config/synonyms/housing.toml")),
    ("config/synonyms/family.toml", include_str!("../../config/synonyms/family.toml")),
    ("config/synonyms/people.toml", include_str!("../../config/synonyms/people.toml")),
    ("config/synonyms/law.toml", include_str!("../../config/synonyms/law.toml")),
    ("config/synonyms/needs.toml", include_str!("../../config/synonyms/needs.toml")),
    ("config/synonyms/occupations.toml", include_str!("../../config/synonyms/occupations.toml")),
    ("config/synonyms/application.toml", include_str!("../../config/synonyms/application.toml")),
    ("config/synonyms/employment.toml", include_str!("../../config/synonyms/employment.toml")),
    ("config/synonyms/training.toml", include_str!("../../config/synonyms/training.toml")),
    ("config/synonyms/learning.toml", include_str!("../../config/synonyms/learning.toml")),
    ("config/synonyms/forms.toml", include_str!("../../config/synonyms/forms.toml")),
];

/// The shipped synonyms, and the faults of the lists: none, as a test proves.
pub fn shipped_synonyms() -> (Vec<Synonym>, Vec<Diagnostic<Code>>) {
    let (mut synonyms, mut faults) = (Vec::new(), Vec::new());
    for (path, text) in LISTS {
        let (read, found) = read_synonyms(&path.into(), text);
        synonyms.extend(read);
        faults.extend(found);
    }
    (synonyms, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_sound() {
        let (synonyms, faults) = shipped_synonyms();
        assert_eq!(faults, []);
        assert!(synonyms.len() > 500);
    }
}
