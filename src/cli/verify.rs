//! `qulaq verify`

use super::Manners;
use crate::error::Result;
use crate::model::file;
use rust_i18n::t;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq verify models/shipped.qulaq")]
pub(super) struct Args {
    /// The model
    #[arg(value_name = "M")]
    model: PathBuf,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    file::verify(&args.model)?;
    manners.say(t!("verify.whole", path = args.model.display()));
    Ok(())
}
