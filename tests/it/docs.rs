//! Holds what the documents for developers say of the source: files that are named are there, and so are methods.

use std::{fs, path::Path};

use crate::support::source::texts;

const DOCUMENTS: [&str; 5] =
    ["docs/architecture.md", "docs/search.md", "docs/performance.md", "SECURITY.md", "CONTRIBUTING.md"];

/// Names that stand for any file.
const ANY: [&str; 2] = [".rs", "name.rs"];

/// What stands in backticks, without the blocks of code.
fn quoted(document: &str) -> Vec<&str> {
    let prose = document.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// Each `{a,b}` written out.
fn written_out(path: &str) -> Vec<String> {
    let Some((before, (inner, behind))) =
        path.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    else {
        return vec![path.to_owned()];
    };
    inner.split(',').map(|part| format!("{before}{part}{behind}")).collect()
}

#[test]
fn files_and_methods_that_are_named_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = texts();
    // A section about a module leaves its folder out.
    let is_source = |path: &str| sources.iter().any(|(source, _)| source.ends_with(path));
    let is_there = |path: &str| is_source(path) || root.join(path).exists();
    let is_name = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '_') && !word.is_empty();
    let has_method = |owner: &str, method: &str| {
        let declared =
            [format!("fn {method}"), format!("{method}: "), format!("    {method}"), format!("const {method}")];
        let of_it = |text: &str| text.contains(owner) && declared.iter().any(|words| text.contains(words));
        sources.iter().any(|(_, text)| of_it(text))
    };
    let mut wrong = Vec::new();
    let (mut paths, mut methods) = (0, 0);
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for word in quoted(&text) {
            if word.ends_with(".rs") && !word.contains([' ', '<', '*']) && !ANY.contains(&word) {
                paths += 1;
                let missing = written_out(word).into_iter().filter(|path| !is_there(path));
                wrong.extend(missing.map(|path| format!("{document}: {path}")));
            } else if let Some((owner, method)) = word.trim_end_matches("()").split_once("::")
                && owner.starts_with(char::is_uppercase)
                && is_name(owner)
                && is_name(method)
            {
                methods += 1;
                wrong.extend((!has_method(owner, method)).then(|| format!("{document}: {word}")));
            }
        }
    }
    assert!(paths > 100 && methods > 10, "{paths} paths and {methods} methods: is this how they are still written?");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
