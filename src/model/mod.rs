//! The learned heads and their file.
//!
//! A model is a table from features to rows of small integer weights, one
//! column a label of every head, side by side: one look-up of a feature serves
//! all heads. The margin of a label is
//!
//! `margin = scale * (Σ weights of the text's features) / length(n) + bias`
//!
//! where `n` is the number of features of the text, known or not, and
//! [`length`] what takes the place of the norm of its vector. A [`Calibration`]
//! turns margins into probabilities.

mod calibration;
pub mod decision;
pub mod file;
mod memo;
pub mod sum;
mod table;

pub use calibration::{Calibration, Shape, best_two};
pub use decision::Grouping;
pub use memo::Memo;
use table::Table;
pub use table::{Features, Rows};

use crate::error::{Error, Result};
use crate::features::spelling::Spelling;
use crate::features::subword::Subwords;
use crate::features::{Extractor, Views};
use crate::text::fold::Code;
use file::{Bytes, Sections};
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the file says of itself, beside the weights.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meta {
    /// The views of the features.
    pub views: Views,
    /// The heads in the order of their columns; the first is the primary one.
    pub heads: Vec<Head>,
    /// How the model came to be.
    pub provenance: Provenance,
}

/// One head: a set of labels of which a text has one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Head {
    /// Its name: the column it writes.
    pub name: Arc<str>,
    /// Its labels, in the order of its columns.
    pub labels: Vec<Arc<str>>,
    /// What a unit of the integer weights is worth, by label.
    pub scales: Vec<f32>,
    /// The margin of an empty text, by label.
    pub biases: Vec<f32>,
    /// From margins to probabilities.
    pub calibration: Calibration,
    /// Below this probability the head is not sure.
    pub min_confidence: f32,
    /// Whether the labels are `section.category` of a unified classifier.
    pub sectioned: bool,
}

/// How a model came to be; nothing here depends on the clock or the machine.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// The version of qulaq that trained it.
    pub qulaq: String,
    /// How many texts it learned from.
    pub texts: usize,
    /// A hash (XXH3, 64 bits, hexadecimal) of the texts, labels and groups.
    pub corpus: String,
    /// The options of the training, as they were given.
    pub options: serde_json::Value,
    /// What cross-validation inside the training measured, by head.
    pub figures: serde_json::Value,
}

/// A model, opened.
#[derive(Debug)]
pub struct Model {
    meta: Meta,
    extractor: Extractor,
    table: Table,
    sections: Sections,
    /// Tells this model from all others that the process has opened.
    number: u64,
}

/// What takes the place of a text vector's norm, from its number of features:
/// `1.7 n^0.75`, between the norm of a binary vector (`n^0.5`) and a mean (`n`).
/// It needs no look at the features, so unknown ones cost nothing, and it was
/// as accurate as the norm itself (DESIGN.md).
#[inline]
#[must_use]
pub fn length(features: u32) -> f32 {
    let root = (features.max(1) as f32).sqrt();
    LENGTH_UNIT * root * root.sqrt()
}

const LENGTH_UNIT: f32 = 1.7;

/// How many models the process has opened, and one.
static OPENED: AtomicU64 = AtomicU64::new(1);

const META: &str = "meta";
const SLOTS: &str = "slots";
const WEIGHTS: &str = "weights";
const PIECES: &str = "pieces";
const SPELLING: &str = "spelling";

impl Model {
    /// Opens a model file by mapping it into memory. Only its header and small
    /// sections are read now; [`file::verify`] checks the whole of it.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`]; [`crate::error::ErrorKind::Model`]
    /// where the file is none, is cut short, damaged or of another version.
    pub fn open(path: impl AsRef<Path>) -> Result<Model> {
        let path = path.as_ref();
        Model::new(Bytes::map(path)?, &path.display().to_string())
    }

    /// Takes a model from memory; `name` stands for it in errors.
    ///
    /// # Errors
    /// As [`Model::open`].
    pub fn new(bytes: Bytes, name: &str) -> Result<Model> {
        let sections = Sections::parse(bytes, name)?;
        let damaged = |what: &str| Error::model(t!("model.damaged", path = name, what = what));
        let meta: Meta = serde_json::from_slice(sections.get(META, name)?)
            .map_err(|e| damaged(&format!("{META}: {e}")))?;
        let mut columns = 0;
        for (at, head) in meta.heads.iter().enumerate() {
            let labels = head.labels.len();
            let fits = labels > 0 && head.scales.len() == labels && head.biases.len() == labels;
            let named = meta.heads[..at].iter().any(|other| other.name == head.name);
            let calibration = [head.calibration.bias, head.calibration.slope];
            let mut numbers = (head.scales.iter().chain(&head.biases))
                .chain(&head.calibration.weights)
                .chain(&calibration);
            if !fits || named || !numbers.all(|number| number.is_finite()) {
                return Err(damaged(META));
            }
            columns += labels;
        }
        let possible = |(shortest, longest)| {
            1 <= shortest && shortest <= longest && longest <= crate::features::LONGEST_NGRAM
        };
        if meta.heads.is_empty() || !meta.views.ngrams.is_none_or(possible) {
            return Err(damaged(META));
        }
        let pieces = decode_pieces(sections.get(PIECES, name)?).ok_or_else(|| damaged(PIECES))?;
        let subwords = Subwords::new(pieces.iter().map(|(p, c)| (&**p, *c)));
        let spelling = sections.get(SPELLING, name)?;
        let spelling = Spelling::decode(spelling).ok_or_else(|| damaged(SPELLING))?;
        let table = Table::new(
            sections.range(SLOTS, name)?,
            sections.range(WEIGHTS, name)?,
            columns,
        )
        .ok_or_else(|| damaged(SLOTS))?;
        Ok(Model {
            extractor: Extractor::new(meta.views.clone(), subwords).with_spelling(spelling),
            meta,
            table,
            sections,
            number: OPENED.fetch_add(1, Ordering::Relaxed),
        })
    }

    /// Writes a model to bytes that [`Model::new`] takes.
    #[must_use]
    pub fn encode(meta: &Meta, extractor: &Extractor, features: &Features) -> Vec<u8> {
        let columns = meta.heads.iter().map(|head| head.labels.len()).sum();
        let (slots, weights) = table::encode(features, columns);
        let meta = serde_json::to_vec(meta).expect("a model's meta has only string keys");
        let pieces = encode_pieces(extractor.subwords());
        file::write(&[
            (META, &meta),
            (SLOTS, &slots),
            (WEIGHTS, &weights),
            (PIECES, &pieces),
            (SPELLING, &extractor.spelling().encode()),
        ])
    }

    /// What the file says of itself.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The extractor of the model's features.
    #[must_use]
    pub fn extractor(&self) -> &Extractor {
        &self.extractor
    }

    /// The rows of weights.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        self.table.rows(self.sections.bytes())
    }

    /// A number that no other model of this process has; never 0.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.sections.bytes().len()
    }
}

/// A piece: its length with the top bit for «continues a word», its letters.
fn encode_pieces(subwords: &Subwords) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (letters, continues) in subwords.list() {
        bytes.push(letters.len() as u8 | u8::from(continues) << 7);
        bytes.extend_from_slice(letters);
    }
    bytes
}

fn decode_pieces(mut bytes: &[u8]) -> Option<Vec<(Vec<Code>, bool)>> {
    let mut pieces = Vec::new();
    while let Some((head, rest)) = bytes.split_first() {
        let length = usize::from(head & 0x7F);
        pieces.push((rest.get(..length)?.to_vec(), head & 0x80 != 0));
        bytes = &rest[length..];
    }
    Some(pieces)
}
