//! Bank accounts of Kazakhstan: `KZ`, two control digits, three of the bank,
//! thirteen letters or digits, remainder 1 by 97 (ISO 13616).

use super::lexer::Tokens;
use super::{Kind, Span, plate};

const LENGTH: usize = 20;

pub(super) fn recognise(text: &str, tokens: &Tokens, at: usize) -> Option<Span> {
    let token = tokens.get(at).filter(|t| t.length == 2)?;
    if !matches!(tokens.key(at), "кз" | "кz") {
        return None;
    }
    let mut account = ['\0'; LENGTH];
    let (mut count, mut end) = (0, token.start);
    let (mut gaps, mut in_gap) = (0, false);
    for (offset, c) in text[token.start..].char_indices() {
        if matches!(c, ' ' | '\u{A0}' | '-') && !in_gap {
            in_gap = true;
            continue;
        }
        let Some(letter) = plain(c) else { break };
        let Some(slot) = account.get_mut(count) else {
            if in_gap {
                break;
            }
            return None;
        };
        gaps += usize::from(in_gap);
        in_gap = false;
        *slot = letter;
        count += 1;
        end = token.start + offset + c.len_utf8();
    }
    let shaped = count == LENGTH && account[2..7].iter().all(char::is_ascii_digit);
    // In one piece nothing else looks like it, so that a typo hides nothing.
    (shaped && (gaps <= 1 || is_valid(&account))).then_some(Span {
        range: token.start..end,
        kind: Kind::Iban,
    })
}

/// The Latin capital or digit that `c` is or looks like.
fn plain(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'A'..='Z' => Some(c),
        'a'..='z' => Some(c.to_ascii_uppercase()),
        'З' | 'з' => Some('Z'),
        _ => plate::look_alike(c),
    }
}

/// Whether the remainder of an account is right.
#[must_use]
pub fn is_valid(account: &[char]) -> bool {
    if account.len() != LENGTH {
        return false;
    }
    let turned = account[4..].iter().chain(&account[..4]);
    let rest = turned.copied().try_fold(0u32, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    rest == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> bool {
        let mut tokens = Tokens::default();
        tokens.read(text);
        recognise(text, &tokens, 0).is_some_and(|s| s.range == (0..text.len()))
    }

    #[test]
    fn in_one_piece_and_in_fours() {
        // The example of the SWIFT registry.
        assert!(found("KZ86125KZT5004100100"));
        assert!(found("KZ86 125K ZT50 0410 0100"));
        assert!(found("kz86125кzт5004100100"));
        assert!(!found("KZ87 125K ZT50 0410 0100"));
        assert!(!found("KZ86125KZT50041001001"));
        assert!(!found("KZ 12"));
    }
}
