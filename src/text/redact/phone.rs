//! Telephone numbers: what [`class::phone`](crate::text::class::phone) knows,
//! any separators, numbers of other countries, and after a label the five to
//! seven digits of a city number.

use super::chain::{Chain, Prefix};
use super::label::Label;
use super::lexer::{Gap, Tokens};
use super::{Kind, Span};
use crate::text::class::phone;

pub(super) fn recognise(
    text: &str,
    tokens: &Tokens,
    chain: &Chain,
    label: Option<Label>,
) -> Option<Span> {
    if toll_free(chain).is_some() {
        return None;
    }
    let labelled = label == Some(Label::Phone);
    let number = long(chain)
        .or_else(|| city(text, chain, labelled))
        .filter(|n| !is_amount(tokens, n.next()))?;
    Some(number.span(chain.start, Kind::Phone))
}

/// Whether the chain begins with a mobile number in full.
pub(super) fn is_mobile(chain: &Chain) -> bool {
    let full = chain.prefix(11).map(|n| n.digits);
    let ten = chain.prefix(10).filter(Prefix::is_one).map(|n| n.digits);
    matches!(full, Some([7 | 8, 7, 0 | 4 | 6 | 7, ..]))
        || matches!(ten, Some([7, 0 | 4 | 6 | 7, ..]))
}

/// The index after a number that costs the caller nothing, «8-800-080-77-77»:
/// that of a service, and of no person.
pub(super) fn toll_free(chain: &Chain) -> Option<usize> {
    let free = |n: &Prefix| matches!(n.digits, [7 | 8, 8, 0, 0, ..]);
    let groups = |n: &Prefix| n.is_one() || chain.first() <= 4 || chain.plus;
    [11, 10, 8].into_iter().find_map(|count| {
        let number = chain.prefix(count)?;
        (free(&number) && groups(&number)).then(|| number.next())
    })
}

/// Numbers with their long-distance code.
fn long(chain: &Chain) -> Option<Prefix<'_>> {
    let eleven = chain.prefix(11).filter(|n| match n.digits {
        [8, area, ..] => *area >= 3,
        [7, area, ..] => *area >= 3 && (chain.plus || n.is_one() || chain.first() <= 4),
        _ => false,
    });
    eleven
        .or_else(|| {
            let ten = chain.prefix(10)?;
            let code = ten.lengths().next()?;
            let mobile =
                matches!(ten.digits, [7, 0 | 4 | 6 | 7 | 2 | 1, ..]) && matches!(code, 3 | 10);
            let bracketed =
                chain.start < chain.first_digit() && !chain.plus && (3..=5).contains(&code);
            (mobile || bracketed).then_some(ten)
        })
        .or_else(|| {
            // Other countries.
            let lengths = [12, 11, 13, 10, 14];
            lengths
                .into_iter()
                .filter(|_| chain.plus)
                .find_map(|n| chain.prefix(n))
        })
}

/// City numbers.
fn city<'c>(text: &str, chain: &'c Chain, labelled: bool) -> Option<Prefix<'c>> {
    let start = chain.first_digit();
    let end = phone::recognise(text, start);
    let hyphened = [6, 7].into_iter().find_map(|n| {
        let number = chain.prefix(n)?;
        let paired = number.is_grouped(&[2, 2, 2]) || number.is_grouped(&[3, 2, 2]);
        let known = Some(number.span(start, Kind::Phone).range.end) == end;
        (paired && known && !is_date(&number)).then_some(number)
    });
    hyphened.or_else(|| {
        let lengths = [7, 6, 5].into_iter().filter(|_| labelled);
        lengths.filter_map(|n| chain.prefix(n)).next()
    })
}

/// Whether three pairs can be day, month and year.
fn is_date(number: &Prefix) -> bool {
    match number.digits {
        [a, b, c, d, e, f] => {
            let (day, month, year) = (a * 10 + b, c * 10 + d, e * 10 + f);
            (1..=31).contains(&day) && (1..=12).contains(&month) && (10..=35).contains(&year)
        }
        _ => false,
    }
}

/// Whether the word at token `at` is a currency or a unit, so that the number
/// before it is an amount.
pub(super) fn is_amount(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.gap < Gap::Line) else {
        return false;
    };
    if token.is_sign('₸')
        || token.is_sign('%')
        || token.is_sign('$')
        || token.is_sign('€')
        || token.is_sign('₽')
    {
        return true;
    }
    let key = tokens.key(at);
    ["тенге", "рубл", "доллар", "миллион", "миллиард", "тысяч"]
        .iter()
        .any(|unit| key.starts_with(unit))
        || matches!(
            key,
            "тг" | "тнг"
                | "тен"
                | "руб"
                | "р"
                | "сом"
                | "тыс"
                | "млн"
                | "млрд"
                | "мын"
                | "кв"
                | "квт"
                | "куб"
                | "кубов"
                | "м"
                | "м2"
                | "км"
                | "кг"
                | "литр"
                | "литров"
                | "л"
                | "га"
                | "соток"
                | "человек"
                | "адам"
                | "лет"
                | "жыл"
                | "года"
                | "год"
                | "жылгы"
                | "жылы"
                | "дней"
                | "кун"
                | "метр"
                | "метров"
                | "шт"
                | "дана"
                | "ккал"
                | "гкал"
        )
}
