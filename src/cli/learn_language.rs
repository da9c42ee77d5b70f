//! `qulaq learn-language`, for `models/rebuild`.

use super::print;
use crate::error::{Error, Result};
use crate::train::language;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of the corpora
    #[arg(value_name = "CORPORA")]
    corpora: PathBuf,
    /// Where the model goes
    #[arg(long, value_name = "FILE", required_unless_present = "held_out")]
    output: Option<PathBuf>,
    /// Learn from nine words of ten and say how the tenth are told
    #[arg(long)]
    held_out: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    if let Some(output) = &args.output {
        let bytes = language::train(&args.corpora)?;
        std::fs::write(output, bytes).map_err(|error| Error::io(output, &error))?;
    }
    if !args.held_out {
        return Ok(());
    }
    let mut table = String::from("class\twords\tkk\tru\tother\n");
    for judged in language::held_out(&args.corpora)? {
        let [kk, ru, other] = judged.taken_for;
        let _ = writeln!(
            table,
            "{}\t{}\t{kk}\t{ru}\t{other}",
            judged.class, judged.words
        );
    }
    print(&table)
}
