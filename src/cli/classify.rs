//! `qulaq classify`

use super::args::{InputArgs, set_threads};
use super::summary::Tally;
use super::{Manners, check_interrupted, open_model, open_taxonomy, stop_gracefully};
use crate::appeal::Appeal;
use crate::classifier::{Classifier, Scratch, Scratches};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::input::open_all;
use crate::intake::jsonl::text_of;
use crate::intake::table::{fields, object, reject};
use crate::intake::{Checkpoint, Chunk, Format, Input, Output, Reject, Rejects, Role, Row};
use crate::verdict::Verdict;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use rust_i18n::t;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

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

/// Rows and bytes of a chunk: enough that handing it over costs nothing,
/// little enough that a few of them are nothing in memory.
const CHUNK_ROWS: usize = 512;
const CHUNK_BYTES: usize = 1 << 20;
/// How often a run is saved so that it can go on.
const SAVE_EVERY: Duration = Duration::from_secs(5);

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
    let (output, from) = if args.resume {
        Output::resume(&args.output, &run)?
    } else {
        (Output::create(&args.output)?, Checkpoint::default())
    };
    for path in &args.input.inputs {
        Rejects::check(&rejects_path, path)?;
    }
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

/// What is done to every row.
struct Job {
    classifier: Classifier,
    from: Format,
    to: Format,
    delimiter: u8,
    header: Vec<String>,
    /// The place of the text in the header.
    text: usize,
    /// The names of the columns of the verdict.
    added: Vec<String>,
    /// The names of CSV columns as members of JSON objects.
    members: Vec<String>,
    explain: bool,
}

/// What became of a chunk.
struct Done {
    bytes: Vec<u8>,
    rejects: Vec<Reject>,
    tally: Tally,
    rows: u64,
}

impl Job {
    fn new(args: &Args, classifier: Classifier, input: &Input, text: usize) -> Job {
        let to = args.output_format.or_else(|| Format::of(&args.output));
        let header = input.header().to_vec();
        let mut added = vec!["language".to_owned(), "script".to_owned()];
        for head in classifier.decides() {
            added.extend([head.to_string(), format!("{head}_probability")]);
        }
        added.extend(["alternatives", "abstained"].map(str::to_owned));
        added.extend(args.explain.then(|| "explanation".to_owned()));
        Job {
            from: input.format(),
            to: to.unwrap_or(input.format()),
            delimiter: match Path::extension(&args.output) {
                Some(extension) if extension == "tsv" => b'\t',
                _ if input.format() == Format::Csv => input.delimiter(),
                _ => b',',
            },
            added: added_columns(added, &header),
            members: member_names(&header),
            header,
            text,
            explain: args.explain,
            classifier,
        }
    }

    /// Sums up what a run is of: a run may only go on with the same.
    fn identity(&self, args: &Args, inputs: &[Input]) -> String {
        let files: Vec<_> = inputs
            .iter()
            .map(|i| (i.name(), i.size(), i.form()))
            .collect();
        let model = &self.classifier.model().meta().provenance;
        format!(
            "{files:?} {} {} {:?} {} {:?} {:?}",
            model.corpus, model.options, args.min_confidence, self.text, self.added, self.to
        )
    }

    /// The header line of the output.
    fn header(&self, mark: bool) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if self.to == Format::Csv {
            if mark {
                bytes.extend("\u{feff}".as_bytes());
            }
            let names = self.header.iter().chain(&self.added);
            self.write_record(names.map(String::as_str), &mut bytes)?;
        }
        Ok(bytes)
    }

    fn write_record<'f>(
        &self,
        fields: impl Iterator<Item = &'f str>,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .from_writer(out);
        writer
            .write_record(fields)
            .and_then(|()| Ok(writer.flush()?))
            .map_err(|e| Error::io(Path::new("-"), &e.into()))
    }

    /// Classifies the rows of a chunk and writes them down.
    fn process(&self, chunk: &Chunk, scratch: &mut Scratch) -> Result<Done> {
        let mut done = Done {
            bytes: Vec::with_capacity(chunk.size() * 2),
            rejects: Vec::new(),
            tally: Tally::default(),
            rows: chunk.len() as u64,
        };
        for row in chunk.rows() {
            let written = match self.from {
                Format::Csv => self.csv_row(row, scratch, &mut done),
                Format::Jsonl => self.json_row(row, scratch, &mut done),
            };
            if let Err(reject) = written? {
                done.rejects.push(reject);
            }
        }
        Ok(done)
    }

    fn csv_row(
        &self,
        row: Row<'_>,
        scratch: &mut Scratch,
        done: &mut Done,
    ) -> Result<std::result::Result<(), Reject>> {
        let fields = match fields(row, &self.header) {
            Ok(fields) => fields,
            Err(reject) => return Ok(Err(reject)),
        };
        let verdict = self
            .classifier
            .classify_with(&Appeal::new(fields[self.text]), scratch);
        done.tally.count(verdict);
        match self.to {
            Format::Csv => {
                let cells = self.cells(verdict);
                let all = fields.into_iter().chain(cells.iter().map(|c| &**c));
                self.write_record(all, &mut done.bytes)?;
            }
            Format::Jsonl => {
                let members = self.members.iter().zip(fields);
                let members = members.map(|(name, field)| (&**name, json(field)));
                write_object(members, verdict, &mut done.bytes);
            }
        }
        Ok(Ok(()))
    }

    fn json_row(
        &self,
        row: Row<'_>,
        scratch: &mut Scratch,
        done: &mut Done,
    ) -> Result<std::result::Result<(), Reject>> {
        let members = match object(row) {
            Ok(members) => members,
            Err(reject) => return Ok(Err(reject)),
        };
        let name = &self.header[self.text];
        let text = members
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| text_of(value));
        let Some(text) = text else {
            return Ok(Err(reject(row, name.clone(), &t!("reject.no_text"))));
        };
        let appeal = Appeal::new(text);
        if self.to == Format::Csv {
            let unknown = members
                .iter()
                .find(|(name, _)| !self.header.iter().any(|h| h == name));
            if let Some((name, _)) = unknown {
                return Ok(Err(reject(row, name.to_string(), &t!("reject.member"))));
            }
        }
        let verdict = self.classifier.classify_with(&appeal, scratch);
        done.tally.count(verdict);
        match self.to {
            Format::Csv => {
                let value = |header: &String| {
                    let member = members.iter().find(|(name, _)| name == header);
                    member.map_or(Cow::Borrowed(""), |(_, value)| text_of(value))
                };
                let fields: Vec<Cow<'_, str>> = self.header.iter().map(value).collect();
                let cells = self.cells(verdict);
                let all = fields.iter().chain(&cells).map(|c| &**c);
                self.write_record(all, &mut done.bytes)?;
            }
            Format::Jsonl => {
                // An older verdict is replaced.
                let others = members.iter().filter(|(name, _)| name != VERDICT);
                let others = others.map(|(name, value)| (&**name, Cow::Borrowed(value.get())));
                write_object(others, verdict, &mut done.bytes);
            }
        }
        Ok(Ok(()))
    }

    /// The verdict as the cells of its columns.
    fn cells<'v>(&self, verdict: &'v Verdict) -> Vec<Cow<'v, str>> {
        let mut cells: Vec<Cow<'v, str>> = Vec::with_capacity(self.added.len());
        cells.push(verdict.language.as_str().into());
        cells.push(verdict.script.as_str().into());
        for decision in &verdict.decisions {
            cells.push((&*decision.label).into());
            cells.push(decimals(decision.probability).into());
        }
        let alternatives = verdict.alternatives.iter();
        let alternatives = alternatives.map(|a| format!("{}:{}", a.label, decimals(a.probability)));
        cells.push(alternatives.collect::<Vec<_>>().join("|").into());
        cells.push(if verdict.abstained { "true" } else { "false" }.into());
        if self.explain {
            let evidence = verdict.explanation.iter();
            let evidence = evidence.map(|e| format!("{}:{:+.3}", e.feature, e.weight));
            cells.push(evidence.collect::<Vec<_>>().join("|").into());
        }
        cells
    }
}

/// A probability with four decimals; many times as fast as `{:.4}`.
fn decimals(probability: f32) -> String {
    let parts = (probability * 1e4).round() as u32;
    format!("{}.{:04}", parts / 10_000, parts % 10_000)
}

/// The member of a JSON row that holds the verdict.
const VERDICT: &str = "qulaq";

/// Columns of the verdict under names that the input does not have: one that
/// it has gets `_predicted`, and a number where that stands there too.
fn added_columns(names: Vec<String>, header: &[String]) -> Vec<String> {
    let mut taken = header.to_vec();
    for name in names {
        let free = if header.contains(&name) {
            unlike(&format!("{name}_predicted"), &taken)
        } else {
            name
        };
        taken.push(free);
    }
    taken.split_off(header.len())
}

/// The columns of CSV as members of an object: each name once, and none that
/// of the verdict.
fn member_names(header: &[String]) -> Vec<String> {
    let mut taken = vec![VERDICT.to_owned()];
    for name in header {
        taken.push(unlike(name, &taken));
    }
    taken.split_off(1)
}

/// `name`, or the first of `name_2`, `name_3` … that is not taken.
fn unlike(name: &str, taken: &[String]) -> String {
    let free = |name: &String| !taken.contains(name);
    let numbered = (2..).map(|n| format!("{name}_{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(free).unwrap_or_default()
}

fn json(text: &str) -> Cow<'static, str> {
    serde_json::to_string(text).unwrap_or_default().into()
}

/// Writes a JSON object of members whose values are JSON, and the verdict.
fn write_object<'m>(
    members: impl Iterator<Item = (&'m str, Cow<'m, str>)>,
    verdict: &Verdict,
    out: &mut Vec<u8>,
) {
    out.push(b'{');
    for (name, value) in members {
        out.extend(json(name).as_bytes());
        out.push(b':');
        out.extend(value.as_bytes());
        out.push(b',');
    }
    out.extend(json(VERDICT).as_bytes());
    out.push(b':');
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut *out, verdict);
    out.extend(b"}\n");
}

/// A run under way.
struct Run {
    output: Output,
    rejects: Rejects,
    tally: Tally,
    bar: ProgressBar,
    rows: u64,
    /// Bytes of the output that hold the rows.
    written: u64,
    /// How many of the rows were rejected, and the bytes of their file.
    rejects_written: (u64, u64),
    saved: Instant,
    start: Instant,
    identity: String,
    strict: bool,
}

impl Run {
    fn on_one_thread(&mut self, job: &Job, mut inputs: Vec<Input>, skip: u64) -> Result<()> {
        let mut scratch = Scratch::default();
        for_each_chunk(&mut inputs, skip, |name, read, chunk| {
            let done = job.process(&chunk, &mut scratch)?;
            self.write(name, read, done)
        })
    }

    /// One thread reads ahead, the others classify several chunks at a time,
    /// this one writes them down in order.
    fn on_many_threads(&mut self, job: &Job, mut inputs: Vec<Input>, skip: u64) -> Result<()> {
        let at_once = rayon::current_num_threads() * 2;
        let (sender, receiver) = sync_channel(at_once);
        std::thread::scope(|scope| {
            let reader = scope.spawn(move || {
                for_each_chunk(&mut inputs, skip, |name, read, chunk| {
                    // Nobody listens once writing has failed; that error counts.
                    let sent = sender.send((name.to_owned(), read, chunk));
                    sent.map_err(|_| Error::new(ErrorKind::Interrupted, t!("interrupted")))?;
                    check_interrupted()
                })
            });
            let written = self.write_all(job, &receiver, at_once);
            drop(receiver);
            let read = reader
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            written.and(read)
        })
    }

    fn write_all(
        &mut self,
        job: &Job,
        receiver: &Receiver<(String, u64, Chunk)>,
        at_once: usize,
    ) -> Result<()> {
        let scratches = Scratches::default();
        while let Ok(first) = receiver.recv() {
            let mut chunks = vec![first];
            while chunks.len() < at_once
                && let Ok(next) = receiver.try_recv()
            {
                chunks.push(next);
            }
            let done: Vec<Result<Done>> = chunks
                .par_iter()
                .map(|(_, _, chunk)| scratches.lend(|scratch| job.process(chunk, scratch)))
                .collect();
            for ((name, read, _), done) in chunks.iter().zip(done) {
                self.write(name, *read, done?)?;
            }
        }
        Ok(())
    }

    /// Writes a chunk down; `read` bytes of the inputs lie behind it.
    fn write(&mut self, name: &str, read: u64, done: Done) -> Result<()> {
        check_interrupted()?;
        if let (true, Some(reject)) = (self.strict, done.rejects.first()) {
            let message = t!(
                "reject.strict",
                path = name,
                row = reject.row,
                line = reject.line,
                column = reject.column,
                reason = reject.reason
            );
            return Err(Error::input(message));
        }
        self.output.write(&done.bytes)?;
        self.rejects.write(name, &done.rejects)?;
        self.tally.add(done.tally);
        self.rows += done.rows;
        // From here on, all that was written belongs to whole chunks.
        self.written = self.output.written();
        self.rejects_written = (self.rejects.count(), self.rejects.written());
        self.bar.set_position(read);
        let rate = self.rows as f64 / self.start.elapsed().as_secs_f64().max(1e-3);
        self.bar
            .set_message(t!("progress.rate", rows = rate.round()).into_owned());
        if self.saved.elapsed() >= SAVE_EVERY {
            self.save()?;
        }
        Ok(())
    }

    fn save(&mut self) -> Result<()> {
        self.saved = Instant::now();
        self.rejects.sync()?;
        self.output.save(&Checkpoint {
            run: self.identity.clone(),
            rows: self.rows,
            written: self.written,
            rejects: self.rejects_written.0,
            rejects_written: self.rejects_written.1,
            summary: serde_json::to_value(&self.tally).unwrap_or_default(),
        })
    }

    /// Saves a run that is broken off, and says how to go on.
    fn save_for_later(&mut self, manners: &Manners) {
        if self.rows > 0 && self.output.can_resume() && self.save().is_ok() {
            manners.say(t!("classify.stopped", rows = self.rows));
        }
    }
}

/// Reads all inputs chunk by chunk, but for the first `skip` rows; `each` is
/// given the input's name and how many bytes were read of all inputs.
fn for_each_chunk(
    inputs: &mut [Input],
    mut skip: u64,
    mut each: impl FnMut(&str, u64, Chunk) -> Result<()>,
) -> Result<()> {
    let mut before = 0;
    for input in inputs {
        loop {
            let mut chunk = input.chunk(CHUNK_ROWS, CHUNK_BYTES)?;
            if chunk.is_empty() {
                break;
            }
            let skipped = skip.min(chunk.len() as u64);
            chunk.skip(skipped as usize);
            skip -= skipped;
            let read = before + input.read().load(Ordering::Relaxed);
            each(input.name(), read, chunk)?;
        }
        before += input.read().load(Ordering::Relaxed);
    }
    Ok(())
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
