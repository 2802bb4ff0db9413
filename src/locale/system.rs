//! What the system says, in the user's language for what happens often.

use std::io;

use super::Texts;
use crate::catalogue::{LeadsOutside, Text};

/// Why the system refused, in one displayable sentence or phrase.
pub fn reason(error: &io::Error, texts: &Texts) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "system-not-found",
        io::ErrorKind::PermissionDenied => "system-denied",
        io::ErrorKind::ReadOnlyFilesystem => "system-read-only",
        io::ErrorKind::NotADirectory => "system-no-folder",
        io::ErrorKind::IsADirectory => "system-folder",
        io::ErrorKind::NotSeekable => "system-no-file",
        io::ErrorKind::FileTooLarge => "system-too-large",
        io::ErrorKind::InvalidData => "system-invalid",
        io::ErrorKind::UnexpectedEof => "system-cut-off",
        io::ErrorKind::InvalidFilename => "system-name",
        io::ErrorKind::AlreadyExists => "system-exists",
        io::ErrorKind::DirectoryNotEmpty => "system-not-empty",
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy | io::ErrorKind::WouldBlock => "system-busy",
        io::ErrorKind::OutOfMemory => "system-memory",
        io::ErrorKind::CrossesDevices => "system-devices",
        io::ErrorKind::TimedOut
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::NotConnected
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::StaleNetworkFileHandle => "system-network",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "system-full",
        _ if error.get_ref().is_some_and(|inner| inner.is::<LeadsOutside>()) => "system-outside",
        _ if is_too_many_files(error) => "system-too-many",
        _ if is_damaged_drive(error) => "system-drive",
        _ => return Text::line(&error.to_string()).to_string(),
    };
    texts.get(key).into_owned()
}

/// `EMFILE` and `ENFILE`, which have no kind of their own.
fn is_too_many_files(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24))
}

/// `EIO`: the drive itself fails.
fn is_damaged_drive(error: &io::Error) -> bool {
    cfg!(unix) && error.raw_os_error() == Some(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn what_happens_often_is_told_in_the_language_of_the_user() {
        let texts = Texts::new(Lang::De);
        let told = |error: io::Error| reason(&error, &texts);
        let folder = std::fs::read(std::env::temp_dir());
        if cfg!(unix) {
            assert_eq!(folder.map_err(told), Err("Das ist ein Ordner und keine Datei.".to_owned()));
            assert_eq!(told(io::Error::from_raw_os_error(24)), "Es sind zu viele Dateien zugleich offen.");
            assert_eq!(told(io::Error::from_raw_os_error(5)), "Der Datenträger meldet einen Fehler.");
            assert!(!told(io::Error::from_raw_os_error(116)).contains("os error"), "a lost network drive");
        }
        assert_eq!(told(io::ErrorKind::TimedOut.into()), "Das Netzlaufwerk antwortet nicht.");
        assert_eq!(told(io::Error::other("odd\u{1b}[2J")), "odd␛[2J");
    }
}
