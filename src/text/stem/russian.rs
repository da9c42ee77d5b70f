//! Russian: Snowball, as `frostem` generates it from Snowball's main branch.
//!
//! It takes endings off and changes nothing before them but `ё` to `е`, which
//! is as long, so the stem is a beginning of the word. A word in Latin is read
//! by its folded spelling first.

use crate::text::fold::{Code, fold, spell};
use frostem::{Algorithm, Stemmer};
use std::sync::LazyLock;

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Russian));

/// The beginning of the lower-case `word` without its endings.
pub(super) fn stem(word: &str) -> &str {
    let length = SNOWBALL.stem(word).len();
    word.get(..length).unwrap_or(word)
}

/// Writes the folded stem of `word` onto `key`.
pub(super) fn key(word: &str, key: &mut Vec<Code>) {
    if !word.is_ascii() {
        fold(stem(word), key);
        return;
    }
    let start = key.len();
    fold(word, key);
    let spelled = spell(key.get(start..).unwrap_or_default());
    key.truncate(start);
    fold(stem(&spelled), key);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_nouns_adjectives_and_verbs() {
        for (word, want) in [
            ("тротуарами", "тротуар"),
            ("разбитого", "разбит"),
            ("дорогу", "дорог"),
            ("отключили", "отключ"),
            ("сёлами", "сёл"),
        ] {
            assert_eq!(stem(word), want);
        }
    }
}
