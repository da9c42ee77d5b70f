//! Commands that say something of every row: their arguments, and their run.

mod job;
mod run;

use super::args::{InputArgs, set_threads};
use super::{Manners, check_interrupted, stop_gracefully};
use crate::error::Result;
use crate::intake::input::open_all;
use crate::intake::{Checkpoint, Format, Input, Output, Rejects};
use indicatif::{ProgressBar, ProgressStyle};
use job::Job;
use run::Run;
use rust_i18n::t;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Where rows come from and where they go.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct RowsArgs {
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
    /// Threads to use [default: all cores]
    #[arg(long)]
    jobs: Option<usize>,
    /// Go on from where a killed run stopped
    #[arg(long)]
    resume: bool,
}

/// What a row tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'r> {
    /// Its text.
    pub text: &'r str,
    /// Its place, where it has that column.
    pub place: Option<&'r str>,
}

/// What a command says of every row.
pub(super) trait Work: Sync {
    /// What is said of one row; in JSON Lines, the member `qulaq`.
    type Said<'s>: Serialize;
    /// Buffers, kept from row to row.
    type Scratch: Default + Send;
    /// What is said of all rows together when the run has ended.
    type Tally: Sum;

    /// The names of the columns of what is said.
    fn columns(&self) -> Vec<String>;

    /// Everything that what is said hangs on: a run may only go on with the same.
    fn identity(&self) -> String;

    /// What is said of a row.
    fn say<'s>(
        &self,
        told: Told<'_>,
        scratch: &'s mut Self::Scratch,
        tally: &mut Self::Tally,
    ) -> Self::Said<'s>;

    /// It as the cells of its columns.
    fn cells<'s>(&self, said: &'s Self::Said<'_>) -> Vec<Cow<'s, str>>;

    /// What stands in place of the row's text, where something does.
    fn text<'s>(&self, said: &'s Self::Said<'_>) -> Option<&'s str> {
        let _ = said;
        None
    }
}

/// Counts of rows, which come together from many threads.
pub(super) trait Sum: Default + Send + Serialize + DeserializeOwned {
    /// Adds the counts of other rows.
    fn add(&mut self, other: Self);
}

impl Sum for () {
    fn add(&mut self, (): ()) {}
}

/// Works on all rows; returns the counts and how long it took.
pub(super) fn run<W: Work>(
    args: &RowsArgs,
    work: &W,
    manners: &Manners,
) -> Result<(W::Tally, Duration)> {
    set_threads(args.jobs);
    stop_gracefully();
    let known = args.input.known()?;
    let inputs = open_all(&args.input.inputs, known.form)?;
    let columns = known
        .columns
        .recognise(inputs[0].header(), inputs[0].name())?;
    args.input.recognised(&inputs[0], &columns, manners)?;

    let job = Job::new(args, work, &inputs[0], &columns)?;
    let run = job.identity(&inputs);
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
    let mut run = Run::<W> {
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
    args.input
        .account(rejects.count(), rejects.path(), manners)?;
    Ok((tally, start.elapsed()))
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
