//! Numbers of flats: `кв. 12`, `квартира №12`, `12-пәтер`, `пәтер 12`.

use super::flat_beside::{after_house, listed};
use super::label;
use super::lexer::{Class, Gap, Token, Tokens};
use super::phone::is_amount;
use super::{Kind, Span};

pub(super) fn recognise(tokens: &Tokens, at: usize) -> Option<Span> {
    let (from, last) = if tokens.get(at)?.is_number() {
        let last = || before_word(tokens, at).or_else(|| listed(tokens, at));
        (at, last().or_else(|| after_house(tokens, at))?)
    } else {
        (at, after_word(tokens, at)?)
    };
    let (first, last) = (tokens.get(from)?, tokens.get(last)?);
    Some(Span {
        range: first.start..last.end,
        kind: Kind::Flat,
    })
}

/// Whether `key` is a word for a flat in the singular.
fn is_flat(key: &str) -> bool {
    let patter = key.strip_prefix("патер").is_some_and(|rest| {
        // Not «пәтерлік», «пәтерлер».
        !rest.starts_with('л') && rest.chars().count() <= 6
    });
    patter
        || matches!(
            key,
            "кв" | "пат"
                | "квартира"
                | "квартиры"
                | "квартире"
                | "квартиру"
                | "квартирой"
                | "квра"
        )
}

/// The last token of the number after the word at `at`: `кв. № 12а`.
fn after_word(tokens: &Tokens, at: usize) -> Option<usize> {
    if !is_flat(tokens.key(at))
        || tokens.get(at)?.is_joined() && tokens.before(at, 1).is_some_and(Token::is_word)
    {
        return None;
    }
    let mut next = at + 1;
    if tokens.get(next)?.is_sign('-')
        && matches!(tokens.key(next + 1), "ра" | "ры" | "ре" | "ру" | "р")
    {
        next += 2;
    }
    let mut signs = 0;
    while let Some(token) = tokens.get(next).filter(|t| t.gap < Gap::Line && signs < 4) {
        match token.class {
            Class::Sign('.' | '№' | '-' | '–' | ':' | '#' | '(') => {}
            Class::Word if label::is_number(tokens.key(next)) && token.length > 0 => {}
            _ => break,
        }
        signs += 1;
        next += 1;
    }
    let number = tokens
        .get(next)
        .filter(|t| t.is_number() && t.gap < Gap::Line && t.length <= 4)?;
    // «4 кв. 2024» is a quarter of a year.
    let year = number.length == 4
        && matches!(
            tokens.key(next).as_bytes(),
            [b'1', b'9', ..] | [b'2', b'0', ..]
        );
    let last = with_letter(tokens, next);
    // «пәтерде 11 градус»: with an ending, the number counts what follows.
    let key = tokens.key(at);
    let ending = key.starts_with("патер") && key.chars().count() > 6;
    let follows = tokens
        .get(last + 1)
        .is_some_and(|t| t.is_word() && t.gap == Gap::Space);
    if ending && follows {
        return None;
    }
    (!year && !is_counted(tokens, last + 1)).then_some(last)
}

/// The token of the letter of `12а`, or `at` itself.
pub(super) fn with_letter(tokens: &Tokens, at: usize) -> usize {
    let joined = |t: &&Token| t.is_joined() && t.is_word() && t.length == 1;
    at + usize::from(tokens.get(at + 1).filter(joined).is_some())
}

/// Whether what stands at `at` makes the number before it a count.
fn is_counted(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let rooms = |at: usize| {
        let key = tokens.key(at);
        [
            "комнат",
            "болме",
            "етаж",
            "кабат",
            "процент",
            "градус",
            "шарш",
            "жыл",
            "жас",
            "бала",
            "сагат",
            "кун",
            "рет",
            "отбасы",
            "семе",
        ]
        .iter()
        .any(|stem| key.starts_with(stem))
    };
    let decimal = matches!(token.class, Class::Sign('.' | ','))
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.is_joined() && t.is_number());
    is_amount(tokens, at)
        || rooms(at)
        || decimal
        || token.is_sign('-') && (rooms(at + 1) || rooms(at + 3))
}

/// The word after the number at `at`: `12-пәтер`, `12-ші пәтерден`, and
/// `12 квартира` where a house stands before it.
fn before_word(tokens: &Tokens, at: usize) -> Option<usize> {
    let number = tokens.get(at)?;
    if number.length > 4 {
        return None;
    }
    let mut next = with_letter(tokens, at) + 1;
    let hyphen = tokens.get(next)?.is_sign('-') || tokens.get(next)?.is_sign('–');
    next += usize::from(hyphen);
    let ending = matches!(
        tokens.key(next),
        "ши" | "шы" | "й" | "я" | "ой" | "ая" | "ую" | "ей" | "му"
    ) && tokens.get(next)?.is_joined();
    next += usize::from(ending);
    let word = tokens.get(next).filter(|t| t.gap < Gap::Line)?;
    let key = tokens.key(next);
    // Between two numbers the word belongs to the second: «дом 5 кв 12».
    let ahead = next + 1 + usize::from(tokens.get(next + 1).is_some_and(|t| t.is_sign('.')));
    let taken = matches!(key, "кв" | "пат")
        && !hyphen
        && tokens.get(ahead).is_some_and(|t| {
            t.is_number()
                || t.is_word() && matches!(tokens.key(ahead), "м" | "метр" | "метров" | "метра")
        });
    if !is_flat(key) || taken || hyphen && !word.is_joined() && !ending {
        return None;
    }
    let kazakh = key.starts_with("пат");
    // «№8 пәтерге», «63 пәтерде тұратын».
    let named = kazakh
        && (tokens.before(at, 1).is_some_and(|t| t.is_sign('№'))
            || ["турат", "турам", "туруш", "тургын", "иеси"]
                .iter()
                .any(|stem| tokens.key(next + 1).starts_with(stem)));
    // «Төтенше: 29 пәтерде газ иісі», «Бекзат, 12 пәтер,», «уйим 77 патер»:
    // apart from what is counted.
    let counted = [
        "барлыгы",
        "жалпы",
        "уйде",
        "подъезде",
        "кабатта",
        "да",
        "болди",
        "бар",
        "дейин",
        "шамамен",
    ]
    .iter()
    .any(|w| *w == tokens.key(at.wrapping_sub(1)));
    let apart = tokens
        .before(at, 1)
        .is_none_or(|t| matches!(t.class, Class::Sign(',' | ':' | '.' | ';' | '(')))
        || matches!(
            tokens.key(at.wrapping_sub(1)),
            "уйм" | "уи" | "биз" | "мен" | "корши" | "коршим"
        );
    let ended = matches!(key, "патер" | "пат")
        && tokens
            .get(next + 1)
            .is_none_or(|t| matches!(t.class, Class::Sign(',' | '.' | ';' | ')')));
    let inside =
        matches!(key, "патерде" | "патерден" | "патерге" | "патердеги") && number.length <= 3;
    let named = named || kazakh && !counted && apart && (ended || inside);
    let certain = hyphen && (kazakh || key == "кв") || ending || named;
    let preposition = || {
        matches!(
            tokens.key(at.wrapping_sub(1)),
            "в" | "из" | "с" | "во" | "на"
        )
    };
    let russian = match key {
        "квартире" | "квартиру" | "квартирой" => {
            preposition() || has_house(tokens, at)
        }
        "квартиры" => {
            matches!(tokens.key(at.wrapping_sub(1)), "из" | "с") || has_house(tokens, at)
        }
        _ => has_house(tokens, at),
    };
    (certain
        || if kazakh {
            has_house(tokens, at)
        } else {
            russian
        })
    .then_some(next)
}

/// Whether the number of a house stands before token `at`, with its word or a
/// comma: «5-үй, 12 пәтер», «Абай 12, 5 pater».
fn has_house(tokens: &Tokens, at: usize) -> bool {
    for back in 1..=5 {
        let index = at.wrapping_sub(back);
        let near = tokens
            .before(at, back - 1)
            .is_some_and(|t| t.gap < Gap::Line);
        let Some(token) = tokens.get(index).filter(|_| near) else {
            return false;
        };
        match token.class {
            // «0,4 кВ» is one number.
            Class::Number => return back > 1 && tokens.get(at).is_some_and(|t| !t.is_joined()),
            Class::Sign(',' | '-' | ';' | '.') => {}
            Class::Word
                if token.length == 1
                    || matches!(tokens.key(index), "дом" | "уй" | "уи" | "мкр") => {}
            _ => return false,
        }
    }
    false
}
