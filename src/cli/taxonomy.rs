//! `qulaq taxonomy`

use super::{open_taxonomy, print, tongue};
use crate::error::Result;
use crate::taxonomy::Level;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq taxonomy --tsv > my-taxonomy.tsv")]
pub(super) struct Args {
    /// Another classifier file, which is checked and printed
    #[arg(long, value_name = "FILE.tsv")]
    taxonomy: Option<PathBuf>,
    /// Print the file with all three languages
    #[arg(long, conflicts_with = "json")]
    tsv: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let taxonomy = open_taxonomy(args.taxonomy.as_ref())?;
    if args.tsv {
        return print(&taxonomy.to_tsv());
    }
    if args.json {
        return print(&format!("{}\n", serde_json::json!(taxonomy)));
    }
    let tongue = tongue();
    let mut text = String::new();
    for entry in taxonomy.entries() {
        let name = entry.name.get(tongue);
        let definition = entry.definition.get(tongue);
        let _ = match entry.level {
            Level::Section => writeln!(text, "\n{} — {name}", entry.code),
            _ => writeln!(text, "  {} — {name}\n      {definition}", entry.code),
        };
    }
    print(&text)
}
