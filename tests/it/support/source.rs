//! The source of the program as the compiler reads it: its modules and what they name, without what only tests have.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, ImplItem, Item, ItemUse, Lit, LitStr, Macro, Meta, UseTree, Visibility,
    visit::{self, Visit},
};

/// Every file below `src`, also those of tests, with its text.
pub(crate) fn texts() -> Vec<(PathBuf, String)> {
    let root = root();
    let (mut found, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The modules of the library by their paths; the crate has the empty path.
pub(crate) struct Program {
    pub modules: BTreeMap<Vec<String>, Module>,
}

/// A module with a file of its own, or one in braces within a file.
pub(crate) struct Module {
    /// Its file below `src`.
    pub file: PathBuf,
    pub items: Vec<Item>,
    /// What is defined here and stands in the text.
    defined: BTreeSet<String>,
    /// Names in calls of macros among the items: what such a macro makes is called by one of them.
    made: BTreeSet<String>,
    imports: Vec<Import>,
}

/// One name of a `use`.
struct Import {
    /// What it is called here; `None` stands for all names (`*`).
    name: Option<String>,
    path: Vec<String>,
    /// True when others get it from here: `pub use`.
    passed_on: bool,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// Something in the module of this path.
    Item(Vec<String>),
    Module(Vec<String>),
    /// Something of a library, or a name that means something only where it stands.
    Elsewhere,
}

impl Program {
    /// The library as it stands in `src`.
    pub(crate) fn read() -> Self {
        let mut program = Self { modules: BTreeMap::new() };
        program.add_file(Vec::new(), Path::new("lib.rs"));
        assert!(program.modules.len() > 50, "the source was found");
        program
    }

    /// A program of one file.
    pub(crate) fn of(text: &str) -> Self {
        let mut program = Self { modules: BTreeMap::new() };
        program.add(Vec::new(), Path::new("lib.rs"), syn::parse_file(text).unwrap().items);
        program
    }

    fn add_file(&mut self, path: Vec<String>, file: &Path) {
        let text = fs::read_to_string(root().join(file)).unwrap();
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(path, file, parsed.items);
    }

    fn add(&mut self, path: Vec<String>, file: &Path, items: Vec<Item>) {
        let mut module = Module {
            file: file.to_owned(),
            items: Vec::new(),
            defined: BTreeSet::new(),
            made: BTreeSet::new(),
            imports: Vec::new(),
        };
        for item in items {
            if is_test(attributes(&item)) {
                continue;
            }
            match item {
                Item::Mod(below) => {
                    let path = [path.clone(), vec![below.ident.to_string()]].concat();
                    match below.content {
                        Some((_, items)) => self.add(path, file, items),
                        None => self.add_file(path.clone(), &file_of(&path)),
                    }
                }
                item => {
                    module.defined.extend(name_of(&item));
                    if let Item::Macro(called) = &item
                        && called.ident.is_none()
                    {
                        module.made.extend(words(&called.mac.tokens));
                    }
                    module.items.push(item);
                }
            }
        }
        let mut gathered = Gathered::default();
        module.items.iter().for_each(|item| gathered.visit_item(item));
        module.imports = gathered.imports;
        self.modules.insert(path, module);
    }

    /// What a path leads to that stands in this module.
    pub(crate) fn resolve(&self, from: &[String], path: &[String]) -> Target {
        self.resolved(from, path, 0)
    }

    fn resolved(&self, from: &[String], path: &[String], depth: usize) -> Target {
        let Some(first) = path.first().filter(|_| depth < 16) else { return Target::Elsewhere };
        match first.as_str() {
            "crate" | "$crate" => self.below(&[], &path[1..], depth),
            "self" => self.below(from, &path[1..], depth),
            "super" if !from.is_empty() => {
                let rest = &path[1..];
                match rest.first().map(String::as_str) {
                    Some("super") => self.resolved(&from[..from.len() - 1], rest, depth),
                    _ => self.below(&from[..from.len() - 1], rest, depth),
                }
            }
            _ => self.named(from, path, true, depth).unwrap_or(Target::Elsewhere),
        }
    }

    /// What the rest of a path leads to that has come to this module.
    fn below(&self, module: &[String], rest: &[String], depth: usize) -> Target {
        if rest.is_empty() {
            return Target::Module(module.to_vec());
        }
        // What a macro defines does not stand in the text: it belongs to where it is looked for.
        self.named(module, rest, false, depth).unwrap_or_else(|| Target::Item(module.to_vec()))
    }

    /// The same for a module that has the first name in its text; `own` when the path stands there.
    fn named(&self, module: &[String], path: &[String], own: bool, depth: usize) -> Option<Target> {
        let (name, rest) = path.split_first()?;
        let child = [module, std::slice::from_ref(name)].concat();
        if self.modules.contains_key(&child) {
            return Some(self.below(&child, rest, depth + 1));
        }
        let here = self.modules.get(module)?;
        if here.defined.contains(name) {
            return Some(Target::Item(module.to_vec()));
        }
        let import = here.imports.iter().find(|import| import.name.as_ref() == Some(name));
        if let Some(import) = import.filter(|import| own || import.passed_on || !module.is_empty()) {
            return Some(self.resolved(module, &[&import.path[..], rest].concat(), depth + 1));
        }
        let all = here.imports.iter().filter(|import| import.name.is_none());
        // Every import of all names may lead through every other one, so few steps of them are followed.
        let depth = depth + 4;
        let mut by_all = all.filter_map(|import| match self.resolved(module, &import.path, depth) {
            Target::Module(all) if all != module => self.named(&all, path, false, depth),
            _ => None,
        });
        by_all.next().or_else(|| here.made.contains(name).then(|| Target::Item(module.to_vec())))
    }

    /// Every path that stands in a module, with its line; private imports are among them.
    pub(crate) fn paths(&self, module: &[String]) -> Vec<(Vec<String>, usize)> {
        let mut gathered = Gathered::default();
        self.modules[module].items.iter().for_each(|item| gathered.visit_item(item));
        gathered.paths
    }
}

impl Program {
    /// The texts between quotation marks, also those that attributes give to macros.
    pub(crate) fn literals(&self) -> BTreeSet<String> {
        let mut gathered = Gathered { with_attributes: true, ..Gathered::default() };
        self.modules.values().flat_map(|module| &module.items).for_each(|item| gathered.visit_item(item));
        gathered.literals
    }
}

fn file_of(path: &[String]) -> PathBuf {
    let flat = path.iter().collect::<PathBuf>().with_extension("rs");
    if root().join(&flat).exists() { flat } else { path.iter().collect::<PathBuf>().join("mod.rs") }
}

/// True for what only tests have.
pub(crate) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let only_for = |word: &str| {
            let list = attribute.meta.require_list();
            list.is_ok_and(|list| words(&list.tokens).iter().any(|found| found == word))
        };
        attribute.path().is_ident("test") || attribute.path().is_ident("cfg") && only_for("test") && !only_for("not")
    })
}

fn words(tokens: &TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => found.extend(words(&group.stream())),
            TokenTree::Ident(word) => found.push(word.to_string()),
            _ => {}
        }
    }
    found
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// What stands in some code: paths, imports, texts between quotation marks.
#[derive(Default)]
struct Gathered {
    paths: Vec<(Vec<String>, usize)>,
    imports: Vec<Import>,
    literals: BTreeSet<String>,
    with_attributes: bool,
}

impl<'ast> Visit<'ast> for Gathered {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes: &[Attribute] = match item {
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Const(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let passed_on = !matches!(item.vis, Visibility::Inherited);
        let before = self.imports.len();
        flatten(&item.tree, &mut Vec::new(), passed_on, &mut self.imports);
        if !passed_on {
            let line = item.use_token.span.start().line;
            let named = self.imports[before..].iter().filter(|import| import.name.is_some());
            self.paths.extend(named.map(|import| (import.path.clone(), line)));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.paths.push((segments, path.segments[0].ident.span().start().line));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.visit_path(&called.path);
        paths_in(&called.tokens, &mut self.paths);
        literals_in(&called.tokens, &mut self.literals);
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.literals.insert(text.value());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let Meta::List(list) = &attribute.meta else { return };
        if attribute.path().is_ident("derive") {
            paths_in(&list.tokens, &mut self.paths);
        } else if self.with_attributes {
            literals_in(&list.tokens, &mut self.literals);
        }
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

fn flatten(tree: &UseTree, before: &mut Vec<String>, passed_on: bool, found: &mut Vec<Import>) {
    let mut add = |name: Option<String>, last: Option<String>| {
        let path = before.iter().cloned().chain(last).collect();
        found.push(Import { name, path, passed_on });
    };
    match tree {
        UseTree::Path(part) => {
            before.push(part.ident.to_string());
            flatten(&part.tree, before, passed_on, found);
            before.pop();
        }
        UseTree::Name(last) if last.ident == "self" => add(before.last().cloned(), None),
        UseTree::Name(last) => add(Some(last.ident.to_string()), Some(last.ident.to_string())),
        UseTree::Rename(last) if last.ident == "self" => add(Some(last.rename.to_string()), None),
        UseTree::Rename(last) => add(Some(last.rename.to_string()), Some(last.ident.to_string())),
        UseTree::Glob(_) => add(None, None),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, passed_on, found)),
    }
}

/// The texts between quotation marks in the tokens of a macro.
fn literals_in(tokens: &TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => literals_in(&group.stream(), found),
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal) {
                    found.insert(text.value());
                }
            }
            _ => {}
        }
    }
}

/// The paths of two or more names in the tokens of a macro.
fn paths_in(tokens: &TokenStream, found: &mut Vec<(Vec<String>, usize)>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) => paths_in(&group.stream(), found),
            TokenTree::Ident(first) => {
                let mut path = vec![first.to_string()];
                while colon(at) && colon(at + 1) {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 2) else { break };
                    path.push(next.to_string());
                    at += 3;
                }
                if path.len() > 1 {
                    found.push((path, first.span().start().line));
                }
            }
            _ => {}
        }
    }
}
