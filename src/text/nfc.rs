//! Canonical composition: `и` + U+0306 becomes `й` (Unicode NFC, UAX #15).

use super::{Census, Sink};
use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();

const MAY_COMPOSE: Census = Census::COMBINING
    .or(Census::GENERAL_PUNCTUATION)
    .or(Census::FOREIGN);

/// Whether `text` is not in NFC.
pub fn should(text: &str, census: Census) -> bool {
    census.has(MAY_COMPOSE) && !NFC.is_normalized(text)
}

/// Writes `text` in NFC.
pub fn apply(text: &str, out: &mut impl Sink) {
    let (clean, rest) = NFC.split_normalized(text);
    out.keep(text, 0..clean.len());
    out.replace(clean.len()..text.len(), &NFC.normalize(rest));
}

#[cfg(test)]
mod tests {
    use super::*;

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
