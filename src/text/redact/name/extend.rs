//! The words beside a certain name that belong to it though nothing knows them.

use super::context::{self, Announced, Place};
use super::lexicon::{Known, Lexicon};
use super::run::Run;
use super::shape::{self, Shape};
use super::stranger;
use crate::text::redact::lexer::{Case, Gap, Tokens};

impl Run {
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
