//! The full KATO table as a CSV file.

use super::gazetteer::Entry;
use super::name;
use super::unit::{Code, Level, Unit};
use crate::error::{Error, Result};
use crate::taxonomy::Trilingual;
use rust_i18n::t;
use std::collections::BTreeMap;
use std::path::Path;

const CODE: &str = "kato";
const LEVEL: &str = "level";
const RU: &str = "name_ru";
const KK: &str = "name_kk";
/// Tells a city of republican significance from a region.
const TYPE: &str = "type_code";

/// Adds the rows of the table at `path` to `entries`.
pub(super) fn read(path: &Path, entries: &mut BTreeMap<Code, Entry>) -> Result<()> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, &e))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let header = reader.headers().map_err(|e| broken(path, &e))?.clone();
    let column = |name: &str| {
        let found = header
            .iter()
            .position(|h| h.trim_start_matches('\u{feff}').trim() == name);
        found.ok_or_else(|| {
            let columns = [CODE, LEVEL, RU, KK].join(", ");
            let path = path.display();
            Error::input(t!(
                "places.no_column",
                path = path,
                column = name,
                columns = columns
            ))
        })
    };
    let (code, level, ru, kk) = (column(CODE)?, column(LEVEL)?, column(RU)?, column(KK)?);
    let kind = column(TYPE).ok();
    let mut record = csv::StringRecord::new();
    let mut row = 1u64;
    while reader
        .read_record(&mut record)
        .map_err(|e| broken(path, &e))?
    {
        row += 1;
        let fault = |column: &str, reason: &str| {
            let path = path.display();
            Error::input(t!(
                "places.cell",
                path = path,
                row = row,
                column = column,
                reason = reason
            ))
        };
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        let parsed = cell(code).parse::<Code>();
        let number = parsed.map_err(|()| fault(CODE, &t!("places.code")))?;
        let (name_ru, name_kk) = (squeeze(cell(ru)), squeeze(cell(kk)));
        for (column, name) in [(RU, &name_ru), (KK, &name_kk)] {
            if name.is_empty() {
                return Err(fault(column, &t!("places.empty")));
            }
        }
        let capital = kind.is_some_and(|at| cell(at) == "1");
        let level = level_of(cell(level), capital, &name_ru, &name_kk)
            .ok_or_else(|| fault(LEVEL, &t!("places.level")))?;
        add(entries, number, level, name_ru, name_kk);
    }
    Ok(())
}

fn add(entries: &mut BTreeMap<Code, Entry>, code: Code, level: Level, ru: String, kk: String) {
    // The city proper and the city with what its akimat governs are one place
    // to people; it goes by the code of the latter.
    let governed = (code.number() % 100_000 == 10_000).then(|| code.prefix(4) * 100_000);
    let akimat = governed.and_then(|number| number.to_string().parse::<Code>().ok());
    let same = akimat
        .and_then(|akimat| entries.get(&akimat))
        .is_some_and(|entry| {
            entry.unit.level == Level::City && entry.names.contains(&name::words(&ru))
        });
    if same {
        return;
    }
    let entry = entries.entry(code).or_insert_with(|| Entry {
        unit: Unit {
            code,
            level,
            name: Trilingual {
                kk: kk.clone(),
                ru: ru.clone(),
                en: String::new(),
            },
        },
        names: Vec::new(),
        known: false,
    });
    entry.call(&kk);
    entry.call(&ru);
}

/// How the Russian names of villages and townships begin.
const VILLAGES: [&str; 3] = ["с.", "п.", "а."];

/// What the row is, by its level and the abbreviations in its names.
fn level_of(level: &str, capital: bool, ru: &str, kk: &str) -> Option<Level> {
    let city_district = kk.ends_with("ауданы") || ru.starts_with("р.а.") || ru.ends_with("р.а.");
    Some(match level {
        "oblast" if capital => Level::Metropolis,
        "oblast" => Level::Region,
        "district" if ru.ends_with("Г.А.") || kk.ends_with("Қ.Ә.") => Level::City,
        "district" => Level::District,
        "sub_district" | "settlement" if city_district => Level::CityDistrict,
        "sub_district" => Level::Okrug,
        "settlement" if ru.starts_with("г.") => Level::Town,
        "settlement" if VILLAGES.iter().any(|v| ru.starts_with(v)) => Level::Village,
        "settlement" => Level::Hamlet,
        _ => return None,
    })
}

fn squeeze(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn broken(path: &Path, error: &csv::Error) -> Error {
    let row = error.position().map_or(0, csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => t!("taxonomy.not_utf8"),
        kind => format!("{kind:?}").into(),
    };
    Error::input(t!(
        "places.cell",
        path = path.display(),
        row = row,
        column = "-",
        reason = reason
    ))
}

#[cfg(test)]
mod tests {
    use super::super::gazetteer::Gazetteer;
    use super::*;

    fn open(text: &str) -> Result<Gazetteer> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("kato.csv");
        std::fs::write(&path, text).expect("it can be written");
        Gazetteer::open(&path)
    }

    #[test]
    fn reads_units_by_the_names_of_columns() {
        let gazetteer = open(
            "name_kk,name_ru,kato,level\n\
             Семей Қ.Ә.,Семей Г.А.,101000000,district\n\
             Семей қ.,г.Семей,101010000,sub_district\n\
             Қарабұлақ а.о.,Карабулакский с.о.,615239000,sub_district\n\
             Қарабұлақ а.,с. Карабулак,615239100,settlement\n",
        )
        .expect("a good table");
        let unit = |code: &str| gazetteer.unit(code.parse().expect("a code"));
        assert_eq!(unit("615239100").map(|u| u.level), Some(Level::Village));
        assert_eq!(unit("615239000").map(|u| u.level), Some(Level::Okrug));
        assert!(unit("101010000").is_none(), "one place, one code");
        assert!(unit("101000000").is_some_and(|u| u.name.en == "Semey"));
    }

    #[test]
    fn faults_name_file_row_and_column() {
        let header = "kato,level,name_ru,name_kk\n";
        for (text, row, column) in [
            ("kato,level,name_ru\n1,2,3\n".to_owned(), "", "name_kk"),
            (format!("{header}12,settlement,а,б\n"), "2", "kato"),
            (
                format!("{header}100000000,oblast,а,б\n100000001,county,а,б\n"),
                "3",
                "level",
            ),
            (format!("{header}100000000,oblast,,б\n"), "2", "name_ru"),
            (format!("{header}100000000,oblast,а\n"), "2", "name_kk"),
        ] {
            let error = open(&text).expect_err("a fault").to_string();
            assert!(error.contains("kato.csv") && error.contains(row), "{error}");
            assert!(error.contains(column), "{error}");
        }
        assert!(Gazetteer::open("/nowhere/kato.csv").is_err());
    }
}
