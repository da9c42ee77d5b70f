//! Softmax regression over hashed n-grams.

use super::Example;
use crate::random::Random;
use crate::text::language::ROWS;
use crate::text::language::model::{CLASSES, HEAD, UNIT};
use crate::text::language::rows_of;

/// Passes over the words.
const EPOCHS: usize = 8;
/// How far a first step goes (AdaGrad; Duchi, Hazan and Singer 2011).
const RATE: f32 = 0.5;
/// How strongly weights are drawn to zero.
const DECAY: f32 = 1e-6;
const SEED: u64 = 7;

/// Learns from `examples`; the bytes of the model.
#[must_use]
pub fn learn(examples: &[Example]) -> Vec<u8> {
    let mut table = Table::new();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(SEED);
    let mut rows = Vec::new();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for at in &order {
            let example = &examples[*at];
            rows.clear();
            rows_of(&example.word, &mut rows);
            table.step(&rows, example);
        }
    }
    table.bytes(examples)
}

/// How far the corpus's shares of languages are taken back.
const EVENED: f32 = 0.75;

/// What every word starts with: the logarithm of how rare its class is in
/// the corpus.
fn start(examples: &[Example]) -> [f32; CLASSES] {
    let mut mass = [1.0f32; CLASSES];
    for example in examples {
        mass[example.class] += example.weight;
    }
    let mean = mass.iter().sum::<f32>() / CLASSES as f32;
    mass.map(|mass| EVENED * libm::logf(mean / mass))
}

/// Weights in the making.
struct Table {
    weights: Vec<[f32; CLASSES]>,
    /// Sums of the squared gradients that each row has seen.
    seen: Vec<f32>,
}

impl Table {
    fn new() -> Table {
        Table {
            weights: vec![[0.0; CLASSES]; ROWS],
            seen: vec![1e-3; ROWS],
        }
    }

    fn step(&mut self, rows: &[usize], example: &Example) {
        let mut errors = [0.0f32; CLASSES];
        for row in rows {
            for (sum, weight) in errors.iter_mut().zip(&self.weights[*row]) {
                *sum += weight;
            }
        }
        softmax(&mut errors);
        errors[example.class] -= 1.0;
        let gradient = errors.map(|error| error * example.weight);
        let square: f32 = gradient.iter().map(|g| g * g).sum();
        for row in rows {
            self.seen[*row] += square;
            let rate = RATE / self.seen[*row].sqrt();
            for (weight, gradient) in self.weights[*row].iter_mut().zip(&gradient) {
                *weight -= rate * (gradient + DECAY * *weight);
            }
        }
    }

    fn bytes(&self, examples: &[Example]) -> Vec<u8> {
        let start = start(examples);
        let weights = start.iter().chain(self.weights.iter().flatten());
        let rounded = weights.map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8);
        let mut bytes = HEAD.to_vec();
        bytes.extend(rounded.map(i8::cast_unsigned));
        bytes
    }
}

fn softmax(scores: &mut [f32; CLASSES]) {
    let best = scores.iter().fold(f32::MIN, |best, score| best.max(*score));
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = libm::expf(*score - best);
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::model::scores_of;

    fn examples() -> Vec<Example> {
        let of = |class, words: &str| -> Vec<Example> {
            let words = words.split(' ').map(|word| Example {
                word: word.to_owned(),
                class,
                weight: 1.0,
            });
            words.collect()
        };
        let mut all = of(0, "қала қалада қаланың үйде үйдің");
        all.extend(of(2, "город города городской домик домика"));
        all
    }

    #[test]
    fn learns_to_tell_words_that_it_has_not_seen() {
        let bytes = learn(&examples());
        let best = |word: &str| {
            let scores = scores_of(&bytes, word);
            (0..CLASSES).max_by_key(|class| scores[*class])
        };
        assert_eq!(best("қалаға"), Some(0));
        assert_eq!(best("городу"), Some(2));
    }

    #[test]
    fn the_same_words_give_the_same_bytes() {
        assert_eq!(learn(&examples()), learn(&examples()));
    }
}
