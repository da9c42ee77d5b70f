//! Places in a text: regions, cities, districts and, with a full KATO table,
//! every village, in inflected Kazakh and Russian.
//!
//! 1. `token` parts the text into words and folds them, so that `Түркістан`,
//!    `Туркистан` and `Turkistan` meet.
//! 2. `scan` looks the prefixes of each word up in one table of stems
//!    (`hash`); what is left of the word must be an ending (`endings`).
//!    The same table has the words that say what a name is (`lexicon`).
//! 3. `judge` asks the neighbours whether the name is a place: `Абай
//!    ауданы` is, `Абай көшесі` is not, `орал` may be a verb (`ordinary`).
//! 4. `resolve` chooses among the units of one name by the other places of
//!    the text, by the row's own place, and by what is plain; else it leaves
//!    them open.
//!
//! The built-in list is `corpora/gazetteer/kato.tsv`. Nothing is allocated
//! once a [`Scratch`] has grown.

mod endings;
mod gazetteer;
mod hash;
mod judge;
#[cfg(feature = "intake")]
mod kato;
mod lexicon;
mod name;
mod ordinary;
mod resolve;
mod scan;
mod token;
mod unit;

pub use gazetteer::Gazetteer;
pub use unit::{Code, Level, Unit};

use judge::{Mention, Trust};
use scan::Hit;
use std::ops::Range;
use token::Tokens;

/// What finding needs from text to text.
#[derive(Debug, Default, Clone)]
pub struct Scratch {
    tokens: Tokens,
    hits: Vec<Hit>,
    mentions: Vec<Mention>,
    candidates: Vec<u32>,
}

/// A place named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'g> {
    /// Its bytes in the text, with the word that says what it is.
    pub span: Range<usize>,
    /// The unit, where only one is left.
    pub unit: Option<&'g Unit>,
    /// Whether a word says what it is: `ауданы`, `г.`, `область`.
    pub typed: bool,
}

/// The places of one text; borrowed from the scratch.
#[derive(Debug, Clone, Copy)]
pub struct Found<'g, 's> {
    gazetteer: &'g Gazetteer,
    scratch: &'s Scratch,
}

impl<'g, 's> Found<'g, 's> {
    fn trusted(self) -> impl Iterator<Item = &'s Mention> {
        self.scratch
            .mentions
            .iter()
            .filter(|m| m.trust >= Trust::Yes)
    }

    /// The places, in the order of the text.
    pub fn matches(self) -> impl Iterator<Item = Match<'g>> {
        self.trusted().map(move |mention| {
            let label = mention.label;
            let first = label.map_or(mention.first, |l| l.from.min(mention.first));
            let last = label.map_or(mention.last, |l| l.to.max(mention.last));
            let span = |at: usize| self.scratch.tokens.get(at).map(|t| t.span.clone());
            let (start, end) = (
                span(first).unwrap_or_default(),
                span(last).unwrap_or_default(),
            );
            let mut units = self.units(mention);
            let unit = units.next().filter(|_| units.next().is_none());
            Match {
                span: start.start..end.end,
                unit,
                typed: label.is_some(),
            }
        })
    }

    /// The units that each place may be, in the order of [`Found::matches`]:
    /// one, or several where it was left open.
    pub fn candidates(self) -> impl Iterator<Item = impl Iterator<Item = &'g Unit>> {
        self.trusted().map(move |mention| self.units(mention))
    }

    fn units(self, mention: &'s Mention) -> impl Iterator<Item = &'g Unit> {
        let list = self.scratch.candidates.get(mention.candidates.clone());
        let gazetteer = self.gazetteer;
        let list = list.unwrap_or_default().iter();
        list.filter_map(move |number| gazetteer.units.get(*number as usize))
    }

    /// The one place that the text is about: the narrowest, if all lie within
    /// each other. Where they do not, those with a type word go first. `None`
    /// where there is none, or no one.
    #[must_use]
    pub fn best(self) -> Option<&'g Unit> {
        let narrowest = |typed: bool| {
            let mut best: Option<&Unit> = None;
            for found in self.matches().filter(|m| m.typed || !typed) {
                let Some(unit) = found.unit else { continue };
                match best {
                    Some(best) if !best.is_in_line_with(unit) => return None,
                    Some(best) if unit.contains(best) => {}
                    _ => best = Some(unit),
                }
            }
            best
        };
        narrowest(false).or_else(|| narrowest(true))
    }
}

impl Gazetteer {
    /// Finds the places named in `text`. `hint` is the row's own place, which
    /// helps to choose among units of one name but is never found by itself.
    pub fn find<'g, 's>(
        &'g self,
        text: &str,
        hint: Option<&Unit>,
        scratch: &'s mut Scratch,
    ) -> Found<'g, 's> {
        scratch.mentions.clear();
        scratch.candidates.clear();
        scratch.tokens.read(text);
        scan::scan(self, &mut scratch.tokens, &mut scratch.hits);
        for hits in scratch
            .hits
            .chunk_by(|a, b| (a.first, a.last) == (b.first, b.last))
        {
            self.mention(hits, &mut scratch.mentions, &mut scratch.candidates);
        }
        judge::judge(&scratch.tokens, &mut scratch.mentions);
        for mention in &mut scratch.mentions {
            resolve::admit(self, mention, &mut scratch.candidates);
        }
        resolve::resolve(self, hint, &mut scratch.mentions, &mut scratch.candidates);
        Found {
            gazetteer: self,
            scratch,
        }
    }

    /// The one place that `text` is about, if there is one (see
    /// [`Found::best`]).
    pub fn best(&self, text: &str, hint: Option<&Unit>, scratch: &mut Scratch) -> Option<&Unit> {
        self.find(text, hint, scratch).best()
    }

    /// The unit that a cell of a column of places names: a KATO code, a name,
    /// or names from wide to narrow («Түркістан облысы, Сайрам ауданы»).
    pub fn of_cell(&self, cell: &str, scratch: &mut Scratch) -> Option<&Unit> {
        match cell.trim().parse() {
            Ok(code) => self.unit(code),
            Err(()) => self.best(cell, None, scratch),
        }
    }

    /// Adds the mention that `hits`, the names of one span, make.
    fn mention(&self, hits: &[Hit], mentions: &mut Vec<Mention>, candidates: &mut Vec<u32>) {
        let Some(plainest) = hits.first() else { return };
        let start = candidates.len();
        for hit in hits {
            let name = self.names.get(hit.name as usize);
            candidates.extend(name.into_iter().flat_map(|name| &name.units));
        }
        candidates[start..].sort_unstable();
        let mut kept = start;
        for at in start..candidates.len() {
            if kept == start || candidates[kept - 1] != candidates[at] {
                candidates[kept] = candidates[at];
                kept += 1;
            }
        }
        candidates.truncate(kept);
        mentions.push(Mention {
            first: plainest.first,
            last: plainest.last,
            form: plainest.form,
            ordinary: hits.iter().find_map(|hit| scan::ordinary(self, hit)),
            minor: hits.iter().all(|hit| scan::minor(self, hit)),
            label: None,
            trust: Trust::No,
            candidates: start..kept,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The Kazakh names of what is found, `?` for what is left open.
    fn found(text: &str) -> Vec<String> {
        let mut scratch = Scratch::default();
        let found = Gazetteer::built_in().find(text, None, &mut scratch);
        let name = |m: Match| m.unit.map_or("?".to_owned(), |unit| unit.name.kk.clone());
        found.matches().map(name).collect()
    }

    fn best(text: &str, hint: Option<&str>) -> Option<String> {
        let mut scratch = Scratch::default();
        let gazetteer = Gazetteer::built_in();
        let hint = hint.and_then(|cell| gazetteer.of_cell(cell, &mut scratch));
        let best = gazetteer.best(text, hint, &mut scratch);
        best.map(|unit| unit.name.kk.clone())
    }

    #[test]
    fn a_span_has_the_word_that_says_what_it_is() {
        let text = "Біз Сайрам ауданында тұрамыз";
        let mut scratch = Scratch::default();
        let found = Gazetteer::built_in().find(text, None, &mut scratch);
        let spans: Vec<_> = found.matches().map(|m| &text[m.span]).collect();
        assert_eq!(spans, ["Сайрам ауданында"]);
        let text = "свет отключили в г.Шымкент вчера";
        let found = Gazetteer::built_in().find(text, None, &mut scratch);
        assert_eq!(
            found.matches().map(|m| &text[m.span]).collect::<Vec<_>>(),
            ["г.Шымкент"]
        );
    }

    #[test]
    fn streets_rivers_and_words_are_no_places() {
        for text in [
            "Абай көшесі 5",
            "ул. Абая, 15",
            "угол Абая и Жамбыла",
            "мкр Аксай-4",
            "река Есиль",
            "темір жол",
            "есік ашық",
            "школы и садики",
            "ЖК «Алматы»",
            "школа имени Жамбыла",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn one_name_of_many_units() {
        assert_eq!(found("Жамбыл ауданында"), ["?"]);
        assert_eq!(found("Жамбыл облысы, Жамбыл ауданы")[1], "Жамбыл ауданы");
        assert_eq!(
            best("Жамбыл ауданы", Some("Жамбыл облысы")).as_deref(),
            Some("Жамбыл ауданы")
        );
        assert_eq!(best("Жамбыл ауданы", None), None);
        assert_eq!(best("Алматыда", None).as_deref(), Some("Алматы қаласы"));
        assert_eq!(
            best("Алматы облысында", None).as_deref(),
            Some("Алматы облысы")
        );
    }

    #[test]
    fn the_narrowest_place_is_the_best() {
        let text = "Түркістан облысы, Сарыағаш ауданы";
        assert_eq!(best(text, None).as_deref(), Some("Сарыағаш ауданы"));
        assert_eq!(best("Шымкенттен Алматыға", None), None);
        assert_eq!(
            best("г. Кентау, раньше жил в Шымкенте", None).as_deref(),
            Some("Кентау қаласы")
        );
    }

    #[test]
    fn a_cell_is_a_code_or_a_name() {
        let mut scratch = Scratch::default();
        let gazetteer = Gazetteer::built_in();
        for cell in [
            "615200000",
            "Сайрам ауданы",
            "Сайрамский район",
            "Туркестанская область, Сайрамский р-н",
        ] {
            let unit = gazetteer.of_cell(cell, &mut scratch);
            assert_eq!(unit.map(|u| u.code.number()), Some(615_200_000), "{cell}");
        }
        assert!(gazetteer.of_cell("999999999", &mut scratch).is_none());
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC{0,60}") {
            check(&text);
        }

        #[test]
        fn pieces_of_addresses_are_survived(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "Абай", "Алматы", "ауданы", "р-н", "г.", " ", ",", "ул.", "и", "мен", "Жамбыл", "облысы",
                "«", "»", "5", "Т.", "Рысқұлов", "атындағы", "\n", "с.", "а.", "o'", "ШҚО", "районах", "ауылдық", "округі", "İ",
            ]), 0..14)
        ) {
            check(&pieces.join(" "));
            check(&pieces.concat());
        }
    }

    /// Spans are in the text, in order; open places have several candidates.
    fn check(text: &str) {
        let mut scratch = Scratch::default();
        let gazetteer = Gazetteer::built_in();
        let hint = gazetteer.units().last();
        for hint in [None, hint] {
            let found = gazetteer.find(text, hint, &mut scratch);
            let mut end = 0;
            for (place, candidates) in found.matches().zip(found.candidates()) {
                assert!(text.get(place.span.clone()).is_some_and(|s| !s.is_empty()));
                assert!(place.span.end >= end);
                end = place.span.end;
                let count = candidates.count();
                assert!(count > 0 && (count == 1) == place.unit.is_some());
            }
            let _ = found.best();
        }
    }
}
