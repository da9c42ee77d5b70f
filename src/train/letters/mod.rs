//! Learning to restore Kazakh letters, from the project's own corpus.
//!
//! Two sources: the words of Kazakh texts that were typed with Kazakh letters
//! ([`words`]), and inflected forms of authored stems ([`paradigm`]). Each is
//! typed as on a Russian keyboard ([`noise`]), and a structured perceptron
//! ([`learn`]) learns the way back. A second, plain perceptron learns which
//! words are Kazakh at all, from the Russian texts of the corpus.

pub mod learn;
pub mod noise;
pub mod paradigm;
pub mod suffix;
pub mod verb;
pub mod words;

use super::random::Random;
use crate::text::letters::alphabet::{Letter, is_kazakh, typed};
use crate::text::letters::file::{self, LETTER_BITS};
use crate::text::letters::kazakh;
use crate::text::letters::search::Search;
use learn::Learned;
use paradigm::{Class, form};
use words::{Counts, Row};

/// What restoration learns from.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Rows of appeals.
    pub rows: Vec<Row>,
    /// Authored stems.
    pub stems: Vec<(String, Class)>,
    /// Authored Kazakh texts.
    pub texts: Vec<String>,
}

/// How often the corpus is gone through.
const ROUNDS: usize = 8;
/// How far averaged weights are spread over eight bits.
const SCALE: i64 = 12;

/// A word as typed and as it should be.
type Pair = (Vec<Letter>, Vec<Letter>);

impl Corpus {
    /// The Kazakh words of its texts.
    fn counts(&self) -> Counts {
        let rows = self.rows.iter().filter(|row| row.language == "kk");
        let texts = self.texts.iter().map(String::as_str);
        words::count(rows.map(|row| row.text.as_str()).chain(texts))
    }
}

/// Learns the model's file: the same corpus and seed give the same bytes.
pub fn train(corpus: &Corpus, seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let counts = corpus.counts();
    let letters = letters(corpus, &counts, &mut random);
    let kazakh = kazakh_words(corpus, &counts, &mut random);
    file::write(&letters, &kazakh)
}

/// The weights of choices between letters.
fn letters(corpus: &Corpus, counts: &Counts, random: &mut Random) -> Vec<i8> {
    let mut learned = Learned::new(LETTER_BITS);
    let mut search = Search::default();
    let shares = shares(corpus, counts);
    for round in 0..ROUNDS {
        let mut pairs = round_of_pairs(corpus, counts, &shares, random);
        random.shuffle(&mut pairs);
        let mut right = 0;
        for (typed, truth) in &pairs {
            right += usize::from(learned.word(&mut search, typed, truth));
        }
        if std::env::var_os("LETTERS_TRACE").is_some() {
            eprintln!("round {round}: {right} of {}", pairs.len());
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
fn kazakh_words(corpus: &Corpus, counts: &Counts, random: &mut Random) -> Vec<i8> {
    let mut examples: Vec<(Vec<Letter>, bool)> = Vec::new();
    let fold = |word: &[Letter]| -> Vec<Letter> {
        word.iter()
            .map(|l| crate::text::letters::alphabet::folded(*l))
            .collect()
    };
    let russian = corpus.rows.iter().filter(|row| row.language == "ru");
    let mut of_russian = Counts::new();
    for word in russian.flat_map(|row| words::words(&row.text)) {
        if !word.iter().any(|l| is_kazakh(*l)) {
            *of_russian.entry(word).or_default() += 1;
        }
    }
    for (all, is) in [(counts, true), (&of_russian, false)] {
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
            use crate::text::letters::search::Weights;
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
