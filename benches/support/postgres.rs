//! PostgreSQL with its German text search and `pg_trgm`, as a yardstick: a server of its own for as long as the bench runs.
//!
//! It is asked through its own `psql`, because a client library would bring a runtime that `deny.toml` keeps out.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use lotse::catalogue::{Measure, Register};

use crate::baselines::EntryTexts;

/// The answer to what is asked after every statement: all before it belongs to the statement.
const END: &str = "-- end";

/// Locales by whose rules umlauts are letters and have a lower case; which of them there are differs between systems.
const LOCALES: [&str; 3] = ["C.UTF-8", "de_DE.UTF-8", "en_US.UTF-8"];

const TABLE: &str = "
    DROP TABLE IF EXISTS entries;
    CREATE TABLE entries (id text PRIMARY KEY, words tsvector NOT NULL, short text NOT NULL)";

/// A throw-away server with one table, stopped and deleted when it is dropped.
pub(crate) struct Postgres {
    /// Only to be dropped, after the client.
    _server: Server,
    psql: Child,
    // None once it is closed, which ends the client.
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Postgres {
    /// Starts a server that nobody else can reach.
    ///
    /// # Errors
    ///
    /// Why there is none: no PostgreSQL, or one that does not start.
    pub(crate) fn start() -> Result<Self, String> {
        let server = Server::start()?;
        let mut psql = Command::new(server.programs.join("psql"))
            .args([
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-U",
                "postgres",
                "-d",
                "postgres",
                "-p",
                "5432",
                "-h",
            ])
            .arg(server.folder.path())
            .env("PGCLIENTENCODING", "UTF8")
            // A question of small words alone is no warning here.
            .env("PGOPTIONS", "-c client_min_messages=warning")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("psql: {error}"))?;
        let input = psql.stdin.take();
        let output = BufReader::new(psql.stdout.take().expect("a pipe"));
        let mut postgres = Self { _server: server, psql, input, output };
        postgres.run("CREATE EXTENSION pg_trgm").ok_or("no extension pg_trgm")?;
        Ok(postgres)
    }

    /// Puts the entries of a catalogue in the place of those before.
    pub(crate) fn load(&mut self, register: &Register, measures: &[Measure]) {
        self.ask(TABLE);
        for measure in measures {
            let EntryTexts { title, names, labels, summary, content } = EntryTexts::new(measure, register);
            let (names, labels) = (names.join("\n"), labels.join("\n"));
            let short = [title.as_str(), &names, &summary].join("\n");
            let weighted = [('A', title), ('B', [names, labels].join("\n")), ('C', summary), ('D', content.join("\n"))];
            let vectors = weighted
                .map(|(weight, text)| format!("setweight(to_tsvector('german', {}), '{weight}')", quote(&text)));
            let (id, words) = (quote(&measure.id), vectors.join(" || "));
            self.ask(&format!("INSERT INTO entries VALUES ({id}, {words}, {})", quote(&short)));
        }
        self.ask("ANALYZE entries");
    }

    /// All words, the last one as a beginning; any of them when that finds fewer than five; else what is spelt alike.
    pub(crate) fn search(&mut self, query: &str) -> Vec<String> {
        let words: Vec<&str> = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found = self.matching(&format!("{}:*", words.join(" & ")));
        if found.len() < 5 {
            let any = self.matching(&format!("{}:*", words.join(" | ")));
            let further: Vec<String> = any.into_iter().filter(|id| !found.contains(id)).collect();
            found.extend(further);
            found.truncate(10);
        }
        if found.is_empty() { self.alike(query) } else { found }
    }

    fn matching(&mut self, expression: &str) -> Vec<String> {
        self.ask(&format!(
            "SELECT id FROM entries, to_tsquery('german', {}) AS query WHERE words @@ query
             ORDER BY ts_rank_cd(words, query) DESC, id LIMIT 10",
            quote(expression)
        ))
    }

    fn alike(&mut self, query: &str) -> Vec<String> {
        let query = quote(query);
        self.ask(&format!(
            "SELECT id FROM entries WHERE {query} <% short ORDER BY word_similarity({query}, short) DESC, id LIMIT 10"
        ))
    }

    fn ask(&mut self, statement: &str) -> Vec<String> {
        self.run(statement).expect("an answer of PostgreSQL")
    }

    /// The lines of an answer; none when the statement failed, which `psql` has told then.
    fn run(&mut self, statement: &str) -> Option<Vec<String>> {
        let input = self.input.as_mut()?;
        writeln!(input, "{statement};\nSELECT '{END}';").ok()?;
        input.flush().ok()?;
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end() {
                END => return Some(lines),
                line => lines.push(line.to_owned()),
            }
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.psql.wait();
    }
}

/// Waits for the end of its input, which comes with the end of the bench whatever ends that, and clears up then.
const WATCH: &str = r#"trap "" INT TERM HUP; folder=$1; shift; cat; "$@"; cd /; rm -rf "$folder""#;

/// The server alone: its folder has the data and the socket.
struct Server {
    programs: PathBuf,
    folder: tempfile::TempDir,
    watch: Option<Child>,
}

impl Server {
    fn start() -> Result<Self, String> {
        if !cfg!(unix) {
            return Err("it is asked through a Unix socket".to_owned());
        }
        let programs = programs().ok_or("no initdb, pg_ctl and psql in PATH or /usr/lib/postgresql")?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        let mut server = Self { programs, folder, watch: None };
        server.watch = Some(server.watch()?);
        let initdb = |locale| {
            let locale = format!("--locale={locale}");
            let mut command = server.program("initdb");
            run(command
                .args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", &locale, "-D"])
                .arg(server.data()))
        };
        let none = Err("initdb: no locale".to_owned());
        LOCALES.into_iter().fold(none, |done, locale| done.or_else(|_| initdb(locale)))?;
        let folder = server.folder.path().display();
        let options = format!("-p 5432 -k '{folder}' -c listen_addresses='' -c fsync=off");
        let mut command = server.program("pg_ctl");
        run(command.args(["start", "-w", "-o", &options, "-l"]).arg(server.log()).arg("-D").arg(server.data()))?;
        Ok(server)
    }

    /// A program of the server, which refuses to run as root.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        // Not the folder of whoever runs the bench, which the other user may not enter.
        command.current_dir(self.folder.path());
        command
    }

    /// What stops the server and deletes the folder.
    fn watch(&self) -> Result<Child, String> {
        let mut stop = self.program("pg_ctl");
        stop.args(["stop", "-w", "-m", "immediate", "-D"]).arg(self.data());
        let mut watch = Command::new("sh");
        watch.args(["-c", WATCH, "sh"]).arg(self.folder.path()).arg(stop.get_program()).args(stop.get_args());
        // Before there is a server, stopping it fails.
        watch.current_dir(self.folder.path()).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        watch.spawn().map_err(|error| format!("sh: {error}"))
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut watch) = self.watch.take() {
            // Waiting closes its input.
            let _ = watch.wait();
        }
    }
}

/// The folder with the programs of one version: what is in PATH may be links to it.
fn programs() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let linked = env::split_paths(&path)
        .filter_map(|folder| Some(folder.join("initdb").canonicalize().ok()?.parent()?.to_owned()));
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    versions.sort();
    let complete = |folder: &PathBuf| ["initdb", "pg_ctl", "psql"].iter().all(|name| folder.join(name).is_file());
    linked.chain(versions.into_iter().rev()).find(complete)
}

/// Runs a program to its end; its last words are the error.
fn run(command: &mut Command) -> Result<(), String> {
    let name = Path::new(command.get_program()).display().to_string();
    // A server that inherited a pipe would keep it open for as long as it runs, so there is none.
    let errors = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    let copy = errors.reopen().map_err(|error| error.to_string())?;
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(copy)
        .status()
        .map_err(|error| format!("{name}: {error}"))?;
    if status.success() {
        return Ok(());
    }
    let told = fs::read_to_string(errors.path()).unwrap_or_default();
    Err(format!("{name}: {}", told.trim().lines().last().unwrap_or("failed")))
}

#[cfg(unix)]
fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

/// A text as SQL has it.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
