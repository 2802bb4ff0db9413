//! Days as tables write them: formats such as `TT.MM.JJ`, `MM/YYYY`, `MMM YYYY`.

use jiff::civil::Date;

use crate::{
    base::{day_of, full_year},
    german,
};

/// The months by how their names begin, folded: German, then English where it differs.
const MONTHS: [&[&str]; 12] = [
    &["januar", "janner", "january"],
    &["februar", "february"],
    &["marz", "mrz", "march"],
    &["april"],
    &["mai", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["dezember", "december"],
];

/// How days are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormat(Vec<DatePart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum DatePart {
    Day,
    Month,
    /// In letters: "Sept.", "Oktober".
    MonthName,
    /// With so many digits at most; two mean this century.
    Year(usize),
    Sign(char),
}

impl DateFormat {
    /// Reads a format: `D` or `T` for the day, `M` for the month, `Y` or `J` for the year, anything else for itself.
    /// `MMM` is the name of the month. Without a day the first of the month is meant. `None` without month and year.
    ///
    /// ```
    /// use lotse::exchange::import::DateFormat;
    /// let format = DateFormat::parse("MM/JJJJ").unwrap();
    /// assert_eq!(format.read("2/2027"), Some(jiff::civil::date(2027, 2, 1)));
    /// assert!(DateFormat::parse("TT.MM.").is_none());
    /// ```
    pub fn parse(format: &str) -> Option<Self> {
        let letters: Vec<char> = format.chars().filter(|c| !c.is_whitespace()).collect();
        let parts: Vec<DatePart> = letters
            .chunk_by(|a, b| a.is_alphabetic() && a == b)
            .flat_map(|run| match run.first().map(char::to_ascii_uppercase) {
                Some('D' | 'T') => vec![DatePart::Day],
                Some('M') if run.len() > 2 => vec![DatePart::MonthName],
                Some('M') => vec![DatePart::Month],
                Some('Y' | 'J') => vec![DatePart::Year(run.len())],
                _ => run.iter().map(|sign| DatePart::Sign(*sign)).collect(),
            })
            .collect();
        let count = |wanted: fn(&DatePart) -> bool| parts.iter().filter(|part| wanted(part)).count();
        let known = count(|part| matches!(part, DatePart::Month | DatePart::MonthName)) == 1
            && count(|part| matches!(part, DatePart::Year(2 | 4))) == 1
            && count(|part| matches!(part, DatePart::Year(_))) == 1
            && count(|part| matches!(part, DatePart::Day)) <= 1
            && count(|part| matches!(part, DatePart::Sign(c) if c.is_alphanumeric())) == 0;
        known.then_some(Self(parts))
    }

    /// True for formats that name a month without a day.
    pub fn is_month(&self) -> bool {
        !self.0.contains(&DatePart::Day)
    }

    /// The day, if it is written like this.
    pub fn read(&self, text: &str) -> Option<Date> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (mut rest, mut day, mut month, mut year) = (text.as_str(), 1_i16, 0_i16, 0_i16);
        for part in &self.0 {
            let most = match part {
                DatePart::Sign(sign) => {
                    rest = rest.strip_prefix(*sign)?;
                    continue;
                }
                DatePart::MonthName => {
                    let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                    month = month_of(&rest[..letters])?;
                    rest = rest[letters..].trim_start_matches('.');
                    continue;
                }
                DatePart::Year(digits) => *digits,
                DatePart::Day | DatePart::Month => 2,
            };
            let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            let (digits, behind) = rest.split_at(length);
            rest = behind;
            match part {
                DatePart::Year(whole) if *whole == length => year = full_year(digits)?,
                DatePart::Month => month = digits.parse().ok()?,
                DatePart::Day => day = digits.parse().ok()?,
                _ => return None,
            }
        }
        rest.is_empty().then(|| day_of(year, month, day)).flatten()
    }
}

/// The month of a name or of its first letters, three at least.
fn month_of(name: &str) -> Option<i16> {
    let name = german::fold(name);
    let begins = |names: &&[&str]| name.len() >= 3 && names.iter().any(|known| known.starts_with(&name));
    let number = MONTHS.iter().position(begins)? + 1;
    i16::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_the_format_says() {
        for (format, text, day) in [
            ("TT.MM.JJJJ", "1.2.2027", Some(date(2027, 2, 1))),
            ("TT.MM.JJ", "01. 02. 27", Some(date(2027, 2, 1))),
            ("TT.MM.JJ", "01.02.2027", None),
            ("DD/MM/YYYY", "31/12/2026", Some(date(2026, 12, 31))),
            ("MM/YYYY", "12/2026", Some(date(2026, 12, 1))),
            ("YYYYMMDD", "20261231", Some(date(2026, 12, 31))),
            ("MMM JJJJ", "Sept. 2026", Some(date(2026, 9, 1))),
            ("MMM JJJJ", "März 2027", Some(date(2027, 3, 1))),
            ("MMM JJJJ", "Mrz. 2027", Some(date(2027, 3, 1))),
            ("TT. MMM JJJJ", "3. Okt 2026", Some(date(2026, 10, 3))),
            ("MMM JJJJ", "Ju 2026", None),
            ("MMM JJJJ", "Quartal 2026", None),
            ("TT.MM.JJJJ", "31.02.2027", None),
            ("TT.MM.JJJJ", "01.02.2027 Uhr", None),
            ("TT.MM.JJJJ", "", None),
        ] {
            assert_eq!(DateFormat::parse(format).unwrap().read(text), day, "{format}: {text}");
        }
        for format in ["", "TT.MM.", "MM", "TT.MM.JJJ", "TT.TT.MM.JJ", "TT.MM.JJJJ x", "JJ.JJJJ.MM"] {
            assert_eq!(DateFormat::parse(format), None, "{format}");
        }
    }
}
