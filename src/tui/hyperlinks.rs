//! Addresses of the shown entry as links of the terminal (OSC 8): where they stand in a frame.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
};

use super::State;
use crate::consultation::pages_and_mails;

/// An address with the cells in which it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hyperlink {
    pub address: String,
    pub cells: Vec<(Position, Cell)>,
}

/// The links in a frame: whole addresses of the entry that may be opened. Only such that lead to a page or a mail.
pub(super) fn of_frame(buffer: &Buffer, area: Option<Rect>, state: &State) -> Vec<Hyperlink> {
    let (Some(area), Some(record), Some(register)) = (area, state.search.record(), &state.session.register) else {
        return Vec::new();
    };
    let known = pages_and_mails(record, register, state.session.audience);
    if known.is_empty() { Vec::new() } else { find(buffer, area, known) }
}

fn find(buffer: &Buffer, area: Rect, mut addresses: Vec<String>) -> Vec<Hyperlink> {
    // Of two of which one begins with the other, the longer one stands there.
    addresses.sort_by_key(|address| std::cmp::Reverse(address.len()));
    let mut text = text_of(buffer, area.intersection(buffer.area));
    let mut links = Vec::new();
    for address in addresses {
        let shown: Vec<char> = address.strip_prefix("mailto:").unwrap_or(&address).chars().collect();
        while let Some(at) = position(&text, &shown) {
            let cells = text.iter_mut().skip(at).take(shown.len()).filter_map(|(c, place)| {
                // Found once, it is not found again.
                *c = '\0';
                place.and_then(|place| Some((place, buffer.cell(place)?.clone())))
            });
            links.push(Hyperlink { address: address.clone(), cells: cells.collect() });
        }
    }
    links
}

/// The characters of an area with their places. A row that is full goes on in the next one: there a long word was broken.
fn text_of(buffer: &Buffer, area: Rect) -> Vec<(char, Option<Position>)> {
    let mut text = Vec::new();
    for row in area.rows() {
        let cells = row.positions().map(|place| {
            let symbol = buffer.cell(place).map_or(" ", Cell::symbol);
            (symbol.chars().next().unwrap_or(' '), Some(place))
        });
        let cells: Vec<_> = cells.collect();
        let is_text = |(c, _): &(char, Option<Position>)| *c != ' ';
        let (Some(first), Some(last)) = (cells.iter().position(is_text), cells.iter().rposition(is_text)) else {
            text.push((' ', None));
            continue;
        };
        let full = last + 1 == cells.len();
        text.extend(cells.into_iter().skip(first).take(last + 1 - first));
        text.extend((!full).then_some((' ', None)));
    }
    text
}

/// Where these characters stand as a whole address, not as a part of a longer one.
fn position(text: &[(char, Option<Position>)], shown: &[char]) -> Option<usize> {
    let ends = |c: Option<&(char, Option<Position>)>| c.is_none_or(|(c, _)| c.is_whitespace() || ",;()\0".contains(*c));
    let mut windows = text.windows(shown.len().max(1)).enumerate();
    let found = windows.find(|(at, window)| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        window.iter().map(|(c, _)| c).eq(shown) && ends(before) && ends(text.get(at + shown.len()))
    });
    found.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The links in these rows: address, and what stands in its cells.
    fn links(rows: &[&str], addresses: &[&str]) -> Vec<(String, String)> {
        let buffer = Buffer::with_lines(rows.iter().copied());
        let found = find(&buffer, buffer.area, addresses.iter().map(|address| (*address).to_owned()).collect());
        let text = |link: &Hyperlink| link.cells.iter().map(|(_, cell)| cell.symbol()).collect();
        found.iter().map(|link| (link.address.clone(), text(link))).collect()
    }

    fn link(address: &str, shown: &str) -> (String, String) {
        (address.to_owned(), shown.to_owned())
    }

    #[test]
    fn whole_addresses_are_links() {
        let known = ["https://a.de", "https://a.de/x", "mailto:info@a.de"];
        assert_eq!(
            links(&["Links: https://a.de, https://a.de/x ", "Kontakt: Büro, info@a.de   "], &known),
            [
                link("mailto:info@a.de", "info@a.de"),
                link("https://a.de/x", "https://a.de/x"),
                link("https://a.de", "https://a.de")
            ]
        );
        assert_eq!(links(&["https://a.de/y", "xinfo@a.de", "https://b.de"], &known), [], "others are none");
    }

    #[test]
    fn an_address_that_was_broken_is_one_link() {
        let address = "https://a.de/flyer.pdf";
        assert_eq!(
            links(&["Links: https:/", "  /a.de/flyer.", "  pdf         "], &[address]),
            [link(address, address)]
        );
        assert_eq!(links(&["siehe         ", "https://a.de  "], &["https://a.de"]).len(), 1);
    }
}
