//! Learning and judging.
//!
//! A [`Corpus`] goes through [`Documents`] (its features, extracted once),
//! [`vocabulary`] (which of them are learned), [`solver`] (the weights),
//! [`calibrate`] (probabilities from held-out folds) into the bytes of a
//! model. [`evaluate`] judges a model on labelled rows, [`mod@cross_validate`]
//! does both in turn.

pub mod asides;
mod build;
pub mod calibrate;
pub mod corpus;
pub mod cross_validate;
pub mod documents;
pub mod duplicates;
pub mod evaluate;
pub mod folds;
pub mod language;
pub mod letters;
pub mod matrix;
pub mod metrics;
pub mod relevance;
pub mod solver;
pub mod spelling;
pub mod subwords;
pub mod vocabulary;

pub use build::{Options, train};
pub use corpus::{Corpus, Labels, Targets, Texts};
pub use cross_validate::cross_validate;
pub use documents::Documents;
pub use evaluate::Judged;
