use qulaq::text::{Buffers, fold::fold, noise::Noise, normalise, token};
use std::collections::*;
fn main() {
    let m = qulaq::model::Model::open("/tmp/exp_s3.qulaq").unwrap();
    let sp = m.extractor().spelling();
    let dict: HashSet<Vec<u8>> = sp.words().map(|w| w.to_vec()).collect();
    eprintln!("dict {}", sp.len());
    let mut r = csv::Reader::from_path("../shared/data/appeals/kzgov_dev.csv").unwrap();
    let h = r.headers().unwrap().clone();
    for col in ["text_kz", "text_ru"] {
        let i = h.iter().position(|x| x == col).unwrap();
        let mut n: BTreeMap<&str, usize> = BTreeMap::new();
        let mut r = csv::Reader::from_path("../shared/data/appeals/kzgov_dev.csv").unwrap();
        let mut words = 0;
        let mut texts = 0;
        let mut chars = 0;
        for (row, rec) in r.records().enumerate() {
            let rec = rec.unwrap();
            let t = &rec[i];
            let mut noisy = String::new();
            Noise::Typos(50).apply(t, row as u64, &mut noisy);
            let (mut a, mut b) = (Buffers::default(), Buffers::default());
            let x: Vec<&str> = token::words(normalise(t, &mut a)).collect();
            let y: Vec<&str> = token::words(normalise(&noisy, &mut b)).collect();
            texts += 1;
            chars += t.chars().count();
            if x.len() != y.len() {
                *n.entry("misaligned").or_default() += 1;
                continue;
            }
            for (p, q) in x.iter().zip(&y) {
                words += 1;
                let (mut f, mut g) = (vec![], vec![]);
                fold(p, &mut f);
                fold(q, &mut g);
                let known = dict.contains(&f);
                if f == g {
                    *n.entry(if known {
                        "same known"
                    } else if f.len() < 4 {
                        "same short"
                    } else if sp.correct(&f).is_some() {
                        "same unknown corrected"
                    } else {
                        "same unknown"
                    })
                    .or_default() += 1;
                    continue;
                }
                let cf = sp.correct(&f).map(|w| w.to_vec()).unwrap_or(f.clone());
                let cg = sp.correct(&g).map(|w| w.to_vec());
                let k = match (&cg, known) {
                    (Some(c), _) if *c == cf => "typo ok",
                    (Some(_), true) => "typo known wrong corrected",
                    (Some(_), false) => "typo unknown wrong corrected",
                    (None, true) => {
                        if g.len() < 4 || f.len() < 4 {
                            "typo known short"
                        } else if dict.contains(&g) {
                            "typo into known"
                        } else {
                            "typo known 2+ errors"
                        }
                    }
                    (None, false) => {
                        if f.len() < 4 {
                            "typo short"
                        } else {
                            "typo unknown uncorrected"
                        }
                    }
                };
                *n.entry(k).or_default() += 1;
            }
        }
        println!(
            "{col} words {words} texts {texts} chars/text {} {:?}",
            chars / texts,
            n
        );
    }
}
