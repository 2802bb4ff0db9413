//! In a git checkout every save is a commit, and whatever else lies in the checkout stays as it is.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use lotse::store::{Author, Checkout, Commit, GitError};
use tempfile::TempDir;

use crate::support::files::temporary_folder;

/// A repository with settings of its own, so that those of whoever runs the tests do not matter.
struct Repo {
    folder: TempDir,
}

impl Repo {
    /// Without any commit.
    fn empty() -> Self {
        let repo = Self { folder: temporary_folder() };
        repo.git(&["init", "--quiet", "--initial-branch=main"]);
        let hooks = repo.root().join(".git/hooks");
        fs::create_dir_all(&hooks).unwrap();
        for (key, value) in [
            ("core.hooksPath", hooks.to_str().unwrap()),
            ("core.abbrev", "7"),
            ("core.autocrlf", "false"),
            ("commit.gpgsign", "false"),
            ("gc.auto", "0"),
            ("maintenance.auto", "false"),
            ("user.name", "Somebody Else"),
            ("user.email", "else@example.org"),
        ] {
            repo.git(&["config", key, value]);
        }
        repo
    }

    /// With one commit of `measures/eins.toml` and two other files.
    fn new() -> Self {
        let repo = Self::empty();
        repo.write("measures/eins.toml", &entry("eins"));
        repo.write("staged.txt", "as it was\n");
        repo.write("dirty.txt", "as it was\n");
        repo.git(&["add", "."]);
        repo.git(&["commit", "--quiet", "--message=Beginning"]);
        repo
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn checkout(&self) -> Checkout {
        Checkout::of(self.root()).unwrap()
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// Other people's work in progress: one file staged, one changed, one new.
    fn be_busy(&self) {
        self.write("staged.txt", "staged\n");
        self.git(&["add", "staged.txt"]);
        self.write("staged.txt", "staged and changed once more\n");
        self.write("dirty.txt", "changed\n");
        self.write("untracked.txt", "new\n");
    }

    /// What lies changed or staged, in every detail.
    fn state(&self) -> [String; 4] {
        let staged = ["diff", "--cached", "--binary", "--full-index"];
        let index = ["ls-files", "--stage"];
        [&["status", "--porcelain"][..], &staged, &["diff", "--binary", "--full-index"], &index]
            .map(|args| self.git(args))
    }

    fn hook(&self, name: &str, script: &str) {
        let path = self.write(&format!(".git/hooks/{name}"), &format!("#!/bin/sh\n{script}\n"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    fn try_git(&self, args: &[&str]) -> Output {
        let mut git = Command::new("git");
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            git.env_remove(name);
        }
        git.env("HOME", self.root())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_EDITOR", "true");
        git.current_dir(self.root()).args(args).output().unwrap()
    }

    fn git(&self, args: &[&str]) -> String {
        let output = self.try_git(args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn commits(&self) -> usize {
        self.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap()
    }

    /// Status and name of each file of the last commit.
    fn last_commit(&self) -> Vec<String> {
        let shown =
            self.git(&["-c", "core.quotePath=false", "show", "--root", "--name-status", "--no-renames", "--format="]);
        shown.lines().map(|line| line.replace('\t', " ")).collect()
    }
}

fn entry(id: &str) -> String {
    let lines = (1..20).map(|line| format!("# Zeile {line} dieses Eintrags\n"));
    format!("id = \"{id}\"\ntitle = \"Ein Angebot\"\n{}", lines.collect::<String>())
}

fn stark() -> Author {
    Author { name: "Frau Stärk".to_owned(), email: "staerk@example.org".to_owned() }
}

fn save(repo: &Repo, paths: &[&Path]) -> Result<Option<String>, GitError> {
    let paths: Vec<_> = paths.iter().map(|path| path.to_path_buf()).collect();
    repo.checkout().commit(&paths, &stark(), "Plätze geändert")
}

fn refusal(result: Result<Option<String>, GitError>) -> String {
    match result {
        Err(GitError::Refused(words)) => words.to_string(),
        other => panic!("expected a refusal, not {other:?}"),
    }
}

fn messages(commits: &[Commit]) -> Vec<&str> {
    commits.iter().map(|commit| commit.message.as_str()).collect()
}

/// Runs one test of this file in a process with other variables, as these tests share one environment.
fn elsewhere(test: &str, variables: &[(&str, &Path)]) {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", &format!("git_history::{test}")]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_save_is_a_commit_in_the_coordinators_name() {
    let repo = Repo::new();
    let before = Timestamp::now().as_second();
    let path = repo.write("measures/eins.toml", "neu\n");
    let hash = save(&repo, &[&path]).unwrap().unwrap();
    let log = repo.git(&["log", "-1", "--format=%h|%an|%ae|%cn|%ce|%B"]);
    assert_eq!(
        log.trim(),
        format!("{hash}|Frau Stärk|staerk@example.org|Frau Stärk|staerk@example.org|Plätze geändert")
    );
    assert_eq!(repo.last_commit(), ["M measures/eins.toml"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    let made: i64 = repo.git(&["log", "-1", "--format=%at"]).trim().parse().unwrap();
    assert!((before..before + 60).contains(&made), "not at a time that a variable says");
}

#[test]
fn nobody_has_to_be_set_up_in_git() {
    let repo = Repo::new();
    repo.git(&["config", "--unset", "user.name"]);
    repo.git(&["config", "--unset", "user.email"]);
    repo.git(&["config", "user.useConfigOnly", "true"]);
    assert!(!repo.try_git(&["commit", "--allow-empty", "--message=x"]).status.success(), "git knows nobody");
    let path = repo.write("measures/eins.toml", "neu\n");
    assert!(save(&repo, &[&path]).unwrap().is_some());
}

#[test]
fn odd_names_and_messages_do_no_harm() {
    let repo = Repo::new();
    let path = repo.write("measures/eins.toml", "");
    let cases = [
        ("", "", "-m ist kein Schalter", "lotse|"),
        ("", "a@b", "# keine Anmerkung", "a@b|a@b"),
        (" <.,> ", "x <y>\nz", "zwei\n\n# Absätze", "x y z|xyz"),
        ("A <x@y>\nB\0", "c d", "mit\u{1b}[31m Farbe\0", "A x@y B␀|cd"),
        ("Dr. \"Ä\"", "", "--amend", "Dr. \"Ä|"),
    ];
    for (number, (name, email, message, signed)) in cases.into_iter().enumerate() {
        fs::write(&path, format!("{number}\n")).unwrap();
        let author = Author { name: name.to_owned(), email: email.to_owned() };
        repo.checkout().commit(std::slice::from_ref(&path), &author, message).unwrap().unwrap();
        let shown = message.replace('\u{1b}', "␛").replace('\0', "␀");
        assert_eq!(repo.git(&["log", "-1", "--format=%an|%ae|%B"]).trim(), format!("{signed}|{shown}"));
        assert_eq!(repo.git(&["log", "-1", "--format=%cn|%ce"]).trim(), signed);
    }
    assert_eq!(repo.commits(), 1 + cases.len());
}

#[test]
fn what_others_have_staged_or_changed_stays_as_it_is() {
    let repo = Repo::new();
    repo.be_busy();
    let before = repo.state();
    let (path, new) = (repo.root().join("measures/eins.toml"), repo.write("measures/zwei.toml", &entry("zwei")));
    fs::write(&path, "neu\n").unwrap();
    save(&repo, &[&path, &new]).unwrap().unwrap();
    assert_eq!(repo.last_commit(), ["M measures/eins.toml", "A measures/zwei.toml"]);
    let after = repo.state();
    assert_eq!(after[..3], before[..3]);
    let others =
        |index: &str| index.lines().filter(|line| line.ends_with(".txt")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&after[3]), others(&before[3]));
}

#[test]
fn without_a_change_there_is_no_commit() {
    let repo = Repo::new();
    let path = repo.root().join("measures/eins.toml");
    repo.hook("pre-commit", "exit 1");
    fs::write(repo.root().join(".gitignore"), "*.bak\n").unwrap();
    let ignored = repo.write("measures/eins.bak", "x");
    let nowhere = repo.root().join("measures/nowhere.toml");
    assert_eq!(save(&repo, &[&path, &ignored, &nowhere]).unwrap(), None);
    assert_eq!(save(&repo, &[]).unwrap(), None);

    // Changed, staged, and changed back: what counts is what a commit would say.
    fs::write(&path, "staged\n").unwrap();
    repo.git(&["add", "measures/eins.toml"]);
    fs::write(&path, entry("eins")).unwrap();
    let before = repo.state();
    assert_eq!(save(&repo, &[&path]).unwrap(), None);
    repo.git(&["reset", "--quiet"]);
    repo.git(&["rm", "--quiet", "--cached", "measures/eins.toml"]);
    let removed = repo.state();
    assert_eq!(save(&repo, &[&path]).unwrap(), None);
    assert_eq!(repo.state(), removed);
    assert_ne!(before, removed);
    assert_eq!(repo.commits(), 1);
}

#[test]
fn a_new_id_is_one_commit_with_one_history() {
    let repo = Repo::new();
    let (old, new) = (repo.root().join("measures/eins.toml"), repo.write("measures/zwei.toml", &entry("zwei")));
    fs::remove_file(&old).unwrap();
    save(&repo, &[&old, &new]).unwrap().unwrap();
    assert_eq!(repo.last_commit(), ["D measures/eins.toml", "A measures/zwei.toml"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");

    let history = repo.checkout().log(&new, 10).unwrap();
    assert_eq!(messages(&history), ["Plätze geändert", "Beginning"]);
    let texts: Vec<_> = history.iter().map(|commit| commit.text.as_deref()).collect();
    assert_eq!(texts, [Some(&*entry("zwei")), Some(&*entry("eins"))]);
    let gone = repo.checkout().log(&old, 10).unwrap();
    assert_eq!(gone.iter().map(|commit| commit.text.is_some()).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn the_first_commit_of_a_repository_is_like_any_other() {
    let repo = Repo::empty();
    let path = repo.write("measures/eins.toml", &entry("eins"));
    repo.write("other.txt", "x\n");
    repo.write("mine.txt", "x\n");
    repo.git(&["add", "mine.txt"]);
    assert_eq!(repo.checkout().log(&path, 10).unwrap(), []);

    repo.hook("pre-commit", "exit 1");
    let before = repo.state();
    refusal(save(&repo, &[&path]));
    assert_eq!(repo.state(), before);

    repo.hook("pre-commit", "exit 0");
    save(&repo, &[&path]).unwrap().unwrap();
    assert_eq!(repo.last_commit(), ["A measures/eins.toml"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "A  mine.txt\n?? other.txt\n");
}

#[test]
fn a_hook_that_fails_is_told_and_nothing_is_staged() {
    let repo = Repo::new();
    repo.be_busy();
    let noise = "i=0; while [ $i -lt 50 ]; do echo noise; i=$((i+1)); done";
    repo.hook("pre-commit", &format!("{noise}\nprintf 'Prüfung: \\033[31mfalsch\\033[0m\\n'; exit 1"));
    let (path, new) = (repo.write("measures/eins.toml", "neu\n"), repo.write("measures/zwei.toml", "zwei\n"));
    let before = repo.state();
    let words = refusal(save(&repo, &[&path, &new]));
    assert!(words.ends_with("\nPrüfung: ␛[31mfalsch␛[0m"), "{words}");
    assert!(words.lines().count() < 10, "{words}");
    assert_eq!(repo.state(), before);
    assert_eq!(fs::read_to_string(&path).unwrap(), "neu\n");

    repo.hook("pre-commit", "exit 1");
    assert!(!refusal(save(&repo, &[&path])).is_empty());
}

#[test]
fn a_hook_may_rewrite_the_file() {
    let repo = Repo::new();
    repo.be_busy();
    let path = repo.root().join("measures/eins.toml");
    repo.hook("pre-commit", "echo tidied >> measures/eins.toml; git add measures/eins.toml");
    let before = repo.state();
    fs::write(&path, "neu\n").unwrap();
    save(&repo, &[&path]).unwrap().unwrap();
    assert_eq!(repo.git(&["show", "HEAD:measures/eins.toml"]), "neu\ntidied\n");
    assert_eq!(repo.state()[..3], before[..3], "the hook's work is not undone by whoever commits next");

    repo.hook("pre-commit", "echo later >> measures/eins.toml");
    fs::write(&path, "noch neuer\n").unwrap();
    save(&repo, &[&path]).unwrap().unwrap();
    assert_eq!(repo.git(&["show", "HEAD:measures/eins.toml"]), "noch neuer\n");
}

#[test]
fn hooks_find_git_as_they_know_it() {
    let repo = Repo::new();
    repo.hook("pre-commit", "test -n \"$(git diff --cached --name-only -- '*.toml')\" && ! read answer");
    repo.hook("commit-msg", "grep -q Plätze \"$1\"");
    let path = repo.write("measures/eins.toml", "neu\n");
    save(&repo, &[&path]).unwrap().unwrap();
}

#[test]
fn another_process_that_writes_is_waited_for() {
    let repo = Repo::new();
    let (path, lock) = (repo.write("measures/neu.toml", "neu\n"), repo.write(".git/index.lock", ""));
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(600));
            fs::remove_file(&lock).unwrap();
        });
        save(&repo, &[&path]).unwrap().unwrap();
    });
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_process_that_writes_forever_is_told() {
    let repo = Repo::new();
    repo.be_busy();
    let path = repo.write("measures/eins.toml", "neu\n");
    let before = repo.state();
    let lock = repo.write(".git/index.lock", "");
    let refused = save(&repo, &[&path]);
    assert!(matches!(&refused, Err(GitError::Locked(path)) if path.ends_with(".git/index.lock")), "{refused:?}");
    fs::remove_file(lock).unwrap();
    assert_eq!(repo.state(), before);
    save(&repo, &[&path]).unwrap().unwrap();
}

/// Two branches that changed the same line.
fn disagreeing() -> Repo {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "side"]);
    repo.write("dirty.txt", "side\n");
    repo.git(&["commit", "--quiet", "--all", "--message=Side"]);
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write("dirty.txt", "main\n");
    repo.git(&["commit", "--quiet", "--all", "--message=Main"]);
    repo
}

#[test]
fn in_the_middle_of_a_merge_or_rebase_nothing_is_committed() {
    for doing in [&["merge"][..], &["cherry-pick"], &["rebase"], &["rebase", "--apply"]] {
        let repo = disagreeing();
        assert!(!repo.try_git(&[doing, &["side"]].concat()).status.success());
        let (path, new) = (repo.write("measures/eins.toml", "neu\n"), repo.write("measures/zwei.toml", "zwei\n"));
        let before = repo.state();
        match (doing[0], save(&repo, &[&path, &new])) {
            ("rebase", Err(GitError::Rebasing)) => {}
            (_, result) => assert!(refusal(result).contains(&format!("partial commit during a {}", doing[0]))),
        }
        assert_eq!(repo.state(), before);
        repo.git(&[doing[0], "--abort"]);
        assert_eq!(fs::read_to_string(&new).unwrap(), "zwei\n");
    }
}

#[test]
fn a_conflict_elsewhere_that_git_can_live_with_stays_as_it_is() {
    let repo = Repo::new();
    let path = repo.write("measures/eins.toml", "neu\n");
    repo.write("dirty.txt", "put aside\n");
    repo.git(&["stash", "push", "--quiet", "dirty.txt"]);
    repo.write("dirty.txt", "done meanwhile\n");
    repo.git(&["commit", "--quiet", "--message=Meanwhile", "dirty.txt"]);
    assert!(!repo.try_git(&["stash", "pop"]).status.success());
    let conflict = |repo: &Repo| repo.git(&["ls-files", "--unmerged"]);
    let before = conflict(&repo);
    assert_eq!(before.lines().count(), 3);
    save(&repo, &[&path]).unwrap().unwrap();
    assert_eq!(conflict(&repo), before);
    assert_eq!(repo.last_commit(), ["M measures/eins.toml"]);
}

#[cfg(unix)]
#[test]
fn names_are_taken_literally() {
    let repo = Repo::new();
    let names =
        ["Träger & Söhne/a b.toml", "measures/*.toml", ":(top)x.toml", "-x.toml", "a\"b'c.toml", "z[1]\n\t.toml"];
    let paths: Vec<_> = names.iter().map(|name| repo.write(name, &format!("{name}\n"))).collect();
    repo.write("measures/eins.toml", "changed by somebody else\n");
    for (name, path) in names.iter().zip(&paths) {
        let other = repo.state()[0].matches("measures/eins.toml").count();
        save(&repo, &[path]).unwrap().unwrap();
        assert_eq!(repo.last_commit().len(), 1, "{name}");
        assert_eq!(other, 1, "{name}");
        let history = repo.checkout().log(path, 10).unwrap();
        assert_eq!(history.len(), 1, "{name}");
        assert_eq!(history[0].text.as_deref(), Some(&*format!("{name}\n")));
    }
    assert_eq!(repo.git(&["status", "--porcelain"]), " M measures/eins.toml\n");
}

#[test]
fn a_catalogue_may_lie_anywhere_in_a_checkout() {
    let repo = Repo::new();
    let path = repo.write("Ämter/Köln Süd/measures/eins.toml", "eins\n");
    let folder = repo.root().join("Ämter/Köln Süd");
    let checkout = Checkout::of(&folder).unwrap();
    checkout.commit(std::slice::from_ref(&path), &stark(), "Neu").unwrap().unwrap();
    assert_eq!(repo.last_commit(), ["A Ämter/Köln Süd/measures/eins.toml"]);
    assert_eq!(checkout.log(&path, 1).unwrap()[0].text.as_deref(), Some("eins\n"));

    fs::remove_dir_all(folder.join("measures")).unwrap();
    checkout.commit(std::slice::from_ref(&path), &stark(), "Mit dem Ordner").unwrap().unwrap();
    assert_eq!(repo.last_commit(), ["D Ämter/Köln Süd/measures/eins.toml"]);
}

#[cfg(unix)]
#[test]
fn links_lead_to_the_same_history() {
    use std::os::unix::fs::symlink;
    let (repo, desk) = (Repo::new(), temporary_folder());
    let link = desk.path().join("Katalog");
    symlink(repo.root().join("measures"), &link).unwrap();
    symlink("eins.toml", repo.root().join("measures/link.toml")).unwrap();
    let checkout = Checkout::of(&link).unwrap();
    for (name, message) in [("eins.toml", "Durch den Ordner"), ("link.toml", "Durch die Datei"), ("neu.toml", "Neu")] {
        fs::write(link.join(name), message).unwrap();
        checkout.commit(&[link.join(name)], &stark(), message).unwrap().unwrap();
    }
    assert_eq!(messages(&checkout.log(&link.join("link.toml"), 2).unwrap()), ["Durch die Datei", "Durch den Ordner"]);
    fs::remove_file(link.join("neu.toml")).unwrap();
    checkout.commit(&[link.join("neu.toml")], &stark(), "Weg").unwrap().unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "?? measures/link.toml\n");

    let outside = desk.path().join("x.toml");
    fs::write(&outside, "x").unwrap();
    assert!(refusal(save(&repo, &[&outside])).contains("outside repository"));
}

#[test]
fn a_linked_work_tree_commits_to_its_own_branch() {
    let repo = Repo::new();
    repo.git(&["worktree", "add", "--quiet", "-b", "branch", "desk"]);
    let path = repo.write("desk/measures/eins.toml", "am anderen Tisch\n");
    let checkout = Checkout::of(path.parent().unwrap()).unwrap();
    checkout.commit(std::slice::from_ref(&path), &stark(), "Anderswo").unwrap().unwrap();
    assert_eq!(repo.commits(), 1);
    assert_eq!(repo.git(&["log", "-1", "--format=%s", "branch"]), "Anderswo\n");
    assert_eq!(messages(&checkout.log(&path, 9).unwrap()), ["Anderswo", "Beginning"]);
}

#[test]
fn without_a_branch_there_is_still_a_history() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "--detach"]);
    let path = repo.write("measures/eins.toml", "neu\n");
    let short = save(&repo, &[&path]).unwrap().unwrap();
    assert!(repo.checkout().log(&path, 1).unwrap()[0].hash.starts_with(&short));
}

#[test]
fn where_there_is_no_history_there_is_no_checkout() {
    let folder = temporary_folder();
    assert_eq!(Checkout::of(folder.path()), None);
    assert_eq!(Checkout::of(&folder.path().join("nowhere")), None);
    let repo = Repo::new();
    repo.write(".gitignore", "local/\n");
    repo.write("local/catalogue/measures/eins.toml", "");
    assert_eq!(Checkout::of(&repo.root().join("local/catalogue")), None);
    assert_eq!(Checkout::of(&repo.root().join(".git")), None);
    assert!(Checkout::of(&repo.root().join("measures")).is_some());
}

#[test]
fn a_history_says_who_changed_what_and_when() {
    let repo = Repo::new();
    let path = repo.root().join("measures/eins.toml");
    let checkout = repo.checkout();
    for (number, message) in ["Erste\n\nmit Absatz", "Zweite"].into_iter().enumerate() {
        fs::write(&path, format!("{number}\n")).unwrap();
        checkout.commit(std::slice::from_ref(&path), &stark(), message).unwrap().unwrap();
    }
    repo.git(&["config", "log.showSignature", "true"]);
    repo.git(&["config", "i18n.logOutputEncoding", "latin1"]);
    repo.git(&["config", "color.ui", "always"]);
    let history = checkout.log(&path, 10).unwrap();
    assert_eq!(messages(&history), ["Zweite", "Erste\n\nmit Absatz", "Beginning"]);
    assert_eq!(
        history.iter().map(|commit| commit.by.as_str()).collect::<Vec<_>>(),
        ["Frau Stärk", "Frau Stärk", "Somebody Else"]
    );
    let texts: Vec<_> = history.iter().map(|commit| commit.text.as_deref().unwrap()).collect();
    assert_eq!(texts, ["1\n", "0\n", &*entry("eins")]);
    assert!(history.iter().all(|commit| (Timestamp::now().as_second() - commit.at.as_second()).abs() < 60));
    assert_eq!(checkout.log(&path, 2).unwrap(), history[..2]);
    assert_eq!(checkout.log(&path, 0).unwrap(), []);
    assert_eq!(checkout.log(&repo.root().join("measures/never.toml"), 10).unwrap(), []);
}

#[test]
fn texts_that_cannot_be_shown_are_left_out() {
    let repo = Repo::new();
    let path = repo.root().join("measures/eins.toml");
    let limit = 1 << 20;
    let texts = [b"\xff".to_vec(), vec![b'x'; limit + 1], vec![b'x'; limit], Vec::new(), "Ä".into()];
    for text in &texts {
        fs::write(&path, text).unwrap();
        save(&repo, &[&path]).unwrap().unwrap();
    }
    fs::remove_file(&path).unwrap();
    save(&repo, &[&path]).unwrap().unwrap();
    let history = repo.checkout().log(&path, 6).unwrap();
    let lengths: Vec<_> = history.iter().map(|commit| commit.text.as_ref().map(String::len)).collect();
    assert_eq!(lengths, [None, Some(2), Some(0), Some(limit), None, None]);
}

#[test]
fn words_of_other_commits_are_harmless() {
    let repo = Repo::new();
    let path = repo.write("measures/eins.toml", "neu\n");
    repo.git(&["config", "user.name", "Eve\u{1b}]0;x\u{7}y"]);
    let message = ["--message=rot \u{1b}[31m\n\n:100644 100644 a b M", "--all", "--quiet"];
    repo.git(&[&["commit"], &message[..]].concat());
    repo.git(&["commit", "--quiet", "--allow-empty", "--allow-empty-message", "--message="]);
    fs::write(&path, "ohne Worte\n").unwrap();
    repo.git(&["commit", "--quiet", "--all", "--allow-empty-message", "--message="]);
    let history = repo.checkout().log(&path, 9).unwrap();
    assert_eq!(messages(&history), ["", "rot ␛[31m\n\n:100644 100644 a b M", "Beginning"]);
    assert_eq!(history[0].by.as_str(), "Eve␛]0;x␇y");
}

#[test]
fn a_copy_does_not_take_the_history_with_it() {
    let repo = Repo::new();
    let path = repo.write("measures/zwei.toml", &entry("zwei"));
    save(&repo, &[&path]).unwrap().unwrap();
    fs::write(&path, entry("zwei") + "mehr\n").unwrap();
    repo.checkout().commit(std::slice::from_ref(&path), &stark(), "Mehr").unwrap().unwrap();
    let history = repo.checkout().log(&path, 9).unwrap();
    assert_eq!(messages(&history), ["Mehr", "Plätze geändert"]);
}

#[test]
fn a_merge_that_changes_the_file_is_part_of_its_history() {
    let repo = disagreeing();
    assert!(!repo.try_git(&["merge", "side"]).status.success());
    let path = repo.write("dirty.txt", "both\n");
    repo.git(&["commit", "--quiet", "--all", "--message=Both"]);
    let history = repo.checkout().log(&path, 9).unwrap();
    assert_eq!(history[0].message.as_str(), "Both");
    assert_eq!(history[0].text.as_deref(), Some("both\n"));
    assert_eq!(history.len(), 4);
}

#[test]
fn a_long_history_takes_two_git_processes() {
    let asked = "LOTSE_TEST_LOG";
    if let Some(path) = env::var_os(asked).map(PathBuf::from) {
        let checkout = Checkout::of(path.parent().unwrap()).unwrap();
        assert_eq!(checkout.log(&path, 100).unwrap().len(), 41);
        return;
    }
    let repo = Repo::new();
    let path = repo.root().join("measures/eins.toml");
    for number in 0..40 {
        fs::write(&path, format!("{number}\n{}", "x".repeat(9_000))).unwrap();
        repo.git(&["commit", "--quiet", "--all", "--message=x"]);
    }
    let trace = repo.root().join("trace");
    elsewhere("a_long_history_takes_two_git_processes", &[(asked, &path), ("GIT_TRACE", &trace)]);
    let trace = fs::read_to_string(trace).unwrap();
    let started: Vec<_> =
        trace.lines().filter_map(|line| line.split("built-in: git ").nth(1)?.split(' ').next()).collect();
    assert_eq!(started, ["rev-parse", "check-ignore", "log", "cat-file"]);
}

#[test]
fn variables_of_another_repository_do_not_mislead() {
    let other = Repo::new();
    other.be_busy();
    let before = other.state();
    let inside = |name: &str| other.root().join(name);
    let variables = [
        ("GIT_DIR", &*inside(".git")),
        ("GIT_WORK_TREE", other.root()),
        ("GIT_INDEX_FILE", &inside(".git/index")),
        ("GIT_OBJECT_DIRECTORY", &inside(".git/objects")),
        ("GIT_COMMON_DIR", &inside(".git")),
        ("GIT_LITERAL_PATHSPECS", Path::new("1")),
        ("GIT_AUTHOR_DATE", Path::new("2001-01-01T00:00:00Z")),
        ("GIT_AUTHOR_NAME", Path::new("Eve")),
        ("HOME", other.root()),
    ];
    elsewhere("a_save_is_a_commit_in_the_coordinators_name", &variables);
    elsewhere("nobody_has_to_be_set_up_in_git", &variables);
    assert_eq!(other.state(), before);
}

#[test]
fn without_git_there_is_no_checkout() {
    let asked = "LOTSE_TEST_CHECKOUT";
    if let Some(folder) = env::var_os(asked) {
        assert_eq!(Checkout::of(Path::new(&folder)), None);
        return;
    }
    let (repo, nothing) = (Repo::new(), temporary_folder());
    elsewhere("without_git_there_is_no_checkout", &[(asked, repo.root()), ("PATH", nothing.path())]);
}
