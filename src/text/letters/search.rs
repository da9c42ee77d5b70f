//! The best letters for a word: a beam over the choices of each position.

use super::alphabet::{Letter, choices};
use super::features::{self, Chosen};
use super::typed::{LONGEST, Typed};

/// How many ways of writing a word are followed at a time.
const BEAM: usize = 6;

/// What features weigh.
pub trait Weights {
    /// The weight of a feature.
    fn weight(&self, feature: u32) -> i32;
}

/// One way of writing the word so far.
#[derive(Debug, Clone, Copy)]
struct Way {
    score: i64,
    chosen: Chosen,
    letters: [Letter; LONGEST],
}

impl Default for Way {
    fn default() -> Way {
        Way {
            score: 0,
            chosen: Chosen::START,
            letters: [0; LONGEST],
        }
    }
}

/// What the search works in; kept so that nothing is allocated.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The word to search for; set it first.
    pub word: Typed,
    ways: Vec<Way>,
    next: Vec<Way>,
}

impl Search {
    /// The letters that weigh most for the word. Among equals the earlier
    /// choice wins, which is the letter as typed.
    pub fn best(&mut self, weights: &impl Weights) -> &[Letter] {
        let Search { word, ways, next } = self;
        ways.clear();
        ways.push(Way::default());
        for (at, typed) in word.letters().iter().enumerate() {
            let open = choices(*typed);
            if let [only] = open {
                for way in ways.iter_mut() {
                    way.letters[at] = *only;
                    way.chosen = way.chosen.then(*only);
                }
                continue;
            }
            next.clear();
            for choice in open {
                let mut fixed = 0;
                features::fixed(word, at, *choice, |f| fixed += i64::from(weights.weight(f)));
                for way in ways.iter() {
                    let mut score = way.score + fixed;
                    features::moving(word, at, way.chosen, *choice, |f| {
                        score += i64::from(weights.weight(f));
                    });
                    let mut letters = way.letters;
                    letters[at] = *choice;
                    let chosen = way.chosen.then(*choice);
                    next.push(Way {
                        score,
                        chosen,
                        letters,
                    });
                }
            }
            // Stable, so that the order of choices settles ties.
            next.sort_by_key(|way| std::cmp::Reverse(way.score));
            next.truncate(BEAM);
            std::mem::swap(ways, next);
        }
        let length = word.letters().len();
        ways.first().map_or(&[], |way| &way.letters[..length])
    }
}
