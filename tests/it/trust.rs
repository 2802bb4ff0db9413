//! Git runs what a folder names only where the user has said that the folder is trusted; its history is read anyway.
#![cfg(unix)]

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, process::Command};

use crate::support::home::{MEASURE, Out, TestHome, json};

/// A catalogue in a git folder, and a program that leaves a trace when it is run.
struct GitCatalogue {
    home: TestHome,
    /// The folder below the home that holds `.git`.
    top: String,
    /// The catalogue in it.
    catalogue: String,
}

impl GitCatalogue {
    /// The catalogue is the git folder.
    fn new() -> Self {
        Self::at("small", "small")
    }

    fn at(top: &str, catalogue: &str) -> Self {
        let home = TestHome::new();
        home.catalogue_at(catalogue, &[("m.toml", MEASURE), ("k.toml", &MEASURE.replace("\"m\"", "\"k\""))]);
        home.file("gitconfig", "[user]\nname = Somebody Else\nemail = else@example.org\n[commit]\ngpgsign = false\n");
        home.settings("[user]\ncoordinator = \"team-eins\"\n");
        let desk = Self { top: top.to_owned(), catalogue: catalogue.to_owned(), home };
        desk.git(&["init", "--quiet", "--initial-branch=main"]);
        desk.git(&["add", "--all", "--force"]);
        desk.git(&["commit", "--quiet", "--message=Anfang"]);
        desk
    }

    fn path(&self, name: &str) -> String {
        self.home.path(&format!("{}/{name}", self.catalogue))
    }

    fn git(&self, args: &[&str]) -> String {
        let mut git = Command::new("git");
        git.current_dir(self.home.path(&self.top)).args(args).env("GIT_CONFIG_NOSYSTEM", "1");
        git.env("GIT_CONFIG_GLOBAL", self.home.path("gitconfig")).env("GIT_ALLOW_PROTOCOL", "file");
        let output = git.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn run(&self, args: &[&str]) -> Out {
        self.home.run_with(args, &[("LOTSE_CATALOGUE", &self.path("")), ("LOTSE_LANG", "de"), ("TZ", "UTC")])
    }

    /// Subjects of all commits, the newest first.
    fn subjects(&self) -> Vec<String> {
        self.git(&["log", "--format=%s"]).lines().map(str::to_owned).collect()
    }

    /// A program that writes a line whenever it is run, and then fails or not.
    fn trap(&self) -> String {
        let path = self.home.file("trap.sh", &format!("#!/bin/sh\necho \"$0 $*\" >>'{}'\n", self.home.path("ran")));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    fn ran(&self) -> String {
        fs::read_to_string(self.home.path("ran")).unwrap_or_default()
    }

    /// Everything in the repository of a folder that can name a program names the trap.
    fn set_traps(&self) {
        let trap = self.trap();
        let git = self.home.path(&format!("{}/.git", self.top));
        let config = format!(
            "[core]\nfsmonitor = {trap}\npager = {trap}\neditor = {trap}\nsshCommand = {trap}\naskPass = {trap}\n\
             gitProxy = {trap}\nalternateRefsCommand = {trap}\n\
             [pager]\nlog = {trap}\nstatus = {trap}\n[diff]\nexternal = {trap}\n[diff \"t\"]\ncommand = {trap}\n\
             textconv = {trap}\n[filter \"f\"]\nclean = {trap}\nsmudge = {trap}\nprocess = {trap}\nrequired = true\n\
             [merge \"m\"]\ndriver = {trap}\n[gpg]\nprogram = {trap}\n[gpg \"ssh\"]\nprogram = {trap}\n\
             [commit]\ngpgsign = true\n[log]\nshowSignature = true\n[alias]\nlog = !{trap}\nstatus = !{trap}\n\
             commit = !{trap}\nrev-parse = !{trap}\ncat-file = !{trap}\n[credential]\nhelper = {trap}\n\
             [remote \"origin\"]\nurl = ssh://example.org/x\npromisor = true\nuploadpack = {trap}\nvcs = ext\n\
             [extensions]\npartialClone = origin\nworktreeConfig = true\n[protocol]\nallow = always\n\
             [include]\npath = more\n[trailer \"t\"]\ncommand = {trap}\n[interactive]\ndiffFilter = {trap}\n"
        );
        let old = fs::read_to_string(format!("{git}/config")).unwrap();
        fs::write(format!("{git}/config"), old + &config).unwrap();
        for name in ["more", "config.worktree"] {
            fs::write(format!("{git}/{name}"), format!("[core]\nfsmonitor = {trap}\nhooksPath = {git}/hooks\n"))
                .unwrap();
        }
        fs::create_dir_all(format!("{git}/hooks")).unwrap();
        for hook in [
            "pre-commit",
            "prepare-commit-msg",
            "commit-msg",
            "post-commit",
            "post-index-change",
            "reference-transaction",
            "fsmonitor-watchman",
            "post-checkout",
            "pre-auto-gc",
            "post-rewrite",
        ] {
            fs::copy(&trap, format!("{git}/hooks/{hook}")).unwrap();
        }
        let attributes = "*.toml filter=f diff=t merge=m\n";
        fs::create_dir_all(format!("{git}/info")).unwrap();
        fs::write(format!("{git}/info/attributes"), attributes).unwrap();
        fs::write(self.path(".gitattributes"), attributes).unwrap();
    }
}

/// What is done with a catalogue; the last ones change it.
const COMMANDS: &[&[&str]] = &[
    &["search", "Angebot"],
    &["show", "m", "--internal"],
    &["check"],
    &["doctor"],
    &["doctor", "--settings"],
    &["index"],
    &["history", "m"],
    &["history", "m", "--format", "json"],
    &["history", "m", "--show", "1"],
    &["report"],
    &["export", "--format", "csv"],
    &["schema", "--write"],
    &["confirm", "m"],
    &["set", "m", "title=Zweites"],
    &["new", "--from", "m", "title=Neues Angebot"],
    &["set", "k", "id=umbenannt"],
    &["check", "--fix", "--yes"],
];

fn assert_nothing_ran(desk: &GitCatalogue) {
    for args in COMMANDS {
        let out = desk.run(args);
        assert_eq!(desk.ran(), "", "{args:?} has run a program");
        assert!([0, 1].contains(&out.code), "{args:?}: {}", out.err);
    }
}

#[test]
fn nothing_that_an_untrusted_repository_names_is_run() {
    let desk = GitCatalogue::new();
    desk.set_traps();
    let first = fs::read_to_string(desk.home.path("small/.git/refs/heads/main")).unwrap();
    assert_nothing_ran(&desk);
    // The commits were read and all changes are there, in the journal.
    let history = desk.run(&["history", "m"]);
    assert!(history.out.contains("Somebody Else  Anfang") && history.out.contains("Titel"), "{}", history.out);
    desk.run(&["history", "m", "--restore", &first[..8]]);
    assert_eq!(fs::read_to_string(desk.path("measures/m.toml")).unwrap().matches("Zweites").count(), 0, "restored");
    assert_eq!(desk.ran(), "");
    assert!(Path::new(&desk.path(".lotse/history/m.jsonl")).exists());
}

/// Files that were committed, or unpacked, into the catalogue itself, and make it a repository as well.
#[test]
fn a_catalogue_that_looks_like_a_repository_is_none() {
    for trusted in ["--trust", "--no-trust"] {
        let desk = GitCatalogue::at("pub", "pub/catalogue");
        let trap = desk.trap();
        for folder in ["objects", "refs"] {
            fs::create_dir_all(desk.path(folder)).unwrap();
        }
        fs::write(desk.path("HEAD"), "ref: refs/heads/main\n").unwrap();
        let config = format!("[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = {trap}\n");
        fs::write(desk.path("config"), config).unwrap();
        desk.run(&[trusted, "doctor"]);
        assert_nothing_ran(&desk);
    }
}

/// A folder in which somebody has put a program called git, and a `PATH` that looks there.
#[test]
fn git_itself_is_never_taken_from_the_folder() {
    let desk = GitCatalogue::new();
    let trap = desk.trap();
    for place in ["git", "measures/git"] {
        fs::copy(&trap, desk.path(place)).unwrap();
    }
    let path = format!(".:measures::{}", std::env::var("PATH").unwrap());
    for trusted in ["--no-trust", "--trust"] {
        let title = format!("title=Mit {trusted}");
        for args in [&["doctor"][..], &["history", "m"], &["set", "m", &title]] {
            let args = [&[trusted], args].concat();
            let env = [("LOTSE_CATALOGUE", "."), ("PATH", path.as_str())];
            let out = desk.home.run_at(&desk.path(""), &args, &env);
            assert_eq!((out.code, desk.ran().as_str()), (0, ""), "{args:?}: {}", out.err);
        }
    }
    assert_eq!(desk.subjects()[0], "m: title", "where it is trusted, the real git has worked");
}

#[test]
fn trust_is_asked_for_once_and_kept() {
    let desk = GitCatalogue::new();
    let undecided = desk.run(&["set", "m", "title=Eins"]);
    assert!(undecided.err.contains("dem Sie noch nicht vertraut haben") && undecided.err.contains("--trust"));
    assert_eq!(desk.subjects(), ["Anfang"]);
    // From now on git keeps the history, hooks included.
    let trap = desk.trap();
    fs::copy(&trap, desk.home.path("small/.git/hooks/pre-commit")).unwrap();
    let trusted = desk.run(&["--trust", "set", "m", "title=Zwei"]);
    assert_eq!((trusted.code, trusted.err.as_str()), (0, ""));
    assert_eq!(desk.ran().lines().count(), 1, "{}", desk.ran());
    desk.run(&["set", "m", "title=Drei"]);
    assert_eq!(desk.subjects(), ["m: title", "m: title", "Anfang"]);
    assert_eq!(desk.ran().lines().count(), 2, "it was kept");
    // What was saved before git had anything to do with it is not forgotten.
    let history = desk.run(&["history", "m"]).out;
    let titles = ["Zwei → Drei", "Eins → Zwei", "Erstes Angebot → Eins"];
    let places: Vec<_> =
        titles.iter().map(|title| history.find(title).unwrap_or_else(|| panic!("{history}"))).collect();
    assert!(places.is_sorted(), "{history}");
    // And taken back.
    let refused = desk.run(&["--no-trust", "set", "m", "title=Vier"]);
    assert_eq!((refused.err.as_str(), desk.ran().lines().count()), ("", 2), "nobody is asked again");
    assert_eq!(desk.subjects().len(), 3);
    let doctor = desk.run(&["doctor"]).out;
    assert!(doctor.contains("Sie vertrauen dem Git-Ordner") && doctor.contains("nicht: Seine"), "{doctor}");
}

#[test]
fn trust_that_cannot_be_read_or_kept_is_none() {
    let desk = GitCatalogue::new();
    desk.run(&["--trust", "doctor"]);
    let file = desk.home.path(".local/state/lotse/trust.json");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    for broken in ["", "{", "[]", "{\"version\": 9, \"folders\": []}"] {
        fs::write(&file, broken).unwrap();
        let out = desk.run(&["set", "m", &format!("title=Nach {}", broken.len())]);
        assert_eq!((out.code, desk.subjects().len()), (0, 1), "{broken}");
        assert!(out.err.contains("trust.json") && out.err.contains("vertraut Lotse keinem"), "{broken}: {}", out.err);
        assert_eq!(desk.run(&["doctor"]).code, 1, "{broken}");
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let out = desk.run(&["--trust", "set", "m", "title=Dieses Mal"]);
    assert!(out.err.contains("Das gilt nur dieses Mal"), "{}", out.err);
    assert_eq!(desk.subjects().len(), 2);
    // Without a git folder there is nothing to trust.
    let home = TestHome::new();
    let plain = home.catalogue(&[("m.toml", MEASURE)]);
    let out = home.run(&["--catalogue", &plain, "--trust", "search", "Angebot"]);
    assert!(out.code == 0 && out.err.contains("kein Git-Ordner"), "{}", out.err);
}

/// What `lotse history` prints of an entry, without and with the repository's settings.
fn both_ways(desk: &GitCatalogue, id: &str) -> (Out, Out) {
    let untrusted = desk.run(&["--no-trust", "history", id, "--format", "json"]);
    (untrusted, desk.run(&["--trust", "history", id, "--format", "json"]))
}

#[test]
fn without_trust_the_same_commits_are_read() {
    let desk = GitCatalogue::at("pub", "pub/kataloge/eins");
    let commit = |from: &str, to: &str, message: &str| {
        let path = desk.path("measures/m.toml");
        fs::write(&path, fs::read_to_string(&path).unwrap().replace(from, to)).unwrap();
        desk.git(&["commit", "--quiet", "--all", &format!("--message={message}")]);
    };
    commit("Erstes Angebot", "Zweites", "m: title");
    desk.git(&["mv", "kataloge/eins/measures/m.toml", "kataloge/eins/measures/neu.toml"]);
    let neu = desk.path("measures/neu.toml");
    fs::write(&neu, fs::read_to_string(&neu).unwrap().replace("\"m\"", "\"neu\"")).unwrap();
    desk.git(&["commit", "--quiet", "--all", "--message=m -> neu"]);
    let states = |desk: &GitCatalogue, count: usize, what: &str| {
        let (untrusted, trusted) = both_ways(desk, "neu");
        assert_eq!((untrusted.code, untrusted.err.as_str()), (0, ""), "{what}");
        assert_eq!(untrusted.out, trusted.out, "{what}");
        assert_eq!(json(&untrusted.out)["states"].as_array().unwrap().len(), count, "{what}");
    };
    states(&desk, 3, "loose objects and references");
    desk.git(&["pack-refs", "--all"]);
    desk.git(&["gc", "--quiet"]);
    states(&desk, 3, "packed objects and references");
    desk.git(&["checkout", "--quiet", "--detach"]);
    states(&desk, 3, "no branch");
    desk.git(&["checkout", "--quiet", "-b", "zweig/mit/weg", "main"]);
    states(&desk, 3, "a branch with slashes");
    // A clone without its past.
    let (from, to) = (format!("file://{}", desk.home.path("pub")), desk.home.path("flach"));
    desk.git(&["clone", "--quiet", "--depth=1", &from, &to]);
    let shallow = GitCatalogue { top: "flach".into(), catalogue: "flach/kataloge/eins".into(), home: desk.home };
    states(&shallow, 1, "a shallow clone");
}

/// What can only be found by way of the repository's own settings is left alone, and that is said.
#[test]
fn what_leads_to_other_folders_is_only_read_with_trust() {
    let desk = GitCatalogue::new();
    let tree = desk.home.path("baum");
    desk.git(&["worktree", "add", "--quiet", "-b", "zweig", &tree]);
    let linked = GitCatalogue { top: "baum".into(), catalogue: "baum".into(), home: desk.home };
    let (untrusted, trusted) = both_ways(&linked, "m");
    assert!(untrusted.code == 0 && untrusted.err.contains("lotse --trust history"), "{}", untrusted.err);
    assert!(untrusted.out.contains("\"states\":[{\"state\":\"\""), "only what lies there now: {}", untrusted.out);
    assert!(trusted.out.contains("Anfang"), "{}{}", trusted.out, trusted.err);
    // Borrowed objects, a link instead of the repository.
    let desk = GitCatalogue::new();
    let git = desk.home.path("small/.git");
    fs::write(format!("{git}/objects/info/alternates"), "/anderswo\n").unwrap();
    assert!(desk.run(&["history", "m"]).err.contains("--trust"));
    fs::remove_file(format!("{git}/objects/info/alternates")).unwrap();
    assert_eq!(desk.run(&["history", "m"]).err, "");
    for head in ["ref: ../../fremd", "ref: refs/heads/../../config", "ref: refs/heads/main\0", "kein Name", ""] {
        fs::write(format!("{git}/HEAD"), head).unwrap();
        assert!(desk.run(&["history", "m"]).code == 0, "{head:?}");
    }
    fs::rename(&git, desk.home.path("verschoben")).unwrap();
    std::os::unix::fs::symlink(desk.home.path("verschoben"), &git).unwrap();
    assert!(desk.run(&["history", "m"]).err.contains("--trust"));
}

/// A repository in which something never ends: whoever looks at it gets an answer nevertheless.
#[test]
fn a_repository_without_end_is_given_up() {
    let desk = GitCatalogue::new();
    let head = fs::read_to_string(desk.home.path("small/.git/refs/heads/main")).unwrap();
    let object = desk.home.path(&format!("small/.git/objects/{}/{}", &head[..2], &head[2..40]));
    fs::remove_file(&object).unwrap();
    assert!(Command::new("mkfifo").arg(&object).status().unwrap().success());
    let out = desk.run(&["history", "m"]);
    assert!(out.code == 3 && out.err.contains("Git antwortet nicht"), "{}", out.err);
}

/// Left behind by a git that was killed: told in words, and waited for no second time.
#[test]
fn a_lock_that_git_has_left_is_named_and_costs_no_history() {
    let desk = GitCatalogue::new();
    desk.run(&["--trust", "doctor"]);
    let lock = desk.home.file("small/.git/index.lock", "");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    fs::File::options().write(true).open(&lock).unwrap().set_modified(long_ago).unwrap();
    let out = desk.run(&["set", "m", "title=Zweites"]);
    assert_eq!(out.code, 0);
    let flat = out.err.replace('\n', " ");
    assert!(flat.contains("steht im Verlauf von Lotse, aber nicht in Git") && flat.contains("index.lock"), "{flat}");
    assert!(desk.run(&["history", "m"]).out.contains("Erstes Angebot → Zweites"));
    let doctor = desk.run(&["doctor"]);
    assert!(doctor.code == 1 && doctor.out.contains("index.lock"), "{}", doctor.out);
    fs::remove_file(&lock).unwrap();
    assert_eq!((desk.run(&["set", "m", "title=Drittes"]).err.as_str(), desk.subjects()[0].as_str()), ("", "m: title"));
}
