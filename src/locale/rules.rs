//! The rules of `lotse check` explained: on the terminal, for other tools, and as the page `docs/regeln.md`.

use std::fmt::Write as _;

use super::Texts;
use crate::catalogue::{Code, Example};

/// What there is to say about a rule.
#[derive(Clone, Debug)]
pub struct RuleExplanation {
    /// What is meant, in one sentence.
    pub short: String,
    /// What is meant, and what the rule is for.
    pub full: String,
    /// What to do.
    pub advice: String,
    /// What is reported, and the same as it should be.
    pub example: Option<Example>,
}

/// The explanation of a rule.
pub fn explanation(code: Code, texts: &Texts) -> RuleExplanation {
    let full = texts.get(&format!("rule-{}", code.as_str())).into_owned();
    let end = full.find(". ").map_or(full.len(), |stop| stop + 1);
    let mut advice = texts.get(&format!("rule-{}-do", code.as_str())).into_owned();
    if code.is_mendable() {
        let _ = write!(advice, " {}", texts.get("rules-mendable"));
    }
    RuleExplanation { short: full[..end].to_owned(), full, advice, example: code.example() }
}

/// All rules as a page in Markdown.
pub fn document(texts: &Texts) -> String {
    let mut page = format!("# {}\n\n{}\n\n", texts.get("rules-doc-title"), texts.get("rules-doc-intro"));
    let _ = writeln!(page, "{}\n| --- | --- | --- | --- |", texts.get("rules-doc-table"));
    for code in Code::ALL {
        let (name, mended) = (code.as_str(), if code.is_mendable() { "✓" } else { "" });
        let short = explanation(*code, texts).short;
        let _ = writeln!(page, "| [{name}](#{name}) | {} | {short} | {mended} |", code.severity().localize(texts));
    }
    for code in Code::ALL {
        section(&mut page, *code, texts);
    }
    page
}

fn section(page: &mut String, code: Code, texts: &Texts) {
    let RuleExplanation { full, advice, example, .. } = explanation(code, texts);
    let severity = code.severity().localize(texts);
    let _ = write!(page, "\n## {}\n\n*{severity}.* {full}\n", code.as_str());
    if let Some(Example { file, wrong, right }) = example {
        let language = if file.is_some() { "toml" } else { "text" };
        let place = file.map(|file| format!(" (`{file}`)")).unwrap_or_default();
        for (heading, text) in [("rules-heading-wrong", wrong), ("rules-heading-right", right)] {
            let _ = write!(page, "\n{}{place}:\n\n```{language}\n{text}\n```\n", texts.get(heading));
        }
    }
    let _ = write!(page, "\n{}: {advice}\n", texts.get("rules-heading-do"));
}
