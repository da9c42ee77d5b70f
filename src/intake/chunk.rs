//! Some rows of an input, in one piece of memory.

/// Rows in the order of the input.
#[derive(Debug, Default)]
pub struct Chunk {
    data: Vec<u8>,
    /// Where each field ends in `data`.
    ends: Vec<usize>,
    rows: Vec<Span>,
}

#[derive(Debug)]
struct Span {
    row: u64,
    line: u64,
    fields: std::ops::Range<usize>,
    /// Why a row was not kept.
    fault: Option<Fault>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has so many bytes, which is more than is kept of one row.
    TooLong(u64),
    /// A quote is opened in it that is never closed; the rows after it are
    /// lost in it.
    Unclosed,
}

/// One row of a [`Chunk`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'c> {
    chunk: &'c Chunk,
    span: &'c Span,
}

impl Chunk {
    /// Adds a row; `ends` say where its fields end in `data`.
    pub(super) fn push(&mut self, row: u64, line: u64, data: &[u8], ends: &[usize]) {
        let start = self.data.len();
        let first = self.ends.len();
        self.data.extend_from_slice(data);
        self.ends.extend(ends.iter().map(|end| start + end));
        self.rows.push(Span {
            row,
            line,
            fields: first..self.ends.len(),
            fault: None,
        });
    }

    /// Notes a row that could not be kept.
    pub(super) fn push_faulty(&mut self, row: u64, line: u64, fault: Fault) {
        self.rows.push(Span {
            row,
            line,
            fields: 0..0,
            fault: Some(fault),
        });
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many bytes the fields have.
    #[must_use]
    pub fn size(&self) -> usize {
        self.data.len()
    }

    /// The rows in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(|span| Row { chunk: self, span })
    }

    /// Drops the first `count` rows.
    pub fn skip(&mut self, count: usize) {
        self.rows.drain(..count);
    }
}

impl<'c> Row<'c> {
    /// The number of the row in its file, the first below the header being 1.
    #[must_use]
    pub fn number(self) -> u64 {
        self.span.row
    }

    /// The line on which the row begins, from 1.
    #[must_use]
    pub fn line(self) -> u64 {
        self.span.line
    }

    /// Why the row was not kept, if it was not.
    #[must_use]
    pub fn fault(self) -> Option<Fault> {
        self.span.fault
    }

    /// How many fields the row has.
    #[must_use]
    pub fn len(self) -> usize {
        self.span.fields.len()
    }

    /// Whether the row has no field.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.span.fields.is_empty()
    }

    /// The bytes of a field.
    #[must_use]
    pub fn field(self, index: usize) -> Option<&'c [u8]> {
        let at = self.span.fields.start + index;
        if at >= self.span.fields.end {
            return None;
        }
        let start = match at {
            0 => 0,
            _ => self.chunk.ends[at - 1],
        };
        Some(&self.chunk.data[start..self.chunk.ends[at]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_by_row() {
        let mut chunk = Chunk::default();
        chunk.push(1, 2, b"abc", &[1, 1, 3]);
        chunk.push_faulty(2, 3, Fault::TooLong(99));
        chunk.push(3, 4, b"xy", &[2]);
        let rows: Vec<Row> = chunk.rows().collect();
        assert_eq!(rows[0].field(0), Some(&b"a"[..]));
        assert_eq!(rows[0].field(1), Some(&b""[..]));
        assert_eq!(rows[0].field(2), Some(&b"bc"[..]));
        assert_eq!(rows[0].field(3), None);
        assert_eq!(
            (rows[1].fault(), rows[1].field(0)),
            (Some(Fault::TooLong(99)), None)
        );
        assert_eq!((rows[2].field(0), rows[2].line()), (Some(&b"xy"[..]), 4));
    }
}
