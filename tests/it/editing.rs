//! Changing a file: only the bytes of the changed values change, however oddly the file is written.

use jiff::civil::date;
use lotse::catalogue::{Change, EditError, FIELDS, Field, Shape, Value, Values, changed, read_measure};
use proptest::prelude::*;

use crate::support::{TODAY, screen::catalogue};

fn change(name: &str, value: Option<Value>) -> Change {
    Change { field: Field::named(name).unwrap(), value }
}

fn text(name: &str, value: &str) -> Change {
    change(name, Value::text(value))
}

fn list(name: &str, items: &[&str]) -> Change {
    change(name, Some(Value::List(items.iter().map(|item| (*item).to_owned()).collect())))
}

fn number(name: &str, value: i64) -> Change {
    change(name, Some(Value::Number(value)))
}

/// Applies one change and compares the whole file.
#[track_caller]
fn becomes(before: &str, change: Change, after: &str) {
    assert_eq!(changed(before, &[change]).unwrap(), after);
}

#[test]
fn a_value_is_replaced_and_the_comment_behind_it_stays() {
    becomes("title=\"Kurs\"# alt\n", text("title", "Sprach\"kurs\""), "title=\"Sprach\\\"kurs\\\"\"# alt\n");
    becomes("  title   =\t'Kurs'  # alt", text("title", "Sprachkurs"), "  title   =\t'Sprachkurs'  # alt");
    becomes("title = 'Kurs'\n", text("title", "Kurs für's Leben"), "title = \"Kurs für's Leben\"\n");
    becomes("[capacity]\nfree = 0x0A\n", number("capacity.free", 3), "[capacity]\nfree = 3\n");
}

#[test]
fn a_value_that_is_the_same_leaves_the_file_as_it_is() {
    let odd =
        "\u{feff}title = \"\"\"\\\n   Kurs  \"\"\"\r\naliases = [ 'a', # eins\r\n 'b' ]\r\n[capacity]\r\nfree = 0b11";
    let same = [text("title", "Kurs"), list("aliases", &["a", "b"]), number("capacity.free", 3)];
    assert_eq!(changed(odd, &same).unwrap(), odd);
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let before = "\u{feff}# Kopf\r\nid = \"x\"\r\nstatus = \"running\"\r\n\r\n[schedule]\r\nentry = \"fixed\"\r\n";
    let changes = [
        text("summary", "eine Zeile"),
        text("content", "erste\n\nzweite"),
        change("capacity.as_of", Some(Value::Date(date(2026, 11, 14)))),
    ];
    let after = "\u{feff}# Kopf\r\nid = \"x\"\r\nsummary = \"eine Zeile\"\r\ncontent = \"\"\"\r\nerste\r\n\r\nzweite\r\n\"\"\"\r\n\
                 status = \"running\"\r\n\r\n[schedule]\r\nentry = \"fixed\"\r\n\r\n[capacity]\r\nas_of = 2026-11-14\r\n";
    assert_eq!(changed(before, &changes).unwrap(), after);
}

#[test]
fn long_texts_keep_their_quotes() {
    becomes(
        "content = \"\"\"\neins\n\"\"\"\n",
        text("content", "zwei\ndrei"),
        "content = \"\"\"\nzwei\ndrei\n\"\"\"\n",
    );
    becomes("content = \"\"\"eins\"\"\"\n", text("content", "zwei\ndrei"), "content = \"\"\"zwei\ndrei\"\"\"\n");
    becomes("content = '''\neins'''\n", text("content", "C:\\Ordner"), "content = '''\nC:\\Ordner'''\n");
    becomes("content = \"eins\" # k\n", text("content", "zwei"), "content = \"zwei\" # k\n");
    becomes("content = \"eins\" # k\n", text("content", "a\nb"), "content = \"\"\"\na\nb\n\"\"\" # k\n");
}

#[test]
fn a_list_keeps_its_lines_and_comments() {
    becomes("types = ['a', \"b\" , 'c'] # k\n", list("types", &["a", "c"]), "types = ['a', 'c'] # k\n");
    becomes("types = [\"a\"]\n", list("types", &["a", "b"]), "types = [\"a\", \"b\"]\n");
    becomes("types = [\"a\",]\n", list("types", &["b"]), "types = [\"b\",]\n");
    becomes("types = [ ]\n", list("types", &["b"]), "types = [\"b\" ]\n");
    becomes("types = [\n  # noch keiner\n]\n", list("types", &["b"]), "types = [\"b\",\n  # noch keiner\n]\n");
    let before = "types = [\n  # zuerst\n  \"a\", # das eine\n  \"b\", # das andere\n  \"c\"  # das letzte\n]\n";
    becomes(
        before,
        list("types", &["a", "c", "d"]),
        "types = [\n  # zuerst\n  \"a\", # das eine\n  # das andere\n  \"c\",  # das letzte\n  \"d\"\n]\n",
    );
    becomes(
        before,
        list("types", &["x", "a", "b"]),
        "types = [\n  # zuerst\n  \"x\",\n  \"a\", # das eine\n  \"b\" # das andere\n  # das letzte\n]\n",
    );
    let dates = "[schedule]\nstart_dates = [\n\t2027-01-11,\n\t2027-04-12,\n]\n";
    let days = Value::Dates(vec![date(2027, 4, 12), date(2027, 9, 1)]);
    becomes(
        dates,
        change("schedule.start_dates", Some(days)),
        "[schedule]\nstart_dates = [\n\t2027-04-12,\n\t2027-09-01,\n]\n",
    );
}

#[test]
fn a_new_key_stands_where_its_section_and_order_put_it() {
    let before =
        "id = \"x\" # k\n\n# Zum Status\nstatus = \"running\"\n\n# Zeiten\n[schedule]\nentry = \"fixed\"\n# Ende";
    becomes(before, text("title", "Kurs"), &before.replace("# k\n", "# k\ntitle = \"Kurs\"\n"));
    becomes(before, text("source", "Flyer"), &before.replace("running\"\n", "running\"\nsource = \"Flyer\"\n"));
    becomes(
        before,
        text("schedule.setting", "group"),
        &before.replace("[schedule]\n", "[schedule]\nsetting = \"group\"\n"),
    );
    becomes(
        before,
        number("capacity.free", 3),
        "id = \"x\" # k\n\n# Zum Status\nstatus = \"running\"\n\n# Zeiten\n[schedule]\nentry = \"fixed\"\n\n[capacity]\nfree = 3\n# Ende",
    );
    becomes(
        before,
        number("eligibility.age_min", 18),
        &before.replace("running\"\n", "running\"\n\n[eligibility]\nage_min = 18\n"),
    );
    becomes("", text("id", "x"), "id = \"x\"\n");
    becomes("id = \"x\"", text("title", "y"), "id = \"x\"\ntitle = \"y\"\n");
    becomes("# nur ein Kommentar", number("capacity.free", 1), "# nur ein Kommentar\n\n[capacity]\nfree = 1\n");
}

#[test]
fn inline_tables_and_dotted_keys_stay_what_they_are() {
    becomes(
        "capacity = { places = 16, free = 3 }\n",
        number("capacity.free", 2),
        "capacity = { places = 16, free = 2 }\n",
    );
    becomes(
        "capacity = { places = 16 } # k\n",
        number("capacity.free", 2),
        "capacity = { places = 16, free = 2 } # k\n",
    );
    becomes("capacity = {}\n", number("capacity.free", 2), "capacity = { free = 2 }\n");
    becomes("capacity = { places = 16, free = 3 }\n", change("capacity.places", None), "capacity = { free = 3 }\n");
    becomes("capacity = { places = 16, free = 3 }\n", change("capacity.free", None), "capacity = { places = 16 }\n");
    becomes("capacity . \"free\" = 3 # k\n", number("capacity.free", 2), "capacity . \"free\" = 2 # k\n");
    becomes(
        "capacity . places = 3\nid = 'x'\n",
        number("capacity.free", 2),
        "capacity . places = 3\ncapacity .free = 2\nid = 'x'\n",
    );
    becomes(
        "[ \"capacity\" ] # k\nfree = 1\n",
        number("capacity.places", 2),
        "[ \"capacity\" ] # k\nplaces = 2\nfree = 1\n",
    );
}

#[test]
fn taking_a_key_out_leaves_the_comments() {
    becomes("id = \"x\"\nshort = \"K\"\nstatus = \"idea\"\n", change("short", None), "id = \"x\"\nstatus = \"idea\"\n");
    becomes("  short = \"K\"  # bis 2027\n", change("short", None), "  # bis 2027\n");
    becomes(
        "aliases = [ # eins\n  \"a\", # zwei\n] # drei\nid = 'x'",
        change("aliases", None),
        "# eins\n# zwei\n# drei\nid = 'x'",
    );
    becomes("[capacity]\nfree = 3", change("capacity.free", None), "[capacity]\n");
}

#[test]
fn a_long_list_keeps_its_comments() {
    let line = |number: usize| format!("  \"Name {number}\", # {number}\n");
    let with =
        |numbers: &mut dyn Iterator<Item = usize>| format!("aliases = [\n{}]\n", numbers.map(line).collect::<String>());
    let names = |numbers: &mut dyn Iterator<Item = usize>| {
        change("aliases", Some(Value::List(numbers.map(|number| format!("Name {number}")).collect())))
    };
    let before = with(&mut (0..900));
    let gone = |number: &usize| *number != 450;
    let after = with(&mut (0..900).filter(gone)).replace("  \"Name 451\"", "  # 450\n  \"Name 451\"");
    becomes(&before, names(&mut (0..900).filter(gone)), &after);
    becomes(&before, names(&mut (0..901)), &before.replace("# 899\n", "# 899\n  \"Name 900\",\n"));
}

#[test]
fn comments_within_tables_and_lists_stay() {
    let table = "capacity = { # Plätze\n  places = 16, # so viele\n  free = 3 # frei\n}\n";
    becomes(table, change("capacity.free", None), "capacity = { # Plätze\n  places = 16 # so viele\n # frei\n}\n");
    becomes(table, change("capacity.places", None), "capacity = { # Plätze\n  # so viele\n  free = 3 # frei\n}\n");
    becomes("capacity = { # noch nichts\n}\n", number("capacity.free", 3), "capacity = { free = 3 # noch nichts\n}\n");
    becomes(
        "capacity = {\n  free = 3 # frei\n  , # Komma\n}\n",
        change("capacity.free", None),
        "capacity = {\n  # frei\n # Komma\n}\n",
    );
    let commas = "types = [\n  'a' # eins\n  , 'b' # zwei\n  , # Komma\n]\n";
    becomes(commas, list("types", &["b"]), "types = [\n  # eins\n   'b' # zwei\n  , # Komma\n]\n");
    becomes(commas, list("types", &["a"]), "types = [\n  'a' # eins\n  , # zwei\n   # Komma\n]\n");
}

#[test]
fn what_cannot_be_changed_safely_is_refused() {
    let refused = |before: &str, change: Change| changed(before, &[change]).unwrap_err();
    assert!(matches!(refused("title = \n", text("title", "x")), EditError::Syntax(_)));
    assert!(matches!(refused("capacity = 3\n", number("capacity.free", 3)), EditError::Unsafe(_)));
    assert!(matches!(refused("[[capacity]]\nfree = 3\n", number("capacity.free", 2)), EditError::Unsafe(_)));
}

/// A file written in every odd way at once.
const ODD: &str = r#"# Kopf
#:schema x
id = "odd"   # Kennung
"title" = 'Ein Kurs' # Titel
aliases = [ "Kurs", # alt
  "Lehrgang" # neu
  ]

summary = "Kurz \u00fcber lang."
content = """
- eins
- zwei \
   drei
""" # Inhalt
types = ["coaching"] # Typ
category = "measure"
target_groups = ["frauen", 'u25']
legal_bases = ["mat"]
provider = "gwab"
places = [ "wetzlar" ]
unbekannter_schluessel = { a = 1 } # bleibt
schedule.setting = "group"
schedule . delivery = "online"
schedule.start_dates = [
	2027-01-11, # Januar
	2027-04-12,
]
capacity = { places = 16, free = 3 } # Plätze
# dazwischen
[period] # Zeitraum
  from = 2026-01-01 # Anfang

[contact]
# niemand

[confirmed]
on = 2026-10-02
# Schluss"#;

/// Sections in every order and notation, with texts that look like TOML.
const ODDER: &str = r#"# Kopf
"\u0074itle" = "Kurs" # Titel
summary = """ ] #kein Ende "" \""" } [x] = """
content = '''
] } """ #kein Kommentar
[schedule]
entry = "x"
''' # Inhalt
aliases = [ # vorn
  "a, ]", # erster
  # allein

  'b #c' # zweiter
  , """d""" # dritter
  , # Komma
] # hinten
documents = [ [ "eins" ], [ { a = 1 } ] ] # Listen
capacity = { # Plätze
  places = 16, # so viele
  # dazwischen
  free = 3 # frei
  # am Ende
} # danach
contact = { "name" = "A", # wer
  phone = "0", # wo
}
eligibility = { # nichts
}
[schedule.mehr] # darunter
setting = 1
[ schedule ] # Zeiten
entry = 'fixed'
  times_of_day = [
	"morning" # früh
	]
[[anderes]] # Liste
title = "x"
[confirmed.mehr]
x = 1 # Ende"#;

/// Any value that a field of this shape may hold.
fn any_value(shape: Shape) -> BoxedStrategy<Value> {
    let day = (2000_i16..2100, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day));
    let line = "[a-zäöüß\"'\\\\#=\\[\\], ]{1,30}".prop_filter("blank", |line| !line.trim().is_empty());
    match shape {
        Shape::Paragraphs => "[a-zä\"'\\\\#\n -]{1,60}"
            .prop_filter("blank", |text| !text.trim().is_empty())
            .prop_map(|text| Value::text(&text).unwrap())
            .boxed(),
        Shape::Slug | Shape::Line | Shape::Reference(_) | Shape::Choice(_) => {
            line.prop_map(|text| Value::text(&text).unwrap()).boxed()
        }
        Shape::Lines | Shape::References(_) | Shape::Choices(_) => {
            prop::collection::vec("[a-zä\"\\\\#,]{1,8}", 1..5).prop_map(Value::List).boxed()
        }
        Shape::Number(most) => (0..=most).prop_map(Value::Number).boxed(),
        Shape::Date => day.prop_map(Value::Date).boxed(),
        Shape::Dates => prop::collection::vec(day, 1..4).prop_map(Value::Dates).boxed(),
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    (0..FIELDS.len()).prop_flat_map(|at| {
        let field = &FIELDS[at];
        prop::option::weighted(0.8, any_value(field.shape)).prop_map(move |value| Change { field, value })
    })
}

fn any_layout() -> impl Strategy<Value = String> {
    (0..7_usize).prop_map(|style| match style {
        0 => ODD.to_owned(),
        1 => ODD.replace('\n', "\r\n"),
        2 => format!("\u{feff}{ODD}\n"),
        3 => ODDER.to_owned(),
        4 => ODDER.replace('\n', "\r\n"),
        5 => format!("\u{feff}{ODDER}\n"),
        _ => String::new(),
    })
}

/// All comments.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.find("# ").map(|at| line[at..].trim_end()))
}

proptest! {
    #[test]
    fn any_changes_come_out_and_nothing_else(before in any_layout(), changes in prop::collection::vec(any_change(), 1..6)) {
        let mut wanted = Values::read(&before).unwrap();
        changes.iter().for_each(|change| wanted.set(change.field, change.value.clone()));
        let after = changed(&before, &changes).unwrap();
        prop_assert_eq!(Values::read(&after).unwrap(), wanted);
        prop_assert_eq!(after.starts_with('\u{feff}'), before.starts_with('\u{feff}'));
        let windows = before.contains("\r\n");
        prop_assert_eq!(after.matches("\r\n").count(), if windows { after.matches('\n').count() } else { 0 });
        // Comments stay, in their order; what values hold may look like one.
        let mut rest = after.as_str();
        for line in comments(&before) {
            let at = rest.find(line);
            prop_assert!(at.is_some(), "{} is gone from\n{}", line, after);
            rest = &rest[at.unwrap() + line.len()..];
        }
        let foreign = |text: &str| text.contains("unbekannter_schluessel = { a = 1 } # bleibt");
        prop_assert_eq!(foreign(&before), foreign(&after));
    }

    #[test]
    fn a_change_of_one_value_leaves_all_other_lines(before in any_layout(), change in any_change()) {
        let after = changed(&before, std::slice::from_ref(&change)).unwrap();
        let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
        let gone = old.iter().filter(|line| !new.contains(line)).count();
        let come = new.iter().filter(|line| !old.contains(line)).count();
        let (most_gone, most_come) = match change.field.shape {
            // The longest that is there, and as many lines as a new one may have; heading, quotes and commas.
            Shape::Paragraphs | Shape::Lines | Shape::References(_) | Shape::Choices(_) | Shape::Dates => (8, 64),
            // Of the last key in a table the comma before it goes as well; a last line gets an end.
            _ => (3, 4),
        };
        prop_assert!(gone <= most_gone && come <= most_come, "{gone} lines gone, {come} come:\n{after}");
    }

    #[test]
    fn a_change_undone_says_again_what_was_said(before in any_layout(), change in any_change()) {
        let held = Values::read(&before).unwrap().get(change.field).cloned();
        let after = changed(&before, std::slice::from_ref(&change)).unwrap();
        let back = changed(&after, &[Change { field: change.field, value: held.clone() }]).unwrap();
        prop_assert_eq!(Values::read(&back).unwrap(), Values::read(&before).unwrap());
    }

    #[test]
    fn any_text_is_changed_or_refused(before in "[a-z=\\[\\]{}\"'#,.\n\r\t 0-9-]{0,80}", change in any_change()) {
        if let Ok(after) = changed(&before, std::slice::from_ref(&change)) {
            let read = Values::read(&after).unwrap();
            prop_assert_eq!(read.get(change.field), change.value.as_ref());
        }
    }
}

#[test]
fn the_fields_are_those_that_a_file_may_have() {
    let date = Value::Date(date(2026, 11, 1));
    let some = |field: &Field| match field.shape {
        Shape::Number(_) => Value::Number(1),
        Shape::Date => date.clone(),
        Shape::Dates => Value::Dates(vec![TODAY]),
        Shape::Choice(list) => Value::Text(list.codes()[0].to_owned()),
        Shape::Choices(list) => Value::List(vec![list.codes()[0].to_owned()]),
        Shape::Reference(of) => Value::Text(of.options(&catalogue().register)[0].0.to_owned()),
        Shape::References(of) => Value::List(vec![of.options(&catalogue().register)[0].0.to_owned()]),
        Shape::Lines => Value::List(vec!["https://example.org".to_owned()]),
        _ => Value::Text("x".to_owned()),
    };
    let changes: Vec<Change> = FIELDS.iter().map(|field| Change { field, value: Some(some(field)) }).collect();
    let text = changed("", &changes).unwrap();
    let read = read_measure(&"measures/x.toml".into(), &text, &catalogue().register, TODAY);
    let errors: Vec<_> = read.errors().collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    // And the other way round: a field that the table does not know would have been left out.
    let measure = serde_json::to_value(read.measure.unwrap()).unwrap();
    let sections = measure.as_object().unwrap();
    let filled = |value: &serde_json::Value| !value.is_null() && value != &serde_json::json!([]);
    for (key, value) in sections {
        let inner = value.as_object().map(|section| section.values().all(filled));
        assert!(inner.unwrap_or_else(|| filled(value)), "{key} has no field");
    }
}

#[test]
fn a_fault_belongs_to_the_field_that_it_is_about() {
    let faulty =
        ODD.replace("legal_bases = [\"mat\"]", "legal_bases = [\"mat\", \"xyz\"]").replace("free = 3", "free = 30");
    let read = read_measure(&"measures/odd.toml".into(), &faulty, &catalogue().register, TODAY);
    let field = |code: &str| {
        let fault = read.diagnostics.iter().find(|fault| fault.code.as_str() == code);
        fault.and_then(|fault| lotse::catalogue::field_of(fault, &faulty)).map(Field::name)
    };
    assert_eq!(field("unknown-id").as_deref(), Some("legal_bases"));
    assert_eq!(field("free-exceeds-places").as_deref(), Some("capacity.free"));
    assert_eq!(field("missing-key").as_deref(), Some("childcare"));
    assert_eq!(field("coordinator-missing").as_deref(), Some("coordinator"));
    assert_eq!(field("unknown-key"), None);
}
