//! Who named the catalogue in force.

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
