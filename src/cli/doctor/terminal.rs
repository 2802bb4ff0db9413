//! The terminal: what it is, and what it can, as far as that can be known without asking it.
//!
//! Asking would mean to write escape sequences and wait for answers that may never come, or come into the user's line.

use std::{
    env,
    io::{self, IsTerminal as _},
};

use super::{DoctorContext, DoctorReport};
use crate::{base::Text, cli::context::variable, locale::Texts};

/// The size that the screen is made for.
const USABLE: (u16, u16) = (80, 24);

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        size(report);
    } else {
        report.note("terminal-none", &[]);
    }
    kind(report, &doctor.context.texts);
    colours(doctor, report);
    utf8(report);
    if doctor.context.settings.mouse {
        report.ok("mouse", &[]);
    } else {
        report.ok("mouse-off", &[]);
    }
    clipboard(report);
}

fn size(report: &mut DoctorReport<'_>) {
    let Some((width, height)) = terminal_size::terminal_size() else { return report.note("terminal-no-size", &[]) };
    let args = [("columns", width.0.to_string().into()), ("rows", height.0.to_string().into())];
    if width.0 < USABLE.0 || height.0 < USABLE.1 {
        report.note("terminal-small", &args);
    } else {
        report.ok("terminal-size", &args);
    }
}

fn variable_text(name: &str) -> Option<String> {
    variable(name).map(|value| Text::line(&value.to_string_lossy()).to_string())
}

/// The program that shows the terminal, and what lies in between.
fn kind(report: &mut DoctorReport<'_>, texts: &Texts) {
    let mut seen = Vec::new();
    seen.extend(variable_text("WT_SESSION").map(|_| "Windows Terminal".to_owned()));
    seen.extend(variable_text("TERM_PROGRAM"));
    seen.extend(variable_text("VTE_VERSION").map(|version| format!("VTE {version}")));
    seen.extend(variable_text("TMUX").map(|_| "tmux".to_owned()));
    seen.extend(variable_text("STY").map(|_| "screen".to_owned()));
    seen.extend(["SSH_TTY", "SSH_CONNECTION"].into_iter().find_map(variable_text).map(|_| "SSH".to_owned()));
    seen.dedup();
    let unknown = || texts.get("doctor-terminal-unknown").into_owned();
    let through = if seen.is_empty() { unknown() } else { seen.join(", ") };
    match variable_text("TERM") {
        Some(name) if name == "dumb" => report.note("terminal-dumb", &[]),
        None if cfg!(unix) => report.note("terminal-nameless", &[]),
        name => {
            let name = name.unwrap_or_else(unknown);
            report.ok("terminal-name", &[("name", name.into()), ("through", through.into())]);
        }
    }
}

fn colours(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let term = variable_text("TERM").unwrap_or_default();
    let many = variable_text("COLORTERM").is_some_and(|value| ["truecolor", "24bit"].contains(&value.as_str()));
    if variable("NO_COLOR").is_some() {
        report.ok("colours-unwanted", &[("name", "NO_COLOR".into())]);
    } else if term == "dumb" {
        report.ok("colours-unwanted", &[("name", "TERM=dumb".into())]);
    } else if !doctor.context.colour {
        report.ok("colours-unwanted", &[("name", "--no-color".into())]);
    } else if many || variable_text("WT_SESSION").is_some() || term.ends_with("-direct") {
        report.ok("colours-true", &[]);
    } else if term.contains("256color") {
        report.ok("colours-256", &[]);
    } else {
        report.ok("colours-16", &[]);
    }
}

/// Whether the terminal takes umlauts, by the locale: Windows always does.
fn utf8(report: &mut DoctorReport<'_>) {
    if cfg!(windows) {
        return report.ok("utf8", &[("locale", "Windows".into())]);
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable_text);
    let folded = locale.as_deref().unwrap_or_default().to_lowercase().replace('-', "");
    match locale {
        Some(locale) if folded.contains("utf8") => report.ok("utf8", &[("locale", locale.into())]),
        Some(locale) => report.note("utf8-missing", &[("locale", locale.into())]),
        None => report.note("utf8-unsaid", &[]),
    }
}

/// Programs that take text for the clipboard by OSC 52 as they come.
const OSC_52_TERMINALS: [&str; 6] = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "iterm"];

fn clipboard(report: &mut DoctorReport<'_>) {
    let names =
        ["TERM", "TERM_PROGRAM"].into_iter().filter_map(variable_text).collect::<Vec<_>>().join(" ").to_lowercase();
    if variable_text("TMUX").is_some() {
        report.ok("clipboard-tmux", &[]);
    } else if variable_text("WT_SESSION").is_some() || OSC_52_TERMINALS.iter().any(|name| names.contains(name)) {
        report.ok("clipboard-likely", &[]);
    } else if names == "linux" || names.contains("apple_terminal") {
        report.ok("clipboard-unlikely", &[]);
    } else {
        report.ok("clipboard-unknown", &[]);
    }
    // The display of the machine where the terminal is, not of this one.
    if env::var_os("SSH_CONNECTION").is_some() {
        report.ok("clipboard-remote", &[]);
    }
}
