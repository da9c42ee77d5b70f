//! From a corpus to the bytes of a model.

use super::calibrate::{HeldOut, calibrate, threshold};
use super::corpus::{Corpus, Labels, fingerprint};
use super::documents::Documents;
use super::matrix::Matrix;
use super::solver::{self, Weights};
use super::vocabulary::Vocabulary;
use super::{folds, subwords};
use crate::error::Result;
use crate::features::{Extractor, Views};
use crate::model::{Calibration, Features, Head, Meta, Model, Provenance};
use crate::taxonomy::Taxonomy;
use linfa::DatasetBase;
use linfa::traits::Fit;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// How to train a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// Which features are extracted.
    pub views: Views,
    /// A feature is learned where it occurs in at least this many texts.
    pub least_texts: u32,
    /// The solver's options.
    pub solver: solver::Options,
    /// How much a category inherits from its section's weights.
    pub section_share: f32,
    /// On how many held-out folds probabilities are calibrated.
    pub calibration_folds: usize,
    /// The share of errors among the decisions that are not abstained from,
    /// at which the model's own threshold is set.
    pub decided_errors: f64,
    /// Seeds the folds and the order of rows.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            views: Views::default(),
            least_texts: 2,
            solver: solver::Options::default(),
            section_share: std::env::var("SHARE").ok().and_then(|x| x.parse().ok()).unwrap_or(1.0),
            calibration_folds: 3,
            decided_errors: 0.05,
            seed: 1,
        }
    }
}

/// Trains a model of every head of `corpus`; returns the bytes of its file.
///
/// A head whose labels are all categories of `taxonomy` gets sections. The
/// same corpus, options and version give the same bytes on any number of
/// threads.
///
/// # Errors
/// [`crate::error::ErrorKind::Training`].
pub fn train(corpus: &Corpus, options: &Options, taxonomy: &Taxonomy) -> Result<Vec<u8>> {
    let texts = &corpus.records.texts;
    let subwords = subwords::train(texts, options.views.subwords)?;
    let extractor = Extractor::new(options.views.clone(), subwords);
    let documents = Documents::extract(&extractor, texts);
    let rows: Vec<usize> = (0..texts.len()).collect();
    Ok(train_on(corpus, &rows, &documents, &extractor, options, taxonomy))
}

/// Trains on some rows of a corpus whose features are extracted already.
pub(super) fn train_on(
    corpus: &Corpus,
    rows: &[usize],
    documents: &Documents,
    extractor: &Extractor,
    options: &Options,
    taxonomy: &Taxonomy,
) -> Vec<u8> {
    let vocabulary = Vocabulary::of(documents, rows, options.least_texts);
    let mut matrix = vocabulary.matrix(documents);
    let primary = &corpus.targets.heads[0];
    let fold_of = fold_of(corpus, rows, primary, options);

    let mut heads = Vec::new();
    let mut columns = Vec::new();
    let mut figures = serde_json::Map::new();
    for labels in &corpus.targets.heads {
        let sectioned = labels.labels.iter().all(|l| taxonomy.is_category(l));
        let held_out = held_out(&mut matrix, documents, labels, rows, &fold_of, options, sectioned);
        let calibration = calibrate(&held_out);
        let judged = judge(&held_out, &calibration);
        let min_confidence = threshold(&judged, options.decided_errors);
        figures.insert(
            labels.name.to_string(),
            figures_of(&judged, min_confidence, options),
        );
        let weights = fit(&mut matrix, labels, rows, options, sectioned);
        let (scales, quantised) = quantise(&weights, &vocabulary);
        columns.push(quantised);
        heads.push(Head {
            name: labels.name.clone(),
            labels: labels.labels.clone(),
            scales,
            biases: weights.bias().to_vec(),
            calibration,
            min_confidence,
            sectioned,
        });
    }
    let meta = Meta {
        views: options.views.clone(),
        heads,
        provenance: Provenance {
            qulaq: env!("CARGO_PKG_VERSION").into(),
            texts: rows.len(),
            corpus: fingerprint(corpus),
            options: json!(options),
            figures: figures.into(),
        },
    };
    let features = interleave(&vocabulary, &columns);
    Model::encode(&meta, extractor.subwords(), &features)
}

/// The calibration fold of each row of the corpus; rows left out have none.
fn fold_of(
    corpus: &Corpus,
    rows: &[usize],
    primary: &Labels,
    options: &Options,
) -> Vec<Option<usize>> {
    let groups: Vec<u32> = rows.iter().map(|r| corpus.records.groups[*r]).collect();
    let classes: Vec<Option<u32>> = rows.iter().map(|r| primary.of_row[*r]).collect();
    let dealt = folds::deal(&groups, &classes, options.calibration_folds, options.seed);
    let mut fold_of = vec![None; corpus.records.texts.len()];
    for (row, fold) in rows.iter().zip(dealt) {
        fold_of[*row] = Some(fold);
    }
    fold_of
}

/// Trains a head on some rows. Where its labels have sections, machines for
/// the sections are trained too and every label inherits from its section's:
/// what is known of `water` as a whole helps each of its categories, and a
/// category that is mistaken is more often mistaken for a neighbour.
fn fit(matrix: &mut Matrix, labels: &Labels, rows: &[usize], options: &Options, sectioned: bool) -> Weights {
    let mut weights = fit_flat(matrix, labels, rows, options);
    if sectioned && options.section_share > 0.0 {
        let (sections, section_of) = labels.sections();
        let parents = fit_flat(matrix, &sections, rows, options);
        weights.inherit(&parents, &section_of, options.section_share);
    }
    weights
}

fn fit_flat(matrix: &mut Matrix, labels: &Labels, rows: &[usize], options: &Options) -> Weights {
    let mut of_row = vec![None; labels.of_row.len()];
    for &row in rows {
        of_row[row] = labels.of_row[row];
    }
    let targets = solver::Targets {
        classes: labels.labels.len(),
        of_row,
    };
    let solver = solver::Options {
        seed: options.seed,
        ..options.solver
    };
    // The dataset owns its records; the matrix is lent to it, not copied.
    let dataset = DatasetBase::new(std::mem::take(matrix), targets);
    let weights = solver.fit(&dataset);
    *matrix = dataset.records;
    weights.expect("the solver's fit has no error to give")
}

/// The margins of each row as models see it that were not trained on it.
fn held_out(
    matrix: &mut Matrix,
    documents: &Documents,
    labels: &Labels,
    rows: &[usize],
    fold_of: &[Option<usize>],
    options: &Options,
    sectioned: bool,
) -> Vec<HeldOut> {
    let mut held_out = Vec::new();
    for fold in 0..options.calibration_folds {
        let (out, rest): (Vec<usize>, Vec<usize>) =
            rows.iter().partition(|row| fold_of[**row] == Some(fold));
        let weights = fit(matrix, labels, &rest, options, sectioned);
        for row in out {
            let Some(right) = labels.of_row[row] else {
                continue;
            };
            let mut margins = vec![0.0; labels.labels.len()];
            weights.margins(matrix.row(row), &mut margins);
            held_out.push(HeldOut {
                margins,
                right: right as usize,
                features: documents.summary(row).features,
            });
        }
    }
    held_out
}

/// The probability of each held-out decision and whether it is right.
fn judge(held_out: &[HeldOut], calibration: &Calibration) -> Vec<(f32, bool)> {
    let mut probabilities = Vec::new();
    held_out
        .iter()
        .map(|text| {
            calibration.probabilities(&text.margins, text.features, &mut probabilities);
            let label = (0..probabilities.len())
                .reduce(|best, l| if probabilities[l] > probabilities[best] { l } else { best })
                .unwrap_or(0);
            (probabilities[label], label == text.right)
        })
        .collect()
}

fn figures_of(judged: &[(f32, bool)], min_confidence: f32, options: &Options) -> serde_json::Value {
    let share = |part: usize, whole: usize| {
        let share = part as f64 / whole.max(1) as f64;
        (share * 1e4).round() / 1e4
    };
    let decided: Vec<_> = judged.iter().filter(|j| j.0 >= min_confidence).collect();
    json!({
        "folds": options.calibration_folds,
        "texts": judged.len(),
        "accuracy": share(judged.iter().filter(|j| j.1).count(), judged.len()),
        "decided": share(decided.len(), judged.len()),
        "decided_accuracy": share(decided.iter().filter(|j| j.1).count(), decided.len()),
    })
}

/// The weights of a head as small integers, by feature and label, and what a
/// unit of each label is worth. The scale of the vocabulary is in the weights.
fn quantise(weights: &Weights, vocabulary: &Vocabulary) -> (Vec<f32>, Vec<Vec<i8>>) {
    let classes = weights.classes();
    let value = |feature: usize, class: usize| {
        weights.weight(feature, class) * vocabulary.scales[feature]
    };
    let mut largest = vec![0.0f32; classes];
    for feature in 0..vocabulary.len() {
        for (class, largest) in largest.iter_mut().enumerate() {
            *largest = largest.max(value(feature, class).abs());
        }
    }
    let scales: Vec<f32> = largest
        .iter()
        .map(|l| l.max(f32::MIN_POSITIVE * 256.0) / 127.0)
        .collect();
    let quantised = (0..vocabulary.len())
        .map(|feature| {
            (0..classes)
                .map(|class| (value(feature, class) / scales[class]).round() as i8)
                .collect()
        })
        .collect();
    (scales, quantised)
}

/// Puts the columns of all heads side by side; features whose weights are all
/// zero are left out.
fn interleave(vocabulary: &Vocabulary, heads: &[Vec<Vec<i8>>]) -> Features {
    let mut features = Features::default();
    for (feature, hash) in vocabulary.hashes.iter().enumerate() {
        let weights = || heads.iter().flat_map(|head| &head[feature]);
        if weights().any(|w| *w != 0) {
            features.hashes.push(*hash);
            features.weights.extend(weights());
        }
    }
    features
}
