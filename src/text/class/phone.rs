//! Telephone numbers as they are written in Kazakhstan and Russia: `+7` or
//! `8` and ten digits, ten digits from `7`, `(code) number`, and local numbers
//! in groups with hyphens (`5-12-34`, `41-22-33`, `241-22-33`).

use super::{digits, no_digit};

/// The end of the phone number that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at > 0 && (bytes[at - 1].is_ascii_digit() || bytes[at - 1] == b'+') {
        return None;
    }
    long(bytes, at).or_else(|| local(bytes, at))
}

/// Numbers with their long-distance code.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let plus = bytes[at] == b'+';
    let opens = plus || bytes[at] == b'(';
    let mut count = 0;
    let mut first = 0;
    let mut end = at + usize::from(opens);
    let mut separators = 0;
    let mut grouped = opens;
    for (i, b) in bytes.iter().enumerate().skip(end).take(32) {
        match b {
            b'0'..=b'9' => {
                if count == 0 {
                    first = *b;
                }
                count += 1;
                separators = 0;
                end = i + 1;
                let complete = match first {
                    b'8' | b'7' if bytes[at] != b'(' => 11,
                    _ => 10,
                };
                if count == complete {
                    break;
                }
            }
            b' ' | b'-' | b'(' | b')' if separators < 3 && count > 0 => {
                separators += 1;
                grouped = true;
            }
            _ => break,
        }
    }
    let complete = match first {
        b'7' | b'8' => count == 11 || count == 10 && (first == b'7' || bytes[at] == b'('),
        _ => count == 10 && grouped,
    };
    (complete && no_digit(bytes, end)).then_some(end)
}

/// City numbers: groups of 1 to 3, 2 and 2 digits joined by hyphens.
fn local(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at + digits(bytes, at, 4);
    if !(1..=3).contains(&(end - at)) {
        return None;
    }
    for _ in 0..2 {
        if bytes.get(end) != Some(&b'-') || digits(bytes, end + 1, 3) != 2 {
            return None;
        }
        end += 3;
    }
    (no_digit(bytes, end) && bytes.get(end) != Some(&b'-')).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_one() {
        for text in [
            "+77011234567",
            "+7 (701) 123-45-67",
            "8 701 123 45 67",
            "8-701-123-45-67",
            "87011234567",
            "7011234567",
            "(7172) 12-34-56",
            "241-22-33",
            "5-12-34",
        ] {
            assert_eq!(recognise(text, 0), Some(text.len()), "{text}");
            let followed = format!("{text}, 12 үй");
            assert_eq!(recognise(&followed, 0), Some(text.len()), "{followed}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "123456",
            "2024",
            "1 000 000",
            "12-34",
            "123456789012",
            "15-20",
            "(5) дом",
            "+",
            "+5",
        ] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
    }
}
