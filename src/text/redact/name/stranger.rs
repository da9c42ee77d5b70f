//! Words that no list knows, written as names are: whether they may be one,
//! and families that stand alone in the middle of a sentence.

use super::context::{self, Place};
use super::lexicon::{Known, Lexicon};
use super::shape;
use crate::text::redact::lexer::{Case, Class, Gap, Tokens};

/// Whether the word at token `at` is written with a capital, is known as
/// nothing else, and nothing makes it a place.
pub fn is_stranger(lexicon: &Lexicon, tokens: &Tokens, at: usize) -> bool {
    let key = tokens.key(at);
    tokens
        .get(at)
        .is_some_and(|t| t.is_word() && t.length > 2 && t.case == Case::Capital && !t.latin)
        && tokens.is_mixed()
        && is_unknown(lexicon, key)
        && !context::is_place_after(tokens, at + 1)
        && context::place_before(tokens, at) == Place::No
}

/// Whether `key` is no word of our corpora, no place and no role.
pub fn is_unknown(lexicon: &Lexicon, key: &str) -> bool {
    key.len() >= 6
        && !(lexicon.is_word(key)
            || lexicon.is_place(key)
            || context::is_role(key)
            || context::is_title(key)
            || context::is_institution(key))
}

/// Whether a sentence begins with the word at token `at`.
pub fn begins(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_none_or(|t| t.gap == Gap::Line)
        || match tokens.before(at, 1) {
            None => true,
            Some(t) => match t.class {
                Class::Sign('.' | '!' | '?' | '…' | ';') => true,
                Class::Sign('«' | '"' | '“' | '„' | '(' | '-' | '–' | '—' | ':' | ')') => {
                    at < 2 || begins(tokens, at - 1)
                }
                Class::Sign(c) => !c.is_ascii_punctuation(),
                _ => false,
            },
        }
}

/// Whether the family alone at tokens `from..to` is a person and no street.
pub fn is_family_alone(
    lexicon: &Lexicon,
    tokens: &Tokens,
    run: std::ops::Range<usize>,
    certain: bool,
) -> bool {
    let (from, to) = (run.start, run.end);
    let key = tokens.key(from);
    let Some(token) = tokens.get(from) else {
        return false;
    };
    if token.case != Case::Capital || token.latin || lexicon.is_place(key) {
        return false;
    }
    let listed = lexicon.look_up(key, false).has(Known::FAMILY);
    if lexicon.is_word(key) && (!listed || token.length <= 4) {
        return false;
    }
    let joins = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            t.is_number() || matches!(t.class, Class::Sign('-' | '/' | '–' | '»' | '"'))
        })
    };
    if joins(to) || from > 0 && joins(from - 1) {
        return false;
    }
    // «Абая, Розыбакиева»: streets come in lists as well.
    let before = tokens.key(from.wrapping_sub(1));
    let oblique = [
        "ову", "еву", "овой", "евой", "овых", "евых", "ину", "овым", "евым", "енко", "уку", "юку",
    ]
    .iter()
    .any(|end| key.ends_with(end));
    let local = [
        "овке", "евке", "да", "де", "та", "те", "дагы", "деги", "тагы", "теги",
    ]
    .iter()
    .any(|end| key.ends_with(end));
    let towards = matches!(
        before,
        "по" | "на"
            | "в"
            | "во"
            | "до"
            | "за"
            | "с"
            | "со"
            | "от"
            | "из"
            | "у"
            | "к"
            | "ко"
            | "через"
            | "угол"
            | "углу"
            | "напротив"
            | "возле"
            | "около"
            | "вдол"
            | "между"
            | "пересечении"
            | "пересечение"
            | "районе"
            | "и"
            | "мен"
            | "вниз"
            | "вверх"
            | "выше"
            | "ниже"
    );
    // «Нурланова и Жумадилова»: only the first may be told.
    let place = context::place_before(tokens, from) != Place::No
        || from > 1
            && context::place_before(tokens, from - 1) != Place::No
            && tokens.get(from - 1).is_some_and(|t| t.case != Case::Lower);
    if place || local || towards && !oblique {
        return false;
    }
    if begins(tokens, from) {
        // At the beginning of a sentence a capital tells nothing.
        let goes_on = tokens.get(to).is_some_and(|t| {
            t.is_word() && t.gap == Gap::Space && t.case == Case::Lower && t.length > 2
        });
        return is_firm(key)
            || certain && !lexicon.is_word(key) && goes_on && !is_street_told(tokens.key(to));
    }
    true
}

/// Whether `key` ends as families do and hardly any word.
pub fn is_firm(key: &str) -> bool {
    const ENDS: [&str; 13] = [
        "енко",
        "чук",
        "чуку",
        "чука",
        "щук",
        "уллин",
        "уллина",
        "уллину",
        "иллин",
        "швили",
        "нюк",
        "люк",
        "адзе",
    ];
    let stem = ENDS.iter().find_map(|end| key.strip_suffix(end));
    stem.is_some_and(|stem| stem.chars().count() >= 3)
}

/// Whether `key` tells what happens to streets: «Жумабаева перекрыта».
fn is_street_told(key: &str) -> bool {
    [
        "перекр",
        "угол",
        "разби",
        "раскоп",
        "пересеч",
        "затоп",
        "нет",
        "без",
        "между",
        "стоит",
        "дом",
        "уг",
    ]
    .iter()
    .any(|stem| key.starts_with(stem))
}

/// Whether the capital word at `at` is joined by «и», «мен» or a comma to a
/// given name after it: names come in lists.
pub fn leads_list(lexicon: &Lexicon, tokens: &Tokens, at: usize) -> bool {
    let joint = tokens.get(at + 1).is_some_and(|t| t.is_sign(','))
        || matches!(tokens.key(at + 1), "и" | "мен" | "пен" | "бен" | "жане");
    let preposition = matches!(
        tokens.key(at.wrapping_sub(1)),
        "в" | "во" | "на" | "из" | "до" | "по" | "через"
    );
    joint
        && !begins(tokens, at)
        && !lexicon.is_place(tokens.key(at))
        && !preposition
        && tokens
            .get(at + 2)
            .is_some_and(|t| t.is_word() && t.case == Case::Capital && t.gap == Gap::Space)
        && shape::look_up(lexicon, tokens.key(at + 2), false, true).has(Known::GIVEN)
        && !context::is_place_after(tokens, at + 3)
}
