//! qulaq listens to citizens' appeals in Kazakh and Russian.
//!
//! ```
//! use qulaq::{Appeal, Classifier};
//!
//! let classifier = Classifier::shipped()?;
//! let verdict = classifier.classify(&Appeal::new("Ауылда үш күннен бері су жоқ"));
//! assert_eq!(verdict.label("category"), Some("water.supply-outage"));
//! # Ok::<(), qulaq::Error>(())
//! ```
//!
//! # Features
//!
//! Without any, the library classifies. `train` adds learning and judging,
//! `intake` reading and writing rows, `cli` (on by default) the program.

rust_i18n::i18n!("src/locales", fallback = "en");

mod appeal;
mod classifier;
#[cfg(feature = "cli")]
pub mod cli;
mod error;
pub mod features;
#[cfg(feature = "intake")]
pub mod intake;
mod locate;
pub mod model;
mod random;
pub mod taxonomy;
pub mod text;
#[cfg(feature = "train")]
pub mod train;
mod verdict;

pub use appeal::Appeal;
pub use classifier::{Classifier, SECTION, Scratch};
pub use error::{Error, ErrorKind, Result};
pub use locate::Locator;
pub use taxonomy::Taxonomy;
pub use verdict::{Alternative, Decision, Evidence, Location, Verdict};
