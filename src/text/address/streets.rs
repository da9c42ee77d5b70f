//! Streets that bear two names or two spellings, and streets well known.
//!
//! Each row of [`TRANSLATED`] and [`SAME`] is one street: its Kazakh name, then what else it is
//! called, translated or as Russian writes it. Names that differ only by
//! letters, endings and initials need no row. [`WELL_KNOWN`] adds streets that
//! are in most towns of Kazakhstan and are named without «улица».

use super::name;
use super::words::Table;
use crate::text::fold::Code;
use std::sync::LazyLock;

/// Names that are ordinary words and so are translated; one street a row, its
/// names divided by `|`.
const TRANSLATED: &str = "Орталық|Центральная
Мектеп|Школьная
Бейбітшілік|Мира
Жеңіс|Победы
Достық|Дружбы
Республика|Республики
Кеңес|Советская
Жастар|Молодёжная
Тәуелсіздік|Независимости
Бау-бақша|Садовая|Бақша
Жаңа|Новая
Бірінші мамыр|Первомайская
Бостандық|Свободы
Еңбек|Труда|Трудовая
Еңбекшілер|Трудящихся
Құрылысшылар|Строителей|Строительная
Құрылыс|Стройка
Теміржол|Железнодорожная
Теміржолшылар|Железнодорожников
Мұғалімдер|Учителей|Учительская
Дала|Степная
Өзен|Речная
Көл|Озёрная
Тау|Горная
Орман|Лесная
Егін|Полевая
Жағалау|Набережная
Көктем|Весенняя
Күн|Солнечная
Ынтымақ|Согласия
Бірлік|Единства
Келешек|Будущего
Болашақ|Перспективная
Студенттер|Студенческая
Спорт|Спортивная
Зауыт|Заводская
Фабрика|Фабричная
Аурухана|Больничная
Вокзал|Вокзальная|Привокзальная
Базар|Базарная|Рыночная
Солтүстік|Северная
Оңтүстік|Южная
Шығыс|Восточная
Батыс|Западная
Ардагерлер|Ветеранов
Ғарышкерлер|Космонавтов
Шахтёрлер|Шахтёров|Кеншілер
Металлургтер|Металлургов
Мұнайшылар|Нефтяников
Геологтар|Геологов|Геологическая
Энергетиктер|Энергетиков
Автомобилшілер|Автомобилистов
Тыңгерлер|Целинников|Целинная|Тың
Халықтар достығы|Дружбы народов
Конституция|Конституции
Астана|Столичная
";

/// Proper names; one street a row, as above.
const SAME: &str = "Ақбұлақ|Ак-Булак
Ұлы Дала|Улы Дала
Жібек жолы|Жибек жолы|Шёлковый путь
Әл-Фараби|Аль-Фараби|Фараби
Төле би|Толе би|Төлеби
Қазыбек би|Казыбек би|Қаз дауысты Қазыбек
Әйтеке би|Айтеке би
Абылай хан|Аблайхана|Абылай-хан
Абай|Абай Құнанбаев|Кунанбаева|Абая Кунанбаева
Жамбыл|Джамбула|Жамбула|Жабаева
Қонаев|Кунаева
Сәтбаев|Сатпаева
Уәлиханов|Валиханова|Уалиханова
Бөкейхан|Бокейханова|Букейханова
Өтемісұлы|Утемисова|Махамбет|Махамбета|Исатай-Махамбет
Жангелдин|Жангильдина|Джангильдина
Бейсебаев|Бейсебаева
Мүсірепов|Мусрепова
Ерубаев|Ерубаева
Құрманғазы|Курмангазы|Құрманғазы Сағырбайұлы
Қорқыт ата|Коркыт ата|Коркута
Ыбырай|Ибрая
Сүйінбай|Суюнбая
Төлебаев|Тулебаева
Бұқар жырау|Бухар жырау
Жұбанов|Жубанова
Тілендиев|Тлендиева
Жароков|Жарокова
Қожанов|Ходжанова
Ықылас|Ихласа
Сырым Датұлы|Сырыма Датова|Датов
Ораз|Уразбаева
Мәметова|Маншук|Мәншүк
Асан қайғы|Асанкайгы
Ескелді би|Ескельды би
Кенесары хан|Кенесары
Шәкәрім|Шакарим|Шакарима
Мәңгілік Ел|Мангилик Ел
Тұран|Туран
Сығанақ|Сыганак
Сауран|Сауран
Ақтамберді|Актамберды
Райымбек|Раимбека|Райымбек батыр
";

/// Streets named without a word for it, one a line where they have no row above.
const WELL_KNOWN: &str = "Назарбаев Рысқұлов Қабанбай Бөгенбай Наурызбай Момышұлы Әуезов Жандосов Сейфуллин Пушкин \
Гоголь Гагарин Ленин Макатаев Алтынсарин Молдағұлова Байтұрсынов Жұмабаев Шевченко Фурманов Маркс Калинин Киров \
Байзақов Сәрсенбаев Розыбакиев Тимирязев Желтоқсан Сарыарқа Кенесары Иманов Жангелдин Торайғыров Майлин \
Мұқанов Мұстафин Тоқаев Айтиев Иляев Қажымұқан Тұрысов Ташенов Жансүгіров Мәуленов Есенберлин Дулатов Аймауытов \
Байсейітова Чехов Толстой Достоевский Лермонтов Некрасов Мичурин Жуков Панфилов Чайковский Масанчи Наурыз \
Қарасай Кошкарбаев Петров Мирзоян Валиханов Ауэзов Ермеков Бектұров Лободы Достық";

struct Streets {
    /// From the key of each name to that of the first in its row.
    same: Table<Vec<Code>>,
    known: Table<()>,
    translated: Table<()>,
}

static STREETS: LazyLock<Streets> = LazyLock::new(|| {
    let mut same = Table::default();
    let mut known = Table::default();
    let mut translated = Table::default();
    for (rows, names) in [(SAME, &mut known), (TRANSLATED, &mut translated)] {
        for row in rows.lines() {
            let mut keys = row.split('|').map(name::key_of);
            let Some(first) = keys.next() else { continue };
            names.insert(first.clone(), ());
            for other in keys.filter(|other| *other != first) {
                names.insert(other.clone(), ());
                same.entry(other).or_insert_with(|| first.clone());
            }
        }
    }
    for other in WELL_KNOWN.split_whitespace() {
        known.insert(name::key_of(other), ());
    }
    Streets {
        same,
        known,
        translated,
    }
});

/// The key that streets of this one's other names share, where there is another.
pub(super) fn canonical(key: &[Code]) -> Option<&'static [Code]> {
    STREETS.same.get(key).map(Vec::as_slice)
}

/// Whether a name is that of a street without being called one.
pub(super) fn is_known(key: &[Code]) -> bool {
    STREETS.known.contains_key(key)
}

/// Whether a name is a street's, but an ordinary word as well.
pub(super) fn is_translated(key: &[Code]) -> bool {
    STREETS.translated.contains_key(key)
}
