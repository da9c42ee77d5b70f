//! A sparse matrix by rows, with its values in `f32`.

use linfa::dataset::Records;

/// Rows of (column, value), compressed.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f32>,
    width: usize,
}

impl Matrix {
    /// An empty matrix of `width` columns.
    #[must_use]
    pub fn new(width: usize) -> Matrix {
        Matrix {
            starts: vec![0],
            width,
            ..Matrix::default()
        }
    }

    /// Adds a row. Columns must be below the width.
    pub fn push(&mut self, row: impl IntoIterator<Item = (u32, f32)>) {
        for (column, value) in row {
            debug_assert!((column as usize) < self.width);
            self.columns.push(column);
            self.values.push(value);
        }
        self.starts.push(self.columns.len());
    }

    /// How many rows there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many values are stored.
    #[must_use]
    pub fn stored(&self) -> usize {
        self.values.len()
    }

    /// The columns and values of one row.
    #[inline]
    #[must_use]
    pub fn row(&self, row: usize) -> (&[u32], &[f32]) {
        let span = self.starts[row]..self.starts[row + 1];
        (&self.columns[span.clone()], &self.values[span])
    }
}

/// So that a sparse corpus enters training as a linfa `Dataset`.
impl Records for Matrix {
    type Elem = f32;

    fn nsamples(&self) -> usize {
        self.height()
    }

    fn nfeatures(&self) -> usize {
        self.width
    }
}
