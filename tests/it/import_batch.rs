//! Saving many entries as one: all old or all new, whichever single step fails, dies or loses its power.

use std::{path::Path, path::PathBuf, sync::Arc};

use jiff::Timestamp;
use lotse::{
    catalogue::Id,
    store::{BatchError, BatchItem, Batched, EntryStore, Finished, SideFile},
};

use crate::support::machine::{Fault, Machine, author, later, now, rules};

const FOLDER: &str = "/katalog";

fn entry(id: &str, title: &str) -> String {
    format!(
        "id = \"{id}\"\ntitle = \"{title}\" # so heißt es\ncategory = \"measure\"\ntypes = [\"coaching\"]\n\
         summary = \"Ein Angebot zum Prüfen.\"\ntarget_groups = [\"frauen\"]\nlegal_bases = [\"mat\"]\n\
         provider = \"gwab\"\ncoordinator = \"koordination-frauen\"\nplaces = [\"wetzlar\"]\nchildcare = \"none\"\n\
         status = \"running\"\n\n[schedule]\nsetting = \"group\"\ndelivery = \"in_person\"\n\
         time_model = \"part_time\"\nentry = \"rolling\"\n\n[confirmed]\non = 2026-11-01\n"
    )
}

fn path(id: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("measures/{id}.toml"))
}

/// Two entries that change and one that is new.
fn items() -> Vec<BatchItem> {
    let item = |id: &str, before: Option<&str>, after: &str| BatchItem {
        id: Id::parse(id).unwrap(),
        before: before.map(|title| entry(id, title)),
        after: entry(id, after),
    };
    vec![item("a", Some("Alt A"), "Neu A"), item("b", Some("Alt B"), "Neu B"), item("c", None, "Neu C")]
}

fn side_file() -> SideFile {
    SideFile { name: Id::parse("zuordnung").unwrap(), text: "{}\n".into() }
}

fn machine() -> Arc<Machine> {
    let (a, b, other) = (entry("a", "Alt A"), entry("b", "Alt B"), entry("d", "Unbeteiligt"));
    let title = Path::new(FOLDER).join("catalogue.toml");
    Arc::new(Machine::with(&[
        (&title, "title = \"Probe\"\n"),
        (&path("a"), &a),
        (&path("b"), &b),
        (&path("d"), &other),
    ]))
}

fn store(machine: &Arc<Machine>, clock: fn() -> Timestamp) -> EntryStore {
    EntryStore::on(machine.clone(), Path::new(FOLDER), author(), clock)
}

fn save(machine: &Arc<Machine>, clock: fn() -> Timestamp) -> Result<Batched, BatchError> {
    store(machine, clock).save_all(&items(), Some(&side_file()), "import: tabelle.csv", rules(), &mut |_, _| ())
}

#[derive(Debug, PartialEq)]
enum State {
    Old,
    New,
}

/// Fails where the folder is neither as before nor as after.
fn state(machine: &Machine) -> State {
    let texts = items().iter().map(|item| machine.text(&path(&item.id))).collect::<Vec<_>>();
    let old: Vec<_> = items().into_iter().map(|item| item.before).collect();
    let new: Vec<_> = items().into_iter().map(|item| Some(item.after)).collect();
    assert_eq!(machine.text(&path("d")), Some(entry("d", "Unbeteiligt")));
    match (texts == old, texts == new) {
        (true, _) => State::Old,
        (_, true) => State::New,
        _ => panic!("half of it: {texts:#?}"),
    }
}

fn left_over(machine: &Machine) -> Vec<PathBuf> {
    let odd = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.ends_with(".tmp") || name.ends_with(".lock") || name.contains(".lock-") || name == "log.json"
    };
    machine.paths().into_iter().filter(odd).collect()
}

#[test]
fn all_entries_are_saved_and_nothing_is_left_over() {
    let machine = machine();
    let batched = save(&machine, now).unwrap();
    assert!(batched.overtaken.is_empty() && batched.uncertain.is_none() && batched.unrecorded.is_none());
    assert_eq!(state(&machine), State::New);
    assert_eq!(left_over(&machine), Vec::<PathBuf>::new());
    let hidden = Path::new(FOLDER).join(".lotse");
    assert_eq!(machine.text(&hidden.join("import/zuordnung.json")).as_deref(), Some("{}\n"));
    let lines = |id: &str| machine.text(&hidden.join(format!("history/{id}.jsonl"))).unwrap().lines().count();
    assert_eq!((lines("a"), lines("c")), (2, 1), "what was there before, and what is there now");
    // What was acknowledged survives.
    machine.lose_power();
    assert_eq!(state(&machine), State::New);
}

#[test]
fn whichever_step_fails_the_folder_is_old_or_new() {
    let whole = machine();
    save(&whole, now).unwrap();
    let steps = whole.operations();
    assert!(steps > 60, "{steps}");
    let (mut before, mut after, mut finished) = (0, 0, 0);
    for fault in [Fault::Refuse, Fault::Kill, Fault::Tear] {
        for power in [false, true] {
            for step in 0..steps {
                let machine = machine();
                machine.fail_at(step, fault);
                let saved = save(&machine, now);
                if power {
                    machine.lose_power()
                } else {
                    machine.restart()
                }
                let decided = machine.text(&Path::new(FOLDER).join(".lotse/batch/log.json")).is_some();
                match store(&machine, later).finish(rules()) {
                    Finished::Nothing => {}
                    Finished::Done(3) => finished += 1,
                    other => panic!("{fault:?} at {step}: {other:?}"),
                }
                let state = state(&machine);
                match saved {
                    Ok(_) => assert_eq!(state, State::New, "{fault:?} at {step}, power {power}"),
                    Err(BatchError::Unfinished { .. }) => {}
                    Err(_) if fault == Fault::Refuse => assert_eq!(state, State::Old, "{fault:?} at {step}"),
                    Err(_) => {}
                }
                assert!(!decided || state == State::New, "what was decided is done: {fault:?} at {step}");
                before += u32::from(state == State::Old);
                after += u32::from(state == State::New);
                // The next one is like any other, and clears up.
                if state == State::Old {
                    save(&machine, later).unwrap_or_else(|error| panic!("{fault:?} at {step}: {error:?}"));
                } else {
                    let again: Vec<BatchItem> = items()
                        .into_iter()
                        .map(|item| BatchItem { before: Some(item.after.clone()), ..item })
                        .collect();
                    let again =
                        store(&machine, later).save_all(&again, None, "import: noch einmal", rules(), &mut |_, _| ());
                    again.unwrap_or_else(|error| panic!("{fault:?} at {step}: {error:?}"));
                }
                let left = left_over(&machine);
                assert_eq!(left, Vec::<PathBuf>::new(), "{fault:?} at {step}, power {power}");
            }
        }
    }
    assert!(before > 50 && after > 50 && finished > 30, "{before} {after} {finished}");
}

/// A folder in which a process was killed the moment after it had decided a batch.
fn left_behind() -> Arc<Machine> {
    for step in 0..1_000 {
        let machine = machine();
        machine.fail_at(step, Fault::Kill);
        let _ = save(&machine, now);
        machine.restart();
        if machine.text(&Path::new(FOLDER).join(".lotse/batch/log.json")).is_some() {
            return machine;
        }
    }
    panic!("no batch was ever decided");
}

/// Finishing may be interrupted as well, again and again.
#[test]
fn whoever_finishes_may_be_killed_too() {
    let whole = left_behind();
    assert!(matches!(store(&whole, later).finish(rules()), Finished::Done(3)));
    let steps = whole.operations();
    for power in [false, true] {
        for step in 0..steps {
            let machine = left_behind();
            machine.fail_at(step, Fault::Kill);
            let _ = store(&machine, later).finish(rules());
            if power {
                machine.lose_power()
            } else {
                machine.restart()
            }
            let much_later = || "2026-11-20T12:00:00Z".parse().unwrap();
            let _ = store(&machine, much_later).finish(rules());
            // Until its name is safe, a power cut may take the log back, and all of it with it.
            assert!(state(&machine) == State::New || power && step < 10, "killed at {step}, power {power}");
        }
    }
}

#[test]
fn an_entry_that_changed_meanwhile_stops_all_of_it() {
    let machine = machine();
    let theirs = entry("b", "Von Hand");
    machine.put(&path("b"), &theirs);
    match save(&machine, now) {
        Err(BatchError::Overtaken(ids)) => assert_eq!(ids, [Id::parse("b").unwrap()]),
        other => panic!("{other:?}"),
    }
    assert_eq!(machine.text(&path("a")), Some(entry("a", "Alt A")));
    assert_eq!(machine.text(&path("b")), Some(theirs));
    assert_eq!(left_over(&machine), Vec::<PathBuf>::new());
}

#[test]
fn an_entry_with_errors_stops_all_of_it() {
    let machine = machine();
    let mut faulty = items();
    faulty[2].after = faulty[2].after.replace("\"gwab\"", "\"gibt-es-nicht\"");
    let refused = store(&machine, now).save_all(&faulty, None, "import", rules(), &mut |_, _| ());
    assert!(matches!(&refused, Err(BatchError::Entry { id, .. }) if id.as_str() == "c"), "{refused:?}");
    assert_eq!(state(&machine), State::Old);
}

/// After a kill, somebody edits one of the entries by hand before anybody has finished the import.
#[test]
fn what_somebody_wrote_before_it_was_finished_is_not_lost() {
    let machine = left_behind();
    let theirs = entry("a", "Alt A").replace("status = \"running\"", "status = \"paused\" # von Hand");
    machine.put(&path("a"), &theirs);
    machine.put(&path("b"), &entry("b", "Von Hand"));
    assert!(matches!(store(&machine, later).finish(rules()), Finished::Done(3)));
    assert_eq!(machine.text(&path("a")), Some(theirs.replace("Alt A", "Neu A")), "other fields come together");
    assert_eq!(machine.text(&path("b")), Some(entry("b", "Von Hand")), "the same field stays theirs");
    assert_eq!(machine.text(&path("c")), Some(entry("c", "Neu C")));
}
