//! What a choice between letters is judged by. The same code serves learning
//! and restoring.
//!
//! A feature is a hash of a template, the letters in its window, and the
//! letter chosen. *Fixed* features see only the word as typed; *moving* ones
//! see the letters chosen to the left too, which is how vowel harmony and
//! whole stems are known.

use super::alphabet::{Letter, Vowel, folded, is_kazakh, vowel};

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
        }
    }
}

#[inline]
const fn mix(hash: u32, letter: Letter) -> u32 {
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
                certain = match (kind, super::alphabet::letter(typed)) {
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

    #[inline]
    fn window(&self, at: usize, left: usize, right: usize) -> u64 {
        let window = &self.folded[MARGIN + at - left..=MARGIN + at + right];
        window.iter().fold(1, |all, l| all << 6 | u64::from(*l))
    }
}

/// The hash of a feature.
#[inline]
fn feature(template: u32, content: u64, choice: Letter) -> u32 {
    let content = content ^ (u64::from(template) << 56) ^ (u64::from(choice) << 50).rotate_left(7);
    let hash = content.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let hash = (hash ^ hash >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (hash >> 32) as u32
}

/// Windows of folded letters: so many to the left, so many to the right.
const WINDOWS: [(usize, usize); 17] = [
    (0, 0),
    (1, 1),
    (2, 0),
    (0, 2),
    (2, 1),
    (1, 2),
    (2, 2),
    (3, 1),
    (1, 3),
    (3, 3),
    (4, 0),
    (0, 4),
    (3, 0),
    (0, 3),
    (5, 2),
    (2, 5),
    (4, 4),
];

/// Hands over the features of a `choice` at a position that do not depend on
/// other choices.
#[inline]
pub fn fixed(word: &Typed, at: usize, choice: Letter, mut visit: impl FnMut(u32)) {
    let mut template = 0;
    for (left, right) in WINDOWS {
        visit(feature(template, word.window(at, left, right), choice));
        template += 1;
    }
    // The word from its beginning to here and a little further: its stem.
    for right in 0..5 {
        let stem = word.before[(at + 1 + right).min(word.length + 1)];
        visit(feature(template, u64::from(stem), choice));
        template += 1;
    }
    // The rest of the word from a little before here: its suffixes.
    for left in 0..3 {
        let rest = &word.folded[MARGIN + at - left..MARGIN + word.length];
        let hash = rest.iter().fold(2, |hash, l| mix(hash, *l));
        visit(feature(template, u64::from(hash), choice));
        template += 1;
    }
    let typed = u64::from(word.letters[MARGIN + at]);
    let purposeful = u64::from(word.has_kazakh);
    visit(feature(template, typed | purposeful << 6, choice));
    let after = u64::from(word.after[at]);
    visit(feature(template + 1, after, choice));
    visit(feature(template + 2, after >> 12, choice));
    visit(feature(
        template + 3,
        (after & 63) << 6 | typed | purposeful << 12,
        choice,
    ));
}

/// What is remembered of the letters chosen so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The last ten letters, six bits each.
    last: u64,
    /// A hash of all of them.
    all: u32,
    /// The kinds of the last three vowels, two bits each.
    vowels: u32,
}

impl Chosen {
    /// Nothing yet.
    pub const START: Chosen = Chosen {
        last: 0,
        all: 3,
        vowels: 0,
    };

    /// With one more letter.
    #[inline]
    pub fn then(self, letter: Letter) -> Chosen {
        let vowels = match vowel(letter) {
            None => self.vowels,
            Some(kind) => (self.vowels << 2 | (kind as u32 + 1)) & 63,
        };
        Chosen {
            last: (self.last << 6 | u64::from(letter)) & ((1 << 60) - 1),
            all: mix(self.all, letter),
            vowels,
        }
    }
}

/// Hands over the features of a `choice` that depend on the letters chosen
/// before it.
#[inline]
pub fn moving(word: &Typed, at: usize, before: Chosen, choice: Letter, mut visit: impl FnMut(u32)) {
    let next = u64::from(word.folded[MARGIN + at + 1]);
    let mut template = 64;
    for (letters, with_next) in [
        (1, false),
        (1, true),
        (2, false),
        (2, true),
        (3, true),
        (4, false),
        (5, true),
    ] {
        let last = before.last & ((1 << (6 * letters)) - 1);
        let content = if with_next { last << 6 | next } else { last };
        visit(feature(template, content, choice));
        template += 1;
    }
    for right in 0..4 {
        let window = word.window(at, 0, right);
        let content = u64::from(before.all) << 24 ^ window;
        visit(feature(template, content, choice));
        template += 1;
    }
    let vowels = u64::from(before.vowels);
    let here = u64::from(word.letters[MARGIN + at]);
    let after = u64::from(word.after[at]);
    visit(feature(template, vowels & 3 | here << 2, choice));
    visit(feature(template + 1, vowels | here << 6, choice));
    visit(feature(
        template + 2,
        vowels & 15 | here << 4 | next << 10,
        choice,
    ));
    visit(feature(
        template + 3,
        vowels & 3 | here << 2 | after << 8,
        choice,
    ));
    visit(feature(
        template + 4,
        vowels & 3 | here << 2 | word.window(at, 1, 2) << 8,
        choice,
    ));
}
