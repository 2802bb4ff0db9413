//! A sheet for people and screen readers, wrapped to the terminal.

use crate::{
    cli::output::wrapped,
    consultation::{Block, Sheet},
    locale::Texts,
};

/// The sheet in lines.
pub(super) fn text(sheet: &Sheet, texts: &Texts) -> String {
    let mut lines = wrapped(&super::heading(sheet), "", "");
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
fn apart(before: Option<&Block>, block: &Block) -> bool {
    let paragraph = |block: &Block| matches!(block, Block::Lead(_) | Block::Paragraph(_));
    match before {
        None => true,
        Some(Block::Heading(_)) => false,
        Some(before) => paragraph(before) || paragraph(block) || matches!(block, Block::Heading(_)),
    }
}

fn block_lines(block: &Block, texts: &Texts) -> Vec<String> {
    match block {
        Block::Lead(text) | Block::Paragraph(text) | Block::Heading(text) => wrapped(text, "", ""),
        Block::Bullet(text) => wrapped(text, "- ", "  "),
        Block::Field { label, value } => wrapped(&format!("{label}: {value}"), "", "  "),
        Block::Internal(text) => wrapped(&format!("{}: {text}", texts.get("cli-internal")), "", "  "),
    }
}
