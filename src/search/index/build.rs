//! Fills an index: a full build from all files, or a commit with what has changed.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::Date;
use tantivy::{
    Index, IndexSettings, IndexWriter, TantivyDocument, Term, directory::error::LockError, merge_policy::NoMergePolicy,
};

use super::{
    CancelToken, FileChanges, Generation, IndexedFile, IndexedFiles,
    changes::register_files,
    document::DocumentWriter,
    files::KEPT_ERRORS,
    lexicon::{CatalogueWords, MAX_ENTRIES},
    list_files,
};
use crate::{
    base::private,
    catalogue::{FileMeta, Measure, ReadFile, Record, Register, Source, is_measure, read_measures, read_register},
    search::{Fields, Language, SearchError, register_tokenizer},
};

/// Memory of one indexing thread; tantivy's least is 15 MB.
const SMALL_BUDGET: usize = 20_000_000;
const LARGE_BUDGET: usize = 120_000_000;
/// From so many files on an index is built by two threads with more memory.
const LARGE: usize = 5_000;
/// A first search is possible after so many entries, then after every further `COMMIT_STEP`.
const FIRST_COMMIT: usize = 2_000;
const COMMIT_STEP: usize = 25_000;
/// From so many files on it is told from the start how far a build is, and then after each of so many.
const PROGRESS_STEP: usize = 250;

pub(in crate::search) struct BuildObserver<'a> {
    /// Called now and then.
    pub progress: BuildProgress<'a>,
    /// Ends it early.
    pub stop: &'a CancelToken,
}

/// Called while an index is being built: `(done, total)`, and the generation when there is something new to search in it.
type BuildProgress<'a> = &'a mut dyn FnMut(usize, usize, Option<&Generation>);

/// An index without documents, in `folder` or in memory.
pub(in crate::search) fn empty(folder: Option<&PathBuf>) -> Result<Index, SearchError> {
    let builder = Index::builder().schema(Fields::new().schema).settings(IndexSettings::default());
    let index = match folder {
        Some(folder) => builder.create_in_dir(folder)?,
        None => builder.create_in_ram()?,
    };
    register_tokenizer(&index);
    Ok(index)
}

/// Builds an index from all files of a catalogue.
pub(in crate::search) fn full(
    source: &Source,
    folder: Option<PathBuf>,
    dictionary: &[Box<str>],
    today: Date,
    mut observer: BuildObserver<'_>,
) -> Result<(Generation, IndexedFiles), SearchError> {
    let (listed_at, listed) = list_files(source)?;
    // Hashed before they are read: a file that changes in between looks changed the next time, never the other way.
    let mut register_files = register_files(source, &listed);
    let (register, faults) = read_register(source, &listed);
    register_files.iter_mut().for_each(|file| file.keep_errors(&faults));
    let index = empty(folder.as_ref())?;
    let measures: Vec<FileMeta> = listed.into_iter().filter(|meta| is_measure(&meta.path)).collect();
    if measures.len() >= PROGRESS_STEP {
        (observer.progress)(0, measures.len(), None);
    }
    let words = catalogue_words(source, &measures, &register, today, observer.stop)?;
    let language = Language::new(words.lexicon(&register, dictionary), &register);
    let generation = Generation { index, register: Arc::new(register), language: Arc::new(language), folder };
    let mut files = IndexedFiles::default().emptied(listed_at);
    files.files = register_files;
    files.files.extend(index_measures(source, &measures, &generation, today, &mut observer)?);
    files.sort();
    files.commit = generation.index.load_metas()?.opstamp;
    files.save(&generation)?;
    Ok((generation, files))
}

/// The words of the first entries. They are read twice, because compounds can only be cut when the words are known.
fn catalogue_words(
    source: &Source,
    measures: &[FileMeta],
    register: &Register,
    today: Date,
    stop: &CancelToken,
) -> Result<CatalogueWords, SearchError> {
    let mut words = CatalogueWords::default();
    let first = measures.get(..MAX_ENTRIES).unwrap_or(measures);
    read_measures(source, first, register, today, |file| {
        file.read.measure.iter().for_each(|measure| words.add(measure));
        !stop.is_cancelled()
    });
    stop.check()?;
    Ok(words)
}

/// Fills the index of a new generation with these files and with what the register has; returns how they were indexed.
fn index_measures(
    source: &Source,
    measures: &[FileMeta],
    generation: &Generation,
    today: Date,
    observer: &mut BuildObserver<'_>,
) -> Result<Vec<IndexedFile>, SearchError> {
    let total = measures.len();
    let fields = Fields::new();
    let mut indexer = Indexer::for_full_build(&fields, generation, total)?;
    let (mut indexed, mut failed) = (Vec::with_capacity(total), None);
    read_measures(source, measures, &generation.register, today, |file| {
        let added = indexer.add_file(file).map(|file| indexed.push(file));
        failed = added.and_then(|()| indexer.report_progress(total, observer)).err();
        failed.is_none()
    });
    failed.map_or(Ok(()), Err)?;
    indexer.finish(total, observer)?;
    Ok(indexed)
}

/// Builds an index from entries in memory: for benchmarks and tests.
pub(in crate::search) fn from_memory(
    register: Register,
    mut measures: impl Iterator<Item = Measure>,
    expected: usize,
) -> Result<Generation, SearchError> {
    let first: Vec<Measure> = measures.by_ref().take(MAX_ENTRIES).collect();
    let mut words = CatalogueWords::default();
    first.iter().for_each(|measure| words.add(measure));
    let language = Arc::new(Language::new(words.lexicon(&register, &[]), &register));
    let generation = Generation { index: empty(None)?, register: Arc::new(register), language, folder: None };
    let fields = Fields::new();
    let mut indexer = Indexer::for_full_build(&fields, &generation, expected)?;
    for measure in first.into_iter().chain(measures) {
        indexer.add(&Record::Measure(Box::new(measure)), "")?;
    }
    indexer.finish(expected, &mut BuildObserver { progress: &mut |_, _, _| {}, stop: &CancelToken::default() })?;
    Ok(generation)
}

/// A commit that is made; until it is finished nobody else writes the index.
pub(in crate::search) struct IndexCommit {
    /// The files as they are indexed now.
    pub files: IndexedFiles,
    writer: IndexWriter,
}

impl IndexCommit {
    /// Notes the files, `whole` or where their number asks for it, and leaves the index to others.
    pub(in crate::search) fn finish(
        mut self,
        generation: &Generation,
        whole: bool,
    ) -> Result<IndexedFiles, SearchError> {
        if whole || self.files.is_due() {
            self.files.save(generation)?;
        }
        // Before the rights are set, so that no file is written after that.
        self.writer.wait_merging_threads()?;
        generation.folder.iter().for_each(|folder| private::tighten_all(folder));
        Ok(self.files)
    }
}

/// Brings an index up to date with `changes` of measure files, as one commit. Segments are merged only when they are
/// `sound`: a merged segment has checksums of its own, which would hide what was damaged in it.
pub(in crate::search) fn apply(
    source: &Source,
    generation: &Generation,
    changes: FileChanges,
    today: Date,
    sound: bool,
) -> Result<IndexCommit, SearchError> {
    let FileChanges { changed, gone, mut files, .. } = changes;
    let fields = Fields::new();
    let mut indexer = Indexer::new(&fields, generation, changed.len())?;
    if generation.index.load_metas()?.opstamp != files.commit {
        // Somebody was faster: the changes have to be found anew.
        return Err(SearchError::InUse);
    }
    generation.remove_temporary_files();
    if !sound {
        indexer.writer.set_merge_policy(Box::new(NoMergePolicy));
    }
    // A changed file is a new document: the old one goes first, in the same commit.
    for path in gone.iter().chain(changed.iter().map(|meta| &meta.path)) {
        indexer.remove_file(path);
    }
    let (mut read, mut failed) = (Vec::with_capacity(changed.len()), None);
    read_measures(source, &changed, &generation.register, today, |file| {
        failed = indexer.add_file(file).map(|file| read.push(file)).err();
        failed.is_none()
    });
    failed.map_or(Ok(()), Err)?;
    files.replace(read, &gone);
    indexer.commit(files)
}

struct Indexer<'a> {
    generation: &'a Generation,
    fields: &'a Fields,
    writer: IndexWriter,
    documents: DocumentWriter<'a>,
    added: usize,
    next_commit: usize,
}

impl<'a> Indexer<'a> {
    /// A indexer for a full build. Its segments are merged once, at the end: merges of tantivy's own choice would
    /// take segments away that the last merge counts on.
    fn for_full_build(fields: &'a Fields, generation: &'a Generation, expected: usize) -> Result<Self, SearchError> {
        let indexer = Self::new(fields, generation, expected)?;
        indexer.writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(indexer)
    }

    fn new(fields: &'a Fields, generation: &'a Generation, expected: usize) -> Result<Self, SearchError> {
        // More threads write more segments, and a small catalogue is done before they have started.
        let (threads, budget) = if expected < LARGE { (1, SMALL_BUDGET) } else { (2, LARGE_BUDGET) };
        let writer = generation.index.writer_with_num_threads(threads, threads * budget).map_err(in_use)?;
        let documents = DocumentWriter::new(fields, &generation.register, generation.language.lexicon.clone());
        Ok(Self { generation, fields, writer, documents, added: 0, next_commit: FIRST_COMMIT })
    }

    fn add(&mut self, record: &Record, file: &str) -> Result<(), SearchError> {
        let document: TantivyDocument = self.documents.document(record, file)?;
        self.writer.add_document(document)?;
        Ok(())
    }

    fn add_file(&mut self, file: ReadFile) -> Result<IndexedFile, SearchError> {
        let ReadFile { meta, content, read } = file;
        let errors = read.errors().take(KEPT_ERRORS).cloned().collect();
        let excluded = read.measure.is_none();
        if let Some(measure) = read.measure {
            self.add(&Record::Measure(Box::new(measure)), &meta.path)?;
        }
        self.added += 1;
        Ok(IndexedFile { meta, content, excluded, errors })
    }

    fn remove_file(&mut self, path: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.file, path));
    }

    /// Tells how far the build is, and now and then makes what is there searchable.
    fn report_progress(&mut self, total: usize, observer: &mut BuildObserver<'_>) -> Result<(), SearchError> {
        observer.stop.check()?;
        if self.added < self.next_commit {
            if self.added.is_multiple_of(PROGRESS_STEP) {
                (observer.progress)(self.added, total, None);
            }
            return Ok(());
        }
        self.next_commit = self.added + COMMIT_STEP;
        self.writer.commit()?;
        (observer.progress)(self.added, total, Some(self.generation));
        Ok(())
    }

    /// A commit that says itself what has become of the files, in one stroke with their documents.
    fn commit(mut self, mut files: IndexedFiles) -> Result<IndexCommit, SearchError> {
        let payload = if self.generation.folder.is_some() { files.payload()? } else { None };
        if payload.is_none() {
            files.save_in_doubt(self.generation)?;
        }
        let mut prepared = self.writer.prepare_commit()?;
        payload.iter().for_each(|payload| prepared.set_payload(payload));
        files.commit = prepared.commit()?;
        Ok(IndexCommit { files, writer: self.writer })
    }

    /// The last commit of a full build: everything in one segment, which answers fastest.
    fn finish(mut self, total: usize, observer: &mut BuildObserver<'_>) -> Result<(), SearchError> {
        Record::of_register(&self.generation.register).try_for_each(|record| self.add(&record, ""))?;
        self.writer.commit()?;
        (observer.progress)(total, total, Some(self.generation));
        let segments = self.generation.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            observer.stop.wait(self.writer.merge(&segments))??;
        }
        observer.stop.check()?;
        // The segments that were merged take as much space again.
        self.writer.garbage_collect_files().wait()?;
        Ok(self.writer.wait_merging_threads()?)
    }
}

/// Another process that writes the same index is no fault: it does the same work.
fn in_use(error: tantivy::TantivyError) -> SearchError {
    match error {
        tantivy::TantivyError::LockFailure(LockError::LockBusy, _) => SearchError::InUse,
        other => other.into(),
    }
}
