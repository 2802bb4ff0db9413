//! How much of a table is read: limits that no office reaches and that keep any file from filling memory or time.

use std::time::{Duration, Instant};

/// Most cells that are read, blank ones among others included.
pub(in crate::exchange) const MAX_CELLS: u64 = 2_000_000;
/// Most time that reading may take.
pub(in crate::exchange) const MAX_TIME: Duration = Duration::from_secs(20);

/// What there is too much of in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Files inside a workbook.
    Parts,
    /// MiB of one of these files, unpacked.
    Part,
    /// MiB of all of them, unpacked.
    Unpacked,
    /// KiB between two marks of a workbook: a cell's text, for example.
    Piece,
    /// Marks within marks.
    Depth,
    /// Merged ranges of a sheet.
    Merged,
    /// Different texts of a workbook.
    Strings,
    /// Cells of a sheet.
    Cells,
    /// Formats of cells.
    Formats,
    /// MiB that these formats may need.
    FormatBytes,
    /// MiB of text in all cells.
    Text,
    /// Cells or marks of separation in a text.
    Separators,
    /// Values of an export.
    Values,
    /// Groups of values of an export.
    Groups,
    /// Seconds.
    Time,
}

impl Limit {
    /// The end of the names of its texts: `import-file-limit-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Parts => "parts",
            Self::Part => "part",
            Self::Unpacked => "unpacked",
            Self::Piece => "piece",
            Self::Depth => "depth",
            Self::Merged => "merged",
            Self::Strings => "strings",
            Self::Cells => "cells",
            Self::Formats => "formats",
            Self::FormatBytes => "format-bytes",
            Self::Text => "text",
            Self::Separators => "separators",
            Self::Values => "values",
            Self::Groups => "groups",
            Self::Time => "time",
        }
    }

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
