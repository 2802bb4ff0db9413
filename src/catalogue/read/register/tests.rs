//! Holds the reader of the register against the keys that are declared, from which the schemas are made.

use std::{cell::RefCell, collections::BTreeSet};

use super::*;
use crate::catalogue::{Coordinator, LegalBasis, MANIFEST, Place, Provider, Term, schema::KeySpec};

/// What the reader asks of an empty table: all its keys, and those that it misses.
fn asked<T: KeyedTable>() -> (BTreeSet<String>, BTreeSet<String>) {
    let faults = Faults::new(&"x.toml".into(), "");
    let (document, spans) = (TomlDocument::parse(&faults), RefCell::default());
    let table = TomlTable::root(&faults, &spans, document.root.get_ref());
    T::read(&table);
    let asked = table.asked_for().into_iter().map(str::to_owned).collect();
    let missing = faults.into_vec().into_iter().filter(|fault| fault.code == Code::MissingKey);
    (
        asked,
        missing
            .filter_map(|fault| Some(fault.details.iter().find(|(name, _)| &**name == "key")?.1.to_string()))
            .collect(),
    )
}

fn declared<T: KeyedTable>() -> (BTreeSet<String>, BTreeSet<String>) {
    let required = T::KEYS.iter().filter(|key| key.required).map(|key| key.name.to_owned());
    (T::KEYS.iter().map(|key| key.name.to_owned()).collect(), required.collect())
}

#[test]
fn the_reader_asks_for_the_declared_keys_and_no_others() {
    assert_eq!(asked::<Manifest>(), declared::<Manifest>());
    assert_eq!(asked::<Term>(), declared::<Term>());
    assert_eq!(asked::<LegalBasis>(), declared::<LegalBasis>());
    assert_eq!(asked::<Place>(), declared::<Place>());
    assert_eq!(asked::<Provider>(), declared::<Provider>());
    assert_eq!(asked::<Coordinator>(), declared::<Coordinator>());
    assert_eq!(asked::<Synonym>(), declared::<Synonym>());
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
            register.fill(kind.file, &ListFile { table: &table, faults: &faults, whole: true });
            table.finish();
            let kept = |register| serde_json::to_value::<&Register>(register).unwrap();
            assert_ne!(kept(&register), kept(&empty), "{list} of {} is read", kind.file);
            assert!(faults.into_vec().iter().all(|fault| fault.code == Code::CoordinatorUnreachable), "{list}");
        }
    }
}

/// What stands for none is the same whether a file leaves a key out or there is no file.
#[test]
fn an_empty_manifest_is_the_usual_one() {
    let faults = Faults::new(&MANIFEST.into(), "");
    let (document, spans) = (TomlDocument::parse(&faults), RefCell::default());
    let table = TomlTable::root(&faults, &spans, document.root.get_ref());
    assert_eq!(Manifest::whole(Manifest::read(&table)), Some(Manifest::default()));
}
