//! What stands beside or below the title of a hit, in columns: place, next start, free places, day of confirmation.

use crate::{
    catalogue::{Choice as _, Intake, next_start},
    search::{Hit, Offer, Sort},
    tui::{Canvas, columns, fitting},
};

/// A column of the list. The first matter most: where there is no room the last go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HitColumn {
    Place,
    Start,
    Free,
    /// Only where the hits are sorted by it.
    Confirmed,
}

/// Columns between two columns, and where room is scarce.
const GAPS: [usize; 2] = [2, 1];
/// Columns of a place that are kept, however narrow the list is.
const LEAST_PLACE: usize = 8;

/// The columns that a list of this width has room for, each as wide as it needs.
#[derive(Debug, PartialEq)]
pub(super) struct HitColumns {
    columns: Vec<(HitColumn, usize)>,
    gap: usize,
}

impl HitColumns {
    /// For these hits; they may take up to `room` columns.
    pub(super) fn of(canvas: &Canvas<'_, '_>, hits: &[Hit], sort: Sort, room: usize) -> Self {
        let sorted_by = match sort {
            Sort::Start => Some(HitColumn::Start),
            Sort::Free => Some(HitColumn::Free),
            Sort::Confirmed => Some(HitColumn::Confirmed),
            Sort::Relevance | Sort::Title => None,
        };
        let confirmed = (sorted_by == Some(HitColumn::Confirmed)).then_some(HitColumn::Confirmed);
        let shown = [HitColumn::Place, HitColumn::Start, HitColumn::Free].into_iter().chain(confirmed);
        let widest = |column| {
            let offers = hits.iter().filter_map(|hit| hit.row.offer.as_ref());
            offers.map(|offer| usize::from(columns(&text(canvas, offer, column)))).max().unwrap_or(0)
        };
        let needed: Vec<_> = shown.map(|column| (column, widest(column))).filter(|(_, width)| *width > 0).collect();
        fitted(needed, sorted_by, room)
    }

    /// Columns that they take, with the gap before the first.
    pub(super) fn width(&self) -> usize {
        self.columns.iter().map(|(_, width)| width + self.gap).sum()
    }

    /// The cells of an offer in one line, aligned: numbers and dates at the right.
    pub(super) fn line(&self, canvas: &Canvas<'_, '_>, offer: &Offer) -> String {
        let mut line = String::new();
        for (number, (column, width)) in self.columns.iter().enumerate() {
            if number > 0 {
                line.push_str(&" ".repeat(self.gap));
            }
            let text = at_word(&text(canvas, offer, *column), *width);
            let blanks = " ".repeat(width.saturating_sub(usize::from(columns(&text))));
            match column {
                HitColumn::Free => line.extend([blanks, text]),
                _ => line.extend([text, blanks]),
            }
        }
        line
    }
}

/// Leaves out what matters least until the rest fits; what is sorted by stays. At last the place is cut.
fn fitted(mut columns: Vec<(HitColumn, usize)>, keep: Option<HitColumn>, room: usize) -> HitColumns {
    let total = |columns: &[(HitColumn, usize)], gap| {
        columns.iter().map(|(_, width)| width + gap).sum::<usize>().saturating_sub(gap)
    };
    loop {
        if let Some(gap) = GAPS.into_iter().find(|gap| total(&columns, *gap) <= room) {
            return HitColumns { columns, gap };
        }
        let gives_way = |(column, _): &(HitColumn, usize)| Some(*column) != keep && *column != HitColumn::Place;
        let Some(last) = columns.iter().rposition(gives_way) else { break };
        columns.remove(last);
    }
    let [.., gap] = GAPS;
    let over = total(&columns, gap).saturating_sub(room);
    columns.retain_mut(|(column, width)| {
        let place = *column == HitColumn::Place;
        *width = width.saturating_sub(if place { over } else { 0 });
        !place || *width >= LEAST_PLACE
    });
    HitColumns { columns, gap }
}

/// The beginning of a text that fits, up to the end of a word.
fn at_word(text: &str, width: usize) -> String {
    let end = fitting(text, width);
    if end == text.len() {
        return text.to_owned();
    }
    let end = fitting(text, width.saturating_sub(1));
    let head = &text[..end];
    let whole = head.rfind([' ', '-']).filter(|at| *at >= width / 3).map_or(head, |at| &head[..at]);
    format!("{}…", whole.trim_end())
}

fn text(canvas: &Canvas<'_, '_>, offer: &Offer, column: HitColumn) -> String {
    match column {
        HitColumn::Place => place(canvas, offer),
        HitColumn::Start => start(canvas, offer),
        HitColumn::Free => offer.free.map(|free| number(canvas, "hit-free", free)).unwrap_or_default(),
        HitColumn::Confirmed => canvas.ui.texts.short_date(offer.confirmed),
    }
}

fn number(canvas: &Canvas<'_, '_>, key: &str, number: u32) -> String {
    canvas.ui.texts.with(key, &[("count", u64::from(number).into())])
}

/// The first place, without what stands in brackets behind its name, and how many more there are.
fn place(canvas: &Canvas<'_, '_>, offer: &Offer) -> String {
    let Some((first, register)) = offer.places.first().zip(canvas.session.register.as_ref()) else {
        return String::new();
    };
    let label = register.places.label(first);
    let name = label.split(" (").next().unwrap_or(label);
    match offer.places.len() {
        1 => name.to_owned(),
        more => format!("{name} +{}", more - 1),
    }
}

/// The next day on which one can begin, else how.
fn start(canvas: &Canvas<'_, '_>, offer: &Offer) -> String {
    match (next_start(&offer.start_dates, canvas.ui.today), offer.entry) {
        (Some(day), _) => canvas.ui.texts.short_date(day),
        (None, Intake::Unknown) => String::new(),
        (None, entry) => canvas.text(&format!("hit-entry-{}", entry.code())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_least_gives_way_first() {
        let all = vec![(HitColumn::Place, 15), (HitColumn::Start, 10), (HitColumn::Free, 6)];
        let left = |keep, room| fitted(all.clone(), keep, room).columns;
        assert_eq!(left(None, 33), all);
        assert_eq!(left(None, 32), [(HitColumn::Place, 15), (HitColumn::Start, 10)]);
        assert_eq!(left(Some(HitColumn::Free), 30), [(HitColumn::Place, 15), (HitColumn::Free, 6)]);
        assert_eq!(left(None, 20), [(HitColumn::Place, 15)]);
        assert_eq!(left(None, 10), [(HitColumn::Place, 10)]);
        assert_eq!(left(Some(HitColumn::Free), 10), [(HitColumn::Free, 6)]);
        assert_eq!(left(None, 3), []);
        assert_eq!((fitted(all.clone(), None, 33).gap, fitted(all, None, 35).gap), (1, 2));
    }

    #[test]
    fn a_text_ends_with_a_word() {
        assert_eq!(at_word("Kreis Mettmann", 14), "Kreis Mettmann");
        assert_eq!(at_word("Kreis Mettmann", 12), "Kreis…");
        assert_eq!(at_word("Wetzlar", 5), "Wetz…");
        assert_eq!(at_word("Lahn-Dill-Kreis", 12), "Lahn-Dill…");
    }
}
