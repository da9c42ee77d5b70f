//! Places: the authored evaluation set, ordinary texts in which there are
//! none, and, where they stand beside the project, the full KATO table and
//! posts from a Russian region.

use qulaq::intake::table::{Wanted, read};
use qulaq::intake::{Columns, Form, Rejects};
use qulaq::text::places::{Code, Gazetteer, Level, Scratch, Unit};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn corpora(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpora")
        .join(path)
}

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not here", path.display());
    None
}

/// Codes found in a text; `?` for each place left open.
fn found(
    gazetteer: &Gazetteer,
    text: &str,
    hint: Option<&Unit>,
    scratch: &mut Scratch,
) -> BTreeSet<String> {
    let found = gazetteer.find(text, hint, scratch);
    let codes = found
        .matches()
        .map(|m| m.unit.map(|unit| unit.code.to_string()));
    codes
        .map(|code| code.unwrap_or_else(|| "?".into()))
        .collect()
}

#[test]
fn the_evaluation_set() {
    the_set("gazetteer/evaluation.tsv", 300);
}

#[test]
fn the_blind_set() {
    the_set("gazetteer/evaluation_blind.tsv", 230);
}

fn the_set(path: &str, least: usize) {
    let text = std::fs::read_to_string(corpora(path)).expect("it is there");
    let gazetteer = Gazetteer::built_in();
    let mut scratch = Scratch::default();
    let (mut right, mut expected_all, mut found_all) = (0, 0, 0);
    let (mut rows, mut exact) = (0, 0);
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [hint, codes, text] = cells[..] else {
            panic!("three cells: {row}")
        };
        let hint = hint
            .parse::<Code>()
            .ok()
            .and_then(|code| gazetteer.unit(code));
        let expected: BTreeSet<String> = codes.split_whitespace().map(str::to_owned).collect();
        let found = found(gazetteer, text, hint, &mut scratch);
        let same = expected == found;
        if !same && std::env::var_os("QULAQ_SHOW").is_some() {
            eprintln!("{expected:?} but {found:?}: {text}");
        }
        (rows, exact) = (rows + 1, exact + usize::from(same));
        right += expected.intersection(&found).count();
        expected_all += expected.len();
        found_all += found.len();
    }
    let recall = f64::from(right as u32) / f64::from(expected_all as u32);
    let precision = f64::from(right as u32) / f64::from(found_all as u32);
    eprintln!(
        "rows {rows}, exact {exact}; {expected_all} places: recall {recall:.3}, precision {precision:.3}"
    );
    assert!(rows >= least);
    assert!(recall >= 0.97 && precision >= 0.97, "{recall} {precision}");
}

/// The texts of a part of the corpus, read as they are.
fn texts(part: &str) -> Vec<String> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(corpora(part))
        .expect("the part is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    let text = |file: &PathBuf| std::fs::read_to_string(file).expect("a file of UTF-8");
    let rows = files.iter().map(text).collect::<String>();
    let last = |row: &str| row.rsplit('\t').next().unwrap_or_default().to_owned();
    rows.lines().map(last).collect()
}

/// Words that the parser of places must not stumble over: none of these is a
/// place where no type word stands beside it.
#[test]
fn ordinary_words_of_the_corpus_are_no_places() {
    let gazetteer = Gazetteer::built_in();
    let mut scratch = Scratch::default();
    let mut wrong = 0;
    for text in texts("train") {
        let found = gazetteer.find(&text, None, &mut scratch);
        for place in found.matches().filter(|m| !m.typed) {
            let word = &text[place.span];
            let ordinary = [
                "алға",
                "темір",
                "есік",
                "май",
                "шар",
                "школы",
                "талас",
                "или",
                "қарағанда",
                "жақсы",
            ];
            wrong += usize::from(ordinary.contains(&word));
        }
    }
    assert_eq!(wrong, 0);
}

fn column(path: PathBuf, names: &[&str]) -> Vec<Vec<String>> {
    let wanted: Vec<Wanted> = names
        .iter()
        .map(|name| Wanted::Name((*name).to_owned()))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let mut rejects = Rejects::new(folder.path().join("rejects.csv"));
    let table = read(
        &[path],
        Form::default(),
        &Columns::default(),
        &wanted,
        &mut rejects,
    );
    table.expect("it can be read").columns
}

#[test]
fn a_russian_region_has_no_kazakh_places() {
    let Some(path) = shared("appeals/perm_dev.csv") else {
        return;
    };
    let gazetteer = Gazetteer::built_in();
    let mut scratch = Scratch::default();
    let texts = column(path, &["text"]).remove(0);
    let with = texts
        .iter()
        .filter(|text| {
            gazetteer
                .find(text, None, &mut scratch)
                .matches()
                .next()
                .is_some()
        })
        .count();
    eprintln!("{with} of {} texts name a place", texts.len());
    assert!(with * 1000 < texts.len());
}

/// The full table: names of a sample of its own villages in sentences of both
/// languages, alone, with the district as the row's place, and after it.
#[test]
fn villages_of_the_full_table() {
    let Some(path) = shared("places/kato.csv") else {
        return;
    };
    let gazetteer = Gazetteer::open(&path).expect("the table is good");
    let columns = column(path, &["kato", "name_ru", "name_kk"]);
    let mut scratch = Scratch::default();
    let mut tallies = [[0usize; 3]; 3];
    let rows = columns[0]
        .iter()
        .zip(&columns[1])
        .zip(&columns[2])
        .step_by(9);
    for ((code, ru), kk) in rows {
        let code: Code = code.parse().expect("a code");
        let (Some(ru), Some(kk)) = (ru.strip_prefix("с."), kk.strip_suffix(" а.")) else {
            continue;
        };
        let Some(unit) = gazetteer.unit(code).filter(|u| u.level == Level::Village) else {
            continue;
        };
        let district = gazetteer
            .units()
            .iter()
            .find(|u| matches!(u.level, Level::District | Level::City) && u.contains(unit));
        let Some(district) = district else { continue };
        for text in [
            format!("{kk} ауылында су жоқ"),
            format!("{kk} а., жол нашар"),
            format!("в селе {} нет света", ru.trim()),
            format!("с. {}, дорога разбита", ru.trim()),
        ] {
            let after = format!("{}, {text}", district.name.kk);
            let ways = [(&text, None), (&text, Some(district)), (&after, None)];
            for (tally, (text, hint)) in tallies.iter_mut().zip(ways) {
                let found = gazetteer.find(text, hint, &mut scratch);
                let right = found
                    .matches()
                    .any(|m| m.unit.is_some_and(|u| u.code == code));
                let open = found
                    .candidates()
                    .any(|mut units| units.any(|u| u.code == code));
                tally[0] += 1;
                tally[1] += usize::from(right);
                tally[2] += usize::from(open);
            }
        }
    }
    let share = |tally: [usize; 3], at: usize| tally[at] as f64 / tally[0] as f64;
    for (way, tally) in ["alone", "with the row's district", "after the district"]
        .iter()
        .zip(tallies)
    {
        let (right, among) = (share(tally, 1), share(tally, 2));
        eprintln!(
            "{way}: {} texts, right {right:.3}, among the candidates {among:.3}",
            tally[0]
        );
    }
    assert!(tallies.iter().all(|tally| share(*tally, 2) >= 0.98));
    assert!(share(tallies[1], 1) >= 0.93 && share(tallies[2], 1) >= 0.93);
}
