//! Lower case.

use super::{Census, Sink, scan};

/// Whether `text` has anything that is not lower case already.
pub fn should(text: &str, _census: Census) -> bool {
    next_capital(text, &mut scan::hits(text.as_bytes(), may_be_capital), 0).is_some()
}

/// Where the next letter that is not in lower case stands, among the places
/// that `hits` still has.
fn next_capital(text: &str, hits: &mut impl Iterator<Item = usize>, from: usize) -> Option<usize> {
    let is_capital = |at: usize| text[at..].chars().next().is_some_and(|c| !is_lower(c));
    hits.find(|at| *at >= from && is_capital(*at))
}

/// Whether a capital can begin with these two bytes: А to Я and the letters
/// before them; of the Kazakh letters, which alternate, the even ones; any
/// letter of other alphabets.
#[inline]
fn may_be_capital(a: u8, b: u8) -> bool {
    (a.wrapping_sub(b'A') < 26)
        | ((a == 0xD0) & (b < 0xB0))
        | ((a == 0xD1) & (b >= 0xA0))
        | ((0xD2..=0xD4).contains(&a) & ((b & 1 == 0) | (b < 0x90)))
        | (0xC3..0xD0).contains(&a)
        | (a > 0xD4)
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

/// Writes `text` in lower case: Unicode's full mapping, but for the Latin i.
/// `İ` gives a plain `i`, and in a text that has `İ` or `ı`, `I` is the capital
/// of `ı`.
pub fn apply(text: &str, out: &mut impl Sink) {
    let turkic = tells_i_apart(text.as_bytes());
    let mut hits = scan::hits(text.as_bytes(), may_be_capital);
    let mut kept = 0;
    let mut letters = [0u8; 4];
    while let Some(start) = next_capital(text, &mut hits, kept) {
        out.keep(text, kept..start);
        kept = start;
        // Capitals come in words.
        for c in text[start..].chars().take_while(|c| !is_lower(*c)) {
            let lower = match c {
                'I' if turkic => 'ı',
                'A'..='Z' => c.to_ascii_lowercase(),
                'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
                // The only letter whose lower case is two characters is İ.
                _ => c.to_lowercase().next().unwrap_or(c),
            };
            let end = kept + c.len_utf8();
            out.replace(kept..end, lower.encode_utf8(&mut letters));
            kept = end;
        }
    }
    out.keep(text, kept..text.len());
}

/// Whether a text has `İ` or `ı`.
fn tells_i_apart(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC4, bytes).any(|at| matches!(bytes.get(at + 1), Some(0xB0 | 0xB1)))
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
        assert_eq!(applied("SÝ JOQ Ǵ Ń Ó Ú Ş Ğ"), "sý joq ǵ ń ó ú ş ğ");
    }

    #[test]
    fn a_dotless_i_is_one_where_the_text_knows_it() {
        assert_eq!(applied("INIM KELDI, İSI BAR"), "ınım keldı, isı bar");
        assert_eq!(applied("AUYLDIŃ Isı"), "auyldıń ısı");
        assert_eq!(applied("BIZDIN AUYL"), "bizdin auyl");
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
