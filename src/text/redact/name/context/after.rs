//! What after a name makes it that of a place: «көшесі», «атындағы», the number
//! of a house.

use crate::text::redact::lexer::{Case, Class, Gap, Tokens};
use crate::text::redact::stems::{Stems, stems};

/// Whether the word that ends before token `at` is the name of a place or an
/// institution because of what follows: «… көшесі», «… атындағы мектеп».
pub fn is_place_after(tokens: &Tokens, mut at: usize) -> bool {
    while tokens.get(at).is_some_and(|t| {
        t.gap < Gap::Line && matches!(t.class, Class::Sign('»' | '"' | '”' | '“' | '№'))
    }) {
        at += 1;
    }
    for _ in 0..3 {
        let Some(token) = tokens.get(at).filter(|t| t.gap < Gap::Line) else {
            return false;
        };
        if token.is_sign('-') && token.is_joined() {
            // «Самал-2».
            return tokens
                .get(at + 1)
                .is_some_and(|t| t.is_joined() && t.is_number() && t.length <= 2);
        }
        let key = tokens.key(at);
        if is_after_place(tokens, at) {
            return true;
        }
        // «Жамбыл мен Қонаев көшелері».
        let pair = matches!(key, "мен" | "пен" | "бен" | "жане")
            && tokens
                .get(at + 1)
                .is_some_and(|t| t.gap == Gap::Space && t.case == Case::Capital);
        if pair {
            at += 2;
            continue;
        }
        let between = token.is_number() && token.length <= 3
            || token.is_sign('№')
            || matches!(
                key,
                "шагын"
                    | "ыкшам"
                    | "орта"
                    | "негизги"
                    | "жалпы"
                    | "кала"
                    | "калалык"
                    | "аудандык"
                    | "облыстык"
                    | "ауылдык"
                    | "селолык"
                    | "мадениет"
                    | "маденит"
                    | "сауда"
                    | "балалар"
                    | "кентик"
                    | "би"
                    | "хан"
                    | "батыр"
                    | "деген"
                    | "дейтин"
            );
        if !between {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether the word at `at` says only where something happens, to the person
/// who was named before it: «ұлым Нұрислам мектепте».
pub fn is_whereabouts(tokens: &Tokens, at: usize) -> bool {
    let key = tokens.key(at);
    [
        "мектеп",
        "базар",
        "дукен",
        "аурухана",
        "колледж",
        "университет",
        "балабакша",
    ]
    .iter()
    .filter_map(|place| key.strip_prefix(place))
    .any(|end| {
        matches!(
            end,
            "те" | "ке" | "тен" | "де" | "ге" | "ден" | "да" | "га" | "дан" | "тан"
        )
    })
}

/// Whether the word that ends before token `at` is the first of a list of
/// streets: «Марата, Чайковского и Крылова: на всех трёх улицах».
pub fn is_street_list(tokens: &Tokens, at: usize) -> bool {
    let joint = |at: usize| {
        tokens.get(at).is_some_and(|t| t.is_sign(','))
            || matches!(tokens.key(at), "и" | "мен" | "пен" | "бен" | "жане")
    };
    let capital = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.gap == Gap::Space && t.case == Case::Capital)
    };
    let mut end = at;
    while joint(end) && capital(end + 1) && end < at + 12 {
        end += 2;
    }
    let told = tokens
        .get(end)
        .is_some_and(|t| matches!(t.class, Class::Sign(':' | '-' | '–' | '—')));
    end > at
        && told
        && (end + 1..end + 6)
            .map_while(|i| tokens.get(i).filter(|t| t.is_word()).map(|_| tokens.key(i)))
            .any(|key| key.starts_with("улиц") || key.starts_with("кошелер"))
}

fn is_after_place(tokens: &Tokens, at: usize) -> bool {
    static AFTER: Stems = Stems::new(|| {
        stems(
            "кошеси~6 кошелер~7 кош дангыл~7 аудан~8 каласы~6 ауылы~6 кенти~6 атындаг~6 мектеби~6 мектеп~5 \
         лицей~6 гимназия~6 мешити~6 саябаг~6 алан~6 облыс~7 округ~6 селосы~6 стансия~6 \
         станция~6 базар~6 дукен~8 кафе~6 тойхана~6 мейрамхана~6 колледж~6 университет~6 \
         аурухана~6 мкр~3 улиц~3 проспект~3 район~5 област~4 город~4 стадион~6 туйыгы бекети \
         елди селского селский елдимекени спектакл~6 филми концерти премиясы кубоги турнири \
         ансамбли театры~6 кинотеатры~6 саябагы~6 санаториси оркестри~6 \
         гули~4 дала~4 жотасы шаруа~6 шаруашылык~6 агросы кешени~6 киноси клуби~5 бази тауы озени~4 \
         коли~4 булак~6 озен~6 жайлауы~4 бекети~4 станцасы зауыты~5 фабрикасы~5 фермасы~5 бакшасы~5 балабакша~8 кинотеатр~5",
        )
    });
    let key = tokens.key(at);
    // «к-сі», «д-лы», «ш/а», «р-н».
    let abbreviated = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_joined() && (t.is_sign('-') || t.is_sign('/')))
        && matches!(
            (key, tokens.key(at + 2)),
            ("к", "си" | "сы" | "синде" | "синин")
                | ("д", "лы" | "лында")
                | ("ш", "а")
                | ("р", "н" | "на" | "не")
                | ("ш", "ауд")
        );
    abbreviated
        || AFTER.has(key)
        || matches!(
            key,
            "батыр"
                | "би"
                | "хан"
                | "сери"
                | "жырау"
                | "хана"
                | "батыра"
                | "султан"
                | "ауд"
                | "обл"
        )
        || matches!(key, "к" | "а")
            && tokens
                .get(at + 1)
                .is_some_and(|t| t.is_joined() && t.is_sign('.'))
            // «Тәжібаев Н. пен Ыдырысов Қ.»: a capital is an initial.
            && tokens.get(at).is_some_and(|t| t.case == Case::Lower || !tokens.is_mixed())
}

/// Whether a house number stands at token `at`, so that the word before it is
/// a street: «Шәкәрім 8», not «Айгүл 45 жаста».
pub fn is_counted_place(tokens: &Tokens, at: usize) -> bool {
    let number = tokens
        .get(at)
        .is_some_and(|t| t.gap == Gap::Space && t.is_number() && t.length <= 3);
    let age = ["жас", "лет", "год", "жыл"]
        .iter()
        .any(|stem| tokens.key(at + 1).starts_with(stem));
    number && !age
}
