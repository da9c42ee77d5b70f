//! The word before a number that says what the number is.

use super::chain::Chain;
use super::filling::is_filling;
use super::lexer::{Class, Gap, Tokens};
use super::stems::{Stems, starts, stems};
use super::{Kind, Span, phone};

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Iin,
    Bin,
    Phone,
    Card,
    Document,
    Plate,
    /// `№` or «номер» alone.
    Number,
}

/// No label is further from its number, in tokens.
const FAR: usize = 10;

/// No more words stand between them.
const MOST_WORDS: usize = 4;

/// Nor more words that are no filling ones.
const MOST_LOOSE: usize = 2;

/// The label that the number at token `at` has: the nearest label word before
/// it, with nothing but filling words and signs between, or the label of the
/// number before it in a list.
pub fn before(tokens: &Tokens, at: usize, spans: &[Span]) -> Option<Label> {
    let mut words = 0;
    let mut numbered = None;
    let mut listed = false;
    // Words that fill nothing, between.
    let mut loose = 0;
    for back in 1..=FAR {
        let here = tokens.before(at, back - 1)?;
        if here.gap == Gap::Line && back > 1 {
            break;
        }
        let Some(token) = tokens.before(at, back) else {
            break;
        };
        match token.class {
            Class::Number => {
                let kind = spans
                    .last()
                    .filter(|s| s.range.end == token.end && listed)?
                    .kind;
                return match kind {
                    Kind::Phone => Some(Label::Phone),
                    Kind::Document => Some(Label::Document),
                    Kind::Iin => Some(Label::Iin),
                    _ => numbered,
                };
            }
            Class::Sign('№' | '#') => numbered = Some(Label::Number),
            Class::Sign(',' | ';' | '/') => listed = true,
            Class::Sign('!' | '?' | '[' | ']') => break,
            Class::Sign(_) => {}
            Class::Word => {
                let index = at - back;
                if let Some(label) = of(tokens, index) {
                    let reaches = loose == 0
                        || label == Label::Document
                            && reaches(tokens, at, index, numbered.is_some());
                    return reaches.then_some(label).or(numbered);
                }
                let key = tokens.key(index);
                // «л/с», «л/сч».
                let account = tokens.before(index, 1).is_some_and(|t| t.is_sign('/'))
                    && tokens.key(index.wrapping_sub(2)) == "л";
                if account {
                    return Some(Label::Document);
                }
                if is_number(key) {
                    numbered = Some(Label::Number);
                } else if matches!(key, "и" | "жане" | "или" | "немесе") {
                    listed = true;
                } else if !is_filling(key, token.is_joined()) {
                    loose += 1;
                    if loose > MOST_LOOSE || is_sum(key) {
                        break;
                    }
                }
                words += 1;
                if words > MOST_WORDS {
                    break;
                }
            }
        }
    }
    numbered
}

/// Whether the label at token `label` reaches the number at token `at` over
/// words that say whose or what it is: «Договор теплоснабжения № Т-118640»,
/// «лиц. счет в водоканале 70021946». Short numbers are those of schools.
fn reaches(tokens: &Tokens, at: usize, label: usize, numbered: bool) -> bool {
    let longest = (at..at + 3)
        .map_while(|i| tokens.get(i).filter(|t| i == at || t.is_joined()))
        .filter(|t| t.is_number())
        .map(|t| t.length)
        .max();
    if phone::is_mobile(&Chain::read(tokens, at)) {
        return false;
    }
    let long = |least| longest.is_some_and(|length| length >= least);
    // Between them no sign but those of a number and of an abbreviation.
    let free = (label + 1..at).all(|i| {
        tokens.get(i).is_some_and(|t| {
            !matches!(t.class, Class::Sign(c) if !matches!(c, '№' | '#' | ':' | '"' | '«' | '»') && i > label + 1)
        })
    });
    free && (numbered && long(5) || ACCOUNTS.has(tokens.key(label)) && long(6))
}

/// Whether `key` makes the number after it a sum or a count.
fn is_sum(key: &str) -> bool {
    [
        "сумм",
        "размер",
        "долг",
        "карыз",
        "колем",
        "начислен",
        "оплат",
        "толе",
        "школ",
        "мектеп",
    ]
    .iter()
    .any(|stem| key.starts_with(stem))
}

/// Whether `key` is a word for «number».
pub fn is_number(key: &str) -> bool {
    matches!(key, "номер" | "ном" | "номир" | "нр" | "но" | "н")
        || starts(key, "номер", 3)
        || starts(key, "номир", 4)
}

/// The label that the word at token `at` is.
pub fn of(tokens: &Tokens, at: usize) -> Option<Label> {
    let key = tokens.key(at);
    let first = key.chars().next()?;
    let any = |stems: &[(&str, usize)]| stems.iter().any(|(stem, more)| starts(key, stem, *more));
    let document = || is_document(tokens, at).then_some(Label::Document);
    match first {
        'и' if any(&[("иин", 5)]) => Some(Label::Iin),
        'ж' if any(&[("жсн", 5), ("жиин", 0)]) => Some(Label::Iin),
        'б' if any(&[("бин", 3), ("бсн", 5)]) => Some(Label::Bin),
        'т' if any(&[("тел", 1), ("телефон", 8), ("тлф", 0), ("телеграм", 4)]) => {
            Some(Label::Phone)
        }
        'с' if any(&[
            ("сот", 1),
            ("сотк", 4),
            ("сотов", 5),
            ("сотт", 1),
            ("связ", 3),
            ("связатся", 0),
        ]) =>
        {
            Some(Label::Phone)
        }
        'м' if any(&[("моб", 0), ("мобил", 8)]) => Some(Label::Phone),
        'в' if any(&[
            ("ватсап", 5),
            ("вацап", 4),
            ("вотсап", 4),
            ("ватцап", 4),
            ("вайбер", 2),
            ("ват", 0),
        ]) =>
        {
            Some(Label::Phone)
        }
        'у' if any(&[
            ("уатсап", 5),
            ("уацап", 4),
            ("уялы", 3),
            ("уатцап", 4),
            ("ухацап", 6),
        ]) =>
        {
            Some(Label::Phone)
        }
        'з' if any(&[("звон", 6)]) => Some(Label::Phone),
        'п' if any(&[("позвон", 6), ("перезвон", 6)]) => Some(Label::Phone),
        'х' if any(&[("хабарлас", 12)]) => Some(Label::Phone),
        'к' if any(&[("конырау", 8), ("контакт", 8), ("конт", 0)]) => {
            Some(Label::Phone)
        }
        'к' if any(&[
            ("карт", 0),
            ("карта", 8),
            ("карту", 0),
            ("карты", 0),
            ("карте", 0),
            ("картой", 0),
            ("карточк", 3),
        ]) =>
        {
            Some(Label::Card)
        }
        'ф' if any(&[("факс", 3)]) => Some(Label::Phone),
        'г' if any(&[("госномер", 3), ("гос", 0), ("грнз", 0)]) => {
            Some(Label::Plate)
        }
        'м' if any(&[("машин", 5), ("мемлекеттик", 2)]) => Some(Label::Plate),
        'а' if any(&[("авто", 0), ("автомобил", 4), ("автомашин", 5)]) => {
            Some(Label::Plate)
        }
        'к' if any(&[("колик", 7), ("колиг", 7), ("конир", 0)]) => {
            Some(Label::Plate)
        }
        'б' if any(&[("байланыс", 8)]) => Some(Label::Phone),
        _ => document(),
    }
    .or_else(document)
}

/// Whether the word at token `at` names a document, an account or an appeal.
pub fn is_document(tokens: &Tokens, at: usize) -> bool {
    DOCUMENTS.has(tokens.key(at))
}

static ACCOUNTS: Stems =
    Stems::new(|| stems("лицев~3 лиц счет~2 шот~5 лицсчет~2 есепшот~5 лс абонент~3 абонентск~4"));

static DOCUMENTS: Stems = Stems::new(|| {
    stems(
        "удостоверени~2 удост уд куалик~8 куалиг~8 паспорт~4 толкужат~6 лицев~3 лиц счет~2 шот~5 \
     лицсчет~2 есепшот~5 договор~3 дог келисимшарт~8 шарт~6 контракт~3 обращени~3 заявк~3 \
     заявлени~3 жалоб~3 отиниш~9 отиним~9 арыз~8 шагым~8 рег регистрационн~4 тиркеу~3 вх \
     входящ~4 исх исходящ~4 полис~3 дел~1 справк~2 свидетелств~2 талон~6 квитанци~3 \
     производств~2 лс анкет~2 лицензи~3 тапсырыс~6 аныктама~5 доверенност~2 сенимхат~5 \
     документ~3 кужат~7 протокол~3 хаттама~5 сертификат~3 диплом~2 аттестат~2 направлени~2 \
     жолдама~5 расписк~2 колхат~5 ходатайств~2 ордер~2 техпаспорт~3 билет~2 кезек~3 \
     права правам правами правах накладн~3 рецепт~2 абонент~3 абонентск~4 страховк~2 путевк~2 \
     пропуск~2 кусп ердр трек~2",
    )
});
