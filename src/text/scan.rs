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
        let (these, next) = (&block[..BLOCK], &block[1..]);
        let pairs = these.iter().zip(next);
        if pairs.fold(false, |found, (a, b)| found | hit(*a, *b)) {
            let position = these.iter().zip(next).position(|(a, b)| hit(*a, *b));
            return position.map(|p| at + p);
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let next = rest.iter().skip(1).chain(&[0]);
    let position = rest.iter().zip(next).position(|(a, b)| hit(*a, *b));
    position.map(|p| at + p)
}

#[cfg(test)]
mod tests {
    use super::*;

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
