//! Who named the catalogue in force.

use crate::locale::Texts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// `--catalogue`.
    Flag,
    /// `LOTSE_CATALOGUE`.
    Variable,
    /// The settings file.
    Settings,
    /// The folder `catalogue` here, or a path among the arguments.
    Path,
}

impl Origin {
    /// Who named it, in the user's language; options and variables are their own names.
    pub fn localize(self, texts: &Texts) -> String {
        match self {
            Self::Flag => "--catalogue".to_owned(),
            Self::Variable => "LOTSE_CATALOGUE".to_owned(),
            Self::Settings => texts.get("doctor-origin-settings").into_owned(),
            Self::Path => texts.get("doctor-origin-here").into_owned(),
        }
    }
}
