//! Initials, before and after a family.

use super::context;
use super::lexicon::Lexicon;
use super::shape::{self, Shape};
use crate::text::redact::lexer::{Case, Gap, Tokens};

/// Whether token `at` is the initial that a run begins with.
pub fn leads(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.length == 1)
}

/// Whether initials follow the capitalised word at token `at`: a family; before
/// two, whatever it looks like.
pub fn before_initials(lexicon: &Lexicon, tokens: &Tokens, at: usize) -> bool {
    let word = tokens
        .get(at)
        .is_some_and(|t| t.case == Case::Capital && t.length > 2 && tokens.is_mixed());
    let initial = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.length == 1 && t.case == Case::Capital)
            && tokens
                .get(at + 1)
                .is_some_and(|t| t.is_joined() && t.is_sign('.'))
    };
    let key = tokens.key(at);
    word && initial(at + 1)
        && (initial(at + 3) || shape::family(lexicon, key, false) == Shape::Faint)
        && !context::is_role(key)
}

/// The token after the initials at `at`: `И. И.`, `Қ.`, and a bare `А` after a
/// name.
pub fn initials(tokens: &Tokens, at: usize, after_name: bool) -> Option<usize> {
    let mut to = at;
    let mut count = 0;
    while count < 3 {
        let Some(token) = tokens
            .get(to)
            .filter(|t| t.is_word() && (t.length == 1 || t.length == 2 && t.case == Case::Capital))
        else {
            break;
        };
        let dot = tokens
            .get(to + 1)
            .is_some_and(|t| t.is_sign('.') && t.is_joined());
        let place = to > at && token.gap == Gap::Line;
        let alone = token.length == 2 && tokens.get(to + 2).is_none_or(|t| !t.is_joined());
        if !dot || place || alone || token.case == Case::Lower && !after_name {
            break;
        }
        count += 1;
        to += 2;
    }
    if count == 0 && after_name {
        let bare = tokens
            .get(at)
            .filter(|t| t.length == 1 && t.case == Case::Capital && tokens.is_mixed())?;
        let ends = tokens
            .get(at + 1)
            .is_none_or(|t| !t.is_word() && !t.is_joined() || t.gap == Gap::Line || t.is_sign(','));
        // «Қадырбаева М күйеуінен»: no word is written so.
        let lone = !matches!(
            tokens.key(at),
            "а" | "и" | "о" | "у" | "с" | "к" | "в" | "я" | "е" | "д"
        ) && tokens
            .get(at + 1)
            .is_some_and(|t| t.is_word() && t.case == Case::Lower);
        return (bare.gap == Gap::Space && (ends || lone)).then_some(at + 1);
    }
    // The last dot is often left out: «Ахметов Н.С».
    let last = tokens.get(to).filter(|t| {
        (1..3).contains(&count) && t.is_joined() && t.length == 1 && t.case == Case::Capital
    });
    if last.is_some()
        && tokens
            .get(to + 1)
            .is_none_or(|t| !t.is_joined() || !t.is_word())
    {
        return Some(to + 1);
    }
    // «Сәтбаев қ.» is a town.
    let town = count == 1 && tokens.get(at).is_some_and(|t| t.case == Case::Lower);
    (count > 0 && !town).then_some(to)
}
