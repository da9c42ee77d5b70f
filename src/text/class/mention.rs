//! Mentions: `@name` and the `[id123|Name]` of a well-known network's exports.

/// No user name is longer.
const LONGEST: usize = 64;

/// The end of the mention that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    match rest[0] {
        b'@' => {
            let name = rest[1..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
                .count();
            let name = text[at + 1..at + 1 + name].trim_end_matches('.').len();
            (1..=LONGEST).contains(&name).then_some(at + 1 + name)
        }
        b'[' => {
            let id = rest[1..]
                .strip_prefix(b"id")
                .or_else(|| rest[1..].strip_prefix(b"club"))?;
            let number = id.iter().take_while(|b| b.is_ascii_digit()).count();
            if number == 0 || id.get(number) != Some(&b'|') {
                return None;
            }
            let close = rest.iter().take(4 * LONGEST).position(|b| *b == b']')?;
            Some(at + close + 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        assert_eq!(recognise("@akimat_109. да", 0), Some(11));
        assert_eq!(
            recognise("[id12345|имя фамилия], да", 0),
            Some("[id12345|имя фамилия]".len())
        );
        assert_eq!(recognise("[club7|группа]", 0), Some("[club7|группа]".len()));
    }

    #[test]
    fn not_every_sign() {
        for text in ["@", "@ имя", "[id|x]", "[1]", "[id5 x]", "[id5|x"] {
            assert_eq!(recognise(text, 0), None, "{text}");
        }
    }
}
