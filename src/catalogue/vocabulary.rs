//! Lists of things with ids and labels, in the order of their files.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Id;
use crate::base::Text;

/// Anything with an id that people know by a label and, perhaps, other names.
pub trait Named {
    /// The key of the label in its file.
    fn label_key() -> &'static str
    where
        Self: Sized;
    /// The slug.
    fn id(&self) -> &Id;
    /// What people read.
    fn label(&self) -> &Text;
    /// Other names.
    fn other_names(&self) -> Vec<&Text> {
        Vec::new()
    }
}

/// A vocabulary, whatever it has.
pub trait NamedItems {
    /// The item with this id.
    fn item(&self, id: &str) -> Option<&dyn Named>;
    /// The items in the order of the file.
    fn items(&self) -> Box<dyn Iterator<Item = &dyn Named> + '_>;
    /// False when the file could not be read whole.
    fn is_complete(&self) -> bool;
}

impl<T: Named> NamedItems for Vocabulary<T> {
    fn item(&self, id: &str) -> Option<&dyn Named> {
        self.get(id).map(|item| item as &dyn Named)
    }

    fn items(&self) -> Box<dyn Iterator<Item = &dyn Named> + '_> {
        Box::new(self.iter().map(|item| item as &dyn Named))
    }

    fn is_complete(&self) -> bool {
        self.complete
    }
}

/// An ordered list of named things. `complete` is false when its file could not be read whole: then a missing id
/// proves nothing, and references into the list are not reported.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Vocabulary<T> {
    items: Vec<T>,
    complete: bool,
    /// Position by id, filled at the first look-up: an office with thousands of providers is checked as fast.
    #[serde(skip)]
    index: OnceLock<FxHashMap<Id, usize>>,
}

impl<T> Default for Vocabulary<T> {
    fn default() -> Self {
        Self { items: Vec::new(), complete: true, index: OnceLock::new() }
    }
}

impl<T: Named> Vocabulary<T> {
    /// Keeps the order of the file.
    pub fn new(items: Vec<T>, complete: bool) -> Self {
        Self { items, complete, index: OnceLock::new() }
    }

    /// The item with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        let index =
            self.index.get_or_init(|| self.items.iter().enumerate().map(|(i, item)| (item.id().clone(), i)).collect());
        self.items.get(*index.get(id)?)
    }

    /// The label of this id, or the id itself where the vocabulary does not know it.
    pub fn label<'a>(&'a self, id: &'a str) -> &'a str {
        self.get(id).map_or(id, |item| item.label())
    }

    /// The items in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter()
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// False when the file could not be read whole.
    pub fn is_complete(&self) -> bool {
        self.complete
    }
}
