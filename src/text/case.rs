//! Lower case.

use super::{Census, Sink};

/// Whether `text` has anything that is not lower case already.
pub fn should(text: &str, _census: Census) -> bool {
    text.chars().any(|c| !is_lower(c))
}

#[inline]
fn is_lower(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => !c.is_ascii_uppercase(),
        'а'..='џ' => true,
        'Ѐ'..='Я' => false,
        // Letters of the historical and Kazakh ranges alternate: even is upper.
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => u32::from(c) % 2 == 1,
        _ => c.to_lowercase().eq([c]),
    }
}

/// Writes `text` in lower case (Unicode's full mapping; `İ` gives a plain `i`,
/// so that a Turkic capital does not leave a combining dot behind).
pub fn apply(text: &str, out: &mut impl Sink) {
    let mut kept = 0;
    let mut letters = [0u8; 4];
    for (at, c) in text.char_indices() {
        if is_lower(c) {
            continue;
        }
        let end = at + c.len_utf8();
        out.keep(text, kept..at);
        kept = end;
        let lower = match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
            'İ' => 'i',
            _ => {
                let mut all = c.to_lowercase();
                match (all.next(), all.next()) {
                    (Some(only), None) => only,
                    _ => {
                        let mut whole = String::new();
                        whole.extend(c.to_lowercase());
                        out.replace(at..end, &whole);
                        continue;
                    }
                }
            }
        };
        out.replace(at..end, lower.encode_utf8(&mut letters));
    }
    out.keep(text, kept..text.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        written(|out| apply(text, out))
    }

    #[test]
    fn lowers_every_alphabet_in_use() {
        assert_eq!(
            applied("СУ ЖОҚ Ә Ғ Қ Ң Ө Ұ Ү Һ І Ё Й"),
            "су жоқ ә ғ қ ң ө ұ ү һ і ё й"
        );
        assert_eq!(applied("SÝ JOQ Ǵ Ń Ó Ú Ş Ğ İ"), "sý joq ǵ ń ó ú ş ğ i");
    }

    #[test]
    fn leaves_lower_case() {
        for text in ["су жоқ", "нет воды 5 — «ё»", "ß", "水"] {
            assert!(!should(text, Census::default()), "{text}");
        }
    }

    #[test]
    fn agrees_with_unicode_on_latin_and_cyrillic() {
        for c in ('\0'..'\u{530}').chain('\u{1E00}'..'\u{2000}') {
            let text = c.to_string();
            if c != 'İ' {
                let want: String = c.to_lowercase().collect();
                assert_eq!(applied(&text), want, "{c:?}");
            }
            assert_eq!(
                should(&text, Census::default()),
                applied(&text) != text,
                "{c:?}"
            );
        }
    }
}
