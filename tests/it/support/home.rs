//! A home of its own for each test: cache, settings and catalogues in a temporary folder.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) use super::entry::MEASURE;
use super::files::temporary_folder;

const REST: &[(&str, &str)] = &[
    ("catalogue.toml", "title = \"Probe\"\n"),
    (
        "coordinators.toml",
        "[[coordinator]]\nid = \"team-eins\"\nname = \"Team Eins\"\nphone = \"0000 000-1\"\nemail = \"eins@example.org\"\n",
    ),
    ("providers.toml", "[[provider]]\nid = \"traeger\"\nname = \"Der Träger\"\n"),
    ("vocabulary/measure_types.toml", "[[measure_type]]\nid = \"coaching\"\nlabel = \"Coaching\"\n"),
    ("vocabulary/target_groups.toml", "[[target_group]]\nid = \"alle\"\nlabel = \"Alle\"\n"),
    (
        "vocabulary/legal_bases.toml",
        "[[legal_basis]]\nid = \"mat\"\ncitation = \"§ 45 SGB III\"\nlabel = \"Aktivierung\"\n",
    ),
    ("vocabulary/places.toml", "[[place]]\nid = \"hier\"\nlabel = \"Hier\"\n"),
];

/// A temporary home.
pub(crate) struct TestHome {
    root: TempDir,
}

/// What a run left.
pub(crate) struct Out {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl TestHome {
    pub(crate) fn new() -> Self {
        Self { root: temporary_folder() }
    }

    /// Where something lies or would lie.
    pub(crate) fn path(&self, name: &str) -> String {
        self.root.path().join(name).to_str().unwrap().to_owned()
    }

    /// A file with this text; its path.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// A folder; its path.
    pub(crate) fn folder(&self, name: &str) -> String {
        fs::create_dir_all(self.path(name)).unwrap();
        self.path(name)
    }

    /// Settings where Lotse looks for them.
    pub(crate) fn settings(&self, text: &str) {
        self.file("config/lotse/settings.toml", text);
    }

    /// The small catalogue with these entries; its path.
    pub(crate) fn catalogue(&self, measures: &[(&str, &str)]) -> String {
        self.catalogue_at("small", measures)
    }

    pub(crate) fn catalogue_at(&self, name: &str, measures: &[(&str, &str)]) -> String {
        for (file, text) in REST {
            self.file(&format!("{name}/{file}"), text);
        }
        for (file, text) in measures {
            self.file(&format!("{name}/measures/{file}"), text);
        }
        self.path(name)
    }

    /// The program, with nothing of the real environment but what the system needs.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("lotse"));
        let root = self.root.path();
        command.args(args).current_dir(self.folder("work")).env_clear().stdin(Stdio::null());
        command.env("HOME", root).env("XDG_CONFIG_HOME", root.join("config")).env("XDG_CACHE_HOME", root.join("xdg"));
        // Nobody's own settings of git.
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", root.join("gitconfig"));
        command.env("LOTSE_CACHE", root.join("cache")).env("LOTSE_TODAY", "2026-11-20");
        for kept in ["PATH", "SystemRoot", "LLVM_PROFILE_FILE"] {
            command.envs(std::env::var_os(kept).map(|value| (kept, value)));
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Out {
        self.run_with(args, &[])
    }

    pub(crate) fn run_with(&self, args: &[&str], env: &[(&str, &str)]) -> Out {
        let work = self.folder("work");
        self.run_at(&work, args, env)
    }

    pub(crate) fn run_in_catalogue(&self, args: &[&str]) -> Out {
        self.run_with(args, &[("LOTSE_CATALOGUE", &self.path("small"))])
    }

    pub(crate) fn run_at(&self, folder: &str, args: &[&str], env: &[(&str, &str)]) -> Out {
        let mut command = self.command(args);
        let output = command.current_dir(folder).envs(env.iter().copied()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Out { code: output.status.code().expect("ends by itself"), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The JSON on stdout.
pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
