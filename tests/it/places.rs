//! Reachable places: regions as a tree, and what of it a search, a table and an export know.

use std::fs;

use lotse::{
    base::Text,
    catalogue::{Catalogue, Code, Extent, Id, Place, Region, Register, Source, Vocabulary},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{
    TODAY,
    files::{copy, fixtures, temporary_folder},
    home::{MEASURE, TestHome, json},
};

/// A country with two districts; in one of them a town with a quarter. Each sort of place that stands for more than
/// itself is there once.
const TREE: &str = r#"
region = [
    { id = "land", label = "Land" },
    { id = "viertel", label = "Viertel", within = "stadt" },
    { id = "stadt", label = "Stadt", within = "kreis-a" },
    { id = "kreis-a", label = "Kreis A", within = "land" },
    { id = "kreis-b", label = "Kreis B", within = "land" },
    { id = "bundesweit", label = "bundesweit" },
    { id = "online", label = "online" },
]
place = [
    { id = "haus", label = "Haus", region = "viertel" },
    { id = "viertel", label = "Viertel (überall)", region = "viertel" },
    { id = "stadt", label = "Stadt", region = "stadt" },
    { id = "dorf", label = "Dorf", region = "kreis-a" },
    { id = "kreis-a", label = "Kreis A (ganzer Kreis)", region = "kreis-a" },
    { id = "ganzes-land", label = "Land", region = "land" },
    { id = "ferne", label = "Ferne", region = "kreis-b" },
    { id = "kreis-b", label = "Kreis B", region = "kreis-b" },
    { id = "hauptstadt", label = "Hauptstadt", region = "bundesweit" },
    { id = "bundesweit", label = "bundesweit", region = "bundesweit" },
    { id = "im-netz", label = "Im Netz", region = "online" },
    { id = "fremd", label = "Fremd" },
]
"#;

/// The register of a catalogue with these places.
fn register(places: &str) -> Register {
    let folder = temporary_folder();
    copy(&fixtures().join("sound"), folder.path());
    fs::write(folder.path().join("vocabulary/places.toml"), places).unwrap();
    Catalogue::load(&Source::folder(folder.path()).unwrap(), TODAY).unwrap().register
}

/// The places of each level, those of one level joined by blanks.
fn levels(register: &Register, place: &str) -> Vec<String> {
    register.region_tree().reach(place).levels.iter().map(|level| level.places.join(" ")).collect()
}

#[test]
fn one_is_reached_from_the_place_outwards() {
    let register = register(TREE);
    let haus = ["haus", "viertel", "stadt", "kreis-a", "ganzes-land", "bundesweit im-netz"];
    assert_eq!(levels(&register, "haus"), haus);
    assert_eq!(levels(&register, "dorf"), ["dorf", "kreis-a", "ganzes-land", "bundesweit im-netz"]);
    assert_eq!(levels(&register, "ferne"), ["ferne", "kreis-b", "ganzes-land", "bundesweit im-netz"]);
    // What stands for a whole region is reached from further out, not from the towns within.
    assert_eq!(levels(&register, "kreis-a"), ["kreis-a", "ganzes-land", "bundesweit im-netz"]);
    assert_eq!(levels(&register, "bundesweit"), ["bundesweit", "im-netz"]);
    // A town in the country itself is one town, and of a place without a region only the place is known.
    assert_eq!(levels(&register, "hauptstadt"), ["hauptstadt", "bundesweit im-netz"]);
    assert_eq!(levels(&register, "fremd"), ["fremd", "bundesweit im-netz"]);
    assert_eq!(levels(&register, "gibt-es-nicht"), ["gibt-es-nicht", "bundesweit im-netz"]);
}

#[test]
fn the_levels_name_their_regions() {
    let register = register(TREE);
    let extents = register.region_tree().reach("dorf").levels.into_iter().map(|level| level.extent);
    let region = |id| Extent::Regions(vec![Id::parse(id).unwrap()]);
    let expected = [Extent::Place, region("kreis-a"), region("land"), Extent::Everywhere];
    assert_eq!(extents.collect::<Vec<_>>(), expected);
}

#[test]
fn from_several_places_one_is_reached_step_by_step() {
    let register = register(TREE);
    let reach = register.region_tree().reach_of_any(["haus", "ferne"], []);
    let places: Vec<_> = reach.levels.iter().map(|level| level.places.join(" ")).collect();
    let expected = ["haus ferne", "viertel kreis-b", "stadt ganzes-land", "kreis-a", "bundesweit im-netz"];
    assert_eq!(places, expected);
}

#[test]
fn a_region_has_all_regions_within() {
    let tree = register(TREE).region_tree();
    assert_eq!(tree.within("kreis-a").join(" "), "kreis-a stadt viertel");
    assert_eq!(tree.within("viertel").join(" "), "viertel");
    assert_eq!(tree.within("gibt-es-nicht").join(" "), "gibt-es-nicht");
    assert_eq!(tree.containing("viertel").map(|id| id.as_str()).collect::<Vec<_>>(), ["stadt", "kreis-a", "land"]);
}

/// A circle is cut where its first region stands, so that all the others keep what contains them.
#[test]
fn regions_in_a_circle_are_read_as_well_as_they_can_be() {
    let circle = r#"
        region = [
            { id = "a", label = "A", within = "b" },
            { id = "b", label = "B", within = "c" },
            { id = "c", label = "C", within = "a" },
            { id = "selbst", label = "Selbst", within = "selbst" },
        ]
        place = [
            { id = "a", label = "A", region = "a" },
            { id = "b", label = "B", region = "b" },
            { id = "c", label = "C", region = "c" },
            { id = "dort", label = "Dort", region = "b" },
            { id = "hier", label = "Hier", region = "selbst" },
        ]
    "#;
    let register = register(circle);
    assert_eq!(levels(&register, "dort"), ["dort", "b", "c", "a"]);
    assert_eq!(levels(&register, "a"), ["a"]);
    assert_eq!(levels(&register, "hier"), ["hier"]);
    assert_eq!(register.region_tree().within("a").join(" "), "a c b");
}

proptest! {
    /// Whatever names whatever, also itself and what is not there: each question has an answer, and an end.
    #[test]
    fn any_regions_are_asked_in_the_end(
        parents in prop::collection::vec(prop::option::of(0_usize..14), 0..12),
        places in prop::collection::vec((0_usize..16, prop::option::of(0_usize..14)), 0..24),
    ) {
        let id = |number: usize| match number {
            12 => Id::parse("bundesweit").unwrap(),
            number => Id::parse(&format!("r{number}")).unwrap(),
        };
        let label = Text::line("Gleich");
        let regions = parents.iter().enumerate().map(|(number, parent)| Region {
            id: id(number), label: label.clone(), within: parent.map(id), aliases: Vec::new(), note: None,
        });
        let place = |(number, region): &(usize, Option<usize>)| Place {
            id: id(*number), label: Text::line(&number.to_string()), region: region.map(id), aliases: Vec::new(), note: None,
        };
        let register = Register {
            regions: Vocabulary::new(regions.collect(), true),
            places: Vocabulary::new(places.iter().map(place).collect(), true),
            ..Register::default()
        };
        let tree = register.region_tree();
        for (number, _) in &places {
            let place = id(*number);
            let reach = tree.reach(&place);
            let mut all: Vec<&Id> = reach.levels.iter().flat_map(|level| &level.places).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count, "no place is on two levels");
            prop_assert_eq!(reach.levels.first().map(|level| &level.places[..]), Some(&[place][..]));
        }
        for number in 0..parents.len() {
            prop_assert!(tree.within(&id(number)).len() <= parents.len());
            prop_assert!(tree.containing(&id(number)).count() < parents.len().max(1));
        }
        let all = tree.reach_of_any(places.iter().map(|(number, _)| id(*number)).collect::<Vec<_>>().iter().map(|id| id.as_str()), []);
        prop_assert!(all.levels.len() <= parents.len() + 2);
    }
}

/// As many regions, one within the other, as a file can hold.
#[test]
fn a_chain_without_end_has_one() {
    let id = |number: usize| Id::parse(&format!("r{number}")).unwrap();
    let regions = (0..100_000).map(|number| Region {
        id: id(number),
        label: Text::line("R"),
        within: Some(id(number + 1)),
        aliases: Vec::new(),
        note: None,
    });
    let place = Place { id: id(0), label: Text::line("P"), region: Some(id(0)), aliases: Vec::new(), note: None };
    let register = Register {
        regions: Vocabulary::new(regions.collect(), true),
        places: Vocabulary::new(vec![place], true),
        ..Register::default()
    };
    let tree = register.region_tree();
    assert_eq!(tree.reach("r0").levels.len(), 1);
    assert_eq!(tree.within("r99999").len(), 100_000);
}

#[test]
fn a_long_circle_is_named_by_its_beginning() {
    let folder = temporary_folder();
    copy(&fixtures().join("sound"), folder.path());
    let regions: String = (0..50)
        .map(|number| {
            let within = (number + 1) % 50;
            format!("[[region]]\nid = \"r{number}\"\nlabel = \"R{number}\"\nwithin = \"r{within}\"\n\n")
        })
        .collect();
    let places = regions + "[[place]]\nid = \"wetzlar\"\nlabel = \"Wetzlar\"\nregion = \"r0\"\n";
    fs::write(folder.path().join("vocabulary/places.toml"), places).unwrap();
    let found = Catalogue::load(&Source::folder(folder.path()).unwrap(), TODAY).unwrap().diagnostics;
    let circles: Vec<_> = found.iter().filter(|fault| fault.code == Code::RegionCircle).collect();
    assert_eq!(circles.len(), 1);
    assert_eq!(circles[0].detail("circle").unwrap().as_str(), "r0 → r1 → r2 → r3 → r4 → r5 → … → r0");
    assert_eq!(circles[0].location.line, 4);
}

/// A catalogue in these places, with one offer at each: `bei-<place>`, and `begleitung` everywhere in its title.
fn home() -> (TestHome, String) {
    let home = TestHome::new();
    let places: Vec<String> = register(TREE).places.iter().map(|place| place.id.to_string()).collect();
    let offers: Vec<(String, String)> = places.iter().map(|place| offer(place, "Begleitung")).collect();
    let offers: Vec<(&str, &str)> = offers.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let catalogue = home.catalogue(&offers);
    fs::write(format!("{catalogue}/vocabulary/places.toml"), TREE).unwrap();
    (home, catalogue)
}

fn offer(place: &str, title: &str) -> (String, String) {
    let text = MEASURE.replace("id = \"m\"", &format!("id = \"bei-{place}\""));
    let text = text.replace("Erstes Angebot", &format!("{title} {place}"));
    (format!("bei-{place}.toml"), text.replace("places = [\"hier\"]", &format!("places = [\"{place}\"]")))
}

/// Ids of all hits without the `bei-`, in order, joined by blanks.
fn found(home: &TestHome, catalogue: &str, args: &[&str]) -> String {
    let hits = answer(home, catalogue, args)["hits"].as_array().unwrap().clone();
    let ids = hits.iter().map(|hit| hit["id"].as_str().unwrap().trim_start_matches("bei-").to_owned());
    ids.collect::<Vec<_>>().join(" ")
}

fn answer(home: &TestHome, catalogue: &str, args: &[&str]) -> Value {
    let out = home.run(&[&["search", "--catalogue", catalogue, "--format", "json", "--limit", "100"], args].concat());
    assert_eq!(out.err, "", "{args:?}");
    json(&out.out)
}

/// The count of a value in a dimension; 0 where it is not listed.
fn count(answer: &Value, dimension: &str, id: &str) -> usize {
    let values = answer["facets"][dimension].as_array().unwrap();
    let value = values.iter().find(|value| value["id"] == id);
    value.map_or(0, |value| value["count"].as_u64().unwrap() as usize)
}

const FROM_HAUS: &str = "haus viertel stadt kreis-a ganzes-land bundesweit im-netz";

#[test]
fn a_place_means_what_can_be_reached_from_there_the_nearest_first() {
    let (home, catalogue) = home();
    for args in [&["ort:haus"][..], &["place:Haus"], &["--place", "haus"], &["--place", "haus", "--sort", "relevance"]]
    {
        assert_eq!(found(&home, &catalogue, args), FROM_HAUS, "{args:?}");
    }
    assert_eq!(found(&home, &catalogue, &["ort:fremd"]), "fremd bundesweit im-netz");
    // From several places: what can be reached from any of them.
    let either = "ferne haus kreis-b viertel ganzes-land stadt kreis-a bundesweit im-netz";
    assert_eq!(found(&home, &catalogue, &["ort:haus", "ort:ferne"]), either);
    // Other orders stay as they are.
    let by_title = "bundesweit ganzes-land haus im-netz kreis-a stadt viertel";
    assert_eq!(found(&home, &catalogue, &["ort:haus", "--sort", "title"]), by_title);
}

#[test]
fn a_place_behind_the_sign_is_meant_exactly() {
    let (home, catalogue) = home();
    for args in [&["ort:=haus"][..], &["place:=haus"], &["--place-only", "haus"], &["--place", "=haus"]] {
        assert_eq!(found(&home, &catalogue, args), "haus", "{args:?}");
    }
    assert_eq!(found(&home, &catalogue, &["--place-only", "dorf", "--place-only", "haus"]), "dorf haus");
    assert_eq!(
        found(&home, &catalogue, &["ort:=dorf", "ort:ferne"]),
        "dorf ferne kreis-b ganzes-land bundesweit im-netz"
    );
    let unknown = home.run(&["search", "--catalogue", &catalogue, "ort:=hauss"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("Meinten Sie „Haus“?"), "{}", unknown.err);
}

#[test]
fn a_region_means_what_lies_within() {
    let (home, catalogue) = home();
    assert_eq!(found(&home, &catalogue, &["region:kreis-a"]), "dorf haus kreis-a stadt viertel");
    assert_eq!(found(&home, &catalogue, &["--region", "stadt"]), "haus stadt viertel");
    assert_eq!(found(&home, &catalogue, &["region:=kreis-a"]), "dorf kreis-a");
    let all = "dorf ferne ganzes-land haus kreis-a kreis-b stadt viertel";
    assert_eq!(found(&home, &catalogue, &["region:land", "region:stadt"]), all);
}

#[test]
fn with_words_relevance_decides_and_nearness_between_equals() {
    let (home, catalogue) = home();
    assert_eq!(found(&home, &catalogue, &["begleitung", "ort:haus"]), FROM_HAUS);
    // The title says it: no other is nearly as good, however near.
    assert!(found(&home, &catalogue, &["ganzes-land", "ort:haus"]).starts_with("ganzes-land"));
    let score = |args: &[&str]| answer(&home, &catalogue, args)["hits"][0]["score"].as_f64().unwrap();
    let plain = score(&["begleitung", "ort:=haus"]);
    assert!(plain > 0.0 && (score(&["begleitung", "ort:haus"]) - plain).abs() < 0.001);
}

#[test]
fn a_count_is_what_choosing_the_value_would_show() {
    let (home, catalogue) = home();
    let register = register(TREE);
    for narrowed in [&[][..], &["begleitung"], &["ort:dorf"], &["region:stadt"], &["ort:=haus"], &["-land"]] {
        let answer = answer(&home, &catalogue, &[narrowed, &["--facets"]].concat());
        for (flag, dimension, ids) in [
            ("--place", "place", register.places.iter().map(|place| place.id.to_string()).collect::<Vec<_>>()),
            ("--region", "region", register.regions.iter().map(|region| region.id.to_string()).collect()),
        ] {
            let own = |arg: &&&str| {
                !(arg.starts_with("ort:") && dimension == "place"
                    || arg.starts_with("region:") && dimension == "region")
            };
            let kept: Vec<&str> = narrowed.iter().filter(own).copied().collect();
            for id in ids {
                let shown = found(&home, &catalogue, &[&kept[..], &[flag, &id]].concat());
                assert_eq!(
                    count(&answer, dimension, &id),
                    shown.split_whitespace().count(),
                    "{narrowed:?} {id}: {shown}"
                );
            }
        }
    }
    let exact = answer(&home, &catalogue, &["ort:=haus", "--facets"]);
    assert_eq!((count(&exact, "place", "=haus"), count(&exact, "place", "haus")), (1, 7));
}

#[test]
fn hits_are_counted_by_level() {
    let (home, catalogue) = home();
    let reach = |args: &[&str]| answer(&home, &catalogue, args)["reach"].clone();
    let level = |level: &str, label: &str, places: &[&str], count: usize| serde_json::json!({ "level": level, "label": label, "places": places, "count": count });
    let expected = serde_json::json!([
        level("place", "Dorf", &["dorf"], 1),
        level("region", "Kreis A", &["kreis-a"], 1),
        level("region", "Land", &["ganzes-land"], 1),
        level("everywhere", "bundesweit/Im Netz", &["bundesweit", "im-netz"], 2),
    ]);
    assert_eq!(reach(&["ort:dorf"]), expected);
    assert_eq!(reach(&["ort:=dorf"]), serde_json::json!([level("place", "Dorf", &["dorf"], 1)]));
    // A town in the line counts for what reaches it as well.
    assert_eq!(reach(&["dorf", "ort:dorf"])[3]["count"], 2);
    assert_eq!(reach(&["region:land"]), Value::Null);
    let out = home.run(&["search", "--catalogue", &catalogue, "--place", "dorf"]).out;
    assert!(
        out.ends_with("5 Treffer.\nVon nah nach fern: Dorf 1, Kreis A 1, Land 1, bundesweit/Im Netz 2.\n"),
        "{out}"
    );
    let only = home.run(&["search", "--catalogue", &catalogue, "--place-only", "dorf"]).out;
    assert!(only.contains("1 Treffer.") && !only.contains("Von nah"), "{only}");
}

/// Scripts must not depend on who runs them.
#[test]
fn the_home_place_of_the_settings_is_for_the_screen_only() {
    let (home, catalogue) = home();
    let settings = home.file("settings.toml", "home_place = \"dorf\"\n");
    let all = found(&home, &catalogue, &[]);
    assert_eq!(found(&home, &catalogue, &["--config", &settings]), all);
    let doctor = |place: &str| {
        let settings = home.file("settings.toml", &format!("home_place = \"{place}\"\n"));
        let out = home.run(&["doctor", "--catalogue", &catalogue, "--config", &settings]).out;
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(
        doctor("dorff").contains("Den Ort „dorff“ gibt es in diesem Katalog nicht. Meinten Sie „dorf“?"),
        "{}",
        doctor("dorff")
    );
    assert!(!doctor("dorf").contains("Den Ort"));
}

#[test]
fn whoever_lives_in_wetzlar_finds_what_is_offered_there_and_around() {
    let home = TestHome::new();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
    let wetzlar = answer(&home, shipped, &["ort:wetzlar"]);
    assert_eq!(wetzlar["total"], 59);
    let counts: Vec<u64> =
        wetzlar["reach"].as_array().unwrap().iter().map(|step| step["count"].as_u64().unwrap()).collect();
    assert_eq!(counts, [7, 1, 42, 1, 8]);
    let places = wetzlar["hits"].as_array().unwrap().iter().map(|hit| hit["places"].to_string());
    assert_eq!(places.filter(|places| !places.contains("wetzlar")).count(), 52);
    let hits = wetzlar["hits"].as_array().unwrap();
    assert!(!hits.iter().any(|hit| hit["places"] == serde_json::json!(["velbert"])));
    assert_eq!(answer(&home, shipped, &["ort:=wetzlar"])["total"], 7);
    assert!(answer(&home, shipped, &["alleinerziehend teilzeit", "ort:wetzlar"])["total"].as_u64() > Some(0));
}

#[test]
fn a_gap_names_only_what_reaches_it() {
    let home = TestHome::new();
    let other = |id: &str, place: &str, groups: &str| {
        let (_, text) = offer(place, "Begleitung");
        let text = text.replace(&format!("bei-{place}"), id);
        (format!("{id}.toml"), text.replace("[\"alle\"]", groups))
    };
    let offers = [
        other("dort", "ferne", "[\"frauen\"]"),
        other("kreisweit", "kreis-a", "[\"frauen\"]"),
        other("landesweit", "ganzes-land", "[\"frauen\"]"),
        other("online", "im-netz", "[\"frauen\"]"),
        other("hier", "dorf", "[\"alle\"]"),
        other("im-viertel", "haus", "[\"alle\"]"),
    ];
    let offers: Vec<(&str, &str)> = offers.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let catalogue = home.catalogue(&offers);
    let groups = "target_group = [{ id = \"alle\", label = \"Alle\" }, { id = \"frauen\", label = \"Frauen\" }]\n";
    fs::write(format!("{catalogue}/vocabulary/target_groups.toml"), groups).unwrap();
    fs::write(format!("{catalogue}/vocabulary/places.toml"), TREE).unwrap();
    let gaps = |args: &[&str]| {
        let out = home.run(&[&["report", "--catalogue", &catalogue, "--section", "gaps"], args].concat());
        assert_eq!(out.code, 0, "{}", out.err);
        out.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let of_towns = gaps(&["--columns", "place", "--target-group", "frauen", "--target-group", "alle"]);
    let dorf = "Frauen: kein Angebot in Dorf, Haus. Anderswo: Ferne 1. Übergreifend: Kreis A (ganzer Kreis) 1, Im Netz 1, Land 1.";
    let sorted = "Frauen: kein Angebot in Haus, Dorf. Anderswo: Ferne 1. Übergreifend: Kreis A (ganzer Kreis) 1, Land 1, Im Netz 1.";
    assert!(of_towns.contains(dorf) || of_towns.contains(sorted), "{of_towns}");
    // What Kreis A has does not reach Kreis B.
    assert!(of_towns.contains("Alle: kein Angebot in Ferne. Anderswo: Haus 1, Dorf 1."), "{of_towns}");
}

#[test]
fn hsds_names_the_regions_around_the_region_of_a_place() {
    let (home, catalogue) = home();
    let out = home.run(&["export", "--catalogue", &catalogue, "--format", "hsds", "ort:=haus"]);
    let service = json(&out.out)[0].clone();
    assert_eq!(service["service_areas"][0]["name"], "Viertel");
    assert_eq!(service["service_areas"][0]["description"], "Teil von Stadt, Kreis A, Land");
    let out = home.run(&["export", "--catalogue", &catalogue, "--format", "hsds", "--place-only", "ganzes-land"]);
    assert_eq!(json(&out.out)[0]["service_areas"][0].get("description"), None);
}

#[test]
fn every_format_of_export_gives_out_what_reaches_a_place() {
    let (home, catalogue) = home();
    for (args, count) in [(["--place", "dorf"], 5), (["--place-only", "dorf"], 1), (["--region", "stadt"], 3)] {
        let export = |format: &str| {
            home.run(&[&["export", "--catalogue", &catalogue, "--format", format], &args[..]].concat()).out
        };
        assert_eq!(json(&export("json"))["measures"].as_array().unwrap().len(), count, "{args:?}");
        assert_eq!(json(&export("hsds")).as_array().unwrap().len(), count, "{args:?}");
        assert_eq!(export("csv").trim_end().lines().count(), count + 1, "{args:?}");
    }
}
