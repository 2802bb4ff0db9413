//! Reachable places: regions as a tree, and what of it a search, a table and an export know.

use std::fs;

use lotse::{
    base::Text,
    catalogue::{Catalogue, Code, Extent, Id, Place, Region, Register, Source, Vocabulary},
};
use proptest::prelude::*;

use crate::support::{
    TODAY,
    files::{copy, fixtures, temporary_folder},
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
    let reach = register.region_tree().reach_of_any(["haus", "ferne"]);
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
        let all = tree.reach_of_any(places.iter().map(|(number, _)| id(*number)).collect::<Vec<_>>().iter().map(|id| id.as_str()));
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
