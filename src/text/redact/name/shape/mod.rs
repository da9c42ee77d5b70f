//! Names by their shape: patronymics and family names in the cases of both
//! languages. All words here are [keys](crate::text::redact).

mod family;
mod patronymic;

pub use family::{family, is_family_like, is_ordinary};
pub use patronymic::{is_descent, patronymic};

use super::lexicon::{Known, Lexicon};

/// Kazakh case endings as keys have them, the longest first.
const ENDINGS: [&str; 27] = [
    "нын", "нин", "дын", "дин", "тын", "тин", "нан", "нен", "дан", "ден", "тан", "тен", "мен",
    "пен", "бен", "га", "ге", "ка", "ке", "ды", "ди", "ты", "ти", "ны", "ни", "да", "де",
];

/// `key` without its Kazakh case ending, in each way it can be read; itself first.
pub fn stems(key: &str) -> impl Iterator<Item = &str> {
    std::iter::once(key).chain(
        ENDINGS
            .iter()
            .filter_map(move |ending| key.strip_suffix(ending)),
    )
}

/// What the lists say of `key`; if `inflected`, also under a Kazakh case ending.
pub fn look_up(lexicon: &Lexicon, key: &str, latin: bool, inflected: bool) -> Known {
    if !latin && !lexicon.may_begin(key) {
        return Known::default();
    }
    let known = lexicon.look_up(key, latin);
    if known != Known::default() || !inflected {
        return known;
    }
    stems(key)
        .skip(1)
        .filter(|stem| stem.len() >= 6)
        .map(|stem| lexicon.look_up(stem, latin))
        .find(|known| known.has(Known::PLAIN))
        .unwrap_or_default()
}

/// How much the shape of a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Nothing.
    None,
    /// Words often have it: it counts beside a given name only.
    Faint,
    /// It could be one, as some words could.
    Possible,
    /// It is one: made of a name that the lists have.
    Certain,
}

/// Whether `stem` is a given name, perhaps without its last letter.
fn is_name(lexicon: &Lexicon, stem: &str) -> bool {
    ["", "й", "а", "я", "ий", "ы"]
        .iter()
        .any(|end| stem.len() >= 6 && lexicon.is_given(stem, end))
}

/// Whether `key` ends as Kazakh given names are made and few words are.
pub fn is_made_name(key: &str) -> bool {
    const ENDS: [&str; 19] = [
        "бек",
        "бай",
        "хан",
        "жан",
        "гул",
        "гали",
        "кали",
        "берген",
        "берди",
        "келди",
        "мурат",
        "султан",
        "мухамед",
        "мухамбет",
        "магамбет",
        "болат",
        "темир",
        "нур",
        "дияр",
    ];
    let made = |stem: &str| {
        let rest = ENDS.iter().filter_map(|end| stem.strip_suffix(end));
        rest.map(|rest| rest.chars().count())
            .any(|n| (2..=7).contains(&n))
    };
    let begun = ["гул", "нур"]
        .iter()
        .filter_map(|first| key.strip_prefix(first))
        .any(|rest| (3..=8).contains(&rest.chars().count()));
    key.len() >= 10 && (begun || stems(key).any(made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patronymics_in_both_languages() {
        let lexicon = Lexicon::get();
        for key in [
            "иванович",
            "петровны",
            "серикулы",
            "серикулына",
            "ерболкызы",
            "ерболкызынын",
            "николаевне",
            "сергеевич",
            "маратовне",
        ] {
            assert_eq!(patronymic(lexicon, key), Shape::Certain, "{key}");
        }
        for key in [
            "аулы",
            "каулы",
            "таулы",
            "даулы",
            "основна",
            "ровно",
            "москвич",
            "кызы",
        ] {
            assert_ne!(patronymic(lexicon, key), Shape::Certain, "{key}");
        }
    }

    #[test]
    fn families_in_their_cases() {
        let lexicon = Lexicon::get();
        for key in [
            "ахметова",
            "ахметовой",
            "иванову",
            "серикбаевка",
            "кузнецовым",
            "нурланов",
            "ким",
        ] {
            assert_eq!(family(lexicon, key, false), Shape::Certain, "{key}");
        }
        for key in ["су", "жарык", "дорога", "вода"] {
            assert_eq!(family(lexicon, key, false), Shape::None, "{key}");
        }
    }
}
