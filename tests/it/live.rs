//! What changes while Lotse is open: saved files are found at once, and a colleague's changes show by themselves.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Barrier},
    thread,
    time::Duration,
};

use lotse::{
    catalogue::{Kind, Record},
    german::Analyser,
    search::{IndexEvent, IndexHealth, IndexManager, RefreshOutcome, Request, Snapshot},
};

use crate::support::{
    TODAY,
    index::{CachedCatalogue, generations, measure, when_free},
};

impl CachedCatalogue {
    fn offer_named(&self, id: &str, name: &str) {
        self.offer(id, &format!("Angebot {name}"));
    }

    /// What an index says that was built from the files as they are now.
    fn truth(&self) -> Everything {
        let mut heard = Heard::default();
        self.manager_with(None).refresh(&mut |news| heard.hear(news)).unwrap();
        heard.everything()
    }

    /// Starts on the cache as the screen does, and hears what there is to hear.
    fn listen(&self) -> (IndexManager, Heard, RefreshOutcome) {
        let mut manager = self.manager();
        let mut heard = Heard { snapshot: manager.open(), ..Heard::default() };
        let refreshed = when_free(|| manager.refresh(&mut |news| heard.hear(news)).unwrap());
        (manager, heard, refreshed)
    }
}

fn paths(ids: &[&str]) -> Vec<Arc<str>> {
    ids.iter().map(|id| format!("measures/{id}.toml").into()).collect()
}

/// What a manager has told so far.
#[derive(Default)]
struct Heard {
    snapshot: Option<Arc<Snapshot>>,
    health: Option<IndexHealth>,
    news: usize,
}

impl Heard {
    fn hear(&mut self, news: IndexEvent) {
        self.news += 1;
        match news {
            IndexEvent::Snapshot(snapshot) => self.snapshot = Some(snapshot),
            IndexEvent::Current(health) => self.health = Some(health),
            IndexEvent::Building { .. } => {}
        }
    }

    /// Hears of these files, as soon as nobody else writes.
    fn reread(&mut self, manager: &mut IndexManager, paths: &[Arc<str>]) -> RefreshOutcome {
        when_free(|| manager.refresh_files(paths, &mut |news| self.hear(news)).unwrap())
    }

    fn everything(&self) -> Everything {
        let snapshot = self.snapshot.as_ref().unwrap();
        let lines = ["", "angebot", "zwei", "prüf", "§ 45", "zg:alle neu", "kuchen", "team", "-eins"];
        let record = |(id, _): &(String, String)| snapshot.record(Kind::Measure, id).unwrap();
        let hits = found(snapshot, "");
        Everything {
            answers: lines.map(|line| found(snapshot, line)).to_vec(),
            records: hits.iter().map(record).collect(),
            counts: Kind::ALL.map(|kind| snapshot.count(kind)),
            health: self.health.clone().unwrap(),
        }
    }
}

/// All that the screen may ask of the small catalogue.
#[derive(Debug, PartialEq)]
struct Everything {
    answers: Vec<Vec<(String, String)>>,
    records: Vec<Option<Record>>,
    counts: [usize; 4],
    health: IndexHealth,
}

/// Ids and titles of all hits. Where scores are close their order depends on how often words came in all that was ever
/// indexed, so it is not compared.
fn found(snapshot: &Snapshot, line: &str) -> Vec<(String, String)> {
    let request = Request { limit: 10_000, kind: Some(Kind::Measure), facets: true, ..Request::new(line, TODAY) };
    let answer = snapshot.answer(&request, &mut Analyser::new()).unwrap();
    let mut hits: Vec<_> = answer.hits.iter().map(|hit| (hit.row.id.to_string(), hit.row.title.to_string())).collect();
    hits.sort();
    hits
}

#[test]
fn rereading_some_files_gives_what_looking_at_all_of_them_gives() {
    type Change = fn(&CachedCatalogue);
    let changes: [(&[&str], usize, Change); 9] = [
        (&["zwei"], 1, |desk| desk.offer_named("zwei", "Kuchen")),
        (&["neu"], 1, |desk| desk.offer_named("neu", "neu")),
        (&["drei"], 1, |desk| desk.remove("drei")),
        (&["vier", "acht"], 2, |desk| {
            fs::rename(desk.file("vier"), desk.file("acht")).unwrap();
            desk.offer_named("acht", "acht");
        }),
        (&["eins"], 1, |desk| fs::write(desk.file("eins"), "id = \"eins\"\ntitle = \n").unwrap()),
        (&["fuenf"], 1, |desk| fs::write(desk.file("fuenf"), "id = \"vier\"").unwrap()),
        (&["eins"], 1, |desk| desk.offer_named("eins", "wieder ganz")),
        (&["zwei", "fuenf", "zwei", "nie-da", "neu"], 2, |desk| {
            desk.offer_named("zwei", "zwei");
            desk.remove("fuenf");
        }),
        (&["drei", "vier"], 2, |desk| {
            desk.offer_named("drei", "drei");
            desk.offer_named("vier", "vier");
        }),
    ];
    for in_memory in [false, true] {
        let desk = CachedCatalogue::new();
        let mut manager = desk.manager_with(Some(&*desk.cache).filter(|_| !in_memory));
        let mut heard = Heard::default();
        manager.refresh(&mut |news| heard.hear(news)).unwrap();
        for (number, (ids, count, change)) in changes.iter().enumerate() {
            change(&desk);
            let refreshed = heard.reread(&mut manager, &paths(ids));
            assert_eq!(refreshed, RefreshOutcome::Updated(*count), "change {number}");
            assert_eq!(heard.everything(), desk.truth(), "change {number}, in memory: {in_memory}");
            if !in_memory {
                let (_, started, refreshed) = desk.listen();
                assert_eq!(refreshed, RefreshOutcome::Unchanged, "the next start after change {number}");
                assert_eq!(started.everything(), desk.truth(), "the next start after change {number}");
                assert_eq!(generations(&desk.store()).len(), 1);
            }
        }
        let refreshed = manager.refresh(&mut |news| heard.hear(news)).unwrap();
        assert_eq!(refreshed, RefreshOutcome::Unchanged, "in memory: {in_memory}");
        assert_eq!(heard.everything(), desk.truth());
    }
}

#[test]
fn a_keeper_that_has_only_opened_rereads_as_well() {
    let desk = CachedCatalogue::new();
    desk.listen();
    let mut manager = desk.manager();
    let mut heard = Heard { snapshot: manager.open(), ..Heard::default() };
    desk.offer_named("zwei", "Kuchen");
    assert_eq!(heard.reread(&mut manager, &paths(&["zwei"])), RefreshOutcome::Updated(1));
    assert_eq!(heard.everything(), desk.truth());
    // Without an index it builds one.
    let mut other = desk.manager_with(None);
    assert_eq!(heard.reread(&mut other, &paths(&["zwei"])), RefreshOutcome::Rebuilt);
    assert_eq!(heard.everything(), desk.truth());
}

#[test]
fn what_has_not_changed_is_no_news() {
    let desk = CachedCatalogue::new();
    let (mut manager, mut heard, _) = desk.listen();
    fs::write(desk.file("drei"), [0xff; 10]).unwrap();
    heard.reread(&mut manager, &paths(&["drei"]));
    heard.news = 0;
    // Written anew, but the same: what a save of our own looks like when the system tells of it.
    desk.offer_named("zwei", "zwei");
    assert_eq!(heard.reread(&mut manager, &paths(&["zwei"])), RefreshOutcome::Unchanged);
    assert_eq!(heard.reread(&mut manager, &paths(&["eins", "drei", "nie-da"])), RefreshOutcome::Unchanged);
    assert_eq!(heard.reread(&mut manager, &[]), RefreshOutcome::Unchanged);
    assert_eq!(heard.news, 0);
}

#[test]
fn other_files_are_answered_with_a_look_at_everything() {
    let desk = CachedCatalogue::new();
    let (mut manager, mut heard, _) = desk.listen();
    let groups = "[[target_group]]\nid = \"alle\"\nlabel = \"Jede und jeder\"\n";
    fs::write(desk.catalogue.join("vocabulary/target_groups.toml"), groups).unwrap();
    assert_eq!(heard.reread(&mut manager, &["vocabulary/target_groups.toml".into()]), RefreshOutcome::Rebuilt);
    assert_eq!(heard.everything(), desk.truth());
    for strange in ["measures/ZWEI.TOML", "measures/../measures/zwei.toml", "measures", "/etc/passwd", "", "../x.toml"]
    {
        desk.offer_named("zwei", strange.trim_matches(['.', '/']));
        assert_eq!(heard.reread(&mut manager, &[strange.into()]), RefreshOutcome::Updated(1), "{strange:?}");
    }
    fs::rename(desk.catalogue.join("measures"), desk.catalogue.join("away")).unwrap();
    assert_eq!(heard.reread(&mut manager, &paths(&["zwei"])), RefreshOutcome::Rebuilt);
    assert_eq!(heard.everything(), desk.truth());
}

#[test]
fn a_catalogue_that_is_away_loses_no_entries() {
    let desk = CachedCatalogue::new();
    let (mut manager, mut heard, _) = desk.listen();
    let away = desk.catalogue.with_extension("away");
    fs::rename(&desk.catalogue, &away).unwrap();
    assert!(manager.refresh_files(&paths(&["zwei"]), &mut |_| {}).is_err());
    fs::rename(&away, &desk.catalogue).unwrap();
    assert_eq!(heard.reread(&mut manager, &paths(&["zwei"])), RefreshOutcome::Unchanged);
    assert_eq!(found(heard.snapshot.as_ref().unwrap(), "").len(), 5);
}

#[test]
fn what_another_process_has_committed_is_followed() {
    let desk = CachedCatalogue::new();
    let (mut one, mut of_one, _) = desk.listen();
    let (mut other, mut of_other, _) = desk.listen();
    desk.offer_named("zwei", "Kuchen");
    assert_eq!(of_one.reread(&mut one, &paths(&["zwei"])), RefreshOutcome::Updated(1));
    assert_eq!(of_other.reread(&mut other, &paths(&["zwei"])), RefreshOutcome::Unchanged, "the work is done");
    assert_eq!(found(of_other.snapshot.as_ref().unwrap(), "kuchen").len(), 1);
    fs::write(desk.file("drei"), "id = 3").unwrap();
    assert_eq!(of_other.reread(&mut other, &paths(&["drei"])), RefreshOutcome::Updated(1));
    assert_eq!(of_other.everything(), desk.truth());
    desk.offer_named("vier", "Neues");
    assert_eq!(of_one.reread(&mut one, &paths(&["vier"])), RefreshOutcome::Updated(1));
    assert_eq!(of_one.everything(), desk.truth(), "also what is wrong with the files of others");
    one.rebuild(&mut |_| {}).unwrap();
    desk.offer_named("eins", "Letztes");
    assert_eq!(of_other.reread(&mut other, &paths(&["eins"])), RefreshOutcome::Updated(1));
    assert_eq!(of_other.everything(), desk.truth());
    assert_eq!(desk.listen().2, RefreshOutcome::Unchanged);
}

#[test]
fn several_that_reread_at_the_same_time_lose_nothing() {
    let desk = CachedCatalogue::new();
    desk.listen();
    let gate = Barrier::new(4);
    thread::scope(|scope| {
        for number in 0..4 {
            let (desk, gate) = (&desk, &gate);
            scope.spawn(move || {
                let (mut manager, mut heard, _) = desk.listen();
                gate.wait();
                for round in 0..10 {
                    let id = format!("n{number}-{round}");
                    desk.offer_named(&id, "neu");
                    heard.reread(&mut manager, &paths(&[&id]));
                }
            });
        }
    });
    let (_, heard, refreshed) = desk.listen();
    assert_eq!(refreshed, RefreshOutcome::Unchanged);
    assert_eq!(heard.everything(), desk.truth());
    assert_eq!(found(heard.snapshot.as_ref().unwrap(), "").len(), 45);
}

#[test]
fn many_rereads_one_by_one_or_at_once_are_remembered() {
    let desk = CachedCatalogue::new();
    let (mut manager, mut heard, _) = desk.listen();
    let ids: Vec<String> = (0..620).map(|number| format!("m{number}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    ids.iter().for_each(|id| desk.offer_named(id, id));
    let unchanged = |state: &str| {
        let (_, heard, refreshed) = desk.listen();
        assert_eq!(refreshed, RefreshOutcome::Unchanged, "{state}");
        assert_eq!(heard.everything(), desk.truth(), "{state}");
    };
    assert_eq!(heard.reread(&mut manager, &paths(&ids)), RefreshOutcome::Updated(620));
    unchanged("all at once");
    for (number, ids) in ids.chunks(40).enumerate() {
        ids.iter().for_each(|id| desk.offer_named(id, &format!("{id} Kuchen")));
        assert_eq!(heard.reread(&mut manager, &paths(ids)), RefreshOutcome::Updated(ids.len()));
        if number % 4 == 0 {
            // Its look at the files notes them, so another manager's next commit has to say less.
            unchanged("some of them");
        }
    }
    unchanged("all of them, some by some");
    assert_eq!(heard.everything(), desk.truth());
}

#[test]
fn a_damaged_index_is_still_known_to_be_damaged_after_rereads() {
    let desk = CachedCatalogue::new();
    desk.listen();
    let folder = generations(&desk.store()).remove(0);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let store = files.into_iter().find(|path| path.extension().is_some_and(|own| own == "store")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    let half = bytes.len() / 2;
    bytes[half] ^= 1;
    fs::write(&store, bytes).unwrap();
    let mut manager = desk.manager();
    let mut heard = Heard { snapshot: manager.open(), ..Heard::default() };
    let mut rebuilt = false;
    for number in 0..12 {
        desk.offer_named("zwei", &format!("zum {number}. Mal"));
        rebuilt |= heard.reread(&mut manager, &paths(&["zwei"])) == RefreshOutcome::Rebuilt;
    }
    assert!(rebuilt || manager.verify().is_err(), "merging has hidden the damage");
}

/// The real program in a real terminal.
#[cfg(unix)]
mod screen {
    use super::*;
    use crate::support::session::Session;

    /// Numbers without chance, so that a failure comes again.
    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    }

    impl CachedCatalogue {
        /// A screen on the catalogue with the third offer selected, at rest.
        fn screen(&self, settings: &str) -> Session {
            let config = self.home.file("settings.toml", settings);
            let (catalogue, cache) = (self.catalogue.to_str().unwrap(), self.cache.to_str().unwrap());
            let env = [("LOTSE_CATALOGUE", catalogue), ("LOTSE_CACHE", cache), ("LOTSE_CONFIG", &config)];
            let mut lotse = Session::start(&env, 100, 24);
            lotse.wait_for("5 Treffer");
            lotse.press("\u{1b}[B\u{1b}[B");
            lotse.wait_for("3 von 5");
            lotse.wait_for("› ● Angebot fuenf");
            lotse.wait_until_calm();
            lotse
        }

        /// Saves as programs do that want to be safe.
        fn save(&self, id: &str, name: &str) {
            let temporary = self.catalogue.join("measures/.lotse-x");
            fs::write(&temporary, measure(id, &format!("Angebot {name}"))).unwrap();
            fs::rename(temporary, self.file(id)).unwrap();
        }
    }

    /// The rows of the list in which the selection stands, below the head.
    fn selected_row(lotse: &Session) -> Option<usize> {
        lotse.seen().text().lines().position(|line| line.contains("› ● Angebot fuenf"))
    }

    fn follow_changes(desk: &CachedCatalogue, lotse: &Session) {
        let row = selected_row(lotse);
        desk.save("zwei", "Aal");
        lotse.wait_for("Angebot Aal");
        lotse.wait_for("4 von 5");
        desk.offer_named("vier", "in place");
        lotse.wait_for("Angebot in place");
        desk.offer_named("neu", "brandneu");
        lotse.wait_for("5 von 6");
        lotse.wait_for("Angebot brandneu");
        desk.remove("neu");
        lotse.wait_for("4 von 5");
        lotse.wait("it is gone", |seen| !seen.text().contains("brandneu"));
        lotse.wait_for("› ● Angebot fuenf");
        assert!(selected_row(lotse) >= row, "the selection has moved up");
        assert!(!lotse.seen().text().contains("sieht nach"), "{}", lotse.seen().text());
    }

    #[test]
    fn changes_show_by_themselves_and_leave_the_selection_where_it_is() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("");
        follow_changes(&desk, &lotse);
        // The selected entry itself.
        desk.save("fuenf", "fuenf und mehr");
        lotse.wait_for("› ● Angebot fuenf und mehr");
        desk.offer_named("fuenf", "Zuletzt");
        lotse.wait_for("› ● Angebot Zuletzt");
        lotse.wait_for("5 von 5");
    }

    #[test]
    fn in_a_long_list_the_selection_stays_on_its_row() {
        let desk = CachedCatalogue::new();
        let mut lotse = desk.screen("");
        (100..200).for_each(|number| desk.offer_named(&format!("n{number}"), &number.to_string()));
        lotse.wait_for("105 Treffer");
        lotse.press(&"\u{1b}[6~".repeat(20));
        lotse.wait_for("105 von 105");
        lotse.press(&"\u{1b}[A".repeat(30));
        lotse.wait_for("75 von 105");
        lotse.wait_until_calm();
        let row = |lotse: &Session| {
            let text = lotse.seen().text();
            let row = text.lines().position(|line| line.contains('›')).unwrap();
            (row, text.lines().nth(row).unwrap().split('│').next().unwrap().to_owned())
        };
        let before = row(&lotse);
        (100..105).for_each(|number| desk.offer_named(&format!("v{number}"), "000 davor"));
        lotse.wait_for("80 von 110");
        lotse.wait_until_calm();
        assert_eq!(row(&lotse), before, "{}", lotse.seen().text());
    }

    #[test]
    fn a_changed_vocabulary_and_a_broken_file_show_as_well() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("");
        let groups = "[[target_group]]\nid = \"alle\"\nlabel = \"Jede und jeder\"\n";
        fs::write(desk.catalogue.join("vocabulary/target_groups.toml"), groups).unwrap();
        lotse.wait_for("Jede und jeder");
        lotse.wait_for("3 von 5");
        desk.offer_named("zwei", "zw\"ei");
        lotse.wait_for("4 Treffer");
        lotse.wait_for("1 Datei fehlerhaft");
        desk.offer_named("zwei", "zwei");
        lotse.wait("all is well again", |seen| {
            seen.text().contains("5 Treffer") && !seen.text().contains("1 Datei fehlerhaft")
        });
    }

    #[test]
    fn without_events_it_looks_by_itself() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("watch = \"poll\"\n");
        desk.save("zwei", "Aal");
        lotse.wait_for("Angebot Aal");
        lotse.wait_for("4 von 5");
        assert!(!lotse.seen().text().contains("sieht nach"), "{}", lotse.seen().text());
    }

    #[test]
    fn it_can_be_told_not_to_look() {
        let desk = CachedCatalogue::new();
        let mut lotse = desk.screen("watch = \"off\"\n");
        desk.save("zwei", "Aal");
        assert_eq!(lotse.bytes_within(Duration::from_secs(1)), 0);
        lotse.press("\u{1b}[15~");
        lotse.wait_for("Angebot Aal");
    }

    #[test]
    fn what_is_no_change_draws_nothing() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("");
        desk.offer_named("zwei", "zwei");
        fs::write(desk.catalogue.join("measures/.zwei.toml.swp"), "x").unwrap();
        fs::write(desk.catalogue.join("measures/zwei.toml~"), "x").unwrap();
        fs::write(desk.catalogue.join("catalogue.toml"), "title = \"Probe\"\n").unwrap();
        assert_eq!(lotse.bytes_within(Duration::from_secs(2)), 0);
    }

    #[test]
    fn folders_that_go_and_come_back_are_watched_on() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("");
        let (measures, away) = (desk.catalogue.join("measures"), desk.catalogue.join("away"));
        fs::rename(&measures, &away).unwrap();
        lotse.wait("the entries are gone", |seen| !seen.text().contains("5 Treffer"));
        fs::rename(&away, &measures).unwrap();
        lotse.wait_for("5 Treffer");
        desk.save("zwei", "Aal");
        lotse.wait_for("Angebot Aal");
        let away = desk.catalogue.with_extension("away");
        fs::rename(&desk.catalogue, &away).unwrap();
        lotse.wait_for("1 Hinweis");
        assert!(lotse.seen().text().contains("5 Treffer"), "the old state serves on");
        fs::rename(&away, &desk.catalogue).unwrap();
        lotse.wait("it can be read again", |seen| !seen.text().contains("1 Hinweis"));
        desk.save("zwei", "Barsch");
        lotse.wait_for("Angebot Barsch");
    }

    /// How often the threads of the program have waited for something so far.
    #[cfg(target_os = "linux")]
    fn waits(lotse: &Session) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", lotse.child.process_id().unwrap())).unwrap();
        let of_task = |path: PathBuf| {
            let status = fs::read_to_string(path.join("status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            line.and_then(|count| count.trim().parse::<u64>().ok()).unwrap_or(0)
        };
        tasks.map(|task| of_task(task.unwrap().path())).sum()
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_wakes_up_while_nothing_happens() {
        let desk = CachedCatalogue::new();
        let lotse = desk.screen("");
        desk.save("zwei", "Aal");
        lotse.wait_for("Angebot Aal");
        // Once all is done; on a busy machine that may take a while.
        let quiet = (0..10).any(|_| {
            let before = waits(&lotse);
            thread::sleep(Duration::from_secs(2));
            waits(&lotse) == before
        });
        assert!(quiet, "something wakes up every two seconds");
    }

    #[test]
    fn a_screen_that_is_killed_while_files_change_costs_nothing_but_time() {
        let desk = CachedCatalogue::new();
        let mut state = 20_261_120;
        for kill in 0..12 {
            let mut lotse = Session::start(
                &[("LOTSE_CATALOGUE", desk.catalogue.to_str().unwrap()), ("LOTSE_CACHE", desk.cache.to_str().unwrap())],
                100,
                24,
            );
            lotse.wait_for("5 Treffer");
            desk.save("zwei", &format!("Kuchen {kill}"));
            desk.save("neu", "neu");
            thread::sleep(Duration::from_millis(190 + next(&mut state) % 60));
            lotse.child.kill().unwrap();
            lotse.child.wait().unwrap();
            // As they were before, to the letter: what was committed in between must not be taken for true.
            desk.save("zwei", "zwei");
            desk.remove("neu");
            let (_, heard, _) = desk.listen();
            assert_eq!(heard.everything(), desk.truth(), "kill {kill}");
        }
    }
}
