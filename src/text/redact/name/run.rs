//! A run of words that look like parts of one name.

use super::context::{self, Announced, Place};
use super::lexicon::{Known, Lexicon};
use super::made;
use super::shape::{self, Shape};
use super::stranger;
use crate::text::redact::lexer::{Case, Gap, Tokens};

/// No name has more words.
const LONGEST: usize = 5;

/// Tokens `from..to` that look like a name, and how many of each part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    pub from: usize,
    pub to: usize,
    /// Given names that are nothing else.
    given: usize,
    /// Given names that are ordinary words as well.
    words: usize,
    /// Families known or made of a name.
    families: usize,
    /// Words that only have the shape of one.
    shapes: usize,
    patronymics: usize,
    initials: usize,
    honoured: bool,
    /// Whether every word of several letters has a capital that tells something.
    capital: bool,
    /// Whether it is to be taken as it is.
    whole: bool,
}

/// What one word of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    Word,
    Family,
    Shape,
    Patronymic,
}

impl Run {
    /// Nothing, at token `at`.
    pub fn none(at: usize) -> Run {
        Run {
            from: at,
            to: at,
            ..Run::default()
        }
    }

    /// Tokens `from..to`, a name whatever they are.
    pub fn whole(from: usize, to: usize) -> Run {
        Run {
            from,
            to,
            whole: true,
            ..Run::default()
        }
    }

    pub fn is_empty(&self) -> bool {
        self.from == self.to
    }

    /// Reads the run that begins at token `at`.
    pub fn read(lexicon: &Lexicon, tokens: &Tokens, at: usize, announced: Announced) -> Run {
        let mut run = Run {
            capital: tokens.is_mixed(),
            ..Run::none(at)
        };
        let mut words = 0;
        while words < LONGEST {
            let next = run.to;
            let Some(token) = tokens.get(next).filter(|t| t.is_word()) else {
                break;
            };
            let joined = next > at && token.is_joined();
            if next > at
                && (token.gap == Gap::Line
                    || joined && !tokens.before(next, 1).is_some_and(|t| t.is_sign('.')))
            {
                break;
            }
            if let Some(to) = initials(tokens, next, run.to > run.from) {
                if run.words == 1 && words == 1 && tokens.key(at) == "азамат" {
                    run.words = 0;
                    run.from = next;
                }
                run.initials += (to - next).div_ceil(2);
                run.to = to;
                words += 1;
                continue;
            }
            let alone = next == at;
            // A small word among capitals is a word.
            let small =
                tokens.is_mixed() && token.case == Case::Lower && announced < Announced::Introduced;
            let descent = shape::is_descent(tokens.key(next));
            if small && !alone && run.capital && !descent {
                break;
            }
            let expected = announced > Announced::No;
            // «тұрған Әсем»: a small word that is more than a name is none.
            let begun = run.words == 1 && words == 1 && !run.capital && tokens.is_mixed();
            if begun && token.case != Case::Lower && announced < Announced::Introduced {
                break;
            }
            let Some(part) = part(lexicon, tokens, next, !alone, expected)
                .or_else(|| {
                    let told =
                        announced >= Announced::Role || context::is_told_after(tokens, next + 1);
                    (told
                        && stranger::is_stranger(lexicon, tokens, next)
                        && (announced >= Announced::Role || !stranger::begins(tokens, next)))
                    .then_some(Part::Shape)
                })
                .or_else(|| before_initials(lexicon, tokens, next).then_some(Part::Shape))
            else {
                break;
            };
            // «кеше бекзат», «Азамат Рысбек Оспанов»: what stands before a name.
            if part == Part::Given && run.words == 1 && words == 1 {
                let role = tokens.key(at) == "азамат"
                    && self::part(lexicon, tokens, next + 1, true, expected).is_some();
                let small = !tokens.is_mixed() && token.case == Case::Lower;
                if role || small && announced < Announced::Signature {
                    run.words = 0;
                    run.from = next;
                }
            }
            // «Азамат Серікбаев Нұрлан»: no name has two given ones around a family.
            let titled = matches!(part, Part::Given | Part::Word)
                && (run.words, run.given, run.families + run.shapes, words) == (1, 0, 1, 2)
                && tokens.key(at) == "азамат";
            if titled {
                run.words = 0;
                run.from = at + 1;
            }
            run.count(part);
            run.capital &= token.case != Case::Lower;
            run.honoured |=
                next > at && lexicon.is_honoured(tokens.key(next - 1), tokens.key(next));
            words += 1;
            run.to = double(tokens, next).unwrap_or(next + 1);
        }
        run
    }

    fn count(&mut self, part: Part) {
        match part {
            Part::Given => self.given += 1,
            Part::Word => self.words += 1,
            Part::Family => self.families += 1,
            Part::Shape => self.shapes += 1,
            Part::Patronymic => self.patronymics += 1,
        }
    }

    /// Whether the run is the name of a person.
    pub fn is_person(&self, lexicon: &Lexicon, tokens: &Tokens, announced: Announced) -> bool {
        if self.whole {
            return true;
        }
        let named = self.given + self.words + self.families + self.shapes;
        let full = self.patronymics > 0
            || self.given > 0 && self.families > 0
            || self.initials > 0 && self.families + self.shapes > 0;
        let place = match context::place_before(tokens, self.from) {
            Place::Street => true,
            Place::Institution => {
                let headed = matches!(announced, Announced::Role | Announced::Resident)
                    && self.families + self.shapes > 0;
                !(full || headed) || self.honoured
            }
            Place::No => {
                let whereabouts =
                    announced == Announced::Role && context::is_whereabouts(tokens, self.to);
                context::is_place_after(tokens, self.to) && !whereabouts
                    || context::is_street_list(tokens, self.to)
            }
        };
        let named_fully = self.patronymics > 0 && announced > Announced::No && !self.honoured;
        if place && announced != Announced::Introduced && !named_fully {
            return false;
        }
        let title = context::is_told_after(tokens, self.to)
            || self.capital && context::is_addressed(tokens, self.to, self.families > 0);
        let alone = self.to == self.from + 1;
        if alone && is_compound(tokens, self.to) || self.is_novel(tokens) {
            return false;
        }
        let told = announced > Announced::No || title;
        // «Біржан сал».
        let honoured = || {
            let last = tokens.key(self.to - 1);
            shape::stems(tokens.key(self.to)).any(|next| lexicon.is_honoured(last, next))
        };
        if (self.honoured || alone && honoured()) && !told && self.patronymics == 0 {
            return false;
        }
        if (alone || self.given + self.families == 0)
            && context::is_quoted(tokens, self.from, self.to)
        {
            return false;
        }
        // In a text with capitals a small name needs more than itself.
        let written = self.capital || !tokens.is_mixed();
        // «Қ. Сәтбаев 33» is a street.
        let street = self.initials == 1
            && (self.given + self.words + self.patronymics, announced) == (0, Announced::No)
            && leads(tokens, self.from)
            && context::is_counted_place(tokens, self.to);
        if street {
            return false;
        }
        let numbered = alone && !told && context::is_counted_place(tokens, self.to);
        let others = self.families + self.shapes;
        match () {
            () if self.patronymics > 0 => written || named > 0,
            () if announced == Announced::Introduced => named > 0 || self.initials > 1,
            () if self.initials > 0 => {
                let doubtful = self.initials == 1
                    && announced == Announced::No
                    && context::may_be_settlement(tokens, self.from);
                let firm = self.families > 0 || self.given > 0 && !doubtful;
                firm && (written || self.families > 0)
                    || self.capital && self.shapes > 0 && !doubtful
                    || self.capital
                        && self.words > 0
                        && (self.initials > 1 || !leads(tokens, self.from))
            }
            () if self.given > 0 => written && !numbered || self.families > 0 || self.given > 1,
            () if self.words > 0 && self.families > 0 => written,
            () if self.words > 0 && self.shapes > 0 => self.capital,
            () if announced == Announced::Signature => {
                self.capital && named > 0 || !tokens.is_mixed() && self.families + self.words > 0
            }
            () if self.words > 1
                && self.capital
                && tokens.is_mixed()
                && !stranger::begins(tokens, self.from) =>
            {
                true
            }
            () if self.words > 0 => {
                title && written
                    || matches!(announced, Announced::Role | Announced::Resident) && self.capital
            }
            () => {
                others > 0 && told && self.capital
                    || self.families > 0 && told && written
                    || others > 0
                        && self.capital
                        && tokens.is_mixed()
                        && stranger::is_family_alone(
                            lexicon,
                            tokens,
                            self.from..self.to,
                            self.families > 0,
                        )
            }
        }
    }

    /// Whether it is a novel and its author: «Роман Ауэзова».
    fn is_novel(&self, tokens: &Tokens) -> bool {
        let author = tokens.key(self.to.wrapping_sub(1));
        self.to == self.from + 2
            && self.families + self.shapes == 1
            && tokens.key(self.from) == "роман"
            && (author.ends_with('а') || author.ends_with("ого"))
    }

    /// Takes in an unknown capitalised word beside a certain name: the family
    /// in «Наталья Шевчук» or the given name in «Сұлтанбек Мейіржан».
    pub fn extend(&mut self, lexicon: &Lexicon, tokens: &Tokens, announced: Announced) {
        if !tokens.is_mixed() && self.patronymics > 0 {
            self.surround(lexicon, tokens);
        }
        if !tokens.is_mixed() || self.whole || !self.capital {
            return;
        }
        let free = |at: usize, sentence: bool| {
            let Some(token) = tokens
                .get(at)
                .filter(|t| t.is_word() && t.length > 2 && t.case == Case::Capital)
            else {
                return false;
            };
            let key = tokens.key(at);
            let role = context::is_role(key) || context::is_title(key);
            let begins = token.gap == Gap::Line
                || tokens
                    .before(at, 1)
                    .is_none_or(|t| t.is_sign('.') || t.is_sign('!') || t.is_sign('?'));
            let place = context::is_place_after(tokens, at)
                || context::place_before(tokens, at + 1) != Place::No;
            let known = self.patronymics == 0 || !stranger::is_unknown(lexicon, key);
            let opening = sentence && begins && known;
            !(role
                || place
                || opening
                || lexicon.look_up(key, token.latin) == Known::default() && lexicon.is_place(key))
        };
        let spaced = |at: usize| tokens.get(at).is_some_and(|t| t.gap == Gap::Space);
        let family = self.families + self.shapes > 0 || self.given + self.words > 1;
        // No patronymic stands without the given name before it.
        let first = self.patronymics > 0
            && self.given + self.words + self.initials > 0
            && shape::patronymic(lexicon, tokens.key(self.from)) == Shape::Certain;
        let headless = self.patronymics > 0
            && (self.given + self.words + self.initials == 0 || first)
            && !context::is_greeting(tokens.key(self.from.wrapping_sub(1)));
        if headless && self.from > 0 && spaced(self.from) && free(self.from - 1, false) {
            self.from -= 1;
            return;
        }
        // «Лохман Машаров»: the given name that no list has.
        let bare = self.families + self.shapes == 1
            && self.given + self.words + self.initials + self.patronymics == 0;
        if bare && self.to == self.from + 1 {
            if self.from > 0
                && spaced(self.from)
                && stranger::is_stranger(lexicon, tokens, self.from - 1)
            {
                self.from -= 1;
            } else if spaced(self.to) && stranger::is_stranger(lexicon, tokens, self.to) {
                self.to += 1;
            }
            return;
        }
        if !family
            && spaced(self.to)
            && free(self.to, false)
            && (self.patronymics > 0 && announced > Announced::No
                || !context::is_place_after(tokens, self.to + 1))
        {
            self.to += 1;
            return;
        }
        let complete = self.patronymics > 0
            || self.initials > 0 && self.given == 0
            || announced > Announced::No;
        if !family
            && spaced(self.from)
            && self.from > 0
            && (complete || self.given > 0)
            && free(self.from - 1, true)
        {
            self.from -= 1;
        }
    }
}

impl Run {
    /// Where capitals tell nothing: the family before «имя отчество», or after
    /// it, and the given name before a patronymic alone.
    fn surround(&mut self, lexicon: &Lexicon, tokens: &Tokens) {
        let fits = |at: usize| {
            let key = tokens.key(at);
            let family = lexicon.look_up(key, false).has(Known::FAMILY);
            tokens.get(at).is_some_and(|t| t.is_word() && t.length > 1)
                && (family || stranger::is_unknown(lexicon, key))
        };
        let spaced = |at: usize| tokens.get(at).is_some_and(|t| t.gap == Gap::Space);
        let mut wanted = 1 + usize::from(self.given + self.words == 0);
        wanted -= (self.families + self.shapes).min(wanted);
        while wanted > 0 && self.from > 0 && spaced(self.from) && fits(self.from - 1) {
            self.from -= 1;
            wanted -= 1;
        }
        let after = || shape::family(lexicon, tokens.key(self.to), false) >= Shape::Faint;
        if wanted > 0 && spaced(self.to) && fits(self.to) && after() {
            self.to += 1;
        }
    }
}

/// What part of a name the word at `at` is. `inside` a run, mere shapes count;
/// `expected`, where something announces a name, small words do.
fn part(
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

/// Whether the word that ends before token `at` is the first half of another
/// one: «Милана-сити», «қоқан-лоқы», but «Айгүл-апай», «Асқар-ға».
fn is_compound(tokens: &Tokens, at: usize) -> bool {
    let hyphen = tokens
        .get(at)
        .is_some_and(|t| t.is_joined() && t.is_sign('-'));
    let key = tokens.key(at + 1);
    hyphen
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.is_joined() && t.is_word() && t.case == Case::Lower && t.length >= 4)
        && !context::is_title(key)
        && !context::is_role(key)
}

/// Whether `key` ends as the family of a woman.
fn is_feminine(key: &str) -> bool {
    ["ова", "ева", "овой", "евой"]
        .iter()
        .any(|e| key.ends_with(e))
}

/// Whether token `at` is the initial that a run begins with.
fn leads(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.length == 1)
}

/// Whether initials follow the capitalised word at token `at`: a family; before
/// two, whatever it looks like.
fn before_initials(lexicon: &Lexicon, tokens: &Tokens, at: usize) -> bool {
    let word = tokens
        .get(at)
        .is_some_and(|t| t.case == Case::Capital && t.length > 2 && tokens.is_mixed());
    let initial = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.length == 1 && t.case == Case::Capital)
            && tokens
                .get(at + 1)
                .is_some_and(|t| t.is_joined() && t.is_sign('.'))
    };
    let key = tokens.key(at);
    word && initial(at + 1)
        && (initial(at + 3) || shape::family(lexicon, key, false) == Shape::Faint)
        && !context::is_role(key)
}

/// The token after the initials at `at`: `И. И.`, `Қ.`, and a bare `А` after a
/// name.
fn initials(tokens: &Tokens, at: usize, after_name: bool) -> Option<usize> {
    let mut to = at;
    let mut count = 0;
    while count < 3 {
        let Some(token) = tokens
            .get(to)
            .filter(|t| t.is_word() && (t.length == 1 || t.length == 2 && t.case == Case::Capital))
        else {
            break;
        };
        let dot = tokens
            .get(to + 1)
            .is_some_and(|t| t.is_sign('.') && t.is_joined());
        let place = to > at && token.gap == Gap::Line;
        let alone = token.length == 2 && tokens.get(to + 2).is_none_or(|t| !t.is_joined());
        if !dot || place || alone || token.case == Case::Lower && !after_name {
            break;
        }
        count += 1;
        to += 2;
    }
    if count == 0 && after_name {
        let bare = tokens
            .get(at)
            .filter(|t| t.length == 1 && t.case == Case::Capital && tokens.is_mixed())?;
        let ends = tokens
            .get(at + 1)
            .is_none_or(|t| !t.is_word() && !t.is_joined() || t.gap == Gap::Line || t.is_sign(','));
        // «Қадырбаева М күйеуінен»: no word is written so.
        let lone = !matches!(
            tokens.key(at),
            "а" | "и" | "о" | "у" | "с" | "к" | "в" | "я" | "е" | "д"
        ) && tokens
            .get(at + 1)
            .is_some_and(|t| t.is_word() && t.case == Case::Lower);
        return (bare.gap == Gap::Space && (ends || lone)).then_some(at + 1);
    }
    // The last dot is often left out: «Ахметов Н.С».
    let last = tokens.get(to).filter(|t| {
        (1..3).contains(&count) && t.is_joined() && t.length == 1 && t.case == Case::Capital
    });
    if last.is_some()
        && tokens
            .get(to + 1)
            .is_none_or(|t| !t.is_joined() || !t.is_word())
    {
        return Some(to + 1);
    }
    // «Сәтбаев қ.» is a town.
    let town = count == 1 && tokens.get(at).is_some_and(|t| t.case == Case::Lower);
    (count > 0 && !town).then_some(to)
}

/// The token after a word joined to that at `at` by a hyphen: «Касым-Жомарт».
fn double(tokens: &Tokens, at: usize) -> Option<usize> {
    let hyphen = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_sign('-') && t.is_joined());
    let second = tokens
        .get(at + 2)
        .is_some_and(|t| t.is_joined() && t.is_word() && t.case == Case::Capital && t.length > 2);
    (hyphen && second).then_some(at + 3)
}
