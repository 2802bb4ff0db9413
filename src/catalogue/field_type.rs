//! What the Rust type of a key says about it: how a file is read into it, and what of that the rules look at.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{
    Choice, ClosedList, Field, Group, Id, Need, Shape,
    read::{TomlTable, choice_of, id_of},
    schema::{KeySpec, KeyType},
};
use crate::base::{Text, toml::TypedValue};

/// A type that a declared key may have: a value, an `Option` of one that may be missing, a `Vec` of several.
pub(super) trait FieldType: Sized {
    /// What of it can be read from a file that may be faulty.
    type Draft;
    /// The closed list that its values are of; empty for other values.
    const LIST: ClosedList;
    /// Whether a whole needs the value; `None` where the type does not say it.
    const REQUIRED: Option<bool>;

    /// Reads the value and reports what does not fit; one that is `required` and missing as well.
    fn read(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType, required: bool) -> Self::Draft;
    /// The value; `None` when there is none without it.
    fn whole(draft: Self::Draft) -> Option<Self>;
    /// What the rules look at.
    fn content(draft: &Self::Draft) -> DraftContent<'_>;
}

/// What was read of one key, for rules that hold for all keys of a sort.
#[derive(Clone, Copy, Debug)]
pub(super) enum DraftContent<'a> {
    /// What somebody has typed.
    Texts(&'a [Text]),
    /// Ids of the entry itself or of a vocabulary.
    Ids(&'a [Id]),
    /// This many other values.
    Others(usize),
}

impl DraftContent<'_> {
    pub(super) fn len(self) -> usize {
        match self {
            Self::Texts(texts) => texts.len(),
            Self::Ids(ids) => ids.len(),
            Self::Others(number) => number,
        }
    }
}

impl Field {
    /// A field whose Rust type is `T`.
    pub(super) const fn declared<T: FieldType>(
        section: &'static str,
        key: &'static str,
        shape: Shape,
        group: Group,
        need: Need,
    ) -> Self {
        let required = matches!(need, Need::Required);
        assert!(
            match T::REQUIRED {
                Some(by_type) => by_type == required,
                None => true,
            },
            "what an entry needs is no Option, and everything else is one"
        );
        Self { section, key, shape, group, need }
    }
}

/// A table of a file that entries refer to.
pub(super) trait KeyedTable: Sized {
    /// What of it can be read from a file that may be faulty.
    type Draft;
    /// Its keys in order.
    const KEYS: &'static [KeySpec];

    /// Reads all keys; what does not fit is reported and left out.
    fn read(table: &TomlTable<'_, '_>) -> Self::Draft;
    /// All of it; `None` when a required value is missing or could not be understood.
    fn whole(draft: Self::Draft) -> Option<Self>;
    /// What was read, key by key.
    fn contents(draft: &Self::Draft) -> Vec<DraftContent<'_>>;
}

/// The rules of one thing of a vocabulary, beyond what its keys may hold.
pub(super) trait VocabularyRules {
    /// The key by which a thing names another of the same vocabulary that contains it.
    const CONTAINED_BY: Option<&'static str> = None;

    /// Reports what contradicts itself.
    fn check(&self, _table: &TomlTable<'_, '_>) {}
}

/// One value of a key.
pub(super) trait SingleValue: Sized {
    /// See [`FieldType::LIST`].
    const LIST: ClosedList = ClosedList::EMPTY;

    /// Reads one; reports nothing where there is none.
    fn one(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType) -> Option<Self>;

    /// Reports one that is missing.
    fn required(table: &TomlTable<'_, '_>, key: &'static str, value: Option<Self>) -> Option<Self> {
        table.required(key, value)
    }

    /// What the rules look at.
    fn content(values: &[Self]) -> DraftContent<'_> {
        DraftContent::Others(values.len())
    }
}

/// One value of a key that may have several.
pub(super) trait ListValue: SingleValue {
    /// Reads all of them.
    fn all(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self>;

    /// Reads all of them and reports when there is none.
    fn required_list(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.required_list(key, Self::all(table, key))
    }
}

impl<T: SingleValue> FieldType for T {
    type Draft = Option<T>;
    const LIST: ClosedList = T::LIST;
    const REQUIRED: Option<bool> = Some(true);

    fn read(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType, required: bool) -> Option<T> {
        let value = T::one(table, key, holds);
        if required { T::required(table, key, value) } else { value }
    }

    fn whole(draft: Option<T>) -> Option<T> {
        draft
    }

    fn content(draft: &Option<T>) -> DraftContent<'_> {
        T::content(draft.as_slice())
    }
}

impl<T: SingleValue> FieldType for Option<T> {
    type Draft = Self;
    const LIST: ClosedList = T::LIST;
    const REQUIRED: Option<bool> = Some(false);

    fn read(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType, _required: bool) -> Self {
        T::one(table, key, holds)
    }

    fn whole(draft: Self) -> Option<Self> {
        Some(draft)
    }

    fn content(draft: &Self) -> DraftContent<'_> {
        T::content(draft.as_slice())
    }
}

impl<T: ListValue> FieldType for Vec<T> {
    type Draft = Self;
    const LIST: ClosedList = T::LIST;
    const REQUIRED: Option<bool> = None;

    fn read(table: &TomlTable<'_, '_>, key: &'static str, _holds: KeyType, required: bool) -> Self {
        if required { T::required_list(table, key) } else { T::all(table, key) }
    }

    fn whole(draft: Self) -> Option<Self> {
        Some(draft)
    }

    fn content(draft: &Self) -> DraftContent<'_> {
        T::content(draft)
    }
}

impl SingleValue for Text {
    fn one(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType) -> Option<Self> {
        match holds {
            KeyType::Of(Shape::Paragraphs) => table.paragraphs(key),
            _ => table.line(key),
        }
    }

    fn required(table: &TomlTable<'_, '_>, key: &'static str, value: Option<Self>) -> Option<Self> {
        table.required_text(key, value)
    }

    fn content(values: &[Self]) -> DraftContent<'_> {
        DraftContent::Texts(values)
    }
}

impl ListValue for Text {
    fn all(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.lines(key)
    }

    fn required_list(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.required_lines(key)
    }
}

impl SingleValue for Id {
    fn one(table: &TomlTable<'_, '_>, key: &'static str, _holds: KeyType) -> Option<Self> {
        id_of(&table.value(key)?)
    }

    fn content(values: &[Self]) -> DraftContent<'_> {
        DraftContent::Ids(values)
    }
}

impl ListValue for Id {
    fn all(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.list_of(key, id_of)
    }
}

impl<C: Choice> SingleValue for C {
    const LIST: ClosedList = ClosedList::of::<C>();

    fn one(table: &TomlTable<'_, '_>, key: &'static str, _holds: KeyType) -> Option<Self> {
        choice_of(&table.value(key)?)
    }
}

impl<C: Choice> ListValue for C {
    fn all(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.list_of(key, choice_of)
    }
}

impl SingleValue for Date {
    fn one(table: &TomlTable<'_, '_>, key: &'static str, _holds: KeyType) -> Option<Self> {
        table.value(key)?.date()
    }
}

impl ListValue for Date {
    fn all(table: &TomlTable<'_, '_>, key: &'static str) -> Vec<Self> {
        table.list_of(key, TypedValue::date)
    }
}

impl SingleValue for bool {
    fn one(table: &TomlTable<'_, '_>, key: &'static str, _holds: KeyType) -> Option<Self> {
        table.value(key)?.flag()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl SingleValue for $number {
            fn one(table: &TomlTable<'_, '_>, key: &'static str, holds: KeyType) -> Option<Self> {
                table.number(key, limits(holds))
            }
        }
    )+};
}

numbers! { u8, u16, u32 }

fn limits(holds: KeyType) -> RangeInclusive<i64> {
    match holds {
        KeyType::Of(Shape::Number(most)) => 0..=most,
        KeyType::Days => KeyType::DAYS,
        _ => 0..=i64::MAX,
    }
}
