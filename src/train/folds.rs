//! Splits of a corpus in which a group stays on one side.

use crate::random::Random;

/// The fold of each row, below `folds`.
///
/// Groups are dealt out in a random order, each to the fold that has the
/// fewest rows of its first row's class so far, so that classes are spread
/// evenly.
#[must_use]
pub fn deal(groups: &[u32], classes: &[Option<u32>], folds: usize, seed: u64) -> Vec<usize> {
    let count = groups.iter().max().map_or(0, |g| *g as usize + 1);
    let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (row, group) in groups.iter().enumerate() {
        rows_of[*group as usize].push(row);
    }
    rows_of.retain(|rows| !rows.is_empty());
    Random(seed).shuffle(&mut rows_of);
    // Large groups first: they are the hardest to place. The sort is stable.
    rows_of.sort_by_key(|rows| std::cmp::Reverse(rows.len()));

    let none = classes
        .iter()
        .flatten()
        .max()
        .map_or(0, |c| *c as usize + 1);
    let class = |row: usize| classes[row].map_or(none, |c| c as usize);
    let mut of_class = vec![vec![0usize; folds]; none + 1];
    let mut total = vec![0usize; folds];
    let mut fold_of = vec![0; groups.len()];
    for rows in &rows_of {
        let first = class(rows[0]);
        let fold = (0..folds)
            .min_by_key(|fold| (of_class[first][*fold], total[*fold]))
            .unwrap_or(0);
        for &row in rows {
            fold_of[row] = fold;
            of_class[class(row)][fold] += 1;
        }
        total[fold] += rows.len();
    }
    fold_of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stay_together_and_classes_are_spread() {
        let groups: Vec<u32> = (0..300).map(|row| row / 3).collect();
        let classes: Vec<Option<u32>> = (0..300).map(|row| Some(row / 3 % 4)).collect();
        let folds = deal(&groups, &classes, 5, 1);
        for row in 0..300 {
            assert_eq!(folds[row], folds[row / 3 * 3]);
        }
        for fold in 0..5 {
            for class in 0..4 {
                let rows = (0..300).filter(|r| folds[*r] == fold && classes[*r] == Some(class));
                assert_eq!(rows.count(), 15);
            }
        }
        assert_eq!(folds, deal(&groups, &classes, 5, 1));
        assert_ne!(folds, deal(&groups, &classes, 5, 2));
    }
}
