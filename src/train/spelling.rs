//! Which words misspelled ones are taken for, learned from the texts.

use crate::features::spelling::{SHORTEST, Spelling};
use crate::text::fold::{Code, fold};
use crate::text::{Buffers, normalise, token};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The words that occur in at least `least` of `texts`; none where `least` is 0.
#[must_use]
pub fn train(texts: &[String], least: u32) -> Spelling {
    if least == 0 {
        return Spelling::default();
    }
    let mut frequencies: BTreeMap<Vec<Code>, u32> = BTreeMap::new();
    let mut buffers = Buffers::default();
    for text in texts {
        let mut of_text = BTreeSet::new();
        for word in token::words(normalise(text, &mut buffers)) {
            // Class words are in upper case, numbers are no words.
            if word.chars().all(|c| c.is_lowercase()) {
                let mut codes = Vec::new();
                fold(word, &mut codes);
                of_text.insert(codes);
            }
        }
        for word in of_text.into_iter().filter(|w| w.len() >= SHORTEST) {
            *frequencies.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<(&[Code], u32)> = frequencies
        .iter()
        .map(|(word, frequency)| (&**word, *frequency))
        .filter(|(_, frequency)| *frequency >= least)
        .collect();
    words.sort_by_key(|(_, frequency)| Reverse(*frequency));
    Spelling::new(words.into_iter().map(|(word, _)| word))
}
