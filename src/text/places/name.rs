//! Official names and aliases as sequences of stems.

use super::endings::{Paradigm, Paradigms};
use super::hash::Stem;
use crate::text::fold;

/// The stems of a word, each with the endings it takes. A word that ends in a
/// vowel has a second stem without it.
pub(super) type Word = [(Stem, Paradigms); 2];

/// The words of a name, lower-case, type words and abbreviations left out:
/// `Сайрам ауданы`, `Сайрамский район`, `г.а.Алтай`, `Ақсу-Аюлы а.`
pub(super) fn words(name: &str) -> Vec<String> {
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

/// The stems of one lower-case word of a name.
pub(super) fn stems(word: &str) -> Word {
    use Paradigm::{Adjective, Derived, Feminine, Hard, Iot, Kazakh, Neuter, Soft, SoftFeminine};
    let whole = |list: &[Paradigm]| (stem(word), Paradigms::of(list));
    let but = |letters: usize, list: &[Paradigm]| {
        let end = word
            .char_indices()
            .rev()
            .nth(letters - 1)
            .map_or(0, |(at, _)| at);
        (stem(&word[..end]), Paradigms::of(list))
    };
    let long = word.chars().count() > 3;
    let adjective = ["ий", "ый", "ая", "ое", "ской"]
        .iter()
        .any(|e| word.ends_with(e));
    let none = (Stem::EMPTY, Paradigms::default());
    if adjective && long {
        return [whole(&[Kazakh]), but(2, &[Adjective])];
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
        assert_eq!(stems("шу")[1].0, Stem::EMPTY);
    }
}
