//! Writes a proposed mapping as a file that says itself what has to be done with it.

use jiff::civil::Date;

use super::{Guess, guess::toml};
use crate::{
    catalogue::{FIELDS, Field, Need, Shape, Text},
    exchange::import::{
        Format, Match, Matcher,
        mapping::gathers,
        matching,
        table::{Row, Table},
    },
    locale::{Arg, Texts},
};

/// Examples behind a column.
const EXAMPLES: usize = 3;
/// Longest example, in characters.
const LONGEST: usize = 40;
/// What offices write into cells that are empty.
const BLANK: [&str; 10] = ["k. A.", "k.A.", "keine Angabe", "-", "--", "–", "?", "n. n.", "n.n.", "entfällt"];
/// What stands in the row of the sums.
const SUMS: [&str; 5] = ["summe", "summen", "gesamt", "insgesamt", "gesamtsumme"];
/// What a new entry needs and what is most often right where the table has no column for it.
const USUAL: [(&str, &str); 8] = [
    ("category", "\"measure\""),
    ("legal_bases", "[\"unbekannt\"]"),
    ("childcare", "\"unknown\""),
    ("status", "\"running\""),
    ("schedule.setting", "\"unknown\""),
    ("schedule.delivery", "\"unknown\""),
    ("schedule.time_model", "\"unknown\""),
    ("schedule.entry", "\"unknown\""),
];

pub(super) struct Writer<'w> {
    pub table: &'w Table,
    pub file: &'w str,
    pub matcher: &'w Matcher,
    pub texts: &'w Texts,
    pub today: Date,
}

impl Writer<'_> {
    pub(super) fn file(&self, header: &[usize], guesses: &[Guess]) -> String {
        let mut parts = vec![self.head(header), self.columns(guesses)];
        parts.extend(self.skipped(header, guesses));
        parts.extend(self.lacking(guesses));
        parts.extend(self.values(guesses));
        parts.join("\n")
    }

    /// A text of the bundle as a comment.
    fn comment(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.texts.with(key, args);
        text.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
    }

    fn head(&self, header: &[usize]) -> String {
        let file = Text::line(self.file).to_string();
        let mut head = self.comment("import-proposal-head", &[("file", file.into())]);
        head.push('\n');
        if let Format::Xlsx { sheet, .. } = &self.table.format {
            head += &format!("sheet = {}\n", toml(sheet));
        }
        let rows: Vec<String> = header.iter().map(usize::to_string).collect();
        let rows = if rows.len() == 1 { rows.concat() } else { format!("[{}]", rows.join(", ")) };
        head += &self.comment("import-proposal-header-row", &[]);
        head += &format!("header_row = {rows}\n");
        head += &self.comment("import-proposal-blank", &[]);
        head += &format!("blank = [{}]\n", BLANK.map(toml).join(", "));
        head += &self.comment("import-proposal-empty", &[]);
        head += "empty = \"keep\"\n";
        head += &self.comment("import-proposal-dates", &[]);
        head += "# date_formats = [\"TT.MM.JJJJ\", \"MM/JJJJ\"]\n";
        head
    }

    fn columns(&self, guesses: &[Guess]) -> String {
        let mut text = self.comment("import-proposal-columns", &[]) + "[columns]\n";
        for guess in guesses {
            text += &self.column(guess);
        }
        text
    }

    fn column(&self, guess: &Guess) -> String {
        let name = toml(&guess.name);
        let examples = self.examples(guess);
        let Some(field) = guess.field else {
            let key = if guess.taken.is_some() { "import-proposal-taken" } else { "import-proposal-unknown" };
            let field = guess.taken.map(|field| field.name()).unwrap_or_default();
            let args = [("column", guess.place.letters.as_str().into()), ("field", field.into())];
            return format!("# {name} = \"\"   # {}{examples}\n", self.texts.with(key, &args));
        };
        let label = &self.matcher.labels(field)[usize::from(self.texts.lang() == crate::locale::Lang::En)];
        let behind = format!("   # {}: {label}{examples}\n", guess.place.letters);
        if !guess.patterns.is_empty() {
            let patterns: String = guess.patterns.iter().map(|pattern| format!("  {pattern},\n")).collect();
            return format!("{name}.patterns = [{behind}{patterns}]\n");
        }
        match &guess.separators {
            None => format!("{name} = \"{}\"{behind}", field.name()),
            Some(separators) => {
                let separators: Vec<String> = separators.iter().map(|separator| toml(separator)).collect();
                format!("{name} = {{ field = \"{}\", separators = [{}] }}{behind}", field.name(), separators.join(", "))
            }
        }
    }

    fn examples(&self, guess: &Guess) -> String {
        let shown = |sample: &String| {
            let line = Text::line(sample).to_string();
            let cut: String = line.chars().take(LONGEST).collect();
            if cut.len() < line.len() { format!("„{cut}…“") } else { format!("„{cut}“") }
        };
        let samples: Vec<String> = guess.samples.iter().take(EXAMPLES).map(shown).collect();
        if samples.is_empty() { String::new() } else { format!("; {}", samples.join(", ")) }
    }

    /// Rows of sums, which are no entries.
    fn skipped(&self, header: &[usize], guesses: &[Guess]) -> Option<String> {
        let last = header.iter().max().copied().unwrap_or(0);
        let is_sum =
            |row: &Row, column: usize| SUMS.contains(&matching::key(&row.cell(column).shown()).trim_end_matches(':'));
        let below = || self.table.rows.iter().filter(|row| row.number > last);
        let column = |guess: &Guess| crate::exchange::import::table::column_of(&guess.place.letters);
        let found = guesses.iter().find_map(|guess| {
            let at = column(guess)?;
            let row = below().find(|row| is_sum(row, at))?;
            Some((guess, row.cell(at).shown()))
        });
        let (guess, word) = found?;
        let comment = self.comment("import-proposal-skip", &[]);
        Some(format!("{comment}[skip_where]\n{} = [{}]\n", toml(&guess.name), toml(&word)))
    }

    /// What entries need and the table does not have.
    fn lacking(&self, guesses: &[Guess]) -> Option<String> {
        let set = |field: &&Field| guesses.iter().any(|guess| guess.field == Some(field));
        let lacking: Vec<&Field> =
            FIELDS.iter().filter(|field| field.need == Need::Required && field.key != "id" && !set(field)).collect();
        if lacking.is_empty() {
            return None;
        }
        let mut text = self.comment("import-proposal-new", &[]) + "[new]\n";
        for field in lacking {
            let name = field.name();
            let key = if field.section.is_empty() { name.clone() } else { format!("\"{name}\"") };
            let label = &self.matcher.labels(field)[usize::from(self.texts.lang() == crate::locale::Lang::En)];
            let usual = USUAL.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            text += &match usual {
                // "Unknown" is the truth; everything else somebody has to say.
                Some(value) if name != "status" => format!("{key} = {value}   # {label}\n"),
                Some(value) => format!("# {key} = {value}   # {}\n", self.required(label)),
                None if matches!(field.shape, Shape::Date) => {
                    format!("# {key} = {}   # {}\n", self.today, self.required(label))
                }
                None => {
                    let known = self.matcher.codes(field);
                    let some: Vec<&str> = known.iter().take(4).map(|(code, _)| *code).collect();
                    let example = if gathers(field) { "[\"...\"]" } else { "\"...\"" };
                    let known = if some.is_empty() { String::new() } else { format!(": {} ...", some.join(", ")) };
                    format!("# {key} = {example}   # {}{known}\n", self.required(label))
                }
            };
        }
        Some(text)
    }

    fn required(&self, label: &str) -> String {
        self.texts.with("import-proposal-required", &[("field", label.into())])
    }

    /// Words of the table for which somebody has to say what they mean.
    fn values(&self, guesses: &[Guess]) -> Vec<String> {
        let mut parts = Vec::new();
        let mut written: Vec<&Field> = Vec::new();
        for guess in guesses {
            let Some(field) = guess.field.filter(|field| !written.contains(field)) else { continue };
            written.push(field);
            let words: Vec<&(String, Match)> = guesses
                .iter()
                .filter(|other| other.field == Some(field))
                .flat_map(|other| &other.words)
                .filter(|(word, _)| !BLANK.iter().any(|blank| matching::key(blank) == matching::key(word)))
                .collect();
            if words.iter().any(|(_, found)| !matches!(found, Match::One(_))) {
                parts.push(self.meanings(field, &words));
            }
        }
        if let Some(first) = parts.first_mut() {
            *first = self.comment("import-proposal-values", &[]) + first;
        }
        parts
    }

    fn meanings(&self, field: &Field, words: &[&(String, Match)]) -> String {
        let name = field.name();
        let key = if field.section.is_empty() { name } else { format!("\"{name}\"") };
        let known: Vec<String> = words
            .iter()
            .filter(|(_, found)| matches!(found, Match::One(_)))
            .map(|(word, _)| format!("„{}“", Text::line(word)))
            .collect();
        let mut text = format!("[values.{key}]\n");
        if !known.is_empty() {
            text += &self.comment("import-proposal-known", &[("words", known.join(", ").into())]);
        }
        let mut keys: Vec<String> = Vec::new();
        for (word, found) in words {
            // Two spellings of one word are one key.
            if keys.contains(&matching::key(word)) {
                continue;
            }
            keys.push(matching::key(word));
            let word = toml(word);
            text += &match found {
                Match::One(_) => continue,
                Match::None(Some(near)) => {
                    let name = Text::line(&near.name).to_string();
                    format!(
                        "{word} = \"{}\"   # {}\n",
                        near.code,
                        self.texts.with("import-proposal-near", &[("name", name.into())])
                    )
                }
                Match::None(None) => format!("{word} = \"\"\n"),
                Match::Several(codes) => format!("{word} = \"\"   # {}\n", codes.join(", ")),
            };
        }
        text
    }
}
