//! A chain: groups of digits with the spaces, hyphens and brackets that
//! people put between the groups of one number.

use super::lexer::{Class, Gap, Tokens};
use super::{Kind, Span};

/// No number looked for has more digits.
const MOST: usize = 24;

/// Groups of digits beginning at a token.
#[derive(Debug)]
pub struct Chain {
    /// The first byte, of a `+` or a bracket before the digits as well.
    pub start: usize,
    first_digit: usize,
    /// Whether a `+` stands before it.
    pub plus: bool,
    /// The digits, 0 to 9.
    digits: [u8; MOST],
    /// Where each group ends: digits so far, byte of the text, index after its token.
    ends: [(usize, usize, usize); MOST],
    groups: usize,
}

impl Chain {
    /// Reads the chain that begins with the number at token `at`.
    pub fn read(tokens: &Tokens, at: usize) -> Chain {
        let mut chain = Chain {
            start: tokens.get(at).map_or(0, |t| t.start),
            first_digit: tokens.get(at).map_or(0, |t| t.start),
            plus: false,
            digits: [0; MOST],
            ends: [(0, 0, 0); MOST],
            groups: 0,
        };
        for back in 1..=2 {
            let here = tokens
                .before(at, back - 1)
                .is_some_and(|t| t.gap < Gap::Line);
            match tokens.before(at, back) {
                Some(t) if here && t.is_sign('(') => chain.start = t.start,
                Some(t) if here && t.is_sign('+') => {
                    chain.start = t.start;
                    chain.plus = true;
                }
                _ => break,
            }
        }
        let mut next = at;
        while let Some(token) = tokens.get(next).filter(|t| t.is_number()) {
            let sum = chain.total() + token.length;
            if sum > MOST || chain.groups == MOST {
                break;
            }
            chain.push(tokens.digits(next), (sum, token.end, next + 1));
            let Some(after) = separated(tokens, next + 1) else {
                break;
            };
            next = after;
        }
        chain
    }

    fn push(&mut self, digits: impl Iterator<Item = u8>, end: (usize, usize, usize)) {
        let from = self.total();
        for (slot, digit) in self.digits[from..].iter_mut().zip(digits) {
            *slot = digit;
        }
        self.ends[self.groups] = end;
        self.groups += 1;
    }

    /// Digits in all groups.
    pub fn total(&self) -> usize {
        self.groups
            .checked_sub(1)
            .map_or(0, |last| self.ends[last].0)
    }

    /// The first groups, if they have just `count` digits together.
    pub fn prefix(&self, count: usize) -> Option<Prefix<'_>> {
        let groups = self.ends[..self.groups].iter().position(|e| e.0 == count)? + 1;
        Some(Prefix {
            chain: self,
            digits: &self.digits[..count],
            groups,
        })
    }

    /// The byte of the first digit.
    pub fn first_digit(&self) -> usize {
        self.first_digit
    }

    /// Digits in the first group.
    pub fn first(&self) -> usize {
        self.ends[0].0
    }
}

/// The first groups of a chain.
#[derive(Debug, Clone, Copy)]
pub struct Prefix<'c> {
    chain: &'c Chain,
    /// Their digits, 0 to 9.
    pub digits: &'c [u8],
    groups: usize,
}

impl Prefix<'_> {
    /// The lengths of the groups.
    pub fn lengths(&self) -> impl Iterator<Item = usize> + '_ {
        let ends = &self.chain.ends[..self.groups];
        let starts = std::iter::once(0).chain(ends.iter().map(|e| e.0));
        ends.iter().zip(starts).map(|(end, start)| end.0 - start)
    }

    /// Whether the digits stand in one group.
    pub fn is_one(&self) -> bool {
        self.groups == 1
    }

    /// Whether the groups have these lengths.
    pub fn is_grouped(&self, lengths: &[usize]) -> bool {
        self.lengths().eq(lengths.iter().copied())
    }

    /// The index after the last token.
    pub fn next(&self) -> usize {
        self.chain.ends[self.groups - 1].2
    }

    /// The span from the first digit on, or from the `+` or bracket before it.
    pub fn span(&self, from: usize, kind: Kind) -> Span {
        Span {
            range: from..self.chain.ends[self.groups - 1].1,
            kind,
        }
    }
}

/// The number after what may stand between two groups: spaces, and up to
/// three signs such as `) `, ` - `, `.`.
fn separated(tokens: &Tokens, mut at: usize) -> Option<usize> {
    for _ in 0..4 {
        let token = tokens.get(at).filter(|t| t.gap < Gap::Line)?;
        match token.class {
            Class::Number => return Some(at),
            Class::Sign('-' | '–' | '—' | '‑' | '−' | '(' | ')' | '.') => at += 1,
            _ => return None,
        }
    }
    None
}
