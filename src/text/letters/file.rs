//! The model file: a magic word, and tables of 8-bit weights.

use super::kazakh;
use super::search::Weights;

/// What the file begins with; the digit is its version.
const MAGIC: &[u8; 8] = b"letters1";
/// The table of letters has two to the power of this many weights.
pub const LETTER_BITS: u32 = 19;
/// So many bytes is a whole file.
const LENGTH: usize = MAGIC.len() + (1 << LETTER_BITS) + (1 << kazakh::BITS);

/// Where a feature is in a table of two to the power of `bits` weights.
#[inline]
pub const fn place(feature: u32, bits: u32) -> usize {
    (feature >> (32 - bits)) as usize
}

/// The learned weights, as they lie in the file.
#[derive(Debug, Clone, Copy)]
pub struct Model<'f> {
    letters: &'f [u8],
    kazakh: &'f [u8],
}

impl<'f> Model<'f> {
    /// The model in the bytes of a file; `None` where they are none.
    pub fn of(bytes: &'f [u8]) -> Option<Model<'f>> {
        let tables = bytes.strip_prefix(MAGIC)?;
        if bytes.len() != LENGTH {
            return None;
        }
        let (letters, kazakh) = tables.split_at_checked(1 << LETTER_BITS)?;
        Some(Model { letters, kazakh })
    }

    /// The weight that a feature of a word has for its being Kazakh.
    #[inline]
    pub fn kazakh(&self, feature: u32) -> i32 {
        weight(self.kazakh, place(feature, kazakh::BITS))
    }
}

impl Weights for Model<'_> {
    #[inline]
    fn weight(&self, feature: u32) -> i32 {
        weight(self.letters, place(feature, LETTER_BITS))
    }
}

#[inline]
fn weight(table: &[u8], at: usize) -> i32 {
    table.get(at).map_or(0, |w| i32::from(w.cast_signed()))
}

/// The bytes of a file with these tables.
#[cfg(feature = "train")]
pub fn write(letters: &[i8], kazakh: &[i8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(letters.iter().chain(kazakh).map(|w| w.cast_unsigned()));
    bytes
}
