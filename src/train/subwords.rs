//! The subword vocabulary, trained by the `tokenizers` crate.

use crate::error::{Error, Result};
use crate::features::subword::Subwords;
use crate::text::fold::{Code, fold, spell};
use crate::text::{Buffers, normalise, token};
use rust_i18n::t;
use std::collections::{BTreeMap, BTreeSet};
use tokenizers::models::wordpiece::{WordPiece, WordPieceTrainerBuilder};
use tokenizers::{AddedToken, Model, Trainer};

const UNKNOWN: &str = "[UNK]";
const CONTINUES: &str = "##";

/// Trains a WordPiece vocabulary of at most `size` pieces on the folded words
/// of `texts`.
///
/// # Errors
/// [`crate::error::ErrorKind::Training`] where `tokenizers` fails.
pub fn train(texts: &[String], size: usize) -> Result<Subwords> {
    if size == 0 {
        return Ok(Subwords::default());
    }
    let failed =
        |e: tokenizers::Error| Error::training(t!("train.subwords", reason = e.to_string()));
    let model = wordpiece(texts, size).map_err(failed)?;
    let mut vocabulary: Vec<(String, u32)> = model.get_vocab().into_iter().collect();
    vocabulary.sort_unstable_by_key(|(_, id)| *id);
    let pieces: Vec<(Vec<Code>, bool)> = vocabulary
        .iter()
        .filter(|(piece, _)| piece != UNKNOWN)
        .map(|(piece, _)| match piece.strip_prefix(CONTINUES) {
            Some(rest) => (letters(rest), true),
            None => (letters(piece), false),
        })
        // The length of a piece has seven bits in the file.
        .filter(|(piece, _)| (1..128).contains(&piece.len()))
        .collect();
    Ok(Subwords::new(pieces.iter().map(|(p, c)| (&**p, *c))))
}

fn letters(spelled: &str) -> Vec<Code> {
    let mut codes = Vec::new();
    fold(spelled, &mut codes);
    codes
}

/// The folded words of `texts` that have no letter of another script.
fn words(texts: &[String]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    let mut buffers = Buffers::default();
    for text in texts {
        for word in token::words(normalise(text, &mut buffers)) {
            let word = spell(&letters(word));
            if !word.contains('?') && !word.is_empty() {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
    }
    counts
}

fn wordpiece(texts: &[String], size: usize) -> tokenizers::Result<WordPiece> {
    let counts = words(texts);
    // The trainer numbers the letters that continue a word in the order of a
    // hash map, and breaks ties between merges by number. Named beforehand,
    // they have the same numbers each time.
    let letters: BTreeSet<char> = counts.keys().flat_map(|word| word.chars()).collect();
    let continuing = letters.iter().map(|letter| format!("{CONTINUES}{letter}"));
    let first = std::iter::once(UNKNOWN.to_owned()).chain(continuing);
    let first: Vec<AddedToken> = first.map(|piece| AddedToken::from(piece, true)).collect();
    let mut trainer = WordPieceTrainerBuilder::new()
        .vocab_size(size + 1)
        .min_frequency(2)
        .show_progress(false)
        .continuing_subword_prefix(CONTINUES.to_owned())
        .special_tokens(first)
        .build();
    let repeated = counts
        .iter()
        .flat_map(|(word, count)| std::iter::repeat_n(word.as_str(), *count as usize));
    trainer.feed(repeated, |word| Ok(vec![word.to_owned()]))?;
    let mut model = WordPiece::builder()
        .vocab([(UNKNOWN.to_owned(), 0)])
        .unk_token(UNKNOWN.to_owned())
        .continuing_subword_prefix(CONTINUES.to_owned())
        .build()?;
    trainer.train(&mut model)?;
    Ok(model)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<String> {
        include_str!("../../README.md")
            .lines()
            .chain(crate::taxonomy::Taxonomy::shipped().to_tsv().lines())
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn our_matcher_gives_the_pieces_of_tokenizers() {
        let texts = texts();
        let model = wordpiece(&texts, 800).unwrap();
        let subwords = train(&texts, 800).unwrap();
        let list = subwords.list();
        for word in words(&texts).keys() {
            let ours: Vec<String> = subwords
                .pieces(&letters(word))
                .map(|(piece, id)| {
                    let prefix = if list[id as usize].1 { CONTINUES } else { "" };
                    format!("{prefix}{}", spell(piece))
                })
                .collect();
            let theirs: Vec<String> = model
                .tokenize(word)
                .unwrap()
                .into_iter()
                .map(|token| token.value)
                .filter(|value| value != UNKNOWN)
                .collect();
            assert_eq!(ours, theirs, "{word}");
        }
    }

    #[test]
    fn the_vocabulary_is_the_same_each_time() {
        let texts = texts();
        let list = |s: &Subwords| -> Vec<(Vec<Code>, bool)> {
            s.list().into_iter().map(|(p, c)| (p.to_vec(), c)).collect()
        };
        let first = list(&train(&texts, 500).unwrap());
        for _ in 0..3 {
            assert_eq!(list(&train(&texts, 500).unwrap()), first);
        }
    }
}
