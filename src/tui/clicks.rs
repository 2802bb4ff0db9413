//! Which clicks belong together: two at one place within a moment are a double click.

use std::time::{Duration, Instant};

use super::event::Event;

/// Most time between the two clicks of a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// The last click, as long as another one could make a double click of it.
#[derive(Default)]
pub(super) struct Clicks {
    last: Option<(u16, u16, Instant)>,
}

impl Clicks {
    /// What an event means that has come `now`.
    pub(super) fn meaning(&mut self, event: Event, now: Instant) -> Event {
        let Event::Click(column, row) = event else { return event };
        let double = self.last.is_some_and(|(x, y, at)| (x, y) == (column, row) && now.duration_since(at) <= DOUBLE);
        // A third click begins anew.
        self.last = (!double).then_some((column, row, now));
        if double { Event::DoubleClick(column, row) } else { event }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clicks_at_one_place_within_a_moment_are_a_double_click() {
        let start = Instant::now();
        let doubles = |clicks: &[(u16, u64)]| -> Vec<bool> {
            let mut timed = Clicks::default();
            let meaning = |(column, at): &(u16, u64)| {
                timed.meaning(Event::Release, start);
                timed.meaning(Event::Click(*column, 3), start + Duration::from_millis(*at))
            };
            clicks.iter().map(meaning).map(|event| matches!(event, Event::DoubleClick(_, 3))).collect()
        };
        assert_eq!(doubles(&[(1, 0), (1, 400)]), [false, true]);
        assert_eq!(doubles(&[(1, 0), (1, 401)]), [false, false]);
        assert_eq!(doubles(&[(1, 0), (2, 100), (2, 200)]), [false, false, true]);
        assert_eq!(doubles(&[(1, 0), (1, 100), (1, 200), (1, 300)]), [false, true, false, true]);
    }
}
