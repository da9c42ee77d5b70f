//! The words that make an address, with their forms.

use super::Kind;
use super::lists::{STOPS, UNITS};
use super::words::{Class, Form, Table, Type};
use crate::text::fold::{EDGE, fold};
use std::sync::LazyLock;

fn forms(stem: &str, endings: &str) -> Vec<String> {
    endings
        .split_whitespace()
        .map(|ending| format!("{stem}{}", ending.trim_start_matches('-')))
        .collect()
}

/// Endings of the possessive after a vowel, by what they say.
const POSSESSIVE: [(&str, Form); 3] = [
    ("ндегі ндағы", Form::Inflected),
    ("нде нда", Form::Locative),
    ("- нің ның нен нан не на н мен", Form::Plain),
];

/// Words and words of two parts by their folded spelling.
pub(super) struct Lexicon {
    pub words: Table<Class>,
    /// Of two parts, with [`EDGE`] between them.
    pub joined: Table<Class>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        words: Table::default(),
        joined: Table::default(),
    };
    for (list, class) in [
        (
            "батыр батыра батыру батыре хан хана би ата ана баба әулие аулие жырау қажы сері мерген жолы",
            Class::Title,
        ),
        ("имени им атындағы атындағ ат", Class::Named),
        (
            "кв квартира квартире квартиру квартирой пәтер пәтерде пәтердің пәтерге пәтері \
             пәтеріміз пәтерден пәтердегі пат офис оф п",
            Class::Flat,
        ),
        (
            "корпус корпусе корпуса корп кор блок строение стр",
            Class::Block,
        ),
        ("дом доме дома дому домом д үй", Class::House(Form::Plain)),
        (
            "үйде үйдің үйге үйден үйдегі үйінде үйіне үйінің үйі үйіндегі үйіміз",
            Class::House(Form::Inflected),
        ),
        ("на по", Class::Preposition),
        (UNITS, Class::Unit),
        (STOPS, Class::Stop),
    ] {
        for word in list.split_whitespace() {
            lexicon.add(word, class);
        }
    }
    let street = |kind, after, short, case| {
        Class::Type(Type {
            kind,
            after,
            short,
            case,
        })
    };
    for (kind, short, list) in [
        (
            Kind::Street,
            false,
            "улица улицы улице улицу улицей улиц улицах ulitsa ulica ulice",
        ),
        (Kind::Street, true, "ул"),
        (
            Kind::Avenue,
            false,
            "проспект проспекта проспекте проспекту проспектом проспектов",
        ),
        (Kind::Avenue, true, "просп пр"),
        (
            Kind::Lane,
            false,
            "переулок переулка переулке переулку переулком проезд проезда проезде тупик тупике",
        ),
        (Kind::Lane, true, "пер"),
        (Kind::Boulevard, false, "бульвар бульвара бульваре бульвару"),
        (Kind::Highway, false, "шоссе"),
        (
            Kind::Micro,
            false,
            "микрорайон микрорайона микрорайоне микрорайону микрорайоны микрорайондағы",
        ),
        (Kind::Micro, true, "мкр мкрн микр мкрд мкрде мкрдегі мкрдан"),
    ] {
        for word in list.split_whitespace() {
            lexicon.add(word, street(kind, false, short, Form::Plain));
        }
    }
    for (kind, stem) in [
        (Kind::Street, "көшесі"),
        (Kind::Avenue, "даңғылы"),
        (Kind::Lane, "тұйығы"),
        (Kind::Lane, "өткелі"),
        (Kind::Boulevard, "бульвары"),
        (Kind::Highway, "тасжолы"),
        (Kind::Micro, "ықшамауданы"),
        (Kind::Micro, "шағынауданы"),
        (Kind::Micro, "мөлтекауданы"),
    ] {
        for (endings, case) in POSSESSIVE {
            for word in forms(stem, endings) {
                lexicon.add(&word, street(kind, true, false, case));
            }
        }
    }
    for (kind, stem, endings) in [
        (Kind::Street, "көше", "- де нің ден ге мен дегі ні"),
        (Kind::Avenue, "даңғыл", "- да дың дан ға дағы"),
        (Kind::Lane, "тұйық", "- та тың"),
        (Kind::Micro, "ықшамаудан", "- да ның нан ға дағы"),
        (Kind::Micro, "шағынаудан", "- да ның нан ға дағы"),
    ] {
        for word in forms(stem, endings) {
            lexicon.add(&word, street(kind, true, false, Form::Bare));
        }
    }
    for (kind, list) in [(Kind::Street, "көш"), (Kind::Avenue, "даң даңғ")] {
        for word in list.split_whitespace() {
            lexicon.add(word, street(kind, true, true, Form::Plain));
        }
    }
    for (kind, list) in [
        (Kind::Avenue, "пр-т пр-та пр-те пр-ту пр-кт пр-кта пр-кте"),
        (Kind::Boulevard, "б-р б-ра б-ре"),
        (Kind::Highway, "ш-се"),
        (Kind::Micro, "мкр-н мкр-не мкр-на м-н м-не мк-н мкр-он"),
        (Kind::Lane, "пер-к"),
        (Kind::Street, "ул-ца ул-це"),
    ] {
        for word in list.split_whitespace() {
            lexicon.join(word, street(kind, false, true, Form::Plain));
        }
    }
    for (kind, short, case, list) in [
        (
            Kind::Street,
            true,
            Form::Plain,
            "к-сі к-сінің к-нің к-сін к-сіне к-сінен к-ci",
        ),
        (Kind::Street, true, Form::Locative, "к-сінде к-де"),
        (Kind::Street, true, Form::Inflected, "к-сіндегі к-дегі"),
        (Kind::Avenue, true, Form::Plain, "д-лы д-ғы д-ы даң-лы"),
        (Kind::Avenue, true, Form::Locative, "д-лында"),
        (
            Kind::Micro,
            true,
            Form::Plain,
            "ы-а ш-а м-а ш-ауданы ы-ауданы ш-ауд ы-ауд мкр-ы",
        ),
    ] {
        for word in list.split_whitespace() {
            lexicon.join(word, street(kind, true, short, case));
        }
    }
    for first in ["ықшам", "шағын", "мөлтек", "шагын"] {
        for (endings, case) in POSSESSIVE {
            for word in forms("ауданы", endings) {
                lexicon.join(
                    &format!("{first}-{word}"),
                    street(Kind::Micro, true, false, case),
                );
            }
        }
        for ending in forms("аудан", "- да ның нан ға дағы") {
            lexicon.join(
                &format!("{first}-{ending}"),
                street(Kind::Micro, true, false, Form::Bare),
            );
        }
        lexicon.join(
            &format!("{first}-ауд"),
            street(Kind::Micro, true, false, Form::Plain),
        );
    }
    for (endings, case) in POSSESSIVE {
        for word in forms("көшесі", endings) {
            lexicon.join(
                &format!("тұйық-{word}"),
                street(Kind::Lane, true, false, case),
            );
        }
        for word in forms("жолы", endings) {
            lexicon.join(
                &format!("тас-{word}"),
                street(Kind::Highway, true, false, case),
            );
        }
    }
    lexicon
});

impl Lexicon {
    /// The first class that a spelling is given stays.
    fn add(&mut self, word: &str, class: Class) {
        let mut codes = Vec::new();
        fold(word, &mut codes);
        // A kind of street outweighs what the same letters mean elsewhere.
        if matches!(class, Class::Type(_)) {
            self.words.insert(codes, class);
        } else {
            self.words.entry(codes).or_insert(class);
        }
    }

    fn join(&mut self, word: &str, class: Class) {
        let mut codes = Vec::new();
        let (first, last) = word.split_once('-').unwrap_or((word, ""));
        fold(first, &mut codes);
        codes.push(EDGE);
        fold(last, &mut codes);
        self.joined.entry(codes).or_insert(class);
    }
}
