//! Finding the next byte that a step has to look at.

/// Bytes that are judged together: two SSE2 registers.
const BLOCK: usize = 32;

/// Where, from `from` on, `hit` holds for a byte and the one after it (0 after
/// the last).
///
/// `hit` should be free of branches: a block is then judged in whole registers.
#[inline]
pub(super) fn find(bytes: &[u8], from: usize, hit: impl Fn(u8, u8) -> bool) -> Option<usize> {
    Hits::new(bytes, from, [0, 1], |[a, b]| hit(a, b)).next()
}

/// Every place where `hit` holds for a byte and the one after it.
#[inline]
pub(super) fn hits<'b>(
    bytes: &'b [u8],
    hit: impl Fn(u8, u8) -> bool + 'b,
) -> impl Iterator<Item = usize> + 'b {
    Hits::new(bytes, 0, [0, 1], move |[a, b]| hit(a, b))
}

/// The places at which `hit` holds for the bytes at growing `offsets` from
/// there (0 after the last byte).
pub(super) struct Hits<'b, const N: usize, F> {
    bytes: &'b [u8],
    offsets: [usize; N],
    hit: F,
    /// Where the block begins that is being handed out.
    block: usize,
    /// Its hits that are still to be handed out.
    mask: u32,
}

impl<'b, const N: usize, F: Fn([u8; N]) -> bool> Hits<'b, N, F> {
    #[inline]
    pub(super) fn new(bytes: &'b [u8], from: usize, offsets: [usize; N], hit: F) -> Self {
        let mut hits = Hits {
            bytes,
            offsets,
            hit,
            block: from,
            mask: 0,
        };
        hits.mask = hits.judge();
        hits
    }

    /// The hits of the block, the first in the lowest bit.
    #[inline(always)]
    fn judge(&self) -> u32 {
        let rest = self.bytes.get(self.block..).unwrap_or_default();
        let reach = BLOCK + self.offsets.iter().max().unwrap_or(&0);
        if rest.len() >= reach {
            return self.judge_parts(self.offsets.map(|offset| {
                let part = rest.get(offset..offset + BLOCK);
                part.and_then(|part| part.try_into().ok())
                    .unwrap_or(&[0; BLOCK])
            }));
        }
        self.judge_end(rest)
    }

    /// The last blocks, which are filled up with 0.
    #[inline(never)]
    fn judge_end(&self, rest: &[u8]) -> u32 {
        let parts = self.offsets.map(|offset| {
            let mut part = [0; BLOCK];
            let bytes = rest.get(offset..).unwrap_or_default();
            let bytes = &bytes[..bytes.len().min(BLOCK)];
            part[..bytes.len()].copy_from_slice(bytes);
            part
        });
        let mask = self.judge_parts(parts.each_ref());
        // Nothing is found after the end.
        mask & u32::MAX.unbounded_shr((BLOCK - rest.len().min(BLOCK)) as u32)
    }

    #[inline(always)]
    fn judge_parts(&self, parts: [&[u8; BLOCK]; N]) -> u32 {
        let mut hits = [0u8; BLOCK];
        for (i, hits) in hits.iter_mut().enumerate() {
            *hits = u8::from((self.hit)(parts.map(|part| part[i])));
        }
        mask_of(&hits)
    }
}

impl<const N: usize, F: Fn([u8; N]) -> bool> Iterator for Hits<'_, N, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                return None;
            }
            self.mask = self.judge();
        }
        let first = self.mask.trailing_zeros();
        self.mask &= self.mask - 1;
        Some(self.block + first as usize)
    }
}

/// [`char::is_alphabetic`], at once for the letters of appeals.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\0'..='\u{A9}' | '«' | '»' | '\u{2010}'..='\u{2027}' | '№' => false,
        _ => c.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`], at once for the letters of appeals.
#[inline]
pub(super) fn is_letter_or_digit(c: char) -> bool {
    match c {
        '0'..='9' => true,
        '\0'..='\u{A9}' | '«' | '»' | '\u{2010}'..='\u{2027}' | '№' => c.is_ascii_alphabetic(),
        _ => is_letter(c) || c.is_numeric(),
    }
}

/// One bit for each of the `hits`, which are 0 or 1; the first is the lowest.
#[inline(always)]
fn mask_of(hits: &[u8; BLOCK]) -> u32 {
    // Moves the lowest bits of eight bytes side by side into the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut mask = 0;
    for (nth, word) in hits.chunks_exact(8).enumerate() {
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        mask |= ((word.wrapping_mul(GATHER) >> 56) as u32) << (8 * nth);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
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
        for length in 0..200 {
            let bytes = vec![b'a'; length];
            assert!(hits(&bytes, |a, _| a == b'a').eq(0..length));
            assert_eq!(hits(&bytes, |_, b| b == 0).count(), length.min(1));
        }
        assert_eq!(find(b"", 0, |_, _| true), None);
        assert_eq!(find(b"a", 5, |_, _| true), None);
        assert_eq!(find(b"ab", 1, |a, b| a == b'b' && b == 0), Some(1));
    }
}
