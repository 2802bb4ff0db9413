//! German search as a caseworker meets it: compounds, synonyms, old names, slips, sentences, and why.

use std::{fs, path::Path, sync::Arc};

use lotse::{
    catalogue::Source,
    german::Analyser,
    locale::{Lang, Texts},
    search::{IndexEvent, IndexManager, MatchReason, RefreshOutcome, Request, Snapshot},
};

use crate::support::{
    TODAY,
    files::{copy, temporary_folder},
    screen::{answer, shipped},
};

fn first(line: &str) -> String {
    answer(line).hits.first().map(|hit| hit.row.id.to_string()).unwrap_or_default()
}

/// The first title of an answer with its marks in brackets.
fn marked(line: &str) -> String {
    let answer = answer(line);
    let hit = answer.hits.first().expect("a hit");
    let mut title = hit.row.title.to_string();
    for range in hit.title_marks.iter().rev() {
        title.insert(range.end, ']');
        title.insert(range.start, '[');
    }
    title
}

#[test]
fn what_means_the_same_finds_the_same() {
    for (lines, id) in [
        (&["agh", "AGH", "Ein-Euro-Job", "1-euro-jobs", "1€ job", "Arbeitsgelegenheit", "§16d"][..], "agh"),
        (&["Teilzeit Ausbildung", "teilzeitausbildung", "Teilzeit-Ausbildung"], "vorbereitung-teilzeitausbildung"),
        (
            &["schulden", "Schuldnerberatung", "schuldnerb", "überschuldet", "Pfändung", "beratung schulden"],
            "schuldnerberatung",
        ),
        (&["16i", "§16i", "§ 16 i", "Paragraf 16i SGB 2", "SGB II § 16i", "taam"], "teilhabe-am-arbeitsmarkt"),
        (&["suhctberatung", "suchtbertaung", "Suchtberatungen"], "suchtberatung"),
        (&["egz", "Lohnkostenzuschuss Arbeitgeber", "eingliderungszuschus"], "eingliederungszuschuss"),
    ] {
        for line in lines {
            assert_eq!(first(line), id, "{line}");
        }
    }
}

#[test]
fn the_part_that_matched_is_marked() {
    for (line, title) in [
        ("schulden", "[Schuld]nerberatung (flankierend)"),
        ("schuldnerb", "[Schuldnerb]eratung (flankierend)"),
        ("gesundheit baustein", "[Gesundheit]s[baustein] in bestehenden Maßnahmen"),
    ] {
        // Neighbouring marks may touch.
        assert_eq!(marked(line).replace("][", ""), title.replace("][", ""), "{line}");
    }
}

#[test]
fn an_old_name_leads_to_todays_with_a_hint() {
    let old = answer("Eingliederungsvereinbarung");
    assert!(old.hints.iter().any(|hint| hint.contains("Kooperationsplan")), "{:?}", old.hints);
    assert_eq!(answer("Kooperationsplan").hints, []);
}

#[test]
fn an_answer_says_why() {
    let reason = |line: &str| {
        let request = Request { explain: true, ..Request::new(line, TODAY) };
        let answer = shipped().answer(&request, &mut Analyser::new()).unwrap();
        answer.hits[0].explanations.as_ref().unwrap()[0].reason
    };
    assert_eq!(reason("frauenprojekt"), MatchReason::Exact);
    assert_eq!(reason("depression"), MatchReason::Synonym);
    assert_eq!(reason("schuldnerb"), MatchReason::Prefix);
    assert_eq!(reason("suhctberatung"), MatchReason::Typo);
}

#[test]
fn abbreviations_and_paragraphs_are_never_corrected() {
    for line in ["AGHX", "§ 99z", "16y"] {
        assert_eq!(answer(line).suggestion, None, "{line}");
        assert_eq!(answer(line).total, 0, "{line}");
    }
}

#[test]
fn a_sentence_is_answered_by_what_its_words_say() {
    for (line, id) in [
        ("Wer hilft bei der Anmeldung in der Kita in Wetzlar?", "kitaregistrierung-wetzlar"),
        ("Wo kann der Kunde Bewerbungen ausdrucken in Dillenburg", "bewerbercenter-dillenburg"),
    ] {
        assert_eq!(first(line), id, "{line}");
    }
}

#[test]
fn words_that_say_little_do_not_throw_out() {
    let all = answer("schuldnerberatung").total;
    assert!(answer("kunde braucht schuldnerberatung").total >= all);
    assert_eq!(first("hilfe bei schulden"), "schuldnerberatung");
}

#[test]
fn partial_matches_are_said_to_be_partial() {
    let answer = answer("schuldnerberatung quantenphysik");
    assert_eq!(answer.partial, Some((1, 2)));
    assert_eq!(answer.hits[0].row.id.as_str(), "schuldnerberatung");
}

/// A catalogue folder with one offer, its index, and what a refresh of it does.
struct TestHome {
    folder: tempfile::TempDir,
}

impl TestHome {
    fn new() -> Self {
        let folder = temporary_folder();
        let catalogue = folder.path().join("catalogue");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue"), &catalogue);
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn refresh(&self, dictionary: Option<&str>) -> (RefreshOutcome, Arc<Snapshot>) {
        let source = Source::folder(&self.folder.path().join("catalogue")).unwrap();
        let cache = self.folder.path().join("cache");
        let mut manager = IndexManager::new(source, Some(&cache), Arc::new(Texts::new(Lang::De)), TODAY);
        if let Some(name) = dictionary {
            manager.use_dictionary(&self.folder.path().join(name)).unwrap();
        }
        let mut latest = manager.open();
        let mut hear = |news| {
            if let IndexEvent::Snapshot(snapshot) = news {
                latest = Some(snapshot);
            }
        };
        let refreshed = manager.refresh(&mut hear).unwrap();
        (refreshed, latest.unwrap())
    }
}

fn ids(snapshot: &Snapshot, line: &str) -> Vec<String> {
    let answer = snapshot.answer(&Request::new(line, TODAY), &mut Analyser::new()).unwrap();
    answer.hits.iter().map(|hit| hit.row.id.to_string()).collect()
}

#[test]
fn synonyms_of_the_house_count_at_once_and_need_no_new_index() {
    let home = TestHome::new();
    let (refreshed, snapshot) = home.refresh(None);
    assert_eq!(refreshed, RefreshOutcome::Rebuilt);
    assert!(ids(&snapshot, "hasenstall").is_empty());
    home.write(
        "catalogue/synonyms.toml",
        "[[synonym]]\nterm = \"Schuldnerberatung\"\nvariants = [\"Hasenstall\"]\ndirection = \"to_term\"\n\n\
         [[synonym]]\nterm = \"Arbeitsgelegenheit\"\nvariants = [\"Ein-Euro-Job\"]\ndirection = \"none\"\n",
    );
    let (refreshed, snapshot) = home.refresh(None);
    assert_eq!(refreshed, RefreshOutcome::Unchanged, "nothing was indexed anew");
    assert_eq!(ids(&snapshot, "hasenstall")[0], "schuldnerberatung");
    let (_, again) = home.refresh(None);
    assert_eq!(ids(&again, "hasenstall")[0], "schuldnerberatung", "the change lasts");
}

#[test]
fn a_dictionary_of_ones_own_cuts_more_compounds() {
    let home = TestHome::new();
    let entry = fs::read_to_string(home.folder.path().join("catalogue/measures/schuldnerberatung.toml")).unwrap();
    let entry = entry.replace("id = \"schuldnerberatung\"", "id = \"probe\"");
    let title = entry.lines().find(|line| line.starts_with("title")).unwrap().to_owned();
    home.write("catalogue/measures/probe.toml", &entry.replace(&title, "title = \"Zwibbelquork\""));
    assert!(!ids(&home.refresh(None).1, "quork").contains(&"probe".to_owned()));
    home.write("woerter.txt", "# eigene\nzwibbel\nquork\n");
    let (refreshed, snapshot) = home.refresh(Some("woerter.txt"));
    assert_eq!(refreshed, RefreshOutcome::Rebuilt, "another dictionary is another index");
    assert!(ids(&snapshot, "quork").contains(&"probe".to_owned()));
}

#[test]
fn a_suggestion_is_a_word_and_not_a_stem() {
    for (line, suggestion) in [("gesunheit", "Gesundheit"), ("schulnder", "Schuldnerberatung")] {
        assert_eq!(answer(line).suggestion.as_deref(), Some(suggestion), "{line}");
    }
}
