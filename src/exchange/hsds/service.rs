//! From an entry to a service.

use jiff::civil::Date;

use super::{
    HsdsLabels, attributes,
    ids::id,
    model::{
        Area, AtLocation, CostOption, HsdsAccessibility, HsdsContact, HsdsFunding, HsdsLocation, HsdsSchedule,
        HsdsStatus, LocationType, Organization, Phone, RequiredDocument, Service,
    },
};
use crate::{
    catalogue::{self, Choice, Delivery},
    exchange::export::ExportEntry,
};

pub(super) fn service(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Service {
    let slug = entry.id();
    let status = catalogue::Status::from_code(entry.text("status"));
    let phones = phones(&["service", slug], entry.text("contact.phone"));
    Service {
        id: id("service", &[slug]),
        // Required, also where a faulty file has none.
        name: some(entry.text("title")).unwrap_or_else(|| slug.to_owned()),
        alternate_name: some(entry.text("short")).or_else(|| entry.list("aliases").first().cloned()),
        description: joined("\n\n", [entry.text("summary"), entry.text("content")]),
        url: entry.list("links").iter().find_map(|link| web_address(link)),
        email: email(entry.text("contact.email")),
        status: state(status),
        application_process: some(entry.text("access_route")),
        fees_description: fees(entry).map(|code| labels.of_code("funding", code)),
        eligibility_description: joined("\n\n", [entry.text("admission"), entry.text("exclusion")]),
        minimum_age: entry.number("eligibility.age_min"),
        maximum_age: entry.number("eligibility.age_max"),
        assured_date: entry.days("confirmed.on").first().map(Date::to_string),
        alert: alert(status).map(|code| labels.of_code("status", code)),
        phones,
        schedules: schedules(entry, labels),
        service_areas: areas(entry, labels),
        service_at_locations: locations(entry, labels),
        organization: organization(entry.text("provider"), labels),
        funding: funding(entry, labels),
        cost_options: cost_options(entry, labels),
        required_documents: documents(entry),
        contacts: contacts(entry),
        attributes: attributes::of(entry, labels),
    }
}

/// One for the offer as a whole, and one for each day on which it begins.
fn schedules(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<HsdsSchedule> {
    let slug = entry.id();
    let day = |name| entry.days(name).first().map(Date::to_string);
    let whole = HsdsSchedule {
        id: id("schedule", &[slug]),
        valid_from: day("period.from"),
        valid_to: day("period.until"),
        description: some(&times(entry, labels)),
        attending_type: labels.of_known("delivery", entry.text("schedule.delivery")),
        ..HsdsSchedule::default()
    };
    let start = |day: &Date| HsdsSchedule {
        id: id("schedule", &[slug, &day.to_string()]),
        dtstart: Some(day.to_string()),
        description: Some(labels.texts.get("hsds-start").into_owned()),
        ..HsdsSchedule::default()
    };
    let has_value = |whole: &HsdsSchedule| {
        let parts = [&whole.valid_from, &whole.valid_to, &whole.description, &whole.attending_type];
        parts.iter().any(|part| part.is_some())
    };
    Some(whole).filter(has_value).into_iter().chain(entry.days("schedule.start_dates").iter().map(start)).collect()
}

/// "Teilzeit; 20 Stunden je Woche; vormittags; Einstieg: jederzeit": HSDS knows opening hours only.
fn times(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> String {
    let texts = labels.texts;
    let hours = entry.number("schedule.hours_per_week");
    let hours = hours.map(|hours| texts.with("sheet-hours", &[("hours", hours.into())]));
    let times = entry.list("schedule.times_of_day").iter().map(|code| labels.of_code("time_of_day", code));
    let weeks = |key: &str, name: &str| entry.number(name).map(|weeks| texts.with(key, &[("weeks", weeks.into())]));
    let begins = labels.of_known("entry", entry.text("schedule.entry"));
    let time_model = labels.of_known("time_model", entry.text("schedule.time_model"));
    let parts = time_model.into_iter().chain(hours).chain(times);
    let parts = parts.chain(weeks("hsds-weeks-min", "schedule.weeks_min"));
    let parts = parts.chain(weeks("hsds-weeks-max", "schedule.weeks_max"));
    let entry = begins.map(|label| texts.with("hsds-entry", &[("value", label.into())]));
    parts.chain(entry).collect::<Vec<_>>().join("; ")
}

/// The regions of the places, each with those that it lies within: HSDS has no tree of areas.
fn areas(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<Area> {
    let mut regions: Vec<&str> = Vec::new();
    for place in entry.list("places") {
        if let Some(region) = labels.register.region_of(place)
            && !regions.contains(&region.as_str())
        {
            regions.push(region);
        }
    }
    let area = |region: &&str| Area {
        id: id("service_area", &[entry.id(), region]),
        name: labels.register.regions.label(region).to_owned(),
        description: labels.containing(region),
    };
    regions.iter().map(area).collect()
}

/// A location of its own for each offer: a place is a town, and two offers in it do not share a building.
fn locations(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<AtLocation> {
    let slug = entry.id();
    let at = |place: &String| AtLocation {
        id: id("service_at_location", &[slug, place]),
        location: HsdsLocation {
            id: id("location", &[slug, place]),
            location_type: location_type(entry.text("schedule.delivery")),
            name: labels.register.places.label(place).to_owned(),
            accessibility: accessibility(entry, place, labels),
        },
    };
    entry.list("places").iter().map(at).collect()
}

fn accessibility(entry: &ExportEntry, place: &str, labels: &HsdsLabels<'_>) -> Vec<HsdsAccessibility> {
    let description = labels.of_known("accessibility", entry.text("accessibility"));
    let details = some(entry.text("accessibility_note"));
    if description.is_none() && details.is_none() {
        return Vec::new();
    }
    vec![HsdsAccessibility { id: id("accessibility", &[entry.id(), place]), description, details }]
}

fn organization(slug: &str, labels: &HsdsLabels<'_>) -> Option<Organization> {
    let slug = some(slug)?;
    let known = labels.register.providers.get(&slug);
    let title = labels.register.manifest.title.as_str();
    let organization = Organization {
        id: id("organization", &[&slug]),
        name: labels.register.providers.label(&slug).to_owned(),
        // Required, and a catalogue has no words about a provider.
        description: labels.texts.with("hsds-organization", &[("catalogue", title.into())]),
        email: known.and_then(|provider| email(provider.email.as_deref()?)),
        website: known.and_then(|provider| web_address(provider.url.as_deref()?)),
        phones: phones(
            &["organization", &slug],
            known.and_then(|provider| provider.phone.as_deref()).unwrap_or_default(),
        ),
    };
    Some(organization)
}

/// Who pays, unless that is about what a participant pays.
fn funding(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<HsdsFunding> {
    let code = some(entry.text("funding")).filter(|_| fees(entry).is_none());
    let funding =
        |code: String| HsdsFunding { id: id("funding", &[entry.id()]), source: labels.of_code("funding", &code) };
    code.map(funding).into_iter().collect()
}

/// What a participant pays: nothing, or something that the catalogue does not know.
fn cost_options(entry: &ExportEntry, labels: &HsdsLabels<'_>) -> Vec<CostOption> {
    let option = |code: &str| {
        let free = code == catalogue::Funding::Free.code();
        CostOption {
            id: id("cost_option", &[entry.id()]),
            option: labels.of_code("funding", code),
            currency: free.then_some("eur"),
            amount: free.then_some(0),
        }
    };
    fees(entry).map(option).into_iter().collect()
}

/// Ten states become four.
fn state(status: Option<catalogue::Status>) -> HsdsStatus {
    use catalogue::Status as S;
    match status {
        Some(S::Running | S::Full | S::Ending) => HsdsStatus::Active,
        Some(S::Paused) => HsdsStatus::TemporarilyClosed,
        Some(S::Ended | S::Archived) => HsdsStatus::Defunct,
        Some(S::Idea | S::Review | S::Tender | S::Planned) | None => HsdsStatus::Inactive,
    }
}

/// What "active" would hide: that nobody is taken in just now, or not for long.
fn alert(status: Option<catalogue::Status>) -> Option<&'static str> {
    status.filter(|status| matches!(status, catalogue::Status::Full | catalogue::Status::Ending)).map(Choice::code)
}

/// The code of a funding that is about what a participant pays.
fn fees(entry: &ExportEntry) -> Option<&'static str> {
    use catalogue::Funding as F;
    F::from_code(entry.text("funding")).filter(|funding| matches!(funding, F::Free | F::Paid)).map(Choice::code)
}

fn location_type(delivery: &str) -> LocationType {
    match Delivery::from_code(delivery) {
        Some(Delivery::Online | Delivery::Distance | Delivery::Phone) => LocationType::Virtual,
        _ => LocationType::Physical,
    }
}

fn documents(entry: &ExportEntry) -> Vec<RequiredDocument> {
    let document = |(number, text): (usize, &String)| RequiredDocument {
        id: id("required_document", &[entry.id(), &number.to_string()]),
        document: text.clone(),
    };
    entry.list("documents").iter().enumerate().map(document).collect()
}

/// The function at the provider, never anybody of the office.
fn contacts(entry: &ExportEntry) -> Vec<HsdsContact> {
    let [name, phone, email] = ["contact.name", "contact.phone", "contact.email"].map(|name| entry.text(name));
    if [name, phone, email].iter().all(|text| text.is_empty()) {
        return Vec::new();
    }
    let phones = phones(&["contact", entry.id()], phone);
    vec![HsdsContact { id: id("contact", &[entry.id()]), title: some(name), email: self::email(email), phones }]
}

fn phones(of: &[&str], number: &str) -> Vec<Phone> {
    let phone = |number| Phone { id: id("phone", of), number };
    some(number).map(phone).into_iter().collect()
}

/// What may stand in a field of format `uri`: other links than to the web would not be understood.
fn web_address(text: &str) -> Option<String> {
    let web = text.starts_with("https://") || text.starts_with("http://");
    let safe = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    (web && text.chars().all(safe)).then(|| text.to_owned())
}

/// What may stand in a field of format `email`.
fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && c != '@');
    (word(name) && word(host)).then(|| text.to_owned())
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn joined<const N: usize>(separator: &str, parts: [&str; N]) -> Option<String> {
    some(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator))
}
