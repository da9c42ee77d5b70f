//! Which Latin alphabet a text is written in.

use serde::{Deserialize, Serialize};

/// A way of writing Kazakh (or Russian) in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alphabet {
    /// The decree of 26 October 2017: `a' g' i' n' o' s' c' u' y'`.
    Apostrophes2017,
    /// The decree of 19 February 2018: `á ǵ ı ń ó ú ý sh ch`.
    Acutes2018,
    /// The drafts of 2019 and 2021: `ä ğ ñ ö ş ū ü`, `i` for и and й, `ı` for
    /// і, `y` for ы, `u` for у.
    Umlauts2021,
    /// The one of the Kazakh Wikipedia and of other Turkic alphabets: `ä ğ ñ ö
    /// ş ç`, `ï` for и, `i` for і, `ı` for ы, `y` for й, `w` for у, `u` for ұ.
    Turkic,
    /// What people type with the 26 letters of any keyboard: `sh zh kh gh ch`,
    /// `j`, `y`, `w`. Russian in Latin letters is written so, too.
    Messenger,
}

impl Alphabet {
    /// All alphabets.
    pub const ALL: [Alphabet; 5] = [
        Alphabet::Apostrophes2017,
        Alphabet::Acutes2018,
        Alphabet::Umlauts2021,
        Alphabet::Turkic,
        Alphabet::Messenger,
    ];

    /// The alphabet of the Latin words of `text`, in lower case, by the letters
    /// that only one of them has.
    #[must_use]
    pub fn of(text: &str) -> Alphabet {
        let (mut apostrophes, mut acutes, mut umlauts, mut turkic) = (0, 0, 0, 0);
        let mut before = ' ';
        for c in text.chars() {
            match c {
                'á' | 'ǵ' | 'ń' | 'ó' | 'ú' | 'ý' => acutes += 1,
                'ū' => umlauts += 3,
                'ï' | 'w' | 'x' => turkic += 3,
                // «ai», «au» against «ay», «aw»; «qyz» against «qız».
                'i' if is_vowel(before) => umlauts += 1,
                'y' if is_vowel(before) => turkic += 1,
                'y' => umlauts += 1,
                c if is_apostrophe(c) && "aginoscuy".contains(before) => apostrophes += 1,
                _ => {}
            }
            before = c;
        }
        let umlauted = text.contains(['ä', 'ğ', 'ñ', 'ö', 'ü', 'ş', 'ū', 'ï']);
        match () {
            () if acutes > 0 => Alphabet::Acutes2018,
            () if umlauted && turkic > umlauts => Alphabet::Turkic,
            () if umlauted => Alphabet::Umlauts2021,
            () if apostrophes > 1 => Alphabet::Apostrophes2017,
            () => Alphabet::Messenger,
        }
    }
}

/// Vowels of all the Latin alphabets but `i`, `ı` and `y` themselves.
pub(super) const fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'á' | 'ä' | 'e' | 'o' | 'ó' | 'ö' | 'u' | 'ú' | 'ü' | 'ū'
    )
}

/// The marks that stand for the apostrophe of 2017.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | 'ʹ' | '`' | '´' | '‘')
}
