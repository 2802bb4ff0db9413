//! What can be wrong with a mapping file, by stable codes.

use crate::base::{
    Diagnostic, diagnostic_codes,
    toml::{TomlCode, TypedValue},
};

/// Something wrong with a mapping file.
pub type MappingFault = Diagnostic<MappingCode>;

/// A value of a mapping file.
pub(super) type MappingValue<'a, 's> = TypedValue<'a, 's, MappingCode>;

diagnostic_codes! {
    /// What is wrong with a mapping. Its words stand in the Fluent files as `import-mapping-<code>` and
    /// `import-mapping-<code>-hint`.
    MappingCode in "import-mapping" {
        /// Not TOML.
        Syntax = "syntax" Error,
        /// A key that mappings do not have.
        UnknownKey = "unknown-key" Error,
        /// A value of the wrong type.
        WrongType = "wrong-type" Error,
        /// A word that its list does not have.
        NotOneOf = "not-one-of" Error,
        /// A field that does not exist.
        NoField = "no-field" Error,
        /// A field of which no id can be made.
        NoLine = "no-line" Error,
        /// Words that are no format of days.
        NoDateFormat = "no-date-format" Error,
        /// A field that holds no more than one value.
        NoList = "no-list" Error,
        /// A column with both or neither of `field` and `patterns`.
        FieldOrPatterns = "field-or-patterns" Error,
        /// A pattern without its text.
        PatternNoText = "pattern-no-text" Error,
        /// A pattern with half of a pair of brackets.
        PatternBracket = "pattern-bracket" Error,
        /// A pattern with nothing between two fields.
        PatternAdjoining = "pattern-adjoining" Error,
        /// A field that gets its value from two places.
        FieldTwice = "field-twice" Error,
        /// Words that stand twice.
        WordsTwice = "words-twice" Error,
        /// A mapping without columns.
        NoColumns = "no-columns" Error,
        /// Several values for a field that has one.
        OneValue = "one-value" Error,
        /// A word that may mean several values.
        Several = "several" Error,
        /// A word that means no value.
        NoValue = "no-value" Error,
        /// Not a day.
        NoDay = "no-day" Error,
        /// Not a whole number.
        NoNumber = "no-number" Error,
        /// A number that its field does not hold.
        TooLarge = "too-large" Error,
        /// Not an id.
        NoSlug = "no-slug" Error,
        /// A column that the table does not have.
        NoColumn = "no-column" Error,
        /// A heading that stands over several columns.
        ColumnSeveral = "column-several" Error,
        /// A column that stands twice.
        ColumnTwice = "column-twice" Error,
        /// An empty row where the headings should be.
        NoHeaderRow = "no-header-row" Error,
    }
}

impl TomlCode for MappingCode {
    const SYNTAX: Self = Self::Syntax;
    const UNKNOWN_KEY: Self = Self::UnknownKey;
    const WRONG_TYPE: Self = Self::WrongType;
    const UNKNOWN_VALUE: Self = Self::NotOneOf;
}
