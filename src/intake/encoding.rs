//! The encoding of a file: found out from its first bytes, turned into UTF-8.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251};
use encoding_rs_io::DecodeReaderBytesBuilder;
use serde::{Deserialize, Serialize};
use std::io::{self, Read};

/// The encodings that exports come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[cfg_attr(feature = "cli", value(name = "utf-8"))]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, little-endian.
    #[cfg_attr(feature = "cli", value(name = "utf-16le"))]
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big-endian.
    #[cfg_attr(feature = "cli", value(name = "utf-16be"))]
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1251: Russian without Kazakh letters.
    #[cfg_attr(feature = "cli", value(name = "windows-1251"))]
    #[serde(rename = "windows-1251")]
    Windows1251,
    /// KZ-1048 (ST RK 1048-2002): Windows-1251 with the Kazakh letters.
    #[cfg_attr(feature = "cli", value(name = "kz-1048"))]
    #[serde(rename = "kz-1048")]
    Kz1048,
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1251 => "Windows-1251",
            Encoding::Kz1048 => "KZ-1048",
        }
    }

    /// Guesses the encoding of a file that begins with `sample`; `whole` says
    /// that nothing comes after it.
    #[must_use]
    pub fn guess(sample: &[u8], whole: bool) -> Encoding {
        match sample {
            [0xEF, 0xBB, 0xBF, ..] => return Encoding::Utf8,
            [0xFF, 0xFE, ..] => return Encoding::Utf16Le,
            [0xFE, 0xFF, ..] => return Encoding::Utf16Be,
            _ => {}
        }
        // Without a mark, UTF-16 shows by the high bytes of its units, which
        // are 0 for ASCII and 4 for Cyrillic, on every other place.
        let high = |from: usize| {
            let units = sample.iter().skip(from).step_by(2);
            units.filter(|b| **b == 0 || **b == 4).count() * 10 > sample.len() / 2 * 9
        };
        if sample.len() >= 4 && sample.contains(&0) {
            if high(1) {
                return Encoding::Utf16Le;
            }
            if high(0) {
                return Encoding::Utf16Be;
            }
        }
        let multibyte = sample.iter().filter(|b| **b >= 0xC0).count();
        let broken = broken_sequences(sample, whole);
        // A few broken sequences are damage; many are another encoding.
        if broken * 20 <= multibyte || broken * 1000 <= sample.len() {
            return Encoding::Utf8;
        }
        // қ and ң, the most frequent letters of Kazakh that Windows-1251 lacks,
        // stand where it has letters of Macedonian.
        let kazakh = sample.iter().filter(|b| matches!(b, 0x9D | 0xBE)).count();
        if kazakh * 200 > multibyte {
            Encoding::Kz1048
        } else {
            Encoding::Windows1251
        }
    }

    /// A reader of UTF-8 over the bytes of a file in this encoding. A byte
    /// order mark is taken off. Bytes of UTF-8 pass as they are: whether they
    /// are valid is seen row by row.
    pub(super) fn decode(self, bytes: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        let label = match self {
            Encoding::Utf8 => return Box::new(SkipMark::new(bytes)),
            Encoding::Kz1048 => return Box::new(Kz1048Reader::new(bytes)),
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1251 => WINDOWS_1251,
        };
        let reader = DecodeReaderBytesBuilder::new()
            .encoding(Some(label))
            .bom_override(true)
            .build(bytes);
        Box::new(reader)
    }
}

/// How many byte sequences of `sample` are not UTF-8.
fn broken_sequences(mut sample: &[u8], whole: bool) -> usize {
    let mut broken = 0;
    while let Err(error) = std::str::from_utf8(sample) {
        match error.error_len() {
            Some(length) => {
                broken += 1;
                sample = &sample[error.valid_up_to() + length..];
            }
            // A character cut off by the end of the sample.
            None => return broken + usize::from(whole),
        }
    }
    broken
}

/// Takes the byte order mark of UTF-8 off.
struct SkipMark<R> {
    inner: R,
    /// The first bytes, where they turned out to be no mark.
    held: Vec<u8>,
    started: bool,
}

impl<R: Read> SkipMark<R> {
    fn new(inner: R) -> SkipMark<R> {
        SkipMark {
            inner,
            held: Vec::new(),
            started: false,
        }
    }
}

impl<R: Read> Read for SkipMark<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !self.started {
            self.started = true;
            self.inner.by_ref().take(3).read_to_end(&mut self.held)?;
            if self.held == [0xEF, 0xBB, 0xBF] {
                self.held.clear();
            }
        }
        if self.held.is_empty() {
            return self.inner.read(out);
        }
        let count = out.len().min(self.held.len());
        out[..count].copy_from_slice(&self.held[..count]);
        self.held.drain(..count);
        Ok(count)
    }
}

/// Where KZ-1048 differs from Windows-1251.
const KZ1048: [(u8, char); 18] = [
    (0x8D, 'Қ'),
    (0x8E, 'Һ'),
    (0x9D, 'қ'),
    (0x9E, 'һ'),
    (0xA1, 'Ұ'),
    (0xA2, 'ұ'),
    (0xA3, 'Ә'),
    (0xA5, 'Ө'),
    (0xAA, 'Ғ'),
    (0xAF, 'Ү'),
    (0xB2, 'І'),
    (0xB3, 'і'),
    (0xB4, 'ө'),
    (0xBA, 'ғ'),
    (0xBC, 'ә'),
    (0xBD, 'Ң'),
    (0xBE, 'ң'),
    (0xBF, 'ү'),
];

/// Turns KZ-1048 into UTF-8; `encoding_rs` knows only the encodings of the web.
struct Kz1048Reader<R> {
    inner: R,
    table: [char; 256],
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Kz1048Reader<R> {
    fn new(inner: R) -> Kz1048Reader<R> {
        let bytes: Vec<u8> = (0..=255).collect();
        let mut table = ['\0'; 256];
        for (slot, c) in table.iter_mut().zip(WINDOWS_1251.decode(&bytes).0.chars()) {
            *slot = c;
        }
        for (byte, c) in KZ1048 {
            table[usize::from(byte)] = c;
        }
        Kz1048Reader {
            inner,
            table,
            ready: Vec::new(),
            given: 0,
        }
    }
}

impl<R: Read> Read for Kz1048Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            let mut bytes = [0; 8192];
            let count = self.inner.read(&mut bytes)?;
            self.ready.clear();
            self.given = 0;
            for byte in &bytes[..count] {
                let c = self.table[usize::from(*byte)];
                self.ready
                    .extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        let count = out.len().min(self.ready.len() - self.given);
        out[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "id;Өтініш мәтіні\n1;Ауылда су жоқ, қашан болады\n2;Нет воды третий день\n";
    const RUSSIAN: &str = "id;Текст обращения\n1;Нет воды третий день\n2;Яма на дороге\n";

    fn kz1048(text: &str) -> Vec<u8> {
        let table = Kz1048Reader::new(&[][..]).table;
        text.chars()
            .map(|c| table.iter().position(|t| *t == c).unwrap() as u8)
            .collect()
    }

    fn utf16(text: &str, mark: bool, little: bool) -> Vec<u8> {
        let units = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16());
        units
            .flat_map(|u| {
                if little {
                    u.to_le_bytes()
                } else {
                    u.to_be_bytes()
                }
            })
            .collect()
    }

    fn round_trip(bytes: Vec<u8>, encoding: Encoding, text: &str) {
        assert_eq!(Encoding::guess(&bytes, true), encoding);
        let mut decoded = String::new();
        encoding
            .decode(Box::new(io::Cursor::new(bytes)))
            .read_to_string(&mut decoded)
            .unwrap();
        assert_eq!(decoded, text);
    }

    #[test]
    fn each_encoding_is_found_out_and_decoded() {
        round_trip(TEXT.into(), Encoding::Utf8, TEXT);
        round_trip(format!("\u{feff}{TEXT}").into(), Encoding::Utf8, TEXT);
        for mark in [true, false] {
            round_trip(utf16(TEXT, mark, true), Encoding::Utf16Le, TEXT);
            round_trip(utf16(TEXT, mark, false), Encoding::Utf16Be, TEXT);
        }
        round_trip(kz1048(TEXT), Encoding::Kz1048, TEXT);
        let russian = WINDOWS_1251.encode(RUSSIAN).0.into_owned();
        round_trip(russian, Encoding::Windows1251, RUSSIAN);
        round_trip(
            b"id,text\n1,su joq\n".into(),
            Encoding::Utf8,
            "id,text\n1,su joq\n",
        );
    }

    #[test]
    fn a_little_damage_is_still_utf8() {
        let mut bytes = TEXT.repeat(20).into_bytes();
        bytes[300] = 0xFF;
        assert_eq!(Encoding::guess(&bytes, true), Encoding::Utf8);
        let cut = &TEXT.as_bytes()[..TEXT.find('ө').unwrap_or(5) + 1];
        assert_eq!(Encoding::guess(cut, false), Encoding::Utf8);
    }

    #[test]
    fn nul_bytes_do_not_make_it_utf16() {
        assert_eq!(
            Encoding::guess("id,text\n1,нет\0воды\n".as_bytes(), true),
            Encoding::Utf8
        );
    }
}
