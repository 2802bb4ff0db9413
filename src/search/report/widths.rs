//! How a line is shared between the names of the rows and the columns of a table of numbers, wherever it is drawn.

/// Least width of the names of the rows where there is room for more than numbers.
const NAMES: usize = 24;

/// The widths of a table whose columns stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widths {
    /// Of the names of the rows.
    pub names: usize,
    /// Of each column, the blank before it included.
    pub columns: Vec<usize>,
}

impl Widths {
    /// Shares `total` columns: numbers first, names to a readable width, then heads that can be had whole, the cheapest
    /// first, then longer names, and what is left evenly. `least` is the width of a column of numbers with the blank
    /// before it. `None` where not all columns fit beside names.
    pub fn shared(total: usize, longest_name: usize, heads: &[usize], least: usize) -> Option<Self> {
        let mut columns = vec![least; heads.len()];
        let beside = total.checked_sub(least * heads.len())?;
        let mut names = longest_name.min(NAMES);
        let mut spare = beside.checked_sub(names)?;
        let mut wanting: Vec<(&usize, &mut usize)> =
            heads.iter().zip(&mut columns).filter(|(head, _)| *head + 1 > least).collect();
        wanting.sort_by_key(|(head, _)| **head);
        for (head, column) in wanting {
            let more = (head + 1 - least).min(spare);
            *column += more;
            spare -= more;
        }
        let longer = (longest_name - names).min(spare);
        names += longer;
        spare -= longer;
        // Numbers far apart are hard to follow along a line: no column grows beyond the widest head.
        let most = heads.iter().max().map_or(least, |head| (head + 1).max(least));
        let left = (1..=columns.len()).rev();
        for (column, left) in columns.iter_mut().zip(left) {
            let even = (spare / left).min(most - *column);
            *column += even;
            spare -= even;
        }
        Some(Self { names, columns })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADS: [usize; 8] = [6, 9, 8, 14, 15, 6, 10, 6];

    fn shared(total: usize) -> Option<(usize, Vec<usize>)> {
        Widths::shared(total, 40, &HEADS, 7).map(|widths| (widths.names, widths.columns))
    }

    #[test]
    fn short_heads_are_whole_before_long_ones_and_before_long_names() {
        assert_eq!(shared(60), None);
        assert_eq!(shared(80), Some((24, vec![7; 8])));
        assert_eq!(shared(90), Some((24, vec![7, 10, 9, 8, 7, 7, 11, 7])));
        assert_eq!(shared(106), Some((24, vec![7, 10, 9, 15, 16, 7, 11, 7])));
        assert_eq!(shared(120), Some((38, vec![7, 10, 9, 15, 16, 7, 11, 7])));
        assert_eq!(shared(200), Some((40, vec![16; 8])));
    }

    proptest::proptest! {
        #[test]
        fn a_line_is_never_too_long(
            total in 0usize..300, longest in 0usize..80, heads in proptest::collection::vec(0usize..40, 0..12), least in 1usize..12,
        ) {
            if let Some(widths) = Widths::shared(total, longest, &heads, least) {
                proptest::prop_assert!(widths.names + widths.columns.iter().sum::<usize>() <= total);
                proptest::prop_assert!(widths.columns.iter().all(|width| *width >= least));
            }
        }
    }
}
