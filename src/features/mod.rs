//! From normalised text to features: the same code serves training and
//! inference.
//!
//! A feature is a 64-bit hash; [`Extractor::extract`] walks a normalised text
//! once and hands every occurrence of every feature to a [`Visitor`]. Views:
//!
//! | view | of | when |
//! |---|---|---|
//! | word | the true spelling | where folding loses something |
//! | folded | the folded spelling | every word |
//! | pair | two neighbouring folded words | `pairs` |
//! | n-gram | letters of the folded spelling, the word's edges included | `ngrams` |
//! | subword | pieces of the folded spelling | `subwords` |
//!
//! Class words (`PHONE`, `NUMBER` …) have no n-grams and no pieces. A word that
//! a text repeats gives its features once: what is said twice is not said of
//! two problems, and a word's features can be summed beforehand.

pub mod hash;
mod seen;
pub mod spelling;
pub mod subword;

use crate::text::fold::{Code, EDGE, fold};
use crate::text::language::{Vote, Votes};
use crate::text::token;
use seen::Seen;
use serde::{Deserialize, Serialize};
use spelling::Spelling;
use subword::Subwords;

/// The kinds of features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// A word in its true spelling.
    Word,
    /// A word in its folded spelling.
    Folded,
    /// Two neighbouring words in their folded spelling.
    Pair,
    /// Letters within a word.
    Ngram,
    /// A piece of a word.
    Subword,
}

/// Which views are extracted; part of every model file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Views {
    /// Whether pairs of neighbouring words are extracted.
    pub pairs: bool,
    /// The shortest and longest character n-grams (1 to 8 letters, the edges
    /// counted), if any.
    pub ngrams: Option<(u8, u8)>,
    /// How many pieces the subword vocabulary has at the most; 0 for none.
    pub subwords: usize,
}

impl Default for Views {
    fn default() -> Views {
        Views {
            pairs: true,
            ngrams: Some((3, 6)),
            subwords: 0,
        }
    }
}

/// The longest n-gram that [`hash::ngram`] can tell apart.
pub const LONGEST_NGRAM: u8 = 8;

/// Where the features of a text go.
pub trait Visitor {
    /// One occurrence of the feature `hash` of `view`. `words` are the
    /// word or the two words it comes from, `piece` the letters of an n-gram
    /// or subword.
    fn feature(&mut self, view: View, hash: u64, words: Words<'_>, piece: &[Code]);

    /// Asks for a word whose own features the visitor has kept from before:
    /// where it has, it takes them in and they are not extracted again.
    /// `spelling` is the hash of the word's true spelling.
    #[inline]
    fn recall(&mut self, spelling: u64) -> Option<WordSummary> {
        let _ = spelling;
        None
    }

    /// Tells that the features since the last word, but for its pair, were
    /// those of the word `spelling`.
    #[inline]
    fn learned(&mut self, spelling: u64, summary: WordSummary) {
        let _ = (spelling, summary);
    }
}

/// What is known of a word beside its features.
#[derive(Debug, Clone, Copy, Default)]
pub struct WordSummary {
    /// The hash of its folded spelling.
    pub folded: u64,
    /// How many features it has.
    pub features: u32,
    /// Its vote for the language of the text.
    pub vote: Vote,
}

/// The words that a feature comes from.
#[derive(Debug, Clone, Copy)]
pub struct Words<'t> {
    /// The word before, in a pair.
    pub previous: Option<&'t str>,
    /// The word itself.
    pub word: &'t str,
}

/// What is learned of a text beside its features.
#[derive(Debug, Clone, Copy, Default)]
pub struct Summary {
    /// Votes for the language of the text.
    pub votes: Votes,
    /// How many features were handed to the visitor.
    pub features: u32,
}

/// Turns normalised texts into features.
#[derive(Debug, Clone)]
pub struct Extractor {
    views: Views,
    subwords: Subwords,
    spelling: Spelling,
}

/// The buffer of an extraction; kept by the caller so that nothing is allocated.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    codes: Vec<Code>,
    seen: Seen,
}

impl Extractor {
    /// An extractor of `views`; `subwords` is empty where that view is off.
    #[must_use]
    pub fn new(views: Views, subwords: Subwords) -> Extractor {
        Extractor {
            views,
            subwords,
            spelling: Spelling::default(),
        }
    }

    /// The same extractor, which takes words that are a typing error away from
    /// those of `spelling` for those.
    #[must_use]
    pub fn with_spelling(self, spelling: Spelling) -> Extractor {
        Extractor { spelling, ..self }
    }

    /// Which views are extracted.
    #[must_use]
    pub fn views(&self) -> &Views {
        &self.views
    }

    /// The subword vocabulary.
    #[must_use]
    pub fn subwords(&self) -> &Subwords {
        &self.subwords
    }

    /// The words that others are corrected to.
    #[must_use]
    pub fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    /// Hands every feature of `text`, which must be normalised, to `visitor`.
    pub fn extract(
        &self,
        text: &str,
        scratch: &mut Scratch,
        visitor: &mut impl Visitor,
    ) -> Summary {
        let mut summary = Summary::default();
        let mut previous: Option<(&str, u64)> = None;
        scratch.seen.clear();
        for word in token::words(text) {
            let words = Words {
                previous: previous.map(|(word, _)| word),
                word,
            };
            let spelling = hash::word(View::Word, word.as_bytes());
            let folded = scratch.seen.get(spelling).unwrap_or_else(|| {
                let known = visitor.recall(spelling).unwrap_or_else(|| {
                    let known = self.word(words, spelling, &mut scratch.codes, visitor);
                    visitor.learned(spelling, known);
                    known
                });
                summary.features += known.features;
                summary.votes.add(known.vote);
                scratch.seen.insert(spelling, known.folded);
                known.folded
            });
            if self.views.pairs
                && let Some((_, before)) = previous
            {
                visitor.feature(View::Pair, hash::pair(before, folded), words, &[]);
                summary.features += 1;
            }
            previous = Some((word, folded));
        }
        summary
    }

    /// Hands over the features of one word.
    fn word(
        &self,
        words: Words<'_>,
        spelling: u64,
        codes: &mut Vec<Code>,
        visitor: &mut impl Visitor,
    ) -> WordSummary {
        let mut summary = WordSummary::default();
        let mut emit = |view, hash, piece: &[Code]| {
            visitor.feature(view, hash, words, piece);
            summary.features += 1;
        };
        if is_class(words.word) {
            emit(View::Word, spelling, &[]);
            summary.folded = spelling;
            return summary;
        }
        codes.clear();
        codes.push(EDGE);
        let faithful = fold(words.word, codes);
        if let Some(meant) = self.spelling.correct(&codes[1..]) {
            codes.truncate(1);
            codes.extend_from_slice(meant);
        }
        codes.push(EDGE);
        let letters = &codes[1..codes.len() - 1];

        let folded = hash::word(View::Folded, letters);
        emit(View::Folded, folded, letters);
        if !faithful {
            emit(View::Word, spelling, letters);
        }
        if let Some((shortest, longest)) = self.views.ngrams {
            for length in usize::from(shortest)..=usize::from(longest) {
                for ngram in codes.windows(length) {
                    emit(View::Ngram, hash::ngram(ngram), ngram);
                }
            }
        }
        for (piece, id) in self.subwords.pieces(letters) {
            emit(View::Subword, hash::subword(id), piece);
        }
        summary.folded = folded;
        summary.vote = Vote::of(words.word);
        summary
    }
}

/// Class words are the only ones that are not in lower case.
fn is_class(word: &str) -> bool {
    word.as_bytes()[0].is_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::spell;
    use std::collections::BTreeSet;

    #[derive(Default)]
    struct Names(Vec<(View, String)>, BTreeSet<u64>);

    impl Visitor for Names {
        fn feature(&mut self, view: View, hash: u64, words: Words<'_>, piece: &[Code]) {
            let name = match view {
                View::Word => words.word.to_owned(),
                View::Pair => format!("{} {}", words.previous.unwrap_or("?"), words.word),
                _ => spell(piece),
            };
            self.0.push((view, name));
            self.1.insert(hash);
        }
    }

    fn names(text: &str) -> Names {
        let extractor = Extractor::new(Views::default(), Subwords::default());
        let mut names = Names::default();
        let summary = extractor.extract(text, &mut Scratch::default(), &mut names);
        assert_eq!(summary.features as usize, names.0.len());
        names
    }

    fn of(names: &Names, view: View) -> Vec<&str> {
        let mut of: Vec<&str> = names
            .0
            .iter()
            .filter(|n| n.0 == view)
            .map(|n| &*n.1)
            .collect();
        of.sort_unstable();
        of
    }

    #[test]
    fn views_of_two_words() {
        let names = names("су жоқ");
        assert_eq!(of(&names, View::Word), ["жоқ"]);
        assert_eq!(of(&names, View::Folded), ["жок", "су"]);
        assert_eq!(of(&names, View::Pair), ["су жоқ"]);
        assert_eq!(
            of(&names, View::Ngram),
            [
                "?жо", "?жок", "?жок?", "?су", "?су?", "жок", "жок?", "ок?", "су?"
            ]
        );
        assert_eq!(names.1.len(), names.0.len(), "no two features share a hash");
    }

    #[test]
    fn both_spellings_share_their_folded_features() {
        let (true_spelling, typed) = (names("қашан болады"), names("кашан болады"));
        let shared = true_spelling.1.intersection(&typed.1).count();
        assert_eq!(shared, typed.1.len());
        assert_eq!(shared + 1, true_spelling.1.len(), "«қашан» itself");
    }

    #[test]
    fn a_repeated_word_counts_once() {
        let (once, twice) = (names("су жоқ"), names("су жоқ су жоқ"));
        assert_eq!(once.1.len() + 1, twice.1.len(), "the pair «жоқ су»");
        assert_eq!(of(&once, View::Ngram), of(&twice, View::Ngram));
    }

    #[test]
    fn class_words_have_no_letters() {
        let names = names("PHONE");
        assert_eq!(names.0.len(), 1);
    }
}
