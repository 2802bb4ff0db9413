//! Every value of every field comes back from CSV, XLSX and JSON as it stands in the files.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::{xlsx::MOST_CHARACTERS, *};
use crate::{
    catalogue::{Catalogue, FIELDS, Field, Register, Shape, Source, Value, Values},
    exchange::{cell::tests as cells, field_of_heading, unguarded},
    locale::{Lang, Texts},
};

const TODAY: Date = date(2026, 11, 20);

fn input<'a>(entries: &'a [ExportEntry], register: &'a Register, texts: &'a Texts) -> ExportInput<'a> {
    ExportInput { entries, register, texts, internal: true, day: TODAY }
}

fn written(format: &str, input: &ExportInput<'_>) -> Vec<u8> {
    ExportFormat::named(format).unwrap().write(input).unwrap()
}

/// Rows of cells with their headings in the first one, as entries.
fn from_rows(rows: &[Vec<String>], register: &Register) -> Vec<ExportEntry> {
    let fields: Vec<&Field> = rows[0].iter().map(|heading| field_of_heading(heading).unwrap()).collect();
    let entry = |row: &Vec<String>| {
        let mut values = Values::default();
        for (field, cell) in fields.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let value = cells::strict(field, cell, register);
            assert!(value.is_some(), "{}: {cell:?}", field.name());
            values.set(field, value);
        }
        ExportEntry(values)
    };
    rows[1..].iter().map(entry).collect()
}

fn read_csv(bytes: &[u8], register: &Register) -> Vec<ExportEntry> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    let plain = |cell: &str| unguarded(cell).to_owned();
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(plain).collect()).collect();
    from_rows(&rows, register)
}

fn read_xlsx(bytes: Vec<u8>, register: &Register) -> Vec<ExportEntry> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let cell = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::String(text) => text.clone(),
        other => panic!("neither text nor number nor day: {other:?}"),
    };
    let sheet = book.worksheet_range(&name).unwrap();
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(cell).collect()).collect();
    from_rows(&rows, register)
}

fn read_json(bytes: &[u8]) -> Vec<ExportEntry> {
    let json: Json = serde_json::from_slice(bytes).unwrap();
    let entry = |json: &Json| {
        let mut values = Values::default();
        for field in &FIELDS {
            let table = if field.section.is_empty() { json } else { &json[field.section] };
            let texts = |json: &Json| json.as_array().unwrap().iter().map(|t| t.as_str().unwrap().to_owned()).collect();
            let days = |json: &Json| -> Vec<Date> {
                json.as_array().unwrap().iter().map(|day| day.as_str().unwrap().parse().unwrap()).collect()
            };
            let value = table.get(field.key).map(|json| match field.shape {
                Shape::Number(_) => Value::Number(json.as_i64().unwrap()),
                Shape::Date => Value::Date(json.as_str().unwrap().parse().unwrap()),
                Shape::Dates => Value::Dates(days(json)),
                Shape::Lines | Shape::References(_) | Shape::Choices(_) => Value::List(texts(json)),
                _ => Value::Text(json.as_str().unwrap().to_owned()),
            });
            values.set(field, value);
        }
        ExportEntry(values)
    };
    json["measures"].as_array().unwrap().iter().map(entry).collect()
}

#[test]
fn the_shipped_catalogue_comes_back_whole_in_both_languages() {
    let catalogue = Catalogue::load(&Source::Embedded, TODAY).unwrap();
    let file = |id: &str| Source::Embedded.read(&format!("measures/{id}.toml").as_str().into()).unwrap();
    let entries: Vec<ExportEntry> =
        catalogue.measures.iter().map(|m| ExportEntry::read(&file(&m.id)).unwrap()).collect();
    assert!(entries.len() > 50);
    for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
        let input = input(&entries, &catalogue.register, &texts);
        assert_eq!(read_csv(&written("csv", &input), &catalogue.register), entries);
        assert_eq!(read_xlsx(written("xlsx", &input), &catalogue.register), entries);
        assert_eq!(read_json(&written("json", &input)), entries);
    }
}

fn any_entry() -> impl Strategy<Value = ExportEntry> {
    let fields: Vec<_> = FIELDS.iter().map(|field| proptest::option::of(cells::any_value(field))).collect();
    fields.prop_map(|values_of_fields| {
        let mut values = Values::default();
        FIELDS.iter().zip(values_of_fields).for_each(|(field, value)| values.set(field, value.flatten()));
        values.set(&FIELDS[0], Value::text("eintrag"));
        ExportEntry::of(&values)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn nasty_values_come_back_from_every_format(entries in proptest::collection::vec(any_entry(), 1..4), english: bool) {
        let (register, texts) = (cells::register(), Texts::new(if english { Lang::En } else { Lang::De }));
        let input = input(&entries, &register, &texts);
        prop_assert_eq!(&read_csv(&written("csv", &input), &register), &entries);
        prop_assert_eq!(&read_xlsx(written("xlsx", &input), &register), &entries);
        prop_assert_eq!(&read_json(&written("json", &input)), &entries);
    }
}

#[test]
fn a_text_that_no_cell_takes_is_refused_and_named() {
    let text = "ä".repeat(MOST_CHARACTERS);
    let entry = |text: &str| ExportEntry::read(&format!("id = \"x\"\ncontent = \"{text}\"\n")).unwrap();
    let (register, texts) = (Register::default(), Texts::new(Lang::De));
    let fitting = [entry(&text)];
    assert_eq!(read_xlsx(written("xlsx", &input(&fitting, &register, &texts)), &register), fitting);
    // Outside of the first plane a character counts twice.
    for too_long in [entry(&format!("{text}a")), entry(&"😀".repeat(MOST_CHARACTERS / 2 + 1))] {
        let entries = [too_long];
        let error = ExportFormat::named("xlsx").unwrap().write(&input(&entries, &register, &texts)).unwrap_err();
        assert!(matches!(error, ExportError::CellTooLong { ref id, field, .. } if id == "x" && field.key == "content"));
        assert_eq!(read_csv(&written("csv", &input(&entries, &register, &texts)), &register), entries);
    }
}

#[test]
fn the_legend_explains_every_column() {
    let (register, texts) = (cells::register(), Texts::new(Lang::De));
    let entries = [ExportEntry::read("id = \"x\"\n").unwrap()];
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written("xlsx", &input(&entries, &register, &texts)))).unwrap();
    assert_eq!(book.sheet_names(), ["Angebote", "Legende"]);
    let legend = book.worksheet_range("Legende").unwrap();
    let rows: Vec<Vec<String>> = legend.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows.len(), FIELDS.len() + 1);
    for (row, field) in rows[1..].iter().zip(&FIELDS) {
        assert_eq!(row[1], field.name());
        assert!(row.iter().all(|cell| !cell.is_empty() && !cell.contains('‹')), "{row:?}");
    }
    let groups = rows.iter().find(|row| row[1] == "target_groups").unwrap();
    assert!(groups[4].contains("Frauen (frauen)") && groups[4].contains("\njugend\n"), "{}", groups[4]);
}

#[test]
fn every_format_has_its_texts_names_every_entry_and_makes_the_same_file_again() {
    let register = cells::register();
    let entry = |id: &str| ExportEntry::read(&format!("id = \"{id}\"\ntitle = \"Angebot-{id}\"\n")).unwrap();
    let entries = [entry("eins"), entry("zwei")];
    for format in &FORMATS {
        assert!(format.extensions.iter().all(|extension| format.has_extension(&extension.to_uppercase())));
        assert_eq!(ExportFormat::named(format.name).map(|named| named.name), Some(format.name), "a name stands once");
        assert!(ExportFormat::of_extension(format.extension()).is_some());
        for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
            for key in ["export-format", "export-content"] {
                assert!(texts.has(&format!("{key}-{}", format.name)), "{key}-{}", format.name);
            }
            let input = input(&entries, &register, &texts);
            let bytes = written(format.name, &input);
            assert_eq!(bytes, written(format.name, &input), "{}", format.name);
            if let (Ok(text), false) = (std::str::from_utf8(&bytes), format.binary) {
                assert!(["Angebot-eins", "Angebot-zwei"].iter().all(|title| text.contains(title)), "{text}");
            }
        }
    }
}

#[test]
fn what_may_leave_the_house_has_nothing_internal_whoever_asks() {
    let (register, texts) = (cells::register(), Texts::new(Lang::De));
    let entries = [ExportEntry::read("id = \"x\"\ninternal_note = \"Unter uns\"\n").unwrap()];
    for format in FORMATS.iter().filter(|format| !format.binary) {
        let text = String::from_utf8(written(format.name, &input(&entries, &register, &texts))).unwrap();
        assert_eq!(text.contains("Unter uns"), format.internal, "{}", format.name);
    }
}
