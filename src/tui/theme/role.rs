//! The meanings a theme gives a look to, and which meaning stands in for another.

use ratatui::style::Modifier;

use crate::base::coded_enum;

coded_enum! {
    /// What a piece of the screen means, each with its name in theme files.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[allow(missing_docs)]
    pub enum Role {
        Text = "text",
        Muted = "muted",
        Title = "title",
        Match = "match",
        Selected = "selected",
        SelectedMuted = "selected-muted",
        Accent = "accent",
        Border = "border",
        BorderFocus = "border-focus",
        Chip = "chip",
        ChipExcluded = "chip-excluded",
        Warning = "warning",
        Error = "error",
        Good = "good",
        Status = "status",
        Key = "key",
        Tab = "tab",
        TabActive = "tab-active",
        Input = "input",
        Placeholder = "placeholder",
        Count = "count",
        Heading = "heading",
        PaneTitle = "pane-title",
        PaneTitleFocus = "pane-title-focus",
        Label = "label",
        Available = "available",
        Waiting = "waiting",
        NotYet = "not-yet",
        Over = "over",
        Internal = "internal",
    }
}

impl Role {
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
            Self::Heading | Self::PaneTitleFocus => Some(Self::Title),
            Self::PaneTitle | Self::Label | Self::Over => Some(Self::Muted),
            Self::Available | Self::Waiting | Self::NotYet => Some(Self::Accent),
            Self::Internal => Some(Self::Warning),
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
            Self::Internal => Some((reverse, reverse)),
            _ => None,
        }
    }
}
