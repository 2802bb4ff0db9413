//! An index built once can lie beside a catalogue for everyone: it is copied, compared, and brought up to date, or not used.

mod cli_support;
mod index_support;

use std::{
    fs,
    hash::{DefaultHasher, Hasher as _},
    path::{Path, PathBuf},
    sync::{Arc, Barrier},
    thread,
};

use index_support::*;
use lotse::{
    catalogue::{Kind, Source},
    locale::{Lang, Texts},
    search::{IndexState, Keeper, Refreshed, SearchError, Standing, index_states},
};
use tempfile::TempDir;

/// A colleague with a cache of his own.
struct Colleague {
    catalogue: PathBuf,
    cache: TempDir,
}

impl Colleague {
    fn at(catalogue: &Path) -> Self {
        Self { catalogue: catalogue.to_owned(), cache: TempDir::new().unwrap() }
    }

    fn source(&self) -> Source {
        Source::folder(&self.catalogue).unwrap()
    }

    fn keeper(&self) -> Keeper {
        Keeper::new(self.source(), Some(self.cache.path()), texts(), TODAY)
    }

    fn start(&self) -> Started {
        start(self.keeper())
    }

    /// What became of the shared index at a first start.
    fn verdict(&self) -> Standing {
        let mut keeper = self.keeper();
        keeper.refresh(&mut |_| {}).unwrap();
        keeper.shared().expect("it was looked for").clone()
    }
}

fn texts() -> Arc<Texts> {
    Arc::new(Texts::new(Lang::De))
}

/// A desk that has shared its index.
fn shared() -> Desk {
    let desk = Desk::new();
    share(&desk);
    desk
}

fn share(desk: &Desk) {
    let mut keeper = desk.keeper();
    keeper.refresh(&mut |_| {}).unwrap();
    keeper.share().unwrap();
}

fn place(catalogue: &Path) -> PathBuf {
    catalogue.join(".lotse/index")
}

/// The folder of the shared generation.
fn shared_generation(catalogue: &Path) -> PathBuf {
    let pointer = fs::read_to_string(place(catalogue).join("CURRENT")).unwrap();
    place(catalogue).join(pointer.split(' ').next().unwrap())
}

/// All files below a folder.
fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = files(folder);
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        found.extend(all_files(&entry));
    }
    found
}

/// Puts other words into the manifest and lets the pointer agree with them.
fn rewrite_manifest(catalogue: &Path, change: impl Fn(&mut serde_json::Value)) {
    let folder = shared_generation(catalogue);
    let path = folder.join("manifest.json");
    let mut manifest = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut manifest);
    let text = serde_json::to_vec(&manifest).unwrap();
    let mut hasher = DefaultHasher::new();
    hasher.write(&text);
    fs::write(&path, text).unwrap();
    let name = folder.file_name().unwrap().to_str().unwrap();
    fs::write(place(catalogue).join("CURRENT"), format!("{name} {:016x}\n", hasher.finish())).unwrap();
}

fn states(colleague: &Colleague) -> (IndexState, IndexState) {
    let states = index_states(&colleague.source(), Some(colleague.cache.path()), None, &texts());
    (states.own.unwrap(), states.shared.unwrap())
}

#[test]
fn whoever_has_no_index_takes_the_shared_one() {
    let desk = shared();
    let colleague = Colleague::at(&desk.catalogue);
    let first = colleague.start();
    assert_eq!(first.refreshed, Refreshed::Copied(0));
    assert_eq!(everything(&first.snapshot), everything(&desk.start().snapshot));
    // From then on it is his own: nothing of the shared one is in use.
    fs::remove_dir_all(desk.catalogue.join(".lotse")).unwrap();
    let second = colleague.start();
    assert_eq!((second.at_once, second.refreshed, second.mended), (true, Refreshed::Unchanged, false));
    desk.offer("zwei", "Umgetauftes Ding");
    let third = colleague.start();
    assert_eq!(third.refreshed, Refreshed::Updated(1));
    assert_eq!(titles(&third.snapshot, "umgetauftes"), ["Umgetauftes Ding"]);
}

#[test]
fn the_own_index_goes_before_the_shared_one() {
    let desk = shared();
    desk.offer("zwei", "Umgetauftes Ding");
    assert_eq!(desk.start().refreshed, Refreshed::Updated(1));
    let mut keeper = desk.keeper();
    keeper.rebuild(&mut |_| {}).unwrap();
    assert_eq!(keeper.shared(), None, "nobody looked for it");
}

#[test]
fn under_another_path_only_what_has_changed_is_read_again() {
    let desk = shared();
    let elsewhere = TempDir::new().unwrap();
    let mount = elsewhere.path().join("laufwerk-z");
    // Copied files have other times.
    copy(&desk.catalogue, &mount);
    let same = Colleague::at(&mount).start();
    assert_eq!(same.refreshed, Refreshed::Copied(0));
    fs::write(mount.join("measures/zwei.toml"), measure("zwei", "Umgetauftes Ding")).unwrap();
    fs::remove_file(mount.join("measures/drei.toml")).unwrap();
    let colleague = Colleague::at(&mount);
    let changed = colleague.start();
    assert_eq!(changed.refreshed, Refreshed::Copied(2));
    assert_eq!(titles(&changed.snapshot, "umgetauftes"), ["Umgetauftes Ding"]);
    assert!(changed.snapshot.record(Kind::Measure, "drei").unwrap().is_none());
    assert_eq!(colleague.start().refreshed, Refreshed::Unchanged);
}

#[test]
fn a_changed_vocabulary_makes_a_shared_index_useless_but_harmless() {
    let desk = shared();
    desk.write("vocabulary/target_groups.toml", "[[target_group]]\nid = \"alle\"\nlabel = \"Jede und jeder\"\n");
    let now = Colleague::at(&desk.catalogue).start();
    assert_eq!(now.refreshed, Refreshed::Rebuilt);
    assert_eq!(titles(&now.snapshot, "jede").len(), 6, "five offers and the target group");
}

#[test]
fn small_commits_are_shared_with_the_rest() {
    let desk = Desk::new();
    desk.start();
    desk.offer("sechs", "Ganz neues Angebot");
    desk.start();
    fs::remove_file(desk.catalogue.join("measures/eins.toml")).unwrap();
    share(&desk);
    let colleague = Colleague::at(&desk.catalogue);
    let now = colleague.start();
    assert_eq!(now.refreshed, Refreshed::Copied(0));
    assert_eq!(titles(&now.snapshot, "neues"), ["Ganz neues Angebot"]);
    assert_eq!(now.snapshot.count(Kind::Measure), 5);
    // The copy goes on as any index: commits, merges, deletions.
    for number in 0..12 {
        desk.offer("zwei", &format!("Stand {number}"));
        assert_eq!(colleague.start().refreshed, Refreshed::Updated(1));
    }
    assert_eq!(titles(&colleague.start().snapshot, "stand"), ["Stand 11"]);
}

#[test]
fn a_damaged_shared_index_is_not_used() {
    let desk = shared();
    let expected = everything(&desk.start().snapshot);
    let sound = TempDir::new().unwrap();
    copy(&desk.catalogue, sound.path());
    let names: Vec<PathBuf> = all_files(&place(sound.path()))
        .into_iter()
        .map(|file| file.strip_prefix(sound.path()).unwrap().to_owned())
        .filter(|name| !name.ends_with("sharing.lock"))
        .collect();
    assert!(names.len() > 10, "{names:?}");
    let damages = [Damage::Half, Damage::Empty, Damage::Gone, Damage::Longer];
    for name in &names {
        for damage in damages.into_iter().chain([0, 30, 60, 99].map(Damage::Flip)) {
            let root = TempDir::new().unwrap();
            copy(sound.path(), root.path());
            damage.befall(&root.path().join(name));
            let what = format!("{damage:?} {}", name.display());
            let colleague = Colleague::at(root.path());
            let (own, shared) = states(&colleague);
            assert_eq!(own.standing, Standing::Missing, "{what}");
            assert_ne!(shared.standing, Standing::Fits, "{what}");
            let verdict = colleague.verdict();
            assert_eq!(verdict, shared.standing, "{what}");
            // Without a pointer there is none.
            let missing = name.ends_with("CURRENT") && matches!(damage, Damage::Gone);
            assert_eq!(verdict == Standing::Missing, missing, "{what}: {verdict:?}");
            assert!(missing || matches!(verdict, Standing::Damaged(_)), "{what}: {verdict:?}");
            assert_eq!(everything(&colleague.start().snapshot), expected, "{what}");
            assert_eq!(generations(&store(colleague.cache.path())).len(), 1, "{what}: half a copy stays");
        }
    }
}

#[test]
fn a_shared_index_of_another_version_or_dictionary_is_not_used() {
    let desk = shared();
    let (version, dictionary) = (Colleague::at(&desk.catalogue), Colleague::at(&desk.catalogue));
    let words = dictionary.cache.path().join("words.txt");
    fs::write(&words, "Sternwarte\n").unwrap();
    let mut keeper = dictionary.keeper();
    keeper.use_dictionary(&words).unwrap();
    assert_eq!(keeper.refresh(&mut |_| {}).unwrap(), Refreshed::Rebuilt);
    assert_eq!(keeper.shared(), Some(&Standing::OtherDictionary));
    let states_then = index_states(&dictionary.source(), Some(dictionary.cache.path()), Some(&words), &texts());
    assert_eq!(states_then.own.unwrap().standing, Standing::Fits);
    assert_eq!(states_then.shared.unwrap().standing, Standing::OtherDictionary);
    rewrite_manifest(&desk.catalogue, |manifest| manifest["version"] = "lotse 99".into());
    assert_eq!(states(&version).1.standing, Standing::Foreign);
    assert_eq!(version.verdict(), Standing::Foreign);
    assert_eq!(version.start().refreshed, Refreshed::Unchanged, "he has built his own");
}

#[test]
fn a_manifest_cannot_lead_anywhere_else() {
    let desk = shared();
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("geheim"), "x").unwrap();
    let far = outside.path().join("geheim").to_str().unwrap().to_owned();
    for name in ["../../../catalogue.toml", &far, "..", "", "identity.bin", "building.lock", "a\\b.term", "CON"] {
        rewrite_manifest(&desk.catalogue, |manifest| manifest["files"][0]["name"] = name.into());
        let colleague = Colleague::at(&desk.catalogue);
        assert!(matches!(colleague.verdict(), Standing::Damaged(_)), "{name:?}");
        assert_eq!(titles(&colleague.start().snapshot, "zwei"), ["Angebot zwei"], "{name:?}");
    }
    for pointer in ["../../.. 0000000000000000", "/etc 0", "gen-000001 0", "gen-0123456789abcdef 0", "\0\u{1b}[2J x"] {
        fs::write(place(&desk.catalogue).join("CURRENT"), pointer).unwrap();
        assert!(matches!(Colleague::at(&desk.catalogue).verdict(), Standing::Damaged(_)), "{pointer:?}");
    }
}

#[test]
fn sharing_again_leaves_one_copy() {
    let desk = shared();
    let before = shared_generation(&desk.catalogue);
    // What somebody left whose process was killed in the middle of it.
    let left = place(&desk.catalogue).join("gen-00000000000000ff");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("meta.json"), "{").unwrap();
    desk.offer("sechs", "Ganz neues Angebot");
    share(&desk);
    let now = shared_generation(&desk.catalogue);
    assert_ne!(now, before);
    assert_eq!(generations(&place(&desk.catalogue)), [now]);
    let colleague = Colleague::at(&desk.catalogue);
    let (_, state) = states(&colleague);
    assert_eq!((state.standing, state.entries, state.generations), (Standing::Fits, Some(6), 1));
    assert!(state.built.is_some() && state.size > 1000);
    assert_eq!(colleague.start().refreshed, Refreshed::Copied(0));
}

#[test]
fn two_that_share_at_the_same_time_leave_one_whole_copy() {
    let desk = Desk::new();
    desk.start();
    let gate = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut keeper = desk.keeper();
                keeper.open().unwrap();
                gate.wait();
                assert!(matches!(keeper.share(), Ok(_) | Err(SearchError::InUse)));
            });
        }
        for _ in 0..4 {
            scope.spawn(|| {
                let colleague = Colleague::at(&desk.catalogue);
                assert_eq!(titles(&colleague.start().snapshot, "zwei"), ["Angebot zwei"]);
            });
        }
    });
    assert_eq!(generations(&place(&desk.catalogue)), [shared_generation(&desk.catalogue)]);
    assert_eq!(Colleague::at(&desk.catalogue).start().refreshed, Refreshed::Copied(0));
}

#[test]
fn nothing_of_the_one_who_shares_is_in_it() {
    let desk = shared();
    let own = [desk.cache.to_str().unwrap(), desk.catalogue.to_str().unwrap()].map(str::as_bytes);
    for file in all_files(&place(&desk.catalogue)) {
        let bytes = fs::read(&file).unwrap();
        let tells = own.iter().any(|path| bytes.windows(path.len()).any(|part| part == *path));
        assert!(!tells, "{} names a path of its maker", file.display());
    }
    assert_eq!(fs::read_to_string(desk.catalogue.join(".lotse/.gitignore")).unwrap(), "*\n");
}

#[test]
fn the_state_of_an_own_index_is_told_without_touching_it() {
    let desk = Desk::new();
    let colleague = Colleague::at(&desk.catalogue);
    assert_eq!(states(&colleague).0.standing, Standing::Missing);
    colleague.start();
    let (own, shared) = states(&colleague);
    assert_eq!((own.standing, own.entries, own.generations), (Standing::Fits, Some(5), 1));
    assert_eq!(shared.standing, Standing::Missing);
    assert!(own.built.is_some() && own.size > 1000);
    let folder = generation(&own.folder);
    let ending = |ending: &str| {
        files(&folder).into_iter().find(|file| file.extension().is_some_and(|own| own == ending)).unwrap()
    };
    let before = fs::read(ending("term")).unwrap();
    for damage in [Damage::Half, Damage::Empty, Damage::Flip(30)] {
        damage.befall(&ending("term"));
        assert!(matches!(states(&colleague).0.standing, Standing::Damaged(_)), "{damage:?}");
        fs::write(ending("term"), &before).unwrap();
    }
    assert_eq!(states(&colleague).0.standing, Standing::Fits);
    let states = index_states(&Source::Embedded, None, None, &texts());
    assert!(states.own.is_none() && states.shared.is_none());
}

mod command {
    use super::*;
    use crate::cli_support::{House, MEASURE};

    #[test]
    fn the_command_shares_and_takes_and_says_so() {
        let house = House::new();
        let folder = house.catalogue(&[("m.toml", MEASURE)]);
        let out = house.run_in_catalogue(&["index", "--share"]);
        assert_eq!((out.code, out.err.as_str()), (0, ""), "{}", out.out);
        assert!(out.out.contains("neu gebaut") && out.out.contains(".lotse/index/gen-"), "{}", out.out);
        let catalogue = ("LOTSE_CATALOGUE", folder.as_str());
        let fresh = house.path("another-cache");
        let out = house.run_with(&["index"], &[catalogue, ("LOTSE_CACHE", &fresh)]);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        assert!(out.out.contains("übernommen") && out.out.contains("ein Angebot"), "{}", out.out);
        // A search takes it without a word.
        let quiet = house.path("third-cache");
        let out = house.run_with(&["search", "angebot"], &[catalogue, ("LOTSE_CACHE", &quiet)]);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        // So does one that finds it damaged; the command that is about the index says it.
        let part = files(&shared_generation(Path::new(&folder))).pop().unwrap();
        Damage::Half.befall(&part);
        let env = [catalogue, ("LOTSE_CACHE", &*house.path("fourth-cache"))];
        let out = house.run_with(&["search", "angebot"], &env);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        let env = [catalogue, ("LOTSE_CACHE", &*house.path("fifth-cache"))];
        let out = house.run_with(&["index"], &env);
        assert_eq!(out.code, 0);
        assert!(out.err.contains("nicht benutzt") && out.err.contains("beschädigt"), "{}", out.err);
        assert!(out.out.contains("neu gebaut"), "{}", out.out);
    }

    #[test]
    fn what_cannot_be_shared_is_said() {
        let house = House::new();
        let folder = house.catalogue(&[("m.toml", MEASURE)]);
        assert_eq!(house.run(&["index", "--share"]).code, 2, "the demo catalogue");
        assert_eq!(house.run(&["index", "--watch"]).code, 2, "the demo catalogue");
        let out = house.run_in_catalogue(&["index", "--watch", "--share"]);
        assert_eq!(out.code, 2);
        assert!(out.err.contains("--watch") && out.err.contains("--share"), "{}", out.err);
        fs::write(format!("{folder}/.lotse"), "hier ist schon etwas").unwrap();
        let out = house.run_in_catalogue(&["index", "--share"]);
        assert_eq!(out.code, 3);
        assert!(out.out.contains("neu gebaut") && out.err.contains(".lotse"), "{} {}", out.out, out.err);
        assert_eq!(fs::read_to_string(format!("{folder}/.lotse")).unwrap(), "hier ist schon etwas");
        assert!(house.run_in_catalogue(&["index"]).out.contains("nichts war zu tun"));
    }
}

#[cfg(unix)]
mod rights {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn everyone_may_read_it() {
        let desk = Desk::new();
        let own = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        own(&desk.catalogue.join("measures"), 0o755);
        share(&desk);
        let place = place(&desk.catalogue);
        for folder in [desk.catalogue.join(".lotse"), place.clone(), shared_generation(&desk.catalogue)] {
            assert_eq!(mode(&folder), 0o755, "{}", folder.display());
        }
        for file in all_files(&place) {
            assert_eq!(mode(&file) & 0o644, 0o644, "{}", file.display());
        }
        // Whoever may write entries may share.
        fs::remove_dir_all(desk.catalogue.join(".lotse")).unwrap();
        own(&desk.catalogue.join("measures"), 0o775);
        share(&desk);
        assert_eq!(mode(&place), 0o775);
    }

    #[test]
    fn no_link_leads_out_of_the_catalogue() {
        let desk = Desk::new();
        let outside = TempDir::new().unwrap();
        symlink(outside.path(), desk.catalogue.join(".lotse")).unwrap();
        let mut keeper = desk.keeper();
        keeper.refresh(&mut |_| {}).unwrap();
        assert!(keeper.share().is_err());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_pipe_in_its_place_is_not_waited_for() {
        let desk = shared();
        let part = shared_generation(&desk.catalogue).join("register.bin");
        for path in [part, place(&desk.catalogue).join("CURRENT")] {
            fs::remove_file(&path).unwrap();
            let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
            assert!(made.success());
            let now = Colleague::at(&desk.catalogue).start();
            assert_eq!(now.refreshed, Refreshed::Rebuilt, "{}", path.display());
        }
    }
}
