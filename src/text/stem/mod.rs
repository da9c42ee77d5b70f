//! Light stemming: the part of a word that its inflected forms share.
//!
//! For matching places, streets and answers, not for classifying: there
//! character n-grams see the same stem at no cost. A stem is not a dictionary
//! form and need not be a word.
//!
//! Kazakh, for which Snowball has no algorithm, is stemmed by our own code
//! over the folded spelling, so that a word stems alike with and without
//! Kazakh letters and in Latin. Russian is Snowball's. Of the crates that
//! have it, `rust-stemmers` has stood still since 2019 and `tantivy-stemmers`,
//! `snowball_stemmers_rs` and `waken_snowball` are snapshots; `frostem`
//! (BSD-3-Clause, no dependencies, one feature a language) is generated anew
//! from Snowball's main branch and versioned by it. A light stemmer of ours
//! over the folded spelling was tried beside it and was worse, since `й`,
//! `ы`, `и` and `ь` tell endings apart (figures: `corpora/text/README.md`).

mod kazakh;
mod russian;
mod suffix;

use super::Language;
use super::fold::{Code, code_of, fold};

/// The stem of one lower-case `word`: the beginning of it without endings.
///
/// Words of a language without a stemmer come back whole; a word of
/// [`Language::Mixed`] is taken for Kazakh, whose endings Russian stems take
/// («справканы»).
///
/// ```
/// use qulaq::text::{Language, stem::stem};
/// assert_eq!(stem("мектептерге", Language::Kazakh), "мектеп");
/// assert_eq!(stem("больницами", Language::Russian), "больниц");
/// ```
#[must_use]
pub fn stem(word: &str, language: Language) -> &str {
    let mut codes = Vec::new();
    stem_with(word, language, &mut codes)
}

/// [`stem`] with a buffer that the caller keeps. Kazakh then allocates nothing.
#[must_use]
pub fn stem_with<'w>(word: &'w str, language: Language, codes: &mut Vec<Code>) -> &'w str {
    match language {
        Language::Russian => return russian::stem(word),
        Language::Other => return word,
        Language::Kazakh | Language::Mixed => {}
    }
    codes.clear();
    fold(word, codes);
    let kept = kazakh::stem(codes);
    if kept == codes.len() {
        return word;
    }
    // A letter that folds to two goes whole, and letters that fold to one stay together.
    let mut end = word.len();
    for (at, _) in word.char_indices().rev() {
        codes.clear();
        fold(&word[..at], codes);
        end = at;
        if codes.len() <= kept {
            break;
        }
    }
    &word[..end]
}

/// Writes onto `key` what all forms of one lower-case `word` have in common:
/// the folded stem, its last consonant as it is without an ending («кітабы»,
/// «кітап»). Two words are forms of one where their keys are equal.
pub fn key(word: &str, language: Language, key: &mut Vec<Code>) {
    let start = key.len();
    match language {
        Language::Russian => return russian::key(word, key),
        Language::Other => {
            fold(word, key);
            return;
        }
        Language::Kazakh | Language::Mixed => {}
    }
    fold(word, key);
    let kept = kazakh::stem(key.get(start..).unwrap_or_default());
    key.truncate(start + kept);
    if let Some(last) = key.get_mut(start..).and_then(<[Code]>::last_mut) {
        *last = match *last {
            VOICED_G => code_of('к'),
            VOICED_B => code_of('п'),
            other => other,
        };
    }
}

const VOICED_G: Code = code_of('г');
const VOICED_B: Code = code_of('б');

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::spell;
    use proptest::prelude::*;

    fn keyed(word: &str, language: Language) -> String {
        let mut codes = Vec::new();
        key(word, language, &mut codes);
        spell(&codes)
    }

    #[test]
    fn forms_meet_whatever_they_are_typed_in() {
        for forms in [
            &["аудан", "ауданында", "ауданының", "аудандар", "audanynda"][..],
            &["мектеп", "мектебі", "мектебинде", "mektepke"],
            &["көше", "көшесінде", "кошесинин", "kóshede", "көшелер"],
        ] {
            for form in forms {
                assert_eq!(
                    keyed(form, Language::Kazakh),
                    keyed(forms[0], Language::Kazakh),
                    "{form}"
                );
            }
        }
        for form in ["улица", "улице", "улицами", "улицу", "ulitsy"] {
            assert_eq!(
                keyed(form, Language::Russian),
                keyed("улица", Language::Russian),
                "{form}"
            );
        }
    }

    #[test]
    fn short_words_and_others_stay() {
        for (word, language) in [
            ("су", Language::Kazakh),
            ("ел", Language::Kazakh),
            ("дом", Language::Russian),
            ("wasser", Language::Other),
            ("水", Language::Russian),
            ("", Language::Kazakh),
        ] {
            assert_eq!(stem(word, language), word);
        }
    }

    proptest! {
        #[test]
        fn is_a_beginning_of_the_word(word in "\\PC{0,16}|[а-яәғқңөұүіa-z']{0,16}") {
            for language in [Language::Kazakh, Language::Russian, Language::Mixed, Language::Other] {
                prop_assert!(word.starts_with(stem(&word, language)));
                key(&word, language, &mut Vec::new());
            }
        }
    }
}
