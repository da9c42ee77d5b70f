//! Spans that count by their kind, not by their letters: each becomes one
//! upper-case word with spaces around it.
//!
//! Works on lower-case text. One file per kind, each with a `recognise` that
//! says where the span that starts at a given byte ends.

pub mod date;
pub mod email;
pub mod link;
pub mod mask;
pub mod mention;
pub mod money;
pub mod number;
pub mod phone;
pub mod time;

use super::{Census, Sink, scan};

const RECOGNISABLE: Census = Census::DIGIT.or(Census::LINK).or(Census::BRACKET);

/// Whether `text` may hold a span of some class.
pub fn should(_text: &str, census: Census) -> bool {
    census.has(RECOGNISABLE)
}

/// Writes `text` with each recognised span replaced by its class word.
pub fn apply(text: &str, out: &mut impl Sink) {
    let bytes = text.as_bytes();
    let mut kept = 0;
    let mut from = 0;
    for at in scan::hits(bytes, may_begin) {
        if at < from {
            continue;
        }
        match recognise(text, kept, at) {
            Some(Span { start, end, word }) => {
                out.keep(text, kept..start);
                out.replace(start..start, " ");
                match word {
                    Some(word) => out.replace(start..end, word),
                    None => out.keep(text, start..end),
                }
                out.replace(end..end, " ");
                (kept, from) = (end, end);
            }
            None => from = run_end(bytes, at),
        }
    }
    out.keep(text, kept..text.len());
}

struct Span {
    start: usize,
    end: usize,
    /// The class word; none where the span stays as it is.
    word: Option<&'static str>,
}

/// Whether a class span can begin with this byte.
#[inline]
fn may_begin(a: u8, _: u8) -> bool {
    (a.wrapping_sub(b'0') < 10)
        | (a == b'+')
        | (a == b'(')
        | (a == b'@')
        | (a == b'[')
        | (a == b'$')
        | (a == b'h')
        | (a == b'w')
        | (a == b't')
}

/// Where to look next after nothing was recognised at `at`: a run of ASCII
/// letters is looked at only at its start.
fn run_end(bytes: &[u8], at: usize) -> usize {
    if bytes[at].is_ascii_alphabetic() {
        let run = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic());
        at + run.count()
    } else {
        at + 1
    }
}

/// The span at `at`; no part of it lies before `from`.
fn recognise(text: &str, from: usize, at: usize) -> Option<Span> {
    let span = |word| {
        move |end| Span {
            start: at,
            end,
            word: Some(word),
        }
    };
    match text.as_bytes()[at] {
        b'@' => email::recognise(text, from, at)
            .map(|(start, end)| Span {
                start,
                end,
                word: Some("EMAIL"),
            })
            .or_else(|| mention::recognise(text, at).map(span("MENTION"))),
        b'[' => match mask::recognise(text, at) {
            Some((end, word)) => Some(span(word)(end)),
            None => mention::recognise(text, at).map(span("MENTION")),
        },
        b'h' | b'w' | b't' => link::recognise(text, at).map(span("LINK")),
        b'$' => money::recognise(text, at).map(span("MONEY")),
        _ => date::recognise(text, at)
            .map(span("DATE"))
            .or_else(|| time::recognise(text, at).map(span("TIME")))
            .or_else(|| money::recognise(text, at).map(span("MONEY")))
            .or_else(|| phone::recognise(text, at).map(span("PHONE")))
            .or_else(|| {
                let end = number::recognise(text, at)?;
                let service = number::is_service(&text[at..end]);
                let word = if service { None } else { Some("NUMBER") };
                Some(Span {
                    word,
                    ..span("")(end)
                })
            }),
    }
}

/// Reads up to `most` digits at `at`; how many there are.
fn digits(bytes: &[u8], at: usize, most: usize) -> usize {
    let end = bytes.len().min(at + most);
    bytes
        .get(at..end)
        .unwrap_or_default()
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count()
}

/// Whether no digit stands at `at`.
fn no_digit(bytes: &[u8], at: usize) -> bool {
    !bytes.get(at).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        let out = written(|out| apply(text, out));
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_class_in_a_sentence() {
        assert_eq!(
            applied("с 5 мая по 12.06.2024 в 18:30 нет света, дом 15а, тел. 8-701-123-45-67"),
            "с DATE по DATE в TIME нет света, дом NUMBER а, тел. PHONE"
        );
        assert_eq!(
            applied("төлем 5 000 тг, штраф $100 или 2,5 млн тенге"),
            "төлем MONEY , штраф MONEY или MONEY"
        );
        assert_eq!(
            applied("жазыңыз a.b@mail.kz немесе @akim_kz, https://egov.kz/x?a=1 және t.me/akim."),
            "жазыңыз EMAIL немесе MENTION , LINK және LINK ."
        );
        assert_eq!(applied("109-ға қоңырау шалдым"), "109 -ға қоңырау шалдым");
    }

    #[test]
    fn leaves_words() {
        for text in [
            "нет воды",
            "whatsapp the water",
            "(см. выше)",
            "a+b",
            "@",
            "[",
            "+",
        ] {
            assert_eq!(applied(text), text);
        }
    }
}
