//! The features of a corpus, extracted once.

use crate::features::{Extractor, Scratch, Summary, View, Visitor, Words};
use crate::text::fold::Code;
use crate::text::{Buffers, normalise};
use rayon::prelude::*;

/// The features of every text of a corpus, with their counts.
#[derive(Debug, Clone, Default)]
pub struct Documents {
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
    /// Extracts the features of `texts` on all cores.
    #[must_use]
    pub fn extract(extractor: &Extractor, texts: &[String]) -> Documents {
        let extracted: Vec<(Vec<Feature>, Summary)> = texts
            .par_iter()
            .map_init(
                || (Buffers::default(), Scratch::default()),
                |(buffers, scratch), text| {
                    let mut collector = Collector(Vec::new());
                    let text = normalise(text, buffers);
                    let summary = extractor.extract(text, scratch, &mut collector);
                    (count(collector.0), summary)
                },
            )
            .collect();
        let mut documents = Documents {
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

    /// How many texts there are.
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
