//! A report with labels beside the ids: the tables that every output prints, each in its own form.

use serde::Serialize;

use crate::{
    catalogue::Register,
    cli::{LabelledId, args::ReportSection},
    locale::Texts,
    search::{Answer, Axis, AxisLine, AxisValue, Figure, Figures, FilterKey, Gap, OfferReport, Request, Sum},
};

pub(super) struct ReportOutput<'a> {
    pub request: &'a Request,
    pub answer: &'a Answer,
    pub offers: &'a OfferReport,
    pub register: &'a Register,
    pub figure: Figure,
    /// The only part that is wanted; all of them without it.
    pub section: Option<ReportSection>,
    pub texts: &'a Texts,
}

/// A value with what is counted of it; the sum and the offers without any value have no id.
#[derive(Serialize)]
pub(super) struct CountedValue {
    /// `all`, `value` or `unstated`.
    slot: &'static str,
    #[serde(flatten)]
    pub value: LabelledId,
    #[serde(flatten)]
    pub figures: Figures,
}

/// A row or a column with its sum.
#[derive(Serialize)]
pub(super) struct TableLine {
    #[serde(flatten)]
    pub counted: CountedValue,
    /// True for what stands for a whole district, a country or the like.
    pub wide: bool,
}

#[derive(Serialize)]
pub(super) struct TableCell {
    #[serde(flatten)]
    pub figures: Figures,
    pub gap: bool,
}

/// Two dimensions crossed. The first row and the first column are the sums.
pub(super) struct ReportTable {
    pub row_key: FilterKey,
    pub column_key: FilterKey,
    pub rows: Vec<TableLine>,
    pub columns: Vec<TableLine>,
    /// Row by row.
    pub cells: Vec<Vec<TableCell>>,
    /// Values of the vocabulary that no offer has.
    pub absent_rows: Vec<LabelledId>,
    pub absent_columns: Vec<LabelledId>,
}

/// What is offered elsewhere and not here, those first of which there is most elsewhere.
pub(super) struct GapList {
    pub subject_key: FilterKey,
    pub place_key: FilterKey,
    pub gaps: Vec<LabelledGap>,
}

#[derive(Serialize)]
pub(super) struct LabelledGap {
    pub subject: LabelledId,
    pub place: LabelledId,
    /// The other places that have offers.
    pub elsewhere: Vec<CountedPlace>,
    /// What stands for a whole district and more and has offers.
    pub wide: Vec<CountedPlace>,
}

#[derive(PartialEq, Eq, Serialize)]
pub(super) struct CountedPlace {
    #[serde(flatten)]
    pub place: LabelledId,
    pub offers: usize,
}

/// A figure of all offers together.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum OverviewFigure {
    Sum(Sum),
    Count(usize),
    /// The day of a number, in ISO form.
    Day(Option<String>),
}

impl ReportOutput<'_> {
    pub(super) fn total(&self) -> usize {
        self.offers.table.cell(0, 0).offers
    }

    pub(super) fn wants(&self, section: ReportSection) -> bool {
        self.section.is_none_or(|wanted| wanted == section)
    }

    pub(super) fn name(&self, key: FilterKey) -> String {
        self.texts.get(&format!("filter-{}", key.name())).into_owned()
    }

    /// The figures of all offers by their names in JSON and CSV; the number of offers is not among them.
    pub(super) fn overview(&self) -> Vec<(&'static str, OverviewFigure)> {
        use OverviewFigure::{Count, Day, Sum};
        let (overview, all) = (&self.offers.overview, self.offers.table.cell(0, 0));
        vec![
            ("places", Sum(overview.places)),
            ("free", Sum(all.free)),
            ("free_undated", Count(overview.undated)),
            ("free_stale", Count(overview.stale)),
            ("free_oldest", Day(overview.as_of.map(|(oldest, _)| oldest.to_string()))),
            ("free_newest", Day(overview.as_of.map(|(_, newest)| newest.to_string()))),
            ("waiting", Sum(overview.waiting)),
            ("overdue", Count(all.overdue)),
            ("ending", Count(overview.ending)),
            ("without_place", Count(overview.placeless)),
            ("without_region", Count(overview.regionless)),
        ]
    }

    pub(super) fn table(&self) -> ReportTable {
        let table = &self.offers.table;
        let line = |axis: &Axis, line: &AxisLine, figures: Figures| TableLine {
            counted: self.counted(axis.key, &line.slot, figures),
            wide: line.wide,
        };
        let cell = |row, column| TableCell { figures: table.cell(row, column), gap: table.is_gap(row, column) };
        let absent = |axis: &Axis| {
            let values = axis.absent.iter().cloned().map(AxisValue::Value);
            values.map(|value| self.labelled(axis.key, &value)).collect()
        };
        let (rows, columns) = (&table.rows, &table.columns);
        let of_row = |row: usize| (0..columns.lines.len()).map(|column| cell(row, column)).collect();
        let lines = |axis: &Axis, sum: &dyn Fn(usize) -> Figures| {
            axis.lines.iter().enumerate().map(|(at, one)| line(axis, one, sum(at))).collect()
        };
        ReportTable {
            row_key: rows.key,
            column_key: columns.key,
            rows: lines(rows, &|row| table.cell(row, 0)),
            columns: lines(columns, &|column| table.cell(0, column)),
            cells: (0..rows.lines.len()).map(of_row).collect(),
            absent_rows: absent(rows),
            absent_columns: absent(columns),
        }
    }

    /// All gaps; `None` where the table is not one of places and something else.
    pub(super) fn gaps(&self) -> Option<GapList> {
        let table = &self.offers.table;
        let (subjects, places) = table.subjects().zip(table.places())?;
        let labelled = |axis: &Axis, at: usize| {
            let slot = axis.lines.get(at).map_or(&AxisValue::Unstated, |line| &line.slot);
            self.labelled(axis.key, slot)
        };
        let counted = |offers: &[(usize, usize)]| {
            let place = |(at, offers): &(usize, usize)| CountedPlace { place: labelled(places, *at), offers: *offers };
            offers.iter().map(place).collect()
        };
        let gap = |gap: Gap| LabelledGap {
            subject: labelled(subjects, gap.subject),
            place: labelled(places, gap.place),
            elsewhere: counted(&gap.elsewhere),
            wide: counted(&gap.wide),
        };
        let gaps = table.gaps().into_iter().map(gap).collect();
        Some(GapList { subject_key: subjects.key, place_key: places.key, gaps })
    }

    /// The single dimensions that are wanted, value by value.
    pub(super) fn breakdowns(&self) -> impl Iterator<Item = (FilterKey, Vec<CountedValue>)> {
        let wanted = |key: FilterKey| self.section.is_none_or(|section| section.breakdown() == Some(key));
        self.offers.breakdowns.iter().filter(move |breakdown| wanted(breakdown.key)).map(|breakdown| {
            let value = |(slot, figures): &(AxisValue, Figures)| self.counted(breakdown.key, slot, *figures);
            (breakdown.key, breakdown.lines.iter().map(value).collect())
        })
    }

    fn counted(&self, key: FilterKey, slot: &AxisValue, figures: Figures) -> CountedValue {
        let kind = match slot {
            AxisValue::All => "all",
            AxisValue::Value(_) => "value",
            AxisValue::Unstated => "unstated",
        };
        CountedValue { slot: kind, value: self.labelled(key, slot), figures }
    }

    fn labelled(&self, key: FilterKey, slot: &AxisValue) -> LabelledId {
        let label = slot.localize(key, self.register, self.texts);
        LabelledId { id: slot.id().map(str::to_owned), label }
    }
}

impl LabelledGap {
    /// How many offers there are elsewhere.
    pub(super) fn weight(&self) -> usize {
        self.elsewhere.iter().map(|place| place.offers).sum()
    }
}
