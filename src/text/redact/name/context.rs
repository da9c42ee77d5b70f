//! What stands around a name: words that announce a person, words that make
//! it a street or a school, quotation marks. All words are keys.

use crate::text::redact::label::{Stems, starts, stems};
use crate::text::redact::lexer::{Case, Class, Gap, Tokens};

/// How firmly the words before announce a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Announced {
    No,
    /// By a role with a comma after it: a family must follow.
    Apart,
    /// By a role that a place may follow as well, «житель», «әкім»: what is
    /// unknown is none.
    Resident,
    /// By a role, a kinship or a field of a form: a capital must follow.
    Role,
    /// At the end of a letter.
    Signature,
    /// «Меня зовут», «менің атым»: whatever follows is a name.
    Introduced,
}

/// What announces the word at token `at`.
pub fn announced(tokens: &Tokens, at: usize) -> Announced {
    let mut back = 1;
    while back <= 4 {
        let Some(token) = tokens.before(at, back) else {
            return Announced::No;
        };
        match token.class {
            Class::Sign(',' | ':' | '-' | '–' | '—' | '.' | '(' | '!') => back += 1,
            _ => break,
        }
    }
    let Some(index) = at.checked_sub(back) else {
        return Announced::No;
    };
    let bare = back == 1;
    let near = tokens.get(at).is_some_and(|t| t.gap < Gap::Line);
    let (one, two) = (tokens.key(index), tokens.key(index.wrapping_sub(1)));
    let full_stop = (1..back).any(|b| {
        tokens
            .before(at, b)
            .is_some_and(|t| t.is_sign('.') || t.is_sign('!'))
    });
    match (two, one) {
        ("уважением", _)
        | (
            _,
            "уважением" | "курметпен" | "курметпенен" | "благодарностю" | "алгыспен" | "уажбен",
        ) => return Announced::Signature,
        ("ниетпен", _) | ("тилекпен", _) | (_, "тилекпен" | "ниетпен") =>
        {
            return Announced::Signature;
        }
        _ => {}
    }
    if !near || full_stop {
        return Announced::No;
    }
    let comma = (1..back).any(|b| tokens.before(at, b).is_some_and(|t| t.is_sign(',')));
    match (two, one) {
        ("меня", "зовут") | ("зовут", "меня") | ("менин" | "меним" | "мени", "атым" | "есимим") => {
            Announced::Introduced
        }
        ("уялы" | "толык" | "шот", "атым") => Announced::No,
        (_, "атым" | "есимим" | "атыжоним" | "жоним") => {
            Announced::Introduced
        }
        ("аты" | "аты-жони", "жони") => Announced::Introduced,
        ("зовут", _) if starts(one, "е", 2) => Announced::Introduced,
        ("по", "имени") if bare => Announced::Role,
        (_, "фио" | "фамилия" | "имя" | "отчество" | "тегим" | "тааж" | "тае") => {
            Announced::Role
        }
        ("и" | "а", "о" | "е") if !bare => Announced::Role,
        (_, "от" | "кому" | "кого" | "колы" | "подпис") if !bare && !comma => {
            Announced::Role
        }
        ("на" | "по", "фамилии")
        | (_, "некий" | "некая" | "некто" | "некоего" | "некоей" | "тов") => {
            Announced::Role
        }
        _ if is_role(one) && comma => Announced::Apart,
        _ if takes_place(one) => Announced::Resident,
        _ if is_role(one) => Announced::Role,
        // «начальник участка Тулегенов».
        _ if bare
            && is_role(two)
            && tokens
                .get(index)
                .is_some_and(|t| t.case == Case::Lower && t.length > 3)
                // «председатель КСК Омаров».
                || bare && is_role(two) && INSTITUTIONS.has(one) =>
        {
            Announced::Role
        }
        _ if bare && is_towards(one, tokens.key(at)) => Announced::Role,
        _ => Announced::No,
    }
}

/// Whether `key`, after the preposition `before`, is a family in a case that
/// streets do not take: «к Ахметовой», but «к Сатпаева».
fn is_towards(before: &str, key: &str) -> bool {
    let feminine = ["овой", "евой"].iter().any(|e| key.ends_with(e));
    match before {
        "к" | "ко" => feminine || key.ends_with("ову") || key.ends_with("еву"),
        "у" | "от" | "с" | "со" => feminine,
        _ => false,
    }
}

/// Whether what stands before token `at` may introduce a name; a quick look.
pub fn may_introduce(tokens: &Tokens, at: usize) -> bool {
    (1..=3).any(|back| {
        matches!(
            tokens.key(at.wrapping_sub(back)),
            "зовут"
                | "меня"
                | "атым"
                | "есимим"
                | "атыжоним"
                | "жоним"
                | "жони"
                | "уважением"
                | "курметпен"
        )
    })
}

/// Whether «меня зовут» or «менің атым», and not «атым» alone, stands before
/// token `at`.
pub fn is_explicit(tokens: &Tokens, at: usize) -> bool {
    let (two, one) = (
        tokens.key(at.wrapping_sub(2)),
        tokens.key(at.wrapping_sub(1)),
    );
    matches!(
        (two, one),
        ("меня", "зовут") | ("менин" | "меним", "атым" | "есимим")
    )
}

/// Whether the role `key` is as often followed by a place as by a name.
fn takes_place(key: &str) -> bool {
    [
        "жител",
        "тургын",
        "аким",
        "президент",
        "министр",
        "депутат",
        "прокурор",
        "судь",
        "азамат",
        "граждан",
        "председател",
        "начальник",
        "началник",
        "директор",
        "заведующ",
        "следовател",
        "инспектор",
        "акимд",
    ]
    .iter()
    .any(|stem| key.starts_with(stem))
}

/// Whether `key` names what a person is: an office, a trade, a kinship.
pub fn is_role(key: &str) -> bool {
    static ROLES: Stems = Stems::new(|| {
        stems(
            "жител~4 тургын~6 азамат~6 граждан~3 гр гн гжа господин~2 госпож~2 сосед~5 корши~6 \
         участков~4 врач~3 доктор~3 даригер~6 медсестр~2 мейирбике~3 фелдшер~4 санитар~4 \
         учител~6 мугалим~6 устаз~5 педагог~3 воспитател~6 тарбиеши~5 директор~5 \
         замдиректор~3 завуч~3 завхоз~3 заведующ~3 менгеруши~4 начальник~3 началник~3 \
         бастык~3 бастыг~5 председател~3 тораг~6 депутат~4 аким~3 орынбасар~6 прокурор~5 \
         следовател~3 тергеуши~4 суд~2 судья~4 инспектор~5 водител~3 жургизуши~5 кондуктор~4 \
         слесар~4 сантехник~4 електрик~4 мастер~4 прораб~4 диспетчер~4 оператор~4 инженер~4 \
         бухгалтер~4 юрист~4 адвокат~4 зангер~4 нотариус~4 специалист~4 маман~5 менеджер~4 \
         вахтер~4 охранник~3 хозя~5 собственник~3 владел~4 арендатор~3 квартирант~3 \
         заявител~3 беруши~4 иеси~4 шагымданушы~4 пенсионер~4 зейнеткер~5 инвалид~3 отец \
         отц~2 мама~2 маме маму анам~4 акем~4 муж~3 жена жене жены сын~2 доч~3 дочер~2 улым~3 \
         кызым~3 балам~4 брат~3 сестр~3 бауырым~4 иним~3 карындасым~4 синлим~4 атам~3 ажем~3 \
         бабушк~2 дедушк~2 внук~2 внучк~2 немерем~4 жолдасым~3 куйеуим~3 тетя~1 тете дядя~1 \
         президент~3 министр~4 секретар~4 хатшы~4 куагер~4 имам~3 тракторшы~3 получател \
         получателя держател исполнител покупател клиент ученик ученица студент студентка \
         продавец подруга друг подписал подписала свидетел свидетеля арендодател майор \
         капитан лейтенант сержант полковник кызметкери кызметкер маманы бригадир тренер \
         кассир комендант курьер алушы отправител тапсырушы уй-иеси жиберуши келиним досым \
         коллега администратор семя семю семе жилцы жилец опекун~3 ветеран~4 зят~2 теща сноха \
         племянни~3 одноклассни~3 риелтор~4 репетитор~3 няня психолог~3 логопед~3 библиотекар~4 \
         почталон~3 дворник~3 уборщи~3 сторож~3 повар~3 хирург~3 терапевт~3 педиатр~3 гинеколог~3 \
         невролог~3 стоматолог~3 акушер~3 арызданушы~4 звонил~1 позвонил~1 прислал~1 сообщил~1 \
         написал~1 апам~4 агам~4 нагашы~3 жиеним~3 жубайым~3 зайыбым~3 енем~3 жилич~3 \
         кузетши~4 шопан~4 малшы~4 бакташы~4 аспаз~4 кезекши~4 балгер~4 кемпирим \
             участник участница участнику участницы медбике~5 медбрат~3 орындаушы~6 пристав~3 главврач~3 \
             онколог~3 кардиолог~3 ортопед~3 окулист~3 офталмолог~3 уролог~3 нейрохирург~3 лаборант~3 \
             массажист~3 фотограф~3 парикмахер~3 прохож~3 подрядчик~3 застройщик~3 перевозчик~3 таксист~3 \
             тракторист~3 чабан~3 пастух~3 фермер~3 лесник~3 дед деда деду внучке супруг~3 папа папе папы папу \
             свекров~3 свекор тест тестю крестн~3 сотрудник~3 сотрудниц~2 руководител~4 заместител~3 \
             помощник~3 методист~3 дефектолог~3 куратор~3 декан~3 ректор~3 абонент~4 потерпевш~4 \
             пострадавш~4 должник~3 взыскател~3 истец истц~2 ответчик~3 жабирленуши~6 жауапкер~6 \
             катысушы~6 окил~6 саби~3 шакирт~6 окушы~6 тасымалдаушы~6 жеткизуши~6 мердигер~6 комекши~6 \
             сатушы~6 дукенши~6 наубайшы~6 жуушы~6 тазалаушы~6 жаттыктырушы~6 ардагер~6 шешем~4 женгем~4 \
             балдызым~4 туысым~4 туыскан~6 механик~3 классная классной классную кудам~4 нагашым~4 келин~3 жиен~4 шоберем~4 жездем~4 сыныптас~6 ариптес~6 \
             кожайын~6 жалгер~5 печник~3 истопник~3 монтер~3 монтажник~3 електромонтер~3 контролер~3 \
             дознавател~3 малыш~2 малышк~2 младенец девочк~2 малчик~3 пациент~4 студентк~2",
        )
    });
    // «соседней улице».
    ROLES.has(key) && !key.starts_with("соседн")
}

/// Whether `key` is what Kazakh speakers put after a name: «апай», «мырза».
pub fn is_title(key: &str) -> bool {
    super::shape::stems(key).any(|stem| {
        matches!(
            stem,
            "апай"
                | "агай"
                | "ага"
                | "апа"
                | "аже"
                | "тате"
                | "мырза"
                | "ханым"
                | "коке"
                | "женге"
                | "женгей"
                | "апке"
                | "аке"
                | "байке"
                | "аксакал"
                | "ажей"
                | "апкем"
                | "агам"
                | "апам"
                | "бауырым"
                | "апаи"
                | "агаи"
                | "апаы"
                | "агаы"
                | "купия"
        )
    }) || matches!(
        key,
        "есимди"
            | "атты"
            | "ата"
            | "атай"
            | "кемпир"
            | "кажы"
            | "шешей"
            | "екеумиз"
            | "екеуимиз"
            | "ушеумиз"
            | "ушеуимиз"
            | "екеуи"
            | "ушеуи"
            | "екеуин"
            | "екеуине"
            | "апаларын"
            | "апаларынмын"
            | "агаларын"
            | "агаларынмын"
            | "ажелерин"
            | "татем"
            | "апайымыз"
            | "агайымыз"
            | "жездем"
            | "женгем"
            | "батыр"
    )
}

/// Whether the words from token `at` on say that a person came before them:
/// a title, «деген кісі», or what Kazakh puts after a name («мұғалім»).
pub fn is_told_after(tokens: &Tokens, at: usize) -> bool {
    static PERSONS: Stems = Stems::new(|| {
        stems(
            "киси~6 адам~6 азамат~6 кыз~5 жигит~6 айел~6 бала~5 апай~5 агай~5 корши~6 маман~5 \
             жолдас~5 мырза~3 ханым~3 мугалим~6 даригер~6 мейирбике~5 тарбиеши~5 инспектор~5 \
             устаз~5 кызметкер~6 женщин~2 мужчин~2 человек~3 девушк~2 паренек мастер~3",
        )
    });
    static AFTER: Stems =
        Stems::new(|| stems("мугалим даригер мейирбике тарбиеши устаз киси келин карындас"));
    let near = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.gap == Gap::Space)
    };
    if !near(at) {
        return false;
    }
    let key = tokens.key(at);
    let called = matches!(key, "деген" | "дейтин") && near(at + 1);
    let who = |at: usize| PERSONS.has(tokens.key(at)) || is_role(tokens.key(at));
    is_title(key) || AFTER.has(key) || called && (who(at + 1) || near(at + 2) && who(at + 2))
}

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

/// Whether `key` is the word for a place or an institution.
pub fn is_institution(key: &str) -> bool {
    INSTITUTIONS.has(key) || STREETS.has(key)
}

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

/// Whether a greeting to the person follows, «Канат, здравствуйте», or what
/// the person is, «Аубакиров, механик».
pub fn is_addressed(tokens: &Tokens, at: usize, family: bool) -> bool {
    let near = tokens.get(at).is_some_and(|t| t.is_sign(','))
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.gap == Gap::Space && (t.case == Case::Lower || !tokens.is_mixed()));
    let key = tokens.key(at + 1);
    let greeting = [
        "здравству",
        "добрый",
        "добрый",
        "доброе",
        "салем",
        "салеметс",
        "привет",
        "спасибо",
        "рахмет",
    ]
    .iter()
    .any(|stem| key.starts_with(stem));
    near && (greeting || family && is_role(key))
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

/// Whether `key` is what people say before a name to be polite.
pub fn is_greeting(key: &str) -> bool {
    [
        "здравству",
        "уважаем",
        "спасибо",
        "рахмет",
        "салем",
        "курметти",
        "прошу",
        "добр",
    ]
    .iter()
    .any(|stem| key.starts_with(stem))
}
