//! `qulaq info`

use super::{open_model, print};
use crate::error::Result;
use crate::model::Model;
use rust_i18n::t;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq info models/shipped.qulaq")]
pub(super) struct Args {
    /// The model [default: the shipped one]
    #[arg(value_name = "M")]
    model: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let classifier = open_model(args.model.as_deref())?;
    let model = classifier.model();
    if args.json {
        return print(&format!("{}\n", serde_json::json!(model.meta())));
    }
    print(&format!("{}\n", describe(model)))
}

/// What a person wants to know of a model.
pub(super) fn describe(model: &Model) -> String {
    let meta = model.meta();
    let made = &meta.provenance;
    let mut text = t!(
        "info.model",
        version = made.qulaq,
        texts = made.texts,
        corpus = made.corpus,
        features = model.rows().len(),
        size = format!("{:.1}", model.size() as f64 / 1e6)
    )
    .into_owned();
    for head in &meta.heads {
        let figures = &made.figures[&*head.name];
        let share = |name: &str| format!("{:.3}", figures[name].as_f64().unwrap_or(0.0));
        let line = t!(
            "info.head",
            head = head.name,
            labels = head.labels.len(),
            accuracy = share("accuracy"),
            folds = figures["folds"].as_u64().unwrap_or(0),
            threshold = format!("{:.2}", head.min_confidence),
            decided = share("decided"),
            decided_accuracy = share("decided_accuracy")
        );
        let _ = write!(text, "\n{line}");
    }
    text
}
