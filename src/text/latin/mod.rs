//! Kazakh and Russian in Latin letters, and back to Cyrillic.
//!
//! Kazakh has been given several Latin alphabets in a few years, and people
//! write a further one of their own in messengers. One letter means different
//! things in them («u» is ұ in 2018 and у in 2021, «y» is ы or й), so the
//! alphabet of a text is found out first ([`Alphabet::of`]), and one table
//! (`table.rs`) then serves both directions: [`Alphabet::to_latin`] and
//! [`Alphabet::to_cyrillic`].
//!
//! Where an alphabet writes two Cyrillic letters alike, the way back gives the
//! commoner one: `е` for `э`, `х` for `һ`, `тс` for `ц`, nothing for `ъ` and
//! `ь`. The folded spelling ([`crate::text::fold`]) joins these anyway.

mod alphabet;
mod table;
mod to_cyrillic;
mod to_latin;

pub use alphabet::Alphabet;

use super::language::{self, Language};
use super::{Census, Sink, case, scan};

/// Whether `text`, in lower case, may hold words in Latin letters.
pub fn should(text: &str, census: Census) -> bool {
    // Class words are in upper case.
    let lower = |a: u8, _: u8| (a.wrapping_sub(b'a') < 26) | (0xC3..=0xC9).contains(&a);
    census.has(Census::LATIN) && scan::find(text.as_bytes(), 0, lower).is_some()
}

/// Writes `text`, in lower case, with its Latin words in Cyrillic, where they
/// are Kazakh or Russian; else as it is.
pub fn apply(text: &str, out: &mut impl Sink) {
    match language::of_latin(text) {
        Language::Kazakh | Language::Russian | Language::Mixed => {
            Alphabet::of(text).to_cyrillic(text, out);
        }
        Language::Other => out.keep(text, 0..text.len()),
    }
}

/// Writes `text`, in any case, with its Latin words in Cyrillic, where they
/// are Kazakh or Russian and more than a few; else as it is. Words keep their
/// capitals; links, e-mails, mentions and names like «eGov» stay. `lower` is a
/// buffer.
pub fn apply_cased(text: &str, lower: &mut String, out: &mut String) {
    lower.clear();
    case::apply(text, lower);
    let latin = lower.chars().filter(|c| is_latin(*c)).count();
    let letters = lower.chars().filter(|c| scan::is_letter(*c)).count();
    if latin * 4 < letters || language::of_latin(lower) == Language::Other {
        out.push_str(text);
        return;
    }
    let alphabet = Alphabet::of(lower);
    let in_word = |c: char| c.is_alphanumeric() || alphabet::is_apostrophe(c);
    for chunk in text.split_inclusive(char::is_whitespace) {
        if is_address(chunk) {
            out.push_str(chunk);
            continue;
        }
        for word in chunk.split_inclusive(|c| !in_word(c)) {
            let letters = word.trim_end_matches(|c| !in_word(c));
            let mut capitals = letters.chars().filter(|c| c.is_alphabetic());
            let first = capitals.next().is_some_and(char::is_uppercase);
            let others = capitals.clone().filter(|c| c.is_uppercase()).count();
            let all = first && others > 0 && others == capitals.count();
            if !letters.contains(is_latin) || others > 0 && !all {
                out.push_str(word);
                continue;
            }
            lower.clear();
            case::apply(letters, lower);
            let start = out.len();
            alphabet.to_cyrillic(lower, out);
            if first {
                lower.clear();
                lower.push_str(&out[start..]);
                out.truncate(start);
                for (nth, c) in lower.chars().enumerate() {
                    match all || nth == 0 {
                        true => out.extend(c.to_uppercase()),
                        false => out.push(c),
                    }
                }
            }
            out.push_str(&word[letters.len()..]);
        }
    }
}

const fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'ß'..='ɏ' | 'À'..='Þ')
}

/// Whether a word without spaces is a link, an e-mail, a mention or a domain.
fn is_address(chunk: &str) -> bool {
    let inner = chunk
        .trim_end()
        .trim_end_matches(['.', ',', '!', '?', ')', ';', ':']);
    inner.contains(['@', '/', '\\', '_']) || inner.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;
    use proptest::prelude::*;

    const TEXT: &str = "ауылымызда екі күннен бері су жоқ, әкімдікке өтініш жаздық, \
        ешкім үндемейді. жаңа мектептің шатыры ағып тұр, қоян сияқты қорқамыз, қиын жағдай";

    fn latin(alphabet: Alphabet, text: &str) -> String {
        let mut out = String::new();
        alphabet.to_latin(text, &mut out);
        out
    }

    fn cyrillic(alphabet: Alphabet, text: &str) -> String {
        written(|out| alphabet.to_cyrillic(text, out))
    }

    #[test]
    fn each_alphabet_is_told_by_its_letters() {
        for alphabet in Alphabet::ALL {
            assert_eq!(Alphabet::of(&latin(alphabet, TEXT)), alphabet);
        }
    }

    #[test]
    fn there_and_back() {
        for alphabet in &Alphabet::ALL[..4] {
            assert_eq!(
                cyrillic(*alphabet, &latin(*alphabet, TEXT)),
                TEXT,
                "{alphabet:?}"
            );
        }
    }

    #[test]
    fn every_word_as_its_alphabet_has_it() {
        use Alphabet::{Acutes2018, Apostrophes2017, Messenger, Turkic, Umlauts2021};
        for (alphabet, from, to) in [
            (
                Apostrophes2017,
                "s'yg'armany y'aqytynda tu'zetin'iz",
                "шығарманы уақытында түзетіңіз",
            ),
            (Apostrophes2017, "ay’yldyn’ sy’y", "ауылдың суы"),
            (
                Acutes2018,
                "sý joq, jaryq óship qaldy",
                "су жоқ, жарық өшіп қалды",
            ),
            (
                Acutes2018,
                "qujattyń kóshirmesin suraıdy",
                "құжаттың көшірмесін сұрайды",
            ),
            (
                Acutes2018,
                "stantsııa, avıatsııa, shetsiz",
                "станция, авиация, шетсіз",
            ),
            (
                Umlauts2021,
                "su joq, ūialy telefon öşıp qaldy, keşe kelıp qoidy",
                "су жоқ, ұялы телефон өшіп қалды, кеше келіп қойды",
            ),
            (
                Umlauts2021,
                "äkim kelmedi, üiimiz suyq",
                "әкім келмеді, үйіміз суық",
            ),
            (
                Turkic,
                "awılda sw joq, üy swıq, kelmeydi",
                "ауылда су жоқ, үй суық, келмейді",
            ),
            (
                Messenger,
                "auylda su jok, zharyk joq",
                "ауылда су жок, жарык жоқ",
            ),
            (
                Messenger,
                "mening uyim suyk, tenge kop",
                "мениң уйим суык, тенге коп",
            ),
            (
                Messenger,
                "net vody, pomogite, rayon, yama",
                "нет воды, помогите, район, яма",
            ),
            (
                Messenger,
                "noviy podyezd, shchit i yolka",
                "новий подыезд, щит и ёлка",
            ),
        ] {
            assert_eq!(cyrillic(alphabet, from), to, "{alphabet:?}");
        }
    }

    /// Letters that do not come back between «а» and «т»: those that an
    /// alphabet writes like another, and ұ, which no word has after a vowel.
    #[test]
    fn collisions_are_these_and_no_others() {
        for alphabet in &Alphabet::ALL[..4] {
            let lost: String = "абвгдежзиклмнопрстуфхчшыіәғқңөұүһцщэъьй"
                .chars()
                .filter(|c| {
                    let word = format!("а{c}т");
                    cyrillic(*alphabet, &latin(*alphabet, &word)) != word
                })
                .collect();
            let want = match alphabet {
                Alphabet::Turkic => "ұцъь",
                _ => "иұһцэъь",
            };
            assert_eq!(lost, want, "{alphabet:?}");
        }
    }

    #[test]
    fn capitals_follow_the_word() {
        assert_eq!(latin(Alphabet::Acutes2018, "Шу ШУ Ысық"), "Shý SHÝ Ysyq");
        assert_eq!(latin(Alphabet::Umlauts2021, "Иманов ІНІ"), "İmanov INI");
    }

    #[test]
    fn class_words_and_other_scripts_stay() {
        assert_eq!(
            cyrillic(Alphabet::Messenger, "su PHONE水 đ"),
            "су PHONE水 đ"
        );
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            for alphabet in Alphabet::ALL {
                cyrillic(alphabet, &text);
                latin(alphabet, &text);
            }
        }
    }
}
