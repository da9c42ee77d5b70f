//! A text cut into words, numbers and marks, with what each may mean in an address.

use super::letters;
use super::words::{self, Class};
use crate::text::fold::{Code, EDGE, fold};
use std::ops::Range;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    /// ASCII digits.
    Number,
    /// Any other character that is not white space.
    Mark(char),
}

/// A word, a number or a mark.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    pub shape: Shape,
    /// The folded spelling of a word: a range of [`Tokens::codes`].
    codes: (usize, usize),
    /// Begins with a capital letter, in a text that has small ones too.
    pub capital: bool,
    pub class: Class,
}

/// The tokens of one text. Kept between texts for its memory.
#[derive(Debug, Default, Clone)]
pub(super) struct Tokens {
    pub all: Vec<Token>,
    codes: Vec<Code>,
    word: String,
    joined: Vec<Code>,
}

impl Tokens {
    /// Cuts `text`; says whether any token may begin or end an address.
    pub fn read(&mut self, text: &str) -> bool {
        self.all.clear();
        self.codes.clear();
        let shouting = !text.chars().any(char::is_lowercase);
        let mut anchored = false;
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if c.is_whitespace() || letters::is_invisible(c) {
                at += c.len_utf8();
                continue;
            }
            let (shape, end) = if c.is_ascii_digit() {
                (Shape::Number, run(text, at, |c| c.is_ascii_digit()))
            } else if c.is_alphabetic() {
                (Shape::Word, word_end(text, at))
            } else {
                (Shape::Mark(c), at + c.len_utf8())
            };
            let from = self.codes.len();
            let mut class = Class::Other;
            if shape == Shape::Word {
                lower(text.get(at..end).unwrap_or_default(), &mut self.word);
                fold(&self.word, &mut self.codes);
                // «ұл» is a son; folded it would be «ул.».
                if self.word != "ұл" {
                    class = words::class(self.codes.get(from..).unwrap_or_default());
                }
            }
            anchored |= shape == Shape::Number || matches!(class, Class::Type(_));
            self.all.push(Token {
                start: at,
                end,
                shape,
                codes: (from, self.codes.len()),
                capital: c.is_uppercase() && !shouting,
                class,
            });
            anchored |= self.join_last();
            at = end;
        }
        anchored
    }

    /// The folded spelling of token `at`; empty for what is no word.
    pub fn codes(&self, at: usize) -> &[Code] {
        self.all
            .get(at)
            .and_then(|t| self.codes.get(t.codes.0..t.codes.1))
            .unwrap_or_default()
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    pub fn class(&self, at: usize) -> Class {
        self.get(at).map_or(Class::Other, |t| t.class)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|t| t.shape == Shape::Word)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|t| t.shape == Shape::Number)
    }

    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        matches!(self.get(at), Some(Token { shape: Shape::Mark(c), .. }) if marks.contains(*c))
    }

    pub fn is_letter(&self, at: usize) -> bool {
        self.is_word(at) && self.codes(at).len() == 1
    }

    /// Whether nothing stands between token `at` and the one before it.
    pub fn glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|b| self.get(b));
        matches!((before, self.get(at)), (Some(b), Some(t)) if b.end == t.start)
    }

    /// The bytes from token `from` to token `to`, both in.
    pub fn span(&self, from: usize, to: usize) -> Range<usize> {
        match (self.get(from), self.get(to)) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Makes one token of the last ones where they are one word: «пр-т»,
    /// «к-сі», «ы/а», «шағын ауданы». Says whether that is a kind of street.
    fn join_last(&mut self) -> bool {
        let end = self.all.len();
        for (count, marked) in [(3, true), (2, false)] {
            let Some(from) = end.checked_sub(count) else {
                continue;
            };
            if !self.is_word(from) || !self.is_word(end - 1) {
                continue;
            }
            let tied = !marked
                || self.is_mark(from + 1, "-–‑/.") && self.glued(from + 1) && self.glued(from + 2);
            if !tied {
                continue;
            }
            let (Some(first), Some(last)) = (self.all.get(from), self.all.last()) else {
                continue;
            };
            let (first_codes, last_codes) = (first.codes, last.codes);
            if !marked && last_codes.1 - last_codes.0 < 4 {
                continue;
            }
            self.joined.clear();
            for (start, stop) in [first_codes, last_codes] {
                self.joined
                    .extend_from_slice(self.codes.get(start..stop).unwrap_or_default());
                self.joined.push(EDGE);
            }
            self.joined.pop();
            let Some(class) = words::class_of_joined(&self.joined) else {
                continue;
            };
            let (Some(first), Some(last)) = (self.all.get(from), self.all.last()) else {
                continue;
            };
            let token = Token {
                end: last.end,
                codes: (last.codes.1, last.codes.1),
                class,
                ..first.clone()
            };
            self.all.truncate(from);
            self.all.push(token);
            return true;
        }
        false
    }
}

/// Where the run of characters at `at` for which `holds` ends.
fn run(text: &str, at: usize, holds: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !holds(c)).unwrap_or(rest.len())
}

/// Where the word at `at` ends; an apostrophe between letters is of the word.
fn word_end(text: &str, at: usize) -> usize {
    let mut end = run(text, at, |c| c.is_alphabetic() || letters::is_invisible(c));
    while let Some(apostrophe) = text
        .get(end..)
        .and_then(|rest| rest.chars().next())
        .filter(|c| matches!(c, '\'' | '’' | 'ʼ'))
    {
        let next = end + apostrophe.len_utf8();
        let further = run(text, next, char::is_alphabetic);
        if further == next {
            break;
        }
        end = further;
    }
    end
}

/// Writes `word` in lower case, its look-alike letters as those of the script
/// that most of its letters are of.
fn lower(word: &str, out: &mut String) {
    out.clear();
    let (mut cyrillic, mut latin) = (0usize, 0usize);
    for byte in word.bytes() {
        cyrillic += usize::from((0xD0..=0xD3).contains(&byte));
        latin += usize::from(byte.is_ascii_alphabetic());
    }
    let mixed = cyrillic > 0 && latin > 0;
    for c in word.chars().filter(|c| !letters::is_invisible(*c)) {
        let c = match (mixed, cyrillic >= latin) {
            (true, true) => letters::to_cyrillic(c),
            (true, false) => letters::to_latin(c),
            _ => c,
        };
        match c {
            '’' | 'ʼ' => out.push('\''),
            'а'..='я' | 'a'..='z' => out.push(c),
            c => out.extend(c.to_lowercase()),
        }
    }
}
