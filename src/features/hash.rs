//! Hashes of features. They are part of the model file's format: a change
//! here is a new format version.

use super::View;
use crate::text::fold::Code;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// The hash of a whole word, given by the bytes of the `view`'s spelling.
#[inline]
#[must_use]
pub fn word(view: View, bytes: &[u8]) -> u64 {
    xxh3_64_with_seed(bytes, view as u64)
}

/// The hash of half a word; `which` tells apart halves of the same letters.
#[inline]
#[must_use]
pub fn half(letters: &[Code], which: u64) -> u64 {
    xxh3_64_with_seed(letters, which)
}

/// The hash of two neighbouring words, given by their folded hashes.
#[inline]
#[must_use]
pub fn pair(previous: u64, word: u64) -> u64 {
    mix(previous.rotate_left(23) ^ word.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// The hash of up to eight letters of six bits: different n-grams have
/// different hashes, since the last step of the hash is a bijection.
#[inline]
#[must_use]
pub fn ngram(letters: &[Code]) -> u64 {
    let packed = letters
        .iter()
        .fold(0, |packed, code| packed << 6 | u64::from(*code));
    mix(packed | 1 << 62)
}

/// The hash of a piece of the subword vocabulary, given by its number.
#[inline]
#[must_use]
pub fn subword(id: u32) -> u64 {
    mix(u64::from(id) | 1 << 63)
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
#[inline]
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_do_not_collide() {
        let hashes = [
            word(View::Word, b"a"),
            word(View::Folded, b"a"),
            ngram(&[1]),
            ngram(&[1, 1]),
            subword(1),
            pair(1, 2),
            pair(2, 1),
        ];
        let distinct: std::collections::BTreeSet<u64> = hashes.into_iter().collect();
        assert_eq!(distinct.len(), hashes.len());
    }

    #[test]
    fn hashes_are_part_of_the_file_format() {
        assert_eq!(word(View::Folded, b"abc"), 7_729_416_884_403_528_232);
        assert_eq!(ngram(&[1, 2, 3]), 9_389_642_170_475_821_277);
    }
}
