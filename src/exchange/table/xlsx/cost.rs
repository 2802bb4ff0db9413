//! Counts what reading a workbook would cost before it is read, part by part, and keeps none of it.
//!
//! By the XML reader that reads it afterwards, set up alike, and whatever a part is called: so nothing counts as
//! something else here than there.

use std::{
    cell::Cell,
    io::{self, BufReader, Cursor, Read},
    rc::Rc,
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::damage::damaged;
use crate::exchange::table::{
    TableError, WorkbookDamage,
    limits::{Deadline, Limit, MAX_CELLS},
};

const MIB: u64 = 1 << 20;
/// Most parts of a workbook.
const MAX_PARTS: u64 = 10_000;
/// Most bytes of one part and of all parts once they are unpacked.
const MAX_PART: u64 = 96 * MIB;
const MAX_UNPACKED: u64 = 256 * MIB;
/// Most bytes from one tag to the next. A cell holds 32,767 characters.
const MAX_PIECE: u64 = MIB;
/// Most elements within each other.
const MAX_DEPTH: u64 = 256;
/// Most merged ranges of a sheet.
const MAX_MERGED: u64 = 20_000;
/// Most different texts of a workbook.
const MAX_STRINGS: u64 = 1_000_000;
/// Most formats of cells; Excel itself allows some 65,000.
const MAX_FORMATS: u64 = 70_000;
/// Most bytes that formats may need, each of which holds copies of what it names.
const MAX_FORMAT_BYTES: u64 = 64 * MIB;
/// Tags between two looks at the clock.
const CLOCK_INTERVAL: u64 = 4_096;
/// Parts of an XLSB workbook, of a text and of slides, which are packed alike.
const OTHER_FORMATS: [&str; 3] = ["xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"];
/// How the list of parts marks each of them.
const PART_MARK: &[u8] = b"PK\x01\x02";

/// Makes sure that a packed workbook can be read in the memory and the time that there are.
pub(super) fn check_cost(bytes: &[u8], deadline: &Deadline) -> Result<(), TableError> {
    // Before the list of parts is read, which needs more memory than it takes up in the file.
    let marks = bytes.windows(PART_MARK.len()).filter(|window| *window == PART_MARK).count();
    Limit::Parts.check(marks as u64, MAX_PARTS)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if OTHER_FORMATS.iter().any(|part| archive.index_for_name(part).is_some()) {
        return Err(TableError::Damaged(WorkbookDamage::Format));
    }
    let mut unpacked = 0;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(damaged)?;
        unpacked += check_part(part, deadline)?;
        Limit::Unpacked.check(unpacked / MIB, MAX_UNPACKED / MIB)?;
    }
    Ok(())
}

/// Counts what is in one part; its size. What is no XML, such as a picture, only has a size.
fn check_part(part: impl Read, deadline: &Deadline) -> Result<u64, TableError> {
    let meter = Rc::new(Meter { read: Cell::new(0), allowed: Cell::new(MAX_PIECE) });
    let mut xml = Reader::from_reader(BufReader::new(Metered { part, meter: meter.clone() }));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.expand_empty_elements = true;
    let (mut buffer, mut counts) = (Vec::new(), PartCounts::default());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                counts.add(&tag);
                Limit::Depth.check(counts.depth, MAX_DEPTH)?;
            }
            Ok(Event::End(_)) => counts.depth = counts.depth.saturating_sub(1),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // A piece without end, in what has been XML so far.
            Err(_) if meter.is_over() && counts.elements > 0 => {
                let piece = meter.read.get() - (meter.allowed.get() - MAX_PIECE);
                return Err(Limit::Piece.exceeded(piece.div_ceil(1024), MAX_PIECE / 1024).into());
            }
            // Said once only, before the first byte.
            Err(quick_xml::Error::Io(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Err(TableError::Damaged(WorkbookDamage::Packing));
            }
            Err(_) => break,
        }
        meter.allowed.set(meter.read.get() + MAX_PIECE);
        if counts.elements.is_multiple_of(CLOCK_INTERVAL) {
            deadline.check()?;
        }
    }
    // Where XML ends, its reader will end as well; the rest has a size only.
    meter.allowed.set(u64::MAX);
    let rest = xml.into_inner().take(MAX_PART + MIB);
    let unpacked = io::copy(&mut { rest }, &mut io::sink());
    Limit::Part.check(meter.read.get().div_ceil(MIB), MAX_PART / MIB)?;
    unpacked.map_err(damaged)?;
    deadline.check()?;
    counts.check()?;
    Ok(meter.read.get())
}

/// How much has been unpacked, and up to where that is all right.
struct Meter {
    read: Cell<u64>,
    allowed: Cell<u64>,
}

impl Meter {
    fn is_over(&self) -> bool {
        self.read.get() > self.allowed.get()
    }
}

struct Metered<R> {
    part: R,
    meter: Rc<Meter>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.meter.read.set(self.meter.read.get() + read as u64);
        let over = self.meter.is_over() || self.meter.read.get() > MAX_PART + MIB;
        if over { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}

/// What costs memory or time when a part is read.
#[derive(Default)]
struct PartCounts {
    elements: u64,
    depth: u64,
    merged: u64,
    strings: u64,
    claimed: u64,
    cells: u64,
    formats: u64,
    /// Bytes of the longest tag.
    longest: u64,
}

impl PartCounts {
    fn add(&mut self, tag: &BytesStart<'_>) {
        self.elements += 1;
        self.depth += 1;
        self.longest = self.longest.max(tag.len() as u64);
        match tag.local_name().as_ref() {
            "mergeCell" => self.merged += 1,
            "si" => self.strings += 1,
            "c" => self.cells += 1,
            "xf" => self.formats += 1,
            // Room is made for as many as the part claims to have.
            "sst" => self.claimed = self.claimed.max(claimed(tag)),
            _ => {}
        }
    }

    fn check(&self) -> Result<(), TableError> {
        Limit::Merged.check(self.merged, MAX_MERGED)?;
        Limit::Strings.check(self.strings.max(self.claimed), MAX_STRINGS)?;
        Limit::Cells.check(self.cells, MAX_CELLS)?;
        Limit::Formats.check(self.formats, MAX_FORMATS)?;
        let bytes = self.formats.saturating_mul(self.longest);
        Ok(Limit::FormatBytes.check(bytes / MIB, MAX_FORMAT_BYTES / MIB)?)
    }
}

/// The largest number that stands in a tag behind `uniqueCount`, however it is written there.
fn claimed(tag: &str) -> u64 {
    let number = |rest: &str| -> u64 {
        let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..end).filter(|digits| !digits.is_empty()).map_or(0, |digits| digits.parse().unwrap_or(u64::MAX))
    };
    tag.split("uniqueCount").skip(1).map(number).max().unwrap_or(0)
}
