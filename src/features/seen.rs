//! The words of one text that were met already.

/// A set of word hashes, each with a value, emptied in constant time: every
/// slot remembers in which text it was filled.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    slots: Vec<Slot>,
    text: u32,
    filled: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u64,
    value: u64,
    text: u32,
}

impl Default for Seen {
    fn default() -> Seen {
        Seen {
            slots: vec![Slot::default(); 256],
            text: 1,
            filled: 0,
        }
    }
}

impl Seen {
    /// Forgets all words: a new text begins.
    pub fn clear(&mut self) {
        self.filled = 0;
        self.text = self.text.wrapping_add(1);
        if self.text == 0 {
            self.slots.fill(Slot::default());
            self.text = 1;
        }
    }

    /// The value of `key`, where it was met.
    #[inline]
    pub fn get(&self, key: u64) -> Option<u64> {
        let slot = &self.slots[self.place(key)];
        (slot.text == self.text).then_some(slot.value)
    }

    /// Remembers a key that was not met yet.
    pub fn insert(&mut self, key: u64, value: u64) {
        if self.filled * 2 >= self.slots.len() {
            let larger = vec![Slot::default(); self.slots.len() * 4];
            for slot in std::mem::replace(&mut self.slots, larger) {
                if slot.text == self.text {
                    let place = self.place(slot.key);
                    self.slots[place] = slot;
                }
            }
        }
        let place = self.place(key);
        self.slots[place] = Slot {
            key,
            value,
            text: self.text,
        };
        self.filled += 1;
    }

    /// Where `key` is, or where it would go. A free slot is always left.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].text == self.text && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_and_forgets() {
        let mut seen = Seen::default();
        for key in 0..10_000 {
            assert_eq!(seen.get(key * 256), None);
            seen.insert(key * 256, key);
        }
        assert!((0..10_000).all(|key| seen.get(key * 256) == Some(key)));
        seen.clear();
        assert!((0..10_000).all(|key| seen.get(key * 256).is_none()));
    }
}
