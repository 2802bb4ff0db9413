//! What people do to a line that makes it no TOML: curly quotes, German days, colons. The parser only says where it gave up.

use crate::base::typed_day;

/// A slip with the name of its text (`toml-reason-<name>`) and, where it is certain, what was meant.
pub(super) struct Slip {
    pub(super) name: &'static str,
    pub(super) meant: Option<String>,
}

const CURLY: [char; 10] = ['„', '“', '”', '‟', '‚', '‘', '’', '»', '«', '″'];

/// The heading that is certainly meant by words that are none.
type HeadingMeant = fn(&str) -> Option<&'static str>;

/// The slip in the line in which the parser has found a fault at byte `at`; `None` when its own reason is as good as any.
pub(super) fn find(source: &str, at: usize, heading_meant: HeadingMeant) -> Option<Slip> {
    let (line, column) = line_at(source, at)?;
    whole_line(line, heading_meant).or_else(|| value(line.split_once('=')?.1, &line[column..], &line[..column]))
}

/// The line around byte `at`, and where in it that is.
fn line_at(source: &str, at: usize) -> Option<(&str, usize)> {
    let at = (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at))?;
    let start = source[..at].rfind('\n').map_or(0, |i| i + 1);
    let line = source[start..].lines().next().unwrap_or_default();
    Some((line, (at - start).min(line.len())))
}

/// A path of Windows in the line, in the single quotes in which it means itself: whoever copies one from a window puts
/// it between double quotes, where its backslashes are control characters.
pub(super) fn windows_path(source: &str, at: usize) -> Option<String> {
    let (line, _) = line_at(source, at)?;
    let (_, value) = line.split_once('=')?;
    let path = value.trim_start().strip_prefix('"')?.split('"').next()?;
    let drive = matches!(path.as_bytes(), [letter, b':', b'\\', ..] if letter.is_ascii_alphabetic());
    let share = path.starts_with("\\\\");
    ((drive || share) && !path.contains('\'')).then(|| format!("'{path}'"))
}

/// Slips that can be seen without a value.
fn whole_line(line: &str, heading_meant: HeadingMeant) -> Option<Slip> {
    let text = line.trim();
    if let Some(heading) = text.strip_prefix('[') {
        let meant = heading_meant(heading.split(']').next().unwrap_or_default())?;
        return Some(Slip { name: "heading", meant: Some(meant.to_owned()) });
    }
    let key = text.split(['=', '"', '\'']).next().unwrap_or_default();
    let colon =
        key.trim_end().strip_suffix(':').or_else(|| text.strip_prefix('"')?.split_once("\":").map(|(key, _)| key));
    let is_word = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let name = if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| text.starts_with(mark)) {
        "conflict"
    } else if text.starts_with("//") || text.starts_with("--") || text.starts_with(';') {
        "remark"
    } else if key.contains(['\u{a0}', '\u{202f}', '\u{2003}', '\u{ad}', '\u{200b}', '\u{feff}'])
        || line.starts_with('\u{a0}')
    {
        "wide-blank"
    } else if colon.is_some_and(is_word) {
        "colon"
    } else {
        return None;
    };
    Some(Slip { name, meant: None })
}

/// Slips in the value of a line. `rest` is what the parser stumbled over, `before` what it had understood.
fn value(value: &str, rest: &str, before: &str) -> Option<Slip> {
    let value = value.split(" #").next().unwrap_or_default().trim();
    let plain = |name| Some(Slip { name, meant: None });
    if value.is_empty() {
        return plain("empty");
    }
    if rest.starts_with(CURLY) || value.starts_with(CURLY) {
        return plain("curly");
    }
    let one = value.trim_start_matches('[').split(',').next().unwrap_or_default().trim_end_matches(']').trim();
    if let Some(day) = german_day(one) {
        return Some(Slip { name: "day", meant: (!value.starts_with('[')).then_some(day) });
    }
    if one.starts_with(|c: char| c.is_ascii_digit()) && !one.contains('"') {
        return number(value, one);
    }
    let quoted = value.starts_with('"') && before.trim_end().ends_with('"');
    if quoted && rest.trim_start().starts_with(',') {
        return plain(if rest.trim() == "," { "comma" } else { "list-brackets" });
    }
    // The text goes on behind what the parser took for its end.
    if quoted && !before.ends_with(' ') && rest.ends_with('"') {
        return plain("inner-quotes");
    }
    None
}

fn number(value: &str, one: &str) -> Option<Slip> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, rest) = value.split_once(',').unwrap_or((value, "x"));
    let name = if digits(whole) && rest.is_empty() {
        "comma"
    } else if digits(whole) && digits(rest.trim()) {
        "decimals"
    } else if one.split(['-', '–']).count() == 2 && one.split(['-', '–']).all(|part| digits(part.trim())) {
        "range"
    } else if one.starts_with('0') && one.chars().all(|c| c.is_ascii_digit() || " /()-".contains(c)) {
        "phone"
    } else if one.contains(char::is_alphabetic) && !one.contains([':', '_']) {
        "number-words"
    } else {
        return None;
    };
    Some(Slip { name, meant: None })
}

/// The day in the notation of TOML: for `31.12.2027`, `2027-1-1` and days with dashes.
fn german_day(text: &str) -> Option<String> {
    if text.contains(|c: char| !c.is_ascii_digit() && !".-–—‑ ".contains(c)) {
        return None;
    }
    let day = typed_day(text).filter(|_| text.contains(|c: char| !c.is_ascii_digit()))?.to_string();
    (day != text).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(words: &str) -> Option<&'static str> {
        (words == "bestätigt").then_some("confirmed")
    }

    /// The names of the slips that are told for a line, wherever the parser gives up in it.
    fn told(line: &str) -> Vec<(&'static str, Option<String>)> {
        let source = format!("title = \"Kurs\"\n{line}\nshort = \"K\"\n");
        let (_, errors) = toml::de::DeTable::parse_recoverable(&source);
        assert!(!errors.is_empty(), "{line}");
        let first = errors.iter().filter_map(toml::de::Error::span).map(|span| span.start).min().unwrap();
        find(&source, first, heading).map(|slip| (slip.name, slip.meant)).into_iter().collect()
    }

    #[test]
    fn the_usual_slips_are_known() {
        for (line, name) in [
            ("status = „running“", "curly"),
            ("places = [„wetzlar“]", "curly"),
            ("status: \"running\"", "colon"),
            ("\"status\": \"running\"", "colon"),
            ("\u{a0}status = \"running\"", "wide-blank"),
            ("sta\u{ad}tus = \"running\"", "wide-blank"),
            ("// Status", "remark"),
            ("<<<<<<< HEAD", "conflict"),
            ("free = 3,", "comma"),
            ("status = \"running\",", "comma"),
            ("goals = \"a\", \"b\"", "list-brackets"),
            ("age_min = 18,5", "decimals"),
            ("age_min = 18-24", "range"),
            ("phone = 06421 1234", "phone"),
            ("phone = 064211234", "phone"),
            ("phone = 06421/1234", "phone"),
            ("weeks_min = 8 Wochen", "number-words"),
            ("free =", "empty"),
            ("free = # noch offen", "empty"),
            ("name = \"Kurs \"Start\" neu\"", "inner-quotes"),
            ("name = \"Angebot „43\"\"", "inner-quotes"),
            ("days = [11.01.2027, 12.02.2027]", "day"),
        ] {
            assert_eq!(told(line), [(name, None)], "{line}");
        }
        for (line, day) in [
            ("until = 31.12.2027", "2027-12-31"),
            ("until = 02.10.2026 # Ende", "2026-10-02"),
            ("until = 1.1.27", "2027-01-01"),
            ("until = 2027-1-1", "2027-01-01"),
            ("until = 2027–12–31", "2027-12-31"),
        ] {
            assert_eq!(told(line), [("day", Some(day.to_owned()))], "{line}");
        }
        assert_eq!(told("[bestätigt]"), [("heading", Some("confirmed".to_owned()))]);
        for line in ["until = 2027-02-30", "source = \"C:\\Ordner\"", "childcare = ja", "a = \"b", "status == 1"] {
            assert_eq!(told(line), [], "{line}");
        }
    }

    #[test]
    fn a_path_of_windows_is_put_between_single_quotes() {
        for (line, expected) in [
            ("catalogue = \"C:\\Users\\Anna\\kat\"", Some("'C:\\Users\\Anna\\kat'")),
            ("catalogue = \"\\\\server\\Ablage\" # hier", Some("'\\\\server\\Ablage'")),
            ("catalogue = \"C:\\it's\"", None),
            ("source = \"a\\b\"", None),
            ("source = 'C:\\Users'", None),
        ] {
            assert_eq!(windows_path(line, line.len() - 1).as_deref(), expected, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_place_in_any_text_can_be_looked_at(source in "\\PC{0,60}", at in 0usize..80) {
            find(&source, at, heading);
            windows_path(&source, at);
        }
    }
}
