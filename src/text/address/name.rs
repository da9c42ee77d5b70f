//! The name of a street reduced to what its spellings share.
//!
//! A name is written in the nominative in Kazakh («Абай көшесі») and mostly in
//! the genitive in Russian («улица Абая»), with first names, initials and
//! titles or without. What is left is one folded word: the surname where there
//! is one, else all words together, without Russian endings. It need not be
//! right, only the same each time, and different for different streets.

use super::words;
use crate::text::fold::{Code, code_of, fold};

const fn letters<const N: usize>(word: [char; N]) -> [Code; N] {
    let mut codes = [0; N];
    let mut at = 0;
    while at < N {
        codes[at] = code_of(word[at]);
        at += 1;
    }
    codes
}

const A: Code = code_of('а');
const E: Code = code_of('е');
const I: Code = code_of('и');
const O: Code = code_of('о');
const U: Code = code_of('у');
const N: Code = code_of('н');
const V: Code = code_of('в');
const K: Code = code_of('к');
const M: Code = code_of('м');
const BATYR: [Code; 5] = letters(['б', 'а', 'т', 'и', 'р']);
const UL: [Code; 2] = letters(['у', 'л']);
const OV: [Code; 2] = letters(['о', 'в']);

/// Endings of surnames, in every case, folded.
const SURNAMES: [&[Code]; 12] = [
    &letters(['о', 'в']),
    &letters(['е', 'в']),
    &letters(['о', 'в', 'а']),
    &letters(['е', 'в', 'а']),
    &letters(['о', 'в', 'о', 'и']),
    &letters(['е', 'в', 'о', 'и']),
    &letters(['и', 'н', 'а']),
    &letters(['и', 'н']),
    &letters(['у', 'л', 'и']),
    &letters(['с', 'к', 'о', 'г', 'о']),
    &letters(['к', 'о', 'г', 'о']),
    &letters(['е', 'н', 'к', 'о']),
];

/// Those that leave no doubt in a lower-case text.
const GENITIVES: [&[Code]; 6] = [
    &letters(['о', 'в', 'а']),
    &letters(['е', 'в', 'а']),
    &letters(['о', 'в', 'о', 'и']),
    &letters(['е', 'в', 'о', 'и']),
    &letters(['и', 'н', 'а']),
    &letters(['с', 'к', 'о', 'г', 'о']),
];

/// Whether a folded word looks like a surname.
pub(super) fn is_surname(word: &[Code]) -> bool {
    word.len() >= 5 && SURNAMES.iter().any(|ending| word.ends_with(ending))
}

/// Whether a folded word looks like a surname in the genitive, as streets have it.
pub(super) fn is_genitive(word: &[Code]) -> bool {
    word.len() >= 6 && GENITIVES.iter().any(|ending| word.ends_with(ending))
}

/// Whether a folded word ends as a Russian adjective does: «Садовый», «Новой».
pub(super) fn is_adjective(word: &[Code]) -> bool {
    matches!(
        word,
        [.., A, I, A]
            | [.., U, I, U]
            | [.., O, I]
            | [.., I, I]
            | [.., E, I]
            | [.., O, M]
            | [.., O, M, U]
    )
}

/// Genitives that streets are called by and that are common words.
const COMMON: [&[Code]; 4] = [
    &letters(['м', 'и', 'р', 'а']),
    &letters(['п', 'о', 'б', 'е', 'д', 'и']),
    &letters(['д', 'р', 'у', 'ж', 'б', 'и']),
    &letters(['р', 'е', 'с', 'п', 'у', 'б', 'л', 'и', 'к', 'и']),
];

/// Whether a folded word is what Russian names a street by without «улица»:
/// «Школьная», «Мира».
pub(super) fn is_common(word: &[Code]) -> bool {
    matches!(word, [.., A, I, A]) || COMMON.contains(&word)
}

/// Whether a folded word ends as a genitive after «на»: «на Саина».
pub(super) fn is_masculine_genitive(word: &[Code]) -> bool {
    word.len() >= 4 && word.ends_with(&[A])
}

const fn is_vowel(code: Code) -> bool {
    matches!(code, A | E | I | O | U)
}

/// Gathers the words of a name, in order, into its key.
#[derive(Debug, Default, Clone)]
pub(super) struct Name {
    joined: Vec<Code>,
    kept: Vec<Code>,
    words: usize,
    numbered: bool,
    suffix: Vec<Code>,
    state: (usize, bool),
}

impl Name {
    pub fn clear(&mut self) {
        self.joined.clear();
        self.suffix.clear();
        self.words = 0;
        self.numbered = false;
    }

    /// Lays what is gathered aside; [`Name::restore`] brings it back.
    pub fn keep(&mut self) {
        self.kept.clone_from(&self.joined);
        self.state = (self.words, self.numbered);
    }

    /// Brings back what was laid aside.
    pub fn restore(&mut self) {
        self.joined.clone_from(&self.kept);
        (self.words, self.numbered) = self.state;
    }

    /// Adds a letter of the name that no ending is taken from («3А»).
    pub fn suffix(&mut self, letter: &[Code]) {
        self.suffix.extend_from_slice(letter);
    }

    /// Adds a number after the name («Самал-2»).
    pub fn suffix_digits(&mut self, digits: &str) {
        fold(digits, &mut self.suffix);
    }

    /// Adds a number: its digits are of the name.
    pub fn number(&mut self, digits: &str) {
        self.numbered = true;
        self.words += 1;
        fold(digits, &mut self.joined);
    }

    /// Adds a folded word.
    pub fn word(&mut self, word: &[Code]) {
        if self.numbered {
            if words::is_of_years(word) {
                return;
            }
            let word = words::month(word).unwrap_or(word);
            self.joined.extend_from_slice(word);
        } else {
            if self.words > 0 && is_surname(word) {
                self.joined.clear();
            }
            let genitive =
                self.joined.last() == Some(&A) && self.words > 0 && self.joined.len() > 4;
            if genitive {
                self.joined.pop();
            }
            self.joined.extend_from_slice(word);
        }
        self.words += 1;
    }

    /// Writes the key onto `key`.
    pub fn finish(&mut self, key: &mut Vec<Code>) {
        let start = key.len();
        for &code in &self.joined {
            push_reduced(key, start, code);
        }
        strip_ending(key, start);
        if key
            .get(start..)
            .is_some_and(|k| k.len() > BATYR.len() + 3 && k.ends_with(&BATYR))
        {
            key.truncate(key.len() - BATYR.len());
            strip_ending(key, start);
        }
        if key
            .get(start..)
            .is_some_and(|k| k.len() > 5 && k.ends_with(&UL))
        {
            // «Момышұлы», its last letter gone with the endings.
            key.truncate(key.len() - 2);
            key.extend(OV);
        }
        drop_between_consonants(key, start);
        key.extend_from_slice(&self.suffix);
    }
}

/// The key of a name as it is written, for tables.
pub(super) fn key_of(name: &str) -> Vec<Code> {
    let mut gathered = Name::default();
    let mut word = Vec::new();
    for part in name.to_lowercase().split([' ', '-']) {
        word.clear();
        fold(part, &mut word);
        gathered.word(&word);
    }
    let mut key = Vec::new();
    gathered.finish(&mut key);
    key
}

/// Adds a letter, unless the ways to spell a name differ by it: doubled
/// letters, `дж` for `ж`, and the `y` in «Nazarbayev».
fn push_reduced(key: &mut Vec<Code>, start: usize, code: Code) {
    let last = key.get(start..).and_then(<[Code]>::last).copied();
    if last == Some(code) && !(code_of('0')..=code_of('9')).contains(&code) {
        return;
    }
    if code == code_of('ж') && last == Some(code_of('д')) {
        key.pop();
    }
    if code == E && last == Some(I) {
        let before = key.len().checked_sub(2).filter(|at| *at >= start);
        let before = before.and_then(|at| key.get(at)).copied();
        if before.is_none_or(is_vowel) {
            key.pop();
        }
    }
    key.push(code);
}

/// Takes off what Russian cases add, and the last vowel of any name.
fn strip_ending(key: &mut Vec<Code>, start: usize) {
    let name = key.get(start..).unwrap_or_default();
    let length = name.len();
    let marked = |cut: usize| {
        length >= cut + 3
            && name
                .get(length - cut - 1)
                .is_some_and(|c| matches!(*c, N | V | K))
    };
    let cut = match name {
        [.., O, code, O] if *code == code_of('г') && length >= 6 => 3,
        [.., E, code, O] if *code == code_of('г') && length >= 6 => 3,
        [.., A, I, A] | [.., U, I, U] if marked(3) => 3,
        [.., A, I] if marked(2) && length > 5 => 2,
        [.., O | E, I] if length >= 5 => 2,
        [.., O, last] if *last == M && marked(2) && length > 6 => 2,
        [.., before, I, A | U] => {
            if is_vowel(*before) {
                1
            } else {
                2
            }
        }
        [.., before, I] if is_vowel(*before) => 0,
        [.., A | E | I | O | U] if length >= 4 => 1,
        _ => 0,
    };
    if length >= cut + 2 {
        key.truncate(key.len() - cut);
    }
}

/// Takes out `и` between consonants, which Kazakh and Russian put differently
/// («Тілендиев», «Тлендиев»), where another vowel is left.
fn drop_between_consonants(key: &mut Vec<Code>, start: usize) {
    let others = key.get(start..).unwrap_or_default();
    if !others.iter().any(|c| is_vowel(*c) && *c != I) {
        return;
    }
    let mut kept = start;
    for at in start..key.len() {
        let code = key.get(at).copied().unwrap_or_default();
        let before = kept
            .checked_sub(1)
            .filter(|b| *b >= start)
            .and_then(|b| key.get(b));
        let between =
            before.is_some_and(|c| !is_vowel(*c)) && key.get(at + 1).is_some_and(|c| !is_vowel(*c));
        if code == I && between {
            continue;
        }
        if let Some(place) = key.get_mut(kept) {
            *place = code;
        }
        kept += 1;
    }
    key.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for names in [
            &["Абай", "Абая", "Abay", "Абаю"][..],
            &["Тұрар Рысқұлов", "Рыскулова", "Турара Рыскулова"],
            &[
                "Қабанбай батыр",
                "Кабанбай батыра",
                "Кабанбая батыра",
                "Кабанбая",
            ],
            &["Гоголь", "Гоголя"],
            &["Маметова", "Маметовой", "Мәметова"],
            &["Центральная", "Центральной", "Центральную"],
            &["Назарбаев", "Назарбаева", "Nazarbayev"],
            &["Тілендиев", "Тлендиева"],
            &["Байтұрсынұлы", "Байтурсынова", "Ахмет Байтұрсынов"],
            &["Толстой", "Толстого"],
            &["Төле би", "Төлеби", "Толе би"],
        ] {
            for name in names {
                assert_eq!(key_of(name), key_of(names[0]), "{name}");
            }
        }
    }

    #[test]
    fn names_that_differ_stay_apart() {
        for (one, other) in [
            ("Мира", "Мороз"),
            ("Абай", "Абылай"),
            ("Киров", "Карова"),
            ("Сатпаев", "Сейфуллин"),
            ("Жандосов", "Жансүгіров"),
        ] {
            assert_ne!(key_of(one), key_of(other));
        }
    }
}
