//! Spelling: a word that the corpus never had, one typing error away from one
//! that it had often, counts as that one.
//!
//! One error is a letter left out, put in, hit wrong, or two neighbours swapped
//! (Damerau 1964). An error leaves one half of the word as it was, unless it
//! swaps the two letters where the halves meet; so every word is found under
//! each of its halves, and what was typed is looked up by the halves that words
//! of its length, and of a letter less or more, would have. That index is a
//! fifth of symmetric deletion's (SymSpell, Garbe 2012), which has a form for
//! every letter, and stays in the cache. Of several words the one that most
//! texts have is taken.

use super::hash;
use crate::text::fold::Code;

/// Words of fewer letters are too near to too many others.
pub const SHORTEST: usize = 4;
/// Longer words are left alone: people do not write them.
const LONGEST: usize = 40;

/// The words that others are corrected to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spelling {
    /// Where each word's letters start, and the end of the last.
    starts: Vec<u32>,
    letters: Vec<Code>,
    /// Where each bucket of `entries` starts, and the end of the last.
    buckets: Vec<u32>,
    /// Words by their halves.
    entries: Vec<u32>,
}

impl Spelling {
    /// The spelling of `words`, folded, the commonest first. Words that are
    /// too short or too long are passed over.
    #[must_use]
    pub fn new<'w>(words: impl IntoIterator<Item = &'w [Code]>) -> Spelling {
        let mut starts = vec![0];
        let mut letters = Vec::new();
        let fit = |word: &&[Code]| (SHORTEST..=LONGEST).contains(&word.len());
        for word in words.into_iter().filter(fit) {
            letters.extend_from_slice(word);
            starts.push(letters.len() as u32);
        }
        Spelling::index(starts, letters)
    }

    fn index(starts: Vec<u32>, letters: Vec<Code>) -> Spelling {
        let mut spelling = Spelling {
            starts,
            letters,
            ..Spelling::default()
        };
        let words = spelling.len() as u32;
        let count = (words as usize).next_power_of_two();
        let halves = (0..words).flat_map(|word| {
            let letters = spelling.word(word);
            let (first, last) = letters.split_at(letters.len() / 2);
            let keys = [Half::First(first), Half::Last(last)].map(|half| half.key(letters.len()));
            keys.map(|key| (key as usize & (count - 1), word))
        });
        let mut halves: Vec<(usize, u32)> = halves.collect();
        halves.sort_unstable();
        halves.dedup();
        spelling.buckets = vec![0; count + 1];
        for (bucket, _) in &halves {
            spelling.buckets[bucket + 1] += 1;
        }
        for at in 1..=count {
            spelling.buckets[at] += spelling.buckets[at - 1];
        }
        spelling.entries = halves.into_iter().map(|(_, word)| word).collect();
        spelling
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words, the commonest first.
    pub fn words(&self) -> impl Iterator<Item = &[Code]> {
        (0..self.len() as u32).map(|word| self.word(word))
    }

    fn word(&self, word: u32) -> &[Code] {
        let at = word as usize;
        &self.letters[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The words that may have a `half` and be `length` letters long, the
    /// commonest first.
    fn with(&self, half: Half<'_>, length: usize) -> impl Iterator<Item = u32> {
        let at = half.key(length) as usize & (self.buckets.len() - 2);
        let bucket = &self.entries[self.buckets[at] as usize..self.buckets[at + 1] as usize];
        bucket.iter().copied()
    }

    /// What `word`, folded, was meant to be: `None` where it is known, or no
    /// known word is one error away.
    #[must_use]
    pub fn correct(&self, word: &[Code]) -> Option<&[Code]> {
        let length = word.len();
        if self.is_empty() || !(SHORTEST..=LONGEST).contains(&length) {
            return None;
        }
        let middle = length / 2;
        let is = |word: &[Code], known: u32| self.word(known) == word;
        if self
            .with(Half::First(&word[..middle]), length)
            .any(|known| is(word, known))
        {
            return None;
        }
        let mut best = u32::MAX;
        for meant in length - 1..=length + 1 {
            let (first, last) = (meant / 2, meant - meant / 2);
            for half in [
                Half::First(&word[..first]),
                Half::Last(&word[length - last..]),
            ] {
                let near = |known: &u32| one_error(word, self.word(*known));
                let mut commoner = self.with(half, meant).take_while(|known| *known < best);
                best = commoner.find(near).unwrap_or(best);
            }
        }
        let mut swapped = [0; LONGEST];
        let swapped = &mut swapped[..length];
        swapped.copy_from_slice(word);
        swapped.swap(middle - 1, middle);
        let known = self.with(Half::First(&swapped[..middle]), length);
        best = known
            .filter(|known| is(swapped, *known))
            .fold(best, u32::min);
        (best != u32::MAX).then(|| self.word(best))
    }

    /// The bytes of the index in a model file: the lengths of its four lists
    /// (`u32`), then the lists; none where there is no word.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        if self.is_empty() {
            return Vec::new();
        }
        let lists = [&self.starts, &self.buckets, &self.entries];
        let mut bytes = Vec::new();
        let lengths = lists.map(Vec::len).into_iter().chain([self.letters.len()]);
        let lengths: Vec<u32> = lengths.map(|length| length as u32).collect();
        for list in [&lengths].into_iter().chain(lists) {
            list.iter().for_each(|n| bytes.extend(n.to_le_bytes()));
        }
        bytes.extend_from_slice(&self.letters);
        bytes
    }

    /// The index of [`Spelling::encode`]'s bytes; `None` where they are not
    /// such bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Spelling> {
        if bytes.is_empty() {
            return Some(Spelling::default());
        }
        let (lengths, mut rest) = bytes.split_at_checked(16)?;
        let lengths: Vec<usize> = numbers(lengths).map(|n| n as usize).collect();
        let mut list = |at: usize| {
            let (list, after) = rest.split_at_checked(lengths[at].checked_mul(4)?)?;
            rest = after;
            Some(numbers(list).collect::<Vec<u32>>())
        };
        let spelling = Spelling {
            starts: list(0)?,
            buckets: list(1)?,
            entries: list(2)?,
            letters: rest.to_vec(),
        };
        (spelling.letters.len() == lengths[3] && spelling.is_sound()).then_some(spelling)
    }

    /// Whether every number leads somewhere.
    fn is_sound(&self) -> bool {
        let words = self.len() as u32;
        let leads = |list: &[u32], end: usize| {
            list.is_sorted() && list.first() == Some(&0) && list.last() == Some(&(end as u32))
        };
        let fit = |w: &[u32]| (SHORTEST..=LONGEST).contains(&((w[1] - w[0]) as usize));
        leads(&self.starts, self.letters.len())
            && leads(&self.buckets, self.entries.len())
            && self.starts.windows(2).all(fit)
            && (self.buckets.len() - 1).is_power_of_two()
            && self.entries.iter().all(|word| *word < words)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let four = bytes.chunks_exact(4);
    four.map(|n| u32::from_le_bytes([n[0], n[1], n[2], n[3]]))
}

/// A half of a word; of an odd number of letters the last has one more.
#[derive(Clone, Copy)]
enum Half<'w> {
    First(&'w [Code]),
    Last(&'w [Code]),
}

impl Half<'_> {
    /// What words of `length` letters with this half have in common.
    fn key(self, length: usize) -> u64 {
        let (letters, side) = match self {
            Half::First(letters) => (letters, 0),
            Half::Last(letters) => (letters, 1),
        };
        hash::half(letters, 2 * length as u64 + side)
    }
}

/// Whether one typing error makes `b` of `a`.
fn one_error(a: &[Code], b: &[Code]) -> bool {
    let same = |(a, b): &(&Code, &Code)| a == b;
    let before = a.iter().zip(b).take_while(same).count();
    let (a, b) = (&a[before..], &b[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(same).count();
    match (&a[..a.len() - after], &b[..b.len() - after]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::{fold, spell};
    use proptest::prelude::*;

    fn codes(word: &str) -> Vec<Code> {
        let mut codes = Vec::new();
        fold(word, &mut codes);
        codes
    }

    fn spelling(words: &[&str]) -> Spelling {
        let words: Vec<Vec<Code>> = words.iter().map(|w| codes(w)).collect();
        Spelling::new(words.iter().map(|w| &**w))
    }

    #[test]
    fn one_error_of_each_kind_is_mended() {
        let spelling = spelling(&["дорога", "мектеп", "бала", "су"]);
        for (typed, meant) in [
            ("дорга", Some("дорога")),
            ("дорогга", Some("дорога")),
            ("доорга", Some("дорога")),
            ("дорота", Some("дорога")),
            ("ектеп", Some("мектеп")),
            ("мектепп", Some("мектеп")),
            ("мектек", Some("мектеп")),
            ("дорога", None),
            ("дрга", None),
            ("суу", None),
            ("карта", None),
        ] {
            let found = spelling.correct(&codes(typed)).map(spell);
            assert_eq!(found.as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn the_commoner_word_is_taken() {
        let spelling = spelling(&["вода", "мода"]);
        assert_eq!(
            spelling.correct(&codes("года")).map(spell).as_deref(),
            Some("вода")
        );
        assert!(spelling.correct(&codes("мода")).is_none());
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_refused_or_harmless(bytes: Vec<u8>, at: usize, with: u8) {
            let _ = Spelling::decode(&bytes);
            let mut bytes = spelling(&["дорога", "мектеп"]).encode();
            let at = at % bytes.len();
            bytes[at] = with;
            if let Some(spelling) = Spelling::decode(&bytes) {
                let _ = spelling.correct(&codes("дорга"));
            }
        }

        #[test]
        fn finds_what_a_search_of_all_words_finds(
            words in prop::collection::vec(prop::collection::vec(1u8..4, 4..8), 0..30),
            typed in prop::collection::vec(1u8..4, 0..9),
        ) {
            let spelling = Spelling::new(words.iter().map(|w| &**w));
            let known = words.contains(&typed) || typed.len() < SHORTEST;
            let near = words.iter().find(|w| one_error(&typed, w)).filter(|_| !known);
            prop_assert_eq!(spelling.correct(&typed), near.map(|w| &**w));
            let decoded = Spelling::decode(&spelling.encode());
            let want = if spelling.is_empty() { Spelling::default() } else { spelling };
            prop_assert_eq!(decoded, Some(want));
        }
    }
}
