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
    let text = std::fs::read_to_string(corpora("gazetteer/evaluation.tsv")).expect("it is there");
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
    assert!(rows >= 300);
    assert!(recall >= 0.5 && precision >= 0.5);
}
