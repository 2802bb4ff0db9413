//! The sentences of an import: about columns, rows, mappings and files that cannot be read.

use crate::{
    base::{Text, shortened},
    catalogue::{Code, Diagnostic, Field, Register, Value},
    cli::errors::did_you_mean,
    exchange::import::{CellFault, ColumnDoubt, ColumnPlace, PlanDifference, RowFault, TableError, UncertainColumn},
    locale::{Arg, Texts, fields},
};

/// Longest value in a line, in characters.
const LONGEST: usize = 120;

/// What values are called.
pub(super) struct ValueLabels<'n> {
    pub register: &'n Register,
    pub texts: &'n Texts,
    /// True where entries are numbered instead of rows.
    pub entries: bool,
}

impl ValueLabels<'_> {
    /// "Zeile 7" or "Zeilen 7, 8".
    pub(super) fn rows(&self, rows: &[usize]) -> String {
        let numbers: Vec<String> = rows.iter().map(usize::to_string).collect();
        let key = if self.entries { "import-entries" } else { "import-rows" };
        self.texts.with(key, &[("count", rows.len().into()), ("rows", numbers.join(", ").into())])
    }

    /// A value in one line that is not too long.
    pub(super) fn value(&self, field: &Field, value: Option<&Value>) -> String {
        let line = fields::localize_value(field, value, self.register, self.texts).replace('\n', " ");
        shortened(&line, LONGEST).into_owned()
    }

    /// "Freie Plätze: 3 → 2"
    pub(super) fn change(&self, change: &PlanDifference) -> String {
        let difference = crate::store::Difference {
            field: change.field,
            before: change.catalogue.clone(),
            after: change.table.clone(),
        };
        difference.localize(self.register, self.texts)
    }

    /// "Freie Plätze: Tabelle 2, Katalog 0, beim letzten Einlesen 3"
    pub(super) fn three(&self, key: &str, difference: &PlanDifference) -> String {
        let field = difference.field;
        let base = difference.base.as_ref().map(|base| self.value(field, base.as_ref()));
        let args: [(&str, Arg<'_>); 4] = [
            ("field", field.localize(self.texts).into()),
            ("table", self.value(field, difference.table.as_ref()).into()),
            ("catalogue", self.value(field, difference.catalogue.as_ref()).into()),
            ("base", base.unwrap_or_default().into()),
        ];
        self.texts.with(key, &args)
    }

    /// What is wrong with a cell or row, in one sentence without its place.
    pub(super) fn reason(&self, reason: &CellFault) -> String {
        match &reason.fault {
            Some(fault) => fault.message(self.texts),
            None => self.texts.with(&format!("import-reason-{}", reason.code), &details(&reason.details)),
        }
    }

    /// What to do about it, if there is something to say.
    pub(super) fn hint(&self, reason: &CellFault) -> Option<String> {
        if let Some(fault) = &reason.fault {
            return fault.hint(self.texts);
        }
        let key = format!("import-reason-{}-hint", reason.code);
        let meant = reason.meant.as_ref().map(|word| did_you_mean(word, self.texts));
        let advice = self.texts.has(&key).then(|| self.texts.with(&key, &details(&reason.details)));
        let parts: Vec<String> = meant.into_iter().chain(advice).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// "Spalte C „Zielgr.“, „Alleinerz.“: gibt es nicht. Meinten Sie ...?"; the row where the entry has several.
    pub(super) fn fault(&self, fault: &RowFault, several: bool) -> String {
        let mut place: Vec<String> = Vec::new();
        if several {
            place.push(self.rows(&[fault.row]));
        }
        place.extend(fault.column.as_ref().map(|place| column(place, self.texts)));
        if !fault.cell.is_empty() {
            place.push(quoted(&fault.cell, self.texts));
        }
        let words = self.reason(&fault.reason);
        let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
        let place = if place.is_empty() { String::new() } else { format!("{}: ", place.join(", ")) };
        let message = format!("{place}{words}{stop} {}", self.hint(&fault.reason).unwrap_or_default());
        message.trim_end().to_owned()
    }

    /// A warning of `lotse check`, in one line.
    pub(super) fn warning(&self, warning: &Diagnostic<Code>) -> String {
        warning.localize(self.texts)
    }
}

/// Words of a file in the quotation marks of the language.
pub(super) fn quoted(words: &str, texts: &Texts) -> String {
    texts.with("import-quoted", &[("words", Text::line(words).as_str().into())])
}

/// "Spalte C „Zielgr.“"
pub(super) fn column(column: &ColumnPlace, texts: &Texts) -> String {
    let heading = Text::line(&column.heading).to_string();
    let args = [("letters", column.letters.as_str().into()), ("heading", heading.clone().into())];
    match (column.letters.is_empty(), heading.is_empty()) {
        (true, _) => heading,
        (false, true) => texts.with("import-column-nameless", &args[..1]),
        (false, false) => texts.with("import-column", &args),
    }
}

/// Why nobody can be sure what a column means, and the line of a mapping that decides it.
pub(super) fn uncertain_column(uncertain: &UncertainColumn, texts: &Texts) -> String {
    let (key, field) = match uncertain.doubt {
        ColumnDoubt::Likely(field) => ("import-uncertain-likely", Some(field)),
        ColumnDoubt::Taken(field) => ("import-uncertain-taken", Some(field)),
        ColumnDoubt::Unknown => ("import-uncertain-unknown", None),
    };
    let args: [(&str, Arg<'_>); 3] = [
        ("column", column(&uncertain.place, texts).into()),
        ("field", field.map(|field| field.localize(texts)).unwrap_or_default().into()),
        ("line", uncertain.line.as_str().into()),
    ];
    texts.with(key, &args)
}

fn details<'d>(details: &'d [(&'static str, Text)]) -> Vec<(&'d str, Arg<'d>)> {
    details.iter().map(|(name, value)| (*name, value.as_str().into())).collect()
}

/// Why a file is no table, and what to do about it.
pub(super) fn table_error(error: &TableError, texts: &Texts) -> (String, Option<String>) {
    let line = |words: &str| Text::line(words).to_string();
    let message = |code: &str, args: &[(&str, Arg<'_>)]| {
        let hint = format!("import-file-{code}-hint");
        (texts.with(&format!("import-file-{code}"), args), texts.has(&hint).then(|| texts.with(&hint, args)))
    };
    match error {
        TableError::TooLarge(size) => message("too-large", &[("size", (size >> 20).into())]),
        TableError::TooMuch { what, found, most } => {
            message(&format!("limit-{}", what.code()), &[("found", (*found).into()), ("most", (*most).into())])
        }
        TableError::TooManyRows(rows) => message("too-many-rows", &[("most", (*rows).into())]),
        TableError::TooManyColumns(columns) => message("too-many-columns", &[("most", (*columns).into())]),
        TableError::OldWorkbook => message("old-workbook", &[]),
        TableError::OpenDocument => message("open-document", &[]),
        TableError::NotATable => message("no-table", &[]),
        TableError::Damaged(reason) => message("damaged", &[("reason", line(reason).into())]),
        TableError::NoSheet { wanted, known } => {
            let known: Vec<String> = known.iter().map(|name| quoted(name, texts)).collect();
            message("no-sheet", &[("sheet", line(wanted).into()), ("known", known.join(", ").into())])
        }
        TableError::NoSheets => message("no-sheets", &[]),
        TableError::NotAnExport => message("no-export", &[]),
        TableError::Json { line, column } => {
            message("json", &[("line", line.to_string().into()), ("column", column.to_string().into())])
        }
        TableError::Version(version) => message("version", &[("version", version.to_string().into())]),
        TableError::Empty => message("empty", &[]),
    }
}
