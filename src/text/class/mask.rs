//! Marks that redaction leaves in place of personal data, ours and those of
//! others: `[PHONE]`, `[NAME]`, `[URL]`.

/// The marks, in lower case, and the class word of each.
const MARKS: [(&str, &str); 13] = [
    ("[phone]", "PHONE"),
    ("[email]", "EMAIL"),
    ("[url]", "LINK"),
    ("[link]", "LINK"),
    ("[profile]", "MENTION"),
    ("[name]", "NAME"),
    ("[iin]", "NUMBER"),
    ("[bin]", "NUMBER"),
    ("[card]", "NUMBER"),
    ("[iban]", "NUMBER"),
    ("[plate]", "NUMBER"),
    ("[document]", "NUMBER"),
    ("[flat]", "NUMBER"),
];

/// The end and the class word of the mark that starts at byte `at`.
pub fn recognise(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let found = MARKS.iter().find(|(mark, _)| text[at..].starts_with(mark));
    found.map(|(mark, word)| (at + mark.len(), *word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::redact::Kind;

    #[test]
    fn every_mark_of_redaction_is_known() {
        for kind in Kind::ALL {
            let mark = kind.mark().to_lowercase();
            let end = recognise(&mark, 0).map(|(end, _)| end);
            assert_eq!(end, Some(mark.len()), "{mark}");
        }
        assert_eq!(recognise("[сноска]", 0), None);
    }
}
