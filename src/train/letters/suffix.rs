//! Kazakh suffixes joined to stems: vowel harmony and what consonants do to
//! each other.
//!
//! A suffix is written with capitals for the sounds that follow the stem:
//!
//! | | |
//! |---|---|
//! | `A` | а, е |
//! | `I` | ы, і |
//! | `G` | ғ, г, қ, к |
//! | `K` | қ, к |
//! | `D` | д, т |
//! | `E` | д, т, and н after a nasal (the ablative) |
//! | `L` | л, д, т |
//! | `N` | н, д, т; н after a nasal (the genitive) |
//! | `W` | н, д, т; д after a nasal (the accusative) |
//! | `M` | м, б, п |
//! | `P` | м, б, п; б after a nasal (negation) |
//! | `(I)` | ы, і after a consonant only |
//! | `(S)` | с after a vowel only |

use crate::text::letters::alphabet::{Vowel, code, vowel};

/// Whether suffixes of a word are spoken in front.
pub fn is_front(word: &str) -> bool {
    let last = word.chars().last().unwrap_or(' ');
    let clusters = ["нк", "рк", "кт"];
    if last == 'ь' || clusters.iter().any(|c| word.ends_with(c)) {
        return true;
    }
    if last == 'х' {
        return false;
    }
    let deep = word.contains(['қ', 'ғ']);
    for (at, c) in word.chars().rev().enumerate() {
        match (c, vowel(code(c))) {
            (_, Some(Vowel::Front)) => return true,
            (_, Some(Vowel::Back)) => return false,
            // `тариф`, `лимит`, but `қиын`.
            ('и', _) => return !deep,
            // `автобус`; at the end it belongs to what is before: `келу`.
            ('у', _) if at > 0 => return false,
            _ => {}
        }
    }
    false
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['а', 'ә', 'е', 'ы', 'і', 'о', 'ө', 'ұ', 'ү', 'э', 'я', 'ё'])
}

/// The sounds that a consonant of a suffix looks back to.
#[derive(PartialEq, Clone, Copy)]
enum Ending {
    Vowel,
    /// `р й у и ю`
    Glide,
    /// `л`
    Lateral,
    /// `м н ң`
    Nasal,
    /// `з ж`
    Buzz,
    /// Voiceless ones, and `б в г д`, which are spoken so at a word's end.
    Hard,
}

fn ending(word: &str) -> Ending {
    match word.trim_end_matches(['ь', 'ъ']).chars().last() {
        Some('р' | 'й' | 'у' | 'и' | 'ю') => Ending::Glide,
        Some('л') => Ending::Lateral,
        Some('м' | 'н' | 'ң') => Ending::Nasal,
        Some('з' | 'ж') => Ending::Buzz,
        _ if ends_in_vowel(word) => Ending::Vowel,
        _ => Ending::Hard,
    }
}

/// The letter that a capital of a suffix becomes.
fn sound(capital: char, before: Ending, front: bool) -> char {
    use Ending::{Buzz, Glide, Hard, Lateral, Nasal, Vowel};
    match (capital, before) {
        ('A', _) if front => 'е',
        ('A', _) => 'а',
        ('I', _) if front => 'і',
        ('I', _) => 'ы',
        ('G', Hard) | ('K', _) if front => 'к',
        ('G', Hard) | ('K', _) => 'қ',
        ('G', _) if front => 'г',
        ('G', _) => 'ғ',
        ('D' | 'E' | 'L' | 'N' | 'W', Hard) => 'т',
        ('E' | 'N', Nasal) | ('N' | 'W', Vowel) => 'н',
        ('L', Vowel | Glide) => 'л',
        ('D' | 'E' | 'L' | 'N' | 'W', _) => 'д',
        ('M' | 'P', Vowel | Glide | Lateral) | ('M', Nasal) => 'м',
        ('M', Buzz) | ('P', Nasal | Buzz) => 'б',
        ('M' | 'P', Hard) => 'п',
        (other, _) => other,
    }
}

/// Joins a suffix to a word whose suffixes are spoken in front or not.
pub fn join(word: &mut String, suffix: &str, front: bool) {
    let vowel_final = ends_in_vowel(word);
    let suffix = if let Some(rest) = suffix.strip_prefix("(I)") {
        if vowel_final {
            rest.to_owned()
        } else {
            format!("I{rest}")
        }
    } else if let Some(rest) = suffix.strip_prefix("(S)") {
        if vowel_final {
            format!("с{rest}")
        } else {
            rest.to_owned()
        }
    } else {
        suffix.to_owned()
    };
    if suffix.starts_with(['A', 'I']) {
        soften(word);
    }
    for c in suffix.chars() {
        let mut next = sound(c, ending(word), front);
        // `қой` and `а` are written `қоя`.
        if word.ends_with('й') && next == 'а' && c == 'A' {
            word.pop();
            next = 'я';
        }
        word.push(next);
    }
}

/// `кітап` before a vowel becomes `кітаб`, `тарақ` `тарағ`, `күрек` `күрег`.
fn soften(word: &mut String) {
    let mut chars = word.chars().rev();
    let (last, before) = (chars.next(), chars.next());
    if before.is_none_or(|b| vowel(code(b)).is_none()) {
        if last == Some('ь') {
            word.pop();
        }
        return;
    }
    let soft = match last {
        Some('п') => 'б',
        Some('қ') => 'ғ',
        Some('к') => 'г',
        _ => return,
    };
    word.pop();
    word.push(soft);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(word: &str, suffixes: &[&str]) -> String {
        let mut all = word.to_owned();
        for suffix in suffixes {
            join(&mut all, suffix, is_front(word));
        }
        all
    }

    #[test]
    fn suffixes_follow_the_stem() {
        for (word, suffixes, want) in [
            ("қала", &["LAр", "(I)мIз", "DAн"][..], "қалаларымыздан"),
            ("үй", &["LAр", "(S)I", "ндA"], "үйлерінде"),
            ("кітап", &["(S)I", "нA"], "кітабына"),
            ("мектеп", &["GA"], "мектепке"),
            ("күн", &["EAн"], "күннен"),
            ("адам", &["NIң"], "адамның"),
            ("адам", &["WI"], "адамды"),
            ("қыз", &["Mен"], "қызбен"),
            ("автобус", &["DA"], "автобуста"),
            ("банк", &["(S)I", "нIң"], "банкінің"),
            ("министр", &["LIK"], "министрлік"),
            ("бару", &["GA"], "баруға"),
            ("келу", &["(S)I"], "келуі"),
            ("су", &["(S)I", "н"], "суын"),
            ("кел", &["PA", "DI", "м"], "келмедім"),
            ("жаз", &["PA", "GAн"], "жазбаған"),
        ] {
            assert_eq!(joined(word, suffixes), want, "{word}");
        }
    }
}
