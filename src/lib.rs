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

rust_i18n::i18n!("src/locales", fallback = "en");

mod appeal;
mod classifier;
pub mod cli;
mod error;
pub mod features;
pub mod intake;
pub mod model;
pub mod taxonomy;
pub mod text;
pub mod train;
mod verdict;

pub use appeal::Appeal;
pub use classifier::{Classifier, SECTION, Scratch, Scratches};
pub use error::{Error, ErrorKind, Result};
pub use taxonomy::Taxonomy;
pub use verdict::{Alternative, Decision, Evidence, Verdict};
