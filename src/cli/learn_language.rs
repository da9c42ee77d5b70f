//! `qulaq learn-language`, for `models/rebuild`.

use crate::error::{Error, Result};
use crate::train::language;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of the corpora
    #[arg(value_name = "CORPORA")]
    corpora: PathBuf,
    /// Where the model goes
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let bytes = language::train(&args.corpora)?;
    std::fs::write(&args.output, bytes).map_err(|error| Error::io(&args.output, &error))
}
