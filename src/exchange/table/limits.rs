//! How much of a table is read: limits that no office reaches and that keep any file from filling memory or time.

use std::time::{Duration, Instant};

use crate::base::coded_enum;

/// Most cells that are read, blank ones among others included.
pub(in crate::exchange) const MAX_CELLS: u64 = 2_000_000;
/// Most time that reading may take.
pub(in crate::exchange) const MAX_TIME: Duration = Duration::from_secs(20);

coded_enum! {
    /// What there is too much of in a file: its texts begin with `import-file-limit-<code>`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Limit {
        /// Files inside a workbook.
        Parts = "parts",
        /// MiB of one of these files, unpacked.
        Part = "part",
        /// MiB of all of them, unpacked.
        Unpacked = "unpacked",
        /// KiB between two marks of a workbook: a cell's text, for example.
        Piece = "piece",
        /// Marks within marks.
        Depth = "depth",
        /// Merged ranges of a sheet.
        Merged = "merged",
        /// Different texts of a workbook.
        Strings = "strings",
        /// Cells of a sheet.
        Cells = "cells",
        /// Formats of cells.
        Formats = "formats",
        /// MiB that these formats may need.
        FormatBytes = "format-bytes",
        /// MiB of text in all cells.
        Text = "text",
        /// Cells or marks of separation in a text.
        Separators = "separators",
        /// Values of an export.
        Values = "values",
        /// Groups of values of an export.
        Groups = "groups",
        /// Seconds.
        Time = "time",
    }
}

impl Limit {
    /// An error when there is more than may be.
    pub(in crate::exchange) fn check(self, found: u64, most: u64) -> Result<(), LimitExceeded> {
        if found > most { Err(self.exceeded(found, most)) } else { Ok(()) }
    }

    /// The error for this number.
    pub(in crate::exchange) fn exceeded(self, found: u64, most: u64) -> LimitExceeded {
        LimitExceeded { what: self, found, most }
    }
}

/// More of something than may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct LimitExceeded {
    pub what: Limit,
    pub found: u64,
    pub most: u64,
}

/// The moment at which reading is given up.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Deadline {
    begun: Instant,
    most: Duration,
}

impl Deadline {
    /// So much time from now on.
    pub(crate) fn within(most: Duration) -> Self {
        Self { begun: Instant::now(), most }
    }

    /// An error once the time is over.
    pub(crate) fn check(&self) -> Result<(), LimitExceeded> {
        let passed = self.begun.elapsed();
        match passed > self.most {
            true => Err(Limit::Time.exceeded(passed.as_secs(), self.most.as_secs())),
            false => Ok(()),
        }
    }
}
