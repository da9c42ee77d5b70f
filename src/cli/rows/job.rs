//! What is done to every row.

use super::{RowsArgs, Told, Work};
use crate::error::{Error, Result};
use crate::intake::jsonl::text_of;
use crate::intake::table::{fields, object, reject};
use crate::intake::{Chunk, Columns, Format, Input, Reject, Role, Row};
use rust_i18n::t;
use serde::Serialize;
use std::borrow::Cow;
use std::path::Path;

/// What is done to every row: its text is worked on, and what is said of it is
/// written beside what was there.
pub(super) struct Job<'w, W: Work> {
    work: &'w W,
    from: Format,
    to: Format,
    delimiter: u8,
    header: Vec<String>,
    /// The place of the text in the header.
    text: usize,
    /// The place of the place.
    place: Option<usize>,
    /// The names of the columns of what is said.
    added: Vec<String>,
    /// The names of CSV columns as members of JSON objects.
    members: Vec<String>,
}

/// What became of a chunk.
pub(super) struct Done<T> {
    pub(super) bytes: Vec<u8>,
    pub(super) rejects: Vec<Reject>,
    pub(super) tally: T,
    pub(super) rows: u64,
}

impl<'w, W: Work> Job<'w, W> {
    pub(super) fn new(
        args: &RowsArgs,
        work: &'w W,
        input: &Input,
        columns: &Columns,
    ) -> Result<Job<'w, W>> {
        let to = args.output_format.or_else(|| Format::of(&args.output));
        let header = input.header().to_vec();
        Ok(Job {
            from: input.format(),
            to: to.unwrap_or(input.format()),
            delimiter: match Path::extension(&args.output) {
                Some(extension) if extension == "tsv" => b'\t',
                _ if input.format() == Format::Csv => input.delimiter(),
                _ => b',',
            },
            added: added_columns(work.columns(), &header),
            members: member_names(&header),
            text: columns.need(Role::Text, &header, input.name())?,
            place: columns.find(Role::Place, &header),
            header,
            work,
        })
    }

    /// Sums up what a run is of: a run may only go on with the same.
    pub(super) fn identity(&self, inputs: &[Input]) -> String {
        let files: Vec<_> = inputs
            .iter()
            .map(|i| (i.name(), i.size(), i.form()))
            .collect();
        let work = self.work.identity();
        format!(
            "{files:?} {work} {} {:?} {:?} {:?}",
            self.text, self.place, self.added, self.to
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

    /// Works on the rows of a chunk and writes them down.
    pub(super) fn process(
        &self,
        chunk: &Chunk,
        scratch: &mut W::Scratch,
    ) -> Result<Done<W::Tally>> {
        let mut done = Done {
            bytes: Vec::with_capacity(chunk.size() * 2),
            rejects: Vec::new(),
            tally: W::Tally::default(),
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
        scratch: &mut W::Scratch,
        done: &mut Done<W::Tally>,
    ) -> Result<std::result::Result<(), Reject>> {
        let mut fields = match fields(row, &self.header) {
            Ok(fields) => fields,
            Err(reject) => return Ok(Err(reject)),
        };
        let told = Told {
            text: fields[self.text],
            place: self.place.map(|at| fields[at]),
        };
        let said = self.work.say(told, scratch, &mut done.tally);
        if let Some(text) = self.work.text(&said) {
            fields[self.text] = text;
        }
        match self.to {
            Format::Csv => {
                let cells = self.work.cells(&said);
                let all = fields.into_iter().chain(cells.iter().map(|c| &**c));
                self.write_record(all, &mut done.bytes)?;
            }
            Format::Jsonl => {
                let members = self.members.iter().zip(fields);
                let members = members.map(|(name, field)| (&**name, json(field)));
                write_object(members, &said, &mut done.bytes);
            }
        }
        Ok(Ok(()))
    }

    fn json_row(
        &self,
        row: Row<'_>,
        scratch: &mut W::Scratch,
        done: &mut Done<W::Tally>,
    ) -> Result<std::result::Result<(), Reject>> {
        let members = match object(row) {
            Ok(members) => members,
            Err(reject) => return Ok(Err(reject)),
        };
        let value = |at: usize| {
            let member = members.iter().find(|(name, _)| *name == self.header[at]);
            member.map(|(_, value)| text_of(value))
        };
        let Some(text) = value(self.text) else {
            let name = self.header[self.text].clone();
            return Ok(Err(reject(row, name, &t!("reject.no_text"))));
        };
        if self.to == Format::Csv {
            let unknown = members
                .iter()
                .find(|(name, _)| !self.header.iter().any(|h| h == name));
            if let Some((name, _)) = unknown {
                return Ok(Err(reject(row, name.to_string(), &t!("reject.member"))));
            }
        }
        let place = self.place.and_then(value);
        let told = Told {
            text: &text,
            place: place.as_deref(),
        };
        let said = self.work.say(told, scratch, &mut done.tally);
        let shown = self.work.text(&said);
        match self.to {
            Format::Csv => {
                let mut fields: Vec<Cow<'_, str>> = (0..self.header.len())
                    .map(|at| value(at).unwrap_or_default())
                    .collect();
                if let Some(text) = shown {
                    fields[self.text] = text.into();
                }
                let cells = self.work.cells(&said);
                let all = fields.iter().chain(&cells).map(|c| &**c);
                self.write_record(all, &mut done.bytes)?;
            }
            Format::Jsonl => {
                // What was said before is replaced.
                let others = members.iter().filter(|(name, _)| name != MEMBER);
                let others = others.map(|(name, value)| match shown {
                    Some(text) if *name == self.header[self.text] => (&**name, json(text)),
                    _ => (&**name, Cow::Borrowed(value.get())),
                });
                write_object(others, &said, &mut done.bytes);
            }
        }
        Ok(Ok(()))
    }
}

/// The member of a JSON row that holds what is said of it.
const MEMBER: &str = "qulaq";

/// Columns of what is said under names that the input does not have: one that
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
/// of what is said.
fn member_names(header: &[String]) -> Vec<String> {
    let mut taken = vec![MEMBER.to_owned()];
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

/// Writes a JSON object of members whose values are JSON, and what is said.
fn write_object<'m>(
    members: impl Iterator<Item = (&'m str, Cow<'m, str>)>,
    said: &impl Serialize,
    out: &mut Vec<u8>,
) {
    out.push(b'{');
    for (name, value) in members {
        out.extend(json(name).as_bytes());
        out.push(b':');
        out.extend(value.as_bytes());
        out.push(b',');
    }
    out.extend(json(MEMBER).as_bytes());
    out.push(b':');
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut *out, said);
    out.extend(b"}\n");
}
