//! Punctuation: everything that is not part of a word becomes one space;
//! question and exclamation marks become the words [`QUESTION`] and
//! [`EXCLAMATION`], since they tell a question from a complaint.

use super::{Census, Sink};
use std::ops::Range;

/// Stands for one or more question marks.
pub const QUESTION: &str = "QUESTION";
/// Stands for one or more exclamation marks.
pub const EXCLAMATION: &str = "EXCLAMATION";

/// Whether `text` has anything but letters, digits and single inner spaces.
pub fn should(text: &str, _census: Census) -> bool {
    words_end(text, 0) < text.len()
}

/// Where the words that follow one another from `from` on, with single spaces
/// between them, end.
fn words_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let start = at;
        at = word_end(text, at);
        // A space belongs to them where words stand on both sides of it.
        let goes_on =
            at > start && bytes.get(at) == Some(&b' ') && text[at + 1..].starts_with(is_word);
        if !goes_on {
            return at;
        }
        at += 1;
    }
}

/// The end of the word that goes on at `at`.
#[inline]
fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        while bytes.get(at).is_some_and(|b| IN_WORD[usize::from(*b)]) {
            at += 1;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if is_word(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// The bytes of ASCII letters and digits and of Cyrillic letters but for the
/// block of U+0480, where signs stand among the letters.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric()
            || matches!(byte, 0x80..=0xBF | 0xD0 | 0xD1 | 0xD3);
        byte += 1;
    }
    table
};

/// Letters with their marks, and digits.
#[inline]
fn is_word(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\0'..='\u{7F}' => false,
        _ => c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c),
    }
}

/// Writes the words of `text` with single spaces between them.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut at = 0;
    while at < text.len() {
        let (end, mark) = gap_end(text, at);
        write_gap(at..end, mark, at > 0, end < text.len(), out);
        at = words_end(text, end);
        out.keep(text, end..at);
    }
}

/// Where the next word begins, and the mark that stands before it.
fn gap_end(text: &str, from: usize) -> (usize, Option<&'static str>) {
    let mut mark = None;
    for (at, c) in text[from..].char_indices() {
        match c {
            c if is_word(c) => return (from + at, mark),
            '?' => mark = Some(QUESTION),
            '!' if mark.is_none() => mark = Some(EXCLAMATION),
            _ => {}
        }
    }
    (text.len(), mark)
}

/// Writes what becomes of the gap `span` between two words, or at an end of
/// the text, where none stands before or after it.
fn write_gap(
    span: Range<usize>,
    mark: Option<&str>,
    after_word: bool,
    before_word: bool,
    out: &mut impl Sink,
) {
    let Range { start, end } = span;
    match mark {
        None if after_word && before_word => out.replace(span, " "),
        None => out.replace(span, ""),
        Some(mark) => {
            if after_word {
                out.replace(start..start, " ");
            }
            out.replace(span, mark);
            if before_word {
                out.replace(end..end, " ");
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
    fn leaves_plain_words() {
        for text in ["су жоқ", "нет воды PHONE", "жоқ", ""] {
            assert!(!should(text, Census::default()));
            assert_eq!(applied(text), text);
        }
    }
}
