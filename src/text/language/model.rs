//! The learned table: how much each n-gram speaks for each language.
//!
//! Softmax regression over hashed n-grams of words, its weights rounded to 8
//! bits. `models/language.bin` is a head of 16 bytes (`QLNG`, version, classes,
//! bits, the rest zero), what every word starts with, and the rows.
//!
//! What a word starts with takes back what the corpus has more words of one
//! language than of another: a vote says how likely the word is in each
//! language, so that votes can be added, and what is expected before anything
//! is read is for the text as a whole.

use super::letters::Letter;
use super::ngrams::{MOST_NGRAMS, ROWS, rows};

/// Languages and groups of near ones, as the table has them.
pub const CLASSES: usize = 16;

/// The classes' names; [`class_of`] says what goes into which.
#[cfg(any(test, feature = "train"))]
pub const NAMES: [&str; CLASSES] = [
    "kk",
    "kk-folded",
    "ru",
    "uk",
    "be",
    "bg-mk",
    "sr",
    "ky",
    "tt-ba",
    "uz",
    "tg",
    "mn",
    "tk",
    "az",
    "tr",
    "latin",
];

/// Kazakh in its own letters, or in any Latin alphabet.
pub const KAZAKH: usize = 0;
/// Kazakh words that lack their Kazakh letters.
pub const FOLDED: usize = 1;
/// Russian.
pub const RUSSIAN: usize = 2;
/// The first of the others.
pub const OTHERS: usize = 3;

/// Weights are in units of one over this of a nat.
pub const UNIT: f32 = 16.0;

/// Bytes before what words start with.
pub const HEAD: [u8; 16] = *b"QLNG\x01\x10\x10\0\0\0\0\0\0\0\0\0";

pub(crate) static SHIPPED: &[u8] = include_bytes!("../../../models/language.bin");

/// What the n-grams of a word speak for each class, in [`UNIT`]s of a nat.
pub type Scores = [i16; CLASSES];

/// The class that words of the language or variety `code` belong to.
#[cfg(any(test, feature = "train"))]
#[must_use]
pub fn class_of(code: &str) -> Option<usize> {
    let name = match code {
        "bg" | "mk" => "bg-mk",
        "sr-latn" => "sr",
        "tt" | "ba" | "turkic" => "tt-ba",
        "uz-cyrl" | "kaa" => "uz",
        "tk-cyrl" => "tk",
        "az-cyrl" => "az",
        "en" | "xx" => "latin",
        _ => code,
    };
    NAMES.iter().position(|known| *known == name)
}

/// Adds up what the n-grams of `word` speak for each class.
#[must_use]
pub fn scores(word: &[Letter]) -> Scores {
    scores_by(SHIPPED, word)
}

/// As [`scores`], by the model that `bytes` are; all zeros where they are none.
#[must_use]
pub fn scores_by(bytes: &[u8], word: &[Letter]) -> Scores {
    let mut sums = [0i16; CLASSES];
    let Some(([start, table @ ..], [])) =
        bytes.strip_prefix(&HEAD).map(<[u8]>::as_chunks::<CLASSES>)
    else {
        return sums;
    };
    if table.len() != ROWS {
        return sums;
    }
    // The rows are found first: one after the other, the sums then stay in
    // registers.
    let mut found = [0u16; MOST_NGRAMS];
    let mut count = 0;
    rows(word, |row| {
        if let Some(place) = found.get_mut(count) {
            *place = row as u16;
            count += 1;
        }
    });
    let of_ngrams = found[..count].iter().map(|row| &table[usize::from(*row)]);
    for weights in std::iter::once(start).chain(of_ngrams) {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            // At most 200 n-grams of at most 127: no overflow.
            *sum += i16::from(weight.cast_signed());
        }
    }
    sums
}

/// As [`scores_by`], of a spelled word.
#[cfg(test)]
pub(crate) fn scores_of(bytes: &[u8], word: &str) -> Scores {
    let mut word = super::letters::Word::of(word);
    scores_by(bytes, word.take().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::letters::Word;

    #[test]
    fn the_shipped_model_is_whole() {
        assert_eq!(SHIPPED.len(), HEAD.len() + (1 + ROWS) * CLASSES);
        assert!(SHIPPED.starts_with(&HEAD));
    }

    #[test]
    fn bytes_that_are_no_model_say_nothing() {
        let mut word = Word::of("қала");
        let word = word.take().unwrap();
        assert_eq!(scores_by(b"", word), [0; CLASSES]);
        assert_eq!(scores_by(&HEAD, word), [0; CLASSES]);
        assert_ne!(scores(word), [0; CLASSES]);
    }

    #[test]
    fn every_code_of_the_corpus_has_a_class() {
        for code in ["kk", "ru", "sr-latn", "turkic", "xx", "tk-cyrl"] {
            assert!(class_of(code).is_some(), "{code}");
        }
        assert!(class_of("zz").is_none());
    }
}
