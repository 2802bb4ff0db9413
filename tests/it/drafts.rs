//! What a desk shows, drafts of forms that were not saved, and notices that somebody is at work.

use std::fs;

use jiff::Timestamp;
use lotse::{
    catalogue::Id,
    store::{DeskEntry, Draft, Drafts, Ownership, Presence, ProcessIdentity},
};

use crate::support::{TODAY, entry::NEGLECTED, files::temporary_folder, screen::catalogue};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn desk(text: &str) -> DeskEntry {
    DeskEntry::of(&id("kurs"), text, "koordination-frauen", &catalogue().register, TODAY)
}

#[test]
fn a_desk_says_what_is_due() {
    let entry = desk(NEGLECTED);
    let codes: Vec<&str> = entry.due.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["starts-past", "free-undated", "confirmation-overdue"]);
    assert!(entry.is_due() && !entry.is_faulty());
    assert_eq!((entry.free, entry.as_of, entry.ownership), (Some(3), None, Ownership::Mine));
    assert!(entry.lacking.iter().any(|field| field.name() == "schedule.time_model"), "unknown is no answer");
    assert!(entry.lacking.iter().all(|field| field.name() != "title"));
    assert!((30..80).contains(&entry.complete), "{}", entry.complete);
}

#[test]
fn a_missing_field_is_due_first() {
    let entry = desk(&NEGLECTED.replace("summary = \"Ein Kurs.\"\n", ""));
    assert_eq!(entry.due[0].code.as_str(), "missing-key");
    assert!(entry.is_faulty() && entry.complete < desk(NEGLECTED).complete);
}

#[test]
fn a_broken_file_stays_on_the_desk_of_its_coordinator() {
    let entry = desk(&NEGLECTED.replace("title = \"Kurs\"", "title = \"Kurs"));
    assert_eq!((entry.title.as_str(), entry.ownership), ("kurs", Ownership::Mine));
    assert_eq!(entry.due[0].code.as_str(), "syntax");
}

#[test]
fn everything_filled_in_is_a_hundred_per_cent() {
    let best = catalogue().measures.iter().map(|measure| {
        let text = fs::read_to_string(format!("catalogue/measures/{}.toml", measure.id)).unwrap();
        DeskEntry::of(&measure.id, &text, "", &catalogue().register, TODAY)
    });
    for entry in best {
        assert_eq!(entry.complete == 100, entry.lacking.is_empty(), "{}", entry.id);
    }
}

#[test]
fn whoever_stands_in_may_change_without_being_asked() {
    let register = &catalogue().register;
    let stood_in = register.coordinators.iter().find_map(|who| Some((who.id.clone(), who.substitute.clone()?)));
    let (who, substitute) = stood_in.expect("the shipped catalogue has substitutes");
    assert_eq!(Ownership::of(Some(&who), &substitute, register), Ownership::Substitute(who.clone()));
    assert!(Ownership::of(Some(&who), &substitute, register).is_mine());
    assert_eq!(Ownership::of(Some("anders"), &substitute, register), Ownership::Other(id("anders")));
    assert_eq!(Ownership::of(None, &substitute, register), Ownership::Nobody);
}

fn worker(process: u32) -> ProcessIdentity {
    ProcessIdentity { process, ..ProcessIdentity::this("K", "2026-11-20T09:00:00Z".parse().unwrap()) }
}

fn draft(process: u32) -> Draft {
    let typed = [("title".to_owned(), "Neuer Kürs".to_owned())].into();
    Draft { catalogue: "/katalog".into(), id: Some(id("kurs")), base: NEGLECTED.into(), typed, worker: worker(process) }
}

/// No process has this number.
const ENDED: u32 = u32::MAX - 7;

#[test]
fn a_draft_is_offered_once_its_process_has_ended() {
    let folder = temporary_folder();
    let mut drafts = Drafts::new(&folder.path().join("drafts"));
    assert_eq!(drafts.left_behind("/katalog".as_ref()).found, [], "nothing there yet");
    drafts.keep(&draft(std::process::id())).unwrap();
    assert_eq!(drafts.left_behind("/katalog".as_ref()).found, [], "it is still being typed");
    drafts.keep(&draft(ENDED)).unwrap();
    drafts.keep(&Draft { base: "newer".into(), ..draft(ENDED) }).unwrap();
    let found = drafts.left_behind("/katalog".as_ref()).found;
    assert_eq!(found.iter().map(|found| found.draft.base.as_str()).collect::<Vec<_>>(), ["newer"]);
    assert_eq!(drafts.left_behind("/anderer".as_ref()).found, []);
    drafts.discard(&found[0]);
    assert_eq!(drafts.left_behind("/katalog".as_ref()).found, []);
    // What is no draft is nobody's business.
    fs::write(folder.path().join("drafts/x.json"), "{").unwrap();
    assert_eq!(drafts.left_behind("/katalog".as_ref()).found, []);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_a_draft() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = temporary_folder();
    let mut drafts = Drafts::new(folder.path());
    drafts.keep(&draft(ENDED)).unwrap();
    let found = drafts.left_behind("/katalog".as_ref()).found;
    assert_eq!(fs::metadata(&found[0].path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_notice_names_whoever_has_the_form_open() {
    let folder = temporary_folder();
    fs::create_dir(folder.path().join("measures")).unwrap();
    let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let others = |text: &str| Presence::others(folder.path(), &id(text), now);
    let elsewhere = ProcessIdentity { host: "anderswo".into(), ..worker(1) };
    let notice = Presence::announce(folder.path(), &id("kurs"), &elsewhere).unwrap();
    assert_eq!(others("kurs"), std::slice::from_ref(&elsewhere));
    assert_eq!(others("kurs-zwei"), [], "another entry");
    let own = Presence::announce(folder.path(), &id("kurs"), &worker(std::process::id())).unwrap();
    assert_eq!(others("kurs"), std::slice::from_ref(&elsewhere), "one's own is none");
    drop((notice, own));
    assert_eq!(others("kurs"), []);
    // Left behind: by a process that has ended here, or long ago elsewhere.
    let ended = Presence::announce(folder.path(), &id("kurs"), &worker(ENDED)).unwrap();
    let old = ProcessIdentity { since: "2026-11-01T10:00:00Z".parse().unwrap(), ..elsewhere };
    let old = Presence::announce(folder.path(), &id("kurs"), &old).unwrap();
    assert_eq!(others("kurs"), []);
    assert_eq!(fs::read_dir(folder.path().join(".lotse/editing")).unwrap().count(), 0);
    drop((ended, old));
}

#[cfg(unix)]
#[test]
fn a_notice_never_leads_out_of_the_catalogue() {
    let (folder, elsewhere) = (temporary_folder(), temporary_folder());
    fs::create_dir(folder.path().join("measures")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(".lotse")).unwrap();
    assert!(Presence::announce(folder.path(), &id("kurs"), &worker(1)).is_none());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}
