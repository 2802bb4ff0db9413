//! What can be wrong with the rows of a table, by stable codes.

use crate::base::{Diagnostic, diagnostic_codes};

/// Something wrong with a cell or a row. Its place is the row and the cell in the table.
pub type RowFault = Diagnostic<RowCode>;

diagnostic_codes! {
    /// Why a cell is no value, or a row no entry. Its words stand in the Fluent files as `import-reason-<code>` and
    /// `import-reason-<code>-hint`.
    RowCode in "import-reason" {
        /// A formula that failed.
        Failed = "failed" Error,
        /// More characters than a cell has.
        TooLong = "too-long" Error,
        /// None of the patterns of the column.
        NoPattern = "no-pattern" Error,
        /// Words whose meaning the mapping leaves open.
        Open = "open" Error,
        /// A number where a day is expected.
        NumberForDay = "number-for-day" Error,
        /// Words that may mean several values.
        Several = "several" Error,
        /// Words that mean no value.
        NoValue = "no-value" Error,
        /// Not a day.
        NoDay = "no-day" Error,
        /// Not a whole number.
        NoNumber = "no-number" Error,
        /// A number that its field does not hold.
        TooLarge = "too-large" Error,
        /// Not an id.
        NoSlug = "no-slug" Error,
        /// Several rows of one entry, and the mapping does not join any.
        SeveralRows = "several-rows" Error,
        /// Another value than in an earlier row of the entry.
        Contradiction = "contradiction" Error,
        /// Nothing by which an entry could be found.
        NoKey = "no-key" Error,
        /// An entry that an earlier row means already.
        ReachedTwice = "reached-twice" Error,
        /// More than one entry that fits.
        SeveralEntries = "several-entries" Error,
        /// No id can be made.
        NoId = "no-id" Error,
        /// An id that another entry has.
        IdTaken = "id-taken" Error,
        /// Another id than that of the entry.
        OtherId = "other-id" Error,
        /// An entry whose file cannot be read.
        Damaged = "damaged" Error,
        /// Values that cannot be put into the file.
        Unwritable = "unwritable" Error,
        /// A telephone number that has lost its zero.
        PhoneZero = "phone-zero" Warning,
        /// A new entry that is called like another one.
        TitleKnown = "title-known" Warning,
        /// A key that entries do not have.
        JsonKey = "json-key" Error,
        /// A value of another type than its field has.
        JsonType = "json-type" Error,
    }
}
