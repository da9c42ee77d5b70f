//! Names by their shape: patronymics and family names in the cases of both
//! languages. All words here are [keys](crate::text::redact).

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
    if is_name(lexicon, stem) || super::made::is_made(stem) {
        Shape::Certain
    } else {
        Shape::Possible
    }
}

/// Whether `stem` is a given name, perhaps without its last letter.
fn is_name(lexicon: &Lexicon, stem: &str) -> bool {
    ["", "й", "а", "я", "ий", "ы"]
        .iter()
        .any(|end| stem.len() >= 6 && lexicon.is_given(stem, end))
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
        Some((stem, _)) if is_name(lexicon, stem) || super::made::is_made(stem) => Shape::Certain,
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

/// Whether `key` is a family name.
pub fn family(lexicon: &Lexicon, key: &str, latin: bool) -> Shape {
    if key.len() < 4 {
        return Shape::None;
    }
    let plain = russian_family(lexicon, key, latin);
    // Under a Kazakh ending, «Ахметоваға», the shape alone is not enough:
    // «Малиновка».
    let certain = || {
        stems(key)
            .skip(1)
            // «тенге», «кімнен» are no «Тен», «Ким».
            .filter(|s| s.chars().count() >= 4)
            .any(|s| russian_family(lexicon, s, latin) == Shape::Certain)
    };
    if plain < Shape::Certain && certain() {
        Shape::Certain
    } else {
        plain
    }
}

fn russian_family(lexicon: &Lexicon, key: &str, latin: bool) -> Shape {
    const CASES: [&str; 10] = ["", "а", "у", "ым", "ом", "е", "ой", "ы", "ых", "ыми"];
    const FAINT: [&str; 18] = [
        "енко",
        "чук",
        "щук",
        "люк",
        "нюк",
        "сюк",
        "рюк",
        "дзе",
        "швили",
        "ский",
        "ская",
        "цкий",
        "цкая",
        "ского",
        "скому",
        "ским",
        "скую",
        "ян",
    ];
    if lexicon.look_up(key, latin).has(Known::FAMILY) {
        return Shape::Certain;
    }
    let long = |stem: &&str| stem.chars().count() >= 3;
    let mut shape = Shape::None;
    for base in CASES.iter().filter_map(|case| key.strip_suffix(case)) {
        if base.len() >= 8 && lexicon.look_up(base, latin).has(Known::FAMILY) {
            return Shape::Certain;
        }
        for suffix in ["ов", "ев", "ин", "ын"] {
            let Some(stem) = base.strip_suffix(suffix).filter(long) else {
                continue;
            };
            let firm = matches!(suffix, "ов" | "ев");
            shape = shape.max(match firm {
                true if is_name(lexicon, stem) || is_made(stem) || super::made::is_made(stem) => {
                    Shape::Certain
                }
                true => Shape::Possible,
                false => Shape::Faint,
            });
        }
    }
    let faint = || {
        FAINT
            .iter()
            .filter_map(|s| key.strip_suffix(s))
            .any(|stem| long(&stem))
    };
    if shape == Shape::None && faint() {
        Shape::Faint
    } else {
        shape
    }
}

/// Whether `stem` ends with a word that Kazakh names are made with.
fn is_made(stem: &str) -> bool {
    [
        "баев",
        "бек",
        "гали",
        "кали",
        "хан",
        "жан",
        "мухамед",
        "мухамбет",
        "магамбет",
        "мамбет",
        "хмет",
        "бай",
        "ба",
        "бол",
        "берген",
        "келди",
        "кул",
        "рахман",
        "болат",
        "темир",
        "тай",
    ]
    .iter()
    .any(|end| {
        stem.strip_suffix(end)
            .is_some_and(|rest| rest.chars().count() >= 3)
    })
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

/// Whether `key` has an ending that families have oftener than places do.
pub fn is_family_like(key: &str) -> bool {
    let ends = [
        "енко",
        "чук",
        "щук",
        "дзе",
        "швили",
        "люк",
        "нюк",
        "сюк",
        "рюк",
        "ин",
        "ина",
        "ину",
        "иной",
    ];
    ends.iter()
        .filter_map(|end| key.strip_suffix(end))
        .any(|stem| stem.chars().count() >= 4)
}

/// Whether `key` looks like a family name and is an ordinary word.
pub fn is_ordinary(key: &str) -> bool {
    const WORDS: &[&str] = &[
        "снова",
        "слова",
        "слов",
        "слово",
        "основа",
        "основы",
        "готов",
        "готова",
        "готовы",
        "здоров",
        "здорова",
        "здоровы",
        "дрова",
        "дров",
        "корова",
        "коровы",
        "коров",
        "трава",
        "голова",
        "головы",
        "голову",
        "домов",
        "дворов",
        "часов",
        "районов",
        "городов",
        "законов",
        "вопросов",
        "столбов",
        "жильцов",
        "основной",
        "условия",
        "машин",
        "машина",
        "машины",
        "машину",
        "причина",
        "причины",
        "причину",
        "картина",
        "магазин",
        "магазина",
        "магазины",
        "магазине",
        "один",
        "женщина",
        "женщины",
        "мужчина",
        "половина",
        "половину",
        "середина",
        "скотина",
        "дисциплина",
        "медицина",
        "медицины",
        "резина",
        "бензин",
        "корзина",
    ];
    WORDS.contains(&key)
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
