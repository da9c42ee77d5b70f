//! `qulaq cross-validate`

use super::args::{InputArgs, TrainArgs};
use super::{Manners, print, report};
use crate::error::Result;
use crate::train;
use indicatif::{ProgressBar, ProgressStyle};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq cross-validate corpora/train/*.tsv --label category --group group --folds 5")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    train: TrainArgs,
    /// How many parts the corpus is cut into
    #[arg(long, default_value_t = 5)]
    folds: usize,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    let (corpus, taxonomy) = args.train.prepare(&args.input, manners)?;
    // Hidden by indicatif itself where standard error is no terminal.
    let bar = if manners.quiet {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(args.folds as u64)
    };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} ({eta})");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let options = args.train.options();
    let figures = train::cross_validate(&corpus, &options, args.folds, &taxonomy, || bar.inc(1));
    bar.finish_and_clear();
    print(&report::render(&figures?, &[], args.json))
}
