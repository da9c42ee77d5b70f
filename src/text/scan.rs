//! Finding the next byte that a step has to look at.

/// Bytes that are judged together: two SSE2 registers.
const BLOCK: usize = 32;

/// Where, from `from` on, `hit` holds for a byte and the one after it (0 after
/// the last).
///
/// `hit` should be free of branches: blocks without a hit are then passed over
/// in whole registers.
#[inline]
pub(super) fn find(bytes: &[u8], from: usize, hit: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes.get(at..at + BLOCK + 1) {
        let mut hits = [0u8; BLOCK];
        for (i, hits) in hits.iter_mut().enumerate() {
            *hits = u8::from(hit(block[i], block[i + 1]));
        }
        if let Some(position) = first(&hits) {
            return Some(at + position);
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let next = rest.iter().skip(1).chain(&[0]);
    let position = rest.iter().zip(next).position(|(a, b)| hit(*a, *b));
    position.map(|p| at + p)
}

/// [`char::is_alphabetic`], at once for the letters of appeals.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\0'..='\u{A9}' => false,
        _ => c.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`], at once for the letters of appeals.
#[inline]
pub(super) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// The first of the `hits` that is 1.
#[inline]
fn first(hits: &[u8; BLOCK]) -> Option<usize> {
    let words = hits.chunks_exact(8).enumerate();
    let mut words = words.map(|(at, word)| {
        let word = word.try_into().map(u64::from_le_bytes);
        (at, word.unwrap_or_default())
    });
    let (at, word) = words.find(|(_, word)| *word != 0)?;
    Some(at * 8 + word.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn finds_in_blocks_and_in_the_rest() {
        for length in [1, 31, 32, 33, 64, 65, 100] {
            for at in 0..length {
                let mut bytes = vec![b'a'; length];
                bytes[at] = b'x';
                assert_eq!(find(&bytes, 0, |a, _| a == b'x'), Some(at));
                assert_eq!(find(&bytes, at + 1, |a, _| a == b'x'), None);
                let before = find(&bytes, 0, |_, b| b == b'x');
                assert_eq!(before, at.checked_sub(1));
            }
        }
        assert_eq!(find(b"", 0, |_, _| true), None);
        assert_eq!(find(b"ab", 1, |a, b| a == b'b' && b == 0), Some(1));
    }
}
