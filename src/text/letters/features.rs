//! What a choice between letters is judged by. The same code serves learning
//! and restoring.
//!
//! A feature is a hash of a template, the letters in its window, and the
//! letter chosen. *Fixed* features see only the word as typed; *moving* ones
//! see the letters chosen to the left too, which is how vowel harmony and
//! whole stems are known.

use super::alphabet::{Letter, vowel};
use super::typed::{Typed, mix};

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
    (3, 0),
    (0, 3),
    (3, 3),
    (4, 0),
    (0, 4),
    (5, 2),
    (2, 5),
    (4, 4),
];

/// So many of the windows are too short to tell a stem.
const SHORT: usize = 11;

/// Hands over the features of a `choice` at a position that do not depend on
/// other choices.
#[inline]
pub fn fixed(word: &Typed, at: usize, choice: Letter, mut visit: impl FnMut(u32)) {
    let mut template = 0;
    let windows = if word.is_new() { SHORT } else { WINDOWS.len() };
    for (left, right) in WINDOWS.into_iter().take(windows) {
        visit(feature(template, word.window(at, left, right), choice));
        template += 1;
    }
    template = WINDOWS.len() as u32;
    // The word from its beginning to here and a little further: its stem.
    for right in 0..5 {
        if let Some(stem) = word.stem(at + right) {
            visit(feature(template, u64::from(stem), choice));
        }
        template += 1;
    }
    // The rest of the word from a little before here: its suffixes.
    for left in 0..3 {
        let rest = word.rest(at, left);
        visit(feature(template, u64::from(rest), choice));
        template += 1;
    }
    let typed = u64::from(word.letter(at));
    let purposeful = u64::from(word.has_kazakh());
    visit(feature(template, typed | purposeful << 6, choice));
    let after = u64::from(word.after(at));
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
    let next = word.window(at + 1, 0, 0) & 63;
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
        if !word.is_new() {
            let content = u64::from(before.all) << 24 ^ word.window(at, 0, right);
            visit(feature(template, content, choice));
        }
        template += 1;
    }
    let vowels = u64::from(before.vowels);
    let here = u64::from(word.letter(at));
    let after = u64::from(word.after(at));
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
