//! Asides: sentences that occur in appeals about anything.
//!
//! Greetings, how often one has written already, who one is, what one thinks
//! of the authorities: on a corpus of short texts a model takes such words for
//! marks of whichever label they happened to stand in. A copy of each text
//! with asides around it teaches it that they say nothing of the topic.

use crate::random::Random;
use crate::text::Language;
use crate::text::language;

/// The most asides that are put around one text.
const MOST: usize = 3;

/// Asides, by their language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asides {
    kazakh: Vec<String>,
    russian: Vec<String>,
}

impl Asides {
    /// Takes sentences in either language; empty ones are left out.
    pub fn new<'s>(sentences: impl IntoIterator<Item = &'s str>) -> Asides {
        let mut asides = Asides::default();
        let sentences = sentences.into_iter().map(str::trim);
        for sentence in sentences.filter(|sentence| !sentence.is_empty()) {
            asides.of(language::detect(sentence)).push(sentence.into());
        }
        asides
    }

    fn of(&mut self, language: Language) -> &mut Vec<String> {
        match language {
            Language::Kazakh | Language::Mixed => &mut self.kazakh,
            Language::Russian | Language::Other => &mut self.russian,
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kazakh.is_empty() && self.russian.is_empty()
    }

    /// All of them.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.kazakh.iter().chain(&self.russian).map(String::as_str)
    }

    /// Appends `text` to `out` with one to three asides of its language before
    /// and after it. The same text and seed give the same.
    pub fn around(&self, text: &str, seed: u64, out: &mut String) {
        let mut random = Random(seed ^ 0xA51D_E5A5_1DE5_A51D);
        let either = [&self.kazakh, &self.russian];
        let lists = match language::detect(text) {
            Language::Kazakh => [either[0]; 2],
            Language::Russian => [either[1]; 2],
            Language::Mixed | Language::Other => either,
        };
        let count = 1 + random.below(MOST);
        let before = random.below(count + 1);
        for at in 0..=count {
            if at == before {
                out.push_str(text);
                out.push(' ');
            }
            if at == count {
                break;
            }
            let list = lists[random.below(2)];
            if !list.is_empty() {
                out.push_str(&list[random.below(list.len())]);
                out.push(' ');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_whole_among_asides_of_its_language() {
        let asides = Asides::new([
            "Жауабын күтемін.",
            "",
            "Куда смотрит власть?",
            " Добрый день! ",
        ]);
        assert!(!asides.is_empty() && Asides::new([" "]).is_empty());
        let mut kinds = std::collections::BTreeSet::new();
        for seed in 0..60 {
            let mut out = String::new();
            asides.around("Яма на дороге", seed, &mut out);
            assert!(out.contains("Яма на дороге"), "{out}");
            assert!(out.contains("власть") || out.contains("день"), "{out}");
            assert!(!out.contains("күтемін"), "{out}");
            kinds.insert(out);
        }
        assert!(kinds.len() > 6, "{kinds:?}");
    }
}
