//! The JSON Schemas: they agree with the reader, the shipped catalogue has and names them, and new entries do too.

use std::{collections::BTreeSet, fs, path::Path};

use lotse::{
    catalogue::{Catalogue, Code, Diagnostic, Severity, Source, schema::KINDS},
    locale::{Lang, Texts},
};
use serde_json::{Map, Value};

use crate::support::home::{MEASURE, TestHome, json};

fn shipped() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue").to_str().unwrap().to_owned()
}

/// The schema of one kind as the program prints it.
fn schema(home: &TestHome, catalogue: &str, kind: &str) -> Value {
    let out = home.run(&["schema", kind, "--catalogue", catalogue]);
    assert_eq!((out.code, out.err.as_str()), (0, ""), "{kind}");
    json(&out.out)
}

/// A TOML file as editors hand it to a schema: days are texts.
fn document(text: &str) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
        }
    }
    plain(toml::Value::Table(text.parse().unwrap()))
}

/// Whether a value fits a schema. Knows the keywords that Lotse writes, and no others.
fn fits(value: &Value, schema: &Value) -> Result<(), String> {
    let schema = schema.as_object().expect("a schema is an object");
    schema.iter().try_for_each(|(keyword, wanted)| fits_keyword(value, keyword, wanted, schema))
}

fn fits_keyword(value: &Value, keyword: &str, wanted: &Value, schema: &Map<String, Value>) -> Result<(), String> {
    let text = value.as_str();
    let number = |wanted: &Value| wanted.as_i64().unwrap();
    let length = text.map(|text| text.chars().count() as i64);
    let ok = match keyword {
        "$schema" | "title" | "description" | "default" | "x-taplo" | "then" => true,
        "type" => match wanted.as_str().unwrap() {
            "string" => text.is_some(),
            "integer" => value.is_i64(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("type {other}"),
        },
        "enum" => wanted.as_array().unwrap().contains(value),
        "const" => value == wanted,
        "minLength" => length.is_none_or(|length| length >= number(wanted)),
        "maxLength" => length.is_none_or(|length| length <= number(wanted)),
        "minimum" => value.as_i64().is_none_or(|value| value >= number(wanted)),
        "maximum" => value.as_i64().is_none_or(|value| value <= number(wanted)),
        "minItems" => value.as_array().is_none_or(|items| items.len() as i64 >= number(wanted)),
        "pattern" => text.is_none_or(|text| matches(text, wanted.as_str().unwrap())),
        "format" => text.is_none_or(|text| match wanted.as_str().unwrap() {
            "date" => text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10,
            "email" => text.contains('@'),
            "uri" => text.contains(':') && !text.contains(' '),
            other => panic!("format {other}"),
        }),
        "items" => value.as_array().into_iter().flatten().try_for_each(|item| fits(item, wanted)).map(|()| true)?,
        "anyOf" => wanted.as_array().unwrap().iter().any(|one| fits(value, one).is_ok()),
        "required" => value
            .as_object()
            .is_none_or(|table| wanted.as_array().unwrap().iter().all(|key| table.contains_key(key.as_str().unwrap()))),
        "properties" => {
            for (key, below) in value.as_object().into_iter().flatten() {
                if let Some(wanted) = wanted.get(key) {
                    fits(below, wanted).map_err(|why| format!("{key}: {why}"))?;
                }
            }
            true
        }
        "additionalProperties" => {
            let properties = schema.get("properties");
            let known = |key: &String| properties.is_some_and(|properties| properties.get(key).is_some());
            let mut others = value.as_object().into_iter().flatten().filter(|(key, _)| !known(key));
            match wanted {
                Value::Bool(allowed) => *allowed || others.next().is_none(),
                like => others
                    .try_for_each(|(key, below)| fits(below, like).map_err(|why| format!("{key}: {why}")))
                    .map(|()| true)?,
            }
        }
        "if" => fits(value, wanted).is_err() || fits(value, &schema["then"]).is_ok(),
        other => panic!("the keyword {other} is new: editors have to know it"),
    };
    if ok { Ok(()) } else { Err(format!("{keyword} {wanted}: {value}")) }
}

/// The few patterns that the schemas have.
fn matches(text: &str, pattern: &str) -> bool {
    match pattern {
        "\\S" => !text.trim().is_empty(),
        "^[a-z0-9][a-z0-9-]{0,79}$" => {
            let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            (1..=80).contains(&text.len()) && text.chars().all(slug) && !text.starts_with('-')
        }
        "^(https?://|mailto:|tel:)." => ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme)),
        other => panic!("the pattern {other} is new"),
    }
}

/// The kind to which a file of a catalogue belongs.
fn kind_of(path: &str) -> Option<&'static str> {
    let path = if path.starts_with("measures/") { "measures/<id>.toml" } else { path };
    KINDS.iter().find(|kind| kind.file == path).map(|kind| kind.name)
}

fn files(folder: &str) -> Vec<(String, String)> {
    let source = Source::folder(Path::new(folder)).unwrap();
    let files = source.files().unwrap();
    let paths = files.iter().map(|file| file.path.to_string());
    paths.filter_map(|path| Some((path.clone(), fs::read_to_string(Path::new(folder).join(&path)).ok()?))).collect()
}

#[test]
fn the_shipped_schemas_are_those_that_the_program_writes() {
    let home = TestHome::new();
    let written = home.path("schemas");
    if std::env::var_os("LOTSE_WRITE_DOCS").is_some() {
        assert_eq!(home.run(&["schema", "--write", "--catalogue", &shipped()]).code, 0);
    }
    assert_eq!(home.run(&["schema", "-o", &written, "--catalogue", &shipped()]).code, 0);
    let names: BTreeSet<String> = KINDS.iter().map(|kind| kind.schema_file()).collect();
    let there = fs::read_dir(format!("{}/schema", shipped())).unwrap();
    let there: BTreeSet<String> = there.map(|file| file.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    assert_eq!(there, names);
    for name in names {
        let (new, old) = (format!("{written}/{name}"), format!("{}/schema/{name}", shipped()));
        let same = fs::read(new).unwrap() == fs::read(old).unwrap();
        assert!(same, "{name} is out of date: LOTSE_WRITE_DOCS=1 cargo test --test it schema");
    }
}

#[test]
fn every_shipped_file_fits_its_schema_and_names_it() {
    let (home, catalogue) = (TestHome::new(), shipped());
    let all = files(&catalogue);
    assert!(all.len() > 100);
    for (path, text) in all {
        let kind = kind_of(&path).unwrap_or_else(|| panic!("{path} is of no kind"));
        let named =
            text.lines().next().unwrap().strip_prefix("#:schema ").unwrap_or_else(|| panic!("{path} names none"));
        let named = Path::new(&catalogue).join(&path).parent().unwrap().join(named);
        assert!(named.ends_with(format!("{kind}.schema.json")), "{path} names {}", named.display());
        let schema = json(&fs::read_to_string(named).unwrap());
        fits(&document(&text), &schema).unwrap_or_else(|why| panic!("{path}: {why}"));
    }
    // The validator itself sees what is wrong.
    let schema = schema(&home, &catalogue, "measure");
    let (_, sound) = files(&catalogue).into_iter().find(|(path, _)| path.ends_with("/agh.toml")).unwrap();
    for (right, wrong) in [
        ("\ntitle = ", "\ntitel = "),
        ("category = \"instrument\"", "category = \"instrumant\""),
        ("types = [\"arbeitsgelegenheit\"]", "types = [\"arbeitsgelegenhei\"]"),
        ("types = [\"arbeitsgelegenheit\"]", "types = []"),
        ("id = \"agh\"", "id = \"AGH\""),
    ] {
        assert!(sound.contains(right), "{right}");
        assert!(fits(&document(&sound.replacen(right, wrong, 1)), &schema).is_err(), "{wrong}");
    }
}

/// A value that fits one property of a schema.
fn sample(schema: &Value) -> String {
    let text = |value: &str| format!("\"{value}\"");
    if let Some(values) = schema.get("enum") {
        return text(values[0].as_str().unwrap());
    }
    if let Some(ways) = schema.get("anyOf") {
        return sample(&ways[0]);
    }
    match (schema["type"].as_str().unwrap(), schema.get("format").and_then(Value::as_str)) {
        ("string", Some("date")) => "2026-11-01".to_owned(),
        ("string", Some("email")) => text("stelle@example.org"),
        ("string", Some("uri")) => text("https://example.org"),
        ("string", _) => text("x"),
        ("integer", _) => "1".to_owned(),
        ("boolean", _) => "true".to_owned(),
        ("array", _) => format!("[{}]", sample(&schema["items"])),
        (other, _) => panic!("{other}"),
    }
}

/// A table with a sample for each key but one.
fn table(schema: &Value, without: &str) -> String {
    let keys = schema["properties"].as_object().unwrap().iter();
    let plain = keys.filter(|(key, below)| *key != without && below["type"] != "object");
    plain.map(|(key, below)| format!("{key} = {}\n", sample(below))).collect()
}

/// Makes a file without one key and with more lines.
type Make = Box<dyn Fn(&str, &str) -> String>;

/// Every file with `[[lists]]`, with all keys of one list but one.
fn with_list(list: &str, items: &Value, without: &str, more: &str) -> String {
    format!("[[{list}]]\n{}{more}", table(items, without))
}

/// The faults of a catalogue with this file in it.
fn faults_with(home: &TestHome, name: &str, path: &str, text: &str) -> Vec<Diagnostic<Code>> {
    let folder = home.catalogue_at(name, &[("m.toml", MEASURE)]);
    home.file(&format!("{name}/{path}"), text);
    let source = Source::folder(Path::new(&folder)).unwrap();
    let all = Catalogue::load(&source, jiff::civil::date(2026, 11, 20)).unwrap().diagnostics;
    all.into_iter().filter(|fault| &*fault.location.file == path).collect()
}

fn codes(faults: &[Diagnostic<Code>]) -> Vec<Code> {
    faults.iter().filter(|fault| fault.severity() == Severity::Error).map(|fault| fault.code).collect()
}

#[test]
fn reader_and_schema_know_the_same_keys_and_need_the_same() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let mut looked_at = 0;
    for kind in KINDS.iter().filter(|kind| kind.name != "measure") {
        let schema = schema(&home, &catalogue, kind.name);
        let lists = schema["properties"].as_object().unwrap().iter();
        let lists: Vec<_> = lists.filter(|(_, below)| below["items"]["type"] == "object").collect();
        let mut tables: Vec<(Value, Make)> = Vec::new();
        for (list, below) in &lists {
            let (list, items) = ((*list).clone(), below["items"].clone());
            let make = {
                let items = items.clone();
                move |without: &str, more: &str| with_list(&list, &items, without, more)
            };
            tables.push((items, Box::new(make)));
        }
        if lists.is_empty() {
            let whole = schema.clone();
            tables.push((schema.clone(), Box::new(move |without: &str, more: &str| table(&whole, without) + more)));
        }
        for (table, make) in tables {
            let told = |without: &str, more: &str| codes(&faults_with(&home, "tried", kind.file, &make(without, more)));
            // What refers to an id of another file is unknown in this small catalogue, and what refers to its own kind
            // refers to itself; nothing else is wrong.
            let all = told("", "");
            assert!(
                all.iter().all(|code| matches!(code, Code::UnknownId | Code::RegionCircle)),
                "{}: {all:?}",
                kind.file
            );
            assert!(told("", "kennzahl = 1\n").contains(&Code::UnknownKey), "{}", kind.file);
            let required = table["required"].as_array().cloned().unwrap_or_default();
            for key in table["properties"].as_object().unwrap().keys() {
                let missed = told(key, "").contains(&Code::MissingKey);
                assert_eq!(missed, required.contains(&key.as_str().into()), "{key} in {}", kind.file);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 40, "{looked_at}");
}

#[test]
fn every_key_of_an_entry_is_one_of_the_reader() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let schema = schema(&home, &catalogue, "measure");
    let mut text = table(&schema, "").replace("id = \"x\"", "id = \"voll\"");
    for (section, below) in schema["properties"].as_object().unwrap() {
        if below["type"] == "object" {
            text.push_str(&format!("[{section}]\n{}", table(below, "")));
        }
    }
    let text = text.replace("links = [\"x\"]", "links = [\"https://example.org\"]");
    let faults = faults_with(&home, "small", "measures/voll.toml", &text);
    let unknown: Vec<_> = codes(&faults).into_iter().filter(|code| *code != Code::UnknownId).collect();
    assert!(unknown.is_empty(), "{faults:#?}\n{text}");
    fits(&document(MEASURE), &schema).unwrap();
    let alone = MEASURE.replace("coordinator = \"team-eins\"\n", "");
    assert!(fits(&document(&alone), &schema).is_err(), "a measure for groups needs a coordinator");
    fits(&document(&alone.replace("\"group\"", "\"individual\"")), &schema).unwrap();
}

#[test]
fn ids_are_those_of_the_catalogue_unless_that_is_not_wanted() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[]);
    let types = |schema: &Value| schema["properties"]["types"]["items"].clone();
    let closed = types(&schema(&home, &catalogue, "measure"));
    assert_eq!(closed["enum"], serde_json::json!(["coaching"]));
    assert_eq!(closed["x-taplo"]["docs"]["enumValues"], serde_json::json!(["Coaching"]));
    let open = json(&home.run(&["schema", "measure", "--no-ids", "--catalogue", &catalogue]).out);
    assert!(types(&open).get("enum").is_none() && types(&open).get("pattern").is_some());
    // A vocabulary that cannot be read whole proves nothing.
    home.file("small/vocabulary/measure_types.toml", "[[measure_type]]\nid = \"coaching\"\nlabel = \"C\"\n[[");
    assert!(types(&schema(&home, &catalogue, "measure")).get("enum").is_none());
}

#[test]
fn a_schema_speaks_the_chosen_language() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[]);
    for (lang, texts) in [("de", Texts::new(Lang::De)), ("en", Texts::new(Lang::En))] {
        for kind in KINDS.iter().map(|kind| kind.name).chain(["settings"]) {
            let out = home.run(&["schema", kind, "--catalogue", &catalogue, "--lang", lang]).out;
            assert_eq!(json(&out)["title"], texts.get(&format!("schema-of-{kind}")).as_ref(), "{kind}");
            undescribed(&json(&out), kind);
        }
    }
}

/// Every key that a person may write is described.
fn undescribed(schema: &Value, path: &str) {
    for (key, below) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let path = format!("{path}.{key}");
        let is_role = path.contains("keys.") || path.contains("themes.");
        let says = below.get("description").is_some_and(|words| !words.as_str().unwrap().contains('‹'));
        assert!(says || is_role || below["type"] == "object", "{path}");
        undescribed(below, &path);
        undescribed(below.get("items").unwrap_or(&Value::Null), &path);
    }
}

#[test]
fn schemas_are_written_into_the_catalogue_and_new_entries_name_theirs() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let new = |title: &str| {
        let title = format!("title={title}");
        let mut args = vec!["new", title.as_str(), "--catalogue", &catalogue];
        args.extend(["types=coaching", "summary=Kurz.", "target_groups=alle", "legal_bases=mat", "provider=traeger"]);
        args.extend(["places=hier", "--by", "team-eins"]);
        let out = home.run(&args);
        assert_eq!(out.code, 0, "{}", out.err);
        fs::read_to_string(format!("{catalogue}/measures/{}.toml", out.out.trim())).unwrap()
    };
    assert!(new("Ohne Schema").starts_with("id = "));
    let first = home.run(&["schema", "--write", "--catalogue", &catalogue]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.out.contains("12 sind neu"), "{}", first.out);
    assert!(home.run(&["schema", "--write", "--catalogue", &catalogue]).out.contains("unverändert"));
    assert!(new("Mit Schema").starts_with("#:schema ../schema/measure.schema.json\nid = "));
    let table = home.file("tabelle.csv", &home.run(&["export", "--format", "csv", "--catalogue", &catalogue]).out);
    let text =
        fs::read_to_string(&table).unwrap().replace("mit-schema", "aus-tabelle").replace("Mit Schema", "Aus Tabelle");
    fs::write(&table, text).unwrap();
    let import = home.run(&["import", &table, "--catalogue", &catalogue]);
    let imported = fs::read_to_string(format!("{catalogue}/measures/aus-tabelle.toml"));
    let imported = imported.unwrap_or_else(|_| panic!("{}{}", import.out, import.err));
    assert!(imported.starts_with("#:schema ../schema/measure.schema.json\nid = "), "{imported}");
    // The folder is no stranger to the reader.
    let check = home.run(&["check", "--catalogue", &catalogue, "--format", "json"]);
    let faults = json(&check.out)["diagnostics"].clone();
    assert!(faults.as_array().unwrap().iter().all(|fault| fault["code"] != "unknown-file"), "{faults}");
}

#[test]
fn wrong_use_of_schema_is_told() {
    let home = TestHome::new();
    let unknown = home.run(&["schema", "measures"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("„measure“"), "{}", unknown.err);
    let demo = home.run(&["schema", "--write"]);
    assert_eq!(demo.code, 2, "{}", demo.err);
    let nowhere = home.run(&["schema", "-o", &home.file("datei", "")]);
    assert_eq!(nowhere.code, 3, "{}", nowhere.err);
}

#[test]
fn the_settings_have_a_schema_too() {
    let home = TestHome::new();
    let schema = schema(&home, &home.catalogue(&[]), "settings");
    let shipped = include_str!("../../config/settings.toml");
    // The shipped file with all its examples.
    let open = |line: &str| {
        line.strip_prefix("# ").filter(|line| line.contains(" = ") || line.starts_with('[')).map(str::to_owned)
    };
    let lines = shipped.lines().map(|line| open(line).unwrap_or_else(|| line.to_owned()));
    let all: String = lines.map(|line| line + "\n").collect();
    assert!(all.contains("\n[themes.mine]\n") && all.contains("\ncoordinator = "));
    fits(&document(&all), &schema).unwrap();
    for wrong in ["mous = true", "watch = 'nie'", "[user]\nkoordination = 'x'", "[keys]\nhelfen = 'f1'"] {
        assert!(fits(&document(wrong), &schema).is_err(), "{wrong}");
    }
}
