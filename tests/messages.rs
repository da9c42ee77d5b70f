//! Every message is there in three languages, with the same places to fill.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The messages by key and language.
fn messages() -> BTreeMap<String, BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locales/messages.yml");
    let text = std::fs::read_to_string(path).expect("the messages are there");
    let mut messages: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with(['#', '_']))
    {
        match line.strip_prefix("  ") {
            None => {
                key = line.trim_end_matches(':').to_owned();
                assert!(!messages.contains_key(&key), "{key} stands twice");
                messages.insert(key.clone(), BTreeMap::new());
            }
            Some(rest) => {
                let (language, message) = rest.split_once(": ").expect("language: message");
                let of = messages.get_mut(&key).expect("under its key");
                of.insert(language.to_owned(), message.to_owned());
            }
        }
    }
    messages
}

/// The names of the places to fill.
fn places(message: &str) -> BTreeSet<&str> {
    let parts = message.split("%{").skip(1);
    parts.filter_map(|part| part.split('}').next()).collect()
}

#[test]
fn in_three_languages_with_the_same_places() {
    for (key, of) in messages() {
        let languages: Vec<&str> = of.keys().map(String::as_str).collect();
        // Help in English stands beside the arguments themselves.
        let wanted: &[&str] = if key.starts_with("help.") {
            &["kk", "ru"]
        } else {
            &["en", "kk", "ru"]
        };
        assert_eq!(languages, wanted, "{key}");
        for message in of.values() {
            assert_eq!(places(message), places(&of["ru"]), "{key}");
        }
    }
}

#[test]
fn every_message_of_the_program_exists() {
    fn walk(folder: &Path, sources: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                walk(&path, sources);
            } else if path.extension().is_some_and(|e| e == "rs") {
                sources.push(std::fs::read_to_string(path).expect("a source"));
            }
        }
    }
    let mut sources = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut sources,
    );
    let messages = messages();
    let mut used = BTreeSet::new();
    for source in &sources {
        for call in source.split("t!(").skip(1) {
            let Some(literal) = call.trim_start().strip_prefix('"') else {
                continue;
            };
            let key = literal.split('"').next().expect("a literal ends");
            // A key that is put together names only its beginning.
            if key.contains('.') && !key.contains('{') {
                used.insert(key.to_owned());
            }
        }
    }
    assert!(used.len() > 40, "the search for messages has broken");
    for key in used {
        assert!(messages.contains_key(&key), "{key} has no message");
    }
}
