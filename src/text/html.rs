//! HTML remains: tags become spaces, entities become their characters.
//!
//! Exports of portals carry them («&nbsp;», «<br>», «<p style=…>»).

use super::{Census, Sink};
use memchr::{memchr, memchr2};

/// No tag that a person did not write on purpose is longer; what is longer is
/// a stray `<` in a sentence.
const LONGEST_TAG: usize = 2_000;
/// `&CounterClockwiseContourIntegral;` is the longest named entity.
const LONGEST_ENTITY: usize = 34;

/// Whether `text` may hold a tag or an entity.
pub fn should(_text: &str, census: Census) -> bool {
    census.has(Census::MARKUP)
}

/// Writes `text` with tags replaced by a space and entities decoded.
pub fn apply(text: &str, out: &mut impl Sink) {
    let bytes = text.as_bytes();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = memchr2(b'<', b'&', &bytes[at..]) {
        let start = at + found;
        let end = if bytes[start] == b'<' {
            tag_end(text, start)
        } else {
            None
        };
        if let Some(end) = end {
            out.keep(text, kept..start);
            out.replace(start..end, " ");
            (kept, at) = (end, end);
        } else if let Some(end) = entity_end(bytes, start) {
            let entity = &text[start..end];
            let decoded = html_escape::decode_html_entities(entity);
            if decoded != entity {
                out.keep(text, kept..start);
                out.replace(start..end, &decoded);
                kept = end;
            }
            at = end;
        } else {
            at = start + 1;
        }
    }
    out.keep(text, kept..text.len());
}

/// The end of the tag, comment or script element that opens at `start`.
fn tag_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text.as_bytes()[start..];
    let name = *rest.get(1)?;
    if rest.starts_with(b"<!--") {
        return memchr::memmem::find(rest, b"-->").map(|end| start + end + 3);
    }
    if !(name.is_ascii_alphabetic() || name == b'/' || name == b'!') {
        return None;
    }
    for element in ["script", "style"] {
        let has_name = rest
            .get(1..=element.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(element.as_bytes()));
        if has_name {
            let close = format!("</{element}>");
            let end = rest
                .windows(close.len())
                .position(|w| w.eq_ignore_ascii_case(close.as_bytes()));
            if let Some(end) = end {
                return Some(start + end + close.len());
            }
        }
    }
    let window = &rest[..rest.len().min(LONGEST_TAG)];
    memchr(b'>', window).map(|end| start + end + 1)
}

/// The end of what looks like an entity (`&name;`, `&#123;`) at `start`.
fn entity_end(bytes: &[u8], start: usize) -> Option<usize> {
    if bytes[start] != b'&' {
        return None;
    }
    let window = &bytes[start + 1..bytes.len().min(start + LONGEST_ENTITY)];
    let length = window
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || *b == b'#'))?;
    (length > 0 && window[length] == b';').then_some(start + length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(text: &str) -> String {
        let mut out = String::new();
        apply(text, &mut out);
        out
    }

    #[test]
    fn changes_tags_and_entities() {
        assert_eq!(applied("<p class=\"x\">Нет<br/>воды</p>"), " Нет воды ");
        assert_eq!(
            applied("&laquo;Су&raquo;&nbsp;жоқ &#33;&amp;"),
            "«Су»\u{a0}жоқ !&"
        );
        assert_eq!(applied("а<!-- x > y -->б"), "а б");
        assert_eq!(applied("а<STYLE>p{}</style>б"), "а б");
    }

    #[test]
    fn leaves_sentences_with_signs() {
        for text in [
            "5 < 6 и 7 > 3",
            "Рога & копыта",
            "&nosuchentity; &;",
            "a<",
            "&",
            "<3 люблю",
            "&#;",
        ] {
            assert_eq!(applied(text), text);
        }
    }
}
