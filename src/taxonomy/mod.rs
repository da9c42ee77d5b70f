//! The unified classifier: its sections, categories and kinds, with names and
//! definitions in Kazakh, Russian and English and the usual responsible body.
//!
//! The shipped one is `unified.tsv` beside this file. Another can be read from
//! a file of the same form ([`Taxonomy::open`]).

use crate::error::{Error, ErrorKind, Result};
use rust_i18n::t;
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;

/// The languages of names, definitions and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    #[default]
    En,
}

/// A text in the three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Trilingual {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Trilingual {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Kk => &self.kk,
            Tongue::Ru => &self.ru,
            Tongue::En => &self.en,
        }
    }
}

/// What an [`Entry`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A kind of appeal, `complaint` for one.
    Kind,
    /// A section, `water` for one.
    Section,
    /// A category, `water.quality` for one.
    Category,
}

/// One row of the classifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Kind, section or category.
    pub level: Level,
    /// The code; a category's is `section.category`.
    pub code: String,
    /// What it is called.
    pub name: Trilingual,
    /// What belongs to it, and where its neighbours begin. Empty for sections.
    pub definition: Trilingual,
    /// The body that usually answers for it. Empty but for categories.
    pub body: Trilingual,
}

/// A classifier.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Taxonomy {
    entries: Vec<Entry>,
    #[serde(skip)]
    by_code: HashMap<String, usize>,
}

const SHIPPED: &str = include_str!("unified.tsv");

const COLUMNS: [&str; 11] = [
    "level",
    "code",
    "name_kk",
    "name_ru",
    "name_en",
    "definition_kk",
    "definition_ru",
    "definition_en",
    "body_kk",
    "body_ru",
    "body_en",
];

impl Taxonomy {
    /// The unified classifier: 28 sections, 111 categories, the five kinds of
    /// a 109 contact centre.
    ///
    /// # Panics
    /// Never: a test parses the same text.
    #[must_use]
    pub fn shipped() -> Taxonomy {
        Taxonomy::parse(SHIPPED, "unified.tsv").expect("the shipped taxonomy is checked by a test")
    }

    /// Reads a classifier from a tab-separated file of the form of the
    /// shipped one (`qulaq taxonomy` prints it).
    ///
    /// # Errors
    /// [`ErrorKind::Io`], or [`ErrorKind::Taxonomy`] with the line.
    pub fn open(path: impl AsRef<Path>) -> Result<Taxonomy> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|e| Error::io(path, &e))?;
        let name = path.display().to_string();
        let text = String::from_utf8(bytes).map_err(|e| {
            let valid = &e.as_bytes()[..e.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|b| **b == b'\n').count() + 1;
            fault(&name, line, &t!("taxonomy.not_utf8"))
        })?;
        Taxonomy::parse(text.trim_start_matches('\u{feff}'), &name)
    }

    /// Parses the text of a classifier file; `file` is its name in errors.
    ///
    /// # Errors
    /// [`ErrorKind::Taxonomy`] with the line.
    pub fn parse(text: &str, file: &str) -> Result<Taxonomy> {
        let mut lines = text.lines().map(|l| l.trim_end_matches('\r')).enumerate();
        let header = lines.next().map(|(_, line)| line).unwrap_or_default();
        if !header.split('\t').eq(COLUMNS) {
            let columns = COLUMNS.join(", ");
            return Err(fault(file, 1, &t!("taxonomy.header", columns = columns)));
        }
        let mut entries: Vec<Entry> = Vec::new();
        let mut by_code = HashMap::new();
        for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let entry = entry(line).map_err(|reason| fault(file, index + 1, &reason))?;
            if let Some((section, _)) = entry.code.split_once('.') {
                let known = by_code
                    .get(section)
                    .is_some_and(|at: &usize| entries[*at].level == Level::Section);
                if !known {
                    let reason = t!("taxonomy.no_section", code = entry.code, section = section);
                    return Err(fault(file, index + 1, &reason));
                }
            }
            if by_code.insert(entry.code.clone(), entries.len()).is_some() {
                let reason = t!("taxonomy.twice", code = entry.code);
                return Err(fault(file, index + 1, &reason));
            }
            entries.push(entry);
        }
        if !entries.iter().any(|e| e.level == Level::Category) {
            return Err(fault(file, 1, &t!("taxonomy.no_category")));
        }
        Ok(Taxonomy { entries, by_code })
    }

    /// All rows, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The rows of one level.
    pub fn level(&self, level: Level) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.level == level)
    }

    /// The row of a code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Entry> {
        self.by_code.get(code).map(|at| &self.entries[*at])
    }

    /// Whether `code` is a category.
    #[must_use]
    pub fn is_category(&self, code: &str) -> bool {
        self.get(code).is_some_and(|e| e.level == Level::Category)
    }

    /// The name of a code in one language; the code itself where it is unknown.
    #[must_use]
    pub fn name<'t>(&'t self, code: &'t str, tongue: Tongue) -> &'t str {
        self.get(code).map_or(code, |e| e.name.get(tongue))
    }

    /// The classifier as the text of a file that [`Taxonomy::open`] reads.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        let mut text = COLUMNS.join("\t");
        text.push('\n');
        for entry in &self.entries {
            let level = match entry.level {
                Level::Kind => "kind",
                Level::Section => "section",
                Level::Category => "category",
            };
            let cells = [&entry.name, &entry.definition, &entry.body]
                .into_iter()
                .flat_map(|t| [&*t.kk, &*t.ru, &*t.en]);
            let row: Vec<&str> = [level, &entry.code].into_iter().chain(cells).collect();
            text.push_str(&row.join("\t"));
            text.push('\n');
        }
        text
    }
}

/// The section of texts that speak of nothing that a body could act on.
pub const OTHER: &str = "other";

/// The section of a category's code.
#[must_use]
pub fn section_of(category: &str) -> &str {
    category
        .split_once('.')
        .map_or(category, |(section, _)| section)
}

fn fault(file: &str, line: usize, reason: &str) -> Error {
    let message = t!("taxonomy.fault", file = file, line = line, reason = reason);
    Error::new(ErrorKind::Taxonomy, message)
}

/// Parses one row.
fn entry(line: &str) -> std::result::Result<Entry, String> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    if cells.len() != COLUMNS.len() {
        return Err(t!(
            "taxonomy.cells",
            found = cells.len(),
            wanted = COLUMNS.len()
        )
        .into());
    }
    let code = cells[1];
    let (level, dots) = match cells[0] {
        "kind" => (Level::Kind, 0),
        "section" => (Level::Section, 0),
        "category" => (Level::Category, 1),
        other => return Err(t!("taxonomy.level", level = other).into()),
    };
    let fits = !code.is_empty()
        && code.bytes().filter(|b| *b == b'.').count() == dots
        && code.split('.').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        });
    if !fits {
        return Err(t!("taxonomy.code", code = code).into());
    }
    let needed = match level {
        Level::Section => &cells[2..5],
        Level::Kind => &cells[2..8],
        Level::Category => &cells[2..11],
    };
    if let Some(empty) = needed.iter().position(|cell| cell.is_empty()) {
        return Err(t!("taxonomy.empty", column = COLUMNS[2 + empty]).into());
    }
    let trilingual = |from: usize| Trilingual {
        kk: cells[from].into(),
        ru: cells[from + 1].into(),
        en: cells[from + 2].into(),
    };
    Ok(Entry {
        level,
        code: code.into(),
        name: trilingual(2),
        definition: trilingual(5),
        body: trilingual(8),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_classifier_is_whole() {
        let taxonomy = Taxonomy::shipped();
        assert_eq!(taxonomy.level(Level::Section).count(), 28);
        assert_eq!(taxonomy.level(Level::Category).count(), 111);
        assert_eq!(taxonomy.level(Level::Kind).count(), 5);
        assert_eq!(taxonomy.to_tsv(), SHIPPED);
        for section in taxonomy.level(Level::Section) {
            let of = taxonomy
                .level(Level::Category)
                .filter(|c| section_of(&c.code) == section.code);
            assert!(of.count() > 0, "{} has no category", section.code);
        }
    }

    #[test]
    fn definitions_name_only_codes_that_exist_and_the_same_in_three_languages() {
        let taxonomy = Taxonomy::shipped();
        let sections: Vec<&str> = taxonomy.level(Level::Section).map(|s| &*s.code).collect();
        let codes = |text: &str| -> Vec<String> {
            let mut codes: Vec<String> = text
                .split(|c: char| !(c.is_ascii_lowercase() || c == '.' || c == '-'))
                .map(|word| word.trim_end_matches('.'))
                .filter(|word| {
                    word.split_once('.')
                        .is_some_and(|(s, _)| sections.contains(&s))
                })
                .map(str::to_owned)
                .collect();
            codes.sort_unstable();
            codes
        };
        for category in taxonomy.level(Level::Category) {
            let named = codes(&category.definition.en);
            assert_eq!(named, codes(&category.definition.ru), "{}", category.code);
            assert_eq!(named, codes(&category.definition.kk), "{}", category.code);
            for code in named {
                assert!(taxonomy.is_category(&code), "{}: {code}", category.code);
            }
        }
    }

    #[test]
    fn a_damaged_file_is_refused_with_its_line() {
        let line = |number: usize| SHIPPED.lines().nth(number - 1).unwrap();
        for (text, wanted) in [
            (String::new(), "1"),
            (SHIPPED.replacen("level", "lvl", 1), "1"),
            (
                SHIPPED.replacen(line(9), &line(9).replacen('\t', " ", 1), 1),
                "9",
            ),
            (
                SHIPPED.replacen(line(9), &line(9).replacen("category", "categry", 1), 1),
                "9",
            ),
            (SHIPPED.replacen(line(9), line(8), 1), "9"),
            (
                SHIPPED.replacen(line(9), &line(9).replacen("water.", "wtr.", 1), 1),
                "9",
            ),
            (
                SHIPPED.replacen(line(9), &line(9).replacen("water.", "water.X", 1), 1),
                "9",
            ),
        ] {
            let error = Taxonomy::parse(&text, "my.tsv").unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Taxonomy);
            let message = error.to_string();
            assert!(
                message.contains("my.tsv") && message.contains(wanted),
                "{message}"
            );
        }
    }

    #[test]
    fn another_file_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("own.tsv");
        let own = SHIPPED.lines().take(9).collect::<Vec<_>>().join("\r\n");
        std::fs::write(&path, format!("\u{feff}{own}")).unwrap();
        assert!(
            Taxonomy::open(&path)
                .unwrap()
                .level(Level::Category)
                .count()
                >= 1
        );
        std::fs::write(&path, b"level\n\xff").unwrap();
        assert!(Taxonomy::open(&path).unwrap_err().to_string().contains('2'));
        assert_eq!(
            Taxonomy::open(dir.path().join("none")).unwrap_err().kind(),
            ErrorKind::Io
        );
    }
}
