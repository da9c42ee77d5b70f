//! Restoring Kazakh letters on the evaluation part of our corpus, which the
//! model has not learned from: texts typed with Kazakh letters are folded to a
//! Russian keyboard and restored.

use qulaq::text::letters::alphabet::{folded, letter, typed};
use qulaq::text::letters::{Restorer, Scratch};
use qulaq::train::letters::Corpus;
use qulaq::train::letters::paradigm::Class;
use qulaq::train::letters::words::{Row, is_spelled, rows};
use std::collections::BTreeSet;
use std::path::Path;

fn evaluation() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/evaluation");
    let mut rows_of_all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        rows_of_all.extend(rows(&text).unwrap());
    }
    rows_of_all
}

/// Lower case, as a Russian keyboard gives it.
fn fold(text: &str) -> String {
    let one = |c: char| match typed(c) {
        0 => c,
        code => letter(folded(code)),
    };
    text.chars().map(one).collect()
}

/// The share of words that are as they were written, of texts in a language.
fn accuracy(language: &str) -> f64 {
    let restorer = Restorer::shipped().unwrap();
    let mut scratch = Scratch::default();
    let (mut all, mut right) = (0u32, 0u32);
    for row in evaluation().iter().filter(|row| row.language == language) {
        if language == "kk" && !is_spelled(&row.text) {
            continue;
        }
        let text = row.text.to_lowercase();
        let mut restored = String::new();
        restorer.text(&fold(&text), &mut scratch, &mut restored);
        for (wanted, got) in text.split_whitespace().zip(restored.split_whitespace()) {
            all += 1;
            right += u32::from(wanted == got);
        }
    }
    let accuracy = f64::from(right) / f64::from(all);
    eprintln!("{language}: {right} of {all} words, {accuracy:.4}");
    accuracy
}

#[test]
fn words_of_kazakh_texts_are_restored() {
    assert!(accuracy("kk") >= 0.97);
}

#[test]
fn words_of_russian_texts_stay() {
    assert!(accuracy("ru") >= 0.998);
}

#[test]
fn authored_stems_are_kazakh_words_that_stand_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let corpus = Corpus::read(&folder.join("train"), &folder.join("letters")).unwrap();
    let mut seen = BTreeSet::new();
    for (stem, class) in &corpus.stems {
        let word = match class {
            Class::Noun => stem.strip_suffix('*').unwrap_or(stem),
            _ => stem,
        };
        assert!(word.chars().all(|c| typed(c) != 0), "{stem}");
        // A noun and a verb may be written alike; two nouns may not.
        let class = format!("{class:?}");
        assert!(seen.insert((class, stem)), "{stem} stands twice");
    }
}
