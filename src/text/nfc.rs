//! Canonical composition: `и` + U+0306 becomes `й` (Unicode NFC, UAX #15).

use super::{Census, Sink, scan};
use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();

const MAY_COMPOSE: Census = Census::COMBINING
    .or(Census::GENERAL_PUNCTUATION)
    .or(Census::FOREIGN);

/// Whether `text` is not in NFC.
pub fn should(text: &str, census: Census) -> bool {
    census.has(MAY_COMPOSE) && has_odd(text.as_bytes()) && !NFC.is_normalized(text)
}

/// Whether anything occurs that NFC may change. Latin, Cyrillic, dashes,
/// quotation marks, dots, joiners, `№` and emoji are what it makes of them.
fn has_odd(bytes: &[u8]) -> bool {
    let rare = |a: u8, _| (0xCA..0xD0).contains(&a) | (a > 0xD4);
    scan::hits(bytes, rare).any(|at| {
        !matches!(
            bytes[at..],
            [0xE2, 0x80, 0x82..=0xBF, ..]
                | [0xE2, 0x84, 0x96, ..]
                | [0xEF, 0xB8, 0x8F, ..]
                | [0xF0, 0x9F, ..]
        )
    })
}

/// Writes `text` in NFC, cluster by cluster, so that each leads back to what it
/// was typed as.
pub fn apply(text: &str, out: &mut impl Sink) {
    let (clean, _) = NFC.split_normalized(text);
    let mut kept = 0;
    let mut start = clean.len();
    let mut letters = [0; 4];
    while start < text.len() {
        let end = cluster_end(text, start);
        let cluster = &text[start..end];
        if !NFC.is_normalized(cluster) {
            out.keep(text, kept..start);
            for c in NFC.normalize_iter(cluster.chars()) {
                out.replace(start..end, c.encode_utf8(&mut letters));
            }
            kept = end;
        }
        start = end;
    }
    out.keep(text, kept..text.len());
}

/// Where the next letter stands that never joins the one before it.
fn cluster_end(text: &str, start: usize) -> usize {
    let mut chars = text[start..].char_indices().skip(1);
    let next = chars.find(
        |(_, c)| matches!(c, '\0'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}'),
    );
    next.map_or(text.len(), |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_every_character_that_changes() {
        for c in '\0'..=char::MAX {
            let text = format!("да{c}");
            assert_eq!(
                should(&text, Census::of(&text)),
                !NFC.is_normalized(&text),
                "{c:?}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn gives_what_unicode_gives(text in "([а-яa-z ]|[\u{300}-\u{345}]|[\u{620}-\u{660}]|\\PC){0,30}") {
            let whole = NFC.normalize(&text);
            let clean = whole == *text;
            proptest::prop_assert_eq!(should(&text, Census::of(&text)), !clean);
            proptest::prop_assert_eq!(crate::text::sink::written(|out| apply(&text, out)), whole);
        }
    }

    #[test]
    fn changes_decomposed_letters() {
        let text = "мои\u{306} е\u{308}лка";
        assert!(should(text, Census::of(text)));
        let mut out = String::new();
        apply(text, &mut out);
        assert_eq!(out, "мой ёлка");
    }

    #[test]
    fn leaves_composed_text() {
        for text in ["мой ёлка — жоқ", "á ǵ ń ý", "🙏", ""] {
            assert!(!should(text, Census::of(text)), "{text:?}");
        }
    }
}
