//! Where an export goes: to stdout or into a file.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use super::{CliError, Context, Exit, ExportFormat, output};
use crate::{cli::output_file::LinkTarget, locale::Texts};

/// Where an export goes.
pub(super) enum ExportTarget {
    /// To stdout.
    Stdout,
    /// Into a file or device.
    Place(LinkTarget),
}

impl ExportTarget {
    /// Looks where `output` leads, before any work is done. Without it, and for `-`, that is stdout.
    ///
    /// # Errors
    /// When nothing can or may be written there.
    pub fn of(output: Option<&Path>, format: ExportFormat, context: &Context) -> Result<Self, CliError> {
        if let Some(path) = output.filter(|path| *path != Path::new("-")) {
            return LinkTarget::outside_catalogue(path, context).map(Self::Place);
        }
        let texts = &context.texts;
        if format == ExportFormat::Xlsx && io::stdout().is_terminal() {
            let error = CliError::new(Exit::Usage, texts.get("export-xlsx-terminal").into_owned());
            return Err(error.hint(texts.get("export-xlsx-terminal-hint")));
        }
        Ok(Self::Stdout)
    }

    /// The file or device.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::Place(place) => Some(place.path()),
        }
    }

    /// Writes it all, or leaves a file as it was. To stdout, a text is written as one.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, content: &[u8], texts: &Texts) -> Result<(), CliError> {
        match self {
            Self::Stdout => match std::str::from_utf8(content) {
                Ok(text) => output::print(text, texts),
                Err(_) => output::print_bytes(&[content], texts),
            },
            Self::Place(place) => place.write(content, texts),
        }
    }
}
