//! Makes catalogues of any size, for benchmarks and tests that need more than the demo catalogue has.
//!
//! Include it with `#[path = "support/generator.rs"] mod generator;`. The same number always makes the same entry, on
//! every machine and in any order: [`measure`] depends on nothing but its argument, all chance comes from a SplitMix64
//! with whole numbers only. Providers, places and people are invented; the vocabularies are the shipped ones.
//!
//! The words follow a Zipf-like distribution: some hundred words stand in almost every entry, then come compounds
//! ("Bewerbungsberatung", "Grünflächenpflegekurs") whose parts are drawn by rank. 100,000 entries hold some 40,000
//! different words. Entries keep the catalogue's own rules; on [`TODAY`] a few have warnings (overdue confirmation,
//! old number of free places, unknown legal basis), none has an error.
#![allow(dead_code, reason = "each benchmark and test takes the part that it needs")]

mod folder;
mod words;

use std::{fmt::Write, ops::RangeInclusive, sync::OnceLock};

use jiff::{
    Span,
    civil::{Date, date},
};
use lotse::{
    base::{self, Text},
    catalogue::{
        Benefits, Capacity, Category, Childcare, Choice, Confirmed, Contact, Coordinator, Delivery, Eligibility,
        GermanLevel, Id, Intake, Measure, Named, Period, Place, Provider, Region, Register, Schedule, Setting, Source,
        Status, TimeModel, TimeOfDay, UNKNOWN_LEGAL_BASIS, Vocabulary, read_measure, read_register,
    },
};

#[allow(unused_imports, reason = "one of the benches has no use for it")]
pub(crate) use folder::write_folder;
use words::{
    ACCESS_ROUTES, ADMISSIONS, CITIES, DOCUMENTS, EXCLUSIONS, HEADS, INTERNAL_NOTES, ITEMS, KINDS, Kind, LEVELS,
    LIST_HEADINGS, MODIFIERS, OPENINGS, ORGANISATIONS, REGIONS, SENTENCES, TARGETS, TEAMS, TOPICS, TOWN_ADDITIONS,
    TOWN_ENDINGS, TOWN_STEMS,
};

/// The day for which the entries are made: load the folder with this date.
pub(crate) const TODAY: Date = date(2026, 11, 20);

/// What caseworkers type. Each finds something among the first thousand entries; [`TYPO`] stands for
/// "bewerbungscoaching".
pub(crate) const QUERIES: &[&str] = &[
    "bewerbungscoaching",
    "agh",
    "teilzeitausbildung pflege",
    "sprachkurs b2",
    "agh grünpflege",
    "coaching mit kinderbetreuung",
    "alleinerziehende",
    "§ 16d",
    TYPO,
    "gabelstapler",
    "u25 ausbildung",
    "schuldnerberatung",
    "weiterbildung lager logistik",
    "avgs coaching frauen",
    "psychische belastung nordkreis",
    "führerschein",
    "deutsch beruf pflege b1",
    "wiedereinstieg elternzeit",
];

/// The query with a typing error.
pub(crate) const TYPO: &str = "bewerbungscoahcing";

const PROVIDERS: usize = 300;
const PLACES: usize = 60;
const SEED: u64 = 0x004C_6F74_7365;

/// The shipped vocabularies, with 300 providers, 60 places in 6 regions and 40 coordinators added.
pub(crate) fn register() -> Register {
    let files = Source::Embedded.files().expect("the demo catalogue is part of the program");
    let (shipped, _) = read_register(&Source::Embedded, &files);
    let mut manifest = shipped.manifest;
    manifest.title = Text::line("Erzeugter Katalog");
    let regions = REGIONS.iter().map(|(id, label, _)| Region {
        id: slug(id),
        label: Text::line(label),
        within: Some(slug("lahn-dill-kreis")),
        aliases: Vec::new(),
        note: None,
    });
    Register {
        manifest,
        regions: extended(&shipped.regions, regions),
        places: extended(&shipped.places, (0..PLACES).map(place)),
        coordinators: extended(&shipped.coordinators, (0..TOPICS.len() * TEAMS.len()).map(coordinator)),
        providers: extended(&shipped.providers, (0..PROVIDERS).map(provider)),
        ..shipped
    }
}

fn extended<T: Named + Clone>(shipped: &Vocabulary<T>, generated: impl Iterator<Item = T>) -> Vocabulary<T> {
    Vocabulary::new(shipped.iter().cloned().chain(generated).collect(), true)
}

/// The first `count` entries. Their ids are not in alphabetical order.
pub(crate) fn measures(count: usize) -> impl Iterator<Item = Measure> {
    (0..count).map(measure)
}

/// Entry number `n`.
pub(crate) fn measure(n: usize) -> Measure {
    let world = World::get();
    let mut draft = Draft::new(world, n);
    let id = Id::parse(&format!("{}-{n:06}", slug(draft.head))).expect("a slug with a number is a slug");
    let title = draft.title();
    let aliases = draft.aliases(&title);
    let status = draft.rng.status();
    let setting = draft.rng.code(draft.kind.settings);
    let schedule = draft.schedule(setting, status);
    let provider = &world.providers[draft.provider()];
    let coordinator = draft.coordinator(setting);
    Measure {
        short: draft.short(&title),
        aliases,
        category: code::<Category>(draft.kind.category),
        types: draft.ids(draft.kind.types, 1),
        goals: draft.ids(draft.kind.goals, 1),
        summary: draft.summary(),
        content: Some(draft.content()),
        modules: draft.ids(draft.kind.modules, 2),
        target_groups: draft.target_groups(),
        admission: draft.optional(80, ADMISSIONS),
        exclusion: draft.optional(25, EXCLUSIONS),
        legal_bases: draft.legal_bases(),
        funding: (!draft.kind.funding.is_empty()).then(|| draft.rng.code(draft.kind.funding)),
        measure_number: draft.rng.chance(40).then(|| Text::line(&format!("M-26-{n:05}"))),
        certificates: draft.ids(draft.kind.certificates, 1),
        access_route: draft.optional(60, ACCESS_ROUTES),
        waiting_time: draft.rng.chance(10).then(|| Text::line("etwa zwei Wochen")),
        documents: draft.documents(),
        links: draft.links(provider, &id),
        places: draft.places(schedule.delivery),
        childcare: draft.childcare(),
        accessibility: draft.rng.chance(70).then(|| draft.rng.code(&["step_free", "step_free", "partly", "unknown"])),
        internal_note: draft.optional(20, INTERNAL_NOTES),
        source: Some(Text::line("erzeugt, keine echten Angaben")),
        eligibility: draft.eligibility(),
        period: draft.period(status),
        capacity: draft.capacity(setting, status),
        contact: draft.contact(provider),
        confirmed: draft.confirmed(coordinator.as_ref()),
        provider: provider.id.clone(),
        coordinator,
        id,
        title,
        schedule,
        status,
        ..blank().clone()
    }
}

/// An entry that says no more than it must: what is new in entries is not missing here.
fn blank() -> &'static Measure {
    const TEXT: &str = r#"
        id = "leer"
        title = "Leer"
        category = "measure"
        types = ["leer"]
        summary = "Leer"
        target_groups = ["leer"]
        legal_bases = ["unbekannt"]
        provider = "leer"
        places = ["leer"]
        childcare = "unknown"
        status = "planned"
        schedule = { setting = "unknown", delivery = "unknown", time_model = "unknown", entry = "unknown" }
        confirmed = { on = 2026-11-20 }
    "#;
    static BLANK: OnceLock<Measure> = OnceLock::new();
    BLANK.get_or_init(|| {
        let read = read_measure(&"measures/leer.toml".into(), TEXT, &Register::default(), TODAY);
        read.measure.expect("it has all that is required")
    })
}

/// What the entries are drawn from, made once.
struct World {
    places: Vec<Place>,
    /// Team that looks after each place.
    teams: Vec<&'static str>,
    providers: Vec<Provider>,
    modifiers: Vec<&'static str>,
    heads: Vec<Head>,
    kind_ranks: Zipf,
    place_ranks: Zipf,
    target_ranks: Zipf,
    modifier_ranks: Zipf,
    head_ranks: Zipf,
    module_labels: Vec<(Id, Text)>,
}

impl World {
    fn get() -> &'static Self {
        static WORLD: OnceLock<World> = OnceLock::new();
        WORLD.get_or_init(Self::new)
    }

    fn new() -> Self {
        let register = register();
        let mut places: Vec<Place> = (0..PLACES).map(place).collect();
        for (rank, shipped, label) in [(0, "nordkreis", "Nordkreis"), (2, "suedkreis", "Südkreis")] {
            let place = Place {
                id: slug(shipped),
                label: Text::line(label),
                region: Some(slug(shipped)),
                aliases: Vec::new(),
                note: None,
            };
            places.insert(rank, place);
        }
        let team = |place: &Place| {
            let region = place.region.as_deref();
            let own = REGIONS.iter().find(|(id, ..)| Some(*id) == region);
            own.map_or(if region == Some("suedkreis") { "sued" } else { "nord" }, |(.., team)| *team)
        };
        let modifiers: Vec<_> = MODIFIERS.split_whitespace().collect();
        let heads: Vec<_> = HEADS.split_whitespace().map(Head::parse).collect();
        Self {
            teams: places.iter().map(team).collect(),
            kind_ranks: Zipf::new(KINDS.len(), 5),
            place_ranks: Zipf::new(places.len(), 1),
            target_ranks: Zipf::new(TARGETS.len(), 3),
            modifier_ranks: Zipf::steep(modifiers.len(), 7),
            head_ranks: Zipf::steep(heads.len(), 7),
            module_labels: register.modules.iter().map(|term| (term.id.clone(), term.label.clone())).collect(),
            providers: (0..PROVIDERS).map(provider).collect(),
            places,
            modifiers,
            heads,
        }
    }
}

fn place(index: usize) -> Place {
    let label = town(index);
    let region = slug(REGIONS[index % REGIONS.len()].0);
    Place { id: slug(&label), label: Text::line(&label), region: Some(region), aliases: Vec::new(), note: None }
}

fn town(index: usize) -> String {
    let Some(index) = index.checked_sub(CITIES.len()) else { return CITIES[index].to_owned() };
    let (stem, round) = (index % TOWN_STEMS.len(), index / TOWN_STEMS.len());
    let ending = TOWN_ENDINGS[(stem + round) % TOWN_ENDINGS.len()];
    format!("{}{ending}{}", TOWN_STEMS[stem], TOWN_ADDITIONS[index % TOWN_ADDITIONS.len()])
}

/// Place of a generated provider: every pair of organisation and town occurs once at most.
fn seat(provider: usize) -> usize {
    (provider * 7 + provider / ORGANISATIONS.len()) % PLACES
}

fn provider(index: usize) -> Provider {
    let town = town(seat(index));
    let name = ORGANISATIONS[index % ORGANISATIONS.len()].replace("{}", &town);
    let id = slug(&name);
    Provider {
        phone: Some(Text::line(&format!("0000 {index:03}-0"))),
        email: Some(Text::line(&format!("info@{id}.example.org"))),
        url: Some(Text::line(&format!("https://{id}.example.org"))),
        places: vec![slug(&town)],
        name: Text::line(&name),
        id,
    }
}

fn coordinator(index: usize) -> Coordinator {
    let (topic, team) = (TOPICS[index / TEAMS.len()], TEAMS[index % TEAMS.len()]);
    let id_in = |team: &str| slug(&format!("koordination-{}-{team}", topic.0));
    let id = id_in(team.0);
    Coordinator {
        name: Text::line(&format!("Koordination {} {}", topic.1, team.1)),
        team: Some(Text::line(&format!("Team {}", team.1))),
        phone: Some(Text::line(&format!("0000 000-3{index:02}"))),
        email: Some(Text::line(&format!("{id}@jobcenter.example.org"))),
        substitute: Some(id_in(TEAMS[(index + 1) % TEAMS.len()].0)),
        id,
    }
}

/// The part of a compound that decides its gender.
struct Head {
    singular: &'static str,
    plural: String,
    gender: char,
}

impl Head {
    fn parse(entry: &'static str) -> Self {
        let mut parts = entry.split(':');
        let mut part = || parts.next().expect("a head has word, gender and plural");
        let (singular, gender, plural) = (part(), part(), part());
        let plural = match plural.strip_prefix('-') {
            Some(ending) => format!("{singular}{ending}"),
            None if plural == "=" => singular.to_owned(),
            None => plural.to_owned(),
        };
        Self { singular, plural, gender: gender.chars().next().expect("a gender is a letter") }
    }
}

/// One entry while it is being made: its chance and what its texts talk about.
struct Draft {
    world: &'static World,
    rng: SplitMix64,
    kind: &'static Kind,
    head: &'static str,
    field: &'static str,
    place: usize,
    target: usize,
    level: Option<GermanLevel>,
    /// Modifiers to which the texts keep coming back.
    theme: [usize; 3],
    weeks: u16,
    /// What the title promises.
    childcare: bool,
    part_time: bool,
    /// Sentences that stand already.
    said: Vec<&'static str>,
}

impl Draft {
    fn new(world: &'static World, n: usize) -> Self {
        let mut rng = SplitMix64::for_entry(n);
        let kind = &KINDS[world.kind_ranks.draw(&mut rng)];
        let target = match world.target_ranks.draw(&mut rng) {
            // Offers for people under 25 are not for people above 50.
            other if kind.age.1.is_some() && TARGETS[other].0 == "ue50" => 1,
            other => other,
        };
        let head = rng.skewed(kind.heads);
        Self {
            kind,
            head,
            field: rng.skewed(kind.fields),
            place: world.place_ranks.draw(&mut rng),
            target,
            level: kind.levels.then(|| code(rng.skewed(LEVELS))),
            theme: std::array::from_fn(|_| world.modifier_ranks.draw(&mut rng)),
            weeks: kind.weeks.0 + rng.number(0..=kind.weeks.1 - kind.weeks.0),
            childcare: false,
            part_time: head.contains("Teilzeit"),
            said: Vec::with_capacity(24),
            world,
            rng,
        }
    }

    fn title(&mut self) -> Text {
        let mut title = self.head.to_owned();
        let place = self.world.places[self.place].label.as_str();
        let (_, phrase, tag) = TARGETS[self.target];
        if let Some(level) = self.level {
            title.extend([" ", level.code()]);
        }
        let form = self.rng.below(100);
        if form < 62 {
            title.push(' ');
            if self.rng.chance(20) {
                self.compound(&mut title, Case::Bare);
            } else {
                title.push_str(self.field);
            }
        }
        match form {
            0..40 => {}
            40..57 => title.extend([" ", place]),
            57..62 => title.extend([" ", tag]),
            62..74 => title.extend([" ", place]),
            74..82 => title.extend([" für ", phrase]),
            82..89 => title.extend([" ", tag]),
            89..95 if !title.starts_with("Kinder") => {
                self.childcare = true;
                title.push_str(" mit Kinderbetreuung");
            }
            95.. if !title.contains("Teilzeit") => {
                self.part_time = true;
                title.push_str(" in Teilzeit");
            }
            _ => title.extend([" ", place]),
        }
        Text::line(&title)
    }

    fn aliases(&mut self, title: &str) -> Vec<Text> {
        if !self.rng.chance(25) {
            return Vec::new();
        }
        let alias = format!("{} {}", self.rng.skewed(self.kind.heads), self.field);
        if alias == title { Vec::new() } else { vec![Text::line(&alias)] }
    }

    fn short(&mut self, title: &str) -> Option<Text> {
        let initials: String = title.chars().filter(|c| c.is_ascii_uppercase()).take(4).collect();
        (self.rng.chance(10) && initials.len() > 1).then(|| Text::line(&initials))
    }

    /// 120 to 280 characters: no sentence has more than 150.
    fn summary(&mut self) -> Text {
        let mut text = String::with_capacity(320);
        let opening = self.rng.pick(OPENINGS);
        self.fill(opening, &mut text);
        while text.chars().count() < 120 {
            text.push(' ');
            self.sentence(&mut text);
        }
        Text::line(&text)
    }

    /// 400 to 1200 characters in paragraphs, often with a list.
    fn content(&mut self) -> Text {
        let target = 400 + self.rng.skewed_below(600);
        let mut text = String::with_capacity(1400);
        let mut list = self.rng.chance(60);
        let mut in_paragraph = 0;
        let mut length = 0;
        while length < target {
            if in_paragraph > 1 && self.rng.chance(35) {
                text.push_str("\n\n");
                in_paragraph = 0;
            } else if in_paragraph > 0 {
                text.push(' ');
            }
            if list && in_paragraph == 0 && !text.is_empty() && length < 700 {
                list = false;
                self.list(&mut text);
            } else {
                self.sentence(&mut text);
                in_paragraph += 1;
            }
            length = text.chars().count();
        }
        Text::paragraphs(&text)
    }

    fn list(&mut self, text: &mut String) {
        text.push_str(self.rng.pick(LIST_HEADINGS));
        for _ in 0..self.rng.number(3..=5) {
            text.push_str("\n- ");
            let item = self.rng.pick(ITEMS);
            self.fill(item, text);
        }
        text.push_str("\n\n");
    }

    fn sentence(&mut self, text: &mut String) {
        // Nobody says the same twice, unless there is nothing else left to say.
        for attempt in 0..9 {
            let own = self.rng.chance(30);
            let sentence = if own { self.rng.pick(self.kind.sentences) } else { self.rng.skewed(SENTENCES) };
            if attempt == 8 || !self.said.contains(&sentence) {
                self.said.push(sentence);
                return self.fill(sentence, text);
            }
        }
    }

    fn optional(&mut self, percent: u64, sentences: &[&'static str]) -> Option<Text> {
        let sentence = self.rng.chance(percent).then(|| self.rng.pick(sentences))?;
        let mut text = String::new();
        self.fill(sentence, &mut text);
        Some(Text::line(&text))
    }

    /// Appends a sentence with its slots filled (see [`OPENINGS`]).
    fn fill(&mut self, template: &'static str, text: &mut String) {
        let mut rest = template;
        while let Some((before, slot)) = rest.split_once('{') {
            let (name, after) = slot.split_once('}').expect("a slot ends");
            text.push_str(before);
            rest = after;
            match name {
                "f" => text.push_str(self.field),
                "p" => text.push_str(&self.world.places[self.place].label),
                "t" => text.push_str(TARGETS[self.target].1),
                "w" => write!(text, "{}", self.weeks.max(2)).expect("a string takes everything"),
                "m" => {
                    let module = self.rng.pick(self.kind.modules);
                    let label = self.world.module_labels.iter().find(|(id, _)| id.as_str() == module);
                    text.push_str(label.map_or(module, |(_, label)| label));
                }
                "c" => self.compound(text, Case::Bare),
                "ac" => self.compound(text, Case::Accusative),
                "dc" => self.compound(text, Case::Dative),
                "cs" => self.compound(text, Case::Plural),
                other => unreachable!("no slot is called {other}"),
            }
        }
        text.push_str(rest);
    }

    /// Appends a compound of two parts, one in a hundred of three.
    fn compound(&mut self, text: &mut String, case: Case) {
        let world = self.world;
        let first = world.modifiers[self.modifier()];
        let head = loop {
            let head = &world.heads[world.head_ranks.draw(&mut self.rng)];
            if !alike(first, head.singular) {
                break head;
            }
        };
        text.push_str(case.article(head.gender));
        text.push_str(first);
        if self.rng.chance(1) {
            let second = world.modifiers[world.modifier_ranks.draw(&mut self.rng)];
            if !alike(first, second) && !alike(second, head.singular) {
                text.extend(second.chars().flat_map(char::to_lowercase));
            }
        }
        text.push_str(if matches!(case, Case::Plural) { &head.plural } else { head.singular });
    }

    /// Half of all compounds keep to the entry's theme.
    fn modifier(&mut self) -> usize {
        if self.rng.chance(50) { self.rng.pick(&self.theme) } else { self.world.modifier_ranks.draw(&mut self.rng) }
    }

    /// At least `least` of these ids, in their order.
    fn ids(&mut self, from: &[&str], least: usize) -> Vec<Id> {
        let least = least.min(from.len());
        let count = least + self.rng.skewed_below(from.len() - least + 1);
        let mut ids = Vec::with_capacity(count);
        for (seen, id) in from.iter().enumerate() {
            let (missing, left) = (count - ids.len(), from.len() - seen);
            if self.rng.below(left) < missing {
                ids.push(slug(id));
            }
        }
        ids
    }

    fn target_groups(&mut self) -> Vec<Id> {
        let mut groups = self.ids(self.kind.groups, 1);
        add(&mut groups, slug(TARGETS[self.target].0));
        if self.rng.chance(15) {
            add(&mut groups, slug(TARGETS[self.world.target_ranks.draw(&mut self.rng)].0));
        }
        groups
    }

    fn legal_bases(&mut self) -> Vec<Id> {
        if self.rng.chance(1) {
            return vec![slug(UNKNOWN_LEGAL_BASIS)];
        }
        let mut bases = vec![slug(self.kind.bases[0])];
        if self.rng.chance(35) {
            add(&mut bases, slug(self.rng.pick(self.kind.bases)));
        }
        bases
    }

    fn documents(&mut self) -> Vec<Text> {
        if !self.rng.chance(40) {
            return Vec::new();
        }
        let first = self.rng.below(DOCUMENTS.len() - 1);
        DOCUMENTS[first..first + 2].iter().map(|document| Text::line(document)).collect()
    }

    fn links(&mut self, provider: &Provider, id: &Id) -> Vec<Text> {
        let address = provider.url.iter().filter(|_| self.rng.chance(20));
        address.map(|url| Text::line(&format!("{url}/{id}.pdf"))).collect()
    }

    /// Mostly one at the place itself.
    fn provider(&mut self) -> usize {
        let here = &self.world.places[self.place].id;
        let providers = &self.world.providers;
        let start = self.rng.below(providers.len());
        let local = (start..providers.len()).chain(0..start).find(|&index| providers[index].places.contains(here));
        local.filter(|_| self.rng.chance(80)).unwrap_or(start)
    }

    fn coordinator(&mut self, setting: Setting) -> Option<Id> {
        if setting != Setting::Group && self.rng.chance(15) {
            return None;
        }
        let (topic, team) = (TOPICS[self.kind.topic].0, self.world.teams[self.place]);
        Some(slug(&format!("koordination-{topic}-{team}")))
    }

    fn places(&mut self, delivery: Delivery) -> Vec<Id> {
        let mut places = vec![self.world.places[self.place].id.clone()];
        if delivery == Delivery::Online {
            places.push(slug("online"));
        } else if self.rng.chance(10) {
            add(&mut places, self.world.places[self.world.place_ranks.draw(&mut self.rng)].id.clone());
        }
        places
    }

    fn childcare(&mut self) -> Childcare {
        if self.childcare {
            return self.rng.code(&["on_site", "attached", "arranged"]);
        }
        self.rng.code(&["unknown", "unknown", "none", "none", "arranged", "cost_covered", "not_needed", "on_site"])
    }

    fn eligibility(&mut self) -> Eligibility {
        let (mut age_min, mut age_max) = self.kind.age;
        match TARGETS[self.target].0 {
            "u25" => (age_min, age_max) = (age_min.or(Some(15)), Some(24)),
            "ue50" => age_min = Some(50),
            _ if self.rng.chance(15) => age_min = age_min.or(Some(18)),
            _ => {}
        }
        let (german_min, german_target) = match self.level {
            Some(level) => {
                let below = GermanLevel::ALL.iter().rev().find(|lower| **lower < level);
                (below.copied(), Some(level))
            }
            None => (self.rng.chance(40).then(|| self.rng.code(&["A2", "A2", "B1", "B1", "A1", "B2", "none"])), None),
        };
        let benefits = match self.rng.below(10) {
            0..7 => vec![Benefits::Sgb2],
            7..9 => vec![Benefits::Sgb2, Benefits::Sgb3],
            _ => Vec::new(),
        };
        Eligibility { age_min, age_max, german_min, german_target, benefits }
    }

    fn schedule(&mut self, setting: Setting, status: Status) -> Schedule {
        let usual = ["part_time", "part_time", "full_time", "full_time", "hourly", "flexible", "block", "unknown"];
        let time_model = if self.part_time { TimeModel::PartTime } else { self.rng.code(&usual) };
        let (hours, times): (_, &[&str]) = match time_model {
            TimeModel::FullTime => (Some(self.rng.number(35..=39)), &["all_day"]),
            TimeModel::PartTime => (Some(self.rng.number(15..=30)), &["morning", "morning", "afternoon"]),
            TimeModel::Hourly => (Some(self.rng.number(1..=6)), &["morning", "afternoon", "evening"]),
            _ => (None, &[]),
        };
        let times_of_day: Vec<TimeOfDay> = if times.is_empty() { Vec::new() } else { vec![self.rng.code(times)] };
        let entries =
            ["rolling", "rolling", "rolling", "rolling", "fixed", "fixed", "monthly", "quarterly", "on_request"];
        let entry = match status {
            Status::Ended | Status::Archived | Status::Ending => Intake::Closed,
            Status::Planned | Status::Tender => Intake::Fixed,
            _ => self.rng.code(&entries),
        };
        let (count, days) = match entry {
            Intake::Fixed => (self.rng.number(1..=2), 70),
            Intake::Monthly => (3, 28),
            Intake::Quarterly => (2, 91),
            _ => (0, 0),
        };
        // The Monday after today, and then up to half a year on.
        let first = 3 + 7 * i64::from(self.rng.number(0..=24));
        Schedule {
            setting,
            delivery: self.delivery(),
            time_model,
            hours_per_week: hours,
            times_of_day,
            weeks_min: self.rng.chance(70).then_some(self.weeks),
            weeks_max: self.rng.chance(50).then(|| self.weeks + self.rng.number(0..=8)),
            entry,
            start_dates: (0..i64::from(count)).map(|k| later(first + k * days)).collect(),
        }
    }

    fn delivery(&mut self) -> Delivery {
        match self.rng.below(100) {
            0..78 => Delivery::InPerson,
            78..86 => Delivery::Hybrid,
            86..91 => Delivery::Online,
            91..96 => Delivery::Outreach,
            96..98 => Delivery::Phone,
            _ => Delivery::Unknown,
        }
    }

    fn period(&mut self, status: Status) -> Period {
        let quarter = i64::from(self.rng.number(0..=7)) * 91;
        match status {
            Status::Ended | Status::Archived => Period { from: Some(later(-900)), until: Some(later(-40 - quarter)) },
            Status::Planned | Status::Tender => Period { from: Some(date(2027, 1, 1)), until: None },
            _ if self.rng.chance(50) => Period {
                from: Some(later(-300 - quarter)),
                until: Some(date(self.rng.pick(&[2026, 2027, 2028]), 12, 31)),
            },
            _ => Period::default(),
        }
    }

    fn capacity(&mut self, setting: Setting, status: Status) -> Capacity {
        if (setting == Setting::Individual && self.rng.chance(60)) || !matches!(status, Status::Running | Status::Full)
        {
            return Capacity::default();
        }
        let places = u32::from(self.rng.number(4..=12)) * 2;
        if self.rng.chance(25) {
            return Capacity { places: Some(places), ..Capacity::default() };
        }
        let free = if status == Status::Full { 0 } else { u32::from(self.rng.number(0..=8)) };
        let age = if self.rng.chance(8) { self.rng.number(15..=60) } else { self.rng.number(0..=13) };
        Capacity {
            places: Some(places),
            free: Some(free),
            waiting: (free == 0).then(|| u32::from(self.rng.number(0..=9))),
            as_of: Some(later(-i64::from(age))),
        }
    }

    fn contact(&mut self, provider: &Provider) -> Contact {
        if self.rng.chance(30) {
            return Contact::default();
        }
        let function = self.rng.pick(&["Anmeldung", "Projektleitung", "Sekretariat", "Kursbüro"]);
        Contact { name: Some(Text::line(function)), phone: provider.phone.clone(), email: provider.email.clone() }
    }

    fn confirmed(&mut self, coordinator: Option<&Id>) -> Confirmed {
        let age = if self.rng.chance(6) { self.rng.number(91..=300) } else { self.rng.number(0..=88) };
        let by = coordinator.map_or("KB", |id| id.as_str());
        Confirmed { on: later(-i64::from(age)), by: Some(Text::line(by)) }
    }
}

#[derive(Clone, Copy)]
enum Case {
    /// Nominative without article.
    Bare,
    /// With indefinite article.
    Accusative,
    /// With definite article.
    Dative,
    Plural,
}

impl Case {
    fn article(self, gender: char) -> &'static str {
        match (self, gender) {
            (Self::Accusative, 'm') => "einen ",
            (Self::Accusative, 'n') => "ein ",
            (Self::Accusative, 'f') => "eine ",
            (Self::Dative, 'f') => "der ",
            (Self::Dative, 'm' | 'n') => "dem ",
            (Self::Dative, _) => "den ",
            _ => "",
        }
    }
}

/// "Beratungs" and "beratung" make no compound.
fn alike(left: &str, right: &str) -> bool {
    fn start(word: &str) -> impl Iterator<Item = char> {
        word.chars().flat_map(char::to_lowercase).take(4)
    }
    start(left).eq(start(right))
}

fn add(ids: &mut Vec<Id>, id: Id) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

fn later(days: i64) -> Date {
    TODAY.saturating_add(Span::new().days(days))
}

fn code<C: Choice>(code: &str) -> C {
    C::from_code(code).unwrap_or_else(|| panic!("{} has no value {code}", C::LIST))
}

/// The id of a name: "Lernhaus Mühlenlohe e. V." is "lernhaus-muehlenlohe-e-v".
fn slug(name: &str) -> Id {
    Id::parse(&base::slug(name)).unwrap_or_else(|| panic!("{name} makes no id"))
}

/// Ranks drawn with a probability of about 1 / (rank + `flat`), in whole numbers: floating point might differ from
/// machine to machine.
struct Zipf(Vec<u64>);

impl Zipf {
    fn new(ranks: usize, flat: u64) -> Self {
        Self::of((0..ranks as u64).map(|rank| (1 << 32) / (rank + flat)))
    }

    /// 1 / (rank + `flat`)², for parts of words: pairs of them come out Zipf-like.
    fn steep(ranks: usize, flat: u64) -> Self {
        Self::of((0..ranks as u64).map(|rank| (1 << 40) / (rank + flat).pow(2)))
    }

    fn of(weights: impl Iterator<Item = u64>) -> Self {
        Self(weights.scan(0, |sum, weight| Some((*sum += weight, *sum).1)).collect())
    }

    fn draw(&self, rng: &mut SplitMix64) -> usize {
        let point = rng.up_to(*self.0.last().expect("there is a rank"));
        self.0.partition_point(|&sum| sum <= point)
    }
}

/// A small, fast and well mixed source of chance (Steele, Lea, Flood 2014).
struct SplitMix64(u64);

impl SplitMix64 {
    const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

    fn for_entry(n: usize) -> Self {
        Self(Self(SEED ^ n as u64).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(Self::GAMMA);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `limit`.
    fn up_to(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    fn below(&mut self, limit: usize) -> usize {
        self.up_to(limit as u64) as usize
    }

    /// Below `limit`, small numbers more often.
    fn skewed_below(&mut self, limit: usize) -> usize {
        let bound = self.below(limit) + 1;
        self.below(bound)
    }

    fn number(&mut self, range: RangeInclusive<u16>) -> u16 {
        range.start() + self.up_to(u64::from(range.end() - range.start()) + 1) as u16
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.up_to(100) < percent
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// The first ones more often.
    fn skewed<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.skewed_below(from.len())]
    }

    fn code<C: Choice>(&mut self, codes: &[&str]) -> C {
        code(self.pick(codes))
    }

    /// Mostly running.
    fn status(&mut self) -> Status {
        match self.below(100) {
            0..78 => Status::Running,
            78..83 => Status::Planned,
            83..87 => Status::Full,
            87..90 => Status::Ending,
            90..92 => Status::Paused,
            92..94 => Status::Tender,
            94 => Status::Idea,
            95 => Status::Review,
            96..99 => Status::Ended,
            _ => Status::Archived,
        }
    }
}
