//! What may stand before the Kazakh endings of a word.

use super::letters::{EDGE, Letter};

/// Case endings, with and without Kazakh letters, and those that make
/// adjectives and nouns.
const CASES: &[&str] = &[
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "нын",
    "нин",
    "дын",
    "дин",
    "тын",
    "тин",
    "ға",
    "ге",
    "қа",
    "ке",
    "га",
    "ка",
    "на",
    "не",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "ни",
    "ди",
    "ти",
    "да",
    "де",
    "та",
    "те",
    "нда",
    "нде",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "мен",
    "бен",
    "пен",
    "дағы",
    "дегі",
    "тағы",
    "тегі",
    "ндағы",
    "ндегі",
    "дагы",
    "деги",
    "тагы",
    "теги",
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
    "сыз",
    "сіз",
    "лы",
    "лі",
    "ша",
    "ше",
    "ін",
    "ын",
];

/// Plural and possessive endings, which may stand before those of cases.
const OWNERS: &[&str] = &[
    "лар", "лер", "дар", "дер", "тар", "тер", "ымыз", "іміз", "мыз", "міз", "имиз", "миз", "ыңыз",
    "іңіз", "ңыз", "ңіз", "ыныз", "ныз", "сы", "сі", "си", "ым", "ім", "ың", "ің", "м", "ң", "ы",
    "і",
];

/// The shortest stem that is looked at.
const STEM: usize = 3;
/// How many plural and possessive endings may follow one another.
const OWNERS_IN_A_ROW: usize = 3;

/// Every stem that `word`, between edges, may have before Kazakh endings.
pub(super) fn stems(word: &[Letter]) -> Vec<String> {
    let letters: String = word
        .iter()
        .filter(|letter| **letter != EDGE)
        .filter_map(|letter| char::from_u32(u32::from(*letter)))
        .collect();
    let mut stems = before(&letters, CASES);
    // «квартирам», «заводы» may be Russian: alone, only what it has not.
    let marked =
        |stem: &String| letters[stem.len()..].chars().count() >= 3 || letters.ends_with(['і', 'ң']);
    let mut layer = stems.clone();
    layer.extend(before(&letters, OWNERS).into_iter().filter(marked));
    stems.extend(layer.iter().skip(stems.len()).cloned().collect::<Vec<_>>());
    for _ in 1..OWNERS_IN_A_ROW {
        layer = layer.iter().flat_map(|stem| before(stem, OWNERS)).collect();
        stems.extend(layer.iter().cloned());
    }
    stems.sort();
    stems.dedup();
    stems
}

fn before(word: &str, endings: &[&str]) -> Vec<String> {
    let stems = endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let long = stems.filter(|stem| stem.chars().count() >= STEM);
    long.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::letters::Word;

    #[test]
    fn every_way_to_part_a_word() {
        let of = |word: &str| stems(Word::of(word).take().unwrap());
        assert!(of("справканы").contains(&"справка".to_owned()));
        assert!(of("участоктағы").contains(&"участок".to_owned()));
        assert!(of("зарплатамызды").contains(&"зарплата".to_owned()));
        assert!(of("подъездтерімізде").contains(&"подъезд".to_owned()));
        assert!(of("воды").is_empty());
    }
}
