//! Kazakh as a Russian keyboard gives it.

use crate::text::letters::alphabet::{Letter, code, folded, is_kazakh};
use crate::train::random::Random;

/// Types a word without its Kazakh letters: mostly without any, sometimes
/// without some of them, sometimes as it is.
pub fn typed(word: &[Letter], random: &mut Random) -> Vec<Letter> {
    let share = match random.below(100) {
        0..84 => 100,
        84..92 => 50,
        _ => 0,
    };
    let one = |letter: &Letter| {
        if !is_kazakh(*letter) || random.below(100) >= share {
            return *letter;
        }
        match random.below(100) {
            0..12 if *letter == const { code('і') } => const { code('ы') },
            // As a Latin `i`, which is read as `і`.
            12..18 if *letter == const { code('і') } => *letter,
            0..2 if *letter == const { code('ә') } => const { code('э') },
            _ => folded(*letter),
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
