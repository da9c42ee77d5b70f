//! `qulaq places`

use super::{print, tongue};
use crate::error::{Error, Result};
use crate::text::places::{Gazetteer, Scratch, Unit};
use rust_i18n::t;
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq places --text 'Сайрам ауданында екі күннен бері жарық жоқ'")]
pub(super) struct Args {
    /// Text to find places in
    #[arg(long)]
    text: String,
    /// Full KATO table (CSV: kato, level, name_ru, name_kk), for villages
    #[arg(long, value_name = "FILE.csv")]
    places: Option<PathBuf>,
    /// Where the text comes from: a KATO code or a name
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let opened = args.places.as_ref().map(Gazetteer::open).transpose()?;
    let gazetteer = opened.as_ref().unwrap_or_else(|| Gazetteer::built_in());
    let mut scratch = Scratch::default();
    let hint = match &args.place {
        Some(cell) => Some(
            gazetteer
                .of_cell(cell, &mut scratch)
                .ok_or_else(|| Error::input(t!("places.unknown", place = cell)))?,
        ),
        None => None,
    };
    let tongue = tongue();
    let found = gazetteer.find(&args.text, hint, &mut scratch);
    let mut text = String::new();
    for (place, candidates) in found.matches().zip(found.candidates()) {
        let words = args.text.get(place.span.clone()).unwrap_or_default();
        let candidates: Vec<&Unit> = candidates.collect();
        let named = place.unit.map(|unit| {
            (
                unit.code.to_string(),
                unit.name(tongue),
                unit.level.as_str(),
            )
        });
        let codes: Vec<String> = candidates
            .iter()
            .map(|unit| unit.code.to_string())
            .collect();
        let (code, name, level) = named.unwrap_or_default();
        let (start, end) = (place.span.start, place.span.end);
        let _ = if args.json {
            let line = json!({
                "start": start, "end": end, "text": words,
                "place": place.unit.map(|_| &code), "place_name": place.unit.map(|_| name),
                "level": place.unit.map(|_| level), "candidates": codes,
            });
            writeln!(text, "{line}")
        } else if place.unit.is_some() {
            writeln!(text, "{start}-{end}\t{words}\t{code}\t{level}\t{name}")
        } else {
            let names = candidates
                .iter()
                .map(|unit| format!("{} {}", unit.code, unit.name(tongue)));
            let open = names.collect::<Vec<_>>().join(", ");
            writeln!(text, "{start}-{end}\t{words}\t?\t\t{open}")
        };
    }
    print(&text)
}
