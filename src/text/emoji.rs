//! Emoji and emoticons: one class word for what they say.
//!
//! A heart and a pair of clapping hands thank, an angry face complains; what
//! shows a thing (a tap, a dog, a car) is `EMOJI`. A row of one class counts once.

use super::{Census, Sink, scan};
use icu_properties::CodePointSetData;
use icu_properties::props::ExtendedPictographic;

/// Laughter, smiles, `:)`, `)))`.
pub const JOY: &str = "JOY";
/// Tears, sad faces, `:(`, `(((`.
pub const GRIEF: &str = "GRIEF";
/// Angry and disgusted faces, fists.
pub const ANGER: &str = "ANGER";
/// Hearts, flowers, applause, thumbs up.
pub const PRAISE: &str = "PRAISE";
/// Folded hands: please, or thank you.
pub const PLEA: &str = "PLEA";
/// Fire, warnings, sirens, skulls.
pub const ALARM: &str = "ALARM";
/// Every other picture.
pub const EMOJI: &str = "EMOJI";

/// Whether `text` may hold an emoji or an emoticon.
pub fn should(text: &str, census: Census) -> bool {
    census.has(Census::FOREIGN.or(Census::GENERAL_PUNCTUATION)) || may_smile(text.as_bytes())
}

/// Whether a bracket stands twice in a row, or after a colon or the like.
/// Without a branch in its loop.
fn may_smile(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |found, (a, b)| {
        found | (matches!(b, b'(' | b')') & ((a == b) | matches!(a, b':' | b';' | b'=' | b'-')))
    })
}

/// Writes `text` with a class word for each row of emoji of one class.
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    let mut at = 0;
    let mut open = 0u32;
    // The class that was written last and where its row ended.
    let mut last = (EMOJI, usize::MAX);
    while let Some(found) = scan::find(text.as_bytes(), at, may_show) {
        at = found;
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let found = match c {
            '\0'..='\u{7F}' => emoticon(&text[at..], open),
            '\u{80}'..='\u{1FFF}' => None,
            _ => class(c).map(|class| (c.len_utf8(), class)),
        };
        let Some((length, class)) = found else {
            match c {
                '(' => open += 1,
                ')' => open = open.saturating_sub(1),
                _ => {}
            }
            at += c.len_utf8();
            continue;
        };
        let end = at + length;
        out.keep(text, kept..at);
        if class.is_empty() || last == (class, at) {
            out.replace(at..end, "");
        } else {
            out.replace(at..at, " ");
            out.replace(at..end, class);
            out.replace(end..end, " ");
        }
        if !class.is_empty() {
            last.0 = class;
        }
        last.1 = end;
        (kept, at) = (end, end);
    }
    out.keep(text, kept..text.len());
}

/// Whether an emoji or an emoticon, or a bracket, can begin with this byte.
#[inline]
fn may_show(a: u8, b: u8) -> bool {
    let eyes = (a == b':') | (a == b';') | (a == b'=');
    (a >= 0xE2) | (a == b'(') | (a == b')') | (eyes & ((b == b'-') | (b == b'(') | (b == b')')))
}

/// The emoticon at the head of `text`: its length and class. A closing bracket
/// that was `open`ed is none.
fn emoticon(text: &str, open: u32) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let eyes = match bytes {
        [b':' | b';' | b'=', b'-', b'(' | b')', ..] => 2,
        [b':' | b';' | b'=', b'(' | b')', ..] => 1,
        [b'(' | b')', ..] => 0,
        _ => return None,
    };
    let mouth = bytes[eyes];
    let run = bytes[eyes..].iter().take_while(|b| **b == mouth).count();
    let enough = match mouth {
        _ if eyes > 0 => 1,
        b')' => 2 + open as usize,
        _ => 3,
    };
    let class = if mouth == b')' { JOY } else { GRIEF };
    (run >= enough).then_some((eyes + run, class))
}

/// The class of an emoji; empty for what only colours or joins others.
fn class(c: char) -> Option<&'static str> {
    Some(match c {
        '😀'..='😌' | '😎' | '😺'..='😻' | '🙂' | '🙃' | '🤣' | '🤗' | '🤩' | '🥳' | '☺' => {
            JOY
        }
        '😒'..='😔' | '😖' | '😞' | '😟' | '😢' | '😥'..='😩' | '😫' | '😭' | '😰' | '😿' => {
            GRIEF
        }
        '🙁' | '☹' | '🥺' | '💔' => GRIEF,
        '😠' | '😡' | '😤' | '😾' | '🤬' | '👿' | '🤮' | '🤢' | '👎' | '👊' | '✊' | '💩' => {
            ANGER
        }
        '👍' | '👏' | '👌' | '💐' | '🌹' | '🌷' | '🌸' | '🎉' | '🎊' | '🤝' | '💪' | '💯' => {
            PRAISE
        }
        '❤' | '💓'..='💜' | '💝'..='💟' | '🧡' | '🤍' | '🖤' | '😍' | '😘' | '🥰' | '⭐' | '🌟' => {
            PRAISE
        }
        '🙏' => PLEA,
        '🔥' | '🚨' | '🆘' | '⚠' | '☠' | '💀' | '⛔' | '🚫' | '❗' | '‼' | '📛' | '😱' => {
            ALARM
        }
        '\u{1F3FB}'..='\u{1F3FF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{200D}' | '\u{FE0F}' => "",
        '\u{2000}'..='\u{20FF}' | '\u{3030}' | '\u{303D}' => return None,
        c if CodePointSetData::new::<ExtendedPictographic>().contains(c) => EMOJI,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        let out = written(|out| apply(text, out));
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_class_once_in_a_row() {
        for (from, to) in [
            ("рахмет🙏🏻🙏🏻❤❤👏", "рахмет PLEA PRAISE"),
            ("қашан😡😡 тоқтайды 😭", "қашан ANGER тоқтайды GRIEF"),
            ("ия)) жақсы :) емес :-(((", "ия JOY жақсы JOY емес GRIEF"),
            ("су жоқ 🚰💧 🇰🇿", "су жоқ EMOJI"),
            ("⚠ 🔥", "ALARM ALARM"),
        ] {
            assert_eq!(applied(from), to);
        }
    }

    #[test]
    fn leaves_brackets_and_signs() {
        for text in ["(дом (5)) и", "су: (жоқ)", "№ 5 – «а» © 2024 水", "п. 1)"]
        {
            assert_eq!(applied(text), text);
        }
    }
}
