//! A street by its name and the word for its kind, on either side of it.

use super::Kind;
use super::house::{self, Expect};
use super::name::{self, Name};
use super::streets;
use super::token::Tokens;
use super::words::{self, Class, Form};
use crate::text::fold::{Code, code_of};

/// Names have no more words than these.
pub(super) const MOST_WORDS: usize = 4;

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
    pub(super) name: Name,
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
        let mut last = stop.checked_sub(1).filter(|last| *last >= least)?;
        if let Some(street) = self.special(text, tokens, last, end, least) {
            return Some(street);
        }
        // «Гоголь к. 3»
        let short = last >= least + 2
            && tokens.is_mark(last, ".")
            && tokens.codes(last - 1) == [code_of('к')];
        if short {
            last -= 2;
            stop -= 2;
        }
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
        let common = capital && alone && closed && name::is_common(tokens.codes(last));
        let masculine = first == last && name::is_masculine_genitive(tokens.codes(last));
        let sure = known
            || short && capital
            || translated && (capital && preposition || common)
            || capital && preposition && masculine
            || genitive
                && capital
                && (preposition || alone && (closed || house.to > house.number + 1));
        sure.then_some(Street {
            kind: Kind::Street,
            from: first,
            to: if short { stop + 2 } else { stop },
            name: (first, stop),
            kazakh: short,
            expect: Expect::House,
        })
    }

    /// «Самал-2, дом 4» and «70 лет Октября, дом 18»: names with a number, that
    /// need no word for their kind where a house is said. `last` is the name's
    /// last token, `end` the first of the house.
    fn special(
        &mut self,
        text: &str,
        tokens: &Tokens,
        last: usize,
        end: usize,
        least: usize,
    ) -> Option<Street> {
        let first = last.checked_sub(2).filter(|first| *first >= least)?;
        let quarter = tokens.is_number(last)
            && tokens.is_mark(last - 1, "-–‑")
            && tokens.glued(last)
            && tokens.glued(last - 1)
            && tokens.get(first).is_some_and(|t| t.capital)
            && is_name(tokens, first)
            && slice(text, tokens, last).len() <= 2;
        let years = tokens.is_number(first)
            && words::is_of_years(tokens.codes(last - 1))
            && words::month(tokens.codes(last)).is_some();
        if !quarter && !years || !matches!(tokens.class(end), Class::House(_)) {
            return None;
        }
        house::read(text, tokens, end, Expect::Said)?;
        self.name.clear();
        if quarter {
            self.name.word(tokens.codes(first));
            self.name.suffix_digits(slice(text, tokens, last));
        } else {
            self.name.number(slice(text, tokens, first));
            self.name.word(tokens.codes(last));
        }
        self.finish();
        Some(Street {
            kind: if quarter { Kind::Micro } else { Kind::Street },
            from: first,
            to: last + 1,
            name: (first, last + 1),
            kazakh: false,
            expect: Expect::House,
        })
    }

    /// «дом 12 по Береговой»: the street after a house, at the preposition.
    pub fn towards(&mut self, tokens: &Tokens, at: usize) -> Option<Street> {
        let name = at + 1;
        let po = tokens.codes(at) == [code_of('п'), code_of('о')];
        let capital = tokens.get(name).is_some_and(|t| t.capital);
        let word = tokens.codes(name);
        if !po || !capital || !is_name(tokens, name) {
            return None;
        }
        let known = self.is_known_word(word);
        if !(known || name::is_adjective(word) || name::is_genitive(word)) {
            return None;
        }
        self.name.clear();
        self.name.word(word);
        self.finish();
        Some(Street {
            kind: Kind::Street,
            from: at,
            to: name + 1,
            name: (name, name + 1),
            kazakh: false,
            expect: Expect::House,
        })
    }

    pub(super) fn finish(&mut self) {
        self.key.clear();
        self.name.finish(&mut self.key);
        self.canonical();
    }

    fn canonical(&mut self) {
        // «в Лесном», of which names as short keep the ending.
        let locative = || {
            let stem = self.key.strip_suffix(&[code_of('о'), code_of('м')])?;
            streets::is_translated(stem).then(|| streets::canonical(stem))?
        };
        if let Some(first) = streets::canonical(&self.key).or_else(locative) {
            self.key.clear();
            self.key.extend_from_slice(first);
        }
    }

    /// Whether the name gathered so far is that of a known street.
    pub(super) fn is_known(&mut self) -> bool {
        self.key.clear();
        self.name.finish(&mut self.key);
        streets::is_known(&self.key)
    }

    /// Whether one word is, by itself.
    pub(super) fn is_known_word(&mut self, word: &[Code]) -> bool {
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
pub(super) fn is_name(tokens: &Tokens, at: usize) -> bool {
    let class = tokens.class(at);
    let named = matches!(class, Class::Other | Class::Title);
    let month = class == Class::Unit && words::month(tokens.codes(at)).is_some();
    tokens.is_word(at) && (named || month) && tokens.codes(at).len() > 1
}

pub(super) fn slice<'t>(text: &'t str, tokens: &Tokens, at: usize) -> &'t str {
    text.get(tokens.span(at, at)).unwrap_or_default()
}
