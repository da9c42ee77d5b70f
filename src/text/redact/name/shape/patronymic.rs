//! Patronymics: «Серікұлы», «Ерболқызының», «Маратовне».

use super::{Shape, is_name, stems};
use crate::text::redact::name::lexicon::Lexicon;
use crate::text::redact::name::made;

/// Whether `key` is a patronymic.
pub fn patronymic(lexicon: &Lexicon, key: &str) -> Shape {
    // «Маратовнаға»: a Russian patronymic with a Kazakh ending.
    let inflected = || {
        stems(key)
            .skip(1)
            .filter(|s| s.ends_with("овна") || s.ends_with("евна"))
            .map(|s| russian_patronymic(lexicon, s))
            .max()
    };
    russian_patronymic(lexicon, key)
        .max(kazakh_patronymic(lexicon, key))
        .max(inflected().unwrap_or(Shape::None))
}

fn russian_patronymic(lexicon: &Lexicon, key: &str) -> Shape {
    let masculine = ["а", "у", "ем", "ом", "е", ""];
    let feminine = ["а", "ы", "е", "у", "ой"];
    let cut = |suffix: &str, endings: &[&str]| {
        endings
            .iter()
            .find_map(|ending| key.strip_suffix(ending)?.strip_suffix(suffix))
    };
    for whole in [
        "илич",
        "лукич",
        "фомич",
        "никитич",
        "кузмич",
        "иваныч",
        "палыч",
        "михалыч",
        "николаич",
        "сергеич",
        "алексеич",
        "андреич",
        "василич",
        "санч",
    ] {
        if masculine.iter().any(|e| key.strip_suffix(e) == Some(whole)) {
            return Shape::Certain;
        }
    }
    for whole in [
        "илиничн",
        "лукиничн",
        "никитичн",
        "кузминичн",
        "фоминичн",
        "саввичн",
    ] {
        if feminine.iter().any(|e| key.strip_suffix(e) == Some(whole)) {
            return Shape::Certain;
        }
    }
    let stem = cut("ович", &masculine)
        .or_else(|| cut("евич", &masculine))
        .or_else(|| cut("овн", &feminine))
        .or_else(|| cut("евн", &feminine));
    let Some(stem) = stem.filter(|s| s.len() >= 4) else {
        return Shape::None;
    };
    if is_name(lexicon, stem) || made::is_made(stem) {
        Shape::Certain
    } else {
        Shape::Possible
    }
}

fn kazakh_patronymic(lexicon: &Lexicon, key: &str) -> Shape {
    // «-ұлына» and «-ұлын» have the possessive's own endings.
    let possessive = ["на", "не", "н", "нда", "нан", "нын", "мен", "нын", ""];
    let stem = [
        "улы", "кызы", "углы", "оглы", "угли", "гызы", "тегы", "ули", "кизи",
    ]
    .iter()
    .find_map(|suffix| {
        possessive
            .iter()
            .find_map(|ending| Some((key.strip_suffix(ending)?.strip_suffix(suffix)?, *suffix)))
    });
    match stem {
        Some((stem, _)) if is_name(lexicon, stem) || made::is_made(stem) => Shape::Certain,
        Some((stem, "улы")) if stem.chars().count() >= 4 => Shape::Faint,
        Some((stem, "кызы" | "кизи" | "оглы" | "углы" | "гызы")) if stem.chars().count() >= 3 => {
            Shape::Possible
        }
        _ => Shape::None,
    }
}

/// Whether `key` alone is the second word of a patronymic: «Серік қызы».
pub fn is_descent(key: &str) -> bool {
    stems(key).any(|s| matches!(s, "улы" | "кызы" | "оглы" | "гызы" | "угли"))
}
