//! Paths as people write them: `~` is their home.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The user's home folder as the environment names it.
pub fn home(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    ["HOME", "USERPROFILE"].into_iter().filter_map(variable).find(|value| !value.is_empty()).map(PathBuf::from)
}

/// The path with the folder `home` for a leading `~`, which a shell leaves alone in quotes, behind `=` and in files.
/// Without a home, and in `~somebody`, it stays.
///
/// ```
/// use std::path::Path;
/// use lotse::base::expand_home;
/// let home = Some(Path::new("/home/mia"));
/// assert_eq!(expand_home(Path::new("~/katalog"), home), Path::new("/home/mia/katalog"));
/// assert_eq!(expand_home(Path::new("~mia/katalog"), home), Path::new("~mia/katalog"));
/// assert_eq!(expand_home(Path::new("~/katalog"), None), Path::new("~/katalog"));
/// ```
pub fn expand_home(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(below), Some(home)) if below.as_os_str().is_empty() => home.to_owned(),
        (Ok(below), Some(home)) => home.join(below),
        _ => path.to_owned(),
    }
}

/// The path with the home of whoever runs this process.
pub fn expand_own_home(path: &Path) -> PathBuf {
    expand_home(path, home(|name| std::env::var_os(name)).as_deref())
}
