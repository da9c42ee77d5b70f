//! A run of words that look like parts of one name.

use super::context::{self, Announced};
use super::initials::{before_initials, initials};
use super::lexicon::Lexicon;
use super::part::{Part, part};
use super::{shape, stranger};
use crate::text::redact::lexer::{Case, Gap, Tokens};

/// No name has more words.
const LONGEST: usize = 5;

/// Tokens `from..to` that look like a name, and how many of each part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    pub from: usize,
    pub to: usize,
    /// Given names that are nothing else.
    pub(super) given: usize,
    /// Given names that are ordinary words as well.
    pub(super) words: usize,
    /// Families known or made of a name.
    pub(super) families: usize,
    /// Words that only have the shape of one.
    pub(super) shapes: usize,
    pub(super) patronymics: usize,
    pub(super) initials: usize,
    pub(super) honoured: bool,
    /// Whether every word of several letters has a capital that tells something.
    pub(super) capital: bool,
    /// Whether it is to be taken as it is.
    pub(super) whole: bool,
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
                    && super::part::part(lexicon, tokens, next + 1, true, expected).is_some();
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
