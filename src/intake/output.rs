//! Rows out.

use crate::error::{Error, ErrorKind, Result};
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where rows are written: standard output, or a file that gets its name only
/// when it is whole. Until then it is `NAME.part`, with `NAME.part.json` saying
/// how far the run is, so that it can go on after a crash.
pub struct Output {
    target: Target,
}

enum Target {
    /// Standard output, or what is no regular file and must not be replaced.
    Stream(BufWriter<Box<dyn Write>>),
    File {
        path: PathBuf,
        part: PathBuf,
        file: File,
        written: u64,
    },
}

/// How far a run is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// What the run is of: inputs, model and options, as the caller sums them up.
    pub run: String,
    /// Rows of the input that are done, rejects included.
    pub rows: u64,
    /// Bytes of the output that hold them.
    pub written: u64,
    /// How many rows were rejected, and the bytes of their file.
    pub rejects: u64,
    /// See `rejects`.
    pub rejects_written: u64,
    /// What the caller counted, for its summary.
    pub summary: serde_json::Value,
}

impl Output {
    /// Opens `path` for writing, or standard output for `-`.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn create(path: &Path) -> Result<Output> {
        if path == Path::new("-") {
            return Ok(Output::stream(Box::new(io::stdout())));
        }
        if path.is_dir() {
            return Err(Error::input(t!("output.directory", path = path.display())));
        }
        // A pipe or a device is written to, not replaced by a file.
        if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
            let file = OpenOptions::new().write(true).open(path);
            return Ok(Output::stream(Box::new(
                file.map_err(|e| Error::io(path, &e))?,
            )));
        }
        let part = suffixed(path, ".part");
        let file = File::create(&part).map_err(|e| Error::io(&part, &e))?;
        // What an earlier run left to go on from is gone with its part.
        let _ = fs::remove_file(suffixed(path, ".part.json"));
        Ok(Output {
            target: Target::File {
                path: path.to_owned(),
                part,
                file,
                written: 0,
            },
        })
    }

    fn stream(stream: Box<dyn Write>) -> Output {
        Output {
            target: Target::Stream(BufWriter::with_capacity(1 << 16, stream)),
        }
    }

    /// Opens what a run of the same name left behind.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`]; [`crate::error::ErrorKind::Input`]
    /// where there is nothing to go on from, or it was of another run.
    pub fn resume(path: &Path, run: &str) -> Result<(Output, Checkpoint)> {
        let part = suffixed(path, ".part");
        let none = || Error::input(t!("output.nothing_to_resume", path = path.display()));
        let saved = fs::read(suffixed(path, ".part.json")).map_err(|_| none())?;
        let checkpoint: Checkpoint = serde_json::from_slice(&saved).map_err(|_| none())?;
        if checkpoint.run != run {
            return Err(Error::input(t!("output.other_run", path = path.display())));
        }
        let io = |e: io::Error| Error::io(&part, &e);
        let file = OpenOptions::new().append(true).open(&part).map_err(io)?;
        if file.metadata().map_err(io)?.len() < checkpoint.written {
            return Err(none());
        }
        file.set_len(checkpoint.written).map_err(io)?;
        let target = Target::File {
            path: path.to_owned(),
            file,
            written: checkpoint.written,
            part,
        };
        Ok((Output { target }, checkpoint))
    }

    /// Whether a run that is broken off can go on later.
    #[must_use]
    pub fn can_resume(&self) -> bool {
        matches!(self.target, Target::File { .. })
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.target {
            Target::Stream(out) => out.write_all(bytes).map_err(|e| standard(&e)),
            Target::File {
                part,
                file,
                written,
                ..
            } => {
                file.write_all(bytes).map_err(|e| Error::io(part, &e))?;
                *written += bytes.len() as u64;
                Ok(())
            }
        }
    }

    /// How many bytes were written to the file, those of a run that this one
    /// goes on with included; 0 where the output is no file.
    #[must_use]
    pub fn written(&self) -> u64 {
        match &self.target {
            Target::File { written, .. } => *written,
            Target::Stream(_) => 0,
        }
    }

    /// Saves how far the run is.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn save(&mut self, checkpoint: &Checkpoint) -> Result<()> {
        let Target::File {
            path, file, part, ..
        } = &mut self.target
        else {
            return Ok(());
        };
        file.sync_data().map_err(|e| Error::io(part, &e))?;
        let name = suffixed(path, ".part.json");
        let fresh = suffixed(path, ".part.json.new");
        let json = serde_json::to_vec(checkpoint).unwrap_or_default();
        fs::write(&fresh, json)
            .and_then(|()| fs::rename(&fresh, &name))
            .map_err(|e| Error::io(&name, &e))
    }

    /// Takes back a file that was begun.
    pub fn discard(self) {
        if let Target::File { part, .. } = self.target {
            // Nothing was promised under this name.
            let _ = fs::remove_file(part);
        }
    }

    /// The rows are whole: the file gets its name.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn finish(self) -> Result<()> {
        match self.target {
            Target::Stream(mut out) => out.flush().map_err(|e| standard(&e)),
            Target::File {
                path, part, file, ..
            } => {
                file.sync_all().map_err(|e| Error::io(&part, &e))?;
                fs::rename(&part, &path).map_err(|e| Error::io(&path, &e))?;
                // A run that saved no checkpoint has none to take away.
                let _ = fs::remove_file(suffixed(&path, ".part.json"));
                Ok(())
            }
        }
    }
}

/// An error of standard output.
fn standard(error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Error::new(ErrorKind::Closed, error.to_string());
    }
    Error::io(Path::new("-"), error)
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Writes a file so that it appears under its name only when it is whole.
///
/// # Errors
/// [`crate::error::ErrorKind::Io`].
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut output = Output::create(path)?;
    output.write(bytes)?;
    output.finish()
}
