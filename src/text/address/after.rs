//! A name after the word for its kind: «ул. Абая», «мкр 6», «ул. 8 Марта».

use super::Kind;
use super::house::{self, Expect};
use super::name;
use super::street::{MOST_WORDS, Reader, Street, house_after, is_name, slice};
use super::streets;
use super::token::Tokens;
use super::words::{self, Class, Form, Type};

impl Reader {
    /// «ул. Абая», «мкр Нурсат»: the name after the kind.
    pub(super) fn after(
        &mut self,
        text: &str,
        tokens: &Tokens,
        at: usize,
        ty: Type,
    ) -> Option<Street> {
        let mut next = at + 1;
        if tokens.is_mark(next, ".") {
            if !ty.short {
                return None;
            }
            next += 1;
        }
        if tokens.is_mark(next, "«\"“") {
            next += 1;
        }
        while tokens.class(next) == Class::Named {
            next += if tokens.is_mark(next + 1, ".") { 2 } else { 1 };
        }
        let from = next;
        self.name.clear();
        let to = if tokens.is_number(next) {
            self.numbered(text, tokens, next, ty)?
        } else {
            self.words(text, tokens, next, ty)?
        };
        self.finish();
        let closed = if tokens.is_mark(to, "»\"”") {
            to + 1
        } else {
            to
        };
        Some(Street {
            kind: ty.kind,
            from: at,
            to: closed,
            name: (from, to),
            kazakh: false,
            expect: Expect::House,
        })
    }

    /// «8 Марта», «70 лет Октября», «1-я Речная», «мкр 6» from token `at`.
    fn numbered(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> Option<usize> {
        self.name.number(slice(text, tokens, at));
        let mut next = at + 1;
        let mut ordinal = false;
        if tokens.is_mark(next, "-–") && tokens.is_word(next + 1) {
            ordinal = house::is_numeral_ending(tokens, next + 1);
            next += if ordinal { 2 } else { 1 };
        }
        if words::is_of_years(tokens.codes(next)) {
            next += 1;
            let named = tokens.get(next)?.capital || self.is_known_word(tokens.codes(next));
            if !(named && is_name(tokens, next)) && words::month(tokens.codes(next)).is_none() {
                return None;
            }
            self.name.word(tokens.codes(next));
            return Some(next + 1);
        }
        let capital = tokens.get(next).is_some_and(|t| t.capital);
        if words::month(tokens.codes(next)).is_some() || capital && is_name(tokens, next) {
            self.name.word(tokens.codes(next));
            return Some(next + 1);
        }
        if next != at + 1 && !ordinal {
            return None;
        }
        if ty.kind == Kind::Micro && tokens.is_letter(next) && tokens.glued(next) {
            self.name.suffix(tokens.codes(next));
            return Some(next + 1);
        }
        let house = house_after(text, tokens, next, Expect::House);
        let counted = tokens.class(next) == Class::Unit;
        match ty.kind {
            Kind::Micro => (!counted).then_some(next),
            _ => house.is_some_and(|h| h.said).then_some(next),
        }
    }

    /// The words of a name from token `at`.
    fn words(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> Option<usize> {
        let mut next = skip_initials(tokens, at);
        if !is_name(tokens, next) {
            return None;
        }
        let first = tokens.get(next)?;
        if !first.capital && !self.is_likely(text, tokens, next, ty) {
            return None;
        }
        let mut count = 0;
        let mut capital = first.capital;
        while count < MOST_WORDS && (is_name(tokens, next) || tokens.class(next) == Class::Title) {
            let token = tokens.get(next)?;
            let goes_on = count == 0
                || tokens.class(next) == Class::Title
                || tokens.is_mark(next - 1, "-–‑")
                || capital && token.capital
                || !token.capital
                    && !capital
                    && name::is_surname(tokens.codes(next))
                    && !self.is_known();
            if !goes_on {
                break;
            }
            self.name.word(tokens.codes(next));
            capital = token.capital;
            count += 1;
            next += 1;
            if tokens.is_mark(next, "-–‑") && tokens.glued(next) && tokens.glued(next + 1) {
                if tokens.is_word(next + 1) {
                    next += 1;
                } else if ty.kind == Kind::Micro && tokens.is_number(next + 1) {
                    self.name.suffix_digits(slice(text, tokens, next + 1));
                    return Some(next + 2);
                }
            }
        }
        if ty.kind == Kind::Micro && tokens.is_number(next) {
            // «Самал 2, дом 30»: the number is of the name where a house follows it.
            let house = house_after(text, tokens, next + 1, Expect::Said);
            if house.is_some_and(|h| tokens.class(h.from) == Class::House(Form::Plain)) {
                self.name.suffix_digits(slice(text, tokens, next));
                next += 1;
            }
        }
        Some(next)
    }

    /// Whether a word in small letters after the kind is a name.
    fn is_likely(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> bool {
        let word = tokens.codes(at);
        let known = self.is_known_word(word);
        if known || name::is_genitive(word) || ty.short && streets::is_translated(&self.key) {
            return true;
        }
        let plain = matches!(ty.kind, Kind::Street | Kind::Micro) && ty.short && word.len() >= 4;
        let title = tokens.class(at + 1) == Class::Title;
        let numbered =
            tokens.is_number(at + 1) && house::read(text, tokens, at + 1, Expect::House).is_some();
        let said = house_after(text, tokens, at + 1, Expect::Said).is_some_and(|h| h.said);
        plain || title || numbered || said || tokens.is_mark(at + 1, "-") && tokens.glued(at + 2)
    }
}

/// Past «Т.», «И. О.» before a surname.
fn skip_initials(tokens: &Tokens, at: usize) -> usize {
    let mut next = at;
    while tokens.is_letter(next) && next < at + 6 {
        if tokens.is_mark(next + 1, ".") && tokens.is_word(next + 2) {
            next += 2;
        } else if tokens.get(next).is_some_and(|t| t.capital) && is_name(tokens, next + 1) {
            next += 1;
        } else {
            break;
        }
    }
    next
}
