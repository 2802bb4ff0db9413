//! Where a file lies for tools that open it: relative to the working folder if it is below, else by its whole path.

use std::{
    env,
    path::{Path, PathBuf},
};

use super::target::LocatedDiagnostic;

/// A path with `/` between its names.
pub(super) enum DisplayPath {
    /// Below the working folder.
    Below(String),
    /// Anywhere else, from the root of the file system.
    Elsewhere(String),
    /// In the catalogue that is built in: no file at all.
    BuiltIn(String),
}

impl DisplayPath {
    /// The place of a file with a fault, relative to the first of these folders that it is below.
    pub(super) fn of(found: &LocatedDiagnostic, folders: &[PathBuf]) -> Self {
        let Some(root) = &found.root else { return Self::BuiltIn(found.file.to_string()) };
        let real = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        match folders.iter().find_map(|folder| real.strip_prefix(folder).ok()) {
            Some(below) if below.as_os_str().is_empty() => Self::Below(found.file.to_string()),
            Some(below) => Self::Below(format!("{}/{}", slashed(below), found.file)),
            None => Self::Elsewhere(format!("{}/{}", slashed(&real).trim_end_matches('/'), found.file)),
        }
    }

    /// As an URI reference (RFC 3986).
    pub(super) fn uri(&self) -> String {
        match self {
            Self::Below(path) | Self::BuiltIn(path) => encoded(path),
            Self::Elsewhere(path) => format!("file:///{}", encoded(path.trim_start_matches('/'))),
        }
    }

    pub(super) fn path(&self) -> &str {
        match self {
            Self::Below(path) | Self::Elsewhere(path) | Self::BuiltIn(path) => path,
        }
    }
}

/// The folders to which places are relative, without links on the way: the checkout where a job of GitHub Actions runs,
/// because its notes count from there whatever folder a step works in; else the working folder.
pub(super) fn folders() -> Vec<PathBuf> {
    let checkout = env::var_os("GITHUB_WORKSPACE").map(PathBuf::from).filter(|folder| folder.is_absolute());
    checkout.into_iter().chain(env::current_dir().ok()).filter_map(|folder| folder.canonicalize().ok()).collect()
}

/// Windows writes `\\?\C:\katalog`.
fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = path.strip_prefix(r"\\?\").unwrap_or(&path);
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() }
}

/// Everything but what may stand in a path as it is becomes `%XX`, byte by byte.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_name_holds_it_is_one_uri() {
        assert_eq!(encoded("measures/Frau Stark ü%#?.toml"), "measures/Frau%20Stark%20%C3%BC%25%23%3F.toml");
        assert_eq!(encoded("\u{1b}[2J:\n"), "%1B%5B2J%3A%0A");
        assert_eq!(DisplayPath::Elsewhere("/srv/a b/x.toml".to_owned()).uri(), "file:///srv/a%20b/x.toml");
    }
}
