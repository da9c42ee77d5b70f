//! Votes of words for the language of a text.
//!
//! A word's vote depends on nothing but the word, and votes add up, so a word
//! that comes again need not be asked again. What a word says against a
//! language is bounded: one name that no language knows must not outvote a
//! sentence.

use super::Language;
use super::letters::{Letter, Word};
use super::marks::{Told, told};
use super::model::{CLASSES, FOLDED, KAZAKH, OTHERS, RUSSIAN, Scores, UNIT, scores};
use crate::text::Script;

/// The place, free after Kazakh typed without its letters has joined Kazakh,
/// of what speaks for a text of words each Kazakh or Russian.
const EITHER: usize = FOLDED;

/// The most that a word says against a language.
const BOUND: i16 = nats(6.0);

const fn nats(nats: f32) -> i16 {
    (nats * UNIT) as i16
}

/// What is expected before a text is read: here people write Russian or
/// Kazakh; Latin letters are rarely Kazakh's.
const PRIOR_KAZAKH: i16 = nats(2.0);
const PRIOR_KAZAKH_LATIN: i16 = nats(-1.0);
const PRIOR_RUSSIAN: i16 = nats(1.5);
const PRIOR_RUSSIAN_LATIN: i16 = nats(-1.0);

/// A word counts for one of the two languages from this lead on.
const CLEAR: i16 = nats(4.0);

/// The vote of one word.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// How far each class is behind the best, in sixteenths of a nat.
    behind: [i8; CLASSES],
    /// 1 where the word is clearly Kazakh, -1 where it is clearly Russian.
    lean: i8,
    /// Whether there was a word to judge.
    counts: bool,
}

impl Vote {
    /// The vote of one `word`.
    #[must_use]
    pub fn of(word: &str) -> Vote {
        Word::of(word)
            .take()
            .map(Vote::of_letters)
            .unwrap_or_default()
    }

    pub(super) fn of_letters(word: &[Letter]) -> Vote {
        match told(word) {
            Some(who) => Vote::told(who),
            None => Vote::from(scores(word)),
        }
    }

    fn told(who: Told) -> Vote {
        let bound = -BOUND as i8;
        let kazakh = who == Told::Kazakh;
        let mut behind = [if kazakh { bound } else { 0 }; CLASSES];
        for class in [KAZAKH, EITHER] {
            behind[class] = if kazakh { 0 } else { bound };
        }
        behind[RUSSIAN] = bound;
        Vote {
            behind,
            lean: i8::from(kazakh),
            counts: true,
        }
    }

    /// The vote of a name, which may stand in a text of either language.
    pub(super) fn of_name(word: &[Letter]) -> Vote {
        Vote {
            lean: 0,
            ..Vote::of_letters(word)
        }
    }

    pub(super) fn from(scores: Scores) -> Vote {
        let mut scores = scores;
        scores[KAZAKH] = scores[KAZAKH].max(scores[FOLDED]);
        scores[EITHER] = scores[KAZAKH].max(scores[RUSSIAN]);
        let best = scores.iter().fold(i16::MIN, |best, score| best.max(*score));
        let lead = scores[KAZAKH] - scores[RUSSIAN];
        let ours = best - scores[EITHER] <= CLEAR;
        Vote {
            behind: scores.map(|score| (score - best).max(-BOUND) as i8),
            lean: i8::from(ours && lead >= CLEAR) - i8::from(ours && lead <= -CLEAR),
            counts: true,
        }
    }
}

/// The votes of a text's words.
#[derive(Debug, Default, Clone, Copy)]
pub struct Votes {
    behind: [i32; CLASSES],
    kazakh: u32,
    russian: u32,
    words: u32,
}

impl Votes {
    /// Adds the vote of a word.
    #[inline]
    pub fn add(&mut self, vote: Vote) {
        for (sum, behind) in self.behind.iter_mut().zip(&vote.behind) {
            *sum = sum.saturating_add(i32::from(*behind));
        }
        self.kazakh += u32::from(vote.lean > 0);
        self.russian += u32::from(vote.lean < 0);
        self.words += u32::from(vote.counts);
    }

    /// The verdict for a text of `script`.
    #[must_use]
    pub fn language(self, script: Script) -> Language {
        if script == Script::Other {
            return Language::Other;
        }
        let latin = script == Script::Latin;
        if self.words == 0 {
            return match script {
                Script::Cyrillic => Language::Russian,
                _ => Language::Other,
            };
        }
        let (for_kazakh, for_russian) = match latin {
            true => (PRIOR_KAZAKH_LATIN, PRIOR_RUSSIAN_LATIN),
            false => (PRIOR_KAZAKH, PRIOR_RUSSIAN),
        };
        let kazakh = self.behind[KAZAKH].saturating_add(i32::from(for_kazakh));
        let russian = self.behind[RUSSIAN].saturating_add(i32::from(for_russian));
        let others = self.behind[OTHERS..]
            .iter()
            .fold(i32::MIN, |best, sum| best.max(*sum));
        if self.is_mixed() && self.behind[EITHER].saturating_sub(others) > self.toll() {
            return Language::Mixed;
        }
        match () {
            () if others > kazakh.max(russian) => Language::Other,
            () if kazakh >= russian => Language::Kazakh,
            () => Language::Russian,
        }
    }

    /// Whether both languages have a real part in the text.
    fn is_mixed(self) -> bool {
        let (less, more) = (self.kazakh.min(self.russian), self.kazakh.max(self.russian));
        // Of a few words two may be borrowed, but hardly half of them.
        less >= 3 && less * 4 >= more || less == 2 && more <= 4
    }

    /// What a mixed text has to be ahead of another language by, since it
    /// may choose for every word anew.
    fn toll(self) -> i32 {
        i32::try_from(self.words)
            .unwrap_or(i32::MAX)
            .saturating_mul(i32::from(nats(1.0)))
    }
}
