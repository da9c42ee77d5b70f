//! The house, its letter or block, and the flat.

use super::token::{Shape, Tokens};
use super::words::{Class, Form};
use crate::text::fold::code_of;
use std::ops::Range;

/// House numbers have no more digits than these.
const MOST_DIGITS: usize = 4;

/// A house as tokens of the text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct House {
    /// The token of the number.
    pub number: usize,
    /// The token of the number after a stroke.
    pub stroke: Option<usize>,
    /// The token of the building's letter.
    pub letter: Option<usize>,
    /// The token of the block's number.
    pub block: Option<usize>,
    /// The token of the flat's number.
    pub flat: Option<usize>,
    /// The first token, the word for a house with it, and the one after the last.
    pub from: usize,
    pub to: usize,
    /// «дом» or «үй» was said.
    pub said: bool,
}

/// How sure the text before is that a house follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// After a street's name.
    House,
    /// After «көшесінде»: a number may count something.
    Count,
    /// Only what says that it is a house.
    Said,
}

/// The house that begins at token `at`.
pub(super) fn read(text: &str, tokens: &Tokens, at: usize, expect: Expect) -> Option<House> {
    let mut next = at;
    let mut said = false;
    if matches!(tokens.class(next), Class::House(_)) {
        said = true;
        let short = tokens.is_letter(next);
        next += 1;
        if tokens.is_mark(next, ".") {
            next += 1;
        } else if short && !tokens.is_number(next) && !tokens.is_mark(next, "№") {
            return None;
        }
    }
    while tokens.is_mark(next, "№#") || numero(text, tokens, next) {
        next += 1;
    }
    if !is_house_number(text, tokens, next) {
        return None;
    }
    let mut house = House {
        number: next,
        from: at,
        to: next + 1,
        said,
        ..House::default()
    };
    let hyphened = details(tokens, &mut house)?;
    let word = matches!(tokens.class(house.to), Class::House(_));
    if word && !house.said {
        let inflected = tokens.class(house.to) == Class::House(Form::Inflected);
        house.said = true;
        house.to += 1;
        block(tokens, &mut house);
        flat(tokens, &mut house);
        if expect == Expect::Count && !hyphened && !inflected && house.flat.is_none() {
            return None;
        }
        return Some(house);
    }
    let unit = tokens.class(house.to) == Class::Unit && !is_disagreeing(text, tokens, &house);
    let count = unit || is_counted(text, tokens, house.to);
    if count && house.flat.is_none() {
        return None;
    }
    flat(tokens, &mut house);
    let sure = house.said || house.flat.is_some() || expect == Expect::House;
    sure.then_some(house)
}

/// Whether token `at` can be the number of a house: not a date, a time or a fraction.
fn is_house_number(text: &str, tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.shape == Shape::Number) else {
        return false;
    };
    let digits = text.get(token.start..token.end).unwrap_or_default();
    let part = tokens.is_mark(at + 1, ".:,")
        && tokens.glued(at + 1)
        && tokens.is_number(at + 2)
        && tokens.glued(at + 2);
    let signed = at > 0 && tokens.is_mark(at - 1, "+") && tokens.glued(at);
    digits.len() <= MOST_DIGITS
        && !digits.starts_with('0')
        && !part
        && !signed
        && !tokens.is_mark(at + 1, "%")
}

/// «N» for «№».
fn numero(text: &str, tokens: &Tokens, at: usize) -> bool {
    let span = tokens.span(at, at);
    tokens.is_number(at + 1) && matches!(text.get(span), Some("N" | "n"))
}

/// «59 яма»: a Russian singular that the number cannot count.
fn is_disagreeing(text: &str, tokens: &Tokens, house: &House) -> bool {
    let word = text
        .get(tokens.span(house.to, house.to))
        .unwrap_or_default();
    let number = slice(text, tokens.span(house.number, house.number));
    let singular = [
        "яма",
        "столб",
        "фонарь",
        "люк",
        "собака",
        "лавочка",
        "авария",
    ];
    singular.contains(&word) && !number.ends_with('1')
}

/// A lower-case Russian genitive plural after a number is what it counts.
fn is_counted(text: &str, tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens
        .get(at)
        .filter(|t| t.shape == Shape::Word && !t.capital)
    else {
        return false;
    };
    let word = text.get(token.start..token.end).unwrap_or_default();
    let plural = ["ов", "ев", "ей"]
        .iter()
        .any(|ending| word.ends_with(ending));
    plural && word.chars().count() >= 5
}

/// Reads what is tied to the number: a letter, a stroke, a block, a flat after
/// a hyphen, the ending of a numeral. Says whether a hyphen was passed;
/// `None` where the number is of something else («9-этажный»).
fn details(tokens: &Tokens, house: &mut House) -> Option<bool> {
    let mut hyphened = false;
    letter(tokens, house);
    if tokens.is_mark(house.to, "/\\") && tokens.glued(house.to) {
        if tokens.is_number(house.to + 1) {
            house.stroke = Some(house.to + 1);
            house.to += 2;
            letter(tokens, house);
        } else if tokens.is_letter(house.to + 1) && house.letter.is_none() {
            house.letter = Some(house.to + 1);
            house.to += 2;
        }
    }
    if tokens.is_mark(house.to, "-–‑") && tokens.glued(house.to) {
        let next = house.to + 1;
        if tokens.is_number(next) && tokens.glued(next) {
            house.flat = Some(next);
            house.to += 2;
        } else if is_numeral_ending(tokens, next) {
            house.to += 2;
            hyphened = true;
        } else if tokens.is_letter(next) && house.letter.is_none() {
            house.letter = Some(next);
            house.to += 2;
        } else if matches!(tokens.class(next), Class::House(_) | Class::Flat) {
            house.to += 1;
            hyphened = true;
        } else if tokens.is_word(next) && tokens.glued(next) {
            return None;
        }
    }
    block(tokens, house);
    Some(hyphened)
}

pub(super) fn is_numeral_ending(tokens: &Tokens, at: usize) -> bool {
    tokens.is_word(at) && tokens.glued(at) && super::words::is_numeral_ending(tokens.codes(at))
}

/// «5а», «5 А», «5 "А"».
fn letter(tokens: &Tokens, house: &mut House) {
    let at = house.to;
    let quoted =
        tokens.is_mark(at, "\"«“'") && tokens.is_letter(at + 1) && tokens.is_mark(at + 2, "\"»”'");
    if quoted {
        house.letter = Some(at + 1);
        house.to += 3;
        return;
    }
    let Some(token) = tokens.get(at).filter(|_| tokens.is_letter(at)) else {
        return;
    };
    let block = tokens.codes(at) == [code_of('к')] && tokens.is_number(at + 1);
    let ends = tokens
        .get(at + 1)
        .is_none_or(|t| matches!(t.shape, Shape::Mark(c) if c != '.'));
    // «9 г үй»
    let said = matches!(tokens.class(at + 1), Class::House(_))
        && tokens.codes(at + 1).first() == Some(&code_of('у'));
    if !block && (said || tokens.glued(at) || token.capital && !tokens.is_mark(at + 1, ".") || ends)
    {
        house.letter = Some(at);
        house.to += 1;
    }
}

/// «корпус 2», «к2».
fn block(tokens: &Tokens, house: &mut House) {
    let mut at = house.to;
    if tokens.is_mark(at, ",") {
        at += 1;
    }
    // «2 корпус», «2-корпус»
    if tokens.is_number(at) {
        let word = at + 1 + usize::from(tokens.is_mark(at + 1, "-–‑"));
        if tokens.class(word) == Class::Block && !tokens.is_number(word + 1) {
            house.block = Some(at);
            house.to = word + 1;
        }
        return;
    }
    let k = tokens.codes(at) == [code_of('к')];
    if !k && tokens.class(at) != Class::Block {
        return;
    }
    at += 1;
    while tokens.is_mark(at, ".№") {
        at += 1;
    }
    if tokens.is_number(at) {
        house.block = Some(at);
        house.to = at + 1;
    }
}

/// «кв. 12», «12-пәтер», «12 квартира» after the house.
fn flat(tokens: &Tokens, house: &mut House) {
    if house.flat.is_some() {
        return;
    }
    let mut at = house.to;
    while tokens.is_mark(at, ",.;") {
        at += 1;
    }
    if tokens.class(at) == Class::Flat {
        at += 1;
        while tokens.is_mark(at, ".№#") {
            at += 1;
        }
        let metres = tokens.class(at + 1) == Class::Unit;
        if tokens.is_number(at) && !metres {
            house.flat = Some(at);
            house.to = at + 1;
        }
        return;
    }
    let number = at;
    if !tokens.is_number(number) {
        return;
    }
    at += 1;
    if tokens.is_mark(at, "-–‑") {
        at += 1;
        if is_numeral_ending(tokens, at) && tokens.class(at) != Class::Flat {
            at += 1;
        }
    }
    let alone =
        !tokens.is_letter(at) || tokens.is_mark(at + 1, ".") || tokens.is_mark(at - 1, "-–‑");
    if tokens.class(at) == Class::Flat && alone {
        house.flat = Some(number);
        house.to = at + 1;
    }
}

impl House {
    /// Writes the number with its letter, stroke and block: «5/1а», «18к2».
    pub fn write(&self, text: &str, tokens: &Tokens, out: &mut String) {
        let mut copy = |at: usize| out.push_str(slice(text, tokens.span(at, at)));
        copy(self.number);
        if let Some(at) = self.stroke {
            out.push('/');
            out.push_str(slice(text, tokens.span(at, at)));
        }
        if let Some(c) = self
            .letter
            .and_then(|at| slice(text, tokens.span(at, at)).chars().next())
        {
            out.push(super::letters::building_letter(c));
        }
        if let Some(at) = self.block {
            out.push('к');
            out.push_str(slice(text, tokens.span(at, at)));
        }
    }

    /// Writes the number of the flat.
    pub fn write_flat(&self, text: &str, tokens: &Tokens, out: &mut String) {
        if let Some(at) = self.flat {
            out.push_str(slice(text, tokens.span(at, at)));
        }
    }
}

fn slice(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or_default()
}
