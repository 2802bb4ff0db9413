//! The way back in a form: steps that can be taken back.

use super::content::FieldContent;

const MOST: usize = 500;

/// What stood in a field before it was changed.
pub(super) struct UndoStep {
    pub(super) at: usize,
    pub(super) content: FieldContent,
}

/// The steps that can be taken back, and those that were.
#[derive(Default)]
pub(super) struct UndoSteps {
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    /// The field of the last edit, when it was a letter: letters that follow each other are one step.
    typing: Option<usize>,
}

impl UndoSteps {
    /// A field was edited, perhaps by one more letter.
    pub(super) fn record(&mut self, before: UndoStep, letter: bool) {
        let at = before.at;
        if !letter || self.typing != Some(at) {
            self.undo.push(before);
            let excess = self.undo.len().saturating_sub(MOST);
            self.undo.drain(..excess);
        }
        self.typing = letter.then_some(at);
        self.redo.clear();
    }

    /// A field was changed by other means.
    pub(super) fn push(&mut self, before: UndoStep) {
        self.undo.push(before);
    }

    /// The next letter is a step of its own.
    pub(super) fn pause(&mut self) {
        self.typing = None;
    }

    /// The step to be taken back next.
    pub(super) fn back(&mut self) -> Option<UndoStep> {
        self.undo.pop()
    }

    /// A step was taken back: this stood there until then.
    pub(super) fn taken_back(&mut self, step: UndoStep) {
        self.redo.push(step);
    }

    /// The step that was taken back last.
    pub(super) fn forward(&mut self) -> Option<UndoStep> {
        self.redo.pop()
    }

    pub(super) fn clear(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }
}
