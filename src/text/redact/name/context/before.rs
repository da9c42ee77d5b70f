//! What before a name makes it that of a place: «улица», «школа», quotation marks.

use crate::text::redact::lexer::{Class, Gap, Tokens};
use crate::text::redact::stems::{Stems, stems};

/// What is announced before a word that may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// No place.
    No,
    /// An institution, which has a name or a head.
    Institution,
    /// A street, a settlement, «имени».
    Street,
}

/// Whether a place or an institution is announced right before token `at`.
pub fn place_before(tokens: &Tokens, at: usize) -> Place {
    let sign = |c: char| matches!(c, '.' | '«' | '"' | '“' | '„' | '-' | '№');
    let mut back = 1;
    while back < 4
        && tokens
            .before(at, back)
            .is_some_and(|t| matches!(t.class, Class::Sign(c) if sign(c)))
    {
        back += 1;
    }
    let broken = (1..=back).any(|b| tokens.before(at, b - 1).is_some_and(|t| t.gap == Gap::Line));
    let Some(index) = at.checked_sub(back).filter(|_| !broken) else {
        return Place::No;
    };
    let key = tokens.key(index);
    // «с. Абай», «г. Алматы», with their full stop.
    let letter = matches!(key, "с" | "г" | "п" | "а")
        && tokens.get(index + 1).is_some_and(|t| t.is_sign('.'));
    // «пр-т», «мкр-н».
    let abbreviated = tokens
        .get(index)
        .is_some_and(|t| t.is_joined() && t.length <= 2)
        && tokens.before(index, 1).is_some_and(|t| t.is_sign('-'))
        && matches!(
            tokens.key(index.wrapping_sub(2)),
            "пр" | "ул" | "мкр" | "б" | "м" | "р" | "пер"
        );
    if key == "имени" && tokens.key(index.wrapping_sub(1)) == "по" {
        return Place::No;
    }
    match () {
        // «Бұл Ақмарал» is no «бул.».
        () if key == "бул" && !tokens.get(index + 1).is_some_and(|t| t.is_sign('.')) => {
            Place::No
        }
        () if letter || abbreviated || STREETS.has(key) => Place::Street,
        () if INSTITUTIONS.has(key) => Place::Institution,
        () => Place::No,
    }
}

static STREETS: Stems = Stems::new(|| {
    stems(
        "улиц~3 ул проспект~3 пр прт переул~5 пер булвар~3 бул микрорайон~3 мкр мкрн мрн площад~3 пл \
         парк~3 сквер~3 имени им село селе села поселк~3 поселок аул~3 город~3 станци~4 остановк~3 \
         памятник~3 канал~3 набережн~3 стадион~3 жк трц трк мечет~3 район~3 озер~2 аллея аллее",
    )
});

static INSTITUTIONS: Stems = Stems::new(|| {
    stems(
        "школ~3 лице~4 гимнази~4 кафе магазин~3 рынок рынк~3 театр~3 болниц~3 клиник~3 кинотеатр~3 \
         ресторан~3 санатори~3 тоо жшс ао кск пкск оси мик тд бц колледж~3 университет~3 садик~3 \
         аптек~3 фирм~3 компани~3 банк~3 ип дк парти~2 шп фх",
    )
});

/// Whether `key` is the word for an institution.
pub(super) fn is_institution_word(key: &str) -> bool {
    INSTITUTIONS.has(key)
}

/// Whether `key` is the word for a place or an institution.
pub fn is_institution(key: &str) -> bool {
    INSTITUTIONS.has(key) || STREETS.has(key)
}

/// Whether the single capital at token `at` may be «с.», «г.», «п.» or «а.» at
/// the beginning of a sentence.
pub fn may_be_settlement(tokens: &Tokens, at: usize) -> bool {
    let begins = tokens
        .before(at, 1)
        .is_none_or(|t| matches!(t.class, Class::Sign('.' | '!' | '?')))
        || tokens.get(at).is_some_and(|t| t.gap == Gap::Line);
    begins && matches!(tokens.key(at), "с" | "г" | "п" | "а" | "д")
}

/// Whether tokens `from..to` fill quotation marks: «Айгерім» is a shop.
pub fn is_quoted(tokens: &Tokens, from: usize, to: usize) -> bool {
    let mark = |back: usize| {
        tokens
            .before(from, back)
            .is_some_and(|t| matches!(t.class, Class::Sign('«' | '"' | '“' | '„' | '\'')))
    };
    // «У Ашота» as well.
    let opens = mark(1) || tokens.key(from.wrapping_sub(1)) == "у" && mark(2);
    let closes = tokens
        .get(to)
        .is_some_and(|t| matches!(t.class, Class::Sign('»' | '"' | '”' | '“' | '\'')));
    opens && closes
}
