//! Numbers, with decimals and thousands; the short numbers of public services
//! stay as they are, since «109» and «1414» name a service.

use super::digits;

/// Short numbers of emergency and public services in Kazakhstan: 101 fire, 102
/// police, 103 ambulance, 104 gas, 109 the region's call centre, 111 children's
/// rights, 112 rescue, 150 crisis help, 1406 health insurance, 1414 eGov, 1424
/// anti-corruption.
const SERVICES: [&str; 11] = [
    "101", "102", "103", "104", "109", "111", "112", "150", "1406", "1414", "1424",
];

/// The end of the number that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at + digits(bytes, at, usize::MAX - at);
    if end == at {
        return None;
    }
    loop {
        let grouped = match bytes.get(end) {
            Some(b'.' | b',') => digits(bytes, end + 1, usize::MAX - end - 1),
            Some(b' ') if end - at <= 3 || bytes[at..end].contains(&b' ') => {
                match digits(bytes, end + 1, 4) {
                    3 => 3,
                    _ => 0,
                }
            }
            _ => 0,
        };
        if grouped == 0 {
            return Some(end);
        }
        end += 1 + grouped;
    }
}

/// Whether `number` is the short number of a public service.
pub fn is_service(number: &str) -> bool {
    SERVICES.contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_and_thousands_are_one_number() {
        for text in ["5", "2024", "1,5", "12.75", "1 000 000", "52 056"] {
            assert_eq!(recognise(text, 0), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn a_number_ends_where_the_next_word_begins() {
        assert_eq!(recognise("15а", 0), Some(2));
        assert_eq!(recognise("15, 16", 0), Some(2));
        assert_eq!(recognise("2024 12", 0), Some(4));
        assert_eq!(recognise("а", 0), None);
    }

    #[test]
    fn services_are_known() {
        assert!(is_service("109") && is_service("1414") && !is_service("15"));
    }
}
