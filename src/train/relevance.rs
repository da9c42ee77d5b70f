//! How much a feature tells of the label.
//!
//! Inverse document frequency asks how rare a feature is; what counts is how
//! far the labels of its texts differ from those of all texts. A feature is
//! weighted by the Kullback-Leibler divergence of the two, which is the
//! information gain of meeting it (compare Debole and Sebastiani 2003 on
//! supervised term weighting). Rare features are drawn to the prior, so that
//! one lucky text does not make a feature telling.

use super::corpus::Labels;
use super::documents::Documents;
use super::vocabulary::Vocabulary;

/// So many texts of the usual mix of labels are added to a feature's own.
const PRIOR_TEXTS: f64 = 2.0;
/// What a feature that tells nothing still counts, in nats.
const FLOOR: f64 = 0.05;

/// The factor of each feature of `vocabulary` for a head: its divergence in
/// nats, plus a floor, to the power of `strength`.
///
/// `strength` 0 gives every feature the factor 1.
#[must_use]
pub fn factors(
    vocabulary: &Vocabulary,
    documents: &Documents,
    rows: &[usize],
    labels: &Labels,
    strength: f32,
) -> Vec<f32> {
    if strength == 0.0 {
        return vec![1.0; vocabulary.len()];
    }
    let counts = Counts::of(vocabulary, documents, rows, labels);
    (0..vocabulary.len())
        .map(|feature| {
            let told = FLOOR + counts.divergence(feature).max(0.0);
            libm::pow(told, f64::from(strength)) as f32
        })
        .collect()
}

/// In how many texts of each label a feature occurs; only the labels that do
/// are kept, in order.
struct Counts {
    of_feature: Vec<Vec<(u32, u32)>>,
    /// The share of each label among all texts.
    prior: Vec<f64>,
}

impl Counts {
    fn of(
        vocabulary: &Vocabulary,
        documents: &Documents,
        rows: &[usize],
        labels: &Labels,
    ) -> Counts {
        let mut prior = vec![0.0; labels.labels.len()];
        let mut of_feature: Vec<Vec<(u32, u32)>> = vec![Vec::new(); vocabulary.len()];
        for &row in rows {
            let Some(label) = labels.of_row[row] else {
                continue;
            };
            prior[label as usize] += 1.0;
            for feature in documents.features(row) {
                let Some(column) = vocabulary.column(feature.hash) else {
                    continue;
                };
                let counts = &mut of_feature[column as usize];
                match counts.binary_search_by_key(&label, |(l, _)| *l) {
                    Ok(at) => counts[at].1 += 1,
                    Err(at) => counts.insert(at, (label, 1)),
                }
            }
        }
        let total: f64 = prior.iter().sum();
        for share in &mut prior {
            *share /= total.max(1.0);
        }
        Counts { of_feature, prior }
    }

    /// The divergence of a feature's labels from the prior, in nats.
    fn divergence(&self, feature: usize) -> f64 {
        let counts = &self.of_feature[feature];
        let texts: f64 = counts.iter().map(|(_, count)| f64::from(*count)).sum();
        let mut divergence = 0.0;
        // The labels that do not occur have this share of their prior left.
        let rest = PRIOR_TEXTS / (texts + PRIOR_TEXTS);
        let mut absent = 1.0;
        for (label, count) in counts {
            let prior = self.prior[*label as usize];
            let share = (f64::from(*count) + PRIOR_TEXTS * prior) / (texts + PRIOR_TEXTS);
            divergence += share * libm::log(share / prior);
            absent -= prior;
        }
        divergence + absent.max(0.0) * rest * libm::log(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::subword::Subwords;
    use crate::features::{Extractor, View, Views, hash};

    #[test]
    fn a_telling_word_counts_more_than_one_that_is_everywhere() {
        let texts: Vec<String> = (0..40)
            .map(|i| ["просим вода", "просим свет"][i % 2].to_owned())
            .collect();
        let labels = Labels::new("h", (0..40).map(|i| ["a", "b"][i % 2]));
        let views = Views {
            pairs: false,
            ngrams: None,
            subwords: 0,
        };
        let documents = Documents::extract(
            &Extractor::new(views, Subwords::default()),
            &texts,
            &[],
            &Default::default(),
        );
        let rows: Vec<usize> = (0..40).collect();
        let vocabulary = Vocabulary::of(&documents, &rows, 1);
        let factors = factors(&vocabulary, &documents, &rows, &labels, 1.0);
        let of = |word: &str| {
            let mut codes = Vec::new();
            crate::text::fold::fold(word, &mut codes);
            let hash = hash::word(View::Folded, &codes);
            f64::from(factors[vocabulary.column(hash).unwrap() as usize])
        };
        assert!((of("просим") - FLOOR).abs() < 1e-6);
        // 21 of 22 against one half.
        let wanted = 21.0 / 22.0 * libm::log(42.0 / 22.0) + 1.0 / 22.0 * libm::log(2.0 / 22.0);
        assert!((of("вода") - FLOOR - wanted).abs() < 1e-6);
    }
}
