//! Which words misspelled ones are taken for, learned from the texts.

use crate::features::spelling::{SHORTEST, Spelling};
use crate::text::fold::{Code, fold};
use crate::text::{Buffers, normalise, token};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The words that occur in at least `least` of `texts`, and after them those of
/// `others`; none where `least` is 0.
#[must_use]
pub fn train(texts: &[String], least: u32, others: &[String]) -> Spelling {
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
                of_text.insert(folded(word));
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
    let others: Vec<Vec<Code>> = others.iter().map(|word| folded(word)).collect();
    let mut seen: BTreeSet<&[Code]> = words.iter().map(|(word, _)| *word).collect();
    let others = others.iter().map(|word| &**word);
    let others: Vec<&[Code]> = others.filter(|word| seen.insert(word)).collect();
    Spelling::new(words.iter().map(|(word, _)| *word).chain(others))
}

fn folded(word: &str) -> Vec<Code> {
    let mut codes = Vec::new();
    fold(word, &mut codes);
    codes
}
