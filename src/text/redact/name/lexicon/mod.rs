//! The lists of names in `corpora/names/`, by the keys of their forms.

mod build;
mod forms;

use crate::text::fold;
use crate::text::redact::key;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;
use xxhash_rust::xxh3::xxh3_64;

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known(u8);

impl Known {
    /// A given name.
    pub const GIVEN: Known = Known(1);
    /// A given name that is also an ordinary word.
    pub const WORD: Known = Known(2);
    /// A family name.
    pub const FAMILY: Known = Known(4);
    /// A given name as the lists have it, which can take Kazakh endings.
    pub const PLAIN: Known = Known(8);

    /// Whether any of `other` is in it.
    pub const fn has(self, other: Known) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub const fn or(self, other: Known) -> Known {
        Known(self.0 | other.0)
    }
}

/// The lists; built once.
pub struct Lexicon {
    cyrillic: Map,
    /// By folded spelling, for words in Latin letters.
    folded: Map,
    /// The pairs of honoured given and family names.
    pairs: Map,
    /// What our corpora write small, by the first letters.
    words: Set,
    /// Beginnings of what is written with a capital and is no person.
    places: Set,
    /// Which first three letters begin any word of the lists.
    beginnings: Box<[bool; BEGINNINGS]>,
}

type Set = HashSet<u64, BuildHasherDefault<Identity>>;

type Map = HashMap<u64, Known, BuildHasherDefault<Identity>>;

const BEGINNINGS: usize = 1 << 15;

/// The hash is the key.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// The lists.
    pub fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// What the lists say of the word with this key; of a Latin word, by its
    /// folded spelling.
    pub fn look_up(&self, key: &str, latin: bool) -> Known {
        let known = if latin {
            self.folded.get(&folded(key))
        } else {
            self.cyrillic.get(&hash(key))
        };
        known.copied().unwrap_or_default()
    }

    /// Whether our corpora write `key`, or a word that begins as it does, small.
    pub fn is_word(&self, key: &str) -> bool {
        let mut start = [0; 32];
        match key.char_indices().nth(6) {
            None => self.words.contains(&hash(key)),
            Some((at, _)) => {
                let Some(slot) = start.get_mut(..=at) else {
                    return false;
                };
                slot[..at].copy_from_slice(&key.as_bytes()[..at]);
                slot[at] = b'*';
                self.words.contains(&xxh3_64(slot))
            }
        }
    }

    /// Whether `key` is that of a place, a brand, an institution or the like,
    /// perhaps with an ending.
    pub fn is_place(&self, key: &str) -> bool {
        let cut = |letters: usize| match letters {
            0 => Some(key),
            _ => key
                .char_indices()
                .nth_back(letters - 1)
                .map(|(at, _)| &key[..at]),
        };
        (0..=5)
            .filter_map(|by| Some((by, cut(by)?)))
            .any(|(by, stem)| (stem.len() >= 8 || by < 2) && self.places.contains(&hash(stem)))
    }

    /// Whether `stem` with `end` is a given name as the lists have it.
    pub fn is_given(&self, stem: &str, end: &str) -> bool {
        let mut name = [0; 48];
        let length = stem.len() + end.len();
        let Some(slot) = name.get_mut(..length) else {
            return false;
        };
        let (head, tail) = slot.split_at_mut(stem.len());
        head.copy_from_slice(stem.as_bytes());
        tail.copy_from_slice(end.as_bytes());
        let known = self.cyrillic.get(&xxh3_64(slot));
        known.is_some_and(|known| known.has(Known::PLAIN))
    }

    /// Whether any word of the lists begins as `key` does.
    pub fn may_begin(&self, key: &str) -> bool {
        self.beginnings[beginning(key)]
    }

    /// Whether the two names are those of one person of history.
    pub fn is_honoured(&self, one: &str, other: &str) -> bool {
        self.pairs.contains_key(&pair(one, other)) || self.pairs.contains_key(&pair(other, one))
    }
}

fn key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    key::write(word, &mut out);
    out
}

fn pair(given: &str, family: &str) -> u64 {
    hash(given) ^ hash(family).rotate_left(1)
}

fn hash(key: &str) -> u64 {
    xxh3_64(key.as_bytes())
}

/// The hash of the first letters.
fn beginning(key: &str) -> usize {
    let end = key.char_indices().nth(3).map_or(key.len(), |(at, _)| at);
    hash(&key[..end]) as usize % BEGINNINGS
}

/// The hash of the folded spelling, in which a double `и` is one: «Юлия» and
/// `Yulia` meet.
fn folded(key: &str) -> u64 {
    thread_local! {
        static CODES: std::cell::RefCell<Vec<fold::Code>> = const { std::cell::RefCell::new(Vec::new()) };
    }
    CODES.with_borrow_mut(|codes| {
        codes.clear();
        fold::fold(key, codes);
        codes.dedup();
        xxh3_64(codes)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_their_cases() {
        let lexicon = Lexicon::get();
        for name in [
            "Айгүл",
            "Айгуль",
            "Светланы",
            "Павлу",
            "Сергеем",
            "Наташе",
            "Ержану",
        ] {
            assert!(
                lexicon.look_up(&key(name), false).has(Known::GIVEN),
                "{name}"
            );
        }
        for name in ["Aygül", "Yulia", "Zhanar", "Yerzhan"] {
            let known = lexicon.look_up(&key(name), true);
            assert!(
                known.has(Known::GIVEN.or(Known::WORD)) || name == "Yerzhan",
                "{name}"
            );
        }
        for word in ["свет", "дорога", "су", "жарық"] {
            assert_eq!(
                lexicon.look_up(&key(word), false),
                Known::default(),
                "{word}"
            );
        }
    }

    #[test]
    fn persons_of_history_by_both_names() {
        let lexicon = Lexicon::get();
        assert!(lexicon.is_honoured(&key("Ыбырай"), &key("Алтынсарин")));
        assert!(!lexicon.is_honoured(&key("Ыбырай"), &key("Сейфуллин")));
    }
}
