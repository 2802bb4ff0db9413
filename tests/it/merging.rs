//! Two people change one list: what either has added is there afterwards, what either has removed is not.

use std::{fs, thread};

use jiff::civil::date;
use lotse::{
    catalogue::{Change, Field, Value, Values},
    store::{Merged, merge, merge_value},
};
use proptest::{prelude::*, sample::subsequence};

use crate::support::home::{MEASURE, TestHome};

fn list(items: &[&str]) -> Option<Value> {
    (!items.is_empty()).then(|| Value::List(items.iter().map(|item| (*item).to_owned()).collect()))
}

/// What becomes of three lists, their values separated by blanks; `-` when somebody has to choose.
fn together(base: &str, mine: &str, theirs: &str) -> String {
    let value = |line: &str| list(&line.split_whitespace().collect::<Vec<_>>());
    match merge_value(value(base).as_ref(), value(mine).as_ref(), value(theirs).as_ref()) {
        Some(Some(Value::List(items))) => items.join(" "),
        Some(None) => String::new(),
        Some(other) => panic!("{other:?}"),
        None => "-".to_owned(),
    }
}

#[test]
fn additions_and_removals_of_both_hold() {
    for (base, mine, theirs, expected) in [
        ("", "a", "b", "b a"),
        ("a b", "a b m n", "a t b", "a t b m n"),
        ("a b c", "b c", "a b", "b"),
        ("a b c", "b c m", "a b t", "b t m"),
        ("a b", "", "a b t", "t"),
        ("a b", "", "b", ""),
        // Corrected by one, removed by the other: what was added stays.
        ("a b", "A b", "b", "b A"),
        // One who has put them in order, and one who has added and removed.
        ("a b c", "c b a", "a b c t", "c b a t"),
        ("a b c", "a b c m", "c b a", "c b a m"),
        ("a b c", "c a b", "b c", "c b"),
        // Both have put them in the same order.
        ("a b c", "c b a m", "c b a t", "c b a t m"),
        // The same correction by both, and one thing more by one of them.
        ("a", "x", "x t", "x t"),
        ("a", "x m", "x", "x m"),
    ] {
        assert_eq!(together(base, mine, theirs), expected, "{base:?} {mine:?} {theirs:?}");
    }
}

#[test]
fn where_something_would_get_lost_somebody_has_to_choose() {
    for (base, mine, theirs) in [
        // Two answers to one question, two corrections of one name.
        ("a", "x", "y"),
        ("a b c", "a x c", "a y c"),
        ("a b", "m", "t"),
        // Two orders.
        ("a b c", "c b a", "b a c"),
        // Nobody can tell which of the two is gone.
        ("a a", "a", "a a t"),
        ("a", "a a", "a t"),
        ("a", "a m", "a a"),
    ] {
        assert_eq!(together(base, mine, theirs), "-", "{base:?} {mine:?} {theirs:?}");
        assert_eq!(together(base, theirs, mine), "-", "{base:?} {theirs:?} {mine:?}");
    }
    // What is no list is no list.
    let (text, foreign) = (Value::text("a"), Some(Value::Foreign("1".to_owned())));
    for theirs in [text, foreign] {
        assert_eq!(merge_value(list(&["a"]).as_ref(), list(&["a", "m"]).as_ref(), theirs.as_ref()), None);
    }
    let (days, none) = (Some(Value::Dates(vec![date(2026, 11, 20)])), None);
    assert_eq!(merge_value(none, days.as_ref(), list(&["a"]).as_ref()), None);
}

#[test]
fn days_stay_in_the_order_of_the_calendar() {
    let days = |days: &[i8]| Some(Value::Dates(days.iter().map(|day| date(2026, 12, *day)).collect()));
    let together = |base, mine, theirs| merge_value(days(base).as_ref(), days(mine).as_ref(), days(theirs).as_ref());
    assert_eq!(together(&[5, 9], &[3, 5, 9], &[5, 7, 9, 30]), Some(days(&[3, 5, 7, 9, 30])));
    assert_eq!(together(&[5, 9], &[9], &[5, 9, 12]), Some(days(&[9, 12])));
    // Somebody wants another order.
    assert_eq!(together(&[9, 5], &[9, 5, 3], &[9, 5, 7]), Some(days(&[9, 5, 7, 3])));
}

/// The comments of the other one stay, and fields that are no lists clash as ever.
#[test]
fn a_list_is_merged_in_the_text_of_the_file() {
    let aliases = Field::named("aliases").unwrap();
    let base = MEASURE.replace("category", "aliases = [\"eins\"]\ncategory");
    let now = base.replace("[\"eins\"]", "[\n  \"eins\", # der alte Name\n  \"zwei\",\n]").replace("Erstes", "Zweites");
    let mine = Change { field: aliases, value: list(&["eins", "drei"]) };
    let Merged::Clean { text, theirs } = merge(&base, std::slice::from_ref(&mine), &now).unwrap() else { panic!() };
    assert_eq!(Values::read(&text).unwrap().get(aliases), list(&["eins", "zwei", "drei"]).as_ref());
    assert!(text.contains("\"eins\", # der alte Name\n"), "{text}");
    assert_eq!(theirs.iter().map(|field| field.name()).collect::<Vec<_>>(), ["title", "aliases"]);
    let title = Change { field: Field::named("title").unwrap(), value: Value::text("Mein Angebot") };
    let Merged::Clashes(clashes) = merge(&base, &[mine, title], &now).unwrap() else { panic!() };
    assert_eq!(clashes.iter().map(|clash| clash.field.name()).collect::<Vec<_>>(), ["title"]);
}

fn items(value: &Option<Value>) -> Vec<&str> {
    match value {
        Some(Value::List(items)) => items.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// A list without a value twice, in any order.
fn any_list() -> impl Strategy<Value = Option<Value>> {
    subsequence(NAMES.to_vec(), 0..=NAMES.len()).prop_shuffle().prop_map(|items| list(&items))
}

/// What is left of a list in the same order, and what is added to it.
fn edited(base: Vec<&'static str>, new: &[&'static str]) -> impl Strategy<Value = Option<Value>> + use<> {
    let (most, new) = (base.len(), new.to_vec());
    let more = new.len();
    (subsequence(base, 0..=most), subsequence(new, 0..=more)).prop_map(|(kept, new)| list(&[kept, new].concat()))
}

/// A list, and two edits of it that add different values.
fn two_edits() -> impl Strategy<Value = [Option<Value>; 3]> {
    subsequence(NAMES[..4].to_vec(), 0..=4).prop_shuffle().prop_flat_map(|base| {
        let sides = (edited(base.clone(), &NAMES[4..6]), edited(base.clone(), &NAMES[6..]));
        sides.prop_map(move |(mine, theirs)| [list(&base), mine, theirs])
    })
}

fn merged([base, mine, theirs]: [&Option<Value>; 3]) -> Option<Option<Value>> {
    merge_value(base.as_ref(), mine.as_ref(), theirs.as_ref())
}

fn sorted(value: &Option<Value>) -> Vec<&str> {
    let mut items = items(value);
    items.sort_unstable();
    items
}

proptest! {
    #[test]
    fn no_addition_is_lost_and_no_removal_undone(base in any_list(), mine in any_list(), theirs in any_list()) {
        let Some(both) = merged([&base, &mine, &theirs]) else { return Ok(()) };
        let (before, after) = (items(&base), items(&both));
        // Where only one of the two has changed anything, the other has not.
        for side in [items(&mine), items(&theirs)] {
            for name in NAMES {
                let (was, is) = (before.contains(&name), side.contains(&name));
                prop_assert!(was || !is || after.contains(&name), "{} was added: {:?}", name, after);
                prop_assert!(!was || is || !after.contains(&name), "{} was removed: {:?}", name, after);
            }
        }
        for name in &after {
            let known = items(&mine).contains(name) || items(&theirs).contains(name);
            prop_assert!(known && after.iter().filter(|other| *other == name).count() == 1, "{:?}", after);
        }
    }

    #[test]
    fn saving_again_changes_nothing(base in any_list(), mine in any_list(), theirs in any_list()) {
        let Some(both) = merged([&base, &mine, &theirs]) else { return Ok(()) };
        prop_assert_eq!(merged([&base, &mine, &both]), Some(both.clone()));
        prop_assert_eq!(merged([&base, &both, &theirs]), Some(both.clone()));
        prop_assert_eq!(merged([&base, &both, &both]), Some(both));
    }

    #[test]
    fn the_same_change_on_both_sides_is_one(base in any_list(), mine in any_list()) {
        prop_assert_eq!(merged([&base, &mine, &mine]), Some(mine.clone()));
        // And nothing changes what nobody else has touched.
        prop_assert_eq!(merged([&base, &mine, &base]), Some(mine));
    }

    #[test]
    fn whoever_saves_first_the_same_values_are_there([base, mine, theirs] in two_edits()) {
        let (one, other) = (merged([&base, &mine, &theirs]), merged([&base, &theirs, &mine]));
        prop_assert_eq!(one.as_ref().map(sorted), other.as_ref().map(sorted));
        // Whoever only adds, or only removes, never has to choose.
        let removed = |side: &Option<Value>| items(&base).iter().any(|name| !items(side).contains(name));
        let added = |side: &Option<Value>| items(side).iter().any(|name| !items(&base).contains(name));
        let simple = |side: &Option<Value>| !(removed(side) && added(side));
        prop_assert!(one.is_some() || !(simple(&mine) || simple(&theirs)), "{:?} {:?} {:?}", base, mine, theirs);
    }
}

/// Two processes add names to one entry at the same time, again and again.
#[test]
fn two_writers_of_one_list_lose_nothing() {
    const TURNS: usize = 50;
    let home = TestHome::new();
    home.catalogue(&[("m.toml", MEASURE)]);
    home.settings("[user]\ncoordinator = \"team-eins\"\n");
    let name = |writer: usize, turn: usize| format!("Name {writer} {turn}");
    thread::scope(|scope| {
        for writer in 0..2 {
            let home = &home;
            scope.spawn(move || {
                for turn in 0..TURNS {
                    let out = home.run_in_catalogue(&["set", "m", &format!("aliases+={}", name(writer, turn))]);
                    assert_eq!(out.code, 0, "{}", out.err);
                }
            });
        }
    });
    let text = fs::read_to_string(home.path("small/measures/m.toml")).unwrap();
    let values = Values::read(&text).unwrap();
    let held = values.get(Field::named("aliases").unwrap()).cloned();
    let mut wanted: Vec<String> = (0..2).flat_map(|writer| (0..TURNS).map(move |turn| name(writer, turn))).collect();
    wanted.sort_unstable();
    assert_eq!(sorted(&held), wanted);
    // The history has every single one.
    let journal = fs::read_to_string(home.path("small/.lotse/history/m.jsonl")).unwrap();
    assert_eq!(journal.lines().count(), 2 * TURNS + 1);
}
