//! Words with their languages, from the files of `corpora/`.

use super::spellings;
use crate::error::{Error, Result};
use crate::text::language::model::{FOLDED, KAZAKH, NAMES, RUSSIAN, class_of};
use crate::text::language::spelled_words;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A word to learn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The word in lower case.
    pub word: String,
    /// Its class, as the model numbers them.
    pub class: usize,
    /// How much it counts.
    pub weight: f32,
}

/// How much the words of each folder of `corpora/language` count.
const FOLDERS: [(&str, f32); 6] = [
    ("words", 1.0),
    ("forms", 1.5),
    ("udhr", 1.0),
    ("cldr", 1.0),
    ("django", 1.0),
    ("authored", 3.0),
];

/// Kazakh and Russian are learned with more care.
const OURS: f32 = 1.5;

/// The weights of words, by class.
#[derive(Debug, Default)]
pub(super) struct Weights(BTreeMap<(usize, String), f32>);

impl Weights {
    /// Makes a word count at least so much.
    pub fn raise(&mut self, class: usize, word: &str, weight: f32) {
        let known = self.0.entry((class, word.to_owned())).or_default();
        *known = known.max(weight);
    }

    fn has(&self, class: usize, word: &str) -> bool {
        self.0.contains_key(&(class, word.to_owned()))
    }

    fn of(&self, class: usize) -> Vec<(String, f32)> {
        self.0
            .range((class, String::new())..(class + 1, String::new()))
            .map(|((_, word), weight)| (word.clone(), *weight))
            .collect()
    }
}

/// Reads every word of `corpora` (the folder of that name) that may be
/// learned from, with the spellings it is typed in.
///
/// # Errors
///
/// Where a file cannot be read, or a class has no words.
pub fn read(corpora: &Path) -> Result<Vec<Example>> {
    let mut weights = Weights::default();
    for (folder, weight) in FOLDERS {
        for path in files(&corpora.join("language").join(folder), "txt")? {
            let code = path.file_stem().unwrap_or_default().to_string_lossy();
            let Some(class) = class_of(&code) else {
                let message = format!("{}: not a language of the model", path.display());
                return Err(Error::training(message));
            };
            for (word, count) in counts(&[read_text(&path)?]) {
                weights.raise(class, &word, weight * rise(count));
            }
        }
    }
    appeals(corpora, &mut weights)?;
    set_folded_apart(&mut weights);
    for (word, weight) in weights.of(KAZAKH) {
        spellings::of_kazakh(&word, weight, &mut weights);
    }
    for (word, weight) in weights.of(RUSSIAN) {
        spellings::of_russian(&word, weight, &mut weights);
    }
    if let Some(turkish) = class_of("tr") {
        for (word, weight) in weights.of(turkish) {
            spellings::of_turkish(&word, weight, turkish, &mut weights);
        }
    }
    if let Some(class) = (0..NAMES.len()).find(|class| weights.of(*class).is_empty()) {
        let message = format!("{}: no words of «{}»", corpora.display(), NAMES[class]);
        return Err(Error::training(message));
    }
    let examples = weights.0.into_iter().map(|((class, word), weight)| {
        let ours = [KAZAKH, FOLDED, RUSSIAN].contains(&class);
        Example {
            word,
            class,
            weight: weight * if ours { OURS } else { 1.0 },
        }
    });
    Ok(examples.collect())
}

/// Reads the words of the appeals that are Kazakh or Russian alone. What
/// stands in Kazakh texts without Kazakh letters, and in no other, lacks them.
fn appeals(corpora: &Path, weights: &mut Weights) -> Result<()> {
    let (mut kazakh, mut without, mut russian) = (Vec::new(), Vec::new(), Vec::new());
    for path in files(&corpora.join("train"), "tsv")? {
        let table = read_text(&path)?;
        let mut rows = table.lines().map(|row| row.split('\t').collect::<Vec<_>>());
        let head = rows.next().unwrap_or_default();
        let column = |name| head.iter().position(|cell| *cell == name);
        let (Some(language), Some(text)) = (column("language"), column("text")) else {
            let message = format!("{}: no column language or text", path.display());
            return Err(Error::training(message));
        };
        for row in rows {
            let text = (*row.get(text).unwrap_or(&"")).to_owned();
            match row.get(language) {
                Some(&"kk") if spellings::has_kazakh_letters(&text) => kazakh.push(text),
                Some(&"kk") => without.push(text),
                Some(&"ru") => russian.push(text),
                _ => {}
            }
        }
    }
    let kazakh = counts(&kazakh);
    for (word, count) in counts(&without) {
        let whole = kazakh.contains_key(&word) || spellings::is_latin(&word);
        let class = if whole { KAZAKH } else { FOLDED };
        weights.raise(class, &word, rise(count));
    }
    for (word, count) in kazakh {
        weights.raise(KAZAKH, &word, rise(count));
    }
    for (word, count) in counts(&russian) {
        weights.raise(RUSSIAN, &word, rise(count));
    }
    Ok(())
}

/// Lists of Kazakh words hold words without their Kazakh letters too: those
/// that another word of the list folds to are set apart.
fn set_folded_apart(weights: &mut Weights) {
    let kazakh = weights.of(KAZAKH);
    let folded: BTreeSet<String> = kazakh
        .iter()
        .map(|(word, _)| (spellings::folded(word), word))
        .filter(|(folded, word)| folded != *word && weights.has(KAZAKH, folded))
        .map(|(folded, _)| folded)
        .collect();
    for (word, weight) in kazakh {
        // What texts use twice is more than a slip of the keyboard.
        if weight <= rise(1) && folded.contains(&word) {
            weights.0.remove(&(KAZAKH, word.clone()));
            weights.raise(FOLDED, &word, weight);
        }
    }
}

/// How much a word counts that texts have `count` times.
fn rise(count: u32) -> f32 {
    1.0 + libm::logf(count as f32)
}

fn counts(texts: &[String]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for text in texts {
        spelled_words(text, |word| *counts.entry(word).or_default() += 1);
    }
    counts
}

/// The files of `folder` with the given extension, in the order of their names.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let list = fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    let mut paths = list
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()
        .map_err(|error| Error::io(folder, &error))?;
    paths.retain(|path| path.extension().is_some_and(|e| e == extension));
    paths.sort();
    Ok(paths)
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Error::io(path, &error))
}
