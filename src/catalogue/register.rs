//! Everything entries refer to: vocabularies, places, people, the catalogue's own settings.
//!
//! This is the one place that says which files there are, what stands in them, and which keys that has. Reading,
//! references, schemas and tables walk [`KINDS`] and [`Reference`].

use jiff::civil::Date;

use super::{
    Id, MANIFEST, Named, NamedItems, Need, Reference, SYNONYMS, SynonymDirection, Vocabulary,
    declare::{register, table},
    field_type::{KeyedTable, VocabularyRules},
    layout::SYNONYM_LIST,
    read::TomlTable,
    schema::{FileKind, KeySpec},
};
use crate::base::Text;

register! {
    "measure_types" in "vocabulary/measure_types.toml" {
        measure_types: Term as MeasureTypes in "measure_type";
    }
    "target_groups" in "vocabulary/target_groups.toml" {
        target_groups: Term as TargetGroups in "target_group";
    }
    "legal_bases" in "vocabulary/legal_bases.toml" {
        legal_bases: LegalBasis as LegalBases in "legal_basis";
    }
    "modules" in "vocabulary/modules.toml" {
        modules: Term as Modules in "module";
    }
    "goals" in "vocabulary/goals.toml" {
        goals: Term as Goals in "goal";
    }
    "certificates" in "vocabulary/certificates.toml" {
        certificates: Term as Certificates in "certificate";
    }
    "places" in "vocabulary/places.toml" {
        regions: Region as Regions in "region";
        places: Place as Places in "place";
    }
    "providers" in "providers.toml" {
        providers: Provider as Providers in "provider";
    }
    "coordinators" in "coordinators.toml" {
        coordinators: Coordinator as Coordinators in "coordinator";
    }
}

impl Reference {
    /// False when the file of the vocabulary could not be read whole: then nobody knows what it has not.
    pub fn is_complete(self, register: &Register) -> bool {
        self.vocabulary(register).is_complete()
    }

    /// The ids of the vocabulary with their labels, in the order of its file.
    pub fn options(self, register: &Register) -> Vec<(&str, &Text)> {
        self.vocabulary(register).items().map(|item| (item.id().as_str(), item.label())).collect()
    }
}

impl FileKind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }
}

/// A file that entries refer to, as what the register keeps of it.
pub(super) trait RegisterFile {
    /// The catalogue's own settings.
    fn manifest(&self) -> Manifest;
    /// One of its vocabularies; the register has those that this one refers to.
    fn vocabulary<T>(&self, of: Reference, register: &Register) -> Vocabulary<T>
    where
        T: Named + KeyedTable<Draft: VocabularyRules>;
    /// The synonyms of the office.
    fn synonyms(&self) -> Vec<Synonym>;
}

impl Register {
    /// The region of a place.
    pub fn region_of(&self, place: &str) -> Option<&Id> {
        self.places.get(place)?.region.as_ref()
    }

    /// True when other regions lie within this one.
    pub fn has_regions_within(&self, region: &str) -> bool {
        self.regions.iter().any(|inner| inner.within.as_deref() == Some(region))
    }
}

/// Days after which a confirmation is overdue, where the office says nothing else.
const CONFIRM_AFTER_DAYS: u32 = 90;
/// Days after which a number of free places is old, where the office says nothing else.
const PLACES_AFTER_DAYS: u32 = 14;

table! {
    /// The catalogue's own settings, from `catalogue.toml`.
    Manifest, ManifestDraft {
        /// Name of the catalogue.
        title: Text = Text::default(), Line, Required;
        /// Who keeps it.
        operator: Option<Text>, Line, Optional;
        /// Language of the entries.
        language: Option<Text>, Line, Optional;
        /// True for a demonstration: the screen says so.
        demo: bool = false, Flag, Optional;
        /// Days after which a confirmation is overdue.
        confirm_after_days: u32 = CONFIRM_AFTER_DAYS, Days, Optional;
        /// Days after which a number of free places is old.
        places_after_days: u32 = PLACES_AFTER_DAYS, Days, Optional;
    }
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            title: Text::default(),
            operator: None,
            language: None,
            demo: false,
            confirm_after_days: CONFIRM_AFTER_DAYS,
            places_after_days: PLACES_AFTER_DAYS,
        }
    }
}

table! {
    /// A word of a vocabulary: measure type, target group, module, goal, certificate.
    Term, TermDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// What people read.
        label: Text, Line, Required;
        /// Other names.
        aliases: Vec<Text>, Lines, Optional;
        /// Remark for those who keep the vocabulary.
        note: Option<Text>, Paragraphs, Optional;
    }
}

table! {
    /// A legal basis with its time of validity.
    LegalBasis, LegalBasisDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// The norm, e.g. "§ 16d SGB II".
        citation: Text = Text::default(), Line, Optional;
        /// Abbreviation, e.g. "AGH".
        short: Option<Text>, Line, Optional;
        /// What people read.
        label: Text, Line, Required;
        /// First day on which it is in force.
        valid_from: Option<Date>, Date, Optional;
        /// Last day on which it is in force.
        valid_until: Option<Date>, Date, Optional;
        /// Who decides: Jobcenter, Agentur für Arbeit, kommunaler Träger ...
        responsible: Option<Text>, Line, Optional;
        /// Remark.
        note: Option<Text>, Paragraphs, Optional;
    }
}

table! {
    /// A region. Regions form a tree, from the quarter of a town up to the country: see
    /// [`RegionTree`](crate::catalogue::RegionTree).
    Region, RegionDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// What people read.
        label: Text, Line, Required;
        /// Id of the region that it lies within.
        within: Option<Id>, Reference(Reference::Regions), Optional;
        /// Other names.
        aliases: Vec<Text>, Lines, Optional;
        /// Remark for those who keep the vocabulary.
        note: Option<Text>, Paragraphs, Optional;
    }
}

table! {
    /// A place; its region follows from it.
    Place, PlaceDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// What people read.
        label: Text, Line, Required;
        /// Id of the smallest region that it lies in.
        region: Option<Id>, Reference(Reference::Regions), Optional;
        /// Other names.
        aliases: Vec<Text>, Lines, Optional;
        /// Remark.
        note: Option<Text>, Paragraphs, Optional;
    }
}

table! {
    /// The organisation that carries an offer out.
    Provider, ProviderDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// Name.
        name: Text, Line, Required;
        /// Phone number.
        phone: Option<Text>, Line, Optional;
        /// E-mail address.
        email: Option<Text>, Email, Optional;
        /// Web address.
        url: Option<Text>, Link, Optional;
        /// Ids of places.
        places: Vec<Id>, References(Reference::Places), Optional;
    }
}

table! {
    /// The function inside the office that keeps entries true.
    Coordinator, CoordinatorDraft {
        /// Slug.
        id: Id, Slug, Required;
        /// Name of the function.
        name: Text, Line, Required;
        /// Team.
        team: Option<Text>, Line, Optional;
        /// Phone number.
        phone: Option<Text>, Line, Optional;
        /// E-mail address.
        email: Option<Text>, Email, Optional;
        /// Id of the coordinator who stands in.
        substitute: Option<Id>, Reference(Reference::Coordinators), Optional;
    }
}

table! {
    /// One synonym of the office.
    Synonym, SynonymDraft {
        /// The preferred term.
        term: Text, Line, Required;
        /// Other words for it.
        variants: Vec<Text>, Lines, Required;
        /// Which way a search may go.
        direction: SynonymDirection = SynonymDirection::Both, Choice, Optional;
        /// Remark for those who keep the list.
        note: Option<Text>, Paragraphs, Optional;
        /// What whoever searches for a variant should know: an old name, and what it is called today.
        hint: Option<Text>, Line, Optional;
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
    Region, label, |region| region.aliases.iter().collect();
    Place, label, |place| place.aliases.iter().collect();
    Coordinator, name, |coordinator| coordinator.team.iter().collect();
    Provider, name, |_provider| Vec::new();
}
