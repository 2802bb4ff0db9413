//! Passing on what an entry says: copying it, and opening its addresses.

use crate::support::screen::{
    catalogue, click, desk, desk_on, desk_with, find, indexed, offer, rows, selected, status,
};
use lotse::tui::TestApp;

/// A screen on one entry, with these lines above its sections.
fn with(more: &str) -> TestApp {
    desk_on(indexed(&catalogue().register, &[offer("kurs", "Kurs", more)]), 80, 24)
}

#[test]
fn what_the_entry_has_is_offered_and_copied() {
    let mut desk = desk(80, 24);
    desk.press("frauenprojekt<alt-c>");
    let title = "› Titel: Frauenprojekt";
    assert!(find(&desk, title).is_some(), "{}", desk.screen());
    assert!(find(&desk, "Link: ").is_none(), "it has none\n{}", desk.screen());
    desk.press("<enter>");
    assert_eq!(desk.copied(), Some("Frauenprojekt"));
    // More cannot be known: a terminal does not say whether it has done it.
    assert!(status(&desk).contains("Titel kopiert (Terminal, wenn es das erlaubt)."), "{}", status(&desk));
    desk.press("<alt-c><down><enter>");
    let contact = "Beauftragte für Chancengleichheit (BCA), 0000 000-000, chancengleichheit@example.org";
    assert_eq!(desk.copied(), Some(contact));
    desk.press("<alt-c>");
    click(&mut desk, "Telefon: ");
    assert_eq!(desk.copied(), Some("0000 000-000"));
    desk.press("<alt-c><down><esc>");
    assert_eq!(desk.copied(), Some("0000 000-000"), "Esc copies nothing");
    assert_eq!(selected(&desk), "Frauenprojekt");
}

#[test]
fn all_of_an_entry_is_copied_without_what_is_internal() {
    for settings in ["", "internal_view = true\n"] {
        let mut desk = desk_with(settings, 80, 24);
        for measure in catalogue().measures.iter().filter(|measure| measure.internal_note.is_some()).take(5) {
            desk.press(&format!("<ctrl-u>{}", measure.title));
            desk.press("<alt-c><down><down><down><down><down><down><enter>");
            let copied = desk.copied().unwrap_or_default().to_owned();
            assert!(copied.contains(measure.summary.as_str()), "{copied}");
            let internal = measure.internal_note.as_ref().unwrap().lines().next().unwrap().to_owned();
            assert!(!copied.contains(&internal), "{copied}");
        }
    }
}

#[test]
fn a_text_beyond_what_a_terminal_takes_is_refused_in_words() {
    let long = format!("content = \"{}\"", "Viele Worte. ".repeat(7_000));
    let mut desk = with(&long);
    desk.press("<alt-c><down><down><down><down><down><enter>");
    assert_eq!(desk.copied(), None);
    assert!(status(&desk).contains("Das ist zu lang"), "{}", status(&desk));
}

#[test]
fn an_address_is_shown_whole_before_it_is_opened() {
    let long = format!("https://example.org/{}", "angebote/".repeat(20));
    let mut desk = with(&format!("links = [\"{long}\"]"));
    desk.press("<alt-o>");
    assert_eq!(desk.opened(), None);
    let left = usize::from(find(&desk, "┌ Öffnen ").unwrap().0) + 1;
    let window = |row: String| row.chars().skip(left).take_while(|c| *c != '│').collect::<String>();
    let shown: String = rows(&desk).into_iter().map(window).collect::<String>().split_whitespace().collect();
    assert!(shown.contains(&long), "{}", desk.screen());
    desk.press("<enter>");
    assert_eq!(desk.opened(), Some(long.as_str()));
    assert!(status(&desk).contains("Die Adresse ist dem System übergeben."), "{}", status(&desk));
}

#[test]
fn mail_and_telephone_are_opened_as_well() {
    let mut desk = desk(80, 24);
    desk.press("frauenprojekt<alt-o>");
    click(&mut desk, "mailto:chancengleichheit@example.org");
    assert_eq!(desk.opened(), Some("mailto:chancengleichheit@example.org"));
    desk.press("<alt-o><down><enter>");
    assert_eq!(desk.opened(), Some("tel:0000000000"));
}

#[test]
fn a_foreign_address_is_shown_and_not_opened() {
    for address in [
        "https://bücher.example/katalog",
        "mailto:info@example.org?attach=/etc/passwd",
        "https://example.org/$(reboot)`id`",
    ] {
        let mut desk = with(&format!("links = [\"{address}\"]"));
        desk.press("<alt-o><enter>");
        assert_eq!(desk.opened(), None, "{address}");
        let screen = desk.screen();
        assert!(screen.contains("Diese Adresse öffnet Lotse nicht") && screen.contains(address), "{screen}");
    }
}

#[test]
fn where_there_is_nothing_to_open_the_last_row_says_so() {
    let mut desk = desk(80, 24);
    desk.press("<alt-2><alt-o>");
    assert!(status(&desk).contains("Dieser Eintrag nennt keine Adresse."), "{}", status(&desk));
    desk.press("<alt-1>qqqqqqqq<alt-c>");
    assert!(status(&desk).contains("Es ist nichts ausgewählt."), "{}", status(&desk));
}
