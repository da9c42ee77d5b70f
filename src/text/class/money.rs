//! Sums of money: a number, perhaps a word for thousands or millions, and a
//! currency («5 000 тг», «1,5 млн теңгеге», «$100»).

use super::{number, scan};

/// Words between the number and the currency, as they begin.
const MULTIPLIERS: [&str; 9] = [
    "тыс",
    "мың",
    "мын",
    "млн",
    "миллион",
    "млрд",
    "миллиард",
    "трлн",
    "к ",
];

/// Currencies that are whole words or signs.
const WORDS: [&str; 12] = [
    "тг", "тнг", "₸", "$", "€", "₽", "руб", "р", "usd", "kzt", "tg", "tenge",
];

/// Currencies as they begin, whatever their ending.
const STEMS: [&str; 8] = [
    "тенге",
    "теңге",
    "тенг",
    "рубл",
    "доллар",
    "евро",
    "коп",
    "тиын",
];

/// The end of the sum that starts at byte `at`, in lower case.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    if matches!(text.as_bytes()[at], b'$') {
        return number::recognise(text, at + 1);
    }
    let end = number::recognise(text, at)?;
    let after = skip_spaces(text, end);
    if let Some(end) = currency(text, after) {
        return Some(end);
    }
    let multiplied = MULTIPLIERS.iter().any(|m| text[after..].starts_with(m));
    if !multiplied {
        return None;
    }
    let word = word_end(text, after);
    let full_stop = usize::from(text[word..].starts_with('.'));
    currency(text, skip_spaces(text, word + full_stop))
}

fn currency(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if let Some(sign) = rest.chars().next().filter(|c| "₸$€₽".contains(*c)) {
        return Some(at + sign.len_utf8());
    }
    let end = word_end(text, at);
    let word = &text[at..end];
    let known = WORDS.contains(&word) || STEMS.iter().any(|stem| word.starts_with(stem));
    known.then_some(end)
}

fn word_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let length = rest.find(|c: char| !scan::is_letter(c));
    at + length.unwrap_or(rest.len())
}

fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches([' ', '-']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_one() {
        for text in [
            "5000 тг",
            "5 000тг",
            "1,5 млн теңгеге",
            "120 тыс. тенге",
            "300 мың теңге",
            "50 ₸",
            "100$",
            "$100",
            "700 рублей",
            "90 руб",
        ] {
            assert_eq!(recognise(text, 0), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "5 домов",
            "300 мың адам",
            "10 радиаторов",
            "5",
            "109 тғ",
            "5.",
        ] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
    }
}
