//! Which features are learned, and how much each counts.

use super::documents::Documents;
use super::matrix::Matrix;
use crate::features::View;
use crate::model::length;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The features of a corpus that are learned, the most frequent first.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The hash of each feature.
    pub hashes: Vec<u64>,
    /// What one occurrence counts: the weight of its view times its inverse
    /// document frequency.
    pub scales: Vec<f32>,
    index: HashMap<u64, u32, BuildHasherDefault<Identity>>,
}

/// The true spelling says little beside the folded one, and what hangs on it
/// breaks when people type without Kazakh letters.
fn weight(view: View) -> f32 {
    match view {
        View::Word => 0.5,
        View::Folded | View::Pair | View::Ngram | View::Subword => 1.0,
    }
}

impl Vocabulary {
    /// The features that occur in at least `least` of the texts `rows`.
    #[must_use]
    pub fn of(documents: &Documents, rows: &[usize], least: u32) -> Vocabulary {
        let mut frequencies: HashMap<u64, (u32, View), BuildHasherDefault<Identity>> =
            HashMap::default();
        for &row in rows {
            for feature in documents.features(row) {
                frequencies
                    .entry(feature.hash)
                    .or_insert((0, feature.view))
                    .0 += 1;
            }
        }
        let mut kept: Vec<(u64, u32, View)> = frequencies
            .into_iter()
            .filter(|(_, (frequency, _))| *frequency >= least)
            .map(|(hash, (frequency, view))| (hash, frequency, view))
            .collect();
        kept.sort_unstable_by_key(|(hash, frequency, _)| (std::cmp::Reverse(*frequency), *hash));
        let texts = 1.0 + rows.len() as f64;
        Vocabulary {
            hashes: kept.iter().map(|(hash, ..)| *hash).collect(),
            scales: kept
                .iter()
                .map(|(_, frequency, view)| {
                    let rarity = libm::log(texts / (1.0 + f64::from(*frequency)));
                    weight(*view) * (1.0 + rarity as f32)
                })
                .collect(),
            index: kept.iter().map(|(hash, ..)| *hash).zip(0..).collect(),
        }
    }

    /// How many features there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there is no feature.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The column of a feature, if it is learned.
    #[inline]
    #[must_use]
    pub fn column(&self, hash: u64) -> Option<u32> {
        self.index.get(&hash).copied()
    }

    /// The matrix of all texts over this vocabulary, rows in their order, where
    /// one occurrence of a feature has the value `scales[feature]`.
    #[must_use]
    pub fn matrix(&self, documents: &Documents, scales: &[f32]) -> Matrix {
        let mut matrix = Matrix::new(self.len());
        let mut known = Vec::new();
        for row in 0..documents.len() {
            known.clear();
            let length = length(documents.summary(row).features);
            known.extend(documents.features(row).iter().filter_map(|feature| {
                let column = self.column(feature.hash)?;
                let scale = scales[column as usize];
                Some((column, f32::from(feature.count) * scale / length))
            }));
            known.sort_unstable_by_key(|(column, _)| *column);
            matrix.push(known.iter().copied());
        }
        matrix
    }
}

/// The hashes of features are hashes already.
#[derive(Debug, Clone, Copy, Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
