//! Redaction on its authored test set: the figures, and that nothing outside
//! of the spans changes.

use qulaq::text::redact::{Kind, Scratch, Span, find, redact};
use std::path::Path;

/// A text with the spans that a person marked in it.
struct Marked {
    id: String,
    part: String,
    text: String,
    spans: Vec<Span>,
}

fn kind(name: &str) -> Kind {
    let known = Kind::ALL.into_iter().find(|k| k.as_str() == name);
    known.unwrap_or_else(|| panic!("unknown kind {name}"))
}

/// Takes `{{KIND|text}}` out of `marked`.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("{{") {
        let (inside, after) = after.split_once("}}").expect("a closed mark");
        let (name, datum) = inside.split_once('|').expect("a kind");
        text.push_str(before);
        let start = text.len();
        text.push_str(datum);
        spans.push(Span {
            range: start..text.len(),
            kind: kind(name),
        });
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

fn test_set() -> Vec<Marked> {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/text");
        std::fs::read_to_string(path.join(name)).expect("the test set")
    };
    let files = [
        read("redaction.tsv"),
        read("redaction_blind.tsv"),
        read("redaction_blind2.tsv"),
        read("redaction_blind3.tsv"),
        read("redaction_blind4.tsv"),
    ];
    let lines = files.iter().flat_map(|file| file.lines().skip(1));
    let rows = lines.map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, part, language, marked] = cells[..] else {
            panic!("not four cells: {line}")
        };
        assert!(["kk", "ru", "mixed"].contains(&language), "{id}");
        let (text, spans) = unmark(marked);
        Marked {
            id: id.to_owned(),
            part: part.to_owned(),
            text,
            spans,
        }
    });
    rows.collect()
}

/// The letters and digits of a span: full stops and brackets at its ends may
/// be in or out.
fn core(text: &str, span: &Span) -> (Kind, usize, usize) {
    let inside = &text[span.range.clone()];
    let trimmed = inside.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = span.range.end - trimmed.len();
    let end = start
        + trimmed
            .trim_end_matches(|c: char| !c.is_alphanumeric())
            .len();
    (span.kind, start, end)
}

#[derive(Default)]
struct Figures {
    wanted: [usize; 2],
    found: [usize; 2],
    /// Found, of any kind, and those of them that are right.
    given: usize,
    right: usize,
}

impl Figures {
    fn recall(&self, names: bool) -> f64 {
        self.found[usize::from(names)] as f64 / self.wanted[usize::from(names)] as f64
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.given as f64
    }
}

fn judge(part: &str, show: bool) -> Figures {
    let mut figures = Figures::default();
    let mut scratch = Scratch::default();
    for row in test_set().iter().filter(|row| row.part == part) {
        let wanted: Vec<_> = row.spans.iter().map(|s| core(&row.text, s)).collect();
        let given: Vec<_> = find(&row.text, &mut scratch)
            .iter()
            .map(|s| core(&row.text, s))
            .collect();
        for span in &wanted {
            let names = usize::from(span.0 == Kind::Name);
            figures.wanted[names] += 1;
            figures.found[names] += usize::from(given.contains(span));
            if show && !given.contains(span) {
                println!(
                    "{} missed {} {:?} in {}",
                    row.id,
                    span.0,
                    &row.text[span.1..span.2],
                    row.text
                );
            }
        }
        for span in &given {
            figures.given += 1;
            figures.right += usize::from(wanted.contains(span));
            if show && !wanted.contains(span) {
                println!(
                    "{} wrong {} {:?} in {}",
                    row.id,
                    span.0,
                    &row.text[span.1..span.2],
                    row.text
                );
            }
        }
    }
    figures
}

#[test]
fn the_test_set_is_large_enough() {
    let rows = test_set();
    assert!(rows.len() >= 250);
    assert!(rows.iter().map(|r| r.spans.len()).sum::<usize>() >= 450);
    assert!(rows.iter().filter(|r| r.spans.is_empty()).count() >= 60);
}

#[test]
fn finds_what_is_personal_and_little_else() {
    for part in ["fourth", "third", "dev", "test", "blind", "second"] {
        let show = std::env::var("REDACTION_SHOW").is_ok_and(|p| p == part);
        let figures = judge(part, show);
        let (numbers, names, precision) = (
            figures.recall(false),
            figures.recall(true),
            figures.precision(),
        );
        println!(
            "{part}: recall of numbers {numbers:.3}, of names {names:.3}, precision {precision:.3}"
        );
        println!(
            "{part}: {:?} wanted, {:?} found, {} given",
            figures.wanted, figures.found, figures.given
        );
        assert!(numbers >= 0.99, "{part}: recall of numbers {numbers:.3}");
        assert!(names >= 0.90, "{part}: recall of names {names:.3}");
        assert!(precision >= 0.95, "{part}: precision {precision:.3}");
    }
}

#[test]
fn what_is_outside_of_spans_stays_byte_for_byte() {
    let (mut scratch, mut out) = (Scratch::default(), String::new());
    for row in test_set() {
        out.clear();
        let any = redact(&row.text, &mut scratch, &mut out);
        let spans = find(&row.text, &mut scratch);
        assert_eq!(any, !spans.is_empty());
        let mut rest = out.as_str();
        let mut kept = 0;
        for span in spans {
            rest = rest
                .strip_prefix(&row.text[kept..span.range.start])
                .expect("the text before");
            rest = rest.strip_prefix(span.kind.mark()).expect("the mark");
            kept = span.range.end;
        }
        assert_eq!(rest, &row.text[kept..], "{}", row.id);
    }
}

#[test]
fn spans_fall_on_whole_words() {
    let mut scratch = Scratch::default();
    for row in test_set() {
        for span in find(&row.text, &mut scratch) {
            let (start, end) = (span.range.start, span.range.end);
            let cuts = |at: usize, alike: fn(char) -> bool| {
                let before = row.text[..at].chars().next_back().is_some_and(alike);
                before && row.text[at..].chars().next().is_some_and(alike)
            };
            for at in [start, end] {
                assert!(!cuts(at, char::is_alphabetic), "{} {}", row.id, span.kind);
                assert!(
                    !cuts(at, |c| c.is_ascii_digit()),
                    "{} {}",
                    row.id,
                    span.kind
                );
            }
        }
    }
}
