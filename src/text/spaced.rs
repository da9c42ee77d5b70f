//! Spaced-out words: «н е т  в о д ы», «с.у ж.о.қ» are put together.

use super::{Census, Sink, scan};

/// How many single letters in a row can only be a spaced-out word.
const ENOUGH: usize = 4;

/// Whether `text` has a spaced-out word.
pub fn should(text: &str, census: Census) -> bool {
    let bytes = text.as_bytes();
    let run = |start: usize| {
        let joined = text[..start].ends_with(scan::is_letter_or_digit);
        !joined && Run::at(&text[start..]).is_some()
    };
    let letters = census.has(Census::CYRILLIC.or(Census::LATIN));
    letters && triples(bytes, 2, |byte| (0xC3..0xE0).contains(&byte)).any(run)
        || census.has(Census::LATIN)
            && triples(bytes, 1, |byte| (byte | 0x20).wrapping_sub(b'a') < 26).any(run)
}

/// Where three letters of `width` bytes, told by their first bytes, stand with
/// one and the same separator between them, and nothing is joined to the last:
/// a run of single letters has three of one width.
#[inline]
fn triples<'b>(
    bytes: &'b [u8],
    width: usize,
    is_letter: impl Fn(u8) -> bool + 'b,
) -> impl Iterator<Item = usize> + 'b {
    let offsets = [
        0,
        width,
        width + 1,
        2 * width + 1,
        2 * width + 2,
        3 * width + 2,
    ];
    scan::Hits::new(bytes, 0, offsets, move |[a, s, b, t, c, after]: [u8; 6]| {
        let letters = is_letter(a) & is_letter(b) & is_letter(c);
        letters & (s == t) & is_separator(s) & !is_letter(after)
    })
}

#[inline]
const fn is_separator(byte: u8) -> bool {
    (byte == b' ') | (byte == b'.') | (byte == b'-') | (byte == b'_') | (byte == b'*')
}

/// Writes `text` with spaced-out words put together.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    let mut at = 0;
    let mut after_word = false;
    while let Some(c) = text[at..].chars().next() {
        let next = text.as_bytes().get(at + c.len_utf8());
        let alone = !after_word && next.is_some_and(|byte| is_separator(*byte));
        let run = if alone { Run::at(&text[at..]) } else { None };
        if let Some(run) = run {
            let mut letter = at;
            for c in text[at..at + run.length].chars().step_by(2) {
                out.keep(text, kept..letter + c.len_utf8());
                letter += c.len_utf8();
                kept = letter;
                letter += 1;
                if letter <= at + run.length {
                    out.replace(kept..letter, "");
                    kept = letter;
                }
            }
            at += run.length;
            after_word = true;
            continue;
        }
        after_word = scan::is_letter_or_digit(c);
        at += c.len_utf8();
    }
    out.keep(text, kept..text.len());
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
            ("k ó m e k", "kómek"),
            ("o т к л ю ч и л и", "oтключили"),
            ("н е т… в о д ы", "нет… воды"),
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
