//! What can be had comes first: the divider, what stands behind it, and what is called by its name all the same.

use lotse::{
    catalogue::{Choice, Measure, Status},
    tui::TestApp,
};

use crate::support::screen::{
    catalogue, click, desk, desk_on, indexed, left, offer, place, selected, status, title_of,
};

fn with_status(id: &str, title: &str, status: &str, more: &str) -> Measure {
    Measure { status: Status::from_code(status).unwrap(), ..offer(id, title, more) }
}

fn screen(offers: &[Measure]) -> TestApp {
    desk_on(indexed(&catalogue().register, offers), 100, 30)
}

/// The rows of titles and the divider, from above.
fn order(desk: &TestApp) -> Vec<String> {
    let told = |row: &String| match row.trim_start_matches('›').trim_start() {
        row if row.starts_with(['●', '◐', '○', '×']) => Some(title_of(row)),
        row if row.starts_with(['▾', '▸']) => Some(row.trim_end_matches(['─', ' ']).to_owned()),
        _ => None,
    };
    left(desk).iter().filter_map(told).collect()
}

fn some() -> Vec<Measure> {
    vec![
        with_status("eins", "Coaching Anfang", "idea", ""),
        with_status("zwei", "Coaching Boden", "running", ""),
        with_status("drei", "Coaching Chance", "tender", ""),
        with_status("vier", "Coaching Dach", "full", ""),
    ]
}

#[test]
fn what_cannot_be_had_yet_stands_behind_a_divider_in_every_order() {
    let mut desk = screen(&some());
    desk.press("coaching");
    for _ in 0..5 {
        let mut shown = order(&desk);
        assert_eq!(shown.remove(2), "▾ noch nicht verfügbar: 2", "{}", desk.screen());
        shown[..2].sort();
        assert_eq!(shown[..2], ["Coaching Boden", "Coaching Dach"], "{}", desk.screen());
        desk.press("<f3>");
    }
    desk.press("<f3><down><down><down>");
    assert_eq!((place(&desk), selected(&desk).as_str()), ((4, 4), "Coaching Chance"));
}

#[test]
fn the_divider_folds_by_key_and_by_click() {
    let mut desk = screen(&some());
    let folded = ["Coaching Boden", "Coaching Dach", "▸ noch nicht verfügbar: 2"];
    desk.press("<f3><alt-z>");
    assert_eq!(order(&desk), folded);
    desk.press("<down><down><down>");
    assert_eq!(selected(&desk), "Coaching Dach", "what is folded away is not walked through");
    click(&mut desk, "noch nicht verfügbar: 2");
    assert_eq!(order(&desk).len(), 5, "{}", desk.screen());
    let mut desk = screen(&some()[1..2]);
    desk.press("<alt-z>");
    assert!(status(&desk).contains("In dieser Liste ist alles verfügbar."), "{}", desk.screen());
}

#[test]
fn what_has_ended_is_called_so() {
    let mut offers = some();
    offers.push(with_status("fuenf", "Coaching Ende", "ended", ""));
    let mut desk = screen(&offers);
    desk.press("status:running status:ended ");
    assert_eq!(order(&desk), ["Coaching Boden", "▾ nicht verfügbar: 1", "Coaching Ende"]);
}

#[test]
fn a_planned_offer_leads_where_it_was_called_by_its_name() {
    let debts = "content = \"Auch Fragen der Schuldnerberatung werden besprochen.\"";
    let mut desk = screen(&[
        with_status("eins", "Schuldnerberatung", "planned", ""),
        with_status("zwei", "Coaching", "running", debts),
    ]);
    desk.press("schuldnerberatung ");
    assert_eq!(order(&desk)[0], "Schuldnerberatung", "{}", desk.screen());
}

#[test]
fn a_planned_offer_found_by_another_word_does_not_lead() {
    // The best find by its score is an offer that is being examined, which stands on a budget that pays for this too.
    let mut desk = desk(100, 30);
    desk.press("führerschein");
    assert!(left(&desk)[0].starts_with("› ● "), "{}", desk.screen());
    assert!(order(&desk).iter().any(|row| row.starts_with("▾ noch nicht verfügbar: ")), "{}", desk.screen());
}
