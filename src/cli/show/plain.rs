//! A sheet for people and screen readers, wrapped to the terminal.

use crate::{
    cli::output::wrapped,
    consultation::{Sheet, SheetBlock},
    locale::Texts,
};

/// The sheet in lines.
pub(super) fn text(sheet: &Sheet, texts: &Texts) -> String {
    let mut lines = wrapped(&sheet.heading(), "", "");
    lines.extend(wrapped(&sheet.subtitle, "", ""));
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
