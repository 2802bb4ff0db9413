//! What HSDS has no field for: terms of the catalogue's own taxonomies, linked to the service.

use super::{
    HsdsLabels,
    ids::id,
    model::{Attribute, Taxonomy, TaxonomyTerm},
};
use crate::{
    catalogue::{Field, Register, Shape, UNKNOWN, UNKNOWN_LEGAL_BASIS, Value},
    exchange::{export::ExportEntry, field_name},
    locale::Lang,
};

/// The fields that become attributes, each with what its terms say about the service. HSDS leaves the list of such
/// `link_type`s open; eligibility and audience are its own examples.
const LINKS: [(&str, &str); 18] = [
    ("category", "service_type"),
    ("types", "service_type"),
    ("goals", "goal"),
    ("modules", "content"),
    ("target_groups", "intended_audience"),
    ("legal_bases", "legal_basis"),
    ("certificates", "certificate"),
    ("eligibility.german_min", "service_eligibility"),
    ("eligibility.benefits", "service_eligibility"),
    ("eligibility.german_target", "goal"),
    ("childcare", "childcare"),
    ("status", "status"),
    ("schedule.setting", "setting"),
    ("measure_number", "measure_number"),
    ("waiting_time", "capacity"),
    ("capacity.places", "capacity"),
    ("capacity.free", "capacity"),
    ("capacity.waiting", "capacity"),
];

pub(super) fn of(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<Attribute> {
    let mut attributes: Vec<Attribute> = Vec::new();
    for (name, link) in LINKS {
        let Some((field, value)) = Field::named(name).and_then(|field| Some((field, entry.get(field)?))) else {
            continue;
        };
        attributes.extend(of_field(field, value, link, entry, labels));
    }
    attributes
}

fn of_field(
    field: &'static Field,
    value: &Value,
    link: &'static str,
    entry: &ExportEntry,
    labels: &HsdsLabels<'_>,
) -> Vec<Attribute> {
    let attribute = |code: &str, value: Option<String>| attribute(field, code, value, link, entry, labels);
    match (field.shape, value) {
        (Shape::Choice(_), Value::Text(code)) if code == UNKNOWN => Vec::new(),
        (Shape::Choice(_) | Shape::Reference(_), Value::Text(code)) => vec![attribute(code, None)],
        (_, Value::List(codes)) => {
            codes.iter().filter(|code| *code != UNKNOWN_LEGAL_BASIS).map(|code| attribute(code, None)).collect()
        }
        // Free places say nothing without their day.
        (_, Value::Number(number)) if field.section == "capacity" && field.key != "places" => {
            let day = entry.days("capacity.as_of").first().map(|day| format!(" ({day})"));
            vec![attribute(field.key, Some(format!("{number}{}", day.unwrap_or_default())))]
        }
        (_, Value::Number(number)) => vec![attribute(field.key, Some(number.to_string()))],
        (_, Value::Text(text)) => vec![attribute(field.key, Some(text.clone()))],
        (_, Value::Date(_) | Value::Dates(_) | Value::Foreign(_)) => Vec::new(),
    }
}

fn attribute(
    field: &'static Field,
    code: &str,
    value: Option<String>,
    link: &'static str,
    entry: &ExportEntry,
    labels: &HsdsLabels<'_>,
) -> Attribute {
    let taxonomy = field.name();
    let name = match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => labels.of_code(list.name, code),
        Shape::Reference(reference) | Shape::References(reference) => labels.of_id(reference, code),
        _ => field_name(field, labels.texts),
    };
    let term = id("taxonomy_term", &[&taxonomy, code]);
    let title = field_name(field, labels.texts);
    Attribute {
        id: id("attribute", &[entry.id(), &taxonomy, code]),
        link_id: id("service", &[entry.id()]),
        taxonomy_term_id: term,
        link_type: link,
        link_entity: "service",
        value,
        taxonomy_term: TaxonomyTerm {
            id: term,
            code: code.to_owned(),
            description: description(field, code, &name, labels.register),
            name,
            taxonomy: title.clone(),
            taxonomy_detail: Taxonomy {
                id: id("taxonomy", &[&taxonomy]),
                description: labels.texts.with("hsds-taxonomy", &[("field", title.as_str().into())]),
                name: title,
            },
            language: match labels.texts.lang() {
                Lang::De => "de",
                Lang::En => "en",
            },
        },
    }
}

/// What a term means. Notes of a vocabulary are for those who keep it and do not leave the office.
fn description(field: &Field, code: &str, name: &str, register: &Register) -> String {
    let basis = register.legal_bases.get(code).filter(|_| field.key == "legal_bases");
    match basis {
        Some(basis) if *basis.citation != *name => format!("{}: {name}", basis.citation),
        _ => name.to_owned(),
    }
}
