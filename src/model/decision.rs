//! Which label a head decides on.

use super::calibration::best_two;
use crate::taxonomy::section_of;
use std::sync::Arc;

/// The sections of a head's labels.
#[derive(Debug, Clone)]
pub struct Grouping {
    /// The sections, in the order of their first labels.
    pub names: Vec<Arc<str>>,
    /// The section of each label.
    pub of_label: Vec<usize>,
}

impl Grouping {
    /// The sections of `labels`, which are all `section.category`.
    #[must_use]
    pub fn of(labels: &[Arc<str>]) -> Grouping {
        let mut names: Vec<Arc<str>> = Vec::new();
        let of_label = labels
            .iter()
            .map(|label| {
                let section = section_of(label);
                let known = names.iter().position(|name| &**name == section);
                known.unwrap_or_else(|| {
                    names.push(section.into());
                    names.len() - 1
                })
            })
            .collect();
        Grouping { names, of_label }
    }

    /// The likeliest section by the summed chance of its labels, and its label
    /// with the best margin: so the two agree, and a section counts as a whole.
    /// `by_section` receives the sums.
    #[must_use]
    pub fn decide(
        &self,
        margins: &[f32],
        probabilities: &[f32],
        by_section: &mut Vec<f32>,
    ) -> usize {
        by_section.clear();
        by_section.resize(self.names.len(), 0.0);
        for (section, probability) in self.of_label.iter().zip(probabilities) {
            by_section[*section] += probability;
        }
        let section = first_of_best(0..by_section.len(), by_section).unwrap_or_default();
        let within = (0..margins.len()).filter(|label| self.of_label[*label] == section);
        first_of_best(within, margins).unwrap_or_else(|| best_two(margins).0)
    }
}

/// The first of `indices` at which the value is largest.
#[must_use]
pub fn first_of_best(indices: impl Iterator<Item = usize>, values: &[f32]) -> Option<usize> {
    indices.reduce(|best, i| if values[i] > values[best] { i } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_labels_of_a_section_outweigh_one_of_another() {
        let labels = ["a.x", "a.y", "b.z"].map(Arc::from);
        let grouping = Grouping::of(&labels);
        let mut sums = Vec::new();
        let label = grouping.decide(&[0.1, 0.2, 0.3], &[0.25, 0.3, 0.4], &mut sums);
        assert_eq!((label, &*grouping.names[0]), (1, "a"));
        assert!(sums[0] > sums[1]);
    }
}
