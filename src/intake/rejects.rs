//! Rows that could not be read, with the reason.

use crate::error::{Error, Result};
use rust_i18n::t;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The number of the row in its file, from 1 below the header.
    pub row: u64,
    /// The line on which it begins.
    pub line: u64,
    /// The column at fault, empty where it is the whole row.
    pub column: String,
    /// What is wrong and what to do; never the text of the row.
    pub reason: String,
}

const COLUMNS: [&str; 5] = ["file", "row", "line", "column", "reason"];

/// Whether there is a file of rejects at `path`.
fn is_ours(path: &Path) -> bool {
    let header = COLUMNS.join(",");
    let mut start = Vec::new();
    let opened = File::open(path).map(|file| file.take(header.len() as u64));
    opened.is_ok_and(|mut file| file.read_to_end(&mut start).is_ok()) && start == header.as_bytes()
}

/// The file of rejects: `file,row,line,column,reason`. It is made with the
/// first reject.
#[derive(Debug)]
pub struct Rejects {
    path: PathBuf,
    file: Option<File>,
    count: u64,
    written: u64,
}

impl Rejects {
    /// Rejects that will go to `path`.
    #[must_use]
    pub fn new(path: PathBuf) -> Rejects {
        Rejects {
            path,
            file: None,
            count: 0,
            written: 0,
        }
    }

    /// Takes away the rejects of an earlier run, so that nobody takes them for
    /// those of this one. A file of another kind is left alone.
    pub fn forget(path: &Path) {
        if is_ours(path) {
            // Where it cannot be removed, writing will fail and say so.
            let _ = std::fs::remove_file(path);
        }
    }

    /// Refuses rejects that would be written over an input, or over any file
    /// that is none of rejects.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Input`].
    pub fn check(path: &Path, input: &Path) -> Result<()> {
        let same = match (path.canonicalize(), input.canonicalize()) {
            (Ok(path), Ok(input)) => path == input,
            _ => false,
        };
        if same || path.is_file() && !is_ours(path) {
            return Err(Error::input(t!("reject.other_file", path = path.display())));
        }
        Ok(())
    }

    /// Makes sure that what was written is on the disk.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn sync(&self) -> Result<()> {
        let synced = self.file.as_ref().map_or(Ok(()), File::sync_data);
        synced.map_err(|e| Error::io(&self.path, &e))
    }

    /// Goes on with a file of which `written` bytes with `count` rejects are good.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn resume(path: PathBuf, written: u64, count: u64) -> Result<Rejects> {
        let mut rejects = Rejects::new(path);
        if written > 0 {
            let io = |e: std::io::Error| Error::io(&rejects.path, &e);
            let file = OpenOptions::new()
                .append(true)
                .open(&rejects.path)
                .map_err(io)?;
            if file.metadata().map_err(io)?.len() < written {
                let path = rejects.path.display();
                return Err(Error::input(t!("output.nothing_to_resume", path = path)));
            }
            file.set_len(written).map_err(io)?;
            rejects.file = Some(file);
            (rejects.written, rejects.count) = (written, count);
        }
        Ok(rejects)
    }

    /// Writes down rejects of the input `name`.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn write(&mut self, name: &str, rejects: &[Reject]) -> Result<()> {
        if rejects.is_empty() {
            return Ok(());
        }
        let mut writer = csv::Writer::from_writer(Vec::new());
        if self.file.is_none() {
            let file = File::create(&self.path).map_err(|e| Error::io(&self.path, &e))?;
            self.file = Some(file);
            writer
                .write_record(COLUMNS)
                .map_err(|e| Error::io(&self.path, &e.into()))?;
        }
        for reject in rejects {
            writer
                .write_record([
                    name,
                    &reject.row.to_string(),
                    &reject.line.to_string(),
                    &reject.column,
                    &reject.reason,
                ])
                .map_err(|e| Error::io(&self.path, &e.into()))?;
        }
        let bytes = writer.into_inner().unwrap_or_default();
        if let Some(file) = &mut self.file {
            file.write_all(&bytes)
                .map_err(|e| Error::io(&self.path, &e))?;
        }
        self.written += bytes.len() as u64;
        self.count += rejects.len() as u64;
        Ok(())
    }

    /// How many rows were rejected.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many bytes were written.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Where they go.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
