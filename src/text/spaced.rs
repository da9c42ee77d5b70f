//! Spaced-out words: «н е т  в о д ы», «с.у ж.о.қ» are put together.

use super::{Census, Sink, scan};

/// How many single letters in a row can only be a spaced-out word.
const ENOUGH: usize = 4;

/// Whether `text` may have three single letters in a row.
pub fn should(text: &str, _census: Census) -> bool {
    let bytes = text.as_bytes();
    may_space(bytes, 2, |b| b >= 0xC3)
        || may_space(bytes, 1, |b| (b | 0x20).wrapping_sub(b'a') < 26)
}

/// Whether three letters of `width` bytes, told by their first bytes, stand
/// with one and the same separator between them, and nothing is joined to the
/// last. Without a branch in its loop.
#[inline(always)]
fn may_space(bytes: &[u8], width: usize, is_letter: impl Fn(u8) -> bool) -> bool {
    let last = 2 * width + 2;
    let Some(count) = bytes.len().checked_sub(last + width) else {
        return false;
    };
    let from = |start: usize| &bytes[start..][..count];
    let (a, s, b, t) = (from(0), from(width), from(width + 1), from(2 * width + 1));
    let (c, after) = (from(last), from(last + width));
    let mut found = false;
    for at in 0..count {
        let letters = is_letter(a[at]) & is_letter(b[at]) & is_letter(c[at]);
        let same = (s[at] == t[at]) & is_separator(s[at]);
        found |= letters & same & !is_letter(after[at]);
    }
    // The last letter may end the text.
    found || is_separator(bytes[count + width]) && is_letter(bytes[count + last])
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
