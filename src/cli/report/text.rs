//! A report to be read: overview, heat table, gaps in words, bars.

use super::{
    matrix,
    model::{CountedPlace, CountedValue, LabelledGap, ReportOutput},
    style::{ReportRole, ReportStyle, columns, left, right},
};
use crate::{
    base::Text,
    cli::{args::ReportSection, output::wrapped},
    locale::Texts,
    search::{Figures, FilterKey, Sum},
};

/// Most gaps that are told one by one.
const GAPS: usize = 20;
/// Most bars of one dimension.
const BARS: usize = 15;

/// The whole report, or the wanted part of it.
pub(super) fn text(report: &ReportOutput<'_>, style: &ReportStyle) -> String {
    let mut parts = Vec::new();
    if report.wants(ReportSection::Overview) {
        parts.push(head(report, style));
    }
    if report.total() == 0 {
        parts.push(wrapped(&report.texts.get("report-nothing"), "", ""));
        return joined(parts);
    }
    if report.wants(ReportSection::Overview) {
        parts.push(overview(report));
    }
    if report.wants(ReportSection::Table) {
        parts.push(table(report, style));
    }
    if report.wants(ReportSection::Gaps) {
        parts.push(gaps(report, style));
    }
    for (key, values) in report.breakdowns().filter(|(_, values)| !values.is_empty()) {
        parts.push(bars(key, &values, report, style));
    }
    joined(parts)
}

fn joined(parts: Vec<Vec<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.join("\n")).collect();
    parts.join("\n\n")
}

/// Which catalogue, which day, what was asked for, how it was counted.
fn head(report: &ReportOutput<'_>, style: &ReportStyle) -> Vec<String> {
    let texts = report.texts;
    let title = report.register.manifest.title.as_str();
    let heading = texts.with("report-heading", &[("title", title.into())]);
    let day = report.request.today;
    let date = texts.date(day);
    let mut facts = vec![texts.with("report-day", &[("date", date.into())])];
    let line = Text::line(&report.request.line);
    if !line.is_empty() {
        facts.push(texts.with("report-words", &[("line", line.as_str().into())]));
    }
    for key in report.answer.filters.keys() {
        let values = crate::search::FilterValues::new(report.register, texts);
        let labels: Vec<String> = report.answer.filters.values(key).iter().map(|id| values.label(key, id)).collect();
        facts.push(format!("{}: {}", report.name(key), labels.join(", ")));
    }
    let mut lines: Vec<String> =
        wrapped(&heading, "", "").iter().map(|line| style.styled(line, ReportRole::Heading)).collect();
    lines.extend(wrapped(&facts.join(" · "), "", ""));
    if let Some((matched, of)) = report.answer.partial {
        let args = [("matched", u64::from(matched).into()), ("of", u64::from(of).into())];
        lines.extend(wrapped(&texts.with("report-partial", &args), "", ""));
    }
    let over = report.answer.filters.values(FilterKey::Status).is_empty();
    let counted = if over { "report-counted" } else { "report-counted-status" };
    lines.extend(wrapped(&texts.with(counted, &[("count", report.total().into())]), "", ""));
    lines.extend(wrapped(&texts.get("report-once"), "", ""));
    lines
}

/// The figures of everything, one in each line.
fn overview(report: &ReportOutput<'_>) -> Vec<String> {
    let texts = report.texts;
    let overview = &report.offers.overview;
    let all: Figures = report.offers.table.cell(0, 0);
    let sum = |key: &str, sum: Sum| {
        let args = [("sum", sum.sum.into()), ("count", sum.offers.into())];
        texts.with(key, &args)
    };
    let count = |key: &str, count: usize| texts.with(key, &[("count", count.into())]);
    let mut lines = vec![sum("report-places", overview.places), free(report, all.free)];
    lines.extend((overview.undated > 0).then(|| count("report-undated", overview.undated)));
    lines.push(sum("report-waiting", overview.waiting));
    lines.push(count("report-overdue", all.overdue));
    lines.push(count("report-ending", overview.ending));
    lines.extend((overview.placeless > 0).then(|| count("report-placeless", overview.placeless)));
    lines.extend((overview.regionless > 0).then(|| count("report-regionless", overview.regionless)));
    lines.into_iter().flat_map(|line| wrapped(&line, "- ", "  ")).collect()
}

/// Free places, and how old the numbers are.
fn free(report: &ReportOutput<'_>, free: Sum) -> String {
    let texts = report.texts;
    let overview = &report.offers.overview;
    let mut sentences = texts.with("report-free", &[("sum", free.sum.into()), ("count", free.offers.into())]);
    if let Some((oldest, newest)) = overview.as_of {
        let date = |day: jiff::civil::Date| texts.date(day);
        let age = match oldest == newest {
            true => texts.with("report-as-of-day", &[("from", date(oldest).into())]),
            false => texts.with("report-as-of", &[("from", date(oldest).into()), ("until", date(newest).into())]),
        };
        sentences = format!("{sentences} {age}");
    }
    if overview.stale > 0 {
        let days = u64::from(report.register.manifest.places_after_days);
        let args = [("count", overview.stale.into()), ("days", days.into())];
        sentences = format!("{sentences} {}", texts.with("report-stale", &args));
    }
    sentences
}

fn table(report: &ReportOutput<'_>, style: &ReportStyle) -> Vec<String> {
    let texts = report.texts;
    let table = &report.offers.table;
    let figure = texts.get(&format!("figure-{}", report.figure.code())).into_owned();
    let args = [
        ("rows", report.name(table.rows.key).into()),
        ("columns", report.name(table.columns.key).into()),
        ("figure", figure.into()),
    ];
    let mut lines = vec![style.styled(&texts.with("report-table", &args), ReportRole::Heading)];
    lines.extend(matrix::text(report, style));
    lines
}

/// The gaps in words, one sentence for each subject and the places that the same reaches, those first where there is most elsewhere.
fn gaps(report: &ReportOutput<'_>, style: &ReportStyle) -> Vec<String> {
    let texts = report.texts;
    let Some(list) = report.gaps() else {
        // Whoever asks for nothing else is told why there is nothing.
        let asked = report.section.is_some();
        return if asked { wrapped(&texts.get("report-gaps-of-places"), "", "") } else { Vec::new() };
    };
    let mut lines =
        vec![style.styled(&texts.with("report-gaps", &[("count", list.gaps.len().into())]), ReportRole::Heading)];
    let mut by_subject: Vec<Vec<&LabelledGap>> = Vec::new();
    for gap in &list.gaps {
        let alike = |first: &&LabelledGap| first.subject == gap.subject && first.wide == gap.wide;
        match by_subject.iter_mut().find(|gaps| gaps.first().is_some_and(alike)) {
            Some(gaps) => gaps.push(gap),
            None => by_subject.push(vec![gap]),
        }
    }
    let named = by_subject.iter().take(GAPS);
    lines.extend(named.flat_map(|gaps| wrapped(&sentence(gaps, texts), "- ", "  ")));
    let more: usize = by_subject.iter().skip(GAPS).map(Vec::len).sum();
    if more > 0 {
        lines.extend(wrapped(&texts.with("report-more-gaps", &[("count", more.into())]), "", ""));
    }
    lines
}

/// "Alleinerziehende: kein Angebot in Nordkreis. Anderswo: Südkreis 4. Übergreifend: Lahn-Dill-Kreis 2."
fn sentence(gaps: &[&LabelledGap], texts: &Texts) -> String {
    let Some(first) = gaps.first() else { return String::new() };
    let missing: Vec<&str> = gaps.iter().map(|gap| gap.place.label.as_str()).collect();
    let args = [
        ("subject", first.subject.label.as_str().into()),
        ("places", missing.join(", ").into()),
        ("where", counted_places(&first.elsewhere, texts).into()),
    ];
    let sentence = texts.with("report-gap", &args);
    if first.wide.is_empty() {
        return sentence;
    }
    let wide = counted_places(&first.wide, texts);
    format!("{sentence} {}", texts.with("report-gap-wide", &[("where", wide.into())]))
}

/// "Südkreis 4, Kreis Mettmann 2", most offers first.
pub(super) fn counted_places(places: &[CountedPlace], texts: &Texts) -> String {
    let mut places: Vec<&CountedPlace> = places.iter().collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.offers));
    let words =
        places.iter().map(|CountedPlace { place, offers }| format!("{} {}", place.label, texts.number(*offers)));
    words.collect::<Vec<_>>().join(", ")
}

/// One dimension as bars; that of the coordinators shows what is overdue.
fn bars(key: FilterKey, values: &[CountedValue], report: &ReportOutput<'_>, style: &ReportStyle) -> Vec<String> {
    let texts = report.texts;
    let upkeep = key == FilterKey::Coordinator;
    let mut shown: Vec<(&str, Figures)> =
        values.iter().map(|counted| (counted.value.label.as_str(), counted.figures)).collect();
    if upkeep {
        shown.sort_by_key(|(_, figures)| std::cmp::Reverse(figures.overdue));
    }
    let more = shown.len().saturating_sub(BARS);
    shown.truncate(BARS);
    let value = |figures: &Figures| if upkeep { figures.overdue } else { figures.offers } as u64;
    let number = |figures: &Figures| match upkeep {
        false => texts.number(figures.offers),
        true => texts.with("report-of", &[("part", figures.overdue.into()), ("all", figures.offers.into())]),
    };
    let heading = if upkeep { texts.get("report-upkeep").into_owned() } else { report.name(key) };
    let mut lines = vec![style.styled(&heading, ReportRole::Heading)];
    if style.words_only {
        lines.extend(
            shown.iter().flat_map(|(label, figures)| wrapped(&format!("{label}: {}", number(figures)), "", "  ")),
        );
    } else {
        let widest = |all: &mut dyn Iterator<Item = usize>| all.max().unwrap_or(0);
        let names = widest(&mut shown.iter().map(|(label, _)| columns(label))).min(style.width * 2 / 5);
        let numbers = widest(&mut shown.iter().map(|(_, figures)| columns(&number(figures))));
        let bar_width = style.width.saturating_sub(names + numbers + 2).clamp(1, 60);
        let largest = shown.iter().map(|(_, figures)| value(figures)).max().unwrap_or(0);
        lines.extend(shown.iter().map(|(label, figures)| {
            let bar = style.bar(value(figures), largest, bar_width);
            format!("{} {} {bar}", left(label, names), right(&number(figures), numbers)).trim_end().to_owned()
        }));
    }
    lines.extend((more > 0).then(|| texts.with("report-more", &[("count", more.into())])));
    lines
}
