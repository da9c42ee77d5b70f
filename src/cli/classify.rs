//! `qulaq classify`

mod job;
mod run;

use super::args::{InputArgs, set_threads};
use super::{Manners, check_interrupted, open_model, open_taxonomy, stop_gracefully};
use crate::error::Result;
use crate::intake::input::open_all;
use crate::intake::{Checkpoint, Format, Input, Output, Rejects, Role};
use indicatif::{ProgressBar, ProgressStyle};
use job::Job;
use run::Run;
use rust_i18n::t;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  qulaq classify corpora/sample.csv --output classified.csv
  qulaq classify export.csv --text 'Текст обращения' --output classified.jsonl --explain")]
pub(super) struct Args {
    #[command(flatten)]
    input: InputArgs,
    /// Where to write, or - for standard output
    #[arg(long, short, value_name = "F", default_value = "-")]
    output: PathBuf,
    /// Format of the output [default: by its extension, else that of the input]
    #[arg(long, value_enum)]
    output_format: Option<Format>,
    /// Begin CSV with a byte order mark, so that Excel reads it as UTF-8
    #[arg(long)]
    bom: bool,
    /// The model [default: the shipped one]
    #[arg(long, value_name = "M")]
    model: Option<PathBuf>,
    /// Threads to use [default: all cores]
    #[arg(long)]
    jobs: Option<usize>,
    /// Abstain below this probability [default: the model's own]
    #[arg(long, value_name = "P", value_parser = probability)]
    min_confidence: Option<f32>,
    /// Name the words that weigh most
    #[arg(long)]
    explain: bool,
    /// Go on from where a killed run stopped
    #[arg(long)]
    resume: bool,
    /// Classifier whose names the summary uses [default: the shipped one]
    #[arg(long, value_name = "FILE.tsv")]
    taxonomy: Option<PathBuf>,
}

fn probability(text: &str) -> std::result::Result<f32, String> {
    let value: Option<f32> = text.parse().ok();
    value
        .filter(|p| (0.0..=1.0).contains(p))
        .ok_or_else(|| t!("probability.form").into())
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    set_threads(args.jobs);
    stop_gracefully();
    let taxonomy = open_taxonomy(args.taxonomy.as_ref())?;
    let mut classifier = open_model(args.model.as_deref())?.with_explanations(args.explain);
    if let Some(min_confidence) = args.min_confidence {
        classifier = classifier.with_min_confidence(min_confidence);
    }
    let known = args.input.known()?;
    let inputs = open_all(&args.input.inputs, known.form)?;
    let columns = known
        .columns
        .recognise(inputs[0].header(), inputs[0].name())?;
    args.input.recognised(&inputs[0], &columns, manners)?;
    let text = columns.need(Role::Text, inputs[0].header(), inputs[0].name())?;

    let job = Job::new(args, classifier, &inputs[0], text);
    let run = job.identity(args, &inputs);
    let rejects_path = args.input.rejects_path(Some(&args.output));
    // Before the output is begun, which ends what an earlier run left.
    for path in &args.input.inputs {
        Rejects::check(&rejects_path, path)?;
    }
    let (output, from) = if args.resume {
        Output::resume(&args.output, &run)?
    } else {
        (Output::create(&args.output)?, Checkpoint::default())
    };
    if !args.resume {
        Rejects::forget(&rejects_path);
    }
    let mut run = Run {
        rejects: Rejects::resume(rejects_path, from.rejects_written, from.rejects)?,
        tally: serde_json::from_value(from.summary.clone()).unwrap_or_default(),
        bar: progress(&inputs, manners),
        rows: from.rows,
        written: from.written,
        rejects_written: (from.rejects, from.rejects_written),
        saved: Instant::now(),
        start: Instant::now(),
        identity: run,
        output,
        strict: args.input.strict,
    };
    if from.rows == 0 {
        run.output
            .write(&job.header(args.bom || inputs[0].marked())?)?;
    } else {
        manners.say(t!("classify.resumed", rows = from.rows));
    }
    let done = if rayon::current_num_threads() == 1 {
        run.on_one_thread(&job, inputs, from.rows)
    } else {
        run.on_many_threads(&job, inputs, from.rows)
    };
    run.bar.finish_and_clear();
    done.and_then(|()| check_interrupted())
        .inspect_err(|_| run.save_for_later(manners))?;
    let Run {
        output,
        rejects,
        tally,
        start,
        ..
    } = run;
    output.finish()?;
    manners.say(tally.render(&taxonomy, start.elapsed()));
    args.input.account(rejects.count(), rejects.path(), manners)
}

/// A bar on a terminal, nothing elsewhere.
fn progress(inputs: &[Input], manners: &Manners) -> ProgressBar {
    if manners.quiet {
        return ProgressBar::hidden();
    }
    let size: Option<u64> = inputs.iter().map(Input::size).sum();
    let (bar, template) = match size {
        Some(size) => (
            ProgressBar::new(size),
            "{bar:40} {percent:>3}% {msg}, {eta}",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {msg}"),
    };
    let style = ProgressStyle::with_template(template);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
