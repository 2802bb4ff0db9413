//! Facts typed as plain words, and names that are almost those of filters: they are offered, told, and never passed over.

use lotse::{locale::Lang, tui::TestApp};

use crate::support::screen::{desk, desk_in, desk_with, hits, line, rows};

/// What is said between the search line and the list.
fn said(desk: &TestApp) -> String {
    let rows = rows(desk);
    rows.iter().skip(2).take(3).cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn a_fact_is_offered_and_one_key_makes_it_a_chip() {
    for (typed, offer, chip, rest) in [
        ("58", "als Filter: Alter 58? Tab", "[Alter: 58 ×]", ""),
        ("coaching 17 Jahre", "als Filter: Alter 17? Tab", "[Alter: 17 ×]", "coaching"),
        ("58 jahre alt", "als Filter: Alter 58? Tab", "[Alter: 58 ×]", ""),
        ("b1", "als Filter: Deutsch B1? Tab", "[Deutsch: B1 ×]", ""),
        ("kurs deutsch B1", "als Filter: Deutsch B1? Tab", "[Deutsch: B1 ×]", "kurs"),
        ("u25 ", "als Filter: Alter unter 25? Tab", "[Alter: unter 25 ×]", ""),
        ("ü50", "als Filter: Alter ab 50? Tab", "[Alter: ab 50 ×]", ""),
        ("bis Februar", "als Filter: Beginn vor 01.03.2027? Tab", "[Beginn: vor 01.03.2027 ×]", ""),
        ("ab März", "als Filter: Beginn ab 01.03.2027? Tab", "[Beginn: ab 01.03.2027 ×]", ""),
        ("im Januar", "als Filter: Beginn 01.01.2027 bis 31.01.2027? Tab", "[Beginn: 01.01.2027 bis 31.01.2027 ×]", ""),
        ("teilzeit", "als Filter: Zeitmodell Teilzeit? Tab", "[Zeitmodell: Teilzeit ×]", ""),
        ("vollzeit coaching", "als Filter: Zeitmodell Vollzeit? Tab", "[Zeitmodell: Vollzeit ×]", "coaching"),
        ("wochenende", "als Filter: Zeitmodell am Wochenende? Tab", "[Zeitmodell: am Wochenende ×]", ""),
        ("kinderbetreuung", "als Filter: Kinderbetreuung ja? Tab", "[Kinderbetreuung: ja ×]", ""),
        ("online", "als Filter: Form online? Tab", "[Form: online ×]", ""),
    ] {
        let mut desk = desk(110, 24);
        desk.press(typed);
        assert!(said(&desk).contains(offer), "{typed}\n{}", desk.screen());
        desk.press("<tab>");
        assert!(rows(&desk)[2].starts_with(chip), "{typed}\n{}", desk.screen());
        assert_eq!(line(&desk), rest, "{typed}");
        assert!(!desk.screen().contains("als Filter:"), "{typed}\n{}", desk.screen());
    }
}

#[test]
fn several_facts_come_one_after_the_other() {
    let mut desk = desk(110, 24);
    desk.press("coaching 58 b1 teilzeit");
    for offer in ["Alter 58", "Deutsch B1", "Zeitmodell Teilzeit"] {
        assert!(said(&desk).contains(&format!("als Filter: {offer}? Tab")), "{}", desk.screen());
        desk.press("<tab>");
    }
    assert_eq!(line(&desk), "coaching");
    assert_eq!(rows(&desk)[2].matches('×').count(), 3, "{}", desk.screen());
}

#[test]
fn a_fact_that_no_hit_has_is_told_and_takes_no_hit_away() {
    let mut desk = desk(110, 24);
    desk.press("coaching ");
    let before = hits(&desk);
    for (typed, told) in [
        ("a1", "„a1“ steht in keinem Treffer – als Filter: Deutsch A1? Tab"),
        ("58", "„58“ steht in keinem Treffer – als Filter: Alter 58? Tab"),
        ("58 jahre", "„58“ steht in keinem Treffer – als Filter: Alter 58? Tab"),
    ] {
        desk.press(typed);
        assert!(said(&desk).contains(told), "{}", desk.screen());
        assert!(!said(&desk).contains("Kein Angebot hat alle Wörter"), "{}", desk.screen());
        assert!(hits(&desk) >= before, "{typed}\n{}", desk.screen());
        desk.press("<ctrl-u>coaching ");
    }
}

#[test]
fn a_number_that_no_hit_has_is_told() {
    let mut desk = desk(110, 24);
    desk.press("coaching 4711 ");
    assert!(said(&desk).contains("Kein Angebot hat alle Wörter"), "{}", desk.screen());
}

#[test]
fn a_fact_that_hits_have_is_offered_and_not_missed() {
    let mut desk = desk(110, 24);
    desk.press("sprachkurs b1");
    assert!(said(&desk).contains("als Filter: Deutsch B1? Tab"), "{}", desk.screen());
    assert!(!said(&desk).contains("steht in keinem Treffer"), "{}", desk.screen());
}

#[test]
fn the_key_is_the_one_in_force() {
    let mut desk = desk_with("[keys.fact]\ntake-fact = [\"alt-f\"]\n", 110, 24);
    desk.press("58");
    assert!(said(&desk).contains("als Filter: Alter 58? Alt+F"), "{}", desk.screen());
    desk.press("<alt-f>");
    assert!(rows(&desk)[2].starts_with("[Alter: 58 ×]"), "{}", desk.screen());
}

#[test]
fn without_a_fact_the_key_opens_the_filters() {
    let mut desk = desk(110, 24);
    desk.press("coaching<tab>");
    assert!(desk.screen().contains("▾ Zielgruppe"), "{}", desk.screen());
    let mut desk = desk_in(Lang::En, 110, 24);
    desk.press("58");
    assert!(said(&desk).contains("as filter: Age 58? Tab"), "{}", desk.screen());
}

#[test]
fn a_paragraph_and_a_count_are_no_facts() {
    for typed in ["§ 16", "45 sgb iii", "30 stunden", "10:30", "16i"] {
        let mut desk = desk(110, 24);
        desk.press(typed);
        assert!(!desk.screen().contains("als Filter:"), "{typed}\n{}", desk.screen());
    }
}

#[test]
fn a_name_that_is_no_filter_is_told_with_the_one_that_was_meant() {
    for (typed, name, meant) in [
        ("stadt:wetzlar", "stadt", "ort"),
        ("sprache:b1", "sprache", "deutsch"),
        ("kurs zielgrupe:frauen", "zielgrupe", "zielgruppe"),
        ("anbieter:gwab", "anbieter", "träger"),
    ] {
        let mut desk = desk(110, 24);
        desk.press(typed);
        let told = format!("Einen Filter „{name}“ gibt es nicht. Gemeint: „{meant}:“?");
        assert!(said(&desk).contains(&told), "{typed}\n{}", desk.screen());
        assert!(hits(&desk) > 0, "what follows is searched\n{}", desk.screen());
    }
    for typed in ["10:30", "http://wetzlar.de", "§:16", "B1:", "Kund:innen", "kurs:deutsch"] {
        let mut desk = desk(110, 24);
        desk.press(typed);
        assert!(!desk.screen().contains("Einen Filter"), "{typed}\n{}", desk.screen());
    }
}
