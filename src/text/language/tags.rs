//! What each word of a text is: its language, and how it came to be written so.

use super::endings::stems;
use super::letters::{Letter, Word};
use super::model::{FOLDED, KAZAKH, OTHERS, RUSSIAN, Scores, UNIT, scores};
use crate::text::token;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// Kazakh, in its own letters or in Latin ones.
    #[serde(rename = "kk")]
    Kazakh,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Kazakh typed without its Kazakh letters: `кашан`.
    #[serde(rename = "kk_in_russian_letters")]
    KazakhInRussianLetters,
    /// A Russian stem with a Kazakh ending: `справканы`.
    MixedWord,
    /// Another language, or no language.
    Other,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub tag: Tag,
}

const fn nats(nats: f32) -> i32 {
    (nats * UNIT) as i32
}

/// How many words on each side have a say.
const NEIGHBOURS: usize = 3;
/// The most that a neighbour says for its language.
const NEIGHBOURLY: i32 = nats(1.0);
/// How far another language has to be ahead of Kazakh and Russian.
const FOREIGN: i32 = nats(3.0);
/// How much more Russian than Kazakh the stem of a mixed word has to be.
const STEM_LEAD: i32 = 0;
/// How much more Russian than Kazakh a mixed word as a whole may be.
const WHOLE_LEAD: i32 = nats(2.0);

/// The tags of the words of `text`, in order. Numbers and the like are left out.
///
/// ```
/// use qulaq::text::language::{Tag, tags};
/// let tags: Vec<Tag> = tags("Бізге остановканы кашан салады?").iter().map(|t| t.tag).collect();
/// let folded = Tag::KazakhInRussianLetters;
/// assert_eq!(tags, [Tag::Kazakh, Tag::MixedWord, folded, Tag::Kazakh]);
/// ```
#[must_use]
pub fn tags(text: &str) -> Vec<Token> {
    let mut words: Vec<(Range<usize>, Word, Scores)> = Vec::new();
    for word in token::words(text) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let mut letters = Word::of(word);
        if let Some(known) = letters.take() {
            let scores = scores(known);
            words.push((start..start + word.len(), Word::of(word), scores));
        }
    }
    let leads: Vec<i32> = words.iter().map(|(_, _, scores)| lead(scores)).collect();
    let tagged = words
        .into_iter()
        .enumerate()
        .map(|(at, (span, mut word, scores))| {
            let around = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(leads.len());
            let said = around.filter(|other| *other != at);
            let context = said
                .map(|other| leads[other].clamp(-NEIGHBOURLY, NEIGHBOURLY))
                .sum();
            let tag = tag(word.take().unwrap_or_default(), &scores, context);
            Token { span, tag }
        });
    tagged.collect()
}

/// How much more Kazakh than Russian a word is.
fn lead(scores: &Scores) -> i32 {
    i32::from(scores[KAZAKH].max(scores[FOLDED])) - i32::from(scores[RUSSIAN])
}

fn tag(word: &[Letter], own: &Scores, context: i32) -> Tag {
    let ours = own[KAZAKH].max(own[FOLDED]).max(own[RUSSIAN]);
    let others = own[OTHERS..]
        .iter()
        .fold(i16::MIN, |best, score| best.max(*score));
    if i32::from(others) - i32::from(ours) > FOREIGN {
        return Tag::Other;
    }
    let has_kazakh = word.iter().copied().any(is_kazakh);
    if is_mixed_word(word, lead(own), has_kazakh) {
        return Tag::MixedWord;
    }
    if !has_kazakh && lead(own) + context < 0 {
        return Tag::Russian;
    }
    if !has_kazakh && own[FOLDED] > own[KAZAKH] {
        return Tag::KazakhInRussianLetters;
    }
    Tag::Kazakh
}

/// Whether a letter is one that Russian does not have and Kazakh has.
fn is_kazakh(letter: Letter) -> bool {
    char::from_u32(u32::from(letter))
        .is_some_and(|c| matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
}

/// Whether `word`, so much more Kazakh than Russian, has a Russian stem before
/// a Kazakh ending.
fn is_mixed_word(word: &[Letter], lead_of_whole: i32, has_kazakh: bool) -> bool {
    let is_russian = |stem: &str| {
        let mut stem = Word::of(stem);
        let scores = scores(stem.take().unwrap_or_default());
        let others = scores[OTHERS..]
            .iter()
            .fold(i16::MIN, |best, score| best.max(*score));
        let foreign = i32::from(others) - i32::from(scores[RUSSIAN]);
        -lead(&scores) >= STEM_LEAD && foreign <= FOREIGN
    };
    (has_kazakh || -lead_of_whole <= WHOLE_LEAD) && stems(word).iter().any(|stem| is_russian(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOLD: &str = include_str!("../../../tests/token_tags.txt");

    fn gold(mark: &str) -> Tag {
        match mark {
            "k" => Tag::Kazakh,
            "r" => Tag::Russian,
            "f" => Tag::KazakhInRussianLetters,
            "m" => Tag::MixedWord,
            "o" => Tag::Other,
            _ => panic!("no such mark: {mark}"),
        }
    }

    #[test]
    fn words_in_sentences() {
        let (mut right, mut all) = (0, 0);
        for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
            let marked: Vec<_> = line.split(' ').filter_map(|w| w.split_once('/')).collect();
            let text: Vec<&str> = marked.iter().map(|(word, _)| *word).collect();
            let text = text.join(" ");
            let found = tags(&text);
            for (word, mark) in marked {
                let token = found.iter().find(|token| text[token.span.clone()] == *word);
                let tag = token.map(|token| token.tag);
                all += 1;
                if tag == Some(gold(mark)) {
                    right += 1;
                } else {
                    println!("{word}: {tag:?}, not {:?}, in «{text}»", gold(mark));
                }
            }
        }
        println!("{right} of {all}");
        assert!(all >= 300, "{all} words");
        assert!(right * 100 >= all * 90, "{right} of {all}");
    }

    #[test]
    fn spans_are_those_of_words() {
        let text = "Су жоқ — 5 күн, 109-ға!";
        let words: Vec<&str> = tags(text).into_iter().map(|t| &text[t.span]).collect();
        assert_eq!(words, ["Су", "жоқ", "күн", "ға"]);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC*") {
            for token in tags(&text) {
                prop_assert!(text.get(token.span).is_some());
            }
        }
    }
}
