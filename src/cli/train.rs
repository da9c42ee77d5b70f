//! `qulaq train`

use super::Manners;
use super::args::{InputArgs, TrainArgs};
use crate::error::Result;
use crate::intake::Output;
use crate::intake::output::write_whole;
use crate::model::Model;
use crate::model::file::Bytes;
use crate::train;
use rust_i18n::t;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq train corpora/train/*.tsv --label category --label kind --label urgency \\
      --group group --output my.qulaq")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    train: TrainArgs,
    /// File of the model
    #[arg(long, short, value_name = "M")]
    output: PathBuf,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    let start = Instant::now();
    // Before the work, so that a path that cannot be written costs nothing.
    Output::create(&args.output)?.discard();
    let options = args.train.options()?;
    let (corpus, taxonomy) = args.train.prepare(&args.input, manners)?;
    manners.say(t!("train.corpus", texts = corpus.records.texts.len()));
    let bytes = train::train(&corpus, &options, &taxonomy)?;
    write_whole(&args.output, &bytes)?;
    let model = Model::new(Bytes::copy(&bytes), &args.output.display().to_string())?;
    manners.say(super::info::describe(&model));
    manners.say(t!(
        "train.done",
        path = args.output.display(),
        seconds = format!("{:.1}", start.elapsed().as_secs_f64())
    ));
    Ok(())
}
