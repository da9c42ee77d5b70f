//! The stages of classifying, one by one and together, and training.
//!
//! `cargo bench` measures; the texts are those of the shipped sample.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use qulaq::features::{Scratch as Extraction, View, Visitor, Words};
use qulaq::text::{Buffers, normalise, token};
use qulaq::train::{self, Labels, corpus};
use qulaq::{Appeal, Classifier, Scratch, Taxonomy};
use std::hint::black_box;

/// The texts of the shipped sample.
fn texts() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/corpora/sample.csv");
    let mut reader = csv::Reader::from_path(path).expect("the sample is there");
    let at = reader
        .headers()
        .expect("it has a header")
        .iter()
        .position(|name| name == "text")
        .expect("with a text column");
    let rows = reader.records().map(|row| row.expect("every row is sound"));
    rows.map(|row| row[at].to_owned()).collect()
}

/// Counts features, so that extracting them cannot be left out.
struct Count(u64);

impl Visitor for Count {
    fn feature(&mut self, _view: View, hash: u64, _words: Words<'_>, _piece: &[u8]) {
        self.0 = self.0.wrapping_add(hash);
    }
}

fn stages(c: &mut Criterion) {
    let texts = texts();
    let bytes = texts.iter().map(|t| t.len() as u64).sum();
    let mut buffers = Buffers::default();
    let normal: Vec<String> = texts
        .iter()
        .map(|t| normalise(t, &mut buffers).to_owned())
        .collect();
    let classifier = Classifier::shipped().expect("the shipped model opens");
    let appeals: Vec<Appeal> = texts.iter().map(|t| Appeal::new(t.as_str())).collect();

    let mut group = c.benchmark_group("path");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("normalise", |b| {
        b.iter(|| {
            for text in &texts {
                black_box(normalise(text, &mut buffers));
            }
        });
    });
    group.bench_function("tokenise", |b| {
        b.iter(|| {
            normal
                .iter()
                .map(|t| token::words(t).count())
                .sum::<usize>()
        });
    });
    group.bench_function("extract", |b| {
        let mut scratch = Extraction::default();
        b.iter(|| {
            let mut count = Count(0);
            for text in &normal {
                classifier
                    .model()
                    .extractor()
                    .extract(text, &mut scratch, &mut count);
            }
            count.0
        });
    });
    group.bench_function("classify, one by one", |b| {
        let mut scratch = Scratch::default();
        b.iter(|| {
            for appeal in &appeals {
                black_box(classifier.classify_with(appeal, &mut scratch));
            }
        });
    });
    group.bench_function("classify, batch", |b| {
        b.iter(|| classifier.classify_batch(&appeals));
    });
    group.finish();

    c.bench_function("open the shipped model", |b| b.iter(Classifier::shipped));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/models/shipped.qulaq");
    c.bench_function("open a model file", |b| b.iter(|| Classifier::open(file)));

    let one = &appeals[texts.len() / 2];
    c.bench_function("classify one appeal", |b| {
        let mut scratch = Scratch::default();
        b.iter(|| black_box(classifier.classify_with(one, &mut scratch)).abstained);
    });
}

fn training(c: &mut Criterion) {
    let texts = texts();
    let classifier = Classifier::shipped().expect("the shipped model opens");
    let labels: Vec<String> = texts
        .iter()
        .map(|t| {
            let verdict = classifier.classify(&Appeal::new(t.as_str()));
            verdict.label("section").unwrap_or_default().to_owned()
        })
        .collect();
    let taxonomy = Taxonomy::shipped();
    let mut group = c.benchmark_group("train");
    group.sample_size(10);
    group.bench_function("sections of the sample", |b| {
        let corpus = || {
            let labels = Labels::new("section", labels.iter().map(String::as_str));
            corpus::new(texts.clone(), vec![labels], None).expect("the sample has sections")
        };
        b.iter_batched(
            corpus,
            |corpus| train::train(&corpus, &train::Options::default(), &taxonomy),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, stages, training);
criterion_main!(benches);
