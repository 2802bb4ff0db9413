//! How a report is drawn: bars, shades and colours, as far as the terminal has them.

use std::{env, io};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::Context;

/// Columns of a report that does not go to a terminal.
const USUAL: usize = 80;
/// Wider lines are hard to follow.
const WIDEST: usize = 240;
/// Narrower than this nothing can be lined up.
const NARROWEST: usize = 40;

/// What a piece of a report means, for those who see colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportRole {
    Plain,
    Heading,
    /// Nothing here, and something elsewhere.
    Gap,
    /// A shade of the heat table, 1 to 4.
    Shade(usize),
}

/// How a report is drawn: how wide, in colours or not, with blocks or plain signs.
pub(super) struct ReportStyle {
    /// Columns of the terminal, or what files get.
    pub width: usize,
    /// True where the settings ask for words instead of drawings.
    pub words_only: bool,
    colour: bool,
    blocks: bool,
}

impl ReportStyle {
    pub(super) fn new(context: &Context, to_file: bool) -> Self {
        let terminal = terminal_size::terminal_size_of(io::stdout()).filter(|_| !to_file);
        let width = terminal.map_or(USUAL, |(width, _)| usize::from(width.0).clamp(NARROWEST, WIDEST));
        let variable = |name: &str| env::var(name).ok();
        Self {
            width,
            words_only: context.settings.screen_reader,
            colour: !to_file && context.colour_on_stdout(),
            blocks: to_file || has_blocks(cfg!(windows), variable),
        }
    }

    /// The text as it looks in this role; escape sequences take no column.
    pub(super) fn styled(&self, text: &str, role: ReportRole) -> String {
        let code = match role {
            ReportRole::Heading | ReportRole::Shade(3) => "1",
            ReportRole::Gap => "30;43",
            ReportRole::Shade(1) => "2",
            ReportRole::Shade(4) => "1;7",
            ReportRole::Plain | ReportRole::Shade(_) => "",
        };
        if self.colour && !code.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// The signs of the shades, the palest first.
    pub(super) fn shades(&self) -> [&'static str; 4] {
        if self.blocks { ["░", "▒", "▓", "█"] } else { [".", ":", "+", "#"] }
    }

    /// The sign of a shade, 1 to 4.
    pub(super) fn shade(&self, shade: usize) -> &'static str {
        let [first, second, third, fourth] = self.shades();
        match shade {
            ..=1 => first,
            2 => second,
            3 => third,
            4.. => fourth,
        }
    }

    /// The sign of a gap, and of nothing that is no gap.
    pub(super) fn nothing(&self, gap: bool) -> &'static str {
        match (gap, self.blocks) {
            (true, true) => "–",
            (true, false) => "-",
            (false, true) => "·",
            (false, false) => "0",
        }
    }

    /// A bar for `value`, where one for `largest` is `width` columns long. What is more than nothing is seen.
    pub(super) fn bar(&self, value: u64, largest: u64, width: usize) -> String {
        const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
        if value == 0 || largest == 0 {
            return String::new();
        }
        let length = value as f64 / largest as f64 * width as f64;
        if !self.blocks {
            return "#".repeat((length.round() as usize).clamp(1, width.max(1)));
        }
        let eighths = ((length * 8.0).round() as usize).max(1);
        "█".repeat(eighths / 8) + EIGHTHS.get(eighths % 8).copied().unwrap_or_default()
    }
}

/// Whether the terminal shows blocks: it does where it speaks UTF-8. The console of the kernel has few of them.
fn has_blocks(windows: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    if windows {
        return true;
    }
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set).unwrap_or_default().to_ascii_lowercase();
    let console = variable("TERM").is_some_and(|term| matches!(term.as_str(), "linux" | "dumb"));
    !console && (locale.contains("utf-8") || locale.contains("utf8"))
}

pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text, cut to so many columns; a full stop says that something is left out.
pub(super) fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used >= width {
            break;
        }
        kept.push_str(grapheme);
    }
    let kept = kept.trim_end();
    if width == 0 { String::new() } else { format!("{kept}.") }
}

/// The text with blanks behind it.
pub(super) fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let blanks = " ".repeat(width.saturating_sub(columns(&text)));
    text + &blanks
}

/// The text with blanks before it.
pub(super) fn right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    " ".repeat(width.saturating_sub(columns(&text))) + &text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(blocks: bool) -> ReportStyle {
        ReportStyle { width: 80, words_only: false, colour: false, blocks }
    }

    #[test]
    fn bars_grow_by_eighths_and_something_is_never_nothing() {
        assert_eq!(style(true).bar(4, 8, 4), "██");
        assert_eq!(style(true).bar(5, 8, 4), "██▌");
        assert_eq!(style(true).bar(1, 100_000, 10), "▏");
        assert_eq!(style(true).bar(8, 8, 4), "████");
        assert_eq!(style(false).bar(5, 8, 4), "###");
        assert_eq!(style(false).bar(1, 100_000, 10), "#");
        assert_eq!(style(true).bar(0, 8, 4), "");
    }

    #[test]
    fn blocks_need_a_locale_that_has_them() {
        let with = |pairs: &'static [(&str, &str)]| {
            has_blocks(false, |name| Some(pairs.iter().find(|(key, _)| *key == name)?.1.to_owned()))
        };
        assert!(with(&[("LANG", "de_DE.UTF-8")]) && with(&[("LC_ALL", "C.utf8"), ("LANG", "C")]));
        assert!(!with(&[("LANG", "C")]) && !with(&[]) && !with(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "POSIX")]));
        assert!(!with(&[("LANG", "de_DE.UTF-8"), ("TERM", "linux")]));
    }

    #[test]
    fn texts_are_cut_by_columns() {
        assert_eq!(cut("Lahn-Dill-Kreis", 8), "Lahn-Di.");
        assert_eq!(cut("Südkreis", 8), "Südkreis");
        assert_eq!(right("職業訓練", 6), " 職業.");
        assert_eq!((left("a", 3), cut("ab", 0)), ("a  ".to_owned(), String::new()));
    }
}
