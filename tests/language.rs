//! How well languages are told: on real sentences and words where those stand
//! beside the project (elsewhere that test says that it skips), and on the
//! evaluation part of the corpus, which is never learned from.

use qulaq::intake::table::{Wanted, read};
use qulaq::intake::{Columns, Form, Rejects};
use qulaq::text::Language;
use qulaq::text::language::detect;
use qulaq::text::noise::Noise;
use std::path::{Path, PathBuf};

fn columns(paths: &[PathBuf], names: &[&str]) -> Vec<Vec<String>> {
    let wanted: Vec<Wanted> = names
        .iter()
        .map(|n| Wanted::Name((*n).to_owned()))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let mut rejects = Rejects::new(folder.path().join("rejects.csv"));
    let columns = Columns::default();
    let table = read(paths, Form::default(), &columns, &wanted, &mut rejects).unwrap();
    assert_eq!(table.rejected, 0);
    table.columns
}

fn share<T>(all: impl IntoIterator<Item = T>, is: impl Fn(T) -> bool) -> f64 {
    let (mut count, mut sum) = (0, 0);
    for one in all {
        count += 1;
        sum += u32::from(is(one));
    }
    f64::from(sum) / f64::from(count)
}

fn noisy(noise: Noise, text: &str) -> String {
    let mut out = String::new();
    noise.apply(text, 1, &mut out);
    out
}

#[test]
fn words_pairs_and_sentences_among_neighbours() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/langid/langid_dev.csv");
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return;
    }
    let columns = columns(&[path], &["language", "length", "text"]);
    let rows: Vec<[&str; 3]> = (0..columns[0].len())
        .map(|row| [0, 1, 2].map(|column| &*columns[column][row]))
        .collect();
    let of = |code: &str, length: &str| -> Vec<&str> {
        let rows = rows.iter().filter(|r| r[0] == code && r[1] == length);
        rows.map(|r| r[2]).collect()
    };
    for (code, length, least) in [
        ("kk", "word", 0.93),
        ("kk", "pair", 0.985),
        ("kk", "sentence", 0.999),
        ("ru", "word", 0.90),
        ("ru", "pair", 0.97),
        ("ru", "sentence", 0.995),
    ] {
        let recall = share(of(code, length), |text| detect(text).as_str() == code);
        println!("{code} {length}: recall {recall:.4}");
        assert!(recall >= least, "{code} {length}: {recall}");
    }
    let sentences = rows.iter().filter(|r| r[1] == "sentence");
    let kazakh: Vec<_> = sentences
        .filter(|r| detect(r[2]) == Language::Kazakh)
        .collect();
    let precision = share(kazakh, |r| r[0] == "kk");
    println!("kk sentence: precision {precision:.4}");
    assert!(precision >= 0.97, "{precision}");
    let mut ways = vec![("without Kazakh letters", Noise::Folded)];
    ways.extend(
        ["2017", "2018", "2021", "turkic", "messenger"].map(|alphabet| {
            (
                alphabet,
                Noise::named(&format!("latin-{alphabet}")).unwrap(),
            )
        }),
    );
    for (name, noise) in ways {
        let recall = share(of("kk", "sentence"), |text| {
            detect(&noisy(noise, text)) == Language::Kazakh
        });
        println!("kk sentence, {name}: recall {recall:.4}");
        assert!(recall >= 0.97, "{name}: {recall}");
    }
}

#[test]
fn appeals_that_were_not_learned_from() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/evaluation");
    let list = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = list.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let columns = columns(&paths, &["language", "text"]);
    let rows = || columns[0].iter().zip(&columns[1]);
    for (code, least) in [("kk", 0.99), ("ru", 0.99), ("mixed", 0.8)] {
        let of = rows().filter(|(language, _)| *language == code);
        let recall = share(of, |(_, text)| detect(text).as_str() == code);
        println!("{code}: recall {recall:.4}");
        assert!(recall >= least, "{code}: {recall}");
    }
}
