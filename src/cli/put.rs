//! Puts files that a command has made where the user wants them: each old or new, never half of it.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use super::{Exit, context::shown, errors::CliError};
use crate::locale::{Texts, system::reason};

/// Puts files into a folder, which is made when it is not there, and says how many of them have changed. A file that
/// has this content already is not touched.
///
/// # Errors
/// When a file cannot be written; those before it are in place then.
pub(super) fn files(folder: &Path, files: &[(String, String)], texts: &Texts) -> Result<usize, CliError> {
    let failed = |path: &Path, error: &io::Error| {
        let args = [("path", shown(path).into()), ("reason", reason(error, texts).into())];
        CliError::new(Exit::Unreadable, texts.with("cli-put-failed", &args)).hint(texts.get("cli-put-failed-hint"))
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let mut changed = 0;
    for (name, content) in files {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|there| there == content.as_bytes()) {
            continue;
        }
        put(folder, &path, content).map_err(|error| failed(&path, &error))?;
        changed += 1;
    }
    Ok(changed)
}

fn put(folder: &Path, path: &Path, content: &str) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".lotse-").suffix(".tmp");
    // Colleagues shall read it too; what the user's mask takes away stays away.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
