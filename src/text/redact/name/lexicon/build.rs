//! Reading the lists, once.

use super::forms::forms;
use super::{BEGINNINGS, Known, Lexicon, Map, Set, beginning, folded, hash, key, pair};

impl Lexicon {
    pub(super) fn build() -> Lexicon {
        let mut lexicon = Lexicon {
            cyrillic: Map::default(),
            folded: Map::default(),
            pairs: Map::default(),
            words: Set::default(),
            places: Set::default(),
            beginnings: Box::new([false; BEGINNINGS]),
        };
        for list in [
            include_str!("../../../../../corpora/names/given-ru.txt"),
            include_str!("../../../../../corpora/names/given-kk.txt"),
            include_str!("../../../../../corpora/names/given-kk-more.txt"),
            include_str!("../../../../../corpora/names/given-more.txt"),
        ] {
            for entry in entries(list) {
                let (name, known) = match entry.strip_suffix('~') {
                    Some(name) => (name, Known::WORD),
                    None => (entry, Known::GIVEN),
                };
                let name = name.to_lowercase();
                lexicon.add(&name, known.or(Known::PLAIN));
                forms(&name, |form| lexicon.add_cyrillic(form, known));
            }
        }
        for list in [
            include_str!("../../../../../corpora/names/families.txt"),
            include_str!("../../../../../corpora/names/families-more.txt"),
        ] {
            for entry in entries(list) {
                let name = entry.trim_end_matches('~').to_lowercase();
                lexicon.add(&name, Known::FAMILY);
            }
        }
        for word in entries(include_str!("../../../../../corpora/names/words.txt")) {
            lexicon.words.insert(hash(word));
        }
        for place in entries(include_str!("../../../../../corpora/names/places.txt")) {
            lexicon.places.insert(hash(place));
        }
        for line in include_str!("../../../../../corpora/names/honoured.txt").lines() {
            let names: Vec<String> = entries(line).map(str::to_lowercase).collect();
            for (at, name) in names.iter().enumerate() {
                let mut ways = vec![key(name)];
                forms(name, |form| ways.push(key(form)));
                for family in &names[at + 1..] {
                    let mut families = vec![key(family)];
                    forms(family, |form| families.push(key(form)));
                    for (name, family) in ways
                        .iter()
                        .flat_map(|n| families.iter().map(move |f| (n, f)))
                    {
                        lexicon.pairs.insert(pair(name, family), Known::FAMILY);
                    }
                }
            }
            if let [only] = names.as_slice() {
                lexicon.add(only, Known::WORD);
                forms(only, |form| lexicon.add(form, Known::WORD));
            }
        }
        // A form of a name that is also a word on its own.
        for word in entries(include_str!("../../../../../corpora/names/ordinary.txt")) {
            lexicon.add(&word.to_lowercase(), Known::WORD);
        }
        lexicon
    }

    fn add(&mut self, name: &str, known: Known) {
        self.add_cyrillic(name, known);
        let old = self.folded.entry(folded(&key(name))).or_default();
        *old = old.or(known);
    }

    fn add_cyrillic(&mut self, name: &str, known: Known) {
        let key = key(name);
        self.beginnings[beginning(&key)] = true;
        let old = self.cyrillic.entry(hash(&key)).or_default();
        *old = old.or(known);
    }
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}
