//! Figures for programs and for people.

use crate::train::metrics::Figures;
use rust_i18n::t;
use serde_json::{Map, json};
use std::fmt::Write;
use std::sync::Arc;

/// A kind of noise, a head, and the share of decisions that it leaves alone.
pub(super) type Agreement = (&'static str, Arc<str>, f64);

/// The figures of heads, and how far noise leaves their decisions alone, as
/// one JSON object or as a table.
pub(super) fn render(
    figures: &[(Arc<str>, Figures)],
    agreements: &[Agreement],
    as_json: bool,
) -> String {
    if as_json {
        let heads: Map<String, serde_json::Value> = figures
            .iter()
            .map(|(head, figures)| (head.to_string(), json!(figures)))
            .collect();
        let mut whole = json!({ "heads": heads });
        for (noise, head, share) in agreements {
            whole["agreement"][&**head][noise] = json!(share);
        }
        return format!("{whole}\n");
    }
    let titles = [
        "head",
        "n",
        "accuracy",
        "macro_f1",
        "weighted_f1",
        "ece",
        "coverage80",
    ]
    .map(|title| t!(format!("figures.{title}")).into_owned());
    let mut rows = vec![titles];
    for (head, figures) in figures {
        rows.push(row(head, figures));
        for (language, figures) in &figures.by_language {
            rows.push(row(&format!("  {language}"), figures));
        }
    }
    let width = |column: usize| {
        rows.iter()
            .map(|r| r[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let _ = write!(text, "{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            let _ = write!(text, "  {cell:>width$}");
        }
        text.push('\n');
    }
    for (noise, head, share) in agreements {
        let line = t!(
            "figures.agreement",
            head = head,
            noise = noise,
            share = format!("{share:.4}")
        );
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn row(name: &str, figures: &Figures) -> [String; 7] {
    let share = |value: f64| format!("{value:.4}");
    [
        name.to_owned(),
        figures.n.to_string(),
        share(figures.accuracy),
        share(figures.macro_f1),
        share(figures.weighted_f1),
        share(figures.ece),
        share(figures.coverage[7][1]),
    ]
}
