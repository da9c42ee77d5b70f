//! Kazakh letters restored: `алдынгы` to `алдыңғы`, for display and for names
//! of places.
//!
//! People type Kazakh on a Russian keyboard: `ә`→`а`, `ғ`→`г`, `қ`→`к`,
//! `ң`→`н`, `ө`→`о`, `ұ`, `ү`→`у`, `һ`→`х`, `і`→`и`, `ы` or a Latin `i`. Every
//! such letter of a word is a choice; a linear model scores the choices by the
//! letters around them, by the stem, the suffixes and vowel harmony
//! ([`features`]), and a beam finds the best choices of a whole word
//! ([`search`]). A Kazakh letter that was typed stays and is evidence.
//!
//! The model is learned from the project's corpus by `train::letters`, and
//! lies in `models/letters.bin`.

pub mod alphabet;
pub mod features;
pub mod file;
pub mod kazakh;
pub mod search;
pub mod typed;

use super::Sink;
use alphabet::{Letter, is_kazakh, letter, look_alike, typed};
use file::Model;
use kazakh::Leaning;
use search::Search;
use typed::LONGEST;

/// The shipped model's file.
const SHIPPED: &[u8] = include_bytes!("../../../models/letters.bin");

/// Restores Kazakh letters. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Restorer<'m> {
    model: Model<'m>,
}

/// What restoring works in; kept by the caller so that nothing is allocated
/// once warm.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    search: Search,
    letters: Vec<Letter>,
}

impl Restorer<'static> {
    /// The restorer that comes with the library; `None` only where the file
    /// it was built with is damaged.
    #[must_use]
    pub fn shipped() -> Option<Restorer<'static>> {
        Restorer::of(SHIPPED)
    }
}

impl<'m> Restorer<'m> {
    /// A restorer from the bytes of a model file; `None` where they are none.
    #[must_use]
    pub fn of(bytes: &'m [u8]) -> Option<Restorer<'m>> {
        Model::of(bytes).map(|model| Restorer { model })
    }

    /// Writes a word that is known to be Kazakh with its letters restored.
    /// Case, and whatever is no Cyrillic letter, stay.
    ///
    /// ```
    /// use qulaq::text::letters::{Restorer, Scratch};
    /// let restorer = Restorer::shipped().expect("the shipped model is whole");
    /// let mut out = String::new();
    /// restorer.word("Шымкенттин", &mut Scratch::default(), &mut out);
    /// assert_eq!(out, "Шымкенттің");
    /// ```
    pub fn word(&self, word: &str, scratch: &mut Scratch, out: &mut impl Sink) {
        let mut kept = 0;
        each_run(word, |start, end| {
            self.run(word, start, end, &mut kept, scratch, out);
        });
        out.keep(word, kept..word.len());
    }

    /// Writes a text with the letters of its Kazakh words restored. Russian
    /// words, case, punctuation and everything else stay; every letter that
    /// changes names its span.
    pub fn text(&self, text: &str, scratch: &mut Scratch, out: &mut impl Sink) {
        let mut leaning = Leaning::default();
        each_run(text, |start, end| {
            read(text, start, end, &mut scratch.letters);
            leaning.count(self.kazakh(&scratch.letters));
        });
        let mut kept = 0;
        each_run(text, |start, end| {
            read(text, start, end, &mut scratch.letters);
            if kazakh::restores(self.kazakh(&scratch.letters), leaning) {
                self.run(text, start, end, &mut kept, scratch, out);
            }
        });
        out.keep(text, kept..text.len());
    }

    /// How much the letters of a word look Kazakh: above 0 rather so.
    fn kazakh(&self, word: &[Letter]) -> i32 {
        if word.iter().any(|l| is_kazakh(*l)) {
            return i32::MAX;
        }
        let mut score = 0;
        kazakh::features(word, |feature| score += self.model.kazakh(feature));
        score
    }

    /// Restores one run of letters; `kept` is up to where the text is written.
    fn run(
        &self,
        text: &str,
        start: usize,
        end: usize,
        kept: &mut usize,
        scratch: &mut Scratch,
        out: &mut impl Sink,
    ) {
        read(text, start, end, &mut scratch.letters);
        // A letter alone is an abbreviation, or a Russian word.
        if !(2..=LONGEST).contains(&scratch.letters.len()) {
            return;
        }
        scratch.search.word.set(&scratch.letters);
        let best = scratch.search.best(&self.model);
        let run = text.get(start..end).unwrap_or_default();
        for ((at, c), choice) in run.char_indices().zip(best) {
            if typed(c) == *choice {
                continue;
            }
            let from = start + at;
            out.keep(text, *kept..from);
            *kept = from + c.len_utf8();
            let restored = letter(*choice);
            let restored = if c.is_uppercase() {
                restored.to_uppercase().next().unwrap_or(restored)
            } else {
                restored
            };
            out.replace(from..*kept, restored.encode_utf8(&mut [0; 4]));
        }
    }
}

/// The code of a character within a word.
#[inline]
fn code(c: char) -> Letter {
    match typed(c) {
        0 => look_alike(c),
        code => code,
    }
}

/// Reads the letters of a run.
fn read(text: &str, start: usize, end: usize, letters: &mut Vec<Letter>) {
    letters.clear();
    letters.extend(text.get(start..end).unwrap_or_default().chars().map(code));
}

/// Calls `visit` with the start and end of every run of letters that has at
/// least one Cyrillic letter.
fn each_run(text: &str, mut visit: impl FnMut(usize, usize)) {
    let mut start = None;
    let mut has_cyrillic = false;
    for (at, c) in text.char_indices() {
        if code(c) != 0 {
            start = start.or(Some(at));
            has_cyrillic |= typed(c) != 0;
        } else if let Some(start) = start.take() {
            // A run that goes on in Latin is a Latin word.
            if has_cyrillic && !c.is_alphabetic() {
                visit(start, at);
            }
            has_cyrillic = false;
        }
    }
    if let (Some(start), true) = (start, has_cyrillic) {
        visit(start, text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::ops::Range;

    fn restorer() -> Restorer<'static> {
        Restorer::shipped().expect("the shipped model is whole")
    }

    fn word(word: &str) -> String {
        let mut out = String::new();
        restorer().word(word, &mut Scratch::default(), &mut out);
        out
    }

    fn text(text: &str) -> String {
        let mut out = String::new();
        restorer().text(text, &mut Scratch::default(), &mut out);
        out
    }

    #[test]
    fn words_get_their_letters_back() {
        for (typed, want) in [
            ("ауылымыздын", "ауылымыздың"),
            ("кунделикты", "күнделікті"),
            ("көшемізде", "көшемізде"),
            ("Қашан", "Қашан"),
            ("автобуска", "автобусқа"),
            ("УЙДЕ", "ҮЙДЕ"),
            ("kіm", "kіm"),
            ("кiм", "кім"),
            ("егов-ка", "егов-қа"),
            ("к", "к"),
            ("", ""),
        ] {
            assert_eq!(word(typed), want, "{typed}");
        }
    }

    #[test]
    fn only_kazakh_words_of_a_text_change() {
        assert_eq!(
            text("Бизде жарык жок!!! Позвонил в РЭС, «куте туршы» деди."),
            "Бізде жарық жоқ!!! Позвонил в РЭС, «күте тұршы» деді."
        );
        let russian = "Уже неделю нет воды в доме на улице Абая, трубку никто не берёт";
        assert_eq!(text(russian), russian);
        assert_eq!(text("hello i 5 水 👍"), "hello i 5 水 👍");
    }

    #[test]
    fn a_damaged_file_is_refused() {
        assert!(Restorer::of(b"").is_none());
        assert!(Restorer::of(b"letters1").is_none());
        assert!(Restorer::of(&SHIPPED[..SHIPPED.len() - 1]).is_none());
        assert!(Restorer::of(SHIPPED).is_some());
    }

    /// Checks that spans follow each other and cover the input.
    #[derive(Default)]
    struct Spans {
        at: usize,
        out: String,
    }

    impl Sink for Spans {
        fn keep(&mut self, input: &str, span: Range<usize>) {
            assert_eq!(span.start, self.at);
            self.at = span.end;
            self.out.push_str(&input[span]);
        }

        fn replace(&mut self, span: Range<usize>, with: &str) {
            assert_eq!(span.start, self.at);
            self.at = span.end;
            self.out.push_str(with);
        }
    }

    fn covers(input: &str) {
        let mut scratch = Scratch::default();
        for whole in [false, true] {
            let mut spans = Spans::default();
            if whole {
                restorer().text(input, &mut scratch, &mut spans);
            } else {
                restorer().word(input, &mut scratch, &mut spans);
            }
            assert_eq!(spans.at, input.len());
            assert_eq!(spans.out.chars().count(), input.chars().count());
        }
    }

    proptest! {
        #[test]
        fn every_input_is_covered_letter_by_letter(input in "\\PC*") {
            covers(&input);
        }

        #[test]
        fn so_is_cyrillic_of_any_length(input in "[а-яА-ЯәғқңөұүһіӘҒҚ -iIh]{0,90}") {
            covers(&input);
        }

        #[test]
        fn a_restored_word_stays(input in "[а-яәғқңөұүһі]{2,12}") {
            let once = word(&input);
            for (c, typed) in once.chars().zip(input.chars()) {
                if is_kazakh(super::typed(typed)) {
                    prop_assert_eq!(c, typed);
                }
            }
        }

        #[test]
        fn any_bytes_are_a_model_or_none(mut bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(Restorer::of(&bytes).is_none());
            bytes.splice(0..0, *b"letters1");
            prop_assert!(Restorer::of(&bytes).is_none());
        }
    }
}
