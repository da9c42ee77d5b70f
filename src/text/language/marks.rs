//! The fast path: words that their letters alone tell.
//!
//! `ұ` is Kazakh's own, and so is `і` beside another Kazakh letter. Letters that
//! neither Kazakh nor Russian has, in any of their alphabets, mark other
//! languages. Look-alikes of Latin letters (`ѕ`, `ј`) mark nothing.

use super::letters::Letter;

/// Whom the letters of a word speak for, where they tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Kazakh.
    Kazakh,
    /// Neither Kazakh nor Russian.
    Neither,
}

/// Kazakh's own letter.
const OWN: u8 = 1;
/// `і`, which Ukrainian and Belarusian have too.
const DOTTED: u8 = 2;
/// Letters that Kazakh shares with other Turkic languages.
const SHARED: u8 = 4;
/// Letters of neither Kazakh nor Russian.
const FOREIGN: u8 = 8;

const TABLE_END: usize = 0x530;

const TABLE: [u8; TABLE_END] = {
    let mut table = [0; TABLE_END];
    let mut code = 0;
    while code < TABLE_END as u32 {
        table[code as usize] = match char::from_u32(code) {
            Some('ұ') => OWN,
            Some('і') => DOTTED,
            Some('ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ү' | 'һ') => SHARED,
            Some('ё' | 'ѕ' | 'ј' | 'ԁ' | 'ԛ' | 'ԝ') => 0,
            Some('ѐ'..='ԯ') => FOREIGN,
            Some(
                'ə' | 'đ' | 'š' | 'č' | 'ž' | 'ć' | 'ň' | 'ř' | 'ł' | 'ß' | 'å' | 'æ' | 'ø' | 'ě'
                | 'ő' | 'ű' | 'ą' | 'ę' | 'ż' | 'ź' | 'ś' | 'þ' | 'ð',
            ) => FOREIGN,
            _ => 0,
        };
        code += 1;
    }
    table
};

/// Whom the letters of `word` speak for; nobody, for most words.
#[inline]
pub(super) fn told(word: &[Letter]) -> Option<Told> {
    let mark = |letter: &Letter| TABLE.get(usize::from(*letter)).copied().unwrap_or(0);
    let marks = word.iter().fold(0, |marks, letter| marks | mark(letter));
    match () {
        () if marks & FOREIGN != 0 => Some(Told::Neither),
        () if marks & OWN != 0 || marks & (DOTTED | SHARED) == DOTTED | SHARED => {
            Some(Told::Kazakh)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::letters::Word;

    #[test]
    fn by_letters_alone() {
        for (word, want) in [
            ("құжат", Some(Told::Kazakh)),
            ("өтініш", Some(Told::Kazakh)),
            ("қала", None),
            ("вода", None),
            ("aýyl", None),
            ("вже", None),
            ("їхати", Some(Told::Neither)),
            ("һыуҙар", Some(Told::Neither)),
            ("məktəb", Some(Told::Neither)),
            ("ѕу", None),
        ] {
            assert_eq!(told(Word::of(word).take().unwrap()), want, "{word}");
        }
    }
}
