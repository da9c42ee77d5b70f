//! The key of a word: the spelling by which it is looked up.
//!
//! Lower case; Kazakh letters as on a Russian keyboard, since both ways are
//! typed; without `ь` and `ё`; Latin look-alikes inside a Cyrillic word
//! as the letters they stand for; a Latin word in Cyrillic letters.

use super::lexer::Case;

/// Writes the key of `word` to the end of `out`; returns how the word is
/// written and whether it is Latin.
pub fn write(word: &str, out: &mut String) -> (Case, bool) {
    let cyrillic = word.bytes().any(|b| matches!(b, 0xD0..=0xD3));
    let (mut letters, mut capitals, mut first) = (0usize, 0usize, false);
    let from = out.len();
    let mut last = '\0';
    for c in word.chars() {
        let upper = match c {
            'a'..='z' | 'а'..='џ' => false,
            'A'..='Z' | 'Ѐ'..='Я' => true,
            _ => c.is_uppercase(),
        };
        first |= upper && letters == 0;
        letters += 1;
        capitals += usize::from(upper);
        let lower = if upper { lower(c) } else { c };
        last = if cyrillic {
            push(lower, last, out)
        } else {
            push_latin(lower, last, from, out)
        };
    }
    let case = match () {
        () if capitals == letters && letters > 1 => Case::Upper,
        () if first => Case::Capital,
        () => Case::Lower,
    };
    (case, !cyrillic)
}

fn lower(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'İ' => 'i',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Pushes a letter of a Cyrillic word; returns it as it came.
fn push(c: char, last: char, out: &mut String) -> char {
    let letter = match c {
        'ә' | 'a' => 'а',
        'ғ' => 'г',
        'қ' | 'k' => 'к',
        'ң' => 'н',
        'ө' | 'o' => 'о',
        'ұ' | 'ү' | 'y' | 'ў' => 'у',
        'һ' | 'h' | 'x' => 'х',
        'і' | 'i' | 'ї' => 'и',
        'ё' | 'э' | 'e' | 'є' => 'е',
        'c' => 'с',
        'p' => 'р',
        'm' => 'м',
        't' => 'т',
        // Letters typed as two characters.
        '\u{306}' if last == 'и' => {
            out.pop();
            'й'
        }
        'ь' | '\u{300}'..='\u{36F}' | '\'' | '’' | 'ʼ' | '`' => return c,
        'а'..='ԯ' => c,
        c if c.is_alphabetic() => c,
        _ => return last,
    };
    // «Сейіт» and «Сейт» are one name.
    if !(letter == 'и' && last == 'й') {
        out.push(letter);
    }
    letter
}

/// Pushes a letter of a Latin word as the Cyrillic one it stands for;
/// returns it as it came. Digraphs change what was pushed before.
fn push_latin(c: char, last: char, from: usize, out: &mut String) -> char {
    let joined = match (last, c) {
        ('s', 'h') => Some('ш'),
        ('c', 'h') => Some('ч'),
        ('z', 'h') => Some('ж'),
        ('k', 'h') => Some('х'),
        ('g', 'h') => Some('г'),
        ('t', 's') => Some('ц'),
        ('y', 'a') => Some('я'),
        ('y', 'u') => Some('ю'),
        ('y', 'o' | 'e') => Some('е'),
        _ => None,
    };
    if let Some(letter) = joined.filter(|_| out.len() > from) {
        out.pop();
        out.push(letter);
        return '\0';
    }
    let letter = match c {
        'a' | 'á' | 'ä' | 'ǎ' => 'а',
        'b' => 'б',
        'v' => 'в',
        'g' | 'ǵ' | 'ğ' => 'г',
        'd' => 'д',
        'e' | 'é' => 'е',
        'j' => 'ж',
        'z' => 'з',
        'i' | 'í' | 'ï' => 'и',
        'y' | 'ı' => 'ы',
        'k' | 'q' | 'c' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' | 'ń' | 'ñ' => 'н',
        'o' | 'ó' | 'ö' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' | 'ú' | 'ü' | 'ū' | 'ý' | 'w' => 'у',
        'f' => 'ф',
        'h' | 'x' => 'х',
        'ç' => 'ч',
        'ş' => 'ш',
        '\u{300}'..='\u{36F}' | '\'' | '’' | 'ʼ' | '`' => return c,
        c if c.is_alphabetic() => c,
        _ => return last,
    };
    out.push(letter);
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> String {
        let mut out = String::new();
        write(word, &mut out);
        out
    }

    #[test]
    fn ways_of_writing_a_name_meet() {
        for ways in [
            &["Айгүл", "Айгуль", "АЙГУЛ", "айгүл"][..],
            &["Асқарұлы", "Аскарулы", "Asqaruly", "Askaruly"],
            &["Сейітқали", "Сейткали"],
            &["Андрей", "Андреи\u{306}", "андpeй"],
            &["Жанар", "Zhanar", "Janar"],
        ] {
            for way in ways {
                assert_eq!(key(way), key(ways[0]), "{way}");
            }
        }
    }

    #[test]
    fn how_a_word_is_written() {
        let mut out = String::new();
        assert_eq!(write("Анна", &mut out), (Case::Capital, false));
        assert_eq!(write("АННА", &mut out), (Case::Upper, false));
        assert_eq!(write("А", &mut out), (Case::Capital, false));
        assert_eq!(write("anna", &mut out), (Case::Lower, true));
        assert_eq!(write("Әлия", &mut out), (Case::Capital, false));
    }
}
