//! Days as people type them.

use std::ops::RangeInclusive;

use jiff::civil::Date;

/// Years that can be meant. A day long before or after any offer is a slip of the finger.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// A day as people type it: `11.1.2027`, `11.01.27`, `2027-01-11` or `2027-1-11`, also with dashes for the hyphens.
///
/// A year of two digits is one of this century, however far ahead it is: `27` is 2027 and `99` is 2099. Offers have no
/// days in the last century, so there is nothing to choose between. Years before 1900 and after 2199 are no days.
///
/// ```
/// use jiff::civil::date;
/// use lotse::base::typed_day;
/// for typed in ["11.1.2027", "11. 01. 27", "2027-01-11", "2027–1–11"] {
///     assert_eq!(typed_day(typed), Some(date(2027, 1, 11)));
/// }
/// assert_eq!(typed_day("31.2.2027"), None);
/// ```
pub fn typed_day(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let parts = |signs: &[char]| {
        let parts: Vec<&str> = typed.split(signs).map(str::trim).collect();
        <[&str; 3]>::try_from(parts).ok()
    };
    if let Some([day, month, year]) = parts(&['.']) {
        return day_of(full_year(year)?, number(month, 2)?, number(day, 2)?);
    }
    if let Some([year, month, day]) = parts(&['-', '–', '—', '‑']).filter(|[year, ..]| year.len() == 4) {
        return day_of(number(year, 4)?, number(month, 2)?, number(day, 2)?);
    }
    // The other notations of ISO 8601, such as a day with a time.
    typed.parse::<Date>().ok().filter(|day| YEARS.contains(&day.year()))
}

/// The year that these two or four digits mean, as [`typed_day`] says.
pub fn full_year(digits: &str) -> Option<i16> {
    match digits.len() {
        2 => number(digits, 2).map(|year| 2000 + year),
        4 => number(digits, 4),
        _ => None,
    }
}

/// The day of these numbers, if there is one in a year that can be meant.
pub fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|day| YEARS.contains(&day.year()))
}

/// A number of no more than so many digits, and nothing else.
fn number(digits: &str, most: usize) -> Option<i16> {
    let plain = digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_of_two_digits_is_of_this_century() {
        for (typed, day) in [
            ("1.2.27", Some(date(2027, 2, 1))),
            ("1.2.00", Some(date(2000, 2, 1))),
            ("31.12.99", Some(date(2099, 12, 31))),
            (" 01 . 02 . 2027 ", Some(date(2027, 2, 1))),
            ("2027-2-1", Some(date(2027, 2, 1))),
            ("2027—02‑01", Some(date(2027, 2, 1))),
            ("20270201", Some(date(2027, 2, 1))),
            ("1.2.7", None),
            ("1.2.127", None),
            ("1.2.0027", None),
            ("1.2.1899", None),
            ("1.2.2200", None),
            ("0027-02-01", None),
            ("27-02-01", None),
            ("1.2.-27", None),
            ("+1.2.2027", None),
            ("001.2.2027", None),
            ("1.2.", None),
            ("1.13.2027", None),
            ("29.2.2027", None),
            ("", None),
        ] {
            assert_eq!(typed_day(typed), day, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_words_are_a_day_or_none(typed in "\\PC{0,16}|[-0-9.– ]{0,12}") {
            if let Some(day) = typed_day(&typed) {
                proptest::prop_assert_eq!(typed_day(&day.to_string()), Some(day));
            }
        }
    }
}
