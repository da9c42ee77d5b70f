//! Personal data in a text: where it stands, and the text without it.
//!
//! Works on the text as it was typed, since capitals and punctuation tell a
//! name from a word. Everything outside the spans is kept byte for byte, and
//! a span begins and ends where words do.
//!
//! | kind | file | recognised by |
//! |---|---|---|
//! | IIN, BIN | [`iin`] | control sum and structure, or the label before it |
//! | card | [`card`] | Luhn's sum |
//! | IBAN | [`iban`] | `KZ`, 18 characters, remainder by 97 |
//! | phone | `phone` | the spellings of Kazakhstan; short city numbers after a label |
//! | e-mail | `email` | `@` between a name and a domain |
//! | plate | `plate` | the patterns of Kazakhstan and Russia |
//! | document | `document` | the label before it; the prefixes of appeals' numbers |
//! | profile | `profile` | links to social networks, mentions, nicknames after a label |
//! | flat | `flat` | its word beside the number; the house stays |
//! | name | `name` | lists, shapes of patronymics and families, what stands around |

pub mod card;
mod chain;
mod document;
mod email;
mod filling;
mod flat;
mod flat_beside;
pub mod iban;
pub mod iin;
mod key;
mod kind;
mod label;
mod lexer;
mod name;
mod phone;
mod plate;
mod profile;
mod stems;

pub use kind::{Kind, Span};

use super::Sink;
use lexer::Tokens;

/// What looking at a text needs: kept by the caller, so that nothing is
/// allocated once it has grown to the longest text.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    tokens: Tokens,
    spans: Vec<Span>,
}

/// The spans of personal data in `text`, in order and without overlap.
pub fn find<'s>(text: &str, scratch: &'s mut Scratch) -> &'s [Span] {
    let Scratch { tokens, spans } = scratch;
    spans.clear();
    tokens.read(text);
    profile::find(text, tokens, spans);
    let addresses = spans.len();
    email::find(text, spans);
    settle(spans, addresses);
    let numbers = spans.len();
    number(text, tokens, spans);
    settle(spans, numbers);
    let names = spans.len();
    name::find(tokens, spans);
    settle(spans, names);
    spans
}

/// As [`find`], for a single text.
pub fn spans(text: &str) -> impl Iterator<Item = Span> + use<> {
    let mut scratch = Scratch::default();
    find(text, &mut scratch);
    scratch.spans.into_iter()
}

/// Writes `text` with each span of personal data replaced by the
/// [mark](Kind::mark) of its kind; returns whether there was any.
///
/// ```
/// use qulaq::text::redact::{Scratch, redact};
/// let (mut scratch, mut out) = (Scratch::default(), String::new());
/// redact("Менің атым Айгүл, Абай көшесі 15, 12-пәтер, 8 701 555 01 23", &mut scratch, &mut out);
/// assert_eq!(out, "Менің атым [NAME], Абай көшесі 15, [FLAT], [PHONE]");
/// ```
pub fn redact(text: &str, scratch: &mut Scratch, out: &mut impl Sink) -> bool {
    let spans = find(text, scratch);
    let mut kept = 0;
    for span in spans {
        out.keep(text, kept..span.range.start);
        out.replace(span.range.clone(), span.kind.mark());
        kept = span.range.end;
    }
    out.keep(text, kept..text.len());
    !spans.is_empty()
}

/// Runs the recognisers of numbers over every token that a number, or a word
/// before one, can begin at.
fn number(text: &str, tokens: &Tokens, spans: &mut Vec<Span>) {
    if !tokens.has_digits() {
        return;
    }
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let found = if token.is_number() {
            flat::recognise(tokens, at).or_else(|| digits(text, tokens, at, spans))
        } else if token.is_word() {
            flat::recognise(tokens, at)
                .or_else(|| iban::recognise(text, tokens, at))
                .or_else(|| plate::recognise(tokens, at))
                .or_else(|| document::recognise(text, tokens, at, spans))
        } else {
            None
        };
        match found {
            Some(span) => {
                at = tokens.after(at, span.range.end);
                spans.push(span);
            }
            None => at = digits_end(text, tokens, at),
        }
    }
}

/// The recognisers of what begins with a digit, the one that the label before
/// it names first.
fn digits(text: &str, tokens: &Tokens, at: usize, spans: &[Span]) -> Option<Span> {
    let label = label::before(tokens, at, spans);
    let chain = chain::Chain::read(tokens, at);
    // A label shared by a list does not make a telephone another number.
    let label =
        label.filter(|_| !phone::is_mobile(&chain) || label::before(tokens, at, &[]).is_some());
    iin::recognise(&chain, label)
        .or_else(|| card::recognise(&chain, label))
        .or_else(|| plate::recognise(tokens, at))
        .or_else(|| document::labelled(text, tokens, at, label))
        .or_else(|| phone::recognise(text, tokens, &chain, label))
        .or_else(|| document::followed(tokens, at))
        .or_else(|| document::identity_card(tokens, at))
}

/// Where to look next after nothing was recognised at token `at`: not inside
/// a date or a time.
fn digits_end(text: &str, tokens: &Tokens, at: usize) -> usize {
    let Some(token) = tokens.get(at).filter(|t| t.is_number()) else {
        return at + 1;
    };
    // Nor inside a number that is nobody's.
    if let Some(end) = phone::toll_free(&chain::Chain::read(tokens, at)) {
        return end;
    }
    let end = super::class::date::recognise(text, token.start)
        .or_else(|| super::class::time::recognise(text, token.start));
    end.map_or(at + 1, |end| tokens.after(at, end))
}

/// Puts the spans from index `new` on into their order among the earlier ones;
/// one that overlaps an earlier one goes.
fn settle(spans: &mut Vec<Span>, new: usize) {
    let mut kept = new;
    for at in new..spans.len() {
        let range = spans[at].range.clone();
        let overlaps =
            |other: &Span| other.range.start < range.end && range.start < other.range.end;
        let after = spans[..new].partition_point(|s| s.range.start < range.start);
        let clash = after > 0 && overlaps(&spans[after - 1])
            || after < new && overlaps(&spans[after])
            || kept > new && overlaps(&spans[kept - 1]);
        if !clash && !range.is_empty() {
            spans.swap(kept, at);
            kept += 1;
        }
    }
    spans.truncate(kept);
    spans.sort_unstable_by_key(|s| s.range.start);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn redacted(text: &str) -> String {
        let mut out = String::new();
        redact(text, &mut Scratch::default(), &mut out);
        out
    }

    #[test]
    fn every_kind_has_its_mark() {
        for kind in Kind::ALL {
            assert_eq!(format!("[{kind}]"), kind.mark());
        }
    }

    #[test]
    fn what_is_not_personal_stays() {
        for text in [
            "Абай көшесі, 15-үй, 2024 жылғы 5 мамыр, 12 000 теңге",
            "Звоните 8-800-080-77-77, 8 (800) 080 7777 или на 1414",
            "тел. 88000807777, +7 800 080 77 77",
            "Роман Ауэзова, Ақан сері ауылы, Қожа Ахмет Ясауи кесенесі",
            "На соседней Александровке, в Милана-сити, в Кәусар бұлақ",
            "Справка из школы № 12, жалоба на соседний магазин № 215",
            "Позвоните 109, дом 5, с 12.05.2024 до 18:30 нет света",
            "[PHONE] [NAME]",
            "",
        ] {
            assert_eq!(redacted(text), text);
        }
    }

    #[test]
    fn what_stands_between_a_label_and_its_number() {
        for (text, out) in [
            (
                "лиц. счет в водоканале 70021946",
                "лиц. счет в водоканале [DOCUMENT]",
            ),
            (
                "Договор теплоснабжения № Т-118640",
                "Договор теплоснабжения № [DOCUMENT]",
            ),
            (
                "Талон у мастера, номер 87718320965",
                "Талон у мастера, номер [PHONE]",
            ),
            ("из 3, 9 и 12 квартир", "из [FLAT], [FLAT] и [FLAT]"),
            ("живу на Абая 88–14.", "живу на Абая 88–[FLAT]."),
            ("прием на Абая 9–14.", "прием на Абая 9–14."),
            ("мой тг ник aigul_92", "мой тг ник [PROFILE]"),
            ("в инсте: aigul.b", "в инсте: [PROFILE]"),
            ("Азамат Омаров Нұрлан келді", "Азамат [NAME] келді"),
        ] {
            assert_eq!(redacted(text), out);
        }
    }

    proptest! {
        #[test]
        fn spans_are_in_order_within_the_text(text in "\\PC*") {
            let mut end = 0;
            for span in spans(&text) {
                prop_assert!(end <= span.range.start && span.range.start < span.range.end);
                prop_assert!(text.get(span.range.clone()).is_some());
                end = span.range.end;
            }
        }

        #[test]
        fn pieces_of_personal_data_in_any_order(
            pieces in proptest::collection::vec(
                "(кв|тел|ИИН|KZ|№|8|701|[0-9]{1,12}|Иванов|А|ұлы|[.,:+() /@-]|Айгүл|пәтер|t\\.me|ул|ЖТ|\u{301}|\u{a0}|\n| )",
                0..24,
            )
        ) {
            let text = pieces.concat();
            let mut rest = redacted(&text);
            for kind in Kind::ALL {
                rest = str::replace(&rest, kind.mark(), "");
            }
            prop_assert!(rest.len() <= text.len());
        }
    }
}
