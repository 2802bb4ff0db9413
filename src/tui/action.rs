//! What a key can ask for: every action has one name, used in the key files and for its description.

use crate::base::coded_enum;

coded_enum! {
    /// An action that a key expresses, in the order in which help shows them. Typed text is no action.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    #[allow(missing_docs, reason = "the names say it, and every action has a description in the texts")]
    pub enum Action {
        Help = "help",
        Back = "back",
        Quit = "quit",
        Interrupt = "interrupt",
        Palette = "palette",
        NextConsultation = "next-consultation",
        SelectPrevious = "select-previous",
        SelectNext = "select-next",
        PageUp = "page-up",
        PageDown = "page-down",
        First = "first",
        Last = "last",
        OpenEntry = "open-entry",
        ScrollEntryUp = "scroll-entry-up",
        ScrollEntryDown = "scroll-entry-down",
        ScrollEntryPageUp = "scroll-entry-page-up",
        ScrollEntryPageDown = "scroll-entry-page-down",
        ScrollEntryTop = "scroll-entry-top",
        ScrollEntryBottom = "scroll-entry-bottom",
        ToggleFilters = "toggle-filters",
        ToggleValue = "toggle-value",
        NextFacet = "next-facet",
        PreviousFacet = "previous-facet",
        RemoveLastFilter = "remove-last-filter",
        ClearFilters = "clear-filters",
        AcceptCompletion = "accept-completion",
        TakeFact = "take-fact",
        NextKind = "next-kind",
        PreviousKind = "previous-kind",
        ShowMeasures = "show-kind-1",
        ShowTargetGroups = "show-kind-2",
        ShowCoordinators = "show-kind-3",
        ShowProviders = "show-kind-4",
        NextSort = "next-sort",
        ToggleUnavailable = "toggle-unavailable",
        WidenList = "widen-list",
        NarrowList = "narrow-list",
        ToggleInternal = "toggle-internal",
        WhyFound = "why-found",
        CopyToClipboard = "copy-to-clipboard",
        OpenLink = "open-link",
        Problems = "problems",
        Refresh = "refresh",
        Report = "open-report",
        NextRows = "next-rows",
        PreviousRows = "previous-rows",
        NextColumns = "next-columns",
        PreviousColumns = "previous-columns",
        NextFigure = "next-figure",
        Desk = "open-desk",
        EditEntry = "edit-entry",
        OpenEditor = "open-editor",
        NewEntry = "new-entry",
        CopyEntry = "copy-entry",
        ConfirmEntry = "confirm-entry",
        UndoConfirmation = "undo-confirmation",
        FreePlaces = "free-places",
        History = "open-history",
        Activate = "activate",
        NextField = "next-field",
        PreviousField = "previous-field",
        NextGroup = "next-group",
        PreviousGroup = "previous-group",
        FindField = "find-field",
        Save = "save",
        Undo = "undo",
        Redo = "redo",
        Preview = "preview",
        ExtendLeft = "extend-left",
        ExtendRight = "extend-right",
        ExtendUp = "extend-up",
        ExtendDown = "extend-down",
        ExtendWordLeft = "extend-word-left",
        ExtendWordRight = "extend-word-right",
        ExtendStart = "extend-start",
        ExtendEnd = "extend-end",
        SelectAll = "select-all",
        Cut = "cut",
        Copy = "copy",
        InsertCopied = "insert-copied",
        Restore = "restore",
        ClearLine = "clear-line",
        CursorLeft = "cursor-left",
        CursorRight = "cursor-right",
        CursorStart = "cursor-start",
        CursorEnd = "cursor-end",
        WordLeft = "word-left",
        WordRight = "word-right",
        DeleteBack = "delete-back",
        DeleteForward = "delete-forward",
        DeleteWordBack = "delete-word-back",
        ToggleMouse = "toggle-mouse",
        CycleTheme = "cycle-theme",
        Redraw = "redraw",
    }
}

impl Action {
    /// The key of the description in the texts.
    pub fn text_key(self) -> String {
        format!("action-{}", self.code())
    }

    /// True for what somebody may want to do by its name: everything but moving, editing a text and what acts on a choice.
    pub fn is_command(self) -> bool {
        use Action::*;
        let moves = matches!(
            self,
            SelectPrevious | SelectNext | PageUp | PageDown | First | Last | Back | Activate | Palette | Interrupt
        );
        let scrolls = matches!(
            self,
            ScrollEntryUp
                | ScrollEntryDown
                | ScrollEntryPageUp
                | ScrollEntryPageDown
                | ScrollEntryTop
                | ScrollEntryBottom
        );
        let of_choice = matches!(self, ToggleValue | NextFacet | PreviousFacet | AcceptCompletion);
        !moves && !scrolls && !of_choice && !self.edits_text()
    }

    /// True for what moves or changes the cursor of a text.
    pub fn edits_text(self) -> bool {
        use Action::*;
        matches!(
            self,
            NextField
                | PreviousField
                | NextGroup
                | PreviousGroup
                | ExtendLeft
                | ExtendRight
                | ExtendUp
                | ExtendDown
                | ExtendWordLeft
                | ExtendWordRight
                | ExtendStart
                | ExtendEnd
                | SelectAll
                | Cut
                | Copy
                | InsertCopied
                | ClearLine
                | CursorLeft
                | CursorRight
                | CursorStart
                | CursorEnd
                | WordLeft
                | WordRight
                | DeleteBack
                | DeleteForward
                | DeleteWordBack
        )
    }

    /// True for what only the search knows: on other pages its keys do nothing else.
    pub fn is_of_search(self) -> bool {
        use Action::*;
        matches!(
            self,
            ToggleFilters
                | ClearFilters
                | RemoveLastFilter
                | NextKind
                | PreviousKind
                | ShowMeasures
                | ShowTargetGroups
                | ShowCoordinators
                | ShowProviders
                | NextSort
                | ToggleUnavailable
                | WidenList
                | NarrowList
                | WhyFound
        )
    }

    /// True for what only those can do who keep entries: a coordinator, on a catalogue that is a folder.
    pub fn keeps_entries(self) -> bool {
        use Action::*;
        matches!(
            self,
            Desk | EditEntry
                | OpenEditor
                | NewEntry
                | CopyEntry
                | ConfirmEntry
                | UndoConfirmation
                | FreePlaces
                | History
                | Restore
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::{Lang, Texts};

    #[test]
    fn names_are_unique_and_read_back() {
        assert_eq!(BTreeSet::from(Action::CODES).len(), Action::ALL.len());
        for action in Action::ALL {
            assert_eq!(Action::from_code(action.code()), Some(action));
        }
        assert_eq!(Action::from_code("Quit"), None);
    }

    #[test]
    fn every_action_is_described_in_both_languages() {
        for language in [Lang::De, Lang::En] {
            let words = Texts::new(language);
            let silent: Vec<_> = Action::ALL.into_iter().map(Action::text_key).filter(|key| !words.has(key)).collect();
            assert!(silent.is_empty(), "{language:?}: {silent:?}");
        }
    }
}
