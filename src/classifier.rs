//! Text in, verdict out.

use crate::appeal::Appeal;
use crate::error::Result;
use crate::features::{self, View, Visitor, WordSummary, Words};
use crate::locate::{self, Locator};
use crate::model::decision::first_of_best;
use crate::model::file::{Aligned, Bytes};
use crate::model::sum;
use crate::model::{Grouping, Head, Memo, Model, Rows, best_two, length};
use crate::text::fold::Code;
use crate::text::{Buffers, normalise, script_of};
use crate::verdict::{Alternative, Decision, Evidence, Verdict};
use rayon::prelude::*;
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

/// How many runners-up a verdict names.
const ALTERNATIVES: usize = 3;
/// How many pieces of evidence an explanation names.
const EVIDENCE: usize = 8;
/// What a verdict calls the section of the primary head's label.
pub const SECTION: &str = "section";
/// The category of a text that says nothing.
const UNCLEAR: &str = "other.unclear";

/// Classifies appeals. Cheap to clone and to share between threads.
#[derive(Debug, Clone)]
pub struct Classifier {
    inner: Arc<Inner>,
    min_confidence: f32,
    explain: bool,
    locator: Option<Locator>,
}

#[derive(Debug)]
struct Inner {
    model: Model,
    sections: Option<Grouping>,
    /// [`SECTION`], made once.
    section: Arc<str>,
    unclear: Option<usize>,
}

/// What a head says of all its labels.
#[derive(Clone, Copy)]
struct Scores<'s> {
    margins: &'s [f32],
    probabilities: &'s [f32],
}

/// The buffers of classifying one text; kept by the caller, so that nothing is
/// allocated once they have grown.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    buffers: Buffers,
    wording: Buffers,
    extraction: features::Scratch,
    memo: Memo,
    sums: Vec<i32>,
    pending: Pending,
    margins: Vec<f32>,
    probabilities: Vec<f32>,
    by_section: Vec<f32>,
    locate: locate::Scratch,
    verdict: Verdict,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Does some work with the scratch that this thread keeps: what it remembers
/// is worth keeping from one piece of work to the next. `work` must not call
/// this again.
pub(crate) fn with_scratch<T>(work: impl FnOnce(&mut Scratch) -> T) -> T {
    SCRATCH.with_borrow_mut(work)
}

/// The shipped model, at an address that its sections can be read from.
#[repr(C)]
struct Embedded<T: ?Sized> {
    align: [Aligned; 0],
    bytes: T,
}

static SHIPPED: &Embedded<[u8]> = &Embedded {
    align: [],
    bytes: *include_bytes!("../models/shipped.qulaq"),
};

impl Classifier {
    /// The classifier with the model that the program carries.
    ///
    /// # Errors
    /// None that a build whose tests pass can give.
    pub fn shipped() -> Result<Classifier> {
        Ok(Classifier::new(Model::new(
            Bytes::Static(&SHIPPED.bytes),
            "shipped model",
        )?))
    }

    /// The classifier with the model of a file.
    ///
    /// # Errors
    /// As [`Model::open`].
    pub fn open(path: impl AsRef<Path>) -> Result<Classifier> {
        Ok(Classifier::new(Model::open(path)?))
    }

    /// The classifier with a model.
    #[must_use]
    pub fn new(model: Model) -> Classifier {
        let primary = &model.meta().heads[0];
        let min_confidence = primary.min_confidence;
        let inner = Inner {
            sections: primary.sectioned.then(|| Grouping::of(&primary.labels)),
            section: SECTION.into(),
            unclear: primary.labels.iter().position(|l| &**l == UNCLEAR),
            model,
        };
        Classifier {
            inner: Arc::new(inner),
            min_confidence,
            explain: false,
            locator: Some(Locator::default()),
        }
    }

    /// The same classifier with another threshold of abstention, 0 to 1.
    #[must_use]
    pub fn with_min_confidence(self, min_confidence: f32) -> Classifier {
        Classifier {
            min_confidence,
            ..self
        }
    }

    /// The same classifier, whose verdicts carry explanations or do not.
    #[must_use]
    pub fn with_explanations(self, explain: bool) -> Classifier {
        Classifier { explain, ..self }
    }

    /// The same classifier with another locator, or without: then verdicts say
    /// nothing of places and addresses, and come sooner.
    #[must_use]
    pub fn with_locator(self, locator: Option<Locator>) -> Classifier {
        Classifier { locator, ..self }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.inner.model
    }

    /// The names of what a verdict decides, in order: the model's heads, and
    /// `section` after a head whose labels have sections.
    #[must_use]
    pub fn decides(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = self
            .model()
            .meta()
            .heads
            .iter()
            .map(|h| h.name.clone())
            .collect();
        if self.inner.sections.is_some() {
            names.insert(1, SECTION.into());
        }
        names
    }

    /// The verdict on one appeal.
    ///
    /// Works in buffers that the thread keeps (a few megabytes) and copies the
    /// verdict; [`Classifier::classify_with`] leaves both to the caller.
    #[must_use]
    pub fn classify(&self, appeal: &Appeal<'_>) -> Verdict {
        with_scratch(|scratch| self.classify_with(appeal, scratch).clone())
    }

    /// The verdicts on many appeals, in their order, computed on all cores.
    #[must_use]
    pub fn classify_batch(&self, appeals: &[Appeal<'_>]) -> Vec<Verdict> {
        appeals
            .par_iter()
            .map(|appeal| self.classify(appeal))
            .collect()
    }

    /// The verdict on one appeal, computed in and left in `scratch`.
    pub fn classify_with<'s>(&self, appeal: &Appeal<'_>, scratch: &'s mut Scratch) -> &'s Verdict {
        let model = &self.inner.model;
        let text = normalise(&appeal.text, &mut scratch.buffers);
        let rows = model.rows();
        scratch.sums.clear();
        scratch.sums.resize(rows.stride(), 0);
        scratch.memo.prepare(model.number(), rows.stride());
        scratch.pending.of_word.clear();
        scratch.pending.pairs.clear();
        let mut sums = Sums {
            rows,
            memo: &mut scratch.memo,
            pending: &mut scratch.pending,
            sums: &mut scratch.sums,
        };
        let summary = model
            .extractor()
            .extract(text, &mut scratch.extraction, &mut sums);
        sums.finish();

        let verdict = &mut scratch.verdict;
        verdict.script = script_of(&appeal.text, &mut scratch.wording);
        verdict.language = summary.votes.language(verdict.script);
        verdict.decisions.clear();
        verdict.alternatives.clear();
        verdict.explanation.clear();
        verdict.location.clear();
        if let Some(locator) = &self.locator {
            let place = appeal.place.as_deref();
            let location = &mut verdict.location;
            locator.locate(&appeal.text, place, &mut scratch.locate, location);
        }
        let length = length(summary.features);
        let mut column = 0;
        for (h, head) in model.meta().heads.iter().enumerate() {
            scratch.margins.clear();
            scratch.margins.extend(
                scratch.sums[column..]
                    .iter()
                    .zip(&head.scales)
                    .zip(&head.biases)
                    .map(|((sum, scale), bias)| *sum as f32 * scale / length + bias),
            );
            let probabilities = &mut scratch.probabilities;
            head.calibration
                .probabilities(&scratch.margins, summary.features, probabilities);
            if h == 0 {
                let empty = summary.features == 0;
                let scores = Scores {
                    margins: &scratch.margins,
                    probabilities,
                };
                let label = self
                    .inner
                    .primary(empty, scores, &mut scratch.by_section, verdict);
                verdict.abstained = empty || probabilities[label] < self.min_confidence;
                if self.explain {
                    let explained = Explained {
                        rows,
                        column: column + label,
                        unit: head.scales[label] / length,
                        evidence: Vec::new(),
                    };
                    verdict.explanation = explained.of(model, text, &mut scratch.extraction);
                }
            } else {
                let (label, _) = best_two(&scratch.margins);
                verdict.decisions.push(decide(head, label, probabilities));
            }
            column += head.labels.len();
        }
        verdict
    }
}

impl Inner {
    /// Decides the primary head, its section and its runners-up; returns the
    /// index of the label.
    ///
    /// The section is the likeliest one and the category the likeliest one in
    /// it, so that the two agree and a section's chance counts as a whole.
    fn primary(
        &self,
        empty: bool,
        scores: Scores<'_>,
        by_section: &mut Vec<f32>,
        verdict: &mut Verdict,
    ) -> usize {
        let head = &self.model.meta().heads[0];
        let Scores {
            margins,
            probabilities,
        } = scores;
        let (mut label, _) = best_two(margins);
        if let Some(sections) = &self.sections {
            label = sections.decide(margins, probabilities, by_section);
        }
        if let (true, Some(unclear)) = (empty, self.unclear) {
            label = unclear;
        }
        verdict.decisions.push(decide(head, label, probabilities));
        if let Some(sections) = &self.sections {
            let section = sections.of_label[label];
            verdict.decisions.push(Decision {
                head: self.section.clone(),
                label: sections.names[section].clone(),
                probability: by_section[section],
            });
        }
        let mut before = label;
        for _ in 0..ALTERNATIVES.min(margins.len() - 1) {
            // The next in the order of (margin, label), without sorting.
            let after = |l: &usize| {
                before == label
                    || margins[*l] < margins[before]
                    || margins[*l] == margins[before] && *l > before
            };
            let rest = (0..margins.len()).filter(|l| *l != label).filter(after);
            let Some(next) = first_of_best(rest, margins) else {
                break;
            };
            before = next;
            verdict.alternatives.push(Alternative {
                label: head.labels[next].clone(),
                probability: probabilities[next],
            });
        }
        label
    }
}

fn decide(head: &Head, label: usize, probabilities: &[f32]) -> Decision {
    Decision {
        head: head.name.clone(),
        label: head.labels[label].clone(),
        probability: probabilities[label],
    }
}

/// Adds up the rows of the features, word by word.
struct Sums<'a> {
    rows: Rows<'a>,
    memo: &'a mut Memo,
    pending: &'a mut Pending,
    sums: &'a mut [i32],
}

/// Features that are not added up yet.
#[derive(Debug, Default, Clone)]
struct Pending {
    of_word: Vec<u64>,
    pairs: Vec<u64>,
    known: Vec<u32>,
    word_sums: Vec<i32>,
}

impl Visitor for Sums<'_> {
    #[inline]
    fn feature(&mut self, view: View, hash: u64, _words: Words<'_>, _piece: &[Code]) {
        match view {
            View::Pair => self.pending.pairs.push(hash),
            _ => self.pending.of_word.push(hash),
        }
    }

    #[inline]
    fn recall(&mut self, spelling: u64) -> Option<WordSummary> {
        let (summary, kept) = self.memo.recall(spelling)?;
        sum::add(self.sums, kept);
        Some(summary)
    }

    fn learned(&mut self, spelling: u64, summary: WordSummary) {
        let Pending {
            of_word,
            known,
            word_sums,
            ..
        } = self.pending;
        word_sums.clear();
        word_sums.resize(self.sums.len(), 0);
        self.rows.add(of_word, known, word_sums);
        of_word.clear();
        self.memo.remember(spelling, summary, word_sums);
        for (sum, of_word) in self.sums.iter_mut().zip(word_sums) {
            *sum += *of_word;
        }
    }
}

impl Sums<'_> {
    /// Adds the pairs, when all words are through.
    fn finish(self) {
        let Pending { pairs, known, .. } = self.pending;
        self.rows.add(pairs, known, self.sums);
        pairs.clear();
    }
}

/// Adds up what each word and each pair of words says for one label.
struct Explained<'a> {
    rows: Rows<'a>,
    column: usize,
    unit: f32,
    evidence: Vec<Evidence>,
}

impl Explained<'_> {
    fn of(mut self, model: &Model, text: &str, scratch: &mut features::Scratch) -> Vec<Evidence> {
        model.extractor().extract(text, scratch, &mut self);
        let mut evidence = self.evidence;
        evidence.retain(|e| e.weight != 0.0);
        evidence.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        evidence.truncate(EVIDENCE);
        evidence
    }
}

impl Visitor for Explained<'_> {
    fn feature(&mut self, view: View, hash: u64, words: Words<'_>, _piece: &[Code]) {
        let Some(row) = self.rows.get(hash) else {
            return;
        };
        let weight = f32::from(row[self.column]) * self.unit;
        let feature = match (view, words.previous) {
            (View::Pair, Some(previous)) => format!("{previous} {}", words.word),
            _ => words.word.to_owned(),
        };
        match self.evidence.last_mut() {
            Some(last) if last.feature == feature => last.weight += weight,
            _ => self.evidence.push(Evidence { feature, weight }),
        }
    }
}
