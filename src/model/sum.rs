//! Adding rows of small integers to sums.
//!
//! The loops are plain; on x86-64 they are compiled a second time for AVX2,
//! which the compiler's baseline lacks, and chosen when the program runs.
//! Integers add up to the same whatever the width of the registers.

/// Integers that fit a sum.
pub trait Small: Copy + Into<i32> {}

impl Small for i8 {}
impl Small for i16 {}

/// Adds `row` to `sums`, element by element.
#[inline]
pub fn add<T: Small>(sums: &mut [i32], row: &[T]) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has AVX2, which is all that the call asks for.
        unsafe { add_avx2(sums, row) };
        return;
    }
    add_plain(sums, row);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn add_avx2<T: Small>(sums: &mut [i32], row: &[T]) {
    add_plain(sums, row);
}

#[inline(always)]
fn add_plain<T: Small>(sums: &mut [i32], row: &[T]) {
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum += (*value).into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_give_the_same() {
        let row: Vec<i8> = (0..100).map(|i| (i * 37) as i8).collect();
        let wide: Vec<i16> = (0..100).map(|i| (i * 3701) as i16).collect();
        let (mut one, mut other) = (vec![7; 100], vec![7; 100]);
        add(&mut one, &row);
        add(&mut one, &wide);
        add_plain(&mut other, &row);
        add_plain(&mut other, &wide);
        assert_eq!(one, other);
    }
}
