//! What the model looks at in a word: its n-grams of one to five letters, the
//! edges counted, and the word as a whole, each hashed to a row of the table.
//!
//! The same code serves training and inference.

use super::letters::{EDGE, LONGEST_WORD, Letter};

/// The longest n-gram.
const LONGEST: usize = 5;
/// The table has two to the power of this many rows.
pub const BITS: u32 = 16;
/// Rows of the table.
pub const ROWS: usize = 1 << BITS;

/// The most n-grams that a word can have.
pub const MOST_NGRAMS: usize = LONGEST_WORD * LONGEST + 1;

const SEED: u32 = 0x9E37_79B1;
const SEED_OF_WORDS: u32 = 0x7F4A_7C15;

#[inline]
fn step(hash: u32, letter: Letter) -> u32 {
    let hash = (hash ^ u32::from(letter)).wrapping_mul(0x85EB_CA6B);
    hash ^ (hash >> 15)
}

#[inline]
fn row(hash: u32) -> usize {
    (hash.wrapping_mul(0xC2B2_AE35) >> (32 - BITS)) as usize
}

/// Hands the row of every n-gram of `word`, which stands between edges, to `each`.
#[inline]
pub fn rows(word: &[Letter], mut each: impl FnMut(usize)) {
    let mut whole = SEED_OF_WORDS;
    for (at, first) in word.iter().enumerate() {
        let mut hash = step(SEED, *first);
        // An edge alone says nothing.
        if *first != EDGE {
            each(row(hash));
        }
        for letter in word[at + 1..].iter().take(LONGEST - 1) {
            hash = step(hash, *letter);
            each(row(hash));
        }
        whole = step(whole, *first);
    }
    if word.len() > LONGEST {
        each(row(whole));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::letters::Word;

    #[test]
    fn as_many_as_there_should_be() {
        let count = |word: &str| {
            let (mut word, mut count) = (Word::of(word), 0);
            rows(word.take().unwrap_or_default(), |row| {
                assert!(row < ROWS);
                count += 1;
            });
            count
        };
        // 2 + 3 + 2 + 1 of «^су$»
        assert_eq!(count("су"), 8);
        // 4 letters, 5 + 4 + 3 + 2 longer ones, and the word
        assert_eq!(count("вода"), 19);
        assert_eq!(count(""), 0);
    }
}
