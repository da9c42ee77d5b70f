//! What the features of a word add up to, remembered.
//!
//! A few thousand words make up most of all texts. The weights of a word's own
//! features (its spellings, n-grams and pieces) are integers and the same
//! wherever it stands, so their sums can be kept: a remembered word costs one
//! look-up where a new one costs a hundred. The verdict is the same to the bit.

use crate::features::WordSummary;

/// About how many bytes of sums are remembered: what fits a core's own cache.
const BYTES: usize = 4 << 20;
/// A remembered word gives way after so many words that wanted its place.
const PATIENCE: u8 = 3;

/// Sums of words, for one model.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    model: u64,
    stride: usize,
    places: Vec<Place>,
    sums: Vec<i16>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The hash of the word's spelling.
    spelling: u64,
    summary: WordSummary,
    /// How many rivals the word still outlasts.
    patience: u8,
    taken: bool,
}

impl Memo {
    /// Makes the memo one for the model `model` with rows of `stride` columns;
    /// what was remembered for another is forgotten.
    pub fn prepare(&mut self, model: u64, stride: usize) {
        if self.model == model && self.stride == stride {
            return;
        }
        let places = (BYTES / (stride * size_of::<i16>()))
            .clamp(256, 1 << 16)
            .next_power_of_two();
        self.model = model;
        self.stride = stride;
        self.places.clear();
        self.places.resize(places, Place::default());
        self.sums.clear();
        self.sums.resize(places * stride, 0);
    }

    /// What is remembered of a word: its summary and its sums.
    #[inline]
    pub fn recall(&mut self, spelling: u64) -> Option<(WordSummary, &[i16])> {
        let at = self.at(spelling);
        let place = &mut self.places[at];
        if !place.taken || place.spelling != spelling {
            return None;
        }
        place.patience = PATIENCE;
        let start = at * self.stride;
        Some((place.summary, &self.sums[start..start + self.stride]))
    }

    /// Remembers a word, if its place is free or its holder's patience at an
    /// end, and its sums are small enough.
    pub fn remember(&mut self, spelling: u64, summary: WordSummary, sums: &[i32]) {
        let at = self.at(spelling);
        let place = &mut self.places[at];
        if place.taken && place.patience > 0 {
            place.patience -= 1;
            return;
        }
        if sums.iter().any(|sum| i16::try_from(*sum).is_err()) {
            return;
        }
        *place = Place {
            spelling,
            summary,
            patience: PATIENCE,
            taken: true,
        };
        let kept = &mut self.sums[at * self.stride..][..self.stride];
        for (kept, sum) in kept.iter_mut().zip(sums) {
            *kept = *sum as i16;
        }
    }

    #[inline]
    fn at(&self, spelling: u64) -> usize {
        spelling as usize & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_until_rivals_wear_it_out() {
        let mut memo = Memo::default();
        memo.prepare(1, 16);
        let summary = WordSummary {
            folded: 7,
            features: 9,
            ..WordSummary::default()
        };
        let sums: Vec<i32> = (0..16).map(|i| i * -100).collect();
        memo.remember(5, summary, &sums);
        let (known, kept) = memo.recall(5).unwrap();
        assert_eq!((known.folded, known.features), (7, 9));
        assert!(kept.iter().zip(&sums).all(|(k, s)| i32::from(*k) == *s));
        let rival = 5 + (1 << 32);
        for _ in 0..PATIENCE {
            memo.remember(rival, summary, &sums);
            assert!(memo.recall(rival).is_none());
        }
        memo.remember(rival, summary, &sums);
        assert!(memo.recall(rival).is_some() && memo.recall(5).is_none());
        memo.prepare(2, 16);
        assert!(memo.recall(rival).is_none());
    }

    #[test]
    fn sums_that_do_not_fit_are_not_kept() {
        let mut memo = Memo::default();
        memo.prepare(1, 16);
        memo.remember(5, WordSummary::default(), &[40_000; 16]);
        assert!(memo.recall(5).is_none());
    }
}
