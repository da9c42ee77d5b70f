//! Rows in, rows out.
//!
//! [`Input`] opens a file or standard input, finds out its format, encoding
//! and delimiter, and hands out rows in [`Chunk`]s without ever holding more
//! than one chunk. [`columns`] recognises what the columns are. [`Output`]
//! writes rows to a file that appears under its name only when it is whole,
//! [`Rejects`] those that could not be read.

mod chunk;
pub mod columns;
mod csv;
mod encoding;
pub mod input;
pub mod jsonl;
pub mod output;
pub mod profile;
mod rejects;
pub mod table;

pub use chunk::{Chunk, Row};
pub use columns::{Columns, Role};
pub use encoding::Encoding;
pub use input::{Form, Input};
pub use output::{Checkpoint, Output};
pub use rejects::{Reject, Rejects};

use serde::{Deserialize, Serialize};

/// The formats of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Delimited text with a header line (RFC 4180 and its relatives).
    Csv,
    /// One JSON object a line.
    Jsonl,
}

impl Format {
    /// The format that a file's extension tells.
    #[must_use]
    pub fn of(path: &std::path::Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match &*extension {
            "csv" | "tsv" | "txt" => Some(Format::Csv),
            "jsonl" | "ndjson" | "json" => Some(Format::Jsonl),
            _ => None,
        }
    }
}
