//! Numbers of flats that their word does not stand beside: in a list of flats,
//! and after the house.

use super::flat::with_letter;
use super::lexer::{Case, Class, Gap, Token, Tokens};

/// The last token of a flat's number in a list that ends with its word: «из 9 и
/// 12 квартир», the word of the last one with it.
pub fn listed(tokens: &Tokens, at: usize) -> Option<usize> {
    let number = |at: usize| {
        let token = tokens.get(at).filter(|t| t.gap < Gap::Line)?;
        (token.is_number() && token.length <= 4).then(|| with_letter(tokens, at))
    };
    let joint = |at: usize| {
        tokens.get(at).is_some_and(|t| t.is_sign(','))
            || matches!(tokens.key(at), "и" | "мен" | "пен" | "бен" | "жане")
    };
    let plural = |at: usize| {
        let near = tokens.get(at).is_some_and(|t| t.gap < Gap::Line);
        near && matches!(
            tokens.key(at),
            "квартир" | "квартирах" | "квартиры" | "квартирам" | "квартирами"
        )
    };
    let this = number(at)?;
    let mut last = this;
    let mut numbers = 1;
    while joint(last + 1) && numbers < MOST_LISTED {
        let Some(next) = number(last + 2) else { break };
        last = next;
        numbers += 1;
    }
    if !plural(last + 1) {
        return None;
    }
    // What is counted has no other number before it.
    let mut before = at;
    while before > 1
        && at - before < 2 * MOST_LISTED
        && joint(before - 1)
        && tokens.get(before - 2).is_some_and(Token::is_number)
    {
        before -= 2;
    }
    let from = matches!(
        tokens.key(before.wrapping_sub(1)),
        "из" | "в" | "с" | "во" | "жилцы" | "соседи" | "жители"
    );
    let list = (before < at || last > this) && from;
    list.then_some(if last == this { last + 1 } else { this })
}

/// No list of flats is longer.
const MOST_LISTED: usize = 8;

/// The flat at token `at` that only a hyphen divides from the house, «живу на
/// Сатпаева 88–14», where the text says that somebody lives there.
pub fn after_house(tokens: &Tokens, at: usize) -> Option<usize> {
    let hyphen = tokens
        .before(at, 1)
        .is_some_and(|t| t.is_joined() && matches!(t.class, Class::Sign('-' | '–' | '—')));
    let short = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_number() && t.length <= 3)
    };
    if !hyphen || !tokens.get(at)?.is_joined() || !short(at) || !short(at.checked_sub(2)?) {
        return None;
    }
    let street = tokens.before(at, 3)?;
    let named = street.is_word()
        && (street.case == Case::Capital || tokens.key(at - 3).starts_with("коше"));
    let ends = tokens.get(at + 1).is_none_or(|t| {
        t.gap == Gap::Line || matches!(t.class, Class::Sign(',' | '.' | ';' | ')' | '!'))
    });
    let lives = || {
        (4..=8).any(|back| {
            ["жив", "прожив", "турам", "турат", "турып", "адрес", "мекен"]
                .iter()
                .any(|stem| tokens.key(at.wrapping_sub(back)).starts_with(stem))
        })
    };
    (named && ends && lives()).then_some(at)
}
