//! Forms of Kazakh verbs, drawn at random.

use super::paradigm::{Class, noun, suffixes, voice};
use super::suffix::{is_front, join};
use crate::random::Random;

const PRESENT: [&str; 7] = ["мIн", "сIң", "дI", "дI", "мIз", "сIз", "сIңдAр"];
const PAST: [&str; 7] = ["", "", "м", "ң", "ңIз", "K", "ңIздAр"];
const CONDITIONAL: [&str; 6] = ["", "", "м", "ң", "ңIз", "K"];
const PARTICIPLE: [&str; 12] = [
    "", "", "", "DA", "нAн", "DAй", "MIн", "MIз", "сIз", "MA", "LIK DAн", "шA",
];
const EVIDENTIAL: [&str; 6] = ["DI", "DI", "MIн", "сIз", "MIз", "сIң"];
const IMPERATIVE: [&str; 11] = [
    "",
    "",
    "шI",
    "сIн",
    "сIн",
    "(I)ңIз",
    "(I)ңIз",
    "(I)ңдAр",
    "(I)ңIздAр",
    "(I)ңIзшI",
    "сIншI",
];
const DEVERBAL: [&str; 8] = [
    "GIш",
    "GAлI",
    "PAK",
    "PAKшI",
    "GIм",
    "GIсI",
    "GIңIз",
    "PAйIншA",
];

fn one(all: &[&'static str], random: &mut Random) -> &'static str {
    all.get(random.below(all.len()))
        .copied()
        .unwrap_or_default()
}

/// Turns a stem into one of its forms.
pub fn inflect(stem: &mut String, random: &mut Random) {
    let front = is_front(stem);
    if random.below(100) < 14 {
        voice(stem, front, random);
    }
    let negative = random.below(100) < 16;
    if negative {
        join(stem, "PA", front);
    }
    match random.below(100) {
        0..20 => {
            present(stem, front);
            join(stem, one(&PRESENT, random), front);
        }
        20..34 => {
            join(stem, "DI", front);
            join(stem, one(&PAST, random), front);
        }
        34..52 => {
            join(stem, "GAн", front);
            if random.below(100) < 30 {
                noun(stem, false, Class::Noun, random);
            } else {
                suffixes(stem, one(&PARTICIPLE, random));
            }
        }
        52..60 => {
            converb(stem, front);
            if random.below(100) < 35 {
                join(stem, one(&EVIDENTIAL, random), front);
            }
        }
        60..64 => present(stem, front),
        64..82 => {
            infinitive(stem);
            if random.below(100) < 15 {
                join(stem, "шI", front);
            }
            noun(stem, false, Class::Noun, random);
        }
        82..87 => {
            present(stem, front);
            join(stem, "тIн", front);
            noun(stem, false, Class::Name, random);
        }
        87..91 => {
            join(stem, "сA", front);
            join(stem, one(&CONDITIONAL, random), front);
        }
        91..95 => join(stem, one(&IMPERATIVE, random), front),
        95..97 if negative => join(stem, "с", front),
        95..97 => {
            let vowel = stem.ends_with(['а', 'е', 'ы', 'і', 'я']);
            join(stem, if vowel { "р" } else { "Aр" }, front);
        }
        _ => join(stem, one(&DEVERBAL, random), front),
    }
}

/// `бара`, `келе`, `қарай`, `оқи`, `қоя`.
fn present(stem: &mut String, front: bool) {
    match stem.chars().last() {
        Some('а' | 'е' | 'я') => stem.push('й'),
        Some('ы' | 'і') => {
            stem.pop();
            stem.push('и');
        }
        _ => join(stem, "A", front),
    }
}

/// `барып`, `келіп`, `қарап`, `тауып`, `шығып`.
fn converb(stem: &mut String, front: bool) {
    if stem.ends_with('п') {
        stem.pop();
        stem.push('у');
    }
    join(stem, "(I)п", front);
}

/// `бару`, `қарау`, `оқу`, `табу`, `шығу`, `қою`.
pub fn infinitive(stem: &mut String) {
    let end = match stem.chars().last() {
        Some('ы' | 'і') => "у",
        Some('п') => "бу",
        Some('қ') => "ғу",
        Some('к') => "гу",
        Some('й') => "ю",
        Some('и') => "ию",
        Some(last) => return stem.push_str(if last == 'ю' { "" } else { "у" }),
        None => return,
    };
    stem.pop();
    stem.push_str(end);
}

#[cfg(test)]
mod tests {
    use super::super::paradigm::form;
    use super::*;
    use std::collections::BTreeSet;

    fn forms(stem: &str) -> BTreeSet<String> {
        let mut random = Random(1);
        (0..6000)
            .map(|_| form(stem, Class::Verb, &mut random))
            .collect()
    }

    #[test]
    fn forms_that_people_use_are_drawn() {
        for (stem, wanted) in [
            (
                "бар",
                &[
                    "барамын",
                    "бармайды",
                    "барған",
                    "барып",
                    "баруға",
                    "баратын",
                ][..],
            ),
            (
                "кел",
                &[
                    "келеді",
                    "келмеген",
                    "келіпті",
                    "келгенде",
                    "келсе",
                    "келіңіз",
                ],
            ),
            ("оқы", &["оқиды", "оқу", "оқып", "оқыған"]),
            ("тап", &["тауып", "табу", "таппады", "тапқан"]),
            ("шық", &["шығып", "шығады", "шыққан", "шығар"]),
            ("қой", &["қою", "қояды", "қойған"]),
        ] {
            let of = forms(stem);
            for want in wanted {
                assert!(of.contains(*want), "{want}");
            }
        }
    }
}
