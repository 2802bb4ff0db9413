//! What is read back from the cache is as foreign as a file of somebody else: crafted, exchanged, no file at all. It is noticed,
//! said once in words, and replaced; what lies in a catalogue as an index is never looked at.

use std::{
    fs,
    hash::{DefaultHasher, Hasher as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use lotse::{
    config::Settings,
    locale::{Lang, Texts},
    search::{IndexEvent, IndexStatus, RefreshOutcome, SearchError, guarded, index_state},
    tui::TestApp,
};
use tempfile::TempDir;

use crate::support::{
    TODAY,
    files::{copy, temporary_folder},
    home::Out,
    index::*,
    session::Session,
};

/// CRC-32 as zip files and tantivy have it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

/// How long a file of a segment is without its footer.
fn body_len(bytes: &[u8]) -> usize {
    let end = bytes.len() - 8;
    end - u32::from_le_bytes(bytes[end..end + 4].try_into().unwrap()) as usize
}

/// Changes the body of a file of a segment, and lets the checksum in its footer agree with it.
fn craft(file: &Path, change: impl Fn(&mut Vec<u8>)) {
    let bytes = fs::read(file).unwrap();
    let footer = body_len(&bytes);
    let mut body = bytes[..footer].to_vec();
    change(&mut body);
    let mut words: serde_json::Value = serde_json::from_slice(&bytes[footer..bytes.len() - 8]).unwrap();
    assert_eq!(words["crc"], crc(&bytes[..footer]));
    words["crc"] = crc(&body).into();
    let words = words.to_string();
    body.extend(words.as_bytes());
    body.extend(u32::try_from(words.len()).unwrap().to_le_bytes());
    body.extend(&bytes[bytes.len() - 4..]);
    fs::write(file, body).unwrap();
}

/// The file of the generation in use that ends like this.
fn part(cache: &Path, ending: &str) -> PathBuf {
    let all = files(&generation(&store(cache)));
    all.into_iter().find(|file| file.to_str().unwrap().ends_with(ending)).unwrap()
}

/// Puts other words of the same length into a sealed file, and lets the seal agree with them.
fn reseal(file: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let mut payload = fs::read(file).unwrap().split_off(8);
    replace(&mut payload, from, to);
    let mut hasher = DefaultHasher::new();
    hasher.write(&payload);
    fs::write(file, [&hasher.finish().to_le_bytes()[..], &payload].concat()).unwrap();
}

fn replace(bytes: &mut [u8], from: &str, to: &str) {
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, at)| *at == from.as_bytes()).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "{from} is not in it");
    places.iter().for_each(|at| bytes[*at..at + to.len()].copy_from_slice(to.as_bytes()));
}

/// A desk with an index, and a sound copy of its cache.
struct Crafted {
    desk: CachedCatalogue,
    sound: TempDir,
}

/// Lets four bytes of the columns lie.
fn craft_columns(cache: &Path, at: usize) {
    craft(&part(cache, ".fast"), |body| body.iter_mut().skip(at).take(4).for_each(|byte| *byte = 0xff));
}

impl Crafted {
    fn new() -> Self {
        let (desk, sound) = (CachedCatalogue::new(), temporary_folder());
        desk.start();
        copy(&desk.cache, sound.path());
        Self { desk, sound }
    }

    /// Puts the sound cache back, and lets `craft` change it.
    fn again(&self, craft: impl Fn(&Path)) {
        fs::remove_dir_all(&self.desk.cache).unwrap();
        copy(self.sound.path(), &self.desk.cache);
        craft(&self.desk.cache);
    }

    /// A place in the columns over which the library panics when it answers, though the index can be opened.
    fn place_of_a_panic(&self) -> usize {
        let panics = |at: &usize| {
            self.again(|cache| craft_columns(cache, *at));
            let Some(snapshot) = self.desk.manager().open() else { return false };
            matches!(guarded(|| try_everything(&snapshot)), Err(SearchError::Panicked(_)))
        };
        (0..1000).step_by(5).find(panics).expect("somewhere it panics")
    }

    fn run(&self, args: &[&str]) -> Out {
        let catalogue = self.desk.catalogue.to_str().unwrap();
        self.desk.home.run_with(args, &[("LOTSE_CATALOGUE", catalogue), ("RUST_BACKTRACE", "")])
    }
}

/// One sentence and nothing of what the library has said.
fn is_told_once(err: &str) -> bool {
    let hidden = ["panicked", "BACKTRACE", "thread '", ".rs:", "index:", "out of range"];
    err.lines().count() == 1
        && err.contains("nicht zu gebrauchen, Lotse hat einen neuen gebaut: ")
        && hidden.iter().all(|word| !err.contains(word))
}

const QUESTIONS: [&[&str]; 7] = [
    &["search", "angebot"],
    &["search", "angebot", "--sort", "title", "--format", "json", "--facets", "--explain"],
    &["search", "--sort", "free", "--format", "csv"],
    &["show", "drei"],
    &["report"],
    &["report", "angebot", "--format", "json"],
    &["export", "angebot"],
];

fn took_out(out: &str) -> String {
    // How long an answer took is never the same.
    out.lines().filter(|line| !line.contains("took") && !line.contains("millis")).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_answer_that_panics_is_given_by_a_new_index_and_that_is_said_once() {
    let crafted = Crafted::new();
    let at = crafted.place_of_a_panic();
    for question in QUESTIONS {
        crafted.again(|_| {});
        let expected = crafted.run(question);
        assert_eq!(expected.err.lines().filter(|line| line.contains("zu gebrauchen")).count(), 0);
        crafted.again(|cache| craft_columns(cache, at));
        let out = crafted.run(question);
        assert_eq!(
            (out.code, took_out(&out.out)),
            (expected.code, took_out(&expected.out)),
            "{question:?}: {}",
            out.err
        );
        let told = out.err.replace(&expected.err, "");
        // Whoever shows one entry asks no column.
        let asks = question[0] != "show";
        assert_eq!((is_told_once(&told), told.is_empty()), (asks, !asks), "{question:?}: {}", out.err);
        if asks {
            assert_eq!(crafted.run(question).err, expected.err, "{question:?}: the new one is sound");
        }
    }
}

#[test]
fn an_index_is_not_called_good_whose_answer_panics() {
    let crafted = Crafted::new();
    let state = |crafted: &Crafted| {
        let texts = Arc::new(Texts::new(Lang::De));
        index_state(&crafted.desk.source(), Some(&crafted.desk.cache), None, TODAY, &texts).unwrap()
    };
    assert_eq!((state(&crafted).standing, state(&crafted).entries), (IndexStatus::Fits, Some(5)));
    let at = crafted.place_of_a_panic();
    crafted.again(|cache| craft_columns(cache, at));
    assert!(matches!(state(&crafted).standing, IndexStatus::Damaged(_)));
    let doctor = crafted.run(&["doctor"]);
    assert!(
        doctor.out.contains("Der Suchindex ist beschädigt") && doctor.err.is_empty(),
        "{} {}",
        doctor.out,
        doctor.err
    );
    let index = crafted.run(&["index"]);
    assert!(
        index.code == 0 && is_told_once(&index.err) && index.out.contains("neu gebaut"),
        "{} {}",
        index.out,
        index.err
    );
    assert_eq!(state(&crafted).standing, IndexStatus::Fits);
    let index = crafted.run(&["index"]);
    assert_eq!(index.err, "");
    assert!(index.out.contains("nichts war zu tun"), "{}", index.out);
}

/// Whoever crafts postings can have them name documents beyond the end of their segment.
#[test]
fn filters_of_documents_that_are_not_there_are_given_by_a_new_index() {
    let crafted = Crafted::new();
    // A short list of documents ends with the distance to the one before and a mark: here it is 40.
    let craft_postings = |cache: &Path, at: usize| craft(&part(cache, ".idx"), |body| body[at] = 0x80 | 40);
    let length = body_len(&fs::read(part(&crafted.desk.cache, ".idx")).unwrap());
    let is_refused = |at: &usize| {
        crafted.again(|cache| craft_postings(cache, *at));
        crafted.desk.manager().open().is_none()
    };
    let question = &["search", "angebot", "--format", "json", "--facets"];
    crafted.again(|_| {});
    let expected = crafted.run(question);
    let answered = |at: usize| {
        crafted.again(|cache| craft_postings(cache, at));
        crafted.run(question)
    };
    // The library itself gives up over some bytes; the postings of the filters lie together.
    let mut answers = (0..length).step_by(16).filter(is_refused).map(answered);
    let out = answers.find(|out| out.err.contains("Etwas fehlt im Suchindex")).expect("some of it are filters");
    assert_eq!((out.code, took_out(&out.out)), (expected.code, took_out(&expected.out)), "{}", out.err);
    assert!(is_told_once(&out.err.replace(&expected.err, "")), "{}", out.err);
    assert_eq!(crafted.run(question).err, expected.err, "the new one is sound");
}

#[test]
fn entries_that_are_not_those_of_the_files_are_noticed() {
    let crafted = Crafted::new();
    let expected = crafted.run(&["search", "angebot"]);
    for other in ["evil", "../x"] {
        let forge = |cache: &Path| craft(&part(cache, ".store"), |body| replace(body, "drei", other));
        for question in [&["index"][..], &["search", "angebot"], &["show", "drei"]] {
            crafted.again(forge);
            let out = crafted.run(question);
            assert!(out.code == 0 && is_told_once(&out.err), "{other} {question:?}: {} {}", out.out, out.err);
            assert!(!out.out.contains(other), "{other} {question:?}: {}", out.out);
        }
        crafted.again(forge);
        let doctor = crafted.run(&["doctor"]).out;
        assert!(doctor.contains("Der Suchindex ist beschädigt") && !doctor.contains(other), "{other}: {doctor}");
    }
    assert_eq!(crafted.run(&["search", "angebot"]).out, expected.out);
}

#[test]
fn what_is_stored_beside_an_index_is_checked_as_a_file_of_a_stranger() {
    let crafted = Crafted::new();
    let expected = crafted.run(&["search", "angebot"]);
    let forged = [
        ("files.bin", "measures/drei.toml", "../../../drei.toml"),
        ("files.bin", "measures/drei.toml", "/easures/drei.toml"),
        ("files.bin", "measures/drei.toml", "measures\\drei.toml"),
        ("files.bin", "measures/drei.toml", "c:asures/drei.toml"),
        ("files.bin", "measures/drei.toml", "measures/d\u{1b}[2J.tml"),
        ("register.bin", "team-eins", "../../../"),
        ("register.bin", "traeger", "Traeger"),
    ];
    for (name, from, to) in forged {
        crafted.again(|cache| reseal(&part(cache, name), from, to));
        let out = crafted.run(&["search", "angebot"]);
        assert_eq!((out.code, &out.out), (0, &expected.out), "{name} {to:?}: {}", out.err);
        assert!(is_told_once(&out.err) && out.err.contains(name), "{name} {to:?}: {}", out.err);
        assert_eq!(crafted.run(&["search", "angebot"]).err, "", "{name} {to:?}");
    }
}

#[test]
fn the_pointer_names_a_generation_and_nothing_else() {
    let crafted = Crafted::new();
    let expected = crafted.run(&["search", "angebot"]).out;
    for pointer in
        ["gen-+1", "gen-", "gen- 1", " gen-000001", "gen-000001/../gen-000001", "gen-0x1", "../gen-000001", "gen-１"]
    {
        crafted.again(|cache| fs::write(store(cache).join("CURRENT"), pointer).unwrap());
        let out = crafted.run(&["search", "angebot"]);
        assert!(out.out == expected && is_told_once(&out.err), "{pointer:?}: {}", out.err);
    }
    crafted.again(|cache| fs::write(store(cache).join("CURRENT"), "gen-000001\n".repeat(1000)).unwrap());
    assert!(is_told_once(&crafted.run(&["search", "angebot"]).err));
}

/// All files below a folder, with what is in them.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { found.push((path.clone(), fs::read(path).unwrap())) }
        }
    }
    found.sort();
    found
}

#[test]
fn an_index_that_lies_in_a_catalogue_is_never_looked_at() {
    let desk = CachedCatalogue::new();
    let other = CachedCatalogue::new();
    other.offer("zwei", "Ein fremdes Angebot");
    other.start();
    let place = desk.catalogue.join(".lotse/index");
    copy(&generation(&other.store()), &place.join("gen-0123456789abcdef"));
    copy(&generation(&other.store()), &place.join("gen-000001"));
    fs::write(place.join("CURRENT"), "gen-0123456789abcdef 0123456789abcdef\n").unwrap();
    fs::write(place.join("gen-0123456789abcdef/manifest.json"), "{}").unwrap();
    let planted = contents(&desk.catalogue);
    let run = |args: &[&str]| desk.home.run_with(args, &[("LOTSE_CATALOGUE", desk.catalogue.to_str().unwrap())]);
    let out = run(&["index"]);
    assert_eq!((out.code, out.err.as_str()), (0, ""));
    assert!(out.out.contains("neu gebaut"), "{}", out.out);
    for args in [&["search", "fremdes"][..], &["search", "angebot"], &["show", "zwei"], &["report"], &["doctor"]] {
        let out = run(args);
        assert!(
            !out.out.contains("fremdes Angebot") && !out.err.contains("index"),
            "{args:?}: {} {}",
            out.out,
            out.err
        );
    }
    assert_eq!(titles(&desk.start().snapshot, "zwei"), ["Angebot zwei"]);
    assert_eq!(contents(&desk.catalogue), planted);
    assert_eq!(desk.home.run(&["index", "--share"]).code, 2, "there is no such flag any more");
}

/// A file may be called anything; it is remembered all the same, and not looked for at every start.
#[cfg(unix)]
#[test]
fn a_file_of_a_hostile_name_costs_no_new_index() {
    let desk = CachedCatalogue::new();
    for name in ["\u{1b}[2J.toml", "a\\b.toml", "a\nb.toml"] {
        desk.write(&format!("measures/{name}"), "id = \"x\"\n");
    }
    let started = desk.start();
    assert_eq!((started.refreshed, started.health.files_out), (RefreshOutcome::Rebuilt, 3));
    desk.start();
    let again = desk.start();
    assert_ne!(again.refreshed, RefreshOutcome::Rebuilt);
    assert_eq!((again.mended, again.health.files_out), (false, 3));
    assert_eq!(everything(&again.snapshot), everything(&started.snapshot));
}

/// The screen says once what has happened, in words, and goes on.
#[test]
fn an_answer_that_panics_is_words_on_the_screen() {
    let crafted = Crafted::new();
    let at = crafted.place_of_a_panic();
    crafted.again(|cache| craft_columns(cache, at));
    let mut manager = crafted.desk.manager();
    let snapshot = manager.open().expect("its checksums are right");
    let mut screen = TestApp::open(Some(snapshot.clone()), Settings::default(), (100, 24), Lang::De, TODAY);
    let shown = screen.screen();
    assert!(shown.contains("Der Suchindex ist beschädigt und wird neu gebaut"), "{shown}");
    let mut newer = None;
    manager
        .rebuild(&mut |news| {
            if let IndexEvent::Snapshot(snapshot) = news {
                newer = Some(snapshot)
            }
        })
        .unwrap();
    screen.use_snapshot(newer.unwrap());
    screen.press("zwei");
    assert!(screen.screen().contains("Angebot zwei"), "{}", screen.screen());
    // A new one that panics as well is built no third time.
    screen.use_snapshot(snapshot);
    screen.press("<ctrl-u>drei");
    let shown = screen.screen();
    assert!(
        shown.contains("Diese Suche ist gescheitert: Was in ihm steht") && !shown.contains("wird neu gebaut"),
        "{shown}"
    );
}

#[cfg(unix)]
mod unix {
    use std::{
        os::unix::fs::{PermissionsExt as _, symlink},
        process::{Command, Stdio},
        time::{Duration, Instant},
    };

    use super::*;

    /// The real screen: the list is there, what has happened is said in words, and nothing of the library is seen.
    #[test]
    fn a_crafted_index_is_replaced_under_the_open_screen() {
        let crafted = Crafted::new();
        let at = crafted.place_of_a_panic();
        let columns = |cache: &Path| craft_columns(cache, at);
        let list = |cache: &Path| reseal(&part(cache, "files.bin"), "measures/drei.toml", "../../../drei.toml");
        let crafts = [
            (&columns as &dyn Fn(&Path), "Der Suchindex ist beschädigt und wird neu gebaut: Was in ihm steht"),
            (&list, "Der Suchindex war beschädigt, Lotse hat einen neuen gebaut: „files.bin“"),
        ];
        for (craft, words) in crafts {
            crafted.again(craft);
            let desk = &crafted.desk;
            let home = desk.home.folder("home");
            let args = ["--catalogue", desk.catalogue.to_str().unwrap()];
            let env = [("LOTSE_CACHE", desk.cache.to_str().unwrap())];
            let mut lotse = Session::at(home.as_ref(), &args, &env, 120, 24);
            lotse.wait_for("Angebot drei");
            lotse.wait_for(words);
            lotse.press("zwei");
            lotse.wait_for("› ● Angebot zwei");
            lotse.press("\u{11}");
            assert!(lotse.wait_for_end(Duration::from_secs(20)).unwrap().success());
            lotse.drain();
            let out = String::from_utf8_lossy(&lotse.seen().bytes).into_owned();
            assert!(!out.contains("panicked") && !out.contains("BACKTRACE"), "{out}");
            let index = crafted.run(&["index"]);
            assert!(index.err.is_empty() && index.out.contains("nichts war zu tun"), "{} {}", index.out, index.err);
        }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    /// Everything below the folder of indexes, and whether others may see it.
    fn open_to_others(cache: &Path) -> Vec<PathBuf> {
        let mut folders = vec![cache.join("index")];
        let mut open = Vec::new();
        while let Some(folder) = folders.pop() {
            open.extend(Some(folder.clone()).filter(|folder| mode(folder) & 0o077 != 0));
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if mode(&path) & 0o077 != 0 {
                    open.push(path);
                }
            }
        }
        open
    }

    #[test]
    fn an_index_is_its_owners_alone() {
        let desk = CachedCatalogue::new();
        desk.start();
        assert_eq!(open_to_others(&desk.cache), Vec::<PathBuf>::new());
        // A small commit makes files of its own.
        desk.offer("zwei", "Umgetauftes Ding");
        assert_eq!(desk.start().refreshed, RefreshOutcome::Updated(1));
        assert_eq!(open_to_others(&desk.cache), Vec::<PathBuf>::new());
        // An earlier version has left it open.
        for (path, _) in contents(&desk.cache) {
            fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        }
        for folder in [desk.cache.join("index"), desk.store(), generation(&desk.store())] {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        }
        assert!(open_to_others(&desk.cache).len() > 10);
        assert_eq!(desk.start().refreshed, RefreshOutcome::Unchanged);
        assert_eq!(open_to_others(&desk.cache), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_cache_that_is_made_is_its_owners_alone() {
        let desk = CachedCatalogue::new();
        let cache = desk.home.path("new/cache");
        let env = [("LOTSE_CATALOGUE", desk.catalogue.to_str().unwrap()), ("LOTSE_CACHE", &*cache)];
        assert_eq!(desk.home.run_with(&["index"], &env).code, 0);
        assert_eq!(open_to_others(cache.as_ref()), Vec::<PathBuf>::new());
    }

    /// Runs a search that must end by itself.
    fn search(desk: &CachedCatalogue) -> (i32, String, String) {
        let catalogue = desk.catalogue.to_str().unwrap();
        let mut command = desk.home.command(&["--catalogue", catalogue, "search", "angebot"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        while child.try_wait().unwrap().is_none() {
            if Instant::now() > until {
                child.kill().unwrap();
                panic!("it waits for ever");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let out = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (out.status.code().unwrap(), text(out.stdout), text(out.stderr))
    }

    #[test]
    fn what_is_no_file_is_neither_waited_for_nor_read() {
        let crafted = Crafted::new();
        let expected = search(&crafted.desk).1;
        let folder = generation(&crafted.desk.store());
        let names: Vec<_> = files(&folder).iter().map(|file| file.file_name().unwrap().to_owned()).collect();
        assert!(names.len() > 10, "{names:?}");
        let pipe = |path: &Path| {
            fs::remove_file(path).unwrap();
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        };
        let zeros = |path: &Path| {
            fs::remove_file(path).unwrap();
            symlink("/dev/zero", path).unwrap();
        };
        let huge = |path: &Path| fs::File::options().write(true).open(path).unwrap().set_len(1 << 40).unwrap();
        for name in &names {
            for (what, put) in [("pipe", &pipe as &dyn Fn(&Path)), ("zeros", &zeros)] {
                crafted.again(|cache| put(&generation(&store(cache)).join(name)));
                let (code, out, err) = search(&crafted.desk);
                assert_eq!((code, &out), (0, &expected), "{what} as {name:?}: {err}");
                assert!(is_told_once(&err), "{what} as {name:?}: {err}");
            }
        }
        for name in ["files.bin", "register.bin", "words.bin", "identity.bin", "meta.json", ".managed.json"] {
            crafted.again(|cache| huge(&generation(&store(cache)).join(name)));
            let (code, out, err) = search(&crafted.desk);
            assert_eq!((code, &out), (0, &expected), "a terabyte as {name}: {err}");
            assert!(is_told_once(&err), "a terabyte as {name}: {err}");
        }
        for put in [&pipe as &dyn Fn(&Path), &zeros, &huge] {
            crafted.again(|cache| put(&store(cache).join("CURRENT")));
            let (code, out, err) = search(&crafted.desk);
            assert_eq!((code, &out), (0, &expected), "{err}");
            assert!(is_told_once(&err), "{err}");
        }
    }
}
