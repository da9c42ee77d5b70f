//! Registration plates of cars: `123 ABC 02` and `123 AB 02` of Kazakhstan,
//! the old `A123BCD`, and `А123ВС77` of Russia, in Latin letters or in the
//! Cyrillic ones that look like them.

use super::label::{self, Label};
use super::lexer::{Case, Gap, Tokens};
use super::{Kind, Span};

/// Regions of Kazakhstan on plates are 01 to 20.
const REGIONS: usize = 20;

/// The Latin capital that a Cyrillic letter looks like.
pub(super) fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'Е' | 'е' => 'E',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Н' | 'н' => 'H',
        'О' | 'о' => 'O',
        'Р' | 'р' => 'P',
        'С' | 'с' => 'C',
        'Т' | 'т' => 'T',
        'У' | 'у' => 'Y',
        'Х' | 'х' => 'X',
        _ => return None,
    })
}

pub(super) fn recognise(tokens: &Tokens, at: usize) -> Option<Span> {
    let (last, spaced) = if tokens.get(at)?.is_number() {
        current(tokens, at)?
    } else {
        old(tokens, at)?
    };
    let letters = (at..=last).filter(|i| tokens.get(*i).is_some_and(|t| t.is_word()));
    let mut letters = letters.filter_map(|i| tokens.get(i));
    let upper = letters.all(|t| t.case == Case::Upper || t.length == 1 && t.case == Case::Capital);
    // Spaced and small, it is words: «100 тон 12».
    let labelled = || {
        matches!(
            label::before(tokens, at, &[]),
            Some(Label::Plate | Label::Number)
        )
    };
    if spaced && !(upper && tokens.has_small()) && !labelled() {
        return None;
    }
    let (first, last) = (tokens.get(at)?, tokens.get(last)?);
    Some(Span {
        range: first.start..last.end,
        kind: Kind::Plate,
    })
}

/// Three digits, two or three letters, two digits of the region; the last
/// token, and whether there is space between.
fn current(tokens: &Tokens, at: usize) -> Option<(usize, bool)> {
    let free = tokens.before(at, 1).is_none_or(|t| !t.is_word()) || !tokens.get(at)?.is_joined();
    if !free || tokens.get(at)?.length != 3 {
        return None;
    }
    let (letters, gap) = next(tokens, at)?;
    let (region, second) = next(tokens, letters)?;
    tokens
        .get(region)
        .filter(|t| t.is_number() && t.length == 2)?;
    let value = tokens
        .digits(region)
        .fold(0, |n, d| n * 10 + usize::from(d));
    let ends = tokens
        .get(region + 1)
        .is_none_or(|t| !(t.is_joined() && t.is_word()));
    ((1..=REGIONS).contains(&value) && ends && is_series(tokens, letters, 2))
        .then_some((region, gap || second))
}

/// One letter, three digits, two or three letters, perhaps a region of Russia.
fn old(tokens: &Tokens, at: usize) -> Option<(usize, bool)> {
    if !is_series(tokens, at, 1) || tokens.get(at)?.length != 1 {
        return None;
    }
    let (number, gap) = next(tokens, at)?;
    tokens
        .get(number)
        .filter(|t| t.is_number() && t.length == 3)?;
    let (letters, second) = next(tokens, number)?;
    if !is_series(tokens, letters, 2) {
        return None;
    }
    let region = tokens
        .get(letters + 1)
        .filter(|t| t.is_joined() && t.is_number() && (2..=3).contains(&t.length));
    Some((letters + usize::from(region.is_some()), gap || second))
}

/// The next token, over a hyphen or a bar, and whether there is space before it.
fn next(tokens: &Tokens, at: usize) -> Option<(usize, bool)> {
    let token = tokens.get(at + 1).filter(|t| t.gap < Gap::Line)?;
    if token.is_sign('-') || token.is_sign('|') {
        return Some((at + 2, true))
            .filter(|_| tokens.get(at + 2).is_some_and(|t| t.gap < Gap::Line));
    }
    Some((at + 1, !token.is_joined()))
}

/// Whether the word at `at` has up to three letters that plates can have.
fn is_series(tokens: &Tokens, at: usize, least: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        t.is_word()
            && (least..=3).contains(&t.length)
            && (t.latin || tokens.key(at).chars().all(|c| look_alike(c).is_some()))
    })
}
