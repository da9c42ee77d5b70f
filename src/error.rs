//! What can go wrong, said so that the reader knows what to do.

use std::fmt;
use std::path::Path;

/// The result of whatever can fail here.
pub type Result<T> = std::result::Result<T, Error>;

/// An error: its kind for programs, its message for people.
///
/// The message names the file, the row and the column where there is one, and
/// the remedy. It never quotes a citizen's text.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// What an [`Error`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be read or written.
    Io,
    /// The input is not what the command needs: no text column, no rows …
    Input,
    /// The model file is damaged, of another version, or lacks a head.
    Model,
    /// The taxonomy file is damaged.
    Taxonomy,
    /// The corpus cannot be learned from.
    Training,
    /// The user stopped the run.
    Interrupted,
    /// Whoever reads standard output has closed it.
    Closed,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error {
            kind,
            message: message.into(),
        }
    }

    #[cfg(any(feature = "intake", feature = "train"))]
    pub(crate) fn input(message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Input, message)
    }

    pub(crate) fn model(message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Model, message)
    }

    #[cfg(feature = "train")]
    pub(crate) fn training(message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Training, message)
    }

    /// An error of the system at `path`.
    pub(crate) fn io(path: &Path, source: &std::io::Error) -> Error {
        let message = rust_i18n::t!(
            "error.io",
            path = path.display(),
            reason = source.to_string()
        );
        Error::new(ErrorKind::Io, message)
    }

    /// What the error is about.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
