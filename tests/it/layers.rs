//! Holds the layers: who may import whom, that nothing imports in a circle, which module names a library, what a file
//! looks like, and that a type has a name of its own.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Expr, ExprCall, ExprMethodCall, Item, Macro,
    visit::{self, Visit},
};

use crate::support::source::{Program, Target, texts};

/// Longest file; beyond some 400 lines it probably has two subjects.
const LONGEST: usize = 450;

/// Each module of the crate with those that it may import.
const LAYERS: &[(&str, &[&str])] = &[
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

/// Libraries with the one module that names each.
const LIBRARIES: &[(&str, &str)] = &[
    ("aho_corasick", "catalogue"),
    ("annotate_snippets", "cli"),
    ("calamine", "exchange"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("arboard", "tui"),
    ("base64", "tui"),
    ("clap_mangen", "cli"),
    ("encoding_rs", "exchange"),
    ("fluent_bundle", "locale"),
    ("frostem", "german"),
    ("include_dir", "catalogue"),
    ("notify", "watch"),
    ("open", "tui"),
    ("postcard", "search"),
    ("quick_xml", "exchange"),
    ("ratatui", "tui"),
    ("ratatui_textarea", "tui"),
    ("rust_xlsxwriter", "exchange"),
    ("similar", "cli"),
    ("siphasher", "base"),
    ("tantivy", "search"),
    ("terminal_size", "cli"),
    ("toml_parser", "catalogue"),
    ("tui_input", "tui"),
    ("unic_langid", "locale"),
    ("zip", "exchange"),
];

/// Libraries that stand for something of the language or of the system, so that any module may name them.
const COMMON: &[&str] = &[
    "csv",
    "directories",
    "jiff",
    "rustc_hash",
    "rustix",
    "serde",
    "serde_json",
    "signal_hook",
    "strsim",
    "tempfile",
    "textwrap",
    "thiserror",
    "toml",
    "toml_writer",
    "unicode_normalization",
    "unicode_segmentation",
    "unicode_width",
    "uuid",
];

/// Libraries that nobody names: they are asked for because of their features.
const UNNAMED: &[&str] = &["crossterm"];

/// Files that write to the terminal: what everything else prints goes through the one, what it draws through the other.
const WRITERS: [&str; 2] = ["cli/output.rs", "tui/terminal.rs"];

/// Which file needs which other one, and a path for which it does.
type Needs = BTreeMap<PathBuf, BTreeMap<PathBuf, String>>;

/// What is passed on with `pub use` is no need: a file that only does that is none of its own.
fn needs(program: &Program) -> Needs {
    let mut needs = Needs::new();
    for (module, named, place) in targets(program) {
        let from = &program.modules[module].file;
        needs.entry(from.clone()).or_default();
        if let Target::Item(to) = named {
            let to = &program.modules[&to].file;
            if to != from {
                needs.entry(from.clone()).or_default().entry(to.clone()).or_insert(place);
            }
        }
    }
    needs
}

/// Every path of the program: the module in which it stands, what it leads to, and itself with its line.
fn targets(program: &Program) -> impl Iterator<Item = (&[String], Target, String)> {
    program.modules.keys().flat_map(|module| {
        let paths = program.paths(module).into_iter();
        paths.map(|(path, line)| {
            let place = format!("{} in line {line}", path.join("::"));
            (module.as_slice(), program.resolve(module, &path), place)
        })
    })
}

#[test]
fn nothing_imports_upwards() {
    let program = Program::read();
    for (module, target, place) in targets(&program) {
        let (Some(layer), Target::Item(to) | Target::Module(to)) = (module.first(), target) else { continue };
        let known = LAYERS.iter().find(|(name, _)| name == layer);
        let (_, below) = known.unwrap_or_else(|| panic!("{layer} is not among the layers of this test"));
        let fits = to.first().is_some_and(|to| to == layer || below.contains(&to.as_str()));
        let file = program.modules[module].file.display();
        assert!(fits, "src/{file}: {layer} must not import {}: {place}", to.join("::"));
    }
}

#[test]
fn each_layer_stands_above_those_that_it_imports() {
    for (at, (layer, below)) in LAYERS.iter().enumerate() {
        for name in *below {
            assert!(LAYERS[..at].iter().any(|(lower, _)| lower == name), "{layer} imports {name}");
        }
    }
}

#[test]
fn each_library_is_named_by_its_module() {
    let program = Program::read();
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
    let unix = manifest["target"]["cfg(unix)"]["dependencies"].as_table().unwrap();
    let listed = manifest["dependencies"].as_table().unwrap().keys().chain(unix.keys());
    let mut unused: BTreeSet<String> = listed.map(|name| name.replace('-', "_")).collect();
    let libraries = unused.clone();
    for (module, of) in &program.modules {
        let named = program.paths(module).into_iter().filter(|(path, _)| {
            libraries.contains(&path[0]) && path.len() > 1 && program.resolve(module, path) == Target::Elsewhere
        });
        for (path, line) in named {
            unused.remove(&path[0]);
            let place = format!("src/{}:{line}", of.file.display());
            match LIBRARIES.iter().find(|(library, _)| *library == path[0]) {
                Some((library, keeper)) => {
                    let fits = module.first().is_some_and(|layer| layer == keeper);
                    assert!(fits, "{place} names {library}, which only {keeper} may");
                }
                None => assert!(COMMON.contains(&path[0].as_str()), "{place}: {} is in no list of this test", path[0]),
            }
        }
    }
    assert_eq!(unused.iter().map(String::as_str).collect::<Vec<_>>(), UNNAMED, "libraries that nobody names");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let needs = needs(&Program::read());
    let mut told = String::new();
    for circle in circles(&needs) {
        told += "\nThese files import each other:\n";
        for (from, to) in circle.iter().flat_map(|from| needs[from].keys().map(move |to| (from, to))) {
            if circle.contains(to) {
                told += &format!("  {} needs {}: {}\n", from.display(), to.display(), needs[from][to]);
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}

/// The circles of files, each in order: sets in which every file leads to every other one.
fn circles(needs: &Needs) -> Vec<Vec<PathBuf>> {
    let reach = |from: &PathBuf| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(file) = open.pop() {
            open.extend(needs.get(file).into_iter().flat_map(BTreeMap::keys).filter(|to| seen.insert((*to).clone())));
        }
        seen
    };
    let reached: BTreeMap<&PathBuf, BTreeSet<PathBuf>> = needs.keys().map(|file| (file, reach(file))).collect();
    let leads_back = |other: &PathBuf, file: &PathBuf| reached.get(other).is_some_and(|all| all.contains(file));
    let mut found = BTreeSet::new();
    for (file, all) in &reached {
        if leads_back(file, file) {
            let circle: Vec<PathBuf> = all.iter().filter(|other| leads_back(other, file)).cloned().collect();
            found.insert(circle);
        }
    }
    found.into_iter().collect()
}

#[test]
fn every_file_says_first_what_it_is_about_and_has_one_subject() {
    for (path, text) in texts() {
        let path = path.display();
        assert!(text.starts_with("//! "), "src/{path} does not begin with what it is about");
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "src/{path} has {lines} lines");
    }
}

#[test]
fn two_files_write_to_the_terminal() {
    let program = Program::read();
    let mut writing = BTreeSet::new();
    for module in program.modules.values() {
        let mut found = Writes::default();
        module.items.iter().for_each(|item| found.visit_item(item));
        if found.writes > found.asks {
            writing.insert(module.file.to_str().unwrap());
        }
    }
    assert_eq!(writing.into_iter().collect::<Vec<_>>(), WRITERS);
}

/// Counts what may write to the terminal, and what only asks about it.
#[derive(Default)]
struct Writes {
    writes: usize,
    asks: usize,
}

fn is_handle(called: &Expr) -> bool {
    let Expr::Call(ExprCall { func, .. }) = called else { return false };
    let Expr::Path(path) = &**func else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "stdout" || last.ident == "stderr")
}

impl<'ast> Visit<'ast> for Writes {
    fn visit_expr(&mut self, expression: &'ast Expr) {
        self.writes += usize::from(is_handle(expression));
        visit::visit_expr(self, expression);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.asks += usize::from(is_handle(&call.receiver) && call.method == "is_terminal");
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        let sizes =
            |path: &syn::ExprPath| path.path.segments.last().is_some_and(|last| last.ident == "terminal_size_of");
        let asks = matches!(&*call.func, Expr::Path(path) if sizes(path));
        self.asks += usize::from(asks && call.args.first().is_some_and(is_handle));
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        let printing = ["print", "println", "eprint", "eprintln", "dbg", "execute", "queue"];
        let last = called.path.segments.last();
        self.writes += usize::from(last.is_some_and(|last| printing.iter().any(|name| last.ident == name)));
        // What stands in a macro is no tree: `write!(stdout(), ...)` and what else is handed over there.
        let words = called.tokens.to_string();
        self.writes += ["stdout", "stderr"].iter().filter(|word| words.contains(&format!("{word} ()"))).count();
    }
}

#[test]
fn a_type_has_a_name_of_its_own() {
    let program = Program::read();
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for module in program.modules.values() {
        for item in &module.items {
            for name in types_of(item) {
                names.entry(name).or_default().push(module.file.display().to_string());
            }
        }
    }
    for made in ["Action", "Status", "FilterKey", "Code", "Schedule", "MeasureDraft", "Register"] {
        assert!(names.contains_key(made), "{made} is made by a macro and not seen");
    }
    names.retain(|_, files| files.len() > 1);
    assert!(names.is_empty(), "types that share their names: {names:#?}");
}

/// The types that an item defines, also where a macro does it.
fn types_of(item: &Item) -> Vec<String> {
    let name = match item {
        Item::Enum(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Macro(item) => {
            let of = item.mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            return types_in(&of, &item.mac.tokens);
        }
        _ => return Vec::new(),
    };
    vec![name.to_string()]
}

/// The types that stand in the tokens of a macro of this name: behind the words of Rust, and where our own macros have the
/// names of the types that they make. What a macro itself gives out under a name of its own stands in its definition.
fn types_in(of: &str, tokens: &TokenStream) -> Vec<String> {
    use TokenTree::{Group, Ident, Literal, Punct};
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        match (of, &tokens[at..]) {
            (_, [Ident(word), Ident(name), ..]) if ["enum", "struct", "trait", "union"].iter().any(|w| word == w) => {
                found.push(name.to_string());
            }
            ("choices", [Ident(name), Literal(_), Group(_), ..]) => found.push(name.to_string()),
            ("diagnostic_codes", [Ident(name), Ident(word), Literal(_), Group(_), ..]) if word == "in" => {
                found.push(name.to_string());
            }
            ("entry" | "table", [Ident(whole), Punct(comma), Ident(draft), Group(keys), ..])
                if comma.as_char() == ',' && keys.delimiter() == Delimiter::Brace =>
            {
                found.extend([whole.to_string(), draft.to_string()]);
            }
            (_, [Ident(of), Punct(mark), Group(within), ..]) if mark.as_char() == '!' => {
                found.extend(types_in(&of.to_string(), &within.stream()));
            }
            (_, [Group(within), ..])
                if !(at > 0 && matches!(&tokens[at - 1], Punct(mark) if mark.as_char() == '!')) =>
            {
                found.extend(types_in("", &within.stream()));
            }
            _ => {}
        }
    }
    found
}

/// A program in one file, to see what this test sees.
const EXAMPLE: &str = r#"
mod low {
    pub struct Thing;
    made! { Other = "other" }
    coded_enum! { #[derive(Clone)] pub(crate) enum Coded { Left = "left" } }
    choices! { /// One.
        Chosen "chosen" { First = "first" or "one"; } Also "also" { None = "none"; } }
    entry! { Whole, WholeDraft { name: Text, Line, Basics, Required; } part: /// A part.
        Part, PartDraft { from: Option<Date>, Day, Times, Optional; } }
    macro_rules! listed { ($($name:ident)+) => { pub enum Listed { $($name),+ } codes::diagnostic_codes! { Code in "x" { $($name),+ } } } }
    pub(crate) mod deep { pub fn act() { let x = vec![super::Thing::new()]; } }
}
mod middle { pub use crate::low::{Thing as Renamed, deep}; pub use crate::low::*; }
mod high {
    use super::middle::{self, Renamed, deep::{self as below}};
    use tantivy::query;
    fn run(x: middle::Other) { below::act(); query::parse("crate::nowhere::at_all"); }
    #[cfg(test)]
    mod tests { use crate::nowhere::Thing; }
    #[cfg(not(test))]
    fn real() {}
}
"#;

#[test]
fn this_test_sees_what_it_looks_for() {
    let program = Program::of(EXAMPLE);
    let path = |text: &str| text.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    for (from, named, leads_to) in [
        ("high", "super::middle::Renamed", Target::Item(path("low"))),
        ("high", "middle::Other", Target::Item(path("low"))),
        ("high", "middle::Thing::new", Target::Item(path("low"))),
        ("high", "below::act", Target::Item(path("low::deep"))),
        ("high", "below", Target::Module(path("low::deep"))),
        ("high", "query::parse", Target::Elsewhere),
        ("low::deep", "super::super::high::run", Target::Item(path("high"))),
        ("", "low::unseen", Target::Item(path("low"))),
        ("", "crate", Target::Module(path(""))),
    ] {
        assert_eq!(program.resolve(&path(from), &path(named)), leads_to, "{named} in {from}");
    }
    let named: Vec<String> = program.paths(&path("high")).into_iter().map(|(path, _)| path.join("::")).collect();
    for wanted in ["super::middle::Renamed", "tantivy::query", "query::parse", "middle::Other"] {
        assert!(named.iter().any(|name| name == wanted), "{wanted} in {named:?}");
    }
    assert!(!named.iter().any(|name| name.contains("nowhere")), "{named:?}");
    assert!(program.paths(&path("low::deep")).iter().any(|(named, _)| *named == path("super::Thing::new")));
    assert!(!program.modules.contains_key(&path("high::tests")));
    let types: Vec<String> = program.modules[&path("low")].items.iter().flat_map(types_of).collect();
    let made = ["Coded", "Chosen", "Also", "Whole", "WholeDraft", "Part", "PartDraft", "Listed", "Code"];
    assert_eq!(types, [&["Thing"][..], &made].concat());
    let edge = |from: &str, to: &[&str]| {
        (PathBuf::from(from), to.iter().map(|to| (PathBuf::from(to), String::new())).collect::<BTreeMap<_, _>>())
    };
    let needs = Needs::from([edge("a", &["b", "d"]), edge("b", &["c"]), edge("c", &["a"]), edge("d", &["e"])]);
    assert_eq!(circles(&needs), [["a", "b", "c"].map(PathBuf::from)]);
}
