//! Family names: «Ахметовой», «Серікбаевқа», «Шевченко».

use super::{Shape, is_name, stems};
use crate::text::redact::name::lexicon::{Known, Lexicon};
use crate::text::redact::name::made;

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
                true if is_name(lexicon, stem) || is_made(stem) || made::is_made(stem) => {
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
