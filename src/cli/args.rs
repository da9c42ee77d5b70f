//! Arguments that several subcommands have in common.

use super::{Manners, open_taxonomy};
use crate::error::{Error, Result};
use crate::intake::profile::Profile;
use crate::intake::table::{self, Wanted};
use crate::intake::{Columns, Encoding, Form, Format, Input, Rejects, Role};
use crate::taxonomy::Taxonomy;
use crate::text::noise::Noise;
use crate::train::asides::Asides;
use crate::train::{Corpus, Labels, corpus};
use rust_i18n::t;
use std::path::{Path, PathBuf};

/// Where rows come from and what their columns are.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct InputArgs {
    /// Files of appeals (CSV or JSON Lines), or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Format of the input [default: by the extension or the content]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Encoding of the input [default: found out]
    #[arg(long, value_enum)]
    pub encoding: Option<Encoding>,
    /// Delimiter of CSV: , ; | or tab [default: found out]
    #[arg(long, value_parser = delimiter)]
    pub delimiter: Option<char>,
    /// Column of the text [default: recognised by its header, as the others]
    #[arg(long, value_name = "COL")]
    pub text: Option<String>,
    /// Column of the appeal's number
    #[arg(long, value_name = "COL")]
    pub id: Option<String>,
    /// Column of the time it was received
    #[arg(long, value_name = "COL")]
    pub received: Option<String>,
    /// Column of the place
    #[arg(long, value_name = "COL")]
    pub place: Option<String>,
    /// Column of the channel
    #[arg(long, value_name = "COL")]
    pub channel: Option<String>,
    /// Column of the sender
    #[arg(long, value_name = "COL")]
    pub sender: Option<String>,
    /// Column of the answer
    #[arg(long, value_name = "COL")]
    pub reply: Option<String>,
    /// Column of the time it was answered
    #[arg(long, value_name = "COL")]
    pub replied: Option<String>,
    /// Column of the time the answer is due
    #[arg(long, value_name = "COL")]
    pub due: Option<String>,
    /// Column of the time it was closed
    #[arg(long, value_name = "COL")]
    pub closed: Option<String>,
    /// Column of the state
    #[arg(long, value_name = "COL")]
    pub status: Option<String>,
    /// Read format and columns from a profile
    #[arg(long, value_name = "FILE.toml")]
    pub profile: Option<PathBuf>,
    /// Save format and columns, as recognised, as a profile
    #[arg(long, value_name = "FILE.toml")]
    pub save_profile: Option<PathBuf>,
    /// File for rows that cannot be read [default: beside the output]
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Fail at the first row that cannot be read
    #[arg(long)]
    pub strict: bool,
}

/// Parses a number above 0.
fn positive(text: &str) -> std::result::Result<f32, String> {
    number(text, f32::MIN_POSITIVE, 1e6)
}

/// Parses a number that says how far something goes.
fn strength(text: &str) -> std::result::Result<f32, String> {
    number(text, 0.0, 10.0)
}

/// Parses a share of a whole.
fn share(text: &str) -> std::result::Result<f64, String> {
    number(text, 0.0, 1.0).map(f64::from)
}

fn number(text: &str, least: f32, most: f32) -> std::result::Result<f32, String> {
    let value: Option<f32> = text.parse().ok();
    value
        .filter(|value| (least..=most).contains(value))
        .ok_or_else(|| t!("number.form", least = least, most = most).into())
}

fn delimiter(text: &str) -> std::result::Result<char, String> {
    match text {
        "tab" | "\\t" | "\t" => Ok('\t'),
        _ => match text.as_bytes() {
            [byte] if b",;|".contains(byte) => Ok(char::from(*byte)),
            _ => Err(t!("input.delimiter", delimiter = text).into()),
        },
    }
}

impl InputArgs {
    /// The form and the columns that flags and profile name; flags win.
    pub fn known(&self) -> Result<Profile> {
        let profile = match &self.profile {
            Some(path) => Profile::open(path)?,
            None => Profile::default(),
        };
        let flags = [
            (Role::Text, &self.text),
            (Role::Id, &self.id),
            (Role::Received, &self.received),
            (Role::Place, &self.place),
            (Role::Channel, &self.channel),
            (Role::Sender, &self.sender),
            (Role::Reply, &self.reply),
            (Role::Replied, &self.replied),
            (Role::Due, &self.due),
            (Role::Closed, &self.closed),
            (Role::Status, &self.status),
        ];
        let named = flags
            .into_iter()
            .filter_map(|(role, name)| Some((role, name.clone()?)));
        let of_profile = profile
            .columns
            .iter()
            .map(|(role, name)| (role, name.to_owned()));
        Ok(Profile {
            form: Form {
                format: self.format.or(profile.form.format),
                encoding: self.encoding.or(profile.form.encoding),
                delimiter: self.delimiter.or(profile.form.delimiter),
            },
            columns: Columns::given(of_profile.chain(named)),
        })
    }

    /// Says what was recognised of an input, and saves it where asked to.
    pub fn recognised(&self, input: &Input, columns: &Columns, manners: &Manners) -> Result<()> {
        let form = input.form();
        let list: Vec<String> = columns
            .iter()
            .map(|(role, name)| format!("{} = {name}", role.as_str()))
            .collect();
        let format = match form.format {
            Some(Format::Jsonl) => "JSON Lines".to_owned(),
            _ => format!("CSV, «{}»", char::from(input.delimiter()).escape_default()),
        };
        manners.say(t!(
            "input.recognised",
            path = input.name(),
            format = format,
            encoding = input.encoding().as_str(),
            columns = list.join(", ")
        ));
        match &self.save_profile {
            Some(path) => Profile {
                form,
                columns: columns.clone(),
            }
            .save(path),
            None => Ok(()),
        }
    }

    /// Where rejects go: as named, or beside `output`, or here.
    pub fn rejects_path(&self, output: Option<&Path>) -> PathBuf {
        if let Some(path) = &self.rejects {
            return path.clone();
        }
        let beside = output.filter(|path| *path != Path::new("-"));
        let name = beside.or(self.inputs.first().map(PathBuf::as_path));
        let stem = name
            .and_then(Path::file_stem)
            .unwrap_or_default()
            .to_string_lossy();
        let stem = if stem == "-" { "stdin".into() } else { stem };
        let file = format!("{stem}.rejects.csv");
        beside.map_or_else(|| file.clone().into(), |path| path.with_file_name(&file))
    }

    /// Tells how many rows were rejected; an error where `--strict` forbids it.
    pub fn account(&self, rejected: u64, path: &Path, manners: &Manners) -> Result<()> {
        if rejected == 0 {
            return Ok(());
        }
        let message = t!("reject.count", count = rejected, path = path.display());
        if self.strict {
            return Err(Error::input(message));
        }
        manners.say(message);
        Ok(())
    }
}

/// A labelled column: `HEAD=COL`, or `COL` for a head of the same name.
#[derive(Debug, Clone)]
pub(super) struct LabelArg {
    pub head: String,
    pub column: String,
}

pub(super) fn label(text: &str) -> std::result::Result<LabelArg, String> {
    let (head, column) = text.split_once('=').unwrap_or((text, text));
    if head.trim().is_empty() || column.trim().is_empty() {
        return Err(t!("label.form", label = text).into());
    }
    Ok(LabelArg {
        head: head.trim().into(),
        column: column.trim().into(),
    })
}

/// What was read of a labelled input.
pub(super) struct Labelled {
    pub texts: Vec<String>,
    pub heads: Vec<Labels>,
    pub groups: Option<Vec<String>>,
}

impl Labelled {
    /// Reads texts, labels and groups.
    pub fn read(
        input: &InputArgs,
        labels: &[LabelArg],
        group: Option<&str>,
        manners: &Manners,
    ) -> Result<Labelled> {
        let known = input.known()?;
        let mut wanted = vec![Wanted::Role(Role::Text)];
        wanted.extend(labels.iter().map(|l| Wanted::Name(l.column.clone())));
        wanted.extend(group.map(|g| Wanted::Name(g.to_owned())));
        let mut rejects = Rejects::new(input.rejects_path(None));
        for path in &input.inputs {
            Rejects::check(rejects.path(), path)?;
        }
        Rejects::forget(rejects.path());
        let table = table::read(
            &input.inputs,
            known.form,
            &known.columns,
            &wanted,
            &mut rejects,
        )?;
        input.account(table.rejected, rejects.path(), manners)?;
        let mut columns = table.columns.into_iter();
        let texts = columns.next().unwrap_or_default();
        let heads = labels
            .iter()
            .zip(columns.by_ref())
            .map(|(label, cells)| Labels::new(&label.head, cells.iter().map(String::as_str)))
            .collect();
        Ok(Labelled {
            texts,
            heads,
            groups: columns.next(),
        })
    }

    /// The corpus of what was read.
    pub fn corpus(self) -> Result<Corpus> {
        corpus::new(self.texts, self.heads, self.groups.as_deref())
    }
}

/// How to train.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct TrainArgs {
    /// Column of labels, as HEAD=COL or COL; the first is the primary head
    #[arg(long = "label", required = true, value_name = "[HEAD=]COL", value_parser = label)]
    pub labels: Vec<LabelArg>,
    /// Column of groups: rows of one group stay on one side of every split
    #[arg(long, value_name = "COL")]
    pub group: Option<String>,
    /// Seed of every random choice
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Cost of an error; larger fits closer
    #[arg(long, default_value_t = 1.0, value_parser = positive)]
    pub cost: f32,
    /// How far rare labels are raised: 0 not at all, 1 to the weight of the others
    #[arg(long, default_value_t = 0.5, value_parser = strength)]
    pub balance: f32,
    /// Character n-grams, as SHORTEST-LONGEST, or none
    #[arg(long, default_value = "3-6", value_parser = ngrams)]
    pub ngrams: Ngrams,
    /// Leave out pairs of neighbouring words
    #[arg(long)]
    pub no_pairs: bool,
    /// Pieces of the subword vocabulary; 0 for none
    #[arg(long, default_value_t = 0)]
    pub subwords: usize,
    /// Learn features that occur in at least this many texts
    #[arg(long, default_value_t = 2)]
    pub least_texts: u32,
    /// Take a word one typing error away from one that occurs in at least this
    /// many texts for that one; 0 for never
    #[arg(long, default_value_t = 0)]
    pub spelling_texts: u32,
    /// Words that misspelled ones are taken for as well, one a line, the
    /// commonest first; may be repeated
    #[arg(long, value_name = "FILE", requires = "spelling_texts")]
    pub spelling_words: Vec<PathBuf>,
    /// How far features count by what they tell of the label; 0 not at all
    #[arg(long, default_value_t = 0.5, value_parser = strength)]
    pub relevance: f32,
    /// How much a category inherits from its section's weights
    #[arg(long, default_value_t = 0.5, value_parser = strength)]
    pub section_share: f32,
    /// Learn from a copy of each text typed this way as well; may be repeated
    #[arg(long, value_name = "KIND", value_parser = noise)]
    pub noise: Vec<Noise>,
    /// Sentences that speak of nothing, one a line: learn from a copy of each
    /// text among some of them as well; may be repeated
    #[arg(long, value_name = "FILE")]
    pub asides: Vec<PathBuf>,
    /// The most features to keep in the model; 0 for all
    #[arg(long, default_value_t = 0)]
    pub most_features: usize,
    /// Share of errors among what the model decides, at which its own
    /// threshold is set
    #[arg(long, default_value_t = 0.05, value_parser = share)]
    pub decided_errors: f64,
    /// Classifier whose categories give sections [default: the shipped one]
    #[arg(long, value_name = "FILE.tsv")]
    pub taxonomy: Option<PathBuf>,
    /// Threads to use [default: all cores]
    #[arg(long)]
    pub jobs: Option<usize>,
}

/// The lengths of n-grams, if there are any.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ngrams(Option<(u8, u8)>);

fn ngrams(text: &str) -> std::result::Result<Ngrams, String> {
    if text == "none" {
        return Ok(Ngrams(None));
    }
    let lengths = text
        .split_once('-')
        .and_then(|(from, to)| Some((from.parse::<u8>().ok()?, to.parse::<u8>().ok()?)))
        .filter(|(from, to)| 1 <= *from && from <= to && *to <= crate::features::LONGEST_NGRAM);
    let wrong = || t!("ngrams.form", longest = crate::features::LONGEST_NGRAM).into();
    lengths.map(|l| Ngrams(Some(l))).ok_or_else(wrong)
}

/// A kind of noise by its name.
pub(super) fn noise(name: &str) -> std::result::Result<Noise, String> {
    let names = || Noise::NAMED.map(|(name, _)| name).join(", ");
    Noise::named(name).ok_or_else(|| t!("noise.form", names = names()).into())
}

impl TrainArgs {
    /// The options of training.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Io`] where a list of words cannot be read.
    pub fn options(&self) -> Result<crate::train::Options> {
        let defaults = crate::train::Options::default();
        let read = |paths: &[PathBuf]| -> Result<String> {
            let texts = paths.iter().map(|path| {
                let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
                Ok(text + "\n")
            });
            texts.collect()
        };
        let words = read(&self.spelling_words)?;
        let spelling_words = words
            .lines()
            .map(|word| word.trim().to_lowercase())
            .collect();
        Ok(crate::train::Options {
            spelling_words,
            views: crate::features::Views {
                pairs: !self.no_pairs,
                ngrams: self.ngrams.0,
                subwords: self.subwords,
            },
            noise: self.noise.clone(),
            asides: Asides::new(read(&self.asides)?.lines()),
            least_texts: self.least_texts,
            spelling_texts: self.spelling_texts,
            relevance: self.relevance,
            section_share: self.section_share,
            most_features: self.most_features,
            decided_errors: self.decided_errors,
            solver: crate::train::solver::Options {
                cost: self.cost,
                balance: self.balance,
                ..defaults.solver
            },
            seed: self.seed,
            ..defaults
        })
    }

    /// Sets how many threads are used, and reads the corpus and the classifier
    /// whose categories give sections.
    pub fn prepare(&self, input: &InputArgs, manners: &Manners) -> Result<(Corpus, Taxonomy)> {
        set_threads(self.jobs);
        let taxonomy = open_taxonomy(self.taxonomy.as_ref())?;
        let labelled = Labelled::read(input, &self.labels, self.group.as_deref(), manners)?;
        Ok((labelled.corpus()?, taxonomy))
    }
}

/// Sets how many threads are used.
pub(super) fn set_threads(jobs: Option<usize>) {
    if let Some(jobs) = jobs {
        // Where it fails, rayon's own choice stands.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .build_global();
    }
}
