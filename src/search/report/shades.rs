//! Four shades for the numbers of a table, so that many and few are told apart at a glance.

pub(super) const SHADES: usize = 4;

/// The least value of each shade. They grow by the same factor, because portfolios are uneven: with equal steps one
/// large number would make all others alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shades([u64; SHADES]);

impl Shades {
    pub(super) fn up_to(largest: u64) -> Self {
        let base = (largest as f64 + 1.0).powf(1.0 / SHADES as f64);
        let mut before = 0;
        Self(std::array::from_fn(|shade| {
            let next = base.powi(i32::try_from(shade).unwrap_or(0)).ceil();
            before = (next as u64).max(before + 1);
            before
        }))
    }

    /// 0 for nothing, else 1 to 4.
    pub(super) fn of(&self, value: u64) -> usize {
        self.0.iter().filter(|least| **least <= value).count()
    }

    /// The shades that occur up to `largest`, each with its least and greatest value.
    pub(super) fn ranges(&self, largest: u64) -> impl Iterator<Item = (u64, u64)> {
        let ends = self.0.into_iter().skip(1).map(|next| next - 1).chain([u64::MAX]);
        let ranges = self.0.into_iter().zip(ends).map(move |(least, end)| (least, end.min(largest)));
        ranges.take_while(move |(least, _)| *least <= largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_cover_every_value_without_a_hole() {
        for largest in (0..300).chain([1_000, 65_535, 1_000_000]) {
            let shades = Shades::up_to(largest);
            let mut next = 1;
            for (number, (least, end)) in shades.ranges(largest).enumerate() {
                assert_eq!(least, next, "up to {largest}");
                assert!(end >= least);
                assert_eq!((shades.of(least), shades.of(end)), (number + 1, number + 1), "up to {largest}");
                next = end + 1;
            }
            assert_eq!(next, largest + 1);
            assert_eq!(shades.of(0), 0);
        }
    }

    #[test]
    fn one_large_number_does_not_make_all_others_alike() {
        let shades = Shades::up_to(256);
        assert_eq!([1, 4, 16, 64, 256].map(|value| shades.of(value)), [1, 1, 2, 3, 4]);
    }
}
