//! Whether a run is the name of a person, by its parts and what stands around.

use super::context::{self, Announced, Place};
use super::initials::leads;
use super::lexicon::Lexicon;
use super::run::Run;
use super::{shape, stranger};
use crate::text::redact::lexer::{Case, Tokens};

impl Run {
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
