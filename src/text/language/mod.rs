//! The language of a text: Kazakh, Russian, both, or another.
//!
//! Every word is asked for its letters: a small model (`model.rs`), learned
//! from `corpora/` by `train::language`, says how much each n-gram of a word
//! speaks for each of sixteen languages and groups of languages. Votes of
//! words add up over a text ([`Votes`]), and [`tags`] says it of each word.
//! Kazakh typed without Kazakh letters and in any Latin alphabet is Kazakh;
//! Kyrgyz, Tatar, Bashkir, Uzbek, Ukrainian and the rest are `other`.

mod endings;
mod letters;
mod marks;
pub(crate) mod model;
mod ngrams;
mod tags;
mod votes;

#[cfg(feature = "train")]
pub(crate) use ngrams::ROWS;
pub use tags::{Tag, Token, tags};
pub use votes::{Vote, Votes};

use super::{Census, Script, nfc, scan};
use letters::words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The language that a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh, in any alphabet.
    #[serde(rename = "kk")]
    Kazakh,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Kazakh and Russian in one text.
    Mixed,
    /// Neither, or no words at all.
    #[default]
    Other,
}

impl Language {
    /// The word for it in columns and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Language::Kazakh => "kk",
            Language::Russian => "ru",
            Language::Mixed => "mixed",
            Language::Other => "other",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The language of `text`, as it was typed.
///
/// ```
/// use qulaq::text::Language;
/// use qulaq::text::language::detect;
/// assert_eq!(detect("Ауылда екі күннен бері су жоқ"), Language::Kazakh);
/// assert_eq!(detect("auylda eki kúnnen beri sý joq"), Language::Kazakh);
/// assert_eq!(detect("Вода отсутствует второй день"), Language::Russian);
/// assert_eq!(detect("Айылда эки күндөн бери суу жок"), Language::Other);
/// ```
#[must_use]
pub fn detect(text: &str) -> Language {
    if nfc::should(text, Census::of(text)) {
        let mut composed = String::new();
        nfc::apply(text, &mut composed);
        return detect_composed(&composed);
    }
    detect_composed(text)
}

fn detect_composed(text: &str) -> Language {
    let mut votes = Votes::default();
    words(text, |word, is_title| {
        votes.add(match is_title {
            true => Vote::of_name(word),
            false => Vote::of_letters(word),
        });
    });
    votes.language(Script::of(text))
}

/// The language of the words in Latin letters of `text`.
#[must_use]
pub fn of_latin(text: &str) -> Language {
    let mut votes = Votes::default();
    let bytes = text.as_bytes();
    let latin = |a: u8, _| ((a | 0x20).wrapping_sub(b'a') < 26) | (0xC3..=0xC9).contains(&a);
    let mut from = 0;
    for at in scan::hits(bytes, latin) {
        if at < from {
            continue;
        }
        let start = memchr::memrchr(b' ', &bytes[from..at]).map_or(from, |space| from + space);
        from = memchr::memchr(b' ', &bytes[at..]).map_or(bytes.len(), |space| at + space);
        words(&text[start..from], |word, _| {
            // Cyrillic begins at U+0400.
            if word.iter().all(|letter| *letter < 0x400) {
                votes.add(Vote::of_letters(word));
            }
        });
    }
    votes.language(Script::Latin)
}

/// Hands every word of `text`, in lower case, to `each`.
#[cfg(feature = "train")]
pub(crate) fn spelled_words(text: &str, mut each: impl FnMut(String)) {
    words(text, |word, _| {
        let inner = &word[1..word.len() - 1];
        each(String::from_utf16_lossy(inner));
    });
}

/// The language of one word, by the model that `bytes` are.
#[cfg(feature = "train")]
pub(crate) fn of_word_by(bytes: &[u8], word: &str) -> Language {
    let mut votes = Votes::default();
    if let Some(letters) = letters::Word::of(word).take() {
        votes.add(Vote::from(model::scores_by(bytes, letters)));
    }
    votes.language(Script::of(word))
}

/// Appends the rows of the model that `word` hashes to.
#[cfg(feature = "train")]
pub(crate) fn rows_of(word: &str, rows: &mut Vec<usize>) {
    if let Some(letters) = letters::Word::of(word).take() {
        ngrams::rows(letters, |row| rows.push(row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn of_the_ways_people_write() {
        for (text, want) in [
            ("Ауылымызда екі күннен бері су жоқ", Language::Kazakh),
            ("ауылымызда еки куннен бери су жок", Language::Kazakh),
            ("auylymyzda eki kunnen beri su joq", Language::Kazakh),
            ("aýylymyzda eki kúnnen beri sý joq", Language::Kazakh),
            ("Третий день нет воды во всём доме", Language::Russian),
            ("яма на дороге", Language::Russian),
            (
                "net vody tretiy den, pomogite pozhaluysta",
                Language::Russian,
            ),
            (
                "Кеше с утра свет жоқ, трубку не берут, қашан болады, скажите пожалуйста",
                Language::Mixed,
            ),
            (
                "Қашан ыстық су береді? Когда будет горячая вода?",
                Language::Mixed,
            ),
            (
                "Когда включат отопление? г. Көкшетау, ул. Шәкәрім, дом 5",
                Language::Russian,
            ),
            ("Ичүүчү суу эки күндөн бери жок", Language::Other),
            ("Вода відсутня вже другий день", Language::Other),
            ("İki gündür köyde su yok", Language::Other),
            ("there has been no water for two days", Language::Other),
            ("水がない", Language::Other),
            ("12345", Language::Other),
            ("", Language::Other),
        ] {
            assert_eq!(detect(text), want, "{text}");
        }
    }

    #[test]
    fn of_latin_words_alone() {
        for (text, want) in [
            ("auylda su joq, когда будет", Language::Kazakh),
            (
                "приложение egov mobile not available today",
                Language::Other,
            ),
            ("только кириллица", Language::Other),
        ] {
            assert_eq!(of_latin(text), want, "{text}");
        }
    }

    #[test]
    fn a_breve_of_its_own_makes_no_difference() {
        let composed = "қай үйдің шаруасы бұл, қойшы";
        let apart = composed.replace('й', "и\u{306}");
        assert_eq!(detect(&apart), detect(composed));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC*") {
            let _ = (detect(&text), of_latin(&text));
            for word in text.split(' ') {
                let _ = Vote::of(word);
            }
        }
    }
}
