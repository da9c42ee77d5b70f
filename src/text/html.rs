//! HTML remains: tags become spaces, entities become their characters.
//!
//! Exports of portals carry them (`&nbsp;`, `<br>`, `<p style=…>`).

use super::{Census, Sink};
use memchr::{memchr, memchr2, memmem};

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
    let mut tags = Tags::default();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = memchr2(b'<', b'&', &bytes[at..]) {
        let start = at + found;
        let end = if bytes[start] == b'<' {
            tags.end(text, start)
        } else {
            None
        };
        if let Some(end) = end {
            out.keep(text, kept..start);
            out.replace(start..end, " ");
            (kept, at) = (end, end);
        } else if let Some(end) = entity_end(bytes, start) {
            let entity = &text[start..end];
            let mut decoded = [0; 2 * LONGEST_ENTITY];
            if let Some(decoded) = decode(entity, &mut decoded) {
                out.keep(text, kept..start);
                out.replace(start..end, decoded);
                kept = end;
            }
            at = end;
        } else {
            at = start + 1;
        }
    }
    out.keep(text, kept..text.len());
}

/// What an entity stands for, written to `buffer`; `None` where it is none.
fn decode<'b>(entity: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    let length = buffer.len();
    let mut rest = &mut *buffer;
    html_escape::decode_html_entities_to_writer(entity, &mut rest).ok()?;
    let written = length - rest.len();
    let decoded = std::str::from_utf8(&buffer[..written]).ok()?;
    (decoded != entity).then_some(decoded)
}

/// Finds where tags end. What closes a comment or a script is searched for
/// through all the rest of the text, so a search that failed is remembered:
/// it would fail from any later place as well.
#[derive(Default)]
struct Tags {
    no_comment_end: bool,
    no_script_end: bool,
    no_style_end: bool,
}

impl Tags {
    /// The end of the tag, comment or script element that opens at `start`.
    fn end(&mut self, text: &str, start: usize) -> Option<usize> {
        let rest = &text.as_bytes()[start..];
        let name = *rest.get(1)?;
        if rest.starts_with(b"<!--") && !self.no_comment_end {
            let end = memmem::find(rest, b"-->");
            self.no_comment_end = end.is_none();
            return end.map(|end| start + end + 3);
        }
        if !(name.is_ascii_alphabetic() || name == b'/' || name == b'!') {
            return None;
        }
        for (element, none) in [
            ("</script>", &mut self.no_script_end),
            ("</style>", &mut self.no_style_end),
        ] {
            if !*none && opens(rest, &element[2..element.len() - 1]) {
                let end = rest
                    .windows(element.len())
                    .position(|w| w.eq_ignore_ascii_case(element.as_bytes()));
                *none = end.is_none();
                if let Some(end) = end {
                    return Some(start + end + element.len());
                }
            }
        }
        let window = &rest[..rest.len().min(LONGEST_TAG)];
        memchr(b'>', window).map(|end| start + end + 1)
    }
}

/// Whether a tag of this name opens here.
fn opens(rest: &[u8], name: &str) -> bool {
    rest.get(1..=name.len())
        .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        && rest
            .get(name.len() + 1)
            .is_none_or(|b| !b.is_ascii_alphanumeric())
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
    use crate::text::sink::written;

    fn applied(text: &str) -> String {
        written(|out| apply(text, out))
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
    fn what_is_opened_a_million_times_and_never_closed_is_read_once() {
        let start = std::time::Instant::now();
        for tag in ["<script ", "<!--", "<style>", "<", "&", "<p "] {
            applied(&tag.repeat(1 << 20));
        }
        // Quadratic, it would take hours.
        assert!(start.elapsed().as_secs() < 60);
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
