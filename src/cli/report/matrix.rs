//! The heat table: numbers lined up, each with the sign of its shade, in as many blocks as the width asks for.

use std::collections::HashSet;

use super::{
    model::{ReportOutput, ReportTable, TableLine},
    style::{ReportRole, ReportStyle, columns, cut, left, right},
};
use crate::{
    cli::output::wrapped,
    search::{CellContent, Figure, ShadedTable, Widths},
};

/// Blanks between two columns.
const GAP: usize = 1;
/// Least width of a column's head, so that two of them can be told apart.
const HEAD: usize = 6;
/// Least width of the names of the rows.
const NAMES: usize = 20;

/// The table, with what its signs mean.
pub(super) fn text(report: &ReportOutput<'_>, style: &ReportStyle) -> Vec<String> {
    let matrix = Matrix::new(report, style);
    let mut lines = if style.words_only { matrix.sentences() } else { matrix.blocks() };
    lines.extend(matrix.legend());
    lines
}

struct Matrix<'a> {
    report: &'a ReportOutput<'a>,
    style: &'a ReportStyle,
    shaded: ShadedTable<'a>,
    table: ReportTable,
    rows: Vec<String>,
    columns: Vec<String>,
    /// Columns of the names of the rows.
    names: usize,
    /// Width of each column, without the blank before it.
    widths: Vec<usize>,
}

/// A column in a block.
struct BlockColumn<'h> {
    number: usize,
    head: &'h str,
    /// Without the blank before it.
    width: usize,
}

impl<'a> Matrix<'a> {
    fn new(report: &'a ReportOutput<'a>, style: &'a ReportStyle) -> Self {
        let (shaded, table) = (ShadedTable::new(&report.offers.table, report.figure), report.table());
        let labels = |lines: &[TableLine]| lines.iter().map(|line| line.counted.value.label.clone()).collect();
        let (rows, heads): (Vec<String>, Vec<String>) = (labels(&table.rows), labels(&table.columns));
        let longest = |labels: &[String]| labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let sum = report.texts.number(report.offers.table.cell(0, 0).get(report.figure).unwrap_or(0));
        // A sign, a blank, the number.
        let least = (columns(&sum) + 2).max(HEAD);
        let whole: Vec<usize> = heads.iter().map(|head| columns(head)).collect();
        let side_by_side = Widths::shared(style.width, longest(&rows), &whole, least + GAP);
        let Widths { names, columns: widths } = side_by_side.unwrap_or_else(|| {
            let names = longest(&rows).min((style.width * 3 / 8).max(NAMES));
            Widths { names, columns: vec![least + GAP; heads.len()] }
        });
        let widths = widths.into_iter().map(|width| width - GAP).collect();
        Self { report, style, shaded, table, rows, columns: heads, names, widths }
    }

    fn cell(&self, row: usize, column: usize) -> (String, ReportRole) {
        match self.shaded.content(row, column) {
            CellContent::Gap => (self.style.nothing(true).to_owned(), ReportRole::Gap),
            CellContent::Unknown => ("?".to_owned(), ReportRole::Plain),
            CellContent::Zero => ("0".to_owned(), ReportRole::Plain),
            CellContent::Nothing => (self.style.nothing(false).to_owned(), ReportRole::Plain),
            CellContent::Sum(value) => (self.report.texts.number(value), ReportRole::Plain),
            CellContent::Shaded(value, shade) => {
                (format!("{} {}", self.style.shade(shade), self.report.texts.number(value)), ReportRole::Shade(shade))
            }
        }
    }

    /// The table in blocks of columns that fit side by side; the names of the rows stand in each, the sum in the first.
    fn blocks(&self) -> Vec<String> {
        let widest = self.widths.iter().max().map_or(GAP, |width| width + GAP);
        let all_fit = self.names + self.widths.iter().map(|width| width + GAP).sum::<usize>() <= self.style.width;
        let several = || (self.style.width.saturating_sub(self.names) / widest).max(1);
        let fit = if all_fit { self.columns.len().max(1) } else { several() };
        let heads = self.heads();
        let all: Vec<BlockColumn<'_>> = (0..)
            .zip(heads.iter().zip(&self.widths))
            .map(|(number, (head, width))| BlockColumn { number, head, width: *width })
            .collect();
        let mut lines = Vec::new();
        for block in all.chunks(fit) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let head: Vec<String> =
                block.iter().map(|column| " ".repeat(GAP) + &right(column.head, column.width)).collect();
            lines.push(self.style.styled(&format!("{}{}", " ".repeat(self.names), head.concat()), ReportRole::Heading));
            lines.extend(self.rows.iter().enumerate().map(|(row, name)| self.row(row, name, block)));
        }
        lines.extend(self.heads_in_full(&heads));
        lines
    }

    fn row(&self, row: usize, name: &str, block: &[BlockColumn<'_>]) -> String {
        let mut line = left(name, self.names);
        for column in block {
            let (text, role) = self.cell(row, column.number);
            let blanks = (GAP + column.width).saturating_sub(columns(&text));
            line.push_str(&" ".repeat(blanks));
            line.push_str(&self.style.styled(&text, role));
        }
        line.trim_end().to_owned()
    }

    /// Heads that fit; those that would be the same end with a number.
    fn heads(&self) -> Vec<String> {
        let mut taken = HashSet::new();
        let head = |(label, width): (&String, &usize)| {
            let mut head = cut(label, *width);
            let mut number = 2;
            while !taken.insert(head.clone()) {
                let mark = number.to_string();
                head = cut(label, width.saturating_sub(mark.len())) + &mark;
                number += 1;
            }
            head
        };
        self.columns.iter().zip(&self.widths).map(head).collect()
    }

    /// Which head stands for what, where some had to be cut.
    fn heads_in_full(&self, heads: &[String]) -> Vec<String> {
        let cut: Vec<String> = heads
            .iter()
            .zip(&self.columns)
            .filter(|(head, label)| head != label)
            .map(|(head, label)| format!("{head} = {label}"))
            .collect();
        if cut.is_empty() { Vec::new() } else { wrapped(&cut.join("; "), "", "  ") }
    }

    /// The table as sentences, one for each row.
    fn sentences(&self) -> Vec<String> {
        let texts = self.report.texts;
        let words = |row: usize, (column, head): (usize, &String)| {
            let value = match self.report.offers.table.cell(row, column).get(self.report.figure) {
                None => texts.get("report-unstated").into_owned(),
                Some(value) => texts.number(value),
            };
            let value = format!("{head} {value}");
            let gap = self.shaded.is_gap(row, column);
            if gap { texts.with("report-with-gap", &[("value", value.into())]) } else { value }
        };
        let sentence = |(row, name): (usize, &String)| {
            let values: Vec<String> = self.columns.iter().enumerate().map(|column| words(row, column)).collect();
            wrapped(&format!("{name}: {}", values.join(", ")), "", "  ")
        };
        self.rows.iter().enumerate().flat_map(sentence).collect()
    }

    /// What the signs mean, which columns stand for a whole district, and which rows there would be besides.
    fn legend(&self) -> Vec<String> {
        let texts = self.report.texts;
        let mut lines = vec![String::new()];
        if !self.style.words_only {
            let mut signs = self.shaded.localize_shades(self.style.shades(), texts);
            if self.shaded.has_gaps() {
                let sign = self.style.nothing(true);
                signs.push(texts.with("report-legend-gap", &[("sign", sign.into())]));
            }
            signs.push(texts.with("report-legend-nothing", &[("sign", self.style.nothing(false).into())]));
            if self.report.figure == Figure::Free {
                signs.push(texts.get("report-legend-unknown").into_owned());
            }
            lines.extend(wrapped(&signs.join("; "), "", "  "));
        }
        let mut name = |key: &str, names: Vec<&str>| {
            if !names.is_empty() {
                lines.extend(wrapped(&texts.with(key, &[("names", names.join(", ").into())]), "", "  "));
            }
        };
        let of_places = self.report.offers.table.places().is_some();
        let wide = self.table.rows.iter().chain(&self.table.columns).filter(|line| of_places && line.wide);
        name("report-wide", wide.map(|line| line.counted.value.label.as_str()).collect());
        name("report-absent", self.table.absent_rows.iter().map(|absent| absent.label.as_str()).collect());
        lines
    }
}
