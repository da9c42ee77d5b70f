//! Spaced-out words: «н е т  в о д ы», «с.у ж.о.қ» are put together.

use super::{Census, Sink, scan};

/// How many single letters in a row can only be a spaced-out word.
const ENOUGH: usize = 4;

/// Whether `text` may have three single letters in a row.
pub fn should(text: &str, census: Census) -> bool {
    let bytes = text.as_bytes();
    census.has(Census::CYRILLIC) && next(bytes, 0, 2, is_long).is_some()
        || census.has(Census::LATIN) && next(bytes, 0, 1, is_ascii).is_some()
}

/// Whether the byte begins a letter of two bytes.
#[inline]
const fn is_long(byte: u8) -> bool {
    byte >= 0xC3
}

/// Whether the byte is a letter.
#[inline]
const fn is_ascii(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26
}

/// Where, from `from` on, three letters of `width` bytes, told by their first
/// bytes, stand with one and the same separator between them, and nothing is
/// joined to the last.
#[inline]
fn next(bytes: &[u8], from: usize, width: usize, is_letter: impl Fn(u8) -> bool) -> Option<usize> {
    let offsets = [
        0,
        width,
        width + 1,
        2 * width + 1,
        2 * width + 2,
        3 * width + 2,
    ];
    let hit = |[a, s, b, t, c, after]: [u8; 6]| {
        let letters = is_letter(a) & is_letter(b) & is_letter(c);
        letters & (s == t) & is_separator(s) & !is_letter(after)
    };
    scan::Hits::new(bytes, from, offsets, hit).next()
}

#[inline]
const fn is_separator(byte: u8) -> bool {
    (byte == b' ') | (byte == b'.') | (byte == b'-') | (byte == b'_') | (byte == b'*')
}

/// Writes `text` with spaced-out words put together.
pub fn apply(text: &str, out: &mut impl Sink) {
    let bytes = text.as_bytes();
    let mut kept = 0;
    let mut at = 0;
    let mut ahead = [Some(0); 2];
    while let Some(start) = first_from(bytes, at, &mut ahead) {
        let joined = text[..start].ends_with(scan::is_letter_or_digit);
        let run = if joined {
            None
        } else {
            Run::at(&text[start..])
        };
        let Some(Run { length }) = run else {
            at = start + 1;
            continue;
        };
        let mut letter = start;
        at = start + length;
        for c in text[start..at].chars().step_by(2) {
            let end = letter + c.len_utf8();
            out.keep(text, kept..end);
            letter = end + 1;
            if letter < at {
                out.replace(end..letter, "");
            }
            kept = letter.min(at);
        }
    }
    out.keep(text, kept..text.len());
}

/// Where, from `from` on, three single letters first stand in a row; `ahead`
/// remembers what was found of each width.
fn first_from(bytes: &[u8], from: usize, ahead: &mut [Option<usize>; 2]) -> Option<usize> {
    let [long, ascii] = ahead;
    if long.is_some_and(|at| at <= from) {
        *long = next(bytes, from, 2, is_long);
    }
    if ascii.is_some_and(|at| at <= from) {
        *ascii = next(bytes, from, 1, is_ascii);
    }
    long.iter().chain(ascii.iter()).min().copied()
}

/// Single letters with one and the same separator between them.
struct Run {
    /// In bytes, from the first letter to the last.
    length: usize,
}

impl Run {
    /// The run at the head of `text`, if it can only be a spaced-out word.
    fn at(text: &str) -> Option<Run> {
        let mut chars = text.char_indices();
        let (_, first) = chars.next()?;
        if !scan::is_letter(first) {
            return None;
        }
        let mut length = first.len_utf8();
        let mut letters = 1;
        let mut words = usize::from(is_word(first));
        let mut separator = None;
        loop {
            let mut ahead = chars.clone();
            let Some((_, between)) = ahead.next() else {
                break;
            };
            let Some((at, letter)) = ahead.next() else {
                break;
            };
            let same = separator.is_none_or(|s| s == between);
            let single = !ahead
                .next()
                .is_some_and(|(_, c)| scan::is_letter_or_digit(c));
            let parts = u8::try_from(between).is_ok_and(is_separator);
            if !(same && single && parts && scan::is_letter(letter)) {
                break;
            }
            separator = Some(between);
            letters += 1;
            words += usize::from(is_word(letter));
            length = at + letter.len_utf8();
            chars.next();
            chars.next();
        }
        // «а в и» are three words, «н е т» is one.
        (letters >= ENOUGH || letters == 3 && words < 2).then_some(Run { length })
    }
}

/// Whether the letter is a word by itself in Russian.
fn is_word(letter: char) -> bool {
    "авикосуяАВИКОСУЯ".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    #[test]
    fn puts_words_together() {
        for (from, to) in [
            ("н е т  в о д ы", "нет  воды"),
            ("Ж-О-Қ! к.ө.м.е.к", "ЖОҚ! көмек"),
            ("s u z h o q", "suzhoq"),
            ("у нас С В Е Т нет", "у нас СВЕТ нет"),
        ] {
            assert!(should(from, Census::of(from)));
            assert_eq!(written(|out| apply(from, out)), to);
        }
    }

    #[test]
    fn leaves_initials_and_little_words() {
        for text in [
            "а в и без",
            "г. Алматы, т.е. и т.д.",
            "А.Б. Исаев",
            "дом 5 а, к 2",
            "су жоқ",
            "и в с",
        ] {
            assert_eq!(written(|out| apply(text, out)), text);
        }
    }
}
