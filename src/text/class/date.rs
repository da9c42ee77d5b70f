//! Dates: `5.11.2024`, `05/11/24`, `2024-11-05`, and a day with the name of a
//! month in either language (`5 мая`, `12 қаңтарда`).

use super::{digits, no_digit, scan};

/// Stems of the months' names, January to December, Russian and Kazakh (the
/// latter also as typed without Kazakh letters), lower case.
const MONTHS: [&str; 35] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "мая",
    "май",
    "июн",
    "июл",
    "август",
    "сентяб",
    "октяб",
    "нояб",
    "декаб",
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
    "кантар",
    "акпан",
    "сауир",
    "сәуир",
    "шилде",
    "кыркуйек",
    "казан",
    "караша",
    "желтоксан",
    "қыркуйек",
];

/// The end of the date that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    if at > 0 && text.as_bytes()[at - 1].is_ascii_digit() {
        return None;
    }
    numeric(text.as_bytes(), at).or_else(|| named(text, at))
}

fn numeric(bytes: &[u8], at: usize) -> Option<usize> {
    let first = digits(bytes, at, 5);
    let separator = *bytes.get(at + first)?;
    if !matches!(separator, b'.' | b'/' | b'-') {
        return None;
    }
    let second_at = at + first + 1;
    let second = digits(bytes, second_at, 3);
    let third_at = second_at + second + 1;
    if bytes.get(third_at - 1) != Some(&separator) {
        return None;
    }
    let third = digits(bytes, third_at, 5);
    let value = |from: usize, length: usize| {
        bytes[from..from + length]
            .iter()
            .fold(0u16, |n, b| n * 10 + u16::from(b - b'0'))
    };
    let fits = match (first, second, third) {
        (1 | 2, 1 | 2, 4) => true,
        // Three pairs joined by hyphens are a phone number.
        (1 | 2, 1 | 2, 2) => separator != b'-',
        (4, 1 | 2, 1 | 2) => true,
        _ => false,
    };
    if !fits {
        return None;
    }
    let (day, month) = match first {
        4 => (value(third_at, third), value(second_at, second)),
        _ => (value(at, first), value(second_at, second)),
    };
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month)
        || (1..=12).contains(&day) && (1..=31).contains(&month);
    let end = third_at + third;
    (plausible && no_digit(bytes, end)).then_some(end)
}

fn named(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let day = digits(bytes, at, 3);
    if !(1..=2).contains(&day) || !(1..=31).contains(&text[at..at + day].parse::<u8>().ok()?) {
        return None;
    }
    let rest = text[at + day..].trim_start_matches([' ', '-']);
    MONTHS.iter().find(|month| rest.starts_with(**month))?;
    let word = rest
        .find(|c: char| !scan::is_letter(c))
        .unwrap_or(rest.len());
    Some(text.len() - rest.len() + word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_one() {
        for text in [
            "5.11.2024",
            "05/11/24",
            "2024-11-05",
            "11/25/2024",
            "5 мая",
            "12 қаңтарда",
            "1 желтоксаннан",
            "31 декабря",
        ] {
            assert_eq!(recognise(text, 0), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "45.99.2024",
            "1.2",
            "12.5",
            "5 домов",
            "41-22-33",
            "2024",
            "32 мая",
            "5",
        ] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
    }
}
