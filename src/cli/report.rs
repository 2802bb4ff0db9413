//! `lotse report`: what is offered, to whom and where, for those who plan it.

mod csv;
mod json;
mod matrix;
mod model;
mod style;
mod text;

use std::path::Path;

use self::model::ReportOutput;
use super::{
    CliError, Context, Exit, LinkTarget, OpenIndex,
    args::{ReportArgs, ReportFormat, ReportSection},
    output, query, shown,
};
use crate::{
    locale::Texts,
    search::{CrossTab, FilterValues, Request},
};

pub(super) fn run(args: &ReportArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    if args.rows == args.columns {
        let name = texts.get(&format!("filter-{}", args.rows.name())).into_owned();
        return Err(CliError::new(Exit::Usage, texts.with("report-same-dimension", &[("name", name.into())])));
    }
    let wanted = args.output.as_deref().filter(|path| *path != Path::new("-"));
    let place = wanted.map(|path| LinkTarget::outside_catalogue(path, context)).transpose()?;
    let mut opened = OpenIndex::new(context)?;
    let (request, answer) = query::ask(&mut opened, context, |values| request(args, values, context))?;
    let Some(offers) = &answer.report else { return Ok(Exit::No) };
    let register = opened.snapshot.register();
    let (figure, section) = (args.figure, args.section);
    let report = ReportOutput { request: &request, answer: &answer, offers, register, figure, section, texts };
    if section == Some(ReportSection::Gaps) && args.format != ReportFormat::Text && offers.table.places().is_none() {
        output::note(&texts.get("report-gaps-of-places"));
    }
    let text = match args.format {
        ReportFormat::Text => text::text(&report, &style::ReportStyle::new(context, place.is_some())),
        ReportFormat::Json => json::text(&report),
        ReportFormat::Csv => csv::text(&report),
    };
    match &place {
        Some(place) => write(place, &text, texts)?,
        None => output::print_styled(&text, args.format == ReportFormat::Text && context.colour_on_stdout(), texts)?,
    }
    Ok(if report.total() == 0 { Exit::No } else { Exit::Done })
}

fn request(args: &ReportArgs, values: &FilterValues<'_>, context: &Context) -> Result<Request, CliError> {
    let cross_tab = CrossTab { rows: args.rows, columns: args.columns, aside: false, breakdowns: true };
    let request = query::request(&args.words, &args.filters, values, context)?;
    Ok(Request { limit: 0, cross_tab: Some(cross_tab), ..request })
}

/// A report can be made again at any time, so a file of that name is replaced.
fn write(place: &LinkTarget, text: &str, texts: &Texts) -> Result<(), CliError> {
    let line_break = if text.ends_with('\n') { "" } else { "\n" };
    place.write(format!("{text}{line_break}").as_bytes(), texts)?;
    output::note(&texts.with("report-written", &[("path", shown(place.path()).into())]));
    Ok(())
}
