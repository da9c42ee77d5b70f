//! What may follow the stem of a name: endings of Kazakh and Russian, in the
//! folded spelling.
//!
//! A name is kept as one or two stems, each with the [`Paradigm`]s whose
//! endings it takes. The endings are generated from short lists, since Kazakh
//! ones pile up (`-лық-тар-ға`), and looked up as packed numbers.

use crate::text::fold::{self, Code};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The most letters of an ending.
pub(super) const LONGEST: usize = 10;

/// What an ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Form {
    /// No such ending.
    #[default]
    None,
    /// The name as it is.
    Plain,
    /// Where: Kazakh locative, ablative, dative, `-дағы`.
    Where,
    /// Russian prepositional or dative in `-е`.
    Prepositional,
    /// Russian genitive.
    Genitive,
    /// Any other case, people of the place.
    Other,
    /// A Russian adjective.
    Adjective,
    /// A type word in the plural: `аудандары`.
    Plural,
}

/// A set of endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Paradigm {
    /// Kazakh endings after a name.
    Kazakh,
    /// Kazakh endings after a type word: `аудан-ы-нда`.
    Possessive,
    /// Russian nouns that end in a hard consonant.
    Hard,
    /// Russian towns in `-ск`: `-ским`, `-ском` is their adjective's.
    Town,
    /// Russian nouns that end in `ь`, which folding drops.
    Soft,
    /// Russian nouns in `й`, after the stem without it.
    Iot,
    /// Russian nouns in `а`, after the stem without it.
    Feminine,
    /// Russian nouns in `я`, after the stem without it.
    SoftFeminine,
    /// Russian nouns in `о`, after the stem without it.
    Neuter,
    /// Russian adjectives, after the stem without `-ий`, `-ая` …
    Adjective,
    /// Adjectives made of a name: `-ский`, `-инский` …
    Derived,
    /// The plural of Russian type words.
    Many,
    /// Abbreviations, to which nothing is added.
    Fixed,
}

/// How many paradigms there are.
const PARADIGMS: usize = 13;

/// A set of paradigms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub(super) struct Paradigms(u16);

impl Paradigms {
    pub const fn of(list: &[Paradigm]) -> Paradigms {
        let mut set = 0;
        let mut at = 0;
        while at < list.len() {
            set |= 1 << list[at] as u16;
            at += 1;
        }
        Paradigms(set)
    }

    pub const fn has(self, paradigm: Paradigm) -> bool {
        self.0 >> paradigm as u16 & 1 == 1
    }
}

/// What the letters `rest` after a stem of these paradigms say; the plainest
/// reading where there are two.
pub(super) fn form(rest: &[Code], paradigms: Paradigms) -> Form {
    if rest.is_empty() {
        // Stems whose own form is a word have a paradigm that allows it.
        let whole = [Paradigm::Kazakh, Paradigm::Hard, Paradigm::Fixed];
        return match whole.into_iter().any(|paradigm| paradigms.has(paradigm)) {
            true => Form::Plain,
            false => Form::None,
        };
    }
    let Some(packed) = pack(rest) else {
        return Form::None;
    };
    let Ok(at) = ENDINGS.binary_search_by_key(&packed, |(key, _)| *key) else {
        return Form::None;
    };
    let forms = &ENDINGS[at].1;
    let allowed = (0..PARADIGMS).filter(|p| paradigms.0 >> p & 1 == 1);
    let known = allowed.map(|p| forms[p]).filter(|f| *f != Form::None);
    known.min().unwrap_or_default()
}

fn pack(codes: &[Code]) -> Option<u64> {
    (codes.len() <= LONGEST).then(|| codes.iter().fold(0, |sum, c| sum << 6 | u64::from(*c)))
}

static ENDINGS: LazyLock<Vec<(u64, [Form; PARADIGMS])>> = LazyLock::new(|| {
    let mut all: BTreeMap<u64, [Form; PARADIGMS]> = BTreeMap::new();
    let mut put = |paradigm: Paradigm, ending: &str, form: Form| {
        let mut codes = Vec::new();
        fold::fold(ending, &mut codes);
        if let Some(packed) = pack(&codes).filter(|_| !codes.is_empty()) {
            let slot = &mut all.entry(packed).or_default()[paradigm as usize];
            if *slot == Form::None || form < *slot {
                *slot = form;
            }
        }
    };
    kazakh(&mut |ending, form| put(Paradigm::Kazakh, ending, form));
    possessive(&mut |ending, form| put(Paradigm::Possessive, ending, form));
    for (paradigm, endings) in RUSSIAN {
        for (ending, form) in *endings {
            put(*paradigm, ending, *form);
        }
    }
    for ending in ADJECTIVE {
        put(Paradigm::Adjective, ending, Form::Adjective);
        for link in ["", "ин", "ен", "н", "и", "ов", "ев"] {
            put(
                Paradigm::Derived,
                &format!("{link}ск{ending}"),
                Form::Adjective,
            );
        }
    }
    all.into_iter().collect()
});

const PLURAL: [&str; 6] = ["лар", "лер", "дар", "дер", "тар", "тер"];

/// Cases of Kazakh after a bare stem.
const CASES: [(&[&str], Form); 3] = [
    (
        &[
            "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа",
            "ке",
        ],
        Form::Where,
    ),
    (
        &[
            "ның",
            "нің",
            "дың",
            "дің",
            "тың",
            "тің",
            "ны",
            "ні",
            "ды",
            "ді",
            "ты",
            "ті",
            "мен",
            "бен",
            "пен",
            "менен",
            "лы",
            "лі",
            "дай",
            "дей",
            "тай",
            "тей",
        ],
        Form::Other,
    ),
    (
        &["дағы", "дегі", "тағы", "тегі", "дағи", "деги"],
        Form::Where,
    ),
];

fn kazakh(put: &mut impl FnMut(&str, Form)) {
    let cases = |stem: &str, form: Option<Form>, put: &mut dyn FnMut(&str, Form)| {
        for (endings, own) in CASES {
            for ending in endings {
                put(&format!("{stem}{ending}"), form.unwrap_or(own));
            }
        }
    };
    cases("", None, put);
    let people = [
        "лық", "лік", "дық", "дік", "тық", "тік", "дағы", "дегі", "тағы", "тегі", "мыз", "міз",
        "ымыз", "іміз",
    ];
    for stem in people {
        let form = if stem.ends_with("ғы") || stem.ends_with("гі") {
            Form::Where
        } else {
            Form::Other
        };
        put(stem, form);
        cases(stem, Some(form), put);
        for plural in PLURAL {
            let stem = format!("{stem}{plural}");
            put(&stem, form);
            cases(&stem, Some(form), put);
        }
    }
}

fn possessive(put: &mut impl FnMut(&str, Form)) {
    let after = [
        "",
        "ның",
        "нің",
        "на",
        "не",
        "н",
        "нда",
        "нде",
        "ндағы",
        "ндегі",
        "нан",
        "нен",
        "мен",
        "ндағылар",
        "мызда",
        "міздің",
        "мыз",
        "мыздың",
        "мызға",
        "міз",
        "на",
        "ндағыдай",
        "нда",
    ];
    for case in after {
        for own in ["ы", "і", "сы", "сі"] {
            put(&format!("{own}{case}"), Form::Plain);
        }
        for plural in PLURAL {
            put(&format!("{plural}ы{case}"), Form::Plural);
        }
    }
    for (endings, _) in CASES {
        for ending in endings {
            put(ending, Form::Other);
        }
    }
}

/// Endings of Russian nouns.
const RUSSIAN: &[(Paradigm, &[(&str, Form)])] = &[
    (
        Paradigm::Hard,
        &[
            ("а", Form::Genitive),
            ("у", Form::Other),
            ("ом", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Town,
        &[
            ("а", Form::Genitive),
            ("у", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Soft,
        &[
            ("и", Form::Prepositional),
            ("ю", Form::Other),
            ("я", Form::Genitive),
            ("ем", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Iot,
        &[
            ("я", Form::Genitive),
            ("ю", Form::Other),
            ("ем", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Feminine,
        &[
            ("а", Form::Plain),
            ("ы", Form::Genitive),
            ("е", Form::Prepositional),
            ("у", Form::Other),
            ("ой", Form::Other),
            ("ою", Form::Other),
        ],
    ),
    (
        Paradigm::SoftFeminine,
        &[
            ("я", Form::Plain),
            ("и", Form::Genitive),
            ("ю", Form::Other),
            ("ей", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Neuter,
        &[
            ("о", Form::Plain),
            ("а", Form::Genitive),
            ("у", Form::Other),
            ("ом", Form::Other),
            ("е", Form::Prepositional),
        ],
    ),
    (
        Paradigm::Many,
        &[
            ("ы", Form::Plural),
            ("и", Form::Plural),
            ("ов", Form::Plural),
            ("ам", Form::Plural),
            ("ами", Form::Plural),
            ("ах", Form::Plural),
            ("ей", Form::Plural),
            ("ям", Form::Plural),
            ("ях", Form::Plural),
        ],
    ),
];

/// Endings of Russian adjectives.
const ADJECTIVE: [&str; 15] = [
    "ий", "ый", "ой", "ая", "ое", "ее", "ие", "ого", "ому", "им", "ом", "ую", "их", "ими", "его",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rest: &str, paradigm: Paradigm) -> Form {
        let mut codes = Vec::new();
        fold::fold(rest, &mut codes);
        form(&codes, Paradigms::of(&[paradigm]))
    }

    #[test]
    fn endings_of_both_languages() {
        for (rest, paradigm, form) in [
            ("да", Paradigm::Kazakh, Form::Where),
            ("дағылар", Paradigm::Kazakh, Form::Where),
            ("лықтардың", Paradigm::Kazakh, Form::Other),
            ("ның", Paradigm::Kazakh, Form::Other),
            ("ындағы", Paradigm::Possessive, Form::Plain),
            ("дарында", Paradigm::Possessive, Form::Plural),
            ("е", Paradigm::Hard, Form::Prepositional),
            ("ы", Paradigm::Feminine, Form::Genitive),
            ("инского", Paradigm::Derived, Form::Adjective),
            ("ская", Paradigm::Derived, Form::Adjective),
            ("ая", Paradigm::Adjective, Form::Adjective),
            ("ов", Paradigm::Hard, Form::None),
            ("ндай-ақшы", Paradigm::Kazakh, Form::None),
        ] {
            assert_eq!(of(rest, paradigm), form, "{rest}");
        }
    }

    #[test]
    fn the_stem_itself() {
        assert_eq!(form(&[], Paradigms::of(&[Paradigm::Kazakh])), Form::Plain);
        assert_eq!(form(&[], Paradigms::of(&[Paradigm::Feminine])), Form::None);
        assert_eq!(
            form(&[1; 40], Paradigms::of(&[Paradigm::Kazakh])),
            Form::None
        );
    }
}
