//! Inflected forms of stems, drawn at random: how restoration learns what
//! endings follow which stem without a text for every form.

use super::suffix::{is_front, join};
use crate::random::Random;

/// What a stem is inflected as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Plural, possession, case. A star marks a vowel lost before others:
    /// `халық*`, `халқы`.
    Noun,
    /// As a noun, mostly in the singular.
    Name,
    /// Degree, and as a noun.
    Adjective,
    /// A stem of a verb: `бар`, `келе`.
    Verb,
    /// No forms but its own.
    Fixed,
}

/// Suffixes with how often each is drawn.
type Drawn = [(u8, &'static str)];

const CASES: &Drawn = &[
    (30, ""),
    (12, "NIң"),
    (12, "GA"),
    (12, "WI"),
    (10, "DA"),
    (9, "EAн"),
    (9, "Mен"),
    (6, "DA GI"),
];
const CASES_OF_THIRD: &Drawn = &[
    (24, ""),
    (16, "нIң"),
    (14, "нA"),
    (14, "н"),
    (12, "ндA"),
    (8, "нAн"),
    (8, "мен"),
    (6, "ндA гI"),
    (2, "ншA"),
];
const CASES_OF_FIRST: &Drawn = &[
    (30, ""),
    (14, "NIң"),
    (14, "A"),
    (14, "WI"),
    (10, "DA"),
    (8, "нAн"),
    (8, "мен"),
];
const POSSESSIVES: &Drawn = &[
    (58, "(S)I"),
    (14, "(I)м"),
    (3, "(I)ң"),
    (11, "(I)ңIз"),
    (14, "(I)мIз"),
];
const MADE_OF_NOUNS: &Drawn = &[
    (24, "LIK"),
    (16, "LI"),
    (18, "сIз"),
    (12, "шI"),
    (8, "DAй"),
    (5, "шA"),
    (6, "сIз LIK"),
    (4, "LAс"),
    (5, "DIKі"),
];
const PERSONS: &Drawn = &[
    (30, "MIн"),
    (20, "сIң"),
    (20, "сIз"),
    (20, "MIз"),
    (10, "MA"),
];
const MADE_OF_ADJECTIVES: &Drawn = &[
    (30, "LIK"),
    (20, "рAK"),
    (16, "LAу"),
    (14, "шA"),
    (10, "сIз"),
    (10, "DAй"),
];
const VOICES: &Drawn = &[
    (30, "PASSIVE"),
    (20, "(I)с"),
    (30, "CAUSATIVE"),
    (20, "REFLEXIVE"),
];

fn draw(drawn: &Drawn, random: &mut Random) -> &'static str {
    let all: usize = drawn.iter().map(|(weight, _)| usize::from(*weight)).sum();
    let mut at = random.below(all);
    for (weight, suffix) in drawn {
        match at.checked_sub(usize::from(*weight)) {
            None => return suffix,
            Some(rest) => at = rest,
        }
    }
    ""
}

/// Whether something happens that does in so many of a hundred cases.
fn chance(percent: usize, random: &mut Random) -> bool {
    random.below(100) < percent
}

/// A form of a stem.
pub fn form(stem: &str, class: Class, random: &mut Random) -> String {
    let mut word = stem.trim_end_matches('*').to_owned();
    match class {
        Class::Fixed => {}
        Class::Verb => super::verb::inflect(&mut word, random),
        Class::Noun | Class::Name => {
            if chance(12, random) {
                let made = draw(MADE_OF_NOUNS, random);
                suffixes(&mut word, made);
                if made.ends_with("LIK") || made == "шI" {
                    noun(&mut word, false, class, random);
                }
            } else {
                noun(&mut word, stem.ends_with('*'), class, random);
            }
        }
        Class::Adjective => match random.below(100) {
            0..45 => {}
            45..70 => {
                let made = draw(MADE_OF_ADJECTIVES, random);
                suffixes(&mut word, made);
                if made == "LIK" {
                    noun(&mut word, false, class, random);
                }
            }
            70..78 => suffixes(&mut word, draw(PERSONS, random)),
            _ => noun(&mut word, false, class, random),
        },
    }
    word
}

/// Joins suffixes set apart by spaces; the word's own vowels rule them.
pub fn suffixes(word: &mut String, all: &str) {
    for suffix in all.split_whitespace() {
        let front = is_front(word);
        join(word, suffix, front);
    }
}

/// Plural, possession and case.
pub fn noun(word: &mut String, loses_vowel: bool, class: Class, random: &mut Random) {
    let front = is_front(word);
    let plural = match class {
        Class::Name => 6,
        _ => 25,
    };
    let plural = chance(plural, random);
    if plural {
        join(word, "LAр", front);
    }
    let cases = if chance(if class == Class::Name { 12 } else { 45 }, random) {
        let possessive = draw(POSSESSIVES, random);
        if loses_vowel && !plural {
            lose_vowel(word);
        }
        join(word, possessive, front);
        match possessive {
            "(S)I" => CASES_OF_THIRD,
            "(I)м" | "(I)ң" => CASES_OF_FIRST,
            _ => CASES,
        }
    } else {
        CASES
    };
    for suffix in draw(cases, random).split_whitespace() {
        // `үйіндегі`: what is joined to н is voiced.
        let suffix = if suffix == "гI" { "GI" } else { suffix };
        join(word, suffix, front);
    }
    if chance(3, random) {
        suffixes(word, draw(PERSONS, random));
    }
}

/// `халық` before a vowel becomes `халқ`.
fn lose_vowel(word: &mut String) {
    let last = word.pop();
    word.pop();
    word.extend(last);
}

/// A voice of a verb: passive, reciprocal, causative, reflexive.
pub fn voice(stem: &mut String, front: bool, random: &mut Random) {
    let vowel = stem.ends_with(['а', 'е', 'ы', 'і']);
    let suffix = match draw(VOICES, random) {
        "PASSIVE" if stem.ends_with(['л']) || stem.ends_with("ла") || stem.ends_with("ле") => {
            "(I)н"
        }
        "PASSIVE" => "(I)л",
        "REFLEXIVE" => "(I)н",
        "CAUSATIVE" if vowel || stem.ends_with(['р', 'й']) => "т",
        "CAUSATIVE" if chance(70, random) => "DIр",
        "CAUSATIVE" => "GIз",
        other => other,
    };
    join(stem, suffix, front);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn forms(stem: &str, class: Class) -> BTreeSet<String> {
        let mut random = Random(1);
        (0..3000).map(|_| form(stem, class, &mut random)).collect()
    }

    #[test]
    fn forms_that_people_use_are_drawn() {
        let of = forms("көше", Class::Noun);
        for want in ["көше", "көшеде", "көшеміздің", "көшелерінде", "көшедегі"]
        {
            assert!(of.contains(want), "{want}");
        }
        assert!(forms("халық*", Class::Noun).contains("халқының"));
        assert!(forms("Алматы", Class::Name).contains("Алматыдағы"));
        assert!(forms("таза", Class::Adjective).contains("тазалық"));
        assert_eq!(forms("және", Class::Fixed).len(), 1);
    }
}
