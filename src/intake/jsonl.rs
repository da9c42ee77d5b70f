//! JSON Lines, line by line, in bounded memory.

use super::chunk::{Chunk, Fault};
use super::csv::LONGEST_ROW;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

/// Reads lines; blank ones are passed over.
pub(super) struct JsonRows {
    input: BufReader<Box<dyn Read + Send>>,
    line: Vec<u8>,
    number: u64,
}

impl JsonRows {
    pub fn new(input: Box<dyn Read + Send>) -> JsonRows {
        JsonRows {
            input: BufReader::with_capacity(1 << 16, input),
            line: Vec::new(),
            number: 0,
        }
    }

    /// Puts the next line into a chunk; `false` at the end of the input.
    pub fn next(&mut self, row: u64, chunk: &mut Chunk) -> std::io::Result<bool> {
        loop {
            self.line.clear();
            let mut length = 0u64;
            let mut ended = false;
            while !ended {
                let bytes = self.input.fill_buf()?;
                if bytes.is_empty() {
                    break;
                }
                let end = memchr::memchr(b'\n', bytes);
                ended = end.is_some();
                let count = end.map_or(bytes.len(), |end| end + 1);
                length += count as u64;
                if length <= LONGEST_ROW as u64 {
                    self.line.extend_from_slice(&bytes[..count]);
                }
                self.input.consume(count);
            }
            if length == 0 {
                return Ok(false);
            }
            self.number += 1;
            let line = self.line.trim_ascii();
            if length > LONGEST_ROW as u64 {
                chunk.push_faulty(row, self.number, Fault::TooLong(length));
            } else if line.is_empty() {
                continue;
            } else {
                chunk.push(row, self.number, line, &[line.len()]);
            }
            return Ok(true);
        }
    }
}

/// The members of a JSON object, in order, their values as they are written.
///
/// # Errors
/// What is wrong with the line; the message may quote it.
pub fn members(line: &[u8]) -> Result<Vec<(Cow<'_, str>, &RawValue)>, serde_json::Error> {
    struct Members;
    impl<'de> serde::de::Visitor<'de> for Members {
        type Value = Vec<(Cow<'de, str>, &'de RawValue)>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a JSON object")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(
            self,
            mut map: A,
        ) -> Result<Self::Value, A::Error> {
            let mut members: Self::Value = Vec::new();
            let mut seen = HashSet::new();
            while let Some((Name(name), value)) = map.next_entry::<Name<'de>, &RawValue>()? {
                if !seen.insert(name.clone()) {
                    return Err(serde::de::Error::custom("a name stands twice"));
                }
                members.push((name, value));
            }
            Ok(members)
        }
    }
    let mut deserializer = serde_json::Deserializer::from_slice(line);
    let members = serde::de::Deserializer::deserialize_map(&mut deserializer, Members)?;
    deserializer.end()?;
    Ok(members)
}

#[derive(serde::Deserialize, PartialEq, Eq, Hash)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// The text of a value: a string's content, nothing for null, JSON otherwise.
/// Half a surrogate pair, which exports leave where they cut an emoji in two,
/// becomes U+FFFD.
pub fn text_of(value: &RawValue) -> Cow<'_, str> {
    match value.get() {
        "null" => Cow::Borrowed(""),
        json if json.starts_with('"') => {
            serde_json::from_str::<Lossy<'_>>(json).map_or(Cow::Borrowed(json), |Lossy(text)| text)
        }
        json => Cow::Borrowed(json),
    }
}

/// A string that may hold half a surrogate pair; borrowed where it has no
/// escapes.
struct Lossy<'a>(Cow<'a, str>);

impl<'de> serde::Deserialize<'de> for Lossy<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lossy<'de>, D::Error> {
        struct Text;
        impl<'de> serde::de::Visitor<'de> for Text {
            type Value = Lossy<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Lossy<'de>, E> {
                Ok(Lossy(String::from_utf8_lossy(bytes)))
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Lossy<'de>, E> {
                Ok(Lossy(String::from_utf8_lossy(bytes).into_owned().into()))
            }
        }
        // serde_json gives a string's bytes without asking for whole pairs.
        deserializer.deserialize_bytes(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_members() {
        let text = "{\"text\": \"су \\\"жоқ\\\"\", \"n\": 1.50}\n\n  {\"text\": null}\r\n";
        let mut rows = JsonRows::new(Box::new(text.as_bytes()));
        let mut chunk = Chunk::default();
        while rows.next(1, &mut chunk).unwrap() {}
        let rows: Vec<_> = chunk.rows().collect();
        assert_eq!((rows.len(), rows[1].line()), (2, 3));
        let first = members(rows[0].field(0).unwrap()).unwrap();
        assert_eq!(first[0].0, "text");
        assert_eq!(text_of(first[0].1), "су \"жоқ\"");
        assert_eq!(text_of(first[1].1), "1.50");
        let second = members(rows[1].field(0).unwrap()).unwrap();
        assert_eq!(text_of(second[0].1), "");
    }

    #[test]
    fn half_an_emoji_spoils_no_text() {
        let line = br#"{"text": "\u041d\u0435\u0442 \ud83d"}"#;
        let members = members(line).unwrap();
        let text = text_of(members[0].1);
        assert!(text.starts_with("Нет \u{fffd}"), "{text}");
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        for line in ["[1]", "{", "{\"a\":1} x", "\"a\"", "", "{\"a\":1,\"a\":2}"] {
            assert!(members(line.as_bytes()).is_err(), "{line}");
        }
    }
}
