//! Prefixes of folded words as numbers, and the table they are looked up in.

use crate::text::fold::Code;

/// The hash of a folded word, taken letter by letter (FNV-1a), so that all its
/// prefixes are hashed in one walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(pub u64);

impl Stem {
    pub const EMPTY: Stem = Stem(0xcbf2_9ce4_8422_2325);

    #[inline]
    pub const fn then(self, code: Code) -> Stem {
        Stem((self.0 ^ code as u64).wrapping_mul(0x0100_0000_01b3))
    }

    pub fn of(codes: &[Code]) -> Stem {
        codes
            .iter()
            .fold(Stem::EMPTY, |stem, code| stem.then(*code))
    }

    /// The bits that differ most between stems.
    #[inline]
    const fn spread(self) -> usize {
        (self.0 ^ (self.0 >> 29)) as usize
    }
}

/// A map from stems to short lists, made once. A set of bits in front answers
/// for most of the stems that are not there.
#[derive(Debug, Default, Clone)]
pub(super) struct Table {
    bits: Vec<u64>,
    /// Stem, start and end of its list; a free slot has an empty list.
    slots: Vec<(Stem, u32, u32)>,
    items: Vec<u32>,
}

impl Table {
    /// Makes a table of pairs; each list keeps their order and no item twice.
    pub fn new(mut pairs: Vec<(Stem, u32)>) -> Table {
        pairs.sort_unstable();
        pairs.dedup();
        let size = (pairs.len() * 2).next_power_of_two().max(64);
        let mut table = Table {
            bits: vec![0; size / 4],
            slots: vec![(Stem(0), 0, 0); size],
            items: Vec::with_capacity(pairs.len()),
        };
        for run in pairs.chunk_by(|a, b| a.0 == b.0) {
            let stem = run[0].0;
            let start = table.items.len() as u32;
            table.items.extend(run.iter().map(|(_, item)| item));
            let mut at = stem.spread() & (size - 1);
            while table.slots[at].1 != table.slots[at].2 {
                at = (at + 1) & (size - 1);
            }
            table.slots[at] = (stem, start, table.items.len() as u32);
            let bit = stem.spread() & (table.bits.len() * 64 - 1);
            table.bits[bit / 64] |= 1 << (bit % 64);
        }
        table
    }

    /// The list of a stem; empty where it is not there.
    #[inline]
    pub fn get(&self, stem: Stem) -> &[u32] {
        let bit = stem.spread() & (self.bits.len() * 64).wrapping_sub(1);
        if self
            .bits
            .get(bit / 64)
            .is_none_or(|b| b >> (bit % 64) & 1 == 0)
        {
            return &[];
        }
        let mut at = stem.spread() & (self.slots.len() - 1);
        loop {
            let (here, start, end) = self.slots[at];
            if start == end {
                return &[];
            }
            if here == stem {
                return &self.items[start as usize..end as usize];
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let stem = |n: u32| Stem::of(&n.to_le_bytes().map(|b| b % 62 + 1));
        let pairs = (0..5000).map(|n| (stem(n / 2), n)).collect();
        let table = Table::new(pairs);
        for n in 0..2500 {
            let mut list = table.get(stem(n)).to_vec();
            list.sort_unstable();
            assert!(list.contains(&(n * 2)) && list.contains(&(n * 2 + 1)));
        }
        let strange: Vec<_> = (0..1000u32)
            .map(|n| Stem::of(&[1, (n % 60) as u8 + 1, 5, 5, 5, 5, (n / 60) as u8 + 1]))
            .collect();
        assert!(strange.iter().all(|stem| table.get(*stem).is_empty()));
        assert!(Table::default().get(stem(1)).is_empty());
    }

    #[test]
    fn the_hash_of_a_prefix_is_on_the_way() {
        assert_eq!(Stem::of(&[1, 2]).then(3), Stem::of(&[1, 2, 3]));
    }
}
