//! Where a step writes its output.

use std::ops::Range;

/// Receives what a normalisation step makes of its input, left to right.
///
/// Every piece of output names the span of input it stands for, so that an
/// implementation may keep the way back to the original text. The plain
/// [`String`] does not.
pub trait Sink {
    /// Copies `input[span]` unchanged. `span` is in bytes.
    fn keep(&mut self, input: &str, span: Range<usize>);
    /// Writes `with` in place of the input's bytes `span`.
    fn replace(&mut self, span: Range<usize>, with: &str);
}

impl Sink for String {
    #[inline]
    fn keep(&mut self, input: &str, span: Range<usize>) {
        self.push_str(&input[span]);
    }

    #[inline]
    fn replace(&mut self, _span: Range<usize>, with: &str) {
        self.push_str(with);
    }
}

/// What a step writes of a text.
#[cfg(test)]
pub(super) fn written(step: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    step(&mut out);
    out
}
