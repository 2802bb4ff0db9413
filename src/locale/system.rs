//! What the system says, in the user's language for what happens often.

use std::io;

use super::Texts;
use crate::catalogue::Text;

/// Why the system refused, in one displayable sentence or phrase.
pub fn reason(error: &io::Error, texts: &Texts) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "system-not-found",
        io::ErrorKind::PermissionDenied => "system-denied",
        io::ErrorKind::ReadOnlyFilesystem => "system-read-only",
        io::ErrorKind::NotADirectory => "system-no-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "system-full",
        _ => return Text::line(&error.to_string()).to_string(),
    };
    texts.get(key).into_owned()
}
