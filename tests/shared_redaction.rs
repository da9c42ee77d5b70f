//! How much redaction finds in real texts, where they stand beside the
//! project: counts only, to notice an absurd rate. Elsewhere it skips.

use qulaq::intake::table::{Wanted, read};
use qulaq::intake::{Columns, Form, Rejects};
use qulaq::text::redact::{Kind, Scratch, find};
use std::path::Path;

/// Texts with a name, of all texts of a column; `None` where the data is not here.
fn named(file: &str, column: &str) -> Option<f64> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/appeals")
        .join(file);
    if !data.exists() {
        eprintln!("skipped: {} is not here", data.display());
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut rejects = Rejects::new(folder.path().join("rejects.csv"));
    let wanted = [Wanted::Name(column.to_owned())];
    let table = read(
        &[data],
        Form::default(),
        &Columns::default(),
        &wanted,
        &mut rejects,
    )
    .unwrap();
    let mut scratch = Scratch::default();
    let mut counts = [0usize; Kind::ALL.len()];
    let mut named = 0;
    for text in &table.columns[0] {
        let spans = find(text, &mut scratch);
        named += usize::from(spans.iter().any(|s| s.kind == Kind::Name));
        for span in spans {
            counts[span.kind as usize] += 1;
        }
    }
    let texts = table.columns[0].len();
    println!("{file} {column}: {texts} texts, {named} with names, {counts:?} by kind");
    Some(named as f64 / texts as f64)
}

#[test]
fn names_are_the_exception() {
    for (file, column) in [
        ("perm_dev.csv", "text"),
        ("kursk_dev.csv", "text"),
        ("ryazan_dev.csv", "text"),
        ("kzgov_dev.csv", "text_kz"),
        ("kzgov_dev.csv", "text_ru"),
    ] {
        let share = named(file, column);
        assert!(share.is_none_or(|s| s <= 0.15), "{file}: {share:?}");
    }
}
