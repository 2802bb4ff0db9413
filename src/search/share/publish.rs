//! Puts a copy of a generation beside the catalogue, for everyone to take.

use std::fs::TryLockError;

use tantivy::{
    Directory as _, Index,
    directory::{DirectoryLock, INDEX_WRITER_LOCK},
};

use super::*;
use crate::{
    catalogue::{Kind, Text},
    search::{files::Files, proof, store::is_old},
};

/// How often, and at what intervals, an index that somebody is writing is asked for.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// What was put beside the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Where it lies.
    pub folder: PathBuf,
    /// Bytes of all its files.
    pub size: u64,
    /// Offers in it.
    pub entries: usize,
}

/// Copies `generation` beside the catalogue in `root`, compares what has arrived, and lets the pointer name it. Copies that
/// were there before are deleted.
///
/// # Errors
/// When the index is damaged or being written, or the folder cannot be written. Then the previous copy stays.
pub(in crate::search) fn publish(
    root: &Path,
    generation: &Generation,
    built_with: &BuiltWith,
    heard: &mut dyn FnMut() -> Result<(), SearchError>,
) -> Result<Published, SearchError> {
    let Some(from) = &generation.folder else { return Err(SearchError::Incomplete) };
    let place = prepare(root)?;
    let turn = Turn::take(&place)?;
    let _quiet = wait_for(&generation.index)?;
    proof::checksums(&Index::open_in_dir(from)?)?;
    let mut files = Files::load(generation)?;
    files.note(generation)?;
    let name = format!("gen-{}", shown(RandomState::new().build_hasher().finish()));
    let folder = place.join(&name);
    fs::create_dir(&folder)?;
    let entries = proof::expected(&files, &generation.register)[Kind::Measure as usize];
    let filled = fill(generation, from, &folder, (entries, built_with), heard);
    let published = filled.and_then(|hash| {
        open_folder(&folder, root)?;
        sealed::sync_folder(&folder)?;
        point_to(&place, &name, &hash)?;
        let shared = Shared::find(root).map_err(of_copy)?;
        Ok(Published { size: shared.size(), folder: shared.folder, entries })
    });
    match &published {
        Ok(_) => turn.clear(&place, &name),
        Err(_) => drop(fs::remove_dir_all(&folder)),
    }
    published
}

/// Makes the folder, if it is not there yet, and proves that no link leads out of the catalogue.
fn prepare(root: &Path) -> io::Result<PathBuf> {
    let place = place(root);
    for folder in [place.parent().unwrap_or(root), &place] {
        match fs::create_dir(folder) {
            Ok(()) => open_folder(folder, root)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
        if !folder.canonicalize()?.starts_with(root.canonicalize()?) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a link leads out of the catalogue"));
        }
    }
    // What lies here is no part of anybody's commits.
    let ignore = place.with_file_name(".gitignore");
    if let Ok(mut file) = File::create_new(&ignore) {
        let _ = file.write_all(b"*\n").and_then(|()| open_file(&file));
    }
    Ok(place)
}

/// Whoever puts an index beside the catalogue does it alone, where the file system knows locks.
struct Turn(Option<File>);

impl Turn {
    fn take(place: &Path) -> Result<Self, SearchError> {
        let path = place.join("sharing.lock");
        // A colleague's file can perhaps only be read; that is enough for a lock.
        let file = File::options().create(true).truncate(false).write(true).open(&path).or_else(|_| File::open(&path));
        let Ok(file) = file else { return Ok(Self(None)) };
        match file.try_lock() {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(SearchError::InUse),
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }

    /// Deletes all copies but this one: also what killed processes have left. Without a lock somebody might be at it.
    fn clear(&self, place: &Path, kept: &str) {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let ours = name.to_str().is_some_and(|name| is_generation(name) && name != kept);
            if ours && (self.0.is_some() || is_old(&entry.path())) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Waits until nobody writes the index, and keeps it that way.
fn wait_for(index: &Index) -> Result<DirectoryLock, SearchError> {
    for _ in 0..TRIES {
        if let Ok(lock) = index.directory().acquire_lock(&INDEX_WRITER_LOCK) {
            return Ok(lock);
        }
        std::thread::sleep(PAUSE);
    }
    Err(SearchError::InUse)
}

/// Copies everything, compares it, and returns the hash of the manifest.
fn fill(
    generation: &Generation,
    from: &Path,
    folder: &Path,
    (entries, built_with): (usize, &BuiltWith),
    heard: &mut dyn FnMut() -> Result<(), SearchError>,
) -> Result<String, SearchError> {
    let names = parts_of(generation, from)?;
    let mut files = Vec::with_capacity(names.len() + 1);
    for name in &names {
        heard()?;
        files.push(write(folder, name, &mut File::open(from.join(name))?)?);
    }
    // tantivy's own list may name files that are not copied.
    let managed: Vec<&String> = names.iter().filter(|name| !name.ends_with(".bin")).collect();
    let managed = serde_json::to_vec(&managed).map_err(io::Error::from)?;
    files.push(write(folder, MANAGED, &mut managed.as_slice())?);
    let shared = Timestamp::now();
    let manifest = Manifest { format: FORMAT, built_with: built_with.clone(), entries, shared, files };
    let text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::from)?;
    write(folder, MANIFEST, &mut text.as_slice())?;
    heard()?;
    Shared { folder: folder.to_owned(), manifest }.verify().map_err(of_copy)?;
    Ok(shown(sealed::hash(&text)))
}

/// What has to be copied of a generation: the files of its segments and the small ones beside them.
fn parts_of(generation: &Generation, from: &Path) -> Result<Vec<String>, SearchError> {
    let segments: Vec<String> =
        generation.index.searchable_segment_ids()?.iter().map(tantivy::index::SegmentId::uuid_string).collect();
    let mut names: Vec<String> = [META, REGISTER, WORDS, FILES].map(str::to_owned).into();
    for entry in fs::read_dir(from)? {
        let Ok(name) = entry?.file_name().into_string() else { continue };
        let segment = name.split_once('.').map_or("", |(segment, _)| segment);
        if is_part(&name) && segments.iter().any(|known| known == segment) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Writes one file, readable by everyone, and says what has been written.
fn write(folder: &Path, name: &str, from: &mut dyn Read) -> Result<Part, SearchError> {
    let mut file = File::create_new(folder.join(name))?;
    let (mut portion, mut hasher, mut size) = (vec![0; PORTION], DefaultHasher::new(), 0);
    loop {
        let read = from.read(&mut portion)?;
        let bytes = portion.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        hasher.write(bytes);
        size += bytes.len() as u64;
        file.write_all(bytes)?;
    }
    open_file(&file)?;
    file.sync_all()?;
    Ok(Part { name: name.to_owned(), size, hash: shown(hasher.finish()) })
}

/// Lets the pointer name the folder, in one step.
fn point_to(place: &Path, name: &str, hash: &str) -> io::Result<()> {
    let new = place.join(name).join(POINTER);
    let mut file = File::create_new(&new)?;
    file.write_all(format!("{name} {hash}\n").as_bytes())?;
    open_file(&file)?;
    file.sync_all()?;
    drop(file);
    fs::rename(new, place.join(POINTER))?;
    sealed::sync_folder(place)
}

/// What has arrived is not what was sent.
fn of_copy(unfit: Unfit) -> SearchError {
    match unfit {
        Unfit::Unreadable(error) => error.into(),
        other => SearchError::Damaged(PathBuf::from(Text::line(&other.to_string()).as_str())),
    }
}

#[cfg(unix)]
fn open_file(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    forgive(file.set_permissions(fs::Permissions::from_mode(0o644)))
}

/// Everyone may look into the folder. Those who may write entries may replace what lies in it.
#[cfg(unix)]
fn open_folder(folder: &Path, root: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let writers = fs::metadata(root.join("measures")).map_or(0, |meta| meta.permissions().mode() & 0o022);
    let inherited = fs::metadata(folder)?.permissions().mode() & 0o7000;
    forgive(fs::set_permissions(folder, fs::Permissions::from_mode(inherited | 0o755 | writers)))
}

/// Sticks and some network drives know no modes: there everything is as open as everything else.
#[cfg(unix)]
fn forgive(result: io::Result<()>) -> io::Result<()> {
    use rustix::io::Errno;
    let no_modes = [Errno::PERM, Errno::NOTSUP, Errno::NOSYS].map(|errno| errno.raw_os_error());
    match result {
        Err(error) if error.raw_os_error().is_some_and(|own| no_modes.contains(&own)) => Ok(()),
        other => other,
    }
}

/// Windows gives a file the rights of its folder by itself.
#[cfg(not(unix))]
fn open_file(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn open_folder(_folder: &Path, _root: &Path) -> io::Result<()> {
    Ok(())
}
