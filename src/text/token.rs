//! Words of a text: the segmentation of Unicode's UAX #29 as
//! `unicode-segmentation` gives it, with a faster route for the characters
//! that Kazakh and Russian appeals are made of.
//!
//! The fast route knows the word-break classes of ASCII, Latin, Cyrillic and
//! common punctuation from a table; a text with any other character takes the
//! general route. Both give the same words (see the property test).

use unicode_segmentation::{UnicodeSegmentation, UnicodeWords};

/// The words of `text`, in order, each a slice of it.
pub fn words(text: &str) -> Words<'_> {
    if is_simple(text) {
        Words::Simple(SimpleWords { text, at: 0 })
    } else {
        Words::General(text.unicode_words())
    }
}

/// Iterator over the words of a text; made by [`words`].
pub enum Words<'t> {
    /// By the table of classes.
    Simple(SimpleWords<'t>),
    /// By `unicode-segmentation`.
    General(UnicodeWords<'t>),
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        match self {
            Words::Simple(words) => words.next(),
            Words::General(words) => words.next(),
        }
    }
}

/// The `Word_Break` property of UAX #29, as far as the fast route needs it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    /// Not in the table: take the general route.
    Unknown,
    /// Breaks on both sides.
    Other,
    Letter,
    Digit,
    /// `MidLetter`: joins letters.
    MidLetter,
    /// `MidNum`: joins digits.
    MidNumber,
    /// `MidNumLet` and `Single_Quote`: joins letters and digits.
    MidBoth,
    /// `ExtendNumLet`: the underscore.
    Connector,
}

const TABLE_END: usize = 0x530;

const TABLE: [Break; TABLE_END] = {
    let mut table = [Break::Unknown; TABLE_END];
    let mut code = 0;
    while code < TABLE_END {
        table[code] = match code as u32 {
            0x30..=0x39 => Break::Digit,
            0x41..=0x5A | 0x61..=0x7A => Break::Letter,
            0x5F => Break::Connector,
            0x27 | 0x2E => Break::MidBoth,
            0x3A => Break::MidLetter,
            0x2C | 0x3B => Break::MidNumber,
            0x00..=0x7F => Break::Other,
            0xA0 | 0xA7 | 0xA9 | 0xAB | 0xAE | 0xB0 | 0xB1 | 0xB4 | 0xBB => Break::Other,
            0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F => Break::Letter,
            0x400..=0x481 | 0x48A..=0x52F => Break::Letter,
            _ => Break::Unknown,
        };
        code += 1;
    }
    table
};

#[inline]
fn class(c: char) -> Break {
    let code = c as usize;
    if code < TABLE_END {
        return TABLE[code];
    }
    match c {
        '‘' | '’' => Break::MidBoth,
        '–' | '—' | '“' | '”' | '„' | '•' | '№' => Break::Other,
        _ => Break::Unknown,
    }
}

fn is_simple(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| class(c) != Break::Unknown)
}

/// Iterator over the words of a text whose characters are all in the table.
pub struct SimpleWords<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for SimpleWords<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        loop {
            let start = self.at;
            let rest = &self.text[start..];
            let mut chars = rest.chars();
            let first = chars.next()?;
            let mut last = class(first);
            let mut end = start + first.len_utf8();
            let mut is_word = matches!(last, Break::Letter | Break::Digit);
            if is_word || last == Break::Connector {
                while let Some(c) = chars.next() {
                    let here = class(c);
                    let joins = match (last, here) {
                        // WB5, WB8-10, WB13a, WB13b
                        (
                            Break::Letter | Break::Digit | Break::Connector,
                            Break::Letter | Break::Digit | Break::Connector,
                        ) => true,
                        // WB6, WB7
                        (Break::Letter, Break::MidLetter | Break::MidBoth) => {
                            chars.clone().next().map(class) == Some(Break::Letter)
                        }
                        // WB11, WB12
                        (Break::Digit, Break::MidNumber | Break::MidBoth) => {
                            chars.clone().next().map(class) == Some(Break::Digit)
                        }
                        (Break::MidLetter | Break::MidNumber | Break::MidBoth, _) => true,
                        _ => false,
                    };
                    if !joins {
                        break;
                    }
                    is_word |= matches!(here, Break::Letter | Break::Digit);
                    last = here;
                    end += c.len_utf8();
                }
            }
            self.at = end;
            if is_word {
                return Some(&self.text[start..end]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simple(text: &str) -> Vec<&str> {
        SimpleWords { text, at: 0 }.collect()
    }

    fn general(text: &str) -> Vec<&str> {
        text.unicode_words().collect()
    }

    /// Every character that the fast route claims to know.
    fn known() -> Vec<char> {
        ('\0'..'\u{3000}')
            .filter(|c| class(*c) != Break::Unknown)
            .collect()
    }

    #[test]
    fn agrees_with_unicode_around_every_known_character() {
        for c in known() {
            for text in [
                format!("{c}"),
                format!("а{c}б"),
                format!("1{c}2"),
                format!("а{c}2"),
                format!("_{c}_"),
                format!("а{c}.б"),
            ] {
                assert_eq!(simple(&text), general(&text), "{text:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn agrees_with_unicode_on_cyrillic_and_latin(
            text in "([а-яА-ЯәғқңөұүһіӘҒҚҢӨҰҮҺІёЁ]|[a-zA-ZáǵńóúýğşöüıÄÖ]|[0-9]|[ .,:;'’_!?\n–—«»№()/-]){0,40}"
        ) {
            prop_assert!(is_simple(&text));
            prop_assert_eq!(simple(&text), general(&text));
        }

        #[test]
        fn any_text_has_the_words_of_unicode(text in "\\PC{0,30}") {
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), general(&text));
        }
    }

    #[test]
    fn words_of_an_appeal() {
        assert_eq!(
            words("су'yq жоқ PHONE 109").collect::<Vec<_>>(),
            ["су'yq", "жоқ", "PHONE", "109"]
        );
    }
}
