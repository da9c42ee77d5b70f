//! Lists of words by their stems.

use std::sync::LazyLock;

/// Stems of words, each with the most letters that an ending of it has:
/// `счет~2` is «счёт», «счёта», «счётом».
pub struct Stems(LazyLock<Vec<(&'static str, usize)>>);

impl Stems {
    /// The stems of a list with spaces between.
    pub const fn new(list: fn() -> Vec<(&'static str, usize)>) -> Stems {
        Stems(LazyLock::new(list))
    }

    /// Whether `key` is a stem with one of its endings.
    pub fn has(&self, key: &str) -> bool {
        let head = |s: &str| s.as_bytes().first_chunk::<4>().copied();
        let Some(first) = head(key) else { return false };
        let stems = &*self.0;
        let from = stems.partition_point(|s| head(s.0) < Some(first));
        let alike = stems[from..]
            .iter()
            .take_while(|s| head(s.0) == Some(first));
        alike
            .into_iter()
            .any(|(stem, more)| starts(key, stem, *more))
    }
}

/// Reads a list of stems.
pub fn stems(list: &'static str) -> Vec<(&'static str, usize)> {
    let mut stems: Vec<_> = list
        .split_whitespace()
        .map(|entry| {
            let (stem, more) = entry.split_once('~').unwrap_or((entry, "0"));
            (stem, more.parse().unwrap_or(0))
        })
        .collect();
    stems.sort_unstable();
    stems
}

/// Whether `key` is `stem` and at most `more` letters.
pub fn starts(key: &str, stem: &str, more: usize) -> bool {
    key.strip_prefix(stem)
        .is_some_and(|rest| rest.chars().count() <= more)
}
