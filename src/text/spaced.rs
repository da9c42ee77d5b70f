//! Spaced-out words: «н е т  в о д ы», «с.у ж.о.қ» are put together.

use super::{Census, Sink};

/// How many single letters in a row can only be a spaced-out word.
const ENOUGH: usize = 4;

/// Whether `text` may have three single letters in a row. Without a branch in
/// its loop.
pub fn should(text: &str, _census: Census) -> bool {
    let bytes = text.as_bytes();
    let from = |start: usize| bytes.get(start..).unwrap_or_default().iter();
    let double = from(0).zip(from(2)).zip(from(3)).zip(from(5).zip(from(6)));
    let double = double.fold(false, |found, (((a, s), b), (t, c))| {
        found | ((*a >= 0xC3) & (*b >= 0xC3) & (*c >= 0xC3) & (s == t) & is_separator(*s))
    });
    let single = from(0).zip(from(1)).zip(from(2)).zip(from(3).zip(from(4)));
    double
        || single.fold(false, |found, (((a, s), b), (t, c))| {
            let letters =
                a.is_ascii_alphabetic() & b.is_ascii_alphabetic() & c.is_ascii_alphabetic();
            found | (letters & (s == t) & is_separator(*s))
        })
}

/// Without a branch, for [`should`].
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
        let run = if after_word {
            None
        } else {
            Run::at(&text[at..])
        };
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
        after_word = c.is_alphanumeric();
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
        if !first.is_alphabetic() {
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
            let single = !ahead.next().is_some_and(|(_, c)| c.is_alphanumeric());
            let parts = u8::try_from(between).is_ok_and(is_separator);
            if !(same && single && parts && letter.is_alphabetic()) {
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
