//! The sentences of an import: about columns, rows, mappings and files that cannot be read.

use crate::{
    base::{Diagnostic, DiagnosticCode, Severity, Text, shortened},
    catalogue::{Field, Register, Value},
    exchange::import::{ColumnDoubt, ColumnPlace, PlanDifference, TableError, UncertainColumn},
    locale::{Arg, Texts, fields},
};

/// Longest value in a line, in characters.
const LONGEST: usize = 120;

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

    /// "Spalte C „Zielgr.“, „Alleinerz.“: gibt es nicht. Meinten Sie ...?"; the row where the entry has several.
    pub(super) fn fault<C: DiagnosticCode>(&self, fault: &Diagnostic<C>, several: bool) -> String {
        let cell = &fault.location;
        let mut place: Vec<String> = Vec::new();
        if several {
            place.push(self.rows(&[cell.line]));
        }
        place.extend(ColumnPlace::of(cell).map(|place| column(&place, self.texts)));
        if !cell.excerpt.is_empty() {
            place.push(quoted(&cell.excerpt, self.texts));
        }
        let words = fault.localize(self.texts);
        if place.is_empty() { words } else { format!("{}: {words}", place.join(", ")) }
    }
}

/// Those of these faults that are so bad.
pub(super) fn of_severity<C: DiagnosticCode>(
    faults: &[Diagnostic<C>],
    severity: Severity,
) -> impl Iterator<Item = &Diagnostic<C>> {
    faults.iter().filter(move |fault| fault.severity() == severity)
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
        TableError::Damaged(damage) => message(&format!("damaged-{}", damage.code()), &[]),
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
