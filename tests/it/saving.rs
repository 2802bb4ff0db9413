//! Saving an entry: the old or the new file, whole, whatever happens; and nobody's change is lost.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::SystemTime,
};

use jiff::Timestamp;
use lotse::{
    catalogue::{Change, Field, Id, Source, Value, Values, changed, read_register},
    store::{Act, Disk, EntryEdit, EntryStore, Files, SaveError, Saved, TrustStore},
};

use crate::support::{
    files::temporary_folder,
    machine::{Fault, Machine, author, later, now, rules},
};

const FOLDER: &str = "/katalog";

fn entry() -> String {
    entry_with("frauenprojekt", "Frauenprojekt")
}

fn entry_with(id: &str, title: &str) -> String {
    format!(
        "# Angaben des Trägers\nid = \"{id}\"\ntitle = \"{title}\" # so heißt es\ncategory = \"measure\"\n\
         types = [\"coaching\"]\nsummary = \"Ein Angebot zum Prüfen.\"\ntarget_groups = [\"frauen\"]\n\
         legal_bases = [\"mat\"]\nprovider = \"gwab\"\ncoordinator = \"koordination-frauen\"\nplaces = [\"wetzlar\"]\n\
         childcare = \"none\"\nstatus = \"running\"\n\n[schedule]\nsetting = \"group\"\ndelivery = \"in_person\"\n\
         time_model = \"part_time\"\nentry = \"rolling\"\n\n[capacity]\nplaces = 16\nfree = 3\nas_of = 2026-11-14\n\n\
         [confirmed]\non = 2026-11-01\n"
    )
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn change(name: &str, value: Option<Value>) -> Change {
    Change { field: Field::named(name).unwrap(), value }
}

fn edit(base: &str, changes: Vec<Change>) -> EntryEdit {
    EntryEdit { id: id("frauenprojekt"), base: base.to_owned(), changes, act: Act::Change }
}

fn title(text: &str) -> Change {
    change("title", Value::text(text))
}

fn another_id(id: &str) -> Change {
    change("id", Value::text(id))
}

fn free(number: i64) -> Change {
    change("capacity.free", Some(Value::Number(number)))
}

/// A catalogue of one entry in a temporary folder.
fn folder() -> tempfile::TempDir {
    let folder = temporary_folder();
    fs::create_dir(folder.path().join("measures")).unwrap();
    fs::write(folder.path().join("catalogue.toml"), "title = \"Probe\"\n").unwrap();
    fs::write(file(folder.path()), entry()).unwrap();
    folder
}

fn file(folder: &Path) -> PathBuf {
    folder.join("measures/frauenprojekt.toml")
}

fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.join("measures")).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with('.')).collect()
}

#[test]
fn a_save_changes_the_field_and_nothing_else() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let saved = store.save(&edit(&entry(), vec![free(2)]), rules()).unwrap();
    assert!(saved.changed && saved.theirs.is_empty() && saved.unrecorded.is_none());
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), entry().replace("free = 3", "free = 2"));
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
}

#[test]
fn an_entry_with_errors_is_not_saved() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let refused = store.save(&edit(&entry(), vec![change("title", None)]), rules()).unwrap_err();
    assert!(matches!(&refused, SaveError::Faulty { faults, .. } if faults[0].code.as_str() == "missing-key"));
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), entry());
}

#[test]
fn changes_of_different_fields_come_together() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let theirs = entry().replace("Angaben des Trägers", "von Hand").replace("free = 3", "free = 0 # voll");
    fs::write(file(folder.path()), &theirs).unwrap();
    let saved = store.save(&edit(&entry(), vec![title("Frauen in Arbeit")]), rules()).unwrap();
    assert_eq!(saved.theirs.iter().map(|field| field.name()).collect::<Vec<_>>(), ["capacity.free"]);
    assert_eq!(saved.text, theirs.replace("\"Frauenprojekt\"", "\"Frauen in Arbeit\""));
}

#[test]
fn changes_of_the_same_field_are_put_side_by_side() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let theirs = entry().replace("free = 3", "free = 0");
    fs::write(file(folder.path()), &theirs).unwrap();
    let refused = store.save(&edit(&entry(), vec![title("Neu"), free(2)]), rules()).unwrap_err();
    let SaveError::Clashes { now, clashes } = refused else { panic!("{refused:?}") };
    assert_eq!(now, theirs);
    let number = |value: &Option<Value>| value.as_ref().map(Value::to_line);
    let clash: Vec<_> =
        clashes.iter().map(|c| (c.field.name(), number(&c.base), number(&c.mine), number(&c.theirs))).collect();
    assert_eq!(clash, [("capacity.free".into(), Some("3".into()), Some("2".into()), Some("0".into()))]);
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), theirs, "nothing was written");
    // The same change on both sides is none to quarrel about.
    let saved = store.save(&edit(&entry(), vec![free(0)]), rules()).unwrap();
    assert!(!saved.changed);
}

#[test]
fn a_file_that_is_gone_or_broken_is_told() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    fs::write(file(folder.path()), "title = \n").unwrap();
    assert!(matches!(store.save(&edit(&entry(), vec![free(2)]), rules()), Err(SaveError::Text(_))));
    fs::remove_file(file(folder.path())).unwrap();
    assert!(matches!(store.save(&edit(&entry(), vec![free(2)]), rules()), Err(SaveError::Gone)));
}

#[cfg(unix)]
#[test]
fn mode_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let real = folder.path().join("echt.toml.txt");
    fs::rename(file(folder.path()), &real).unwrap();
    symlink("../echt.toml.txt", file(folder.path())).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o664)).unwrap();
    EntryStore::new(folder.path(), author(), &TrustStore::default())
        .save(&edit(&entry(), vec![free(2)]), rules())
        .unwrap();
    assert!(fs::symlink_metadata(file(folder.path())).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o664);
    assert!(fs::read_to_string(&real).unwrap().contains("free = 2"));
    // A link that leads out of the catalogue is not followed.
    let outside = temporary_folder();
    fs::write(outside.path().join("x"), entry()).unwrap();
    fs::remove_file(file(folder.path())).unwrap();
    symlink(outside.path().join("x"), file(folder.path())).unwrap();
    let refused =
        EntryStore::new(folder.path(), author(), &TrustStore::default()).save(&edit(&entry(), vec![free(1)]), rules());
    assert!(matches!(refused, Err(SaveError::Outside)));
}

#[test]
fn a_new_entry_never_replaces_another() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let again = store.create(&id("frauenprojekt"), &entry(), rules());
    assert!(matches!(again, Err(SaveError::Exists)));
    store.create(&id("zweites"), &entry_with("zweites", "Zweites"), rules()).unwrap();
    assert_eq!(
        fs::read_to_string(folder.path().join("measures/zweites.toml")).unwrap(),
        entry_with("zweites", "Zweites")
    );
}

#[test]
fn another_id_is_another_name_of_the_file() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let before = store.save(&edit(&entry(), vec![free(2)]), rules()).unwrap().text;
    // Meanwhile somebody else has changed another field.
    fs::write(file(folder.path()), before.replace("places = 16", "places = 20")).unwrap();
    let change = edit(&before, vec![title("Frauen in Arbeit"), another_id("frauen-in-arbeit")]);
    let saved = store.save(&change, rules()).unwrap();
    assert_eq!(saved.theirs.iter().map(|field| field.name()).collect::<Vec<_>>(), ["capacity.places"]);
    assert!(!file(folder.path()).exists());
    let new = fs::read_to_string(folder.path().join("measures/frauen-in-arbeit.toml")).unwrap();
    assert_eq!(new, saved.text);
    for changed in ["id = \"frauen-in-arbeit\"", "title = \"Frauen in Arbeit\"", "places = 20", "free = 2"] {
        assert!(new.contains(changed), "{changed}");
    }
    let history = store.history().revisions(&id("frauen-in-arbeit"), Some(&new), 10).states;
    let acts: Vec<_> = history.iter().filter_map(|revision| revision.act.clone()).collect();
    assert_eq!(acts, [Act::Rename { from: id("frauenprojekt") }, Act::Found, Act::Change, Act::Found]);
}

/// Nothing of a change is done where all of it cannot be.
#[test]
fn a_change_with_an_id_that_is_taken_leaves_everything() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    store.create(&id("zweites"), &entry_with("zweites", "Zweites"), rules()).unwrap();
    let refused = store.save(&edit(&entry(), vec![free(2), another_id("zweites")]), rules());
    assert!(matches!(refused, Err(SaveError::Exists)), "{refused:?}");
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), entry());
    // Nor where the entry would be faulty.
    let refused = store.save(&edit(&entry(), vec![title(""), another_id("drittes")]), rules());
    assert!(matches!(refused, Err(SaveError::Faulty { .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), entry());
    assert!(!folder.path().join("measures/drittes.toml").exists());
}

#[test]
fn the_journal_tells_who_changed_what() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    let first = store.save(&edit(&entry(), vec![free(2)]), rules()).unwrap().text;
    // Somebody changes the file in an editor.
    let by_hand = first.replace("free = 2", "free = 5");
    fs::write(file(folder.path()), &by_hand).unwrap();
    let last = store.save(&edit(&by_hand, vec![title("Neu")]), rules()).unwrap().text;
    let told = |limit| {
        let revisions = store.history().revisions(&id("frauenprojekt"), Some(&last), limit).states;
        let line = |revision: &lotse::store::Revision| {
            let fields: Vec<String> =
                revision.differences.iter().map(|d| format!("{} {}", d.field.name(), d.to_line(20))).collect();
            format!("{}|{}|{}", revision.key, revision.by, fields.join(","))
        };
        revisions.iter().map(line).collect::<Vec<_>>()
    };
    let all = [
        "4|Koordination Frauen|title Frauenprojekt -> Neu",
        "3||capacity.free 2 -> 5",
        "2|Koordination Frauen|capacity.free 3 -> 2",
        "1||",
    ];
    assert_eq!(told(10), all);
    assert_eq!(told(2), all[..2]);
    // A line that a crash has cut off costs only itself.
    let journal = folder.path().join(".lotse/history/frauenprojekt.jsonl");
    let held = fs::read(&journal).unwrap();
    fs::write(&journal, &held[..held.len() - 20]).unwrap();
    store.save(&edit(&last, vec![title("Neuer")]), rules()).unwrap();
    let revisions = store.history().revisions(&id("frauenprojekt"), None, 10).states;
    assert_eq!(revisions.len(), 5, "three whole ones, the one found, the new one");
}

/// Every operation of a save goes wrong in turn: the entry is the old or the new one, whole, and what said that it was
/// saved is.
#[test]
fn no_single_operation_can_hurt_an_entry() {
    let path = Path::new(FOLDER).join("measures/frauenprojekt.toml");
    let manifest = Path::new(FOLDER).join("catalogue.toml");
    let new = entry().replace("free = 3", "free = 2");
    let save_at = |machine: &Arc<Machine>, clock| -> Result<Saved, SaveError> {
        EntryStore::on(machine.clone(), FOLDER.as_ref(), author(), clock).save(&edit(&entry(), vec![free(2)]), rules())
    };
    let save = |machine: &Arc<Machine>| save_at(machine, now);
    let fresh = || Arc::new(Machine::with(&[(&path, &entry()), (&manifest, "title = \"x\"\n")]));
    let counted = fresh();
    save(&counted).unwrap();
    let operations = counted.operations();
    assert!(operations > 10, "{operations}");
    for number in 0..operations {
        for fault in [Fault::Refuse, Fault::Kill, Fault::Tear] {
            for power_cut in [false, true] {
                let machine = fresh();
                machine.fail_at(number, fault);
                let saved = save(&machine);
                if power_cut {
                    machine.lose_power()
                } else {
                    machine.restart()
                }
                let at = format!("operation {number}, {fault:?}, power cut {power_cut}, {saved:?}");
                let text = machine.text(&path).unwrap_or_else(|| panic!("gone at {at}"));
                assert!(text == entry() || text == new, "torn at {at}:\n{text}");
                let certain = saved.as_ref().is_ok_and(|saved| saved.uncertain.is_none());
                assert!(!certain || text == new, "lost at {at}");
                // Whatever was left behind: the next save is one like any other, and tidies up.
                let again = save_at(&machine, later);
                assert!(again.is_ok(), "{at}: {again:?}");
                assert_eq!(machine.text(&path).unwrap(), new, "{at}");
                let left: Vec<_> =
                    machine.paths().into_iter().filter(|p| p.to_string_lossy().contains("/.frauen")).collect();
                assert!(left.is_empty(), "{at}: {left:?}");
            }
        }
    }
}

/// A lock that a killed process on this machine has left does not keep anybody from saving; a living one does.
#[test]
fn only_a_living_process_holds_a_lock() {
    let folder = folder();
    let lock = folder.path().join("measures/.frauenprojekt.toml.lock");
    let held = |process: u32, host: &str, since: &str| {
        let holder = serde_json::json!({"name": "K", "user": "k", "host": host, "process": process, "since": since});
        fs::write(&lock, serde_json::json!({"holder": holder, "turn": 0}).to_string()).unwrap();
    };
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    held(1, "anderswo", &Timestamp::now().to_string());
    let refused = store.save(&edit(&entry(), vec![free(2)]), rules());
    assert!(matches!(&refused, Err(SaveError::Held(Some(holder))) if holder.name.as_str() == "K"), "{refused:?}");
    held(1, "anderswo", "2026-01-01T00:00:00Z");
    store.save(&edit(&entry(), vec![free(2)]), rules()).unwrap();
    fs::write(&lock, "").unwrap();
    let text = fs::read_to_string(file(folder.path())).unwrap();
    store.save(&edit(&text, vec![free(1)]), rules()).unwrap();
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
}

/// The disk, with somebody beside it who saves in an editor that knows no locks, while Lotse writes.
struct Meddled {
    disk: Disk,
    texts: std::sync::Mutex<Vec<(PathBuf, String)>>,
}

impl Meddled {
    fn new(folder: &Path, texts: Vec<(PathBuf, String)>) -> Arc<Self> {
        Arc::new(Self { disk: Disk::within(folder), texts: texts.into() })
    }
}

impl Files for Meddled {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.disk.read(path, most)
    }
    fn changed(&self, path: &Path) -> io::Result<SystemTime> {
        self.disk.changed(path)
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.resolve(path)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.disk.names(folder)
    }
    fn write_new(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        self.disk.write_new(path, content, like)
    }
    fn append(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        self.disk.append(path, content, like)
    }
    fn sync(&self, path: &Path) -> io::Result<()> {
        if let Some((path, text)) = self.texts.lock().unwrap().pop() {
            fs::write(path, text)?;
        }
        self.disk.sync(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.sync_folder(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
    fn create_folder(&self, path: &Path, like: &Path) -> io::Result<()> {
        self.disk.create_folder(path, like)
    }
}

#[test]
fn an_editor_that_saves_amid_a_save_loses_nothing() {
    let folder = folder();
    let (path, new) = (file(folder.path()), folder.path().join("measures/neu.toml"));
    let store = |texts| EntryStore::on(Meddled::new(folder.path(), texts), folder.path(), author(), now);
    let theirs = entry().replace("places = 16", "places = 20 # neu");
    let saved = store(vec![(path.clone(), theirs.clone())]).save(&edit(&entry(), vec![free(2)]), rules()).unwrap();
    assert_eq!(saved.theirs.iter().map(|field| field.name()).collect::<Vec<_>>(), ["capacity.places"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs.replace("free = 3", "free = 2"));
    // The same field: refused, theirs stays.
    let again = theirs.replace("free = 3", "free = 0");
    let now = fs::read_to_string(&path).unwrap();
    let refused = store(vec![(path.clone(), again.clone())]).save(&edit(&now, vec![free(1)]), rules());
    assert!(matches!(refused, Err(SaveError::Clashes { .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), again);
    // Who never stops is not fought.
    let many = (1..9).map(|number| (path.clone(), again.replace("Träger", &number.to_string()))).collect();
    let refused = store(many).save(&edit(&again, vec![free(1)]), rules());
    assert!(matches!(refused, Err(SaveError::Held(None))), "{refused:?}");
    // A new entry, and one that gets another id.
    let text = entry_with("neu", "Neu");
    let refused = store(vec![(new.clone(), "# anders".into())]).create(&id("neu"), &text, rules());
    assert!(matches!(refused, Err(SaveError::Exists)), "{refused:?}");
    assert_eq!(fs::read_to_string(&new).unwrap(), "# anders");
    fs::remove_file(&new).unwrap();
    // Once before it is read, once while it is written.
    let later = again.replace("Träger", "später");
    let texts = vec![(path.clone(), later.clone()), (path.clone(), again.clone())];
    let refused = store(texts).save(&edit(&now, vec![another_id("neu")]), rules());
    assert!(matches!(refused, Err(SaveError::Held(None))), "{refused:?}");
    assert!(fs::read_to_string(&path).unwrap() == later && !new.exists());
    assert_eq!(hidden(folder.path()), Vec::<String>::new());
}

/// Many writers at once, each adding one to the same number again and again: none of them is lost.
#[test]
fn writers_at_once_lose_nothing() {
    const WRITERS: i64 = 4;
    const EACH: i64 = 25;
    let folder = folder();
    let path = folder.path().to_owned();
    let before = entry().replace("free = 3", "free = 0").replace("places = 16", "places = 1000");
    fs::write(file(&path), &before).unwrap();
    let write = |path: &Path| {
        let store = EntryStore::new(path, author(), &TrustStore::default());
        let mut done = 0;
        while done < EACH {
            let base = store.open(&id("frauenprojekt")).unwrap();
            let free_now = match Values::read(&base).unwrap().get(Field::named("capacity.free").unwrap()) {
                Some(Value::Number(number)) => *number,
                other => panic!("{other:?}"),
            };
            match store.save(&edit(&base, vec![free(free_now + 1)]), rules()) {
                // To add one and find somebody else's one in its place is no change: it has to be added again.
                Ok(saved) => done += i64::from(saved.changed),
                Err(SaveError::Clashes { .. } | SaveError::Held(_)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
    };
    thread::scope(|scope| (0..WRITERS).for_each(|_| drop(scope.spawn(|| write(&path)))));
    let text = fs::read_to_string(file(&path)).unwrap();
    assert_eq!(text, before.replace("free = 0", &format!("free = {}", WRITERS * EACH)));
    let journal = fs::read_to_string(path.join(".lotse/history/frauenprojekt.jsonl")).unwrap();
    assert_eq!(journal.lines().count() as i64, WRITERS * EACH + 1);
    assert!(journal.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[test]
fn a_catalogue_is_read_as_ever_beside_what_saving_leaves() {
    let folder = folder();
    let store = EntryStore::new(folder.path(), author(), &TrustStore::default());
    store.save(&edit(&entry(), vec![free(2)]), rules()).unwrap();
    fs::write(folder.path().join("measures/.frauenprojekt.toml.tmp"), "left over").unwrap();
    let source = Source::folder(folder.path()).unwrap();
    let files: Vec<String> = source.files().unwrap().iter().map(|file| file.path.to_string()).collect();
    assert_eq!(files, ["catalogue.toml", "measures/frauenprojekt.toml"]);
    let (_, faults) = read_register(&source, &source.files().unwrap());
    assert!(faults.is_empty(), "{faults:?}");
    assert!(changed(&entry(), &[]).is_ok());
}
