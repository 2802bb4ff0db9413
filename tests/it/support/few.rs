//! A few entries with the vocabularies that they need, written as one TOML text, ready to be asked.

use std::{fs, path::Path, sync::Arc};

use lotse::{
    catalogue::{Catalogue, Kind, Severity, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{Answer, Hit, MatchReason, Request, Snapshot},
};
use toml::{Table, Value};

use super::{
    TODAY,
    files::{copy, fixtures, temporary_folder},
    screen::indexed,
};

/// What an entry says of which a test does not speak.
const SILENT: &str = r#"
    category = "measure"
    types = ["coaching"]
    summary = "Kurzer Text."
    target_groups = ["frauen"]
    legal_bases = ["mat"]
    provider = "gwab"
    places = ["wetzlar"]
    childcare = "unknown"
    status = "running"
    schedule = { setting = "individual", delivery = "in_person", time_model = "part_time", entry = "rolling" }
    confirmed = { on = 2026-11-02 }
"#;

/// Entries about something else, without which every word would be as common as every other.
const AROUND: [&str; 8] = [
    "Nähcafé",
    "Schwimmgruppe",
    "Fahrradwerkstatt",
    "Gemüsegarten",
    "Lesekreis",
    "Holzwerken",
    "Chorprobe",
    "Wandertreff",
];

/// A small catalogue of a test.
pub(crate) struct Few {
    snapshot: Arc<Snapshot>,
}

impl Few {
    /// Each `[[entry]]`, whose id counts as a name of it, becomes an entry with whatever it does not say itself, beside eight others. `[[target_group]]`, and
    /// `[[place]]` with `[[region]]`, are the whole vocabulary if there are any.
    pub(crate) fn of(text: &str) -> Self {
        let folder = temporary_folder();
        copy(&fixtures().join("sound"), folder.path());
        fs::remove_file(folder.path().join("measures/angebot.toml")).unwrap();
        let mut parts: Table = text.parse().unwrap();
        let Some(Value::Array(mut entries)) = parts.remove("entry") else { panic!("no entries") };
        entries.extend(AROUND.iter().enumerate().map(|(number, title)| around(number, title)));
        let count = entries.len();
        entries.into_iter().for_each(|entry| write_entry(folder.path(), entry));
        write_vocabulary(folder.path(), "places", &["region", "place"], &mut parts);
        write_vocabulary(folder.path(), "target_groups", &["target_group"], &mut parts);
        assert!(parts.is_empty(), "{parts:?}");
        let Catalogue { register, measures, diagnostics, .. } =
            Catalogue::load(&Source::folder(folder.path()).unwrap(), TODAY).unwrap();
        let errors: Vec<_> = diagnostics.iter().filter(|fault| fault.severity() == Severity::Error).collect();
        assert!(errors.is_empty() && measures.len() == count, "{errors:?}");
        Self { snapshot: indexed(&register, &measures) }
    }

    /// All hits of a finished line, each with its reasons.
    pub(crate) fn ask(&self, line: &str) -> Answer {
        self.answer(&Request { complete: true, ..few(line) })
    }

    pub(crate) fn answer(&self, request: &Request) -> Answer {
        self.snapshot.answer(request, &mut Analyser::new()).unwrap()
    }

    /// The ids of all hits, joined by blanks.
    pub(crate) fn found(&self, line: &str) -> String {
        ids(&self.ask(line))
    }

    /// The id of the first hit; nothing without one.
    pub(crate) fn first(&self, line: &str) -> String {
        self.ask(line).hits.first().map(|hit| hit.row.id.to_string()).unwrap_or_default()
    }

    /// What is marked in the title of an entry that must be a hit.
    pub(crate) fn marked(&self, line: &str, id: &str) -> Vec<String> {
        let answer = self.ask(line);
        let hit = hit(&answer, id);
        hit.title_marks.iter().map(|range| hit.row.title[range.clone()].to_owned()).collect()
    }

    /// Why an entry was found that must be a hit, for each typed word that it has: what stands there, and the reason.
    pub(crate) fn reasons(&self, line: &str, id: &str) -> Vec<(String, MatchReason)> {
        let answer = self.ask(line);
        let explanations = hit(&answer, id).explanations.iter().flatten();
        explanations.map(|why| (why.found.clone(), why.reason)).collect()
    }

    /// The same as it is told.
    pub(crate) fn told(&self, line: &str, id: &str) -> Vec<String> {
        let answer = self.ask(line);
        answer.localize_reasons(hit(&answer, id), line, &Texts::new(Lang::De))
    }
}

/// A question for all hits with their reasons.
pub(crate) fn few(line: &str) -> Request {
    Request { limit: 500, explain: true, kind: Some(Kind::Measure), ..Request::new(line, TODAY) }
}

pub(crate) fn ids(answer: &Answer) -> String {
    answer.hits.iter().map(|hit| hit.row.id.as_str()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn hit<'a>(answer: &'a Answer, id: &str) -> &'a Hit {
    let found = answer.hits.iter().find(|hit| *hit.row.id == *id);
    found.unwrap_or_else(|| panic!("{id} is not among {}", ids(answer)))
}

fn around(number: usize, title: &str) -> Value {
    let entry = [("id", format!("um-{number}")), ("title", title.to_owned())];
    Value::Table(entry.into_iter().map(|(key, value)| (key.to_owned(), Value::String(value))).collect())
}

fn write_entry(folder: &Path, entry: Value) {
    let Value::Table(said) = entry else { panic!("{entry:?}") };
    let mut whole: Table = SILENT.parse().unwrap();
    whole.extend(said);
    let file = folder.join(format!("measures/{}.toml", whole["id"].as_str().unwrap()));
    fs::write(file, toml::to_string(&whole).unwrap()).unwrap();
}

fn write_vocabulary(folder: &Path, file: &str, names: &[&str], parts: &mut Table) {
    let own: Table = names.iter().filter_map(|name| parts.remove_entry(*name)).collect();
    if !own.is_empty() {
        fs::write(folder.join(format!("vocabulary/{file}.toml")), toml::to_string(&own).unwrap()).unwrap();
    }
}
