//! What is done to every row.

use super::super::summary::Tally;
use super::Args;
use crate::appeal::Appeal;
use crate::classifier::{Classifier, Scratch};
use crate::error::{Error, Result};
use crate::intake::jsonl::text_of;
use crate::intake::table::{fields, object, reject};
use crate::intake::{Chunk, Format, Input, Reject, Row};
use crate::verdict::Verdict;
use rust_i18n::t;
use std::borrow::Cow;
use std::path::Path;

/// What is done to every row.
pub(super) struct Job {
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
pub(super) struct Done {
    pub(super) bytes: Vec<u8>,
    pub(super) rejects: Vec<Reject>,
    pub(super) tally: Tally,
    pub(super) rows: u64,
}

impl Job {
    pub(super) fn new(args: &Args, classifier: Classifier, input: &Input, text: usize) -> Job {
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
    pub(super) fn identity(&self, args: &Args, inputs: &[Input]) -> String {
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
    pub(super) fn header(&self, mark: bool) -> Result<Vec<u8>> {
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
    pub(super) fn process(&self, chunk: &Chunk, scratch: &mut Scratch) -> Result<Done> {
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
