//! Reads many measure files at once, on all cores.

use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use jiff::civil::Date;

use super::{ReadMeasure, read_measure, read_register};
use crate::catalogue::{
    Code, Diagnostic, FileMeta, Measure, Register, Severity, Source, SourceError, check, layout::is_measure,
};

/// Files that wait between the readers and whoever takes them.
const QUEUE: usize = 64;

/// One measure file after reading.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// What the file system said before it was read.
    pub meta: FileMeta,
    /// Hash of the content, equal for equal bytes within one version of Lotse; `None` where it cannot be read.
    pub content: Option<u64>,
    /// What became of it.
    pub read: ReadMeasure,
}

/// Reads the measure files among `files` on all cores and hands each to `take` on the calling thread, in no
/// particular order. `take` returns false to stop early.
pub fn read_measures(
    source: &Source,
    files: &[FileMeta],
    register: &Register,
    today: Date,
    mut take: impl FnMut(ReadFile) -> bool,
) {
    let measures: Vec<&FileMeta> = files.iter().filter(|file| is_measure(&file.path)).collect();
    let next = AtomicUsize::new(0);
    let readers = thread::available_parallelism().map_or(1, usize::from).min(measures.len().div_ceil(QUEUE)).max(1);
    let (send, receive) = mpsc::sync_channel(QUEUE);
    thread::scope(|scope| {
        for _ in 0..readers {
            let (send, next, measures) = (send.clone(), &next, &measures);
            scope.spawn(move || {
                while let Some(file) = measures.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if send.send(read_one(source, file, register, today)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        while let Ok(file) = receive.recv() {
            if !take(file) {
                break;
            }
        }
        drop(receive);
    });
}

fn read_one(source: &Source, file: &FileMeta, register: &Register, today: Date) -> ReadFile {
    let (content, read) = match source.read(&file.path) {
        Ok(text) => (Some(Source::hash(&text)), read_measure(&file.path, &text, register, today)),
        Err(fault) => (None, ReadMeasure::unreadable(*fault)),
    };
    ReadFile { meta: file.clone(), content, read }
}

/// A whole catalogue in memory, for `lotse check`, small tools and tests. The screen works on the index instead.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Everything entries refer to.
    pub register: Register,
    /// All readable entries by id.
    pub measures: Vec<Measure>,
    /// All faults of all files, by file and line.
    pub diagnostics: Vec<Diagnostic<Code>>,
}

impl Catalogue {
    /// Reads and checks everything. `today` decides what is overdue.
    ///
    /// # Errors
    /// Only when the folder cannot be listed; faults of files are in [`Catalogue::diagnostics`].
    pub fn load(source: &Source, today: Date) -> Result<Self, SourceError> {
        let files = source.files()?;
        let (register, mut diagnostics) = read_register(source, &files);
        let mut measures = Vec::new();
        let mut all = true;
        read_measures(source, &files, &register, today, |file| {
            all &= file.read.measure.is_some();
            measures.extend(file.read.measure);
            diagnostics.extend(file.read.diagnostics);
            true
        });
        measures.sort_by(|a: &Measure, b| a.id.cmp(&b.id));
        diagnostics.extend(check::across(source, &register, &measures, all));
        let place = |fault: &Diagnostic<Code>| (fault.location.line, fault.location.column);
        // A stable sort: what stands in one place stays in the order in which it was found.
        diagnostics.sort_by(|a, b| a.location.file.cmp(&b.location.file).then_with(|| place(a).cmp(&place(b))));
        Ok(Self { register, measures, diagnostics })
    }

    /// Number of faults of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|fault| fault.severity() == severity).count()
    }
}
