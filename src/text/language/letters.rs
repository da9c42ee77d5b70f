//! Letters as the model sees them: lower case, one number each.

/// The lower-case code point of a letter of Latin or Cyrillic; [`EDGE`] at
/// the ends of a word.
pub type Letter = u16;

/// The edge of a word.
pub const EDGE: Letter = 1;

/// The apostrophe of Latin Kazakh, Uzbek and Ukrainian, however it is typed.
pub const APOSTROPHE: Letter = b'\'' as Letter;

/// The most letters of a word that are looked at, its edges included.
pub const LONGEST_WORD: usize = 40;

const TABLE_END: usize = 0x530;

/// Whether a code point below [`TABLE_END`] is a letter, and its lower case:
/// what `char::to_lowercase` gives, but for `İ`, whose lower case is `i`.
const TABLE: [Letter; TABLE_END] = {
    let mut table = [0; TABLE_END];
    let mut code = 0;
    while code < TABLE_END {
        let c = code as u32;
        let even = c & 1 == 0;
        let lower = match c {
            0x27 | 0x60 | 0xB4 | 0x2BB | 0x2BC => 0x27,
            0x41..=0x5A => c + 32,
            0x61..=0x7A => c,
            0xD7 | 0xF7 => 0,
            0xC0..=0xDE => c + 32,
            0xDF..=0xFF => c,
            0x130 => 0x69,
            0x131 | 0x138 | 0x149 => c,
            0x100..=0x137 | 0x14A..=0x177 if even => c + 1,
            0x139..=0x148 if !even => c + 1,
            0x178 => 0xFF,
            0x179 | 0x17B | 0x17D => c + 1,
            0x18F => 0x259,
            0x1CD..=0x1DC if !even => c + 1,
            0x1E6..=0x1E9 if even => c + 1,
            0x100..=0x24F | 0x259 => c,
            0x400..=0x40F => c + 80,
            0x410..=0x42F => c + 32,
            0x430..=0x45F => c,
            0x482..=0x489 => 0,
            0x4C0 => 0x4CF,
            0x4C1..=0x4CE if !even => c + 1,
            0x4C1..=0x4CF => c,
            0x460..=0x52F if even => c + 1,
            0x460..=0x52F => c,
            _ => 0,
        };
        table[code] = lower as Letter;
        code += 1;
    }
    table
};

/// The letter that `c` is; 0 where it is none of Latin or Cyrillic.
#[inline]
pub fn letter(c: char) -> Letter {
    let code = c as usize;
    if code < TABLE_END {
        return TABLE[code];
    }
    match c {
        '‘' | '’' => APOSTROPHE,
        _ => 0,
    }
}

/// One word at a time, between edges.
#[derive(Debug)]
pub struct Word {
    letters: [Letter; LONGEST_WORD],
    length: usize,
}

impl Word {
    /// No letters yet.
    pub fn new() -> Word {
        Word {
            letters: [EDGE; LONGEST_WORD],
            length: 1,
        }
    }

    /// The letters of a whole `word`, of which those that are none are left out.
    pub fn of(word: &str) -> Word {
        let mut letters = Word::new();
        for c in word.chars() {
            letters.push(letter(c));
        }
        letters
    }

    /// Adds a letter; what is too long is cut off, an apostrophe does not
    /// begin a word.
    #[inline]
    pub fn push(&mut self, letter: Letter) {
        let wanted = letter != 0 && !(letter == APOSTROPHE && self.length == 1);
        if wanted && self.length < LONGEST_WORD - 1 {
            self.letters[self.length] = letter;
            self.length += 1;
        }
    }

    /// The letters between edges, without apostrophes at the end; nothing
    /// where there are none. Begins the next word.
    #[inline]
    pub fn take(&mut self) -> Option<&[Letter]> {
        let mut length = std::mem::replace(&mut self.length, 1);
        while length > 1 && self.letters[length - 1] == APOSTROPHE {
            length -= 1;
        }
        if length == 1 {
            return None;
        }
        self.letters[length] = EDGE;
        Some(&self.letters[..=length])
    }
}

/// Words of so many letters may be cut short by their full stop: `г.`, `көш.`
const LONGEST_ABBREVIATION: usize = 4;

/// Hands every word of `text` to `each`, and whether it is written as a name:
/// a capital, then a small letter, and not after the end of a sentence.
#[inline]
pub fn words(text: &str, mut each: impl FnMut(&[Letter], bool)) {
    let mut word = Word::new();
    // Whether the first two letters are capitals.
    let mut capitals = [false; 2];
    // Whether a sentence has ended since the last word; a text that begins with
    // a name is no rarity.
    let mut begins = false;
    // Whether a full stop that may end a sentence stood right before: after an
    // abbreviation or a number it does not.
    let mut stopped = false;
    for c in text.chars() {
        let letter = letter(c);
        if letter == 0 {
            let mut whole = false;
            if let Some(letters) = word.take() {
                each(letters, !begins && capitals == [true, false]);
                begins = false;
                whole = letters.len() > LONGEST_ABBREVIATION + 2;
            }
            capitals = [false; 2];
            begins |= matches!(c, '!' | '?' | '…' | '\n') || stopped && c.is_whitespace();
            stopped = whole && c == '.';
            continue;
        }
        stopped = false;
        if let Some(capital) = capitals.get_mut(word.length - 1) {
            *capital = u32::from(letter) != u32::from(c);
        }
        word.push(letter);
    }
    if let Some(letters) = word.take() {
        each(letters, !begins && capitals == [true, false]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |letters, _| {
            let inner = &letters[1..letters.len() - 1];
            let spelled = inner.iter().map(|l| char::from_u32(u32::from(*l)));
            all.push(spelled.map(Option::unwrap).collect());
        });
        all
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        for code in 0..TABLE_END as u32 {
            let c = char::from_u32(code).unwrap();
            let known = u32::from(letter(c));
            if known != 0 && c.is_alphabetic() && c != 'İ' && code < 0x180 && known != 0x27 {
                assert_eq!(
                    known,
                    c.to_lowercase().next().unwrap() as u32,
                    "{c} {code:x}"
                );
            }
            if (0x400..0x530).contains(&code) && c.is_alphabetic() {
                assert_eq!(known, c.to_lowercase().next().unwrap() as u32, "{c}");
            }
        }
    }

    #[test]
    fn words_of_a_text() {
        assert_eq!(
            spelled("СУ жоқ! o’zbek, 'ay'yldyn'' 12 水 Ә"),
            ["су", "жоқ", "o'zbek", "ay'yldyn", "ә"]
        );
        assert_eq!(
            spelled(&"я".repeat(100))[0].chars().count(),
            LONGEST_WORD - 2
        );
        assert!(spelled("'' 5 — ").is_empty());
    }
}
