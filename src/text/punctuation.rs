//! Punctuation: everything that is not part of a word becomes one space;
//! question and exclamation marks become the words [`QUESTION`] and
//! [`EXCLAMATION`], since they tell a question from a complaint.

use super::{Census, Sink};

/// Stands for one or more question marks.
pub const QUESTION: &str = "QUESTION";
/// Stands for one or more exclamation marks.
pub const EXCLAMATION: &str = "EXCLAMATION";

/// Whether `text` has anything but letters, digits and single inner spaces.
pub fn should(text: &str, _census: Census) -> bool {
    let mut after_space = true;
    for c in text.chars() {
        let space = c == ' ';
        if space && after_space || !space && !is_word(c) {
            return true;
        }
        after_space = space;
    }
    after_space && !text.is_empty()
}

/// Letters with their marks, and digits.
#[inline]
fn is_word(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\0'..='\u{7F}' => false,
        _ => c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c),
    }
}

const fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='ɏ')
}

/// The apostrophes that the Kazakh Latin alphabet of 2017 puts after letters
/// («s'yg'arma»): part of the word between two Latin letters, written `'`.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | 'ʹ' | '`' | '´')
}

/// Writes the words of `text` with single spaces between them.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut gap = Gap {
        start: 0,
        mark: None,
        after_word: false,
    };
    let mut word_start = None;
    let mut chars = text.char_indices().peekable();
    let mut after_latin = false;
    while let Some((at, c)) = chars.next() {
        if is_word(c) {
            if word_start.is_none() {
                gap.close(at, true, out);
                word_start = Some(at);
            }
            after_latin = is_latin(c);
            continue;
        }
        if let Some(start) = word_start {
            out.keep(text, start..at);
            let end = at + c.len_utf8();
            let before_latin = chars.peek().is_some_and(|(_, next)| is_latin(*next));
            if after_latin && before_latin && is_apostrophe(c) {
                out.replace(at..end, "'");
                word_start = Some(end);
                continue;
            }
            word_start = None;
            gap = Gap {
                start: at,
                mark: None,
                after_word: true,
            };
        }
        match c {
            '?' => gap.mark = Some(QUESTION),
            '!' if gap.mark.is_none() => gap.mark = Some(EXCLAMATION),
            _ => {}
        }
    }
    match word_start {
        Some(start) => out.keep(text, start..text.len()),
        None => gap.close(text.len(), false, out),
    }
}

/// What lies between two words.
struct Gap {
    start: usize,
    mark: Option<&'static str>,
    after_word: bool,
}

impl Gap {
    /// Writes the gap that ends at `end`, where a word may follow.
    fn close(&self, end: usize, before_word: bool, out: &mut impl Sink) {
        let span = self.start..end;
        match (self.after_word, self.mark, before_word) {
            (true, None, true) => out.replace(span, " "),
            (_, None, _) => out.replace(span, ""),
            (after, Some(mark), before) => {
                if after {
                    out.replace(self.start..self.start, " ");
                }
                out.replace(span, mark);
                if before {
                    out.replace(end..end, " ");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        written(|out| apply(text, out))
    }

    #[test]
    fn opens_words_and_keeps_questions() {
        assert_eq!(applied("су жоқ,нет воды.совсем"), "су жоқ нет воды совсем");
        assert_eq!(applied("  қашан?!  (тез)  "), "қашан QUESTION тез");
        assert_eq!(applied("!!!"), "EXCLAMATION");
        assert_eq!(applied("р-н к-сі № 5"), "р н к сі 5");
        assert_eq!(applied("..."), "");
    }

    #[test]
    fn keeps_the_apostrophes_of_latin_kazakh() {
        assert_eq!(
            applied("su'yq ay’yl 'tez' об'єкт"),
            "su'yq ay'yl tez об єкт"
        );
    }

    #[test]
    fn leaves_plain_words() {
        for text in ["су жоқ", "нет воды PHONE", "жоқ", ""] {
            assert!(!should(text, Census::default()));
            assert_eq!(applied(text), text);
        }
    }
}
