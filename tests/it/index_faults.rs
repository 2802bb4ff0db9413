//! The index is a cache: whatever happens to it, a caseworker finds the right offers and nobody is asked.

use std::{
    fs,
    process::Stdio,
    sync::{Arc, Barrier},
    thread,
    time::{Duration, SystemTime},
};

use lotse::{
    catalogue::Kind,
    locale::{Lang, Texts},
    search::{IndexEvent, IndexHealth, IndexManager, RefreshOutcome},
};

use crate::support::{
    TODAY,
    files::{copy, temporary_folder},
    home::{TestHome, json},
    index::*,
};

#[test]
fn the_first_start_builds_and_the_second_finds_it_built() {
    let desk = CachedCatalogue::new();
    let first = desk.start();
    assert_eq!((first.at_once, first.refreshed), (false, RefreshOutcome::Rebuilt));
    assert_eq!(first.health, IndexHealth::default());
    assert_eq!(titles(&first.snapshot, "zwei"), ["Angebot zwei"]);
    let second = desk.start();
    assert_eq!((second.at_once, second.refreshed, second.mended), (true, RefreshOutcome::Unchanged, false));
    assert_eq!(everything(&second.snapshot), everything(&first.snapshot));
}

#[test]
fn what_has_changed_is_read_and_nothing_else() {
    let desk = CachedCatalogue::new();
    desk.start();
    let folder = generation(&desk.store());
    let refreshed = |expected: usize| {
        let now = desk.start();
        assert_eq!(now.refreshed, RefreshOutcome::Updated(expected));
        assert_eq!(generation(&desk.store()), folder, "small changes do not build anew");
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
        now.snapshot
    };
    desk.offer("sechs", "Ganz neues Angebot");
    assert_eq!(titles(&refreshed(1), "neues"), ["Ganz neues Angebot"]);
    desk.offer("zwei", "Umgetauftes Ding");
    let snapshot = refreshed(1);
    assert_eq!(titles(&snapshot, "umgetauftes"), ["Umgetauftes Ding"]);
    assert_eq!(titles(&snapshot, "\"angebot zwei\""), Vec::<String>::new());
    fs::remove_file(desk.catalogue.join("measures/drei.toml")).unwrap();
    let snapshot = refreshed(1);
    assert!(snapshot.record(Kind::Measure, "drei").unwrap().is_none());
    assert_eq!(snapshot.count(Kind::Measure), 5);
    fs::rename(desk.catalogue.join("measures/vier.toml"), desk.catalogue.join("measures/acht.toml")).unwrap();
    desk.offer("acht", "Angebot acht");
    let snapshot = refreshed(2);
    assert_eq!(titles(&snapshot, "acht"), ["Angebot acht"]);
    assert_eq!(titles(&snapshot, "\"angebot vier\""), Vec::<String>::new());
    desk.offer("a", "Erster Schwung");
    desk.offer("b", "Erster Schwung");
    desk.offer("eins", "Erster Schwung");
    fs::remove_file(desk.catalogue.join("measures/fuenf.toml")).unwrap();
    assert_eq!(titles(&refreshed(4), "schwung").len(), 3);
}

#[test]
fn a_file_that_breaks_takes_only_itself_out_and_comes_back_when_mended() {
    let desk = CachedCatalogue::new();
    desk.start();
    desk.write("measures/zwei.toml", "id = \"zwei\"\ntitle = \n");
    let now = desk.start();
    assert_eq!((now.refreshed, now.health.files_out), (RefreshOutcome::Updated(1), 1));
    assert!(now.health.errors.iter().all(|error| error.location.file.contains("zwei")));
    assert_eq!(found(&now.snapshot, "").len(), 4);
    let again = desk.start();
    assert_eq!((again.refreshed, again.health.files_out), (RefreshOutcome::Unchanged, 1), "it is told at every start");
    desk.offer("zwei", "Angebot zwei");
    let mended = desk.start();
    assert_eq!((mended.refreshed, mended.health.files_out), (RefreshOutcome::Updated(1), 0));
    assert_eq!(found(&mended.snapshot, "").len(), 5);
}

#[test]
fn a_changed_vocabulary_reaches_every_entry() {
    let desk = CachedCatalogue::new();
    desk.start();
    desk.write("vocabulary/target_groups.toml", "[[target_group]]\nid = \"alle\"\nlabel = \"Jede und jeder\"\n");
    let now = desk.start();
    assert_eq!(now.refreshed, RefreshOutcome::Rebuilt);
    assert!(now.at_once, "the old one serves meanwhile");
    let offers = titles(&now.snapshot, "jede").into_iter().filter(|title| title.starts_with("Angebot")).count();
    assert_eq!(offers, 5, "entries are found by the new label");
    desk.write("vocabulary/goals.toml", "[[goal]]\nid = \"neu\"\nlabel = \"Neu\"\n");
    assert_eq!(desk.start().refreshed, RefreshOutcome::Rebuilt);
    fs::remove_file(desk.catalogue.join("vocabulary/goals.toml")).unwrap();
    assert_eq!(desk.start().refreshed, RefreshOutcome::Rebuilt);
    assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
}

#[test]
fn a_touched_file_is_not_read_into_the_index_again() {
    let desk = CachedCatalogue::new();
    desk.start();
    let touch = |time: SystemTime| {
        let file = fs::File::options().append(true).open(desk.catalogue.join("measures/zwei.toml")).unwrap();
        file.set_modified(time).unwrap();
    };
    for hours in [1, 100] {
        touch(SystemTime::now() - Duration::from_secs(hours * 3_600));
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
    }
    touch(SystemTime::now() + Duration::from_secs(86_400));
    assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
    desk.offer("zwei", "Angebot zwei");
    assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged, "written anew, but the same");
}

#[test]
fn a_change_within_the_same_moment_is_noticed_by_its_content() {
    let desk = CachedCatalogue::new();
    let file = desk.catalogue.join("measures/zwei.toml");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    desk.start();
    for title in ["Angebot zwo!", "Angebot 2222"] {
        // Same length, same time: only the content tells.
        desk.offer("zwei", title);
        fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
        let now = desk.start();
        assert_eq!(now.refreshed, RefreshOutcome::Updated(1), "{title}");
        assert!(titles(&now.snapshot, "").contains(&title.to_owned()));
    }
}

/// Damages each file in its own copy of a sound cache and works on it as the screen does, after a file of the catalogue
/// has been `changed` or not. Returns what went wrong.
fn damaged(damages: &[Damage], changed: bool) -> Vec<String> {
    let desk = CachedCatalogue::new();
    desk.start();
    // Small commits inside the generation leave files of their own.
    desk.offer("eins", "Angebot eins!");
    desk.start();
    desk.offer("eins", "Angebot eins");
    desk.start();
    let names: Vec<_> =
        files(&generation(&desk.store())).iter().map(|file| file.file_name().unwrap().to_owned()).collect();
    assert!(names.len() > 10, "{names:?}");
    if changed {
        desk.offer("zwei", "Umgetauftes Ding");
    }
    let texts = Arc::new(Texts::new(Lang::De));
    let expected = everything(&start(IndexManager::new(desk.source(), None, texts.clone(), TODAY)).snapshot);
    let mut wrong = Vec::new();
    for name in &names {
        for damage in damages {
            let cache = temporary_folder();
            copy(&desk.cache, cache.path());
            damage.befall(&generation(&store(cache.path())).join(name));
            for session in ["first", "next"] {
                let manager = IndexManager::new(desk.source(), Some(cache.path()), texts.clone(), TODAY);
                if let Err(fault) = work(manager, &expected) {
                    wrong.push(format!("{damage:?} {}, {session} session: {fault}", name.to_string_lossy()));
                }
            }
        }
    }
    wrong
}

const LOSSES: [Damage; 4] = [Damage::Half, Damage::Empty, Damage::Gone, Damage::Longer];

#[test]
fn files_of_the_index_may_be_cut_emptied_or_lost() {
    assert_eq!(damaged(&LOSSES, false), Vec::<String>::new());
}

#[test]
fn files_of_the_index_may_be_lost_when_the_catalogue_has_changed() {
    assert_eq!(damaged(&[Damage::Half, Damage::Gone], true), Vec::<String>::new());
}

const FLIPS: [Damage; 5] = [Damage::Flip(1), Damage::Flip(25), Damage::Flip(50), Damage::Flip(77), Damage::Flip(100)];

#[test]
fn bits_of_the_index_may_flip() {
    assert_eq!(damaged(&FLIPS, false), Vec::<String>::new());
}

#[test]
fn bits_of_the_index_may_flip_when_the_catalogue_has_changed() {
    assert_eq!(damaged(&[1, 50, 77].map(Damage::Flip), true), Vec::<String>::new());
}

#[test]
fn the_command_line_mends_a_damaged_index_without_a_question() {
    let desk = CachedCatalogue::new();
    let search = || desk.home.run(&["--catalogue", desk.catalogue.to_str().unwrap(), "search", "angebot"]);
    let expected = search();
    assert_eq!(expected.code, 0, "{}", expected.err);
    let sound = temporary_folder();
    copy(&desk.cache, sound.path());
    for (ending, part) in [("store", 0), ("store", 25), ("term", 77), ("fast", 50), ("fieldnorm", 25), ("pos", 50)] {
        fs::remove_dir_all(&desk.cache).unwrap();
        copy(sound.path(), &desk.cache);
        let all = files(&generation(&desk.store()));
        let file = all.iter().find(|file| file.extension().is_some_and(|own| own == ending)).unwrap();
        Damage::Flip(part).befall(file);
        let out = search();
        assert_eq!((out.code, &out.out), (0, &expected.out), "{part} % of .{ending}: {}", out.err);
    }
}

#[test]
fn the_command_about_the_index_says_what_was_wrong_with_it() {
    let desk = CachedCatalogue::new();
    let index = || desk.home.run(&["--catalogue", desk.catalogue.to_str().unwrap(), "index"]);
    assert_eq!(index().err, "");
    for (ending, damage) in
        [("term", Damage::Flip(50)), ("term", Damage::Half), ("json", Damage::Empty), ("bin", Damage::Half)]
    {
        let all = files(&generation(&desk.store()));
        let is_wanted = |file: &&std::path::PathBuf| {
            let name = file.file_name().unwrap().to_str().unwrap();
            !name.starts_with('.') && name != "files.bin" && name.ends_with(ending)
        };
        damage.befall(all.iter().find(is_wanted).unwrap());
        let out = index();
        assert_eq!(out.code, 0, "{damage:?} .{ending}");
        assert!(out.err.contains("nicht zu gebrauchen") && out.out.contains("neu gebaut"), "{} {}", out.err, out.out);
        assert_eq!(index().err, "", "{damage:?} .{ending}");
    }
}

#[test]
fn offers_of_one_title_keep_their_order_from_build_to_build() {
    let desk = CachedCatalogue::new();
    for number in 0..200 {
        desk.offer(&format!("gleich-{number}"), "Immer derselbe Titel");
    }
    let order = || {
        let mut manager = desk.manager();
        manager.rebuild(&mut |_| {}).unwrap();
        found(&manager.open().unwrap(), "derselbe")
    };
    let first = order();
    assert_eq!(first.len(), 200);
    for _ in 0..3 {
        assert_eq!(order(), first);
    }
}

#[test]
fn the_pointer_to_the_generation_may_be_lost_or_garbage() {
    let desk = CachedCatalogue::new();
    let expected = everything(&desk.start().snapshot);
    for garbage in ["", "\n", "gen-", "gen-999999", "../..", "gen-000001/..", "\0\u{1b}[2J", "gen-99999999999999999999"]
    {
        fs::write(desk.store().join("CURRENT"), garbage).unwrap();
        let now = desk.start();
        assert_eq!((now.at_once, now.refreshed), (false, RefreshOutcome::Rebuilt), "{garbage:?}");
        assert_eq!(everything(&now.snapshot), expected, "{garbage:?}");
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
    }
    fs::write(desk.store().join("CURRENT"), [0xff, 0xfe, 0x00]).unwrap();
    assert_eq!(desk.start().refreshed, RefreshOutcome::Rebuilt);
    fs::remove_file(desk.store().join("CURRENT")).unwrap();
    assert_eq!(desk.start().refreshed, RefreshOutcome::Rebuilt);
    fs::remove_file(desk.store().join("CURRENT")).unwrap();
    fs::create_dir(desk.store().join("CURRENT")).unwrap();
    let now = desk.start();
    assert_eq!(everything(&now.snapshot), expected, "a folder in its place");
}

#[test]
fn an_index_of_another_version_or_catalogue_is_not_used() {
    let desk = CachedCatalogue::new();
    desk.start();
    // The seal is right, what it says is not: the identity of another catalogue's index.
    let other = CachedCatalogue::new();
    other.offer("zwei", "Ein fremdes Angebot");
    other.start();
    let (own, foreign) = (generation(&desk.store()), generation(&other.store()));
    fs::copy(foreign.join("identity.bin"), own.join("identity.bin")).unwrap();
    let now = desk.start();
    assert_eq!((now.at_once, now.refreshed), (false, RefreshOutcome::Rebuilt));
    // A whole foreign cache in place of the own one.
    fs::remove_dir_all(desk.store()).unwrap();
    copy(&other.store(), &desk.cache.join("index").join("x"));
    let name = other.store().file_name().unwrap().to_owned();
    assert_eq!(titles(&desk.start().snapshot, "fremdes"), Vec::<String>::new(), "{name:?}");
}

#[test]
fn two_catalogues_share_a_cache_folder_without_meeting() {
    let (one, other) = (CachedCatalogue::new(), CachedCatalogue::new());
    other.offer("zwei", "Ein fremdes Angebot");
    for _ in 0..2 {
        let cache = Some(one.cache.as_path());
        let texts = Arc::new(Texts::new(Lang::De));
        let foreign = start(IndexManager::new(other.source(), cache, texts.clone(), TODAY));
        assert_eq!(titles(&foreign.snapshot, "fremdes"), ["Ein fremdes Angebot"]);
        assert_eq!(
            titles(&start(IndexManager::new(one.source(), cache, texts, TODAY)).snapshot, "fremdes"),
            Vec::<String>::new()
        );
    }
}

#[test]
fn a_cache_that_is_a_file_leaves_the_index_in_memory_and_says_why() {
    let desk = CachedCatalogue::new();
    let expected = everything(&desk.start().snapshot);
    let file = desk.home.file("not-a-folder", "hier ist schon etwas");
    let manager = || IndexManager::new(desk.source(), Some(file.as_ref()), Arc::new(Texts::new(Lang::De)), TODAY);
    let now = start(manager());
    assert_eq!(everything(&now.snapshot), expected);
    assert!(now.health.in_memory.is_some_and(|reason| !reason.is_empty()));
    assert_eq!(fs::read_to_string(&file).unwrap(), "hier ist schon etwas");
    // In memory, changes are found as well.
    let mut manager = manager();
    let mut latest = None;
    let mut hear = |news| {
        if let IndexEvent::Snapshot(snapshot) = news {
            latest = Some(snapshot);
        }
    };
    manager.refresh(&mut hear).unwrap();
    desk.offer("sechs", "Ganz neues Angebot");
    manager.refresh(&mut hear).unwrap();
    assert_eq!(titles(&latest.unwrap(), "neues"), ["Ganz neues Angebot"]);
}

#[cfg(unix)]
mod permissions {
    use std::{os::unix::fs::PermissionsExt as _, path::Path};

    use super::*;

    /// Takes the right to write; false for somebody who may write anyway (root).
    fn lock(folder: &Path) -> bool {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
        fs::write(folder.join("probe"), "").is_err()
    }

    fn unlock(folder: &Path) {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_catalogue_that_must_not_be_written_is_no_obstacle() {
        let desk = CachedCatalogue::new();
        let folders = [desk.catalogue.join("measures"), desk.catalogue.join("vocabulary"), desk.catalogue.clone()];
        let locked = folders.iter().filter(|folder| lock(folder)).count();
        let before = files(&desk.catalogue);
        let now = desk.start();
        assert_eq!(
            (now.refreshed, now.health.in_memory),
            (RefreshOutcome::Rebuilt, None),
            "{locked} folders are locked"
        );
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
        assert_eq!(files(&desk.catalogue), before, "nothing is written into the catalogue");
        folders.iter().for_each(|folder| unlock(folder));
    }

    #[test]
    fn a_cache_that_must_not_be_written_leaves_the_index_in_memory() {
        let desk = CachedCatalogue::new();
        if !lock(&desk.cache) {
            unlock(&desk.cache);
            return;
        }
        let now = desk.start();
        assert!(now.health.in_memory.is_some());
        assert_eq!(titles(&now.snapshot, "zwei"), ["Angebot zwei"]);
        unlock(&desk.cache);
    }

    #[test]
    fn an_index_that_must_not_be_written_is_still_answered_from() {
        let desk = CachedCatalogue::new();
        desk.start();
        let folder = generation(&desk.store());
        let locked = lock(&folder) && lock(&desk.store());
        if locked {
            desk.offer("zwei", "Umgetauftes Ding");
            let now = desk.start();
            assert_eq!(titles(&now.snapshot, "umgetauftes"), ["Umgetauftes Ding"]);
        }
        unlock(&desk.store());
        unlock(&folder);
    }
}

#[test]
fn two_that_build_at_the_same_time_both_end_with_right_answers() {
    let desk = CachedCatalogue::new();
    let expected = everything(&desk.start().snapshot);
    for _ in 0..5 {
        let gate = Barrier::new(2);
        thread::scope(|scope| {
            let build = || {
                let mut manager = desk.manager();
                let mut snapshot = manager.open();
                gate.wait();
                let built = manager.rebuild(&mut |news| {
                    if let IndexEvent::Snapshot(newer) = news {
                        snapshot = Some(newer);
                    }
                });
                assert_eq!(built.unwrap(), RefreshOutcome::Rebuilt);
                everything(&snapshot.unwrap())
            };
            let (one, two) = (scope.spawn(build), scope.spawn(build));
            assert_eq!(one.join().unwrap(), expected);
            assert_eq!(two.join().unwrap(), expected);
        });
        assert_eq!(everything(&desk.start().snapshot), expected);
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
    }
}

#[test]
fn one_that_builds_does_not_disturb_one_that_searches() {
    let desk = CachedCatalogue::new();
    let mut searching = desk.manager();
    searching.refresh(&mut |_| {}).unwrap();
    let snapshot = searching.open().unwrap();
    let expected = everything(&snapshot);
    for _ in 0..3 {
        desk.manager().rebuild(&mut |_| {}).unwrap();
        assert_eq!(everything(&snapshot), expected, "its generation may be gone by now");
    }
    desk.offer("zwei", "Umgetauftes Ding");
    let mut latest = None;
    searching
        .refresh(&mut |news| {
            if let IndexEvent::Snapshot(newer) = news {
                latest = Some(newer);
            }
        })
        .unwrap();
    assert_eq!(titles(&latest.unwrap(), "umgetauftes"), ["Umgetauftes Ding"]);
}

#[test]
fn one_that_commits_while_another_does_says_so_or_waits() {
    let desk = CachedCatalogue::new();
    desk.start();
    desk.offer("zwei", "Umgetauftes Ding");
    let gate = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut manager = desk.manager();
                manager.open().unwrap();
                gate.wait();
                let refreshed = manager.refresh(&mut |_| {}).unwrap();
                assert_ne!(refreshed, RefreshOutcome::Rebuilt, "a lock is no reason to build anew");
            });
        }
    });
    assert_eq!(titles(&desk.start().snapshot, ""), titles(&desk.start().snapshot, ""));
    assert_eq!(titles(&desk.start().snapshot, "umgetauftes"), ["Umgetauftes Ding"], "it is there once");
}

#[test]
fn a_catalogue_that_vanishes_is_an_error_and_the_old_index_serves() {
    let desk = CachedCatalogue::new();
    let mut manager = desk.manager();
    manager.refresh(&mut |_| {}).unwrap();
    let snapshot = manager.open().unwrap();
    fs::rename(&desk.catalogue, desk.catalogue.with_extension("away")).unwrap();
    assert!(manager.refresh(&mut |_| {}).is_err());
    assert!(manager.rebuild(&mut |_| {}).is_err());
    assert_eq!(titles(&snapshot, "zwei"), ["Angebot zwei"]);
    fs::rename(desk.catalogue.with_extension("away"), &desk.catalogue).unwrap();
    assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged, "a share that was away for a moment costs nothing");
}

/// Numbers without chance, so that a failure comes again.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn builds_that_are_killed_cost_nothing_but_time() {
    // So many that what is there is made searchable before the end and merged; short ones, because only their number
    // counts and each killed build reads them.
    const ENTRIES: usize = 2_000;
    let home = TestHome::new();
    let catalogue = home.catalogue(&[]);
    for number in 0..ENTRIES {
        let title = if number % 50 == 0 { "Bewerbungscoaching" } else { "Angebot" };
        let id = format!("angebot-{number}");
        home.file(&format!("small/measures/{id}.toml"), &measure(&id, &format!("{title} {number}")));
    }
    let arguments = ["--catalogue", &catalogue, "index"];
    let started = std::time::Instant::now();
    let built = home.run(&arguments);
    let time = started.elapsed();
    assert_eq!(built.code, 0, "{}", built.err);
    let answer = || {
        let out = home.run(&[
            "--catalogue",
            &catalogue,
            "search",
            "bewerbungscoaching",
            "--format",
            "json",
            "--limit",
            "500",
        ]);
        let ids = |hits: &serde_json::Value| {
            hits.as_array().unwrap().iter().map(|hit| hit["id"].to_string()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(out.err, "");
        ids(&json(&out.out)["hits"])
    };
    let expected = answer();
    assert_eq!(expected.len(), ENTRIES / 50);
    let store = store(home.folder("cache").as_ref());
    let mut state = 20_261_120;
    let mut left_over = 0;
    for kill in 0..10 {
        let before = generation(&store);
        let mut child = home
            .command(&[&arguments[..], &["--rebuild"]].concat())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let wait = u64::try_from(time.as_micros()).unwrap() * (next(&mut state) % 100) / 100;
        thread::sleep(Duration::from_micros(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let still = generation(&store);
        assert!(still >= before, "kill {kill} after {wait} µs");
        left_over = left_over.max(generations(&store).len());
        if kill % 3 == 0 {
            assert_eq!(answer(), expected, "kill {kill} after {wait} µs");
        }
    }
    assert!(left_over > 1, "no kill met a build");
    assert_eq!(answer(), expected);
    // Each build clears away what the killed ones before it have left, however young that is.
    assert!(left_over <= 3, "{left_over} generations piled up");
    let last = home.run(&[&arguments[..], &["--rebuild"]].concat());
    assert_eq!(last.code, 0, "{}", last.err);
    assert_eq!(generations(&store), [generation(&store)], "the folders of killed builds stay");
    assert_eq!(answer(), expected);
}

#[test]
fn temporary_files_of_killed_builds_are_cleared_away() {
    let desk = CachedCatalogue::new();
    desk.start();
    let left = desk.store().join(".lotse-Ab12cD");
    fs::write(&left, "gen-000001\n").unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(7 * 86_400);
    fs::File::options().append(true).open(&left).unwrap().set_modified(long_ago).unwrap();
    desk.manager().rebuild(&mut |_| {}).unwrap();
    assert!(!left.exists());
}

#[test]
fn what_killed_processes_leave_inside_a_generation_goes_with_the_next_commit() {
    let desk = CachedCatalogue::new();
    desk.start();
    let folder = generation(&desk.store());
    let left = folder.join(".tmpAb12cD");
    fs::write(&left, "{").unwrap();
    desk.offer("zwei", "Umgetauftes Ding");
    assert_eq!(desk.start().refreshed, RefreshOutcome::Updated(1));
    assert!(!left.exists());
    // A young folder whose builder has ended is no secret: its lock is free.
    let dead = desk.store().join("gen-000777");
    fs::create_dir(&dead).unwrap();
    fs::write(dead.join("building.lock"), "").unwrap();
    // Nobody knows who makes this one, and it is young.
    let unknown = desk.store().join("gen-000778");
    fs::create_dir(&unknown).unwrap();
    desk.manager().rebuild(&mut |_| {}).unwrap();
    assert!(!dead.exists() && unknown.exists());
    assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
}
