//! The ways people really type, made from clean text: for augmenting a corpus
//! and for testing that a verdict does not hang on the spelling.
//!
//! Every change is drawn from a seed, so that the same text and seed give the
//! same noise on every machine.

use super::latin::Alphabet;
use crate::random::Random;
use serde::{Deserialize, Serialize};

/// A way of typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noise {
    /// Kazakh on a Russian keyboard: `қ` as `к`, `ү` as `у` …
    Folded,
    /// In Latin letters.
    Latin(Alphabet),
    /// Letters swapped for their look-alikes of the other script, each of them
    /// with the given chance in a thousand.
    Homoglyphs(u16),
    /// Letters left out, doubled, swapped with the next or hit beside, each of
    /// them with the given chance in a thousand.
    Typos(u16),
    /// All in capitals, without punctuation.
    Capitals,
}

impl Noise {
    /// Kinds of noise, by the names that commands know them by.
    pub const NAMED: [(&'static str, Noise); 9] = [
        ("folded", Noise::Folded),
        ("latin-2017", Noise::Latin(Alphabet::Apostrophes2017)),
        ("latin-2018", Noise::Latin(Alphabet::Acutes2018)),
        ("latin-2021", Noise::Latin(Alphabet::Umlauts2021)),
        ("latin-turkic", Noise::Latin(Alphabet::Turkic)),
        ("latin-messenger", Noise::Latin(Alphabet::Messenger)),
        ("homoglyphs", Noise::Homoglyphs(300)),
        ("typos", Noise::Typos(50)),
        ("capitals", Noise::Capitals),
    ];

    /// The noise with the given name.
    #[must_use]
    pub fn named(name: &str) -> Option<Noise> {
        let mut all = Noise::NAMED.into_iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, noise)| noise)
    }

    /// The name that commands know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        let mut all = Noise::NAMED.into_iter();
        all.find(|(_, known)| *known == self)
            .map_or("noise", |(name, _)| name)
    }

    /// Appends `text`, typed this way, to `out`.
    pub fn apply(self, text: &str, seed: u64, out: &mut String) {
        let mut random = Random(seed ^ 0x9E37_79B9_7F4A_7C15);
        match self {
            Noise::Folded => out.extend(text.chars().map(russian_keyboard)),
            Noise::Latin(alphabet) => alphabet.to_latin(text, out),
            Noise::Homoglyphs(chance) => out.extend(text.chars().map(|c| match look_alike(c) {
                Some(other) if hits(&mut random, chance) => other,
                _ => c,
            })),
            Noise::Typos(chance) => typos(text, chance, &mut random, out),
            Noise::Capitals => capitals(text, out),
        }
    }
}

/// What a Russian keyboard gives for a Kazakh letter.
const fn russian_keyboard(c: char) -> char {
    match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'Ә' => 'А',
        'Ғ' => 'Г',
        'Қ' => 'К',
        'Ң' => 'Н',
        'Ө' => 'О',
        'Ұ' | 'Ү' => 'У',
        'Һ' => 'Х',
        'І' => 'И',
        _ => c,
    }
}

/// The Latin letter that looks like a Cyrillic one.
const fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'һ' => 'h',
        'ә' => 'ə',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        'І' => 'I',
        'Һ' => 'h',
        _ => return None,
    })
}

/// Rows of the keyboard: what stands beside a letter is hit for it.
const KEYBOARD: [&str; 4] = ["әіңғүұқөһ", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

fn typos(text: &str, chance: u16, random: &mut Random, out: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_alphabetic() || !hits(random, chance) {
            out.push(c);
            continue;
        }
        match random.below(4) {
            0 => {}
            1 => out.extend([c, c]),
            2 => match chars.next_if(|next| next.is_alphabetic()) {
                Some(next) => out.extend([next, c]),
                None => out.push(c),
            },
            _ => out.push(neighbour(c, random)),
        }
    }
}

fn neighbour(c: char, random: &mut Random) -> char {
    for row in KEYBOARD {
        let mut before = None;
        let mut keys = row.chars().peekable();
        while let Some(key) = keys.next() {
            if key == c {
                let sides = [before, keys.peek().copied()];
                let either = random.below(2);
                return sides[either].or(sides[1 - either]).unwrap_or(c);
            }
            before = Some(key);
        }
    }
    c
}

fn capitals(text: &str, out: &mut String) {
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.chars().flat_map(char::to_uppercase));
        }
    }
}

/// With a chance in a thousand.
fn hits(random: &mut Random, chance: u16) -> bool {
    random.below(1000) < usize::from(chance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn noisy(noise: Noise, text: &str) -> String {
        let mut out = String::new();
        noise.apply(text, 1, &mut out);
        out
    }

    #[test]
    fn each_kind() {
        assert_eq!(
            noisy(Noise::Folded, "Өтініш, үй құжаты"),
            "Отиниш, уй кужаты"
        );
        assert_eq!(
            noisy(Noise::Latin(Alphabet::Acutes2018), "Су жоқ"),
            "Sý joq"
        );
        assert_eq!(noisy(Noise::Homoglyphs(1000), "Су жоқ, ХАТ"), "Cy жoқ, XAT");
        assert_eq!(
            noisy(Noise::Capitals, "Су жоқ, нет (воды)!"),
            "СУ ЖОҚ НЕТ ВОДЫ"
        );
    }

    #[test]
    fn typos_come_as_often_as_asked() {
        let text = "вода ".repeat(5_000);
        let typed = noisy(Noise::Typos(50), &text);
        let same = typed.split(' ').filter(|word| *word == "вода").count();
        // Four letters stay as they are with a chance of .95^4 = .81.
        assert!((3_900..4_300).contains(&same), "{same}");
        assert_eq!(noisy(Noise::Typos(0), &text), text);
    }

    #[test]
    fn the_seed_decides() {
        let typed = |seed| {
            let mut out = String::new();
            Noise::Typos(300).apply("ауылда су жоқ, нет воды", seed, &mut out);
            out
        };
        assert_eq!(typed(3), typed(3));
        assert_ne!(typed(3), typed(4));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*", seed: u64) {
            for (_, noise) in Noise::NAMED {
                noise.apply(&text, seed, &mut String::new());
            }
        }
    }
}
