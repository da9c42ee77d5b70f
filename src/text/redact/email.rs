//! E-mail addresses, by [`class::email`](crate::text::class::email).

use super::{Kind, Span};
use crate::text::class::email;
use memchr::memchr_iter;

/// Pushes every address of `text`.
pub(super) fn find(text: &str, spans: &mut Vec<Span>) {
    let mut from = 0;
    for at in memchr_iter(b'@', text.as_bytes()) {
        if at < from {
            continue;
        }
        if let Some((start, end)) = email::recognise(text, from, at) {
            spans.push(Span {
                range: start..end,
                kind: Kind::Email,
            });
            from = end;
        }
    }
}
