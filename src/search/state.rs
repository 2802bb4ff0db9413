//! How it stands with the index of a catalogue and with the one that is shared beside it: for `lotse doctor`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    Keeper, SearchError,
    files::Files,
    keeper::guarded,
    proof,
    share::{self, Shared, Unfit},
    store::{BuiltWith, IDENTITY, Store},
};
use crate::{
    catalogue::{Source, Text},
    locale::Texts,
};

/// Whether an index can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none: it is built when it is needed.
    Missing,
    /// It fits. Files may have changed since; they are read when it is opened.
    Fits,
    /// Another version of Lotse has made it: it is not used.
    Foreign,
    /// It was built with another dictionary (or without one): it is not used.
    OtherDictionary,
    /// It is damaged: it is not used, and the own one is built anew by itself. What is wrong, in words.
    Damaged(Text),
    /// It cannot be read. What the system says, in words.
    Unreadable(Text),
}

/// An index as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexState {
    /// Where it lies, or would lie.
    pub folder: PathBuf,
    /// Whether it can be used.
    pub standing: Standing,
    /// Bytes of everything in the folder.
    pub size: u64,
    /// Generations in the folder; more than one while one is being built, and after builds that were killed.
    pub generations: usize,
    /// Offers in the index, where that is known.
    pub entries: Option<usize>,
    /// When it was built or, of a shared one, put there.
    pub built: Option<Timestamp>,
}

/// Both indexes of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexStates {
    /// In the user's cache; `None` without a cache.
    pub own: Option<IndexState>,
    /// Beside the catalogue; `None` for the embedded one.
    pub shared: Option<IndexState>,
}

/// Looks at the indexes of a catalogue without changing anything. Reads them whole, to compare checksums: some milliseconds
/// for thousands of entries. `dictionary` is the user's own, as in [`Keeper::use_dictionary`]; one that cannot be read counts
/// as none.
pub fn index_states(source: &Source, cache: Option<&Path>, dictionary: Option<&Path>, texts: &Texts) -> IndexStates {
    let mut store = cache.map(|cache| Store::new(cache, source));
    let words = dictionary.and_then(|file| Keeper::words_of(file).ok());
    let mut wanted = BuiltWith::now();
    if let Some(words) = &words {
        wanted.mark_dictionary(words);
        store.iter_mut().for_each(|store| store.wanted = wanted.clone());
    }
    IndexStates {
        own: store.map(|store| own(&store, texts)),
        shared: source.path().map(|root| shared(root, &wanted, texts)),
    }
}

fn own(store: &Store, texts: &Texts) -> IndexState {
    let folder = store.folder().to_owned();
    let current = store.current_folder();
    let (standing, entries) = match guarded(|| look_into(store)) {
        Ok(Some(entries)) => (Standing::Fits, Some(entries)),
        Ok(None) if current.is_none() => (Standing::Missing, None),
        Ok(None) => (Standing::Foreign, None),
        Err(error) => match error.cause() {
            Some(cause) if cause.kind() != io::ErrorKind::NotFound => (Standing::Unreadable(error.told(texts)), None),
            _ => (Standing::Damaged(error.told(texts)), None),
        },
    };
    let built = current.and_then(|folder| fs::metadata(folder.join(IDENTITY)).ok()?.modified().ok());
    let built = built.and_then(|time| Timestamp::try_from(time).ok());
    let (size, generations) = (size_of(&folder), store.generations().count());
    IndexState { folder, standing, size, generations, entries, built }
}

/// The number of offers; `None` when there is no index of this version.
fn look_into(store: &Store) -> Result<Option<usize>, SearchError> {
    let Some(generation) = store.current()? else { return Ok(None) };
    proof::checksums(&generation.index)?;
    let files = Files::load(&generation)?;
    let expected = proof::expected(&files, &generation.register);
    let documents: u64 =
        generation.index.load_metas()?.segments.iter().map(|segment| u64::from(segment.num_docs())).sum();
    let [offers, others @ ..] = expected;
    let all = others.iter().fold(offers, |sum, count| sum + count);
    if documents == all as u64 { Ok(Some(offers)) } else { Err(SearchError::Incomplete) }
}

fn shared(root: &Path, wanted: &BuiltWith, texts: &Texts) -> IndexState {
    let folder = share::place(root);
    let found = Shared::find(root);
    let (entries, built) = match &found {
        Ok(shared) => (Some(shared.entries()), Some(shared.shared())),
        Err(_) => (None, None),
    };
    let looked = found.and_then(|shared| shared.fits(wanted).and_then(|()| shared.verify()));
    let standing = looked.map_or_else(|unfit| Standing::of(&unfit, texts), |()| Standing::Fits);
    let (size, generations) = (size_of(&folder), folders_in(&folder));
    IndexState { folder, standing, size, generations, entries, built }
}

impl Standing {
    /// Why a shared index is of no use.
    pub(super) fn of(unfit: &Unfit, texts: &Texts) -> Self {
        match unfit {
            Unfit::Missing => Self::Missing,
            Unfit::Foreign => Self::Foreign,
            Unfit::OtherDictionary => Self::OtherDictionary,
            Unfit::Damaged(file) => {
                let args = [("file", Text::line(file).as_str().to_owned().into())];
                Self::Damaged(Text::line(&texts.with("index-file-damaged", &args)))
            }
            Unfit::Unreadable(error) => Self::Unreadable(Text::line(&crate::locale::system::reason(error, texts))),
        }
    }
}

fn folders_in(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("gen-")).count()
}

/// Bytes of all files below a folder; links are not followed.
fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: fs::DirEntry| match entry.metadata() {
        Ok(meta) if meta.is_dir() => size_of(&entry.path()),
        Ok(meta) => meta.len(),
        Err(_) => 0,
    };
    entries.map(size).sum()
}
