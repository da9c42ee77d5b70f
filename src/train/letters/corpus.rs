//! What restoration learns from, read from the folders of the corpus.

use super::paradigm::Class;
use super::words::{self, Counts, Row};
use crate::error::{Error, Result};
use crate::text::letters::alphabet::is_kazakh;
use rust_i18n::t;
use std::path::{Path, PathBuf};

/// Rows of appeals, authored stems and authored texts.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Rows of appeals.
    pub rows: Vec<Row>,
    /// Authored stems.
    pub stems: Vec<(String, Class)>,
    /// Authored Kazakh texts.
    pub texts: Vec<String>,
}

impl Corpus {
    /// Reads the appeals of one folder (`corpora/train`) and the stems and
    /// texts of another (`corpora/letters`), in the order of their names.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`] where a file cannot be read,
    /// [`crate::error::ErrorKind::Training`] where a TSV lacks a column or
    /// there is nothing to learn from.
    pub fn read(appeals: &Path, letters: &Path) -> Result<Corpus> {
        let mut corpus = Corpus::default();
        for path in files(appeals, "tsv")? {
            let rows = words::rows(&read(&path)?);
            let missing = || Error::training(t!("letters.columns", path = path.display()));
            corpus.rows.extend(rows.ok_or_else(missing)?);
        }
        for path in files(letters, "txt")? {
            let text = read(&path)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            match words::class(&name) {
                Some(class) => {
                    let stems = words::stems(&text).map(|stem| (stem.to_owned(), class));
                    corpus.stems.extend(stems);
                }
                None => corpus.texts.extend(words::lines(&text).map(str::to_owned)),
            }
        }
        if corpus.counts().is_empty() || corpus.stems.is_empty() {
            return Err(Error::training(t!("train.no_rows")));
        }
        Ok(corpus)
    }

    /// The Kazakh words of its texts.
    pub(super) fn counts(&self) -> Counts {
        let rows = self.rows.iter().filter(|row| row.language == "kk");
        let texts = self.texts.iter().map(String::as_str);
        words::count(rows.map(|row| row.text.as_str()).chain(texts))
    }

    /// The words of its Russian texts.
    pub(super) fn russian(&self) -> Counts {
        let rows = self.rows.iter().filter(|row| row.language == "ru");
        let mut counts = Counts::new();
        for word in rows.flat_map(|row| words::words(&row.text)) {
            if !word.iter().any(|l| is_kazakh(*l)) {
                *counts.entry(word).or_default() += 1;
            }
        }
        counts
    }
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))
}

/// The files of a folder with this extension, in the order of their names.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let list = std::fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .map_err(|e| Error::io(folder, &e))?;
    let mut list: Vec<PathBuf> = list
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    list.sort();
    Ok(list)
}
