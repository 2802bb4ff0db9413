//! Says how far a long work is, such as the building of the index: on a terminal in one line that is written over, elsewhere in a few lines.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use super::output;
use crate::locale::Texts;

/// What is done sooner needs no progress.
const SHOWN_AFTER: Duration = Duration::from_millis(300);
/// Time between two changes of the line on a terminal.
const REDRAW_INTERVAL: Duration = Duration::from_millis(100);
/// Lines come for every tenth, but not in a burst; where a tenth takes long, after this time.
const LINE_INTERVAL: Duration = Duration::from_millis(500);
const LONGEST_INTERVAL: Duration = Duration::from_secs(10);
/// Fewer files are read in no time: then lines would only be noise.
const MANY: usize = 500;
/// Nobody can tell the rest of the time earlier.
const ESTIMATE_AFTER: Duration = Duration::from_secs(1);

/// What is said: the names of texts.
pub(super) struct ProgressTexts {
    /// So many of so many.
    done: &'static str,
    /// The same with the seconds that are left.
    seconds: &'static str,
    /// The same with minutes.
    minutes: &'static str,
    /// Everything is done but the end.
    last: &'static str,
}

pub(super) const INDEX: ProgressTexts = ProgressTexts {
    done: "cli-index-building",
    seconds: "cli-index-building-seconds",
    minutes: "cli-index-building-minutes",
    last: "cli-index-verifying",
};
pub(super) const IMPORT: ProgressTexts = ProgressTexts {
    done: "import-saving",
    seconds: "import-saving-seconds",
    minutes: "import-saving-minutes",
    last: "import-recording",
};

pub(super) struct Progress<'t> {
    words: ProgressTexts,
    texts: &'t Texts,
    /// Without a terminal: whether to write lines at all.
    lines: bool,
    terminal: bool,
    begun: Instant,
    /// When and at how many tenths something was last said.
    printed: Option<(Instant, usize)>,
    /// Characters of the line that stands there.
    shown: usize,
}

impl<'t> Progress<'t> {
    /// `lines`: also write where stderr is no terminal.
    pub(super) fn new(words: ProgressTexts, lines: bool, texts: &'t Texts) -> Self {
        let terminal = io::stderr().is_terminal();
        Self { words, texts, lines, terminal, begun: Instant::now(), printed: None, shown: 0 }
    }

    pub(super) fn show(&mut self, done: usize, total: usize) {
        let now = Instant::now();
        if self.terminal {
            let last = self.printed.map_or(self.begun + SHOWN_AFTER, |(last, _)| last + REDRAW_INTERVAL);
            if now >= last {
                self.printed = Some((now, 0));
                self.write_over(&self.line(done, total));
            }
        } else if self.lines && total >= MANY {
            let tenths = done * 10 / total;
            if self.is_time(now, tenths) || done == total && self.printed.is_none_or(|(_, printed)| printed < 10) {
                self.printed = Some((now, tenths));
                output::note(&self.line(done, total));
            }
        }
    }

    /// A first line at once, then one for every tenth or after a long silence.
    fn is_time(&self, now: Instant, tenths: usize) -> bool {
        self.printed.is_none_or(|(last, printed)| {
            let silent = now.duration_since(last);
            tenths > printed && silent >= LINE_INTERVAL || silent >= LONGEST_INTERVAL
        })
    }

    fn line(&self, done: usize, total: usize) -> String {
        let percent = (done * 100).checked_div(total).unwrap_or(100);
        if done >= total {
            return self.texts.with(self.words.last, &[("total", total.into())]);
        }
        let with = |key: &str, name: &'static str, rest: u64| {
            let args =
                [("done", done.into()), ("total", total.into()), ("percent", percent.into()), (name, rest.into())];
            self.texts.with(key, &args)
        };
        match self.rest(done, total) {
            None => {
                let args = [("done", done.into()), ("total", total.into()), ("percent", percent.into())];
                self.texts.with(self.words.done, &args)
            }
            Some(rest) if rest < 120 => with(self.words.seconds, "seconds", rest.max(1)),
            Some(rest) => with(self.words.minutes, "minutes", rest.div_ceil(60)),
        }
    }

    /// Seconds that are left if it goes on like this.
    fn rest(&self, done: usize, total: usize) -> Option<u64> {
        let passed = self.begun.elapsed();
        if passed < ESTIMATE_AFTER || done == 0 {
            return None;
        }
        let rest = passed.as_millis() * total.saturating_sub(done) as u128 / done as u128;
        u64::try_from(rest / 1000).ok()
    }

    /// On a narrow terminal a line that wraps could not be written over.
    fn write_over(&mut self, line: &str) {
        let width = terminal_size::terminal_size_of(io::stderr()).map_or(80, |(width, _)| usize::from(width.0));
        let line = fitting(line, width.saturating_sub(1));
        let length = line.chars().count();
        let blanks = self.shown.saturating_sub(length);
        output::rewrite_line(&line, blanks);
        self.shown = length;
    }

    /// Takes the line away.
    pub(super) fn finish(&mut self) {
        if self.shown > 0 {
            output::clear_line(self.shown);
            self.shown = 0;
        }
    }
}

/// As much of a line as there is room for, without half a parenthesis.
fn fitting(line: &str, width: usize) -> String {
    let fits = |part: &str| part.chars().count() <= width;
    let shorter =
        [line, line.rsplit_once(", ").map_or(line, |(start, _)| start), line.split(" (").next().unwrap_or(line)];
    let fitting = shorter.into_iter().find(|part| fits(part));
    fitting.map_or_else(|| line.chars().take(width).collect(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_terminal_shows_less_and_nothing_by_halves() {
        let line = "Suchindex: 5.000 von 100.000 Dateien (5 %), noch etwa 20 s";
        for (width, shown) in [
            (60, line),
            (45, "Suchindex: 5.000 von 100.000 Dateien (5 %)"),
            (39, "Suchindex: 5.000 von 100.000 Dateien"),
            (10, "Suchindex:"),
        ] {
            assert_eq!(fitting(line, width), shown);
        }
    }
}
