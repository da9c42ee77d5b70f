//! The letters of each alphabet.

use super::Alphabet;
use super::alphabet::is_apostrophe;
use std::sync::LazyLock;

/// A Cyrillic letter and how five alphabets write it, in the order of
/// [`Alphabet::ALL`].
type Row = (&'static str, [&'static str; 5]);

/// Every Kazakh and Russian letter. Where an alphabet writes two letters
/// alike, the one whose row comes first is read.
#[rustfmt::skip]
const ROWS: [Row; 42] = [
    //     2017    2018    2021   Turkic messenger
    ("а", ["a",    "a",    "a",    "a",  "a"]),
    ("ә", ["a'",   "á",    "ä",    "ä",  "a"]),
    ("б", ["b",    "b",    "b",    "b",  "b"]),
    ("в", ["v",    "v",    "v",    "v",  "v"]),
    ("г", ["g",    "g",    "g",    "g",  "g"]),
    ("ғ", ["g'",   "ǵ",    "ğ",    "ğ",  "gh"]),
    ("д", ["d",    "d",    "d",    "d",  "d"]),
    ("е", ["e",    "e",    "e",    "e",  "e"]),
    ("ж", ["j",    "j",    "j",    "j",  "zh"]),
    ("з", ["z",    "z",    "z",    "z",  "z"]),
    ("и", ["i'",   "ı",    "i",    "ï",  "i"]),
    ("й", ["i'",   "ı",    "i",    "y",  "y"]),
    ("к", ["k",    "k",    "k",    "k",  "k"]),
    ("қ", ["q",    "q",    "q",    "q",  "q"]),
    ("л", ["l",    "l",    "l",    "l",  "l"]),
    ("м", ["m",    "m",    "m",    "m",  "m"]),
    ("н", ["n",    "n",    "n",    "n",  "n"]),
    ("ң", ["n'",   "ń",    "ñ",    "ñ",  "n"]),
    ("о", ["o",    "o",    "o",    "o",  "o"]),
    ("ө", ["o'",   "ó",    "ö",    "ö",  "o"]),
    ("п", ["p",    "p",    "p",    "p",  "p"]),
    ("р", ["r",    "r",    "r",    "r",  "r"]),
    ("с", ["s",    "s",    "s",    "s",  "s"]),
    ("т", ["t",    "t",    "t",    "t",  "t"]),
    ("у", ["y'",   "ý",    "u",    "w",  "u"]),
    ("ұ", ["u",    "u",    "ū",    "u",  "u"]),
    ("ү", ["u'",   "ú",    "ü",    "ü",  "u"]),
    ("ф", ["f",    "f",    "f",    "f",  "f"]),
    ("х", ["h",    "h",    "h",    "x",  "h"]),
    ("һ", ["h",    "h",    "h",    "h",  "h"]),
    ("ц", ["ts",   "ts",   "ts",   "c",  "ts"]),
    ("ч", ["c'",   "ch",   "ç",    "ç",  "ch"]),
    ("ш", ["s'",   "sh",   "ş",    "ş",  "sh"]),
    ("щ", ["s'c'", "shch", "şç",   "şç", "shch"]),
    ("ы", ["y",    "y",    "y",    "ı",  "y"]),
    ("і", ["i",    "i",    "ı",    "i",  "i"]),
    ("э", ["e",    "e",    "e",    "é",  "e"]),
    ("ю", ["i'y'", "ıý",   "iu",   "yu", "yu"]),
    ("я", ["i'a",  "ıa",   "ia",   "ya", "ya"]),
    ("ё", ["i'o",  "ıo",   "io",   "yo", "yo"]),
    ("ъ", ["",     "",     "",     "",   ""]),
    ("ь", ["",     "",     "",     "",   ""]),
];

/// What people type beside the letters of the alphabet they follow; tried
/// after its own.
#[rustfmt::skip]
const STRAYS: [(&str, &str); 42] = [
    ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("tş", "ч"), ("zh", "ж"), ("kh", "х"),
    ("gh", "ғ"), ("yo", "ё"), ("q", "қ"), ("j", "ж"), ("h", "х"), ("x", "х"), ("w", "у"),
    ("c", "к"), ("ç", "ч"), ("á", "ә"), ("ä", "ә"), ("ə", "ә"), ("ǵ", "ғ"), ("ğ", "ғ"), ("ń", "ң"),
    ("ñ", "ң"), ("ó", "ө"), ("ö", "ө"), ("ú", "ү"), ("ü", "ү"), ("ū", "ұ"), ("ý", "у"), ("ş", "ш"),
    ("š", "ш"), ("č", "ч"), ("ž", "ж"), ("ı", "ы"), ("ï", "и"), ("é", "э"), ("ë", "ё"), ("i", "і"),
    ("y", "ы"), ("u", "у"), ("ŭ", "у"), ("ț", "т"),
];

/// Latin sequences with the letters they stand for, ordered by their first
/// character, the longest first.
type Reading = Vec<(&'static str, &'static str)>;

static READINGS: LazyLock<[Reading; 5]> = LazyLock::new(|| Alphabet::ALL.map(reading));

fn reading(alphabet: Alphabet) -> Reading {
    let own = ROWS
        .iter()
        .map(|(letter, latin)| (latin[alphabet as usize], *letter));
    let mut reading = Reading::new();
    for (latin, letter) in own.chain(STRAYS) {
        let known = reading.iter().any(|(known, _)| *known == latin);
        if !known && !latin.is_empty() && !is_iotated(alphabet, letter) {
            reading.push((latin, letter));
        }
    }
    reading.sort_by_key(|(latin, _)| (latin.chars().next(), std::cmp::Reverse(latin.len())));
    reading
}

/// Whether `letter` is written as и or й and a vowel, so that what it is read
/// as hangs on the letters around it: «ıa» is я in «qoıan», иа in «materıal».
fn is_iotated(alphabet: Alphabet, letter: &str) -> bool {
    alphabet.writes_glides_as_i() && matches!(letter, "ю" | "я" | "ё")
}

impl Alphabet {
    /// Whether и and й are written alike.
    pub(super) const fn writes_glides_as_i(self) -> bool {
        !matches!(self, Alphabet::Turkic | Alphabet::Messenger)
    }

    /// How this alphabet writes a lower-case Cyrillic letter.
    pub(super) fn latin(self, letter: char) -> Option<&'static str> {
        let row = ROWS.iter().find(|row| row.0.starts_with(letter))?;
        Some(row.1[self as usize])
    }

    /// The longest sequence at the head of `latin` that stands for a Cyrillic
    /// letter: its length in bytes, and the letter.
    pub(super) fn cyrillic(self, latin: &str) -> Option<(usize, &'static str)> {
        let reading = &READINGS[self as usize];
        let first = latin.chars().next();
        let from = reading.partition_point(|(known, _)| known.chars().next() < first);
        reading[from..]
            .iter()
            .take_while(|(known, _)| known.chars().next() == first)
            .find_map(|(known, letter)| Some((prefix(latin, known)?, *letter)))
    }
}

/// The length of the head of `latin` that spells `known`, any apostrophe being
/// as good as another.
fn prefix(latin: &str, known: &str) -> Option<usize> {
    let mut chars = latin.chars();
    let mut length = 0;
    for want in known.chars() {
        let c = chars.next()?;
        if c != want && !(want == '\'' && is_apostrophe(c)) {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}
