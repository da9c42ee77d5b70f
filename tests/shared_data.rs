//! The shipped model on real labelled data, where that stands beside the
//! project; elsewhere these tests say that they skip.

use qulaq::Classifier;
use qulaq::intake::table::{Wanted, read};
use qulaq::intake::{Columns, Form, Rejects};
use qulaq::train::Labels;
use qulaq::train::evaluate::{Crosswalk, evaluate};
use std::path::{Path, PathBuf};

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not here", path.display());
    None
}

/// The share of texts whose section is among those of their label; `None`
/// where the data is not here.
fn section_accuracy(data: &str, text: &str, label: &str, crosswalk: &str) -> Option<f64> {
    let data = shared(&format!("data/appeals/{data}"))?;
    let crosswalk = Crosswalk::open(&shared(&format!("spec/crosswalk/{crosswalk}"))?).unwrap();
    let wanted = [text, label].map(|name| Wanted::Name(name.to_owned()));
    let folder = tempfile::tempdir().unwrap();
    let mut rejects = Rejects::new(folder.path().join("rejects.csv"));
    let table = read(
        &[data],
        Form::default(),
        &Columns::default(),
        &wanted,
        &mut rejects,
    )
    .unwrap();
    assert_eq!(table.rejected, 0);
    let labels = Labels::new("label", table.columns[1].iter().map(String::as_str));
    let classifier = Classifier::shipped().unwrap();
    let judged = evaluate(
        &classifier,
        "category",
        &table.columns[0],
        &labels,
        Some(&crosswalk),
    );
    Some(judged.figures.accuracy)
}

#[test]
fn complaints_to_akimats_in_both_languages() {
    for text in ["text_kz", "text_ru"] {
        let accuracy = section_accuracy("kzgov_dev.csv", text, "category", "kzgov_category.tsv");
        assert!(accuracy.is_none_or(|a| a >= 0.75), "{text}: {accuracy:?}");
    }
}

#[test]
fn posts_to_a_russian_region() {
    let accuracy = section_accuracy("perm_dev.csv", "text", "group", "perm_group.tsv");
    assert!(accuracy.is_none_or(|a| a >= 0.55), "{accuracy:?}");
}

#[test]
fn words_typed_without_kazakh_letters() {
    use qulaq::text::letters::{Restorer, Scratch};
    let Some(path) = shared("data/kazakh/letters_dev.csv") else {
        return;
    };
    let pairs = std::fs::read_to_string(path).unwrap();
    let restorer = Restorer::shipped().unwrap();
    let mut scratch = Scratch::default();
    let (mut all, mut right) = (0, 0);
    for (typed, wanted) in pairs.lines().skip(1).filter_map(|l| l.split_once(',')) {
        let mut restored = String::new();
        restorer.word(typed.trim(), &mut scratch, &mut restored);
        all += 1;
        right += usize::from(restored == wanted.trim());
    }
    assert_eq!(all, 300);
    let accuracy = f64::from(right as u32) / f64::from(all);
    eprintln!("word accuracy {accuracy:.4}");
    assert!(accuracy >= 0.85, "{accuracy}");
}
