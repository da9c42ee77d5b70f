//! The words that make an address, and those that unmake it.

use super::Kind;
use crate::text::fold::{Code, EDGE, fold};
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

const UNITS: &str = "год года году годом годах лет г гг жыл жылы жылғы жылдан жылда день дня дней дни сутки суток \
    час часа часов минут минуты минута неделя недели недель неделю месяц месяца месяцев раз раза этаж этажа этажей \
    этажный этажная этажного этажное метр метра метров м км сантиметр тысяч тысячи тысяча млн миллион миллиона миллионов \
    млрд тыс тг тенге теңге рубль руб процент процента процентов градус градуса градусов человек человека людей семья семьи семей дети детей \
    ребенок ребенка подъезда подъездов подъездный квартир квартиры домов домах домами машина машины машин яма ямы ям столб столба столбов фонарь фонаря фонарей \
    дерево дерева деревьев люк люка люков собак собаки собака школы школ школа класс класса сотка сотки соток га литр литра литров балл балла баллов штук шт \
    лавочки скамейки контейнера контейнеров магазина магазинов аварии аварий тонн кг июня июля мая марта апреля августа сентября октября ноября декабря января февраля \
    күн күні күннен күндей күндік апта ай айдан айдай сағат сағаттай минуттай рет мәрте адам адамдай отбасы бала балалар жас жаста жасар жасқа \
    шұңқыр бағана мың миллионнан пайыз шақырым километр метрдей қабат қабатты қабатта сынып сыныпта мектеп мектептің мектепте балабақша \
    үйлер үйлерде үйлерге литрдей тонна ит иттер ағаш жерде орында машинаның көлік қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан \
    маршрут маршрута автобус автобуса автобусы аялдама аялдамада остановка остановки";

const STOPS: &str = "в во и а но или с со к ко у от до из за о об при без для над под через перед между около возле рядом напротив вдоль \
    не нет ни да же ли бы как что это эта этот эти этой тот та те той там тут здесь где когда почему куда который которая которой все всё всех вся всей \
    весь наш наша нашей нашу наши нашего ваш ваша вашей мой моя моей моем свой своей каждая каждой каждый одна одной одну одном два две три \
    другая другой другую соседняя соседней соседние соседнюю главная главной главную главные целая целой большая большой вечером утром днем днём ночью \
    зимой летом осенью весной сегодня вчера завтра сейчас уже еще ещё очень опять снова всегда постоянно третий второй первый который холодно темно жарко \
    грязь снег лед лёд мороз ветер дождь вода воды воду свет света газ газа яма ямы мусор дети ребенок люди жители жильцы соседи собаки машина машины \
    дорога дороги дорогу дороге асфальт фонари фонарь тротуар минус плюс просим прошу помогите здравствуйте добрый нужно надо можно стоит стоят лежит лежат \
    горит горят ходит ходят ездит ездят освещена освещение ремонт ремонта были был была было будет есть названа называется которые просто где-то города города город село села поселок \
    нашем вашем вашего своего имеется находится расположен расположена появилась появились прошла прошел проходит проезжая широкая узкая узкий темная темной грязная грязной разбита пустая длинная \
    біз біздің біздин сіз сіздің сіздер олар бұл осы мына ана сол анау мынау барлық бүкіл бар бары бәрі бәріміз өз өзіміздің әр әрбір кейбір көп аз бір бірнеше екі үш төрт бес \
    ауыл ауылдың ауылы ауылдағы ауылымыздың қала қаланың қаласы қаладағы аудан ауданның ауданы облыс облысы аула басты негізгі бас көрші көршілес кіші үлкен үлкендеу кең тар қараңғы \
    жаяу тас лас таза ескі жақын маңы маңындағы жаңадан және мен пен бен әлде немесе бірақ сосын кейін бұрын бүгін кеше ертең қазір әлі тағы да де та те үшін туралы бойынша \
    жарық жылу қар мекен мекенжай мекенжайы тұрғын тұрғындар тұрғындары халық адамдар сәлем сәлеметсіз ба бе ма ме па пе рахмет рақмет өтініш өтінеміз \
    шамы шам жоқ емес керек болып болды ішінде арғы бергі жағында жақтағы төменгі жоғарғы солтүстік оңтүстік бойы бойында бойындағы қиылысы қиылысында қиылысындағы";

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

struct Lexicon {
    words: Table<Class>,
    /// Of two parts, with [`EDGE`] between them.
    joined: Table<Class>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
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

/// The class of a word by its folded spelling.
pub(super) fn class(codes: &[Code]) -> Class {
    if codes.len() > LONGEST {
        return Class::Other;
    }
    LEXICON.words.get(codes).copied().unwrap_or_default()
}

/// No word of the lexicon has more letters.
const LONGEST: usize = 20;

/// The class of two parts of one word, with [`EDGE`] between them.
pub(super) fn class_of_joined(codes: &[Code]) -> Option<Class> {
    LEXICON.joined.get(codes).copied()
}

/// Characters that are not seen: soft hyphens, joiners, marks of direction.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// Cyrillic letters and the Latin ones that look like them.
const LOOK_ALIKE: [(char, char); 26] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('һ', 'h'),
    ('к', 'k'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ү', 'Y'),
];

/// The Cyrillic letter that `c` looks like, or `c`.
pub(super) fn to_cyrillic(c: char) -> char {
    let pair = LOOK_ALIKE.iter().find(|(_, latin)| *latin == c);
    pair.map_or(c, |(cyrillic, _)| *cyrillic)
}

/// The Latin letter that `c` looks like, or `c`.
pub(super) fn to_latin(c: char) -> char {
    let pair = LOOK_ALIKE.iter().find(|(cyrillic, _)| *cyrillic == c);
    pair.map_or(c, |(_, latin)| *latin)
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

/// The small Cyrillic letter of a building, typed in whichever alphabet.
pub(super) fn building_letter(c: char) -> char {
    let c = match c {
        // Alone, these are meant for their sound and not for their shape.
        'b' => 'б',
        'v' | 'V' => 'в',
        'g' | 'G' => 'г',
        'd' | 'D' => 'д',
        c => to_cyrillic(c),
    };
    c.to_lowercase().next().unwrap_or(c)
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

/// Words of a name that stay in small letters.
const SMALL: [&str; 16] = [
    "батыр",
    "батыра",
    "би",
    "хан",
    "хана",
    "ата",
    "ана",
    "жолы",
    "лет",
    "летия",
    "года",
    "жыл",
    "марта",
    "мая",
    "октября",
    "жырау",
];

/// Writes a word of a name with a capital, or small where it is a title that
/// was typed small; what was shouted is lowered.
pub(super) fn write_capital(word: &str, first: bool, out: &mut String) {
    let bare = word.trim_end_matches([' ', '-', '.']);
    if !first && SMALL.contains(&bare) {
        out.push_str(word);
        return;
    }
    let shouted = bare.chars().count() > 1 && !bare.chars().any(char::is_lowercase);
    for (at, c) in word.chars().enumerate() {
        if at == 0 {
            out.extend(c.to_uppercase());
        } else if shouted {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
    }
}
