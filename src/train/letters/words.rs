//! The words of the corpus that restoration learns from: those of Kazakh
//! texts that were typed with Kazakh letters, and the authored stems.

use super::paradigm::Class;
use crate::text::letters::alphabet::{Letter, folded, is_kazakh, typed};
use crate::text::letters::typed::LONGEST;
use std::collections::BTreeMap;

/// A row of the corpus, as far as it is needed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `kk`, `ru` or `mixed`.
    pub language: String,
    /// The situation: rows of one stay on one side of a split.
    pub group: String,
    /// The text.
    pub text: String,
}

/// The rows of a file of `corpora/train`; `None` where its columns are others.
pub fn rows(tsv: &str) -> Option<Vec<Row>> {
    let mut lines = tsv.lines();
    let columns: Vec<&str> = lines.next()?.split('\t').collect();
    let of = |name| columns.iter().position(|c| *c == name);
    let (language, group, text) = (of("language")?, of("group")?, of("text")?);
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        Some(Row {
            language: (*cells.get(language)?).to_owned(),
            group: (*cells.get(group)?).to_owned(),
            text: (*cells.get(text)?).to_owned(),
        })
    };
    lines.map(row).collect()
}

/// Whether a Kazakh text was typed with Kazakh letters: every sixth letter is
/// one then, and in texts typed without them hardly any.
pub fn is_spelled(text: &str) -> bool {
    let letters: Vec<Letter> = text.chars().map(typed).filter(|l| *l != 0).collect();
    let kazakh = letters.iter().filter(|l| is_kazakh(**l)).count();
    kazakh * 100 >= letters.len() * 9 && kazakh > 0
}

/// The Cyrillic words of a text, lower case.
pub fn words(text: &str) -> Vec<Vec<Letter>> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(|word| word.chars().map(typed).collect::<Vec<Letter>>())
        .filter(|word| !word.is_empty() && word.len() <= LONGEST && !word.contains(&0))
        .collect()
}

/// Words with how often each occurs.
pub type Counts = BTreeMap<Vec<Letter>, u32>;

/// Counts the words of Kazakh texts typed with Kazakh letters.
///
/// A form that is written without its Kazakh letters here and there is left
/// out: one that has none, where the same word with some is as frequent.
pub fn count<'t>(texts: impl Iterator<Item = &'t str>) -> Counts {
    let mut counts = Counts::new();
    for text in texts.filter(|text| is_spelled(text)) {
        for word in words(text) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut spelled: BTreeMap<Vec<Letter>, u32> = BTreeMap::new();
    for (word, count) in &counts {
        if word.iter().any(|l| is_kazakh(*l)) {
            let key = word.iter().map(|l| folded(*l)).collect();
            let most = spelled.entry(key).or_default();
            *most = (*most).max(*count);
        }
    }
    counts.retain(|word, count| spelled.get(word).is_none_or(|most| *count > *most));
    counts
}

/// The lines of a file of `corpora/letters`; those that begin with `#` are
/// remarks.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// The stems of a file of `corpora/letters`, apart by white space.
pub fn stems(text: &str) -> impl Iterator<Item = &str> {
    lines(text).flat_map(str::split_whitespace)
}

/// What the stems of a file are, by its name; `None` for running text.
pub fn class(file_stem: &str) -> Option<Class> {
    match file_stem.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "nouns" | "loans" => Some(Class::Noun),
        "names" => Some(Class::Name),
        "adjectives" => Some(Class::Adjective),
        "verbs" => Some(Class::Verb),
        "others" => Some(Class::Fixed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_typed_without_kazakh_letters_teach_nothing() {
        let texts = ["Су жоқ, қашан болады", "су жок кашан болады", "su joq"];
        let counts = count(texts.into_iter());
        assert_eq!(counts.len(), 4);
    }

    #[test]
    fn a_form_without_its_letters_is_left_out() {
        let texts = ["қашан әкім", "қашан кашан өзі"];
        assert_eq!(count(texts.into_iter()).len(), 3);
    }
}
