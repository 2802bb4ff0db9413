//! The heat table: numbers lined up, each with the sign of its shade, in as many blocks as the width asks for.

use std::collections::HashSet;

use super::{
    ReportOutput,
    draw::{Ink, Pen, columns, cut, left, right},
};
use crate::{
    cli::output::wrapped,
    search::{AxisValue, Figure, Figures, Shades, Widths},
};

/// Between two columns.
const GAP: usize = 1;
/// Least width of a column's head, so that two of them can be told apart.
const HEAD: usize = 6;
/// Least width of the names of the rows.
const NAMES: usize = 20;

/// The table, with what its signs mean.
pub(super) fn text(report: &ReportOutput<'_>, pen: &Pen) -> Vec<String> {
    let matrix = Matrix::new(report, pen);
    let mut lines = if pen.words_only { matrix.sentences() } else { matrix.blocks() };
    lines.extend(matrix.legend());
    lines
}

struct Matrix<'a> {
    report: &'a ReportOutput<'a>,
    pen: &'a Pen,
    shades: Shades,
    largest: u64,
    rows: Vec<String>,
    columns: Vec<String>,
    /// Columns of the names of the rows.
    names: usize,
    /// Width of each column, without the blank before it.
    widths: Vec<usize>,
}

impl<'a> Matrix<'a> {
    fn new(report: &'a ReportOutput<'a>, pen: &'a Pen) -> Self {
        let table = &report.portfolio.table;
        let largest = table.largest(|figures| figures.get(report.figure).unwrap_or(0));
        let label = |key, slot: &AxisValue| report.label(key, slot);
        let rows: Vec<String> = table.rows.lines.iter().map(|line| label(table.rows.key, &line.slot)).collect();
        let heads: Vec<String> = table.columns.lines.iter().map(|line| label(table.columns.key, &line.slot)).collect();
        let longest = |labels: &[String]| labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let sum = report.number(table.cell(0, 0).get(report.figure).unwrap_or(0));
        // A sign, a blank, the number.
        let least = (columns(&sum) + 2).max(HEAD);
        let whole: Vec<usize> = heads.iter().map(|head| columns(head)).collect();
        let side_by_side = Widths::shared(pen.width, longest(&rows), &whole, least + GAP);
        let Widths { names, columns: widths } = side_by_side.unwrap_or_else(|| {
            let names = longest(&rows).min((pen.width * 3 / 8).max(NAMES));
            Widths { names, columns: vec![least + GAP; heads.len()] }
        });
        let widths = widths.into_iter().map(|width| width - GAP).collect();
        Self { report, pen, shades: Shades::up_to(largest), largest, rows, columns: heads, names, widths }
    }

    fn value(&self, figures: Figures) -> Option<u64> {
        figures.get(self.report.figure)
    }

    /// What stands in a cell, and in which ink.
    fn cell(&self, row: usize, column: usize) -> (String, Ink) {
        let table = &self.report.portfolio.table;
        let figures = table.cell(row, column);
        if self.report.figure != Figure::Overdue && table.is_gap(row, column) {
            return (self.pen.nothing(true).to_owned(), Ink::Gap);
        }
        match self.value(figures) {
            None => ("?".to_owned(), Ink::Plain),
            Some(0) if figures.offers > 0 && self.report.figure == Figure::Free => ("0".to_owned(), Ink::Plain),
            Some(0) => (self.pen.nothing(false).to_owned(), Ink::Plain),
            Some(value) if row == 0 || column == 0 => (self.report.number(value), Ink::Plain),
            Some(value) => {
                let shade = self.shades.of(value);
                let number = self.report.number(value);
                (format!("{} {number}", self.pen.shade(shade)), Ink::Shade(shade))
            }
        }
    }

    /// The table in blocks of columns that fit side by side; the names of the rows stand in each, the sum in the first.
    fn blocks(&self) -> Vec<String> {
        let widest = self.widths.iter().max().map_or(GAP, |width| width + GAP);
        let all_fit = self.names + self.widths.iter().map(|width| width + GAP).sum::<usize>() <= self.pen.width;
        let several = || (self.pen.width.saturating_sub(self.names) / widest).max(1);
        let fit = if all_fit { self.columns.len().max(1) } else { several() };
        let heads = self.heads();
        let all: Vec<usize> = (0..self.columns.len()).collect();
        let mut lines = Vec::new();
        for block in all.chunks(fit) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let head: Vec<String> =
                block.iter().map(|column| " ".repeat(GAP) + &right(&heads[*column], self.widths[*column])).collect();
            lines.push(self.pen.ink(&format!("{}{}", " ".repeat(self.names), head.concat()), Ink::Heading));
            lines.extend((0..self.rows.len()).map(|row| self.row(row, block)));
        }
        lines.extend(self.heads_in_full(&heads));
        lines
    }

    fn row(&self, row: usize, block: &[usize]) -> String {
        let mut line = left(&self.rows[row], self.names);
        for column in block {
            let (text, ink) = self.cell(row, *column);
            let blanks = (GAP + self.widths[*column]).saturating_sub(columns(&text));
            line.push_str(&" ".repeat(blanks));
            line.push_str(&self.pen.ink(&text, ink));
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
        let table = &self.report.portfolio.table;
        let said = |row: usize, column: usize| {
            let value = match self.value(table.cell(row, column)) {
                None => self.report.texts.get("report-unstated").into_owned(),
                Some(value) => self.report.number(value),
            };
            let value = format!("{} {value}", self.columns[column]);
            let gap = self.report.figure != Figure::Overdue && table.is_gap(row, column);
            if gap { self.report.texts.with("report-with-gap", &[("value", value.into())]) } else { value }
        };
        let sentence = |row: usize| {
            let values: Vec<String> = (0..self.columns.len()).map(|column| said(row, column)).collect();
            wrapped(&format!("{}: {}", self.rows[row], values.join(", ")), "", "  ")
        };
        (0..self.rows.len()).flat_map(sentence).collect()
    }

    /// What the signs mean, which columns stand for a whole district, and which rows there would be besides.
    fn legend(&self) -> Vec<String> {
        let (report, table) = (self.report, &self.report.portfolio.table);
        let texts = report.texts;
        let mut lines = vec![String::new()];
        if !self.pen.words_only {
            let shade = |(number, (least, end)): (usize, (u64, u64))| {
                let sign = self.pen.shade(number + 1);
                let (least, end) = (report.number(least), report.number(end));
                if least == end {
                    return format!("{sign} {least}");
                }
                let args = [("sign", sign.into()), ("least", least.into()), ("greatest", end.into())];
                texts.with("report-legend-range", &args)
            };
            let mut signs: Vec<String> = self.shades.ranges(self.largest).enumerate().map(shade).collect();
            if report.figure != Figure::Overdue && table.places().is_some() {
                let sign = self.pen.nothing(true);
                signs.push(texts.with("report-legend-gap", &[("sign", sign.into())]));
            }
            signs.push(texts.with("report-legend-nothing", &[("sign", self.pen.nothing(false).into())]));
            if report.figure == Figure::Free {
                signs.push(texts.get("report-legend-unknown").into_owned());
            }
            lines.extend(wrapped(&signs.join("; "), "", "  "));
        }
        let wide = table.places().map(|places| (places.key, places.lines.iter().filter(|line| line.wide)));
        let wide = wide.map(|(key, lines)| lines.map(|line| report.label(key, &line.slot)).collect::<Vec<_>>());
        let wide = wide.unwrap_or_default();
        if !wide.is_empty() {
            lines.extend(wrapped(&texts.with("report-wide", &[("names", wide.join(", ").into())]), "", "  "));
        }
        let absent: Vec<String> = table
            .rows
            .absent
            .iter()
            .cloned()
            .map(AxisValue::Value)
            .map(|slot| report.label(table.rows.key, &slot))
            .collect();
        if !absent.is_empty() {
            let names = absent.join(", ");
            lines.extend(wrapped(&texts.with("report-absent", &[("names", names.into())]), "", "  "));
        }
        lines
    }
}
