//! The window of a dialog: what it is about, and the answers that can be given.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::{Block, Borders},
};

use super::state::{Dialog, DialogAnswer, DialogKind, Pick};
use crate::{
    base::Text,
    consultation::Passage,
    locale::Texts,
    store::Clash,
    tui::{Canvas, ClickTarget, EntryAction, KnownPlaces, Marked, Role, columns, ending},
};

/// Widest window.
const WIDTH: u16 = 76;

/// Draws a dialog; returns where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, whole: Rect, dialog: &Dialog) -> Option<Position> {
    let width = whole.width.min(WIDTH);
    let inner = usize::from(width.saturating_sub(4));
    let mut lines = Vec::new();
    for text in sentences(canvas, &dialog.kind) {
        lines.extend(canvas.wrap(&text, Role::Text, inner));
        lines.push(Line::default());
    }
    let (answers, focus) = answers(canvas, dialog, inner);
    // An address may need several lines, and each of them can be clicked.
    let (numbers, answers): (Vec<Option<usize>>, Vec<Line<'static>>) = answers.into_iter().unzip();
    // Where not everything fits, the end of the sentences goes first.
    let room = usize::from(whole.height.saturating_sub(2)).saturating_sub(answers.len());
    if room > 0 {
        ending(&mut lines, room, inner);
    }
    let first_answer = lines.len();
    lines.extend(answers);
    let height = (lines.len() as u16 + 2).min(whole.height);
    let area = Rect { x: whole.x + (whole.width - width) / 2, y: whole.y + (whole.height - height) / 2, width, height };
    canvas.clear(area);
    let borders = if canvas.ui.settings.screen_reader { Borders::NONE } else { Borders::ALL };
    let (border, heading) = (canvas.style(Role::BorderFocus), canvas.style(Role::Heading));
    let title = format!(" {} ", canvas.text(title(&dialog.kind)));
    let block = Block::new().borders(borders).border_style(border).title(Line::styled(title, heading));
    canvas.frame.render_widget(block, area);
    canvas.layout.add(area, ClickTarget::Overlay);
    // Where not even the answers fit, the marked one stays.
    let shown = usize::from(height.saturating_sub(2));
    let focus = first_answer + focus;
    let top = lines.len().saturating_sub(shown).min(focus);
    let mut cursor = None;
    for (row, (number, line)) in lines.into_iter().enumerate().skip(top).take(shown).enumerate() {
        let cell = Rect { x: area.x + 2, y: area.y + 1 + row as u16, width: width.saturating_sub(4), height: 1 };
        if number == focus {
            cursor = Some(Position::new(cell.x + cursor_column(dialog, &line), cell.y));
        }
        let answer = number.checked_sub(first_answer).and_then(|line| *numbers.get(line)?);
        if let Some(answer) = answer {
            canvas.layout.add(cell, ClickTarget::Answer(answer));
        }
        canvas.line(cell, line);
    }
    cursor
}

fn title(kind: &DialogKind) -> &'static str {
    match kind {
        DialogKind::Leave(_) => "ask-leave-title",
        DialogKind::NotYours { .. } => "ask-not-yours-title",
        DialogKind::Drafts(_) => "ask-draft-title",
        DialogKind::Clash { .. } => "ask-clash-title",
        DialogKind::Overwrite(_) => "ask-overwrite-title",
        DialogKind::Places { .. } => "ask-places-title",
        DialogKind::Info(_) => "ask-info-title",
        DialogKind::Trust(_) => "ask-trust-title",
        DialogKind::Editor { .. } => "ask-editor-title",
        DialogKind::Pick(Pick::Copy, _) => "ask-copy-title",
        DialogKind::Pick(Pick::Open, _) => "ask-open-title",
    }
}

fn sentences(canvas: &Canvas<'_, '_>, kind: &DialogKind) -> Vec<String> {
    let texts = &canvas.ui.texts;
    match kind {
        DialogKind::Leave(_) => vec![texts.get("ask-leave").into_owned()],
        DialogKind::NotYours { id, name, action } => {
            let key = match action {
                EntryAction::Edit | EntryAction::Editor => "ask-not-yours-edit",
                EntryAction::Confirm => "ask-not-yours-confirm",
                EntryAction::Places => "ask-not-yours-places",
            };
            vec![texts.with(key, &[("id", id.as_str().into()), ("name", name.as_str().into())])]
        }
        DialogKind::Drafts(found) => {
            let Some(first) = found.first() else { return Vec::new() };
            let draft = &first.draft;
            let title = draft.typed.get("title").cloned().or_else(|| draft.id.as_ref().map(ToString::to_string));
            let title = Text::line(&title.unwrap_or_default()).to_string();
            let at = texts.moment(draft.worker.since);
            let args = [("title", title.into()), ("at", at.into()), ("count", found.len().into())];
            vec![texts.with("ask-draft", &args)]
        }
        DialogKind::Clash { .. } => vec![texts.get("ask-clash").into_owned()],
        DialogKind::Overwrite(now) => {
            vec![texts.get(if now.is_some() { "ask-overwrite-broken" } else { "ask-overwrite-gone" }).into_owned()]
        }
        DialogKind::Places { title, before, .. } => {
            let ask = texts.with("ask-places", &[("title", title.as_str().into())]);
            [Some(ask), before.map(|before| places_before(texts, before))].into_iter().flatten().collect()
        }
        DialogKind::Info(lines) => lines.clone(),
        DialogKind::Pick(Pick::Copy, _) => vec![texts.get("ask-copy").into_owned()],
        DialogKind::Pick(Pick::Open, _) => vec![texts.get("ask-open").into_owned()],
        DialogKind::Trust(path) => {
            let path = texts.with("ask-trust-path", &[("path", path.as_str().into())]);
            vec![path, texts.get("ask-trust-why").into_owned(), texts.get("ask-trust-else").into_owned()]
        }
        DialogKind::Editor { faults, .. } => {
            let mut lines = vec![texts.get("ask-editor").into_owned()];
            lines.extend(faults.iter().cloned());
            lines
        }
    }
}

/// The number that was entered last, and of which day it is.
fn places_before(texts: &Texts, before: KnownPlaces) -> String {
    match (before.free, before.as_of) {
        (Some(free), Some(day)) => {
            texts.with("ask-places-before", &[("free", free.into()), ("date", texts.date(day).into())])
        }
        (Some(free), None) => texts.with("ask-places-undated", &[("free", free.into())]),
        (None, _) => texts.get("ask-places-none").into_owned(),
    }
}

/// A line with the answer that it gives when it is clicked.
type AnswerLine = (Option<usize>, Line<'static>);

/// The answers, and the row of the marked one among them.
fn answers(canvas: &Canvas<'_, '_>, dialog: &Dialog, width: usize) -> (Vec<AnswerLine>, usize) {
    let lines = match &dialog.kind {
        DialogKind::Clash { clashes, .. } => {
            let (mut lines, mut focus) = (Vec::new(), 0);
            for (number, (clash, mine)) in clashes.iter().enumerate() {
                let marked = number == dialog.at;
                focus = if marked { lines.len() } else { focus };
                lines.extend(self::clash(canvas, clash, *mine, marked, width).into_iter().map(|line| (None, line)));
            }
            return (lines, focus);
        }
        DialogKind::Pick(pick, passages) => {
            let (mut lines, mut focus) = (Vec::new(), 0);
            for (number, passage) in passages.iter().enumerate() {
                let marked = number == dialog.at;
                focus = if marked { lines.len() } else { focus };
                let passage = self::passage(canvas, *pick, passage, marked, width);
                lines.extend(passage.into_iter().map(|line| (Some(number), line)));
            }
            return (lines, focus);
        }
        DialogKind::Places { input, .. } => {
            let style = canvas.style(Role::Input);
            let key = canvas.style(Role::Key);
            let label = format!("{}: ", canvas.text("form-capacity-free"));
            vec![(None, Line::from(vec![Span::styled(label, key), Span::styled(input.value().to_owned(), style)]))]
        }
        _ => {
            let line = |(number, answer): (usize, &DialogAnswer)| {
                let marked = number == dialog.at;
                let style = canvas.style(if marked { Role::Selected } else { Role::Text });
                let label = canvas.text(&format!("answer-{}", answer.code()));
                (Some(number), Line::styled(format!("{}{label}", if marked { "› " } else { "  " }), style))
            };
            dialog.answers().iter().enumerate().map(line).collect()
        }
    };
    (lines, dialog.at)
}

/// Something to be picked: of a text to be copied the beginning, of an address all of it.
fn passage(canvas: &Canvas<'_, '_>, pick: Pick, passage: &Passage, marked: bool, width: usize) -> Vec<Line<'static>> {
    let style = canvas.style(if marked { Role::Selected } else { Role::Text });
    let first = format!("{}{}: ", if marked { "› " } else { "  " }, passage.label);
    let room = width.saturating_sub(usize::from(columns(&first)));
    let first = Span::styled(first, style);
    match pick {
        Pick::Copy => {
            let begin = passage.text.lines().next().unwrap_or_default();
            let spans = std::iter::once(first).chain(Marked::plain(begin, style).cut(room));
            vec![Line::from(spans.collect::<Vec<_>>())]
        }
        Pick::Open => Marked::plain(&passage.text, style).wrap(width, vec![first], 4),
    }
}

fn clash(canvas: &Canvas<'_, '_>, clash: &Clash, mine: bool, marked: bool, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.ui.texts;
    let Some(register) = &canvas.session.register else { return Vec::new() };
    let label = clash.field.localize(texts);
    let style = canvas.style(if marked { Role::Selected } else { Role::Heading });
    let [of_mine, of_theirs, of_base] = clash.localize_sides(register, texts);
    let rows = |key: &str, shown: String, chosen: Option<bool>| {
        let mark = match chosen {
            Some(true) => "(•) ",
            Some(false) => "( ) ",
            None => "    ",
        };
        let style = canvas.style(if chosen == Some(true) { Role::Accent } else { Role::Text });
        let first = vec![Span::styled(format!("  {mark}"), style)];
        Marked::plain(&format!("{}: {shown}", texts.get(key)), style).wrap(width, first, 6)
    };
    let mut lines = vec![Line::styled(format!("{}{label}", if marked { "› " } else { "  " }), style)];
    lines.extend(rows("clash-mine", of_mine, Some(mine)));
    lines.extend(rows("clash-theirs", of_theirs, Some(!mine)));
    lines.extend(rows("clash-base", of_base, None));
    lines.push(Line::default());
    lines
}

fn cursor_column(dialog: &Dialog, line: &Line<'_>) -> u16 {
    match &dialog.kind {
        DialogKind::Places { input, .. } => {
            let label = line.spans.first().map_or(0, |span| columns(&span.content));
            label + input.visual_cursor() as u16
        }
        _ => 0,
    }
}
