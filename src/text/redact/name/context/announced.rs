//! Words before a name that announce it: «меня зовут», a role, the end of a letter.

use super::before::is_institution_word;
use super::role::is_role;
use crate::text::redact::lexer::{Case, Class, Gap, Tokens};
use crate::text::redact::stems::starts;

/// How firmly the words before announce a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Announced {
    No,
    /// By a role with a comma after it: a family must follow.
    Apart,
    /// By a role that a place may follow as well, «житель», «әкім»: what is
    /// unknown is none.
    Resident,
    /// By a role, a kinship or a field of a form: a capital must follow.
    Role,
    /// At the end of a letter.
    Signature,
    /// «Меня зовут», «менің атым»: whatever follows is a name.
    Introduced,
}

/// What announces the word at token `at`.
pub fn announced(tokens: &Tokens, at: usize) -> Announced {
    let mut back = 1;
    while back <= 4 {
        let Some(token) = tokens.before(at, back) else {
            return Announced::No;
        };
        match token.class {
            Class::Sign(',' | ':' | '-' | '–' | '—' | '.' | '(' | '!') => back += 1,
            _ => break,
        }
    }
    let Some(index) = at.checked_sub(back) else {
        return Announced::No;
    };
    let bare = back == 1;
    let near = tokens.get(at).is_some_and(|t| t.gap < Gap::Line);
    let (one, two) = (tokens.key(index), tokens.key(index.wrapping_sub(1)));
    let full_stop = (1..back).any(|b| {
        tokens
            .before(at, b)
            .is_some_and(|t| t.is_sign('.') || t.is_sign('!'))
    });
    match (two, one) {
        ("уважением", _)
        | (
            _,
            "уважением" | "курметпен" | "курметпенен" | "благодарностю" | "алгыспен" | "уажбен",
        ) => return Announced::Signature,
        ("ниетпен", _) | ("тилекпен", _) | (_, "тилекпен" | "ниетпен") =>
        {
            return Announced::Signature;
        }
        _ => {}
    }
    if !near || full_stop {
        return Announced::No;
    }
    let comma = (1..back).any(|b| tokens.before(at, b).is_some_and(|t| t.is_sign(',')));
    match (two, one) {
        ("меня", "зовут") | ("зовут", "меня") | ("менин" | "меним" | "мени", "атым" | "есимим") => {
            Announced::Introduced
        }
        ("уялы" | "толык" | "шот", "атым") => Announced::No,
        (_, "атым" | "есимим" | "атыжоним" | "жоним") => {
            Announced::Introduced
        }
        ("аты" | "аты-жони", "жони") => Announced::Introduced,
        ("зовут", _) if starts(one, "е", 2) => Announced::Introduced,
        ("по", "имени") if bare => Announced::Role,
        (_, "фио" | "фамилия" | "имя" | "отчество" | "тегим" | "тааж" | "тае") => {
            Announced::Role
        }
        ("и" | "а", "о" | "е") if !bare => Announced::Role,
        (_, "от" | "кому" | "кого" | "колы" | "подпис") if !bare && !comma => {
            Announced::Role
        }
        ("на" | "по", "фамилии")
        | (_, "некий" | "некая" | "некто" | "некоего" | "некоей" | "тов") => {
            Announced::Role
        }
        _ if is_role(one) && comma => Announced::Apart,
        _ if takes_place(one) => Announced::Resident,
        _ if is_role(one) => Announced::Role,
        // «начальник участка Тулегенов».
        _ if bare
            && is_role(two)
            && tokens
                .get(index)
                .is_some_and(|t| t.case == Case::Lower && t.length > 3)
                // «председатель КСК Омаров».
                || bare && is_role(two) && is_institution_word(one) =>
        {
            Announced::Role
        }
        _ if bare && is_towards(one, tokens.key(at)) => Announced::Role,
        _ => Announced::No,
    }
}

/// Whether `key`, after the preposition `before`, is a family in a case that
/// streets do not take: «к Ахметовой», but «к Сатпаева».
fn is_towards(before: &str, key: &str) -> bool {
    let feminine = ["овой", "евой"].iter().any(|e| key.ends_with(e));
    match before {
        "к" | "ко" => feminine || key.ends_with("ову") || key.ends_with("еву"),
        "у" | "от" | "с" | "со" => feminine,
        _ => false,
    }
}

/// Whether what stands before token `at` may introduce a name; a quick look.
pub fn may_introduce(tokens: &Tokens, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            tokens.key(at.wrapping_sub(back)),
            "зовут"
                | "меня"
                | "атым"
                | "есимим"
                | "атыжоним"
                | "жоним"
                | "жони"
                | "уважением"
                | "курметпен"
        )
    })
}

/// Whether «меня зовут» or «менің атым», and not «атым» alone, stands before
/// token `at`.
pub fn is_explicit(tokens: &Tokens, at: usize) -> bool {
    let (two, one) = (
        tokens.key(at.wrapping_sub(2)),
        tokens.key(at.wrapping_sub(1)),
    );
    matches!(
        (two, one),
        ("меня", "зовут") | ("менин" | "меним", "атым" | "есимим")
    )
}

/// Whether the role `key` is as often followed by a place as by a name.
fn takes_place(key: &str) -> bool {
    [
        "жител",
        "тургын",
        "аким",
        "президент",
        "министр",
        "депутат",
        "прокурор",
        "судя",
        "азамат",
        "граждан",
        "председател",
        "началник",
        "началник",
        "директор",
        "заведующ",
        "следовател",
        "инспектор",
        "акимд",
    ]
    .iter()
    .any(|stem| key.starts_with(stem))
}
