//! Learning to restore Kazakh letters, from the project's own corpus.
//!
//! Two sources: the words of Kazakh texts that were typed with Kazakh letters
//! ([`words`]), and inflected forms of authored stems ([`paradigm`]). Each is
//! typed as on a Russian keyboard ([`noise`]), and a structured perceptron
//! ([`learn`]) learns the way back. A second, plain perceptron learns which
//! words are Kazakh at all, from the Russian texts of the corpus.

pub mod corpus;
pub mod learn;
pub mod noise;
pub mod paradigm;
pub mod suffix;
pub mod verb;
pub mod words;

use crate::random::Random;
use crate::text::letters::alphabet::{Letter, folded, typed};
use crate::text::letters::file::{self, LETTER_BITS};
use crate::text::letters::kazakh;
use crate::text::letters::search::{Search, Weights};
pub use corpus::Corpus;
use learn::Learned;
use paradigm::{Class, form};
use words::Counts;

/// How often the corpus is gone through.
const ROUNDS: usize = 8;
/// How far averaged weights are spread over eight bits.
const SCALE: i64 = 6;

/// Russian words that occur so often are learned as they are: they stand in
/// Kazakh texts too.
const FREQUENT: u32 = 4;

/// A word as typed and as it should be.
type Pair = (Vec<Letter>, Vec<Letter>);

/// Learns the model's file: the same corpus and seed give the same bytes.
#[must_use]
pub fn train(corpus: &Corpus, seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let (counts, russian) = (corpus.counts(), corpus.russian());
    let letters = letters(corpus, &counts, &russian, &mut random);
    let kazakh = kazakh_words(corpus, &counts, &russian, &mut random);
    file::write(&letters, &kazakh)
}

/// The weights of choices between letters.
fn letters(corpus: &Corpus, counts: &Counts, russian: &Counts, random: &mut Random) -> Vec<i8> {
    let mut learned = Learned::new(LETTER_BITS);
    let mut search = Search::default();
    let shares = shares(corpus, counts);
    for _ in 0..ROUNDS {
        let mut pairs = round_of_pairs(corpus, counts, russian, &shares, random);
        random.shuffle(&mut pairs);
        for (typed, truth) in &pairs {
            learned.word(&mut search, typed, truth);
        }
    }
    learned.averaged(SCALE)
}

/// How many forms of each stem are drawn a round: more of those that the
/// texts use.
fn shares(corpus: &Corpus, counts: &Counts) -> Vec<u32> {
    let share = |(stem, class): &(String, Class)| {
        if *class == Class::Fixed {
            return 2;
        }
        let letters: Vec<Letter> = stem.chars().map(typed).filter(|l| *l != 0).collect();
        let used = counts
            .range(letters.clone()..)
            .take_while(|(word, _)| word.starts_with(&letters))
            .map(|(_, count)| count)
            .sum::<u32>();
        4 + used.checked_ilog2().unwrap_or(0).min(6)
    };
    corpus.stems.iter().map(share).collect()
}

fn round_of_pairs(
    corpus: &Corpus,
    counts: &Counts,
    russian: &Counts,
    shares: &[u32],
    random: &mut Random,
) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut add = |truth: Vec<Letter>, random: &mut Random| {
        pairs.push((noise::typed(&truth, random), truth));
    };
    for (word, count) in counts {
        for _ in 0..=count.ilog2() {
            add(word.clone(), random);
        }
    }
    for (word, count) in russian {
        if *count >= FREQUENT {
            add(word.clone(), random);
        }
    }
    for ((stem, class), share) in corpus.stems.iter().zip(shares) {
        for _ in 0..*share {
            let word = form(stem, *class, random);
            for word in words::words(&word) {
                add(word, random);
            }
        }
    }
    pairs
}

/// The weights of a word's being Kazakh: words without Kazakh letters, and
/// Kazakh words typed without them, against the words of Russian texts.
fn kazakh_words(
    corpus: &Corpus,
    counts: &Counts,
    russian: &Counts,
    random: &mut Random,
) -> Vec<i8> {
    let mut examples: Vec<(Vec<Letter>, bool)> = Vec::new();
    let fold = |word: &[Letter]| -> Vec<Letter> { word.iter().map(|l| folded(*l)).collect() };
    for (all, is) in [(counts, true), (russian, false)] {
        for (word, count) in all {
            for _ in 0..=count.ilog2() {
                examples.push((fold(word), is));
            }
        }
    }
    for (stem, class) in &corpus.stems {
        for word in words::words(&form(stem, *class, random)) {
            examples.push((fold(&word), true));
        }
    }
    let mut learned = Learned::new(kazakh::BITS);
    for _ in 0..ROUNDS {
        random.shuffle(&mut examples);
        for (word, is) in &examples {
            let mut score = 0;
            kazakh::features(word, |f| score += learned.weight(f));
            learned.step();
            let sign = if *is { 1 } else { -1 };
            if score * sign <= 0 {
                kazakh::features(word, |f| learned.change(f, sign));
            }
        }
    }
    learned.averaged(SCALE)
}

#[cfg(test)]
mod tests {
    use super::words::Row;
    use super::*;
    use crate::text::letters::{Restorer, Scratch};

    fn corpus() -> Corpus {
        let row = |language: &str, text: &str| Row {
            language: language.into(),
            group: String::new(),
            text: text.into(),
        };
        Corpus {
            rows: vec![
                row("kk", "Ауылымызда су жоқ, қашан болады"),
                row("ru", "Когда будет вода в селе"),
            ],
            stems: vec![("көше".into(), Class::Noun), ("кел".into(), Class::Verb)],
            texts: vec!["Сәлем, қалайсыз".into()],
        }
    }

    #[test]
    fn the_same_corpus_gives_the_same_bytes() {
        assert_eq!(train(&corpus(), 1), train(&corpus(), 1));
        assert_ne!(train(&corpus(), 1), train(&corpus(), 2));
    }

    #[test]
    fn what_was_learned_is_restored() {
        let bytes = train(&corpus(), 1);
        let restorer = Restorer::of(&bytes).expect("a whole file");
        let mut out = String::new();
        restorer.word("кошелеримиз", &mut Scratch::default(), &mut out);
        assert_eq!(out, "көшелеріміз");
    }
}
