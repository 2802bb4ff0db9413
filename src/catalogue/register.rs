//! Everything entries refer to: vocabularies, places, people, the catalogue's own settings.

use std::sync::OnceLock;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Id;
use crate::base::Text;

/// The catalogue's own settings, from `catalogue.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the catalogue.
    pub title: Text,
    /// Who keeps it.
    pub operator: Option<Text>,
    /// Language of the entries.
    pub language: Option<Text>,
    /// True for a demonstration: the screen says so.
    pub demo: bool,
    /// Days after which a confirmation is overdue.
    pub confirm_after_days: u32,
    /// Days after which a number of free places is old.
    pub places_after_days: u32,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            title: Text::default(),
            operator: None,
            language: None,
            demo: false,
            confirm_after_days: 90,
            places_after_days: 14,
        }
    }
}

/// A word of a vocabulary: measure type, target group, module, goal, certificate, region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Slug.
    pub id: Id,
    /// What people read.
    pub label: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Remark for those who keep the vocabulary.
    pub note: Option<Text>,
}

/// A legal basis with its time of validity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// Slug.
    pub id: Id,
    /// The norm, e.g. "§ 16d SGB II".
    pub citation: Text,
    /// Abbreviation, e.g. "AGH".
    pub short: Option<Text>,
    /// What people read.
    pub label: Text,
    /// First day on which it is in force.
    pub valid_from: Option<Date>,
    /// Last day on which it is in force.
    pub valid_until: Option<Date>,
    /// Who decides: Jobcenter, Agentur für Arbeit, kommunaler Träger ...
    pub responsible: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
}

/// A place; its region follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Slug.
    pub id: Id,
    /// What people read.
    pub label: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Id of the region.
    pub region: Option<Id>,
    /// Remark.
    pub note: Option<Text>,
}

/// The function inside the house that keeps entries true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coordinator {
    /// Slug.
    pub id: Id,
    /// Name of the function.
    pub name: Text,
    /// Team.
    pub team: Option<Text>,
    /// Phone number.
    pub phone: Option<Text>,
    /// E-mail address.
    pub email: Option<Text>,
    /// Id of the coordinator who stands in.
    pub substitute: Option<Id>,
}

/// The organisation that carries an offer out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Provider {
    /// Slug.
    pub id: Id,
    /// Name.
    pub name: Text,
    /// Phone number.
    pub phone: Option<Text>,
    /// E-mail address.
    pub email: Option<Text>,
    /// Web address.
    pub url: Option<Text>,
    /// Ids of places.
    pub places: Vec<Id>,
}

/// One synonym of the house.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Synonym {
    /// The preferred term.
    pub term: Text,
    /// Other words for it.
    pub variants: Vec<Text>,
    /// Which way a search may go.
    pub direction: Direction,
    /// Remark for those who keep the list.
    pub note: Option<Text>,
    /// What whoever searches for a variant should know: an old name, and what it is called today.
    pub hint: Option<Text>,
}

super::choice::choices! {
    /// Which way a synonym works: both ways, only from the variant to the term, or not at all, whatever the shipped
    /// lists say.
    Direction "direction" { Both = "both", ToTerm = "to_term", None = "none" }
}

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

macro_rules! named {
    ($($type:ty, $label:ident, |$item:ident| $names:expr;)+) => {$(
        impl Named for $type {
            fn label_key() -> &'static str { stringify!($label) }
            fn id(&self) -> &Id { &self.id }
            fn label(&self) -> &Text { &self.$label }
            fn other_names(&self) -> Vec<&Text> { let $item = self; $names }
        }
    )+};
}

named! {
    Term, label, |term| term.aliases.iter().collect();
    LegalBasis, label, |basis| basis.short.iter().chain([&basis.citation]).collect();
    Place, label, |place| place.aliases.iter().collect();
    Coordinator, name, |coordinator| coordinator.team.iter().collect();
    Provider, name, |_provider| Vec::new();
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
    /// Position by id, filled at the first look-up: a house with thousands of providers is checked as fast.
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

/// Everything entries refer to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the vocabulary of its name")]
pub struct Register {
    pub manifest: Manifest,
    pub measure_types: Vocabulary<Term>,
    pub target_groups: Vocabulary<Term>,
    pub legal_bases: Vocabulary<LegalBasis>,
    pub modules: Vocabulary<Term>,
    pub goals: Vocabulary<Term>,
    pub certificates: Vocabulary<Term>,
    pub regions: Vocabulary<Term>,
    pub places: Vocabulary<Place>,
    pub coordinators: Vocabulary<Coordinator>,
    pub providers: Vocabulary<Provider>,
    pub synonyms: Vec<Synonym>,
}

impl Register {
    /// The region of a place.
    pub fn region_of(&self, place: &str) -> Option<&Id> {
        self.places.get(place)?.region.as_ref()
    }
}
