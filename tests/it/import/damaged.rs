//! Workbooks that cannot be opened are refused in words of the user's language, with what to do; never in those of a library.

use std::{
    fs,
    io::{Cursor, Write as _},
};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::limits::{book, sheet};
use crate::support::home::TestHome;

/// What is told, in German and English: the cause, and what to do.
type Words = [(&'static str, &'static str); 2];

const ARCHIVE: Words =
    [("unvollständig oder beschädigt", "noch einmal"), ("is incomplete or damaged", "Copy or download it once more")];
const ENCRYPTED: Words =
    [("mit einem Kennwort geschützt", "ohne Kennwort"), ("locked with a password", "without a password")];
const PACKING: Words = [("auf eine Weise gepackt", "speichern Sie sie neu"), ("packed in a way", "save it anew")];
const FORMAT: Words = [
    ("keine Arbeitsmappe im Format .xlsx", "als .xlsx oder CSV"),
    ("no workbook in the format .xlsx", "as .xlsx or CSV"),
];
const PART: Words =
    [("fehlt ein Teil", "lassen Sie sie reparieren"), ("A part of the workbook is missing", "repaired")];
const CONTENT: Words = [
    ("Der Inhalt der Arbeitsmappe ist beschädigt", "lassen Sie sie reparieren"),
    ("The content of the workbook is damaged", "repaired"),
];

fn packed(part: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(part, SimpleFileOptions::default()).unwrap();
    zip.write_all(b"words").unwrap();
    zip.finish().unwrap().into_inner()
}

/// A sound workbook of which every head of a part says something else, before the part and in the list of parts.
fn with_heads(change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut bytes = book(&sheet("", ""), &[]);
    for at in 0..bytes.len() - 4 {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => change(&mut bytes[at + 6..at + 10]),
            b"PK\x01\x02" => change(&mut bytes[at + 8..at + 12]),
            _ => {}
        }
    }
    bytes
}

fn damaged() -> Vec<(&'static str, Vec<u8>, Words)> {
    let sound = book(&sheet("", ""), &[]);
    let mut flipped = sound.clone();
    flipped[60..70].fill(0xff);
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 512], &locked].concat();
    let missing: Vec<u8> = String::from_utf8_lossy(b"xl/worksheets/sheet1.xml").replace('1', "2").into_bytes();
    let elsewhere = replaced(&sound, b"xl/worksheets/sheet1.xml", &missing);
    let out_of_order = "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>";
    vec![
        ("only the beginning", b"PK\x03\x04 kaputt".to_vec(), ARCHIVE),
        ("cut off", sound[..sound.len() / 2].to_vec(), ARCHIVE),
        ("flipped", flipped, ARCHIVE),
        ("parts with a password", with_heads(|head| head[0] |= 1), ENCRYPTED),
        ("a workbook with a password", locked, ENCRYPTED),
        ("packed otherwise", with_heads(|head| head[2] = 97), PACKING),
        ("a text", packed("word/document.xml"), FORMAT),
        ("an XLSB workbook", packed("xl/workbook.bin"), FORMAT),
        ("any archive", packed("lies-mich.txt"), FORMAT),
        ("without its sheet", elsewhere, PART),
        ("broken marks", book("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</x></worksheet>", &[]), CONTENT),
        ("rows out of order", book(&sheet(out_of_order, ""), &[]), CONTENT),
    ]
}

/// Names of parts are not packed, so they can be replaced by others of the same length.
fn replaced(bytes: &[u8], name: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - name.len() {
        if bytes[at..].starts_with(name) {
            bytes[at..at + name.len()].copy_from_slice(other);
        }
    }
    bytes
}

#[test]
fn a_damaged_workbook_is_refused_with_what_to_do() {
    let home = TestHome::new();
    let folder = home.catalogue(&[]);
    let path = home.path("mappe.xlsx");
    for (case, bytes, words) in damaged() {
        fs::write(&path, bytes).unwrap();
        for (lang, (cause, advice)) in ["de", "en"].into_iter().zip(words) {
            let told = home.run(&["--lang", lang, "--catalogue", &folder, "import", &path]);
            assert_eq!(told.code, 3, "{case}: {}", told.err);
            assert!(told.err.contains(cause) && told.err.contains(advice), "{case}: {}", told.err);
            let lines = told.err.to_lowercase();
            let library = ["zip", "xml", "archive:", "error: ", "not found", "i/o"];
            let foreign: Vec<_> =
                library.into_iter().filter(|word| lines.replacen("error: ", "", 1).contains(word)).collect();
            assert!(foreign.is_empty(), "{case}: {foreign:?} in {}", told.err);
        }
    }
}
