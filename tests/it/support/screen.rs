//! What tests of the screen share: catalogues indexed in memory, screens on them, and ways to read what they show.

use std::sync::{Arc, LazyLock};

use lotse::{
    catalogue::{Catalogue, Measure, Register, Source, read_measure},
    config::Settings,
    german::Analyser,
    locale::{Lang, Texts},
    search::{Answer, Request, Snapshot, index_in_memory},
    tui::TestApp,
};
use ratatui::{
    buffer::Cell,
    crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind},
    layout::Position,
};

use super::{TODAY, entry::entry_text};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(&Source::Embedded, TODAY).unwrap());
static SHIPPED: LazyLock<Arc<Snapshot>> = LazyLock::new(|| indexed(&catalogue().register, &catalogue().measures));

/// The shipped catalogue as it was read: what the screen is compared with.
pub(crate) fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// The shipped catalogue, ready to be asked.
pub(crate) fn shipped() -> Arc<Snapshot> {
    SHIPPED.clone()
}

/// Any entries, ready to be asked.
pub(crate) fn indexed(register: &Register, measures: &[Measure]) -> Arc<Snapshot> {
    let texts = Arc::new(Texts::new(Lang::De));
    Arc::new(index_in_memory(register.clone(), measures.iter().cloned(), measures.len(), texts).unwrap())
}

/// An entry of the shipped catalogue's words, read from TOML as a file would be; `more` stands above the sections.
pub(crate) fn offer(id: &str, title: &str, more: &str) -> Measure {
    let text = format!(
        entry_text!(
            "id = \"{id}\"\ntitle = \"{title}\"\n",
            "Ein Angebot zum Prüfen.",
            ["frauen", "gwab", "koordination-frauen", "wetzlar"],
            "{more}\n",
            "time_model = \"part_time\"\nentry = \"rolling\"\n",
            "\n[confirmed]\non = 2026-11-01\n"
        ),
        id = id,
        title = title,
        more = more
    );
    let read = read_measure(&format!("measures/{id}.toml").into(), &text, &catalogue().register, TODAY);
    read.measure.unwrap_or_else(|| panic!("{:?}", read.diagnostics))
}

/// What the search room itself answers: all hits of a line.
pub(crate) fn answer(line: &str) -> Answer {
    shipped().answer(&Request { limit: 500, ..Request::new(line, TODAY) }, &mut Analyser::new()).unwrap()
}

/// A German screen on the shipped catalogue.
pub(crate) fn desk(columns: u16, rows: u16) -> TestApp {
    desk_in(Lang::De, columns, rows)
}

/// A screen on the shipped catalogue.
pub(crate) fn desk_in(lang: Lang, columns: u16, rows: u16) -> TestApp {
    TestApp::open(Some(shipped()), settings(""), (columns, rows), lang, TODAY)
}

/// A German screen on the shipped catalogue with a user's settings.
pub(crate) fn desk_with(text: &str, columns: u16, rows: u16) -> TestApp {
    TestApp::open(Some(shipped()), settings(text), (columns, rows), Lang::De, TODAY)
}

/// A German screen on other entries.
pub(crate) fn desk_on(snapshot: Arc<Snapshot>, columns: u16, rows: u16) -> TestApp {
    TestApp::open(Some(snapshot), settings(""), (columns, rows), Lang::De, TODAY)
}

/// Settings as a user writes them, over the defaults.
pub(crate) fn settings(text: &str) -> Settings {
    let (settings, faults) = Settings::parse(text, "settings.toml".as_ref(), None);
    assert!(faults.is_empty(), "{faults:?}");
    settings
}

/// The rows of the screen.
pub(crate) fn rows(desk: &TestApp) -> Vec<String> {
    desk.screen().lines().map(str::to_owned).collect()
}

/// The last row.
pub(crate) fn status(desk: &TestApp) -> String {
    rows(desk).pop().unwrap_or_default()
}

/// What stands in the search line, without the name of the catalogue.
pub(crate) fn line(desk: &TestApp) -> String {
    let first = rows(desk).swap_remove(0);
    let typed = first.split_once(": ").map_or("", |(_, typed)| typed);
    let typed = typed.split("  ").next().unwrap_or_default().trim_end().to_owned();
    // Where nothing is typed stands an example, as far as it fits.
    let texts = Texts::new(Lang::De);
    let plain = texts.get("screen-placeholder-plain").into_owned();
    let example = typed.chars().count() > 10 && (plain.starts_with(&typed) || typed.starts_with(&plain));
    if example { String::new() } else { typed }
}

/// Number of all hits and of the selected one, as the last row and the border of the list say.
pub(crate) fn place(desk: &TestApp) -> (usize, usize) {
    let status = status(desk);
    if !status.contains("Treffer") {
        return (0, 0);
    }
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    let hits = status.split(" Treffer").next().filter(|count| !count.contains("Keine")).map_or(0, number);
    let of_status = status.split("Nr. ").nth(1).and_then(|rest| rest.split(' ').next());
    let border = pane(desk, &LISTS).map(|pane| pane.bottom).or_else(|| pane(desk, &ENTRIES).map(|pane| pane.top));
    let of_border = border.as_deref().and_then(|border| border.split(" von ").next()?.rsplit(' ').next());
    (hits, of_status.or(of_border).map_or(0, number))
}

/// Number of all hits.
pub(crate) fn hits(desk: &TestApp) -> usize {
    place(desk).0
}

/// A part of the screen with a border around it.
pub(crate) struct Pane {
    /// The upper border with its title.
    pub top: String,
    pub rows: Vec<String>,
    /// The lower border.
    pub bottom: String,
}

const LISTS: [&str; 4] = ["Angebote", "Zielgruppen", "Koordination", "Träger"];
const ENTRIES: [&str; 4] = ["Angebot", "Zielgruppe", "Koordination", "Träger"];

/// All panes on the screen from left to right.
pub(crate) fn panes(desk: &TestApp) -> Vec<Pane> {
    let rows: Vec<Vec<char>> = rows(desk).iter().map(|row| row.chars().collect()).collect();
    let mut found = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        for left in (0..row.len()).filter(|x| row[*x] == '┌') {
            let Some(right) = (left..row.len()).find(|x| row[*x] == '┐') else { continue };
            let Some(bottom) = (y..rows.len()).find(|y| rows[*y].get(left) == Some(&'└')) else { continue };
            let part =
                |y: usize, from: usize, to: usize| rows[y][from..to.min(rows[y].len())].iter().collect::<String>();
            // What a window above hides in part is none.
            if part(y, left, right).contains('│') || part(bottom, left + 1, right).contains(['└', '┘']) {
                continue;
            }
            let inner = (y + 1..bottom).map(|y| part(y, left + 1, right).trim_end().to_owned()).collect();
            found.push(Pane { top: part(y, left, right), rows: inner, bottom: part(bottom, left, right) });
        }
    }
    found
}

/// The first pane with one of these titles.
fn pane(desk: &TestApp, titles: &[&str]) -> Option<Pane> {
    panes(desk).into_iter().find(|pane| titles.iter().any(|title| pane.top.starts_with(&format!("┌ {title} "))))
}

/// The rows of the list; without borders everything below the tabs.
pub(crate) fn left(desk: &TestApp) -> Vec<String> {
    match pane(desk, &LISTS) {
        Some(list) => list.rows,
        None => rows(desk).into_iter().skip(2).collect(),
    }
}

/// The rows right of the list: the entry, or the filters.
pub(crate) fn right(desk: &TestApp) -> Vec<String> {
    let last = panes(desk).pop();
    last.map(|pane| pane.rows.iter().map(|row| row.trim().to_owned()).collect()).unwrap_or_default()
}

/// The entry as one text.
pub(crate) fn entry(desk: &TestApp) -> String {
    right(desk).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title of the selected hit, as far as it fits, without its sign.
pub(crate) fn selected(desk: &TestApp) -> String {
    let found = left(desk).into_iter().find_map(|row| row.split_once("› ").map(|(_, title)| title.to_owned()));
    found.as_deref().map(title_of).unwrap_or_default()
}

/// A row of the list without arrow and sign.
pub(crate) fn title_of(row: &str) -> String {
    row.trim_start_matches(['›', ' ']).trim_start_matches(['●', '◐', '○', '×', ' ']).trim_end().to_owned()
}

/// Presses the left mouse button where `text` stands.
pub(crate) fn click(desk: &mut TestApp, text: &str) {
    let (column, row) = find(desk, text).unwrap_or_else(|| panic!("no {text:?} on\n{}", desk.screen()));
    mouse(desk, MouseEventKind::Down(MouseButton::Left), column, row);
}

/// Sends a mouse event.
pub(crate) fn mouse(desk: &mut TestApp, kind: MouseEventKind, column: u16, row: u16) {
    desk.terminal_event(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

/// Pastes.
pub(crate) fn paste(desk: &mut TestApp, text: &str) {
    desk.terminal_event(Event::Paste(text.to_owned()));
}

/// Column and row of the first cell of `text`.
pub(crate) fn find(desk: &TestApp, text: &str) -> Option<(u16, u16)> {
    let area = desk.buffer().area;
    let mut cells = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y)));
    cells.find(|&(x, y)| {
        let mut rest = text;
        let mut at = x;
        while !rest.is_empty() {
            let Some(cell) = desk.buffer().cell(Position::new(at, y)) else { return false };
            let Some(tail) = rest.strip_prefix(cell.symbol()).filter(|_| !cell.symbol().is_empty()) else {
                return false;
            };
            rest = tail;
            at += 1;
        }
        true
    })
}

/// The cells on which `text` stands.
pub(crate) fn cells(desk: &TestApp, text: &str) -> Vec<Cell> {
    let (column, row) = find(desk, text).unwrap_or_else(|| panic!("no {text:?} on\n{}", desk.screen()));
    let count = u16::try_from(text.chars().count()).unwrap();
    (column..column + count).map(|x| desk.buffer().cell(Position::new(x, row)).unwrap().clone()).collect()
}

/// The values of the open filter: chosen, label, count.
pub(crate) fn values(desk: &TestApp) -> Vec<(bool, String, usize)> {
    let panel = pane(desk, &["Filter"]).map_or_else(|| rows(desk), |pane| pane.rows);
    let value = |row: String| {
        let at = row.find("[x] ").or_else(|| row.find("[ ] "))?;
        let (label, count) = row[at + 4..].trim_end().rsplit_once(' ')?;
        Some((row[at..].starts_with("[x]"), label.trim().to_owned(), count.parse().ok()?))
    };
    panel.into_iter().filter_map(value).collect()
}
