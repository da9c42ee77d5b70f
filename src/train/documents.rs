//! The features of a corpus, extracted once.

use super::asides::Asides;
use crate::features::{Extractor, Scratch, Summary, View, Visitor, Words};
use crate::text::fold::Code;
use crate::text::noise::Noise;
use crate::text::{Buffers, normalise};
use rayon::prelude::*;

/// The features of every text of a corpus, with their counts; after them
/// those of copies of the texts, which only weights are learned from.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// How many texts the corpus has; the others are copies of them.
    texts: usize,
    /// How many noisy copies there are of each text.
    noisy: usize,
    starts: Vec<usize>,
    features: Vec<Feature>,
    summaries: Vec<Summary>,
}

/// A feature of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Its hash.
    pub hash: u64,
    /// How often it occurs.
    pub count: u16,
    /// Its view.
    pub view: View,
}

struct Collector(Vec<Feature>);

impl Visitor for Collector {
    fn feature(&mut self, view: View, hash: u64, _words: Words<'_>, _piece: &[Code]) {
        self.0.push(Feature {
            hash,
            count: 1,
            view,
        });
    }
}

impl Documents {
    /// Extracts the features of `texts`, of a copy of each of them with each
    /// kind of `noise`, and, where there are any, of one among `asides`, on all
    /// cores.
    #[must_use]
    pub fn extract(
        extractor: &Extractor,
        texts: &[String],
        noise: &[Noise],
        asides: &Asides,
    ) -> Documents {
        let copies = noise.len() + usize::from(!asides.is_empty());
        let extracted: Vec<(Vec<Feature>, Summary)> = (0..texts.len() * (1 + copies))
            .into_par_iter()
            .map_init(
                || (Buffers::default(), Scratch::default(), String::new()),
                |(buffers, scratch, copy), row| {
                    let text = &texts[row % texts.len()];
                    copy.clear();
                    let text = match (row / texts.len()).checked_sub(1) {
                        None => text,
                        Some(kind) => {
                            match noise.get(kind) {
                                Some(noise) => noise.apply(text, row as u64, copy),
                                None => asides.around(text, row as u64, copy),
                            }
                            copy
                        }
                    };
                    let mut collector = Collector(Vec::new());
                    let summary =
                        extractor.extract(normalise(text, buffers), scratch, &mut collector);
                    (count(collector.0), summary)
                },
            )
            .collect();
        let mut documents = Documents {
            texts: texts.len(),
            noisy: noise.len(),
            starts: vec![0],
            ..Documents::default()
        };
        for (features, summary) in extracted {
            documents.features.extend(features);
            documents.starts.push(documents.features.len());
            documents.summaries.push(summary);
        }
        documents
    }

    /// The rows of the noisy copies of the text `row`.
    pub fn noisy(&self, row: usize) -> impl Iterator<Item = usize> + use<> {
        self.copies(row).take(self.noisy)
    }

    /// The row of the copy of the text `row` among asides, where there is one.
    #[must_use]
    pub fn among_asides(&self, row: usize) -> Option<usize> {
        self.copies(row).nth(self.noisy)
    }

    fn copies(&self, row: usize) -> impl Iterator<Item = usize> + use<> {
        (row + self.texts..self.len()).step_by(self.texts.max(1))
    }

    /// How many texts there are, copies included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.summaries.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.summaries.is_empty()
    }

    /// The features of a text, each once, in the order of their hashes.
    #[must_use]
    pub fn features(&self, text: usize) -> &[Feature] {
        &self.features[self.starts[text]..self.starts[text + 1]]
    }

    /// What else is known of a text.
    #[must_use]
    pub fn summary(&self, text: usize) -> Summary {
        self.summaries[text]
    }
}

/// Sorts features and joins those that are the same.
fn count(mut features: Vec<Feature>) -> Vec<Feature> {
    features.sort_unstable_by_key(|f| f.hash);
    features.dedup_by(|next, kept| {
        let same = next.hash == kept.hash;
        if same {
            kept.count = kept.count.saturating_add(1);
        }
        same
    });
    features.shrink_to_fit();
    features
}
