//! `qulaq classify`

use super::rows::{self, RowsArgs, Sum, Told, Work};
use super::summary::Tally;
use super::{Manners, open_model, open_taxonomy, tongue};
use crate::appeal::Appeal;
use crate::classifier::{self, Classifier};
use crate::error::Result;
use crate::locate::Locator;
use crate::text::places::Gazetteer;
use crate::text::redact;
use crate::verdict::Verdict;
use rust_i18n::t;
use serde::Serialize;
use std::borrow::Cow;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  qulaq classify corpora/sample.csv --output classified.csv
  qulaq classify export.csv --text 'Текст обращения' --output classified.jsonl --explain")]
pub(super) struct Args {
    #[command(flatten)]
    rows: RowsArgs,
    /// The model [default: the shipped one]
    #[arg(long, value_name = "M")]
    model: Option<PathBuf>,
    /// Abstain below this probability [default: the model's own]
    #[arg(long, value_name = "P", value_parser = probability)]
    min_confidence: Option<f32>,
    /// Full KATO table, for villages (CSV: kato, level, name_ru, name_kk)
    #[arg(long, value_name = "FILE.csv", conflicts_with = "no_places")]
    places: Option<PathBuf>,
    /// Do not look for places and addresses
    #[arg(long)]
    no_places: bool,
    /// Write the text without personal data
    #[arg(long)]
    redact: bool,
    /// Name the words that weigh most
    #[arg(long)]
    explain: bool,
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
    let taxonomy = open_taxonomy(args.taxonomy.as_ref())?;
    let mut classifier = open_model(args.model.as_deref())?.with_explanations(args.explain);
    if let Some(min_confidence) = args.min_confidence {
        classifier = classifier.with_min_confidence(min_confidence);
    }
    let gazetteer = args.places.as_ref().map(Gazetteer::open).transpose()?;
    let locator = (!args.no_places).then(|| Locator::new(gazetteer, tongue()));
    let work = Classify {
        classifier: classifier.with_locator(locator),
        places: args.places.clone(),
        no_places: args.no_places,
        redact: args.redact,
        min_confidence: args.min_confidence,
        explain: args.explain,
    };
    let (tally, elapsed) = rows::run(&args.rows, &work, manners)?;
    manners.say(tally.render(&taxonomy, elapsed));
    Ok(())
}

struct Classify {
    classifier: Classifier,
    min_confidence: Option<f32>,
    places: Option<PathBuf>,
    no_places: bool,
    redact: bool,
    explain: bool,
}

/// The verdict on a row, and its text where that is redacted.
#[derive(Serialize)]
struct Said<'s> {
    #[serde(flatten)]
    verdict: &'s Verdict,
    #[serde(skip)]
    redacted: Option<&'s str>,
}

#[derive(Default)]
struct Scratch {
    classifier: classifier::Scratch,
    redact: redact::Scratch,
    redacted: String,
}

impl Work for Classify {
    type Said<'s> = Said<'s>;
    type Scratch = Scratch;
    type Tally = Tally;

    fn columns(&self) -> Vec<String> {
        let mut columns = vec!["language".to_owned(), "script".to_owned()];
        for head in self.classifier.decides() {
            columns.extend([head.to_string(), format!("{head}_probability")]);
        }
        columns.extend(["alternatives", "abstained"].map(str::to_owned));
        if !self.no_places {
            columns.extend(["place", "place_name", "address", "address_key"].map(str::to_owned));
        }
        columns.extend(self.explain.then(|| "explanation".to_owned()));
        columns
    }

    fn identity(&self) -> String {
        let model = &self.classifier.model().meta().provenance;
        let size = |path: &PathBuf| std::fs::metadata(path).ok().map(|m| m.len());
        let places = (&self.places, self.places.as_ref().and_then(size), tongue());
        let options = (self.min_confidence, places, self.redact);
        format!("{} {} {options:?}", model.corpus, model.options)
    }

    fn say<'s>(&self, told: Told<'_>, scratch: &'s mut Scratch, tally: &mut Tally) -> Said<'s> {
        scratch.redacted.clear();
        if self.redact {
            redact::redact(told.text, &mut scratch.redact, &mut scratch.redacted);
        }
        // What explains a verdict is quoted: it may not come from behind a mark.
        let text = match self.redact && self.explain {
            true => &scratch.redacted,
            false => told.text,
        };
        let appeal = Appeal {
            place: told.place.map(Cow::Borrowed),
            ..Appeal::new(text)
        };
        let verdict = self
            .classifier
            .classify_with(&appeal, &mut scratch.classifier);
        tally.count(verdict);
        Said {
            verdict,
            redacted: self.redact.then_some(&*scratch.redacted),
        }
    }

    fn text<'s>(&self, said: &'s Said<'_>) -> Option<&'s str> {
        said.redacted
    }

    fn cells<'v>(&self, said: &'v Said<'_>) -> Vec<Cow<'v, str>> {
        let verdict = said.verdict;
        let mut cells: Vec<Cow<'v, str>> = Vec::new();
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
        if !self.no_places {
            let location = &verdict.location;
            cells.push((&*location.place).into());
            cells.push((&*location.place_name).into());
            cells.push((&*location.address).into());
            cells.push((&*location.address_key).into());
        }
        if self.explain {
            let evidence = verdict.explanation.iter();
            let evidence = evidence.map(|e| format!("{}:{:+.3}", e.feature, e.weight));
            cells.push(evidence.collect::<Vec<_>>().join("|").into());
        }
        cells
    }
}

impl Sum for Tally {
    fn add(&mut self, other: Tally) {
        self.merge(other);
    }
}

/// A probability with four decimals; many times as fast as `{:.4}`.
fn decimals(probability: f32) -> String {
    let parts = (probability * 1e4).round() as u32;
    format!("{}.{:04}", parts / 10_000, parts % 10_000)
}
