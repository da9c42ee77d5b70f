//! Kazakh as a Russian keyboard gives it.

use crate::random::Random;
use crate::text::letters::alphabet::{Letter, code, folded, is_kazakh};

/// Types a word without its Kazakh letters: mostly without any, sometimes
/// without some of them, sometimes as it is.
pub fn typed(word: &[Letter], random: &mut Random) -> Vec<Letter> {
    let share = match random.below(100) {
        0..84 => 100,
        84..92 => 50,
        _ => 0,
    };
    // How this writer types `і`, mostly.
    let (habit, by_habit) = match random.below(100) {
        0..14 => (code('ы'), 85),
        14..22 => (code('і'), 85),
        _ => (code('и'), 92),
    };
    let careless = random.below(100) < 5;
    let one = |letter: &Letter| {
        let letter = *letter;
        if careless && letter == code('й') {
            return code('и');
        }
        if !is_kazakh(letter) || random.below(100) >= share {
            return letter;
        }
        match random.below(100) {
            draw if letter == code('і') && draw < by_habit => habit,
            // `жахсы`, `казах`.
            0..2 if letter == code('қ') => code('х'),
            0..2 if letter == code('ә') => code('э'),
            _ => folded(letter),
        }
    };
    word.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::letters::alphabet::choices;

    #[test]
    fn the_word_can_be_chosen_again() {
        let word: Vec<Letter> = "әңгімелескендігіңізғой".chars().map(code).collect();
        let mut random = Random(1);
        for _ in 0..200 {
            for (typed, letter) in typed(&word, &mut random).iter().zip(&word) {
                assert!(choices(*typed).contains(letter));
            }
        }
    }
}
