//! From margins to probabilities.

use serde::{Deserialize, Serialize};

/// How a text's margins lie: what the chance that the best label is the right
/// one depends on. All values are within a few units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape(pub [f32; Shape::WIDTH]);

impl Shape {
    /// How many values there are.
    pub const WIDTH: usize = 3;

    /// The shape where the best label has the margin `best`, the next one
    /// `second`, and the text has `features` features.
    #[must_use]
    pub fn new(best: f32, second: f32, features: u32) -> Shape {
        let length = libm::log2f(1.0 + features as f32);
        Shape([
            best.clamp(-4.0, 4.0),
            (best - second).clamp(0.0, 4.0),
            length * 0.25 - 2.0,
        ])
    }
}

/// The calibration of a head: a logistic regression over the [`Shape`] says
/// how likely the best label is right; the rest of the chance goes to the
/// others by the exponentials of their margins.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// By value of the shape.
    pub weights: [f32; Shape::WIDTH],
    /// The intercept.
    pub bias: f32,
    /// How steeply the chance of the other labels falls with their margins.
    pub slope: f32,
}

impl Calibration {
    /// The probability that the best label is right.
    #[must_use]
    pub fn of_best(&self, shape: Shape) -> f32 {
        let Shape(values) = shape;
        let weighted = values.iter().zip(self.weights).map(|(v, w)| v * w);
        let z = self.bias + weighted.sum::<f32>();
        1.0 / (1.0 + libm::expf(-z))
    }

    /// The probabilities of all labels from their margins. They keep the order
    /// of the margins and add up to at most 1; what is missing is the chance
    /// that no label is right.
    pub fn probabilities(&self, margins: &[f32], features: u32, out: &mut Vec<f32>) {
        let (best, second) = best_two(margins);
        let of_best = self.of_best(Shape::new(margins[best], second, features));
        out.clear();
        out.extend(
            margins
                .iter()
                .map(|margin| libm::expf((self.slope * (margin - second)).clamp(-80.0, 0.0))),
        );
        out[best] = 0.0;
        let others: f32 = out.iter().sum();
        let share = (1.0 - of_best) / others.max(f32::MIN_POSITIVE);
        for probability in out.iter_mut() {
            *probability = (*probability * share).min(of_best);
        }
        out[best] = of_best;
    }
}

/// The index of the (first) best margin, and the next margin; far below it
/// where there is only one label.
#[must_use]
pub fn best_two(margins: &[f32]) -> (usize, f32) {
    let mut best = 0;
    let mut second = f32::NEG_INFINITY;
    for (label, &margin) in margins.iter().enumerate().skip(1) {
        if margin > margins[best] {
            second = margins[best];
            best = label;
        } else {
            second = second.max(margin);
        }
    }
    (best, second.max(margins[best] - 8.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Calibration = Calibration {
        weights: [1.0, 2.0, 0.0],
        bias: 0.0,
        slope: 3.0,
    };

    #[test]
    fn a_wider_lead_is_surer_and_the_order_is_kept() {
        let mut close = Vec::new();
        let mut clear = Vec::new();
        PLAIN.probabilities(&[0.0, 0.1, -1.0], 100, &mut close);
        PLAIN.probabilities(&[-0.5, 1.0, -1.0], 100, &mut clear);
        assert!(clear[1] > close[1] && close[1] >= close[0] && close[0] > close[2]);
        assert!(close.iter().sum::<f32>() <= 1.000_001);
    }

    #[test]
    fn one_label_and_strange_margins_do_not_break_it() {
        let mut out = Vec::new();
        for margins in [
            &[0.3][..],
            &[f32::MAX, f32::MIN, 0.0],
            &[0.0, 0.0],
            &[-1e30, -1e30],
        ] {
            PLAIN.probabilities(margins, u32::MAX, &mut out);
            assert!(out.iter().all(|p| (0.0..=1.0).contains(p)), "{out:?}");
        }
    }

    #[test]
    fn the_best_two() {
        assert_eq!(best_two(&[1.0, 3.0, 2.0]), (1, 2.0));
        assert_eq!(best_two(&[3.0, 3.0]), (0, 3.0));
        assert_eq!(best_two(&[3.0]), (0, -5.0));
    }
}
