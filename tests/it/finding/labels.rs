//! An offer whose only trace of a word is a label is found, also by an abbreviation or by other words for it.

use std::sync::LazyLock;

use lotse::search::{MatchReason, Part};

use crate::support::few::{Few, hit};

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[target_group]]
        id = "frauen"
        label = "Frauen"
        [[target_group]]
        id = "bildungsgutschein"
        label = "Arbeitsuchende mit Bildungsgutschein"
        [[target_group]]
        id = "vermittlungsgutschein"
        label = "Arbeitsuchende mit Aktivierungs- und Vermittlungsgutschein"
        [[target_group]]
        id = "jung"
        label = "junge Menschen unter 25"

        [[entry]]
        id = "haus"
        title = "Gerüstbau"
        target_groups = ["bildungsgutschein"]
        [[entry]]
        id = "weg"
        title = "Neue Schritte"
        target_groups = ["vermittlungsgutschein"]
        [[entry]]
        id = "boot"
        title = "Segeln"
        target_groups = ["jung"]
        "#,
    )
});

#[test]
fn an_abbreviation_leads_to_a_label_of_several_words() {
    for (line, id) in [("BGS", "haus"), ("AVGS", "weg"), ("U25", "boot"), ("unter 25", "boot")] {
        assert_eq!(FEW.first(line), id, "{line}: {}", FEW.found(line));
    }
}

#[test]
fn it_does_so_beside_a_word_of_the_title() {
    for (line, id) in [("BGS gerüstbau", "haus"), ("segeln U25", "boot"), ("schritte avgs", "weg")] {
        assert_eq!(FEW.first(line), id, "{line}: {}", FEW.found(line));
        assert_eq!(FEW.ask(line).partial, None, "{line}");
    }
}

#[test]
fn the_label_is_what_explains_it() {
    for (line, id) in [("BGS", "haus"), ("AVGS", "weg"), ("U25", "boot")] {
        let answer = FEW.ask(line);
        let why = &hit(&answer, id).explanations.as_ref().unwrap()[0];
        assert_eq!((why.reason, why.part), (MatchReason::Synonym, Part::Label), "{line}: {why:?}");
    }
}

#[test]
fn words_of_a_label_that_belong_to_others_do_not_lead_there() {
    assert!(!FEW.found("BGS").contains("boot"), "{}", FEW.found("BGS"));
    assert!(!FEW.found("U25").contains("haus"), "{}", FEW.found("U25"));
}
