//! A text as tokens: words, runs of digits, and every other character.
//!
//! Invisible characters are part of what they stand in, so that they hide
//! nothing; white space is remembered as the gap before a token.

use super::key;
use std::ops::Range;

/// No more words make a note rather than a text.
const NOTE: usize = 6;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Letters, with apostrophes between them.
    Word,
    /// ASCII digits.
    Number,
    /// One other character.
    Sign(char),
}

/// The white space before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// None.
    None,
    /// Spaces.
    Space,
    /// A line break, or the beginning of the text.
    Line,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// No capital at the beginning.
    Lower,
    /// A capital, then none.
    Capital,
    /// Capitals only, two or more.
    Upper,
}

/// A token.
#[derive(Debug, Clone)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub class: Class,
    /// White space before it.
    pub gap: Gap,
    /// How it is written; of words only.
    pub case: Case,
    /// Whether its letters are Latin.
    pub latin: bool,
    /// How many letters or digits it has.
    pub length: usize,
    key: Range<usize>,
}

impl Token {
    pub fn is_word(&self) -> bool {
        self.class == Class::Word
    }

    pub fn is_number(&self) -> bool {
        self.class == Class::Number
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.class == Class::Sign(sign)
    }

    /// Whether it stands directly after the token before it.
    pub fn is_joined(&self) -> bool {
        self.gap == Gap::None
    }
}

/// The tokens of a text, with the [keys](key) of its words.
#[derive(Debug, Default, Clone)]
pub struct Tokens {
    all: Vec<Token>,
    keys: String,
    digits: bool,
    mixed: bool,
    small: bool,
}

impl Tokens {
    /// Reads `text`, forgetting what was read before.
    pub fn read(&mut self, text: &str) {
        self.all.clear();
        self.keys.clear();
        self.digits = false;
        let (mut capitals, mut lower, mut words) = (false, false, 0);
        let mut gap = Gap::Line;
        let mut rest = text.char_indices();
        while let Some((start, c)) = rest.next() {
            if c.is_whitespace() {
                let line = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
                gap = gap.max(if line { Gap::Line } else { Gap::Space });
                continue;
            }
            if is_invisible(c) {
                continue;
            }
            let class = class(c);
            let mut token = Token {
                start,
                end: start + c.len_utf8(),
                class,
                gap: std::mem::replace(&mut gap, Gap::None),
                case: Case::Lower,
                latin: false,
                length: 1,
                key: 0..0,
            };
            if !matches!(class, Class::Sign(_)) {
                run(&mut rest, &mut token);
            }
            match class {
                Class::Word => {
                    let word = &text[token.start..token.end];
                    let from = self.keys.len();
                    (token.case, token.latin) = key::write(word, &mut self.keys);
                    token.key = from..self.keys.len();
                    lower |= token.case == Case::Lower && token.length > 2;
                    capitals |= token.case == Case::Capital;
                    words += usize::from(token.length > 2);
                }
                Class::Number => {
                    let from = self.keys.len();
                    let digits = text[token.start..token.end].chars();
                    self.keys.extend(digits.filter(char::is_ascii_digit));
                    token.key = from..self.keys.len();
                    self.digits = true;
                }
                Class::Sign(_) => {}
            }
            self.all.push(token);
        }
        // «Ахметова Алия, тел. …»: a note of capitalised words only.
        self.mixed = capitals && (lower || words <= NOTE);
        self.small = lower;
    }

    /// The token at `at`.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The token `back` places before `at`.
    pub fn before(&self, at: usize, back: usize) -> Option<&Token> {
        self.all.get(at.checked_sub(back)?)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is a number.
    pub fn has_digits(&self) -> bool {
        self.digits
    }

    /// Whether the text has small words, so that a word in capitals tells
    /// something.
    pub fn has_small(&self) -> bool {
        self.small
    }

    /// Whether the text has both capitals and small words, so that a capital
    /// tells something.
    pub fn is_mixed(&self) -> bool {
        self.mixed
    }

    /// The key of the word at `at`, the digits of a number; empty for signs.
    pub fn key(&self, at: usize) -> &str {
        self.get(at).map_or("", |t| &self.keys[t.key.clone()])
    }

    /// The digits of the number at `at`, 0 to 9.
    pub fn digits(&self, at: usize) -> impl Iterator<Item = u8> + '_ {
        self.key(at).bytes().map(|b| b.wrapping_sub(b'0'))
    }

    /// The token after those, from `at` on, that begin before byte `end`;
    /// always a later one.
    pub fn after(&self, at: usize, end: usize) -> usize {
        let skipped = self.all[(at + 1).min(self.all.len())..]
            .iter()
            .take_while(|t| t.start < end)
            .count();
        at + 1 + skipped
    }
}

/// Reads the rest of a run of letters or digits. What is invisible, and an
/// apostrophe in a word, belong to the run where it goes on after them.
fn run(rest: &mut std::str::CharIndices, token: &mut Token) {
    let mut ahead = rest.clone();
    let mut apostrophes = 0;
    while let Some((at, c)) = ahead.next() {
        if class(c) == token.class {
            token.length += 1;
            token.end = at + c.len_utf8();
            *rest = ahead.clone();
            apostrophes = 0;
        } else if token.class == Class::Word && matches!(c, '\'' | '’' | 'ʼ' | '`') {
            apostrophes += 1;
            if apostrophes > 1 {
                return;
            }
        } else if !is_invisible(c) {
            return;
        }
    }
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Number,
        'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | '\u{300}'..='\u{36F}' => Class::Word,
        '\0'..='\u{7F}' => Class::Sign(c),
        // The apostrophe of the Latin alphabets is a letter to Unicode.
        'ʼ' => Class::Sign(c),
        _ if c.is_alphabetic() => Class::Word,
        _ => Class::Sign(c),
    }
}

/// Whether `c` leaves no mark on the page.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.read(text);
        tokens
            .all
            .iter()
            .map(|t| text[t.start..t.end].to_owned())
            .collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        assert_eq!(
            pieces("кв.12а, «су'yq» +7(701)"),
            [
                "кв", ".", "12", "а", ",", "«", "су'yq", "»", "+", "7", "(", "701", ")"
            ]
        );
    }

    #[test]
    fn what_is_invisible_hides_nothing() {
        assert_eq!(pieces("8701\u{200b}1234567 Анд\u{ad}рей\u{200b}").len(), 2);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_lose_no_letter(text in "\\PC*") {
            let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
            let of_tokens: usize = pieces(&text).iter().map(|p| letters(p)).sum();
            prop_assert_eq!(of_tokens, letters(&text));
        }
    }
}
