//! From a corpus to the bytes of a model.

use super::asides::Asides;
use super::calibrate::{HeldOut, calibrate, threshold};
use super::corpus::{Corpus, Labels, fingerprint};
use super::documents::Documents;
use super::matrix::Matrix;
use super::solver::{self, Weights};
use super::vocabulary::Vocabulary;
use super::{folds, relevance, spelling, subwords};
use crate::error::Result;
use crate::features::{Extractor, Views};
use crate::model::{Calibration, Features, Grouping, Head, Meta, Model, Provenance, best_two};
use crate::taxonomy::{OTHER, Taxonomy, section_of};
use crate::text::noise::Noise;
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
    /// A word that occurs in at least this many texts is what words one typing
    /// error away from it are taken for; 0 for none.
    pub spelling_texts: u32,
    /// Words in lower case that misspelled words are taken for as well, the
    /// commonest first.
    #[serde(skip)]
    pub spelling_words: Vec<String>,
    /// How far features are weighted by what they tell of the label (see
    /// [`relevance`]); 0 is not at all.
    pub relevance: f32,
    /// How much a category inherits from the weights of its section.
    pub section_share: f32,
    /// The most features that the model keeps; 0 keeps all. Those whose
    /// weights are smallest go first.
    pub most_features: usize,
    /// Kinds of noise; of each text a copy with each of them is learned from
    /// as well.
    pub noise: Vec<Noise>,
    /// Sentences that speak of nothing; of each text a copy among some of them
    /// is learned from by the primary head as well, unless its label is of the
    /// section [`OTHER`], which is of such sentences.
    #[serde(skip)]
    pub asides: Asides,
    /// The solver's options.
    pub solver: solver::Options,
    /// On how many held-out folds probabilities are calibrated.
    pub calibration_folds: usize,
    /// The share of errors among the decisions that are not abstained from,
    /// at which the model's own threshold is set. Of a head with sections,
    /// only a wrong section is an error here: it sends an appeal astray.
    pub decided_errors: f64,
    /// Seeds the folds and the order of rows.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            views: Views::default(),
            least_texts: 2,
            spelling_texts: 0,
            spelling_words: Vec::new(),
            relevance: 0.5,
            section_share: 0.5,
            most_features: 0,
            noise: Vec::new(),
            asides: Asides::default(),
            solver: solver::Options::default(),
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
    let extractor = extractor(texts, options)?;
    let documents = Documents::extract(&extractor, texts, &options.noise, &options.asides);
    let training = Training {
        corpus,
        documents: &documents,
        extractor: &extractor,
        options,
        taxonomy,
    };
    Ok(training.on((0..texts.len()).collect()))
}

/// The extractor of a corpus. What it learns from the texts knows no labels.
pub(super) fn extractor(texts: &[String], options: &Options) -> Result<Extractor> {
    let subwords = subwords::train(texts, options.views.subwords)?;
    let spelling = spelling::train(texts, options.spelling_texts, &options.spelling_words);
    Ok(Extractor::new(options.views.clone(), subwords).with_spelling(spelling))
}

/// The options as a model's file tells them: for lists, a hash of their lines
/// (XXH3, 64 bits, hexadecimal), or nothing where they are empty.
fn provenance_of(options: &Options) -> serde_json::Value {
    let words: Vec<&str> = options.spelling_words.iter().map(String::as_str).collect();
    let asides: Vec<&str> = options.asides.sentences().collect();
    let hash = |lines: &[&str]| {
        let hash = xxhash_rust::xxh3::xxh3_64(lines.join("\n").as_bytes());
        (!lines.is_empty()).then(|| format!("{hash:016x}"))
    };
    let mut value = json!(options);
    value["spelling_words"] = json!(hash(&words));
    value["asides"] = json!(hash(&asides));
    value
}

/// A corpus whose features are extracted, and how to train on it.
#[derive(Clone, Copy)]
pub(super) struct Training<'a> {
    pub corpus: &'a Corpus,
    pub documents: &'a Documents,
    pub extractor: &'a Extractor,
    pub options: &'a Options,
    pub taxonomy: &'a Taxonomy,
}

/// A trained head.
struct Learned {
    head: Head,
    /// Integer weights, by feature and label.
    weights: Vec<Vec<i8>>,
    figures: serde_json::Value,
}

impl Training<'_> {
    /// The bytes of a model trained on some rows of the corpus.
    pub fn on(self, rows: Vec<usize>) -> Vec<u8> {
        let vocabulary = Vocabulary::of(self.documents, &rows, self.options.least_texts);
        let fold_of = self.calibration_folds(&rows);
        let texts = rows.len();
        let learned: Vec<Learned> = self
            .corpus
            .targets
            .heads
            .iter()
            .map(|labels| {
                let held_out = self.held_out(labels, &rows, &vocabulary, &fold_of);
                HeadTraining::new(self, labels, &rows, &vocabulary).learn(&vocabulary, &held_out)
            })
            .collect();
        let features = interleave(&vocabulary, &learned, self.options.most_features);
        let figures = learned
            .iter()
            .map(|l| (l.head.name.to_string(), l.figures.clone()))
            .collect::<serde_json::Map<_, _>>();
        let meta = Meta {
            views: self.options.views.clone(),
            heads: learned.into_iter().map(|l| l.head).collect(),
            provenance: Provenance {
                qulaq: env!("CARGO_PKG_VERSION").into(),
                texts,
                corpus: fingerprint(self.corpus),
                options: provenance_of(self.options),
                figures: figures.into(),
            },
        };
        Model::encode(&meta, self.extractor, &features)
    }

    /// The margins of each row as trainings see it that it had no part in. The
    /// vocabulary is that of all rows: it knows no labels.
    fn held_out(
        self,
        labels: &Labels,
        rows: &[usize],
        vocabulary: &Vocabulary,
        fold_of: &[Option<usize>],
    ) -> Vec<HeldOut> {
        let mut held_out = Vec::new();
        for fold in 0..self.options.calibration_folds {
            let (out, rest): (Vec<usize>, Vec<usize>) =
                rows.iter().partition(|row| fold_of[**row] == Some(fold));
            let mut head = HeadTraining::new(self, labels, &rest, vocabulary);
            let weights = head.fit();
            for row in out {
                let Some(right) = labels.of_row[row] else {
                    continue;
                };
                let mut margins = vec![0.0; labels.labels.len()];
                weights.margins(head.matrix.row(row), &mut margins);
                held_out.push(HeldOut {
                    margins,
                    right: right as usize,
                    features: self.documents.summary(row).features,
                });
            }
        }
        held_out
    }

    /// The calibration fold of each row of the corpus; rows left out have none.
    fn calibration_folds(self, rows: &[usize]) -> Vec<Option<usize>> {
        let records = &self.corpus.records;
        let primary = &self.corpus.targets.heads[0];
        let groups: Vec<u32> = rows.iter().map(|r| records.groups[*r]).collect();
        let classes: Vec<Option<u32>> = rows.iter().map(|r| primary.of_row[*r]).collect();
        let folds = self.options.calibration_folds;
        let dealt = folds::deal(&groups, &classes, folds, self.options.seed);
        let mut fold_of = vec![None; records.texts.len()];
        for (row, fold) in rows.iter().zip(dealt) {
            fold_of[*row] = Some(fold);
        }
        fold_of
    }
}

/// The training of one head.
struct HeadTraining<'a> {
    training: Training<'a>,
    labels: &'a Labels,
    rows: &'a [usize],
    /// What an occurrence of each feature counts for this head.
    scales: Vec<f32>,
    matrix: Matrix,
    /// The labels' sections, where they have them.
    sections: Option<(Labels, Vec<u32>)>,
}

impl<'a> HeadTraining<'a> {
    fn new(
        training: Training<'a>,
        labels: &'a Labels,
        rows: &'a [usize],
        vocabulary: &Vocabulary,
    ) -> HeadTraining<'a> {
        let strength = training.options.relevance;
        let factors = relevance::factors(vocabulary, training.documents, rows, labels, strength);
        let scales: Vec<f32> = vocabulary
            .scales
            .iter()
            .zip(factors)
            .map(|(s, f)| s * f)
            .collect();
        let sectioned = labels
            .labels
            .iter()
            .all(|l| training.taxonomy.is_category(l));
        HeadTraining {
            matrix: vocabulary.matrix(training.documents, &scales),
            sections: sectioned.then(|| labels.sections()),
            training,
            labels,
            rows,
            scales,
        }
    }

    /// Trains the head on its rows; `held_out` are rows that other trainings of
    /// the same head did not see.
    fn learn(mut self, vocabulary: &Vocabulary, held_out: &[HeldOut]) -> Learned {
        let options = self.training.options;
        let calibration = calibrate(held_out);
        let judged = self.judge(held_out, &calibration);
        let decisions: Vec<(f32, bool)> = judged
            .iter()
            .map(|j| (j.probability, j.acceptable))
            .collect();
        let min_confidence = threshold(&decisions, options.decided_errors);
        let weights = self.fit();
        let (scales, quantised) = quantise(&weights, &self.scales, vocabulary.len());
        Learned {
            head: Head {
                name: self.labels.name.clone(),
                labels: self.labels.labels.clone(),
                scales,
                biases: weights.bias().to_vec(),
                calibration,
                min_confidence,
                sectioned: self.sections.is_some(),
            },
            weights: quantised,
            figures: figures_of(&judged, min_confidence, options.calibration_folds),
        }
    }

    /// Trains on the head's rows. Where labels have sections, machines for the
    /// sections are trained too and every label inherits from its section's:
    /// what is known of `water` as a whole helps each of its categories, and a
    /// category that is mistaken is more often mistaken for a neighbour.
    fn fit(&mut self) -> Weights {
        let mut weights = self.fit_flat(self.labels);
        let share = self.training.options.section_share;
        if let Some((sections, section_of)) = self.sections.take() {
            if share > 0.0 {
                let parents = self.fit_flat(&sections);
                weights.inherit(&parents, &section_of, share);
            }
            self.sections = Some((sections, section_of));
        }
        weights
    }

    fn fit_flat(&mut self, labels: &Labels) -> Weights {
        let primary = self.training.corpus.targets.heads[0].name == self.labels.name;
        let mut of_row = vec![None; labels.of_row.len()];
        of_row.resize(self.training.documents.len(), None);
        for &row in self.rows {
            let label = labels.of_row[row];
            of_row[row] = label;
            for copy in self.training.documents.noisy(row) {
                of_row[copy] = label;
            }
            let topical = |label: &u32| section_of(&labels.labels[*label as usize]) != OTHER;
            if let Some(copy) = self
                .training
                .documents
                .among_asides(row)
                .filter(|_| primary)
            {
                of_row[copy] = label.filter(topical);
            }
        }
        let targets = solver::Targets {
            classes: labels.labels.len(),
            of_row,
        };
        let solver = solver::Options {
            seed: self.training.options.seed,
            ..self.training.options.solver
        };
        // The dataset owns its records: the matrix is lent to it, not copied.
        let dataset = DatasetBase::new(std::mem::take(&mut self.matrix), targets);
        let weights = solver.fit(&dataset);
        self.matrix = dataset.records;
        weights.expect("the solver's fit has no error to give")
    }

    /// What the calibrated head decides on the texts held out, as the
    /// classifier would.
    fn judge(&self, held_out: &[HeldOut], calibration: &Calibration) -> Vec<Judgement> {
        let grouping = self
            .sections
            .as_ref()
            .map(|_| Grouping::of(&self.labels.labels));
        let mut probabilities = Vec::new();
        let mut by_section = Vec::new();
        held_out
            .iter()
            .map(|text| {
                calibration.probabilities(&text.margins, text.features, &mut probabilities);
                let (label, acceptable) = match &grouping {
                    Some(grouping) => {
                        let label = grouping.decide(&text.margins, &probabilities, &mut by_section);
                        (
                            label,
                            grouping.of_label[label] == grouping.of_label[text.right],
                        )
                    }
                    None => {
                        let (label, _) = best_two(&text.margins);
                        (label, label == text.right)
                    }
                };
                Judgement {
                    probability: probabilities[label],
                    right: label == text.right,
                    acceptable,
                }
            })
            .collect()
    }
}

/// A decision on a text held out.
struct Judgement {
    probability: f32,
    right: bool,
    /// Whether at least its section is right.
    acceptable: bool,
}

fn figures_of(judged: &[Judgement], min_confidence: f32, folds: usize) -> serde_json::Value {
    let share = |part: usize, whole: usize| {
        let share = part as f64 / whole.max(1) as f64;
        (share * 1e4).round() / 1e4
    };
    let all: Vec<&Judgement> = judged.iter().collect();
    let decided: Vec<&Judgement> = judged
        .iter()
        .filter(|j| j.probability >= min_confidence)
        .collect();
    let right = |of: &[&Judgement]| share(of.iter().filter(|j| j.right).count(), of.len());
    let acceptable =
        |of: &[&Judgement]| share(of.iter().filter(|j| j.acceptable).count(), of.len());
    json!({
        "folds": folds,
        "texts": judged.len(),
        "accuracy": right(&all),
        "section_accuracy": acceptable(&all),
        "decided": share(decided.len(), judged.len()),
        "decided_accuracy": right(&decided),
        "decided_section_accuracy": acceptable(&decided),
    })
}

/// The weights of a head as small integers, by feature and label, and what a
/// unit of each label is worth. What an occurrence counts is in the weights.
fn quantise(weights: &Weights, scales: &[f32], features: usize) -> (Vec<f32>, Vec<Vec<i8>>) {
    let classes = weights.classes();
    let value = |feature: usize, class: usize| weights.weight(feature, class) * scales[feature];
    let mut largest = vec![0.0f32; classes];
    for feature in 0..features {
        for (class, largest) in largest.iter_mut().enumerate() {
            *largest = largest.max(value(feature, class).abs());
        }
    }
    let units: Vec<f32> = largest
        .iter()
        .map(|l| l.max(f32::MIN_POSITIVE * 256.0) / 127.0)
        .collect();
    let quantised = (0..features)
        .map(|feature| {
            (0..classes)
                .map(|class| (value(feature, class) / units[class]).round() as i8)
                .collect()
        })
        .collect();
    (units, quantised)
}

/// Puts the columns of all heads side by side. Features whose weights are all
/// zero are left out, and, where there are more than `most`, those whose
/// weights for the primary head are smallest together.
fn interleave(vocabulary: &Vocabulary, heads: &[Learned], most: usize) -> Features {
    let weights = |feature: usize| heads.iter().flat_map(move |head| &head.weights[feature]);
    let mut kept: Vec<usize> = (0..vocabulary.len())
        .filter(|f| weights(*f).any(|w| *w != 0))
        .collect();
    if most > 0 && kept.len() > most {
        let size = |feature: &usize| -> i64 {
            let primary = &heads[0].weights[*feature];
            primary.iter().map(|w| i64::from(*w) * i64::from(*w)).sum()
        };
        kept.sort_by_key(|feature| (std::cmp::Reverse(size(feature)), *feature));
        kept.truncate(most);
        kept.sort_unstable();
    }
    let mut features = Features::default();
    for feature in kept {
        features.hashes.push(vocabulary.hashes[feature]);
        features.weights.extend(weights(feature));
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::corpus;

    /// A few sections of the corpus that the shipped model learns from.
    fn part() -> Corpus {
        let (mut texts, mut categories) = (Vec::new(), Vec::new());
        for section in ["gas", "heating", "animals"] {
            let path = format!("{}/corpora/train/{section}.tsv", env!("CARGO_MANIFEST_DIR"));
            let file = std::fs::read_to_string(path).unwrap();
            for line in file.lines().skip(1) {
                let cells: Vec<&str> = line.split('\t').collect();
                categories.push(cells[1].to_owned());
                texts.push(cells[10].to_owned());
            }
        }
        let labels = Labels::new("category", categories.iter().map(String::as_str));
        corpus::new(texts, vec![labels], None).unwrap()
    }

    #[test]
    fn small_integers_decide_as_the_weights_they_stand_for() {
        let corpus = part();
        let options = Options::default();
        let extractor = Extractor::new(options.views.clone(), Default::default());
        let documents =
            Documents::extract(&extractor, &corpus.records.texts, &[], &Default::default());
        let rows: Vec<usize> = (0..documents.len()).collect();
        let vocabulary = Vocabulary::of(&documents, &rows, options.least_texts);
        let training = Training {
            corpus: &corpus,
            documents: &documents,
            extractor: &extractor,
            options: &options,
            taxonomy: &Taxonomy::shipped(),
        };
        let labels = &corpus.targets.heads[0];
        // Half of the rows are new to the weights: close calls are among them.
        let (known, new): (Vec<usize>, Vec<usize>) = rows.iter().partition(|row| **row % 2 == 0);
        let mut head = HeadTraining::new(training, labels, &known, &vocabulary);
        let weights = head.fit();
        let (units, quantised) = quantise(&weights, &head.scales, vocabulary.len());
        let mut differ = 0;
        for &row in &new {
            let (columns, values) = head.matrix.row(row);
            let mut exact = vec![0.0; labels.labels.len()];
            weights.margins((columns, values), &mut exact);
            let mut small = weights.bias().to_vec();
            for (column, value) in columns.iter().zip(values) {
                let occurrences = value / head.scales[*column as usize];
                for (class, margin) in small.iter_mut().enumerate() {
                    let weight = f32::from(quantised[*column as usize][class]) * units[class];
                    *margin += weight * occurrences;
                }
            }
            differ += usize::from(best_two(&exact).0 != best_two(&small).0);
        }
        let share = differ as f64 / new.len() as f64;
        println!("{differ} of {} decisions differ", new.len());
        assert!(share <= 0.02, "{differ} of {}", new.len());
    }

    #[test]
    fn the_same_bytes_each_time() {
        let corpus = part();
        let taxonomy = Taxonomy::shipped();
        let bytes = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| train(&corpus, &Options::default(), &taxonomy).unwrap())
        };
        assert!(bytes(1) == bytes(3));
    }
}
