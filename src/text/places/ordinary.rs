//! Names that are also ordinary words, or names of people, rivers and streets.
//!
//! The list is `corpora/gazetteer/ordinary.tsv`; words meet by their folded
//! spelling, since `есік` (door) and `Есик` (a town) are typed alike.

use super::hash::Stem;
use crate::text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

const LIST: &str = include_str!("../../../corpora/gazetteer/ordinary.tsv");

/// How far a name alone can be trusted to mean the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordinary {
    /// A word of the language: a capital and a case of place make it a name.
    Word,
    /// A person's name, most often of a street: likewise, but context is not
    /// enough.
    Person,
    /// Only a type word, or context, makes it a place.
    Typed,
    /// A word where it has a small letter and no case of place.
    Capital,
}

impl Ordinary {
    /// Whether the place is still the first thing that the name means.
    pub fn is_mild(self) -> bool {
        self == Ordinary::Capital
    }
}

static WORDS: LazyLock<HashMap<Stem, Ordinary>> = LazyLock::new(|| {
    let rows = LIST.lines().skip(1).filter_map(|row| row.split_once('\t'));
    let kinds = rows.filter_map(|(words, kind)| {
        let kind = match kind {
            "word" => Ordinary::Word,
            "person" => Ordinary::Person,
            "typed" => Ordinary::Typed,
            "capital" => Ordinary::Capital,
            _ => return None,
        };
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        Some((phrase(&words), kind))
    });
    kinds.collect()
});

/// Whether the name of these words is ordinary.
pub(super) fn of(words: &[String]) -> Option<Ordinary> {
    WORDS.get(&phrase(words)).copied()
}

fn phrase(words: &[String]) -> Stem {
    let mut codes = Vec::new();
    for word in words {
        codes.push(fold::EDGE);
        fold::fold(&word.to_lowercase(), &mut codes);
    }
    Stem::of(&codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_kind_and_none_stands_twice() {
        let rows: Vec<_> = LIST.lines().skip(1).collect();
        for row in &rows {
            let kind = row.split_once('\t').map(|(_, kind)| kind);
            assert!(
                matches!(kind, Some("word" | "person" | "typed" | "capital")),
                "{row}"
            );
        }
        assert_eq!(LIST.lines().next(), Some("words\tkind"));
        assert_eq!(rows.len(), WORDS.len());
        let of = |word: &str| of(&[word.to_owned()]);
        assert_eq!(of("есик"), Some(Ordinary::Typed));
        assert_eq!(of("абай"), Some(Ordinary::Person));
        assert_eq!(of("шымкент"), None);
    }
}
