//! Words that say what the name beside them is: a region, a street, a river.

use super::endings::{Form, Paradigm, Paradigms, form};
use super::hash::Stem;
use super::token::{Gap, Tokens};
use super::unit::Level;
use crate::text::fold;
use std::sync::LazyLock;

/// What a word says of the name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Region,
    District,
    City,
    Village,
    Okrug,
    /// Of the country, so that it makes a rural district of `округ`.
    Rural,
    /// A street, a square, a crossing of streets.
    Street,
    /// A microdistrict, which KATO does not list.
    Micro,
    /// Makes a microdistrict of `аудан`.
    Small,
    /// A river, a lake, a mountain.
    Nature,
    /// A house of flats, a shop, a company.
    Venue,
    /// `имени`, `атындағы`.
    Named,
    /// A preposition that goes before places.
    Where,
    /// `и`, `мен`, `және`.
    And,
}

impl Kind {
    /// Whether a unit of `level` is called so.
    pub fn admits(self, level: Level) -> bool {
        match self {
            Kind::Region => level == Level::Region,
            Kind::District => matches!(level, Level::District | Level::CityDistrict),
            Kind::City => matches!(level, Level::Metropolis | Level::City | Level::Town),
            Kind::Village => matches!(level, Level::Village | Level::Hamlet),
            Kind::Okrug => level == Level::Okrug,
            _ => false,
        }
    }

    /// Whether what is called so is never a unit, on either side of the name.
    pub fn forbids(self) -> bool {
        matches!(self, Kind::Street | Kind::Micro | Kind::Nature)
    }

    /// Whether it names a kind of unit.
    pub fn is_unit(self) -> bool {
        Level::ALL.into_iter().any(|level| self.admits(level))
    }
}

/// On which side of the name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// After it, as in Kazakh.
    After,
    /// Before a noun, after an adjective, as in Russian.
    Before,
    /// Before it or after it.
    Either,
}

/// A word, or two, that says what a neighbouring name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub kind: Kind,
    pub side: Side,
    /// Whether it is in the plural.
    pub many: bool,
    /// Whether it is Kazakh without the possessive that ties it to a name:
    /// `ауылда` is any village, `ауылында` that of the name.
    pub loose: bool,
    /// The first and the last of its words.
    pub from: usize,
    pub to: usize,
}

const EXACT: Paradigms = Paradigms::of(&[]);
const KAZAKH: Paradigms = Paradigms::of(&[Paradigm::Kazakh, Paradigm::Possessive]);
const HARD: Paradigms = Paradigms::of(&[Paradigm::Hard, Paradigm::Many]);
const SOFT: Paradigms = Paradigms::of(&[Paradigm::Kazakh, Paradigm::Soft, Paradigm::Many]);
const FEMININE: Paradigms = Paradigms::of(&[Paradigm::Feminine, Paradigm::Many]);
const YA: Paradigms = Paradigms::of(&[Paradigm::SoftFeminine, Paradigm::Many]);
const NEUTER: Paradigms = Paradigms::of(&[Paradigm::Neuter]);
const ADJECTIVE: Paradigms = Paradigms::of(&[Paradigm::Adjective]);

/// Words of one kind, side and declension, as stems.
type Row = (Kind, Side, Paradigms, &'static str);

const WORDS: &[Row] = &[
    (Kind::Region, Side::After, KAZAKH, "облыс"),
    (Kind::Region, Side::Either, SOFT, "област"),
    (Kind::Region, Side::Either, EXACT, "обл"),
    (Kind::District, Side::After, KAZAKH, "аудан"),
    (Kind::District, Side::After, EXACT, "ауд"),
    (Kind::District, Side::Either, HARD, "район"),
    (Kind::District, Side::Either, EXACT, "рн"),
    (Kind::City, Side::After, KAZAKH, "қала"),
    (Kind::City, Side::Before, HARD, "город"),
    (Kind::City, Side::Before, EXACT, "г гор"),
    (Kind::City, Side::After, EXACT, "к"),
    (
        Kind::Village,
        Side::After,
        KAZAKH,
        "ауыл кент станса бекет разъезд қыстау қыстақ қоныс село поселок",
    ),
    (Kind::Village, Side::After, EXACT, "а"),
    (
        Kind::Village,
        Side::Before,
        HARD,
        "посёлк аул разъезд полустанк хутор кордон кишлак",
    ),
    (
        Kind::Village,
        Side::Before,
        EXACT,
        "посёлок полустанок с п пос пгт ст рзд сел дер",
    ),
    (Kind::Village, Side::Before, NEUTER, "сел"),
    (Kind::Village, Side::Before, YA, "станци деревн"),
    (Kind::Village, Side::Before, FEMININE, "зимовк точк ферм"),
    (Kind::Okrug, Side::Either, HARD, "округ"),
    (Kind::Okrug, Side::After, KAZAKH, "округ"),
    (Kind::Rural, Side::Either, EXACT, "ауылдық кенттік"),
    (
        Kind::Rural,
        Side::Either,
        ADJECTIVE,
        "сельск поселков аульн",
    ),
    (Kind::Small, Side::After, EXACT, "шағын ықшам мөлтек"),
    (Kind::Micro, Side::Before, EXACT, "мкр мкрн микр мкрр мр"),
    (
        Kind::Micro,
        Side::Before,
        HARD,
        "микрорайон массив квартал жилмассив",
    ),
    (
        Kind::Micro,
        Side::After,
        KAZAKH,
        "мкр микрорайон саяжай шағынаудан ықшамаудан",
    ),
    (Kind::Micro, Side::Before, EXACT, "дача дачи днт снт"),
    (
        Kind::Street,
        Side::After,
        KAZAKH,
        "көше даңғыл тұйық алаң қиылыс бұрыш көпір аялдама",
    ),
    (Kind::Street, Side::After, EXACT, "көш даң"),
    (
        Kind::Street,
        Side::Before,
        HARD,
        "проспект переулк бульвар тракт проезд тупик угл перекрёстк",
    ),
    (
        Kind::Street,
        Side::Before,
        EXACT,
        "ул пр просп пер переулок пл шоссе тупик угол пересечение пересечении перекрёсток квартал",
    ),
    (Kind::Street, Side::Before, FEMININE, "улиц остановк"),
    (Kind::Street, Side::Before, YA, "алле"),
    (Kind::Street, Side::Before, SOFT, "площад"),
    (Kind::Street, Side::Before, ADJECTIVE, "набережн"),
    (
        Kind::Nature,
        Side::After,
        Paradigms::of(&[Paradigm::Possessive]),
        "өзен көл арна теңіз тау канал шатқал",
    ),
    (Kind::Nature, Side::Before, FEMININE, "рек гор"),
    (Kind::Nature, Side::Before, NEUTER, "озер"),
    (Kind::Nature, Side::Before, HARD, "канал"),
    (Kind::Nature, Side::Either, EXACT, "море моря"),
    (
        Kind::Venue,
        Side::Before,
        EXACT,
        "жк трц тц трк тд кск оси пкск мжк тоо жшс ао ақ ип жк цон кафе отель фк санаторий кинотеатр радио",
    ),
    (
        Kind::Venue,
        Side::Before,
        HARD,
        "ресторан магазин супермаркет рынк стадион санатори бутик банк телеканал клуб холдинг фонд маркет",
    ),
    (Kind::Venue, Side::Before, EXACT, "рынок базар"),
    (
        Kind::Venue,
        Side::Before,
        FEMININE,
        "гостиниц газет больниц",
    ),
    (Kind::Venue, Side::Before, SOFT, "мечет"),
    (Kind::Venue, Side::Before, YA, "компани парти"),
    (Kind::Named, Side::Before, EXACT, "имени им"),
    (Kind::Named, Side::After, EXACT, "атындағы атын ат атындагы"),
    (
        Kind::Where,
        Side::Before,
        EXACT,
        "в во из под до около возле близ",
    ),
    (Kind::And, Side::Either, EXACT, "и мен және бен пен да жане"),
];

/// Words of [`WORDS`] by number; the stem of each.
pub(super) fn stems() -> impl Iterator<Item = Stem> {
    rows().map(|(_, word)| stem(word))
}

fn rows() -> impl Iterator<Item = (&'static Row, &'static str)> {
    let words = |row: &'static Row| row.3.split(' ').map(move |word| (row, word));
    WORDS.iter().flat_map(words)
}

/// The rows of the words by number, for look-ups.
pub(super) fn table() -> Vec<(Kind, Side, Paradigms)> {
    rows()
        .map(|((kind, side, paradigms, _), _)| (*kind, *side, *paradigms))
        .collect()
}

/// The label that the word `at` is, its first `len` letters being the stem of
/// a row.
pub(super) fn label(
    tokens: &Tokens,
    at: usize,
    len: usize,
    row: &(Kind, Side, Paradigms),
) -> Option<Label> {
    let (kind, side, paradigms) = *row;
    let codes = tokens.codes(at);
    let rest = codes.get(len..).unwrap_or_default();
    let form = match rest.is_empty() && paradigms == EXACT {
        true => Form::Plain,
        false => form(rest, paradigms),
    };
    let here = tokens.get(at)?;
    let dot = tokens.gap(at + 1).has(Gap::DOT);
    let stands = match (len, kind, side) {
        _ if form == Form::None || !rest.is_empty() && paradigms == EXACT => false,
        // One letter is a word of its own, unless a full stop says otherwise.
        (1, Kind::City, Side::After) => dot || here.kazakh,
        (1, Kind::City, _) => !at
            .checked_sub(1)
            .and_then(|i| tokens.get(i))
            .is_some_and(|t| t.digit),
        (1, Kind::Village, _) => dot,
        (2, Kind::Village, Side::Before) => dot,
        (2, Kind::Named, Side::After) | (2, Kind::Named, Side::Before) => dot,
        _ => true,
    };
    stands.then_some(Label {
        kind,
        side,
        many: form == Form::Plural,
        loose: paradigms == KAZAKH
            && (rest.is_empty() || form > Form::Plain && form < Form::Plural),
        from: at,
        to: at,
    })
}

/// Joins labels of two words: `р-н`, `к-сі`, `с/о`, `ауылдық округі`, `ықшам
/// аудан`.
pub(super) fn join(tokens: &mut Tokens) {
    for at in 1..tokens.list.len() {
        let gap = tokens.gap(at);
        let kinds = (label_kind(tokens, at - 1), label_kind(tokens, at));
        let near = !gap.has(Gap::COMMA.or(Gap::BREAK));
        let joined = match kinds {
            (Some(Kind::Rural | Kind::Village), Some(Kind::Okrug)) if near => {
                tokens.list[at].label.map(|label| (Kind::Okrug, label.side))
            }
            (Some(Kind::Small), Some(Kind::District)) if near => Some((Kind::Micro, Side::After)),
            _ if gap.has(Gap::HYPHEN.or(Gap::SLASH).or(Gap::DOT)) && !gap.has(Gap::COMMA) => {
                shortened(tokens, at, gap)
            }
            _ => None,
        };
        let Some((kind, side)) = joined else { continue };
        let many = tokens.list[at].label.is_some_and(|label| label.many);
        let label = Label {
            kind,
            side,
            many,
            loose: false,
            from: at - 1,
            to: at,
        };
        tokens.list[at - 1].label = Some(label);
        tokens.list[at].label = Some(label);
    }
}

fn label_kind(tokens: &Tokens, at: usize) -> Option<Kind> {
    tokens.get(at)?.label.map(|label| label.kind)
}

/// Abbreviations whose two parts a hyphen parts, or a slash or a full stop.
const HYPHENED: [(&str, &str, Kind, Side); 15] = [
    ("р", "н", Kind::District, Side::Either),
    ("р", "он", Kind::District, Side::Either),
    ("р", "на", Kind::District, Side::Either),
    ("р", "не", Kind::District, Side::Either),
    ("р", "ну", Kind::District, Side::Either),
    ("р", "ном", Kind::District, Side::Either),
    ("к", "сі", Kind::Street, Side::After),
    ("к", "сінде", Kind::Street, Side::After),
    ("пр", "т", Kind::Street, Side::Before),
    ("пр", "кт", Kind::Street, Side::Before),
    ("б", "р", Kind::Street, Side::Before),
    ("м", "н", Kind::Micro, Side::Before),
    ("м", "р", Kind::Micro, Side::Before),
    ("ж", "м", Kind::Micro, Side::Before),
    ("ауд", "ы", Kind::District, Side::After),
];
const SLASHED: [(&str, &str, Kind, Side); 6] = [
    ("с", "о", Kind::Okrug, Side::Either),
    ("а", "о", Kind::Okrug, Side::After),
    ("м", "р", Kind::Micro, Side::Before),
    ("ы", "а", Kind::Micro, Side::After),
    ("ш", "а", Kind::Micro, Side::After),
    ("м", "а", Kind::Micro, Side::After),
];

type Halves = (Stem, Stem, Kind, Side);

static SHORTENED: LazyLock<[Vec<Halves>; 2]> = LazyLock::new(|| {
    let stems = |list: &[(&str, &str, Kind, Side)]| {
        let halves = list
            .iter()
            .map(|(one, two, kind, side)| (stem(one), stem(two), *kind, *side));
        halves.collect()
    };
    [stems(&HYPHENED), stems(&SLASHED)]
});

fn shortened(tokens: &Tokens, at: usize, gap: Gap) -> Option<(Kind, Side)> {
    let list = &SHORTENED[usize::from(!gap.has(Gap::HYPHEN))];
    if tokens.codes(at - 1).len() > 3 {
        return None;
    }
    let (one, two) = (Stem::of(tokens.codes(at - 1)), Stem::of(tokens.codes(at)));
    let found = list
        .iter()
        .find(|halves| halves.0 == one && halves.1 == two);
    found.map(|(_, _, kind, side)| (*kind, *side))
}

fn stem(word: &str) -> Stem {
    let mut codes = Vec::new();
    fold::fold(word, &mut codes);
    Stem::of(&codes)
}
