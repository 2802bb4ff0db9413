//! An entry whose file has become faulty or has gone while it is shown: its last good state stays, and says so.

use ratatui::layout::Rect;

use super::state::SearchPage;
use crate::{
    catalogue::{Id, Kind, Record, entry_path},
    locale::Texts,
    tui::{Canvas, Role, Session},
};

/// Most rows of what is said above an entry.
const MOST_ROWS: usize = 3;

impl SearchPage {
    /// The entry that is shown though its file is faulty or gone.
    pub(crate) fn lost_entry(&self) -> Option<Id> {
        let record = self.record.as_ref().filter(|_| self.lost)?;
        (record.kind() == Kind::Measure).then(|| record.id().clone())
    }
}

/// What has become of the file of an entry that the index has no more. While an index is being built nobody knows.
pub(crate) fn sentence(session: &Session, id: &Id, texts: &Texts) -> Option<String> {
    if session.index.building.is_some() {
        return None;
    }
    let file = entry_path(id);
    let error = session.index.health.errors.iter().find(|error| *error.location.file == *file);
    Some(match error {
        Some(error) => {
            let line = error.location.line.to_string();
            texts.with("lost-broken", &[("line", line.into()), ("reason", error.message(texts).into())])
        }
        None => texts.with("lost-gone", &[("file", (&*file).into())]),
    })
}

/// Draws above an entry what has become of its file; returns what is left of the area.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage, record: &Record) -> Rect {
    let lost = page.lost && record.kind() == Kind::Measure;
    let Some(sentence) = lost.then(|| sentence(canvas.session, record.id(), &canvas.ui.texts)).flatten() else {
        return area;
    };
    let lines = canvas.wrap(&sentence, Role::Warning, usize::from(area.width));
    let rows = (lines.len().min(MOST_ROWS) as u16).min(area.height.saturating_sub(1));
    canvas.lines(Rect { height: rows, ..area }, lines);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
