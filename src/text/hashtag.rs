//! Hashtags: «#СуЖоқ», «#нет_воды» are split into their words.

use super::{Census, Sink};
use memchr::memchr_iter;

/// Whether `text` may hold a hashtag.
pub fn should(_text: &str, census: Census) -> bool {
    census.has(Census::HASH)
}

/// Writes `text`, in the case it was typed in, with a space for each `#` and
/// between the words of each hashtag.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    for start in memchr_iter(b'#', text.as_bytes()) {
        out.keep(text, kept..start);
        out.replace(start..start + 1, " ");
        kept = start + 1;
        let mut before = ' ';
        let tag = text[kept..]
            .char_indices()
            .take_while(|(_, c)| c.is_alphanumeric() || *c == '_');
        let tag_start = kept;
        for (at, c) in tag {
            let at = tag_start + at;
            if c == '_' {
                out.keep(text, kept..at);
                out.replace(at..at + 1, " ");
                kept = at + 1;
            } else if begins_word(before, c) {
                out.keep(text, kept..at);
                out.replace(at..at, " ");
                kept = at;
            }
            before = c;
        }
    }
    out.keep(text, kept..text.len());
}

/// Whether a word begins between two characters: at «сЖ», «а5» and «5а».
fn begins_word(before: char, c: char) -> bool {
    before.is_lowercase() && c.is_uppercase()
        || before.is_alphabetic() && c.is_numeric()
        || before.is_numeric() && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    #[test]
    fn opens_hashtags() {
        for (from, to) in [
            ("#СуЖоқ!", " Су Жоқ!"),
            ("жол #нет_воды#ЖКХ2024", "жол  нет воды ЖКХ 2024"),
            ("дом #5 # и#", "дом  5   и "),
            ("C#", "C "),
        ] {
            assert_eq!(written(|out| apply(from, out)), to);
        }
    }
}
