//! Latin to Cyrillic.

use super::Alphabet;
use super::alphabet::is_apostrophe;
use crate::text::Sink;

impl Alphabet {
    /// Writes `text`, in lower case, with its Latin letters in Cyrillic, read
    /// by this alphabet; everything else stays.
    pub fn to_cyrillic(self, text: &str, out: &mut impl Sink) {
        // Where nobody typed «ı», the і of 2021 was typed «i».
        let dotless = self != Alphabet::Umlauts2021 || text.contains('ı');
        let mut kept = 0;
        let mut at = 0;
        while let Some(start) = next_word(text, at) {
            let mut word = Word {
                alphabet: self,
                dotless,
                last: None,
                letters: 0,
            };
            out.keep(text, kept..start);
            at = start;
            while let Some((length, letters)) = word.read(&text[at..]) {
                out.replace(at..at + length, letters);
                at += length;
            }
            kept = at;
            // A letter that no alphabet has stays, and so does a class word.
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        out.keep(text, kept..text.len());
    }
}

/// Where the next Latin letter in lower case stands.
fn next_word(text: &str, from: usize) -> Option<usize> {
    text[from..].find(is_letter).map(|found| from + found)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, 'ß'..='ɏ' | 'ə') && !c.is_uppercase() && c != '÷'
}

/// A word on its way to Cyrillic.
struct Word {
    alphabet: Alphabet,
    dotless: bool,
    /// The last Cyrillic letter written.
    last: Option<char>,
    /// How many letters were read.
    letters: usize,
}

impl Word {
    /// Reads the next letter of `rest`: how many bytes, and what to write.
    fn read(&mut self, rest: &str) -> Option<(usize, &'static str)> {
        let first = rest.chars().next()?;
        if is_apostrophe(first) {
            // Between letters it softens («pomosh'nik»); elsewhere it is a quote.
            let length = first.len_utf8();
            let inside = self.last.is_some() && rest[length..].starts_with(is_letter);
            return inside.then_some((length, "ь"));
        }
        if !is_letter(first) {
            return None;
        }
        let (length, letter) = self.alphabet.cyrillic(rest)?;
        let (length, letters) = self.in_context(length, letter, &rest[length..]);
        self.last = letters.chars().next_back().or(self.last);
        self.letters += 1;
        Some((length, letters))
    }

    fn in_context(
        &self,
        length: usize,
        letter: &'static str,
        after: &str,
    ) -> (usize, &'static str) {
        let next = self.alphabet.cyrillic(after);
        let after_vowel = self.last.is_some_and(is_vowel);
        match letter {
            "и" if self.alphabet.writes_glides_as_i() => {
                let opens = after_vowel || self.last.is_none();
                match next {
                    Some((more, "а")) if opens => (length + more, "я"),
                    Some((more, "у")) if opens => (length + more, "ю"),
                    _ if after_vowel => (length, "й"),
                    _ if self.dotless => (length, "и"),
                    _ => (length, "і"),
                }
            }
            "и" if self.alphabet == Alphabet::Messenger && after_vowel => (length, "й"),
            "й" if self.alphabet == Alphabet::Messenger => {
                // «auyl», «suyk», but «uyde».
                let in_stem = self.last == Some('у') && self.letters > 1;
                let before_consonant = next.is_some_and(|(_, next)| !next.starts_with(is_vowel));
                match after_vowel && !(in_stem && before_consonant) {
                    true => (length, "й"),
                    false => (length, "ы"),
                }
            }
            // No word has ұ after a vowel: «auyl» is «ауыл» in every alphabet.
            "ұ" if after_vowel => (length, "у"),
            // «rayon» is «район».
            "ё" if after_vowel => (length, "йо"),
            // «-ция» is in every second official word, «т» and «си» hardly meet.
            "ц" => match next {
                Some((_, "и")) => (length, "ц"),
                _ => (length, "тс"),
            },
            "н" if self.alphabet == Alphabet::Messenger => match next {
                Some((more, "г")) if !vowel_follows(&after[more..]) => (length + more, "ң"),
                _ => (length, "н"),
            },
            _ => (length, letter),
        }
    }
}

fn vowel_follows(rest: &str) -> bool {
    rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'r', 'l'])
}

const fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'а' | 'ә' | 'е' | 'ё' | 'и' | 'о' | 'ө' | 'у' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю' | 'я'
    )
}
