//! Stretched letters: three or more of a letter in a row become one.
//!
//! Both languages double letters («ванна», «ащы су ssuu»), neither trebles them.

use super::{Census, Sink, scan};

/// Whether `text` has a run of three or more of one letter.
pub fn should(text: &str, census: Census) -> bool {
    (census.has(Census::FOREIGN) || may_repeat(text.as_bytes())) && runs(text).next().is_some()
}

/// Whether a letter of one or two bytes, or its like, stands three times in a
/// row. Without a branch in its loop, so that it runs on whole registers. Of
/// longer ones, the foreign letters of the census are looked at; `Ⅲ` and the
/// like are not.
fn may_repeat(bytes: &[u8]) -> bool {
    let from = |start: usize| bytes.get(start..).unwrap_or_default().iter();
    let once = from(0).zip(from(1)).zip(from(2));
    let single = once.fold(false, |found, ((a, b), c)| {
        found | (b.is_ascii_alphabetic() & (a == b) & (b == c))
    });
    let pairs = from(0).zip(from(2)).zip(from(4));
    let pairs = pairs.zip(from(1).zip(from(3)).zip(from(5)));
    let double = pairs.fold(false, |found, (((a, c), e), ((b, d), f))| {
        found | ((a == c) & (c == e) & (b == d) & (d == f))
    });
    single | double
}

/// Writes `text` with such runs cut to one letter.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    for (start, end, letter) in runs(text) {
        let first = start + letter.len_utf8();
        out.keep(text, kept..first);
        out.replace(first..end, "");
        kept = end;
    }
    out.keep(text, kept..text.len());
}

/// Runs of three or more of the same letter, as (start, end, letter).
fn runs(text: &str) -> impl Iterator<Item = (usize, usize, char)> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, letter) = chars.next()?;
            let mut length = 1;
            let mut end = start + letter.len_utf8();
            while let Some((at, _)) = chars.next_if(|(_, next)| *next == letter) {
                length += 1;
                end = at + letter.len_utf8();
            }
            if length >= 3 && scan::is_letter(letter) {
                return Some((start, end, letter));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        written(|out| apply(text, out))
    }

    #[test]
    fn shortens_stretched_letters() {
        assert_eq!(applied("сууууу жоооқ ооочень"), "су жоқ очень");
    }

    #[test]
    fn finds_runs_of_any_script() {
        for text in ["aaa", "xооо", "ааа", "қққ", "水水水", "абббб"] {
            assert!(should(text, Census::of(text)), "{text}");
        }
    }

    #[test]
    fn leaves_double_letters_digits_and_signs() {
        for text in ["ванна программа", "1000000", "!!!!", "ащы", ""] {
            assert!(!should(text, Census::of(text)));
            assert_eq!(applied(text), text);
        }
    }
}
