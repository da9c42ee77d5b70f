//! The authored corpus: its format, its counts, no duplicates, no leaks.

use qulaq::taxonomy::{Level, Taxonomy, section_of};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

const COLUMNS: [&str; 11] = [
    "id",
    "category",
    "second",
    "kind",
    "urgency",
    "vulnerable",
    "aspect",
    "language",
    "channel",
    "group",
    "text",
];

struct Row {
    /// File and line, for messages.
    at: String,
    cells: Vec<String>,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        let at = COLUMNS.iter().position(|c| *c == column).expect("a column");
        &self.cells[at]
    }
}

fn corpora() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora")
}

/// The rows of a part; the format is checked on the way.
fn part(name: &str) -> Vec<Row> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(corpora().join(name))
        .expect("the part is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a file of UTF-8");
        let section = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let mut lines = text.lines();
        assert_eq!(
            lines.next(),
            Some(&*COLUMNS.join("\t")),
            "{}",
            path.display()
        );
        for (number, line) in (2..).zip(lines) {
            let row = Row {
                at: format!("{}:{number}", path.display()),
                cells: line.split('\t').map(str::to_owned).collect(),
            };
            assert_eq!(row.cells.len(), COLUMNS.len(), "{}", row.at);
            assert_eq!(section_of(row.get("category")), section, "{}", row.at);
            rows.push(row);
        }
    }
    rows
}

#[test]
fn every_cell_is_of_its_set() {
    let taxonomy = Taxonomy::shipped();
    let kinds: BTreeSet<&str> = taxonomy.level(Level::Kind).map(|k| &*k.code).collect();
    let sets: [(&str, &[&str]); 5] = [
        ("urgency", &["1", "2", "3", "4"]),
        (
            "vulnerable",
            &[
                "none",
                "large-family",
                "disability",
                "elderly",
                "orphan",
                "low-income",
            ],
        ),
        (
            "aspect",
            &[
                "none",
                "access",
                "information",
                "staff",
                "procedure",
                "feedback",
            ],
        ),
        ("language", &["kk", "ru", "mixed"]),
        (
            "channel",
            &[
                "call",
                "whatsapp",
                "telegram",
                "instagram",
                "app",
                "portal",
                "meeting",
            ],
        ),
    ];
    for row in ["train", "evaluation"].iter().flat_map(|name| part(name)) {
        assert!(taxonomy.is_category(row.get("category")), "{}", row.at);
        let second = row.get("second");
        assert!(
            second.is_empty() || taxonomy.is_category(second),
            "{}",
            row.at
        );
        assert_ne!(second, row.get("category"), "{}", row.at);
        assert!(kinds.contains(row.get("kind")), "{}", row.at);
        for (column, set) in sets {
            assert!(set.contains(&row.get(column)), "{} {column}", row.at);
        }
        assert!(
            row.get("group").starts_with(row.get("category")),
            "{}",
            row.at
        );
        assert_eq!(row.get("text").trim(), row.get("text"), "{}", row.at);
        assert!(!row.get("text").is_empty(), "{}", row.at);
    }
}

#[test]
fn every_category_has_its_texts() {
    for (name, least) in [("train", [10, 10, 2]), ("evaluation", [3, 3, 0])] {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for row in part(name) {
            let key = (
                row.get("category").to_owned(),
                row.get("language").to_owned(),
            );
            *counts.entry(key).or_default() += 1;
        }
        for category in Taxonomy::shipped().level(Level::Category) {
            for (language, least) in ["kk", "ru", "mixed"].into_iter().zip(least) {
                let key = (category.code.clone(), language.to_owned());
                let count = counts.get(&key).copied().unwrap_or(0);
                assert!(
                    count >= least,
                    "{name}: {} {language} has {count}",
                    category.code
                );
            }
        }
    }
    assert!(part("evaluation").len() >= 600);
}

#[test]
fn no_text_and_no_id_stands_twice() {
    let mut ids = HashMap::new();
    let mut texts: HashMap<String, String> = HashMap::new();
    for row in ["train", "evaluation"].iter().flat_map(|name| part(name)) {
        if let Some(other) = ids.insert(row.get("id").to_owned(), row.at.clone()) {
            panic!("{} and {other} have one id", row.at);
        }
        let plain: String = row
            .get("text")
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        if let Some(other) = texts.insert(plain.clone(), row.at.clone()) {
            assert!(plain.is_empty(), "{} and {other} have one text", row.at);
        }
    }
}

#[test]
fn nothing_of_the_evaluation_part_leaks_into_training() {
    let train = part("train");
    let evaluation = part("evaluation");
    let texts: Vec<String> = train
        .iter()
        .chain(&evaluation)
        .map(|row| row.get("text").to_owned())
        .collect();
    let groups = qulaq::train::duplicates::groups(&texts, None);
    let learned: HashMap<u32, usize> = groups[..train.len()].iter().copied().zip(0..).collect();
    for (row, group) in evaluation.iter().zip(&groups[train.len()..]) {
        if let Some(copy) = learned.get(group) {
            let short = row.get("text").chars().count() < 15;
            assert!(
                short,
                "{} is a near-duplicate of {}",
                row.at, train[*copy].at
            );
        }
    }
    let situations: BTreeSet<&str> = train.iter().map(|row| row.get("group")).collect();
    for row in &evaluation {
        assert!(!situations.contains(row.get("group")), "{}", row.at);
    }
}
