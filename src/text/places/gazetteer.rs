//! The list of units, and the index from words to them.

use super::hash::{Stem, Table};
use super::lexicon;
use super::name::{self, Word};
use super::ordinary::{self, Ordinary};
use super::unit::{Code, Level, Unit};
use crate::error::{Error, ErrorKind, Result};
use crate::taxonomy::Trilingual;
use rust_i18n::t;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const BUILT_IN: &str = include_str!("../../../corpora/gazetteer/kato.tsv");
const COLUMNS: [&str; 7] = ["code", "level", "parent", "kk", "ru", "en", "aliases"];

/// Units with the names they go by.
///
/// ```
/// use qulaq::text::places::{Gazetteer, Scratch};
///
/// let mut scratch = Scratch::default();
/// let gazetteer = Gazetteer::built_in();
/// let place = gazetteer.best("Сайрам ауданында екі күн жарық жоқ", None, &mut scratch);
/// assert_eq!(place.map(|unit| unit.code.to_string()), Some("615200000".into()));
/// ```
#[derive(Debug, Clone)]
pub struct Gazetteer {
    /// By code.
    pub(super) units: Vec<Unit>,
    /// Whether the built-in table has the unit of that number.
    pub(super) known: Vec<bool>,
    pub(super) names: Vec<Name>,
    /// From the stems of first words to names, and of type words to labels.
    table: Table,
    pub(super) labels: Vec<(lexicon::Kind, lexicon::Side, super::endings::Paradigms)>,
}

/// A name and the units that bear it.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub words: Vec<Word>,
    /// Numbers of units, ascending.
    pub units: Vec<u32>,
    pub ordinary: Option<Ordinary>,
    /// Whether only villages bear it that the built-in table does not have.
    pub minor: bool,
}

/// What a posting of the table stands for.
pub(super) enum Posting {
    Name(u32),
    Label(u32),
}

/// The bit that tells labels from names.
const LABEL: u32 = 1 << 31;

static SHIPPED: LazyLock<Gazetteer> = LazyLock::new(|| {
    let units = parse(BUILT_IN, "kato.tsv").expect("the built-in gazetteer is checked by a test");
    Gazetteer::new(units)
});

impl Gazetteer {
    /// The regions, cities, districts and district centres of Kazakhstan.
    ///
    /// # Panics
    /// Never: a test parses the same text.
    #[must_use]
    pub fn built_in() -> &'static Gazetteer {
        &SHIPPED
    }

    /// The built-in units and those of a full KATO table: a CSV file with the
    /// columns `kato`, `level` (`oblast`, `district`, `sub_district`,
    /// `settlement`), `name_ru`, `name_kk`, and perhaps `type_code`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`], or [`ErrorKind::Input`] with file, row and column.
    #[cfg(feature = "intake")]
    pub fn open(path: impl AsRef<std::path::Path>) -> Result<Gazetteer> {
        let mut units = parse(BUILT_IN, "kato.tsv")?;
        super::kato::read(path.as_ref(), &mut units)?;
        Ok(Gazetteer::new(units))
    }

    fn new(entries: BTreeMap<Code, Entry>) -> Gazetteer {
        let mut by_words: BTreeMap<Vec<Word>, (Vec<String>, Vec<u32>)> = BTreeMap::new();
        let mut units = Vec::with_capacity(entries.len());
        let mut known = Vec::with_capacity(entries.len());
        for (number, entry) in (0u32..).zip(entries.into_values()) {
            for words in entry.names {
                let stems: Vec<Word> = words.iter().map(|word| name::stems(word)).collect();
                let (_, bearers) = by_words.entry(stems).or_insert((words, Vec::new()));
                bearers.push(number);
            }
            known.push(entry.known);
            units.push(entry.unit);
        }
        let mut pairs = Vec::new();
        let mut names = Vec::with_capacity(by_words.len());
        for (words, (spelled, mut bearers)) in by_words {
            bearers.dedup();
            for (stem, _) in words.first().into_iter().flatten() {
                if *stem != Stem::EMPTY {
                    pairs.push((*stem, names.len() as u32));
                }
            }
            names.push(Name {
                ordinary: ordinary::of(&spelled),
                minor: !bearers
                    .iter()
                    .any(|unit| known.get(*unit as usize) == Some(&true)),
                words,
                units: bearers,
            });
        }
        for (stem, number) in lexicon::stems().zip(0u32..) {
            pairs.push((stem, number | LABEL));
        }
        Gazetteer {
            units,
            known,
            names,
            table: Table::new(pairs),
            labels: lexicon::table(),
        }
    }

    /// The units, by code.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit of a code.
    #[must_use]
    pub fn unit(&self, code: Code) -> Option<&Unit> {
        let at = self.units.binary_search_by_key(&code, |unit| unit.code);
        at.ok().and_then(|at| self.units.get(at))
    }

    /// What begins with `stem`.
    #[inline]
    pub(super) fn postings(&self, stem: Stem) -> impl Iterator<Item = Posting> {
        self.table.get(stem).iter().map(|item| match item & LABEL {
            0 => Posting::Name(*item),
            _ => Posting::Label(item & !LABEL),
        })
    }
}

/// A unit and the words of its names.
pub(super) struct Entry {
    pub unit: Unit,
    pub names: Vec<Vec<String>>,
    /// Whether the built-in table has it.
    pub known: bool,
}

impl Entry {
    /// Adds a name, unless it is of no use or there already.
    pub fn call(&mut self, name: &str) {
        let words = name::words(name);
        let bare = words
            .iter()
            .all(|w| w.starts_with(|c: char| c.is_ascii_digit()));
        let short = words.first().is_none_or(|w| w.chars().count() < 2);
        if !bare && !short && !self.names.contains(&words) {
            self.names.push(words);
        }
    }
}

/// Parses the built-in table; `file` is its name in errors.
fn parse(text: &str, file: &str) -> Result<BTreeMap<Code, Entry>> {
    let fault = |line: usize, reason: &str| {
        let message = t!("places.fault", file = file, line = line, reason = reason);
        Error::new(ErrorKind::Input, message)
    };
    let mut lines = (1..).zip(text.lines());
    if !lines
        .next()
        .is_some_and(|(_, header)| header.split('\t').eq(COLUMNS))
    {
        return Err(fault(
            1,
            &t!("places.columns", columns = COLUMNS.join(", ")),
        ));
    }
    let mut entries = BTreeMap::new();
    for (line, row) in lines {
        let cells: Vec<&str> = row.split('\t').collect();
        let [code, level, parent, kk, ru, en, aliases] = cells[..] else {
            return Err(fault(
                line,
                &t!("places.columns", columns = COLUMNS.join(", ")),
            ));
        };
        let level = Level::ALL.into_iter().find(|l| l.as_str() == level);
        let (Ok(code), Some(level)) = (code.parse::<Code>(), level) else {
            return Err(fault(line, &t!("places.code")));
        };
        let held = parent.is_empty() || parent.parse().is_ok_and(|p| entries.contains_key(&p));
        if kk.is_empty() || ru.is_empty() || !held {
            return Err(fault(line, &t!("places.parent")));
        }
        let name = Trilingual {
            kk: kk.to_owned(),
            ru: ru.to_owned(),
            en: en.to_owned(),
        };
        let mut entry = Entry {
            unit: Unit { code, level, name },
            names: Vec::new(),
            known: true,
        };
        let english = en.trim_end_matches(" Region").trim_end_matches(" District");
        for name in [kk, ru, english].into_iter().chain(aliases.split('|')) {
            entry.call(name);
        }
        if entries.insert(code, entry).is_some() {
            return Err(fault(line, &t!("places.code")));
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_whole() {
        let units = Gazetteer::built_in().units();
        let count = |level| units.iter().filter(|u| u.level == level).count();
        assert_eq!(count(Level::Region) + count(Level::Metropolis), 20);
        assert_eq!(count(Level::City) + count(Level::District), 209);
        assert!(count(Level::CityDistrict) >= 25 && count(Level::Town) >= 48);
        assert!(units.iter().all(|u| !u.name.en.is_empty()));
        assert!(units.is_sorted_by_key(|u| u.code));
    }

    #[test]
    fn each_unit_lies_in_its_parent() {
        let text = BUILT_IN.lines().skip(1);
        let gazetteer = Gazetteer::built_in();
        let of = |code: &str| {
            gazetteer
                .unit(code.parse().expect("a code"))
                .expect("a unit")
        };
        for cells in text.map(|row| row.split('\t').collect::<Vec<_>>()) {
            if !cells[2].is_empty() {
                assert!(of(cells[2]).contains(of(cells[0])), "{}", cells[0]);
            }
        }
    }

    #[test]
    fn faults_name_the_line() {
        let header = COLUMNS.join("\t");
        for (text, line) in [
            ("code\tlevel".to_owned(), "1"),
            (format!("{header}\n1\tregion\t\tа\tб\tc\t"), "2"),
            (format!("{header}\n100000000\tcounty\t\tа\tб\tc\t"), "2"),
            (format!("{header}\n100000000\tregion\t\tа\tб"), "2"),
            (
                format!("{header}\n100000000\tregion\t110000000\tа\tб\tc\t"),
                "2",
            ),
        ] {
            let error = parse(&text, "f.tsv").err().expect("a fault").to_string();
            assert!(error.contains("f.tsv") && error.contains(line), "{error}");
        }
    }
}
