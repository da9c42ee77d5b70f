//! Which kinds of bytes a text has, found in one pass.

/// A set of the kinds of bytes that occur in a text: what lets a step know,
/// without looking at the text again, that it has nothing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Census(u16);

impl Census {
    /// `<` or `&`.
    pub const MARKUP: Census = Census(1 << 0);
    /// An ASCII digit.
    pub const DIGIT: Census = Census(1 << 1);
    /// `@`, `/` or `w`: what a link, an e-mail or a mention cannot do without.
    pub const LINK: Census = Census(1 << 2);
    /// A control character other than tab, line feed and carriage return.
    pub const CONTROL: Census = Census(1 << 3);
    /// U+0080 to U+00BF: no-break space, soft hyphen, guillemets, C1 controls.
    pub const LATIN1: Census = Census(1 << 4);
    /// U+0300 to U+037F: combining marks.
    pub const COMBINING: Census = Census(1 << 5);
    /// U+2000 to U+2FFF: typographic punctuation, zero-width characters.
    pub const GENERAL_PUNCTUATION: Census = Census(1 << 6);
    /// Any other character outside Latin and Cyrillic: Arabic, CJK, emoji …
    pub const FOREIGN: Census = Census(1 << 7);
    /// A Latin letter.
    pub const LATIN: Census = Census(1 << 8);
    /// A Cyrillic letter.
    pub const CYRILLIC: Census = Census(1 << 9);
    /// `#`.
    pub const HASH: Census = Census(1 << 10);
    /// `[`.
    pub const BRACKET: Census = Census(1 << 11);

    /// Takes the census of `text`.
    #[must_use]
    pub fn of(text: &str) -> Census {
        Census(
            text.bytes()
                .fold(0, |seen, byte| seen | KINDS[usize::from(byte)]),
        )
    }

    /// Whether any of `kinds` occurs.
    #[must_use]
    pub const fn has(self, kinds: Census) -> bool {
        self.0 & kinds.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Census) -> Census {
        Census(self.0 | other.0)
    }
}

/// The kind of each byte. Continuation bytes have none: the lead byte speaks
/// for the whole character.
const KINDS: [u16; 256] = {
    let mut kinds = [0u16; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'<' | b'&' => Census::MARKUP.0,
            b'#' => Census::HASH.0,
            b'[' => Census::BRACKET.0,
            b'0'..=b'9' => Census::DIGIT.0,
            b'@' | b'/' => Census::LINK.0,
            b'w' | b'W' => Census::LINK.0 | Census::LATIN.0,
            b'a'..=b'z' | b'A'..=b'Z' | 0xC3..=0xC9 => Census::LATIN.0,
            b'\t' | b'\n' | b'\r' => 0,
            0x00..=0x1F | 0x7F => Census::CONTROL.0,
            0xC2 => Census::LATIN1.0,
            0xCC | 0xCD => Census::COMBINING.0,
            0xE2 => Census::GENERAL_PUNCTUATION.0,
            0xD0..=0xD4 => Census::CYRILLIC.0,
            0xC0.. => Census::FOREIGN.0,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_each_kind() {
        for (text, kind) in [
            ("a<b", Census::MARKUP),
            ("дом 5", Census::DIGIT),
            ("a@b", Census::LINK),
            ("а\u{1}", Census::CONTROL),
            ("«", Census::LATIN1),
            ("и\u{306}", Census::COMBINING),
            ("\u{200b}", Census::GENERAL_PUNCTUATION),
            ("🙏", Census::FOREIGN),
            ("joq", Census::LATIN),
            ("жоқ", Census::CYRILLIC),
            ("#", Census::HASH),
            ("[", Census::BRACKET),
            ("ğ", Census::LATIN),
        ] {
            assert!(Census::of(text).has(kind), "{text:?}");
        }
    }

    #[test]
    fn plain_words_have_letters_only() {
        assert_eq!(Census::of("Су жоқ, нет воды!\n"), Census::CYRILLIC);
    }
}
