//! The screen, driven by keys as a caseworker presses them.

mod support;

use lotse::locale::Lang;
use support::{desk, desk_in, shipped};

#[test]
fn the_first_screen() {
    insta::assert_snapshot!(desk(80, 24).screen());
}

#[test]
fn wide() {
    let mut desk = desk(200, 60);
    desk.press("frau");
    println!("{}", desk.screen());
    let mut desk = desk_in(Lang::En, 120, 40);
    desk.press("zg:allein");
    println!("{}", desk.screen());
    desk.press("<enter>teilzeit<f2>");
    println!("{}", desk.screen());
    desk.press("<esc><f1>");
    println!("{}", desk.screen());
    desk.press("<esc><f6>");
    println!("{}", desk.screen());
    let _ = shipped();
}
