//! What a key can ask for: every action has one name, used in the key files and for its description.

/// An action that a key expresses. Typed text is no action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The names say it, and every action has a description in the texts.
pub enum Action {
    Quit,
    Back,
    Help,
    ToggleFilters,
    NextSort,
    ToggleInternal,
    Refresh,
    WhyFound,
    Problems,
    NextKind,
    PreviousKind,
    /// One of the four kinds: 1 measures, 2 target groups, 3 coordinators, 4 providers.
    ShowKind(u8),
    SelectPrevious,
    SelectNext,
    PageUp,
    PageDown,
    First,
    Last,
    ScrollEntryUp,
    ScrollEntryDown,
    ScrollEntryPageUp,
    ScrollEntryPageDown,
    ScrollEntryTop,
    ScrollEntryBottom,
    OpenEntry,
    ToggleValue,
    NextFacet,
    PreviousFacet,
    AcceptCompletion,
    RemoveLastFilter,
    ClearFilters,
    ClearLine,
    Redraw,
    ToggleMouse,
    CycleTheme,
    CursorLeft,
    CursorRight,
    CursorStart,
    CursorEnd,
    WordLeft,
    WordRight,
    DeleteBack,
    DeleteForward,
    DeleteWordBack,
    Desk,
    EditEntry,
    OpenEditor,
    NewEntry,
    CopyEntry,
    ConfirmEntry,
    FreePlaces,
    History,
    Activate,
    NextField,
    PreviousField,
    NextGroup,
    PreviousGroup,
    Save,
    Undo,
    Redo,
    Preview,
    ExtendLeft,
    ExtendRight,
    ExtendUp,
    ExtendDown,
    ExtendWordLeft,
    ExtendWordRight,
    ExtendStart,
    ExtendEnd,
    SelectAll,
    Cut,
    Copy,
    InsertCopied,
    Restore,
    Report,
    NextRows,
    PreviousRows,
    NextColumns,
    PreviousColumns,
    NextFigure,
}

/// Every action with its name, in the order in which help shows them.
const NAMES: [(Action, &str); 83] = [
    (Action::Help, "help"),
    (Action::Back, "back"),
    (Action::Quit, "quit"),
    (Action::SelectPrevious, "select-previous"),
    (Action::SelectNext, "select-next"),
    (Action::PageUp, "page-up"),
    (Action::PageDown, "page-down"),
    (Action::First, "first"),
    (Action::Last, "last"),
    (Action::OpenEntry, "open-entry"),
    (Action::ScrollEntryUp, "scroll-entry-up"),
    (Action::ScrollEntryDown, "scroll-entry-down"),
    (Action::ScrollEntryPageUp, "scroll-entry-page-up"),
    (Action::ScrollEntryPageDown, "scroll-entry-page-down"),
    (Action::ScrollEntryTop, "scroll-entry-top"),
    (Action::ScrollEntryBottom, "scroll-entry-bottom"),
    (Action::ToggleFilters, "toggle-filters"),
    (Action::ToggleValue, "toggle-value"),
    (Action::NextFacet, "next-facet"),
    (Action::PreviousFacet, "previous-facet"),
    (Action::RemoveLastFilter, "remove-last-filter"),
    (Action::ClearFilters, "clear-filters"),
    (Action::AcceptCompletion, "accept-completion"),
    (Action::NextKind, "next-kind"),
    (Action::PreviousKind, "previous-kind"),
    (Action::ShowKind(1), "show-kind-1"),
    (Action::ShowKind(2), "show-kind-2"),
    (Action::ShowKind(3), "show-kind-3"),
    (Action::ShowKind(4), "show-kind-4"),
    (Action::NextSort, "next-sort"),
    (Action::ToggleInternal, "toggle-internal"),
    (Action::WhyFound, "why-found"),
    (Action::Problems, "problems"),
    (Action::Refresh, "refresh"),
    (Action::Report, "open-report"),
    (Action::NextRows, "next-rows"),
    (Action::PreviousRows, "previous-rows"),
    (Action::NextColumns, "next-columns"),
    (Action::PreviousColumns, "previous-columns"),
    (Action::NextFigure, "next-figure"),
    (Action::Desk, "open-desk"),
    (Action::EditEntry, "edit-entry"),
    (Action::OpenEditor, "open-editor"),
    (Action::NewEntry, "new-entry"),
    (Action::CopyEntry, "copy-entry"),
    (Action::ConfirmEntry, "confirm-entry"),
    (Action::FreePlaces, "free-places"),
    (Action::History, "open-history"),
    (Action::Activate, "activate"),
    (Action::NextField, "next-field"),
    (Action::PreviousField, "previous-field"),
    (Action::NextGroup, "next-group"),
    (Action::PreviousGroup, "previous-group"),
    (Action::Save, "save"),
    (Action::Undo, "undo"),
    (Action::Redo, "redo"),
    (Action::Preview, "preview"),
    (Action::ExtendLeft, "extend-left"),
    (Action::ExtendRight, "extend-right"),
    (Action::ExtendUp, "extend-up"),
    (Action::ExtendDown, "extend-down"),
    (Action::ExtendWordLeft, "extend-word-left"),
    (Action::ExtendWordRight, "extend-word-right"),
    (Action::ExtendStart, "extend-start"),
    (Action::ExtendEnd, "extend-end"),
    (Action::SelectAll, "select-all"),
    (Action::Cut, "cut"),
    (Action::Copy, "copy"),
    (Action::InsertCopied, "insert-copied"),
    (Action::Restore, "restore"),
    (Action::ClearLine, "clear-line"),
    (Action::CursorLeft, "cursor-left"),
    (Action::CursorRight, "cursor-right"),
    (Action::CursorStart, "cursor-start"),
    (Action::CursorEnd, "cursor-end"),
    (Action::WordLeft, "word-left"),
    (Action::WordRight, "word-right"),
    (Action::DeleteBack, "delete-back"),
    (Action::DeleteForward, "delete-forward"),
    (Action::DeleteWordBack, "delete-word-back"),
    (Action::ToggleMouse, "toggle-mouse"),
    (Action::CycleTheme, "cycle-theme"),
    (Action::Redraw, "redraw"),
];

impl Action {
    /// All actions, in the order in which help shows them.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(action, _)| *action)
    }

    /// All names, for hints.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name)| *name)
    }

    /// Reads a name from a key file.
    pub fn parse(name: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(_, known)| *known == name)?;
        Some(found.0)
    }

    /// The name in key files, in kebab-case.
    pub fn name(self) -> &'static str {
        let found = NAMES.iter().find(|(action, _)| *action == self);
        found.map_or("show-kind", |(_, name)| name)
    }

    /// The key of the description in the texts.
    pub fn text_key(self) -> String {
        format!("action-{}", self.name())
    }

    /// True for what only those can do who keep entries: a coordinator, on a catalogue that is a folder.
    pub fn keeps_entries(self) -> bool {
        use Action::*;
        matches!(
            self,
            Desk | EditEntry | OpenEditor | NewEntry | CopyEntry | ConfirmEntry | FreePlaces | History | Restore
        )
    }

    /// Where help shows it: the place in the list of all actions.
    pub fn rank(self) -> usize {
        let position = NAMES.iter().position(|(action, _)| *action == self);
        position.unwrap_or(NAMES.len())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::{Lang, Texts};

    #[test]
    fn names_are_unique_and_read_back() {
        let names: BTreeSet<_> = Action::names().collect();
        let actions: BTreeSet<_> = Action::all().collect();
        assert_eq!((names.len(), actions.len()), (NAMES.len(), NAMES.len()));
        for action in Action::all() {
            assert_eq!(Action::parse(action.name()), Some(action));
        }
        assert_eq!(Action::parse("Quit"), None);
    }

    #[test]
    fn every_action_is_described_in_both_languages() {
        for language in [Lang::De, Lang::En] {
            let words = Texts::new(language);
            let silent: Vec<_> = Action::all().map(Action::text_key).filter(|key| !words.has(key)).collect();
            assert!(silent.is_empty(), "{language:?}: {silent:?}");
        }
    }
}
