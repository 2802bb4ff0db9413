//! Makes of one declaration of the keys of a table everything that has to agree about them.
//!
//! Macros, because struct, draft and table of keys are three items with one list of names: a generic type could hold
//! the values of such a table, but not as fields that Rust checks by name and type.

/// The readable parts of a table, one for each key, and the way from a file to the whole.
///
/// Everything is read before anything is given up, and the rules work on what is there: one run reports every fault,
/// and a missing title hides no wrong date.
macro_rules! draft {
    ($draft:ident of $whole:ident {
        $($key:ident: $held:ty, $holds:expr, $required:expr $(, else $default:expr)?;)+
    }
    sections { $($section:ident: $part:ident;)* }) => {
        #[doc = concat!("What could be read of a [`", stringify!($whole), "`].")]
        pub(in $crate::catalogue) struct $draft {
            $(pub(in $crate::catalogue) $key: <$held as $crate::catalogue::field_type::FieldType>::Draft,)+
            $(pub(in $crate::catalogue) $section: $part,)*
        }

        impl $draft {
            /// Reads all keys; what does not fit is reported and left out.
            pub(in $crate::catalogue) fn read(table: &$crate::catalogue::read::TomlTable<'_, '_>) -> Self {
                use $crate::catalogue::field_type::FieldType as Held;
                Self {
                    $($key: <$held as Held>::read(table, stringify!($key), $holds, $required),)+
                    $($section: {
                        let table = table.section(stringify!($section));
                        let part = $part::read(&table);
                        table.finish();
                        part
                    },)*
                }
            }

            /// All of it; `None` when a required value is missing or could not be understood.
            pub(in $crate::catalogue) fn whole(self) -> Option<$whole> {
                use $crate::catalogue::field_type::FieldType as Held;
                Some($whole {
                    $($key: <$held as Held>::whole(self.$key)$(.or_else(|| Some($default)))??,)+
                    $($section: self.$section.whole()?,)*
                })
            }
        }
    };
}

/// The shape of a field. Where it is a choice, the Rust type says of which list.
macro_rules! shape {
    (Choice, $held:ty) => {
        $crate::catalogue::Shape::Choice(<$held as $crate::catalogue::field_type::FieldType>::LIST)
    };
    (Choices, $held:ty) => {
        $crate::catalogue::Shape::Choices(<$held as $crate::catalogue::field_type::FieldType>::LIST)
    };
    ($shape:ident $(($of:expr))?, $held:ty) => {
        $crate::catalogue::Shape::$shape $(($of))?
    };
}

/// An entry: its fields, then its sections with theirs, each as `name: Rust type, Shape, Group, Need;`.
///
/// Gives the public structs, their drafts, [`FIELDS`](crate::catalogue::FIELDS) and the names of the sections. The order
/// is the one in which files are written.
macro_rules! entry {
    (
        $(#[$doc:meta])*
        $entry:ident, $draft:ident {
            $($(#[$key_doc:meta])* $key:ident: $held:ty, $shape:ident $(($of:expr))?, $group:ident, $need:ident;)+
        }
        $(
            $(#[$section_doc:meta])*
            $section:ident: $(#[$part_doc:meta])* $part:ident, $part_draft:ident {
                $($(#[$sub_doc:meta])*
                $sub:ident: $sub_held:ty, $sub_shape:ident $(($sub_of:expr))?, $sub_group:ident, $sub_need:ident;)+
            }
        )+
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $entry {
            $($(#[$key_doc])* pub $key: $held,)+
            $($(#[$section_doc])* pub $section: $part,)+
        }

        $crate::catalogue::declare::draft! {
            $draft of $entry {
                $($key: $held, KeyType::Of($crate::catalogue::declare::shape!($shape $(($of))?, $held)),
                    matches!(Need::$need, Need::Required);)+
            }
            sections { $($section: $part_draft;)+ }
        }

        $(
            $(#[$part_doc])*
            #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct $part {
                $($(#[$sub_doc])* pub $sub: $sub_held,)+
            }

            $crate::catalogue::declare::draft! {
                $part_draft of $part {
                    $($sub: $sub_held,
                        KeyType::Of($crate::catalogue::declare::shape!($sub_shape $(($sub_of))?, $sub_held)),
                        matches!(Need::$sub_need, Need::Required);)+
                }
                sections {}
            }
        )+

        const NUMBER_OF_FIELDS: usize = [$(stringify!($key),)+ $($(stringify!($sub),)+)+].len();
        const NUMBER_OF_SECTIONS: usize = [$(stringify!($section),)+].len();

        /// All sections in the order in which they are written.
        pub(in $crate::catalogue) const SECTIONS: [&str; NUMBER_OF_SECTIONS] = [$(stringify!($section),)+];

        /// All fields in the order in which they are written.
        pub static FIELDS: [Field; NUMBER_OF_FIELDS] = [
            $(Field::declared::<$held>(
                "",
                stringify!($key),
                $crate::catalogue::declare::shape!($shape $(($of))?, $held),
                Group::$group,
                Need::$need,
            ),)+
            $($(Field::declared::<$sub_held>(
                stringify!($section),
                stringify!($sub),
                $crate::catalogue::declare::shape!($sub_shape $(($sub_of))?, $sub_held),
                Group::$sub_group,
                Need::$sub_need,
            ),)+)+
        ];

        impl $draft {
            /// What was read, field by field.
            pub(in $crate::catalogue) fn contents(&self) -> impl Iterator<Item = (&'static Field, DraftContent<'_>)> {
                let contents: [DraftContent<'_>; NUMBER_OF_FIELDS] = [
                    $(<$held as FieldType>::content(&self.$key),)+
                    $($(<$sub_held as FieldType>::content(&self.$section.$sub),)+)+
                ];
                FIELDS.iter().zip(contents)
            }
        }
    };
}

/// What may stand in a key: a shape, or one of the types that only files besides the entries have.
macro_rules! holds {
    (Flag, $held:ty) => { $crate::catalogue::schema::KeyType::Flag };
    (Days, $held:ty) => { $crate::catalogue::schema::KeyType::Days };
    (Email, $held:ty) => { $crate::catalogue::schema::KeyType::Email };
    (Link, $held:ty) => { $crate::catalogue::schema::KeyType::Link };
    ($shape:ident $(($of:expr))?, $held:ty) => {
        $crate::catalogue::schema::KeyType::Of($crate::catalogue::declare::shape!($shape $(($of))?, $held))
    };
}

/// A table of a file that entries refer to: its keys, each as `name: Rust type = what stands for none, Type, Need;`.
///
/// Gives the public struct, its draft and the table of its keys.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $table:ident, $draft:ident {
            $($(#[$key_doc:meta])*
            $key:ident: $held:ty $(= $default:expr)?, $holds:ident $(($of:expr))?, $need:ident;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $table {
            $($(#[$key_doc])* pub $key: $held,)+
        }

        $crate::catalogue::declare::draft! {
            $draft of $table {
                $($key: $held, $crate::catalogue::declare::holds!($holds $(($of))?, $held),
                    matches!(Need::$need, Need::Required) $(, else $default)?;)+
            }
            sections {}
        }

        impl $crate::catalogue::field_type::KeyedTable for $table {
            type Draft = $draft;
            const KEYS: &'static [KeySpec] = &[$(KeySpec {
                name: stringify!($key),
                holds: $crate::catalogue::declare::holds!($holds $(($of))?, $held),
                required: matches!(Need::$need, Need::Required),
            },)+];

            fn read(table: &TomlTable<'_, '_>) -> $draft {
                $draft::read(table)
            }

            fn whole(draft: $draft) -> Option<Self> {
                draft.whole()
            }

            fn contents(draft: &$draft) -> Vec<$crate::catalogue::field_type::DraftContent<'_>> {
                vec![$(<$held as $crate::catalogue::field_type::FieldType>::content(&draft.$key),)+]
            }
        }
    };
}

/// The files that entries refer to, each with its lists as `field of the register: Item as Reference in "key";`.
///
/// Gives [`Register`](crate::catalogue::Register), the kinds of files and, for each
/// [`Reference`](crate::catalogue::Reference), the way from a file to its lists. The order is the one in which files are read: what refers to something comes after it.
macro_rules! register {
    ($($kind:literal in $file:literal { $($field:ident: $item:ident as $reference:ident in $list:literal;)+ })+) => {
        impl Reference {
            /// The vocabulary itself.
            pub fn vocabulary(self, register: &Register) -> &dyn NamedItems {
                match self { $($(Self::$reference => &register.$field,)+)+ }
            }

            /// The file that it stands in, by its path in the catalogue.
            pub const fn file(self) -> &'static str {
                match self { $($(Self::$reference => $file,)+)+ }
            }

            /// The key of its tables in that file.
            pub const fn list(self) -> &'static str {
                match self { $($(Self::$reference => $list,)+)+ }
            }
        }

        /// Everything entries refer to.
        #[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs, reason = "each field is the vocabulary of its name")]
        pub struct Register {
            pub manifest: Manifest,
            $($(pub $field: Vocabulary<$item>,)+)+
            pub synonyms: Vec<Synonym>,
        }

        impl Register {
            /// Takes over what a file holds.
            pub(in $crate::catalogue) fn fill(&mut self, path: &str, file: &impl RegisterFile) {
                match path {
                    MANIFEST => self.manifest = file.manifest(),
                    $($file => { $(self.$field = file.vocabulary(Reference::$reference, self);)+ })+
                    SYNONYMS => self.synonyms = file.synonyms(),
                    _ => {}
                }
            }
        }

        const NUMBER_OF_KINDS: usize = [$($kind,)+].len() + 3;

        /// All kinds in the order in which they are read: what refers to something comes after it.
        pub static KINDS: [FileKind; NUMBER_OF_KINDS] = [
            FileKind { name: "catalogue", file: MANIFEST, keys: Manifest::KEYS, lists: &[] },
            $(FileKind { name: $kind, file: $file, keys: &[], lists: &[$(($list, $item::KEYS),)+] },)+
            FileKind { name: "synonyms", file: SYNONYMS, keys: &[], lists: &[(SYNONYM_LIST, Synonym::KEYS)] },
            FileKind { name: "measure", file: "measures/<id>.toml", keys: &[], lists: &[] },
        ];
    };
}

pub(super) use {draft, entry, holds, register, shape, table};
