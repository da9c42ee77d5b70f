//! Cross-validation: every row is judged by a model that never saw its group.

use super::build::extractor;
use super::build::{Options, Training};
use super::corpus::Corpus;
use super::documents::Documents;
use super::folds;
use super::metrics::{Figures, Outcome};
use crate::appeal::Appeal;
use crate::classifier::Classifier;
use crate::error::{Error, Result};
use crate::model::Model;
use crate::model::file::Bytes;
use crate::taxonomy::Taxonomy;
use rust_i18n::t;
use std::sync::Arc;

/// Trains and judges `fold_count` times; the figures of each head over all
/// rows. `step` is called after each fold.
///
/// Models are judged as they would be used: from their file's bytes, through
/// [`Classifier`]. Only the subword vocabulary, which knows no labels, is
/// learned from all texts.
///
/// # Errors
/// [`crate::error::ErrorKind::Training`] where there are fewer groups than folds.
pub fn cross_validate(
    corpus: &Corpus,
    options: &Options,
    fold_count: usize,
    taxonomy: &Taxonomy,
    mut step: impl FnMut(),
) -> Result<Vec<(Arc<str>, Figures)>> {
    let texts = &corpus.records.texts;
    let groups = &corpus.records.groups;
    let group_count = groups.iter().max().map_or(0, |g| *g as usize + 1);
    if fold_count < 2 || group_count < fold_count {
        let message = t!("train.few_groups", groups = group_count, folds = fold_count);
        return Err(Error::training(message));
    }
    let extractor = extractor(texts, options)?;
    let documents = Documents::extract(&extractor, texts, &options.noise, &options.asides);
    let heads = &corpus.targets.heads;
    let fold_of = folds::deal(groups, &heads[0].of_row, fold_count, options.seed);

    let training = Training {
        corpus,
        documents: &documents,
        extractor: &extractor,
        options,
        taxonomy,
    };
    let mut outcomes: Vec<Vec<Outcome>> = vec![Vec::new(); heads.len()];
    for fold in 0..fold_count {
        let (out, rest): (Vec<usize>, Vec<usize>) =
            (0..texts.len()).partition(|row| fold_of[*row] == fold);
        let bytes = training.on(rest);
        let classifier =
            Classifier::new(Model::new(Bytes::copy(&bytes), "fold")?).with_locator(None);
        let appeals: Vec<Appeal> = out
            .iter()
            .map(|row| Appeal::new(texts[*row].as_str()))
            .collect();
        for (row, verdict) in out.iter().zip(classifier.classify_batch(&appeals)) {
            for (head, outcomes) in heads.iter().zip(&mut outcomes) {
                let (Some(right), Some(decision)) =
                    (head.of_row[*row], verdict.decision(&head.name))
                else {
                    continue;
                };
                // The labels of a fold's model are those of the corpus.
                let predicted = head
                    .labels
                    .binary_search(&decision.label)
                    .unwrap_or_default();
                outcomes.push(Outcome {
                    right,
                    predicted: predicted as u32,
                    probability: decision.probability,
                    language: verdict.language,
                });
            }
        }
        step();
    }
    Ok(heads
        .iter()
        .zip(outcomes)
        .map(|(head, outcomes)| (head.name.clone(), Figures::of(&outcomes)))
        .collect())
}
