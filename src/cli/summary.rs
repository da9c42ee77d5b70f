//! What a person wants to know when a run has ended.

use super::tongue;
use crate::taxonomy::Taxonomy;
use crate::verdict::Verdict;
use rust_i18n::t;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

/// Counts of verdicts; none of their texts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Tally {
    rows: u64,
    abstained: u64,
    /// By section, or by the primary head's label where there are no sections.
    groups: BTreeMap<String, u64>,
    languages: BTreeMap<String, u64>,
}

/// Of a model without sections, this many labels are shown.
const MOST_GROUPS: usize = 30;
/// The width of the longest bar.
const BAR: u64 = 30;

impl Tally {
    /// Counts a verdict.
    pub fn count(&mut self, verdict: &Verdict) {
        self.rows += 1;
        self.abstained += u64::from(verdict.abstained);
        let group = verdict
            .label("section")
            .or(verdict.decisions.first().map(|d| &*d.label));
        *entry(&mut self.groups, group.unwrap_or_default()) += 1;
        *entry(&mut self.languages, verdict.language.as_str()) += 1;
    }

    /// Adds the counts of another tally.
    pub fn merge(&mut self, other: Tally) {
        self.rows += other.rows;
        self.abstained += other.abstained;
        for (group, count) in other.groups {
            *entry(&mut self.groups, &group) += count;
        }
        for (language, count) in other.languages {
            *entry(&mut self.languages, &language) += count;
        }
    }

    /// The counts as a text for a person.
    pub fn render(&self, taxonomy: &Taxonomy, elapsed: Duration) -> String {
        let mut groups: Vec<(&str, u64)> = self.groups.iter().map(|(g, c)| (&**g, *c)).collect();
        groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let most = groups.first().map_or(1, |(_, count)| *count);
        let hidden = groups.len().saturating_sub(MOST_GROUPS);
        groups.truncate(MOST_GROUPS);
        let tongue = tongue();
        let name = |group| taxonomy.name(group, tongue);
        let width = groups
            .iter()
            .map(|(g, _)| name(g).chars().count())
            .max()
            .unwrap_or(0);
        let mut text = String::from("\n");
        for (group, count) in groups {
            let bar = "█".repeat((count * BAR).div_ceil(most) as usize);
            let share = percent(count, self.rows);
            let _ = writeln!(
                text,
                "  {:<width$}  {count:>9} {share:>6}  {bar}",
                name(group)
            );
        }
        if hidden > 0 {
            let _ = writeln!(text, "  {}", t!("summary.hidden", count = hidden));
        }
        let languages: Vec<String> = self
            .languages
            .iter()
            .map(|(language, count)| {
                let name = t!(format!("language.{language}"));
                format!("{name} {count} ({})", percent(*count, self.rows))
            })
            .collect();
        let _ = write!(
            text,
            "\n{}",
            t!(
                "summary.total",
                rows = self.rows,
                languages = languages.join(", "),
                abstained = self.abstained,
                share = percent(self.abstained, self.rows),
                seconds = format!("{:.1}", elapsed.as_secs_f64())
            )
        );
        text
    }
}

/// The counter of a key, made where it is not there yet.
fn entry<'c>(counts: &'c mut BTreeMap<String, u64>, key: &str) -> &'c mut u64 {
    if !counts.contains_key(key) {
        counts.insert(key.to_owned(), 0);
    }
    counts.entry(key.to_owned()).or_default()
}

fn percent(part: u64, whole: u64) -> String {
    format!("{:.1}%", part as f64 * 100.0 / whole.max(1) as f64)
}
