//! The script of a text.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The script that a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Nine tenths of the letters or more are Cyrillic.
    Cyrillic,
    /// Nine tenths of the letters or more are Latin.
    Latin,
    /// Cyrillic and Latin both.
    Mixed,
    /// No letters, or letters of another script.
    #[default]
    Other,
}

impl Script {
    /// The script of `text`, by the share of its letters.
    #[must_use]
    pub fn of(text: &str) -> Script {
        let counts = by_lead_bytes(text);
        Script::by_share(counts.unwrap_or_else(|| by_letters(text.chars())))
    }

    /// The script of a text of these characters.
    pub(super) fn of_letters(letters: impl Iterator<Item = char>) -> Script {
        Script::by_share(by_letters(letters))
    }

    fn by_share([cyrillic, latin, other]: [u32; 3]) -> Script {
        let all = cyrillic + latin + other;
        let most = |count: u32| count * 10 >= all * 9;
        match () {
            () if all == 0 => Script::Other,
            () if most(cyrillic) => Script::Cyrillic,
            () if most(latin) => Script::Latin,
            () if most(cyrillic + latin) => Script::Mixed,
            () => Script::Other,
        }
    }

    /// The word for it in columns and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Script::Cyrillic => "cyrillic",
            Script::Latin => "latin",
            Script::Mixed => "mixed",
            Script::Other => "other",
        }
    }
}

/// Cyrillic, Latin and other letters of `text`, by the bytes they begin with;
/// `None` where those do not tell. Without a branch in its loop.
fn by_lead_bytes(text: &str) -> Option<[u32; 3]> {
    let (mut cyrillic, mut latin, mut unsure) = (0u32, 0u32, 0u32);
    for byte in text.bytes() {
        let extended = (0xC4..=0xC8).contains(&byte);
        cyrillic += u32::from((0xD0..=0xD3).contains(&byte));
        latin += u32::from(byte.is_ascii_alphabetic() | extended);
        unsure += u32::from((byte >= 0xC3) & !extended & !(0xD0..=0xD3).contains(&byte));
    }
    (unsure == 0).then_some([cyrillic, latin, 0])
}

fn by_letters(letters: impl Iterator<Item = char>) -> [u32; 3] {
    let (mut cyrillic, mut latin, mut other) = (0, 0, 0);
    for c in letters {
        match c {
            'Ѐ'..='ԯ' => cyrillic += 1,
            'a'..='z' | 'A'..='Z' | 'À'..='ɏ' => latin += 1,
            '\0'..='\u{BF}' => {}
            c if c.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    [cyrillic, latin, other]
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_counting_agree() {
        for text in [
            "Су жоқ ғ Ә ѣ, sý joq ğşĀ 5",
            "«да» — «нет» 🙏",
            "ẞ水é×÷",
            "",
        ] {
            if let Some(counts) = by_lead_bytes(text) {
                assert_eq!(counts, by_letters(text.chars()), "{text}");
            }
        }
        assert!(by_lead_bytes("Су жоқ ğ").is_some());
    }

    #[test]
    fn by_the_share_of_letters() {
        for (text, script) in [
            ("Су жоқ, нет воды 5", Script::Cyrillic),
            ("su joq, sý joq", Script::Latin),
            ("приложение egov не работает mobile", Script::Mixed),
            ("水がない", Script::Other),
            ("12 !!!", Script::Other),
            ("", Script::Other),
        ] {
            assert_eq!(Script::of(text), script, "{text}");
        }
    }
}
