//! `qulaq normalise`

use super::Manners;
use super::rows::{self, RowsArgs, Told, Work};
use crate::error::{Error, Result};
use crate::text::letters::Restorer;
use crate::text::{Buffers, Language, Script, language_of, normalise, readable, redact, script_of};
use rust_i18n::t;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  qulaq normalise corpora/sample.csv --output normalised.csv")]
pub(super) struct Args {
    #[command(flatten)]
    rows: RowsArgs,
}

pub(super) fn run(args: &Args, manners: &Manners) -> Result<()> {
    let damaged = || Error::model(t!("model.damaged", path = "letters.bin", what = "letters"));
    let work = Normalise {
        restorer: Restorer::shipped().ok_or_else(damaged)?,
    };
    rows::run(&args.rows, &work, manners).map(|_| ())
}

struct Normalise {
    restorer: Restorer<'static>,
}

/// The forms of a text, and what it is written in.
#[derive(Debug, Default, Serialize)]
struct Forms {
    normalised: String,
    restored: String,
    language: Language,
    script: Script,
    redacted: String,
}

#[derive(Default)]
struct Scratch {
    forms: Forms,
    buffers: Buffers,
    readable: readable::Scratch,
    redact: redact::Scratch,
}

impl Work for Normalise {
    type Said<'s> = &'s Forms;
    type Scratch = Scratch;
    type Tally = ();

    fn columns(&self) -> Vec<String> {
        let columns = ["normalised", "restored", "language", "script", "redacted"];
        columns.map(str::to_owned).into()
    }

    fn identity(&self) -> String {
        format!("normalise {}", env!("CARGO_PKG_VERSION"))
    }

    fn say<'s>(&self, told: Told<'_>, scratch: &'s mut Scratch, (): &mut ()) -> &'s Forms {
        let forms = &mut scratch.forms;
        forms.normalised.clear();
        forms
            .normalised
            .push_str(normalise(told.text, &mut scratch.buffers));
        forms.restored.clear();
        let restored = &mut forms.restored;
        readable::readable(told.text, self.restorer, &mut scratch.readable, restored);
        forms.language = language_of(told.text, &mut scratch.buffers);
        forms.script = script_of(told.text, &mut scratch.buffers);
        forms.redacted.clear();
        redact::redact(told.text, &mut scratch.redact, &mut forms.redacted);
        forms
    }

    fn cells<'s>(&self, forms: &'s &Forms) -> Vec<Cow<'s, str>> {
        vec![
            (&*forms.normalised).into(),
            (&*forms.restored).into(),
            forms.language.as_str().into(),
            forms.script.as_str().into(),
            (&*forms.redacted).into(),
        ]
    }
}
