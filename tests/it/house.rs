//! Keeps the rooms of the house: who may import whom, what a file looks like, where a program may give up.
//!
//! Reads the source as text. Comments, strings and test code are set aside first, so that only the program counts.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Longest file; beyond some 400 lines it probably has two subjects.
const LONGEST: usize = 450;

/// Each room with the rooms that it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("german", &["base"]),
    ("catalogue", &["base"]),
    ("panics", &[]),
    ("locale", &["base", "catalogue"]),
    ("config", &["base", "catalogue", "locale"]),
    ("watch", &["base", "config"]),
    ("search", &["base", "catalogue", "german", "locale", "panics"]),
    ("consultation", &["base", "catalogue", "german", "locale"]),
    ("store", &["base", "catalogue", "german", "locale"]),
    ("exchange", &["base", "catalogue", "german", "locale"]),
    ("tui", &["base", "catalogue", "config", "consultation", "german", "locale", "panics", "search", "store", "watch"]),
    (
        "cli",
        &[
            "base",
            "catalogue",
            "config",
            "consultation",
            "exchange",
            "german",
            "locale",
            "panics",
            "search",
            "tui",
            "store",
            "watch",
        ],
    ),
];

/// Libraries that one room alone may name.
const KEPT: &[(&str, &str)] = &[
    ("tantivy", "search"),
    ("ratatui", "tui"),
    ("calamine", "exchange"),
    ("quick_xml", "exchange"),
    ("rust_xlsxwriter", "exchange"),
];

/// One file of the program.
struct File {
    path: PathBuf,
    text: String,
    /// Without comments, strings and code under `#[cfg(test)]`.
    code: String,
}

impl File {
    /// The room: the first folder or file below `src`. `lib.rs` and `main.rs` are no room.
    fn room(&self) -> Option<&str> {
        let first = self.path.components().next()?.as_os_str().to_str()?;
        let room = first.strip_suffix(".rs").unwrap_or(first);
        (!matches!(room, "lib" | "main")).then_some(room)
    }

    /// How many modules lie between this one and the crate, itself included.
    fn depth(&self) -> usize {
        let named = |part: &std::path::Component<'_>| !matches!(part.as_os_str().to_str(), Some("lib.rs"));
        self.path.components().filter(named).count()
    }

    /// Files that hold nothing but tests.
    fn is_test(&self) -> bool {
        self.path.file_stem().is_some_and(|stem| stem == "tests" || stem.to_string_lossy().ends_with("_tests"))
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut files, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = without_tests(&without_words(&text));
                files.push(File { path: path.strip_prefix(&root).unwrap().to_owned(), text, code });
            }
        }
    }
    assert!(files.len() > 50, "the source was found");
    files
}

/// Blanks out comments, strings and characters; line breaks stay.
fn without_words(text: &str) -> String {
    let (mut code, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => string_end(rest),
            'r' if raw_string_end(rest).is_some() && !ends_in_word(&code) => raw_string_end(rest).unwrap_or(1),
            '\'' => character_end(rest),
            _ => 0,
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            code.extend(rest[..skipped].matches('\n'));
            rest = &rest[skipped..];
        }
    }
    code
}

fn ends_in_word(code: &str) -> bool {
    code.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string_end(text: &str) -> Option<usize> {
    let hashes = text[1..].bytes().take_while(|b| *b == b'#').count();
    let open = 1 + hashes;
    text[open..].starts_with('"').then_some(())?;
    let close = format!("\"{}", "#".repeat(hashes));
    text[open + 1..].find(&close).map(|end| open + 1 + end + close.len())
}

/// `'x'` and `'\n'`, but not the lifetime `'a`.
fn character_end(text: &str) -> usize {
    let inner = &text[1..];
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map_or(0, |end| end + 4);
    }
    let first = inner.chars().next().map_or(0, char::len_utf8);
    if inner[first..].starts_with('\'') { first + 2 } else { 0 }
}

/// Leaves out what stands under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(code.len()), code);
    while let Some(start) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let (semicolon, brace) = (rest.find(';'), rest.find('{'));
        let end = match (semicolon, brace) {
            (Some(semicolon), brace) if brace.is_none_or(|brace| semicolon < brace) => semicolon + 1,
            (_, Some(brace)) => brace + block_end(&rest[brace..]),
            _ => rest.len(),
        };
        rest = &rest[end..];
    }
    kept + rest
}

/// Length of the block that begins with a brace.
fn block_end(code: &str) -> usize {
    let mut depth = 0usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// Words behind `crate::`, also those in `use crate::{a::b, c}`.
fn imports(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            None => drop(found.insert(word(rest))),
            Some(_) => {
                let group = &rest[1..block_end(rest) - 1];
                let mut depth = 0;
                let starts = group.split(|c: char| {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        _ => {}
                    }
                    depth == 0 && c == ','
                });
                found.extend(starts.map(|part| word(part.trim())).filter(|part| !part.is_empty()));
            }
        }
    }
    found
}

/// True when the code names this library as a path.
fn names(code: &str, library: &str) -> bool {
    code.match_indices(library).any(|(at, _)| {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        !code[..at].ends_with(word) && code[at + library.len()..].starts_with("::")
    })
}

#[test]
fn nothing_imports_upwards() {
    for file in files() {
        let Some(room) = file.room() else { continue };
        let allowed = ROOMS.iter().find(|(name, _)| *name == room);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("the room {room} is not on the map of this test"));
        let way_out = "super::".repeat(file.depth());
        assert!(!file.code.contains(&way_out), "src/{}: leaves {room} by {way_out}", file.path.display());
        for import in imports(&file.code) {
            let fits = import == room || allowed.contains(&import.as_str());
            assert!(fits, "src/{}: {room} must not import {import}", file.path.display());
        }
    }
}

#[test]
fn libraries_stay_in_their_rooms() {
    for file in files() {
        for (library, room) in KEPT {
            let fits = !names(&file.code, library) || file.room() == Some(room);
            assert!(fits, "src/{} names {library}, which only {room} may", file.path.display());
        }
        assert!(
            !names(&file.code, "crossterm") || file.code.contains("ratatui::"),
            "src/{}: use ratatui's crossterm",
            file.path.display()
        );
    }
}

#[test]
fn every_file_says_first_what_it_is_about_and_has_one_subject() {
    for file in files() {
        let path = file.path.display();
        assert!(file.text.starts_with("//! "), "src/{path} does not begin with what it is about");
        let lines = file.text.lines().count();
        assert!(lines <= LONGEST, "src/{path} has {lines} lines");
    }
}

#[test]
fn the_program_never_gives_up_on_a_value() {
    for file in files().into_iter().filter(|file| !file.is_test()) {
        // A reader of its own has a method of that name.
        let code = file.code.replace("self.expect(", "self.expected(");
        for (number, line) in code.lines().enumerate() {
            for word in [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unsafe "] {
                assert!(!line.contains(word), "src/{}: {word} near line {}: {line}", file.path.display(), number + 1);
            }
        }
    }
}

/// What everything else prints goes through the one, and what it draws through the other.
#[test]
fn two_files_write_to_the_terminal() {
    for file in files() {
        let writes =
            [".lock().write", "print!(", "println!(", "dbg!(", "stderr().lock()", "stdout().lock()", "execute!("];
        let may = ["cli/output.rs", "tui/terminal.rs"].iter().any(|path| file.path == Path::new(path));
        let word = writes.into_iter().find(|word| file.code.contains(word));
        assert!(may || word.is_none(), "src/{}: {word:?}", file.path.display());
    }
}

#[test]
fn this_test_sees_what_it_looks_for() {
    let code = without_tests(&without_words(
        "// crate::no\nuse crate::{a::{b, c}, d};\nlet x = \"crate::e .unwrap()\"; let y = '\"'; crate::f::g();\n\
         #[cfg(test)]\nmod tests { fn x() { crate::h(); y.unwrap() } }\nfn last<'a>() { tantivy::x() }",
    ));
    assert_eq!(imports(&code).into_iter().collect::<Vec<_>>(), ["a", "d", "f"]);
    assert!(!code.contains("unwrap") && names(&code, "tantivy") && !names(&code, "antivy"));
    assert_eq!(
        without_words(r##"r#"a"b"# 'x' '\'' '\u{1b}' 'a, "\"" z"##).split_whitespace().collect::<Vec<_>>(),
        ["'a,", "z"]
    );
}
