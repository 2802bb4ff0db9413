//! The screen, driven by keys as a caseworker presses them. Here stand the pictures, below `screen/` one file for each
//! thing that one does at it.

mod anything;
mod availability;
mod facts;
mod filters;
mod form;
mod keeping;
mod keeping_anything;
mod line;
mod list;
mod looks;
mod lost;
mod mouse;
mod passing_on;
mod reading;
mod report;
mod states;
mod trust;
mod truth;

use lotse::locale::Lang;

use crate::support::screen::{desk, desk_in};

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
    insta::assert_snapshot!(report::report(80, 18).screen());
}

#[test]
fn the_first_screen_in_english() {
    insta::assert_snapshot!(desk_in(Lang::En, 80, 24).screen());
}

/// Neither the day nor the time of saving changes what these show.
mod kept {
    use crate::support::{
        entry::KURS,
        folder::{Folder, ME},
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
