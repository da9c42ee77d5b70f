//! A name before the word for its kind: «Абай көшесі», «6 мкр», «Садовый пер.».

use super::Kind;
use super::house::{self, Expect};
use super::name;
use super::street::{MOST_WORDS, Reader, Street, is_name, slice};
use super::streets;
use super::token::Tokens;
use super::words::{self, Class, Form, Type};
use crate::text::fold::{Code, code_of};

impl Reader {
    /// «Абай көшесі», «6 мкр», «Садовый пер.»: the name before the kind.
    pub(super) fn before(
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
