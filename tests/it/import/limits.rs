//! Files that would fill memory or time are refused before they do, with the number in the message.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use lotse::exchange::import::{FileContent, Limit, Table, TableError, read};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::home::TestHome;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="Blatt" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// A workbook with a sheet at this place, and with other parts.
fn packed(place: &str, sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let to_sheet = format!(
        r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="/{place}"/></Relationships>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 4] = [
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", to_sheet.as_bytes()),
        (place, sheet.as_bytes()),
    ];
    for (name, content) in parts.iter().chain(more) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn book(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    packed("xl/worksheets/sheet1.xml", sheet, more)
}

const TITLE: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Titel</t></is></c></row>"#;

pub(super) fn sheet(rows: &str, after: &str) -> String {
    format!("<worksheet><sheetData>{TITLE}{rows}</sheetData>{after}</worksheet>")
}

fn refused(bytes: &[u8]) -> Option<(Limit, u64, u64)> {
    match read(&"tabelle".into(), bytes, None) {
        Err(TableError::TooMuch { what, found, most }) => Some((what, found, most)),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

fn table(bytes: &[u8]) -> Table {
    match read(&"tabelle".into(), bytes, None) {
        Ok(FileContent::Table(table)) => table,
        Ok(_) => panic!("entries"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn merged_ranges_are_counted_whatever_their_tag_and_their_sheet_are_called() {
    let merged = |tag: &str, count: usize| {
        let range = format!("<{tag} ref=\"A2:A900\"/>");
        sheet("", &format!("<mergeCells>{}</mergeCells>", range.repeat(count)))
    };
    let over = Some((Limit::Merged, 20_001, 20_000));
    assert_eq!(refused(&book(&merged("mergeCell", 20_000), &[])), None);
    for tag in ["mergeCell", "x:mergeCell", "mergeCell\n", &format!("{}:mergeCell", "x".repeat(900))] {
        assert_eq!(refused(&book(&merged(tag, 20_001), &[])), over, "{}", tag.len());
    }
    for place in ["xl/worksheets/sheet1.xml", "blatt", "XL/Anderswo/Bild.PNG", "docProps/core.xml"] {
        assert_eq!(refused(&packed(place, &merged("mergeCell", 20_001), &[])), over, "{place}");
    }
    // In a text or a comment they are none.
    let comment = format!("<!--{}-->", "<mergeCell/>".repeat(30_000));
    assert_eq!(refused(&book(&sheet("", &comment), &[])), None);
}

#[test]
fn texts_are_counted_and_what_is_said_of_their_number() {
    let strings = |head: &str, count: usize| format!("<sst {head}>{}</sst>", "<si><t/></si>".repeat(count));
    let with = |strings: &str| refused(&book(&sheet("", ""), &[("xl/sharedStrings.xml", strings.as_bytes())]));
    assert_eq!(with(&strings("", 1_000_001)), Some((Limit::Strings, 1_000_001, 1_000_000)));
    for head in ["uniqueCount=\"99999999999\"", "a='b' uniqueCount = '0099999999999'"] {
        assert_eq!(with(&strings(head, 1)), Some((Limit::Strings, 99_999_999_999, 1_000_000)), "{head}");
    }
    assert_eq!(with(&strings("uniqueCount='18446744073709551616'", 1)), Some((Limit::Strings, u64::MAX, 1_000_000)));
    assert_eq!(with(&strings("count='9' uniqueCount='1'", 1)), None);
}

#[test]
fn cells_are_counted_also_those_that_a_wide_row_brings() {
    let blank = format!("<row r=\"2\">{}</row>", "<c/>".repeat(2_000_001));
    assert_eq!(refused(&book(&sheet(&blank, ""), &[])), Some((Limit::Cells, 2_000_002, 2_000_000)));
    let mut wide = String::new();
    for row in 2..=4_100 {
        let _ = write!(wide, "<row r=\"{row}\"><c r=\"SF{row}\"><v>1</v></c></row>");
    }
    assert!(matches!(refused(&book(&sheet(&wide, ""), &[])), Some((Limit::Cells, 2_000_001.., 2_000_000))));
}

#[test]
fn a_merged_cell_fills_the_rows_below_it_but_not_memory() {
    let rows = |text: &str, count: usize| {
        let mut rows = format!("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
        for row in 3..count + 2 {
            let _ = write!(rows, "<row r=\"{row}\"><c r=\"B{row}\"><v>{row}</v></c></row>");
        }
        rows
    };
    let area = |areas: &[&str]| {
        let areas: String = areas.iter().map(|area| format!("<mergeCell ref=\"{area}\"/>")).collect();
        format!("<mergeCells>{areas}</mergeCells>")
    };
    let read = table(&book(&sheet(&rows("Träger", 5), &area(&["A2:A4", "A3:A6", "B6:ZZ9"])), &[]));
    let first: Vec<String> = read.rows.iter().map(|row| row.cell(0).shown()).collect();
    assert_eq!(first, ["Titel", "Träger", "Träger", "Träger", "", ""]);
    let long = sheet(&rows(&"x".repeat(30_000), 3_000), &area(&["A2:A9000"]));
    assert_eq!(refused(&book(&long, &[])), Some((Limit::Text, 65, 64)));
}

#[test]
fn parts_are_measured_while_they_are_unpacked() {
    let blanks = |mib: usize| vec![b' '; mib << 20];
    let with = |parts: &[(&str, &[u8])]| refused(&book(&sheet("", ""), parts));
    assert_eq!(with(&[("xl/media/bild.bmp", &blanks(97))]), Some((Limit::Part, 97, 96)));
    let picture = blanks(90);
    assert_eq!(with(&[("a", &picture), ("b", &picture), ("c", &picture)]), Some((Limit::Unpacked, 270, 256)));
    assert_eq!(with(&[("a", &picture)]), None);
    let remark = format!("<x><!--{}--></x>", "y".repeat(2 << 20));
    assert!(matches!(with(&[("a", remark.as_bytes())]), Some((Limit::Piece, 1_025.., 1_024))));
    let deep = "<x>".repeat(300);
    assert_eq!(with(&[("a", deep.as_bytes())]), Some((Limit::Depth, 257, 256)));
    let formats = |number: usize, bytes: usize| {
        let code = "0".repeat(bytes);
        format!("<styleSheet><numFmt formatCode='{code}'/><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(number))
    };
    let styles = |text: &str| with(&[("xl/styles.xml", text.as_bytes())]);
    assert_eq!(styles(&formats(70_001, 1)), Some((Limit::Formats, 70_001, 70_000)));
    assert!(matches!(styles(&formats(60_000, 100_000)), Some((Limit::FormatBytes, 5_000.., 64))));
    assert_eq!(styles(&formats(4_000, 255)), None);
}

#[test]
fn the_list_of_parts_is_counted_before_it_is_read() {
    let mut bytes = book(&sheet("", ""), &[]);
    bytes.extend(b"PK\x01\x02".repeat(10_001));
    assert!(matches!(refused(&bytes), Some((Limit::Parts, 10_001.., 10_000))));
}

#[test]
fn tables_in_text_and_exports_have_limits_as_well() {
    let text = |line: &str, count: usize| format!("Titel\n{}", line.repeat(count)).into_bytes();
    assert_eq!(refused(&text(";", 4_000_001)), Some((Limit::Separators, 4_000_001, 4_000_000)));
    let wide = format!("{}x\n", ";".repeat(499));
    assert!(matches!(refused(&text(&wide, 4_001)), Some((Limit::Cells, 2_000_001.., 2_000_000))));
    let export = |measures: &str| {
        format!("{{\"format\":\"lotse-catalogue\",\"version\":1,\"measures\":[{measures}]}}").into_bytes()
    };
    assert!(matches!(refused(&export(&"{},".repeat(250_000))), Some((Limit::Groups, 250_001, 250_000))));
    assert!(matches!(refused(&export(&"0,".repeat(2_000_000))), Some((Limit::Values, 2_000_001.., 2_000_000))));
    // What stands in a text counts for nothing.
    let long = format!("{{\"id\":\"m\",\"summary\":\"{}\\\"\"}}", ",{[".repeat(1_000_000));
    assert_eq!(refused(&export(&long)), None);
}

#[test]
fn the_message_says_the_number_and_the_limit() {
    let home = TestHome::new();
    let folder = home.catalogue(&[]);
    home.folder("small/measures");
    let path = home.path("tabelle.xlsx");
    let ranges = "<mergeCell ref=\"A1:A9\"/>".repeat(200_000);
    std::fs::write(&path, book(&sheet("", &format!("<mergeCells>{ranges}</mergeCells>")), &[])).unwrap();
    let told = |lang: &str| home.run(&["--catalogue", &folder, "--lang", lang, "import", &path]);
    let (german, english) = (told("de"), told("en"));
    assert_eq!((german.code, english.code), (3, 3));
    assert!(german.err.contains("200.000 verbundene Bereiche; gelesen werden höchstens 20.000"), "{}", german.err);
    assert!(english.err.contains("200,000 merged ranges; at most 20,000"), "{}", english.err);
}
