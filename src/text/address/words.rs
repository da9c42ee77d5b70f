//! The words that make an address, and those that unmake it.

use super::Kind;
use super::lexicon::LEXICON;
use crate::text::fold::{Code, fold};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// FNV-1a: every word of a text is looked up, and words are short.
#[derive(Clone)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn write_usize(&mut self, _length: usize) {}

    fn finish(&self) -> u64 {
        // The table takes the upper bits for one thing and the lower for another.
        self.0 ^ (self.0 >> 29)
    }
}

/// A table by folded words.
pub(super) type Table<V> = HashMap<Vec<Code>, V, BuildHasherDefault<Fnv>>;

/// What a word may mean in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Class {
    /// A word for a kind of street.
    Type(Type),
    /// «дом», «үй».
    House(Form),
    /// «квартира», «пәтер».
    Flat,
    /// «корпус», «блок».
    Block,
    /// What numbers count: «лет», «күн», «домов».
    Unit,
    /// Never a part of a street's name.
    Stop,
    /// Prepositions that a street may follow: «на», «по».
    Preposition,
    /// A word that continues a name: «батыр», «хан», «би».
    Title,
    /// «имени», «атындағы».
    Named,
    /// Any other word.
    #[default]
    Other,
}

/// A word for a kind of street, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Type {
    pub kind: Kind,
    /// The name comes before it, as in Kazakh.
    pub after: bool,
    /// «ул.», «мкр»: hardly ever anything else.
    pub short: bool,
    pub case: Form,
}

/// How a Kazakh word is inflected, as far as it tells a house from a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// «көшесі», «үй», and every Russian form.
    Plain,
    /// «көшесінде»: what comes next may be a count.
    Locative,
    /// «көшесіндегі», «үйде», «үйдің».
    Inflected,
    /// Without the possessive that a name calls for: «көшеде».
    Bare,
}

/// The class of a word by its folded spelling.
pub(super) fn class(codes: &[Code]) -> Class {
    if codes.len() > LONGEST {
        return Class::Other;
    }
    LEXICON.words.get(codes).copied().unwrap_or_default()
}

/// No word of the lexicon has more letters.
const LONGEST: usize = 20;

/// The class of two parts of one word, with [`EDGE`](crate::text::fold::EDGE) between them.
pub(super) fn class_of_joined(codes: &[Code]) -> Option<Class> {
    LEXICON.joined.get(codes).copied()
}

/// Months in Kazakh and in the Russian genitive and nominative.
const MONTHS: [&str; 12] = [
    "қаңтар января январь",
    "ақпан февраля февраль",
    "наурыз марта март",
    "сәуір апреля апрель",
    "мамыр мая май",
    "маусым июня июнь",
    "шілде июля июль",
    "тамыз августа август",
    "қыркүйек сентября сентябрь",
    "қазан октября октябрь",
    "қараша ноября ноябрь",
    "желтоқсан декабря декабрь",
];

static MONTH: LazyLock<Table<Vec<Code>>> = LazyLock::new(|| {
    let folded = |word: &str| {
        let mut codes = Vec::new();
        fold(word, &mut codes);
        codes
    };
    let mut months = Table::default();
    for names in MONTHS {
        let first = names.split(' ').next().unwrap_or_default();
        for name in names.split(' ') {
            months.insert(folded(name), folded(first));
        }
    }
    months
});

/// The Kazakh name of the month that a folded word is.
pub(super) fn month(word: &[Code]) -> Option<&'static [Code]> {
    MONTH.get(word).map(Vec::as_slice)
}

static YEARS: LazyLock<Vec<Vec<Code>>> = LazyLock::new(|| {
    "лет летия летие года год жыл жылдық жылдығы го"
        .split(' ')
        .map(|word| {
            let mut codes = Vec::new();
            fold(word, &mut codes);
            codes
        })
        .collect()
});

/// «лет», «летия», «жылдық» and the like, as numbered streets have them.
pub(super) fn is_of_years(word: &[Code]) -> bool {
    YEARS.iter().any(|years| years == word)
}

static NUMERAL_ENDINGS: LazyLock<Vec<Vec<Code>>> = LazyLock::new(|| {
    "й я е го м ой ый ая ую ом ему те де та да тен ден тан дан ге ке ға қа нің дің тің ші шы інші ыншы нші ншы"
        .split(' ')
        .map(|ending| {
            let mut codes = Vec::new();
            fold(ending, &mut codes);
            codes
        })
        .collect()
});

/// Whether a folded word, after a number and a hyphen, is the number's ending
/// and no letter of the building.
pub(super) fn is_numeral_ending(codes: &[Code]) -> bool {
    NUMERAL_ENDINGS.iter().any(|ending| ending == codes)
}
