//! The words of a text as the matcher needs them: where they are, how they are
//! folded, what stands between them.
//!
//! Unlike [`crate::text::token`] this parts words at hyphens and full stops,
//! since names are written with and without them (`г.Шымкент`, `р-н`).

use super::endings::{Form, Paradigms, form};
use super::hash::Stem;
use super::lexicon::Label;
use crate::text::fold::{self, Code};
use std::ops::Range;

/// What stands between a word and the one before it: a set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Gap(u8);

impl Gap {
    pub const DOT: Gap = Gap(1);
    pub const COMMA: Gap = Gap(2);
    pub const HYPHEN: Gap = Gap(4);
    pub const SLASH: Gap = Gap(8);
    pub const QUOTE: Gap = Gap(16);
    /// The end of a clause: `!`, `?`, `;`, `:`, brackets, dashes, new lines.
    pub const BREAK: Gap = Gap(32);
    pub const SPACE: Gap = Gap(64);

    pub const fn or(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }

    pub const fn has(self, any: Gap) -> bool {
        self.0 & any.0 != 0
    }

    fn of(c: char) -> Gap {
        match c {
            '.' | '…' => Gap::DOT,
            ',' => Gap::COMMA,
            '-' | '‐' | '‑' => Gap::HYPHEN,
            '/' | '\\' => Gap::SLASH,
            '«' | '»' | '"' | '“' | '”' | '„' => Gap::QUOTE,
            '!' | '?' | ';' | ':' | '(' | ')' | '[' | ']' | '\n' | '\r' | '–' | '—' | '|' => {
                Gap::BREAK
            }
            _ => Gap::SPACE,
        }
    }
}

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Its letters among the folded letters of the text.
    codes: Range<usize>,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it begins with a digit.
    pub digit: bool,
    /// Whether it has a letter that only Kazakh has.
    pub kazakh: bool,
    /// What it says of a neighbouring name.
    pub label: Option<Label>,
}

/// The words of one text; kept from text to text so that nothing is allocated.
#[derive(Debug, Default, Clone)]
pub(super) struct Tokens {
    pub list: Vec<Token>,
    codes: Vec<Code>,
    lower: String,
    /// What stands after the last word.
    pub tail: Gap,
    /// Whether the text has no small letter to tell capitals by.
    pub shouted: bool,
}

impl Tokens {
    /// Reads the words of `text`.
    pub fn read(&mut self, text: &str) {
        self.list.clear();
        self.codes.clear();
        self.tail = Gap::BREAK;
        let (mut small, mut at) = (0usize, 0);
        let mut large = 0usize;
        let mut chars = text.char_indices().peekable();
        while let Some((start, first)) = chars.next() {
            if !is_letter(first) {
                self.tail = self.tail.or(Gap::of(first));
                continue;
            }
            self.lower.clear();
            let mut kazakh = false;
            let mut last = first;
            push(&mut self.lower, first);
            at = start + first.len_utf8();
            while let Some((here, c)) = chars.peek().copied() {
                let joins = is_apostrophe(c)
                    && text[here + c.len_utf8()..].starts_with(char::is_alphabetic)
                    || is_apostrophe(c) && "sScCoOuUaAnNgGyY".contains(last);
                if !is_letter(c) && !joins {
                    break;
                }
                chars.next();
                at = here + c.len_utf8();
                kazakh |= is_kazakh(c);
                small += usize::from(is_small(c));
                large += usize::from(!is_small(c) && c.is_uppercase());
                match (joins, last) {
                    // The alphabet of 2017 writes у so; folding knows y' as й.
                    (true, 'y' | 'Y') => {
                        self.lower.pop();
                        self.lower.push('у');
                    }
                    (true, _) => self.lower.push('\''),
                    (false, _) => push(&mut self.lower, c),
                }
                last = c;
            }
            let codes = self.codes.len();
            fold::fold(&self.lower, &mut self.codes);
            self.list.push(Token {
                span: start..at,
                codes: codes..self.codes.len(),
                gap: self.tail,
                capital: !is_small(first) && first.is_uppercase(),
                digit: first.is_ascii_digit(),
                kazakh: kazakh || is_kazakh(first),
                label: None,
            });
            self.tail = Gap::default();
        }
        if at == text.len() {
            self.tail = Gap::default();
        }
        self.tail = self.tail.or(Gap::BREAK);
        self.shouted = small == 0 && large > 3;
    }

    pub fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The folded letters of a word.
    pub fn codes(&self, at: usize) -> &[Code] {
        let token = self.list.get(at);
        token
            .and_then(|t| self.codes.get(t.codes.clone()))
            .unwrap_or_default()
    }

    /// What stands before the word `at`, or after the last one.
    pub fn gap(&self, at: usize) -> Gap {
        self.list.get(at).map_or(self.tail, |token| token.gap)
    }

    /// How the word `at` is a form of `stem`.
    pub fn form(&self, at: usize, stem: Stem, paradigms: Paradigms) -> Form {
        let codes = self.codes(at);
        let mut here = Stem::EMPTY;
        for (len, code) in (1..).zip(codes) {
            here = here.then(*code);
            if here == stem {
                return form(codes.get(len..).unwrap_or_default(), paradigms);
            }
        }
        Form::None
    }
}

fn push(lower: &mut String, c: char) {
    match c {
        'а'..='я' | 'a'..='z' => lower.push(c),
        // A dotted İ lowers to two characters, of which the first is the letter.
        _ => lower.extend(c.to_lowercase().next()),
    }
}

/// Whether words are made of it: letters and digits, the usual ones at once.
fn is_letter(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '\0'..='\u{7f}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Whether it is a small letter.
fn is_small(c: char) -> bool {
    match c {
        'а'..='я' | 'a'..='z' => true,
        '\0'..='Я' if c.is_ascii() || c >= 'А' => false,
        _ => c.is_lowercase(),
    }
}

/// Whether only Kazakh has the letter, and Russian not.
fn is_kazakh(c: char) -> bool {
    matches!(
        c,
        'ә' | 'ғ'
            | 'қ'
            | 'ң'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'һ'
            | 'і'
            | 'Ә'
            | 'Ғ'
            | 'Қ'
            | 'Ң'
            | 'Ө'
            | 'Ұ'
            | 'Ү'
            | 'Һ'
            | 'І'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_stands_between() {
        let mut tokens = Tokens::default();
        tokens.read("«г.Шымкент», р-н Абай 5а. Atyray'da");
        let spans: Vec<_> = tokens.list.iter().map(|t| t.span.clone()).collect();
        let text = "«г.Шымкент», р-н Абай 5а. Atyray'da";
        let words: Vec<_> = spans.into_iter().map(|s| &text[s]).collect();
        assert_eq!(words, ["г", "Шымкент", "р", "н", "Абай", "5а", "Atyray'da"]);
        assert!(tokens.gap(0).has(Gap::QUOTE) && tokens.gap(1).has(Gap::DOT));
        assert!(tokens.gap(2).has(Gap::COMMA) && tokens.gap(3).has(Gap::HYPHEN));
        assert!(tokens.list[5].digit && tokens.list[4].capital && !tokens.shouted);
        assert_eq!(fold::spell(tokens.codes(6)), "атирауда");
        assert!(tokens.gap(7).has(Gap::BREAK) && tokens.codes(7).is_empty());
    }
}
