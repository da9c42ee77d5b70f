//! `qulaq evaluate`

use super::args::{InputArgs, LabelArg, Labelled, label, noise, set_threads};
use super::{Manners, open_model, print, report};
use crate::classifier::{Classifier, SECTION};
use crate::error::{Error, Result};
use crate::text::noise::Noise;
use crate::train::evaluate::{Crosswalk, agreement, evaluate};
use rust_i18n::t;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq evaluate corpora/evaluation/*.tsv --label category --label section=category --json")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    /// Column of right labels, as HEAD=COL or COL
    #[arg(long = "label", required = true, value_name = "[HEAD=]COL", value_parser = label)]
    labels: Vec<LabelArg>,
    /// The model [default: the shipped one]
    #[arg(long, value_name = "M")]
    model: Option<PathBuf>,
    /// What the labels mean in sections: TSV of label and sections joined by |
    #[arg(long, value_name = "F")]
    crosswalk: Option<PathBuf>,
    /// Say how often the decision stays the same when texts are typed this
    /// way; may be repeated
    #[arg(long, value_name = "KIND", value_parser = noise)]
    noise: Vec<Noise>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Threads to use [default: all cores]
    #[arg(long)]
    jobs: Option<usize>,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    set_threads(args.jobs);
    let classifier = open_model(args.model.as_deref())?.with_locator(None);
    let crosswalk = args.crosswalk.as_deref().map(Crosswalk::open).transpose()?;
    let heads: Vec<String> = args
        .labels
        .iter()
        .map(|label| head_for(label, &classifier, crosswalk.is_some()))
        .collect::<Result<_>>()?;
    let mut labelled = Labelled::read(&args.input, &args.labels, None, manners)?;
    for labels in labelled.heads.iter_mut().filter(|l| &*l.name == SECTION) {
        *labels = labels.sections().0;
    }
    let mut figures = Vec::new();
    for (head, labels) in heads.iter().zip(&labelled.heads) {
        let judged = evaluate(
            &classifier,
            head,
            &labelled.texts,
            labels,
            crosswalk.as_ref(),
        );
        if judged.passed_over > 0 {
            let count = judged.passed_over;
            manners.say(t!(
                "evaluate.passed_over",
                head = labels.name,
                count = count
            ));
        }
        if judged.figures.n == 0 {
            return Err(Error::input(t!("evaluate.nothing")));
        }
        figures.push((labels.name.clone(), judged.figures));
    }
    let mut agreements = Vec::new();
    for kind in &args.noise {
        for (head, labels) in heads.iter().zip(&labelled.heads) {
            let judged = if crosswalk.is_some() { SECTION } else { head };
            let share = agreement(&classifier, judged, &labelled.texts, *kind);
            agreements.push((kind.name(), labels.name.clone(), share));
        }
    }
    print(&report::render(&figures, &agreements, args.json))
}

/// The model's head that a label column is judged against: the one of its
/// name; failing that the primary one, where a crosswalk translates labels or
/// the model has no other.
fn head_for(label: &LabelArg, classifier: &Classifier, crosswalk: bool) -> Result<String> {
    let decides = classifier.decides();
    if decides.iter().any(|head| **head == *label.head) {
        return Ok(label.head.clone());
    }
    if crosswalk || classifier.model().meta().heads.len() == 1 {
        return Ok(decides[0].to_string());
    }
    let heads: Vec<&str> = decides.iter().map(|h| &**h).collect();
    let message = t!(
        "evaluate.no_head",
        head = label.head,
        heads = heads.join(", ")
    );
    Err(Error::input(message))
}
