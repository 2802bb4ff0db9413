//! What a page and the screen around it know of each other: what a page sees, what it asks for, which keys it has.

use ratatui::layout::{Position, Rect};

use super::dialog::state::DialogKind;
use crate::{
    base::Text,
    catalogue::Id,
    search::{AxisValue, FilterKey},
    store::{Clash, OrphanedDraft},
    tui::{Action, Canvas, ClickTarget, Effect, EntryAction, KeyContext, KnownPlaces, Select, Session, UiContext},
};

/// What the screen does with any page above the search. What concerns one of them only, such as the answers that it waits
/// for, are methods of its own.
pub(crate) trait StackedPage {
    /// Where the user is.
    fn key_context(&self) -> KeyContext;
    /// The keys that help shows.
    fn help(&self) -> PageHelp;
    /// The actions that the last row names, the most useful first.
    fn offered(&self) -> Vec<Action>;
    /// Does what a key asks for.
    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect>;
    /// Something was clicked.
    fn on_click(&mut self, cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect>;
    /// Draws the page; returns where its cursor stands.
    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position>;

    /// The entry that is meant where one says that something is to be done with it.
    fn entry(&self) -> Option<&Id> {
        None
    }

    /// The title of an entry, where the page knows it.
    fn title_of(&self, _id: &Id) -> Option<&Text> {
        None
    }

    /// The free places of an entry, where the page knows them.
    fn places_of(&self, _id: &Id) -> Option<KnownPlaces> {
        None
    }

    /// Types text.
    fn on_text(&mut self, _cx: PageContext<'_>, _text: &str) -> Vec<PageEffect> {
        Vec::new()
    }

    /// The terminal has another size.
    fn on_resize(&mut self, _cx: PageContext<'_>) {}

    /// Somebody else looks on.
    fn on_audience(&mut self, _cx: PageContext<'_>) -> Vec<PageEffect> {
        Vec::new()
    }
}

/// What a page sees of the screen around it.
#[derive(Clone, Copy)]
pub(crate) struct PageContext<'a> {
    pub ui: &'a UiContext,
    pub session: &'a Session,
}

/// What a page asks of the screen around it. Done in the order in which it is asked for.
pub(crate) enum PageEffect {
    /// Something to be done outside.
    Outside(Effect),
    /// To be said until the next key.
    Message(String),
    /// To be asked in a dialog, in the place of what is asked now.
    Ask(DialogKind),
    /// To be read whole before one goes on.
    Inform(Vec<String>),
    /// The page is left.
    Close,
    /// To be done with the open form.
    Form(FormCommand),
    /// Something is to be done with the selected entry.
    Entry(EntryAction),
    /// To be typed into what is asked now.
    Type(String),
    /// An earlier state of this entry is to be brought back; the text of its file, where entries can be made of it.
    Restore(Id, Option<String>),
    /// The next form is opened for this.
    Intend(Intent),
    /// The same with an entry of somebody else: it was asked about, and the answer is yes.
    Agreed(Id, EntryAction),
    /// The search is to be asked for what it shows now.
    Search(Select),
    /// The same; the selection stays.
    SearchAgain,
    /// The offers of a cell are to be shown: those with the values of its row and column.
    Offers([(FilterKey, AxisValue); 2]),
    /// Somebody else looks on.
    ToggleAudience,
    /// What was asked for is not done.
    GiveUp,
    /// Somebody wants out. Asks about what was typed.
    Quit,
}

/// What is done with the open form from outside.
pub(crate) enum FormCommand {
    Save(After),
    /// It goes on with the chosen values on top of the text that somebody else has saved. Each field with whether one's own
    /// value counts.
    Settle {
        now: String,
        clashes: Vec<(Clash, bool)>,
    },
    /// Its text takes the place of what is there, if anything is.
    Overwrite(Option<String>),
    /// It closes, and its draft goes.
    Close,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    Close,
    Quit,
}

/// What the next form is opened for.
pub(crate) enum Intent {
    /// To go on with a draft.
    Draft(Box<OrphanedDraft>),
    /// To bring back an earlier state; the text of its file.
    Restore(String),
    /// To settle in a form what an editor could not: the text of the file before, and the text from the editor.
    Settle(String, String),
}

/// The keys that help shows on a page.
pub(crate) struct PageHelp {
    /// The contexts of the page, its own first.
    pub contexts: &'static [KeyContext],
    /// What works there besides.
    pub works: &'static [Action],
    /// True where lines and columns are what elsewhere are results and characters.
    pub in_table: bool,
}
