//! A labelled corpus, as linfa's `Dataset`.

use super::duplicates;
use crate::error::{Error, Result};
use crate::taxonomy::section_of;
use linfa::DatasetBase;
use linfa::dataset::Records;
use rust_i18n::t;
use std::collections::BTreeMap;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// Texts with the labels of one or more heads.
pub type Corpus = DatasetBase<Texts, Targets>;

/// The texts of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// One text a row.
    pub texts: Vec<String>,
    /// The group of each row: rows of one group stay on one side of a split.
    pub groups: Vec<u32>,
}

impl Records for Texts {
    type Elem = f32;

    fn nsamples(&self) -> usize {
        self.texts.len()
    }

    /// Texts have no features yet: 0.
    fn nfeatures(&self) -> usize {
        0
    }
}

/// The labels of a corpus, head by head.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    /// The heads; the first is the primary one.
    pub heads: Vec<Labels>,
}

/// The labels of one head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The head's name.
    pub name: Arc<str>,
    /// The labels that occur, in the order of their code points.
    pub labels: Vec<Arc<str>>,
    /// The label of each row, as an index; `None` where the row has none.
    pub of_row: Vec<Option<u32>>,
}

impl Labels {
    /// Labels from the cells of a column. White space around a label does not
    /// count, and an empty cell is no label.
    pub fn new<'c>(name: &str, cells: impl IntoIterator<Item = &'c str>) -> Labels {
        let cells: Vec<&str> = cells.into_iter().map(str::trim).collect();
        let mut index: BTreeMap<&str, u32> = cells
            .iter()
            .filter(|c| !c.is_empty())
            .map(|c| (*c, 0))
            .collect();
        for (i, label) in (0..).zip(index.values_mut()) {
            *label = i;
        }
        Labels {
            name: name.into(),
            of_row: cells.iter().map(|c| index.get(c).copied()).collect(),
            labels: index.keys().map(|l| Arc::from(*l)).collect(),
        }
    }

    /// The sections of the labels as labels of their own, and which of them
    /// each label belongs to.
    #[must_use]
    pub fn sections(&self) -> (Labels, Vec<u32>) {
        let section = |row| self.label(row).map_or("", |label| section_of(label));
        let sections = Labels::new(&self.name, (0..self.of_row.len()).map(section));
        let place = |label: &Arc<str>| {
            let place = sections
                .labels
                .iter()
                .position(|s| **s == *section_of(label));
            place.unwrap_or_default() as u32
        };
        let of_label = self.labels.iter().map(place).collect();
        (sections, of_label)
    }

    /// The label of a row.
    #[must_use]
    pub fn label(&self, row: usize) -> Option<&Arc<str>> {
        self.of_row[row].map(|label| &self.labels[label as usize])
    }
}

/// What a verdict has beside its heads.
const RESERVED: [&str; 5] = [
    "language",
    "script",
    "alternatives",
    "abstained",
    "explanation",
];

/// A corpus of `texts` with the labels of `heads`.
///
/// Near-duplicate texts are grouped; where `groups` is given, rows with the
/// same name there are grouped as well.
///
/// # Errors
/// [`crate::error::ErrorKind::Training`] where there is no row or a head has
/// fewer than two labels.
pub fn new(texts: Vec<String>, heads: Vec<Labels>, groups: Option<&[String]>) -> Result<Corpus> {
    if texts.is_empty() {
        return Err(Error::training(t!("train.no_rows")));
    }
    for (at, head) in heads.iter().enumerate() {
        let taken = heads[..at].iter().any(|other| other.name == head.name);
        if taken || RESERVED.contains(&&*head.name) || head.name.ends_with("_probability") {
            return Err(Error::training(t!("train.head_name", head = head.name)));
        }
        if head.labels.len() < 2 {
            let message = t!(
                "train.few_labels",
                head = head.name,
                count = head.labels.len()
            );
            return Err(Error::training(message));
        }
    }
    let groups = duplicates::groups(&texts, groups);
    Ok(DatasetBase::new(Texts { texts, groups }, Targets { heads }))
}

/// A hash of everything that training reads of a corpus.
#[must_use]
pub fn fingerprint(corpus: &Corpus) -> String {
    let mut hasher = Xxh3::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for text in &corpus.records.texts {
        add(text.as_bytes());
    }
    for group in &corpus.records.groups {
        add(&group.to_le_bytes());
    }
    for head in &corpus.targets.heads {
        add(head.name.as_bytes());
        for row in 0..head.of_row.len() {
            add(head.label(row).map_or(&[][..], |l| l.as_bytes()));
        }
    }
    format!("{:016x}", hasher.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_indexed_in_order() {
        let labels = Labels::new("h", [" б", "а ", "", "б"]);
        assert_eq!(labels.of_row, [Some(1), Some(0), None, Some(1)]);
        assert_eq!(&*labels.labels[0], "а");
    }

    #[test]
    fn what_cannot_be_learned_from_is_refused() {
        assert!(new(vec![], vec![], None).is_err());
        let one = Labels::new("h", ["a", "a"]);
        assert!(new(vec!["x".into(), "y".into()], vec![one], None).is_err());
    }

    #[test]
    fn the_fingerprint_tells_corpora_apart() {
        let of = |text: &str, label: &str| {
            let labels = Labels::new("h", ["a", label]);
            fingerprint(&new(vec!["x".into(), text.into()], vec![labels], None).unwrap())
        };
        assert_eq!(of("y", "b"), of("y", "b"));
        assert_ne!(of("y", "b"), of("z", "b"));
        assert_ne!(of("y", "b"), of("y", "c"));
    }
}
