//! A sheet as Markdown.

use crate::{
    consultation::{Sheet, SheetBlock},
    locale::Texts,
};

/// The sheet; everything that Markdown would take for markup is escaped.
pub(super) fn text(sheet: &Sheet, texts: &Texts) -> String {
    let mut out = format!("# {}\n\n*{}*\n", escaped(&sheet.heading()), escaped(&sheet.subtitle));
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

/// One line of text as text.
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
