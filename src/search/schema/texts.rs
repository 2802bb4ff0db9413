//! Which texts of a record belong to which part: the one place that decides what a search sees.

use std::borrow::Cow;

use super::Part;
use crate::{
    catalogue::{
        Choice, Coordinator, LegalBasis, Measure, Named, Provider, Record, Register, Term, UNKNOWN, Vocabulary,
    },
    locale::Texts,
};

/// The searched texts of one record, by part.
pub(in crate::search) type TextsByPart<'r> = Vec<(Part, Vec<Cow<'r, str>>)>;

/// All searched texts of `record`. Internal notes are not among them: they must not be found in front of a client.
/// `texts` gives the labels of closed lists; entries are German whatever language the screen speaks.
pub(in crate::search) fn parts<'r>(record: &'r Record, register: &'r Register, texts: &'r Texts) -> TextsByPart<'r> {
    match record {
        Record::Measure(measure) => of_measure(measure, register, texts),
        Record::TargetGroup(Term { label, aliases, note, .. }) => vec![
            (Part::Name, collect([Some(label)])),
            (Part::Alias, collect(aliases.iter().map(Some))),
            (Part::Body, collect([note.as_ref()])),
        ],
        Record::Coordinator(Coordinator { name, team, .. }) => {
            vec![(Part::Name, collect([Some(name)])), (Part::Label, collect([team.as_ref()]))]
        }
        Record::Provider(Provider { name, places, .. }) => {
            let places = places.iter().map(|id| Cow::from(register.places.label(id))).collect();
            vec![(Part::Name, collect([Some(name)])), (Part::Label, places)]
        }
    }
}

fn of_measure<'r>(measure: &'r Measure, register: &'r Register, texts: &'r Texts) -> TextsByPart<'r> {
    vec![
        (Part::Name, collect([Some(&measure.title), measure.short.as_ref()])),
        (Part::Alias, aliases(measure)),
        (Part::Legal, legal_names(measure, register)),
        (Part::Label, labels(measure, register, texts)),
        (Part::Summary, collect([Some(&measure.summary)])),
        (Part::Body, body(measure)),
    ]
}

/// Other names, and the id as words: people know it from the file name.
fn aliases(measure: &Measure) -> Vec<Cow<'_, str>> {
    let mut names = collect(measure.aliases.iter().map(Some));
    names.push(measure.id.replace('-', " ").into());
    names
}

fn collect<'r>(texts: impl IntoIterator<Item = Option<&'r crate::base::Text>>) -> Vec<Cow<'r, str>> {
    texts.into_iter().flatten().map(|text| Cow::from(text.as_str())).collect()
}

fn legal_names<'r>(measure: &'r Measure, register: &'r Register) -> Vec<Cow<'r, str>> {
    let bases = measure.legal_bases.iter().filter_map(|id| register.legal_bases.get(id));
    bases
        .flat_map(|LegalBasis { citation, short, label, .. }| [Some(citation), short.as_ref(), Some(label)])
        .flatten()
        .map(|text| Cow::from(text.as_str()))
        .collect()
}

fn labels<'r>(measure: &'r Measure, register: &'r Register, texts: &'r Texts) -> Vec<Cow<'r, str>> {
    let mut found: Vec<Cow<'r, str>> = Vec::new();
    found.extend(names(&measure.target_groups, &register.target_groups));
    found.extend(names(&measure.types, &register.measure_types));
    found.extend(names(&measure.goals, &register.goals));
    found.extend(names(&measure.modules, &register.modules));
    found.extend(names(&measure.certificates, &register.certificates));
    found.extend(names(&measure.places, &register.places));
    let regions = measure.places.iter().filter_map(|place| register.region_of(place));
    found.extend(names(regions, &register.regions));
    found.push(register.providers.label(&measure.provider).into());
    found.extend(measure.coordinator.iter().map(|id| Cow::from(register.coordinators.label(id))));
    found.extend(measure.measure_number.iter().map(|number| Cow::from(number.as_str())));
    found.push(label(measure.category, texts));
    found.extend(measure.funding.map(|funding| label(funding, texts)));
    found.extend(known(measure.schedule.time_model.code(), || label(measure.schedule.time_model, texts)));
    found.extend(known(measure.schedule.setting.code(), || label(measure.schedule.setting, texts)));
    found.extend(known(measure.schedule.delivery.code(), || label(measure.schedule.delivery, texts)));
    found
}

/// "unbekannt" as a label would be found by people who look for something else.
fn known<'r>(code: &str, label: impl FnOnce() -> Cow<'r, str>) -> Option<Cow<'r, str>> {
    (code != UNKNOWN).then(label)
}

fn label<'r, C: Choice>(value: C, texts: &'r Texts) -> Cow<'r, str> {
    texts.get(&format!("{}-{}", C::LIST, value.code())).into_owned().into()
}

fn names<'r, T: Named + 'r>(
    ids: impl IntoIterator<Item = &'r crate::catalogue::Id>,
    vocabulary: &'r Vocabulary<T>,
) -> impl Iterator<Item = Cow<'r, str>> {
    ids.into_iter()
        .flat_map(|id| match vocabulary.get(id) {
            Some(item) => std::iter::once(item.label()).chain(item.other_names()).map(|text| text.as_str()).collect(),
            None => vec![id.as_str()],
        })
        .map(Cow::from)
}

fn body(measure: &Measure) -> Vec<Cow<'_, str>> {
    let long = [
        &measure.content,
        &measure.admission,
        &measure.exclusion,
        &measure.access_route,
        &measure.legal_note,
        &measure.waiting_time,
        &measure.accessibility_note,
    ];
    collect(long.into_iter().map(Option::as_ref).chain(measure.documents.iter().map(Some)))
}
