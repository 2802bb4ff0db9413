//! Kills, leftovers, rights, links and several at once: the entry stays whole, and nobody waits for the dead.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use super::desk::{KeptCatalogue, files, left_over, says};
use crate::support::home::{MEASURE, json};

/// Files without the journal and what is hidden.
fn visible(desk: &KeptCatalogue) -> BTreeMap<PathBuf, Vec<u8>> {
    let hidden = |path: &PathBuf| path.strip_prefix(desk.path("")).unwrap().to_string_lossy().contains("/.");
    let journal = desk.path(".lotse");
    files(&desk.path("")).into_iter().filter(|(path, _)| !hidden(path) && !path.starts_with(&journal)).collect()
}

/// Starts the program and kills it after a while; true when it had not ended by itself.
fn killed(desk: &KeptCatalogue, args: &[&str], after: Duration) -> bool {
    let mut child = desk.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    thread::sleep(after);
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    running
}

/// How long a run takes here, at best.
fn duration(mut run: impl FnMut(usize)) -> Duration {
    let timed = |number| {
        let start = Instant::now();
        run(number);
        start.elapsed()
    };
    (0..5).map(timed).min().unwrap()
}

/// Killed at any moment, a save has happened or not; and the next one is like any other.
#[test]
fn a_kill_leaves_the_old_or_the_new_entry() {
    const ROUNDS: u32 = 120;
    let desk = KeptCatalogue::new();
    let title = |text: &str| if text.contains("Erstes") { "Zweites Angebot, viel länger" } else { "Erstes Angebot" };
    let save = |to: &str| desk.command(&["set", "m", &format!("title={to}")]).output().unwrap();
    let mut whole = duration(|_| drop(save(title(&desk.text("m")))));
    let before = visible(&desk);
    let (mut stopped, mut saved, mut left, mut half) = (0, 0, 0, 0);
    for round in 0..ROUNDS {
        let old = desk.text("m");
        let to = title(&old);
        let new = MEASURE.replace("Erstes Angebot", to);
        let share = f64::from(round % 40) / 40.0 * 1.2;
        let spread = whole.mul_f64(share);
        let met = killed(&desk, &["set", "m", &format!("title={to}")], spread);
        stopped += u32::from(met);
        if met && share > 1.0 {
            whole = whole.mul_f64(1.2); // Others are at work here as well.
        }
        let now = desk.text("m");
        assert!(now == old || now == new, "torn after {spread:?}:\n{now}");
        saved += u32::from(now == new);
        let mut after = visible(&desk);
        after.insert(desk.entry("m"), before[&desk.entry("m")].clone());
        assert!(after == before, "something else changed after {spread:?}");
        let hidden = left_over(&desk);
        assert!(hidden.iter().all(|name| name.starts_with(".m.toml.")), "{hidden:?}");
        left += u32::from(!hidden.is_empty());
        if fs::read(desk.path("measures/.m.toml.lock")).is_ok_and(|lock| !lock.ends_with(b"}")) {
            // Half a lock is given half a second, in which all further kills would fall.
            half += 1;
            save("Erstes Angebot");
            assert_eq!(left_over(&desk), Vec::<String>::new());
        }
    }
    println!(
        "{ROUNDS} kills within {whole:?}: {stopped} met it running, {saved} after the save, {left} left something, \
         {half} of them half a lock"
    );
    assert!(stopped > ROUNDS / 4 && saved > 0, "the kills do not fall into the save");
    let start = Instant::now();
    desk.done(&["set", "m", "title=Zuletzt"]);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(desk.text("m"), MEASURE.replace("Erstes Angebot", "Zuletzt"));
    assert_eq!(left_over(&desk), Vec::<String>::new());
    // At most the line that was being written is missing in the journal.
    let history = desk.done(&["history", "m", "--limit", "2"]);
    says(&history, &["→ Zuletzt"]);
}

/// Killed at any moment, a new id leaves the old entry, both, or the new one; and the next attempt ends it.
#[test]
fn a_kill_amid_a_new_id_can_be_made_up_for() {
    const ROUNDS: u32 = 40;
    let desk = KeptCatalogue::new();
    let rename = |from: &str, to: &str| drop(desk.done(&["set", from, &format!("id={to}")]));
    let whole = duration(|number| if number % 2 == 0 { rename("m", "k") } else { rename("k", "m") });
    let (mut from, mut to) = ("k", "m");
    for round in 0..ROUNDS {
        let spread = whole.mul_f64(f64::from(round % 20) / 20.0 * 1.1);
        killed(&desk, &["set", from, &format!("id={to}")], spread);
        for id in [from, to].into_iter().filter(|id| desk.entry(id).exists()) {
            assert_eq!(desk.text(id), MEASURE.replace("\"m\"", &format!("\"{id}\"")), "after {spread:?}");
        }
        if desk.entry(from).exists() {
            rename(from, to);
        }
        assert!(!desk.entry(from).exists() && desk.entry(to).exists());
        (from, to) = (to, from);
    }
    desk.done(&["set", from, "title=Zuletzt"]);
    assert_eq!(left_over(&desk), Vec::<String>::new());
}

#[test]
fn what_was_left_behind_blocks_nobody() {
    let desk = KeptCatalogue::new();
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default().trim().to_owned();
    let holder = |host: &str, process: u32, since: &str| {
        let holder = serde_json::json!({"name": "K", "user": "k", "host": host, "process": process, "since": since});
        serde_json::json!({"holder": holder, "turn": 0}).to_string()
    };
    let lock = desk.path("measures/.m.toml.lock");
    let mut number = 0;
    let mut goes_on = |what: &str| {
        number += 1;
        let start = Instant::now();
        desk.done(&["set", "m", &format!("title=Titel {number}")]);
        assert!(start.elapsed() < Duration::from_secs(2), "{what}: {:?}", start.elapsed());
        assert_eq!(left_over(&desk), Vec::<String>::new(), "{what}");
    };
    let now = jiff::Timestamp::now().to_string();
    if !host.is_empty() {
        fs::write(&lock, holder(&host, u32::MAX - 7, &now)).unwrap();
        goes_on("a process that has ended");
    }
    for (what, content) in [
        ("an old lock from elsewhere", holder("anderswo", 1, "2026-01-01T00:00:00Z")),
        ("a lock from the future", holder("anderswo", 1, "2099-01-01T00:00:00Z")),
        ("an empty lock", String::new()),
        ("half a lock", "{\"holder\":{\"na".to_owned()),
    ] {
        fs::write(&lock, content).unwrap();
        goes_on(what);
    }
    fs::write(desk.path("measures/.m.toml.tmp"), "halb").unwrap();
    goes_on("a temporary file");
    fs::write(desk.path("measures/.m.toml.lock-4711"), holder("anderswo", 1, "2026-01-01T00:00:00Z")).unwrap();
    fs::write(desk.path("measures/.m.toml.lock-4712"), "").unwrap();
    fs::write(desk.path("measures/.neu.toml.probe-4711"), "").unwrap();
    goes_on("what was put aside");
    for id in ["k", "gibt-es-nicht-mehr"] {
        fs::write(desk.path(&format!("measures/.{id}.toml.lock")), holder("anderswo", 1, "2026-01-01T00:00:00Z"))
            .unwrap();
        fs::write(desk.path(&format!("measures/.{id}.toml.tmp")), "halb").unwrap();
    }
    fs::write(desk.path("measures/.j.toml.tmp"), "halb").unwrap();
    goes_on("what lies beside other entries");
    let mut journal = fs::read(desk.path(".lotse/history/m.jsonl")).unwrap();
    journal.extend(b"{\"at\":\"2026-");
    fs::write(desk.path(".lotse/history/m.jsonl"), journal).unwrap();
    goes_on("half a line in the journal");
    says(&desk.done(&["history", "m", "--limit", "1"]), &[&format!("→ Titel {number}")]);
}

#[test]
fn whoever_saves_at_this_moment_is_named_harmlessly() {
    let desk = KeptCatalogue::new();
    let since = jiff::Timestamp::now().to_string();
    let holder = serde_json::json!({"name": "Team\u{1b}[31m\u{202e} Zwei", "user": "z\nz", "host": "pc\u{7}", "process": 1, "since": since});
    let lock = serde_json::json!({"holder": holder, "turn": 0}).to_string();
    fs::write(desk.path("measures/.m.toml.lock"), &lock).unwrap();
    // Somebody at work at another entry is left alone.
    fs::write(desk.path("measures/.k.toml.tmp"), "halb").unwrap();
    fs::write(desk.path("measures/.k.toml.lock"), &lock).unwrap();
    desk.done(&["new", "--from", "m", "id=n", "title=Neu"]);
    assert_eq!(left_over(&desk).len(), 3);
    let err = desk.refused(3, &["set", "m", "title=x"]);
    says(&err, &["Team␛[31m Zwei (z z an pc␇), seit", "Augenblick"]);
}

#[test]
fn several_at_once_lose_nothing() {
    let fields: Vec<String> =
        ["title", "short", "source", "legal_note", "contact.name", "contact.phone", "waiting_time", "internal_note"]
            .iter()
            .map(|field| format!("{field}=von mir"))
            .collect();
    let desk = &KeptCatalogue::new();
    thread::scope(|scope| {
        for field in &fields {
            scope.spawn(move || {
                let out = desk.run(&["set", "m", field]);
                assert_eq!(out.code, 0, "{field}: {}", out.err);
            });
        }
    });
    assert_eq!(desk.text("m").matches("= \"von mir\"\n").count(), fields.len(), "{}", desk.text("m"));
    let states = json(&desk.done(&["history", "m", "--format", "json", "--limit", "99"]));
    assert_eq!(states["states"].as_array().unwrap().len(), fields.len() + 1);
    assert_eq!(left_over(desk), Vec::<String>::new());
    // The same id twice at once: one of them comes first.
    let made: Vec<i32> = thread::scope(|scope| {
        let make = |title: &'static str| scope.spawn(move || desk.run(&["new", "--from", "m", "id=n", title]).code);
        let both = [make("title=Eins"), make("title=Zwei")];
        both.map(|one| one.join().unwrap()).to_vec()
    });
    assert!(made == [0, 1] || made == [1, 0], "{made:?}");
}

#[test]
fn an_id_that_is_taken_stays_as_it_is() {
    let desk = KeptCatalogue::new();
    desk.done(&["new", "--from", "m", "id=k", "title=Anderes"]);
    let err = desk.refused(1, &["set", "m", "id=k"]);
    says(&err, &["Es gibt schon einen Eintrag"]);
    // Nothing is done by halves.
    desk.refused(1, &["set", "m", "id=k", "title=Neu"]);
}

#[cfg(unix)]
#[test]
fn mode_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = KeptCatalogue::new();
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for wanted in [0o600, 0o664] {
        fs::set_permissions(desk.entry("m"), fs::Permissions::from_mode(wanted)).unwrap();
        desk.done(&["set", "m", &format!("title=Modus {wanted}")]);
        assert_eq!(mode(desk.entry("m")), wanted);
    }
    fs::set_permissions(desk.path("measures"), fs::Permissions::from_mode(0o775)).unwrap();
    desk.done(&["new", "--from", "m", "id=n", "title=Neues"]);
    assert_eq!(mode(desk.entry("n")), 0o664, "colleagues may write it as they may write the folder");
    fs::write(desk.entry("m"), MEASURE).unwrap();
    fs::rename(desk.entry("m"), desk.path("anderswo.txt")).unwrap();
    symlink("../anderswo.txt", desk.entry("m")).unwrap();
    desk.done(&["set", "m", "title=Durch die Verknüpfung"]);
    assert_eq!(fs::read_link(desk.entry("m")).unwrap().to_str(), Some("../anderswo.txt"));
    let linked = MEASURE.replace("Erstes Angebot", "Durch die Verknüpfung");
    assert_eq!(fs::read_to_string(desk.path("anderswo.txt")).unwrap(), linked);
    // With another id the link goes, and what it led to stays.
    desk.done(&["set", "m", "id=k"]);
    assert!(fs::symlink_metadata(desk.entry("m")).is_err());
    assert_eq!(desk.text("k"), linked.replace("\"m\"", "\"k\""));
    assert_eq!(fs::read_to_string(desk.path("anderswo.txt")).unwrap(), linked);
    // Out of the catalogue leads no way.
    let outside = desk.home.file("outside.toml", MEASURE);
    symlink(&outside, desk.entry("m")).unwrap();
    says(&desk.refused(3, &["set", "m", "title=x"]), &["aus dem Katalogordner"]);
    let elsewhere = KeptCatalogue::new();
    let shared = elsewhere.home.path("shared");
    fs::rename(elsewhere.path("measures"), &shared).unwrap();
    symlink(&shared, elsewhere.path("measures")).unwrap();
    elsewhere.refused(
        3,
        &[
            "new",
            "title=x",
            "summary=y",
            "types=coaching",
            "target_groups=alle",
            "legal_bases=mat",
            "provider=traeger",
            "places=hier",
        ],
    );
    assert_eq!(fs::read_dir(&shared).unwrap().count(), 1);
    // The folder itself may be reached through one.
    symlink(desk.path(""), desk.home.path("link")).unwrap();
    let link = desk.home.path("link");
    let out = desk.home.run_with(&["set", "k", "title=Über den Ordner"], &[("LOTSE_CATALOGUE", &link)]);
    assert_eq!(out.code, 0, "{}", out.err);
    says(&desk.text("k"), &["title = \"Über den Ordner\"\n"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_or_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = KeptCatalogue::new();
    let pipe = desk.entry("pipe");
    if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        assert_eq!(desk.run(&["set", "pipe", "title=x"]).code, 3);
        assert_eq!(desk.run(&["new", "--from", "m", "id=pipe", "title=x"]).code, 3);
        fs::remove_file(&pipe).unwrap();
    }
    let mode = |path: PathBuf, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(desk.path("measures"), 0o555);
    if fs::write(desk.path("measures/probe"), "").is_ok() {
        mode(desk.path("measures"), 0o755);
        return; // For root nothing is read-only.
    }
    for args in
        [&["set", "m", "title=x"][..], &["confirm", "m"], &["new", "--from", "m", "title=x"], &["set", "m", "id=k"]]
    {
        says(&desk.refused(3, args), &["lässt sich nicht schreiben", "Nichts ist gespeichert"]);
    }
    mode(desk.path("measures"), 0o755);
    mode(desk.entry("m"), 0o444);
    says(&desk.refused(3, &["set", "m", "title=x"]), &["lässt sich nicht schreiben"]);
    assert_eq!(left_over(&desk), Vec::<String>::new());
    mode(desk.entry("m"), 0o000);
    assert_eq!(desk.run(&["set", "m", "title=x"]).code, 3);
    assert_eq!(desk.run(&["new", "id=m", "title=x", "summary=x"]).code, 1);
    mode(desk.entry("m"), 0o644);
    // Without a journal the save still stands.
    fs::create_dir(desk.path(".lotse")).unwrap();
    mode(desk.path(".lotse"), 0o555);
    let out = desk.run(&["set", "m", "title=Neu"]);
    assert_eq!(out.code, 0);
    says(&out.err, &["Gespeichert, aber nicht im Verlauf"]);
    mode(desk.path(".lotse"), 0o755);
}
