//! Stretched letters: three or more of a letter in a row become one.
//!
//! Both languages double letters («ванна», «ащы су ssuu»), neither trebles them.

use super::{Census, Sink};

/// Whether `text` has a run of three or more of one letter.
pub fn should(text: &str, _census: Census) -> bool {
    runs(text).next().is_some()
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
            if length >= 3 && letter.is_alphabetic() {
                return Some((start, end, letter));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(text: &str) -> String {
        let mut out = String::new();
        apply(text, &mut out);
        out
    }

    #[test]
    fn shortens_stretched_letters() {
        assert_eq!(applied("сууууу жоооқ ооочень"), "су жоқ очень");
    }

    #[test]
    fn leaves_double_letters_digits_and_signs() {
        for text in ["ванна программа", "1000000", "!!!!", "ащы", ""] {
            assert!(!should(text, Census::default()));
            assert_eq!(applied(text), text);
        }
    }
}
