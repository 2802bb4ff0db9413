//! The mouse: clicks on hits, tabs, chips and values, the wheel.

use lotse::tui::TestApp;
use ratatui::crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::support::screen::{
    click, desk, entry, find, hits, left, line, mouse, panes, place, rows, selected, status, values,
};

#[test]
fn a_click_selects_a_hit() {
    let mut desk = desk(80, 24);
    click(&mut desk, "App jobcenter.digital");
    assert_eq!((place(&desk), selected(&desk).as_str()), ((98, 4), "App jobcenter.digital"));
    assert!(entry(&desk).starts_with("App jobcenter.digital"), "{}", desk.screen());
    // The second row of a hit belongs to it as well.
    mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), 5, 5);
    assert_eq!(place(&desk), (98, 2));
}

/// Two presses at one place, as fast as one clicks twice.
fn double_click(desk: &mut TestApp, text: &str) {
    let (column, row) = find(desk, text).unwrap_or_else(|| panic!("no {text:?} on\n{}", desk.screen()));
    let event = |kind| Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
    let kinds = [MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)];
    desk.at_once([kinds, kinds].concat().into_iter().map(event));
}

#[test]
fn a_double_click_opens_a_hit() {
    let mut desk = desk(80, 24);
    double_click(&mut desk, "App jobcenter.digital");
    assert_eq!(place(&desk), (98, 4));
    let first = desk.screen();
    desk.press("<down>");
    assert_ne!(desk.screen(), first, "the arrow keys scroll the entry");
    assert_eq!(place(&desk), (98, 4), "and do not move in the list");
    desk.press("<esc>");
    assert_eq!(selected(&desk), "App jobcenter.digital");
    // Two clicks with time between them only select.
    click(&mut desk, "Anerkennungs");
    click(&mut desk, "Anerkennungs");
    assert_eq!(place(&desk), (98, 2));
    desk.press("<down>");
    assert_eq!(place(&desk), (98, 3));
    // A target group opens its offers.
    click(&mut desk, "Zielgruppen");
    double_click(&mut desk, "Alleinerziehende");
    assert!(desk.screen().contains("[Zielgruppe: Alleinerziehende ×]"), "{}", desk.screen());
}

#[test]
fn a_double_click_is_a_click_elsewhere() {
    let mut desk = desk(80, 24);
    double_click(&mut desk, "Koordination 14");
    assert!(rows(&desk)[1].contains("[Koordination 14]"), "{}", desk.screen());
    desk.press("<alt-1><f7>");
    // The second click lands where the window was, which the first one has closed.
    double_click(&mut desk, "Anerkennungs");
    assert_eq!(place(&desk), (98, 2), "{}", desk.screen());
    desk.press("<down>");
    assert_eq!(place(&desk), (98, 3), "{}", desk.screen());
}

#[test]
fn only_the_left_button_counts() {
    let mut desk = desk(80, 24);
    let before = desk.screen();
    let (x, y) = find(&desk, "App jobcenter.digital").unwrap();
    for kind in [
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Down(MouseButton::Middle),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Moved,
    ] {
        mouse(&mut desk, kind, x, y);
        assert_eq!(desk.screen(), before, "{kind:?}");
    }
}

#[test]
fn a_click_opens_a_list() {
    let mut desk = desk(80, 24);
    click(&mut desk, "Koordination 14");
    assert!(rows(&desk)[1].contains("[Koordination 14]"), "{}", desk.screen());
    click(&mut desk, "Angebote 98");
    assert!(rows(&desk)[1].contains("[Angebote 98]"), "{}", desk.screen());
}

#[test]
fn a_click_removes_a_chip() {
    let mut desk = desk(100, 24);
    desk.press("zg:frauen ort:wetzlar ");
    click(&mut desk, "Zielgruppe: Frauen ×");
    assert_eq!(rows(&desk)[2].trim(), "[Ort: Wetzlar ×]");
    click(&mut desk, "Ort: Wetzlar ×");
    assert_eq!(hits(&desk), 98);
}

#[test]
fn a_click_chooses_a_value_and_another_drops_it() {
    let mut desk = desk(200, 60);
    let (_, label, count) = values(&desk).swap_remove(2);
    let label = label.trim_end_matches('…').to_owned();
    click(&mut desk, &format!("[ ] {label}"));
    assert_eq!(hits(&desk), count);
    click(&mut desk, &format!("[x] {label}"));
    assert_eq!(hits(&desk), 98);
}

#[test]
fn a_click_opens_a_filter() {
    let mut desk = desk(200, 30);
    click(&mut desk, "▸ Träger");
    assert!(desk.screen().contains("▾ Träger"), "{}", desk.screen());
    click(&mut desk, "▾ Träger");
    assert!(desk.screen().contains("▸ Träger"), "{}", desk.screen());
}

#[test]
fn a_click_takes_an_offered_value() {
    let mut desk = desk(80, 24);
    desk.press("ort:wetzl");
    let (x, y) = find(&desk, "› Wetzlar").unwrap_or_else(|| panic!("{}", desk.screen()));
    mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), x + 3, y);
    assert_eq!(line(&desk), "", "{}", desk.screen());
    assert!(rows(&desk)[2].starts_with("[Ort: Wetzlar ×]"), "{}", desk.screen());
}

#[test]
fn the_order_and_the_keys_of_the_last_row_can_be_clicked() {
    let mut desk = desk(80, 24);
    click(&mut desk, "nach Treffergüte");
    assert!(panes(&desk)[0].top.ends_with(" nach Titel "), "{}", desk.screen());
    click(&mut desk, "F1 Hilfe");
    assert!(desk.screen().contains("Tippen Sie einfach los"), "{}", desk.screen());
}

#[test]
fn a_click_beside_a_window_closes_it_and_one_inside_does_not() {
    let mut desk = desk(120, 60);
    desk.press("<f7>");
    click(&mut desk, "Es ist alles in Ordnung.");
    assert!(desk.screen().contains("Es ist alles in Ordnung."), "{}", desk.screen());
    click(&mut desk, "Anerkennungs");
    assert!(!desk.screen().contains("Es ist alles in Ordnung."), "{}", desk.screen());
}

#[test]
fn the_wheel_moves_what_lies_under_it() {
    let mut desk = desk(80, 24);
    for _ in 0..3 {
        mouse(&mut desk, MouseEventKind::ScrollDown, 5, 10);
    }
    assert_eq!(place(&desk), (98, 4));
    mouse(&mut desk, MouseEventKind::ScrollUp, 5, 10);
    assert_eq!(place(&desk), (98, 3));
    let title = selected(&desk);
    let first = entry(&desk);
    mouse(&mut desk, MouseEventKind::ScrollDown, 60, 10);
    assert_ne!(entry(&desk), first, "the entry is scrolled");
    assert_eq!((selected(&desk), place(&desk)), (title, (98, 3)), "the selection is not");
}

#[test]
fn clicks_into_nothing_do_nothing() {
    let mut desk = desk(80, 24);
    desk.press("frau stark ");
    let before = left(&desk);
    for (x, y) in [(0, 0), (79, 0), (79, 23), (5, 20), (500, 500), (u16::MAX, u16::MAX)] {
        mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), x, y);
        mouse(&mut desk, MouseEventKind::ScrollUp, x, y);
    }
    assert_eq!(left(&desk), before);
}

#[test]
fn the_mouse_can_be_given_back() {
    let mut desk = desk(80, 24);
    desk.press("<f9>");
    assert!(status(&desk).contains("Die Maus gehört dem Terminal."), "{}", status(&desk));
    desk.press("<f9>");
    assert!(status(&desk).contains("Die Maus gehört Lotse"), "{}", status(&desk));
}

#[test]
fn the_bar_of_the_filters_can_be_dragged_to_its_ends() {
    let mut desk = desk(80, 24);
    desk.press("<f2>");
    let ends = [(21, "Beginn"), (3, "Zielgruppe")];
    mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), 79, 3);
    for (y, name) in ends {
        mouse(&mut desk, MouseEventKind::Drag(MouseButton::Left), 79, y);
        let panel = panes(&desk).pop().unwrap();
        assert!(panel.rows.iter().any(|row| row.contains(name)), "{name}\n{}", desk.screen());
    }
}
