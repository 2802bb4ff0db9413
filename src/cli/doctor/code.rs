//! What does not work around Lotse, by stable codes.

use std::path::Path;

use crate::base::{Diagnostic, Location, diagnostic_codes};

diagnostic_codes! {
    /// A problem that `lotse doctor` has found itself. Its words stand in the Fluent files as `doctor-<code>` and
    /// `doctor-<code>-hint`; the file or folder of its place is their variable `path`.
    DoctorCode in "doctor" {
        /// An own dictionary that is no file.
        DictionaryNoFile = "dictionary-no-file" Error,
        /// An own dictionary that cannot be read.
        DictionaryUnreadable = "dictionary-unreadable" Error,
        /// A coordinator in the settings whom the catalogue does not know.
        CoordinatorUnknown = "coordinator-unknown" Error,
        /// A catalogue whose files cannot be listed.
        CatalogueUnlisted = "catalogue-unlisted" Error,
        /// A catalogue with errors.
        CatalogueErrors = "catalogue-errors" Error,
        /// A catalogue in a git folder, on a machine without git.
        GitMissing = "git-missing" Error,
        /// A git folder that belongs to somebody else.
        GitDubious = "git-dubious" Error,
        /// A git folder in which git does not work.
        GitRefuses = "git-refuses" Error,
        /// No folder for the index.
        CacheNone = "cache-none" Error,
        /// A folder for the index into which nothing can be written.
        CacheUnwritable = "cache-unwritable" Error,
        /// An index that the system does not let anybody read.
        IndexUnreadable = "index-unreadable" Error,
        /// No folder for drafts.
        StateNone = "state-none" Error,
        /// A folder for drafts into which nothing can be written.
        StateUnwritable = "state-unwritable" Error,
    }
}

impl DoctorCode {
    /// The problem with this file or folder, or with the variable that would name one.
    pub(super) fn at(self, place: impl AsRef<Path>) -> Diagnostic<Self> {
        Diagnostic::new(self, Location::path(place.as_ref()))
    }
}
