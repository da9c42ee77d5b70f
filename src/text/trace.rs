//! The way back from the normalised text to the text as it was typed.

use super::Sink;
use std::ops::Range;

/// Which bytes of a text each piece of its normalised form stands for.
///
/// Filled by [`super::normalise_traced`]; kept by the caller, so that nothing
/// is allocated once it has grown.
#[derive(Debug, Default, Clone)]
pub struct Trace {
    /// The pieces that each step wrote; those after `used` are spare.
    steps: Vec<Vec<Piece>>,
    used: usize,
    /// The length of the typed text.
    length: usize,
}

/// Some bytes that a step wrote, and those that they stand for.
#[derive(Debug, Clone)]
struct Piece {
    written: Range<usize>,
    read: Range<usize>,
    /// Whether they are the same bytes, so that a part leads to a part.
    kept: bool,
}

impl Trace {
    /// The bytes of the typed text that the bytes `span` of the normalised one
    /// stand for. What a step wrote anew («PHONE») leads to all that it stands
    /// for, whichever part of it is asked for.
    #[must_use]
    pub fn original(&self, span: Range<usize>) -> Range<usize> {
        let steps = self.steps[..self.used].iter().rev();
        let span = steps.fold(span, |span, pieces| back(pieces, span));
        span.start.min(self.length)..span.end.min(self.length)
    }

    /// Makes ready for a text of `length` bytes.
    pub(super) fn begin(&mut self, length: usize) {
        self.used = 0;
        self.length = length;
    }

    /// The sink of the next step, which writes its text to `out`.
    pub(super) fn step<'t>(&'t mut self, out: &'t mut String) -> Traced<'t> {
        if self.used == self.steps.len() {
            self.steps.push(Vec::new());
        }
        let pieces = &mut self.steps[self.used];
        self.used += 1;
        pieces.clear();
        Traced { out, pieces }
    }
}

fn back(pieces: &[Piece], span: Range<usize>) -> Range<usize> {
    let find = |at| pieces.partition_point(|p| p.written.end <= at);
    let first = find(span.start);
    let last = find(span.end.saturating_sub(1).max(span.start));
    let ends = |piece: &Piece, at: usize, whole: usize| match piece.kept {
        true => (piece.read.start + (at - piece.written.start)).min(piece.read.end),
        false => whole,
    };
    match (pieces.get(first), pieces.get(last)) {
        (Some(first), Some(last)) => {
            let start = ends(first, span.start, first.read.start);
            let end = match span.is_empty() {
                true => start,
                false => ends(last, span.end, last.read.end),
            };
            start..end
        }
        // It goes past the end of the text.
        (first, _) => {
            let end = pieces.last().map_or(0, |p| p.read.end);
            let start = first.map_or(end, |p| ends(p, span.start, p.read.start));
            start..end
        }
    }
}

/// Writes a step's text and keeps the way back.
pub struct Traced<'t> {
    out: &'t mut String,
    pieces: &'t mut Vec<Piece>,
}

impl Traced<'_> {
    fn write(&mut self, text: &str, read: Range<usize>, kept: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.out.len();
        self.out.push_str(text);
        self.pieces.push(Piece {
            written: start..self.out.len(),
            read,
            kept,
        });
    }
}

impl Sink for Traced<'_> {
    fn keep(&mut self, input: &str, span: Range<usize>) {
        self.write(&input[span.clone()], span, true);
    }

    fn replace(&mut self, span: Range<usize>, with: &str) {
        self.write(with, span, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Buffers, normalise, normalise_traced, token};
    use proptest::prelude::*;

    /// Each word of the normalised text with what it was typed as.
    fn traced(text: &str) -> Vec<(String, String)> {
        let (mut buffers, mut trace) = (Buffers::default(), Trace::default());
        let normal = normalise_traced(text, &mut buffers, &mut trace);
        let words = token::words(normal).map(|word| {
            let start = word.as_ptr() as usize - normal.as_ptr() as usize;
            let span = trace.original(start..start + word.len());
            (word.to_owned(), text[span].to_owned())
        });
        words.collect()
    }

    #[test]
    fn every_word_leads_back() {
        let pairs = traced("<b>Су&nbsp;ЖОООҚ</b> н е т Boды!!! 8(701)1234567 су'йық #ТасЖол 🙏🏻");
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(
            pairs,
            [
                ("су", "Су"),
                ("жоқ", "ЖОООҚ"),
                ("нет", "н е т"),
                ("воды", "Boды"),
                ("EXCLAMATION", "!!! "),
                ("PHONE", "8(701)1234567"),
                ("су", "су"),
                ("йық", "йық"),
                ("тас", "Тас"),
                ("жол", "Жол"),
                ("PLEA", "🙏"),
            ]
        );
    }

    #[test]
    fn latin_letters_lead_back() {
        let pairs = traced("Auylda kóshede SÝ joq");
        let typed: Vec<&str> = pairs.iter().map(|(_, typed)| &**typed).collect();
        assert_eq!(typed, ["Auylda", "kóshede", "SÝ", "joq"]);
        assert_eq!(pairs[1].0, "көшеде");
    }

    proptest! {
        #[test]
        fn spans_are_sound_and_tracing_changes_nothing(text in "\\PC*", from: u16, to: u16) {
            let (mut buffers, mut trace) = (Buffers::default(), Trace::default());
            let normal = normalise_traced(&text, &mut buffers, &mut trace);
            let mut others = Buffers::default();
            prop_assert_eq!(normal, normalise(&text, &mut others));
            let span = trace.original(usize::from(from.min(to))..usize::from(to));
            prop_assert!(span.start <= text.len() && span.end <= text.len());
            for word in token::words(normal) {
                let start = word.as_ptr() as usize - normal.as_ptr() as usize;
                prop_assert!(text.get(trace.original(start..start + word.len())).is_some());
            }
        }
    }
}
