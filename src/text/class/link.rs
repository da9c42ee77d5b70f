//! Links: `http://…`, `https://…`, `www.…`, `t.me/…`, `wa.me/…`.

use super::scan;

const OPENINGS: [&str; 5] = ["https://", "http://", "www.", "t.me/", "wa.me/"];

/// The end of the link that starts at byte `at`. A full stop or a bracket at
/// its end belongs to the sentence.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let opening = OPENINGS.iter().find(|o| rest.starts_with(**o))?;
    if text[..at].ends_with(scan::is_letter_or_digit) {
        return None;
    }
    let length = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»'))
        .unwrap_or(rest.len());
    let trimmed = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
    (trimmed.len() > opening.len()).then_some(at + trimmed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_where_the_sentence_goes_on() {
        assert_eq!(recognise("https://egov.kz/cms?x=1).", 0), Some(23));
        assert_eq!(recognise("www.gov.kz, и", 0), Some(10));
        assert_eq!(recognise("t.me/akim", 0), Some(9));
    }

    #[test]
    fn is_not_any_word() {
        for text in ["http", "https:// x", "whatsapp", "www", "t.e."] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
        assert_eq!(recognise("awww.x", 1), None);
    }
}
