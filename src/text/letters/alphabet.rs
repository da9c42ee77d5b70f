//! The letters of Kazakh, what each becomes on a Russian keyboard, and what a
//! typed letter may stand for.

use std::sync::LazyLock;

/// A letter of the Kazakh alphabet: 1 to 42. 0 is none, or the edge of a word.
pub type Letter = u8;

/// The letters, by code less one: Russian ones first.
const LETTERS: [char; 42] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'й', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т',
    'у', 'ф', 'х', 'ц', 'ч', 'ш', 'щ', 'ъ', 'ы', 'ь', 'э', 'ю', 'я', 'ё', 'ә', 'ғ', 'қ', 'ң', 'ө',
    'ұ', 'ү', 'һ', 'і',
];

const FIRST_KAZAKH: Letter = code('ә');

/// The code of a lower-case letter; 0 where it is none of the alphabet.
pub const fn code(letter: char) -> Letter {
    let mut at = 0;
    while at < LETTERS.len() {
        if LETTERS[at] as u32 == letter as u32 {
            return at as Letter + 1;
        }
        at += 1;
    }
    0
}

/// The lower-case letter of a code; a space where it is none.
#[inline]
pub fn letter(code: Letter) -> char {
    let at = usize::from(code).wrapping_sub(1);
    LETTERS.get(at).copied().unwrap_or(' ')
}

const TABLE_START: u32 = 0x400;
const TABLE_END: u32 = 0x530;

/// Codes of the Cyrillic characters, upper case and lower.
const TABLE: [Letter; (TABLE_END - TABLE_START) as usize] = {
    let mut table = [0; (TABLE_END - TABLE_START) as usize];
    let mut at = 0;
    while at < LETTERS.len() {
        let lower = LETTERS[at] as u32;
        let upper = match LETTERS[at] {
            'ё' => 'Ё' as u32,
            'а'..='я' => lower - 32,
            'і' => 'І' as u32,
            // Letters of the Kazakh range alternate: upper, lower.
            _ => lower - 1,
        };
        table[(lower - TABLE_START) as usize] = at as Letter + 1;
        table[(upper - TABLE_START) as usize] = at as Letter + 1;
        at += 1;
    }
    table
};

/// The code of a typed character, in either case; 0 where it is no letter.
#[inline]
pub fn typed(c: char) -> Letter {
    let at = u32::from(c).wrapping_sub(TABLE_START) as usize;
    TABLE.get(at).copied().unwrap_or(0)
}

/// The code of the Cyrillic letter that a Latin one stands for within a
/// Cyrillic word: people take `i` and `h` for want of the Kazakh letters.
#[inline]
pub fn look_alike(c: char) -> Letter {
    match c {
        'i' | 'I' | 'ї' | 'Ї' => const { code('і') },
        'h' | 'H' => const { code('һ') },
        _ => 0,
    }
}

/// Whether a letter is one that Russian does not have.
#[inline]
pub const fn is_kazakh(letter: Letter) -> bool {
    letter >= FIRST_KAZAKH
}

/// What a Russian keyboard gives for a letter.
#[inline]
pub const fn folded(letter: Letter) -> Letter {
    const FOLDED: [Letter; 9] = [
        code('а'),
        code('г'),
        code('к'),
        code('н'),
        code('о'),
        code('у'),
        code('у'),
        code('х'),
        code('и'),
    ];
    if is_kazakh(letter) {
        FOLDED[(letter - FIRST_KAZAKH) as usize]
    } else {
        letter
    }
}

/// What a typed letter may stand for, itself first. A Kazakh letter was typed
/// on purpose and stands for itself.
#[inline]
pub fn choices(letter: Letter) -> &'static [Letter] {
    let (choices, count) = &CHOICES[usize::from(letter).min(LETTERS.len())];
    &choices[..*count]
}

/// By letter: what it may stand for, and how many that are.
const CHOICES_OF: [(char, &str); 10] = [
    ('а', "ә"),
    ('г', "ғ"),
    ('и', "ій"),
    ('к', "қ"),
    ('н', "ң"),
    ('о', "ө"),
    ('у', "ұү"),
    ('х', "һқ"),
    ('ы', "і"),
    ('э', "ә"),
];

static CHOICES: LazyLock<[([Letter; 3], usize); LETTERS.len() + 1]> = LazyLock::new(|| {
    let mut all: [_; LETTERS.len() + 1] = std::array::from_fn(|at| ([at as Letter, 0, 0], 1));
    for (typed, meant) in CHOICES_OF {
        let (choices, count) = &mut all[usize::from(code(typed))];
        for letter in meant.chars() {
            choices[*count] = code(letter);
            *count += 1;
        }
    }
    all
});

/// Where a vowel is spoken: Kazakh suffixes follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vowel {
    /// `ә е і ө ү э`
    Front,
    /// `а ы о ұ я ё`
    Back,
    /// `и у ю`: either, or a consonant.
    Either,
}

/// What kind of vowel a letter is, if it is one.
#[inline]
pub fn vowel(letter: Letter) -> Option<Vowel> {
    Some(match self::letter(letter) {
        'ә' | 'е' | 'і' | 'ө' | 'ү' | 'э' => Vowel::Front,
        'а' | 'ы' | 'о' | 'ұ' | 'я' | 'ё' => Vowel::Back,
        'и' | 'у' | 'ю' => Vowel::Either,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_a_code_in_both_cases() {
        for c in LETTERS {
            assert_eq!(letter(code(c)), c);
            assert_eq!(typed(c), code(c));
            let upper: String = c.to_uppercase().collect();
            assert!(upper.chars().all(|u| typed(u) == code(c)), "{c}");
        }
        assert_eq!(typed('a'), 0);
        assert_eq!(typed('水'), 0);
        assert_eq!(letter(200), ' ');
    }

    #[test]
    fn what_a_keyboard_folds_can_be_chosen_again() {
        for c in LETTERS {
            let folded = folded(code(c));
            assert!(!is_kazakh(folded));
            assert!(choices(folded).contains(&code(c)), "{c}");
            assert_eq!(choices(code(c))[0], code(c));
        }
        assert!(choices(255).len() == 1);
    }
}
