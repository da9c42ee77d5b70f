//! Official names and aliases as sequences of stems.

use super::endings::{Paradigm, Paradigms};
use super::hash::Stem;
use crate::text::fold;

/// The stems of a word, each with the endings it takes. A word that ends in a
/// vowel has a second stem without it.
pub(super) type Word = [(Stem, Paradigms); 2];

/// The words of a name, lower-case but for abbreviations, type words left out:
/// `Сайрам ауданы`, `Сайрамский район`, `г.а.Алтай`, `Ақсу-Аюлы а.`
pub(super) fn words(name: &str) -> Vec<String> {
    // `БҚО` and its like take no endings: `школы` is no `ШҚО-лы`.
    let letters = name.chars().count();
    if (2..=4).contains(&letters) && name.chars().all(char::is_uppercase) {
        return vec![name.to_owned()];
    }
    let lower = name.to_lowercase();
    let split = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let mut words: Vec<&str> = split.filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.first().is_some_and(|w| LEADING.contains(w)) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|w| TRAILING.contains(w)) {
        words.pop();
    }
    words.into_iter().map(str::to_owned).collect()
}

/// Words and abbreviations that begin official names without being the name.
const LEADING: [&str; 38] = [
    "область",
    "район",
    "город",
    "село",
    "посёлок",
    "поселок",
    "имени",
    "им",
    "г",
    "с",
    "п",
    "а",
    "о",
    "ст",
    "рзд",
    "разъезд",
    "станция",
    "уч",
    "участок",
    "отд",
    "кр",
    "хоз",
    "крес",
    "пос",
    "зимовка",
    "точка",
    "ферма",
    "поселье",
    "жив",
    "р",
    "б",
    "т",
    "м",
    "ғ",
    "ә",
    "к",
    "н",
    "аул",
];

/// The same at the end.
const TRAILING: [&str; 40] = [
    "облысы",
    "область",
    "ауданы",
    "аудан",
    "район",
    "қаласы",
    "ауылы",
    "кенті",
    "атындағы",
    "атын",
    "а",
    "о",
    "ә",
    "қ",
    "к",
    "г",
    "с",
    "п",
    "р",
    "ст",
    "ж",
    "уч",
    "рзд",
    "қыстауы",
    "мекені",
    "қонысы",
    "шарқож",
    "шар",
    "қож",
    "үйі",
    "стансасы",
    "станциясы",
    "км",
    "фермасы",
    "учаскесі",
    "бекеті",
    "кордоны",
    "жайылымы",
    "ќ",
    "орманшар",
];

/// The stems of one word of a name.
pub(super) fn stems(word: &str) -> Word {
    use Paradigm::{
        Adjective, Derived, Feminine, Hard, Iot, Kazakh, Neuter, Soft, SoftFeminine, Town,
    };
    let whole = |list: &[Paradigm]| (stem(word), Paradigms::of(list));
    let but = |letters: usize, list: &[Paradigm]| {
        let end = word
            .char_indices()
            .rev()
            .nth(letters - 1)
            .map_or(0, |(at, _)| at);
        (stem(&word[..end]), Paradigms::of(list))
    };
    let none = (Stem::EMPTY, Paradigms::default());
    if word.chars().all(char::is_uppercase) {
        let stem = stem(&word.to_lowercase());
        return [(stem, Paradigms::of(&[Paradigm::Fixed])), none];
    }
    let long = word.chars().count() > 3;
    let ends = |list: &[&str]| long && list.iter().any(|end| word.ends_with(end));
    if ends(&["ский", "цкий", "ской"]) {
        return [none, but(2, &[Adjective])];
    }
    // A noun and an adjective both: «Рудный», «Глубокое».
    if ends(&["ий", "ый", "ая", "ое"]) {
        return [whole(&[Kazakh]), but(2, &[Adjective])];
    }
    if ends(&["ск"]) {
        return [whole(&[Kazakh, Town]), none];
    }
    match word.chars().last() {
        Some('й') => [whole(&[Kazakh, Derived]), but(1, &[Iot])],
        Some('ь') => [whole(&[Kazakh, Soft, Derived]), none],
        Some('а') if long => [whole(&[Kazakh]), but(1, &[Feminine, Derived])],
        Some('я') if long => [whole(&[Kazakh]), but(1, &[SoftFeminine, Derived])],
        Some('о') if long => [whole(&[Kazakh]), but(1, &[Neuter, Derived])],
        Some('е' | 'ы' | 'и' | 'і') if long => [whole(&[Kazakh, Derived]), but(1, &[Derived])],
        Some(c) if "бвгғджзкқлмнңпрстфхһцчшщ".contains(c) => {
            [whole(&[Kazakh, Hard, Derived]), none]
        }
        _ => [whole(&[Kazakh, Derived]), none],
    }
}

fn stem(word: &str) -> Stem {
    let mut codes = Vec::new();
    fold::fold(word, &mut codes);
    Stem::of(&codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_words_are_no_part_of_the_name() {
        for (name, expected) in [
            ("Сайрам ауданы", &["сайрам"][..]),
            ("Сайрамский район", &["сайрамский"]),
            ("район имени Габита Мусрепова", &["габита", "мусрепова"]),
            ("г.а.Алтай", &["алтай"]),
            ("с.им.Б.Момышулы", &["момышулы"]),
            ("Б.Момышұлы атын.а.", &["момышұлы"]),
            ("Карааульский с.о.", &["карааульский"]),
            ("Ақсу-Аюлы а.", &["ақсу", "аюлы"]),
            ("зимовка Коктабан 1", &["коктабан", "1"]),
            ("село", &["село"]),
            ("БҚО", &["БҚО"]),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    #[test]
    fn a_word_in_a_vowel_has_two_stems() {
        assert_ne!(stems("астана")[1].0, Stem::EMPTY);
        assert_eq!(stems("астана")[1].0, stem("астан"));
        assert_eq!(stems("туркестан")[1].0, Stem::EMPTY);
        assert_eq!(stems("сайрамский")[1].0, stem("сайрамск"));
        assert_eq!(stems("сайрамский")[0].0, Stem::EMPTY);
        assert_eq!(stems("шу")[1].0, Stem::EMPTY);
    }
}
