//! A catalogue of one entry in the hands of its coordinator, and the program at work on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::home::{MEASURE, Out, TestHome};

pub(super) const COORDINATORS: &str = r#"[[coordinator]]
id = "team-eins"
name = "Team Eins"
email = "eins@example.org"
substitute = "team-drei"

[[coordinator]]
id = "team-zwei"
name = "Team Zwei"
email = "zwei@example.org"

[[coordinator]]
id = "team-drei"
name = "Team Drei"
email = "drei@example.org"
"#;

const PLACES: &str = "[[place]]\nid = \"hier\"\nlabel = \"Hier\"\n[[place]]\nid = \"dort\"\nlabel = \"Dort drüben\"\n";

/// A home with a catalogue of one entry, `m`, in the hands of its coordinator.
pub(super) struct KeptCatalogue {
    pub home: TestHome,
}

impl KeptCatalogue {
    pub(super) fn new() -> Self {
        Self::with(MEASURE)
    }

    /// The entry `m` has this text.
    pub(super) fn with(text: &str) -> Self {
        let desk = Self { home: TestHome::new() };
        desk.home.catalogue(&[("m.toml", text)]);
        desk.home.file("small/coordinators.toml", COORDINATORS);
        desk.home.file("small/vocabulary/places.toml", PLACES);
        desk.home.settings("[user]\ncoordinator = \"team-eins\"\n");
        desk
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        Path::new(&self.home.path("small")).join(name)
    }

    pub(super) fn entry(&self, id: &str) -> PathBuf {
        self.path(&format!("measures/{id}.toml"))
    }

    pub(super) fn text(&self, id: &str) -> String {
        fs::read_to_string(self.entry(id)).unwrap()
    }

    pub(super) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.home.command(args);
        command.env("LOTSE_CATALOGUE", self.home.path("small")).env("LOTSE_LANG", "de").env("TZ", "UTC");
        command
    }

    pub(super) fn run(&self, args: &[&str]) -> Out {
        out(self.command(args))
    }

    /// Runs what must succeed without a word on stderr.
    #[track_caller]
    pub(super) fn done(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert_eq!((out.code, out.err.as_str()), (0, ""), "{args:?}: {}", out.out);
        out.out
    }

    /// Runs what must be refused with this exit code and leave everything as it was; what stands on stderr.
    #[track_caller]
    pub(super) fn refused(&self, code: i32, args: &[&str]) -> String {
        let before = files(&self.path(""));
        let out = self.run(args);
        assert_eq!((out.code, out.out.as_str()), (code, ""), "{args:?}: {}", out.err);
        assert!(!out.err.is_empty(), "{args:?}");
        assert!(files(&self.path("")) == before, "{args:?} changed something");
        out.err
    }

    /// An editor of this shell script; the file is `$1`.
    pub(super) fn editor(&self, script: &str) -> String {
        self.home.file("editor.sh", &format!("for file; do :; done\nset -e -- \"$file\"\n{script}\n"));
        format!("sh {}", self.home.path("editor.sh"))
    }

    pub(super) fn edit(&self, editor: &str) -> Out {
        let mut command = self.command(&["edit", "m", "--editor"]);
        command.env("EDITOR", editor).env("TMPDIR", self.home.folder("tmp"));
        out(command)
    }

    pub(super) fn git(&self, args: &[&str]) -> String {
        let surroundings = self.command(&[]);
        let variables = surroundings.get_envs().filter_map(|(name, value)| Some((name, value?)));
        let output =
            Command::new("git").env_clear().envs(variables).current_dir(self.path("")).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Makes the catalogue a git checkout with everything committed, which the user trusts.
    pub(super) fn checkout(&self) {
        self.home.file(
            "gitconfig",
            "[user]\nname = Somebody Else\nemail = else@example.org\n[init]\ndefaultBranch = main\n[commit]\ngpgsign = false\n",
        );
        self.git(&["init", "--quiet"]);
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "--message=Beginning"]);
        self.done(&["--trust", "search", "Angebot"]);
    }
}

pub(super) fn out(mut command: Command) -> Out {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Out { code: output.status.code().expect("ends by itself"), out: text(output.stdout), err: text(output.stderr) }
}

/// Every file below a folder with its content; links are not followed.
pub(super) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        match kind.is_dir() {
            true => found.extend(files(&path)),
            false => drop(found.insert(path.clone(), fs::read(&path).unwrap_or_default())),
        }
    }
    found
}

/// What lies hidden beside the entries.
pub(super) fn left_over(desk: &KeptCatalogue) -> Vec<String> {
    let names = fs::read_dir(desk.path("measures")).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).filter(|name| name.starts_with('.')).collect()
}

#[track_caller]
pub(super) fn says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no {word:?} in:\n{text}");
    }
}
