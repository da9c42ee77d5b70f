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

/// The folders of `corpora/language` with lists of words.
const LISTS: [&str; 2] = ["words", "forms"];
/// Those with texts, where a word counts by how often it comes.
const TEXTS: [&str; 4] = ["udhr", "cldr", "django", "authored"];

/// A word that comes once in so many words of text counts 1 + ln 2.
const RATE_OF: f32 = 20_000.0;

/// From this weight on, a word is one that texts use.
const OFTEN: f32 = 1.2;

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

    /// Makes words count by how often texts have them; `counts` are those of
    /// all words of the texts.
    fn raise_by_rate(&mut self, class: usize, counts: &BTreeMap<String, u32>) {
        let all: u32 = counts.values().sum();
        for (word, count) in counts {
            let rate = *count as f32 * RATE_OF / all as f32;
            self.raise(class, word, 1.0 + libm::logf(1.0 + rate));
        }
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
    for folder in LISTS {
        for (_, class, text) in languages(corpora, folder)? {
            for (word, _) in counts(&[text]) {
                weights.raise(class, &word, 1.0);
            }
        }
    }
    let mut texts: BTreeMap<(String, usize), Vec<String>> = BTreeMap::new();
    for folder in TEXTS {
        for (code, class, text) in languages(corpora, folder)? {
            texts.entry((code, class)).or_default().push(text);
        }
    }
    for ((_, class), texts) in texts {
        weights.raise_by_rate(class, &counts(&texts));
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
    let whole = |word: &String| kazakh.contains_key(word) || spellings::is_latin(word);
    let (whole, folded) = counts(&without)
        .into_iter()
        .partition(|(word, _)| whole(word));
    weights.raise_by_rate(FOLDED, &folded);
    weights.raise_by_rate(KAZAKH, &whole);
    weights.raise_by_rate(KAZAKH, &kazakh);
    weights.raise_by_rate(RUSSIAN, &counts(&russian));
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
        // What texts use often is more than a slip of the keyboard.
        if weight < OFTEN && folded.contains(&word) {
            weights.0.remove(&(KAZAKH, word.clone()));
            weights.raise(FOLDED, &word, weight);
        }
    }
}

fn counts(texts: &[String]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for text in texts {
        spelled_words(text, |word| *counts.entry(word).or_default() += 1);
    }
    counts
}

/// The code, the class and the text of every file of a folder of
/// `corpora/language`.
fn languages(corpora: &Path, folder: &str) -> Result<Vec<(String, usize, String)>> {
    let read = |path: PathBuf| {
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        let Some(class) = class_of(&code) else {
            let message = format!("{}: not a language of the model", path.display());
            return Err(Error::training(message));
        };
        Ok((code.into_owned(), class, read_text(&path)?))
    };
    let paths = files(&corpora.join("language").join(folder), "txt")?;
    paths.into_iter().map(read).collect()
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
