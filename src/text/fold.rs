//! The folded spelling: a skeleton in which the ways of typing one word meet.
//!
//! Kazakh letters fold to what a Russian keyboard gives (`қ`→`к`, `ә`→`а`,
//! `і`→`и` …), Latin letters of the alphabets in use and of messengers to
//! Cyrillic (`sh`→`ш`, `ǵ`→`г`, `ý`→`у` …), and what those alphabets cannot
//! tell apart folds together (`й`, `ы`, `і`, `и`; `щ`, `ш`; `ц`, `тс`; `ю`,
//! `иу`; the signs `ъ`, `ь` go). The folded spelling stands beside the true
//! one, never instead of it.
//!
//! A folded letter is a [`Code`] of six bits, so that an n-gram of up to eight
//! letters is one number with bits to spare.

/// A letter of the folded alphabet: 1 to 62. 0 is none, 63 the edge of a word.
pub type Code = u8;

/// The edge of a word in character n-grams.
pub const EDGE: Code = 63;

/// The letters of the folded alphabet, by code less one.
const ALPHABET: [char; 33] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т', 'у',
    'ф', 'х', 'ч', 'ш', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// The first of the codes that letters of other scripts share.
const FIRST_FOREIGN: Code = 34;
const FOREIGN_CODES: u32 = (EDGE - FIRST_FOREIGN) as u32;

pub(crate) const fn code_of(letter: char) -> Code {
    let mut code = 0;
    while code < ALPHABET.len() {
        if ALPHABET[code] as u32 == letter as u32 {
            return code as Code + 1;
        }
        code += 1;
    }
    0
}

const A: Code = code_of('а');
const G: Code = code_of('г');
const E: Code = code_of('е');
const ZH: Code = code_of('ж');
const I: Code = code_of('и');
const K: Code = code_of('к');
const N: Code = code_of('н');
const O: Code = code_of('о');
const S: Code = code_of('с');
const T: Code = code_of('т');
const U: Code = code_of('у');
const X: Code = code_of('х');
const CH: Code = code_of('ч');
const SH: Code = code_of('ш');
const Z: Code = code_of('з');

/// The code of one character that stands for one letter; 0 where it stands
/// for none or for two.
const fn single(c: char) -> Code {
    match c {
        'ә' | 'á' | 'ä' | 'a' | 'ǎ' => A,
        'ғ' | 'ǵ' | 'ğ' | 'g' => G,
        'ё' | 'э' | 'e' | 'é' | 'є' => E,
        'j' => ZH,
        'й' | 'ы' | 'і' | 'ї' | 'i' | 'í' | 'ı' | 'y' | 'ï' => I,
        'қ' | 'q' | 'k' => K,
        'ң' | 'ń' | 'ñ' | 'n' => N,
        'ө' | 'ó' | 'ö' | 'o' => O,
        's' | 'ѕ' => S,
        'ұ' | 'ү' | 'ў' | 'ú' | 'ü' | 'ū' | 'ý' | 'u' | 'w' => U,
        'һ' | 'h' | 'x' => X,
        'c' => K,
        'ç' => CH,
        'щ' | 'ş' => SH,
        'z' => Z,
        'b' => code_of('б'),
        'v' => code_of('в'),
        'd' => code_of('д'),
        'l' => code_of('л'),
        'm' => code_of('м'),
        'p' => code_of('п'),
        'r' => code_of('р'),
        't' => T,
        'f' => code_of('ф'),
        'ґ' => G,
        _ => code_of(c),
    }
}

/// Codes of the characters below U+0530, so that the hot path looks them up.
const TABLE: [Code; 0x530] = {
    let mut table = [0; 0x530];
    let mut code = 0u32;
    while code < 0x530 {
        if let Some(c) = char::from_u32(code) {
            table[code as usize] = single(c);
        }
        code += 1;
    }
    table
};

/// Folds one lower-case `word` onto the end of `codes`.
///
/// Returns whether the folded spelling tells everything that the true one
/// does, that is, whether no letter was changed.
pub fn fold(word: &str, codes: &mut Vec<Code>) -> bool {
    let start = codes.len();
    let mut faithful = true;
    for c in word.chars() {
        let plain = matches!(c, 'а'..='и' | 'к'..='х' | 'ч' | 'ш' | '0'..='9');
        faithful &= plain;
        let code = TABLE.get(c as usize).copied().unwrap_or(0);
        if code != 0 {
            push(codes, start, c, code);
            continue;
        }
        match c {
            'ц' => codes.extend([T, S]),
            'ю' => codes.extend([I, U]),
            'я' => codes.extend([I, A]),
            'ъ' | 'ь' => {}
            _ => codes.push(FIRST_FOREIGN + (c as u32 % FOREIGN_CODES) as Code),
        }
    }
    faithful
}

/// Pushes a letter, or lets it make one letter of two with the one before it:
/// the digraphs `sh`, `ch`, `zh`, `kh`, `gh`.
#[inline]
fn push(codes: &mut Vec<Code>, start: usize, c: char, code: Code) {
    if c != 'h' || codes.len() == start {
        codes.push(code);
        return;
    }
    let end = codes.len() - 1;
    let last = codes[end];
    let joined = match last {
        S => SH,
        K => X,
        Z => ZH,
        G => G,
        _ => {
            codes.push(code);
            return;
        }
    };
    codes[end] = joined;
}

/// The letters of `codes`, for people and for the subword trainer.
///
/// Letters of other scripts, which share codes, are written `?`.
#[must_use]
pub fn spell(codes: &[Code]) -> String {
    codes.iter().copied().map(letter).collect()
}

/// The letter of one code; `?` for those of other scripts.
#[must_use]
pub fn letter(code: Code) -> char {
    let letter = ALPHABET.get(usize::from(code).wrapping_sub(1));
    letter.copied().unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        let mut codes = Vec::new();
        fold(word, &mut codes);
        spell(&codes)
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for ways in [
            &["қашан", "кашан", "qashan", "qaşan", "kashan"][..],
            &["жоқ", "жок", "joq", "zhok", "zhoq"],
            &["үй", "уй", "úı", "üy", "uy", "ui"],
            &["ауылдың", "ауылдын", "auyldyń", "auıldıñ", "auyldyn"],
            &["мектепке", "mektepke"],
            &["шығару", "шыгару", "shyǵarý", "şığaru", "shygaru"],
            &["әкім", "аким", "ákim", "äkim", "akim"],
            &["объект", "обьект", "обект"],
            &["ещё", "еще"],
        ] {
            for way in ways {
                assert_eq!(folded(way), folded(ways[0]), "{way}");
            }
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for (one, other) in [
            ("су", "суд"),
            ("жол", "жал"),
            ("кот", "код"),
            ("газ", "гас"),
        ] {
            assert_ne!(folded(one), folded(other));
        }
    }

    #[test]
    fn says_whether_anything_was_lost() {
        let mut codes = Vec::new();
        assert!(fold("вода", &mut codes));
        assert!(!fold("қала", &mut codes));
        assert!(!fold("воды", &mut codes));
        assert!(!fold("voda", &mut codes));
    }

    #[test]
    fn every_code_is_in_range() {
        let mut codes = Vec::new();
        for c in '\0'..='\u{10FFFF}' {
            fold(c.encode_utf8(&mut [0; 4]), &mut codes);
        }
        assert!(codes.iter().all(|c| (1..EDGE).contains(c)));
    }
}
