//! Learning to tell languages: from `corpora/` to the table of
//! [`crate::text::language`].
//!
//! The examples are words, not texts, so that a single word can be told and
//! votes of words can be added. Kazakh words are learned in all the ways they
//! are typed. Softmax regression by AdaGrad, one step a word, in an order that
//! a seed gives; the exponential is libm's, so the bytes are the same anywhere.

mod examples;
mod learn;
mod spellings;

pub use examples::{Example, read};
pub use learn::learn;

use crate::error::Result;
use crate::text::fold::fold;
use crate::text::language::model::NAMES;
use crate::text::language::{Language, of_word_by};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// The bytes of the model that `corpora` (the folder of that name) teaches.
///
/// # Errors
///
/// Where the corpus cannot be read, or lacks a language.
pub fn train(corpora: &Path) -> Result<Vec<u8>> {
    Ok(learn(&read(corpora)?))
}

/// How single words that were not learned from are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The class, as the model names it.
    pub class: &'static str,
    /// How many words.
    pub words: u32,
    /// How many of them were taken for Kazakh, for Russian, for another.
    pub taken_for: [u32; 3],
}

/// Learns from nine words of ten and tells the tenth. All spellings of a word
/// stay on one side.
///
/// # Errors
///
/// As [`train`].
pub fn held_out(corpora: &Path) -> Result<Vec<Judged>> {
    let is_held = |example: &Example| {
        let mut codes = Vec::new();
        fold(&example.word, &mut codes);
        xxh3_64(&codes).is_multiple_of(10)
    };
    let (held, learned): (Vec<_>, Vec<_>) = read(corpora)?.into_iter().partition(is_held);
    let model = learn(&learned);
    let mut judged = NAMES.map(|class| Judged {
        class,
        words: 0,
        taken_for: [0; 3],
    });
    for example in held {
        let judged = &mut judged[example.class];
        judged.words += 1;
        judged.taken_for[match of_word_by(&model, &example.word) {
            Language::Kazakh | Language::Mixed => 0,
            Language::Russian => 1,
            Language::Other => 2,
        }] += 1;
    }
    Ok(judged.to_vec())
}
