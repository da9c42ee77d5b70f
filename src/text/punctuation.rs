//! Punctuation: everything that is not part of a word becomes one space;
//! question and exclamation marks become the words [`QUESTION`] and
//! [`EXCLAMATION`], since they tell a question from a complaint.

use super::{Census, Sink, scan};
use std::ops::Range;

/// Stands for one or more question marks.
pub const QUESTION: &str = "QUESTION";
/// Stands for one or more exclamation marks.
pub const EXCLAMATION: &str = "EXCLAMATION";

/// Whether `text` has anything but letters, digits and single inner spaces.
pub fn should(text: &str, _census: Census) -> bool {
    next_gap(text, &mut scan::hits(text.as_bytes(), stops), 0).is_some()
}

/// Where the words that follow one another from `from` on, with single spaces
/// between them, end before the end of the text. Takes from `stops` what lies
/// before.
fn next_gap(text: &str, stops: &mut impl Iterator<Item = usize>, from: usize) -> Option<usize> {
    // To `stops` it is a space before a word.
    if from == 0 && text.starts_with(' ') {
        return Some(0);
    }
    stops.find(|stop| {
        if *stop < from {
            return false;
        }
        let byte = text.as_bytes()[*stop];
        if byte.is_ascii() && byte != b' ' {
            return true;
        }
        let mut rest = text[*stop..].chars();
        match (rest.next(), rest.next()) {
            (Some(c), _) if is_word(c) => false,
            // A space belongs to them where words stand on both sides of it.
            (Some(' '), Some(c)) => *stop == from || !is_word(c),
            _ => true,
        }
    })
}

/// Whether two bytes are not of a word that goes on, nor of a space before
/// one. Letters and digits of ASCII and Cyrillic letters are known here, others
/// are looked at; so is the block of U+0480, where signs stand among letters.
#[inline]
fn stops(a: u8, b: u8) -> bool {
    let latin = (a | 0x20).wrapping_sub(b'a') < 26;
    let digit = a.wrapping_sub(b'0') < 10;
    let cyrillic = (0x80..0xC0).contains(&a) | (0xD0..=0xD3).contains(&a);
    let sign = (a == 0xD2) & (b < 0x8A);
    let before = ((b | 0x20).wrapping_sub(b'a') < 26) | (b == 0xD0) | (b == 0xD1) | (b == 0xD3);
    let space = (a == b' ') & before;
    !(latin | digit | cyrillic | space) | sign
}

/// Letters with their marks, and digits.
#[inline]
fn is_word(c: char) -> bool {
    scan::is_letter_or_digit(c) || ('\u{300}'..='\u{36F}').contains(&c)
}

/// Writes the words of `text` with single spaces between them.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut stops = scan::hits(text.as_bytes(), stops);
    let mut at = 0;
    while let Some(start) = next_gap(text, &mut stops, at) {
        out.keep(text, at..start);
        let (end, mark) = gap_end(text, start);
        write_gap(start..end, mark, start > 0, end < text.len(), out);
        at = end;
    }
    out.keep(text, at..text.len());
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
