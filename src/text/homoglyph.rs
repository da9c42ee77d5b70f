//! Look-alikes: letters of another script, and digits, inside a word.
//!
//! A word in two scripts is put into the one that most of its letters have,
//! or, where the others have no look-alike there, into the other one: «воdа»
//! has no way back, «вoдa» and «coceдкa» have. A short word of Latin
//! look-alikes alone («HET», «cop») follows a text that is mostly Cyrillic. A
//! digit between letters is the letter it looks like («в0да»).

use super::{Census, Sink, scan};
use std::ops::Range;

/// Whether `text` may hold a word in two scripts.
pub fn should(text: &str, census: Census) -> bool {
    census.has(Census::CYRILLIC)
        && (census.has(Census::LATIN.or(Census::FOREIGN))
            || census.has(Census::DIGIT) && may_touch(text.as_bytes()))
}

/// Whether a digit stands where a letter could: between two of them, or, a
/// zero, at the end of a word. Without a branch in its loop.
fn may_touch(bytes: &[u8]) -> bool {
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    let hit = |before: u8, here: u8, after: u8| {
        let (before_letter, after_letter) = (before >= 0x80, after >= 0xD0);
        let first = after_letter & !digit(before);
        let last = before_letter & !digit(after);
        digit(here) & (before_letter & after_letter | (here == b'0') & (first | last))
    };
    let from = |start: usize| bytes.get(start..).unwrap_or_default().iter();
    let triples = from(0).zip(from(1)).zip(from(2));
    let inside = triples.fold(false, |found, ((a, b), c)| found | hit(*a, *b, *c));
    let ends = match bytes {
        [first, second, .., before, last] => hit(b' ', *first, *second) | hit(*before, *last, b' '),
        _ => true,
    };
    inside | ends
}

/// Writes `text` with the words of two scripts put into one.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut balance = None;
    let mut kept = 0;
    let mut from = 0;
    for found in scan::hits(text.as_bytes(), may_mix) {
        if found < from {
            continue;
        }
        let Range { start, end } = word_around(text, from, found);
        from = end;
        let word = &text[start..end];
        let mut kinds = Kinds::default();
        word.chars().for_each(|c| kinds.count(c));
        if is_address(text, start, end) {
            continue;
        }
        let into = kinds.target(word, || *balance.get_or_insert_with(|| is_cyrillic(text)));
        let Some(into) = into else { continue };
        let mut before = None;
        let mut letters = [0; 4];
        for (at, c) in word.char_indices() {
            let after = &word[at + c.len_utf8()..];
            if let Some(other) = into.letter(c, before, after) {
                out.keep(text, kept..start + at);
                kept = start + at + c.len_utf8();
                out.replace(start + at..kept, other.encode_utf8(&mut letters));
            }
            before = Some(c);
        }
    }
    out.keep(text, kept..text.len());
}

/// Whether, at these two bytes, a Latin or Greek letter begins, or a digit
/// touches a letter.
#[inline]
fn may_mix(a: u8, b: u8) -> bool {
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    ((a | 0x20).wrapping_sub(b'a') < 26)
        | (0xC3..0xD0).contains(&a)
        | (digit(a) & (b >= 0xD0))
        | ((a >= 0x80) & digit(b))
}

/// The word, or the one character that is of none, that the byte at `found` or
/// the one after it begins or belongs to; no part of it lies before `from`.
fn word_around(text: &str, from: usize, found: usize) -> Range<usize> {
    // A letter of several bytes may end at `found`, before a digit.
    let anchor = found + usize::from(!text.is_char_boundary(found));
    let in_word = |c: &char| Kind::of(*c) != Kind::None;
    let length = |c: char| c.len_utf8();
    let before = text[from..anchor].chars().rev().take_while(in_word);
    let after = text[anchor..].chars().take_while(in_word);
    let start = anchor - before.map(length).sum::<usize>();
    let end = anchor + after.map(length).sum::<usize>();
    // What looks like no letter belongs to no word. Where it stands after one,
    // that is of one script, and nothing is done to it.
    let first = text[anchor..].chars().next().map_or(0, char::len_utf8);
    start..end.max(anchor + first)
}

/// Whether Cyrillic is what the text is written in, look-alikes allowed for.
fn is_cyrillic(text: &str) -> bool {
    let (mut cyrillic, mut latin) = (0, 0);
    for byte in text.bytes() {
        cyrillic += usize::from((0xD0..=0xD3).contains(&byte));
        latin += usize::from(byte.is_ascii_alphabetic());
    }
    cyrillic * 2 > latin
}

/// Whether the word between two bytes is part of a link, an e-mail or a mention.
fn is_address(text: &str, start: usize, end: usize) -> bool {
    let joint = |c: char| matches!(c, '@' | '/' | '_');
    text[..start].ends_with(joint) || text[end..].starts_with(joint)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Not part of a word.
    None,
    Cyrillic,
    Latin,
    Digit,
}

impl Kind {
    #[inline]
    fn of(c: char) -> Kind {
        match c {
            'Ѐ'..='ԯ' => Kind::Cyrillic,
            'a'..='z' | 'A'..='Z' => Kind::Latin,
            '0'..='9' => Kind::Digit,
            '\0'..='\u{BF}' => Kind::None,
            'À'..='ɏ' | 'ə' | 'ɵ' => Kind::Latin,
            // Greek capitals and omicron have only ever been put there as look-alikes.
            'Α' | 'Β' | 'Ε' | 'Η' | 'Ι' | 'Κ' | 'Μ' | 'Ν' | 'Ο' | 'Ρ' | 'Τ' | 'Χ' | 'ο' | 'ρ' => {
                Kind::Latin
            }
            _ => Kind::None,
        }
    }
}

/// What a word is made of.
#[derive(Default)]
struct Kinds {
    cyrillic: u32,
    latin: u32,
    digits: u32,
}

impl Kinds {
    #[inline]
    fn count(&mut self, c: char) {
        match Kind::of(c) {
            Kind::None => {}
            Kind::Cyrillic => self.cyrillic += 1,
            Kind::Latin => self.latin += 1,
            Kind::Digit => self.digits += 1,
        }
    }

    /// The script to put `word` into, if anything is to be done.
    fn target(&self, word: &str, cyrillic_text: impl FnOnce() -> bool) -> Option<Home> {
        let to_cyrillic = || {
            word.chars()
                .all(|c| Kind::of(c) != Kind::Latin || cyrillic(c).is_some())
        };
        let to_latin = || {
            word.chars()
                .all(|c| Kind::of(c) != Kind::Cyrillic || latin(c).is_some())
        };
        match (self.cyrillic, self.latin, self.digits) {
            (1.., 1.., _) if self.cyrillic >= self.latin => match () {
                () if to_cyrillic() => Some(Home::Cyrillic),
                () if to_latin() => Some(Home::Latin),
                () => None,
            },
            (1.., 1.., _) => match () {
                () if to_latin() => Some(Home::Latin),
                () if to_cyrillic() => Some(Home::Cyrillic),
                () => None,
            },
            (0, 1.., 0) if word.chars().all(is_twin) && cyrillic_text() => Some(Home::Cyrillic),
            // Of two digits in a word one is a house or a flat, unless both are 0.
            (2.., 0, 1) => Some(Home::Cyrillic),
            (2.., 0, 2..) if !word.contains(|c| matches!(c, '1'..='9')) => Some(Home::Cyrillic),
            _ => None,
        }
    }
}

/// The script that a word is put into.
#[derive(Clone, Copy)]
enum Home {
    Cyrillic,
    Latin,
}

impl Home {
    /// What `c` becomes, between the character before and the rest of the word.
    fn letter(self, c: char, before: Option<char>, after: &str) -> Option<char> {
        match (self, Kind::of(c)) {
            (Home::Cyrillic, Kind::Latin) => cyrillic(c),
            (Home::Latin, Kind::Cyrillic) => latin(c),
            (Home::Cyrillic, Kind::Digit) => {
                let is_letter = |c| !matches!(Kind::of(c), Kind::Digit | Kind::None);
                let beside = before.is_none_or(is_letter) && !after.starts_with(|c| !is_letter(c));
                let inside = before.is_some() && after.chars().nth(1).is_some();
                match c {
                    '0' if beside => Some('о'),
                    '3' if beside && inside => Some('з'),
                    '4' if beside && inside => Some('ч'),
                    '6' if beside && inside => Some('б'),
                    '1' if beside && inside => Some('і'),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Whether a Latin letter and its Cyrillic look-alike are the same to the eye.
const fn is_twin(c: char) -> bool {
    !matches!(c, 'k' | 'm' | 't' | 'b') && cyrillic(c).is_some()
}

/// The Cyrillic letter that a Latin (or Greek) one looks like.
const fn cyrillic(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' | 'ο' => 'о',
        'p' | 'ρ' => 'р',
        'x' => 'х',
        'y' => 'у',
        'i' => 'і',
        'h' => 'һ',
        'k' => 'к',
        'm' => 'м',
        't' => 'т',
        'b' => 'ь',
        'ë' => 'ё',
        'ə' => 'ә',
        'ɵ' => 'ө',
        'A' | 'Α' => 'А',
        'B' | 'Β' => 'В',
        'C' => 'С',
        'E' | 'Ε' => 'Е',
        'H' | 'Η' => 'Н',
        'I' | 'Ι' => 'І',
        'K' | 'Κ' => 'К',
        'M' | 'Μ' => 'М',
        'O' | 'Ο' => 'О',
        'P' | 'Ρ' => 'Р',
        'T' | 'Τ' => 'Т',
        'X' | 'Χ' => 'Х',
        'Y' => 'У',
        'Ə' => 'Ә',
        'Ɵ' => 'Ө',
        _ => return None,
    })
}

/// The Latin letter that a Cyrillic one looks like.
const fn latin(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        'у' => 'y',
        'і' => 'i',
        'һ' => 'h',
        'ѕ' => 's',
        'ј' => 'j',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'Ѕ' => 'S',
        'Ј' => 'J',
        _ => return None,
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
    fn a_word_is_put_into_one_script() {
        for (from, to) in [
            ("вoдa, coceдкa, Boды", "вода, соседка, Воды"),
            ("кiм, жəне, Тұрғын үй", "кім, және, Тұрғын үй"),
            ("aуыл cу жоқ", "ауыл су жоқ"),
            ("HET воды c утра в доме", "НЕТ воды с утра в доме"),
            ("в0д0пр0в0д", "водопровод"),
            ("joq, sу, auуl", "joq, sy, auyl"),
            (
                "в0да, ка3ахстан, 0чень, про4итать",
                "вода, казахстан, очень, прочитать",
            ),
        ] {
            assert_eq!(applied(from), to);
        }
    }

    #[test]
    fn leaves_what_is_meant() {
        for text in [
            "вода joq WhatsApp",
            "сайт @coco, t.me/hoax, kom@hot.kz",
            "атам mama kim",
            "egovта ақпарат жоқ, SMSпен",
            "дом 5а, 10ға, 3х комнатная, 5этажный, кв3, дом4б",
            "су жоқ",
            "eye cop, hello ",
            "水 5",
        ] {
            assert_eq!(applied(text), text);
        }
    }
}
