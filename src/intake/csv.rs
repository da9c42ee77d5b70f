//! Delimited text, row by row, in bounded memory.

use super::chunk::{Chunk, Fault};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{BufRead, BufReader, Read};

/// A longer row is not kept: it is what an unclosed quote swallowed.
pub(super) const LONGEST_ROW: usize = 16 << 20;

/// Reads records of delimited text.
pub(super) struct CsvRows {
    input: BufReader<Box<dyn Read + Send>>,
    parser: Reader,
    record: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
}

/// A record that was read.
pub(super) struct Record {
    /// The line on which it begins.
    pub line: u64,
    fault: Option<Fault>,
    size: usize,
    fields: usize,
}

impl CsvRows {
    pub fn new(input: Box<dyn Read + Send>, delimiter: u8) -> CsvRows {
        CsvRows {
            input: BufReader::with_capacity(1 << 16, input),
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            record: vec![0; 1 << 10],
            ends: vec![0; 16],
            line: 1,
        }
    }

    /// Reads one record into this reader's own buffers.
    pub fn next(&mut self) -> std::io::Result<Option<Record>> {
        self.pass_line_ends()?;
        let line = self.line;
        let (mut size, mut fields, mut length, mut quotes) = (0, 0, 0u64, 0);
        let mut too_long = false;
        loop {
            let bytes = self.input.fill_buf()?;
            let at_end = bytes.is_empty();
            let (result, read, written, ended) =
                self.parser
                    .read_record(bytes, &mut self.record[size..], &mut self.ends[fields..]);
            quotes += memchr::memchr_iter(b'"', &bytes[..read]).count();
            self.line += memchr::memchr_iter(b'\n', &bytes[..read]).count() as u64;
            self.input.consume(read);
            size += written;
            fields += ended;
            length += written as u64;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if size < LONGEST_ROW => {
                    self.record.resize(self.record.len() * 2, 0);
                }
                // From here on the record is parsed but not kept.
                ReadRecordResult::OutputFull => {
                    too_long = true;
                    size = 0;
                }
                ReadRecordResult::OutputEndsFull if too_long => fields = 0,
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    let swallowed = at_end && quotes % 2 == 1 && self.line > line + 1;
                    let fault = match (too_long, swallowed) {
                        (true, _) => Some(Fault::TooLong(length)),
                        (_, true) => Some(Fault::Unclosed),
                        _ => None,
                    };
                    return Ok(Some(Record {
                        line,
                        fault,
                        size,
                        fields,
                    }));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// Passes the end of the last record's line and blank lines, which the
    /// parser would pass as well, so that a record's line is its own.
    fn pass_line_ends(&mut self) -> std::io::Result<()> {
        loop {
            let bytes = self.input.fill_buf()?;
            let count = bytes
                .iter()
                .take_while(|b| matches!(b, b'\r' | b'\n'))
                .count();
            self.line += memchr::memchr_iter(b'\n', &bytes[..count]).count() as u64;
            self.input.consume(count);
            if count == 0 {
                return Ok(());
            }
        }
    }

    /// Whether the record that was read last can be used.
    pub fn is_sound(record: &Record) -> bool {
        record.fault.is_none()
    }

    /// The fields of the record that was read last.
    pub fn fields<'r>(&'r self, record: &Record) -> impl Iterator<Item = &'r [u8]> {
        let mut start = 0;
        self.ends[..record.fields].iter().map(move |end| {
            let field = &self.record[start..*end];
            start = *end;
            field
        })
    }

    /// Puts the record that was read last into a chunk.
    pub fn store(&self, record: &Record, row: u64, chunk: &mut Chunk) {
        if let Some(fault) = record.fault {
            chunk.push_faulty(row, record.line, fault);
        } else {
            let data = &self.record[..record.size];
            chunk.push(row, record.line, data, &self.ends[..record.fields]);
        }
    }
}

/// The delimiters that are found out.
pub(super) const DELIMITERS: [u8; 4] = *b",;\t|";

/// Guesses the delimiter of text that begins with `sample`: the one that cuts
/// the first rows into the same number of fields, the more the better.
pub(super) fn guess_delimiter(sample: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut parser = CsvRows::new(
            Box::new(std::io::Cursor::new(sample.as_bytes().to_vec())),
            delimiter,
        );
        let mut counts = Vec::new();
        while let Ok(Some(record)) = parser.next() {
            counts.push(record.fields);
            if counts.len() == 50 {
                break;
            }
        }
        // The last row may be cut off by the end of the sample.
        if counts.len() > 2 {
            counts.pop();
        }
        let header = counts.first().copied().unwrap_or(0);
        let same = counts.iter().filter(|c| **c == header).count();
        match header {
            0 | 1 => 0,
            _ => 1 + 1000 * same / counts.len() * 10 + header.min(9),
        }
    };
    // The first of the best: the order of DELIMITERS breaks ties.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut rows = CsvRows::new(
            Box::new(std::io::Cursor::new(text.as_bytes().to_vec())),
            delimiter,
        );
        let mut all = Vec::new();
        while let Some(record) = rows.next().unwrap() {
            all.push(
                rows.fields(&record)
                    .map(|f| String::from_utf8_lossy(f).into_owned())
                    .collect(),
            );
        }
        all
    }

    #[test]
    fn quotes_breaks_and_blank_lines() {
        assert_eq!(
            rows("a,b\r\n1,\"x\ny \"\"z\"\"\"\r\n\r\n2,\n", b','),
            [vec!["a", "b"], vec!["1", "x\ny \"z\""], vec!["2", ""]]
        );
    }

    #[test]
    fn an_unclosed_quote_does_not_fill_the_memory() {
        let text = format!("a,b\n1,\"{}", "вода ".repeat(LONGEST_ROW / 4));
        let mut reader = CsvRows::new(Box::new(std::io::Cursor::new(text.into_bytes())), b',');
        reader.next().unwrap();
        let record = reader.next().unwrap().unwrap();
        assert!(
            matches!(record.fault, Some(Fault::TooLong(length)) if length > LONGEST_ROW as u64)
        );
        assert_eq!(record.line, 2);
        assert!(reader.record.len() <= 2 * LONGEST_ROW);
        assert!(reader.next().unwrap().is_none());
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_rows_in_silence() {
        for (text, sound) in [
            ("a,b\n1,\"x\n2,y\n", false),
            ("a,b\n1,5\" x\n", true),
            ("a,b\n1,\"x\ny\"", true),
        ] {
            let mut reader = CsvRows::new(Box::new(text.as_bytes()), b',');
            reader.next().unwrap();
            let record = reader.next().unwrap().unwrap();
            assert_eq!(CsvRows::is_sound(&record), sound, "{text}");
        }
    }

    #[test]
    fn the_delimiter_is_found_out() {
        for (text, delimiter) in [
            ("id,text\n1,нет воды; совсем\n2,\"а, б\"\n", b','),
            ("id;text\n1;нет воды, совсем, уже\n2;да\n", b';'),
            ("id\ttext\n1\tнет, воды\n", b'\t'),
            ("id|text\n1|нет\n", b'|'),
            ("text\nнет воды\n", b','),
            ("", b','),
        ] {
            assert_eq!(guess_delimiter(text), delimiter, "{text}");
        }
    }
}
