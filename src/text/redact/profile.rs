//! Profiles: links to social networks, mentions (`@name`, `[id1|Name]`), and
//! a nickname after the name of a network.

use super::lexer::{Class, Gap, Token, Tokens};
use super::{Kind, Span};
use crate::text::class::{email, mention};

/// Hosts whose paths name persons.
const HOSTS: [&str; 20] = [
    "instagram.com",
    "instagr.am",
    "t.me",
    "telegram.me",
    "telegram.dog",
    "vk.com",
    "vk.ru",
    "vkontakte.ru",
    "facebook.com",
    "fb.com",
    "fb.me",
    "tiktok.com",
    "ok.ru",
    "wa.me",
    "twitter.com",
    "x.com",
    "threads.net",
    "linkedin.com",
    "my.mail.ru",
    "youtube.com",
];

/// Pushes every profile of `text`, in order.
pub(super) fn find(text: &str, tokens: &Tokens, spans: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    for at in memchr::memchr3_iter(b'/', b'@', b'[', bytes) {
        if at < from {
            continue;
        }
        let range = match bytes[at] {
            b'/' => link(text, from, at),
            b'@' if email::recognise(text, from, at).is_none() => handle(text, at),
            b'[' => mention::recognise(text, at).map(|end| (at, end)),
            _ => None,
        };
        if let Some((start, end)) = range {
            spans.push(Span {
                range: start..end,
                kind: Kind::Profile,
            });
            from = end;
        }
    }
    let new = spans.len();
    nicknames(tokens, spans);
    super::settle(spans, new);
}

/// `@name`, not in the middle of a word.
fn handle(text: &str, at: usize) -> Option<(usize, usize)> {
    let free = !text[..at].ends_with(|c: char| c.is_alphanumeric());
    let end = mention::recognise(text, at).filter(|_| free)?;
    (end - at > 2).then_some((at, end))
}

/// The link whose host ends at the slash at byte `at`.
fn link(text: &str, from: usize, at: usize) -> Option<(usize, usize)> {
    let host_byte = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let length = text.as_bytes()[from..at]
        .iter()
        .rev()
        .take(40)
        .take_while(|b| host_byte(b))
        .count();
    let host = &text[at - length..at];
    let known = HOSTS.iter().any(|known| {
        let Some((rest, end)) = length
            .checked_sub(known.len())
            .and_then(|n| host.split_at_checked(n))
        else {
            return false;
        };
        end.eq_ignore_ascii_case(known) && (rest.is_empty() || rest.ends_with('.'))
    });
    if !known {
        return None;
    }
    let rest = &text[at + 1..];
    let end = rest
        .find(|c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | ')' | ',' | ';')
        })
        .unwrap_or(rest.len());
    let path = rest[..end].trim_end_matches(['.', '!', '?', ':', ']', '\'']);
    let mut start = at - length;
    for scheme in ["https://", "http://"] {
        let before = text.get(from..start).unwrap_or_default();
        if before.len() >= scheme.len()
            && before.is_char_boundary(before.len() - scheme.len())
            && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme)
        {
            start -= scheme.len();
            break;
        }
    }
    let free = !text[..start].ends_with(|c: char| c.is_alphanumeric());
    (free && path.bytes().any(|b| b.is_ascii_alphanumeric()))
        .then_some((start, at + 1 + path.len()))
}

/// A nickname after the name of a network: «инстаграм: aigul_92».
fn nicknames(tokens: &Tokens, spans: &mut Vec<Span>) {
    for at in 0..tokens.len() {
        let key = tokens.key(at);
        if !matches!(key.chars().next(), Some('и' | 'т' | 'в' | 'ф')) || !is_network(key) {
            continue;
        }
        let mut next = at + 1;
        // «2000 тг», of money.
        if key == "тг" && tokens.before(at, 1).is_some_and(Token::is_number) {
            continue;
        }
        let (mut signs, mut named) = (false, false);
        while let Some(token) = tokens.get(next).filter(|t| t.gap < Gap::Line) {
            match token.class {
                Class::Sign(':' | '-' | '–') => signs = true,
                Class::Word if !named && is_account(tokens.key(next)) => named = true,
                _ => break,
            }
            next += 1;
        }
        let Some(first) = tokens
            .get(next)
            .filter(|t| t.gap < Gap::Line && t.latin && t.length > 1)
        else {
            continue;
        };
        let mut last = next;
        let mut telling = signs;
        while let Some(token) = tokens.get(last + 1).filter(|t| t.is_joined()) {
            let part = match token.class {
                Class::Word => token.latin,
                Class::Number => true,
                Class::Sign('_' | '.') => tokens
                    .get(last + 2)
                    .is_some_and(|t| t.is_joined() && (t.latin || t.is_number() || t.is_sign('_'))),
                Class::Sign(_) => false,
            };
            if !part {
                break;
            }
            telling |= !token.is_word();
            last += 1;
        }
        let end = tokens.get(last).map_or(first.end, |t| t.end);
        let link = tokens
            .get(last + 1)
            .is_some_and(|t| t.is_joined() && (t.is_sign('/') || t.is_sign('@')));
        if telling && !link {
            spans.push(Span {
                range: first.start..end,
                kind: Kind::Profile,
            });
        }
    }
}

/// Whether `key` is a word for a profile.
fn is_account(key: &str) -> bool {
    matches!(
        key,
        "ник"
            | "ником"
            | "никим"
            | "акк"
            | "аккаунт"
            | "аккаунты"
            | "парокша"
            | "паракша"
            | "профил"
            | "профили"
    )
}

fn is_network(key: &str) -> bool {
    if matches!(
        key,
        "тг" | "вк" | "телега" | "телеге" | "телегу" | "инсту" | "инсте" | "инсты"
    ) {
        return true;
    }
    [
        "инстаграм",
        "инста",
        "факебоок",
        "телеграм",
        "вконтакте",
        "тикток",
        "фейсбук",
    ]
    .iter()
    .any(|n| super::stems::starts(key, n, 4))
}
