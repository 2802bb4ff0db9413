//! A compound is found by its parts: wherever they stand in one entry, and mistyped as well.

use std::sync::LazyLock;

use lotse::search::MatchReason;

use crate::support::few::{Few, few};

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[entry]]
        id = "buehne"
        title = "Theater mit Leuten von nebenan"
        summary = "Ein Kurs am Abend."
        [[entry]]
        id = "spiel"
        title = "Theatergruppe"
        [[entry]]
        id = "yoga"
        title = "Kurs für den Rücken"
        [[entry]]
        id = "kochen"
        title = "Kochen im Kurs"
        [[entry]]
        id = "geld"
        title = "Schuldnerberatung"
        [[entry]]
        id = "rat"
        title = "Beratung neben dem Museum"
        [[entry]]
        id = "bilder"
        title = "Museum am Abend"
        summary = "Ein Kurs in einer Gruppe."
        [[entry]]
        id = "chef"
        title = "Selbständigkeit"
        "#,
    )
});

#[test]
fn its_parts_may_stand_in_title_and_summary() {
    assert_eq!(FEW.first("Theaterkurs"), "buehne", "{}", FEW.found("Theaterkurs"));
    assert_eq!(FEW.marked("Theaterkurs", "buehne"), ["Theater"]);
}

#[test]
fn what_it_is_about_comes_before_what_it_is() {
    let few = Few::of(
        r#"
        [[entry]]
        id = "yoga"
        title = "Kurs für den Rücken"
        [[entry]]
        id = "spiel"
        title = "Theater am Abend"
        [[entry]]
        id = "kochen"
        title = "Kochen im Kurs"
        "#,
    );
    assert_eq!(few.first("Theaterkurs"), "spiel", "{}", few.found("Theaterkurs"));
}

#[test]
fn what_has_both_parts_comes_before_what_has_one() {
    let found = FEW.found("Theaterkurs");
    let place = |id: &str| found.split(' ').position(|found| found == id).unwrap_or(usize::MAX);
    assert!(place("buehne") < place("spiel") && place("spiel") <= place("yoga"), "{found}");
}

/// Of a word that no list of synonyms has.
#[test]
fn a_part_is_the_reason_and_every_part_is_marked() {
    assert_eq!(FEW.first("Museumskurs"), "bilder", "{}", FEW.found("Museumskurs"));
    assert_eq!(FEW.reasons("Museumskurs", "bilder"), [("Museum".to_owned(), MatchReason::Part)]);
    assert_eq!(FEW.told("Museumskurs", "bilder"), ["„Museumskurs“ steckt in „Museum“ (Titel)."]);
    assert_eq!(FEW.marked("Museumskurs", "bilder"), ["Museum"]);
    assert_eq!(FEW.marked("Museumsberatung", "rat"), ["Beratung", "Museum"]);
}

#[test]
fn one_part_may_be_mistyped() {
    for (line, id) in [
        ("Theatregruppe", "spiel"),
        ("Theatrekurs", "buehne"),
        ("Musuemskurs", "bilder"),
        ("Museumsbertaung", "rat"),
        ("schuldnerberatnug", "geld"),
        ("shculdnerberatung", "geld"),
        ("selbstendigkeit", "chef"),
    ] {
        assert_eq!(FEW.first(line), id, "{line}: {}", FEW.found(line));
    }
}

#[test]
fn a_small_word_under_the_cursor_is_no_slip() {
    let answer = FEW.answer(&few("theater mich"));
    assert!(answer.understood.iter().all(|how| how.spellings.is_empty()));
    assert_eq!(answer.suggestion, None);
}

#[test]
fn what_was_meant_is_marked_and_explained() {
    for (line, id, found) in
        [("schuldnerberatnug", "geld", "Schuldnerberatung"), ("selbstendigkeit", "chef", "Selbständigkeit")]
    {
        assert_eq!(FEW.marked(line, id), [found], "{line}");
        assert_eq!(FEW.reasons(line, id), [(found.to_owned(), MatchReason::Typo)], "{line}");
    }
}
