//! Whole columns of inputs, for what needs all rows at once.

use super::chunk::Fault;
use super::columns::find;
use super::input::{Input, open_all};
use super::jsonl::{members, text_of};
use super::rejects::Reject;
use super::{Columns, Form, Format, Rejects, Role, Row};
use crate::error::Result;
use rust_i18n::t;
use std::path::PathBuf;

/// Columns of one or more inputs, in memory.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The columns in the order in which they were asked for.
    pub columns: Vec<Vec<String>>,
    /// How many rows could not be read.
    pub rejected: u64,
}

/// Which columns to read: by role, or by name.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// The column of a role, named or recognised.
    Role(Role),
    /// The column of this name.
    Name(String),
}

/// Reads columns of all `paths`. Rows that cannot be read go to `rejects`.
///
/// # Errors
/// As [`Input::open`], and where a column does not exist.
pub fn read(
    paths: &[PathBuf],
    form: Form,
    columns: &Columns,
    wanted: &[Wanted],
    rejects: &mut Rejects,
) -> Result<Table> {
    let mut table = Table {
        columns: vec![Vec::new(); wanted.len()],
        rejected: 0,
    };
    for mut input in open_all(paths, form)? {
        let recognised = columns.recognise(input.header(), input.name())?;
        let places: Vec<usize> = wanted
            .iter()
            .map(|wanted| match wanted {
                Wanted::Role(role) => recognised.need(*role, input.header(), input.name()),
                Wanted::Name(name) => find(input.header(), name, input.name()),
            })
            .collect::<Result<_>>()?;
        loop {
            let chunk = input.chunk(4096, 1 << 22)?;
            if chunk.is_empty() {
                break;
            }
            let mut faulty = Vec::new();
            for row in chunk.rows() {
                match cells(row, &input, &places) {
                    Ok(cells) => {
                        for (column, cell) in table.columns.iter_mut().zip(cells) {
                            column.push(cell);
                        }
                    }
                    Err(reject) => faulty.push(reject),
                }
            }
            table.rejected += faulty.len() as u64;
            rejects.write(input.name(), &faulty)?;
        }
    }
    Ok(table)
}

fn cells(
    row: Row<'_>,
    input: &Input,
    places: &[usize],
) -> std::result::Result<Vec<String>, Reject> {
    let header = input.header();
    match input.format() {
        Format::Csv => {
            let fields = fields(row, header)?;
            Ok(places.iter().map(|at| fields[*at].to_owned()).collect())
        }
        Format::Jsonl => {
            let members = object(row)?;
            Ok(places
                .iter()
                .map(|at| {
                    let member = members.iter().find(|(name, _)| *name == header[*at]);
                    member.map_or(String::new(), |(_, value)| text_of(value).into_owned())
                })
                .collect())
        }
    }
}

/// The fields of a CSV row, checked.
///
/// # Errors
/// The reason why the row cannot be read.
pub fn fields<'c>(row: Row<'c>, header: &[String]) -> std::result::Result<Vec<&'c str>, Reject> {
    readable(row)?;
    if row.len() != header.len() {
        let column = header.get(row.len()).cloned().unwrap_or_default();
        let reason = t!("reject.fields", found = row.len(), wanted = header.len());
        return Err(reject(row, column, &reason));
    }
    (0..row.len())
        .map(|index| {
            let bytes = row.field(index).unwrap_or_default();
            simdutf8::compat::from_utf8(bytes).map_err(|e| {
                let reason = t!("reject.utf8", byte = e.valid_up_to() + 1);
                reject(row, header[index].clone(), &reason)
            })
        })
        .collect()
}

/// The members of a JSON row, checked.
///
/// # Errors
/// The reason why the row cannot be read.
pub fn object(
    row: Row<'_>,
) -> std::result::Result<Vec<(std::borrow::Cow<'_, str>, &serde_json::value::RawValue)>, Reject> {
    readable(row)?;
    let line = row.field(0).unwrap_or_default();
    // The parser's own message could quote the text.
    members(line).map_err(|e| reject(row, String::new(), &t!("reject.json", byte = e.column())))
}

fn readable(row: Row<'_>) -> std::result::Result<(), Reject> {
    let reason = match row.fault() {
        None => return Ok(()),
        Some(Fault::TooLong(length)) => t!("reject.too_long", length = length),
        Some(Fault::Unclosed) => t!("reject.unclosed"),
    };
    Err(reject(row, String::new(), &reason))
}

/// A reject of `row`.
#[must_use]
pub fn reject(row: Row<'_>, column: String, reason: &str) -> Reject {
    Reject {
        row: row.number(),
        line: row.line(),
        column,
        reason: reason.to_owned(),
    }
}
