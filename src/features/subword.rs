//! Subwords: pieces of folded words from a WordPiece vocabulary (Schuster and
//! Nakajima 2012; greedy, the longest piece first).
//!
//! The `tokenizers` crate trains the vocabulary and defines the pieces; this
//! matcher gives the same ones without allocating (see `train::subwords` for
//! the test).

use crate::text::fold::Code;
use std::collections::HashMap;

/// A word with more letters has no pieces (the limit of `tokenizers`' WordPiece).
pub const LONGEST_WORD: usize = 100;

/// A vocabulary of pieces; empty by default.
#[derive(Debug, Clone, Default)]
pub struct Subwords {
    /// Pieces that begin a word and pieces that continue one.
    initial: HashMap<Box<[Code]>, u32>,
    inner: HashMap<Box<[Code]>, u32>,
    longest: usize,
}

impl Subwords {
    /// A vocabulary of `pieces`: the letters of each, and whether it continues
    /// a word. A piece's number is its place in the list.
    pub fn new<'p>(pieces: impl IntoIterator<Item = (&'p [Code], bool)>) -> Subwords {
        let mut subwords = Subwords::default();
        for (id, (letters, continues)) in (0..).zip(pieces) {
            subwords.longest = subwords.longest.max(letters.len());
            let map = if continues {
                &mut subwords.inner
            } else {
                &mut subwords.initial
            };
            map.insert(letters.into(), id);
        }
        subwords
    }

    /// How many pieces the vocabulary has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.initial.len() + self.inner.len()
    }

    /// Whether the vocabulary is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pieces by their numbers, as given to [`Subwords::new`].
    #[must_use]
    pub fn list(&self) -> Vec<(&[Code], bool)> {
        let mut list: Vec<(u32, &[Code], bool)> =
            (self.initial.iter().map(|(p, id)| (*id, &**p, false)))
                .chain(self.inner.iter().map(|(p, id)| (*id, &**p, true)))
                .collect();
        list.sort_unstable_by_key(|(id, ..)| *id);
        list.into_iter().map(|(_, p, c)| (p, c)).collect()
    }

    /// The pieces of a folded word, in order, with their numbers; none where
    /// some part of the word is no piece.
    pub fn pieces<'w>(&self, word: &'w [Code]) -> impl Iterator<Item = (&'w [Code], u32)> {
        let whole =
            !self.is_empty() && word.len() <= LONGEST_WORD && self.cut(word).all(|p| p.is_some());
        self.cut(word).take_while(move |_| whole).flatten()
    }

    /// Cuts greedily; ends after a `None` where nothing matches.
    fn cut<'w>(&self, word: &'w [Code]) -> impl Iterator<Item = Option<(&'w [Code], u32)>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            if at >= word.len() {
                return None;
            }
            let map = if at == 0 { &self.initial } else { &self.inner };
            let rest = &word[at..];
            let found = (1..=rest.len().min(self.longest))
                .rev()
                .find_map(|length| map.get(&rest[..length]).map(|id| (&rest[..length], *id)));
            at = found.map_or(word.len(), |(piece, _)| at + piece.len());
            Some(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_piece_first() {
        let subwords = Subwords::new([
            (&[1u8, 2][..], false),
            (&[1], false),
            (&[3], true),
            (&[2, 3], true),
            (&[2], true),
        ]);
        let ids = |word: &[Code]| subwords.pieces(word).map(|(_, id)| id).collect::<Vec<_>>();
        assert_eq!(ids(&[1, 2, 3]), [0, 2]);
        assert_eq!(ids(&[1, 3, 2, 3]), [1, 2, 3]);
        assert!(ids(&[1, 9]).is_empty());
        assert!(ids(&[]).is_empty());
        assert_eq!(subwords.list().len(), 5);
    }
}
