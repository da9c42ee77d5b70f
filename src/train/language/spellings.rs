//! The ways in which a word of the corpus is typed.

use super::examples::Weights;
use crate::random::Random;
use crate::text::language::model::{FOLDED, KAZAKH, RUSSIAN};
use crate::text::latin::Alphabet;
use crate::text::noise::Noise;

/// How much the spellings of a word count beside the word itself.
const FOLDED_SHARE: f32 = 0.5;
const LATIN_SHARE: f32 = 0.4;
const BROKEN_SHARE: f32 = 0.3;
/// Of a hundred words, how many are learned in each Latin alphabet too; words
/// that texts use often all are.
const IN_LATIN: usize = 25;

const KAZAKH_LETTERS: [char; 9] = ['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'];

/// Whether a Cyrillic text has the letters of Kazakh.
pub(super) fn has_kazakh_letters(text: &str) -> bool {
    text.contains(KAZAKH_LETTERS)
}

/// Whether a word is in Latin letters.
pub(super) fn is_latin(word: &str) -> bool {
    word.chars().all(|c| c < 'Ѐ')
}

/// A lower-case word as a Russian keyboard gives it.
pub(super) fn folded(word: &str) -> String {
    let mut out = String::new();
    Noise::Folded.apply(word, 0, &mut out);
    out
}

fn in_latin(alphabet: Alphabet, word: &str) -> String {
    let mut out = String::new();
    alphabet.to_latin(word, &mut out);
    out
}

/// Random numbers that are a word's own, so that a change of the corpus
/// leaves the other words as they were.
fn random_of(word: &str) -> Random {
    Random(xxhash_rust::xxh3::xxh3_64(word.as_bytes()))
}

/// Adds the spellings of a Kazakh word.
pub(super) fn of_kazakh(word: &str, weight: f32, weights: &mut Weights) {
    if is_latin(word) {
        return;
    }
    let without = folded(word);
    if without != word {
        weights.raise(FOLDED, &without, weight * FOLDED_SHARE);
    }
    let mut random = random_of(word);
    for alphabet in Alphabet::ALL {
        if random.below(100) < IN_LATIN || weight > 1.2 {
            weights.raise(KAZAKH, &in_latin(alphabet, word), weight * LATIN_SHARE);
        }
    }
}

/// Adds the spellings of a Russian word.
pub(super) fn of_russian(word: &str, weight: f32, weights: &mut Weights) {
    if !is_latin(word) && (random_of(word).below(100) < IN_LATIN || weight > 1.2) {
        let latin = in_latin(Alphabet::Messenger, word);
        weights.raise(RUSSIAN, &latin, weight * LATIN_SHARE);
    }
}

/// Adds a Turkish word as it comes out where Windows-1254 was read as
/// Windows-1252, which old pages are full of.
pub(super) fn of_turkish(word: &str, weight: f32, class: usize, weights: &mut Weights) {
    let broken: String = word
        .chars()
        .map(|c| match c {
            'ş' => 'þ',
            'ı' => 'ý',
            'ğ' => 'ð',
            c => c,
        })
        .collect();
    if broken != word && random_of(word).below(100) < IN_LATIN {
        weights.raise(class, &broken, weight * BROKEN_SHARE);
    }
}
