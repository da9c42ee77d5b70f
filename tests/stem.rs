//! The stemmers, judged on forms of common words.

use qulaq::text::Language;
use qulaq::text::fold::Code;
use qulaq::text::stem::key;
use std::path::Path;

/// Keys of the forms, with the line of their lemma.
fn keys(language: Language) -> Vec<(usize, Vec<Code>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/text/stems.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut keys = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 3, "{line}");
        if cells[0] != language.as_str() {
            continue;
        }
        for form in cells[2].split(' ') {
            let mut codes = Vec::new();
            key(form, language, &mut codes);
            keys.push((number, codes));
        }
    }
    keys
}

#[test]
fn forms_of_one_word_meet_and_others_do_not() {
    for (language, least) in [(Language::Kazakh, 0.93), (Language::Russian, 0.92)] {
        let keys = keys(language);
        let (mut of_one, mut met, mut wrong) = (0, 0, 0);
        for (at, (lemma, key)) in keys.iter().enumerate() {
            for (other, theirs) in &keys[..at] {
                of_one += usize::from(lemma == other);
                met += usize::from(lemma == other && key == theirs);
                wrong += usize::from(lemma != other && key == theirs);
            }
        }
        let meet = met as f64 / of_one as f64;
        let mistaken = wrong as f64 / (met + wrong) as f64;
        println!(
            "{language}: {of_one} pairs of one word, {meet:.4} meet; of pairs that meet, {mistaken:.4} are of two"
        );
        assert!(of_one >= 300, "{language}");
        assert!(meet >= least, "{language}: {meet}");
        assert!(mistaken <= 0.02, "{language}: {mistaken}");
    }
}
