//! Times of day: `8:05`, `18:30`, `18:30:00`.

use super::{digits, no_digit};

/// The end of the time that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let hours = digits(bytes, at, 3);
    if !(1..=2).contains(&hours) || text[at..at + hours].parse::<u8>().ok()? > 24 {
        return None;
    }
    let mut end = at + hours;
    for _ in 0..2 {
        if bytes.get(end) == Some(&b':')
            && matches!(bytes.get(end + 1), Some(b'0'..=b'5'))
            && digits(bytes, end + 1, 3) == 2
        {
            end += 3;
        }
    }
    (end > at + hours && no_digit(bytes, end)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_minutes_seconds() {
        for text in ["8:05", "18:30", "18:30:59", "00:00"] {
            assert_eq!(recognise(text, 0), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn scores_and_ratios_are_none() {
        for text in ["25:00", "1:2", "18:60", "18", "100:30"] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
    }
}
