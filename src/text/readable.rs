//! The readable form of a text: what a careful writer would have typed.
//!
//! HTML remains, invisible characters, spaced-out words and look-alikes are
//! put right, Kazakh and Russian in Latin letters come in Cyrillic, and Kazakh
//! typed without Kazakh letters has them. Case and punctuation stay. It is for
//! people to read and search in; features are made of [`super::normalise`]'s
//! text instead.

use super::letters::{self, Restorer};
use super::{Buffers, CLEANING, latin, run};

/// What making a text readable needs: kept by the caller, so that nothing is
/// allocated once it has grown.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    buffers: Buffers,
    lower: String,
    cyrillic: String,
    letters: letters::Scratch,
}

/// Appends the readable form of `text` to `out`.
///
/// ```
/// use qulaq::text::letters::Restorer;
/// use qulaq::text::readable::{Scratch, readable};
/// let restorer = Restorer::shipped().expect("the shipped model is whole");
/// let (mut scratch, mut out) = (Scratch::default(), String::new());
/// readable("Auylymyzda eki kúnnen beri sý joq!", restorer, &mut scratch, &mut out);
/// assert_eq!(out, "Ауылымызда екі күннен бері су жоқ!");
/// out.clear();
/// readable("Ауылымызда еки куннен бери су жок!", restorer, &mut scratch, &mut out);
/// assert_eq!(out, "Ауылымызда екі күннен бері су жоқ!");
/// ```
pub fn readable(text: &str, restorer: Restorer<'_>, scratch: &mut Scratch, out: &mut String) {
    let clean = run(&CLEANING, text, &mut scratch.buffers, |step, text, out| {
        (step.apply)(text, out);
    });
    scratch.cyrillic.clear();
    latin::apply_cased(clean, &mut scratch.lower, &mut scratch.cyrillic);
    restorer.text(&scratch.cyrillic, &mut scratch.letters, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        let restorer = Restorer::shipped().expect("the shipped model is whole");
        let mut out = String::new();
        readable(text, restorer, &mut Scratch::default(), &mut out);
        out
    }

    #[test]
    fn every_way_of_typing_reads_the_same() {
        for typed in [
            "Көшеде жарық жоқ, ӘКІМДІК үндемейді.",
            "Кошеде жарык жок, АКИМДИК ундемейди.",
            "Kóshede jaryq joq, ÁKIMDIK úndemeıdi.",
            "Köşede jaryq joq, ÄKIMDIK ündemeidı.",
            "Көшеде жaрық&nbsp;жоқ, ӘКIМДIК үндeмeйді.",
        ] {
            let readable = read(typed).replace('\u{a0}', " ");
            assert_eq!(readable, "Көшеде жарық жоқ, ӘКІМДІК үндемейді.", "{typed}");
        }
    }

    #[test]
    fn russian_and_other_languages_stay() {
        for text in [
            "Нет воды в доме, WhatsApp не отвечает",
            "Please fix the road",
            "水がない",
        ] {
            assert_eq!(read(text), text);
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            read(&text);
        }
    }
}
