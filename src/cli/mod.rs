//! The program: arguments in, exit code out. One file a subcommand.

mod args;
mod classify;
mod completions;
mod cross_validate;
mod evaluate;
mod info;
mod learn_language;
mod learn_letters;
mod normalise;
mod places;
mod report;
mod rows;
mod summary;
mod taxonomy;
mod train;
mod verify;

use crate::classifier::Classifier;
use crate::error::{Error, ErrorKind, Result};
use crate::taxonomy::{Taxonomy, Tongue};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens to citizens' appeals in Kazakh and Russian.
#[derive(Debug, Parser)]
#[command(name = "qulaq", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    manners: Manners,
}

/// How the program talks.
#[derive(Debug, Clone, clap::Args)]
struct Manners {
    /// Language of messages and reports [default: from the locale]
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    /// Say nothing but errors
    #[arg(long, global = true)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    Kk,
    Ru,
    En,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Give every appeal its verdict
    Classify(classify::Args),
    /// Write texts normalised, restored and redacted
    Normalise(normalise::Args),
    /// Train a model on a labelled corpus
    Train(train::Args),
    /// Judge a model on labelled rows
    Evaluate(evaluate::Args),
    /// Train and judge on parts of a corpus in turn
    CrossValidate(cross_validate::Args),
    /// Print the unified classifier
    Taxonomy(taxonomy::Args),
    /// Find the places that a text names
    Places(places::Args),
    /// Say what a model file is and how it was made
    Info(info::Args),
    /// Check every byte of a model file
    Verify(verify::Args),
    /// Learn the model that tells languages, from the folder `corpora`
    #[command(hide = true)]
    LearnLanguage(learn_language::Args),
    /// Learn to restore Kazakh letters from the project's corpus
    #[command(hide = true)]
    LearnLetters(learn_letters::Args),
    /// Print a completion script for a shell
    Completions(completions::Args),
}

/// Set when the user presses Ctrl-C.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// Set by a subcommand that looks at [`INTERRUPTED`] and stops in good order.
static GRACEFUL: AtomicBool = AtomicBool::new(false);

/// Runs the program on its command line.
#[must_use]
pub fn main() -> ExitCode {
    rust_i18n::set_locale(locale_of_system());
    let matches = localised(Cli::command()).get_matches();
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    if let Some(lang) = cli.manners.lang {
        rust_i18n::set_locale(match lang {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        });
    }
    // A second Ctrl-C ends the program at once.
    let _ = ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) || !GRACEFUL.load(Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
    let manners = &cli.manners;
    let done = match cli.command {
        Command::Classify(args) => classify::run(&args, manners),
        Command::Normalise(args) => normalise::run(&args, manners),
        Command::Train(args) => train::run(&args, manners),
        Command::Evaluate(args) => evaluate::run(&args, manners),
        Command::CrossValidate(args) => cross_validate::run(&args, manners),
        Command::Taxonomy(args) => taxonomy::run(&args),
        Command::Places(args) => places::run(&args),
        Command::Info(args) => info::run(&args),
        Command::Verify(args) => verify::run(&args, manners),
        Command::LearnLanguage(args) => learn_language::run(&args),
        Command::LearnLetters(args) => learn_letters::run(&args, manners),
        Command::Completions(args) => completions::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(error) if error.kind() == ErrorKind::Closed => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("qulaq: {error}");
            ExitCode::FAILURE
        }
    }
}

impl Manners {
    /// Tells the user something, unless silence was asked for.
    fn say(&self, message: impl AsRef<str>) {
        if !self.quiet {
            eprintln!("{}", message.as_ref());
        }
    }
}

/// The locale that the environment asks for; English where it is another.
fn locale_of_system() -> &'static str {
    let set = |name| std::env::var(name).ok().filter(|v| !v.is_empty());
    let value = set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"));
    match value.as_deref().and_then(|v| v.get(..2)) {
        Some("kk") => "kk",
        Some("ru") => "ru",
        _ => "en",
    }
}

/// The language of names and definitions, as the messages have it.
fn tongue() -> Tongue {
    match &*rust_i18n::locale() {
        "kk" => Tongue::Kk,
        "ru" => Tongue::Ru,
        _ => Tongue::En,
    }
}

/// Puts help into the user's language, where the locale has it: under
/// `help.SUBCOMMAND.ARGUMENT`, or `help.ARGUMENT` for what many have in common.
fn localised(command: clap::Command) -> clap::Command {
    fn text(path: &str, name: &str) -> Option<String> {
        let locale = rust_i18n::locale();
        [format!("help.{path}{name}"), format!("help.{name}")]
            .iter()
            .find_map(|key| crate::_rust_i18n_try_translate(&locale, key))
            .map(|text| text.into_owned())
    }
    fn put(command: clap::Command, path: &str) -> clap::Command {
        let command = match text(path, "about") {
            Some(about) => command.about(about),
            None => command,
        };
        let command = command.mut_args(|arg| match text(path, arg.get_id().as_str()) {
            Some(help) => arg.help(help),
            None => arg,
        });
        command.mut_subcommands(|sub| {
            let path = format!("{}.", sub.get_name());
            put(sub, &path)
        })
    }
    put(command, "")
}

/// The model of `--model`, or the shipped one.
fn open_model(path: Option<&Path>) -> Result<Classifier> {
    match path {
        Some(path) => Classifier::open(path),
        None => Classifier::shipped(),
    }
}

/// The taxonomy of `--taxonomy`, or the shipped one.
fn open_taxonomy(path: Option<&PathBuf>) -> Result<Taxonomy> {
    path.map_or_else(|| Ok(Taxonomy::shipped()), Taxonomy::open)
}

/// Writes text to standard output.
fn print(text: &str) -> Result<()> {
    let mut output = crate::intake::Output::create(Path::new("-"))?;
    output.write(text.as_bytes())?;
    output.finish()
}

/// From here on, Ctrl-C is answered by [`check_interrupted`].
fn stop_gracefully() {
    GRACEFUL.store(true, Ordering::SeqCst);
}

/// An error where the user has pressed Ctrl-C.
fn check_interrupted() -> Result<()> {
    if INTERRUPTED.load(Ordering::SeqCst) {
        return Err(Error::new(
            ErrorKind::Interrupted,
            rust_i18n::t!("interrupted"),
        ));
    }
    Ok(())
}
