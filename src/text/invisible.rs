//! Invisible characters: dropped, or made a plain space where they are one.

use super::{Census, Sink, scan};

const MAY_HIDE: Census = Census::CONTROL
    .or(Census::LATIN1)
    .or(Census::COMBINING)
    .or(Census::GENERAL_PUNCTUATION)
    .or(Census::FOREIGN);

enum Fate {
    Keep,
    Drop,
    Space,
}

/// Zero-width and formatting characters are dropped (Unicode's
/// `Default_Ignorable_Code_Point` of the blocks that reach us); controls and
/// exotic spaces separate words.
fn fate(c: char) -> Fate {
    match c {
        '\t' | '\n' | '\r' => Fate::Keep,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}'
        | '\u{17B5}' => Fate::Drop,
        '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' => Fate::Drop,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Fate::Drop,
        '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' => Fate::Drop,
        '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' => Fate::Drop,
        '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => Fate::Drop,
        c if c != ' ' && (c.is_control() || c.is_whitespace()) => Fate::Space,
        _ => Fate::Keep,
    }
}

/// Whether `text` may hold an invisible character.
pub fn should(_text: &str, census: Census) -> bool {
    census.has(MAY_HIDE)
}

/// Whether such a character can begin with these bytes.
#[inline]
fn may_hide(a: u8, b: u8) -> bool {
    (a < 0x20)
        | (a == 0x7F)
        | ((a == 0xC2) & (b <= 0xAD))
        | ((a > 0xC9) & (a < 0xD0))
        | ((a > 0xD4) & (a != 0xE2))
        | ((a == 0xE2) & (b <= 0x81))
}

/// Writes `text` without its invisible characters.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    let mut from = 0;
    while let Some(at) = scan::find(text.as_bytes(), from, may_hide) {
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        from = at + c.len_utf8();
        let with = match fate(c) {
            Fate::Keep => continue,
            Fate::Drop => "",
            Fate::Space => " ",
        };
        out.keep(text, kept..at);
        out.replace(at..from, with);
        kept = from;
    }
    out.keep(text, kept..text.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        written(|out| apply(text, out))
    }

    #[test]
    fn drops_what_cannot_be_seen_and_opens_spaces() {
        assert_eq!(
            applied("\u{feff}во\u{200b}да\u{ad} \u{202e}жоқ"),
            "вода жоқ"
        );
        assert_eq!(
            applied("нет\u{a0}воды\u{0}совсем\u{2003}тут"),
            "нет воды совсем тут"
        );
        assert_eq!(applied("☎\u{fe0f}"), "☎");
    }

    #[test]
    fn leaves_visible_text_and_line_breaks() {
        for text in ["Су жоқ,\r\nнет воды\t—", "«ёлка» № 5", "🙏"] {
            assert_eq!(applied(text), text);
        }
    }
}
