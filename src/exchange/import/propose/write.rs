//! Writes a proposed mapping as a file whose comments explain what has to be done with it.

use jiff::civil::Date;

use super::{forms, guess::ColumnGuess, toml_text::toml_text};
use crate::{
    base::{Text, shortened},
    catalogue::{FIELDS, Field, Need, Shape, UNKNOWN},
    exchange::{
        import::{Matcher, Near, Table, TableFormat, TableRow, ValueMatch},
        spelling,
        table::column_of,
    },
    locale::{Arg, Texts},
};

/// Examples behind a column.
const EXAMPLES: usize = 3;
/// Longest example, in characters.
const LONGEST: usize = 40;
/// Most values between which a person can choose at a glance.
const CANDIDATES: usize = 8;
/// What offices write into cells that are empty.
const BLANK: [&str; 11] = ["k. A.", "k.A.", "keine Angabe", "-", "--", "–", "./.", "?", "n. n.", "n.n.", "entfällt"];
/// Most rows below a table that are listed one by one.
const FEW: usize = 50;
/// What stands in the row of the sums.
const SUMS: [&str; 5] = ["summe", "summen", "gesamt", "insgesamt", "gesamtsumme"];
/// What a new entry needs and what is most often right where the table has no column for it and it may not be
/// unknown.
const USUAL: [(&str, &str); 3] =
    [("category", "\"measure\""), ("legal_bases", "[\"unbekannt\"]"), ("status", "\"running\"")];

/// The entry of a column in a mapping, in one line; `None` for one without a field.
pub(in crate::exchange::import) fn column_line(guess: &ColumnGuess) -> Option<String> {
    let (name, field) = (toml_text(&guess.name), guess.field?.name());
    if !guess.patterns.is_empty() {
        return Some(format!("{name}.patterns = [{}]", guess.patterns.join(", ")));
    }
    let Some(separators) = &guess.separators else { return Some(format!("{name} = \"{field}\"")) };
    let separators: Vec<String> = separators.iter().map(|separator| toml_text(separator)).collect();
    Some(format!("{name} = {{ field = \"{field}\", separators = [{}] }}", separators.join(", ")))
}

pub(super) struct MappingWriter<'w> {
    pub table: &'w Table,
    pub file: &'w str,
    pub matcher: &'w Matcher,
    pub texts: &'w Texts,
    pub today: Date,
}

impl MappingWriter<'_> {
    pub(super) fn file(&self, header: &[usize], guesses: &[ColumnGuess]) -> String {
        let mut parts = vec![self.head(header, guesses), self.columns(guesses)];
        parts.extend(self.skipped(header, guesses));
        parts.extend(self.undated(guesses));
        parts.extend(self.lacking(guesses));
        parts.extend(self.values(guesses));
        parts.join("\n")
    }

    /// A text of the bundle as a comment.
    fn comment(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.texts.with(key, args);
        text.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
    }

    fn head(&self, header: &[usize], guesses: &[ColumnGuess]) -> String {
        let file = Text::line(self.file).to_string();
        let mut head = self.comment("import-proposal-head", &[("file", file.into())]);
        head.push('\n');
        if let TableFormat::Xlsx { sheet, .. } = &self.table.format {
            head += &format!("sheet = {}\n", toml_text(sheet));
        }
        let rows: Vec<String> = header.iter().map(usize::to_string).collect();
        let rows = if rows.len() == 1 { rows.concat() } else { format!("[{}]", rows.join(", ")) };
        head += &self.comment("import-proposal-header-row", &[]);
        head += &format!("header_row = {rows}\n");
        head += &self.comment("import-proposal-blank", &[]);
        head += &format!("blank = [{}]\n", BLANK.map(toml_text).join(", "));
        head += &self.comment("import-proposal-empty", &[]);
        head += "empty = \"keep\"\n";
        head += &self.comment("import-proposal-dates", &[]);
        let is_day =
            |guess: &&ColumnGuess| guess.field.is_some_and(|field| matches!(field.shape, Shape::Date | Shape::Dates));
        let days = guesses.iter().filter(is_day).flat_map(|guess| &guess.samples);
        let formats: Vec<String> = forms::date_formats(days).into_iter().map(toml_text).collect();
        head += &match formats.as_slice() {
            [] => "# date_formats = [\"TT.MM.JJJJ\", \"MM/JJJJ\", \"MMM JJJJ\"]\n".to_owned(),
            formats => format!("date_formats = [{}]\n", formats.join(", ")),
        };
        let unneeded = guesses.iter().filter(|guess| guess.is_not_needed());
        let unneeded: Vec<String> = unneeded.map(|guess| toml_text(&guess.name)).collect();
        head += &self.comment("import-proposal-ignore", &[]);
        head += &match unneeded.as_slice() {
            [] => "# ignore = [\"lfd.\", \"Kostenstelle\"]\n".to_owned(),
            names => format!("ignore = [{}]\n", names.join(", ")),
        };
        if let Some(rows) = self.rows_below(header, guesses) {
            head += &self.comment("import-proposal-skip-rows", &[]);
            head += &format!("skip_rows = [{rows}]\n");
        }
        head
    }

    /// Rows below the last one that has a title: footnotes, legends, another table.
    fn rows_below(&self, header: &[usize], guesses: &[ColumnGuess]) -> Option<String> {
        let title = guesses.iter().find(|guess| guess.field.is_some_and(|field| field.name() == "title"))?;
        let at = column_of(&title.place.letters)?;
        let sums = self.sums(header, guesses).map(|(guess, word)| (column_of(&guess.place.letters), word));
        let is_sum =
            |row: &TableRow| sums.as_ref().is_some_and(|(at, word)| at.is_some_and(|at| row.cell(at).shown() == *word));
        let last = self.table.rows.iter().rfind(|row| !row.cell(at).is_blank() && !is_sum(row))?.number;
        let below = self.table.rows.iter().filter(|row| row.number > last && !is_sum(row));
        let numbers: Vec<String> = below.map(|row| row.number.to_string()).collect();
        (!numbers.is_empty() && numbers.len() <= FEW).then(|| numbers.join(", "))
    }

    fn columns(&self, guesses: &[ColumnGuess]) -> String {
        let mut text = self.comment("import-proposal-columns", &[]) + "[columns]\n";
        for guess in guesses.iter().filter(|guess| !guess.is_not_needed()) {
            text += &self.column(guess);
        }
        text
    }

    fn column(&self, guess: &ColumnGuess) -> String {
        let name = toml_text(&guess.name);
        let examples = self.examples(guess);
        let Some(field) = guess.field else {
            let key = if guess.taken.is_some() { "import-proposal-taken" } else { "import-proposal-unknown" };
            let field = guess.taken.map(|field| field.name()).unwrap_or_default();
            let args = [("column", guess.place.letters.as_str().into()), ("field", field.into())];
            return format!("# {name} = \"\"   # {}{examples}\n", self.texts.with(key, &args));
        };
        let label = self.texts.get(&field.text_key());
        let behind = format!("   # {}: {label}{examples}\n", guess.place.letters);
        if !guess.patterns.is_empty() {
            let patterns: String = guess.patterns.iter().map(|pattern| format!("  {pattern},\n")).collect();
            return format!("{name}.patterns = [{behind}{patterns}]\n");
        }
        column_line(guess).map(|line| format!("{line}{behind}")).unwrap_or_default()
    }

    fn examples(&self, guess: &ColumnGuess) -> String {
        let shown = |sample: &String| self.quoted(&shortened(&Text::line(sample), LONGEST));
        let samples: Vec<String> = guess.samples.iter().take(EXAMPLES).map(shown).collect();
        if samples.is_empty() { String::new() } else { format!("; {}", samples.join(", ")) }
    }

    /// Rows of sums, which are no entries.
    fn skipped(&self, header: &[usize], guesses: &[ColumnGuess]) -> Option<String> {
        let (guess, word) = self.sums(header, guesses)?;
        let comment = self.comment("import-proposal-skip", &[]);
        Some(format!("{comment}[skip_where]\n{} = [{}]\n", toml_text(&guess.name), toml_text(&word)))
    }

    /// The column that marks a row of sums, and the word for it.
    fn sums<'g>(&self, header: &[usize], guesses: &'g [ColumnGuess]) -> Option<(&'g ColumnGuess, String)> {
        let last = header.iter().max().copied().unwrap_or(0);
        let is_sum =
            |row: &TableRow, column: usize| SUMS.contains(&spelling(&row.cell(column).shown()).trim_end_matches(':'));
        let below = || self.table.rows.iter().filter(|row| row.number > last);
        guesses.iter().find_map(|guess| {
            let at = column_of(&guess.place.letters)?;
            let row = below().find(|row| is_sum(row, at))?;
            Some((guess, row.cell(at).shown()))
        })
    }

    /// Free places without the day from which they are.
    fn undated(&self, guesses: &[ColumnGuess]) -> Option<String> {
        let has = |name: &str| {
            let pattern = |guess: &ColumnGuess| guess.patterns.iter().any(|pattern| pattern.contains(name));
            guesses.iter().any(|guess| guess.field.is_some_and(|field| field.name() == name) || pattern(guess))
        };
        let lacks = has("capacity.free") && !has("capacity.as_of");
        let comment = || self.comment("import-proposal-as-of", &[]);
        lacks.then(|| format!("{}# [fixed]\n# \"capacity.as_of\" = {}\n", comment(), self.today))
    }

    /// What entries need and the table does not have.
    fn lacking(&self, guesses: &[ColumnGuess]) -> Option<String> {
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
            let label = &self.texts.get(&field.text_key());
            let unknown = || field.may_be_unknown().then(|| format!("\"{UNKNOWN}\""));
            let usual = USUAL.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            let usual = usual.or_else(unknown);
            text += &match usual {
                // "Unknown" is the truth; everything else a person has to decide.
                Some(value) if name != "status" => format!("{key} = {value}   # {label}\n"),
                Some(value) => format!("# {key} = {value}   # {}\n", self.required(label)),
                None if matches!(field.shape, Shape::Date) => {
                    format!("# {key} = {}   # {}\n", self.today, self.required(label))
                }
                None => {
                    let known = self.matcher.codes(field);
                    let some: Vec<&str> = known.iter().take(4).map(|(code, _)| *code).collect();
                    let lists = matches!(field.shape, Shape::Lines | Shape::References(_) | Shape::Choices(_));
                    let example = if lists { "[\"...\"]" } else { "\"...\"" };
                    let known = if some.is_empty() { String::new() } else { format!(": {} ...", some.join(", ")) };
                    format!("# {key} = {example}   # {}{known}\n", self.required(label))
                }
            };
        }
        Some(text)
    }

    fn quoted(&self, words: &str) -> String {
        self.texts.with("import-quoted", &[("words", words.into())])
    }

    fn required(&self, label: &str) -> String {
        self.texts.with("import-proposal-required", &[("field", label.into())])
    }

    /// Words of the table whose meaning a person has to decide.
    fn values(&self, guesses: &[ColumnGuess]) -> Vec<String> {
        let mut parts = Vec::new();
        let mut written: Vec<&Field> = Vec::new();
        for guess in guesses {
            let Some(field) = guess.field.filter(|field| !written.contains(field)) else { continue };
            written.push(field);
            let words: Vec<&(String, ValueMatch)> = guesses
                .iter()
                .filter(|other| other.field == Some(field))
                .flat_map(|other| &other.words)
                .filter(|(word, _)| !BLANK.iter().any(|blank| spelling(blank) == spelling(word)))
                .collect();
            if words.iter().any(|(_, found)| !matches!(found, ValueMatch::One(_))) {
                parts.push(self.meanings(field, &words));
            }
        }
        if let Some(first) = parts.first_mut() {
            *first = self.comment("import-proposal-values", &[]) + first;
        }
        parts
    }

    fn meanings(&self, field: &Field, words: &[&(String, ValueMatch)]) -> String {
        let name = field.name();
        let key = if field.section.is_empty() { name } else { format!("\"{name}\"") };
        let known: Vec<String> = words
            .iter()
            .filter(|(_, found)| matches!(found, ValueMatch::One(_)))
            .map(|(word, _)| self.quoted(&Text::line(word)))
            .collect();
        let mut text = format!("[values.{key}]\n");
        if let (Shape::Reference(of) | Shape::References(of), true) =
            (field.shape, self.matcher.codes(field).is_empty())
        {
            let args = [("file", of.file().into())];
            text += &self.comment("import-proposal-empty-vocabulary", &args);
        }
        if !known.is_empty() {
            text += &self.comment("import-proposal-known", &[("words", known.join(", ").into())]);
        }
        let mut keys: Vec<String> = Vec::new();
        for (word, found) in words {
            // Two spellings of one word are one key.
            if keys.contains(&spelling(word)) {
                continue;
            }
            keys.push(spelling(word));
            text += &match found {
                ValueMatch::One(_) => continue,
                ValueMatch::None(Some(near)) => {
                    let name = Text::line(&near.name).to_string();
                    format!(
                        "{} = \"{}\"   # {}\n",
                        toml_text(word),
                        near.code,
                        self.texts.with("import-proposal-near", &[("name", name.into())])
                    )
                }
                ValueMatch::None(None) | ValueMatch::Several(_) => {
                    format!("{} = \"\"{}\n", toml_text(word), self.choice(field, word))
                }
            };
        }
        text
    }

    fn all_codes(&self, field: &Field) -> Vec<Near> {
        if !matches!(field.shape, Shape::Choice(_) | Shape::Choices(_)) {
            return Vec::new();
        }
        let near = |(code, label): (&str, &str)| Near { code: code.to_owned(), name: label.to_owned() };
        self.matcher.codes(field).into_iter().map(near).collect()
    }

    /// What a word may mean that is not clear by itself.
    fn choice(&self, field: &Field, word: &str) -> String {
        let candidates = self.matcher.candidates(field, word);
        let candidates = if candidates.is_empty() { self.all_codes(field) } else { candidates };
        if candidates.is_empty() || candidates.len() > CANDIDATES {
            return String::new();
        }
        let shown = |near: &Near| {
            let name: String = Text::line(&near.name).chars().take(LONGEST).collect();
            if name == near.code { name } else { format!("{} ({})", near.code, self.quoted(&name)) }
        };
        let all: Vec<String> = candidates.iter().map(shown).collect();
        format!("   # {}", self.texts.with("import-proposal-choice", &[("candidates", all.join(", ").into())]))
    }
}
