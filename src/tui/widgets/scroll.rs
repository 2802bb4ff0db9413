//! Where one is in something longer than its area: "21 von 98", marks that it goes on, and a bar.

use ratatui::{layout::Rect, text::Line};

use crate::{
    locale::Texts,
    tui::{Canvas, ClickTarget, Role, ScrollArea, columns},
};

/// What of something long is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scroll {
    /// The first row that is shown, counted from 0.
    pub first: usize,
    /// Rows that are shown.
    pub shown: usize,
    pub total: usize,
    /// The row that is meant, counted from 1: the selected one, or the last that is shown.
    pub at: usize,
}

impl Scroll {
    /// Lines of a text, of which those from `first` on are shown.
    pub(crate) fn of_text(first: usize, shown: usize, total: usize) -> Self {
        Self { first, shown, total, at: total.min(first + shown) }
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.total <= self.shown
    }

    /// "↑↓ 21 von 98".
    fn label(&self, texts: &Texts) -> String {
        let up = if self.first > 0 { "↑" } else { "" };
        let down = if self.first + self.shown < self.total { "↓" } else { "" };
        format!("{up}{down} {}", position(self.at, self.total, texts)).trim_start().to_owned()
    }

    /// Says at the right end of this row where one is.
    pub(crate) fn draw_label(&self, canvas: &mut Canvas<'_, '_>, row: Rect) {
        let label = format!(" {} ", self.label(&canvas.ui.texts));
        let width = columns(&label);
        canvas.right(Rect { height: 1, ..row }, label, width, Role::Count);
    }

    /// Draws a bar over the column `track`; nothing where everything is shown.
    pub(crate) fn draw_bar(&self, canvas: &mut Canvas<'_, '_>, track: Rect, of: ScrollArea) {
        let height = usize::from(track.height);
        if self.is_whole() || height == 0 || track.width == 0 {
            return;
        }
        let thumb = (self.shown * height / self.total.max(1)).clamp(1, height);
        let top = self.first * (height - thumb) / self.total.saturating_sub(self.shown).max(1);
        let style = canvas.style(Role::BorderFocus);
        for row in track.rows().skip(top).take(thumb) {
            canvas.line(row, Line::styled("█", style));
        }
        canvas.layout.add(track, ClickTarget::Scrollbar(of));
    }
}

/// "21 von 98", counted from 1.
pub(crate) fn position(at: usize, total: usize, texts: &Texts) -> String {
    let number = |n: usize| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
    texts.with("screen-position", &[("at", number(at).into()), ("total", number(total).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn the_label_says_where_it_goes_on() {
        let texts = Texts::new(Lang::De);
        for (scroll, label) in [
            (Scroll::of_text(0, 10, 10), "10 von 10"),
            (Scroll::of_text(0, 10, 98), "↓ 10 von 98"),
            (Scroll::of_text(11, 10, 98), "↑↓ 21 von 98"),
            (Scroll::of_text(88, 10, 98), "↑ 98 von 98"),
            (Scroll { first: 0, shown: 9, total: 1200, at: 3 }, "↓ 3 von 1.200"),
        ] {
            assert_eq!(scroll.label(&texts), label);
        }
    }
}
