//! A word as it was typed, ready to be looked at through windows.

use super::alphabet::{self, Letter, Vowel, folded, is_kazakh, vowel};

/// The longest word that is restored, in letters.
pub const LONGEST: usize = 40;
/// None to the left and right of a word, so that windows need no bounds.
const MARGIN: usize = 6;

/// A word as it was typed, ready to be looked at.
#[derive(Debug, Clone)]
pub struct Typed {
    /// The letters as typed.
    letters: [Letter; LONGEST + 2 * MARGIN],
    /// The same, as a Russian keyboard gives them.
    folded: [Letter; LONGEST + 2 * MARGIN],
    /// By position: a hash of the folded letters before it.
    before: [u32; LONGEST + 2],
    /// By position: the next two vowels after it, and the first that is of
    /// one kind for certain.
    after: [u32; LONGEST],
    length: usize,
    has_kazakh: bool,
    /// Not to be recognised by its stem: in learning, a word that is taken
    /// for one never met teaches what holds for such words.
    is_new: bool,
}

impl Default for Typed {
    fn default() -> Typed {
        Typed {
            letters: [0; LONGEST + 2 * MARGIN],
            folded: [0; LONGEST + 2 * MARGIN],
            before: [0; LONGEST + 2],
            after: [0; LONGEST],
            length: 0,
            has_kazakh: false,
            is_new: false,
        }
    }
}

/// Adds a letter to a hash.
#[inline]
pub(super) const fn mix(hash: u32, letter: Letter) -> u32 {
    (hash ^ letter as u32)
        .wrapping_mul(0x9E37_79B1)
        .rotate_left(13)
}

impl Typed {
    /// Takes a word of at most [`LONGEST`] letters; a longer one is cut.
    pub fn set(&mut self, word: &[Letter]) {
        let word = &word[..word.len().min(LONGEST)];
        *self = Typed {
            length: word.len(),
            ..Typed::default()
        };
        for (at, letter) in word.iter().enumerate() {
            self.letters[MARGIN + at] = *letter;
            self.folded[MARGIN + at] = folded(*letter);
            self.has_kazakh |= is_kazakh(*letter);
        }
        let mut hash = 1;
        for at in 0..=self.length + 1 {
            self.before[at] = hash;
            hash = mix(hash, self.folded[MARGIN + at]);
        }
        let (mut first, mut second, mut certain) = (0, 0, 0);
        for at in (0..self.length).rev() {
            self.after[at] = first | second << 6 | certain << 12;
            let typed = self.letters[MARGIN + at];
            if let Some(kind) = vowel(typed) {
                second = first;
                first = u32::from(self.folded[MARGIN + at]);
                certain = match (kind, alphabet::letter(typed)) {
                    (_, 'а' | 'о' | 'э') | (Vowel::Either, _) => certain,
                    (Vowel::Front, _) => 1,
                    (Vowel::Back, _) => 2,
                };
            }
        }
    }

    /// The letters as typed.
    #[inline]
    pub fn letters(&self) -> &[Letter] {
        &self.letters[MARGIN..MARGIN + self.length]
    }

    /// Whether the word is to be judged as if its stem had never been met.
    #[cfg(feature = "train")]
    pub fn take_for_new(&mut self, is_new: bool) {
        self.is_new = is_new;
    }

    #[inline]
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    #[inline]
    pub(super) fn has_kazakh(&self) -> bool {
        self.has_kazakh
    }

    /// The letter as typed.
    #[inline]
    pub(super) fn letter(&self, at: usize) -> Letter {
        self.letters[MARGIN + at]
    }

    /// What vowels come after.
    #[inline]
    pub(super) fn after(&self, at: usize) -> u32 {
        self.after[at]
    }

    /// A hash of the word up to here, where it is not to be taken for new.
    #[inline]
    pub(super) fn stem(&self, to: usize) -> Option<u32> {
        (!self.is_new).then(|| self.before[(to + 1).min(self.length + 1)])
    }

    /// A hash of the word from so many letters before here.
    #[inline]
    pub(super) fn rest(&self, at: usize, left: usize) -> u32 {
        let rest = &self.folded[MARGIN + at - left..MARGIN + self.length];
        rest.iter().fold(2, |hash, l| mix(hash, *l))
    }

    /// The folded letters about here, six bits each.
    #[inline]
    pub(super) fn window(&self, at: usize, left: usize, right: usize) -> u64 {
        let window = &self.folded[MARGIN + at - left..=MARGIN + at + right];
        window.iter().fold(1, |all, l| all << 6 | u64::from(*l))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alphabet::code;

    #[test]
    fn windows_reach_over_both_edges() {
        let mut word = Typed::default();
        word.set(&[code('ә'), code('н')]);
        let codes = |letters: &[Letter]| letters.iter().fold(1, |all, l| all << 6 | u64::from(*l));
        assert_eq!(word.window(0, 1, 1), codes(&[0, code('а'), code('н')]));
        assert_eq!(word.window(1, 5, 5) & 63, 0);
        assert!(word.has_kazakh());
    }

    #[test]
    fn a_word_that_is_too_long_is_cut() {
        let mut word = Typed::default();
        for length in [0, LONGEST, LONGEST + 1, 500] {
            word.set(&vec![code('ы'); length]);
            assert_eq!(word.letters().len(), length.min(LONGEST));
        }
    }
}
