//! The structured perceptron (Collins 2002), averaged: where the best letters
//! by the weights so far are not the true ones, the features of the true ones
//! gain and those of the others lose. Integers only, so that the bits are the
//! same everywhere.

use crate::text::letters::alphabet::{Letter, choices};
use crate::text::letters::features::{self, Chosen};
use crate::text::letters::file::place;
use crate::text::letters::search::{Search, Weights};
use crate::text::letters::typed::Typed;

/// So many words of a hundred are taken for words never met, so that what
/// holds for unknown stems is learned from known ones.
const STRANGE: i64 = 30;

/// Weights that are being learned, with what their average needs.
pub struct Learned {
    now: Vec<i32>,
    /// By weight: every change times the step it was made at.
    changes: Vec<i64>,
    steps: i64,
    bits: u32,
}

impl Weights for Learned {
    #[inline]
    fn weight(&self, feature: u32) -> i32 {
        self.now[place(feature, self.bits)]
    }
}

impl Learned {
    /// Two to the power of `bits` weights of 0.
    pub fn new(bits: u32) -> Learned {
        Learned {
            now: vec![0; 1 << bits],
            changes: vec![0; 1 << bits],
            steps: 1,
            bits,
        }
    }

    /// Goes on to the next example.
    pub fn step(&mut self) {
        self.steps += 1;
    }

    /// Changes the weight of a feature.
    #[inline]
    pub fn change(&mut self, feature: u32, by: i32) {
        let at = place(feature, self.bits);
        self.now[at] += by;
        self.changes[at] += i64::from(by) * self.steps;
    }

    /// The average over all steps, `scale` times, in eight bits.
    pub fn averaged(&self, scale: i64) -> Vec<i8> {
        let average = |(now, changes): (&i32, &i64)| {
            let sum = i64::from(*now) * self.steps - changes;
            // Rounded to the nearest.
            let half = self.steps / 2;
            let scaled = (sum * scale + half).div_euclid(self.steps);
            scaled.clamp(-127, 127) as i8
        };
        self.now.iter().zip(&self.changes).map(average).collect()
    }

    /// Learns one word; whether its letters were restored already.
    pub fn word(&mut self, search: &mut Search, typed: &[Letter], truth: &[Letter]) -> bool {
        search.word.set(typed);
        let taken_for_new = self.steps % 100 < STRANGE;
        search.word.take_for_new(taken_for_new);
        let best = search.best(self).to_vec();
        self.step();
        if best == truth {
            return true;
        }
        self.reward(&search.word, truth, 1);
        self.reward(&search.word, &best, -1);
        false
    }

    fn reward(&mut self, word: &Typed, chosen: &[Letter], by: i32) {
        let mut before = Chosen::START;
        for (at, choice) in chosen.iter().enumerate() {
            if choices(word.letters()[at]).len() > 1 {
                features::fixed(word, at, *choice, |f| self.change(f, by));
                features::moving(word, at, before, *choice, |f| self.change(f, by));
            }
            before = before.then(*choice);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::letters::alphabet::code;

    #[test]
    fn a_word_is_learned() {
        let letters = |word: &str| -> Vec<Letter> { word.chars().map(code).collect() };
        let mut learned = Learned::new(12);
        let mut search = Search::default();
        let (typed, truth) = (letters("алдынгы"), letters("алдыңғы"));
        assert!(!learned.word(&mut search, &typed, &truth));
        assert!((0..9).any(|_| learned.word(&mut search, &typed, &truth)));
        assert!(learned.averaged(8).iter().any(|w| *w != 0));
    }
}
