//! `qulaq completions`

use super::{Cli, print};
use crate::error::Result;
use clap::CommandFactory;
use clap_complete::Shell;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq completions bash > /etc/bash_completion.d/qulaq")]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "qulaq", &mut script);
    print(&String::from_utf8_lossy(&script))
}
