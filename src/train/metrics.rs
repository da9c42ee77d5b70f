//! Figures of merit, from what was predicted and what was right.

use crate::text::Language;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One judged text: the index of its right label and of the predicted one,
/// the probability that was given, the language of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The right label.
    pub right: u32,
    /// The predicted label.
    pub predicted: u32,
    /// The probability of the predicted label.
    pub probability: f32,
    /// The language of the text.
    pub language: Language,
}

/// The figures of one head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// How many texts were judged.
    pub n: usize,
    /// The share of right predictions.
    pub accuracy: f64,
    /// The mean F1 of the labels that occur as right or as predicted.
    pub macro_f1: f64,
    /// The mean F1 of the right labels, weighted by how often they occur.
    pub weighted_f1: f64,
    /// Expected calibration error over 15 bins of equal width (Guo et al. 2017).
    pub ece: f64,
    /// `[coverage, accuracy]` of the surest 10 %, 20 % … 100 % of the texts.
    pub coverage: Vec<[f64; 2]>,
    /// The same for each language that occurs.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by_language: BTreeMap<&'static str, Figures>,
}

const BINS: usize = 15;

impl Figures {
    /// The figures of `outcomes`, with those of each language.
    #[must_use]
    pub fn of(outcomes: &[Outcome]) -> Figures {
        let mut figures = Figures::plain(outcomes);
        let languages: BTreeSet<&str> = outcomes.iter().map(|o| o.language.as_str()).collect();
        figures.by_language = languages
            .into_iter()
            .map(|language| {
                let of = |o: &&Outcome| o.language.as_str() == language;
                let outcomes: Vec<Outcome> = outcomes.iter().filter(of).copied().collect();
                (language, Figures::plain(&outcomes))
            })
            .collect();
        figures
    }

    fn plain(outcomes: &[Outcome]) -> Figures {
        let (macro_f1, weighted_f1) = f1(outcomes);
        Figures {
            n: outcomes.len(),
            accuracy: accuracy(outcomes),
            macro_f1,
            weighted_f1,
            ece: calibration_error(outcomes),
            coverage: coverage(outcomes),
            by_language: BTreeMap::new(),
        }
    }
}

fn accuracy(outcomes: &[Outcome]) -> f64 {
    let right = outcomes.iter().filter(|o| o.right == o.predicted).count();
    right as f64 / outcomes.len().max(1) as f64
}

fn f1(outcomes: &[Outcome]) -> (f64, f64) {
    #[derive(Default)]
    struct Counts {
        both: usize,
        right: usize,
        predicted: usize,
    }
    let mut of_label: BTreeMap<u32, Counts> = BTreeMap::new();
    for outcome in outcomes {
        of_label.entry(outcome.right).or_default().right += 1;
        of_label.entry(outcome.predicted).or_default().predicted += 1;
        if outcome.right == outcome.predicted {
            of_label.entry(outcome.right).or_default().both += 1;
        }
    }
    let f1 = |c: &Counts| 2.0 * c.both as f64 / (c.right + c.predicted) as f64;
    // A sum of nothing would be -0.
    let sum = of_label.values().map(f1).fold(0.0, |a, b| a + b);
    let weighted = of_label
        .values()
        .fold(0.0, |sum, c| sum + f1(c) * c.right as f64);
    (
        sum / of_label.len().max(1) as f64,
        weighted / outcomes.len().max(1) as f64,
    )
}

fn calibration_error(outcomes: &[Outcome]) -> f64 {
    let mut bins = [(0usize, 0.0f64, 0usize); BINS];
    for outcome in outcomes {
        let bin = ((outcome.probability * BINS as f32) as usize).min(BINS - 1);
        bins[bin].0 += 1;
        bins[bin].1 += f64::from(outcome.probability);
        bins[bin].2 += usize::from(outcome.right == outcome.predicted);
    }
    let gaps: f64 = bins
        .iter()
        .map(|(_, said, right)| (said - *right as f64).abs())
        .sum();
    gaps / outcomes.len().max(1) as f64
}

fn coverage(outcomes: &[Outcome]) -> Vec<[f64; 2]> {
    let mut sorted = outcomes.to_vec();
    sorted.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    (1..=10)
        .map(|tenth| {
            let covered = (sorted.len() * tenth).div_ceil(10);
            [tenth as f64 / 10.0, accuracy(&sorted[..covered])]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(right: u32, predicted: u32, probability: f32) -> Outcome {
        Outcome {
            right,
            predicted,
            probability,
            language: if right == 2 {
                Language::Kazakh
            } else {
                Language::Russian
            },
        }
    }

    #[test]
    fn figures_by_hand() {
        let outcomes = [
            outcome(0, 0, 0.9),
            outcome(0, 1, 0.4),
            outcome(1, 1, 0.8),
            outcome(2, 2, 0.7),
        ];
        let figures = Figures::of(&outcomes);
        assert_eq!(figures.n, 4);
        assert!((figures.accuracy - 0.75).abs() < 1e-12);
        // F1: label 0 2/3, label 1 2/3, label 2 1.
        assert!((figures.macro_f1 - 7.0 / 9.0).abs() < 1e-12);
        assert!((figures.weighted_f1 - (2.0 / 3.0 * 3.0 + 1.0) / 4.0).abs() < 1e-12);
        assert!((figures.ece - (0.1 + 0.4 + 0.2 + 0.3) / 4.0).abs() < 1e-6);
        assert_eq!(figures.coverage[4], [0.5, 1.0]);
        assert_eq!(figures.coverage[9], [1.0, 0.75]);
        assert_eq!(figures.by_language["kk"].n, 1);
        assert_eq!(figures.by_language["ru"].n, 3);
    }

    #[test]
    fn nothing_judged_is_no_error() {
        assert_eq!(Figures::of(&[]).n, 0);
    }
}
