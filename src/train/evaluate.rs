//! Judging a classifier on labelled rows.

use super::corpus::Labels;
use super::metrics::{Figures, Outcome};
use crate::appeal::Appeal;
use crate::classifier::{Classifier, SECTION};
use crate::error::{Error, Result};
use crate::taxonomy::section_of;
use crate::text::noise::Noise;
use rayon::prelude::*;
use rust_i18n::t;
use std::collections::HashMap;
use std::path::Path;

/// The figures of one head, and the rows that could not be judged.
#[derive(Debug)]
pub struct Judged {
    /// The figures.
    pub figures: Figures,
    /// Rows whose label is empty or not in the crosswalk.
    pub passed_over: usize,
}

const HEADER: &str = "label\tsections";

/// What another classifier's labels mean in sections of ours.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    sections: HashMap<String, Vec<String>>,
}

impl Crosswalk {
    /// Reads a file of `label<TAB>sections`, the sections joined by `|`; a first
    /// line that says just that is its header.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`]; [`crate::error::ErrorKind::Input`] with
    /// the line.
    pub fn open(path: &Path) -> Result<Crosswalk> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        let mut sections = HashMap::new();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if line.trim().is_empty() || index == 0 && line.trim_end() == HEADER {
                continue;
            }
            let (label, of) = line.split_once('\t').ok_or_else(|| {
                Error::input(t!(
                    "crosswalk.fault",
                    path = path.display(),
                    line = index + 1
                ))
            })?;
            let of = of.split('|').map(|s| s.trim().to_owned()).collect();
            if sections.insert(label.trim().to_owned(), of).is_some() {
                let message = t!("crosswalk.twice", path = path.display(), line = index + 1);
                return Err(Error::input(message));
            }
        }
        Ok(Crosswalk { sections })
    }
}

/// Judges what `classifier`'s head `head` says of `texts`.
///
/// With a crosswalk, a prediction is right where its section is among those
/// of the label; without, where it is the label.
#[must_use]
pub fn evaluate(
    classifier: &Classifier,
    head: &str,
    texts: &[String],
    labels: &Labels,
    crosswalk: Option<&Crosswalk>,
) -> Judged {
    let appeals: Vec<Appeal> = texts
        .iter()
        .map(|text| Appeal::new(text.as_str()))
        .collect();
    let verdicts = classifier.classify_batch(&appeals);
    // A label or section that the rows do not have counts as one of its own,
    // numbered after theirs.
    let mut others: HashMap<&str, u32> = HashMap::new();
    let known: HashMap<&str, u32> = labels.labels.iter().map(|l| &**l).zip(0..).collect();
    let mut outcomes = Vec::new();
    for (row, verdict) in verdicts.iter().enumerate() {
        let (Some(right), Some(decision)) = (labels.of_row[row], verdict.decision(head)) else {
            continue;
        };
        let mut other = |name| {
            let next = (known.len() + others.len()) as u32;
            *others.entry(name).or_insert(next)
        };
        let mut probability = decision.probability;
        let predicted = match crosswalk {
            None => match known.get(&*decision.label) {
                Some(label) => *label,
                None => other(&*decision.label),
            },
            Some(crosswalk) => {
                let Some(sections) = crosswalk.sections.get(&*labels.labels[right as usize]) else {
                    continue;
                };
                let section = section_of(&decision.label);
                if let Some(of_section) = verdict.decision(SECTION) {
                    probability = of_section.probability;
                }
                if sections.iter().any(|s| s == section) {
                    right
                } else {
                    other(section)
                }
            }
        };
        outcomes.push(Outcome {
            right,
            predicted,
            probability,
            language: verdict.language,
        });
    }
    Judged {
        passed_over: texts.len() - outcomes.len(),
        figures: Figures::of(&outcomes),
    }
}

/// The share of `texts` on which `classifier` decides `head` alike when they
/// are typed with `noise`.
#[must_use]
pub fn agreement(classifier: &Classifier, head: &str, texts: &[String], noise: Noise) -> f64 {
    let decides = |text: &str| {
        let verdict = classifier.classify(&Appeal::new(text));
        verdict.decision(head).map(|d| d.label.clone())
    };
    let alike = texts.par_iter().enumerate().filter(|(row, text)| {
        let mut noisy = String::new();
        noise.apply(text, *row as u64, &mut noisy);
        decides(text) == decides(&noisy)
    });
    alike.count() as f64 / texts.len().max(1) as f64
}
