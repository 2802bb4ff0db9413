//! What is written with a hyphen is found by whoever writes it as one word, however short its first part is.

use std::sync::LazyLock;

use crate::support::few::Few;

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[entry]]
        id = "netz"
        title = "E-Learning-Werkstatt"
        [[entry]]
        id = "post"
        title = "E-Mail-Training"
        [[entry]]
        id = "tisch"
        title = "Co-Working"
        [[entry]]
        id = "metall"
        title = "Werkstatt für Metall"
        [[entry]]
        id = "alltag"
        title = "Training für den Alltag"
        "#,
    )
});

#[test]
fn written_as_one_word_it_is_found() {
    for (line, id) in [("elearning", "netz"), ("email", "post"), ("emailtraining", "post"), ("coworking", "tisch")] {
        assert!(FEW.found(line).split(' ').any(|found| found == id), "{line}: {}", FEW.found(line));
    }
}

#[test]
fn it_stands_first_before_what_has_only_the_other_word() {
    for (line, id) in [("elearning werkstatt", "netz"), ("email training", "post"), ("coworking", "tisch")] {
        assert_eq!(FEW.first(line), id, "{line}: {}", FEW.found(line));
    }
}

#[test]
fn with_a_hyphen_or_a_blank_it_is_found_as_well() {
    for (line, id) in [
        ("e-learning", "netz"),
        ("e learning", "netz"),
        ("e-mail", "post"),
        ("e mail", "post"),
        ("co-working", "tisch"),
    ] {
        assert_eq!(FEW.first(line), id, "{line}: {}", FEW.found(line));
    }
}

#[test]
fn all_that_was_typed_is_marked() {
    assert_eq!(FEW.marked("elearning", "netz"), ["E-Learning"]);
    assert_eq!(FEW.marked("email", "post"), ["E-Mail"]);
    assert_eq!(FEW.marked("emailtraining", "post"), ["E-Mail-Training"]);
    assert_eq!(FEW.marked("coworking", "tisch"), ["Co-Working"]);
    assert_eq!(FEW.marked("elearning werkstatt", "netz"), ["E-Learning", "Werkstatt"]);
}

#[test]
fn marks_stand_in_order_and_apart_from_each_other() {
    let lines =
        ["elearning", "e learning", "elearning learning werkstatt", "email mail training e", "co coworking working"];
    for hit in lines.iter().flat_map(|line| FEW.ask(line).hits) {
        let marks = &hit.title_marks;
        assert!(marks.is_sorted_by(|one, next| one.end <= next.start), "{}: {marks:?}", hit.row.title);
    }
}
