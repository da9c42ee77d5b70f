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
    /// The full length of a row that was too long to be kept.
    too_long: Option<u64>,
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
            too_long: None,
        });
    }

    /// Notes a row of `length` bytes that was too long to be kept.
    pub(super) fn push_too_long(&mut self, row: u64, line: u64, length: u64) {
        self.rows.push(Span {
            row,
            line,
            fields: 0..0,
            too_long: Some(length),
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

    /// The full length in bytes of a row that was too long to be kept.
    #[must_use]
    pub fn too_long(self) -> Option<u64> {
        self.span.too_long
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
        chunk.push_too_long(2, 3, 99);
        chunk.push(3, 4, b"xy", &[2]);
        let rows: Vec<Row> = chunk.rows().collect();
        assert_eq!(rows[0].field(0), Some(&b"a"[..]));
        assert_eq!(rows[0].field(1), Some(&b""[..]));
        assert_eq!(rows[0].field(2), Some(&b"bc"[..]));
        assert_eq!(rows[0].field(3), None);
        assert_eq!((rows[1].too_long(), rows[1].field(0)), (Some(99), None));
        assert_eq!((rows[2].field(0), rows[2].line()), (Some(&b"xy"[..]), 4));
    }
}
