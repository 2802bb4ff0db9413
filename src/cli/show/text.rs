//! A sheet as text: for the terminal, or as Markdown.

use crate::{
    cli::output::wrapped,
    consultation::{KeyFact, Sheet, SheetBlock},
    locale::Texts,
};

/// The sheet in lines for people and screen readers, wrapped to the terminal.
pub(super) fn plain(sheet: &Sheet, texts: &Texts) -> String {
    let mut lines = wrapped(&sheet.heading(), "", "");
    lines.extend(wrapped(&sheet.subtitle, "", ""));
    lines.extend(sheet.facts.iter().flat_map(|fact| wrapped(&format!("{}: {}", fact.label, fact.value), "", "  ")));
    let mut before = None;
    for block in &sheet.blocks {
        if apart(before, block) {
            lines.push(String::new());
        }
        lines.extend(block_lines(block, texts));
        before = Some(block);
    }
    lines.join("\n")
}

/// An empty line stands around paragraphs and before headings, and never after one.
fn apart(before: Option<&SheetBlock>, block: &SheetBlock) -> bool {
    let paragraph = |block: &SheetBlock| matches!(block, SheetBlock::Lead(_) | SheetBlock::Paragraph(_));
    match before {
        None => true,
        Some(SheetBlock::Heading(_)) => false,
        Some(before) => paragraph(before) || paragraph(block) || matches!(block, SheetBlock::Heading(_)),
    }
}

fn block_lines(block: &SheetBlock, texts: &Texts) -> Vec<String> {
    match block {
        SheetBlock::Lead(text) | SheetBlock::Paragraph(text) | SheetBlock::Heading(text) => wrapped(text, "", ""),
        SheetBlock::Bullet(text) => wrapped(text, "- ", "  "),
        SheetBlock::Field { label, value } => wrapped(&format!("{label}: {value}"), "", "  "),
        SheetBlock::Internal(text) => wrapped(&format!("{}: {text}", texts.get("cli-internal")), "", "  "),
    }
}

/// The sheet as Markdown; everything that would be taken for markup is escaped.
pub(super) fn markdown(sheet: &Sheet, texts: &Texts) -> String {
    let mut out = format!("# {}\n\n*{}*\n", escaped(&sheet.heading()), escaped(&sheet.subtitle));
    if !sheet.facts.is_empty() {
        out.push('\n');
    }
    for KeyFact { label, value, .. } in &sheet.facts {
        out.push_str(&format!("- **{}:** {}\n", escaped(label), escaped(value)));
    }
    let mut list = false;
    for block in &sheet.blocks {
        let (item, line) = match block {
            SheetBlock::Lead(text) => (false, format!("**{}**", escaped(text))),
            SheetBlock::Paragraph(text) => (false, escaped(text)),
            SheetBlock::Heading(text) => (false, format!("## {}", escaped(text))),
            SheetBlock::Bullet(text) => (true, format!("- {}", escaped(text))),
            SheetBlock::Field { label, value } => (true, format!("- **{}:** {}", escaped(label), escaped(value))),
            SheetBlock::Internal(text) => (false, format!("> **{}:** {}", texts.get("cli-internal"), escaped(text))),
        };
        if !(list && item) {
            out.push('\n');
        }
        out.push_str(&line);
        out.push('\n');
        list = item;
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        let begins_line =
            at == 0 && matches!(c, '-' | '+' | '=') || digits > 0 && at == digits && matches!(c, '.' | ')');
        if anywhere || begins_line {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("- kein [Link](x) *"), "\\- kein \\[Link\\](x) \\*");
        assert_eq!(escaped("1. Schritt <b>"), "1\\. Schritt \\<b\\>");
        assert_eq!(escaped("§ 16d SGB II, 2.5"), "§ 16d SGB II, 2.5");
    }
}
