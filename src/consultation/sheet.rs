//! A record set out to be read: title, headings, paragraphs, fields, in the order in which a consultation asks.
//!
//! The screen, `lotse show` and the exports all draw the same sheet, so none of them can forget a field.

use jiff::civil::Date;

use super::{
    key_fact::{KeyFact, facts},
    wording::{Wording, join, join_with, text},
};
use crate::{
    base::Text,
    catalogue::{
        Availability, Choice, Contact, Coordinator, Id, Measure, Named, Provider, Record, Register, Term, UNKNOWN,
        Vocabulary,
    },
    locale::Texts,
};

/// Who looks on. A client sees neither internal notes nor the data of staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The client sits beside the screen.
    #[default]
    Client,
    /// Staff among themselves.
    Staff,
}

/// A record set out to be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name of the record.
    pub title: String,
    /// Abbreviation, unless the title says it already.
    pub short: Option<String>,
    /// Where it stands and what sort of thing it is, in a few words.
    pub subtitle: String,
    /// Whether it can be had now; none for what is no offer.
    pub availability: Option<Availability>,
    /// What decides at a glance.
    pub facts: Vec<KeyFact>,
    /// Everything else in order.
    pub blocks: Vec<SheetBlock>,
}

/// A piece of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetBlock {
    /// The summary.
    Lead(String),
    /// A heading for what follows.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Bullet(String),
    /// A label and a value.
    Field {
        /// What it is.
        label: String,
        /// What it says.
        value: String,
    },
    /// Something that staff must not show around.
    Internal(String),
}

impl Sheet {
    /// The title with the abbreviation behind it: "Frauenprojekt (FP)".
    pub fn heading(&self) -> String {
        let short = self.short.as_ref().map(|short| format!(" ({short})")).unwrap_or_default();
        format!("{}{short}", self.title)
    }

    /// Sets out a record for an audience in the language of `texts`; the next start is the first one from `today` on.
    pub fn of(record: &Record, register: &Register, texts: &Texts, audience: Audience, today: Date) -> Self {
        let words = Wording { register, texts };
        let mut writer = SheetBuilder { words, audience, sheet: Self::default() };
        writer.sheet.facts = record.measure().map(|measure| facts(measure, words, today)).unwrap_or_default();
        writer.sheet.availability = record.measure().map(Availability::of_measure);
        writer.sheet.title = record.title().to_string();
        match record {
            Record::Measure(measure) => writer.measure(measure),
            Record::TargetGroup(term) => writer.target_group(term),
            Record::Coordinator(coordinator) => writer.coordinator(coordinator),
            Record::Provider(provider) => writer.provider(provider),
        }
        writer.sheet
    }
}

struct SheetBuilder<'a> {
    words: Wording<'a>,
    audience: Audience,
    sheet: Sheet,
}

impl SheetBuilder<'_> {
    fn measure(&mut self, measure: &Measure) {
        let told = |short: &&Text| !measure.title.contains(short.as_str());
        self.sheet.short = measure.short.as_ref().filter(told).map(Text::to_string);
        let parts = [self.words.choice(measure.status), self.words.choice(measure.category)];
        self.sheet.subtitle = parts.join(" · ");
        self.sheet.blocks.push(SheetBlock::Lead(measure.summary.to_string()));
        self.overview(measure);
        self.section("field-content", measure.content.as_deref());
        self.section("field-admission", measure.admission.as_deref());
        self.section("field-exclusion", measure.exclusion.as_deref());
        self.section("field-access_route", measure.access_route.as_deref());
        self.participation(measure);
        self.law(measure);
        self.people(measure);
        self.upkeep(measure);
    }

    /// For whom it is, what it does, how it goes: what the facts have not said.
    fn overview(&mut self, measure: &Measure) {
        let register = self.words.register;
        let Measure { schedule, capacity, .. } = measure;
        self.names("field-target_groups", &measure.target_groups, &register.target_groups);
        self.names("field-types", &measure.types, &register.measure_types);
        self.names("field-goals", &measure.goals, &register.goals);
        self.field("field-setting", &join([self.words.known(schedule.setting), self.words.known(schedule.delivery)]));
        if schedule.start_dates.len() > 1 {
            let days = join(schedule.start_dates.iter().map(|day| self.words.date(*day)));
            self.field("field-entry", &join([self.words.known(schedule.entry), days]));
        }
        self.field("field-weeks", &self.words.weeks(schedule.weeks_min, schedule.weeks_max));
        self.field("field-period", &self.words.period(measure.period.from, measure.period.until));
        let places = capacity.places.map(|places| self.words.texts.number(places)).unwrap_or_default();
        self.field("field-places_total", &places);
        self.field("field-waiting_time", measure.waiting_time.as_deref().unwrap_or_default());
        self.names("field-modules", &measure.modules, &register.modules);
    }

    fn participation(&mut self, measure: &Measure) {
        let eligibility = &measure.eligibility;
        self.field("field-age", &self.words.ages(eligibility.age_min, eligibility.age_max));
        self.field("field-german_min", &self.words.optional(eligibility.german_min));
        self.field("field-german_target", &self.words.optional(eligibility.german_target));
        self.field("field-benefits", &self.words.list(&eligibility.benefits));
        self.names("field-certificates", &measure.certificates, &self.words.register.certificates);
        self.field("field-documents", &join(measure.documents.iter().map(Text::to_string)));
        let access = [
            measure.accessibility.map(|access| self.words.known(access)).unwrap_or_default(),
            text(measure.accessibility_note.as_ref()),
        ];
        self.field("field-accessibility", &join(access));
    }

    fn law(&mut self, measure: &Measure) {
        let bases: Vec<String> = measure.legal_bases.iter().map(|id| self.legal_basis(id)).collect();
        self.heading("field-legal_bases");
        self.sheet.blocks.extend(bases.into_iter().map(SheetBlock::Bullet));
        self.paragraphs(measure.legal_note.as_deref().unwrap_or_default());
        self.field("field-funding", &self.words.optional(measure.funding));
        self.field("field-measure_number", &text(measure.measure_number.as_ref()));
    }

    /// "§ 16d SGB II (AGH): Arbeitsgelegenheiten, zuständig: Jobcenter; galt bis ..."
    fn legal_basis(&self, id: &Id) -> String {
        let Some(basis) = self.words.register.legal_bases.get(id) else { return id.to_string() };
        let mut words = basis.citation.to_string();
        if let Some(short) = &basis.short {
            words.push_str(&format!(" ({short})"));
        }
        if basis.label != basis.citation {
            words = join_with(": ", [words, basis.label.to_string()]);
        }
        let responsible = basis.responsible.as_ref().map(|who| self.words.with_value("sheet-responsible", who));
        let ended = basis.valid_until.map(|day| self.words.with_value("sheet-valid-until", &self.words.date(day)));
        join_with("; ", [Some(words), responsible, ended].into_iter().flatten())
    }

    fn people(&mut self, measure: &Measure) {
        self.heading("sheet-people");
        match self.words.register.providers.get(&measure.provider) {
            Some(provider) => {
                let contact = [&provider.phone, &provider.email, &provider.url].map(|value| text(value.as_ref()));
                self.field("field-provider", &join([provider.name.to_string(), join(contact)]));
            }
            None => self.field("field-provider", &measure.provider),
        }
        let Contact { name, phone, email } = &measure.contact;
        self.field("field-contact", &join([name, phone, email].map(|value| text(value.as_ref()))));
        self.field("field-links", &join(measure.links.iter().map(Text::to_string)));
        if self.audience == Audience::Staff
            && let Some(id) = &measure.coordinator
        {
            self.field("field-coordinator", &self.coordinator_line(id));
        }
    }

    fn coordinator_line(&self, id: &Id) -> String {
        let Some(coordinator) = self.words.register.coordinators.get(id) else { return id.to_string() };
        let Coordinator { name, team, phone, email, .. } = coordinator;
        join([name.to_string(), text(team.as_ref()), text(phone.as_ref()), text(email.as_ref())])
    }

    fn upkeep(&mut self, measure: &Measure) {
        self.heading("sheet-upkeep");
        let day = self.words.date(measure.confirmed.on);
        let by = measure.confirmed.by.as_ref().filter(|_| self.audience == Audience::Staff);
        let by = by.map(|by| self.words.register.coordinators.label(by).to_owned()).unwrap_or_default();
        self.field("field-confirmed", &join([day, by]));
        self.field("field-aliases", &join(measure.aliases.iter().map(Text::to_string)));
        self.field("field-source", &text(measure.source.as_ref()));
        self.unknown(measure);
        if self.audience == Audience::Staff {
            for line in measure.internal_note.as_deref().unwrap_or_default().lines().filter(|line| !line.is_empty()) {
                self.sheet.blocks.push(SheetBlock::Internal(line.to_owned()));
            }
        }
    }

    /// "unbekannt" is a fact of its own, but eight lines of it would bury the others.
    fn unknown(&mut self, measure: &Measure) {
        let schedule = &measure.schedule;
        let values = [
            ("field-time_model", schedule.time_model.code()),
            ("field-setting", schedule.setting.code()),
            ("field-delivery", schedule.delivery.code()),
            ("field-entry", schedule.entry.code()),
            ("field-childcare", measure.childcare.code()),
            ("field-accessibility", measure.accessibility.map_or(UNKNOWN, Choice::code)),
        ];
        let unknown = values.iter().filter(|(_, code)| *code == UNKNOWN);
        let labels = join(unknown.map(|(key, _)| self.words.texts.get(key).into_owned()));
        self.field("sheet-unknown", &labels);
    }

    fn target_group(&mut self, term: &Term) {
        self.sheet.subtitle = self.words.texts.get("filter-target_group").into_owned();
        self.paragraphs(term.note.as_deref().unwrap_or_default());
        self.field("field-aliases", &join(term.aliases.iter().map(Text::to_string)));
    }

    fn coordinator(&mut self, coordinator: &Coordinator) {
        self.sheet.subtitle = self.words.texts.get("filter-coordinator").into_owned();
        self.field("field-team", &text(coordinator.team.as_ref()));
        if self.audience == Audience::Staff {
            self.field("field-phone", &text(coordinator.phone.as_ref()));
            self.field("field-email", &text(coordinator.email.as_ref()));
            let substitute =
                coordinator.substitute.as_ref().map(|id| self.words.register.coordinators.label(id).to_owned());
            self.field("field-substitute", &substitute.unwrap_or_default());
        } else {
            self.sheet.blocks.push(SheetBlock::Paragraph(self.words.texts.get("sheet-staff-hidden").into_owned()));
        }
    }

    fn provider(&mut self, provider: &Provider) {
        self.sheet.subtitle = self.words.texts.get("filter-provider").into_owned();
        self.field("field-phone", &text(provider.phone.as_ref()));
        self.field("field-email", &text(provider.email.as_ref()));
        self.field("field-url", &text(provider.url.as_ref()));
        self.places(&provider.places);
    }

    fn places(&mut self, places: &[Id]) {
        let names = self.words.place_names(places);
        self.field("field-places", &names);
    }

    fn names<T: Named>(&mut self, key: &str, ids: &[Id], vocabulary: &Vocabulary<T>) {
        self.field(key, &join(ids.iter().map(|id| vocabulary.label(id).to_owned())));
    }

    /// A field; one without a value is left out.
    fn field(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            let label = self.words.texts.get(key).into_owned();
            self.sheet.blocks.push(SheetBlock::Field { label, value: value.to_owned() });
        }
    }

    fn heading(&mut self, key: &str) {
        self.sheet.blocks.push(SheetBlock::Heading(self.words.texts.get(key).into_owned()));
    }

    fn section(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.heading(key);
            self.paragraphs(text);
        }
    }

    /// Paragraphs and lists as the catalogue writes them: `- ` begins an item, an empty line ends a paragraph.
    fn paragraphs(&mut self, text: &str) {
        let mut paragraph = String::new();
        for line in text.lines().map(str::trim).chain([""]) {
            let item = line.strip_prefix("- ");
            if (line.is_empty() || item.is_some()) && !paragraph.is_empty() {
                self.sheet.blocks.push(SheetBlock::Paragraph(std::mem::take(&mut paragraph)));
            }
            match item {
                Some(item) => self.sheet.blocks.push(SheetBlock::Bullet(item.to_owned())),
                None => paragraph = join_with(" ", [std::mem::take(&mut paragraph), line.to_owned()]),
            }
        }
    }
}
