//! An input: a file or standard input, its form found out.

use super::Format;
use super::chunk::Chunk;
use super::csv::{CsvRows, DELIMITERS, guess_delimiter};
use super::encoding::Encoding;
use super::jsonl::{JsonRows, members};
use crate::error::{Error, Result};
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of a file its form is found out from.
const SAMPLE: usize = 1 << 20;
/// In so many lines of JSON Lines the first object is looked for.
const HEADER_LINES: usize = 64;

/// What is known of a file's form; what is not is found out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Form {
    /// CSV or JSON Lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// The encoding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// The delimiter of CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
}

/// An open input.
pub struct Input {
    name: String,
    header: Vec<String>,
    format: Format,
    encoding: Encoding,
    delimiter: u8,
    marked: bool,
    rows: Rows,
    row: u64,
    /// A line of JSON that was read to learn the names of its members.
    ahead: Option<Chunk>,
    size: Option<u64>,
    read: Arc<AtomicU64>,
}

enum Rows {
    Csv(Box<CsvRows>),
    Json(JsonRows),
}

impl Input {
    /// Opens a file, or standard input for `-`.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`]; [`crate::error::ErrorKind::Input`]
    /// where the file is empty or has no readable header.
    pub fn open(path: &Path, form: Form) -> Result<Input> {
        let standard = path == Path::new("-");
        let io = |e: std::io::Error| Error::io(path, &e);
        let (bytes, size): (Box<dyn Read + Send>, Option<u64>) = if standard {
            (Box::new(std::io::stdin()), None)
        } else {
            let file = File::open(path).map_err(io)?;
            let meta = file.metadata().map_err(io)?;
            (Box::new(file), meta.is_file().then_some(meta.len()))
        };
        let read = Arc::new(AtomicU64::new(0));
        let mut bytes = Counted {
            inner: bytes,
            read: read.clone(),
        };
        let mut sample = Vec::new();
        bytes
            .by_ref()
            .take(SAMPLE as u64)
            .read_to_end(&mut sample)
            .map_err(io)?;
        let whole = sample.len() < SAMPLE;
        let name = path.display().to_string();
        if sample.is_empty() {
            return Err(Error::input(t!("input.empty", path = name)));
        }
        let encoding = form
            .encoding
            .unwrap_or_else(|| Encoding::guess(&sample, whole));
        let mut start = String::new();
        {
            let mut decoded = Vec::new();
            encoding
                .decode(Box::new(Cursor::new(sample.clone())))
                .read_to_end(&mut decoded)
                .map_err(io)?;
            start.push_str(&String::from_utf8_lossy(&decoded));
        }
        let format = form.format.or_else(|| Format::of(path)).unwrap_or_else(|| {
            match start.trim_start().starts_with('{') {
                true => Format::Jsonl,
                false => Format::Csv,
            }
        });
        let delimiter = match form.delimiter {
            Some(delimiter) => u8::try_from(delimiter)
                .ok()
                .filter(|byte| DELIMITERS.contains(byte))
                .ok_or_else(|| Error::input(t!("input.delimiter", delimiter = delimiter)))?,
            None => guess_delimiter(&start),
        };
        let marked = sample.starts_with(&[0xEF, 0xBB, 0xBF]);
        let text = encoding.decode(Box::new(Cursor::new(sample).chain(bytes)));
        let mut input = Input {
            name,
            header: Vec::new(),
            format,
            encoding,
            delimiter,
            marked,
            rows: match format {
                Format::Csv => Rows::Csv(Box::new(CsvRows::new(text, delimiter))),
                Format::Jsonl => Rows::Json(JsonRows::new(text)),
            },
            row: 0,
            ahead: None,
            size,
            read,
        };
        input.read_header()?;
        Ok(input)
    }

    fn read_header(&mut self) -> Result<()> {
        let bad =
            |name: &str, line: u64| Error::input(t!("input.header", path = name, line = line));
        match &mut self.rows {
            Rows::Csv(rows) => {
                let record = rows
                    .next()
                    .map_err(|e| Error::io(Path::new(&self.name), &e))?;
                let Some(record) = record.filter(CsvRows::is_sound) else {
                    return Err(bad(&self.name, 1));
                };
                for field in rows.fields(&record) {
                    let name =
                        std::str::from_utf8(field).map_err(|_| bad(&self.name, record.line))?;
                    self.header.push(name.trim().to_owned());
                }
            }
            Rows::Json(_) => {
                // The first object that can be read; what comes before it is
                // rejected in its turn.
                let chunk = self.chunk(HEADER_LINES, usize::MAX)?;
                let header = {
                    let mut lines = chunk.rows().filter_map(|row| row.field(0));
                    let first = lines.find_map(|line| members(line).ok());
                    first.map(|first| first.iter().map(|(name, _)| name.to_string()).collect())
                };
                let Some(header) = header else {
                    let line = chunk.rows().next().map_or(1, |row| row.line());
                    return Err(bad(&self.name, line));
                };
                self.header = header;
                self.row = 0;
                self.ahead = Some(chunk);
            }
        }
        Ok(())
    }

    /// Reads up to `rows` rows or about `bytes` bytes; an empty chunk at the end.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`].
    pub fn chunk(&mut self, rows: usize, bytes: usize) -> Result<Chunk> {
        let mut chunk = self.ahead.take().unwrap_or_default();
        self.row += chunk.len() as u64;
        while chunk.len() < rows && chunk.size() < bytes {
            let number = self.row + 1;
            let more = match &mut self.rows {
                Rows::Csv(reader) => match reader.next() {
                    Ok(Some(record)) => {
                        reader.store(&record, number, &mut chunk);
                        Ok(true)
                    }
                    Ok(None) => Ok(false),
                    Err(error) => Err(error),
                },
                Rows::Json(reader) => reader.next(number, &mut chunk),
            };
            match more {
                Ok(true) => self.row = number,
                Ok(false) => break,
                Err(error) => return Err(Error::io(Path::new(&self.name), &error)),
            }
        }
        Ok(chunk)
    }

    /// The name of the file, for messages.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of the columns; of JSON Lines, the members of the first line.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The format.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The encoding.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The delimiter of CSV.
    #[must_use]
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Whether the file begins with the byte order mark of UTF-8.
    #[must_use]
    pub fn marked(&self) -> bool {
        self.marked
    }

    /// How many bytes the file has, where that is known.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// How many bytes of the file were read so far.
    #[must_use]
    pub fn read(&self) -> Arc<AtomicU64> {
        self.read.clone()
    }

    /// The form that was found out.
    #[must_use]
    pub fn form(&self) -> Form {
        Form {
            format: Some(self.format),
            encoding: Some(self.encoding),
            delimiter: (self.format == Format::Csv).then_some(char::from(self.delimiter)),
        }
    }
}

/// Opens several files whose rows belong together.
///
/// # Errors
/// As [`Input::open`], and where the columns of the files differ.
pub fn open_all(paths: &[PathBuf], form: Form) -> Result<Vec<Input>> {
    let inputs: Vec<Input> = paths
        .iter()
        .map(|p| Input::open(p, form))
        .collect::<Result<_>>()?;
    for other in inputs.iter().skip(1) {
        let first = &inputs[0];
        let same = other.format == first.format
            && (first.format == Format::Jsonl || other.header == first.header);
        if !same {
            let message = t!("input.differ", first = first.name, other = other.name);
            return Err(Error::input(message));
        }
    }
    Ok(inputs)
}

/// Counts the bytes that pass.
struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(out)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
