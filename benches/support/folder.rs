//! Writes a generated catalogue as a folder of TOML files.

use std::{fmt::Display, fs, io, path::Path, sync::Mutex, thread};

use lotse::{
    base::Text,
    catalogue::{Choice, Id, LegalBasis, Measure, Register, Synonym, Term, Vocabulary},
};

use super::{measure, register};

/// Writes a complete catalogue of `count` entries into `dir`, which is made if need be and should be empty.
///
/// # Errors
/// What the file system says.
pub(crate) fn write_folder(dir: &Path, count: usize) -> io::Result<()> {
    write_register(dir, &register())?;
    let folder = dir.join("measures");
    fs::create_dir_all(&folder)?;
    let writers = thread::available_parallelism().map_or(1, usize::from);
    let failure = Mutex::new(Ok(()));
    thread::scope(|scope| {
        for first in 0..writers {
            let (folder, failure) = (&folder, &failure);
            scope.spawn(move || {
                let written = write_measures(folder, (first..count).step_by(writers));
                if written.is_err() {
                    *failure.lock().expect("no writer panics while it holds the lock") = written;
                }
            });
        }
    });
    failure.into_inner().expect("no writer panics while it holds the lock")
}

fn write_measures(folder: &Path, numbers: impl Iterator<Item = usize>) -> io::Result<()> {
    let mut text = Toml::default();
    let mut name = String::new();
    for entry in numbers.map(measure) {
        text.0.clear();
        text.measure(&entry);
        name.clear();
        name.extend([entry.id.as_str(), ".toml"]);
        fs::write(folder.join(&name), &text.0)?;
    }
    Ok(())
}

fn write_register(dir: &Path, register: &Register) -> io::Result<()> {
    let vocabulary = dir.join("vocabulary");
    fs::create_dir_all(&vocabulary)?;
    fs::write(dir.join("catalogue.toml"), Toml::of(|file| file.manifest(register)))?;
    let terms: [(&str, &str, &Vocabulary<Term>); 5] = [
        ("measure_types.toml", "measure_type", &register.measure_types),
        ("target_groups.toml", "target_group", &register.target_groups),
        ("modules.toml", "module", &register.modules),
        ("goals.toml", "goal", &register.goals),
        ("certificates.toml", "certificate", &register.certificates),
    ];
    for (file, heading, terms) in terms {
        fs::write(vocabulary.join(file), Toml::of(|file| file.terms(heading, terms)))?;
    }
    fs::write(
        vocabulary.join("legal_bases.toml"),
        Toml::of(|file| register.legal_bases.iter().for_each(|basis| file.legal_basis(basis))),
    )?;
    fs::write(vocabulary.join("places.toml"), Toml::of(|file| file.places(register)))?;
    fs::write(dir.join("coordinators.toml"), Toml::of(|file| file.coordinators(register)))?;
    fs::write(dir.join("providers.toml"), Toml::of(|file| file.providers(register)))?;
    fs::write(
        dir.join("synonyms.toml"),
        Toml::of(|file| register.synonyms.iter().for_each(|synonym| file.synonym(synonym))),
    )
}

/// The text of one file.
#[derive(Default)]
struct Toml(String);

impl Toml {
    fn of(write: impl FnOnce(&mut Self)) -> String {
        let mut file = Self::default();
        write(&mut file);
        file.0
    }

    fn manifest(&mut self, register: &Register) {
        let manifest = &register.manifest;
        self.text("title", &manifest.title);
        self.optional("operator", manifest.operator.as_ref());
        self.optional("language", manifest.language.as_ref());
        self.value("demo", Some(manifest.demo));
        self.value("confirm_after_days", Some(manifest.confirm_after_days));
        self.value("places_after_days", Some(manifest.places_after_days));
    }

    fn terms(&mut self, heading: &str, terms: &Vocabulary<Term>) {
        for term in terms.iter() {
            self.item(heading, &term.id);
            self.text("label", &term.label);
            self.texts("aliases", &term.aliases);
            self.optional("note", term.note.as_ref());
        }
    }

    fn legal_basis(&mut self, basis: &LegalBasis) {
        self.item("legal_basis", &basis.id);
        self.text("citation", &basis.citation);
        self.optional("short", basis.short.as_ref());
        self.text("label", &basis.label);
        self.value("valid_from", basis.valid_from);
        self.value("valid_until", basis.valid_until);
        self.optional("responsible", basis.responsible.as_ref());
        self.optional("note", basis.note.as_ref());
    }

    fn places(&mut self, register: &Register) {
        for region in register.regions.iter() {
            self.item("region", &region.id);
            self.text("label", &region.label);
            self.optional_id("within", region.within.as_ref());
            self.texts("aliases", &region.aliases);
            self.optional("note", region.note.as_ref());
        }
        for place in register.places.iter() {
            self.item("place", &place.id);
            self.text("label", &place.label);
            self.texts("aliases", &place.aliases);
            self.optional_id("region", place.region.as_ref());
            self.optional("note", place.note.as_ref());
        }
    }

    fn coordinators(&mut self, register: &Register) {
        for coordinator in register.coordinators.iter() {
            self.item("coordinator", &coordinator.id);
            self.text("name", &coordinator.name);
            self.optional("team", coordinator.team.as_ref());
            self.optional("phone", coordinator.phone.as_ref());
            self.optional("email", coordinator.email.as_ref());
            self.optional_id("substitute", coordinator.substitute.as_ref());
        }
    }

    fn providers(&mut self, register: &Register) {
        for provider in register.providers.iter() {
            self.item("provider", &provider.id);
            self.text("name", &provider.name);
            self.optional("phone", provider.phone.as_ref());
            self.optional("email", provider.email.as_ref());
            self.optional("url", provider.url.as_ref());
            self.ids("places", &provider.places);
        }
    }

    fn synonym(&mut self, synonym: &Synonym) {
        self.0.push_str("\n[[synonym]]\n");
        self.text("term", &synonym.term);
        self.texts("variants", &synonym.variants);
        self.text("direction", synonym.direction.code());
        self.optional("note", synonym.note.as_ref());
    }

    fn measure(&mut self, entry: &Measure) {
        self.text("id", &entry.id);
        self.text("title", &entry.title);
        self.optional("short", entry.short.as_ref());
        self.texts("aliases", &entry.aliases);
        self.text("category", entry.category.code());
        self.ids("types", &entry.types);
        self.ids("goals", &entry.goals);
        self.text("summary", &entry.summary);
        self.paragraphs("content", entry.content.as_ref());
        self.ids("modules", &entry.modules);
        self.ids("target_groups", &entry.target_groups);
        self.optional("admission", entry.admission.as_ref());
        self.optional("exclusion", entry.exclusion.as_ref());
        self.ids("legal_bases", &entry.legal_bases);
        self.optional("legal_note", entry.legal_note.as_ref());
        self.code("funding", entry.funding);
        self.optional("measure_number", entry.measure_number.as_ref());
        self.ids("certificates", &entry.certificates);
        self.optional("access_route", entry.access_route.as_ref());
        self.optional("waiting_time", entry.waiting_time.as_ref());
        self.texts("documents", &entry.documents);
        self.texts("links", &entry.links);
        self.text("provider", &entry.provider);
        self.optional_id("coordinator", entry.coordinator.as_ref());
        self.ids("places", &entry.places);
        self.text("childcare", entry.childcare.code());
        self.code("accessibility", entry.accessibility);
        self.optional("accessibility_note", entry.accessibility_note.as_ref());
        self.text("status", entry.status.code());
        self.optional("internal_note", entry.internal_note.as_ref());
        self.optional("source", entry.source.as_ref());
        self.sections(entry);
    }

    fn sections(&mut self, entry: &Measure) {
        let Measure { eligibility, schedule, period, capacity, contact, confirmed, .. } = entry;
        self.heading("eligibility");
        self.value("age_min", eligibility.age_min);
        self.value("age_max", eligibility.age_max);
        self.code("german_min", eligibility.german_min);
        self.code("german_target", eligibility.german_target);
        self.list("benefits", eligibility.benefits.iter().map(|benefit| benefit.code()));
        self.heading("schedule");
        self.text("setting", schedule.setting.code());
        self.text("delivery", schedule.delivery.code());
        self.text("time_model", schedule.time_model.code());
        self.value("hours_per_week", schedule.hours_per_week);
        self.list("times_of_day", schedule.times_of_day.iter().map(|time| time.code()));
        self.value("weeks_min", schedule.weeks_min);
        self.value("weeks_max", schedule.weeks_max);
        self.text("entry", schedule.entry.code());
        if !schedule.start_dates.is_empty() {
            let days: Vec<_> = schedule.start_dates.iter().map(ToString::to_string).collect();
            self.value("start_dates", Some(format_args!("[{}]", days.join(", "))));
        }
        if period.from.is_some() || period.until.is_some() {
            self.heading("period");
            self.value("from", period.from);
            self.value("until", period.until);
        }
        if capacity.places.is_some() {
            self.heading("capacity");
            self.value("places", capacity.places);
            self.value("free", capacity.free);
            self.value("waiting", capacity.waiting);
            self.value("as_of", capacity.as_of);
        }
        if !contact.is_empty() {
            self.heading("contact");
            self.optional("name", contact.name.as_ref());
            self.optional("phone", contact.phone.as_ref());
            self.optional("email", contact.email.as_ref());
        }
        self.heading("confirmed");
        self.value("on", Some(confirmed.on));
        self.optional("by", confirmed.by.as_ref());
    }

    fn item(&mut self, heading: &str, id: &Id) {
        self.0.extend(["\n[[", heading, "]]\n"]);
        self.text("id", id);
    }

    fn heading(&mut self, name: &str) {
        self.0.extend(["\n[", name, "]\n"]);
    }

    fn text(&mut self, key: &str, text: &str) {
        self.0.extend([key, " = "]);
        self.quoted(text);
        self.0.push('\n');
    }

    fn optional(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn optional_id(&mut self, key: &str, id: Option<&Id>) {
        if let Some(id) = id {
            self.text(key, id);
        }
    }

    fn code<C: Choice>(&mut self, key: &str, choice: Option<C>) {
        if let Some(choice) = choice {
            self.text(key, choice.code());
        }
    }

    fn paragraphs(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.0.extend([key, " = \"\"\"\n"]);
            self.escaped(text, |c| c == '\n');
            self.0.push_str("\n\"\"\"\n");
        }
    }

    fn texts(&mut self, key: &str, texts: &[Text]) {
        self.list(key, texts.iter().map(Text::as_str));
    }

    fn ids(&mut self, key: &str, ids: &[Id]) {
        self.list(key, ids.iter().map(Id::as_str));
    }

    fn list<'a>(&mut self, key: &str, values: impl Iterator<Item = &'a str>) {
        let mut values = values.peekable();
        if values.peek().is_none() {
            return;
        }
        self.0.extend([key, " = ["]);
        for (index, value) in values.enumerate() {
            self.0.push_str(if index == 0 { "" } else { ", " });
            self.quoted(value);
        }
        self.0.push_str("]\n");
    }

    /// A number, a day, yes or no.
    fn value(&mut self, key: &str, value: Option<impl Display>) {
        use std::fmt::Write;
        if let Some(value) = value {
            writeln!(self.0, "{key} = {value}").expect("a string takes everything");
        }
    }

    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        self.escaped(text, |_| false);
        self.0.push('"');
    }

    /// Escapes quotes, backslashes and whatever is not printable and not `allowed`.
    fn escaped(&mut self, text: &str, allowed: impl Fn(char) -> bool) {
        let special = |c: char| (c == '"' || c == '\\' || c.is_control()) && !allowed(c);
        let mut rest = text;
        while let Some(position) = rest.find(special) {
            let (plain, from) = rest.split_at(position);
            let c = from.chars().next().expect("found just now");
            self.0.push_str(plain);
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                other => self.0.push_str(&format!("\\u{:04X}", u32::from(other))),
            }
            rest = &from[c.len_utf8()..];
        }
        self.0.push_str(rest);
    }
}
