//! Names of persons.
//!
//! Words that look like parts of a name, by the lists (`lexicon`), by their
//! `shape` or as initials, are read together as a `run`; the run and what
//! stands around it (`context`) decide whether it is a person, a street, or no
//! name at all.

mod context;
mod extend;
mod initials;
mod lexicon;
mod made;
mod part;
mod person;
mod run;
mod shape;
mod stranger;

use super::lexer::{Case, Class, Gap, Tokens};
use super::{Kind, Span};
use context::Announced;
use lexicon::Lexicon;
use run::Run;

/// Pushes every name of a text, in order.
pub(super) fn find(tokens: &Tokens, spans: &mut Vec<Span>) {
    let lexicon = Lexicon::get();
    let numbers = spans.len();
    // The token after the name last found.
    let mut last = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(token) = tokens.get(at).filter(|t| t.is_word()) else {
            at += 1;
            continue;
        };
        if is_part_of_link(tokens, at) {
            at += 1;
            continue;
        }
        // A small word in a text with capitals is a name only after «менің
        // атым» and the like.
        let small = tokens.is_mixed() && token.case == Case::Lower;
        let announced = if small && !context::may_introduce(tokens, at) {
            Announced::No
        } else {
            context::announced(tokens, at)
        };
        let capital = tokens.is_mixed() && token.case == Case::Capital;
        let listed = || {
            last.is_some_and(|last| goes_on(tokens, last, at))
                && !is_by_ending(lexicon, tokens.key(at), token.latin)
                // «Оразов, Кирова 3».
                && !context::is_counted_place(tokens, at + 1)
        };
        let announced = match announced {
            Announced::No if capital && listed() => {
                // After a comma a place comes as often as a name.
                let and = !tokens.before(at, 1).is_some_and(|t| t.is_sign(','));
                let more = || stranger::leads_list(lexicon, tokens, at);
                if and || more() {
                    Announced::Role
                } else {
                    Announced::Resident
                }
            }
            Announced::No if capital && stranger::leads_list(lexicon, tokens, at) => {
                Announced::Role
            }
            announced => announced,
        };
        let mut run = Run::read(lexicon, tokens, at, announced);
        if run.is_empty() && announced > Announced::Role {
            run = unknown(tokens, at, announced);
        }
        if run.is_empty() {
            at += 1;
            continue;
        }
        let announced = announced.max(beside_phone(tokens, &run, &spans[..numbers]));
        if run.is_person(lexicon, tokens, announced) {
            run.extend(lexicon, tokens, announced);
            last = Some(run.to);
            let (first, last) = (tokens.get(run.from), tokens.get(run.to - 1));
            if let (Some(first), Some(last)) = (first, last) {
                spans.push(Span {
                    range: first.start..last.end,
                    kind: Kind::Name,
                });
            }
        }
        at = run.to.max(at + 1);
    }
}

/// Whether token `at` goes on with the list of names that ended before token
/// `last`: «Орлов, Байжанова», «Әсем мен Айгүл».
fn goes_on(tokens: &Tokens, last: usize, at: usize) -> bool {
    let comma = tokens.get(last).is_some_and(|t| t.is_sign(','));
    let and = matches!(tokens.key(last), "и" | "мен" | "пен" | "бен" | "жане");
    last + 1 == at && (comma || and) && tokens.get(at).is_some_and(|t| t.gap == Gap::Space)
}

/// Whether the lists have `key` only without an ending: «Алматы» is no «Алма».
fn is_by_ending(lexicon: &Lexicon, key: &str, latin: bool) -> bool {
    let none = lexicon::Known::default();
    lexicon.look_up(key, latin) == none && shape::look_up(lexicon, key, latin, true) != none
}

/// Whether a telephone number stands before or after a run, but for a sign or
/// two: it is the number of a person.
fn beside_phone(tokens: &Tokens, run: &Run, numbers: &[Span]) -> Announced {
    // «8 701 …, Сәтбаев 9» is a street.
    if numbers.is_empty() || context::is_counted_place(tokens, run.to) {
        return Announced::No;
    }
    let phone = |token: &super::lexer::Token| {
        let next = numbers.partition_point(|s| s.range.end <= token.start);
        numbers
            .get(next)
            .is_some_and(|s| s.kind == Kind::Phone && s.range.start < token.end)
    };
    let joins = |token: &&super::lexer::Token| {
        matches!(token.class, Class::Sign(',' | ':' | '-' | '–' | '—' | '(')) && !phone(token)
    };
    let ahead = (0..3)
        .filter_map(|by| tokens.get(run.to + by))
        .find(|t| !joins(t));
    let behind = (1..=3)
        .filter_map(|by| tokens.before(run.from, by))
        .find(|t| !joins(t));
    if ahead.is_some_and(phone) || behind.is_some_and(phone) {
        Announced::Role
    } else {
        Announced::No
    }
}

/// Whether the word at `at` is a piece of a link, an address or a code.
fn is_part_of_link(tokens: &Tokens, at: usize) -> bool {
    let link = |sign: Option<&super::lexer::Token>| {
        sign.is_some_and(|t| {
            t.is_sign('@') || t.is_sign('_') || t.is_sign('=') || t.is_sign('[') || t.is_sign(']')
        })
    };
    let before = tokens.get(at).is_some_and(super::lexer::Token::is_joined);
    let after = tokens
        .get(at + 1)
        .is_some_and(super::lexer::Token::is_joined);
    let latin_stop = tokens
        .get(at)
        .is_some_and(|t| t.latin && t.case == Case::Lower)
        && (before
            && tokens
                .before(at, 1)
                .is_some_and(|t| t.is_sign('.') || t.is_sign('/'))
            || after
                && tokens.get(at + 1).is_some_and(|t| t.is_sign('.'))
                && tokens.get(at + 2).is_some_and(|t| t.is_joined() && t.latin));
    before && link(tokens.before(at, 1)) || after && link(tokens.get(at + 1)) || latin_stop
}

/// A name that nothing knows, after «меня зовут» or at the end of a letter.
fn unknown(tokens: &Tokens, at: usize, announced: Announced) -> Run {
    let none = Run::none(at);
    let Some(token) = tokens.get(at) else {
        return none;
    };
    let key = tokens.key(at);
    let capital = token.case == Case::Capital && tokens.is_mixed();
    let ordinary = matches!(
        key,
        "не" | "на"
            | "так"
            | "как"
            | "все"
            | "мен"
            | "жок"
            | "емес"
            | "деп"
            | "осы"
            | "вот"
            | "ето"
            | "просто"
            | "шыкты"
            | "шыгып"
            | "бар"
            | "бойынша"
            | "жителница"
            | "жител"
            | "пенсионер"
            | "коллектив"
            | "жители"
            | "жилцы"
            | "родители"
            | "тургындар"
            | "атааналар"
            | "ужым"
            | "администрация"
            | "команда"
            | "тоо"
            | "кск"
            | "оси"
            | "ваш"
            | "ваши"
            | "ваша"
            | "група"
            | "группа"
            | "сиздин"
            | "кала"
            | "ауыл"
            | "жоним"
            | "жони"
    ) || context::is_role(key);
    let ends = tokens
        .get(at + 1)
        .is_none_or(|t| t.gap == Gap::Line || !t.is_word() || t.case == Case::Capital);
    let fits = match announced {
        Announced::Introduced => capital || ends || context::is_explicit(tokens, at),
        Announced::Signature => token.case == Case::Capital && ends,
        _ => false,
    };
    if token.length < 3 || ordinary || !fits {
        return none;
    }
    let mut to = at + 1;
    while capital
        && to < at + 3
        && tokens.get(to).is_some_and(|t| {
            t.gap == Gap::Space && t.is_word() && t.case == Case::Capital && t.length > 2
        })
    {
        to += 1;
    }
    Run::whole(at, to)
}
