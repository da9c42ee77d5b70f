//! E-mail addresses (the part of RFC 5321 that people use).

/// The address around the `@` at byte `at`, as (start, end); it does not
/// reach before byte `from`.
pub fn recognise(text: &str, from: usize, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let before = bytes[from..at]
        .iter()
        .rev()
        .take(64)
        .take_while(|b| local(b))
        .count();
    let after = bytes[at + 1..]
        .iter()
        .take(255)
        .take_while(|b| domain(b))
        .count();
    let host = text[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
    let (name, zone) = host.rsplit_once('.')?;
    let valid = before > 0
        && !name.is_empty()
        && zone.len() >= 2
        && zone.bytes().all(|b| b.is_ascii_alphabetic());
    valid.then_some((at - before, at + 1 + host.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_both_ends() {
        assert_eq!(recognise("пишите a.b-c@mail.kz.", 0, 18), Some((13, 26)));
    }

    #[test]
    fn needs_a_name_and_a_zone() {
        for text in ["@mail.kz", "a@mail", "a@.kz", "a@b.1"] {
            let at = text.find('@').unwrap();
            assert_eq!(recognise(text, 0, at), None, "{text}");
        }
        assert_eq!(recognise("a@b.kz", 1, 1), None);
    }
}
