//! Words in the plural and the singular are one word; words that only look alike are not.

use std::sync::LazyLock;

use crate::support::few::Few;

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[entry]]
        id = "bilder"
        title = "Fotos für die Bewerbung"
        [[entry]]
        id = "bild"
        title = "Foto im Ausweis"
        [[entry]]
        id = "krippen"
        title = "Kitas im Nordkreis"
        [[entry]]
        id = "krippe"
        title = "Kita am Park"
        [[entry]]
        id = "telefone"
        title = "Handys bedienen"
        [[entry]]
        id = "telefon"
        title = "Handy im Alter"
        [[entry]]
        id = "halle"
        title = "Lager und Versand"
        [[entry]]
        id = "stand"
        title = "Lage der Betriebe"
        "#,
    )
});

#[test]
fn plural_and_singular_find_each_other() {
    for (line, as_typed, other) in [
        ("foto ", "bild", "bilder"),
        ("fotos ", "bilder", "bild"),
        ("kita ", "krippe", "krippen"),
        ("kitas ", "krippen", "krippe"),
        ("handy ", "telefon", "telefone"),
        ("handys ", "telefone", "telefon"),
    ] {
        let found = FEW.found(line);
        assert!(found.split(' ').any(|id| id == other), "{line}: {found}");
        assert_eq!(FEW.first(line), as_typed, "as it was typed comes first: {found}");
    }
}

#[test]
fn another_form_is_marked_as_a_whole() {
    assert_eq!(FEW.marked("foto ", "bilder"), ["Fotos"]);
    assert_eq!(FEW.marked("kitas ", "krippe"), ["Kita"]);
    assert_eq!(FEW.marked("handys ", "telefon"), ["Handy"]);
}

#[test]
fn words_that_only_look_alike_do_not_find_each_other() {
    assert_eq!(FEW.found("lage "), "stand");
    assert_eq!(FEW.first("lager "), "halle");
    assert!(!FEW.found("lager ").split(' ').any(|id| id == "stand"), "{}", FEW.found("lager "));
}
