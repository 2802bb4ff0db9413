//! The screen, driven by keys as a caseworker presses them. Here stand the pictures, below `screen/` one file for each
//! thing that one does at it.

mod support;

#[path = "screen/anything.rs"]
mod anything;
#[path = "screen/filters.rs"]
mod filters;
#[path = "screen/form.rs"]
mod form;
#[path = "screen/line.rs"]
mod line;
#[path = "screen/list.rs"]
mod list;
#[path = "screen/looks.rs"]
mod looks;
#[path = "screen/mouse.rs"]
mod mouse;
#[path = "screen/portfolio.rs"]
mod portfolio;
#[path = "screen/reading.rs"]
mod reading;
#[path = "screen/states.rs"]
mod states;
#[path = "screen/trust.rs"]
mod trust;
#[path = "screen/upkeep.rs"]
mod upkeep;
#[path = "screen/upkeep_anything.rs"]
mod upkeep_anything;

use lotse::locale::Lang;
use support::{desk, desk_in};

#[test]
fn the_first_screen() {
    insta::assert_snapshot!(desk(80, 24).screen());
}

#[test]
fn reading_an_entry() {
    let mut desk = desk(80, 24);
    desk.press("frau stark<enter>");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn a_wide_screen_with_a_query() {
    let mut desk = desk(200, 60);
    desk.press("sprachkurs frauen");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn filters_open() {
    let mut desk = desk(80, 24);
    desk.press("beratung<f2><enter>");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn help() {
    let mut desk = desk(80, 24);
    desk.press("<f1>");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn the_report() {
    insta::assert_snapshot!(portfolio::report(80, 18).screen());
}

#[test]
fn the_first_screen_in_english() {
    insta::assert_snapshot!(desk_in(Lang::En, 80, 24).screen());
}

/// Neither the day nor the time of saving changes what these show.
mod kept {
    use super::{
        support::keeping::{Folder, ME},
        upkeep::KURS,
    };

    #[test]
    fn the_desk() {
        let folder = Folder::shipped();
        let mut screen = folder.screen(80, 24);
        screen.press("<alt-d>");
        insta::assert_snapshot!(screen.screen());
    }

    #[test]
    fn a_form() {
        let folder = Folder::shipped();
        let mut screen = folder.screen(80, 24);
        screen.press("frauenprojekt<alt-b> für alle<tab><tab><tab>");
        insta::assert_snapshot!(screen.screen());
    }

    #[test]
    fn two_changes_of_one_field() {
        let folder = Folder::with(&[("kurs", KURS)]);
        let mut screen = folder.screen_of(ME, lotse::locale::Lang::De, 80, 24);
        screen.press("<alt-b> am Vormittag");
        folder.replace("kurs", "\"Kurs\"", "\"Kurs in Wetzlar\"");
        screen.press("<ctrl-s>");
        insta::assert_snapshot!(screen.screen());
    }
}
