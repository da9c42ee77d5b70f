//! Letters that look alike, that are not seen, and that stand for buildings.

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
