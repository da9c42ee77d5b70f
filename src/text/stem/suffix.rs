//! Endings in the folded spelling, and letters by their kind.

use crate::text::fold::{Code, code_of, fold};

/// Endings, longest first.
pub(super) struct Suffixes(Vec<Vec<Code>>);

impl Suffixes {
    /// From a list of endings in the true spelling, divided by spaces.
    pub(super) fn new(list: &str) -> Suffixes {
        let mut suffixes: Vec<Vec<Code>> = list
            .split_whitespace()
            .map(|suffix| {
                let mut codes = Vec::new();
                fold(suffix, &mut codes);
                codes
            })
            .collect();
        suffixes.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        suffixes.dedup();
        Suffixes(suffixes)
    }

    /// The longest ending of `word` for which `fits(stem, ending)` holds.
    pub(super) fn longest<'w>(
        &self,
        word: &'w [Code],
        fits: impl Fn(&'w [Code], &[Code]) -> bool,
    ) -> Option<&'w [Code]> {
        self.0.iter().find_map(|suffix| {
            let stem = word.strip_suffix(suffix.as_slice())?;
            fits(stem, suffix).then_some(stem)
        })
    }
}

/// Whether a folded letter is a vowel; `и` may stand for the consonant `й`.
pub(super) const fn is_vowel(code: Code) -> bool {
    code == code_of('а')
        || code == code_of('е')
        || code == code_of('и')
        || code == code_of('о')
        || code == code_of('у')
}
