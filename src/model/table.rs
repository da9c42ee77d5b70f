//! From the hash of a feature to its row of weights.
//!
//! Slots form an open-addressed table of (fingerprint, row); rows follow the
//! features' frequency, so that what most texts need lies together in the
//! cache. Nothing in a damaged table can lead outside of it.

use super::sum;
use bytemuck::{Pod, Zeroable};
use std::ops::Range;

/// A slot of the table.
#[derive(Debug, Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Slot {
    /// The low half of the feature's hash.
    fingerprint: u32,
    /// The row of its weights, [`EMPTY`] where there is no feature.
    row: u32,
}

const EMPTY: u32 = u32::MAX;

/// Rows are padded to a multiple of this many bytes.
const ALIGNMENT: usize = 16;

/// Where the table lies in the bytes of the model.
#[derive(Debug, Clone)]
pub struct Table {
    slots: Range<usize>,
    weights: Range<usize>,
    columns: usize,
    stride: usize,
    /// How far the hash is shifted down to give a slot.
    shift: u32,
}

impl Table {
    /// A table whose parts lie at these bytes; `None` where they do not fit
    /// together.
    pub(super) fn new(slots: Range<usize>, weights: Range<usize>, columns: usize) -> Option<Table> {
        let count = slots.len() / size_of::<Slot>();
        let stride = columns.next_multiple_of(ALIGNMENT);
        let fits = count.is_power_of_two()
            && count >= 2
            && slots.len().is_multiple_of(size_of::<Slot>())
            && weights.len().is_multiple_of(stride);
        fits.then(|| Table {
            slots,
            weights,
            columns,
            stride,
            shift: 64 - count.trailing_zeros(),
        })
    }

    /// The rows, read from the bytes of the model.
    pub(super) fn rows<'m>(&self, bytes: &'m [u8]) -> Rows<'m> {
        Rows {
            slots: bytemuck::cast_slice(&bytes[self.slots.clone()]),
            weights: bytemuck::cast_slice(&bytes[self.weights.clone()]),
            columns: self.columns,
            stride: self.stride,
            shift: self.shift,
        }
    }
}

/// Rows of weights by the hashes of features.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'m> {
    slots: &'m [Slot],
    weights: &'m [i8],
    columns: usize,
    stride: usize,
    shift: u32,
}

impl<'m> Rows<'m> {
    /// The weights of a feature, one a column and some padding of zeros; `None`
    /// for a feature that the model does not know.
    #[inline]
    #[must_use]
    pub fn get(&self, hash: u64) -> Option<&'m [i8]> {
        self.row(self.find(hash))
    }

    /// Adds the weights of many features to `sums`.
    ///
    /// All are looked up before any is added: look-ups that do not wait for
    /// one another overlap, and most of their time is waiting for memory.
    /// `known` is a buffer.
    pub fn add(&self, hashes: &[u64], known: &mut Vec<u32>, sums: &mut [i32]) {
        known.clear();
        known.resize(hashes.len(), EMPTY);
        let mut count = 0;
        for hash in hashes {
            known[count] = self.find(*hash);
            count += usize::from(known[count] != EMPTY);
        }
        for row in &known[..count] {
            sum::add(sums, self.row(*row).unwrap_or_default());
        }
    }

    /// The number of a feature's row, or [`EMPTY`].
    #[inline]
    fn find(&self, hash: u64) -> u32 {
        let mask = self.slots.len() - 1;
        let first = (hash >> self.shift) as usize;
        for step in 0..self.slots.len() {
            let slot = self.slots[(first + step) & mask];
            if slot.row == EMPTY || slot.fingerprint == hash as u32 {
                return slot.row;
            }
        }
        EMPTY
    }

    #[inline]
    fn row(&self, row: u32) -> Option<&'m [i8]> {
        let start = (row as usize).checked_mul(self.stride)?;
        self.weights.get(start..start.checked_add(self.stride)?)
    }

    /// Columns and padding: the length of each row.
    #[must_use]
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// How many labels of all heads there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many features have a row.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weights.len() / self.stride
    }

    /// Whether no feature has a row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

/// Features with their weights, as training hands them over.
#[derive(Debug, Clone, Default)]
pub struct Features {
    /// The hash of each feature, the most frequent first.
    pub hashes: Vec<u64>,
    /// The weights of each feature, one a column, one feature after the other.
    pub weights: Vec<i8>,
}

/// Lays out the table of `features`. Returns slots and padded rows as bytes.
pub(super) fn encode(features: &Features, columns: usize) -> (Vec<u8>, Vec<u8>) {
    let stride = columns.next_multiple_of(ALIGNMENT);
    // At most two thirds full, so that a look-up ends after a slot or two.
    let count = (features.hashes.len() * 3 / 2 + 2).next_power_of_two();
    let shift = 64 - count.trailing_zeros();
    let free = Slot {
        fingerprint: 0,
        row: EMPTY,
    };
    let mut slots = vec![free; count];
    let mut rows = Vec::with_capacity(features.hashes.len() * stride);
    for (row, hash) in (0..).zip(&features.hashes) {
        let mut at = (hash >> shift) as usize;
        while slots[at].row != EMPTY {
            at = (at + 1) & (count - 1);
        }
        slots[at] = Slot {
            fingerprint: *hash as u32,
            row,
        };
    }
    for weights in features.weights.chunks_exact(columns) {
        rows.extend_from_slice(bytemuck::cast_slice(weights));
        rows.resize(rows.len().next_multiple_of(stride), 0);
    }
    (bytemuck::cast_slice(&slots).to_vec(), rows)
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let mut random = Random(7);
        let features = Features {
            hashes: (0..5_000).map(|_| random.next()).collect(),
            weights: (0..15_000).map(|i| i as i8).collect(),
        };
        let (slots, rows) = encode(&features, 3);
        let mut bytes = slots.clone();
        bytes.extend(&rows);
        let table = Table::new(0..slots.len(), slots.len()..bytes.len(), 3).unwrap();
        let rows = table.rows(&bytes);
        for (hash, weights) in features.hashes.iter().zip(features.weights.chunks(3)) {
            assert_eq!(&rows.get(*hash).unwrap()[..3], weights);
        }
        assert!((0..5_000).all(|_| rows.get(random.next()).is_none()));
    }

    #[test]
    fn a_damaged_table_leads_nowhere() {
        let bytes = [0xFE; 64 + 16];
        let table = Table::new(0..64, 64..80, 3).unwrap();
        assert!(table.rows(&bytes).get(0x00FE_FEFE_FEFE_FEFE).is_none());
        assert!(Table::new(0..24, 24..40, 3).is_none());
        assert!(Table::new(0..64, 64..70, 3).is_none());
    }
}
