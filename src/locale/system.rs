//! What the system says, in the user's language for what happens often.

use std::io;

use super::Texts;
use crate::{base::Text, catalogue::LeadsOutside};

/// Errors of the system in the user's language, which types of our own say by a method of the same name. `Display` is
/// English, for logs and tests.
pub trait Localize {
    /// Why the system refused, in one displayable sentence. What happens seldom is quoted in the words of the system.
    fn localize(&self, texts: &Texts) -> String;
}

impl Localize for io::Error {
    fn localize(&self, texts: &Texts) -> String {
        if self.get_ref().is_some_and(|inner| inner.is::<LeadsOutside>()) {
            return texts.get("system-outside").into_owned();
        }
        match key(self.kind(), self.raw_os_error()) {
            Some(key) => texts.get(key).into_owned(),
            None => quoted(&self.to_string(), texts),
        }
    }
}

/// The same for an error of which only the words are left, as faults of files keep them. Words that are no system's are
/// `None`.
pub fn localize_words(words: &str, texts: &Texts) -> Option<String> {
    if let Some((_, key)) = KINDS.iter().find(|(kind, _)| kind.to_string() == words) {
        return Some(texts.get(key).into_owned());
    }
    let (_, code) = words.strip_suffix(')')?.rsplit_once(NUMBERED)?;
    Some(io::Error::from_raw_os_error(code.parse().ok()?).localize(texts))
}

/// What stands between the words of the system and its number for them.
const NUMBERED: &str = " (os error ";

/// Words of the system, which are in English or in the language of the computer, as a sentence of one's own.
fn quoted(words: &str, texts: &Texts) -> String {
    let plain = words.rsplit_once(NUMBERED).map_or(words, |(words, _)| words);
    texts.with("system-says", &[("words", Text::line(plain).as_str().into())])
}

/// What happens often, by its kind.
const KINDS: &[(io::ErrorKind, &str)] = &[
    (io::ErrorKind::NotFound, "system-not-found"),
    (io::ErrorKind::PermissionDenied, "system-denied"),
    (io::ErrorKind::ReadOnlyFilesystem, "system-read-only"),
    (io::ErrorKind::NotADirectory, "system-no-folder"),
    (io::ErrorKind::IsADirectory, "system-folder"),
    (io::ErrorKind::NotSeekable, "system-no-file"),
    (io::ErrorKind::FileTooLarge, "system-too-large"),
    (io::ErrorKind::InvalidData, "system-invalid"),
    (io::ErrorKind::UnexpectedEof, "system-cut-off"),
    (io::ErrorKind::InvalidFilename, "system-name"),
    (io::ErrorKind::InvalidInput, "system-input"),
    (io::ErrorKind::AlreadyExists, "system-exists"),
    (io::ErrorKind::DirectoryNotEmpty, "system-not-empty"),
    (io::ErrorKind::ResourceBusy, "system-busy"),
    (io::ErrorKind::ExecutableFileBusy, "system-busy"),
    (io::ErrorKind::WouldBlock, "system-busy"),
    (io::ErrorKind::Deadlock, "system-busy"),
    (io::ErrorKind::OutOfMemory, "system-memory"),
    (io::ErrorKind::CrossesDevices, "system-devices"),
    (io::ErrorKind::TooManyLinks, "system-links"),
    (io::ErrorKind::Unsupported, "system-unsupported"),
    (io::ErrorKind::Interrupted, "system-interrupted"),
    (io::ErrorKind::WriteZero, "system-full"),
    (io::ErrorKind::BrokenPipe, "system-pipe"),
    (io::ErrorKind::ArgumentListTooLong, "system-arguments"),
    (io::ErrorKind::TimedOut, "system-network"),
    (io::ErrorKind::HostUnreachable, "system-network"),
    (io::ErrorKind::NetworkUnreachable, "system-network"),
    (io::ErrorKind::NetworkDown, "system-network"),
    (io::ErrorKind::NotConnected, "system-network"),
    (io::ErrorKind::ConnectionReset, "system-network"),
    (io::ErrorKind::ConnectionRefused, "system-network"),
    (io::ErrorKind::ConnectionAborted, "system-network"),
    (io::ErrorKind::StaleNetworkFileHandle, "system-network"),
    (io::ErrorKind::StorageFull, "system-full"),
    (io::ErrorKind::QuotaExceeded, "system-full"),
];

fn key(kind: io::ErrorKind, code: Option<i32>) -> Option<&'static str> {
    let known = KINDS.iter().find(|(known, _)| *known == kind).map(|(_, key)| *key);
    known.or_else(|| key_of_code(code?))
}

/// Errors that have no kind of their own.
#[cfg(unix)]
fn key_of_code(code: i32) -> Option<&'static str> {
    use rustix::io::Errno;
    Some(match Errno::from_raw_os_error(code) {
        Errno::MFILE | Errno::NFILE => "system-too-many",
        Errno::IO => "system-drive",
        Errno::LOOP => "system-loop",
        Errno::NODEV | Errno::NXIO => "system-device",
        Errno::NOLCK => "system-locks",
        Errno::NOTTY => "system-terminal",
        Errno::NOEXEC => "system-program",
        Errno::HOSTDOWN => "system-network",
        _ => return None,
    })
}

/// Elsewhere the system speaks the user's language itself.
#[cfg(not(unix))]
fn key_of_code(_: i32) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn what_happens_often_is_told_in_the_language_of_the_user() {
        let texts = Texts::new(Lang::De);
        let words = |error: io::Error| error.localize(&texts);
        let folder = std::fs::read(std::env::temp_dir());
        if cfg!(unix) {
            assert_eq!(folder.map_err(words), Err("Das ist ein Ordner und keine Datei.".to_owned()));
            assert_eq!(words(io::Error::from_raw_os_error(24)), "Es sind zu viele Dateien zugleich offen.");
            assert_eq!(words(io::Error::from_raw_os_error(5)), "Der Datenträger meldet einen Fehler.");
            assert!(!words(io::Error::from_raw_os_error(116)).contains("os error"), "a lost network drive");
        }
        assert_eq!(words(io::ErrorKind::TimedOut.into()), "Das Netzlaufwerk antwortet nicht.");
        assert_eq!(words(io::Error::other("odd\u{1b}[2J")), "Gemeldet wurde: „odd␛[2J“.");
    }

    #[test]
    #[cfg(unix)]
    fn german_sentences_hold_no_english_ones() {
        use rustix::io::Errno;
        let texts = Texts::new(Lang::De);
        for (code, words) in [
            (Errno::FBIG, "Die Datei ist zu groß."),
            (Errno::NAMETOOLONG, "Der Name ist zu lang oder enthält Zeichen, die dort nicht gehen."),
            (Errno::LOOP, "Verknüpfungen führen dort im Kreis."),
            (Errno::NOTDIR, "Das ist kein Ordner."),
            (Errno::ISDIR, "Das ist ein Ordner und keine Datei."),
            (Errno::ROFS, "Der Datenträger lässt sich nur lesen."),
            (Errno::DQUOT, "Der Datenträger ist voll."),
            (Errno::NOSPC, "Der Datenträger ist voll."),
            (Errno::TXTBSY, "Ein anderes Programm benutzt es gerade."),
            (Errno::BUSY, "Ein anderes Programm benutzt es gerade."),
            (Errno::MFILE, "Es sind zu viele Dateien zugleich offen."),
            (Errno::NODEV, "Dieses Gerät gibt es nicht."),
            (Errno::TIMEDOUT, "Das Netzlaufwerk antwortet nicht."),
            (Errno::NOLCK, "Das Laufwerk kann keine Dateien sperren."),
            (Errno::IO, "Der Datenträger meldet einen Fehler."),
            (Errno::PERM, "Die Rechte dafür fehlen."),
        ] {
            let error = io::Error::from_raw_os_error(code.raw_os_error());
            assert_eq!(error.localize(&texts), words);
            assert_eq!(localize_words(&error.to_string(), &texts).as_deref(), Some(words));
        }
        let seldom = io::Error::from_raw_os_error(Errno::DOM.raw_os_error());
        let words = seldom.localize(&texts);
        assert!(words.starts_with("Gemeldet wurde: „") && !words.contains("os error"), "{words}");
        assert_eq!(localize_words("expected a value", &texts), None);
    }
}
