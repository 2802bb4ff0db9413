//! `lotse check --explain`: what a rule is for.

use crate::{
    base::{Text, nearest},
    catalogue::{Code, Example},
    cli::{CliError, Context, Exit, errors, output},
    locale::{
        Texts,
        rules::{RuleExplanation, explanation},
    },
};

/// Explains the rule of this code; all in a list when it is empty.
pub(super) fn run(code: &str, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let text = match (code.trim(), Code::named(code.trim())) {
        ("", _) => list(texts),
        (_, Some(code)) => one(code, texts),
        (unknown, None) => return Err(no_rule(unknown, texts)),
    };
    output::print(&text, texts)?;
    Ok(Exit::Done)
}

fn no_rule(code: &str, texts: &Texts) -> CliError {
    let shown = Text::line(code).to_string();
    let error = CliError::new(Exit::Usage, texts.with("rules-unknown", &[("code", shown.into())]));
    let known = Code::ALL.iter().map(|code| code.as_str());
    let nearest = nearest(code, known.clone()).or_else(|| only_part(code, known));
    errors::suggest(error, nearest, "rules-unknown-hint", texts)
}

/// The only code that has these words in it.
fn only_part<'c>(part: &str, mut known: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let found = known.find(|code| code.contains(part))?;
    known.all(|code| !code.contains(part)).then_some(found)
}

fn list(texts: &Texts) -> String {
    let mut lines: Vec<String> = Vec::new();
    for code in Code::ALL {
        let first = format!("{:<24} ", code.as_str());
        let text = format!("{}: {}", code.severity().localize(texts), explanation(*code, texts).short);
        lines.extend(output::wrapped(&text, &first, &" ".repeat(25)));
    }
    lines.push(String::new());
    lines.push(texts.get("rules-list-end").into_owned());
    lines.join("\n")
}

fn one(code: Code, texts: &Texts) -> String {
    let RuleExplanation { full, advice, example, .. } = explanation(code, texts);
    let mut lines = vec![format!("{} ({})", code.as_str(), code.severity().localize(texts)), String::new()];
    lines.extend(output::wrapped(&full, "", ""));
    if let Some(Example { file, wrong, right }) = example {
        let place = file.map(|file| format!(" ({file})")).unwrap_or_default();
        for (heading, text) in [("rules-heading-wrong", wrong), ("rules-heading-right", right)] {
            lines.extend([String::new(), format!("{}{place}:", texts.get(heading)), String::new()]);
            lines.extend(text.lines().map(|line| format!("    {line}").trim_end().to_owned()));
        }
    }
    lines.push(String::new());
    lines.extend(output::wrapped(&format!("{}: {advice}", texts.get("rules-heading-do")), "", ""));
    lines.join("\n")
}
