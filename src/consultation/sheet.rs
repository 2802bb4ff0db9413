//! A record set out to be read: title, headings, paragraphs, fields, in the order in which a consultation asks.
//!
//! The screen, `lotse show` and the exports all draw the same sheet, so none of them can forget a field.

use jiff::civil::Date;

use crate::{
    base::Text,
    catalogue::{
        Choice, Contact, Coordinator, Id, Measure, Named, Provider, Record, Register, Term, UNKNOWN, Vocabulary,
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
    /// What sort of thing it is and where it stands, in a few words.
    pub subtitle: String,
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

    /// Sets out a record for an audience in the language of `texts`.
    pub fn of(record: &Record, register: &Register, texts: &Texts, audience: Audience) -> Self {
        let mut writer = SheetBuilder { register, texts, audience, sheet: Self::default() };
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
    register: &'a Register,
    texts: &'a Texts,
    audience: Audience,
    sheet: Sheet,
}

impl SheetBuilder<'_> {
    fn measure(&mut self, measure: &Measure) {
        let told = |short: &&Text| !measure.title.contains(short.as_str());
        self.sheet.short = measure.short.as_ref().filter(told).map(Text::to_string);
        let parts = [self.choice(measure.category), self.choice(measure.status)];
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

    /// What a caseworker asks first: for whom, where, when, are there places, who cares for the child.
    fn overview(&mut self, measure: &Measure) {
        let register = self.register;
        let schedule = &measure.schedule;
        self.names("field-target_groups", &measure.target_groups, &register.target_groups);
        self.names("field-types", &measure.types, &register.measure_types);
        self.names("field-goals", &measure.goals, &register.goals);
        self.places(&measure.places);
        let hours = self.hours(schedule.hours_per_week);
        self.field(
            "field-time_model",
            &join([self.known(schedule.time_model), hours, self.list(&schedule.times_of_day)]),
        );
        self.field("field-setting", &join([self.known(schedule.setting), self.known(schedule.delivery)]));
        let days = join(schedule.start_dates.iter().map(|day| self.date(*day)));
        self.field("field-entry", &join([self.known(schedule.entry), days]));
        self.field("field-weeks", &self.weeks(schedule.weeks_min, schedule.weeks_max));
        self.field("field-period", &self.period(measure.period.from, measure.period.until));
        self.capacity(measure);
        self.field("field-childcare", &self.known(measure.childcare));
        self.names("field-modules", &measure.modules, &register.modules);
    }

    fn capacity(&mut self, measure: &Measure) {
        let capacity = &measure.capacity;
        if let Some(free) = capacity.free {
            let as_of =
                capacity.as_of.map_or_else(|| self.texts.get("sheet-undated").into_owned(), |day| self.date(day));
            let value = self.texts.with("sheet-free", &[("free", u64::from(free).into()), ("date", as_of.into())]);
            self.field("field-free", &value);
        }
        let number = |n: Option<u32>| n.map(|n| self.texts.number(n)).unwrap_or_default();
        let (places, waiting) = (number(capacity.places), number(capacity.waiting));
        self.field("field-places_total", &places);
        self.field("field-waiting", &waiting);
        self.field("field-waiting_time", measure.waiting_time.as_deref().unwrap_or_default());
    }

    fn participation(&mut self, measure: &Measure) {
        let eligibility = &measure.eligibility;
        self.field("field-age", &self.ages(eligibility.age_min, eligibility.age_max));
        self.field("field-german_min", &self.optional(eligibility.german_min));
        self.field("field-german_target", &self.optional(eligibility.german_target));
        self.field("field-benefits", &self.list(&eligibility.benefits));
        self.names("field-certificates", &measure.certificates, &self.register.certificates);
        self.field("field-documents", &join(measure.documents.iter().map(Text::to_string)));
        let access = [
            measure.accessibility.map(|access| self.known(access)).unwrap_or_default(),
            text(measure.accessibility_note.as_ref()),
        ];
        self.field("field-accessibility", &join(access));
    }

    fn law(&mut self, measure: &Measure) {
        let bases: Vec<String> = measure.legal_bases.iter().map(|id| self.legal_basis(id)).collect();
        self.heading("field-legal_bases");
        self.sheet.blocks.extend(bases.into_iter().map(SheetBlock::Bullet));
        self.paragraphs(measure.legal_note.as_deref().unwrap_or_default());
        self.field("field-funding", &self.optional(measure.funding));
        self.field("field-measure_number", &text(measure.measure_number.as_ref()));
    }

    /// "§ 16d SGB II (AGH): Arbeitsgelegenheiten, zuständig: Jobcenter; galt bis ..."
    fn legal_basis(&self, id: &Id) -> String {
        let Some(basis) = self.register.legal_bases.get(id) else { return id.to_string() };
        let mut words = basis.citation.to_string();
        if let Some(short) = &basis.short {
            words.push_str(&format!(" ({short})"));
        }
        if basis.label != basis.citation {
            words = join_with(": ", [words, basis.label.to_string()]);
        }
        let responsible = basis.responsible.as_ref().map(|who| self.with_value("sheet-responsible", who));
        let ended = basis.valid_until.map(|day| self.with_value("sheet-valid-until", &self.date(day)));
        join_with("; ", [Some(words), responsible, ended].into_iter().flatten())
    }

    fn people(&mut self, measure: &Measure) {
        self.heading("sheet-people");
        match self.register.providers.get(&measure.provider) {
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
        let Some(coordinator) = self.register.coordinators.get(id) else { return id.to_string() };
        let Coordinator { name, team, phone, email, .. } = coordinator;
        join([name.to_string(), text(team.as_ref()), text(phone.as_ref()), text(email.as_ref())])
    }

    fn upkeep(&mut self, measure: &Measure) {
        self.heading("sheet-upkeep");
        let day = self.date(measure.confirmed.on);
        let by = measure.confirmed.by.as_ref().filter(|_| self.audience == Audience::Staff);
        let by = by.map(|by| self.register.coordinators.label(by).to_owned()).unwrap_or_default();
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
        let labels = join(unknown.map(|(key, _)| self.texts.get(key).into_owned()));
        self.field("sheet-unknown", &labels);
    }

    fn target_group(&mut self, term: &Term) {
        self.sheet.subtitle = self.texts.get("filter-target_group").into_owned();
        self.paragraphs(term.note.as_deref().unwrap_or_default());
        self.field("field-aliases", &join(term.aliases.iter().map(Text::to_string)));
    }

    fn coordinator(&mut self, coordinator: &Coordinator) {
        self.sheet.subtitle = self.texts.get("filter-coordinator").into_owned();
        self.field("field-team", &text(coordinator.team.as_ref()));
        if self.audience == Audience::Staff {
            self.field("field-phone", &text(coordinator.phone.as_ref()));
            self.field("field-email", &text(coordinator.email.as_ref()));
            let substitute = coordinator.substitute.as_ref().map(|id| self.register.coordinators.label(id).to_owned());
            self.field("field-substitute", &substitute.unwrap_or_default());
        } else {
            self.sheet.blocks.push(SheetBlock::Paragraph(self.texts.get("sheet-staff-hidden").into_owned()));
        }
    }

    fn provider(&mut self, provider: &Provider) {
        self.sheet.subtitle = self.texts.get("filter-provider").into_owned();
        self.field("field-phone", &text(provider.phone.as_ref()));
        self.field("field-email", &text(provider.email.as_ref()));
        self.field("field-url", &text(provider.url.as_ref()));
        self.places(&provider.places);
    }

    fn places(&mut self, places: &[Id]) {
        let register = self.register;
        let place = |id: &Id| {
            let region = register.region_of(id).map(|region| register.regions.label(region));
            let label = register.places.label(id);
            match region.filter(|region| !label.starts_with(region)) {
                Some(region) => format!("{label} ({region})"),
                None => label.to_owned(),
            }
        };
        self.field("field-places", &join(places.iter().map(place)));
    }

    fn names<T: Named>(&mut self, key: &str, ids: &[Id], vocabulary: &Vocabulary<T>) {
        self.field(key, &join(ids.iter().map(|id| vocabulary.label(id).to_owned())));
    }

    /// A field; one without a value is left out.
    fn field(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            let label = self.texts.get(key).into_owned();
            self.sheet.blocks.push(SheetBlock::Field { label, value: value.to_owned() });
        }
    }

    fn heading(&mut self, key: &str) {
        self.sheet.blocks.push(SheetBlock::Heading(self.texts.get(key).into_owned()));
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

    fn choice<C: Choice>(&self, value: C) -> String {
        self.texts.get(&format!("{}-{}", C::LIST, value.code())).into_owned()
    }

    /// A value that says something; what is unknown is told in one line at the end.
    fn known<C: Choice>(&self, value: C) -> String {
        if value.code() == UNKNOWN { String::new() } else { self.choice(value) }
    }

    fn optional<C: Choice>(&self, value: Option<C>) -> String {
        value.map(|value| self.choice(value)).unwrap_or_default()
    }

    fn list<C: Choice>(&self, values: &[C]) -> String {
        join(values.iter().map(|value| self.choice(*value)))
    }

    fn date(&self, day: Date) -> String {
        self.texts.date(day)
    }

    fn with_value(&self, key: &str, value: &str) -> String {
        let texts = self.texts;
        texts.with(key, &[("value", value.into())])
    }

    fn hours(&self, hours: Option<u16>) -> String {
        hours.map(|hours| self.texts.with("sheet-hours", &[("hours", u64::from(hours).into())])).unwrap_or_default()
    }

    fn weeks(&self, least: Option<u16>, most: Option<u16>) -> String {
        let range = self.range(least.map(|n| n.to_string()), most.map(|n| n.to_string()));
        if range.is_empty() { range } else { self.with_value("sheet-weeks", &range) }
    }

    fn ages(&self, youngest: Option<u8>, oldest: Option<u8>) -> String {
        let range = self.range(youngest.map(|n| n.to_string()), oldest.map(|n| n.to_string()));
        if range.is_empty() { range } else { self.with_value("sheet-years", &range) }
    }

    fn period(&self, from: Option<Date>, until: Option<Date>) -> String {
        self.range(from.map(|day| self.date(day)), until.map(|day| self.date(day)))
    }

    /// "8 bis 24", "ab 8", "bis 24".
    fn range(&self, from: Option<String>, until: Option<String>) -> String {
        let texts = self.texts;
        match (from, until) {
            (Some(from), Some(until)) if from == until => from,
            (Some(from), Some(until)) => {
                texts.with("sheet-from-until", &[("from", from.into()), ("until", until.into())])
            }
            (Some(from), None) => self.with_value("sheet-from", &from),
            (None, Some(until)) => self.with_value("sheet-until", &until),
            (None, None) => String::new(),
        }
    }
}

fn text(value: Option<&Text>) -> String {
    value.map(Text::to_string).unwrap_or_default()
}

fn join(parts: impl IntoIterator<Item = String>) -> String {
    join_with(", ", parts)
}

fn join_with(separator: &str, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(separator)
}
