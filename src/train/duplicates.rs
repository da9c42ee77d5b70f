//! Near-duplicate texts, so that a copy of a training text is no test.
//!
//! MinHash (Broder 1997) over the letters of the normalised text, banded
//! (locality-sensitive hashing) to find candidates, exact Jaccard similarity
//! to decide. Of pairs at the threshold 99 in 100 are found, of closer ones more.

use crate::text::{Buffers, normalise};
use rayon::prelude::*;
use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64;

/// Texts whose sets of shingles have this Jaccard similarity are copies.
const SIMILAR: f64 = 0.6;
/// Shingles are this many bytes: about four Cyrillic letters.
const SHINGLE: usize = 9;
const BANDS: usize = 20;
const ROWS: usize = 3;

/// The group of each text: copies share one, and so do rows with the same
/// name in `given`. Groups are numbered from 0 in the order of first rows.
#[must_use]
pub fn groups(texts: &[String], given: Option<&[String]>) -> Vec<u32> {
    let shingles: Vec<Vec<u64>> = texts
        .par_iter()
        .map_init(Buffers::default, |buffers, text| {
            shingles(normalise(text, buffers))
        })
        .collect();
    let mut joined = Forest::new(texts.len());
    if let Some(names) = given {
        let mut first = HashMap::new();
        for (row, name) in names
            .iter()
            .enumerate()
            .filter(|(_, n)| !n.trim().is_empty())
        {
            joined.join(row, *first.entry(name.trim()).or_insert(row));
        }
    }
    let signatures: Vec<[u64; BANDS]> = shingles.par_iter().map(|s| signature(s)).collect();
    for band in 0..BANDS {
        let mut buckets: HashMap<u64, Vec<usize>> = HashMap::new();
        for (row, signature) in signatures.iter().enumerate() {
            // A bucket keeps the first of each group, so that a thousand
            // copies cost a thousand comparisons and not a million.
            let bucket = buckets.entry(signature[band]).or_default();
            let copy_of = bucket
                .iter()
                .find(|other| similarity(&shingles[row], &shingles[**other]) >= SIMILAR);
            match copy_of {
                Some(other) => joined.join(row, *other),
                None => bucket.push(row),
            }
        }
    }
    joined.numbered()
}

/// The distinct shingles of a normalised text, sorted.
fn shingles(text: &str) -> Vec<u64> {
    let bytes = text.as_bytes();
    let mut hashes: Vec<u64> = if bytes.len() <= SHINGLE {
        vec![xxh3_64(bytes)]
    } else {
        bytes.windows(SHINGLE).map(xxh3_64).collect()
    };
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// One hash a band.
fn signature(shingles: &[u64]) -> [u64; BANDS] {
    std::array::from_fn(|band| {
        let smallest: [u64; ROWS] = std::array::from_fn(|row| {
            let seed = ((band * ROWS + row) as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let permuted = shingles
                .iter()
                .map(|s| (s ^ seed).wrapping_mul(0xBF58_476D_1CE4_E5B9 | seed << 1));
            permuted.min().unwrap_or(0)
        });
        xxh3_64(bytemuck::cast_slice(&smallest))
    })
}

/// The Jaccard similarity of two sorted sets.
fn similarity(one: &[u64], other: &[u64]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, common) = (i + 1, j + 1, common + 1);
            }
        }
    }
    common as f64 / (one.len() + other.len() - common) as f64
}

/// Disjoint sets.
struct Forest(Vec<usize>);

impl Forest {
    fn new(size: usize) -> Forest {
        Forest((0..size).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }

    fn numbered(mut self) -> Vec<u32> {
        let mut numbers = HashMap::new();
        (0..self.0.len())
            .map(|row| {
                let root = self.root(row);
                let next = numbers.len() as u32;
                *numbers.entry(root).or_insert(next)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_a_group_and_others_do_not() {
        let texts = [
            "Третий день нет воды на улице Абая, дом 5, помогите пожалуйста!",
            "третий день нет воды на улице Абая, дом 7. Помогите, пожалуйста",
            "Қашан жол жөнделеді? Шұңқыр көп, көлік сынып жатыр",
            "Мусор не вывозят уже неделю, контейнеры переполнены",
            "",
            "",
        ]
        .map(str::to_owned);
        assert_eq!(groups(&texts, None), [0, 0, 1, 2, 3, 3]);
        let given = ["", "a", "a", "", "", ""].map(str::to_owned);
        assert_eq!(groups(&texts, Some(&given)), [0, 0, 0, 1, 2, 2]);
    }
}
