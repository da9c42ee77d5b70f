//! The solver: one-versus-rest linear support vector machines with the
//! squared hinge loss, by dual coordinate descent (Hsieh et al. 2008), for many
//! classes at a time.
//!
//! Classes are solved in blocks of [`LANES`]. The weights of a feature for the
//! classes of a block lie side by side in one cache line, so that a row of the
//! matrix is walked through once for all of them. Each class has its own sums
//! in a fixed order and rows are visited in an order that depends on the seed
//! alone: the result has the same bits on any number of threads and with
//! vector registers of any width.

use super::matrix::Matrix;
use crate::random::Random;
use linfa::DatasetBase;
use linfa::traits::Fit;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Classes that are solved side by side.
pub const LANES: usize = 16;

type Block = [f32; LANES];

/// How to train.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The cost of an error, `C` of the SVM literature. Larger fits closer.
    pub cost: f32,
    /// How far rare classes are raised: the cost of a class's own rows is
    /// multiplied by `(rows / (classes * rows of the class))^balance`. 0 leaves
    /// classes as they are, 1 makes them weigh the same.
    pub balance: f32,
    /// Passes over the rows at the most.
    pub epochs: usize,
    /// Stops when no projected gradient of a pass is larger.
    pub tolerance: f32,
    /// Seeds the order of the rows.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            cost: 1.0,
            balance: 0.5,
            epochs: 40,
            tolerance: 0.1,
            seed: 1,
        }
    }
}

/// Learned weights: for each feature, one weight a class.
#[derive(Debug, Clone)]
pub struct Weights {
    classes: usize,
    /// By block of classes, then by feature.
    blocks: Vec<Vec<Block>>,
    /// By class.
    bias: Vec<f32>,
}

impl Weights {
    /// How many classes there are.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// The weight of `feature` for `class`.
    #[must_use]
    pub fn weight(&self, feature: usize, class: usize) -> f32 {
        self.blocks[class / LANES][feature][class % LANES]
    }

    /// Adds to every class `share` times the weights of its parent class.
    pub fn inherit(&mut self, parents: &Weights, parent_of: &[u32], share: f32) {
        for (class, parent) in parent_of.iter().enumerate() {
            let parent = *parent as usize;
            self.bias[class] += share * parents.bias[parent];
            let block = &mut self.blocks[class / LANES];
            let inherited = &parents.blocks[parent / LANES];
            for (weights, parents) in block.iter_mut().zip(inherited) {
                weights[class % LANES] += share * parents[parent % LANES];
            }
        }
    }

    /// The bias of each class.
    #[must_use]
    pub fn bias(&self) -> &[f32] {
        &self.bias
    }

    /// The margins of a row: `scores[class] = w · x + b`.
    pub fn margins(&self, row: (&[u32], &[f32]), scores: &mut [f32]) {
        for (b, block) in self.blocks.iter().enumerate() {
            let sums = dot(block, row);
            let classes = b * LANES..self.classes.min((b + 1) * LANES);
            for (score, (sum, bias)) in scores[classes.clone()]
                .iter_mut()
                .zip(sums.iter().zip(&self.bias[classes]))
            {
                *score = sum + bias;
            }
        }
    }
}

/// The classes of the rows of a matrix.
#[derive(Debug, Clone)]
pub struct Targets {
    /// How many classes there are.
    pub classes: usize,
    /// The class of each row, below `classes`; `None` for a row whose class is
    /// unknown, which is passed over.
    pub of_row: Vec<Option<u32>>,
}

impl Fit<Matrix, Targets, linfa::Error> for Options {
    type Object = Weights;

    /// Trains one machine a class. Never fails.
    fn fit(&self, dataset: &DatasetBase<Matrix, Targets>) -> linfa::error::Result<Weights> {
        Ok(train(&dataset.records, dataset.targets(), self))
    }
}

/// Trains one machine a class.
#[must_use]
pub fn train(matrix: &Matrix, targets: &Targets, options: &Options) -> Weights {
    let classes = targets.classes;
    let targets = &targets.of_row;
    let rows: Vec<u32> = (0..targets.len() as u32)
        .filter(|row| targets[*row as usize].is_some())
        .collect();
    let mut counts = vec![0u32; classes];
    for class in targets.iter().flatten() {
        counts[*class as usize] += 1;
    }
    let raise: Vec<f32> = counts
        .iter()
        .map(|count| {
            let even = rows.len() as f64 / (classes as f64 * f64::from((*count).max(1)));
            libm::pow(even, f64::from(options.balance)) as f32
        })
        .collect();
    let norms: Vec<f32> = (0..matrix.height())
        .map(|row| 1.0 + matrix.row(row).1.iter().map(|v| v * v).sum::<f32>())
        .collect();
    let solved: Vec<(Vec<Block>, Block)> = (0..classes.div_ceil(LANES))
        .into_par_iter()
        .map(|block| {
            let first = block * LANES;
            let mut raised = [1.0; LANES];
            for (lane, raise) in raised.iter_mut().zip(&raise[first..]) {
                *lane = *raise;
            }
            Problem {
                matrix,
                targets,
                norms: &norms,
                first: first as u32,
                raised,
                options,
            }
            .solve(rows.clone())
        })
        .collect();
    let mut bias = Vec::with_capacity(classes);
    let mut blocks = Vec::with_capacity(solved.len());
    for (weights, biases) in solved {
        blocks.push(weights);
        bias.extend(biases);
    }
    bias.truncate(classes);
    Weights {
        classes,
        blocks,
        bias,
    }
}

/// What one block of classes is solved from.
struct Problem<'a> {
    matrix: &'a Matrix,
    targets: &'a [Option<u32>],
    /// `|x|² + 1` of each row (the 1 is the bias).
    norms: &'a [f32],
    first: u32,
    raised: Block,
    options: &'a Options,
}

/// A row rests after this many passes in which nothing of it moved, …
const CALM: u8 = 3;
/// … and is looked at again every so many passes.
const RECHECK: usize = 8;

impl Problem<'_> {
    fn solve(&self, mut rows: Vec<u32>) -> (Vec<Block>, Block) {
        let mut weights = vec![[0.0; LANES]; self.matrix.width()];
        let mut bias = [0.0; LANES];
        let mut alphas = vec![[0.0; LANES]; self.matrix.height()];
        let mut calm = vec![0u8; self.matrix.height()];
        let mut random = Random(self.options.seed);
        // 1 / (2C): the diagonal that the squared loss adds to the dual.
        let damping = self.raised.map(|r| 0.5 / (self.options.cost * r));
        let plain = 0.5 / self.options.cost;

        for epoch in 0..self.options.epochs {
            random.shuffle(&mut rows);
            let full = epoch % RECHECK == 0;
            let mut largest = 0.0f32;
            for &row in &rows {
                let row = row as usize;
                if calm[row] >= CALM && !full {
                    continue;
                }
                let x = self.matrix.row(row);
                let sums = dot(&weights, x);
                let own = self.own_lane(row);
                let alpha = &mut alphas[row];
                let mut steps = [0.0; LANES];
                let mut moved = 0.0f32;
                for lane in 0..LANES {
                    let (sign, diagonal) = if own == Some(lane) {
                        (1.0, damping[lane])
                    } else {
                        (-1.0, plain)
                    };
                    let gradient = sign * (sums[lane] + bias[lane]) - 1.0 + diagonal * alpha[lane];
                    let projected = if alpha[lane] == 0.0 {
                        gradient.min(0.0)
                    } else {
                        gradient
                    };
                    let next = (alpha[lane] - gradient / (self.norms[row] + diagonal)).max(0.0);
                    let next = if projected == 0.0 { alpha[lane] } else { next };
                    steps[lane] = sign * (next - alpha[lane]);
                    alpha[lane] = next;
                    moved = moved.max(projected.abs());
                }
                largest = largest.max(moved);
                if moved > self.options.tolerance * 0.1 {
                    calm[row] = 0;
                } else {
                    calm[row] = calm[row].saturating_add(1);
                }
                if steps != [0.0; LANES] {
                    add(&mut weights, x, &steps);
                    for (bias, step) in bias.iter_mut().zip(steps) {
                        *bias += step;
                    }
                }
            }
            if full && epoch > 0 && largest <= self.options.tolerance {
                break;
            }
        }
        (weights, bias)
    }

    /// The lane of the row's own class, where it is in this block.
    fn own_lane(&self, row: usize) -> Option<usize> {
        let class = self.targets[row]?;
        let lane = class.checked_sub(self.first)? as usize;
        (lane < LANES).then_some(lane)
    }
}

/// `w · x` for each class of a block.
#[inline]
fn dot(weights: &[Block], (columns, values): (&[u32], &[f32])) -> Block {
    let mut sums = [0.0; LANES];
    for (column, value) in columns.iter().zip(values) {
        let weights = &weights[*column as usize];
        for lane in 0..LANES {
            sums[lane] += weights[lane] * value;
        }
    }
    sums
}

/// `w += steps · x` for each class of a block.
#[inline]
fn add(weights: &mut [Block], (columns, values): (&[u32], &[f32]), steps: &Block) {
    for (column, value) in columns.iter().zip(values) {
        let weights = &mut weights[*column as usize];
        for lane in 0..LANES {
            weights[lane] += steps[lane] * value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three classes in the plane, 20 rows each, with one feature in common.
    fn toy() -> DatasetBase<Matrix, Targets> {
        let mut matrix = Matrix::new(4);
        let mut targets = Vec::new();
        for row in 0..60u32 {
            let class = row % 3;
            matrix.push([(class, 0.8 + 0.005 * row as f32), (3, 0.5)]);
            targets.push(Some(class));
        }
        let targets = Targets {
            classes: 3,
            of_row: targets,
        };
        DatasetBase::new(matrix, targets)
    }

    fn bits(weights: &Weights) -> Vec<u32> {
        (0..4)
            .flat_map(|f| (0..3).map(move |c| (f, c)))
            .map(|(f, c)| weights.weight(f, c).to_bits())
            .chain(weights.bias().iter().map(|b| b.to_bits()))
            .collect()
    }

    #[test]
    fn separates_what_is_separable() {
        let toy = toy();
        let weights = Options::default().fit(&toy).unwrap();
        for (row, target) in toy.targets().of_row.iter().enumerate() {
            let mut scores = [0.0; 3];
            weights.margins(toy.records.row(row), &mut scores);
            let best = (0..3).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
            assert_eq!(best.map(|b| b as u32), *target);
        }
    }

    #[test]
    fn meets_the_optimality_conditions() {
        // At the optimum w = Σ α y x with α = 2C max(0, 1 - y f(x)).
        let toy = toy();
        let options = Options {
            tolerance: 1e-4,
            epochs: 2000,
            ..Options::default()
        };
        let weights = options.fit(&toy).unwrap();
        for class in 0..3 {
            let mut w = [0.0f32; 5];
            for row in 0..toy.records.height() {
                let mut scores = [0.0; 3];
                weights.margins(toy.records.row(row), &mut scores);
                let own = toy.targets().of_row[row] == Some(class as u32);
                let sign = if own { 1.0 } else { -1.0 };
                let alpha = 2.0 * options.cost * (1.0 - sign * scores[class]).max(0.0);
                let (columns, values) = toy.records.row(row);
                for (column, value) in columns.iter().zip(values) {
                    w[*column as usize] += sign * alpha * value;
                }
                w[4] += sign * alpha;
            }
            for (feature, weight) in w[..4].iter().enumerate() {
                assert!((weight - weights.weight(feature, class)).abs() < 0.02);
            }
            assert!((w[4] - weights.bias()[class]).abs() < 0.02);
        }
    }

    #[test]
    fn has_the_same_bits_on_any_number_of_threads() {
        let toy = toy();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| bits(&Options::default().fit(&toy).unwrap()))
        };
        assert_eq!(on(1), on(4));
    }

    #[test]
    fn passes_over_rows_without_a_class() {
        let mut toy = toy();
        let known = bits(&Options::default().fit(&toy).unwrap());
        toy.records.push([(0, 9.0)]);
        toy.targets.of_row.push(None);
        assert_eq!(bits(&Options::default().fit(&toy).unwrap()), known);
    }
}
