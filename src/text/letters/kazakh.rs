//! Whether a word is Kazakh, so that its letters are to be restored.

use super::alphabet::{Letter, folded};

/// The table has two to the power of this many weights.
pub const BITS: u32 = 15;
/// The longest n-gram of a word.
const LONGEST: usize = 5;
/// How far one word can lean.
const MOST: i32 = 400;

/// Hands over the features of a word of letters: its n-grams of the folded
/// spelling, with the edges.
pub fn features(word: &[Letter], mut visit: impl FnMut(u32)) {
    let edged = |at: usize| match at.checked_sub(1).and_then(|at| word.get(at)) {
        Some(letter) => u64::from(folded(*letter)),
        None => 63,
    };
    let length = word.len() + 2;
    for start in 0..length {
        let mut gram = 1;
        for at in start..length.min(start + LONGEST) {
            gram = gram << 6 | edged(at);
            if at > start || at == 0 {
                let hash = gram.wrapping_mul(0x9E37_79B9_7F4A_7C15);
                let hash = (hash ^ hash >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                visit((hash >> 32) as u32);
            }
        }
    }
}

/// How far the words of a text lean to Kazakh.
#[derive(Debug, Default, Clone, Copy)]
pub struct Leaning {
    sum: i32,
    words: i32,
}

impl Leaning {
    /// Counts a word of this score.
    pub fn count(&mut self, score: i32) {
        self.sum = self.sum.saturating_add(score.clamp(-MOST, MOST));
        self.words = self.words.saturating_add(1);
    }
}

/// The decision: whether a word is to be restored. `score` is what its own
/// letters say (above 0: Kazakh), `text` what all words of its text say.
///
/// This one function is to be replaced where a better judge of a token's
/// language is at hand.
#[must_use]
pub fn restores(score: i32, text: Leaning) -> bool {
    let mean = text.sum / text.words.max(1);
    score.clamp(-MOST, MOST) + mean > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_doubt_follows_its_text() {
        let text = |scores: &[i32]| {
            let mut leaning = Leaning::default();
            scores.iter().for_each(|s| leaning.count(*s));
            leaning
        };
        let (kazakh, russian) = (text(&[90, i32::MAX, 40]), text(&[-90, i32::MIN, -40]));
        assert!(restores(5, kazakh) && restores(-5, kazakh));
        assert!(!restores(5, russian) && !restores(-5, russian));
        assert!(restores(i32::MAX, russian));
        assert!(!restores(0, Leaning::default()));
    }

    #[test]
    fn every_word_has_features() {
        let mut count = 0;
        for word in [&[][..], &[1], &[1; 60]] {
            features(word, |_| count += 1);
        }
        assert!(count > 60);
    }
}
