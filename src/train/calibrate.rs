//! Probabilities from held-out margins, by linfa's logistic regression.

use crate::model::{Calibration, Shape, best_two};
use linfa::dataset::Dataset;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2};

/// Of each text whose best label is wrong, this many of the others teach how
/// steeply their chance falls.
const OTHERS: usize = 8;
/// Examples of either side that a regression needs.
const FEWEST: usize = 20;
/// Coefficients are rounded to a multiple of this. linfa computes with the
/// system's exponentials, whose last bits may differ between machines; rounded,
/// such a difference is lost, unless a coefficient lies within it of a boundary.
const GRAIN: f64 = 1.0 / 1024.0;
/// What stands in for what there is too little to learn from.
const PLAIN: Calibration = Calibration {
    weights: [1.0, 2.0, 0.0],
    bias: 0.0,
    slope: 4.0,
};

/// A text held out from training: its margins, its right label, the number of
/// its features.
#[derive(Debug, Clone)]
pub struct HeldOut {
    /// By label.
    pub margins: Vec<f32>,
    /// The right label.
    pub right: usize,
    /// How many features the text has.
    pub features: u32,
}

/// Learns the calibration of a head from texts held out.
#[must_use]
pub fn calibrate(held_out: &[HeldOut]) -> Calibration {
    let mut best_labels = Examples::default();
    let mut others = Examples::default();
    for text in held_out {
        let (best, second) = best_two(&text.margins);
        let Shape(shape) = Shape::new(text.margins[best], second, text.features);
        best_labels.push(&shape, best == text.right);
        if best == text.right {
            continue;
        }
        let mut rest: Vec<usize> = (0..text.margins.len()).filter(|l| *l != best).collect();
        rest.sort_by(|a, b| text.margins[*b].total_cmp(&text.margins[*a]).then(a.cmp(b)));
        for label in rest.into_iter().take(OTHERS) {
            let behind = (text.margins[label] - second).clamp(-4.0, 0.0);
            others.push(&[behind], label == text.right);
        }
    }
    let mut calibration = PLAIN;
    if let Some((weights, bias)) = best_labels.fit::<{ Shape::WIDTH }>() {
        (calibration.weights, calibration.bias) = (weights, bias);
    }
    if let Some(([slope], _)) = others.fit::<1>() {
        calibration.slope = slope.max(0.0);
    }
    calibration
}

/// What a logistic regression learns from.
#[derive(Default)]
struct Examples {
    values: Vec<f64>,
    right: Vec<bool>,
}

impl Examples {
    fn push(&mut self, values: &[f32], right: bool) {
        self.values.extend(values.iter().map(|v| f64::from(*v)));
        self.right.push(right);
    }

    /// The weights and the intercept; `None` where one side has too few
    /// examples to say anything.
    fn fit<const WIDTH: usize>(self) -> Option<([f32; WIDTH], f32)> {
        let right = self.right.iter().filter(|r| **r).count();
        if right.min(self.right.len() - right) < FEWEST {
            return None;
        }
        let records = Array2::from_shape_vec((self.right.len(), WIDTH), self.values).ok()?;
        let fitted = LogisticRegression::default()
            .alpha(1.0)
            .max_iterations(200)
            .gradient_tolerance(1e-6)
            .fit(&Dataset::new(records, Array1::from(self.right)))
            .ok()?;
        // linfa picks which of the two classes is the positive one.
        let sign = if fitted.labels().pos.class { 1.0 } else { -1.0 };
        let round = |value: f64| ((sign * value / GRAIN).round() * GRAIN) as f32;
        let mut weights = [0.0; WIDTH];
        for (weight, value) in weights.iter_mut().zip(fitted.params()) {
            *weight = round(*value);
        }
        Some((weights, round(fitted.intercept())))
    }
}

/// The smallest threshold at which at most `errors` of the decisions are
/// wrong, given the probability of each decision and whether it is right; 1
/// where no threshold does it.
#[must_use]
pub fn threshold(decisions: &[(f32, bool)], errors: f64) -> f32 {
    let mut sorted = decisions.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut wrong = 0usize;
    let mut lowest = 1.0;
    for (at, (probability, right)) in sorted.iter().enumerate() {
        wrong += usize::from(!right);
        // Decisions of the same probability stand or fall together.
        let last = sorted.get(at + 1).is_none_or(|next| next.0 < *probability);
        if last && wrong as f64 <= errors * (at + 1) as f64 {
            lowest = *probability;
        }
    }
    // Up to the next hundredth, so that the file shows a round number; but not
    // to certainty, which nothing reaches.
    if lowest > 0.99 {
        return lowest;
    }
    (lowest * 100.0).ceil() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn probabilities_are_as_often_right_as_they_say() {
        // Two labels; the first is right with the chance sigmoid(3 * margin).
        let mut random = Random(3);
        let mut uniform = || random.below(1 << 20) as f32 / (1 << 20) as f32;
        let held_out: Vec<HeldOut> = (0..4000)
            .map(|_| {
                let margin = uniform() * 2.0 - 1.0;
                let right = usize::from(uniform() > 1.0 / (1.0 + libm::expf(-3.0 * margin)));
                HeldOut {
                    margins: vec![margin, -margin],
                    right,
                    features: 100,
                }
            })
            .collect();
        let calibration = calibrate(&held_out);
        let mut probabilities = Vec::new();
        for margin in [0.1, 0.3, 0.6, 0.9] {
            calibration.probabilities(&[margin, -margin], 100, &mut probabilities);
            let wanted = 1.0 / (1.0 + libm::expf(-3.0 * margin));
            assert!(
                (probabilities[0] - wanted).abs() < 0.05,
                "{margin}: {probabilities:?}"
            );
        }
    }

    #[test]
    fn the_threshold_holds_the_share_of_errors() {
        let decisions: Vec<(f32, bool)> = (0..100)
            .map(|i| (i as f32 / 100.0, i >= 50 || i % 2 == 0))
            .collect();
        let threshold = threshold(&decisions, 0.05);
        let decided: Vec<_> = decisions.iter().filter(|d| d.0 >= threshold).collect();
        let wrong = decided.iter().filter(|d| !d.1).count();
        assert!(wrong as f64 <= 0.05 * decided.len() as f64 && decided.len() > 50);
        assert_eq!(super::threshold(&[(0.9, false)], 0.05), 1.0);
    }
}
