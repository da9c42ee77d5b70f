//! Numbers of documents, accounts, contracts and appeals: after their label
//! («удостоверение № …»), before it («… нөмірлі өтініш»), or by the prefixes
//! that appeals' systems give («ЖТ-2024-…»).

use super::label::{self, Label};
use super::lexer::{Case, Class, Gap, Tokens};
use super::phone::is_amount;
use super::{Kind, Span};
use crate::text::class::date;

/// Prefixes of appeals' registration numbers: requests of natural and legal
/// persons in Russian and in Kazakh.
const PREFIXES: [&str; 6] = ["зт", "жт", "фл", "юл", "жк", "кж"];

/// A code that begins with letters, at a word.
pub(super) fn recognise(text: &str, tokens: &Tokens, at: usize, spans: &[Span]) -> Option<Span> {
    let token = tokens.get(at)?;
    let joined_after = tokens.get(at + 1).is_some_and(|t| {
        t.is_joined() && matches!(t.class, Class::Number | Class::Sign('-' | '/'))
    });
    let joined_before = token.is_joined()
        && tokens.before(at, 1).is_some_and(|t| {
            !matches!(
                t.class,
                Class::Sign('№' | '#' | ':' | '(' | '.' | ',' | ';' | '"' | '«')
            )
        });
    if token.length > 4 || joined_before {
        return None;
    }
    if !joined_after {
        return series(tokens, at, spans);
    }
    // «N12740583»: a number sign typed as a letter, or a series.
    let long = token.length <= 2
        && token.case != Case::Lower
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.is_number() && (7..=9).contains(&t.length));
    if long
        && tokens
            .get(at + 2)
            .is_none_or(|t| !t.is_joined() || !t.is_word())
    {
        return Some(Span {
            range: token.start..tokens.get(at + 1)?.end,
            kind: Kind::Document,
        });
    }
    let code = Code::read(tokens, at)?;
    let prefixed = PREFIXES.contains(&tokens.key(at))
        && code.digits >= 3
        && tokens.get(at + 1).is_some_and(|t| t.is_sign('-'));
    if prefixed {
        return Some(code.span(tokens, at));
    }
    if token.case == Case::Lower || code.digits < 2 {
        return None;
    }
    labelled(text, tokens, at, label::before(tokens, at, spans))
}

/// «BM 184420»: a series in capitals and a number, after the label.
fn series(tokens: &Tokens, at: usize, spans: &[Span]) -> Option<Span> {
    // «АА № 1047263».
    let sign = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_sign('№') && t.gap < Gap::Line);
    let letters = tokens.get(at)?;
    let number = tokens.get(at + 1 + usize::from(sign))?;
    let fits = (1..=3).contains(&letters.length)
        && letters.case != Case::Lower
        && number.is_number()
        && (number.gap == Gap::Space || sign && number.gap < Gap::Line)
        && (5..=8).contains(&number.length);
    let labelled = || label::before(tokens, at, spans) == Some(Label::Document);
    (fits && labelled()).then_some(Span {
        range: letters.start..number.end,
        kind: Kind::Document,
    })
}

/// The number of an identity card without a label: nine digits of which the
/// first two count the millions issued since 2008.
pub(super) fn identity_card(tokens: &Tokens, at: usize) -> Option<Span> {
    let token = tokens.get(at).filter(|t| t.length == 9)?;
    let issued = matches!(tokens.key(at).as_bytes(), [b'0', b'1'..=b'6', ..]);
    let joined = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_joined() && (t.is_word() || t.is_sign('-') || t.is_sign('/')))
    };
    let begun = token.is_joined() && tokens.before(at, 1).is_some_and(|t| t.is_word());
    let free = !(begun || joined(at + 1) || is_amount(tokens, at + 1));
    (issued && free).then_some(Span {
        range: token.start..token.end,
        kind: Kind::Document,
    })
}

/// A code after its label.
pub(super) fn labelled(
    text: &str,
    tokens: &Tokens,
    at: usize,
    label: Option<Label>,
) -> Option<Span> {
    if label != Some(Label::Document) {
        return None;
    }
    let code = Code::read(tokens, at)?;
    let start = tokens.get(at)?.start;
    let numbered = is_numbered(tokens, at);
    let enough = numbered
        || code.digits >= 5
        || code.letters > 0 && code.digits >= 3 && code.digits + code.letters >= 5;
    let dated = date::recognise(text, start).is_some() || is_years(tokens, at, code.last);
    (enough && !dated && !is_amount(tokens, code.last + 1)).then(|| code.span(tokens, at))
}

/// A number before its label: «778899 нөмірлі өтініш», «№ 45 шарт».
pub(super) fn followed(tokens: &Tokens, at: usize) -> Option<Span> {
    let code = Code::read(tokens, at)?;
    let mut next = code.last + 1;
    let long = code.letters == 0 && code.last == at && (6..=12).contains(&code.digits);
    let mut numbered = is_numbered(tokens, at) || long;
    let key = tokens.key(next);
    if (key.starts_with("номирли")
        || key.starts_with("номерли")
        || key.starts_with("номирм")
        || key.starts_with("номирим"))
        && tokens.get(next)?.gap < Gap::Line
    {
        numbered = true;
        next += 1;
    }
    let near = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.gap < Gap::Line)
    };
    let document = near(next)
        && (label::is_document(tokens, next)
            || near(next + 1)
                && tokens.key(next) == "жеке"
                && label::is_document(tokens, next + 1));
    (numbered && document && !is_amount(tokens, code.last + 1)).then(|| code.span(tokens, at))
}

/// Whether the tokens are years: «за 2021-2024 годы».
fn is_years(tokens: &Tokens, at: usize, last: usize) -> bool {
    let year = |i: usize| {
        let digits = tokens.key(i).as_bytes();
        digits.len() == 4 && (digits.starts_with(b"19") || digits.starts_with(b"20"))
    };
    (at..=last).all(|i| {
        year(i)
            || tokens
                .get(i)
                .is_some_and(|t| !t.is_word() && !t.is_number())
    })
}

/// Whether `№` or «номер» stands between the label and token `at`.
fn is_numbered(tokens: &Tokens, at: usize) -> bool {
    (1..=3)
        .map_while(|back| tokens.before(at, back).map(|t| (t, at - back)))
        .take_while(|(t, i)| !t.is_number() && !label::is_document(tokens, *i))
        .any(|(t, i)| t.is_sign('№') || t.is_sign('#') || label::is_number(tokens.key(i)))
}

/// Letters and digits joined by hyphens, slashes and points.
struct Code {
    last: usize,
    digits: usize,
    letters: usize,
}

/// How many tokens a number may have.
const MOST: usize = 24;

impl Code {
    fn read(tokens: &Tokens, at: usize) -> Option<Code> {
        let mut code = Code {
            last: at,
            digits: 0,
            letters: 0,
        };
        let mut next = at;
        while let Some(token) = tokens.get(next).filter(|t| next == at || t.is_joined()) {
            // No number of a document has more parts, and every number of a
            // long chain comes here.
            if next > at + MOST {
                break;
            }
            match token.class {
                Class::Number => code.digits += token.length,
                // A longer or small word after a hyphen is a grammatical ending.
                Class::Word if token.length <= 4 && (token.case != Case::Lower || next == at) => {
                    code.letters += token.length
                }
                // «58/2024-к», but «5-й».
                Class::Word
                    if token.length == 1
                        && next > at + 2
                        && !matches!(
                            tokens.key(next),
                            "й" | "я" | "е" | "м" | "х" | "ю" | "го"
                        ) =>
                {
                    code.letters += 1;
                }
                Class::Sign('-' | '–' | '/' | '\\' | '.' | '_') if next > at => {
                    next += 1;
                    continue;
                }
                _ => break,
            }
            code.last = next;
            next += 1;
        }
        code.groups(tokens, at);
        (code.digits > 0).then_some(code)
    }

    /// An identity card's nine digits are also written in threes.
    fn groups(&mut self, tokens: &Tokens, at: usize) {
        let three = |i: usize| {
            tokens
                .get(i)
                .is_some_and(|t| t.is_number() && t.length == 3 && t.gap < Gap::Line)
        };
        if self.last == at && (at..at + 3).all(three) {
            self.last = at + 2;
            self.digits = 9;
        }
    }

    fn span(&self, tokens: &Tokens, at: usize) -> Span {
        let byte = |i: usize, end: bool| {
            tokens
                .get(i)
                .map_or(0, |t| if end { t.end } else { t.start })
        };
        Span {
            range: byte(at, false)..byte(self.last, true),
            kind: Kind::Document,
        }
    }
}
