//! `qulaq learn-letters`: for the project's own use, hence hidden.

use super::Manners;
use crate::error::Result;
use crate::intake::Output;
use crate::intake::output::write_whole;
use crate::train::letters::{self, Corpus};
use rust_i18n::t;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq learn-letters corpora/train corpora/letters --output models/letters.bin")]
pub(super) struct Args {
    /// Folder of appeals
    #[arg(value_name = "APPEALS")]
    appeals: PathBuf,
    /// Folder of stems and texts
    #[arg(value_name = "STEMS")]
    stems: PathBuf,
    /// File of the model
    #[arg(long, short, value_name = "M")]
    output: PathBuf,
    /// Seed of every random choice
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    let start = Instant::now();
    Output::create(&args.output)?.discard();
    let corpus = Corpus::read(&args.appeals, &args.stems)?;
    write_whole(&args.output, &letters::train(&corpus, args.seed))?;
    manners.say(t!(
        "train.done",
        path = args.output.display(),
        seconds = format!("{:.1}", start.elapsed().as_secs_f64())
    ));
    Ok(())
}
