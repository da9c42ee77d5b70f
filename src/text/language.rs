//! The language of a text: Kazakh, Russian, both, or another.
//!
//! Every word votes by what marks it: Kazakh letters, a function word, an
//! ending. Function words and endings are compared in the folded spelling, so
//! that Kazakh typed without Kazakh letters or in Latin votes too.

use super::fold::{Code, fold};
use super::script::Script;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// The language that a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh, in any alphabet.
    #[serde(rename = "kk")]
    Kazakh,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Kazakh and Russian in one text.
    Mixed,
    /// Neither, or no words at all.
    #[default]
    Other,
}

impl Language {
    /// The word for it in columns and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Language::Kazakh => "kk",
            Language::Russian => "ru",
            Language::Mixed => "mixed",
            Language::Other => "other",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

const KAZAKH_WORDS: &str = "жоқ бар емес керек болып жатыр біз сіз олар бұл осы мұнда үшін мен және \
    бірақ немесе қашан қалай қайда қандай неге қанша деп дейді еді екен ғой бәрі барлық өте көп аз \
    бойы бері дейін кейін туралы бойынша әлі енді қазір бүгін кеше ертең жыл күн ай апта адам бала \
    балалар үй ауыл аудан қала көше жол су жарық жер әкім рахмет сәлеметсіз сәлем ассалаумағалейкум \
    айтты айтады берді береді алды алады келді келеді болды болады қылып етіп істеп жүр тұр отыр \
    бірі екі үш төрт бес алты жеті сегіз тоғыз біздің сіздің менің оның өз өзі жаңа ескі жақсы жаман \
    ешкім ештеңе ешқандай тағы сондай мына ана сол қой шығар ма ме ба бе па пе";
const RUSSIAN_WORDS: &str = "и в во не на с со что как это по но мы вы он она они у за из к ко от до для \
    же бы ли нас вас их его ее мне нам вам меня уже еще нет есть был была было были будет где когда \
    почему какой какая какие который которая которые если чтобы или только так все всё всех очень \
    можно нужно надо просим прошу помогите пожалуйста здравствуйте добрый день спасибо там тут здесь \
    этот эта эти год года лет день дней после перед через при без под над о об про ни даже тоже";
const KAZAKH_ENDINGS: &str = "лары лері дары дері тары тері лардың лердің дардың дердің тардың тердің ның нің дың дің \
    тың тің ында інде ына іне ымыз іміз ымызда імізде ңыз ңіз сыз сіз мыз міз дық дік лық лік тық тік \
    ған ген қан кен ғаны гені атын етін йды йді ады еді ыпты іпті ңдар ңдер лап леп нан нен \
    дан ден тан тен";
const RUSSIAN_ENDINGS: &str = "ого его ому ему ыми ими ами ями ать ять ить еть ться тся ует уют ают яют ила ала ело ило \
    или али ная ное ные ный ной ного ных ным ской ский ская ские ение ения ции ция ость ости ешь ете ите \
    ах ях ам ям ую юю";

/// Which language a folded word or ending speaks for.
struct Marks {
    words: HashMap<Vec<Code>, Language>,
    /// Longest first.
    endings: Vec<(Vec<Code>, Language)>,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| {
    let folded = |list: &str| -> Vec<Vec<Code>> {
        list.split_whitespace()
            .map(|word| {
                let mut codes = Vec::new();
                fold(word, &mut codes);
                codes
            })
            .collect()
    };
    let mut words = HashMap::new();
    for (list, language) in [
        (KAZAKH_WORDS, Language::Kazakh),
        (RUSSIAN_WORDS, Language::Russian),
    ] {
        for word in folded(list) {
            // A word of both languages («да», «мен» folded) speaks for neither.
            words
                .entry(word)
                .and_modify(|l| {
                    if *l != language {
                        *l = Language::Mixed;
                    }
                })
                .or_insert(language);
        }
    }
    let mut endings: Vec<(Vec<Code>, Language)> = folded(KAZAKH_ENDINGS)
        .into_iter()
        .map(|e| (e, Language::Kazakh))
        .chain(
            folded(RUSSIAN_ENDINGS)
                .into_iter()
                .map(|e| (e, Language::Russian)),
        )
        .collect();
    endings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    Marks { words, endings }
});

/// Votes of words, gathered while a text is walked through once.
#[derive(Debug, Default, Clone, Copy)]
pub struct Votes {
    kazakh: u32,
    russian: u32,
}

impl Votes {
    /// Counts one lower-case `word`, whose folded spelling is `codes`.
    pub fn count(&mut self, word: &str, codes: &[Code]) {
        match vote(word, codes) {
            Some((Language::Kazakh, weight)) => self.kazakh += weight,
            Some((Language::Russian, weight)) => self.russian += weight,
            _ => {}
        }
    }

    /// Adds the votes of another word.
    #[inline]
    pub fn add(&mut self, other: Votes) {
        self.kazakh += other.kazakh;
        self.russian += other.russian;
    }

    /// The verdict for a text of `script`.
    #[must_use]
    pub fn language(self, script: Script) -> Language {
        let all = self.kazakh + self.russian;
        if script == Script::Other {
            return Language::Other;
        }
        if all == 0 {
            return match script {
                Script::Cyrillic => Language::Russian,
                _ => Language::Other,
            };
        }
        match self.kazakh * 100 / all {
            0..25 => Language::Russian,
            75.. => Language::Kazakh,
            _ => Language::Mixed,
        }
    }
}

/// The language of the words in Latin letters of `text`, in lower case.
#[must_use]
pub fn of_latin(text: &str) -> Language {
    let mut votes = Votes::default();
    let mut codes = Vec::new();
    for word in text.split(|c: char| !c.is_alphabetic() && c != '\'') {
        if word.starts_with(|c: char| matches!(c, 'a'..='z' | 'ß'..='ɏ')) {
            codes.clear();
            fold(word, &mut codes);
            votes.count(word, &codes);
        }
    }
    match votes.kazakh + votes.russian {
        0 => Language::Other,
        _ => votes.language(Script::Latin),
    }
}

/// The language of a text.
#[must_use]
pub fn detect(text: &str) -> Language {
    let mut buffers = super::Buffers::default();
    let mut votes = Votes::default();
    for word in super::token::words(super::normalise(text, &mut buffers)) {
        let mut codes = Vec::new();
        fold(word, &mut codes);
        votes.count(word, &codes);
    }
    votes.language(Script::of(text))
}

fn vote(word: &str, codes: &[Code]) -> Option<(Language, u32)> {
    // `і` alone is Ukrainian too, but Ukrainian is not what reaches us.
    if word
        .chars()
        .any(|c| matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
    {
        return Some((Language::Kazakh, 3));
    }
    if let Some(language) = MARKS.words.get(codes) {
        return Some((*language, 2));
    }
    if word.contains(['ё', 'щ', 'ъ', 'ц']) {
        return Some((Language::Russian, 2));
    }
    // Endings alone would make a Kazakh text of any English one («listen», «often»).
    if word.is_ascii() {
        return None;
    }
    let ending = MARKS
        .endings
        .iter()
        .find(|(ending, _)| codes.len() > ending.len() + 1 && codes.ends_with(ending));
    ending.map(|(_, language)| (*language, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Buffers, normalise, token};

    fn language(text: &str) -> Language {
        let mut buffers = Buffers::default();
        let mut votes = Votes::default();
        for word in token::words(normalise(text, &mut buffers)) {
            let mut codes = Vec::new();
            fold(word, &mut codes);
            votes.count(word, &codes);
        }
        votes.language(Script::of(text))
    }

    #[test]
    fn of_the_ways_people_write() {
        for (text, want) in [
            ("Ауылымызда екі күннен бері су жоқ", Language::Kazakh),
            ("ауылымызда еки куннен бери су жок", Language::Kazakh),
            ("auylymyzda eki kunnen beri su joq", Language::Kazakh),
            ("Третий день нет воды во всём доме", Language::Russian),
            ("яма на дороге", Language::Russian),
            (
                "Кеше с утра свет жоқ, трубку не берут, қашан болады, скажите пожалуйста",
                Language::Mixed,
            ),
            ("水がない", Language::Other),
            ("12345", Language::Other),
            ("", Language::Other),
        ] {
            assert_eq!(language(text), want, "{text}");
        }
    }
}
