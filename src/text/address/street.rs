//! A street by its name and the word for its kind, on either side of it.

use super::Kind;
use super::house::{self, Expect};
use super::name::{self, Name};
use super::streets;
use super::token::Tokens;
use super::words::{self, Class, Form, Type};
use crate::text::fold::{Code, code_of};

/// Names have no more words than these.
const MOST_WORDS: usize = 4;

/// A street as tokens of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Street {
    pub kind: Kind,
    /// The first token and the one after the last.
    pub from: usize,
    pub to: usize,
    /// Those of the name alone.
    pub name: (usize, usize),
    /// Named as in Kazakh: the kind after the name.
    pub kazakh: bool,
    pub expect: Expect,
}

/// Reads streets; keeps its memory between texts.
#[derive(Debug, Default, Clone)]
pub(super) struct Reader {
    name: Name,
    /// The key of the street last read.
    pub key: Vec<Code>,
}

impl Reader {
    /// The street whose word for its kind is token `at`; nothing of it lies
    /// before token `least`.
    pub fn read(&mut self, text: &str, tokens: &Tokens, at: usize, least: usize) -> Option<Street> {
        let Class::Type(ty) = tokens.class(at) else {
            return None;
        };
        // «дан», «кош» without a dot are other words; «к-сі» is one token without letters.
        let abbreviated = ty.short && (1..=4).contains(&tokens.codes(at).len());
        let dotted = !abbreviated || tokens.is_mark(at + 1, ".");
        if ty.after && !dotted {
            return None;
        }
        let numbered =
            at > least && (tokens.is_number(at - 1) || house::is_numeral_ending(tokens, at - 1));
        let first = if ty.after
            || ty.kind == Kind::Micro && (numbered || self.named_before(text, tokens, at, least))
        {
            self.before(text, tokens, at, least, ty)
        } else {
            self.after(text, tokens, at, ty)
        };
        if first.is_some() {
            return first;
        }
        if ty.after {
            // «көшесі Желтоқсан, 5»
            let capital = tokens.get(at + 1).is_some_and(|t| t.capital);
            let named = capital && ty.case == Form::Plain && !ty.short;
            named.then(|| self.after(text, tokens, at, ty)).flatten()
        } else if ty.kind != Kind::Micro && !dotted {
            None
        } else if ty.kind == Kind::Micro && numbered {
            self.after(text, tokens, at, ty)
        } else {
            self.before(text, tokens, at, least, ty)
        }
    }

    /// «Нурсат мкр 15»: a capital word before and none after.
    fn named_before(&self, text: &str, tokens: &Tokens, at: usize, least: usize) -> bool {
        let next = if tokens.is_mark(at + 1, ".") {
            at + 2
        } else {
            at + 1
        };
        let capital = |at: usize| tokens.get(at).is_some_and(|t| t.capital);
        let house = || house::read(text, tokens, next, Expect::Said).is_some_and(|h| h.said);
        at > least
            && is_name(tokens, at - 1)
            && (capital(at - 1) || house())
            && !(is_name(tokens, next) && capital(next))
    }

    /// «ул. Абая», «мкр Нурсат»: the name after the kind.
    fn after(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> Option<Street> {
        let mut next = at + 1;
        if tokens.is_mark(next, ".") {
            if !ty.short {
                return None;
            }
            next += 1;
        }
        if tokens.is_mark(next, "«\"“") {
            next += 1;
        }
        while tokens.class(next) == Class::Named {
            next += if tokens.is_mark(next + 1, ".") { 2 } else { 1 };
        }
        let from = next;
        self.name.clear();
        let to = if tokens.is_number(next) {
            self.numbered(text, tokens, next, ty)?
        } else {
            self.words(text, tokens, next, ty)?
        };
        self.finish();
        let closed = if tokens.is_mark(to, "»\"”") {
            to + 1
        } else {
            to
        };
        Some(Street {
            kind: ty.kind,
            from: at,
            to: closed,
            name: (from, to),
            kazakh: false,
            expect: Expect::House,
        })
    }

    /// «8 Марта», «70 лет Октября», «1-я Речная», «мкр 6» from token `at`.
    fn numbered(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> Option<usize> {
        self.name.number(slice(text, tokens, at));
        let mut next = at + 1;
        let mut ordinal = false;
        if tokens.is_mark(next, "-–") && tokens.is_word(next + 1) {
            ordinal = house::is_numeral_ending(tokens, next + 1);
            next += if ordinal { 2 } else { 1 };
        }
        if words::is_of_years(tokens.codes(next)) {
            next += 1;
            let named = tokens.get(next)?.capital || self.is_known_word(tokens.codes(next));
            if !(named && is_name(tokens, next)) && words::month(tokens.codes(next)).is_none() {
                return None;
            }
            self.name.word(tokens.codes(next));
            return Some(next + 1);
        }
        let capital = tokens.get(next).is_some_and(|t| t.capital);
        if words::month(tokens.codes(next)).is_some()
            || (ordinal || capital) && capital && is_name(tokens, next)
        {
            self.name.word(tokens.codes(next));
            return Some(next + 1);
        }
        if next != at + 1 && !ordinal {
            return None;
        }
        if ty.kind == Kind::Micro && tokens.is_letter(next) && tokens.glued(next) {
            self.name.suffix(tokens.codes(next));
            return Some(next + 1);
        }
        let house = house_after(text, tokens, next, Expect::House);
        let counted = tokens.class(next) == Class::Unit;
        match ty.kind {
            Kind::Micro => (!counted).then_some(next),
            _ => house.is_some_and(|h| h.said).then_some(next),
        }
    }

    /// The words of a name from token `at`.
    fn words(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> Option<usize> {
        let mut next = skip_initials(tokens, at);
        if !is_name(tokens, next) {
            return None;
        }
        let first = tokens.get(next)?;
        if !first.capital && !self.is_likely(text, tokens, next, ty) {
            return None;
        }
        let mut count = 0;
        let mut capital = first.capital;
        while count < MOST_WORDS && (is_name(tokens, next) || tokens.class(next) == Class::Title) {
            let token = tokens.get(next)?;
            let goes_on = count == 0
                || tokens.class(next) == Class::Title
                || tokens.is_mark(next - 1, "-–‑")
                || capital && token.capital
                || !token.capital
                    && !capital
                    && name::is_surname(tokens.codes(next))
                    && !self.is_known();
            if !goes_on {
                break;
            }
            self.name.word(tokens.codes(next));
            capital = token.capital;
            count += 1;
            next += 1;
            if tokens.is_mark(next, "-–‑") && tokens.glued(next) && tokens.glued(next + 1) {
                if tokens.is_word(next + 1) {
                    next += 1;
                } else if ty.kind == Kind::Micro && tokens.is_number(next + 1) {
                    self.name.suffix_digits(slice(text, tokens, next + 1));
                    return Some(next + 2);
                }
            }
        }
        if ty.kind == Kind::Micro && tokens.is_number(next) {
            // «Самал 2, дом 30»: the number is of the name where a house follows it.
            let house = house_after(text, tokens, next + 1, Expect::Said);
            if house.is_some_and(|h| tokens.class(h.from) == Class::House(Form::Plain)) {
                self.name.suffix_digits(slice(text, tokens, next));
                next += 1;
            }
        }
        Some(next)
    }

    /// Whether a word in small letters after the kind is a name.
    fn is_likely(&mut self, text: &str, tokens: &Tokens, at: usize, ty: Type) -> bool {
        let word = tokens.codes(at);
        let known = self.is_known_word(word);
        if known || name::is_genitive(word) || ty.short && streets::is_translated(&self.key) {
            return true;
        }
        let plain = matches!(ty.kind, Kind::Street | Kind::Micro) && ty.short && word.len() >= 4;
        let title = tokens.class(at + 1) == Class::Title;
        let numbered =
            tokens.is_number(at + 1) && house::read(text, tokens, at + 1, Expect::House).is_some();
        let said = house_after(text, tokens, at + 1, Expect::Said).is_some_and(|h| h.said);
        plain || title || numbered || said || tokens.is_mark(at + 1, "-") && tokens.glued(at + 2)
    }

    /// «Абай көшесі», «6 мкр», «Садовый пер.»: the name before the kind.
    fn before(
        &mut self,
        text: &str,
        tokens: &Tokens,
        at: usize,
        least: usize,
        ty: Type,
    ) -> Option<Street> {
        let mut end = at;
        if end > least && tokens.is_mark(end - 1, "»\"”") {
            end -= 1;
        }
        let mut named = false;
        while end > least + 1
            && (tokens.class(end - 1) == Class::Named
                || tokens.is_mark(end - 1, ".") && tokens.class(end - 2) == Class::Named)
        {
            named = true;
            end -= if tokens.is_mark(end - 1, ".") { 2 } else { 1 };
        }
        if end <= least {
            return None;
        }
        self.name.clear();
        let from = self
            .number_before(text, tokens, end, least, ty)
            .or_else(|| self.words_before(tokens, end, least, ty, named))?;
        self.finish();
        let mut to = at + 1;
        if ty.short && tokens.is_mark(to, ".") {
            to += 1;
        }
        Some(Street {
            kind: ty.kind,
            from,
            to,
            name: (
                from,
                if tokens.is_mark(end - 1, "-–‑") {
                    end - 1
                } else {
                    end
                },
            ),
            kazakh: ty.after,
            expect: match ty.case {
                Form::Locative | Form::Bare => Expect::Count,
                Form::Plain | Form::Inflected => Expect::House,
            },
        })
    }

    /// «6 мкр», «12-ші ықшам аудан», «Самал-2 ықшам ауданы», «8 Наурыз көшесі».
    fn number_before(
        &mut self,
        text: &str,
        tokens: &Tokens,
        end: usize,
        least: usize,
        ty: Type,
    ) -> Option<usize> {
        let mut at = end - 1;
        let month = words::month(tokens.codes(at)).is_some();
        let ordinal = house::is_numeral_ending(tokens, at) && at > least;
        if (month || ordinal) && at > least {
            at -= 1;
            if tokens.is_mark(at, "-–‑") && at > least {
                at -= 1;
            }
        } else if tokens.is_mark(at, "-–‑") && at > least {
            at -= 1;
        }
        if !tokens.is_number(at) {
            return None;
        }
        let digits = slice(text, tokens, at);
        let hyphen = at >= least + 2
            && tokens.is_mark(at - 1, "-–‑")
            && tokens.glued(at)
            && tokens.glued(at - 1);
        if ty.kind == Kind::Micro && hyphen && is_name(tokens, at - 2) {
            self.name.word(tokens.codes(at - 2));
            self.name.suffix_digits(digits);
            return Some(at - 2);
        }
        let street = month || ordinal && ty.after;
        if digits.len() > 3 || ty.kind != Kind::Micro && !street {
            return None;
        }
        self.name.number(digits);
        if month {
            self.name.word(tokens.codes(end - 1));
        }
        Some(at)
    }

    /// The first token of the words before `end` that are a name.
    fn words_before(
        &mut self,
        tokens: &Tokens,
        end: usize,
        least: usize,
        ty: Type,
        named: bool,
    ) -> Option<usize> {
        let last = end - 1;
        let token = tokens.get(last)?;
        let word = tokens.codes(last);
        let title = tokens.class(last) == Class::Title;
        let known = self.is_known_word(word);
        let translated = streets::is_translated(&self.key);
        if !(is_name(tokens, last) || title || known || translated)
            || is_kazakh_genitive(word)
            || word.len() < 2
        {
            return None;
        }
        // «Мал көшеде»: the first word of a sentence tells nothing by its capital.
        let sure = known || token.capital && !begins_sentence(tokens, last);
        let fits = if ty.after {
            match (ty.case, ty.kind) {
                (Form::Bare, _) => named || sure,
                (_, Kind::Lane) => named || known || translated || token.capital,
                _ => true,
            }
        } else if ty.kind == Kind::Micro {
            // «nursat mkr 15 uy»: the house was seen to follow.
            token.capital || known || ty.short && tokens.is_number(end + 1)
        } else {
            (sure || translated && token.capital) && name::is_adjective(word)
        };
        if !fits {
            return None;
        }
        let mut first = last;
        let mut count = 1;
        let mut titled = title;
        while count < MOST_WORDS && first > least {
            let before = first - 1;
            if tokens.is_mark(before, "-–‑")
                && before > least
                && tokens.glued(first)
                && tokens.is_word(before - 1)
            {
                first = before - 1;
            } else if tokens.is_mark(before, ".")
                && before > least
                && tokens.is_letter(before - 1)
                && tokens.get(before - 1)?.capital
            {
                first = before - 1;
                continue;
            } else if titled && is_name(tokens, before) {
                titled = tokens.class(before) == Class::Title;
                first = before;
            } else if self.goes_back(tokens, before, first, last) {
                first = before;
            } else {
                break;
            }
            count += 1;
        }
        for at in first..end {
            let initial = tokens.is_letter(at) && tokens.is_mark(at + 1, ".");
            if tokens.is_word(at) && !initial {
                self.name.word(tokens.codes(at));
            }
        }
        Some(first)
    }

    /// Whether the word `before` is of one name with those from `first` to `last`.
    fn goes_back(&mut self, tokens: &Tokens, before: usize, first: usize, last: usize) -> bool {
        let capital = |at: usize| tokens.get(at).is_some_and(|t| t.capital);
        if !is_name(tokens, before) || !capital(before) || is_kazakh_locative(tokens.codes(before))
        {
            return false;
        }
        if !capital(first) {
            // «Нұрлы жол» шағынауданы
            let quoted = before > 0 && tokens.is_mark(before - 1, "«\"“");
            return first == last && (quoted || !begins_sentence(tokens, before));
        }
        if name::is_surname(tokens.codes(last)) {
            return true;
        }
        let mut known = |from: usize| {
            self.name.clear();
            for at in (from..=last).filter(|at| tokens.is_word(*at)) {
                self.name.word(tokens.codes(at));
            }
            let known = self.is_known() || streets::is_translated(&self.key);
            self.name.clear();
            known
        };
        known(before) || !known(first)
    }

    /// The street that is named right before token `end` without a word for its kind.
    pub fn bare(
        &mut self,
        text: &str,
        tokens: &Tokens,
        end: usize,
        least: usize,
    ) -> Option<Street> {
        let mut stop = end;
        if stop > least && tokens.is_mark(stop - 1, ",") {
            stop -= 1;
        }
        let last = stop.checked_sub(1).filter(|last| *last >= least)?;
        let mut first = last;
        while first > least
            && (tokens.class(first) == Class::Title && is_name(tokens, first - 1)
                || first > least + 1
                    && tokens.is_mark(first - 1, "-–‑")
                    && tokens.glued(first)
                    && is_name(tokens, first - 2))
        {
            first -= if tokens.is_mark(first - 1, "-–‑") {
                2
            } else {
                1
            };
        }
        // «аль фараби»
        if first == last && first > least && tokens.codes(first - 1) == [code_of('а'), code_of('л')]
        {
            first -= 1;
        }
        if !(is_name(tokens, first) && tokens.is_word(last)) {
            return None;
        }
        self.name.clear();
        for at in first..stop {
            if tokens.is_word(at) {
                self.name.word(tokens.codes(at));
            }
        }
        let genitive = first == last && name::is_genitive(tokens.codes(last));
        self.key.clear();
        self.name.finish(&mut self.key);
        let known = streets::is_known(&self.key);
        let translated = streets::is_translated(&self.key);
        self.canonical();
        let capital = tokens.get(first)?.capital;
        let preposition = first > 0 && tokens.class(first - 1) == Class::Preposition;
        let alone = first == 0 || !tokens.is_word(first - 1);
        let house = house::read(text, tokens, end, Expect::House)?;
        let closed = tokens.get(house.to).is_none() || tokens.is_mark(house.to, ",.;!?)");
        let sure = known
            || translated && capital && preposition
            || genitive
                && capital
                && (preposition || alone && (closed || house.to > house.number + 1));
        sure.then_some(Street {
            kind: Kind::Street,
            from: first,
            to: stop,
            name: (first, stop),
            kazakh: false,
            expect: Expect::House,
        })
    }

    fn finish(&mut self) {
        self.key.clear();
        self.name.finish(&mut self.key);
        self.canonical();
    }

    fn canonical(&mut self) {
        if let Some(first) = streets::canonical(&self.key) {
            self.key.clear();
            self.key.extend_from_slice(first);
        }
    }

    /// Whether the name gathered so far is that of a known street.
    fn is_known(&mut self) -> bool {
        self.key.clear();
        self.name.finish(&mut self.key);
        streets::is_known(&self.key)
    }

    /// Whether one word is, by itself.
    fn is_known_word(&mut self, word: &[Code]) -> bool {
        self.name.keep();
        self.name.clear();
        self.name.word(word);
        self.key.clear();
        self.name.finish(&mut self.key);
        self.name.restore();
        streets::is_known(&self.key)
    }
}

/// The house after a street: past a comma, «в» before «доме».
pub(super) fn house_after(
    text: &str,
    tokens: &Tokens,
    at: usize,
    expect: Expect,
) -> Option<house::House> {
    let mut next = at;
    if tokens.is_mark(next, ",;") {
        next += 1;
    }
    let joins =
        matches!(tokens.class(next), Class::Stop | Class::Preposition) && tokens.is_letter(next);
    if joins && matches!(tokens.class(next + 1), Class::House(_)) {
        next += 1;
        if tokens.is_mark(next, ",") {
            return None;
        }
    }
    house::read(text, tokens, next, expect)
}

/// Whether token `at` may be a word of a name.
fn is_name(tokens: &Tokens, at: usize) -> bool {
    let class = tokens.class(at);
    let named = matches!(class, Class::Other | Class::Title);
    let month = class == Class::Unit && words::month(tokens.codes(at)).is_some();
    tokens.is_word(at) && (named || month) && tokens.codes(at).len() > 1
}

/// Past «Т.», «И. О.» before a surname.
fn skip_initials(tokens: &Tokens, at: usize) -> usize {
    let mut next = at;
    while tokens.is_letter(next) && next < at + 6 {
        if tokens.is_mark(next + 1, ".") && tokens.is_word(next + 2) {
            next += 2;
        } else if tokens.get(next).is_some_and(|t| t.capital) && is_name(tokens, next + 1) {
            next += 1;
        } else {
            break;
        }
    }
    next
}

/// «Тараздағы Төле би көшесі»: where the street is, no part of its name.
fn is_kazakh_locative(word: &[Code]) -> bool {
    let [.., consonant, _, g, i] = word else {
        return false;
    };
    let ending = (*g, *i) == (code_of('г'), code_of('и'));
    ending && word.len() >= 6 && [code_of('д'), code_of('т')].contains(consonant)
}

/// Whether token `at` is the first of a sentence.
fn begins_sentence(tokens: &Tokens, at: usize) -> bool {
    at == 0 || tokens.is_mark(at - 1, ".!?…\n")
}

/// «ауылдың көшесі» is no street's name.
fn is_kazakh_genitive(word: &[Code]) -> bool {
    let ending = [code_of('и'), code_of('н')];
    word.len() >= 6
        && word.ends_with(&ending)
        && word
            .get(word.len() - 3)
            .is_some_and(|c| [code_of('н'), code_of('д'), code_of('т')].contains(c))
}

fn slice<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    text.get(tokens.span(at, at)).unwrap_or_default()
}
