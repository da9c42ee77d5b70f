//! The text floor, as a whole and step by step.
//!
//! `cargo bench --bench text`; the texts are those of the shipped sample and,
//! where it stands beside the project, of a set of real appeals.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qulaq::text::{self, Buffers, Census, normalise};
use std::hint::black_box;
use std::path::Path;

const SETS: [(&str, &str); 2] = [
    ("sample", "corpora/sample.csv"),
    ("perm", "../shared/data/appeals/perm_dev.csv"),
];

/// The column `text` of a file; `None` where it is not here.
fn texts(path: &str) -> Option<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    let mut reader = csv::Reader::from_path(path).expect("the file opens");
    let headers = reader.headers().expect("it has a header");
    let at = headers.iter().position(|name| name == "text");
    let at = at.expect("with a text column");
    let rows = reader.records().map(|row| row.expect("every row is sound"));
    Some(rows.map(|row| row[at].to_owned()).collect())
}

fn whole(c: &mut Criterion) {
    for (name, path) in SETS {
        let Some(texts) = texts(path) else { continue };
        let mut group = c.benchmark_group(format!("text/{name}"));
        group.throughput(Throughput::Bytes(
            texts.iter().map(|t| t.len() as u64).sum(),
        ));
        group.sample_size(20);
        let mut buffers = Buffers::default();
        group.bench_function("normalise", |b| {
            b.iter(|| {
                for text in &texts {
                    black_box(normalise(text, &mut buffers));
                }
            });
        });
        group.finish();
    }
}

/// Each step over the text that the steps before it leave.
fn steps(c: &mut Criterion) {
    let Some(mut texts) = texts(SETS[0].1) else {
        return;
    };
    let mut group = c.benchmark_group("text/step");
    macro_rules! step {
        ($step:path, $name:literal) => {{
            use $step as step;
            group.throughput(Throughput::Bytes(
                texts.iter().map(|t| t.len() as u64).sum(),
            ));
            let mut out = String::new();
            group.bench_function($name, |b| {
                b.iter(|| {
                    for text in &texts {
                        if step::should(text, Census::of(text)) {
                            out.clear();
                            step::apply(text, &mut out);
                            black_box(&out);
                        }
                    }
                });
            });
            for text in &mut texts {
                let mut out = String::new();
                step::apply(text, &mut out);
                *text = out;
            }
        }};
    }
    step!(text::html, "html");
    step!(text::nfc, "nfc");
    step!(text::invisible, "invisible");
    step!(text::spaced, "spaced");
    step!(text::hashtag, "hashtag");
    step!(text::homoglyph, "homoglyph");
    step!(text::case, "case");
    step!(text::emoji, "emoji");
    step!(text::class, "class");
    step!(text::latin, "latin");
    step!(text::stretch, "stretch");
    step!(text::punctuation, "punctuation");
    group.finish();
}

criterion_group!(benches, whole, steps);
criterion_main!(benches);
