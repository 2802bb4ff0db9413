//! The words on the screen: Fluent texts in German and English, numbers and dates as people write them.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use unic_langid::LanguageIdentifier;

use crate::base::{coded_enum, harmless, typed_code};

mod diagnostics;
pub mod fields;
pub mod rules;
pub mod system;
pub(crate) mod toml_reasons;

pub use system::Localize;

/// The texts of one language; those of a larger subject have a file of their own.
macro_rules! texts_in {
    ($lang:literal) => {
        texts_in!($lang: "", "entry.", "store.", "rules.", "admin.", "import.", "export.", "report.", "trust.")
    };
    ($lang:literal: $($subject:literal),+) => {
        concat!($(include_str!(concat!("locale/", $subject, $lang, ".ftl")), "\n"),+)
    };
}

const DE: &str = texts_in!("de");
const EN: &str = texts_in!("en");
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Bundle = FluentBundle<FluentResource>;

coded_enum! {
    /// A language Lotse speaks, by the code that a person may write in settings and on the command line.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub enum Lang {
        /// German, the language of the catalogue and of its users.
        #[default]
        De = "de",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// Reads `de` or `en`, also in capital letters, and nothing else.
    pub fn parse(code: &str) -> Option<Self> {
        Self::from_code(typed_code(code, Self::CODES)?)
    }

    /// The first set variable decides; only `en...` means English, because the users speak German.
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = ["LOTSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty());
        match value {
            Some(value) if value.to_ascii_lowercase().starts_with("en") => Self::En,
            _ => Self::De,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::De => DE,
            Self::En => EN,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        // Our own codes always parse; the undetermined language would only cost the plural rules.
        self.code().parse().unwrap_or_default()
    }

    /// True where days are typed as `2027-01-11`.
    pub fn has_iso_days(self) -> bool {
        self == Self::En
    }

    fn thousands_mark(self) -> char {
        match self {
            Self::De => '.',
            Self::En => ',',
        }
    }
}

/// A value put into a text. Numbers choose the plural and are printed with thousands marks;
/// years and line numbers, which take none, are passed as text.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A count.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(saturating(number))
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Self::Number(saturating(number))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// All texts of one language. Share it behind an `Arc`; it is `Send` and `Sync`.
pub struct Texts {
    lang: Lang,
    chosen: Bundle,
    // Parsed only when a key is missing in the chosen language: the start has to be quick.
    german: OnceLock<Bundle>,
}

impl Texts {
    /// Parses the texts of this language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, chosen: bundle(lang), german: OnceLock::new() }
    }

    /// The language these texts are in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text without variables. A key that exists nowhere comes back as `‹key›`.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.format(key, None)
    }

    /// A text with its variables filled in. Whatever they say, and wherever that comes from, they are displayable there.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::String(shown(text)),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        self.format(key, Some(&values)).into_owned()
    }

    /// Whether this key has a text in the chosen language.
    pub fn has(&self, key: &str) -> bool {
        self.chosen.has_message(key)
    }

    /// A whole number with thousands marks: 1.284 in German, 1,284 in English.
    pub fn number(&self, number: impl TryInto<i64>) -> String {
        grouped(saturating(number), self.lang.thousands_mark())
    }

    /// A day: 02.10.2026 in German, 2 Oct 2026 in English.
    pub fn date(&self, day: Date) -> String {
        let (year, month, number) = (day.year(), day.month(), day.day());
        let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
        match (self.lang, name) {
            (Lang::En, Some(name)) => format!("{number} {name} {year}"),
            _ => format!("{number:02}.{month:02}.{year:04}"),
        }
    }

    /// A day as short as it can be said: 18.01.27 or 18 Jan 27.
    pub fn short_date(&self, day: Date) -> String {
        let year = (day.year() % 100).to_string();
        let date = self.date(day);
        match date.rsplit_once(['.', ' ']) {
            Some((before, _)) => format!("{before}{}{year:0>2}", if self.lang == Lang::En { " " } else { "." }),
            None => date,
        }
    }

    /// A moment in the time of this place: 02.10.2026 14:05.
    pub fn moment(&self, at: Timestamp) -> String {
        let here = at.to_zoned(TimeZone::system());
        format!("{} {}", self.date(here.date()), here.strftime("%H:%M"))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        in_bundle(&self.chosen, key, args)
            .or_else(|| match self.lang {
                Lang::De => None,
                Lang::En => in_bundle(self.german.get_or_init(|| bundle(Lang::De)), key, args),
            })
            .unwrap_or_else(|| Cow::Owned(format!("‹{key}›")))
    }
}

/// A value as it may stand within a sentence.
fn shown(text: &str) -> Cow<'_, str> {
    harmless(text.trim_start_matches('\u{FEFF}'))
}

fn in_bundle<'b>(bundle: &'b Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'b, str>> {
    let pattern = bundle.get_message(key)?.value()?;
    // A missing variable shows as {$name} in the text: visible to the tester, harmless to the user.
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    Some(Cow::Owned(text.into_owned()))
}

fn bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.identifier()]);
    // Isolation marks are invisible characters that a terminal may print as boxes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::De => |value, _| formatted(value, Lang::De),
        Lang::En => |value, _| formatted(value, Lang::En),
    }));
    // The tests prove that the embedded texts have no fault; should one slip through, the rest still speaks.
    let resource = FluentResource::try_new(lang.source().to_owned()).unwrap_or_else(|(resource, _faults)| resource);
    let _ = bundle.add_resource(resource);
    bundle
}

fn formatted(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(grouped(number.value as i64, lang.thousands_mark()))
        }
        _ => None,
    }
}

fn saturating(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

fn grouped(number: i64, mark: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
