//! Files and folders: those of the fixtures, and copies of them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use tempfile::TempDir;

/// Where the system keeps files in memory, if there is room and what lies there may be run.
static MEMORY: LazyLock<Option<&'static Path>> =
    LazyLock::new(|| Some(Path::new("/dev/shm")).filter(|folder| env::var_os("TMPDIR").is_none() && is_roomy(folder)));

/// An empty folder, which goes when nobody holds it any more. All that Lotse keeps is brought to the disk, and tests would
/// wait for that longer than for anything else: so it lies in memory where that is possible, unless `TMPDIR` says where.
pub(crate) fn temporary_folder() -> TempDir {
    MEMORY.map_or_else(tempfile::tempdir, tempfile::tempdir_in).unwrap()
}

#[cfg(target_os = "linux")]
fn is_roomy(folder: &Path) -> bool {
    use rustix::fs::{StatVfsMountFlags, statvfs};
    const LEAST: u64 = 1 << 30;
    let unfit = StatVfsMountFlags::NOEXEC | StatVfsMountFlags::RDONLY;
    statvfs(folder).is_ok_and(|found| !found.f_flag.intersects(unfit) && found.f_bavail * found.f_frsize >= LEAST)
}

#[cfg(not(target_os = "linux"))]
fn is_roomy(_: &Path) -> bool {
    false
}

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The one entry of the catalogue without a fault.
pub(crate) fn sound_entry() -> String {
    fs::read_to_string(fixtures().join("sound/measures/angebot.toml")).unwrap()
}

/// Copies a folder into another one; what is there and not in the first stays.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { assert!(fs::copy(&path, &target).is_ok()) }
    }
}
