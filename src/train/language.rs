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
use std::path::Path;

/// The bytes of the model that `corpora` (the folder of that name) teaches.
///
/// # Errors
///
/// Where the corpus cannot be read, or lacks a language.
pub fn train(corpora: &Path) -> Result<Vec<u8>> {
    Ok(learn(&read(corpora)?))
}
