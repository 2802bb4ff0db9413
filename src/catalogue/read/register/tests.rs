//! Holds the reader of the register against the table of its keys, from which the schemas are made.

use std::{cell::RefCell, collections::BTreeSet};

use super::*;
use crate::catalogue::{
    Shape,
    schema::{KeySpec, KeyType},
};

/// What the reader asks of an empty table: all its keys, and those that it misses.
fn asked(read: impl Fn(&TomlTable<'_, '_>)) -> (BTreeSet<String>, BTreeSet<String>) {
    let faults = Faults::new(&"x.toml".into(), "");
    let (document, spans) = (TomlDocument::parse(&faults), RefCell::default());
    let table = TomlTable::root(&faults, &spans, document.root.get_ref());
    read(&table);
    let asked = table.asked_for().into_iter().map(str::to_owned).collect();
    let missing = faults.into_vec().into_iter().filter(|fault| fault.code == Code::MissingKey);
    (
        asked,
        missing
            .filter_map(|fault| Some(fault.details.iter().find(|(name, _)| &**name == "key")?.1.to_string()))
            .collect(),
    )
}

fn of_table(keys: &[KeySpec]) -> (BTreeSet<String>, BTreeSet<String>) {
    let required = keys.iter().filter(|key| key.required).map(|key| key.name.to_owned());
    (keys.iter().map(|key| key.name.to_owned()).collect(), required.collect())
}

#[test]
fn the_reader_asks_for_the_keys_of_the_table_and_no_others() {
    let (regions, places) = (Vocabulary::default(), Vocabulary::default());
    for kind in files_of_register() {
        if !kind.keys.is_empty() {
            assert_eq!(asked(|table| drop(manifest(table))), of_table(kind.keys), "{}", kind.file);
        }
        for (list, keys) in kind.lists {
            let read: &dyn Fn(&TomlTable<'_, '_>) = match *list {
                "legal_basis" => &|table| drop(legal_basis(table)),
                "place" => &|table| drop(place(table, &regions)),
                "provider" => &|table| drop(provider(table, &places)),
                "coordinator" => &|table| drop(coordinator(table)),
                "synonym" => &|table| drop(synonym(table)),
                _ => &|table| drop(term(table)),
            };
            assert_eq!(asked(read), of_table(keys), "{list} in {}", kind.file);
        }
    }
}

/// A file is filled by its path; one that `fill` does not know would be read as nothing.
#[test]
fn every_list_of_the_table_is_read() {
    for kind in files_of_register().filter(|kind| kind.file != MANIFEST) {
        for (list, keys) in kind.lists {
            let value = |key: &KeySpec| match key.holds {
                KeyType::Of(Shape::Lines) => format!("{} = [\"x\"]\n", key.name),
                _ => format!("{} = \"x\"\n", key.name),
            };
            let lines: String = keys.iter().filter(|key| key.required).map(value).collect();
            let text = format!("[[{list}]]\n{lines}");
            let faults = Faults::new(&kind.file.into(), &text);
            let (document, spans) = (TomlDocument::parse(&faults), RefCell::default());
            let table = TomlTable::root(&faults, &spans, document.root.get_ref());
            let (empty, mut register) = (Register::default(), Register::default());
            fill(&mut register, kind.file, &ListFile { table: &table, faults: &faults, whole: true });
            table.finish();
            let kept = |register| serde_json::to_value::<&Register>(register).unwrap();
            assert_ne!(kept(&register), kept(&empty), "{list} of {} is read", kind.file);
            assert!(faults.into_vec().iter().all(|fault| fault.code == Code::CoordinatorUnreachable), "{list}");
        }
    }
}
