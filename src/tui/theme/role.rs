//! The meanings a theme gives a look to, and which meaning stands in for another.

use ratatui::style::Modifier;

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Text,
    Muted,
    Title,
    Match,
    Selected,
    SelectedMuted,
    Accent,
    Border,
    BorderFocus,
    Chip,
    ChipExcluded,
    Warning,
    Error,
    Good,
    Status,
    Key,
    Tab,
    TabActive,
    Input,
    Placeholder,
    Count,
    Heading,
}

impl Role {
    /// How many roles there are.
    pub const COUNT: usize = 22;

    /// All roles with their names in theme files, in the order of their declaration.
    pub const ALL: [(Self, &'static str); Self::COUNT] = [
        (Self::Text, "text"),
        (Self::Muted, "muted"),
        (Self::Title, "title"),
        (Self::Match, "match"),
        (Self::Selected, "selected"),
        (Self::SelectedMuted, "selected-muted"),
        (Self::Accent, "accent"),
        (Self::Border, "border"),
        (Self::BorderFocus, "border-focus"),
        (Self::Chip, "chip"),
        (Self::ChipExcluded, "chip-excluded"),
        (Self::Warning, "warning"),
        (Self::Error, "error"),
        (Self::Good, "good"),
        (Self::Status, "status"),
        (Self::Key, "key"),
        (Self::Tab, "tab"),
        (Self::TabActive, "tab-active"),
        (Self::Input, "input"),
        (Self::Placeholder, "placeholder"),
        (Self::Count, "count"),
        (Self::Heading, "heading"),
    ];

    /// Reads a name from a theme file.
    pub fn parse(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name)?;
        Some(found.0)
    }

    /// All names, for hints.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name)| *name)
    }

    /// The role whose style this one takes when a theme does not name it.
    pub fn parent(self) -> Option<Self> {
        match self {
            // A match lies on other text and must not bring that text's background along.
            Self::Text | Self::Match | Self::Selected => None,
            Self::Muted | Self::Title | Self::Accent | Self::Input => Some(Self::Text),
            Self::Status | Self::Tab => Some(Self::Text),
            Self::Border | Self::Placeholder | Self::Count => Some(Self::Muted),
            Self::BorderFocus | Self::Chip | Self::Warning | Self::Good | Self::Key => Some(Self::Accent),
            Self::ChipExcluded => Some(Self::Chip),
            Self::Error => Some(Self::Warning),
            Self::Heading => Some(Self::Title),
            Self::SelectedMuted | Self::TabActive => Some(Self::Selected),
        }
    }

    /// The marks of which the role must carry one, and the one it is given otherwise:
    /// what matters has to be seen without colours too.
    pub(super) fn mark(self) -> Option<(Modifier, Modifier)> {
        let (bold, reverse, underline) = (Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED);
        match self {
            Self::Selected => Some((bold | reverse, reverse)),
            Self::Match => Some((bold | underline, bold)),
            Self::SelectedMuted | Self::TabActive => Some((bold | reverse | underline, bold)),
            Self::BorderFocus | Self::Error => Some((bold | reverse | underline, bold)),
            _ => None,
        }
    }
}
