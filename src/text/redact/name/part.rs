//! What part of a name a word is.

use super::lexicon::{Known, Lexicon};
use super::shape::{self, Shape};
use super::{context, made, stranger};
use crate::text::redact::lexer::{Case, Gap, Tokens};

/// What one word of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Given,
    Word,
    Family,
    Shape,
    Patronymic,
}

/// What part of a name the word at `at` is. `inside` a run, mere shapes count;
/// `expected`, where something announces a name, small words do.
pub fn part(
    lexicon: &Lexicon,
    tokens: &Tokens,
    at: usize,
    inside: bool,
    expected: bool,
) -> Option<Part> {
    let token = tokens.get(at).filter(|t| t.length > 1)?;
    let key = tokens.key(at);
    let mixed = tokens.is_mixed();
    let capital = token.case == Case::Capital && mixed;
    // In a text with capitals a small word is looked up only as it is.
    let small = mixed && token.case == Case::Lower && !expected;
    let known = shape::look_up(lexicon, key, token.latin, !small);
    if (!small || inside) && key.len() >= 8 {
        let patronymic = shape::patronymic(lexicon, key);
        let certain = patronymic == Shape::Certain
            && (capital || inside || expected || !key.ends_with("улы"));
        if certain
            || patronymic == Shape::Possible && (capital || inside)
            || patronymic == Shape::Faint && capital && inside
        {
            // «Атаулы көмек».
            if !inside && lexicon.is_word(key) {
                return None;
            }
            return Some(Part::Patronymic);
        }
    }
    // «орыс қызы» is a girl.
    let named = || !mixed || tokens.before(at, 1).is_some_and(|t| t.case != Case::Lower);
    if inside && shape::is_descent(key) && named() {
        return Some(Part::Patronymic);
    }
    // A role is not part of the name that it announces.
    let role = || {
        let family = ["ова", "овой", "ову"].iter().any(|end| key.ends_with(end));
        context::is_role(key) && !family
    };
    // «Айдана Мұқанова», though streets bear that family.
    if known.has(Known::WORD)
        && inside
        && capital
        && shape::family(lexicon, key, token.latin) == Shape::Certain
    {
        return Some(Part::Family);
    }
    let before_patronymic =
        || shape::patronymic(lexicon, tokens.key(at + 1)) == Shape::Certain && capital;
    if known.has(Known::WORD) {
        return Some(Part::Word).filter(|_| {
            !(context::is_greeting(key)
                || role() && !inside && key != "азамат" && !before_patronymic())
        });
    }
    // «Маралбек»: made of two words that names are made of.
    let made =
        || shape::stems(key).any(made::is_made) && !lexicon.is_word(key) && !lexicon.is_place(key);
    if known == Known::default() && !role() {
        let told = || expected || context::is_told_after(tokens, at + 1);
        if capital && !token.latin && made() {
            let firm = !stranger::begins(tokens, at) || inside || told();
            return Some(if firm { Part::Given } else { Part::Word });
        }
        if !mixed && (inside || told()) && made() {
            return Some(Part::Given);
        }
    }
    // «Кенжеғали ата», «Күмісбек» in a list: made as given names are.
    let made = known == Known::default() && capital && shape::is_made_name(key);
    if made && (expected || inside || context::is_told_after(tokens, at + 1)) {
        return Some(Part::Word).filter(|_| !role());
    }
    // The folded spelling of Latin words tells less: «keshe», «katty».
    if known.has(Known::GIVEN) {
        if role() && !lexicon.is_given(key, "") {
            return None;
        }
        let doubtful = token.latin && !capital || token.length < 3;
        return Some(if doubtful { Part::Word } else { Part::Given });
    }
    if small && !inside || shape::is_ordinary(key) {
        return None;
    }
    // «кім», «кан» are words, «Ким», «Кан» families.
    if token.length <= 4 && !capital {
        return None;
    }
    match shape::family(lexicon, key, token.latin) {
        Shape::Certain if !role() => Some(Part::Family),
        Shape::Possible if capital && !role() => Some(Part::Shape),
        Shape::Faint
            if capital
                && (inside
                    || expected && shape::is_family_like(key)
                    || stranger::is_firm(key) && !lexicon.is_word(key))
                && !role() =>
        {
            Some(Part::Shape)
        }
        // Where capitals tell nothing, a family beside a given name.
        Shape::Possible if !mixed && token.length > 5 => {
            let upper = token.case == Case::Upper && {
                let next = tokens.get(at + 1).filter(|t| t.gap == Gap::Space)?;
                let given = shape::look_up(lexicon, tokens.key(at + 1), next.latin, true);
                given.has(Known::GIVEN)
            };
            (upper || inside && is_feminine(key)).then_some(Part::Family)
        }
        _ => None,
    }
}

/// Whether `key` ends as the family of a woman.
fn is_feminine(key: &str) -> bool {
    ["ова", "ева", "овой", "евой"]
        .iter()
        .any(|e| key.ends_with(e))
}
